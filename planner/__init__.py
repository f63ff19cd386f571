"""Marketing planning as a library: load, save, analyse, review, compose, write.

    plan = planner.load("moveo.mktplan")
    document = planner.compose(plan, "annual", "en")
    planner.write(document, "moveo-annual.docx")

Everything is pure but `load`, `save` and `write`. Nothing here imports a window.
"""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.analysis.feeding import Analysis
    from planner.blocks import Document
    from planner.checks import Finding
    from planner.model.plan import Plan
    from planner.progress import Told
    from planner.writers import Brand

__version__ = "0.1.0"


def load(file: str | PathLike[str]) -> Plan:
    """The plan in a file.

    Raises:
        planner.storage.StorageError: where it cannot be read or is not a whole plan of ours.
        planner.model.plan.InvalidPlan: where a value breaks its declaration.
    """
    from planner import storage

    return storage.read(Path(file)).plan


def save(plan: Plan, file: str | PathLike[str]) -> None:
    """Write a plan to a file, atomically; a plan file that is there is replaced.

    Raises:
        planner.storage.StorageError: where it cannot be written; the old file is whole then.
    """
    from planner import storage

    storage.save(plan, Path(file))


def analyze(plan: Plan) -> Analysis:
    """Every figure that the plan's answers allow to compute, and what is missing for the rest."""
    from planner.analysis.feeding import analysed

    return analysed(plan)


def review(plan: Plan) -> tuple[Finding, ...]:
    """What is missing, weak or inconsistent, worst first, then in step order."""
    from planner import checks

    return checks.findings(plan)


def compose(
    plan: Plan, kind: str, lang: str, subject: str | None = None, *, told: Told | None = None
) -> Document:
    """The document of a kind in a language; see `kinds` on the command line.

    `told` hears of each chapter before it is put together, and can stop the work by an exception.

    Raises:
        planner.model.kinds.BadValue: where there is no such kind.
    """
    from planner.composing.compose import compose as composed

    return composed(plan, kind, lang, subject, told=told)


def write(
    document: Document,
    file: str | PathLike[str],
    brand: str | PathLike[str] | Brand | None = None,
    *,
    told: Told | None = None,
) -> None:
    """Write a document; the file's suffix says in which format.

    `brand` is a brand file or what was read of one; without it the document's own brand is taken
    from the user's folder, where it names one. `told` hears of each chapter before it is set, and
    can stop the work by an exception: the file is left as it was then.

    Raises:
        planner.writers.WriteError: where the format is not known, the brand cannot be used or the
            file cannot be written.
    """
    from planner import writers

    writers.write(document, file, brand=brand, told=told)
