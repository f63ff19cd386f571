"""Commands that work a plan out: review, analyze, write."""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path

import planner
from planner import storage
from planner.cli.program import FOUND, OK, USAGE
from planner.cli.reporting import Failure, data, data_json
from planner.i18n import N_, translate
from planner.model import words
from planner.writers import brand_of


def review(options: Namespace, language: str) -> int:
    """What the review finds, worst first."""
    plan = storage.read(options.plan).plan
    found = planner.review(plan)
    if options.json:
        data_json(
            [
                {
                    "id": finding.id,
                    "severity": finding.severity,
                    "path": finding.path,
                    "step": finding.step,
                    "message": finding.message(language),
                    "reason": translate(finding.reason, language),
                }
                for finding in found
            ]
        )
    else:
        for finding in found:
            severity = translate(finding.severity, language)
            data(f"{severity}\t{finding.id}\t{finding.path}\t{finding.message(language)}")
    if options.strict and any(finding.severity != "hint" for finding in found):
        return FOUND
    return OK


def analyze(options: Namespace, language: str) -> int:
    """Every figure that the plan's answers allow, with the inputs that `calc` recomputes."""
    from planner import calc
    from planner.analysis.declaring import METHODS

    plan = storage.read(options.plan).plan
    analysis = planner.analyze(plan)
    if options.method and options.method not in METHODS:
        raise Failure(
            USAGE,
            N_("“{name}” is no method; `plansmith calc --help` lists them."),
            name=options.method,
        )
    wanted = (options.method,) if options.method else tuple(analysis.methods)
    rows: dict[str, object] = {
        method: [
            {
                "subject": run.subject,
                "input": calc.input_of(run.given),
                "result": calc.output_of(run.result, language),
            }
            for run in analysis.runs(method)
        ]
        for method in wanted
    }
    missing = [
        {"method": gap.method, "paths": list(gap.paths)}
        for gap in analysis.missing
        if not options.method or gap.method == options.method
    ]
    if options.json:
        data_json(rows | {"missing": missing})
        return OK
    for method in wanted:
        for run in analysis.runs(method):
            data(f"{method}\t{run.subject}")
    for gap in analysis.missing:
        if not options.method or gap.method == options.method:
            sentence = translate(N_("missing for {method}: {paths}"), language)
            data(sentence.format(method=gap.method, paths=", ".join(gap.paths)))
    return OK


def write(options: Namespace, language: str) -> int:
    """Write a document in one or several formats and print each file's path."""
    from planner.composing.outline import outline

    if options.kind not in words.document_kinds():
        raise Failure(
            USAGE,
            N_("“{kind}” is not a kind of document; choose from: {known}."),
            kind=options.kind,
            known=", ".join(words.document_kinds()),
        )
    plan_of_document = outline(options.kind)
    formats = tuple(dict.fromkeys(part.strip() for part in options.format.split(",")))
    for chosen in formats:
        if chosen not in plan_of_document.formats:
            raise Failure(
                USAGE,
                N_("“{kind}” cannot be written as “{format}”; choose from: {known}."),
                kind=options.kind,
                format=chosen,
                known=", ".join(plan_of_document.formats),
            )
    plan = storage.read(options.plan).plan
    brand = brand_of(plan.meta.document.brand or "", options.brand)
    chosen_language = options.lang or plan.meta.document.language or plan.meta.language or language
    document = planner.compose(plan, options.kind, chosen_language)
    for file in _files(options, formats):
        planner.write(document, file, brand)
        data(str(file))
    return OK


def _files(options: Namespace, formats: tuple[str, ...]) -> list[Path]:
    out = Path(options.out)
    folder = out.is_dir() or options.out.endswith(("/", os.sep)) or len(formats) > 1
    if not folder:
        if out.suffix != f".{formats[0]}":
            raise Failure(
                USAGE,
                N_("{file} does not end in .{format}; name a folder or such a file."),
                file=out,
                format=formats[0],
            )
        return [out]
    out.mkdir(parents=True, exist_ok=True)
    stem = Path(options.plan).stem
    return [out / f"{stem}-{options.kind}.{format_}" for format_ in formats]
