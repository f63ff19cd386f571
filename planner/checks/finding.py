"""What the review finds, and the register of its rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date as Day
from typing import TYPE_CHECKING, Literal, TypeAlias

from planner import paths
from planner.i18n import translate
from planner.model.asking import DEPTHS
from planner.model.plan import Plan

if TYPE_CHECKING:
    from planner.analysis.feeding import Analysis

Severity: TypeAlias = Literal["error", "warning", "hint"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "hint")
STEPS = (
    "business",
    "market",
    "competitors",
    "segments",
    "audience",
    "positioning",
    "technology",
    "promotion",
    "write",
    "track",
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is missing, weak or inconsistent, and the place it is about.

    `template` and `reason` are messages; `words` fill the template.
    """

    id: str
    severity: Severity
    path: str
    step: str
    template: str
    words: Mapping[str, object]
    reason: str

    def message(self, language: str) -> str:
        """The sentence in a language."""
        return translate(self.template, language).format(**self.words)


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule yields; `severity` where it differs from the rule's own."""

    path: str
    template: str
    words: Mapping[str, object] = field(default_factory=dict)
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """A plan under review, with its analysis and the day it is reviewed on."""

    plan: Plan
    analysis: Analysis
    today: Day

    def asks(self, path: str) -> bool:
        """Whether the plan's depth shows the question at a path."""
        letters = "EST"
        shown = DEPTHS[self.plan.meta.depth or "essential"]
        return letters.index(paths.place(path).depth) <= letters.index(shown)

    def title(self, path: str) -> str:
        """What a member is called."""
        member = paths.get(self.plan, path)
        return paths.title_of(member) if member is not None else path


Check: TypeAlias = Callable[[Review], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the review: its name, how grave it is, why it is one, and the check."""

    id: str
    severity: Severity
    reason: str
    check: Check
    grave: bool = False


RULES: dict[str, Rule] = {}
"""Every rule by its identifier."""


def rule(
    identifier: str, severity: Severity, reason: str, *, grave: bool = False
) -> Callable[[Check], Check]:
    """Register a check.

    A grave rule is about money or law and speaks even where the depth hides the question.
    """

    def register(check: Check) -> Check:
        RULES[identifier] = Rule(identifier, severity, reason, check, grave)
        return check

    return register


def step_of(path: str) -> str:
    """The step that a path is edited on."""
    section = path.partition(".")[0].partition("[")[0]
    if section == "evidence" or path.startswith(("meta.document", "meta.decision")):
        return "write"
    return "business" if section in ("meta", "") else section
