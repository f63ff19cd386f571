"""What promotion is measured by: goals, the objectives that serve them, measures, channels."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from planner.analysis.feeding.running import is_running
from planner.blocks import Chart, Text, TreeNode, plain
from planner.exhibits.ground import Ground, exhibit
from planner.exhibits.history import channel_name
from planner.exhibits.measurement import tree_of
from planner.i18n import N_

GOALS, OBJECTIVES, MEASURES, CHANNELS = range(4)
"""The columns."""


@exhibit("kpi-tree")
def kpi_tree(ground: Ground) -> Chart | None:
    """Goals, objectives, measures and channels with what joins them; what hangs on nothing says so.

    A measure is used where an objective, a goal, or a measure that it feeds is.
    """
    plan = ground.plan
    promotion = plan.promotion
    if not any(o.name for o in promotion.objectives) and not any(k.name for k in promotion.kpis):
        return None
    nodes = _Growing(ground).nodes()
    apart = [node for node in nodes if node.note]
    return Chart(
        "kpi-tree",
        "tree",
        _message(ground, apart),
        ground.voice.word(N_("Strong lines: what shows success; thin lines: what moves first")),
        alt="; ".join(f"{node.label}: {node.note}" if node.note else node.label for node in nodes),
        categories=tuple(
            ground.voice.word(name)
            for name in (N_("Goals"), N_("Objectives"), N_("Measures"), N_("Channels"))
        ),
        nodes=nodes,
    )


def _message(ground: Ground, apart: list[TreeNode]) -> Text:
    if not apart:
        return ground.say(N_("Every goal, objective and measure is joined"))
    names = ground.voice.join(ground.say(N_("“{name}”"), name=node.label) for node in apart)
    return ground.say(N_("Not joined yet: {names}"), names=names)


class _Growing:
    """Boxes and their places, column by column."""

    def __init__(self, ground: Ground) -> None:
        plan = ground.plan
        self._ground = ground
        self._goals = [goal for goal in plan.business.goals if goal.name]
        self._objectives = [one for one in plan.promotion.objectives if one.name]
        self._kpis = tree_of(ground)
        known = {kpi.id for _, kpi, _ in self._kpis}
        self._channels = [c for c in plan.promotion.channels if is_running(c) and c.kpi in known]
        self._places: dict[tuple[int, str], int] = {}
        kpis = [kpi for _, kpi, _ in self._kpis]
        columns: tuple[list[Any], ...] = (self._goals, self._objectives, kpis, self._channels)
        for column, members in enumerate(columns):
            for member in members:
                self._places[column, member.id] = len(self._places)

    def nodes(self) -> tuple[TreeNode, ...]:
        goals = [self._goal(goal) for goal in self._goals]
        objectives = [self._objective(one) for one in self._objectives]
        measures = [self._measure(path, kpi) for path, kpi, _ in self._kpis]
        return (*goals, *objectives, *measures, *map(self._channel, self._channels))

    def _at(self, column: int, identity: str | None) -> tuple[int, ...]:
        """The place of a member in a column, where it has one."""
        place = self._places.get((column, identity or ""))
        return () if place is None else (place,)

    def _box(self, path: str, column: int) -> TreeNode:
        return TreeNode(plain(self._ground.title(path)), column, sources=(f"{path}.name",))

    def _goal(self, goal: Any) -> TreeNode:
        box = self._box(f"business.goals[{goal.id}]", GOALS)
        served = {self._served(one) for one in self._objectives}
        lacks = bool(self._objectives) and goal.id not in served
        return replace(box, note=self._word(N_("no objective serves it")) if lacks else "")

    def _served(self, objective: Any) -> str | None:
        """The goal of an objective; the first where none is named."""
        first = self._goals[0].id if self._goals else None
        return objective.goal or first

    def _objective(self, objective: Any) -> TreeNode:
        path = f"promotion.objectives[{objective.id}]"
        box = replace(self._box(path, OBJECTIVES), above=self._at(GOALS, self._served(objective)))
        if self._at(MEASURES, objective.kpi):
            return box
        # What is missing is asked for where the box leads to.
        lacks = (f"{path}.kpi", *box.sources)
        return replace(box, note=self._word(N_("no measure shows it")), sources=lacks)

    def _measure(self, path: str, kpi: Any) -> TreeNode:
        above = list(self._at(MEASURES, kpi.parent))
        beside: list[int] = []
        for objective in self._objectives:
            place = self._at(OBJECTIVES, objective.id)
            if objective.kpi == kpi.id:
                above += place
            elif objective.leading_kpi == kpi.id:
                beside += place
        if not self._served_by(kpi.id):
            above += self._at(GOALS, kpi.goal)
        box = replace(self._box(path, MEASURES), above=tuple(above), beside=tuple(beside))
        return box if self._is_used(kpi) else replace(box, note=self._word(_UNUSED))

    def _served_by(self, kpi: str) -> bool:
        return any(kpi in (one.kpi, one.leading_kpi) for one in self._objectives)

    def _is_used(self, kpi: Any) -> bool:
        members = {one.id: one for _, one, _ in self._kpis}
        seen: set[str] = set()
        while kpi is not None and kpi.id not in seen:
            if self._served_by(kpi.id) or self._at(GOALS, kpi.goal):
                return True
            seen.add(kpi.id)
            kpi = members.get(kpi.parent or "")
        return False

    def _channel(self, channel: Any) -> TreeNode:
        path = f"promotion.channels[{channel.id}]"
        label = plain(channel_name(self._ground, channel.id))
        above = self._at(MEASURES, channel.kpi)
        return TreeNode(label, CHANNELS, above=above, sources=(f"{path}.kpi",))

    def _word(self, message: str) -> str:
        return self._ground.voice.word(message)


_UNUSED = N_("no objective uses it")
