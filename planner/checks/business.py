"""Rules about the firm, last year and the goals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planner.analysis.feeding import aims, economics
from planner.analysis.feeding.figures import figure_at
from planner.analysis.feeding.spending import spending
from planner.checks.finding import Found, Review, rule
from planner.i18n import N_

DOING = re.compile(
    r"^(run|launch|post|spend|publish|send|advertise|start|open|build|make|create|write)\b",
    re.IGNORECASE,
)
"""Words that begin a name which speaks of work done, not of a result (English only)."""
MOST_GOALS = 3


@rule(
    "margin-unknown",
    "error",
    N_("Without a margin nobody can say whether advertising pays."),
    grave=True,
)
def margin_unknown(review: Review) -> Iterator[Found]:
    """Money is planned, but no offering has a unit cost and no gross margin is given."""
    if spending(review.plan).total.value and economics.firm_margin(review.plan) is None:
        yield Found(
            "business.offerings",
            N_(
                "Money is planned, but nothing says what is left of a sale: give price and direct"
                " cost of what you sell."
            ),
        )


@rule(
    "unit-margin-negative",
    "error",
    N_("Every sale of such an offer loses money; promotion multiplies the loss."),
    grave=True,
)
def unit_margin_negative(review: Review) -> Iterator[Found]:
    """An offering to be launched, grown or kept costs at least what it brings."""
    for offering, earned in zip(
        review.plan.business.offerings, economics.offerings(review.plan), strict=True
    ):
        keeps = (offering.role or "keep") in ("launch", "grow", "keep")
        if keeps and earned.unit_margin is not None and earned.unit_margin.value <= 0:
            if offering.price == 0 and not offering.unit_cost:
                continue
            yield Found(
                f"{earned.path}.unit_cost",
                N_("“{name}” costs as much as it brings, or more."),
                {"name": review.title(earned.path)},
            )


@rule("revenue-split-off", "warning", N_("A margin weighted by wrong shares is wrong."))
def revenue_split_off(review: Review) -> Iterator[Found]:
    """Shares of revenue don't add up to 1, or months differ from the year."""
    shares = [
        o.share_of_revenue for o in review.plan.business.offerings if o.share_of_revenue is not None
    ]
    if shares and len(shares) == len(review.plan.business.offerings):
        total = sum(shares)
        if abs(total - 1) > 0.01 + 1e-9:
            yield Found(
                "business.offerings",
                N_("The shares of sales add up to {total} %, not to 100 %."),
                {"total": f"{total * 100:.0f}"},
            )
    yield from _months_off(review)


def _months_off(review: Review) -> Iterator[Found]:
    baseline = review.plan.business.baseline
    if baseline.year is None or not baseline.revenue:
        return
    inside = [
        m.revenue
        for m in review.plan.business.months
        if m.revenue is not None and baseline.year[0] <= m.id <= baseline.year[1]
    ]
    if len(inside) != 12:
        return
    total = sum(inside)
    if abs(total - baseline.revenue) > baseline.revenue / 100:
        yield Found(
            "business.baseline.revenue",
            N_("The twelve months add up to {months}, the year says {year}."),
            {"months": f"{total:,.0f}", "year": f"{baseline.revenue:,.0f}"},
        )


@rule(
    "margin-contradicts-accounts",
    "warning",
    N_("Two margins that differ mean that a cost is forgotten or counted twice."),
)
def margin_contradicts_accounts(review: Review) -> Iterator[Found]:
    """Margin from the offerings and from the accounts differ by more than five points."""
    accounts = review.plan.business.baseline.gross_margin
    known = [o for o in economics.offerings(review.plan) if o.margin is not None]
    computed = economics.firm_margin(review.plan)
    if accounts is None or not known or computed is None:
        return
    if abs(computed.value - accounts) > 0.05 + 1e-9:
        yield Found(
            "business.baseline.gross_margin",
            N_("The offers give a margin of {offers} %, the accounts {accounts} %."),
            {"offers": f"{computed.value * 100:.0f}", "accounts": f"{accounts * 100:.0f}"},
        )


@rule("goal-incomplete", "error", N_("A goal without number or date can’t be missed, or met."))
def goal_incomplete(review: Review) -> Iterator[Found]:
    """Metric, baseline, target or date missing, target = baseline, or date outside the period."""
    period = review.plan.meta.period
    for goal in review.plan.business.goals:
        path = f"business.goals[{goal.id}]"
        name = {"name": review.title(path)}
        for part in ("metric", "baseline", "target", "date"):
            if getattr(goal, part) is None:
                yield Found(f"{path}.{part}", MISSING_PART[part], name)
        if goal.target is not None and goal.target == goal.baseline:
            yield Found(f"{path}.target", N_("“{name}” ends where it begins."), name)
        if goal.date is not None and period is not None:
            month = goal.date.isoformat()[:7]
            if not period[0] <= month <= period[1]:
                yield Found(f"{path}.date", N_("“{name}” falls due outside the period."), name)


