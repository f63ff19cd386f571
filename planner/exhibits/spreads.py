"""How far figures may lie apart: each channel's sales and each market; what carries over."""

from __future__ import annotations

from planner.analysis.feeding.odds import trials_of
from planner.analysis.feeding.ranges import CHANNELS
from planner.analysis.feeding.runs import Run
from planner.blocks import Table, Text
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.history import channel_name
from planner.exhibits.tables import figures, row, table, words
from planner.i18n import N_
from planner.paths import last_key

SHOWN = ("p5", "p50", "p95", "mean", "at_modes")


@exhibit("spreads")
def spreads(ground: Ground) -> Table | None:
    """What each channel sells and each market is worth in the trials."""
    if not ground.thorough:
        return None
    runs = [
        found
        for found in ground.analysis.runs("monte-carlo")
        if found.subject.startswith(("promotion.channels[", "market.sizes["))
        and found.subject != CHANNELS
        and found.result.p5 < found.result.p95
    ]
    unit = ground.voice.unit()
    columns = (
        words(ground, N_("What"), 2.4),
        figures(ground, N_("19 of 20 lie above"), unit),
        figures(ground, N_("Half lie above"), unit),
        figures(ground, N_("1 of 20 lies above"), unit),
        figures(ground, N_("On average"), unit),
        figures(ground, N_("All at the likeliest"), unit),
    )
    rows = [
        row(
            _named(ground, found),
            *(
                ground.voice.figure(round(getattr(found.result, name)), *found.paths)
                for name in SHOWN
            ),
        )
        for found in runs
    ]
    how = trials_of(ground.plan)
    caption = ground.say(N_("How far apart sales and markets may come out"))
    source = ground.say(
        N_(
            "{trials} trials from start number {seed}; inputs vary independently. The average is"
            " not what the likeliest values give: likeliest values do not multiply to an average."
        ),
        trials=ground.voice.number(how.draws, *how.read),
        seed=ground.voice.number(how.seed, *how.read),
    )
    return table("spreads", caption, columns, rows, source=source)


def _named(ground: Ground, found: Run) -> Text:
    if found.subject.startswith("market."):
        return ground.say(N_("Market: {name}"), name=ground.title(found.subject))
    return ground.say(N_("Sales: {name}"), name=channel_name(ground, last_key(found.subject)))


@reading("carry-over")
def carry_over(ground: Ground) -> Text:
    """How long money of a month keeps working, channel by channel."""
    lasting = [
        ground.say(
            N_("{channel} {months}"),
            channel=channel_name(ground, last_key(found.subject)),
            months=ground.voice.number(round(found.result.half_life, 1), *found.paths),
        )
        for found in ground.analysis.runs("adstock")
        if found.result.half_life is not None and found.given.decay > 0
    ]
    if not lasting or not ground.thorough:
        return ()
    return ground.say(
        N_("A month’s money still works later; months until half of that is gone: {channels}."),
        channels=ground.voice.join(lasting),
    )
