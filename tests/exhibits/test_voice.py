"""How figures, dates and sentences are said; the forms are those of the CLDR."""

from datetime import date
from decimal import Decimal

import pytest

from planner.blocks import Span, plain
from planner.exhibits.voice import Voice
from planner.model.kinds import Choice

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "1,234,567.5"),
        ("ro", "1.234.567,5"),
        ("ms", "1,234,567.5"),
        ("ka", f"1{NBSP}234{NBSP}567,5"),
    ],
)
def test_numbers_have_the_locale_s_marks(language, said):
    assert Voice(language).number(1234567.5, decimals=1).text == said


def test_amounts_show_cents_only_where_they_matter():
    voice = Voice("en", "EUR")
    assert voice.money(Decimal(42)).text == "€42"
    assert voice.money(Decimal("36.70")).text == "€36.70"
    assert voice.money(Decimal("212000.4")).text == "€212,000"
    assert voice.money(Decimal("4800.25"), exact=True).text == "€4,800.25"
    assert Voice("ro", "RON").money(Decimal("1234.5"), exact=True).text == f"1.234,50{NBSP}RON"
    assert Voice("en", "JPY").money(Decimal(500)).text == "JP¥500"
    assert Voice("en").money(Decimal(500)).text == "500"


def test_percent_keeps_a_tenth_where_it_is_needed():
    voice = Voice("en")
    assert voice.percent(0.06).text == "6%"
    assert voice.percent(0.575).text == "57.5%"
    assert voice.percent(2.89).text == "289%"
    assert Voice("ro").percent(0.5).text == f"50{NBSP}%"


def test_dates_and_periods():
    voice = Voice("en")
    assert voice.date(date(2027, 12, 31)).text == "31 Dec 2027"
    assert voice.date(date(2027, 12, 31), long=True).text == "31 December 2027"
    assert voice.period(("2027-01", "2027-12")).text == "January–December 2027"
    assert voice.period(("2026-07", "2027-06")).text == "July 2026–June 2027"
    assert voice.period(("2027-03", "2027-03")).text == "March 2027"
    assert Voice("ka").month("2027-03").text == "მარტი 2027"


def test_sentences_keep_the_sources_of_what_fills_them():
    said = Voice("en").say("A {x} of {y}.", x=Span("cup", ("a.b",)), y="tea")
    assert plain(said) == "A cup of tea."
    assert [span.sources for span in said] == [(), ("a.b",), (), (), ()]


def test_choices_are_said_for_a_reader():
    voice, kind = Voice("en"), Choice(("typed", "rival's name"))
    assert voice.choice(kind, "typed") == "set by hand"
    assert voice.choice(kind, "rival's name") == "rival’s name"
    assert voice.language_name("ro") == "Romanian"
    assert voice.language_name("dialect") == "dialect"


def test_lists_end_in_and():
    voice = Voice("en")
    assert plain(voice.join(["a"])) == "a"
    assert plain(voice.join(["a", "b", "c"])) == "a, b and c"
    assert voice.join([]) == ()