MISSING_PART = {
    "metric": N_("“{name}” does not say which number will show it."),
    "baseline": N_("“{name}” does not say where it stands today."),
    "target": N_("“{name}” does not say where it should be."),
    "date": N_("“{name}” has no date."),
}


@rule("goals-too-many", "warning", N_("More than three goals are none."))
def goals_too_many(review: Review) -> Iterator[Found]:
    """More than three goals."""
    count = len(review.plan.business.goals)
    if count > MOST_GOALS:
        yield Found(
            "business.goals", N_("There are {count} goals; three can be led."), {"count": count}
        )


@rule("goal-is-activity", "warning", N_("Work done is no result; the board will ask what for."))
def goal_is_activity(review: Review) -> Iterator[Found]:
    """A goal without a number, or one whose name speaks of doing."""
    for goal in review.plan.business.goals:
        path = f"business.goals[{goal.id}]"
        vague = goal.metric == "other" and goal.target is None
        if goal.name and (vague or DOING.match(goal.name.strip())):
            yield Found(
                f"{path}.name", N_("“{name}” speaks of work, not of a result."), {"name": goal.name}
            )


@rule(
    "goal-beyond-market",
    "error",
    N_("A goal above what the market sizing says can be won contradicts the plan itself."),
)
def goal_beyond_market(review: Review) -> Iterator[Found]:
    """A revenue goal above the smaller of the two sizes that can be won."""
    beyond = aims.beyond_market(review.plan, review.analysis)
    if beyond is None:
        return
    goal, won = beyond
    if goal.value > won.value + 1e-9:
        yield Found(
            goal.sources[0],
            N_("The goal of {goal} exceeds the {won} that the sizing says can be won."),
            {"goal": f"{goal.value:,.0f}", "won": f"{won.value:,.0f}"},
        )


@rule("goal-beyond-capacity", "warning", N_("Advertising beyond capacity buys complaints."))
def goal_beyond_capacity(review: Review) -> Iterator[Found]:
    """A revenue goal that needs more than 90 % of capacity at today’s mix."""
    plan = review.plan
    goal = next((g for g in plan.business.goals if g.metric == "revenue" and g.target), None)
    revenue = figure_at(plan, "business.baseline.revenue")
    if goal is None or goal.target is None or revenue is None or revenue.value <= 0:
        return
    growth = goal.target / revenue.value
    for use in economics.capacity_use(plan):
        needed = use.share.value * growth
        member = next(c for c in plan.business.capacity if f"[{c.id}]" in use.path)
        if needed <= 0.9 + 1e-9:
            continue
        enlarged = bool(member.step and member.step_cost is not None)
        yield Found(
            f"{use.path}.per_month",
            N_("At today’s mix the goal needs {share} % of “{name}”."),
            {"share": f"{needed * 100:.0f}", "name": review.title(use.path)},
            "error" if needed > 1 + 1e-9 and not enlarged else None,
        )


@rule("last-year-missing", "warning", N_("Failure unexplained gets funded again."))
def last_year_missing(review: Review) -> Iterator[Found]:
    """The question of last year’s plan is open, or a missed aim has no reason or lesson."""
    past = review.plan.business.last_year
    if past.had_plan is None:
        yield Found("business.last_year.had_plan", N_("Nothing is said of last year’s aims."))
    for result in past.results:
        path = f"business.last_year.results[{result.id}]"
        missed = (
            result.target is not None
            and result.achieved is not None
            and result.achieved < result.target
        )
        for part in ("why", "lesson"):
            if missed and not getattr(result, part):
                yield Found(
                    f"{path}.{part}",
                    N_("“{name}” was missed; nothing says why or what was learnt."),
                    {"name": review.title(path)},
                )
                break


@rule("nothing-stopped", "hint", N_("New work without stopping old overloads the team."))
def nothing_stopped(review: Review) -> Iterator[Found]:
    """No result of last year is set to stop."""
    results = review.plan.business.last_year.results
    if results and all(result.next != "stop" for result in results):
        yield Found("business.last_year.results", N_("Nothing of last year is to be stopped."))
