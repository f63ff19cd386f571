"""The profile and the value curve seen by a second method, and where both SWOT scores lead."""

from __future__ import annotations

from planner.analysis.feeding.rivals import OWN
from planner.analysis.feeding.runs import Missing, Run
from planner.blocks import Axis, Chart, Point, Span, Text, plain
from planner.exhibits.competitors import name_of
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.members import sentences
from planner.i18n import N_

ENOUGH = 0.60
"""Two directions that explain less are a poor map."""


@reading("profile-closeness")
def profile_closeness(ground: Ground) -> Text:
    """Whether the order stays when closeness to the best on every factor is measured instead."""
    runs = ground.analysis.runs("topsis")
    profile = ground.analysis.profile
    if not ground.thorough or not runs or isinstance(profile, Missing):
        return ()
    found = runs[0]
    there = set(found.result.ranking)
    before = [one for one in profile.result.ranking if one in there]
    order = ground.voice.join(
        ground.say(
            N_("{name} ({closeness})"),
            name=name_of(ground, one.id),
            closeness=ground.voice.number(round(one.closeness, 2), *found.paths),
        )
        for one in sorted(
            (a for a in found.result.alternatives if a.closeness is not None),
            key=lambda a: -a.closeness,
        )
    )
    return ground.say(
        _compared(before, list(found.result.ranking)),
        order=order,
        low=ground.voice.number(0, *found.paths),
        high=ground.voice.number(1, *found.paths),
    )


def _compared(before: list[str], after: list[str]) -> str:
    if before == after:
        return N_(
            "Measured by closeness to the best on every factor (TOPSIS, {low} to {high}), those"
            " rated on all of them keep their order: {order}."
        )
    if before[:1] == after[:1]:
        return N_(
            "Measured by closeness to the best on every factor (TOPSIS, {low} to {high}), of those"
            " rated on all of them the same leads and places behind change: {order}."
        )
    return N_(
        "Measured by closeness to the best on every factor (TOPSIS, {low} to {high}), of those"
        " rated on all of them another leads: {order}. The lead depends on the way of counting."
    )


def _components(ground: Ground) -> Run | None:
    runs = ground.analysis.runs("pca-map")
    return runs[0] if runs and ground.thorough and len(runs[0].result.explained) > 1 else None


@exhibit("profile-map")
def profile_map(ground: Ground) -> Chart | None:
    """All factors at once: sellers that are rated alike lie side by side."""
    found = _components(ground)
    if found is None:
        return None
    explained = sum(found.result.explained[:2])
    points = tuple(
        Point(
            plain(name_of(ground, brand.id)),
            round(brand.coordinates[0], 2),
            round(brand.coordinates[1], 2),
            own=brand.id == OWN,
            sources=found.paths,
        )
        for brand in found.result.brands
    )
    horizontal, vertical = (_axis(ground, found, at) for at in (0, 1))
    return Chart(
        "profile-map",
        "map",
        ground.say(
            N_("By all factors together, these sellers are alike or apart ({share} is shown)"),
            share=ground.voice.percent(round(explained, 2), *found.paths),
        ),
        alt="; ".join(f"{point.label}: {point.x:g}, {point.y:g}" for point in points),
        source=ground.say(
            N_(
                "Principal components of the ratings; an unknown rating stands in as the mean of"
                " its factor."
            )
            if explained >= ENOUGH
            else N_(
                "Principal components of the ratings; little is shown, so nearness in the picture"
                " proves little."
            )
        ),
        points=points,
        x=Axis(horizontal),
        y=Axis(vertical),
    )


def _axis(ground: Ground, found: Run, at: int) -> str:
    """A direction by the factor that pulls most along it."""
    loaded = [one for one in found.result.attributes if one.loadings is not None]
    strongest = max(loaded, key=lambda one: abs(one.loadings[at]))
    return plain(ground.title(f"competitors.success_factors[{strongest.id}]"))


@reading("curve-difference")
def curve_difference(ground: Ground) -> Text:
    """How far our value curve lies from the others' mean, today and after the moves."""
    runs = {found.subject: found for found in ground.analysis.runs("strategy-canvas")}
    today, then = runs.get("competitors"), runs.get("positioning.moves")
    if today is None or not ground.deep:
        return ()
    said = [
        ground.say(
            N_("On average our curve lies {points} points from the mean of the others{where}."),
            points=ground.voice.number(round(today.result.divergence, 1), *today.paths),
            where=_furthest(ground, today),
        )
    ]
    if then is not None:
        said.append(
            ground.say(
                N_("After our moves it would lie {points} points away."),
                points=ground.voice.number(round(then.result.divergence, 1), *then.paths),
            )
        )
    return sentences(said)


def _furthest(ground: Ground, found: Run) -> Text:
    gaps = [
        (abs(own - mean), factor)
        for factor, own, mean in zip(
            found.given.factors, found.given.own, found.result.industry, strict=True
        )
    ]
    widest, factor = max(gaps)
    if not widest:
        return ()
    name = ground.title(f"competitors.curve_factors[{factor}]")
    return ground.say(N_(", furthest on {factor}"), factor=name)


SCORED = {
    "positioning.swot": (N_("what is inside"), N_("what comes from outside")),
    "market.factors": (N_("the changes around us"), N_("the changes around us")),
}
STRATEGIES = {
    "grow and build": N_("grow and build"),
    "hold and maintain": N_("hold and maintain"),
    "harvest or divest": N_("harvest or divest"),
}


@reading("standing")
def standing(ground: Ground) -> Text:
    """How well we answer what is inside and outside, and the strategy that goes with both."""
    scores = ground.analysis.runs("ife-efe")
    if not ground.thorough or not scores:
        return ()
    parts = [_scored(ground, found) for found in scores]
    said = [
        ground.say(
            N_("On a scale of {low} to {high}, where {middle} is the middle, we answer {parts}."),
            low=ground.voice.number(1, *scores[0].paths),
            high=ground.voice.number(4, *scores[0].paths),
            middle=ground.voice.number(2.5, *scores[0].paths),
            parts=ground.voice.join(parts),
        )
    ]
    cells = ground.analysis.runs("ie-cell")
    if cells:
        point = cells[0].result.points[0]
        said.append(
            ground.say(
                N_("Both scores together lead to cell {cell} of nine: {strategy}."),
                cell=Span(point.cell, cells[0].paths),
                strategy=ground.voice.word(STRATEGIES[point.strategy]),
            )
        )
    return sentences(said)


def _scored(ground: Ground, found: Run) -> Text:
    inside = bool(set(found.given.kinds or ()) & {"S", "W"})
    what = SCORED[found.subject][0 if inside else 1]
    return ground.say(
        N_("{what} with {score}"),
        what=ground.voice.word(what),
        score=ground.voice.figure(found.result.score, *found.paths, decimals=2),
    )
