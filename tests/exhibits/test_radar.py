"""The technology watch: movement and money by hand."""

import pytest

from planner import paths
from tests.exhibits.setting import column, drawn, grid, planned, says, shows

ITEM = "technology.items[booking]"


def booking(**answers):
    return planned({"meta.currency": "EUR", ITEM: {"name": "Booking"} | answers})


def test_worth_in_the_first_year():
    plan = booking(
        cost_of_missing="3420", adoption_cost="1200", running_cost="480", months_needed=2
    )
    # (3,420 - 480) x 10 / 12 - 1,200 = 1,250
    assert column(shows(plan, "technology-money"), "Worth in the first year") == ["1,250"]
    unknown = paths.put(plan, f"{ITEM}.cost_of_missing", None)
    assert "Worth in the first year" not in grid(shows(unknown, "technology-money"))[0]


@pytest.mark.parametrize(
    ("ring", "before", "cell", "nearer"),
    [
        ("adopt", "trial", "adopt (before: trial)", True),
        ("hold", "assess", "hold (before: assess)", False),
        ("trial", "trial", "trial (as before: trial)", False),
        ("trial", "new", "trial (new)", False),
        ("trial", None, "trial", False),
    ],
)
def test_movement(ring, before, cell, nearer):
    plan = booking(ring=ring, previous_ring=before)
    assert column(shows(plan, "radar"), "For firms like ours") == [cell]
    assert (says(plan, "radar") == "Nearer than in the last plan: Booking.") is nearer


def test_who_feels_it():
    plan = planned(
        {
            "segments.items[desk]": {"name": "Desk workers"},
            ITEM: {"name": "Booking"},
            f"{ITEM}.relevance[desk].effect": "books after nine",
        }
    )
    table = shows(plan, "technology-needs")
    assert grid(table)[1] == ["Booking", "Desk workers", "books after nine"]


def test_beside_whom_we_measure():
    plan = planned({"technology.benchmark": "best rival"})
    assert says(plan, "benchmark") == "Our lag in technology is measured beside the best rival."
    assert says(paths.put(plan, "meta.depth", "standard"), "benchmark") == ""


def test_one_known_cost_is_enough():
    plan = booking(cost_of_missing="1200", adoption_cost="200")
    assert column(shows(plan, "technology-money"), "Worth in the first year") == ["1,000"]


def test_terms_are_for_the_full_depth():
    plan = booking(supplier="BookWell")
    assert grid(shows(plan, "technology-terms"))[1] == ["Booking", "BookWell"]
    assert shows(paths.put(plan, "meta.depth", "standard"), "technology-terms") is None


def test_on_paper_a_field_without_a_technology_has_no_sector():
    plan = planned(
        {
            **{f"technology.sectors[{n.lower()}]": {"name": n} for n in ("Web", "Tools", "Pay")},
            **{
                f"technology.items[{n}]": {"name": n, "sector": sector, "ring": "trial"}
                for n, sector in (("a", "pay"), ("b", "web"), ("c", "pay"))
            },
        }
    )
    board, paper = drawn(plan, "radar-rings"), drawn(plan, "radar-filled")
    assert (board.categories, paper.categories) == (("Web", "Tools", "Pay"), ("Web", "Pay"))
    assert {p.label: int(p.x) for p in board.points} == {"a": 2, "b": 0, "c": 2}
    assert {p.label: int(p.x) for p in paper.points} == {"a": 1, "b": 0, "c": 1}
