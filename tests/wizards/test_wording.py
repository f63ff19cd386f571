"""What is shown can be typed again and means the same, in every language of the program."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner import paths
from planner.i18n import LANGUAGES
from planner.model.kinds import BadValue, Integer, ListOf, Money, Number, Share, Text
from planner.model.plan import Plan
from wizards import speaking
from wizards.forms.wording import choice_text, key_name, shown, typed

PLAN = Plan()


@pytest.fixture(autouse=True)
def english_again():
    yield
    speaking.speak("en")


languages = st.sampled_from(LANGUAGES)


@given(languages, st.decimals(0, 10**12, places=4))
def test_amounts_come_back_exactly(language, amount):
    speaking.speak(language)
    assert typed(Money(), shown(Money(), amount, PLAN, "")) == amount


@given(languages, st.integers(-(10**12), 10**12))
def test_whole_numbers_come_back(language, number):
    speaking.speak(language)
    assert typed(Integer(), shown(Integer(), number, PLAN, "")) == number


@given(languages, st.integers(0, 100_000))
def test_shares_come_back(language, thousandths):
    speaking.speak(language)
    share = thousandths / 100_000
    assert typed(Share(), shown(Share(), share, PLAN, "")) == pytest.approx(share, abs=1e-12)


@given(languages, st.lists(st.integers(0, 9999).map(float), min_size=1, max_size=5))
def test_lists_of_numbers_come_back(language, numbers):
    speaking.speak(language)
    kind = ListOf(of=Number())
    assert typed(kind, shown(kind, tuple(numbers), PLAN, "")) == tuple(numbers)


@pytest.mark.parametrize(
    ("language", "text", "amount"),
    [
        ("en", "1,200.50", "1200.50"),
        ("en", "1200.5", "1200.5"),
        ("ro", "1.200,50", "1200.50"),
        ("ro", "1200.5", "1200.5"),
        ("ro", "12,5", "12.5"),
        ("ro", "1.200", "1200"),
        ("ka", "1 200,50", "1200.50"),
        ("ms", "1,200", "1200"),
    ],
)
def test_numbers_are_read_in_the_languages_form_and_in_the_plain_one(language, text, amount):
    speaking.speak(language)
    assert typed(Money(), text) == Decimal(amount)


@pytest.mark.parametrize("text", ["a lot", "12,5", "1..2", "1,2,3"])
def test_what_is_no_number_is_said_to_be_none(text):
    with pytest.raises(BadValue, match="not an amount"):
        typed(Money(), text)


def test_a_share_is_typed_as_percent():
    assert typed(Share(), "54") == typed(Share(), "54 %") == 0.54
    with pytest.raises(BadValue, match=r"120(\.0)? % is outside 0 % to 100 %"):
        typed(Share(), "120")


def test_text_keeps_what_was_typed():
    assert typed(Text(), "  as typed ") == "  as typed "
    assert typed(Text(), "   ") is None


def test_years_have_no_groups_and_counts_have():
    founded = paths.place("business.company.founded").kind
    draws = paths.place("promotion.forecast.simulation.draws").kind
    assert shown(founded, 2019, PLAN, "") == "2019"
    assert shown(draws, 100_000, PLAN, "") == "100,000"


def test_names_of_levels_sections_and_groups_are_words():
    level = paths.place("market.sizes[*].top_down[*].level").kind
    assert [choice_text(level, word) for word in level.choices] == ["TAM", "SAM", "SOM"]
    customer = paths.place("positioning.proofs[*].kind").kind
    assert "Customer’s words" in [choice_text(customer, word) for word in customer.choices]
    # The headings of the annual plan, as its outline has them.
    assert key_name(PLAN, "section", "non-customers") == "Whom we do not serve"
    section = paths.place("meta.document.leave_out").kind.of
    assert choice_text(section, "last-year") == "What last year taught"
    groups = [key_name(PLAN, "group", key) for key in ("control", "test", "test-2")]
    assert groups == ["Control group", "Test group", "Test group 2"]
