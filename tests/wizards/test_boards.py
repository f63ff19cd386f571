"""Each board used by the mouse only and by keys only ends in the same plan."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget

from planner import paths
from planner.drawing.shapes import Lanes, Plane, Wheel
from planner.model.plan import to_json
from tests.wizards.acting import KEY
from tests.wizards.test_pictures import board_of, drag, seen, touch_of
from wizards.results.outcome import Wanted


def named(*names):
    return [{"name": name} for name in names]


def answers(session, found):
    session.set("meta.depth", "thorough")
    for path, value in found.items():
        session.set(path, value)


LEVELS = {
    "competitors.curve_factors": named("Price", "Hours", "Care"),
    "competitors.items": named("Acme"),
    "competitors.map.horizontal": "price",
    "competitors.map.vertical": "hours",
    **{
        f"competitors.{who}.levels[{factor}].level": level
        for who, levels in (("own", (2, 3, 4)), ("items[acme]", (8, 9, 7)))
        for factor, level in zip(("price", "hours", "care"), levels, strict=True)
    },
}
RISKS = [{"name": n, "likelihood": x, "impact": y} for n, x, y in
         (("Flood", 1, 5), ("Strike", 3, 2), ("Thief", 5, 4))]  # fmt: skip
CHANGES = [{"name": n, "likelihood": x, "impact": y} for n, x, y in
           (("Tax", 1, 5), ("Fashion", 3, 2), ("Law", 5, 4))]  # fmt: skip
SWOT = [{"kind": kind, "statement": words} for kind, words in
        (("strength", "Fast"), ("weakness", "Small"), ("threat", "App"))]  # fmt: skip
GROUPS = [{"name": n, "decision": d} for n, d in
          (("Desk", "target"), ("Sport", "ignore"), ("Deal hunters", "nurture"))]  # fmt: skip
TECHNOLOGIES = [{"name": n, "sector": s, "ring": r, "decision": d} for n, s, r, d in
                (("Booking", "web", "hold", "watch"), ("Chat", "web", "trial", "pilot"),
                 ("Card", "pay", "adopt", "decline"))]  # fmt: skip
RIVALS = [{"name": "Acme", "claim": "Fast too"}, {"name": "Bert", "claim": "Cheap"}]

BOARDS = {
    "map": (
        LEVELS, "competitors", "competitors.map", "picture.competitor-map",
        "competitors.own.levels[price].level", (6, 5), ((1, 0),) * 4 + ((0, -1),) * 2,
    ),
    "curve": (
        LEVELS, "competitors", "competitors.curve_factors", "picture.value-curve",
        "competitors.own.levels[care].level", (None, 6), ((0, -1),) * 2,
    ),
    "risks": (
        {"promotion.risks": RISKS}, "promotion", "promotion.risks", "picture.risk-matrix",
        "promotion.risks[strike].likelihood", (4, 4), ((1, 0), (0, -1), (0, -1)),
    ),
    "changes": (
        {"market.factors": CHANGES}, "market", "market.factors", "picture.factor-matrix",
        "market.factors[fashion].likelihood", (2, 1), ((-1, 0), (0, 1)),
    ),
    "swot": (
        {"positioning.swot": SWOT}, "positioning", "positioning.swot", "picture.swot-cards",
        "positioning.swot[fast].kind", 2, ((0, 1),),
    ),
    "groups": (
        {"segments.items": GROUPS}, "segments", "segments.items", "picture.group-cards",
        "segments.items[desk].decision", 1, ((1, 0),),
    ),
    "decisions": (
        {"technology.sectors": named("Web", "Pay"), "technology.items": TECHNOLOGIES},
        "technology", "grid.technology", "picture.decision-cards",
        "technology.items[booking].decision", 0, ((-1, 0), (-1, 0)),
    ),
    "radar": (
        {"technology.sectors": named("Web", "Pay"), "technology.items": TECHNOLOGIES},
        "technology", "technology.items", "picture.radar-rings",
        "technology.items[booking].ring", (1, 2), ((1, 0), (0, 1)),
    ),
    "a field without a technology": (
        {"technology.sectors": named("Web", "Tools", "Pay"), "technology.items": TECHNOLOGIES},
        "technology", "technology.items", "picture.radar-rings",
        "technology.items[booking].ring", (1, 2), ((1, 0), (0, 1)),
    ),
    "claims": (
        {"competitors.items": RIVALS, "positioning.usp.statement": "Fastest",
         "positioning.usp.comparisons[acme].verdict": "does not say it"},
        "positioning", "positioning.usp", "picture.claim-cards",
        "positioning.usp.comparisons[acme].verdict", 1, ((-1, 0), (-1, 0)),
    ),
}  # fmt: skip
"""By name: answers, page, card, picture, a path of what is moved, where to, and by which keys."""

ARROWS = {(1, 0): KEY.Key_Right, (-1, 0): KEY.Key_Left, (0, 1): KEY.Key_Down, (0, -1): KEY.Key_Up}


def goal(board, touch, to):
    """The place in the picture that is dragged to."""
    ground = board.drawing.ground
    if isinstance(ground, Lanes):
        spot = ground.middle(to)
    elif isinstance(ground, Wheel):
        spot = ground.spot(*to)
    else:
        assert isinstance(ground, Plane)
        spot = ground.spot(*to, touch.middle)
    return board.place_of(spot).toPoint()


@pytest.mark.parametrize("name", BOARDS)
def test_mouse_and_keys_end_in_the_same_plan(name, hand):
    found, word, card, picture, path, to, keys = BOARDS[name]
    session = hand.window.session
    answers(session, found)
    before = session.plan
    board = board_of(hand, word, card, picture)
    touch = touch_of(board, path)
    drag(board, seen(board, touch), goal(board, touch, to))
    by_mouse = to_json(session.plan)
    assert session.undo_label
    session.undo()
    assert session.plan is before
    assert by_mouse != to_json(before)

    hand.qtbot.waitUntil(lambda: touch_of(board, path).middle == touch.middle, timeout=5000)
    board.setFocus()
    board.choose(touch_of(board, path))
    hand.qtbot.keyClick(board, KEY.Key_Space)
    for key in keys:
        hand.qtbot.keyClick(board, ARROWS[key])
    assert session.plan is before
    hand.qtbot.keyClick(board, KEY.Key_Return)
    assert to_json(session.plan) == by_mouse
    session.undo()
    assert session.plan is before


def test_what_is_dropped_into_a_field_without_a_technology_has_that_field(hand):
    found = BOARDS["a field without a technology"][0]
    answers(hand.window.session, found)
    board = board_of(hand, "technology", "technology.items", "picture.radar-rings")
    assert board.chart.categories == ("Web", "Tools", "Pay")
    booking = "technology.items[booking]"
    touch = touch_of(board, f"{booking}.ring")
    drag(board, seen(board, touch), goal(board, touch, (1, 0)))
    item = paths.get(hand.plan, booking)
    assert (item.sector, item.ring) == ("tools", "adopt")
    # The field it left keeps its sector, so that it can go back.
    hand.qtbot.waitUntil(lambda: touch_of(board, f"{booking}.ring").middle != touch.middle)
    chat = touch_of(board, "technology.items[chat].ring")
    drag(board, seen(board, chat), goal(board, chat, (2, 1)))
    hand.qtbot.waitUntil(lambda: touch_of(board, chat.sources[0]).middle != chat.middle)
    assert board.chart.categories == ("Web", "Tools", "Pay")


def test_what_is_refused_by_a_rule_stays_where_it_is(hand):
    session = hand.window.session
    answers(session, {"segments.items": GROUPS, "segments.exclusions": named("Far away")})
    board = board_of(hand, "segments", "segments.items", "picture.group-cards")
    before = session.plan
    touch = touch_of(board, "segments.exclusions[far-away].name")
    drag(board, seen(board, touch), goal(board, touch, 0))
    desk = touch_of(board, "segments.items[desk].decision")
    drag(board, seen(board, desk), goal(board, desk, 4))
    assert session.plan is before


def put_down_at_once(hand, board, path):
    board.setFocus()
    board.choose(touch_of(board, path))
    hand.qtbot.keyClick(board, KEY.Key_Space)
    hand.qtbot.keyClick(board, KEY.Key_Return)


def test_what_is_picked_up_and_put_down_again_keeps_its_answers(hand):
    """A mean of several opinions lies between two steps, and stays there."""
    answers(hand.window.session, LEVELS | {"competitors.own.levels[price].level": 2.5})
    board = board_of(hand, "competitors", "competitors.map", "picture.competitor-map")
    before = hand.plan
    put_down_at_once(hand, board, "competitors.own.levels[price].level")
    assert hand.plan is before


def test_of_many_with_the_same_grades_one_is_moved_by_what_it_is_dragged(hand):
    """Twelve lie side by side, the outermost nearer to another grade than to their own."""
    risks = [{"name": f"Risk {n}", "likelihood": 3, "impact": 3} for n in range(12)]
    answers(hand.window.session, {"promotion.risks": risks})
    board = board_of(hand, "promotion", "promotion.risks", "picture.risk-matrix")
    ground = board.drawing.ground
    for n in (0, 11):
        path = f"promotion.risks[risk-{n}]"
        touch = touch_of(board, f"{path}.likelihood")
        start = seen(board, touch)
        up = ground.y(4) - ground.y(3)
        drag(board, start, board.place_of((touch.middle[0], touch.middle[1] + up)).toPoint())
        risk = paths.get(hand.plan, path)
        assert (risk.likelihood, risk.impact) == (3, 4)
        hand.qtbot.wait(400)


@pytest.mark.parametrize(
    "verdict", ["says the same", "similar", "does not say it", "cannot say it"]
)
def test_a_claim_put_down_in_its_lane_keeps_its_verdict(hand, verdict):
    path = "positioning.usp.comparisons[acme].verdict"
    answers(
        hand.window.session,
        {"competitors.items": RIVALS, "positioning.usp.statement": "Fastest", path: verdict},
    )
    board = board_of(hand, "positioning", "positioning.usp", "picture.claim-cards")
    before = hand.plan
    at = seen(board, touch_of(board, path))
    drag(board, at, at + QPoint(9, 3))
    assert hand.plan is before


def lists(hand):
    hand.window.go_to("positioning")
    hand.window.stage.page.open_card("positioning.strategies")
    return hand.find("matching.inside", QListWidget), hand.find("matching.outside", QListWidget)


def pair_of(hand):
    strategy = hand.plan.positioning.strategies[-1]
    return strategy.swot_items


def test_a_strategy_is_made_of_two_lines_by_the_mouse_as_by_keys(hand):
    session = hand.window.session
    answers(session, {"positioning.swot": SWOT})
    before = session.plan
    inside, outside = lists(hand)
    for listed, row in ((inside, 1), (outside, 0)):
        place = listed.visualItemRect(listed.item(row)).center()
        QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert hand.find("matching.means").text().startswith("A weakness meets a threat")
    hand.click("matching.write")
    by_mouse = to_json(session.plan)
    assert pair_of(hand) == ("small", "app")
    # It leads to the new strategy's name, which only the user knows.
    current = hand.table("positioning.strategies").current_path
    assert current.startswith("positioning.strategies[")
    assert current.endswith(".name")
    session.undo()
    assert session.plan is before

    inside.setFocus()
    hand.qtbot.keyClick(inside, KEY.Key_Home)
    hand.qtbot.keyClick(inside, KEY.Key_Down)
    outside.setFocus()
    hand.qtbot.keyClick(outside, KEY.Key_Home)
    write = hand.find("matching.write")
    write.setFocus()
    hand.qtbot.keyClick(write, KEY.Key_Space)
    assert to_json(session.plan) == by_mouse


def test_a_pair_that_a_strategy_combines_is_told(hand):
    answers(
        hand.window.session,
        {"positioning.swot": SWOT,
         "positioning.strategies": [{"name": "Promise", "swot_items": ["app", "fast"]}]},
    )  # fmt: skip
    inside, outside = lists(hand)
    inside.setCurrentRow(0)
    outside.setCurrentRow(0)
    assert hand.find("matching.means").text().endswith("Already combined in: Promise.")


def test_without_two_sides_there_is_nothing_to_match(hand):
    answers(hand.window.session, {"positioning.swot": SWOT[:2]})
    hand.window.go_to("positioning")
    hand.window.stage.page.open_card("positioning.strategies")
    assert not hand.has("matching.write")
    hand.window.session.set("positioning.swot", SWOT)
    assert hand.has("matching.write")


def test_a_card_leads_to_what_it_comes_from(hand):
    swot = [{"kind": "threat", "statement": "App", "sources": ["competitors.items[acme].claim"]}]
    answers(hand.window.session, {"competitors.items": RIVALS, "positioning.swot": swot})
    board = board_of(hand, "positioning", "positioning.swot", "picture.swot-cards")
    board.choose(touch_of(board, "positioning.swot[app].kind"))
    followed = []
    board.followed.connect(followed.append)
    menu = board.menu(board.rect().center().toPointF())
    words = [action.text() for action in menu.actions()]
    assert "Where it comes from: Acme: Claim" in words
    next(a for a in menu.actions() if a.objectName().endswith("origin0")).trigger()
    assert followed == ["competitors.items[acme].claim"]
    menu.close()
    assert paths.get(hand.plan, followed[0]) == "Fast too"


def test_a_picture_out_of_sight_is_not_worked_out(hand):
    answers(hand.window.session, {"positioning.swot": SWOT})
    board = board_of(hand, "positioning", "positioning.swot", "picture.swot-cards")
    chart = board.chart
    hand.window.go_to("business")
    hand.window.session.set("positioning.swot[fast].kind", "threat")
    QTest.qWait(400)
    assert board.chart is chart
    hand.window.go_to("positioning")
    hand.qtbot.waitUntil(lambda: board.chart is not chart, timeout=5000)


class Shower:
    """Wants a sentence until it goes out of sight; `taken` is what it was given."""

    def __init__(self):
        self.wanted = (Wanted("swot", told=True),)
        self.taken = []

    def take(self, found):
        self.taken.append(found)


def test_what_goes_out_of_sight_meanwhile_is_given_nothing(hand):
    answers(hand.window.session, {"positioning.swot": SWOT})
    results = hand.window.desk.context.results
    gone, stays = Shower(), Shower()
    results.add(gone)
    results.add(stays)
    results._timer.stop()
    results._start()
    gone.wanted = ()
    hand.qtbot.waitUntil(lambda: bool(stays.taken), timeout=5000)
    assert gone.taken == []
    results.drop(gone)
    results.drop(stays)


def test_the_swot_is_shown_for_one_group_or_for_all(hand):
    groups = [{"name": "Desk"}, {"name": "Sport"}]
    keys = ("desk", "sport", "desk")
    swot = [line | {"segment": key} for line, key in zip(SWOT, keys, strict=True)]
    answers(hand.window.session, {"segments.items": groups, "positioning.swot": swot})
    board = board_of(hand, "positioning", "positioning.swot", "picture.swot-cards")
    assert len(board.drawing.touches) == 3
    choice = hand.find("outcome.positioning.swot.about")
    assert [choice.itemText(n) for n in range(3)] == ["All together", "Desk", "Sport"]
    hand.choose("outcome.positioning.swot.about", 2)
    hand.qtbot.waitUntil(lambda: len(board.drawing.touches) == 1, timeout=5000)
    assert board.drawing.touches[0].label == "Small"
    hand.choose("outcome.positioning.swot.about", 0)
    hand.qtbot.waitUntil(lambda: len(board.drawing.touches) == 3, timeout=5000)
    hand.choose("outcome.positioning.swot.about", 2)
    hand.qtbot.waitUntil(lambda: len(board.drawing.touches) == 1, timeout=5000)
    hand.window.session.remove("segments.items[sport]")
    hand.qtbot.waitUntil(lambda: len(board.drawing.touches) == 3, timeout=5000)


def test_what_comes_in_above_leaves_the_field_in_use_where_it_is_seen(hand):
    answers(hand.window.session, {"segments.items": GROUPS, "segments.exclusions": named("Far")})
    hand.window.go_to("segments")
    page, results = hand.window.stage.page, hand.window.desk.context.results
    results._timer.stop()
    hand.window.guide.show_path("segments.exclusions[far].rule")
    hand.qtbot.wait(300)
    focus = page.focusWidget()
    before = focus.mapTo(page.viewport(), QPoint(0, 0)).y()
    results.ask()
    hand.qtbot.waitUntil(lambda: hand.has("picture.group-cards"), timeout=5000)
    hand.qtbot.wait(300)
    assert abs(focus.mapTo(page.viewport(), QPoint(0, 0)).y() - before) <= 2
