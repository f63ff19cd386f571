"""Rules about groups of buyers and those refused."""

from __future__ import annotations

from collections.abc import Iterator

from planner.analysis.feeding import economics, groups
from planner.analysis.feeding.figures import figure_at, total
from planner.checks.finding import Found, Review, rule
from planner.i18n import N_
from planner.model.clean import fold

UNFIT_BASES = {"place", "kind of organisation", "life stage"}


@rule("segments-miss-revenue", "warning", N_("Groups that don’t add up to your sales are guesses."))
def segments_miss_revenue(review: Review) -> Iterator[Found]:
    """The groups together are more than 15 % off the sales of the baseline year."""
    revenue = figure_at(review.plan, "business.baseline.revenue")
    known = [f.revenue for f in economics.segments(review.plan)]
    if revenue is None or revenue.value <= 0 or not known or None in known:
        return
    together = total(figure for figure in known if figure is not None)
    if abs(together.value - revenue.value) > 0.15 * revenue.value + 1e-9:
        yield Found(
            "segments.items",
            N_("The groups add up to {groups} of sales; the year says {year}."),
            {"groups": f"{together.value:,.0f}", "year": f"{revenue.value:,.0f}"},
        )


@rule("segment-without-need", "warning", N_("Two groups with one need are one group."))
def segment_without_need(review: Review) -> Iterator[Found]:
    """A need that is empty or another group’s, or groupings that know no need."""
    seen: dict[str, str] = {}
    for segment in review.plan.segments.items:
        path = f"segments.items[{segment.id}]"
        name = review.title(path)
        if not segment.need:
            yield Found(f"{path}.need", N_("“{name}” has no need of its own."), {"name": name})
            continue
        key = fold(segment.need)
        if key in seen:
            yield Found(
                f"{path}.need",
                N_("“{name}” has the same need as “{other}”."),
                {"name": name, "other": seen[key]},
            )
        seen.setdefault(key, name)
    bases = set(review.plan.segments.bases or ())
    if bases and bases <= UNFIT_BASES:
        yield Found(
            "segments.bases", N_("These groupings say where and who, not what anyone needs.")
        )


@rule("everybody-is-a-customer", "error", N_("Whoever is not refused gets your ads and hours."))
def everybody_is_a_customer(review: Review) -> Iterator[Found]:
    """Groups are named, but nobody is refused."""
    segments = review.plan.segments
    refused = any(s.decision == "not our customer" for s in segments.items)
    if segments.items and not refused and not segments.exclusions:
        yield Found("segments.exclusions", N_("Nobody is refused: everybody is a customer."))


@rule("refusal-without-rule", "warning", N_("A refusal without a rule becomes rudeness or favour."))
def refusal_without_rule(review: Review) -> Iterator[Found]:
    """A refused group that no refusal names, or a refusal without rule or script."""
    named = {e.segment for e in review.plan.segments.exclusions}
    if review.asks("segments.exclusions[*].segment"):
        for segment in review.plan.segments.items:
            if segment.decision == "not our customer" and segment.id not in named:
                path = f"segments.items[{segment.id}]"
                yield Found(
                    f"{path}.decision",
                    N_("“{name}” is refused, but no rule says how to tell and what to say."),
                    {"name": review.title(path)},
                )
    for refused in review.plan.segments.exclusions:
        path = f"segments.exclusions[{refused.id}]"
        words = {"name": review.title(path)}
        if not refused.rule:
            yield Found(f"{path}.rule", N_("“{name}” has no rule to recognise one by."), words)
        if not refused.script:
            yield Found(f"{path}.script", N_("Nothing says what to tell “{name}”."), words)
        if refused.review_date is None:
            yield Found(f"{path}.review_date", N_("“{name}” has no date to look again."), words)
        elif review.today > refused.review_date:
            yield Found(f"{path}.review_date", N_("It is time to look at “{name}” again."), words)


@rule("target-against-scores", "warning", N_("A choice against your own scores needs its reason."))
def target_against_scores(review: Review) -> Iterator[Found]:
    """A target in the worst zone, excluded, or hanging on one weight, whose reason is silent."""
    zones = review.analysis.zones
    for segment in review.plan.segments.items:
        if segment.decision != "target" or segment.decision_reason:
            continue
        path = f"segments.items[{segment.id}]"
        words = {"name": review.title(path)}
        at = f"{path}.decision_reason"
        if zones.get(segment.id) in ("harvest or avoid", "excluded"):
            yield Found(at, N_("“{name}” is a target against your own scores; say why."), words)
        elif criterion := _swayed(review, segment.id):
            yield Found(
                at,
                N_(
                    "A fifth more or less weight on “{criterion}” decides whether the scores choose"
                    " “{name}”; say why it is a target."
                ),
                words | {"criterion": review.title(criterion)},
            )


def _swayed(review: Review, segment: str) -> str | None:
    """The criterion whose weight decides whether a segment is a target."""
    for one in groups.hanging(review.plan):
        if segment in (*one.entering, *one.leaving):
            return f"segments.criteria[{one.criterion}]"
    return None
