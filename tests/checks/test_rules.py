"""Each rule of the review finds what it is for, and keeps quiet where all is well."""

from datetime import date
from typing import Any

import pytest

from planner import checks, paths
from planner.checks.rules import RULES
from planner.model.plan import Plan
from tests.plans import essential_sample, sample

TODAY = date(2026, 12, 1)
SAMPLE = "promotion.channels[search-ads]"


def found(plan: Plan) -> dict[str, set[str]]:
    """Paths of findings by rule."""
    by_rule: dict[str, set[str]] = {}
    for finding in checks.findings(plan, TODAY):
        by_rule.setdefault(finding.id, set()).add(finding.path)
    return by_rule


def changed(*edits: tuple[str, Any]) -> Plan:
    """The sample with some places changed."""
    plan = sample()
    for path, value in edits:
        plan = paths.put(plan, path, value)
    return plan


BREAKS = [
    ("unit-margin-negative", [("business.offerings[sports-massage].unit_cost", "40")]),
    ("revenue-split-off", [("business.offerings[sports-massage].share_of_revenue", 0.5)]),
    ("margin-contradicts-accounts", [
        ("meta.depth", "standard"), ("business.baseline.gross_margin", 0.7)]),
    ("goal-incomplete", [("business.goals[revenue-2027].baseline", None)]),
    ("goal-incomplete", [("business.goals[revenue-2027].date", "2029-01-01")]),
    ("goal-is-activity", [("business.goals[revenue-2027].name", "Launch a newsletter")]),
    ("last-year-missing", [("business.last_year.had_plan", None)]),
    ("last-year-missing", [("business.last_year.results[fill-mornings].lesson", None)]),
    ("nothing-stopped", [("business.last_year.results[leaflets-2026].next", "keep")]),
    ("size-gap-unexplained", [
        ("meta.depth", "standard"), ("market.sizes[main].bottom_up[practices].value", 40),
        ("market.sizes[main].difference", None)]),
    ("factor-unanswered", [("market.factors[scarce-therapists].answer", None)]),
    ("rivals-incomplete", [("competitors.items[rehabnow].kind", "direct")]),
    ("table-flatters-us", [
        (f"competitors.own.ratings[{f}].score", 4)
        for f in ("waiting-time", "results", "price", "hours", "same-therapist")]),
    ("we-lose-unanswered", [
        ("meta.depth", "standard"), ("competitors.items[rehabnow].our_answer", None),
        ("competitors.items[gym-trainers].our_answer", None)]),
    ("segments-miss-revenue", [("segments.items[desk].own_customers", 900)]),
    ("segment-without-need", [("segments.items[runners].need", None)]),
    ("segment-without-need", [
        ("segments.items[runners].need", "Relief this week, outside office hours, and no RELAPSE."),
        ("segments.items[desk].need", "relief this week, outside office hours, and no relapse.")]),
    ("refusal-without-rule", [("segments.exclusions[home-visits].script", None)]),
    ("target-without-persona", [("audience.personas[mihaela].segment", None)]),
    ("persona-without-people", [
        ("audience.studies", None), ("audience.personas[mihaela].people_heard", 0)]),
    ("sensitive-audience-data", [("audience.personas[mihaela].portrait", "A trade unionist.")]),
    ("usp-already-claimed", [("positioning.usp.comparisons[kinetolife].verdict", "says the same")]),
    ("usp-already-claimed", [
        ("competitors.items[kinetolife].claim",
         "the same Therapist within 48 hours, or the first session is free.")]),
    ("strategies-miss-gap", [
        ("meta.depth", "standard"), ("positioning.strategies[office-mornings].gains", None)]),
    ("strategies-miss-gap", [
        (f"positioning.strategies[{s.id}].decision", "later")
        for s in sample().positioning.strategies if s.decision == "rejected"]),
    ("technology-debt-undecided", [
        ("technology.items[online-booking].own_level", 0),
        ("technology.items[online-booking].decision", None)]),
    ("technology-review-overdue", [("technology.items[online-booking].next_review", "2026-11-01")]),
    ("adopt-without-money", [
        ("meta.depth", "standard"), ("technology.items[online-booking].owner", None)]),
    ("objective-without-number", [("promotion.objectives[more-new-customers].kpi", None)]),
    ("objective-without-number", [("promotion.kpis[new-customers].target", None)]),
    ("objective-is-activity", [("promotion.objectives[known-before-need].name", "Run a campaign")]),
    ("target-segment-without-money", [
        ("promotion.channels[office-days].segments", ["desk"])]),
    ("budget-does-not-fit", [("business.limits.affordable_budget", "10000")]),
    ("budget-does-not-fit", [(f"{SAMPLE}.budget", "1500")]),
    ("channel-loses-money", [(f"{SAMPLE}.funnel.lead_to_customer", {"base": 0.05})]),
    ("cost-above-customer-worth", [(f"{SAMPLE}.funnel.lead_to_customer", {"base": 0.05})]),
    ("all-buyers-claimed", [
        (f"promotion.channels[{c.id}].anyway", {"base": 0})
        for c in sample().promotion.channels]),
    ("no-contingency-or-tests", [
        ("meta.depth", "standard"), ("promotion.budget.contingency", 0)]),
    ("dates-outside-period", [("promotion.campaigns[neck-free].start", "2026-12-20")]),
    ("campaign-backwards", [("promotion.campaigns[neck-free].end", "2027-02-01")]),
    ("assumption-without-tripwire", [("evidence.assumptions[anyway].threshold", None)]),
    ("tripwire-crossed", [("evidence.assumptions[anyway].threshold", 0.35)]),
    ("persona-unreachable", [("promotion.channels[office-days].personas", ["andreea"])]),
    ("figure-without-source", [("evidence.items[booking]", None)]),
    ("pillar-without-proof", [
        ("meta.depth", "standard"),
        ("positioning.messages[monday].pillars[same-therapist].proofs", None)]),
    ("swot-line-untraced", [
        ("meta.depth", "standard"), ("positioning.swot[office-parks].sources", None)]),
    ("trend-without-consequence", [
        ("meta.depth", "standard"), ("market.trends[night-booking].action", None)]),
    ("target-against-scores", [
        ("segments.items[runners].ratings[fit].score", 1),
        ("segments.items[runners].ratings[proof].score", 1),
        ("segments.items[runners].ratings[access].score", 1),
        ("segments.items[runners].decision", "target"),
        ("segments.items[runners].decision_reason", None)]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "edits"), BREAKS, ids=[f"{r}-{i}" for i, (r, _) in enumerate(BREAKS)]
)
def test_a_break_is_found(rule, edits):
    quiet = changed(*((p, v) for p, v in edits if p == "meta.depth"))
    assert found(changed(*edits)).get(rule, set()) - found(quiet).get(rule, set())


