"""Campaigns, briefs and content in words."""

import pytest

from planner import paths
from planner.blocks import plain
from tests.exhibits.setting import column, grid, planned, says, shows

MARCH = "promotion.campaigns[march]"


def campaign(*more, depth="thorough"):
    return planned(
        {
            "segments.items[desk]": {"name": "Desk workers"},
            "segments.exclusions[far]": {"name": "Too far"},
            "positioning.messages[monday]": {"name": "Monday", "roof": "Back on Monday."},
            "audience.journey[see]": {"name": "See"},
            "audience.journey[buy]": {"name": "Buy"},
            MARCH: {"name": "March"},
            **dict(more),
        },
        depth=depth,
    )


def test_for_whom_it_is_and_what_it_says():
    plan = campaign(
        (f"{MARCH}.segments", ["desk"]), (f"{MARCH}.stage", "see"), (f"{MARCH}.message", "monday")
    )
    assert says(plan, "campaign", MARCH) == (
        "For Desk workers, at this step: See. It says: “Back on Monday”."
    )
    assert says(campaign(), "campaign", MARCH) == ""


@pytest.mark.parametrize(
    ("share", "depth", "said"),
    [
        (0, "thorough", "The offer is on Massage, at the full price."),
        (0, "standard", "They pay the full price."),
        (0.2, "thorough", "The offer is 20% off Massage."),
        (0.2, "standard", "The offer is 20% off."),
        (None, "thorough", "The offer is on Massage."),
        (None, "standard", ""),
    ],
)
def test_offers(share, depth, said):
    plan = campaign(
        ("business.offerings[massage]", {"name": "Massage"}),
        (f"{MARCH}.offer.offering", "massage"),
        (f"{MARCH}.offer.discount", share),
        depth=depth,
    )
    assert says(plan, "campaign-offer", MARCH) == said


def test_a_brief_says_what_is_known_and_whom_it_shuts_out():
    plan = campaign(
        (f"{MARCH}.brief.task", "Run the ads"),
        (f"{MARCH}.brief.must_not", ["cure", "patient photos"]),
        (f"{MARCH}.brief.access", "The account"),
    )
    assert grid(shows(plan, "brief", MARCH))[1:] == [
        ["Task", "Run the ads"],
        ["Must never be in it", "cure and patient photos"],
        ["We provide", "The account"],
    ]
    assert says(plan, "brief-limits") == "In every brief these are shut out: Too far."
    assert says(campaign(), "brief-limits") == ""


def test_money_and_aims_by_channel_in_the_measure_s_unit():
    plan = campaign(
        ("meta.currency", "EUR"),
        ("promotion.kpis[known]", {"name": "Known", "unit": "share"}),
        ("promotion.channels[ads]", {"name": "Ads"}),
        (f"{MARCH}.channels[ads].budget", "900"),
        (f"{MARCH}.channels[ads].kpi", "known"),
        (f"{MARCH}.channels[ads].target", 0.15),
    )
    assert grid(shows(plan, "campaign-channels"))[1] == ["March", "Ads", "900", "Known", "15%"]


def test_content_in_order_and_steps_left_empty():
    at = "promotion.content"
    plan = campaign(
        (f"{at}[b]", {"name": "Later", "date": "2027-03-02", "stage": "buy"}),
        (f"{at}[c]", {"name": "Some day", "stage": "buy"}),
        (f"{at}[a]", {"name": "First", "date": "2027-02-22", "stage": "buy"}),
    )
    assert [row[0] for row in grid(shows(plan, "content"))[1:]] == ["First", "Later", "Some day"]
    assert says(plan, "content-gaps") == "Nothing is planned yet for buyers at: See."
    full = paths.put(plan, f"{at}[a].stage", "see")
    assert says(full, "content-gaps") == ""


def test_notes_begin_with_the_name():
    plan = campaign((f"{MARCH}.offer.terms", "Once per person"))
    (said,) = shows(plan, "campaign-notes").items
    assert plain(said) == "March – Conditions: Once per person."
    assert said[0].bold


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"segments": ["desk"]}, "For Desk workers."),
        ({"personas": ["ana"], "segments": ["desk"]}, "For Desk workers (Ana)."),
        ({"personas": ["ana"]}, "For Ana."),
        ({"stage": "see"}, "It meets buyers at this step: See."),
    ],
)
def test_whom_a_campaign_is_for(answers, said):
    plan = campaign(("audience.personas[ana]", {"name": "Ana"}))
    for name, value in answers.items():
        plan = paths.put(plan, f"{MARCH}.{name}", value)
    assert says(plan, "campaign", MARCH) == said


def test_the_form_and_language_of_a_piece():
    at = "promotion.content"
    plan = campaign(
        (f"{at}[a]", {"name": "A", "format": "article", "language": "ro"}),
        (f"{at}[b]", {"name": "B", "format": "post"}),
        (f"{at}[c]", {"name": "C", "language": "en"}),
    )
    told = [row[1] for row in grid(shows(plan, "content"))[1:]]
    assert told == ["article (Romanian)", "post", "English"]
    more = paths.put(plan, f"{at}[c].language", "ro, English subtitles")
    assert column(shows(more, "content"), "Form")[2] == "Romanian and English subtitles"


def test_a_brief_names_its_languages():
    plan = campaign((f"{MARCH}.brief.languages", ["ro", "en", "Aromanian"]))
    assert grid(shows(plan, "brief", MARCH))[1] == ["Languages", "Romanian, English and Aromanian"]
