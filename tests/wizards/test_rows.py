"""Which rows a keyed table offers, answered or not."""

from planner import paths
from planner.model.plan import Plan
from wizards.forms.rows import keys_at


def plan_with(**values):
    plan = Plan()
    for path, value in values.items():
        plan = paths.put(plan, path.replace("__", "."), value)
    return plan


def test_months_of_the_plan_and_of_the_year_before():
    plan = plan_with(
        meta__period=("2027-11", "2028-02"), business__baseline__year=("2026-01", "2026-12")
    )
    plan = paths.insert(plan, "promotion.kpis", {"id": "new", "name": "New"}).plan
    assert keys_at(plan, "promotion.kpis[new].months", "month") == (
        "2027-11",
        "2027-12",
        "2028-01",
        "2028-02",
    )
    past = keys_at(plan, "business.months", "month")
    assert (past[0], past[-1], len(past)) == ("2026-01", "2026-12", 12)


def test_a_month_outside_the_period_is_shown_while_it_has_an_answer():
    plan = plan_with(meta__period=("2027-01", "2027-03"))
    plan = paths.insert(plan, "promotion.kpis", {"id": "new", "name": "New"}).plan
    plan = paths.put(plan, "promotion.kpis[new].months[2026-12].target", 4)
    assert keys_at(plan, "promotion.kpis[new].months", "month")[0] == "2026-12"


def test_blind_scores_are_given_to_ourselves_and_every_rival():
    plan = paths.insert(Plan(), "competitors.items", {"id": "acme", "name": "Acme"}).plan
    plan = paths.insert(plan, "meta.participants", {"id": "ap", "name": "Ana"}).plan
    scores = "competitors.opinions[ap].scores"
    assert keys_at(plan, scores, "competitor_or_own") == ("own", "acme")


def test_fixed_keys_come_in_their_order():
    assert keys_at(Plan(), "market.forces", "force")[0] == "rivalry"
    assert len(keys_at(Plan(), "promotion.seasonality", "season")) == 12
