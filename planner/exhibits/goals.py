"""What the plan is to reach: goals, objectives with their measures, the gap."""

from __future__ import annotations

from typing import Any

from planner.analysis.feeding import aims
from planner.analysis.feeding.measures import goal_unit
from planner.blocks import Chart, Series, Span, Table, Text
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.tables import figures, row, table, words
from planner.i18n import N_


def aim(ground: Ground, unit: str, value: float | None, *sources: str) -> Text:
    """A goal's or measure's figure in its unit."""
    if value is None:
        return ()
    if unit in ("percent", "share"):
        return (ground.voice.percent(value, *sources),)
    if unit == "money":
        return (ground.voice.money(value, *sources),)
    return (ground.voice.number(value, *sources),)


@exhibit("goals")
def goals(ground: Ground) -> Table | None:
    """Goals with where they stand and where they should be."""
    columns = (
        words(ground, N_("Goal"), 3),
        words(ground, N_("Shown by"), 1.3),
        figures(ground, N_("Today")),
        figures(ground, N_("Target")),
        words(ground, N_("By"), 1.3),
        words(ground, N_("Must not get worse"), 1.6),
    )
    rows = []
    for goal in ground.plan.business.goals:
        path = f"business.goals[{goal.id}]"
        unit = goal_unit(goal)
        rows.append(
            row(
                ground.cell(goal, path, "name"),
                ground.cell(goal, path, "metric"),
                aim(ground, unit, goal.baseline, f"{path}.baseline"),
                aim(ground, unit, goal.target, f"{path}.target"),
                ground.cell(goal, path, "date"),
                ground.cell(goal, path, "guardrail"),
            )
        )
    return table("goals", ground.say(N_("What must be different at the end")), columns, rows)


@exhibit("goals-reasons")
def goals_reasons(ground: Ground) -> Table | None:
    """Goals with the measure that shows them and the reason for their size."""
    columns = (
        words(ground, N_("Goal"), 2),
        words(ground, N_("Shown by"), 1.2),
        words(ground, N_("Why this, and why so much"), 3.5),
        words(ground, N_("Answers for it"), 1.2),
    )
    rows = []
    for goal in ground.plan.business.goals:
        path = f"business.goals[{goal.id}]"
        shown_by = ground.cell(goal, path, "metric_name") or ground.cell(goal, path, "metric")
        rows.append(
            row(
                ground.cell(goal, path, "name"),
                shown_by,
                ground.cell(goal, path, "why"),
                ground.cell(goal, path, "owner"),
            )
        )
    return table("goals-reasons", ground.say(N_("Why these goals")), columns, rows)


@exhibit("objectives")
def objectives(ground: Ground) -> Table | None:
    """What promotion must achieve, with its measure today and at the end."""
    columns = (
        words(ground, N_("Promotion must achieve"), 2.6),
        words(ground, N_("Measure"), 1.6),
        figures(ground, N_("Today")),
        figures(ground, N_("Target")),
        words(ground, N_("Moves first"), 1.4),
        words(ground, N_("By"), 1.2),
    )
    kpis = {kpi.id: kpi for kpi in ground.plan.promotion.kpis}
    rows = []
    for objective in ground.plan.promotion.objectives:
        path = f"promotion.objectives[{objective.id}]"
        kpi = kpis.get(objective.kpi or "")
        today, target = _standing(ground, kpi)
        rows.append(
            row(
                ground.cell(objective, path, "name"),
                ground.cell(objective, path, "kpi"),
                today,
                target,
                ground.cell(objective, path, "leading_kpi"),
                ground.cell(objective, path, "due"),
            )
        )
    served = {objective.kpi for objective in ground.plan.promotion.objectives}
    for kpi in ground.plan.promotion.kpis:
        # A deeper plan has the tree of all measures in its own chapter.
        if kpi.id not in served and not ground.deep:
            today, target = _standing(ground, kpi)
            rows.append(row((), ground.title(f"promotion.kpis[{kpi.id}]"), today, target, (), ()))
    caption = ground.say(N_("What promotion must achieve, and what shows it"))
    return table("objectives", caption, columns, rows)


