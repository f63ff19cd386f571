"""From findings to choices, by hand."""

import pytest

from planner import paths
from planner.blocks import plain
from tests.exhibits.setting import column, grid, planned, says, shows

SWOT, OPTION = "positioning.swot", "positioning.strategies"


def options(*more):
    return planned(
        {
            f"{SWOT}[fast]": {"kind": "strength", "statement": "Fast", "importance": 3},
            f"{SWOT}[late]": {"kind": "weakness", "statement": "Closed late", "importance": 1},
            f"{SWOT}[parks]": {"kind": "opportunity", "statement": "Parks", "importance": 5},
            "positioning.issues[hold]": {"statement": "How to hold them?"},
            f"{OPTION}[promise]": {"name": "Promise", "decision": "rejected"},
            f"{OPTION}[price]": {"name": "Price", "decision": "chosen"},
            **dict(more),
        }
    )


def rated(*marks):
    return options(
        *((f"{OPTION}[{o}].ratings[{line}].attractiveness", grade) for o, line, grade in marks)
    )


def test_scores_by_hand():
    plan = rated(
        ("promise", "fast", 4), ("promise", "late", 2), ("promise", "parks", 3),
        ("price", "fast", 1), ("price", "late", 2), ("price", "parks", 2),
    )  # fmt: skip
    # inside 3 and 1 weigh .75 and .25, outside 1: .75 x 4 + .25 x 2 + 3 = 6.5; .75 + .5 + 2 = 3.25
    assert grid(shows(plan, "strategy-scores"))[-1] == ["Score, weighed", "6.50", "3.25"]
    # 4 inside and 4 outside, each weighing 1 in all
    assert plain(shows(plan, "strategy-scores").source).endswith("a score is 8 at most.")
    assert says(plan, "strategy-scores") == (
        "On the lines that weigh, “Promise” scores highest. A fifth more or less weight on any one"
        " line does not change that. We did not choose it, for the reason given above."
    )


def test_an_order_of_options_that_hangs_on_one_line():
    plan = rated(
        ("promise", "fast", 4), ("promise", "late", 1), ("promise", "parks", 3),
        ("price", "fast", 3), ("price", "late", 3.9), ("price", "parks", 3),
    )  # fmt: skip
    # .75 x 4 + .25 x 1 = 3.25 against .75 x 3 + .25 x 3.9 = 3.225 beside the same 3 outside;
    # less of the first or more of the second turns it
    assert says(plan, "strategy-scores").startswith(
        "On the lines that weigh, “Promise” scores highest. A fifth more or less weight on Fast or"
        " Closed late would put another first."
    )


def test_a_line_that_one_option_lacks_counts_for_none():
    plan = rated(("promise", "fast", 4), ("promise", "parks", 3), ("price", "fast", 1))
    assert grid(shows(plan, "strategy-scores"))[-1] == ["Score, weighed", "3.00", "0.75"]


def test_what_an_option_combines():
    plan = options((f"{OPTION}[promise].swot_items", ["fast", "parks"]))
    assert column(shows(plan, "strategy-grounds"), "Combines") == [
        "a strength for a chance: Fast and Parks"
    ]
    # METHODS 1.2: 3 inside x 5 outside
    assert column(shows(plan, "strategy-grounds"), "Priority")[0] == "15.0"


def test_what_an_option_brings_in_the_goal_s_unit():
    plan = options(
        ("meta.currency", "EUR"),
        ("business.goals[revenue]", {"name": "Revenue", "metric": "revenue"}),
        (f"{OPTION}[promise].gains[revenue].base", 22000),
    )
    assert column(shows(plan, "strategy-grounds"), "Brings") == ["€22,000"]
    for end, value in (("low", 14000), ("high", 29000)):
        plan = paths.put(plan, f"{OPTION}[promise].gains[revenue].{end}", value)
    assert column(shows(plan, "strategy-grounds"), "Brings") == ["€22,000 (€14,000 to €29,000)"]


def test_the_group_is_shown_by_mean_and_spread_and_never_by_name():
    plan = options(
        ("meta.participants[ap]", {"name": "AP"}),
        ("meta.participants[io]", {"name": "IO"}),
        ("positioning.opinions[ap].ranks[promise].rank", 1),
        ("positioning.opinions[io].ranks[promise].rank", 2),
        ("positioning.opinions[io].ranks[price].rank", 1),
        ("positioning.opinions[ap].dots[fast].dots", 3),
        ("positioning.opinions[io].dots[fast].dots", 4),
    )
    assert column(shows(plan, "strategy-grounds"), "Place by the group") == ["1.5 (1 to 2)", "1"]
    assert column(shows(plan, "swot-origins"), "Dots of the group") == ["7"]
    said = str(grid(shows(plan, "strategy-grounds"))) + str(grid(shows(plan, "swot-origins")))
    assert "AP" not in said
    assert "IO" not in said


def test_issues_that_nothing_chosen_settles():
    both = options(
        ("positioning.issues[fill]", {"statement": "How to fill mornings?"}),
        (f"{OPTION}[price].issues", ["hold"]),
        (f"{OPTION}[promise].issues", ["fill"]),
    )
    assert says(both, "issues-open") == (
        "No strategy we chose settles this yet: How to fill mornings?"
    )
    assert column(shows(both, "issues"), "Settled by") == ["Price"]  # the other is rejected
    assert says(options(), "issues-open") == ""


@pytest.mark.parametrize(
    ("product", "market", "sort"),
    [
        ("existing", "existing", "more of the same"),
        ("new", "existing", "new offer"),
        ("existing", "new", "new buyers"),
        ("new", "new", "new to both"),
    ],
)
def test_steps_of_growth(product, market, sort):
    step = {"name": "Check", "product": product, "market": market}
    plan = planned({"positioning.initiatives[check]": step})
    assert column(shows(plan, "initiatives"), "Sort") == [sort]


def test_the_planned_curve_drops_what_is_eliminated():
    factors = ("hours", "price", "gym")
    plan = planned(
        {
            **{f"competitors.curve_factors[{f}]": {"name": f.title()} for f in factors},
            **{f"competitors.own.levels[{f}].level": 4 for f in factors},
            "positioning.moves[hours].move": "raise",
            "positioning.moves[hours].target_level": 9,
            "positioning.moves[gym].move": "eliminate",
        }
    )
    today, curve = shows(plan, "planned-curve").series
    assert today.values == (4, 4, 4)
    assert curve.values == (9, 4, 0)
    assert curve.own
    same = paths.put(plan, "positioning.moves[hours].target_level", 4)
    same = paths.put(same, "positioning.moves[gym].move", "keep")
    assert shows(same, "planned-curve") is None


def test_objectives_with_their_reasons():
    at = "promotion.objectives[more]"
    plan = planned(
        {
            "promotion.kpis[won]": {"name": "Won", "unit": "share"},
            at: {"name": "More", "kpi": "won", "without_plan": 0.34, "reason": "Slots are empty"},
        }
    )
    assert column(shows(plan, "objectives-grounds"), "Without the plan") == ["34%"]
    (said,) = shows(plan, "objectives-reasons").items
    assert plain(said) == "Why “More”: Slots are empty"
