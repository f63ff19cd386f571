"""The split that brings most, taken over: the same money to the cent, in one step."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner import paths
from planner.model.plan import Plan
from tests.plans import sample
from wizards.budget.resplit import as_split

CHANNELS = "promotion.channels"


def plan_of(budgets, months=()):
    plan = paths.put(Plan(), "meta.currency", "EUR")
    plan = paths.put(plan, "meta.period", ["2027-01", "2027-04"])
    members = [{"name": f"C{n}", "budget": str(b), "status": "run"} for n, b in enumerate(budgets)]
    plan = paths.put(plan, CHANNELS, members)
    for number, value in enumerate(months, 1):
        plan = paths.put(plan, f"{CHANNELS}[c0].months[2027-0{number}].budget", str(value))
    return plan


def test_by_hand():
    # 1,000 split 3 : 1 is 750 and 250; the months 100 and 300 of C0 go from 400 to 1.5 times that.
    found = dict(as_split(plan_of((500, 500), (100, 300)), {"c0": 30.0, "c1": 10.0}))
    assert found == {
        f"{CHANNELS}[c0].budget": Decimal("750.00"),
        f"{CHANNELS}[c1].budget": Decimal("250.00"),
        f"{CHANNELS}[c0].months[2027-01].budget": Decimal("150.00"),
        f"{CHANNELS}[c0].months[2027-02].budget": Decimal("450.00"),
    }


@given(
    st.lists(st.decimals(0, 10**6, places=2), min_size=1, max_size=8),
    st.lists(st.floats(0, 1e6), min_size=8, max_size=8),
)
def test_no_cent_comes_or_goes(budgets, weights):
    plan = plan_of(budgets)
    shares = {channel.id: w for channel, w in zip(plan.promotion.channels, weights, strict=False)}
    for path, value in as_split(plan, shares):
        plan = paths.put(plan, path, value)
    after = sum(channel.budget or 0 for channel in plan.promotion.channels)
    assert after == sum(budgets)


def test_a_channel_that_is_not_in_the_split_keeps_its_money():
    found = as_split(plan_of((500, 500, 70)), {"c0": 1.0, "c1": 3.0})
    assert [path for path, _ in found] == [f"{CHANNELS}[c0].budget", f"{CHANNELS}[c1].budget"]


@pytest.mark.parametrize("shares", [{"c0": 5.0, "c1": 5.0}, {}])
def test_the_split_that_is_there_changes_nothing(shares):
    assert as_split(plan_of((500, 500)), shares) == []


def test_the_button_takes_the_split_over_and_one_step_takes_it_back(make_hand, tmp_path):
    from planner import storage
    from planner.analysis.feeding import analysed

    file = tmp_path / "plan.mktplan"
    storage.write_new(paths.put(sample(), "meta.depth", "thorough"), file)
    hand = make_hand(file, at="promotion")
    hand.window.stage.page.open_card("grid.budget")
    name = "outcome.take_split"
    hand.qtbot.waitUntil(lambda: hand.has(name), timeout=10000)
    before = hand.plan
    wanted = {s.id: s.spend for s in analysed(before).best_split.result.channels}
    hand.click(name)
    budgets = {c.id: float(c.budget or 0) for c in hand.plan.promotion.channels if c.id in wanted}
    assert budgets == pytest.approx(wanted, abs=0.02)
    assert hand.window.session.undo_label == "Take over the split"
    hand.window.session.undo()
    assert hand.plan is before


def test_what_the_split_lacks_is_told_and_its_question_is_a_click_away(make_hand, tmp_path):
    from planner import storage

    plan = paths.put(sample(), "meta.depth", "thorough")
    for number, channel in enumerate(plan.promotion.channels):
        # The first one is the only one whose curve is known.
        if number:
            plan = paths.put(plan, f"{CHANNELS}[{channel.id}].saturation", {})
    file = tmp_path / "plan.mktplan"
    storage.write_new(plan, file)
    hand = make_hand(file, at="promotion")
    hand.window.stage.page.open_card("grid.budget")
    hand.qtbot.waitUntil(lambda: hand.has("grid.budget.lacks"), timeout=10000)
    said = hand.find("grid.budget.lacks").text()
    # The second channel that runs and has money is that of posture days.
    assert "Still open for Posture days in the office parks: If you doubled the money" in said
    assert not hand.has("outcome.take_split")
    hand.click("grid.budget.lacks.go")
    path = f"{CHANNELS}[office-days].saturation.doubling"
    hand.qtbot.waitUntil(lambda: hand.find(path).hasFocus(), timeout=5000)
    hand.window.session.set(path, "half")
    hand.window.stage.page.open_card("grid.budget")
    hand.qtbot.waitUntil(lambda: not hand.has("grid.budget.lacks"), timeout=10000)
    hand.qtbot.waitUntil(lambda: hand.has("outcome.take_split"), timeout=10000)
