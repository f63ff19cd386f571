"""How columns share a table's width, by hand and against the shipped font."""

from __future__ import annotations

import pytest

from planner.blocks import Column, Row, Table
from planner.drawing.measure import extent
from planner.writers.columns import grid, parted_figures, word_width

from .specimen import text


def test_weights_share_the_width():
    table = Table("t", (), (Column("A", weight=3), Column("B", weight=1)), ())
    assert grid(table, 166).shares == pytest.approx((0.75, 0.25))


def test_without_weights_long_text_gets_more_than_short():
    row = Row((text("a rather long remark about the matter at hand"), text("12")))
    table = Table("t", (), (Column("A"), Column("B", "figure")), (row,))
    first, second = grid(table, 166).shares
    assert first > 2 * second
    assert first + second == pytest.approx(1)


@pytest.mark.parametrize(
    ("rows", "letters", "kept"), [(6, 10, True), (7, 10, False), (5, 1000, False), (0, 0, True)]
)
def test_a_short_table_is_kept_on_one_page(rows, letters, kept):
    table = Table("t", (), (Column("A"),), tuple(Row((text("x" * letters),)) for _ in range(rows)))
    assert grid(table, 166).kept is kept


def test_a_date_is_measured_with_its_narrow_spaces():
    # Noto Sans: six digits of 572, "Feb" 519 + 564 + 615, two spaces of 260 thousandths: 18.9 mm
    assert 18.9 < word_width("26 Feb 2027") < 1.15 * 18.9


def test_no_column_is_narrower_than_its_longest_word():
    words = ["FizioPlus", "Freelancers", "Painkillers", "Gym", "Own"]
    columns = (Column("What decides"), *(Column(word, "figure") for word in words))
    rows = (Row((text("The same therapist every time"), *(text("3") for _ in words))),)
    shares = grid(Table("t", (), columns, rows), 166).shares
    assert sum(shares) == pytest.approx(1)
    for word, share in zip(words, shares[1:], strict=True):
        # 4.6 mm are the cell's padding.
        assert share * 166 - 4.6 >= extent(word, bold=True, size=9.5)


def test_where_not_all_words_fit_the_longest_give_way():
    columns = tuple(Column(word) for word in ("Weight", "Own", "telerehabilitation" * 3))
    weight, own, _ = grid(Table("t", (), columns, ()), 60).shares
    # Such a table is dense: 8.5 points, and 2.5 mm of padding.
    assert weight * 60 - 2.5 >= extent("Weight", bold=True, size=8.5)
    assert own * 60 - 2.5 >= extent("Own", bold=True, size=8.5)


def test_room_goes_where_it_saves_lines():
    name, remark = "A name of several words", "A remark that goes on for as long as two lines would"
    columns = (Column("Name"), Column("Figure", "figure"), Column("Remark"))
    rows = tuple(Row((text(name), text("12"), text(remark))) for _ in range(4))
    shares = grid(Table("t", (), columns, rows), 166).shares
    # Both columns of words can stand on one line each; the figure needs no more than its heading.
    assert shares[0] * 166 - 4.6 >= extent(name, size=9.5)
    assert shares[2] * 166 - 4.6 >= extent(remark, size=9.5)


def test_a_date_is_not_broken():
    day = "30 Sept 2027"
    columns = (Column("Task"), Column("By"))
    rows = (Row((text("Something long to be done by somebody on a certain day " * 4), text(day))),)
    shares = grid(Table("t", (), columns, rows), 166).shares
    assert shares[1] * 166 - 4.6 >= extent(day, size=9.5)


LETTERS = (
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,%ăâîșț"
    "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ"
)


@pytest.mark.parametrize("letter", LETTERS)
def test_no_letter_is_reckoned_narrower_than_the_font_has_it(letter):
    assert 1 <= word_width(letter) / extent(letter, size=9.5) <= 1.4


def test_weights_give_way_to_a_long_word():
    table = Table("t", (), (Column("A", weight=9), Column("Unübersehbarkeiten", weight=1)), ())
    assert grid(table, 100).shares[1] > 0.3


def test_a_table_whose_words_need_it_is_dense():
    few = Table("t", (), (Column("Weight"), Column("Own")), ())
    many = Table("t", (), tuple(Column("Physiotherapists") for _ in range(5)), ())
    assert not grid(few, 166).dense
    assert grid(many, 166).dense


def test_figures_before_words_are_set_apart():
    columns = (Column("A"), Column("B", "figure"), Column("C", "figure"), Column("D"))
    assert parted_figures(columns) == (False, False, True, False)
    assert parted_figures(columns[:3]) == (False, False, False)
