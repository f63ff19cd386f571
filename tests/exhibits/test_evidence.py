"""Wagers, words, meetings and sources in words."""

from planner import paths
from planner.blocks import plain
from tests.exhibits.setting import column, grid, planned, says, shows

WAGER = "evidence.assumptions[book]"


def test_which_figure_an_assumption_is_about():
    plan = planned(
        {
            "promotion.channels[ads]": {"name": "Ads"},
            WAGER: {"statement": "A third of callers book."},
            f"{WAGER}.value_path": "promotion.channels[ads].funnel.lead_to_customer",
            f"{WAGER}.basis": "210 calls",
        }
    )
    assert grid(shows(plan, "assumptions"))[1] == [
        "A third of callers book.", "Lead to customer of “Ads”", "210 calls",
    ]  # fmt: skip


def test_broken_assumptions_are_named():
    plan = planned({WAGER: {"statement": "A third of callers book.", "status": "broken"}})
    assert says(plan, "assumptions-broken") == (
        "Broken already: “A third of callers book”. Their plan B is in force."
    )
    assert says(paths.put(plan, f"{WAGER}.status", "held"), "assumptions-broken") == ""


def test_what_has_been_decided_is_no_longer_open():
    at = "evidence.open_decisions"
    plan = planned(
        {
            "track.decisions[rent]": {"name": "No second site"},
            f"{at}[site]": {"name": "A second site?", "due": "2027-03-19"},
            f"{at}[fourth]": {"name": "A fourth therapist?", "due": "2027-04-12"},
        }
    )
    assert column(shows(plan, "open-decisions"), "To be decided") == [
        "A second site?", "A fourth therapist?",
    ]  # fmt: skip
    plan = paths.put(plan, f"{at}[site].decision", "rent")
    assert column(shows(plan, "open-decisions"), "To be decided") == ["A fourth therapist?"]


def test_words_stand_in_the_order_of_the_alphabet():
    plan = planned(
        {
            "evidence.glossary[visit]": {"name": "visit", "meaning": "An hour"},
            "evidence.glossary[customer]": {"name": "Customer", "meaning": "Paid once"},
        }
    )
    assert column(shows(plan, "glossary"), "Word") == ["Customer", "visit"]
    for form, said in (("ro: vizită", "Romanian: vizită"), ("vizită", "vizită")):
        told = paths.put(plan, "evidence.glossary[visit].forms", [form])
        assert column(shows(told, "glossary"), "In other languages") == ["", said]


def test_sources_that_age_within_the_period():
    at = "evidence.items"
    plan = planned(
        {
            "meta.period": ["2027-01", "2027-12"],
            f"{at}[a]": {"source": "Report", "valid_until": "2027-10-31"},
            f"{at}[b]": {"source": "Census", "valid_until": "2028-01-01"},
            f"{at}[c]": {"source": "Talks", "public": False},
        }
    )
    assert says(plan, "sources-aged") == (
        "To be renewed within the period: Report (good until 31 Oct 2027)."
    )
    assert says(plan, "ledger-limits") == "Not for outsiders: Talks."


def test_what_rests_on_a_source():
    plan = planned(
        {
            "business.company.name": "We",
            "evidence.items[a]": {"source": "Register", "about": ["business.company.name"]},
        }
    )
    assert column(shows(plan, "ledger"), "Answers that rest on it") == ["Business & goals (1)"]
    assert shows(paths.put(plan, "meta.depth", "standard"), "ledger") is None
    assert shows(plan, "ledger-remarks") is None
    quoted = paths.put(plan, "evidence.items[a].says", "Founded in 2019")
    assert column(shows(quoted, "ledger"), "It says") == ["Founded in 2019"]
    listed = paths.put(quoted, "meta.document.notes", "list at the end")
    assert "It says" not in [one.title for one in shows(listed, "ledger").columns]
    noted = paths.put(plan, "evidence.items[a].note", "Ten months counted.")
    (said,) = shows(noted, "ledger-remarks").items
    assert plain(said) == "Register – Ten months counted."


def test_what_the_talk_of_a_meeting_brought():
    at = "evidence.workshops[w]"
    plan = planned({at: {"name": "Segments", "minutes": "Runners fell away."}})
    (said,) = shows(plan, "workshop-minutes").items
    assert plain(said) == "Segments – Runners fell away."
    assert shows(paths.put(plan, f"{at}.minutes", None), "workshop-minutes") is None


def test_whose_money_an_assumption_frees():
    plan = planned(
        {
            "promotion.budget_lines[fee]": {"name": "Fee"},
            WAGER: {"statement": "All book.", "basis": "calls", "frees": ["fee"]},
        }
    )
    assert plain(shows(plan, "assumptions").source) == (
        "If “All book” breaks, the money of “Fee” is freed."
    )


def test_meetings():
    plan = planned(
        {
            "meta.participants[ap]": {"name": "AP"},
            "evidence.workshops[w]": {"name": "Segments", "facilitator": "M. Rusu"},
            "evidence.workshops[w].participants": ["ap"],
        }
    )
    assert column(shows(plan, "workshops"), "Who") == ["AP; led by M. Rusu"]
    assert column(shows(paths.put(plan, "meta.depth", "standard"), "workshops"), "Who") == ["AP"]
