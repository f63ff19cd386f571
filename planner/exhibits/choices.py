"""From findings to choices: where each line comes from, what it weighs, what the options cost."""

from __future__ import annotations

from statistics import fmean
from typing import Any

from planner.analysis.feeding import Missing, Run
from planner.analysis.feeding.choices import INSIDE, dots_on, places_of
from planner.analysis.sensitivity import undecided
from planner.blocks import Axis, Chart, Column, ListBlock, Series, Table, Text, plain
from planner.exhibits.goals import aim
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.members import Shown, leading, named, sentences, stated, table_of
from planner.exhibits.tables import row, table, words
from planner.i18n import N_

QUADRANTS = {
    ("existing", "existing"): N_("more of the same"),
    ("new", "existing"): N_("new offer"),
    ("existing", "new"): N_("new buyers"),
    ("new", "new"): N_("new to both"),
}
COMBINED = {
    "SO": N_("a strength for a chance"),
    "WO": N_("a weakness made good by a chance"),
    "ST": N_("a strength against a threat"),
    "WT": N_("a weakness covered from a threat"),
}


@exhibit("swot-origins")
def swot_origins(ground: Ground) -> Table | None:
    """Where each line comes from, for whom and beside whom it holds, how well we answer it."""

    def dots(ground: Ground, line: Any, path: str) -> Text:
        del path
        placed = dots_on(ground.plan, line.id)
        return (ground.voice.figure(placed.value, *placed.sources),) if placed else ()

    shown = (
        Shown(N_("Line"), "statement", 2.8),
        Shown(N_("Holds for"), "segment", 1.2),
        Shown(N_("Beside"), "against", 1.2),
        Shown(N_("Comes from"), leading("sources"), 2.6),
        Shown(N_("Dots of the group"), dots, 0.7, "figure"),
        Shown(N_("Answered today"), "response", 0.7, "figure", "1–4", thorough=True),
    )
    caption = ground.say(N_("Where each strength, weakness, chance and threat comes from"))
    return table_of(ground, "swot-origins", caption, ground.members("positioning.swot"), shown)


@exhibit("issues")
def issues(ground: Ground) -> Table | None:
    """The questions this plan must settle, from which lines, for whom, by which strategy."""

    def settled(ground: Ground, issue: Any, path: str) -> Text:
        del path
        return ground.voice.join(
            named(ground, f"{at}", f"{at}.issues")
            for at, option in ground.members("positioning.strategies")
            if issue.id in (option.issues or ()) and option.decision == "chosen"
        )

    shown = (
        Shown(N_("To be settled"), "statement", 2.6),
        Shown(N_("Raised by"), "swot_items", 2.6),
        Shown(N_("For"), "segments", 1.2),
        Shown(N_("Settled by"), settled, 1.6),
    )
    caption = ground.say(N_("What this plan must settle"))
    return table_of(ground, "issues", caption, ground.members("positioning.issues"), shown)


@reading("issues-open")
def issues_open(ground: Ground) -> Text:
    """Issues that no chosen strategy settles."""
    chosen = [o for o in ground.plan.positioning.strategies if o.decision == "chosen"]
    settled = {issue for option in chosen for issue in option.issues or ()}
    known = [issue for issue in ground.plan.positioning.issues if issue.statement]
    left = [issue for issue in known if issue.id not in settled]
    if not settled or not left:
        return ()
    names = ground.voice.join(ground.title(f"positioning.issues[{issue.id}]") for issue in left)
    return ground.say(N_("No strategy we chose settles this yet: {issues}"), issues=names)


