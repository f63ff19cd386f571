"""Technology: who has it, how far we lag, what waiting costs, what we do."""

from __future__ import annotations

from statistics import fmean

from planner.analysis.competition import TechnologyGap
from planner.analysis.feeding.figures import Figure, figure_at, total
from planner.analysis.feeding.runs import Missing
from planner.analysis.sensitivity import FIFTH
from planner.blocks import Span, Table, Text
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.tables import amount, figures, row, table, words
from planner.i18n import N_


@reading("technology")
def technology_reading(ground: Ground) -> Text:
    """Where we lag most, and what not having it costs in all."""
    found = ground.analysis.technology
    said: list[Span] = []
    if not isinstance(found, Missing) and found.result.ranking:
        first = found.result.ranking[0]
        said += ground.say(
            N_(
                "We lag most, where it matters to our targets, in: {name} (relevance × distance to"
                " the others’ mean, a house rule)."
            ),
            name=ground.title(f"technology.items[{first}]"),
        )
        said += _firm(ground, found.result)
    costs = [
        cost
        for item in ground.plan.technology.items
        if item.decision in ("do it now", "pilot")
        and (cost := figure_at(ground.plan, f"technology.items[{item.id}].cost_of_missing"))
    ]
    if costs:
        together = total(costs)
        said += (Span(" "),) if said else ()
        said += ground.say(
            N_("What we set out to do or try now would otherwise cost us {money} a year."),
            money=ground.voice.money(round(together.value), *together.sources),
        )
    return tuple(said)


def _firm(ground: Ground, result: TechnologyGap) -> Text:
    """Whether another comes first where one relevance counts a fifth more or less."""
    priority = {one.id: one.priority for one in result.technologies}
    if len(result.ranking) < 2 or not ground.deep:
        return ()
    first, second = result.ranking[:2]
    near = min(priority[first] * (1 - FIFTH), priority[first] / (1 + FIFTH))
    if priority[second] < near:
        return ground.say(N_(" A fifth more or less relevance of one does not change that."))
    return ground.say(
        N_(" With a fifth more or less relevance of one, {name} comes first."),
        name=ground.title(f"technology.items[{second}]"),
    )


@exhibit("technology")
def technology(ground: Ground) -> Table | None:
    """Each technology with our level, the rivals', the cost of missing it and the decision."""
    columns = (
        words(ground, N_("Technology"), 2),
        figures(ground, N_("We"), "0–4", 0.7),
        figures(ground, N_("Rivals’ mean"), "0–4", 0.9),
        figures(ground, N_("Missing it costs a year"), ground.voice.unit(), 1.2),
        words(ground, N_("Decision"), 1),
        words(ground, N_("Who"), 0.9),
        words(ground, N_("By"), 1.2),
        words(ground, N_("Next look"), 1.2),
    )
    rows = []
    for item in ground.plan.technology.items:
        path = f"technology.items[{item.id}]"
        rows.append(
            row(
                ground.cell(item, path, "name"),
                ground.cell(item, path, "own_level"),
                _mean(ground, item.id),
                amount(ground, item.cost_of_missing, f"{path}.cost_of_missing"),
                ground.cell(item, path, "decision"),
                ground.cell(item, path, "owner") if ground.deep else (),
                ground.cell(item, path, "deadline") if ground.deep else (),
                ground.cell(item, path, "next_review"),
            )
        )
    legend = ground.voice.word(N_("Levels: 0 none, 1 experiment, 2 pilot, 3 in use, 4 core."))
    source = (Span(legend, ("technology.items",)),)
    caption = ground.say(N_("Who has what, and what we do about it"))
    return table("technology", caption, columns, rows, source=source)


def _mean(ground: Ground, identity: str) -> Text:
    item = next(i for i in ground.plan.technology.items if i.id == identity)
    known = [
        Figure(level.level, (f"technology.items[{identity}].levels[{level.id}].level",))
        for level in item.levels
        if level.level is not None
    ]
    if not known:
        return ()
    sources = tuple(s for figure in known for s in figure.sources)
    return (ground.voice.figure(fmean(f.value for f in known), *sources, decimals=1),)
