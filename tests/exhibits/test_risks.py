"""Risks on their matrix, and what they would cost."""

from planner import paths
from planner.blocks import plain
from tests.exhibits.setting import column, planned, says, shows

AT = "promotion.risks"


def three():
    return planned(
        {
            "meta.currency": "EUR",
            f"{AT}[a]": {"name": "Strike", "likelihood": 2, "impact": 5, "money": "1000"},
            f"{AT}[b]": {"name": "Rain", "likelihood": 4, "impact": 4, "money": "250.5"},
            f"{AT}[c]": {"name": "Fire", "likelihood": 1, "impact": 5},
        }
    )


def test_the_worst_is_the_largest_product():
    chart = shows(three(), "risk-matrix")
    assert plain(chart.caption) == "What weighs most: Rain"  # 4 x 4 > 2 x 5
    assert [(p.label, p.x, p.y) for p in chart.points if p.own] == [("Rain", 4.0, 4.0)]


def test_two_risks_are_no_matrix():
    two = planned(
        {
            f"{AT}[a]": {"name": "Strike", "likelihood": 2, "impact": 5},
            f"{AT}[b]": {"name": "Rain", "likelihood": 4, "impact": 4},
        }
    )
    assert shows(two, "risk-matrix") is None


def test_what_all_would_cost():
    # 1,000 + 250.50; from a thousand up without cents
    assert says(three(), "risk-money") == "If all of it came at once, it would cost €1,250."


def test_only_rated_risks_stand_on_the_matrix():
    plan = paths.put(three(), f"{AT}[d]", {"name": "Frost", "likelihood": 5})
    assert len(shows(plan, "risk-matrix").points) == 3


def test_what_risks_cost_is_for_the_full_depth():
    assert says(paths.put(three(), "meta.depth", "standard"), "risk-money") == ""


def test_care():
    at = "promotion.risks[a]"
    plan = planned({at: {"name": "Strike"}, f"{at}.prevention": "Talks"}, depth="standard")
    assert column(shows(plan, "risk-care"), "Makes it rarer") == ["Talks"]
