"""The longest chain of tasks, which sets the end."""

from __future__ import annotations

from planner.analysis.feeding.runs import Run
from planner.analysis.feeding.schedule import chain
from planner.blocks import Text
from planner.exhibits.ground import Ground, reading
from planner.exhibits.members import sentences
from planner.i18n import N_


@reading("longest-chain")
def longest_chain(ground: Ground) -> Text:
    """Which tasks decide when all is ready, and the day that comes to."""
    found, days = ground.analysis.longest_chain, ground.analysis.chain_days
    row = chain(found)
    if not isinstance(found, Run) or len(row) < 2:
        return ()
    said = [
        ground.say(
            N_("The longest chain takes about {days} working days and sets the end: {tasks}."),
            days=ground.voice.number(round(found.result.duration), *found.paths),
            tasks=ground.voice.join(
                ground.say(N_("“{task}”"), task=ground.title(f"promotion.tasks[{name}]"))
                for name in row
            ),
        )
    ]
    if isinstance(days, Run):
        said.append(
            ground.say(
                N_("Begun on {start}, without a break, it is done on {end}."),
                start=ground.voice.date(days.result.tasks[0].start, *days.paths),
                end=ground.voice.date(days.result.tasks[-1].end, *days.paths),
            )
        )
    return sentences(said)
