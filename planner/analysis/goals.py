"""What customers miss, how far key results have come, where the journey has gaps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from planner.analysis.declaring import (
    SLACK,
    Among,
    Bound,
    Filled,
    Ids,
    Invalid,
    Problem,
    Size,
    method,
    undefined,
)
from planner.analysis.rules import ratio
from planner.i18n import N_

TenPoints: TypeAlias = Annotated[float, Bound(0, 10)]
Answers: TypeAlias = Annotated[tuple[Annotated[float, Bound(1, 5)], ...], Filled()]
FEWEST_ANSWERS = 30
TOP_BOX = 4


@dataclass(frozen=True, slots=True)
class Outcome:
    """An outcome customers want: scores from 0 to 10, or the answers from 1 to 5 behind them."""

    id: str
    importance: TenPoints | None = None
    satisfaction: TenPoints | None = None
    importance_answers: Answers | None = None
    satisfaction_answers: Answers | None = None


@dataclass(frozen=True, slots=True)
class OpportunityInput:
    """The outcomes of one segment."""

    outcomes: Annotated[tuple[Outcome, ...], Filled()]


@dataclass(frozen=True, slots=True)
class ScoredOutcome:
    """An outcome's opportunity from 0 to 20."""

    id: str
    importance: float
    satisfaction: float
    score: float
    class_: Literal["extreme", "opportunity", "none"]


@dataclass(frozen=True, slots=True)
class Opportunity:
    """The outcomes scored."""

    outcomes: tuple[ScoredOutcome, ...]
    warnings: tuple[Problem, ...] = ()


@method("opportunity")
def opportunity(given: OpportunityInput) -> Opportunity:
    """Score outcomes: importance + max(importance − satisfaction, 0) (Ulwick 2005).

    From answers, a score is ten times the share of 4 and 5; above 10 an opportunity, above 15
    extreme.

    Raises:
        Invalid: where an outcome has neither scores nor answers, or both.
    """
    scored, problems = [], []
    for index, outcome in enumerate(given.outcomes):
        importance = _score(outcome, "importance", index)
        satisfaction = _score(outcome, "satisfaction", index)
        score = importance + max(importance - satisfaction, 0.0)
        scored.append(
            ScoredOutcome(outcome.id, importance, satisfaction, score, _opportunity_class(score))
        )
        counts = [len(a) for a in (outcome.importance_answers, outcome.satisfaction_answers) if a]
        if counts and min(counts) < FEWEST_ANSWERS:
            message = N_("{id} rests on {count} answers; ask at least {least}.")
            words = {"id": outcome.id, "count": min(counts), "least": FEWEST_ANSWERS}
            problems.append(Problem("small-sample", message, words))
    return Opportunity(tuple(scored), tuple(problems))


def _score(outcome: Outcome, name: str, index: int) -> float:
    score: float | None = getattr(outcome, name)
    answers: Sequence[float] | None = getattr(outcome, f"{name}_answers")
    if (score is None) == (answers is None):
        message = N_("{id} needs either a score or the answers for {what}.")
        raise Invalid(f"outcomes[{index}].{name}", message, id=outcome.id, what=name)
    if answers is None:
        return score or 0.0
    return 10 * sum(answer >= TOP_BOX - SLACK for answer in answers) / len(answers)


def _opportunity_class(score: float) -> Literal["extreme", "opportunity", "none"]:
    if score > 15 + SLACK:
        return "extreme"
    return "opportunity" if score > 10 + SLACK else "none"


@dataclass(frozen=True, slots=True)
class KeyResult:
    """Where a figure stood, should stand, and stands; how much it counts."""

    id: str
    start: float
    target: float
    actual: float
    weight: Size = 1.0


@dataclass(frozen=True, slots=True)
class OkrInput:
    """The key results of one objective."""

    key_results: Annotated[tuple[KeyResult, ...], Filled()]


@dataclass(frozen=True, slots=True)
class Progress:
    """How much of the way is done, 0 to 1; None where the target is the start."""

    id: str
    progress: float | None


@dataclass(frozen=True, slots=True)
class Okr:
    """Progress of the key results, and of the objective as their weighted mean."""

    key_results: tuple[Progress, ...]
    objective: float | None
    warnings: tuple[Problem, ...] = ()


@method("okr")
def okr(given: OkrInput) -> Okr:
    """Measure progress: (actual − start)/(target − start), kept within 0 and 1 (Doerr 2018)."""
    found, problems = [], []
    done = counted = 0.0
    for result in given.key_results:
        way = ratio(result.actual - result.start, result.target - result.start)
        if way is None:
            message = N_("{id}: the target is the start, so there is no way to go.")
            problems.append(undefined(message, id=result.id))
        else:
            way = min(max(way, 0.0), 1.0)
            done += result.weight * way
            counted += result.weight
        found.append(Progress(result.id, way))
    objective = ratio(done, counted)
    if objective is None:
        problems.append(undefined(N_("No key result counts: the objective has no progress.")))
    return Okr(tuple(found), objective, tuple(problems))


@dataclass(frozen=True, slots=True)
class JourneyInput:
    """Stages, personas, and the cells that have content."""

    stages: Ids
    personas: Ids
    filled: tuple[tuple[Annotated[str, Among("stages")], Annotated[str, Among("personas")]], ...]


@dataclass(frozen=True, slots=True)
class Journey:
    """The share of cells with content, and those without, stage by stage."""

    coverage: float
    gaps: tuple[tuple[str, str], ...]
    warnings: tuple[Problem, ...] = ()


@method("journey-coverage")
def journey_coverage(given: JourneyInput) -> Journey:
    """Find the gaps of a buyer's journey: distinct filled cells / (stages × personas)."""
    there = set(given.filled)
    cells = [(stage, persona) for stage in given.stages for persona in given.personas]
    gaps = tuple(cell for cell in cells if cell not in there)
    return Journey((len(cells) - len(gaps)) / len(cells), gaps)
