"""The ten steps in their order: word, name, and what each decides."""

from __future__ import annotations

from typing import NamedTuple

from planner.i18n import N_


class Step(NamedTuple):
    """A step of the rail; `decides` is the sentence under its title."""

    word: str
    name: str
    decides: str


STEPS = (
    Step(
        "business",
        N_("Business & goals"),
        N_("Who you are, what a sale leaves you, and what must be true at the end of the plan."),
    ),
    Step(
        "market",
        N_("Market & environment"),
        N_("How much there is to win, and what is changing around you whether you like it or not."),
    ),
    Step(
        "competitors",
        N_("Competitors"),
        N_("What a buyer could do instead of coming to you, and where you win or lose against it."),
    ),
    Step(
        "segments",
        N_("Segments"),
        N_("Which groups of buyers you work for, and which you turn away."),
    ),
    Step(
        "audience",
        N_("Target audience"),
        N_("Who the people you want are, where you meet them, and in which words they think."),
    ),
    Step(
        "positioning",
        N_("Positioning"),
        N_("The one thing you want to be known for, and why anybody should believe it."),
    ),
    Step(
        "technology",
        N_("Technology watch"),
        N_("Which new tools you take up, which you try, and which you leave alone for now."),
    ),
    Step(
        "promotion",
        N_("Promotion plan"),
        N_("Through which channels, for how much money, by whom, and how you will know it works."),
    ),
    Step(
        "write",
        N_("Review & write"),
        N_("What is still missing or weak, and the document itself."),
    ),
    Step(
        "track",
        N_("Track"),
        N_("What happened, month by month, and what you do about it."),
    ),
)
DEPTHS = ("essential", "standard", "thorough")
"""The words of `meta.depth`, the shallowest first; it counts where none is chosen."""
WORDS = tuple(step.word for step in STEPS)


def page_of(path: str) -> str:
    """The page on which a path is edited: a step's word, or the ledger's."""
    return "evidence" if path.startswith("evidence") else step_of(path)


def step_of(path: str) -> str:
    """The step on whose page a path is edited."""
    section = path.partition(".")[0].partition("[")[0]
    if section == "evidence" or path.startswith(("meta.document", "meta.decision")):
        return "write"
    return section if section in WORDS else "business"