def test_a_blank_plan_is_quiet_but_for_last_year():
    assert set(found(Plan())) == {"last-year-missing"}


def test_money_without_margin_objective_or_rivals():
    plan = paths.insert(Plan(), "promotion.channels", {"name": "Ads", "kind": "contextual"}).plan
    plan = paths.put(plan, "promotion.channels[ads].budget", "1000")
    assert {"margin-unknown", "money-without-objective", "rivals-incomplete"} <= set(found(plan))


def test_everybody_is_a_customer():
    plan = paths.insert(Plan(), "segments.items", {"name": "All", "need": "things"}).plan
    assert "everybody-is-a-customer" in found(plan)
    refused = paths.put(plan, "segments.items[all].decision", "not our customer")
    assert "everybody-is-a-customer" not in found(refused)


def test_more_than_three_goals():
    plan = Plan()
    for name in "abcd":
        plan = paths.insert(plan, "business.goals", {"name": name}).plan
        plan = paths.insert(plan, "promotion.objectives", {"name": name}).plan
    assert {"goals-too-many", "objectives-more-than-three"} <= set(found(plan))


def test_a_round_split_without_rates():
    plan = Plan()
    for name, money in (("A", "500"), ("B", "500")):
        plan = paths.insert(plan, "promotion.channels", {"name": name, "budget": money}).plan
    assert "round-split" in found(plan)


