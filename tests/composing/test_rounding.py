"""Large amounts are shown as finely as their size bears; nothing that is computed changes."""

import pytest

import planner
from planner import paths
from planner.blocks import plain
from planner.exhibits.rounding import rounding_of
from planner.exhibits.voice import Voice
from planner.model.plan import Plan
from tests.composing.test_compose import texts
from tests.plans import sample


@pytest.mark.parametrize(
    ("revenue", "rounding"),
    [(None, 1), ("212000", 1), ("9999999", 1), ("10000000", 1000), ("10000000000", 1_000_000)],
)
def test_by_itself_the_size_of_sales_decides(revenue, rounding):
    assert rounding_of(paths.put(Plan(), "business.baseline.revenue", revenue)) == rounding


def test_amounts_of_some_size_are_rounded_small_ones_not():
    voice = Voice("en", "EUR", 1000)
    assert voice.money(211_996).text == "€212,000"
    assert voice.money(9_999).text == "€9,999"


def test_a_document_is_rounded_as_chosen():
    plan = paths.put(sample(), "meta.document.rounding", "thousands")
    said = "\n".join(plain(text) for _, text in texts(planner.compose(plan, "annual", "en")))
    assert "€8,712,000" in said
    assert "2,352,240" not in said
    assert "2,352,000" in said
