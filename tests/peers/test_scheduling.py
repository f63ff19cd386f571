"""Against networkx and numpy's business days: the critical path, tasks on working days."""

import datetime as dt

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.calc import compute
from tests.analysis.asking import near

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def project(seed):
    """Tasks in any order that wait for some of those before them."""
    chance = np.random.default_rng(seed)
    count = int(chance.integers(1, 40))
    whole = seed % 2
    tasks = []
    for i in range(count):
        duration = float(chance.integers(0, 9)) if whole else float(chance.uniform(0, 9))
        before = np.flatnonzero(chance.random(i) < 3 / count)
        tasks.append({"id": f"t{i}", "duration": duration, "after": [f"t{j}" for j in before]})
    return [tasks[i] for i in chance.permutation(count)]


def chained(tasks):
    """A graph with a task's duration on each line to what follows it, or to the end."""
    graph = nx.DiGraph()
    for task in tasks:
        graph.add_edge("start", task["id"], weight=0.0)
        graph.add_edge(task["id"], "end", weight=task["duration"])
    lasting = {task["id"]: task["duration"] for task in tasks}
    for task in tasks:
        for before in task["after"]:
            graph.add_edge(before, task["id"], weight=lasting[before])
    return graph


def longest(graph, first, last):
    """The longest way between two tasks."""
    on_the_way = nx.descendants(graph, first) & nx.ancestors(graph, last) | {first, last}
    return nx.dag_longest_path_length(graph.subgraph(on_the_way))


@pytest.mark.parametrize("seed", range(60))
def test_longest_paths_of_networkx(seed):
    tasks = project(seed)
    graph = chained(tasks)
    ours = compute("critical-path", {"tasks": tasks})
    whole = nx.dag_longest_path_length(graph)
    assert ours["duration"] == near(whole)
    placed = {task["id"]: task for task in ours["tasks"]}
    for name, task in placed.items():
        early = longest(graph, "start", name)
        late = whole - longest(graph, name, "end")
        assert (task["early_start"], task["late_start"]) == near((early, late))
        assert task["total_float"] == near(late - early)
        assert task["critical"] == (late - early < 1e-9)
        following = [placed[other]["early_start"] for other in graph[name] if other != "end"]
        free = min(following, default=whole) - task["early_finish"]
        assert task["free_float"] == near(free)
    path = nx.dag_longest_path(graph)
    assert set(path) - {"start", "end"} <= set(ours["critical"])


@st.composite
def calendars(draw):
    weekend = draw(st.sets(st.sampled_from(DAYS), max_size=6))
    start = draw(st.dates(dt.date(2020, 1, 1), dt.date(2035, 1, 1)))
    off = draw(st.sets(st.integers(0, 90), max_size=25))
    return {
        "start": start.isoformat(),
        "durations": draw(st.lists(st.integers(1, 40), min_size=1, max_size=6)),
        "holidays": [(start + dt.timedelta(n)).isoformat() for n in sorted(off)],
        "weekend": sorted(weekend),
    }


@settings(deadline=None)
@given(calendars())
def test_business_days_of_numpy(calendar):
    mask = "".join("0" if day in calendar["weekend"] else "1" for day in DAYS)
    known = {"weekmask": mask, "holidays": calendar["holidays"]}
    day = np.datetime64(calendar["start"])
    wished = []
    for duration in calendar["durations"]:
        first = np.busday_offset(day, 0, roll="forward", **known)
        last = np.busday_offset(first, duration - 1, **known)
        wished.append({"start": str(first), "end": str(last)})
        day = last + 1
        assert np.busday_count(first, day, **known) == duration
    assert compute("working-days", calendar)["tasks"] == wished
