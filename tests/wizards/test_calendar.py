"""The calendar as a board: bars and their ends are dragged, or picked up and moved by keys."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner import paths
from tests.wizards.acting import CTRL, KEY
from tests.wizards.test_pictures import board_of, drag, touch_of
from wizards import theme

SHIFT = Qt.KeyboardModifier.ShiftModifier
START, DUE = date(2027, 3, 1), date(2027, 5, 28)
CAMPAIGN = "promotion.campaigns[neck]"
TASK = "promotion.tasks[site]"


@pytest.fixture
def hand_in_time(hand):
    session = hand.window.session
    session.set("meta.depth", "thorough")
    session.set("promotion.campaigns", [{"name": "Neck", "start": START, "end": DUE}])
    session.set(
        "promotion.tasks",
        [
            {"name": "Site", "start": START, "due": DUE},
            {"name": "Open", "due": DUE},
            {"name": "Film", "due": DUE, "days": 5},
        ],
    )
    return hand


@pytest.fixture
def board(hand_in_time):
    return board_of(hand_in_time, "promotion", "promotion.tasks", "picture.schedule")


def dates(hand, path=TASK):
    last = "end" if "campaigns" in path else "due"
    return tuple(paths.get(hand.plan, f"{path}.{name}") for name in ("start", last))


def days(board, count):
    """So many days across, in pixels."""
    ground = board.drawing.ground.x
    width = (ground.end - ground.start) / (ground.high - ground.low)
    return QPoint(round(board.place_of((count * width, 0)).x() - board.place_of((0, 0)).x()), 0)


def at(board, path, side=0):
    """The middle of a bar, or a spot on its first or last handle."""
    touch = touch_of(board, path)
    spot = board.place_of((touch.middle[0] + side * touch.half, touch.middle[1])).toPoint()
    return spot - QPoint(3 * side, 0)


@pytest.mark.parametrize("path", [TASK, CAMPAIGN])
def test_a_dragged_bar_moves_both_dates_in_one_step(hand_in_time, board, path):
    hand, middle = hand_in_time, at(board, f"{path}.start")
    drag(board, middle, middle + days(board, 14))
    assert dates(hand, path) == (START + timedelta(14), DUE + timedelta(14))
    hand.window.session.undo()
    assert dates(hand, path) == (START, DUE)


@pytest.mark.parametrize(("side", "moved"), [(-1, (-7, 0)), (1, (0, -7))])
def test_a_dragged_end_moves_its_date_alone(hand_in_time, board, side, moved):
    end = at(board, f"{TASK}.start", side)
    drag(board, end, end + days(board, -7))
    expected = tuple(day + timedelta(by) for day, by in zip((START, DUE), moved, strict=True))
    assert dates(hand_in_time) == expected


def test_keys_move_as_the_mouse_does(hand_in_time, board):
    hand, keys = hand_in_time, hand_in_time.qtbot.keyClick
    middle = at(board, f"{TASK}.start")
    drag(board, middle, middle + days(board, 9))
    moved = dates(hand)
    hand.window.session.undo()
    hand.qtbot.waitUntil(lambda: at(board, f"{TASK}.start") == middle, timeout=5000)
    board.setFocus()
    board.choose(touch_of(board, f"{TASK}.start"))
    keys(board, KEY.Key_Space)
    keys(board, KEY.Key_Right, CTRL)
    for _ in range(3):
        keys(board, KEY.Key_Right)
    keys(board, KEY.Key_Left)
    assert dates(hand) == (START, DUE)
    keys(board, KEY.Key_Return)
    assert dates(hand) == moved == (START + timedelta(9), DUE + timedelta(9))


def test_shift_moves_the_end_alone_and_escape_takes_it_back(hand_in_time, board):
    hand, keys = hand_in_time, hand_in_time.qtbot.keyClick
    board.setFocus()
    board.choose(touch_of(board, f"{TASK}.start"))
    for last in (KEY.Key_Escape, KEY.Key_Return):
        keys(board, KEY.Key_Space)
        keys(board, KEY.Key_Right, SHIFT)
        keys(board, KEY.Key_Right, SHIFT | CTRL)
        keys(board, last)
        expected = DUE if last == KEY.Key_Escape else DUE + timedelta(8)
        assert dates(hand) == (START, expected)


def test_a_bar_that_was_put_down_is_seen_there_until_all_is_drawn_anew(hand_in_time, board):
    middle = at(board, f"{TASK}.start")
    drag(board, middle, middle + days(board, 14))
    assert board.landed is not None
    image, ghost = board.grab().toImage(), middle + days(board, 14)
    assert image.pixelColor(ghost).name() == QColor(theme.tokens().accent_soft).name()
    hand_in_time.qtbot.waitUntil(lambda: board.landed is None, timeout=5000)
    middle = at(board, f"{TASK}.start")
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(board, left, none, middle)
    for spot in (middle + QPoint(40, 0), middle):
        QTest.mouseMove(board, spot)
    QTest.mouseRelease(board, left, none, middle)
    assert dates(hand_in_time) == (START + timedelta(14), DUE + timedelta(14))
    assert board.landed is None


def test_a_bar_that_is_gone_to_by_keys_comes_into_sight(hand):
    session = hand.window.session
    session.set("promotion.tasks", [{"name": f"Task {n:02}", "due": DUE} for n in range(60)])
    board = board_of(hand, "promotion", "promotion.tasks", "picture.schedule")
    page = hand.window.stage.page

    def rests():
        below = board.mapTo(page.widget(), QPoint(0, board.height())).y()
        reach = page.verticalScrollBar().maximum() + page.viewport().height()
        return below < page.widget().height() <= reach and not page._keeping.isActive()

    hand.qtbot.waitUntil(rests, timeout=5000)
    board.setFocus()
    for _ in range(60):
        hand.qtbot.keyClick(board, KEY.Key_Down)
    assert board.chosen.label == "Task 59"
    spot = board.mapTo(page.viewport(), at(board, board.chosen.sources[0]))
    assert page.viewport().rect().contains(spot)


def test_an_end_stops_at_the_other(hand_in_time, board):
    end = at(board, f"{TASK}.start", 1)
    drag(board, end, QPoint(2, end.y()))
    assert dates(hand_in_time) == (START, START)


def test_a_task_with_a_day_only_is_moved_as_a_day(hand_in_time, board):
    path = "promotion.tasks[open]"
    middle = at(board, f"{path}.due")
    drag(board, middle, middle + days(board, -10))
    assert dates(hand_in_time, path) == (None, DUE - timedelta(10))


def test_a_start_that_follows_from_the_end_stays_where_it_was_drawn(hand_in_time, board):
    # Five working days that end on Friday, 28 May begin on Monday, 24 May.
    path = "promotion.tasks[film]"
    board.setFocus()
    board.choose(touch_of(board, f"{path}.start"))
    for key, held in ((KEY.Key_Space, Qt.KeyboardModifier.NoModifier), (KEY.Key_Right, SHIFT)):
        hand_in_time.qtbot.keyClick(board, key, held)
    hand_in_time.qtbot.keyClick(board, KEY.Key_Return)
    assert dates(hand_in_time, path) == (date(2027, 5, 24), DUE + timedelta(1))


def test_the_cursor_shows_what_a_drag_would_move(board):
    path, cursors = f"{TASK}.start", Qt.CursorShape
    seen = []
    for side in (-1, 0, 1):
        place = QPointF(at(board, path, side))
        none, kind = Qt.MouseButton.NoButton, QEvent.Type.MouseMove
        keys = Qt.KeyboardModifier.NoModifier
        there = board.mapToGlobal(place)
        QApplication.sendEvent(board, QMouseEvent(kind, place, there, none, none, keys))
        seen.append(board.cursor().shape())
    assert seen == [cursors.SizeHorCursor, cursors.PointingHandCursor, cursors.SizeHorCursor]


def test_a_drag_goes_beyond_the_months_that_are_drawn(hand_in_time, board):
    middle = at(board, f"{TASK}.start")
    drag(board, middle, middle + days(board, 200))
    assert dates(hand_in_time) == (START + timedelta(200), DUE + timedelta(200))
