"""Commands on a plan file: new, show, set, check."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from planner import assets, paths, storage
from planner.cli.program import BROKEN, FAILURE, OK, USAGE
from planner.cli.reporting import Failure, data, data_json, talk
from planner.i18n import N_, translate
from planner.model import words
from planner.model.kinds import BadValue, read_json
from planner.model.plan import Plan, node_json, to_json, value_json


def new(options: Namespace, language: str) -> int:
    """Make a plan file, blank or a copy of a sample; an existing file is left alone."""
    out = Path(options.out)
    if out.exists():
        raise Failure(FAILURE, N_("{file} exists already; choose another name."), file=out)
    plan = _sample(options.sample) if options.sample else Plan()
    if options.lang:
        path = "meta.document.language" if options.sample else "meta.language"
        plan = paths.put(plan, path, options.lang)
    if options.currency:
        if options.sample and options.currency != plan.meta.currency:
            talk(translate(NOT_CONVERTED, language))
        plan = paths.put(plan, "meta.currency", options.currency)
    storage.write_new(plan, out)
    return OK


NOT_CONVERTED = N_("The currency changed; every amount stays as typed, nothing was converted.")


def _sample(name: str) -> Plan:
    for file in assets.samples():
        if file.stem == name:
            return storage.read(file).plan
    known = ", ".join(file.stem for file in assets.samples())
    raise Failure(
        USAGE, N_("There is no sample “{name}”; choose from: {known}."), name=name, known=known
    )


def show(options: Namespace, language: str) -> int:
    """Print the plan, or one place of it, as canonical JSON."""
    del language
    plan = storage.read(options.plan).plan
    if not options.path:
        data_json(to_json(plan))
        return OK
    try:
        place = paths.place(options.path)
        value = paths.get(plan, options.path)
    except BadValue as bad:
        raise _located(options.plan, bad) from None
    digits = words.digits_of(plan.meta.currency)
    if value is None:
        data_json(None)
    elif place.member:
        data_json(node_json(value, digits))
    elif place.kind is not None:
        data_json(place.kind.json(value, digits))
    else:
        data_json(value_json(place.field, value, digits))
    return OK


def put(options: Namespace, language: str) -> int:
    """Change one place of a plan file."""
    loaded = storage.read(options.plan)
    try:
        value = _value(options.path, options.value)
        changed = paths.change(loaded.plan, options.path, value)
    except BadValue as bad:
        raise _located(options.plan, bad, options.path) from None
    if changed.plan is loaded.plan:
        return OK
    if paths.within(options.path, "meta.currency") and loaded.plan.meta.currency:
        talk(translate(NOT_CONVERTED, language))
    storage.save(changed.plan, options.plan, loaded.known)
    for path in changed.cleared:
        talk(translate(N_("{path} named it and was cleared."), language).format(path=path))
    return OK


def _value(path: str, given: str) -> Any:
    place = paths.place(path)
    if given.strip() == "null":
        return None
    if place.kind is not None:
        return place.kind.read(given)
    return read_json(given)


def _located(file: str, bad: BadValue, path: str = "") -> Failure:
    where = f"{path}: " if path and path not in bad.message("en") else ""
    return Failure(
        BROKEN, N_("{file}: {where}{problem}"), file=file, where=where, problem=bad.message("en")
    )


def check(options: Namespace, language: str) -> int:
    """Say whether a plan file is whole, and what could be recovered of a damaged one."""
    report = storage.check(options.file)
    data(report.message(language))
    if report.is_whole:
        for mention in paths.dangling(storage.read(options.file).plan):
            sentence = N_("{path} names {target}, which is not there.")
            talk(translate(sentence, language).format(path=mention.path, target=mention.target))
    return int(report.exit_code)