def _standing(ground: Ground, kpi: Any) -> tuple[Text, Text]:
    if kpi is None:
        return (), ()
    path = f"promotion.kpis[{kpi.id}]"
    unit = kpi.unit or "count"
    return (
        aim(ground, unit, kpi.baseline, f"{path}.baseline"),
        aim(ground, unit, kpi.target, f"{path}.target"),
    )


@reading("gap")
def gap(ground: Ground) -> Text:
    """How far the first goal lies from where the firm ends up without a plan."""
    found = aims.gaps(ground.plan)
    if not found:
        return ()
    first = found[0]
    said = ground.say(
        N_(
            "Without this plan the figure ends at {without}; the goal is {target}. The gap is"
            " {gap}."
        ),
        without=aim(ground, first.unit, first.without.value, *first.without.sources),
        target=aim(ground, first.unit, first.target.value, *first.target.sources),
        gap=aim(ground, first.unit, first.size.value, *first.size.sources),
    )
    if first.customers is None:
        return said
    return (
        *said,
        *ground.say(
            N_(" That is {customers} more customers at what a customer buys for today."),
            customers=ground.voice.number(round(first.customers.value), *first.customers.sources),
        ),
    )


@exhibit("gap")
def gap_chart(ground: Ground) -> Chart | None:
    """From where the firm ends without a plan to the goal, filled by the chosen strategies."""
    found = [g for g in aims.gaps(ground.plan) if g.gains]
    if not found:
        return None
    first = found[0]
    names = [ground.voice.word(N_("Without the plan"))]
    values: list[float | None] = [first.without.value]
    sources = list(first.without.sources)
    for gain in first.gains:
        names.append("".join(span.text for span in ground.title(gain.path)))
        values.append(gain.figure.value)
        sources += gain.figure.sources
    names.append(ground.voice.word(N_("Goal")))
    values.append(first.target.value)
    series = Series(ground.voice.word(N_("Value")), tuple(values), own=True, sources=tuple(sources))
    return Chart(
        "gap",
        "waterfall",
        ground.say(
            N_("The chosen strategies bring {sum} of the {gap} that are missing"),
            sum=aim(ground, first.unit, first.filled.value, *first.filled.sources),
            gap=aim(ground, first.unit, first.size.value, *first.size.sources),
        ),
        subtitle=ground.voice.unit() if first.unit == "money" else "",
        alt="; ".join(
            f"{name}: {ground.voice.number(value or 0).text}"
            for name, value in zip(names, values, strict=True)
        ),
        categories=tuple(names),
        series=(series,),
        number_format="#,##0",
        totals=(0, len(names) - 1),
    )


@reading("gap-filled")
def gap_filled(ground: Ground) -> Text:
    """Whether the strategies add up to the gap."""
    found = [g for g in aims.gaps(ground.plan) if g.gains]
    if not found:
        return ()
    first = found[0]
    lacking = first.size.value - first.filled.value
    sources = (*first.size.sources, *first.filled.sources)
    if lacking * first.direction <= 0:
        return ground.say(N_("The strategies add up to the gap."))
    return ground.say(
        N_("{lacking} of the gap is not filled by any chosen strategy."),
        lacking=aim(ground, first.unit, abs(lacking), *sources),
    )


@reading("goal-market")
def goal_market(ground: Ground) -> Text:
    """Whether the revenue goal lies within what the market sizing says can be won."""
    beyond = aims.beyond_market(ground.plan, ground.analysis)
    if beyond is None:
        return ()
    goal, won = beyond
    parts: dict[str, Span] = {
        "goal": ground.voice.money(round(goal.value), *goal.sources),
        "som": ground.voice.money(round(won.value), *won.sources),
    }
    if goal.value > won.value:
        return ground.say(
            N_(
                "The goal of {goal} lies above the {som} that the sizing says can be won:"
                " either the sizing is too careful or the goal too bold."
            ),
            **parts,
        )
    return ground.say(
        N_("The goal of {goal} lies within the {som} that the sizing says can be won."), **parts
    )