@exhibit("strategy-grounds")
def strategy_grounds(ground: Ground) -> Table | None:
    """On which lines each option rests, for whom, what it brings, where the group put it."""
    tows = ground.analysis.tows
    quadrant = {} if isinstance(tows, Missing) else {s.id: s for s in tows.result.strategies}

    def combines(ground: Ground, option: Any, path: str) -> Text:
        said = ground.said(f"{path}.swot_items")
        placed = quadrant.get(option.id)
        kind = getattr(placed, "quadrant", None) if placed else None
        if said and kind:
            sort = stated(ground, COMBINED[kind], f"{path}.swot_items")
            return ground.say(N_("{sort}: {lines}"), sort=sort, lines=said)
        return said

    def priority(ground: Ground, option: Any, path: str) -> Text:
        placed = quadrant.get(option.id)
        if placed is None or placed.priority is None or isinstance(tows, Missing):
            return ()
        lines = [f"positioning.swot[{line}].importance" for line in option.swot_items or ()]
        return (ground.voice.figure(placed.priority, f"{path}.swot_items", *lines, decimals=1),)

    shown = (
        Shown(N_("Option"), "name", 1.5),
        Shown(N_("Combines"), combines, 2.8),
        Shown(N_("Priority"), priority, 0.8, "figure", "1–25"),
        Shown(N_("Settles"), "issues", 2),
        Shown(N_("For"), "segments", 1.1),
        Shown(N_("Brings"), _gains, 1.4, "figure"),
        Shown(N_("Rough cost"), "rough_cost", 0.9, "money", thorough=True),
        Shown(N_("Place by the group"), _places, 1, "figure"),
    )
    members = ground.members("positioning.strategies")
    caption = ground.say(N_("What each option rests on, and what it would bring"))
    source: Text = ()
    if any(one.priority is not None for one in quadrant.values()):
        source = ground.say(
            N_(
                "Priority: mean importance of the lines inside × mean importance of those outside"
                " (house rule); it orders the options of this plan and says no more."
            )
        )
    return table_of(ground, "strategy-grounds", caption, members, shown, source=source)


def _gains(ground: Ground, option: Any, path: str) -> Text:
    from planner.analysis.feeding.measures import goal_unit

    goals = {goal.id: goal for goal in ground.plan.business.goals}
    said = []
    for gain in option.gains:
        if gain.id not in goals:
            continue
        unit, at = goal_unit(goals[gain.id]), f"{path}.gains[{gain.id}]"
        base = aim(ground, unit, gain.base, f"{at}.base")
        low = aim(ground, unit, gain.low, f"{at}.low")
        high = aim(ground, unit, gain.high, f"{at}.high")
        if base and low and high:
            base = ground.say(N_("{base} ({low} to {high})"), base=base, low=low, high=high)
        said.append(base or low or high)
    return ground.voice.join(part for part in said if part)


def _places(ground: Ground, option: Any, path: str) -> Text:
    del path
    places = places_of(ground.plan, option.id)
    if not places:
        return ()
    sources = [source for place in places for source in place.sources]
    values = [place.value for place in places]
    mean = ground.voice.number(round(fmean(values), 1), *sources)
    if min(values) == max(values):
        return (mean,)
    return ground.say(
        N_("{mean} ({low} to {high})"),
        mean=mean,
        low=ground.voice.number(min(values), *sources),
        high=ground.voice.number(max(values), *sources),
    )


def _score(ground: Ground, option: Any) -> Text:
    found = ground.analysis.compared
    if isinstance(found, Missing):
        return ()
    scored = next((one for one in found.result.strategies if one.id == option.id), None)
    if scored is None:
        return ()
    at = f"positioning.strategies[{option.id}].ratings"
    read = [f"{at}[{rating.id}].attractiveness" for rating in option.ratings]
    read += [f"positioning.swot[{rating.id}].importance" for rating in option.ratings]
    return (ground.voice.figure(scored.score, *read, decimals=2),)


