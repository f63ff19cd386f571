"""Members without a name: a document calls them by their kind and place, never by an id."""

import re

import planner
from planner import paths
from planner.blocks import Heading, plain
from planner.composing.naming import named
from planner.exhibits.voice import Voice
from planner.model.plan import Plan
from tests.composing.test_compose import texts
from tests.plans import sample

ENGLISH = Voice("en", "EUR")


def nameless(plan):
    """The plan with every name of a member taken away."""
    for answer in list(paths.answers(plan)):
        if re.fullmatch(r".*\]\.(name|statement|phrase)", answer.path):
            plan = paths.put(plan, answer.path, None)
    return plan


def test_a_group_without_a_name_is_called_by_its_place():
    plan = paths.put(sample(), "segments.items[employers].name", None)
    made = named(plan, ENGLISH)
    place = [group.id for group in plan.segments.items].index("employers") + 1
    assert paths.get(made, "segments.items[employers].name") == f"Group {place}"
    assert [g.name for g in made.segments.items if g.id != "employers"] == [
        g.name for g in plan.segments.items if g.id != "employers"
    ]


def test_a_plan_with_all_its_names_stays_the_same():
    full = sample()
    once = named(full, ENGLISH)
    assert named(once, ENGLISH) is once


def test_what_nobody_filled_or_names_stays_without_a_name():
    plan = paths.insert(Plan(), "segments.items", {}).plan
    (group,) = named(plan, ENGLISH).segments.items
    assert group.name is None


def test_a_channel_is_called_by_its_kind():
    plan = paths.put(sample(), "promotion.channels[search-ads].name", None)
    assert plan.promotion.channels[0].kind
    assert paths.get(named(plan, ENGLISH), "promotion.channels[search-ads].name") is None


def test_no_id_no_empty_heading_and_no_gap_is_printed_without_names():
    plan = nameless(sample())
    document = planner.compose(plan, "annual", "en")
    assert all(plain(b.text).strip() for b in document.blocks if isinstance(b, Heading))
    ids = {m.id for m in (*plan.segments.items, *plan.audience.personas, *plan.promotion.people)}
    said = [plain(text) for _, text in texts(document)]
    for words in said:
        assert "“”" not in words
        assert "  " not in words
        assert not re.search(r"(^|\s)[.,;]\s", words)
        assert words.strip() not in ids
