"""How sure the result is: the answers that it hangs on most, and the odds."""

from __future__ import annotations

from typing import Any

from planner.analysis.feeding.odds import trials_of
from planner.analysis.feeding.runs import Run
from planner.analysis.uncertainty import histogram
from planner.blocks import Axis, Chart, Series, Span, Text, plain
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.history import channel_name
from planner.exhibits.members import sentences
from planner.i18n import N_
from planner.paths import last_key

SHOWN = 5
"""So many of the answers that matter most are shown."""
NAMES = {
    "unit_cost": N_("price of one"),
    "commission": N_("share given away"),
    "anyway": N_("who would come anyway"),
    "volume": N_("how many enter"),
    "click_rate": N_("who clicks"),
    "open_rate": N_("who opens"),
    "click_to_open": N_("who clicks of those who open"),
    "response": N_("who answers"),
    "visit_to_lead": N_("visitors who ask"),
    "lead_to_qualified": N_("enquiries that fit"),
    "lead_to_customer": N_("enquiries that buy"),
    "average_order": N_("size of an order"),
    "orders": N_("orders of each"),
}


def _widest(ground: Ground) -> tuple[Run, list[Any]] | None:
    """The answers that move the result most, the widest first."""
    found = ground.analysis.swung
    if not isinstance(found, Run):
        return None
    swings = {swing.id: swing for swing in found.result.inputs}
    ranked = [swings[name] for name in found.result.ranking if swings[name].range > 0]
    return (found, ranked[:SHOWN]) if ranked else None


def _named(ground: Ground, path: str) -> Text:
    """An answer in short words, with its channel."""
    channel, _, name = path.rpartition(".")
    return ground.say(
        N_("{channel}: {what}"),
        channel=channel_name(ground, last_key(channel)),
        what=Span(ground.voice.word(NAMES[name]), (f"{path}.base",)),
    )


@exhibit("tornado")
def tornado(ground: Ground) -> Chart | None:
    """By how much each of the five answers that matter most can move the result alone."""
    known = _widest(ground)
    if known is None or len(known[1]) < 2:
        return None
    found, widest = known
    names = [_named(ground, swing.id) for swing in widest]
    low, high = N_("At its low end"), N_("At its high end")
    changes = {low: "low_change", high: "high_change"}
    return Chart(
        "tornado",
        "bar",
        ground.say(N_("The result hangs most on {what}"), what=names[0]),
        subtitle=plain(
            ground.say(
                N_("Change of what is left after cost in {unit}, one answer at a time")
                if ground.voice.unit()
                else N_("Change of what is left after cost, one answer at a time"),
                unit=ground.voice.unit(),
            )
        ),
        alt="; ".join(
            f"{plain(name)}: {ground.voice.figure(swing.low_change).text},"
            f" {ground.voice.figure(swing.high_change).text}"
            for name, swing in zip(names, widest, strict=True)
        ),
        source=ground.say(N_("An end left empty lies a quarter off (house rule).")),
        categories=tuple(plain(name) for name in names),
        series=tuple(
            Series(
                ground.voice.word(title),
                tuple(float(round(getattr(swing, change))) for swing in widest),
                own=title == high,
                sources=found.paths,
            )
            for title, change in changes.items()
        ),
        number_format="#,##0",
    )


@exhibit("outcomes-bars")
def outcomes_bars(ground: Ground) -> Chart | None:
    """How often the trials bring how much; in the accent what brings back all that is spent."""
    found = ground.analysis.simulated
    if not isinstance(found, Run) or found.result.romi is None:
        return None
    bars = histogram(found.given)
    if not bars.width:
        return None
    edges = [bars.start + bars.width * step for step in range(len(bars.parts))]
    spend = found.given.spend or 0.0
    chance = ground.voice.percent(round(found.result.romi.p_positive, 2), *found.paths)
    low = ground.voice.money(found.result.p5, *found.paths)
    high = ground.voice.money(found.result.p95, *found.paths)
    return Chart(
        "outcomes-bars",
        "column",
        ground.say(N_("In {chance} of the trials all that is spent comes back"), chance=chance),
        subtitle=ground.voice.word(
            N_("Part of the trials by contribution, each step from its figure on; colour: it pays")
        ),
        alt=plain(
            ground.say(N_("Nine of ten trials lie between {low} and {high}."), low=low, high=high)
        ),
        categories=tuple(ground.voice.number(round(edge, 9)).text for edge in edges),
        series=(Series(ground.voice.word(N_("part of the trials")), bars.parts),),
        own=tuple(at for at, edge in enumerate(edges) if edge >= spend),
        y=Axis(ground.voice.unit()),
        number_format="0%",
    )


@reading("simulation")
def simulation(ground: Ground) -> Text:
    """Between which sums the result lies in nine of ten trials, and the odds of money and goal."""
    found = ground.analysis.simulated
    if not isinstance(found, Run) or found.result.romi is None:
        return ()
    spread, romi, how = found.result, found.result.romi, trials_of(ground.plan)
    said = [
        ground.say(
            N_(
                "In {trials} trials with all ranges at once the channels bring {low} to {high} of"
                " contribution in nine of ten cases; all that the plan costs comes back in"
                " {chance} of them."
            ),
            trials=ground.voice.number(how.draws, *found.paths),
            low=ground.voice.money(round(spread.p5), *found.paths),
            high=ground.voice.money(round(spread.p95), *found.paths),
            chance=ground.voice.percent(round(romi.p_positive, 2), *found.paths),
        )
    ]
    odds = ground.analysis.goal_odds
    if isinstance(odds, Run):
        said.append(
            ground.say(
                N_(
                    "In {chance} of them the channels alone bring what “{measure}” needs beyond"
                    " what would come without the plan."
                ),
                measure=ground.title(odds.subject),
                chance=ground.voice.percent(round(odds.result.p_goal, 2), *odds.paths),
            )
        )
    return sentences(said)
