"""Risks beyond the list: where they stand, what makes them rarer, where they come from."""

from __future__ import annotations

from planner.blocks import Axis, Chart, Point, Table, Text, plain
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.members import Shown, leading, table_of
from planner.i18n import N_

RISKS = "promotion.risks"


@exhibit("risk-matrix")
def risk_matrix(ground: Ground) -> Chart | None:
    """Risks by how likely and how bad they are."""
    rated = [
        (path, risk)
        for path, risk in ground.members(RISKS)
        if risk.name and risk.likelihood is not None and risk.impact is not None
    ]
    if len(rated) < 3:
        return None
    worst = max(rated, key=lambda pair: (pair[1].likelihood or 0) * (pair[1].impact or 0))
    points = tuple(
        Point(
            plain(ground.title(path)),
            float(risk.likelihood or 0),
            float(risk.impact or 0),
            own=path == worst[0],
            sources=(f"{path}.likelihood", f"{path}.impact"),
        )
        for path, risk in rated
    )
    return Chart(
        "risk-matrix",
        "matrix",
        ground.say(N_("What weighs most: {risk}"), risk=ground.title(worst[0])),
        subtitle=ground.voice.word(N_("Likely and bad, both from 1 to 5")),
        alt="; ".join(f"{p.label}: {p.x:g} × {p.y:g}" for p in points),
        points=points,
        x=Axis(ground.voice.word(N_("how likely")), 0.5, 5.5),
        y=Axis(ground.voice.word(N_("how bad")), 0.5, 5.5),
        cuts_x=(3.0,),
        cuts_y=(3.0,),
    )


@exhibit("factor-matrix")
def factor_matrix(ground: Ground) -> Chart | None:
    """Changes around us by how likely they are and how much they would change."""
    rated = [
        (path, factor)
        for path, factor in ground.members("market.factors")
        if factor.name and factor.likelihood is not None and factor.impact is not None
    ]
    if len(rated) < 3:
        return None
    first = max(rated, key=lambda pair: (pair[1].likelihood or 0) * (pair[1].impact or 0))
    points = tuple(
        Point(
            plain(ground.title(path)),
            float(factor.likelihood or 0),
            float(factor.impact or 0),
            own=factor.direction == "helps",
            sources=(f"{path}.likelihood", f"{path}.impact"),
        )
        for path, factor in rated
    )
    return Chart(
        "factor-matrix",
        "matrix",
        ground.say(N_("What to prepare for first: {change}"), change=ground.title(first[0])),
        subtitle=ground.voice.word(N_("In colour: what helps us; likelihood and impact 1 to 5")),
        alt="; ".join(f"{p.label}: {p.x:g} × {p.y:g}" for p in points),
        points=points,
        x=Axis(ground.voice.word(N_("how likely")), 0.5, 5.5),
        y=Axis(ground.voice.word(N_("how much it changes")), 0.5, 5.5),
        cuts_x=(3.0,),
        cuts_y=(3.0,),
    )


@exhibit("risk-care")
def risk_care(ground: Ground) -> Table | None:
    """What makes each risk rarer, when we look at it, what it would cost, where it comes from."""
    shown = (
        Shown(N_("Risk"), "name", 2),
        Shown(N_("Makes it rarer"), "prevention", 2.4),
        Shown(N_("Looked at on"), "check", 1.1),
        Shown(N_("Would cost"), "money", 0.9, "money", thorough=True),
        Shown(N_("Comes from"), leading("linked"), 1.8, thorough=True),
    )
    caption = ground.say(N_("What we do so that it does not happen"))
    return table_of(ground, "risk-care", caption, ground.members(RISKS), shown)


@reading("risk-money")
def risk_money(ground: Ground) -> Text:
    """What all risks would cost together, weighed by how likely they are."""
    priced = [
        (path, risk) for path, risk in ground.members(RISKS) if risk.money is not None and risk.name
    ]
    if not ground.thorough or len(priced) < 2:
        return ()
    cost = sum(risk.money for _, risk in priced)
    sources = [f"{path}.money" for path, _ in priced]
    return ground.say(
        N_("If all of it came at once, it would cost {money}."),
        money=ground.voice.money(cost, *sources),
    )
