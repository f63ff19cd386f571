"""Commands that list what there is: samples, kinds of document, fields, the schema."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from planner import assets, paths, storage
from planner.cli.program import OK
from planner.cli.reporting import data, data_json
from planner.i18n import translate
from planner.model.nodes import Declared

SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def samples(options: Namespace, language: str) -> int:
    """The sample plans: name and title."""
    del language
    rows = []
    for file in assets.samples():
        meta = storage.read(file).plan.meta
        rows.append(
            {
                "name": file.stem,
                "title": meta.title,
                "language": meta.language,
                "currency": meta.currency,
            }
        )
    if options.json:
        data_json(rows)
    else:
        for row in rows:
            data(f"{row['name']}\t{row['title']}")
    return OK


def kinds(options: Namespace, language: str) -> int:
    """The kinds of document with their formats."""
    from planner.composing.outline import outlines

    rows = [
        {
            "name": outline.kind,
            "title": translate(outline.title, language),
            "formats": list(outline.formats),
        }
        for outline in outlines()
    ]
    if options.json:
        data_json(rows)
    else:
        for row in rows:
            data(f"{row['name']}\t{row['title']}\t{' '.join(row['formats'])}")
    return OK


def fields(options: Namespace, language: str) -> int:
    """Every field of the questionnaire, one row a field."""
    rows = [_row(path, field, language) for path, field in paths.questions()]
    if options.json:
        data_json(rows)
    else:
        for row in rows:
            data("\t".join((row["path"], row["type"], row["depth"], row["question"])))
    return OK


def _row(path: str, field: Declared, language: str) -> dict[str, Any]:
    ask = field.ask
    assert ask is not None
    kind = paths.estimate_kind(field) if field.is_estimate else field.kind
    return {
        "path": path,
        "type": paths.type_word(field),
        "depth": ask.depth,
        "question": translate(ask.question, language),
        "why": translate(ask.why, language),
        "example": translate(ask.example, language),
        "unit": translate(ask.unit, language),
        "choices": list(kind.choices) if kind else [],
    }


def schema(options: Namespace, language: str) -> int:
    """The JSON Schema of a plan file's body."""
    del options, language
    from planner.model.plan import Plan

    described = Plan.model_json_schema(mode="validation")
    data_json({"$schema": SCHEMA_DIALECT, "$id": "urn:plansmith:plan:1"} | described)
    return OK
