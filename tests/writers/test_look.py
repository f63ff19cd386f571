"""Colours, by the published examples of WCAG."""

from __future__ import annotations

import pytest

from planner.drawing.colours import contrast, mixed, on_fill
from planner.writers import look


@pytest.mark.parametrize(
    ("colour", "expected"),
    # Black on white is 21:1 by definition; #767676 is known as the lightest grey that passes 4.5:1.
    [("#000000", 21.0), ("#FFFFFF", 1.0), ("#767676", 4.54)],
)
def test_contrast_is_that_of_wcag(colour, expected):
    assert contrast(colour) == pytest.approx(expected, abs=0.005)


def test_a_pale_brand_colour_is_never_text():
    assert look.text_accent("#777777") == look.INK
    assert look.text_accent("#767676") == "#767676"


@pytest.mark.parametrize("nonsense", ["", "red", "#12345", "#GGGGGG", "#0B5FA5;x"])
def test_what_is_no_colour_is_the_accent(nonsense):
    assert look.accent_of(nonsense) == look.ACCENT


def test_a_colour_is_thinned_with_white():
    assert mixed("#000000", 0.5) == "#808080"
    assert mixed("#0B5FA5", 0.0) == "#FFFFFF"


def test_words_on_a_fill_can_be_read():
    assert on_fill("#0B5FA5") == "#FFFFFF"
    assert on_fill("#E3A008") == look.INK
