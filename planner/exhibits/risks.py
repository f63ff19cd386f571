"""Risks beyond the list: where they stand, what makes them rarer, where they come from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeAlias

from planner.blocks import Axis, Chart, Point, Table, Text, plain
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.members import Shown, leading, table_of
from planner.i18n import N_

RISKS = "promotion.risks"
_FEWEST = 3
"""Members with both grades from which on a picture says more than a list."""


@exhibit("risk-matrix")
def risk_matrix(ground: Ground) -> Chart | None:
    """Risks by how likely and how bad they are; the one that weighs most in the accent."""
    rated = _graded(ground, RISKS)
    if not rated:
        return None
    worst = _weightiest(rated)
    chart = _matrix(ground, "risk-matrix", rated, own=lambda path, _: path == worst)
    return replace(
        chart,
        caption=ground.say(N_("What weighs most: {risk}"), risk=ground.title(worst)),
        subtitle=ground.voice.word(N_("Likely and bad, both from 1 to 5")),
        y=_grades(ground, N_("how bad")),
    )


@exhibit("factor-matrix")
def factor_matrix(ground: Ground) -> Chart | None:
    """Changes around us by how likely they are and how much they would change."""
    rated = _graded(ground, "market.factors")
    if not rated:
        return None
    first = ground.title(_weightiest(rated))
    chart = _matrix(ground, "factor-matrix", rated, own=lambda _, one: one.direction == "helps")
    return replace(
        chart,
        caption=ground.say(N_("What to prepare for first: {change}"), change=first),
        subtitle=ground.voice.word(N_("In colour: what helps us; likelihood and impact 1 to 5")),
        y=_grades(ground, N_("how much it changes")),
    )


_Graded: TypeAlias = list[tuple[str, Any]]


def _graded(ground: Ground, collection: str) -> _Graded:
    """The named members with both grades; none where they are too few for a picture."""
    rated = [
        (path, one)
        for path, one in ground.members(collection)
        if one.name and one.likelihood is not None and one.impact is not None
    ]
    return rated if len(rated) >= _FEWEST else []


def _weightiest(rated: _Graded) -> str:
    return max(rated, key=lambda pair: pair[1].likelihood * pair[1].impact)[0]


def _matrix(ground: Ground, anchor: str, rated: _Graded, own: Callable[[str, Any], bool]) -> Chart:
    """The members between likelihood and impact, the fields parted at 3."""
    points = tuple(
        Point(
            plain(ground.title(path)),
            float(one.likelihood),
            float(one.impact),
            own=own(path, one),
            sources=(f"{path}.likelihood", f"{path}.impact"),
        )
        for path, one in rated
    )
    return Chart(
        anchor,
        "matrix",
        (),
        alt="; ".join(f"{p.label}: {p.x:g} × {p.y:g}" for p in points),
        points=points,
        x=_grades(ground, N_("how likely")),
        cuts_x=(3.0,),
        cuts_y=(3.0,),
    )


def _grades(ground: Ground, title: str) -> Axis:
    return Axis(ground.voice.word(title), 0.5, 5.5)


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
