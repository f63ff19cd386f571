"""Examples: METHODS 7.1 and 7.3 (R power.prop.test, Evan Miller, Krejcie & Morgan)."""

from planner.calc import compute
from tests.analysis.asking import codes, near, refused


def test_sizes_of_r():
    result = compute("ab-sample-size", {"p1": 0.01, "p2": 0.02})
    assert result["n_exact"] == near(2318.165, 1e-6)
    assert result["n_per_group"] == 2319
    twenty = compute("ab-sample-size", {"p1": 0.2, "p2": 0.25})
    assert (twenty["n_per_group"], twenty["n_evan_miller"]) == (1094, 1030)
    assert twenty["n_exact"] == near(1093.7, 1e-4)
    back = compute("ab-sample-size", {"p1": 0.25, "p2": 0.2})
    assert back["n_exact"] == near(twenty["n_exact"])


def test_sizes_refuse():
    assert refused("ab-sample-size", {"p1": 0.2, "p2": 0.2}) == "p2"
    assert refused("ab-sample-size", {"p1": 0.2, "p2": 0.3, "alpha": 0}) == "alpha"
    assert refused("ab-sample-size", {"p1": 0.2, "p2": 0.3, "power": 1}) == "power"


def test_how_long():
    # 2 × 1094 among 100 a day of whom half take part
    data = {"daily_visitors": 100, "p1": 0.2, "relative_effect": 0.25, "share_in_test": 0.5}
    result = compute("ab-duration", data)
    assert (result["n_per_group"], result["days"]) == (1094, 44)
    quick = compute("ab-duration", {**data, "daily_visitors": 1e6})
    assert quick["days"] == 7
    nobody = compute("ab-duration", {**data, "daily_visitors": 0})
    assert (nobody["days"], codes(nobody)) == (None, ["undefined"])
    assert refused("ab-duration", {**data, "relative_effect": 0}) == "relative_effect"
    assert refused("ab-duration", {**data, "relative_effect": 4.1}) == "relative_effect"
    assert refused("ab-duration", {**data, "groups": 1}) == "groups"


def test_surveys_of_krejcie_and_morgan():
    many = compute("survey-sample-size", {"margin_of_error": 0.05})
    assert (many["n_exact"], many["n"]) == (near(384.15, 1e-4), 385)
    few = compute("survey-sample-size", {"margin_of_error": 0.05, "population": 1000})
    assert (few["n_exact"], few["n"]) == (near(277.7, 1e-3), 278)
    asked = compute(
        "survey-sample-size", {"margin_of_error": 0.05, "population": 1000, "response_rate": 0.25}
    )
    assert asked["invitations"] == 1112
    silent = compute("survey-sample-size", {"margin_of_error": 0.05, "response_rate": 0})
    assert (silent["invitations"], codes(silent)) == (None, ["undefined"])
    assert refused("survey-sample-size", {"margin_of_error": 0}) == "margin_of_error"
