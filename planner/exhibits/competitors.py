"""Rivals by the buyers' yardstick, on the map, and line beside line."""

from __future__ import annotations

from typing import Any

from planner.analysis.feeding import rivals as feeding
from planner.analysis.feeding.runs import Missing, Run
from planner.blocks import Axis, Chart, Point, Series, Span, Table, Text, plain
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.tables import figures, row, table, words
from planner.i18n import N_

RIVALS = "competitors.items"

CLOSE = 0.05
"""Scores closer than this on the scale are practically equal."""


def name_of(ground: Ground, identity: str) -> Text:
    """A rival's name; ours is the firm's, else “we”."""
    if identity != feeding.OWN:
        return ground.title(f"competitors.items[{identity}]")
    return ground.said("business.company.name") or ground.say(N_("We"))


def _profile(ground: Ground) -> Run | None:
    found = ground.analysis.profile
    return None if isinstance(found, Missing) else found


@reading("profile")
def profile(ground: Ground) -> Text:
    """Who leads by the yardstick, by how much, and on what we lead."""
    found = _profile(ground)
    if found is None:
        return ()
    scores = {c.id: c.score for c in found.result.competitors if c.score is not None}
    order = [identity for identity in found.result.ranking if identity in scores]
    if len(order) < 2 or feeding.OWN not in scores:
        return ()
    lead, second = order[0], order[1]
    gap = scores[lead] - scores[second]
    parts: dict[str, Text | Span] = {
        "leader": name_of(ground, lead),
        "second": name_of(ground, second),
        "score": ground.voice.figure(scores[lead], *found.paths, decimals=2),
        "other": ground.voice.figure(scores[second], *found.paths, decimals=2),
    }
    if gap < CLOSE:
        said = ground.say(
            N_(
                "{leader} and {second} are practically equal by the buyers’ yardstick"
                " ({score} and {other})."
            ),
            **parts,
        )
    else:
        said = ground.say(
            N_(
                "By the buyers’ yardstick {leader} leads with {score}, before {second} with"
                " {other}."
            ),
            **parts,
        )
    if lead == feeding.OWN:
        return said
    own = ground.voice.figure(scores[feeding.OWN], *found.paths, decimals=2)
    place = order.index(feeding.OWN) + 1
    if place == 2:
        return said
    return (
        *said,
        *ground.say(
            N_(" We come to {score}, in place {place}."),
            score=own,
            place=ground.voice.number(place, *found.paths),
        ),
    )


@exhibit("competitive-profile")
def competitive_profile(ground: Ground) -> Table | None:
    """Factors by weight, the ratings of all, and the weighted score."""
    found = _profile(ground)
    if found is None:
        return None
    names = feeding.rated_factors(ground.plan)
    listed = [c.id for c in found.result.competitors]
    columns = [words(ground, N_("What decides"), 2.2), figures(ground, N_("Weight"), weight=0.9)]
    columns += [figures(ground, plain(name_of(ground, identity)), weight=1) for identity in listed]
    rows = []
    for index in sorted(range(len(names)), key=lambda i: -found.result.weights[i]):
        factor = f"competitors.success_factors[{names[index]}]"
        cells: list[Text] = [ground.title(factor)]
        cells.append(
            (ground.voice.percent(round(found.result.weights[index], 3), f"{factor}.weight"),)
        )
        for position, identity in enumerate(listed):
            rating = found.given.competitors[position].ratings[index]
            path = rating_path(identity, names[index])
            cells.append((ground.voice.number(rating, path),) if rating is not None else ())
        rows.append(row(*cells))
    totals: list[Text] = [ground.say(N_("Weighted score")), ()]
    totals += [
        (ground.voice.figure(scored.score, *_scored_by(found, position, names), decimals=2),)
        if scored.score is not None
        else ()
        for position, scored in enumerate(found.result.competitors)
    ]
    rows.append(row(*totals, total=True))
    low, high = found.given.scale
    source = ground.say(
        N_("Scale {low} to {high}, more is better; a blank is not known and not counted."),
        low=ground.voice.number(low, "competitors.scale"),
        high=ground.voice.number(high, "competitors.scale"),
    )
    caption = ground.say(N_("We and the others by what decides for buyers"))
    return table("competitive-profile", caption, columns, rows, source=source, wide=len(listed) > 8)


def _scored_by(found: Run, position: int, names: tuple[str, ...]) -> list[str]:
    """The weights and ratings that one score is made of."""
    who = found.given.competitors[position]
    rated = [n for n, rating in zip(names, who.ratings, strict=True) if rating is not None]
    weights = [f"competitors.success_factors[{name}].weight" for name in rated]
    return [*weights, *(rating_path(who.id, name) for name in rated)]


def rating_path(identity: str, factor: str) -> str:
    """Where a rating of a firm by a factor stands."""
    owner = "competitors.own" if identity == feeding.OWN else f"competitors.items[{identity}]"
    return f"{owner}.ratings[{factor}].score"


