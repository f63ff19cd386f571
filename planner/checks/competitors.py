"""Rules about rivals and the yardstick."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import correlation

from planner.analysis.feeding.spending import spending
from planner.checks.finding import Found, Review, rule
from planner.i18n import N_

KINDS = {
    "substitute": N_("No substitute is listed: what else could a buyer do about the same need?"),
    "do nothing": N_("“Doing nothing” is not listed; it wins most often."),
    "potential entrant": N_("No possible newcomer is listed."),
}


@rule("rivals-incomplete", "warning", N_("You lose most often to what isn’t on the list."))
def rivals_incomplete(review: Review) -> Iterator[Found]:
    """No substitute, no doing nothing, or no possible newcomer; or no rival at all."""
    items = review.plan.competitors.items
    if not items:
        if spending(review.plan).total.value:
            yield Found(
                "competitors.items",
                N_("Money is planned, but no competitor is named."),
                severity="error",
            )
        return
    kinds = {rival.kind for rival in items}
    for kind, message in KINDS.items():
        if kind not in kinds:
            yield Found("competitors.items", message)


@rule("table-flatters-us", "warning", N_("A table where you always win is worthless."))
def table_flatters_us(review: Review) -> Iterator[Found]:
    """We are best or equal best on every factor, or no rival has a strength."""
    competitors = review.plan.competitors
    own = {r.id: r.score for r in competitors.own.ratings if r.score is not None}
    rated = [
        (factor.id, max(scores))
        for factor in competitors.success_factors
        if (
            scores := [
                r.score
                for rival in competitors.items
                for r in rival.ratings
                if r.id == factor.id and r.score is not None
            ]
        )
        and factor.id in own
    ]
    if len(rated) >= 2 and all(own[identity] >= best for identity, best in rated):
        yield Found(
            "competitors.own", N_("You rate yourself best, or as good as the best, everywhere.")
        )
    if competitors.items and not any(rival.strengths for rival in competitors.items):
        yield Found("competitors.items", N_("No rival is credited with a single strength."))


@rule("we-lose-unanswered", "warning", N_("Seeing and not answering is the same as not seeing."))
def we_lose_unanswered(review: Review) -> Iterator[Found]:
    """A rival leads by a point on one of the two heaviest factors and has no answer."""
    competitors = review.plan.competitors
    own = {r.id: r.score for r in competitors.own.ratings if r.score is not None}
    weighed = [f for f in competitors.success_factors if f.weight]
    heaviest = sorted(weighed, key=lambda f: -(f.weight or 0))[:2]
    for rival in competitors.items:
        if rival.our_answer:
            continue
        theirs = {r.id: r.score for r in rival.ratings if r.score is not None}
        for factor in heaviest:
            if factor.id in own and theirs.get(factor.id, 0) - own[factor.id] >= 1 - 1e-9:
                path = f"competitors.items[{rival.id}]"
                yield Found(
                    f"{path}.our_answer",
                    N_("{name} beats you on “{factor}”, which weighs much; nothing answers it."),
                    {
                        "name": review.title(path),
                        "factor": review.title(f"competitors.success_factors[{factor.id}]"),
                    },
                )
                break


@rule("map-is-a-line", "hint", N_("Two axes that say the same show no gap."))
def map_is_a_line(review: Review) -> Iterator[Found]:
    """The two axes of the map are nearly one."""
    points = review.analysis.map_points
    if points is None or len(points) < 3:
        return
    xs, ys = [p.x for p in points], [p.y for p in points]
    if len(set(xs)) < 2 or len(set(ys)) < 2:
        return
    if abs(correlation(xs, ys)) > 0.8 + 1e-9:
        yield Found(
            "competitors.map.vertical",
            N_("The two axes of the map move together; choose another pair."),
        )


@rule("ranking-fragile", "hint", N_("An order that hangs on one weight is no verdict."))
def ranking_fragile(review: Review) -> Iterator[Found]:
    """The winner changes within a fifth of one weight."""
    for factor in review.analysis.fragile_weights:
        yield Found(
            f"competitors.success_factors[{factor}].weight",
            N_("A fifth more or less weight on “{factor}” changes who leads."),
            {"factor": review.title(f"competitors.success_factors[{factor}]")},
        )
