"""Pictures on pages: what they show, moving things in them by mouse and by keys, copying."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner import paths
from planner.drawing import sketch
from planner.drawing.shapes import Plane, Wheel
from tests.wizards.acting import CTRL, KEY
from wizards.pictures.board import Board
from wizards.pictures.view import MOST, PictureView

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
OWN_X = "competitors.own.levels[price].level"
OWN_Y = "competitors.own.levels[hours].level"


@pytest.fixture
def plan_of_two(hand):
    """Ourselves and a rival between price and hours: at 2 and 3, at 8 and 9."""
    session = hand.window.session
    session.set("meta.depth", "thorough")
    session.set("competitors.curve_factors", [{"name": n} for n in ("Price", "Hours", "Care")])
    session.set("competitors.items", [{"name": "Acme"}])
    for path, value in (
        (OWN_X, 2),
        (OWN_Y, 3),
        ("competitors.items[acme].levels[price].level", 8),
        ("competitors.items[acme].levels[hours].level", 9),
        ("competitors.map.horizontal", "price"),
        ("competitors.map.vertical", "hours"),
    ):
        session.set(path, value)
    return hand


def board_of(hand, word, key, name):
    hand.window.go_to(word)
    hand.window.stage.page.open_card(key)
    hand.qtbot.waitUntil(lambda: hand.has(name) and hand.find(name).chart is not None, timeout=5000)
    return hand.find(name, PictureView)


@pytest.fixture
def board(plan_of_two):
    return board_of(plan_of_two, "competitors", "competitors.map", "picture.competitor-map")


def touch_of(board, path):
    return next(touch for touch in board.drawing.touches if path in touch.sources)


def seen(board, touch):
    return board.place_of(touch.middle).toPoint()


def levels(hand):
    return paths.get(hand.plan, OWN_X), paths.get(hand.plan, OWN_Y)


def place(board, x, y):
    ground = board.drawing.ground
    assert isinstance(ground, Plane)
    return board.place_of((ground.x(x), ground.y(y))).toPoint()


def drag(board, start, end):
    QTest.mousePress(board, LEFT, NONE, start)
    QTest.mouseMove(board, (start + end) / 2)
    QTest.mouseMove(board, end)
    QTest.mouseRelease(board, LEFT, NONE, end)


def test_a_dragged_point_gets_the_levels_of_its_new_place_in_one_step(plan_of_two, board):
    hand = plan_of_two
    drag(board, seen(board, touch_of(board, OWN_X)), place(board, 6, 7))
    assert levels(hand) == (6, 7)
    hand.window.session.undo()
    assert levels(hand) == (2, 3)


def test_keys_move_a_point_as_the_mouse_does(plan_of_two, board):
    hand = plan_of_two
    board.setFocus()
    board.choose(None)
    keys = hand.qtbot.keyClick
    # The topmost point is the rival; below it on the left is ours.
    keys(board, KEY.Key_Down)
    assert OWN_X not in board.chosen.sources
    keys(board, KEY.Key_Down)
    assert OWN_X in board.chosen.sources
    keys(board, KEY.Key_Space)
    for _ in range(4):
        keys(board, KEY.Key_Right)
        keys(board, KEY.Key_Up)
    assert levels(hand) == (2, 3)
    keys(board, KEY.Key_Return)
    assert levels(hand) == (6, 7)
    hand.window.session.undo()
    assert levels(hand) == (2, 3)


def test_escape_leaves_a_point_where_it_was(plan_of_two, board):
    board.setFocus()
    board.choose(touch_of(board, OWN_X))
    for key in (KEY.Key_Space, KEY.Key_Right, KEY.Key_Escape, KEY.Key_Return):
        plan_of_two.qtbot.keyClick(board, key)
    assert levels(plan_of_two) == (2, 3)
    assert board.held is None


def test_no_point_leaves_the_scale(plan_of_two, board):
    drag(board, seen(board, touch_of(board, OWN_X)), QPoint(board.width() - 1, 1))
    assert levels(plan_of_two) == (10, 10)


def test_a_click_moves_nothing_and_a_double_click_leads_to_the_answer(plan_of_two, board):
    hand = plan_of_two
    at = seen(board, touch_of(board, OWN_X))
    QTest.mouseClick(board, LEFT, NONE, at)
    assert levels(hand) == (2, 3)
    followed = []
    board.followed.connect(followed.append)
    QTest.mouseDClick(board, LEFT, NONE, at)
    assert followed == [OWN_X]


def test_the_picture_follows_the_table(plan_of_two, board):
    hand = plan_of_two
    before = touch_of(board, OWN_X).middle
    hand.window.session.set(OWN_X, 9)
    hand.qtbot.waitUntil(lambda: touch_of(board, OWN_X).middle != before, timeout=5000)
    ground = board.drawing.ground
    assert ground.values(touch_of(board, OWN_X).middle)[0] == pytest.approx(9, abs=0.3)


def test_a_larger_picture_keeps_what_is_at_the_mouse(board):
    at = QPointF(300, 120)
    spot = board.spot_at(at)
    board.enlarge(2, at)
    assert board.spot_at(at) == pytest.approx(spot)
    board.enlarge(100, at)
    assert board.zoom == MOST
    board.show_whole()
    assert (board.zoom, board.spot_at(QPointF(0, 0))) == (1, (0, 0))


def test_the_copy_is_the_whole_picture_however_large_it_is_shown(board):
    board.enlarge(4)
    board.setFocus()
    QTest.keyClick(board, KEY.Key_C, CTRL)
    image = QApplication.clipboard().image()
    shape = board.drawing.width / board.drawing.height
    assert image.width() / image.height() == pytest.approx(shape, rel=0.01)
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 3)
               for y in range(0, image.height(), 3)}  # fmt: skip
    assert QColor("#FFFFFF").name() in colours
    assert len(colours) > 5


def test_a_curve_is_drawn_by_hand(plan_of_two):
    hand = plan_of_two
    for who in ("own", "items[acme]"):
        hand.window.session.set(f"competitors.{who}.levels[care].level", 5)
    board = board_of(hand, "competitors", "competitors.curve_factors", "picture.value-curve")
    assert isinstance(board, Board)
    start = seen(board, touch_of(board, OWN_Y))
    ground = board.drawing.ground
    end = QPoint(start.x() + 40, board.place_of((0, ground.y(8))).toPoint().y())
    drag(board, start, end)
    assert levels(hand) == (2, 8)


def test_a_technology_is_dragged_to_another_ring(hand):
    session = hand.window.session
    session.set("meta.depth", "thorough")
    session.set("technology.sectors", [{"name": "Web"}, {"name": "Payments"}])
    rings = (("One", "web", "hold"), ("Two", "web", "trial"), ("Three", "payments", "assess"))
    session.set(
        "technology.items", [dict(zip(("name", "sector", "ring"), r, strict=True)) for r in rings]
    )
    board = board_of(hand, "technology", "technology.items", "picture.radar-rings")
    wheel = board.drawing.ground
    assert isinstance(wheel, Wheel)
    ring = "technology.items[one].ring"
    end = board.place_of(wheel.spot(1, 0)).toPoint()
    drag(board, seen(board, touch_of(board, ring)), end)
    moved = [paths.get(hand.plan, f"technology.items[one].{n}") for n in ("sector", "ring")]
    assert moved == ["payments", "adopt"]
    session.undo()
    assert paths.get(hand.plan, ring) == "hold"


@pytest.mark.parametrize("sectors", [1, 2, 3, 5, 12])
def test_the_middle_of_each_cell_lies_in_it(sectors):
    wheel = Wheel((50, 50), 46, sectors, 4)
    for sector in range(sectors):
        for ring in range(4):
            assert wheel.cell(wheel.spot(sector, ring)) == (sector, ring)


def test_a_spot_of_values_has_these_values(board):
    ground = sketch(board.chart, language="en", accent="#0B5FA5", width_mm=160).ground
    for x in range(1, 11):
        for y in range(1, 11):
            assert ground.values(ground.spot(x, y, (0, 0))) == pytest.approx((x, y))
