"""How the budget was set, and when cash leaves: by hand."""

from planner import paths
from tests.exhibits.setting import column, grid, planned, says, shows

ADS = "promotion.channels[ads]"
FEE = "promotion.budget_lines[fee]"


def spent(*more):
    return planned(
        {
            "meta.currency": "EUR",
            "meta.period": ["2027-01", "2027-03"],
            "promotion.budget.contingency": 0,
            ADS: {"name": "Ads", "kind": "contextual", "status": "run", "budget": "900"},
            FEE: {"name": "Fee", "unit_cost": "100", "quantity": 3},
            **dict(more),
        }
    )


def test_cash_leaves_later_or_earlier_than_the_bill():
    plan = spent((f"{ADS}.paid", "next month"), (f"{FEE}.paid", "in advance"))
    assert grid(shows(plan, "cash-months"))[1:] == [
        ["December 2026", "0", "100", "100", "100"],
        ["January 2027", "0", "100", "100", "200"],
        ["February 2027", "300", "100", "400", "600"],
        ["March 2027", "300", "0", "300", "900"],
        ["April 2027", "300", "0", "300", "1,200"],
    ]


def test_cash_is_not_shown_where_all_is_paid_at_once():
    assert shows(spent((f"{ADS}.paid", "same month")), "cash-months") is None


def test_money_for_trying_things():
    plan = spent(
        ("promotion.budget.test_share", 0.15),
        (f"{ADS}.status", "test"),
        ("promotion.experiments[x]", {"name": "X", "cost": "60"}),
    )
    # (900 + 60) / 1,200
    assert says(plan, "test-money") == (
        "15% of the money is meant for trying new things; channels in test and experiments take"
        " 80%, €960."
    )


def test_other_ways_to_the_sum():
    plan = spent(
        ("business.baseline.revenue", "20000"),
        ("promotion.budget.method", "from tasks"),
        ("promotion.budget.sales_share", 0.065),
        ("promotion.budget.share_gain_points", 2),
        ("promotion.budget.gain_per_ten_points", 0.5),
    )
    assert grid(shows(plan, "budget-ways"))[1:] == [
        ["What has to be done, with the reserve", "1,200", "0%"],  # 900 + 3 x 100
        ["6.5% of the sales that are planned", "1,300", "+8%"],  # 20,000 x .065
    ]
    said = says(plan, "budget-method")
    assert "A share of sales" not in said
    assert "stand 40 points above it" in said  # 2 / .5 x 10
    assert says(paths.put(plan, "meta.depth", "standard"), "budget-method") == (
        "The sum is built from the tasks: channels, other costs and a reserve."
    )


def test_a_share_of_sales_is_said_where_there_is_no_other_way():
    plan = planned({"business.baseline.revenue": "20000", "promotion.budget.sales_share": 0.065})
    assert "A share of sales of 6.5% would give €1,300." in says(plan, "budget-method")


def test_rules_of_the_reserve():
    plan = spent(
        ("promotion.budget.release_rule", "Ana, if a tripwire breaks"),
        ("promotion.budget.target_return", 0.3),
        ("promotion.budget.count_own_time", False),
        ("promotion.budget.cut_plan", "Video first."),
    )
    assert says(plan, "budget-rules") == (
        "The reserve is opened so: Ana, if a tripwire breaks. The least return we ask of money"
        " spent is 30%. Our own hours are not counted as cost. If a fifth must go: Video first."
    )


def test_what_lines_are_for():
    plan = spent((f"{FEE}.channel", "ads"), (f"{FEE}.kind", "fees"), (f"{FEE}.behaviour", "fixed"))
    assert column(shows(plan, "budget-purposes"), "For") == ["Ads"]
    assert column(shows(plan, "budget-purposes"), "Sort") == ["fees, fixed"]


def test_costs_that_grow_with_something():
    plan = spent((f"{FEE}.behaviour", "variable"), (f"{FEE}.varies_with", "leads"))
    assert column(shows(plan, "budget-purposes"), "Sort") == ["variable: leads"]
    rated = paths.put(plan, f"{FEE}.rate", 2.5)
    assert column(shows(rated, "budget-purposes"), "Sort") == [
        "variable: 2.5 for each unit of leads"
    ]
