"""Everything that has dates, along the months: what waits for what, and what sets the end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date as Day
from typing import Any

from planner.analysis.feeding.runs import Run
from planner.analysis.feeding.schedule import chain
from planner.analysis.feeding.timeline import Stretch, stretches
from planner.analysis.feeding.workload import OVER
from planner.blocks import Chart, Span2D, Text, plain
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.members import sentences
from planner.i18n import N_

FEW = 3
"""So many tasks that begin too early are named."""


@exhibit("schedule")
def schedule(ground: Ground) -> Chart | None:
    """All campaigns and tasks with dates; the longest chain is ours, what is over is muted."""
    campaigns = _campaigns(ground)
    dated = stretches(ground.plan)
    tasks = _tasks(ground, dated, len(campaigns))
    bars = (*campaigns, *tasks)
    if not bars:
        return None
    return Chart(
        "schedule",
        "gantt",
        ground.say(N_("What happens when")),
        _legend(ground, tasks),
        alt="; ".join(_said(ground, bar) for bar in bars),
        bars=bars,
    )


def _said(ground: Ground, bar: Span2D) -> str:
    first, last = (ground.voice.date(Day.fromordinal(day)).text for day in (bar.start, bar.end))
    return f"{bar.label}: {first}" if first == last else f"{bar.label}: {first} – {last}"


def _legend(ground: Ground, tasks: tuple[Span2D, ...]) -> str:
    """What the signs mean, of those that are there."""
    known = (
        (any(bar.own for bar in tasks), N_("In colour: the longest chain")),
        (any(bar.until > bar.end for bar in tasks), N_("thin bars: how much later it may end")),
        (any(bar.muted for bar in tasks), N_("pale: done or dropped")),
    )
    said = "; ".join(ground.voice.word(message) for there, message in known if there)
    return said[:1].upper() + said[1:]


def _campaigns(ground: Ground) -> tuple[Span2D, ...]:
    bars = [
        Span2D(
            plain(ground.title(path)),
            campaign.start.toordinal(),
            campaign.end.toordinal(),
            group=ground.voice.word(N_("Campaigns")),
            sources=(f"{path}.start", f"{path}.end"),
            muted=campaign.status in OVER,
        )
        for path, campaign in ground.members("promotion.campaigns")
        if campaign.start and campaign.end and campaign.end >= campaign.start
    ]
    return tuple(sorted(bars, key=lambda bar: (bar.start, bar.end)))


def _tasks(ground: Ground, dated: dict[str, Stretch], first: int) -> tuple[Span2D, ...]:
    """Bars by their start; `first` is the place of the first among all bars."""
    members = {task.id: task for task in ground.plan.promotion.tasks if task.id in dated}
    order = sorted(members, key=lambda name: (dated[name].start, dated[name].end))
    places = {name: first + at for at, name in enumerate(order)}
    row = chain(ground.analysis.longest_chain)
    found = ground.analysis.longest_chain
    leading = set(found.result.critical) if isinstance(found, Run) and len(row) > 1 else set()
    bars = []
    for name in order:
        bar = _bar(ground, members[name], dated[name])
        before = (places[b] for b in members[name].after or () if b in places)
        bars.append(replace(bar, own=name in leading, after=tuple(before)))
    return tuple(replace(bar, until=_until(place, bars)) for place, bar in enumerate(bars, first))


def _bar(ground: Ground, task: Any, lies: Stretch) -> Span2D:
    path = f"promotion.tasks[{task.id}]"
    # A day without a length is moved as one date.
    names = ("due",) if lies.start == lies.end and "start" not in lies.given else ("due", "start")
    return Span2D(
        plain(ground.title(path)),
        lies.start.toordinal(),
        lies.end.toordinal(),
        group=ground.voice.word(N_("Tasks")),
        sources=tuple(f"{path}.{name}" for name in names),
        muted=task.status in OVER,
        milestone=task.days == 0 and lies.start == lies.end,
    )


def _until(place: int, bars: list[Span2D]) -> int:
    """The day before the first begins that waits for a bar; 0 where none waits."""
    starts = [other.start for other in bars if place in other.after]
    return min(starts) - 1 if starts else 0


@reading("schedule-early")
def schedule_early(ground: Ground) -> Text:
    """Tasks that begin before something is done that they wait for."""
    dated = stretches(ground.plan)
    said = []
    for task in ground.plan.promotion.tasks:
        lies = dated.get(task.id)
        late = [b for b in task.after or () if b in dated and lies and dated[b].end > lies.start]
        if lies is None or not late or task.status in OVER:
            continue
        last = max(late, key=lambda name: dated[name].end)
        said.append(
            ground.say(
                N_("“{task}” begins on {start}, but “{before}” lasts until {end}."),
                task=ground.title(f"promotion.tasks[{task.id}]"),
                start=ground.voice.date(lies.start, *_read(task.id, lies)),
                before=ground.title(f"promotion.tasks[{last}]"),
                end=ground.voice.date(dated[last].end, *_read(last, dated[last])),
            )
        )
    more = len(said) - FEW
    if more > 0:
        count = ground.voice.number(more)
        said[FEW:] = [ground.say(N_("More tasks that begin too early: {count}."), count=count)]
    return sentences(said)


def _read(name: str, lies: Stretch) -> tuple[str, ...]:
    return tuple(f"promotion.tasks[{name}].{one}" for one in lies.given)
