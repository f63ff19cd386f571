"""What earlier steps decided stands where a page builds on it, and leads back there."""

import pytest

from planner.analysis.feeding.spending import left_to_spend, spending
from tests.plans import sample
from wizards.pages.known import known_on
from wizards.panels.links import Link
from wizards.steps import WORDS


def shown(hand):
    links = hand.window.stage.page.known.findChildren(Link)
    return {link.objectName().removeprefix("known."): link for link in links if link.isVisible()}


@pytest.fixture
def filled(make_hand, sample_file):
    return make_hand(sample_file)


def test_pages_that_build_on_earlier_steps_show_them(filled):
    names = {group.name for group in filled.plan.segments.items if group.decision == "target"}
    for word in ("audience", "positioning", "promotion"):
        filled.window.go_to(word)
        filled.qtbot.waitUntil(lambda: "segments.items" in shown(filled))
        words = shown(filled)["segments.items"].labels[1].text()
        assert set(words.split(", ")) == names
    for word in set(WORDS) - {"audience", "positioning", "promotion", "write"}:
        filled.window.go_to(word)
        assert not filled.window.stage.page.known.isVisible()


def test_each_leads_to_where_it_is_answered(filled):
    filled.window.go_to("promotion")
    filled.qtbot.waitUntil(lambda: "business.limits.affordable_budget" in shown(filled))
    filled.click("known.business.limits.affordable_budget")
    assert filled.window.stage.word == "business"
    assert filled.window.focusWidget().objectName() == "business.limits.affordable_budget"


def test_money_that_is_left_follows_what_is_planned(filled):
    # By hand: a channel that costs 1,000 more and the tenth kept for surprises with it.
    plan = filled.plan
    before = left_to_spend(plan)
    assert before.value == plan.business.limits.affordable_budget - spending(plan).total.value
    filled.window.go_to("promotion")
    kept = plan.promotion.budget.contingency
    filled.window.session.insert(
        "promotion.budget_lines", {"name": "More", "category": "other", "unit_cost": 1000}
    )
    after = left_to_spend(filled.plan)
    share = 0.1 if kept is None else kept
    assert float(before.value - after.value) == pytest.approx(1000 * (1 + share))


def test_too_much_is_said_in_words(filled):
    filled.window.session.set("business.limits.affordable_budget", "100")
    money = known_on(filled.plan, "promotion")[-1]
    assert money.words.endswith("too much")
    assert "planned of €100:" in money.words


def test_nothing_is_shown_where_nothing_is_decided(hand):
    for word in WORDS[:8]:
        hand.window.go_to(word)
        assert not hand.window.stage.page.known.isVisible()


def test_it_knows_nothing_of_later_steps():
    order = list(WORDS)
    for word in WORDS:
        for one in known_on(sample(), word):
            assert order.index(one.path.partition(".")[0]) < order.index(word)
