"""Tables with a row a member, and words for what references lead to."""

import pytest

from planner import paths
from planner.blocks import Span, plain
from planner.exhibits.members import (
    PORTRAIT,
    Shown,
    bare,
    leading,
    pointed,
    sentences,
    table_of,
)
from tests.exhibits.setting import grid, ground_of, planned

RISK = "promotion.risks[strike]"
ADS = "promotion.channels[ads]"


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (("No stop", "Ends."), "No stop. Ends."),
        (("Really?", "So: “yes.”", "“no”"), "Really? So: “yes.” “no”."),
        (("", "Alone"), "Alone."),
        ((), ""),
    ],
)
def test_sentences_end_in_a_full_stop(parts, said):
    assert plain(sentences((Span(part),) if part else () for part in parts)) == said


def test_a_full_stop_is_taken_off_and_sources_stay():
    assert bare((Span("A b.", ("x",)),)) == (Span("A b", ("x",)),)
    assert bare((Span("A b", ("x",)),)) == (Span("A b", ("x",)),)
    assert bare(()) == ()


def test_a_row_of_which_only_the_name_is_known_falls_out():
    plan = planned(
        {RISK: {"name": "Strike", "impact": 4}, "promotion.risks[fire]": {"name": "Fire"}}
    )
    ground = ground_of(plan)
    shown = (Shown("Risk", "name"), Shown("Bad", "impact", kind="figure"), Shown("Sign", "sign"))
    table = table_of(ground, "r", (Span("R"),), ground.members("promotion.risks"), shown)
    assert grid(table) == [["Risk", "Bad"], ["Strike", "4"]]


@pytest.mark.parametrize(("depth", "columns"), [("standard", 2), ("thorough", 3)])
def test_columns_of_the_full_depth(depth, columns):
    plan = planned({RISK: {"name": "Strike", "impact": 4, "money": "5"}}, depth=depth)
    ground = ground_of(plan)
    shown = (
        Shown("Risk", "name"),
        Shown("Bad", "impact"),
        Shown("Cost", "money", kind="money", thorough=True),
    )
    table = table_of(ground, "r", (Span("R"),), ground.members("promotion.risks"), shown)
    assert len(table.columns) == columns


def test_only_a_table_of_many_columns_lies_across_the_page():
    plan = planned({RISK: {"name": "Strike", "impact": 4}})
    ground = ground_of(plan)
    for count, wide in ((PORTRAIT, False), (PORTRAIT + 1, True)):
        shown = [Shown("Risk", "name"), *[Shown("Bad", "impact")] * (count - 1)]
        members = ground.members("promotion.risks")
        assert table_of(ground, "r", (Span("R"),), members, shown, wide=True).wide is wide


def test_what_paths_lead_to_in_words():
    plan = planned(
        {
            "competitors.items[acme]": {"name": "Acme", "price_level": "cheaper"},
            "competitors.success_factors[speed]": {"name": "Speed"},
            "competitors.items[acme].ratings[speed].score": 3,
            ADS: {"name": "Ads"},
            f"{ADS}.funnel.lead_to_customer": {"low": None, "base": 0.3, "high": None},
            "business.company.name": "We",
        }
    )
    ground = ground_of(plan)

    def words(path):
        return plain(pointed(ground, path, "source"))

    assert words("competitors.items[acme]") == "Acme"
    assert words("competitors.items[acme].price_level") == "Price level of “Acme”"
    assert words("competitors.items[acme].ratings[speed]") == "Speed of “Acme”"
    assert words(f"{ADS}.funnel.lead_to_customer.base") == "Lead to customer of “Ads”"
    assert words("business.company.name") == "Name (Your firm)"
    assert words("competitors.items[gone]") == ""
    assert words("no such thing") == ""


def test_what_leads_there_is_traced_with_what_is_there():
    plan = planned({"competitors.items[acme]": {"name": "Acme"}})
    (span,) = pointed(ground_of(plan), "competitors.items[acme]", "here")
    assert span.sources == ("here", "competitors.items[acme]")


def test_what_is_keyed_by_another_is_called_as_that():
    price = "competitors.items[fizio].prices[massage]"
    plan = planned(
        {
            "business.offerings[massage]": {"name": "Massage"},
            "competitors.items[fizio]": {"name": "FizioPlus"},
            f"{price}.price": "34",
        }
    )
    assert plain(pointed(ground_of(plan), f"{price}.price")) == "Price of “Massage” at “FizioPlus”"


def test_an_answer_of_a_month_says_which_month():
    kpi = "promotion.kpis[calls]"
    plan = planned(
        {
            kpi: {"name": "Calls"},
            f"{kpi}.months[2027-06].target": 9,
            "track.months[2027-03].kpis[calls].actual": 8,
        }
    )
    ground = ground_of(plan)
    for path, said in (
        (f"{kpi}.months[2027-06].target", "Target of “Calls” in June 2027"),
        ("track.months[2027-03].kpis[calls].actual", "Actual of “Calls” in March 2027"),
        ("track.months[2027-03]", "March 2027"),
    ):
        assert plain(pointed(ground, path)) == said


def test_a_sentence_in_a_list_has_no_full_stop():
    wager = "evidence.assumptions[calm]"
    plan = planned({wager: {"statement": "All stays calm."}, RISK: {"linked": [wager, RISK]}})
    tell = leading("linked")
    risk = plan.promotion.risks[0]
    assert plain(tell(ground_of(plan), risk, RISK)).startswith("All stays calm and ")


def test_what_every_row_says_is_said_once():
    plan = planned({RISK: {"name": "Strike", "impact": 4, "sign": "none", "owner": None}})
    shown = (
        Shown("Risk", "name"),
        Shown("Bad", "impact", kind="figure", once=True),
        Shown("Sign", "sign", once=True),
    )
    for second, titles, below in (
        (
            {"name": "Fire", "impact": 4, "sign": "smoke"},
            ["Risk", "Sign"],
            "The same in every row: “Bad”: 4.",
        ),
        (None, ["Risk", "Bad", "Sign"], ""),
    ):
        more = paths.put(plan, "promotion.risks[fire]", second) if second else plan
        ground = ground_of(more)
        table = table_of(ground, "r", (Span("R"),), ground.members("promotion.risks"), shown)
        assert grid(table)[0] == titles
        assert plain(table.source) == below
