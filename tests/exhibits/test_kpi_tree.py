"""Goals, objectives, measures and channels: what joins them, and what hangs on nothing."""

import pytest

from planner import paths
from planner.blocks import plain
from tests.exhibits.setting import drawn, planned, shows
from tests.plans import sample


def plan(**more):
    """A goal, an objective that serves it, its measure and early sign, and a number apart."""
    return planned(
        {
            "business.goals[sales]": {"name": "Sales"},
            "promotion.kpis[new]": {"name": "New customers"},
            "promotion.kpis[calls]": {"name": "Calls"},
            "promotion.kpis[likes]": {"name": "Likes"},
            "promotion.objectives[more]": {
                "name": "More customers", "kpi": "new", "leading_kpi": "calls", "goal": "sales",
            },
            "promotion.channels[ads]": {"name": "Ads", "kind": "own", "status": "run",
                                        "kpi": "calls"},
        }
        | more
    )  # fmt: skip


def notes(chart):
    return {node.label: node.note for node in chart.nodes if node.note}


def joined(chart):
    """The names of what hangs on what, strongly and weakly."""
    names = [node.label for node in chart.nodes]
    strong = {(names[above], n.label) for n in chart.nodes for above in n.above}
    return strong, {(names[a], n.label) for n in chart.nodes for a in n.beside}


def test_who_hangs_on_whom():
    assert joined(drawn(plan(), "kpi-tree")) == (
        {("Sales", "More customers"), ("More customers", "New customers"), ("Calls", "Ads")},
        {("More customers", "Calls")},
    )


def test_a_measure_that_no_objective_uses_says_so():
    chart = drawn(plan(), "kpi-tree")
    assert notes(chart) == {"Likes": "no objective uses it"}
    assert plain(chart.caption) == "Not joined yet: “Likes”"


@pytest.mark.parametrize(("path", "value"), [("parent", "calls"), ("goal", "sales")])
def test_a_measure_that_feeds_one_in_use_is_used(path, value):
    chart = drawn(paths.put(plan(), f"promotion.kpis[likes].{path}", value), "kpi-tree")
    assert notes(chart) == {}
    assert plain(chart.caption) == "Every goal, objective and measure is joined"


def test_measures_that_feed_each_other_in_a_circle_are_not_used_by_that():
    circle = {"promotion.kpis[posts]": {"name": "Posts", "parent": "likes"}}
    found = drawn(plan(**circle), "kpi-tree")
    assert set(notes(found)) == {"Likes", "Posts"}


def test_an_objective_without_a_measure_leads_to_the_question_for_it():
    chart = drawn(
        plan(**{"promotion.objectives[known]": {"name": "Be known", "goal": "sales"}}), "kpi-tree"
    )
    box = next(node for node in chart.nodes if node.label == "Be known")
    assert box.note == "no measure shows it"
    assert box.sources[0] == "promotion.objectives[known].kpi"


def test_a_goal_that_no_objective_serves_says_so_and_one_without_a_goal_serves_the_first():
    more = {
        "business.goals[staff]": {"name": "Staff"},
        "promotion.objectives[more].goal": None,
    }
    chart = drawn(plan(**more), "kpi-tree")
    assert notes(chart)["Staff"] == "no objective serves it"
    assert ("Sales", "More customers") in joined(chart)[0]


def test_all_of_the_sample_is_joined():
    chart, given = drawn(sample(), "kpi-tree"), sample().promotion
    assert notes(chart) == {}
    labels = [node.label for node in chart.nodes]
    for member in (*given.objectives, *given.kpis):
        assert labels.count(member.name) == 1


def test_nothing_is_drawn_before_anything_is_named():
    assert shows(planned({"business.goals[sales]": {"name": "Sales"}}), "kpi-tree") is None
