"""What the public may not read is left out, and not asked for either."""

import planner
from planner import paths
from planner.blocks import References, plain
from planner.composing.publishing import published
from tests.composing.test_compose import texts
from tests.plans import filled, sample


def public(plan):
    return paths.put(plan, "meta.confidentiality", "public")


def confidential(plan):
    return [a.path for a in paths.answers(plan) if a.field.ask.confidential]


def test_no_confidential_answer_is_left_and_all_others_are():
    before = public(paths.put(filled(), "meta.document.redact", None))
    after = published(before)
    assert len(confidential(before)) > 80
    assert confidential(after) == []
    kept = {a.path: a.value for a in paths.answers(before) if not a.field.ask.confidential}
    assert {a.path: a.value for a in paths.answers(after)} == kept


def test_other_plans_stay_as_they_are():
    plan = sample()
    assert published(plan) is plan
    internal = paths.put(plan, "meta.confidentiality", "internal")
    assert published(internal) is internal


def test_a_public_document_keeps_costs_to_itself_and_does_not_ask_for_them():
    plan = paths.put(sample(), "meta.depth", "thorough")
    cost = "business.offerings[sports-massage].unit_cost"
    question = paths.place(cost).field.ask.question
    assert planner.compose(plan, "annual", "en").uses(cost)
    document = planner.compose(public(plan), "annual", "en")
    assert document.uses(cost) == ()
    assert question not in "\n".join(plain(text) for _, text in texts(document))


def test_a_source_that_outsiders_must_not_see_has_no_name():
    plan = sample()
    line = plan.evidence.items[0]
    plan = public(paths.put(plan, f"evidence.items[{line.id}].public", False))
    document = planner.compose(plan, "annual", "en")
    everything = "\n".join(plain(text) for _, text in texts(document))
    assert line.source not in everything
    ledger = next(block for block in document.blocks if isinstance(block, References))
    assert any("Kept with us" in plain(entry.text) for entry in ledger.entries)


def test_only_the_chosen_kinds_of_secrets_are_left_out():
    before = public(paths.put(filled(), "meta.document.redact", ["customers", "rivals"]))
    gone = set(confidential(before)) - set(confidential(published(before)))
    assert any(path.startswith("business.key_accounts[") for path in gone)
    assert any(path.startswith("competitors.") for path in gone)
    assert not any(path.startswith(("business.limits", "business.offerings")) for path in gone)
