"""Rules about sources and assumptions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from planner import paths
from planner.analysis.feeding.figures import figure_at
from planner.checks.finding import Found, Review, rule
from planner.i18n import N_


@rule(
    "figure-without-source",
    "warning",
    N_("Figures without a source are the first thing struck out."),
)
def figure_without_source(review: Review) -> Iterator[Found]:
    """Answers for which a source is due and none is recorded; one finding a collection."""
    about = {path for line in review.plan.evidence.items for path in line.about or ()}
    counted: Counter[str] = Counter()
    for answer in paths.answers(review.plan):
        ask = answer.field.ask
        if ask is None or not ask.evidence or answer.path.startswith("evidence"):
            continue
        if about.isdisjoint(paths.outer_paths(answer.path)):
            counted[answer.path.partition("[")[0] if "[" in answer.path else answer.path] += 1
    for path, count in counted.items():
        said = N_("{count} answers here rest on no source.")
        if count == 1:
            said = N_("An answer here rests on no source.")
        yield Found(path, said, {"count": count})


@rule("assumption-without-tripwire", "warning", N_("An assumption you don’t check is a hope."))
def assumption_without_tripwire(review: Review) -> Iterator[Found]:
    """No threshold, no day of the check or no plan B."""
    for assumption in review.plan.evidence.assumptions:
        path = f"evidence.assumptions[{assumption.id}]"
        for part in ("threshold", "check_date", "plan_b"):
            if getattr(assumption, part) is None:
                yield Found(
                    f"{path}.{part}",
                    N_("“{name}” has no threshold, no day of the check or no plan B."),
                    {"name": review.title(path)},
                )
                break


@rule("tripwire-crossed", "error", N_("A crossed tripwire calls for its plan B."))
def tripwire_crossed(review: Review) -> Iterator[Found]:
    """The figure has passed its threshold and the assumption still stands open."""
    for assumption in review.plan.evidence.assumptions:
        if assumption.value_path is None or assumption.threshold is None:
            continue
        if (assumption.status or "open") != "open" or assumption.breaks_if is None:
            continue
        if not paths.has(review.plan, assumption.value_path):
            continue
        figure = figure_at(review.plan, assumption.value_path)
        if figure is None:
            continue
        below = assumption.breaks_if == "below" and figure.value < assumption.threshold
        above = assumption.breaks_if == "above" and figure.value > assumption.threshold
        if below or above:
            path = f"evidence.assumptions[{assumption.id}]"
            yield Found(
                f"{path}.threshold",
                N_("“{name}” has broken: the figure is past its threshold."),
                {"name": review.title(path)},
            )
