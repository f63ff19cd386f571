"""Members of members: entered, left, and the place in every table kept on the way."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.wizards.acting import ALT, KEY
from wizards.forms.collection import CollectionView
from wizards.forms.detail import Detail

ITEMS = "competitors.items"
SEEN = f"{ITEMS}[fizioplus].watch.observations"


@pytest.fixture
def watched(hand):
    session = hand.window.session
    session.set("meta.depth", "thorough")
    for name in ("KinetoLife", "FizioPlus", "Gym trainers"):
        session.insert(ITEMS, {"name": name})
    for known, what in (
        ("prices", "New"),
        ("opens-at-six", "Opens at six"),
        ("hires", "Hires two"),
    ):
        session.insert(SEEN, {"id": known, "what": what, "date": "2026-10-01"})
    hand.window.guide.show_path(f"{SEEN}[opens-at-six].what")
    QApplication.processEvents()
    return hand


def detail(hand):
    return next(d for d in hand.window.stage.page.findChildren(Detail) if d.isVisible())


def crumbs(hand):
    """What is read above a form, from left to right."""
    line = detail(hand)._crumbs
    words = [w for w in line.findChildren(QLabel) + line.findChildren(QPushButton) if w.isVisible()]
    return [w.text() for w in sorted(words, key=lambda w: (w.y(), w.x())) if w.text() != "Close"]


def names(hand):
    return " ".join(crumbs(hand))


def test_a_member_of_a_member_is_entered_by_a_key_and_left_by_another(watched, qtbot):
    table = watched.table(SEEN)
    assert table.currentIndex().row() == 1
    qtbot.keyClick(table, KEY.Key_Return, ALT)
    assert detail(watched).path == f"{SEEN}[opens-at-six]"
    QApplication.processEvents()
    assert (
        names(watched)
        == "‹  FizioPlus Alternatives a buyer has  › FizioPlus › What was seen  › Opens at six"
    )
    focus = watched.window.focusWidget()
    assert focus.objectName().startswith(f"{SEEN}[opens-at-six].")
    qtbot.keyClick(focus, KEY.Key_Up, ALT)
    assert detail(watched).path == f"{ITEMS}[fizioplus]"
    assert watched.window.focusWidget() is table
    assert table.currentIndex().row() == 1
    qtbot.keyClick(table, KEY.Key_Up, ALT)
    assert watched.window.focusWidget() is watched.table(ITEMS)
    assert watched.table(ITEMS).currentIndex().row() == 1


def test_the_same_by_mouse(watched):
    watched.click(f"{SEEN}.open")
    assert detail(watched).path == f"{SEEN}[opens-at-six]"
    QApplication.processEvents()
    watched.click(f"{ITEMS}.back")
    assert detail(watched).path == f"{ITEMS}[fizioplus]"
    assert watched.table(SEEN).currentIndex().row() == 1


def test_escape_closes_an_editor_then_the_inner_form_then_the_outer(watched, qtbot):
    rivals, seen = watched.table(ITEMS), watched.table(SEEN)
    qtbot.keyClick(seen, KEY.Key_Return, ALT)
    qtbot.keyClick(watched.window.focusWidget(), KEY.Key_Escape)
    assert detail(watched).path == f"{ITEMS}[fizioplus]"
    seen.setCurrentIndex(seen.table.index_of(f"{SEEN}[opens-at-six].what"))
    qtbot.keyClick(seen, KEY.Key_F2)
    assert seen.state() == seen.State.EditingState
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Escape)
    assert seen.state() == seen.State.NoState
    assert detail(watched).path == f"{ITEMS}[fizioplus]"
    qtbot.keyClick(seen, KEY.Key_Escape)
    assert view(watched, ITEMS).detail is None
    assert watched.window.focusWidget() is rivals
    qtbot.keyClick(rivals, KEY.Key_Return, ALT)
    assert view(watched, ITEMS).detail is not None


def test_a_closed_form_stays_closed_until_a_row_is_clicked(watched, qtbot):
    rivals = watched.table(ITEMS)
    watched.click(f"{ITEMS}.close")
    qtbot.keyClick(rivals, KEY.Key_Down)
    assert view(watched, ITEMS).detail is None
    point = rivals.visualRect(rivals.currentIndex()).center()
    qtbot.mouseClick(rivals.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert detail(watched).path == f"{ITEMS}[gym-trainers]"


def test_the_place_is_kept_on_other_pages_and_other_depths(watched):
    watched.window.go_to("market")
    watched.window.go_to("competitors")
    assert detail(watched).path == f"{ITEMS}[fizioplus]"
    watched.window.set_depth("essential")
    assert watched.table(ITEMS).currentIndex().row() == 1
    assert detail(watched).path == f"{ITEMS}[fizioplus]"


def test_undoing_what_an_inner_form_shows_goes_back_to_its_owner(watched):
    watched.click(f"{SEEN}.open")
    session = watched.window.session
    session.remove(f"{SEEN}[opens-at-six]")
    assert detail(watched).path == f"{ITEMS}[fizioplus]"
    session.undo()
    session.remove(f"{ITEMS}[fizioplus]")
    assert all("fizioplus" not in path for path in detail(watched).trail)


def test_forms_stand_beside_their_table_where_there_is_room(watched):
    window = watched.window
    table, form = place(watched.table(ITEMS)), place(detail(watched))
    assert form.top() > table.bottom()
    window.resize(1800, 900)
    QApplication.processEvents()
    assert window.stage.page.viewport().width() >= 1100
    table = watched.table(ITEMS)
    assert place(detail(watched)).left() > place(table).right()
    # What the narrower table has no room for is asked in the form.
    assert [column.name for column in table.shown_columns] == ["name", "kind", "website"]
    assert watched.find(f"{ITEMS}[fizioplus].price_level").isVisible()


def test_every_row_is_reached_by_the_keyboard_alone(watched, qtbot):
    rivals = watched.table(ITEMS)
    rivals.setFocus()
    rivals.setCurrentIndex(rivals.table.index(0, 0))
    seen = []
    for _ in range(3):
        seen.append(detail(watched).path)
        qtbot.keyClick(rivals, KEY.Key_Down)
    assert seen == [f"{ITEMS}[{m.id}]" for m in watched.plan.competitors.items]


def place(widget):
    """Where a widget is in its window."""
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def test_a_table_beside_a_long_form_comes_along(watched):
    window = watched.window
    window.resize(1800, 900)
    QApplication.processEvents()
    watched.click("fold.competitors.items[*].more.S")
    QApplication.processEvents()
    bar = window.stage.page.verticalScrollBar()
    form = detail(watched)
    assert form.height() > window.stage.page.viewport().height()
    middle = form.mapTo(window.stage.page.widget(), QPoint(0, form.height() // 2)).y()
    bar.setValue(middle)
    QApplication.processEvents()
    top = watched.table(ITEMS).mapTo(window.stage.page.viewport(), QPoint(0, 0)).y()
    assert 0 <= top < 40


def view(hand, path):
    page = hand.window.stage.page
    return next(v for v in page.findChildren(CollectionView) if v.path == path)