@exhibit("profile-ranking")
def profile_ranking(ground: Ground) -> Chart | None:
    """Everybody by the weighted score, the best first."""
    found = _profile(ground)
    message = profile(ground)
    if found is None or not message:
        return None
    scores = {c.id: c.score for c in found.result.competitors}
    listed = [(name, score) for name in found.result.ranking if (score := scores[name]) is not None]
    names = tuple(plain(name_of(ground, identity)) for identity, _ in listed)
    return Chart(
        "profile-ranking",
        "bar",
        message,
        subtitle=ground.voice.word(N_("Weighted score by the buyers’ yardstick")),
        alt="; ".join(f"{n}: {score:.2f}" for n, (_, score) in zip(names, listed, strict=True)),
        categories=names,
        series=(Series(ground.voice.word(N_("score")), tuple(score for _, score in listed)),),
        own=tuple(at for at, (identity, _) in enumerate(listed) if identity == feeding.OWN),
        number_format="0.00",
    )


@reading("profile-gaps")
def profile_gaps(ground: Ground) -> Text:
    """Where we lead the field and where we lose, and what we do about it."""
    found = _profile(ground)
    if found is None:
        return ()
    own = next(c for c in found.given.competitors if c.id == feeding.OWN)
    others = [c for c in found.given.competitors if c.id != feeding.OWN]
    ahead, behind = [], []
    for index, factor in enumerate(feeding.rated_factors(ground.plan)):
        theirs = [c.ratings[index] for c in others if c.ratings[index] is not None]
        mine = own.ratings[index]
        if mine is None or not theirs:
            continue
        best = max(value for value in theirs if value is not None)
        name = ground.title(f"competitors.success_factors[{factor}]")
        if mine > best:
            ahead.append(name)
        elif mine <= best - 1:
            behind.append(name)
    said: list[Span] = []
    if ahead:
        said += ground.say(N_("Nobody beats us on: {factors}."), factors=ground.voice.join(ahead))
    if behind:
        said += (Span(" "),) if said else ()
        said += ground.say(N_("We lose on: {factors}."), factors=ground.voice.join(behind))
    for rival in ground.plan.competitors.items:
        if rival.our_answer:
            said += (Span(" "),) if said else ()
            said += ground.say(
                N_("Our answer to {rival}: {answer}"),
                rival=ground.title(f"competitors.items[{rival.id}]"),
                answer=ground.said(f"competitors.items[{rival.id}].our_answer"),
            )
    return tuple(said)


@reading("profile-sensitivity")
def profile_sensitivity(ground: Ground) -> Text:
    """How firmly the leader leads: the nearest weight at which it would change."""
    found = _profile(ground)
    if found is None:
        return ()
    turns = feeding.turns(ground.plan, found)
    if not turns:
        return ground.say(N_("No single weight could bring another into the lead."))
    nearest = min(turns, key=lambda turn: abs(turn.at - turn.weight))
    factor = ground.title(f"competitors.success_factors[{nearest.factor}]")
    path = f"competitors.success_factors[{nearest.factor}].weight"
    parts: dict[str, Text | Span] = {
        "factor": factor,
        "weight": ground.voice.percent(round(nearest.weight, 3), path),
        "at": ground.voice.percent(round(nearest.at, 3), *found.paths),
        "rival": name_of(ground, nearest.rival),
    }
    if nearest.at > nearest.weight:
        return ground.say(
            N_("If “{factor}” weighed more than {at} instead of {weight}, {rival} would lead."),
            **parts,
        )
    return ground.say(
        N_("If “{factor}” weighed less than {at} instead of {weight}, {rival} would lead."),
        **parts,
    )


@exhibit("rivals")
def rivals(ground: Ground) -> Table | None:
    """Who else a buyer could choose, what they promise, and in brief plans where they beat us."""
    columns = (
        words(ground, N_("Alternative"), 1.7),
        words(ground, N_("Kind"), 1.1),
        words(ground, N_("Promises"), 2),
        words(ground, N_("Price beside ours"), 1),
        figures(ground, N_("Share of the market")),
        words(ground, N_("Beats us by"), 2.2),
        words(ground, N_("Loses to us by"), 2.2),
    )
    rows = []
    for rival in ground.plan.competitors.items:
        path = f"competitors.items[{rival.id}]"
        name, kind = (ground.cell(rival, path, part) for part in ("name", "kind"))
        claim, price = (ground.cell(rival, path, part) for part in ("claim", "price_level"))
        if ground.deep:
            share = ground.cell(rival, path, "share")
            rows.append(row(name, kind, claim, price, share, (), ()))
            continue
        named = (*name, Span(" ("), *kind, Span(")")) if kind else name
        better, worse = (ground.cell(rival, path, part) for part in ("strengths", "weaknesses"))
        rows.append(row(named, (), claim, price, (), better, worse))
    caption = ground.say(N_("What a buyer could choose instead"))
    return table("rivals", caption, columns, rows)


