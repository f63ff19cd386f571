"""What a plan measures in percent is shown and typed in percent, wherever it stands."""

import pytest

from planner import paths
from planner.model.kinds import Money, Number, Share
from planner.model.plan import Plan
from wizards.forms.units import _UNITS, kind_of
from wizards.forms.wording import shown, typed

ANSWERS = {
    "business.goals[g]": {"name": "Be known", "metric": "awareness"},
    "business.goals[r]": {"name": "Sell", "metric": "revenue"},
    "business.last_year.results[l]": {"name": "Fill mornings", "unit": "percent"},
    "positioning.strategies[s]": {"statement": "Promise"},
    "promotion.kpis[k]": {"name": "Known", "unit": "share"},
    "promotion.kpis[n]": {"name": "Customers", "unit": "count"},
    "promotion.objectives[o]": {"statement": "Be known", "kpi": "k"},
    "promotion.channels[c]": {"name": "Search"},
    "promotion.campaigns[m]": {"name": "March"},
    "promotion.campaigns[m].channels[c]": {"kpi": "k"},
    "evidence.assumptions[a]": {"statement": "Grows", "value_path": "market.growth"},
}
SHARES = (
    "business.goals[g].baseline",
    "business.goals[g].milestones[2027-03].value",
    "business.last_year.results[l].achieved",
    "positioning.strategies[s].gains[g].base",
    "promotion.kpis[k].target",
    "promotion.kpis[k].months[2027-01].target",
    "promotion.objectives[o].without_plan",
    "promotion.campaigns[m].channels[c].target",
    "track.months[2027-01].kpis[k].actual",
    "evidence.assumptions[a].threshold",
)
NUMBERS = (
    "business.goals[r].baseline",
    "positioning.strategies[s].gains[r].base",
    "promotion.kpis[n].target",
    "track.months[2027-01].kpis[n].actual",
    "track.months[2027-01].kpis[gone].actual",
)


@pytest.fixture
def plan():
    made = paths.put(Plan(), "market.growth", 0.06)
    for path, answers in ANSWERS.items():
        made = paths.put(made, path, answers)
    return made


@pytest.mark.parametrize("path", SHARES)
def test_figures_of_what_is_counted_in_percent_are_shares(plan, path):
    kind = kind_of(plan, path)
    assert kind.word == "share"
    # Nine hundredths are nine percent; growth of more than all there was is no mistake.
    assert shown(kind, 0.09, plan, path) == "9"
    assert (typed(kind, "9 %"), typed(kind, "120")) == (0.09, 1.2)


@pytest.mark.parametrize("path", NUMBERS)
def test_other_figures_stay_numbers(plan, path):
    kind = kind_of(plan, path)
    assert type(kind) is Number
    assert shown(kind, 0.09, plan, path) == "0.09"


def test_declared_shares_and_amounts_are_what_they_were(plan):
    assert kind_of(plan, "market.growth") == paths.place("market.growth").kind
    assert isinstance(kind_of(plan, "market.growth"), Share)
    assert isinstance(kind_of(plan, "business.baseline.revenue"), Money)


def test_every_field_with_a_unit_elsewhere_is_a_plain_number():
    assert [p for p in _UNITS if type(paths.place(p).kind) is not Number] == []
    assert {paths.pattern(path) for path in SHARES} <= set(_UNITS)


def test_a_measure_in_percent_is_shown_and_typed_so_in_its_table(hand):
    session = hand.window.session
    session.set("promotion.kpis[k]", {"name": "Known", "unit": "share", "baseline": 0.09})
    hand.window.go_to("promotion")
    _, index = hand.cell("promotion.kpis[k].baseline")
    assert index.data() == "9 %"
    hand.edit_cell("promotion.kpis[k].target", "15")
    assert hand.plan.promotion.kpis[0].target == 0.15
    assert hand.cell("promotion.kpis[k].target")[1].data() == "15 %"
    session.set("promotion.kpis[k].unit", "count")
    hand.qtbot.waitUntil(lambda: hand.cell("promotion.kpis[k].baseline")[1].data() == "0.09")


def test_a_field_follows_the_unit_that_is_chosen_beside_it(hand):
    session = hand.window.session
    session.set("meta.depth", "standard")
    session.set("business.goals[g]", {"name": "Be known", "without_plan": 0.14})
    hand.window.go_to("business")
    assert hand.window.stage.page.reveal("business.goals[g].without_plan")
    entry = hand.find("business.goals[g].without_plan")
    assert entry.text() == "0.14"
    session.set("business.goals[g].unit", "percent")
    hand.qtbot.waitUntil(lambda: entry.text() == "14")
    hand.type("business.goals[g].without_plan", "16.5")
    assert hand.plan.business.goals[0].without_plan == 0.165
