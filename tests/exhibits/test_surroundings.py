"""The market's edges and forces, on figures reckoned by hand."""

from planner import paths
from tests.exhibits.setting import drawn, planned, rows, says


def test_forces_are_the_mean_of_their_drivers():
    plan = planned(
        {
            # Rivalry (5 + 4) / 2 = 4.5, suppliers 2; alike: pressure 3.25, attractiveness 2.75
            "market.forces[rivalry].drivers[alike]": {"name": "All alike"},
            "market.forces[rivalry].drivers[alike].rating": 5,
            "market.forces[rivalry].drivers[slow]": {"name": "Slow growth"},
            "market.forces[rivalry].drivers[slow].rating": 4,
            "market.forces[suppliers].drivers[scarce]": {"name": "Few suppliers"},
            "market.forces[suppliers].drivers[scarce].rating": 2,
        }
    )
    said = says(plan, "forces")
    assert "press with 3.2 of 5" in said or "press with 3.3 of 5" in said
    assert "Rivalry among those in the market (4.5)" in said
    table = rows(plan, "forces")
    assert table[1] == [
        "Rivalry among those in the market",
        "All alike (5); Slow growth (4)",
        "4.5",
    ]


def test_a_trend_is_drawn_from_three_years_on():
    plan = planned(
        {
            "market.trends[night]": {"name": "People book at night"},
            "market.trends[night].unit": "share of bookings after eight",
            "market.trends[night].years[2024].value": 0.21,
            "market.trends[night].years[2025].value": 0.3,
            "market.trends[night].years[2026].value": 0.38,
        }
    )
    chart = drawn(plan, "trend-lines")
    caption = "".join(s.text for s in chart.caption)
    assert caption == "People book at night: from 21% to 38%"
    assert chart.categories == ("2024", "2025", "2026")


def test_ranges_stand_beside_what_was_taken():
    step = "market.sizes[main].top_down[share]"
    plan = planned(
        {
            "market.sizes[main]": {"name": "main"},
            step: {"name": "Share who pay"},
            f"{step}.low": 0.08,
            f"{step}.value": 0.11,
            f"{step}.high": 0.14,
        }
    )
    assert rows(plan, "size-ranges")[1:] == [["Share who pay", "8%", "11%", "14%"]]
    each = "market.sizes[main].bottom_up[each]"
    both = paths.put(plan, each, {"name": "Sessions each", "unit": "sessions"})
    for name, value in (("low", 950), ("value", 1050), ("high", 1120)):
        both = paths.put(both, f"{each}.{name}", value)
    assert rows(both, "size-ranges")[1:] == [
        ["From everyone down", "", "", "", ""],
        ["Share who pay", "8%", "11%", "14%", ""],
        ["From single sellers up", "", "", "", ""],
        ["Sessions each", "950", "1,050", "1,120", "sessions"],
    ]


def test_edges_are_said_as_far_as_they_are_known():
    assert says(planned({"market.excludes": "hospital care"}), "market-edges") == (
        "Left out: hospital care."
    )
    assert says(planned({}), "market-edges") == ""