@exhibit("strategy-scores")
def strategy_scores(ground: Ground) -> Table | None:
    """How well each option uses or meets each line."""
    options = [o for o in ground.plan.positioning.strategies if o.ratings]
    if not ground.thorough or not options:
        return None
    columns = [words(ground, N_("Line"), 3)]
    columns += [
        Column(plain(ground.title(f"positioning.strategies[{o.id}]")), "figure", "1–4")
        for o in options
    ]
    rows = []
    rated = {rating.id for o in options for rating in o.ratings}
    for line in ground.plan.positioning.swot:
        if line.id not in rated:
            continue
        cells = [
            ground.said(f"positioning.strategies[{o.id}].ratings[{line.id}].attractiveness")
            for o in options
        ]
        if any(cells):
            rows.append(row(ground.title(f"positioning.swot[{line.id}]"), *cells))
    scores = [_score(ground, o) for o in options]
    if any(scores):
        rows.append(row(ground.say(N_("Score, weighed")), *scores, total=True))
    caption = ground.say(N_("How well each option uses or meets each line"))
    return table("strategy-scores", caption, columns, rows, source=_score_scale(ground))


def _score_scale(ground: Ground) -> Text:
    """How high a score can be where lines inside and outside are weighed."""
    lines = [line for line in ground.plan.positioning.swot if line.kind and line.importance]
    if isinstance(ground.analysis.compared, Missing) or len({x.kind in INSIDE for x in lines}) < 2:
        return ()
    sources = [f"positioning.swot[{line.id}].importance" for line in lines]
    return ground.say(
        N_(
            "The lines inside weigh as much together as the lines outside: a score is {most} at"
            " most."
        ),
        most=ground.voice.number(8, *sources),
    )


@exhibit("initiatives")
def initiatives(ground: Ground) -> Table | None:
    """Growth steps by what is new in them, with the small test that comes first."""

    def step(ground: Ground, one: Any, path: str) -> Text:
        quadrant = QUADRANTS.get((one.product, one.market))
        if quadrant is None:
            return ()
        return stated(ground, quadrant, f"{path}.product", f"{path}.market")

    shown = (
        Shown(N_("Growth step"), "name", 2.2),
        Shown(N_("Sort"), step, 1.2),
        Shown(N_("Carries out"), "strategy", 1.5),
        Shown(N_("Sold"), "offering", 1.4, thorough=True),
        Shown(N_("To"), "segment", 1.2, thorough=True),
        Shown(N_("First test"), "first_test", 1.4, thorough=True),
    )
    members = ground.members("positioning.initiatives")
    caption = ground.say(N_("How we grow, and what is new in each step"))
    return table_of(ground, "initiatives", caption, members, shown)


@exhibit("moves")
def moves(ground: Ground) -> Table | None:
    """What of the offer is raised, reduced, dropped or created, and to what level."""

    def today(ground: Ground, move: Any, path: str) -> Text:
        del path
        at = f"competitors.own.levels[{move.id}].level"
        return ground.said(at)

    shown = (
        Shown(N_("Of our offer"), lambda g, m, _: g.title(f"competitors.curve_factors[{m.id}]"), 2),
        Shown(N_("We"), "move", 1),
        Shown(N_("Today"), today, 0.8, "figure", "0–10"),
        Shown(N_("Planned"), "target_level", 0.8, "figure", "0–10"),
        Shown(N_("Why"), "reason", 2.6, thorough=True),
    )
    caption = ground.say(N_("What we add to the offer, and what we cut for it"))
    return table_of(ground, "moves", caption, ground.members("positioning.moves"), shown)