@exhibit("strengths")
def strengths(ground: Ground) -> Table | None:
    """Where each beats us, and where we beat them."""
    columns = (
        words(ground, N_("Alternative"), 1.3),
        words(ground, N_("Beats us by"), 2.5),
        words(ground, N_("Loses to us by"), 2.5),
    )
    rows = []
    for rival in ground.plan.competitors.items:
        if rival.strengths or rival.weaknesses:
            path = f"competitors.items[{rival.id}]"
            names = ("name", "strengths", "weaknesses")
            rows.append(row(*(ground.cell(rival, path, name) for name in names)))
    caption = ground.say(N_("Where a buyer is right to leave us, and where not"))
    return table("strengths", caption, columns, rows)


@reading("competitor-map")
def competitor_map_reading(ground: Ground) -> Text:
    """Who rated the map."""
    chosen = ground.plan.competitors.map
    if not chosen.raters:
        return ()
    return ground.say(
        N_("Rated by {who}, {raters} people; the lines mark the means."),
        who=ground.said("competitors.map.rated_by") or ground.say(N_("us")),
        raters=ground.said("competitors.map.raters"),
    )


@exhibit("competitor-map")
def competitor_map(ground: Ground) -> Chart | None:
    """Everybody on two axes."""
    found = ground.analysis.map_points
    if found is None or len(found) < 2:
        return None
    chosen = ground.plan.competitors.map
    points = tuple(
        Point(
            plain(name_of(ground, point.id)),
            point.x,
            point.y,
            own=point.id == feeding.OWN,
            sources=point.sources,
        )
        for point in found
    )
    return Chart(
        "competitor-map",
        "map",
        ground.say(
            N_("Where we and the others stand by {x} and {y}"),
            x=ground.said("competitors.map.horizontal"),
            y=ground.said("competitors.map.vertical"),
        ),
        alt="; ".join(f"{p.label}: {p.x:g} / {p.y:g}" for p in points),
        points=points,
        x=_axis(ground, chosen.horizontal or ""),
        y=_axis(ground, chosen.vertical or ""),
        cuts_x=(sum(p.x for p in points) / len(points),),
        cuts_y=(sum(p.y for p in points) / len(points),),
    )


def _axis(ground: Ground, factor: str) -> Axis:
    path = f"competitors.curve_factors[{factor}]"
    return Axis(
        plain(ground.title(path)),
        1,
        10,
        plain(ground.said(f"{path}.low_end")),
        plain(ground.said(f"{path}.high_end")),
    )


@exhibit("value-curve")
def value_curve(ground: Ground) -> Chart | None:
    """How much of each thing everybody offers."""
    factors = ground.plan.competitors.curve_factors
    if len(factors) < 3:
        return None
    series = []
    own = ground.plan.competitors.own.levels
    owners: list[tuple[str, tuple[Any, ...], str]] = [(feeding.OWN, own, "competitors.own")]
    owners += [
        (r.id, r.levels, f"competitors.items[{r.id}]") for r in ground.plan.competitors.items
    ]
    for identity, levels, path in owners:
        known = {level.id: level.level for level in levels if level.level is not None}
        if len(known) < 3:
            continue
        series.append(
            Series(
                plain(name_of(ground, identity)),
                tuple(known.get(factor.id) for factor in factors),
                own=identity == feeding.OWN,
                sources=tuple(
                    f"{path}.levels[{factor.id}].level" for factor in factors if factor.id in known
                ),
            )
        )
    if len(series) < 2 or not series[0].own:
        return None
    names = tuple(plain(ground.title(f"competitors.curve_factors[{f.id}]")) for f in factors)
    return Chart(
        "value-curve",
        "curve",
        _curve_message(ground, names, series),
        alt="; ".join(
            f"{s.name}: " + ", ".join("–" if v is None else f"{v:g}" for v in s.values)
            for s in series
        ),
        categories=names,
        series=tuple(series),
        y=Axis(ground.voice.word(N_("how much is offered")), 0, 10),
    )


def _curve_message(ground: Ground, names: tuple[str, ...], series: list[Series]) -> Text:
    own, others = series[0], series[1:]
    widest, difference = "", 0.0
    for index, name in enumerate(names):
        theirs = [v for s in others if (v := s.values[index]) is not None]
        mine = own.values[index]
        if mine is not None and theirs:
            gap = mine - sum(theirs) / len(theirs)
            if abs(gap) > abs(difference):
                widest, difference = name, gap
    if not widest:
        return ground.say(N_("How much of each thing everybody offers"))
    message = (
        N_("We stand apart most by more of: {factor}")
        if difference > 0
        else N_("We stand apart most by less of: {factor}")
    )
    return ground.say(message, factor=widest)
