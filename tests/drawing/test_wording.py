"""Words and numbers on charts."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.drawing.measure import extent
from planner.drawing.wording import clipped, fitted, number, percent, three_digits, wrapped


@pytest.mark.parametrize(
    ("language", "expected"),
    # CLDR: Romanian parts thousands by a point, Georgian by a no-break space.
    [("en", "1,230"), ("ro", "1.230"), ("ms", "1,230"), ("ka", "1\u00a0230")],
)
def test_numbers_follow_the_language(language, expected):
    assert number(1234, "#,##0.##", language) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (362.5, "362"),
        (363.5, "364"),
        (21449, "21400"),
        (0.012345, "0.0123"),
        (0, "0"),
        (-9.996, "-10.0"),
    ],
)
def test_three_digits_are_kept_half_to_even(value, expected):
    assert three_digits(value) == Decimal(expected)


def test_a_negative_number_has_a_minus_and_a_change_a_plus():
    assert number(-0.3, "#,##0.##", "en", sign=True) == "\u22120.3"
    assert number(0.3, "#,##0.##", "en", sign=True) == "+0.3"


def test_shares_keep_three_digits():
    assert [percent(s, "en") for s in (0.1176, 0.0902, 0.316, 1.0)] == [
        "11.8%", "9.02%", "31.6%", "100%",
    ]  # fmt: skip


def test_a_label_is_cut_at_eighty_characters():
    assert len(clipped("a" * 100_000)) == 80
    assert clipped("a" * 80) == "a" * 80


@given(st.text(max_size=120), st.floats(8, 60))
def test_fitted_words_fit(words, room):
    assert extent(fitted(words, room)) <= max(room, extent("…")) + 1e-6


@given(st.text(max_size=120), st.integers(1, 3))
def test_wrapped_words_fit(words, most):
    lines = wrapped(words, 25, most)
    assert 1 <= len(lines) <= most
    assert all(extent(line) <= 25 + 1e-6 for line in lines)


def test_words_are_wrapped_between_words():
    assert wrapped("Asked for a sample", extent("Asked for a") + 0.1, 2) == (
        "Asked for a",
        "sample",
    )
