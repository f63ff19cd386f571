"""The firm in full, on figures reckoned by hand."""

from planner import paths
from tests.exhibits.setting import drawn, planned, rows, says

OFFERS = {
    "business.offerings[session]": {"name": "Session"},
    "business.offerings[day]": {"name": "Company day"},
}


def test_a_leader_in_a_fast_market_deserves_money_another_does_not():
    plan = planned(
        {
            **OFFERS,
            # 0.30 / 0.20 = 1.5 in a market growing by 12 %; 0.05 / 0.25 = 0.2 in one growing by 2 %
            "business.offerings[session].own_share": 0.30,
            "business.offerings[session].largest_rival_share": 0.20,
            "business.offerings[session].market_growth": 0.12,
            "business.offerings[day].own_share": 0.05,
            "business.offerings[day].largest_rival_share": 0.25,
            "business.offerings[day].market_growth": 0.02,
        }
    )
    said = says(plan, "portfolio")
    assert "Session: fast market, and we lead" in said
    assert "Company day: slow market, and others lead" in said
    assert "fast from 10% a year" in said


def test_a_market_s_own_growth_stands_in_and_the_line_can_be_moved():
    plan = planned(
        {
            **OFFERS,
            "business.offerings[session].own_share": 0.30,
            "business.offerings[session].largest_rival_share": 0.20,
            "market.growth": 0.06,
            "market.growth_line": 0.05,
        }
    )
    said = says(plan, "portfolio")
    assert "Session: fast market" in said
    assert "fast from 5% a year" in said


def test_months_name_the_best_and_the_worst():
    sold = {"01": 19400, "02": 18200, "03": 17000, "04": 17100, "05": 16800, "08": 12300}
    plan = planned({f"business.months[2026-{m}].revenue": str(v) for m, v in sold.items()})
    chart = drawn(plan, "sales-months")
    assert "".join(s.text for s in chart.caption) == (
        "January 2026 sells most (€19,400), August 2026 least (€12,300)"
    )
    assert chart.series[0].values == tuple(float(v) for v in sold.values())


def test_past_years_end_with_the_one_we_start_from():
    plan = planned(
        {
            "business.years[2025].revenue": "198000",
            "business.years[2024].revenue": "171500.50",
            "business.years[2025].customers": 640,
            "business.baseline.year": ["2026-01", "2026-12"],
            "business.baseline.revenue": "212000",
        }
    )
    assert rows(plan, "years") == [
        ["Year", "Sales EUR", "Customers"],
        ["2024", "171,500.50", ""],
        ["2025", "198,000", "640"],
        ["2026", "212,000", ""],
    ]
    broken = paths.put(plan, "business.baseline.year", ["2025-07", "2026-06"])
    assert rows(broken, "years")[-1][0] == "July 2025–June 2026"


def test_only_what_is_rare_and_hard_to_copy_lasts():
    plan = planned(
        {
            "business.assets[club]": {"name": "Contract with the club"},
            "business.assets[club].rare": True,
            "business.assets[club].hard_to_copy": True,
            "business.assets[club].in_use": False,
            "business.assets[rooms]": {"name": "Bright rooms"},
            "business.assets[rooms].rare": False,
            "business.assets[rooms].hard_to_copy": True,
            "business.assets[rooms].in_use": True,
        }
    )
    said = says(plan, "assets")
    assert said == "Rare, hard to copy and not yet used in selling: Contract with the club."


def test_details_of_the_full_depth_stay_out_of_a_standard_plan():
    answers = {"business.years[2025].revenue": "198000", **OFFERS}
    assert rows(planned(answers, "standard"), "years") == []
    assert rows(planned({"business.assets[a]": {"name": "A"}}, "standard"), "assets") == []


def test_an_enlargement_is_said_with_what_is_known_of_it():
    plan = planned(
        {
            "business.capacity[slots]": {"name": "Treatment slots"},
            "business.capacity[slots].step": 170,
            "business.capacity[slots].step_cost": "2100",
        }
    )
    assert says(plan, "capacity-steps") == (
        "Treatment slots: one enlargement gives 170 more a month, costs €2,100 a month."
    )
    weeks = planned({"business.capacity[s]": {"name": "S"}, "business.capacity[s].step": 1,
                     "business.capacity[s].step_weeks": 1})  # fmt: skip
    assert says(weeks, "capacity-steps").endswith(", takes 1 week.")


def test_milestones_are_in_the_goal_s_unit():
    plan = planned(
        {
            "business.goals[sales]": {"name": "Grow"},
            "business.goals[sales].metric": "revenue",
            "business.goals[sales].milestones[2027-06].value": 121000,
        }
    )
    assert says(plan, "milestones") == "On the way to “Grow”: €121,000 (June 2027)."