def test_a_map_whose_axes_say_the_same():
    plan = essential_sample()
    for owner in ("own", *(f"items[{rival.id}]" for rival in plan.competitors.items)):
        level = paths.get(plan, f"competitors.{owner}.levels[opening-hours].level")
        plan = paths.put(plan, f"competitors.{owner}.levels[price].level", level)
    assert "map-is-a-line" not in found(plan)  # its question is hidden at essential depth
    plan = paths.put(plan, "meta.depth", "standard")
    assert "map-is-a-line" in found(plan)


def test_sizes_that_do_not_nest():
    size = {"name": "x", "basis": "three known figures", "tam": "10", "sam": "20", "som": "1"}
    plan = paths.insert(Plan(), "market.sizes", size).plan
    plan = paths.put(plan, "meta.depth", "standard")
    assert "size-order" in found(plan)


def test_the_goal_beyond_the_market_is_left_in_the_sample_on_purpose():
    assert found(sample())["goal-beyond-market"] == {"business.goals[revenue-2027].target"}
    assert "goal-beyond-capacity" in found(sample())


def test_findings_come_worst_first_then_in_step_order():
    findings = checks.findings(sample(), TODAY)
    order = [checks.finding.SEVERITIES.index(f.severity) for f in findings]
    assert order == sorted(order)
    assert all(f.message("en") and "{" not in f.message("en") for f in findings)
    assert all(f.reason for f in findings)


def test_every_rule_is_tried():
    from tests.checks.test_deeper_rules import CASES

    tried = {rule for rule, _ in BREAKS} | {
        "margin-unknown", "money-without-objective", "everybody-is-a-customer", "goals-too-many",
        "objectives-more-than-three", "round-split", "map-is-a-line", "size-order",
        "goal-beyond-market", "goal-beyond-capacity", "size-one-way", "barnum-persona",
        "technology-one-field", "ranking-fragile", "forecast-over-limits",
    }  # fmt: skip
    deeper = {rule for rule, _, _ in CASES} | {"constraint-broken", "hours-over-people"}
    assert set(RULES) == tried | deeper


def test_size_one_way_is_a_hint_at_essential_depth_and_a_warning_deeper():
    plan = changed(("meta.depth", "essential"), ("market.sizes[main].bottom_up", None))
    severity = {f.id: f.severity for f in checks.findings(plan, TODAY)}
    assert severity["size-one-way"] == "hint"
    deeper = paths.put(plan, "meta.depth", "standard")
    assert {f.id: f.severity for f in checks.findings(deeper, TODAY)}["size-one-way"] == "warning"


def test_a_portrait_that_fits_anyone():
    plan = paths.insert(Plan(), "audience.personas", {"name": "Anyone"}).plan
    assert found(plan)["barnum-persona"] == {"audience.personas[anyone].triggers"}


def test_one_field_of_technology():
    plan = paths.put(Plan(), "meta.depth", "standard")
    for field in ("Web", "Payment"):
        plan = paths.insert(plan, "technology.sectors", {"name": field}).plan
    for name in ("Booking", "Cards"):
        item = {"name": name, "sector": "web"}
        plan = paths.insert(plan, "technology.items", item).plan
    assert "technology-one-field" in found(plan)
    wider = paths.put(plan, "technology.items[cards].sector", "payment")
    assert "technology-one-field" not in found(wider)


def test_a_lead_that_hangs_on_one_weight():
    plan = Plan()
    for name, weight in (("A", 50), ("B", 50)):
        values = {"name": name, "weight": weight}
        plan = paths.insert(plan, "competitors.success_factors", values).plan
    plan = paths.insert(plan, "competitors.items", {"name": "Acme"}).plan
    for owner, a, b in (("own", 4, 2), ("items[acme]", 2, 3.9)):
        plan = paths.put(plan, f"competitors.{owner}.ratings[a].score", a)
        plan = paths.put(plan, f"competitors.{owner}.ratings[b].score", b)
    assert found(plan)["ranking-fragile"]


def test_sales_beyond_what_can_be_won():
    assert "forecast-over-limits" in found(sample())
    wide = changed(("market.sizes[main].bottom_up[won].value", 0.5),
                   ("market.sizes[main].top_down[we-can-win].value", 0.5))  # fmt: skip
    assert "forecast-over-limits" not in found(wide)