@exhibit("planned-curve")
def planned_curve(ground: Ground) -> Chart | None:
    """Our offer today and as planned, factor by factor."""
    factors = ground.plan.competitors.curve_factors
    today = {x.id: x.level for x in ground.plan.competitors.own.levels if x.level is not None}
    moved = {m.id: m for m in ground.plan.positioning.moves}
    if len(factors) < 3 or not any(m.target_level is not None for m in moved.values()):
        return None
    planned = {f.id: _planned(moved.get(f.id), today.get(f.id)) for f in factors}
    if any(f.id not in today for f in factors) or planned == today:
        return None
    names = tuple(plain(ground.title(f"competitors.curve_factors[{f.id}]")) for f in factors)
    series = (
        Series(
            ground.voice.word(N_("We today")),
            tuple(today[f.id] for f in factors),
            sources=tuple(f"competitors.own.levels[{f.id}].level" for f in factors),
        ),
        Series(
            ground.voice.word(N_("We as planned")),
            tuple(planned[f.id] for f in factors),
            own=True,
            sources=tuple(
                f"positioning.moves[{m.id}].target_level"
                for m in moved.values()
                if m.target_level is not None
            ),
        ),
    )
    return Chart(
        "planned-curve",
        "curve",
        ground.say(N_("How our offer changes")),
        alt="; ".join(
            f"{name}: {today[f.id]:g} → {planned[f.id] or 0:g}"
            for name, f in zip(names, factors, strict=True)
        ),
        categories=names,
        series=series,
        y=Axis(ground.voice.word(N_("how much is offered")), 0, 10),
    )


def _planned(move: Any, today: float | None) -> float | None:
    if move is None:
        return today
    if move.move == "eliminate":
        return 0.0
    level: float | None = move.target_level
    return today if level is None else level


@exhibit("objectives-grounds")
def objectives_grounds(ground: Ground) -> Table | None:
    """Which goal each objective serves, for whom, by which strategies, and who answers."""
    kpis = {kpi.id: kpi.unit or "count" for kpi in ground.plan.promotion.kpis}

    def without(ground: Ground, objective: Any, path: str) -> Text:
        unit = kpis.get(objective.kpi, "count")
        return aim(ground, unit, objective.without_plan, f"{path}.without_plan")

    shown = (
        Shown(N_("Promotion must achieve"), "name", 2),
        Shown(N_("Sort of result"), "kind", 1),
        Shown(N_("Serves"), "goal", 1.4, once=True),
        Shown(N_("For"), "segments", 1.2),
        Shown(N_("By"), "strategies", 1.6),
        Shown(N_("Without the plan"), without, 0.9, "figure"),
        Shown(N_("Answers for it"), "owner", 1),
    )
    caption = ground.say(N_("What each objective serves, and who answers for it"))
    return table_of(
        ground, "objectives-grounds", caption, ground.members("promotion.objectives"), shown
    )


@exhibit("objectives-reasons")
def objectives_reasons(ground: Ground) -> ListBlock | None:
    """Why these objectives, and why so much."""
    items = [
        ground.say(
            N_("Why “{objective}”: {why}"),
            objective=ground.title(path),
            why=ground.said(f"{path}.reason"),
        )
        for path, one in ground.members("promotion.objectives")
        if one.reason
    ]
    return ListBlock(tuple(items)) if items else None


@reading("strategy-scores")
def strategy_scores_reading(ground: Ground) -> Text:
    """Which option scores highest on the lines, and whether it was chosen."""
    found = ground.analysis.compared
    if not ground.thorough or isinstance(found, Missing) or len(found.result.ranking) < 2:
        return ()
    first = found.result.ranking[0]
    option = next(o for o in ground.plan.positioning.strategies if o.id == first)
    name = ground.title(f"positioning.strategies[{first}]")
    said = [ground.say(N_("On the lines that weigh, “{option}” scores highest."), option=name)]
    said.append(_hangs_on(ground, found))
    if option.decision in ("rejected", "later"):
        said.append(ground.say(N_("We did not choose it, for the reason given above.")))
    return sentences(said)


def _hangs_on(ground: Ground, found: Run) -> Text:
    """The lines on a fifth of whose weight the highest option hangs."""
    places = undecided(found.given)
    if not places:
        return ground.say(N_("A fifth more or less weight on any one line does not change that."))
    lines = [one for one in ground.plan.positioning.swot if one.kind and one.importance]
    names = [ground.title(f"positioning.swot[{lines[at].id}]") for at in places]
    return ground.say(
        N_("A fifth more or less weight on {lines} would put another first."),
        lines=ground.voice.join(names, last=N_("or")),
    )
