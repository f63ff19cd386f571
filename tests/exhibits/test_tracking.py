"""The months as they came in."""

from planner import paths
from planner.blocks import plain
from tests.exhibits.setting import column, grid, planned, says, shows

MARCH, APRIL = "track.months[2027-03]", "track.months[2027-04]"


def test_a_month_in_its_own_words():
    plan = planned(
        {
            f"{MARCH}.summary": "35 new, 4 short",
            f"{MARCH}.outside_events": "Rival's sale.",
            f"{MARCH}.closed": False,
        }
    )
    (said,) = shows(plan, "months").items
    assert plain(said) == (
        "March 2027 – 35 new, 4 short. Outside: Rival's sale. The figures may change."
    )


def test_what_was_sold_of_what_the_period_shall_bring():
    plan = planned(
        {
            "business.offerings[massage]": {"name": "Massage"},
            "promotion.forecast.products[massage].units": 1600,
            f"{MARCH}.products[massage].units": 128,
            f"{APRIL}.products[massage].units": 140,
        }
    )
    # 128 + 140
    assert says(plan, "products-sold") == (
        "Sold so far of what the period shall bring: Massage: 268 of 1,600."
    )


def test_money_by_month_and_line():
    plan = planned(
        {
            "meta.currency": "EUR",
            "promotion.budget_lines[fee]": {"name": "Fee"},
            f"{MARCH}.budget_lines[fee].spent": "250.50",
            f"{MARCH}.budget_lines[fee].document": "CW-0312",
        }
    )
    assert grid(shows(plan, "actual-lines"))[1] == ["March 2027", "Fee", "250.50", "CW-0312"]
    standard = paths.put(plan, "meta.depth", "standard")
    assert "Invoice" not in grid(shows(standard, "actual-lines"))[0]


def test_causes_name_what_they_are_about():
    plan = planned(
        {
            "promotion.kpis[won]": {"name": "Won"},
            f"{MARCH}.summary": "Short.",
            f"{MARCH}.notes[phone]": {"cause": "Phone", "about": "promotion.kpis[won]"},
        }
    )
    assert grid(shows(plan, "causes"))[1] == ["March 2027", "Won", "Phone"]


def test_decisions_and_what_each_version_changed():
    plan = planned(
        {
            "promotion.channels[ads]": {"name": "Ads", "budget": "5"},
            "track.decisions[pause]": {"name": "Pause ads", "date": "2027-02-02"},
            "track.decisions[pause].changes": ["promotion.channels[ads].budget"],
            "track.versions[v1]": {"name": "Approved", "kind": "baseline"},
            "track.versions[v1].changes[c]": {"about": "promotion.channels[ads]"},
            "track.versions[v1].changes[c].reason": "Built in-house",
        }
    )
    assert column(shows(plan, "decision-grounds"), "Changes") == ["Budget of “Ads”"]
    assert grid(shows(plan, "version-changes"))[1] == ["Approved", "Ads", "Built in-house"]
    assert column(shows(plan, "versions"), "Kept as") == ["baseline"]


def test_measures_side_by_side_in_their_units():
    plan = planned(
        {
            "promotion.kpis[won]": {"name": "Won"},
            "promotion.kpis[known]": {"name": "Known", "unit": "share"},
            f"{MARCH}.kpis[won].actual": 35,
            f"{MARCH}.kpis[known].actual": 0.12,
            f"{APRIL}.kpis[won].actual": 38,
            "track.months[2027-06].kpis[won].expected": 45,
            "track.months[2027-06].kpis[won].expected_reason": "Second employer",
        }
    )
    assert grid(shows(plan, "measures-so-far")) == [
        ["Measure", "March 2027", "April 2027"],
        ["Won", "35", "38"],
        ["Known", "12%", ""],
    ]
    assert not shows(plan, "measures-so-far").wide
    assert grid(shows(plan, "expected"))[1:] == [["June 2027", "Won", "45", "Second employer"]]
