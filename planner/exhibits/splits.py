"""Where the next unit of money would work best, beside the split that is planned."""

from __future__ import annotations

import math
from dataclasses import replace

from planner import paths
from planner.analysis.feeding import splitting
from planner.analysis.feeding.figures import Figure
from planner.analysis.feeding.runs import Run
from planner.blocks import Axis, Chart, Series, Span, Table, Text, plain
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.history import channel_name
from planner.exhibits.members import sentences
from planner.exhibits.tables import figures, money, row, table, words
from planner.i18n import N_

STEPS = tuple(step / 4 for step in range(13))
"""Parts of the planned money that a response curve is drawn at."""
NEAR = 0.01
"""Splits whose response differs by less than this part are practically equal."""


@exhibit("best-split")
def best_split(ground: Ground) -> Table | None:
    """What each channel gets and would get, and what its next unit of money brings."""
    found = _found(ground)
    if found is None:
        return None
    unit = ground.voice.unit()
    columns = (
        words(ground, N_("Channel"), 2.4),
        figures(ground, N_("Planned"), unit),
        figures(ground, N_("Would bring most"), unit, 1.2),
        figures(ground, N_("One more unit brings"), unit, 1.2),
    )
    planned = {one.channel.id: one.planned for one in ground.analysis.curved}
    rows = []
    for share in found.result.channels:
        next_one = share.marginal
        brings: Text = ()
        if next_one is not None and math.isfinite(next_one):
            brings = (ground.voice.figure(next_one, *found.paths, decimals=2),)
        rows.append(
            row(
                channel_name(ground, share.id),
                money(ground, planned[share.id]),
                money(ground, Figure(share.spend, found.paths)),
                brings,
            )
        )
    caption = ground.say(N_("How the same money would bring most contribution"))
    source = ground.say(N_("From what twice the money would bring in each channel, an assumption."))
    return table("best-split", caption, columns, rows, source=source)


@exhibit("response-curves")
def response_curves(ground: Ground) -> Chart | None:
    """What each channel would bring with less and with more money, ours as planned at 100 %."""
    import numpy as np

    from planner.analysis.curves import Curves

    curved = ground.analysis.curved
    if not curved:
        return None
    curves = Curves([one.channel.curve for one in curved])
    steps = [curves.value(np.array([s * one.planned.value for one in curved])) for s in STEPS]
    series = tuple(
        Series(
            plain(channel_name(ground, one.channel.id)),
            tuple(float(values[at]) for values in steps),
            sources=one.read,
        )
        for at, one in enumerate(curved)
    )
    return Chart(
        "response-curves",
        "line",
        ground.say(N_("How much more money in a channel still brings")),
        subtitle=ground.voice.word(
            N_("Contribution in the period, by part of the money that is planned for the channel")
        ),
        alt="; ".join(f"{s.name}: {s.values[0]:.0f} – {s.values[-1]:.0f}" for s in series),
        categories=tuple(ground.voice.percent(step).text for step in STEPS),
        series=series,
        y=Axis(ground.voice.unit()),
        number_format="#,##0",
    )


@reading("best-split")
def best_split_reading(ground: Ground) -> Text:
    """What another split would bring more, and that no split can beat it by more than the gap."""
    found = _found(ground)
    if found is None:
        return ()
    best, now = found.result.response, _as_planned(ground)
    said = []
    if now.value > 0 and (best - now.value) / now.value < NEAR:
        said.append(ground.say(N_("The planned split brings practically the most that it can.")))
    elif best > now.value:
        said.append(
            ground.say(
                N_("Split as below, the same money would bring {more} more contribution."),
                more=ground.voice.money(round(best - now.value), *found.paths, *now.sources),
            )
        )
    if found.result.marginal is not None:
        said.append(
            ground.say(
                N_("Where money can still be moved, the next {one} brings {marginal}."),
                one=ground.voice.money(1, *found.paths),
                marginal=ground.voice.money(found.result.marginal, *found.paths, exact=True),
            )
        )
    gap = max(found.result.gap, PROVEN)
    said.append(
        ground.say(
            N_("No split within the bounds can bring over {gap} more than this one (proven)."),
            gap=ground.voice.percent(gap, *found.paths, decimals=4),
        )
    )
    return sentences(said)


@reading("split-lacks")
def split_lacks(ground: Ground) -> Text:
    """What is still to be answered before a best split is shown, for the window alone.

    Its last source is where that is answered.
    """
    if _found(ground) is not None:
        return ()
    curved = ground.analysis.curved
    if len(curved) >= FEWEST:
        return _said_of_tight(ground, splitting.tight(curved))
    lacks = splitting.lacking(ground.plan, ground.analysis.reckoned, curved)
    if len(lacks) + len(curved) < FEWEST:
        message = N_(
            "How the same money would bring most is shown here once two {channels} have money of"
            " their own."
        )
        name = Span(ground.voice.word(N_("channels")), ("promotion.channels",))
        return ground.say(message, channels=name)
    identity, path = next(iter(lacks.items()))
    who = channel_name(ground, identity)
    if paths.place(path).member:
        message = N_(
            "How the same money would bring most is shown here once two channels bring"
            " contribution. As planned, none comes from {channel}."
        )
        return ground.say(message, channel=tuple(replace(s, sources=(path,)) for s in who))
    message = N_(
        "How the same money would bring most is shown here once it is known of two channels what"
        " more money brings. Still open for {channel}: {question}"
    )
    return ground.say(message, channel=who, question=_asked(ground, path))


def _said_of_tight(ground: Ground, path: str) -> Text:
    """That the least which channels are to get is more than there is, traced to where it is set."""
    owner = ground.title(path.partition("]")[0] + "]") if "]" in path else ()
    if not owner:
        message = N_(
            "The channels are to get more at least than there is for them, so no better split can"
            " be shown. Look at what can be spent: {question}"
        )
        return ground.say(message, question=_asked(ground, path))
    message = N_(
        "The channels are to get more at least than there is for them, so no better split can be"
        " shown. The most of it is kept for {channel}."
    )
    return ground.say(message, channel=tuple(replace(s, sources=(path,)) for s in owner))


FEWEST = 2
"""Channels that money can be split over."""


def _found(ground: Ground) -> Run | None:
    """The best split, where there are channels to split over."""
    found = ground.analysis.best_split
    return found if isinstance(found, Run) and len(found.result.channels) >= FEWEST else None


def _asked(ground: Ground, path: str) -> Span:
    """The question at a path, or where any member's answer would do at its collection."""
    path = path.partition("[*]")[0]
    field = paths.place(path).field
    return Span(ground.voice.word(field.ask.question if field.ask else field.label), (path,))


PROVEN = 1e-6
"""How near the best a split of up to twenty channels is proven to be, at least."""


def _as_planned(ground: Ground) -> Figure:
    """What the curves say of the split that is planned."""
    import numpy as np

    from planner.analysis.curves import Curves

    curved = ground.analysis.curved
    spends = np.array([one.planned.value for one in curved])
    response = Curves([one.channel.curve for one in curved]).value(spends)
    sources = tuple(dict.fromkeys(path for one in curved for path in one.read))
    return Figure(float(math.fsum(response)), sources)
