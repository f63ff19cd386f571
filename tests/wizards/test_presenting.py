"""The presenter view: one question at a time, the same fields and rules as in the form."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenuBar, QPushButton, QTableView, QWidget

from planner import paths, storage
from tests.nightly import NIGHTLY
from tests.plans import sample
from tests.wizards.acting import CTRL, KEY
from wizards import theme
from wizards.forms.leading import path_of
from wizards.preferences import Preferences
from wizards.presenting.slides import place_of, slides_of
from wizards.speaking import say
from wizards.steps import WORDS, step_of

NOT_ON_A_CARD = set()
SHARE = "competitors.items[fizioplus].share"


@pytest.fixture
def show(make_hand, sample_file, qtbot):
    """Opens the presenter view where a path is asked."""

    def open_at(path, file=sample_file):
        hand = make_hand(file)
        hand.window.guide.show_path(path)
        hand.window.menus.actions["present"].trigger()
        presenter = hand.window.presenter

        def is_active():
            # Keys are for the active window, and offscreen no window manager makes it that.
            presenter.activateWindow()
            return QApplication.activeWindow() is presenter

        qtbot.waitUntil(is_active)
        return hand, presenter

    return open_at


@pytest.fixture
def thorough_file(tmp_path):
    file = tmp_path / "thorough.mktplan"
    storage.write_new(paths.put(sample(), "meta.depth", "thorough"), file)
    return file


def labels(presenter, role):
    return [
        label
        for label in presenter.findChildren(QLabel)
        if label.property("role") == role and label.isVisible()
    ]


def press(presenter, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(presenter.focusWidget() or presenter, key, modifier)


def walk(presenter):
    seen = [presenter.asking.slide.path]
    for _ in range(len(presenter._slides) - 1):
        press(presenter, KEY.Key_PageDown)
        seen.append(presenter.asking.slide.path)
    return seen


@pytest.mark.parametrize(
    "word", [word for word in WORDS if word != "write"] if NIGHTLY else ["market"]
)
def test_every_question_of_a_step_at_the_depth_is_asked_once_and_no_other(
    make_hand, thorough_file, word
):
    hand = make_hand(thorough_file)
    hand.window.go_to(word)
    context = hand.window.desk.context
    for depth, letters in (("essential", "E"), ("standard", "ES"), ("thorough", "EST")):
        hand.window.set_depth(depth)
        slides = slides_of(context, word)
        assert len({slide.path for slide in slides}) == len(slides)
        fields = [slide.entry.field for slide in slides if slide.is_question]
        assert all(field.depth in letters for field in fields)
        # Every question outside of collections, and every table outside of members.
        single = [
            path
            for path, field in paths.questions()
            if "[*]" not in path and field.depth in letters and step_of(path) == word
        ]
        own = {slide.path for slide in slides}
        assert set(single) - own == NOT_ON_A_CARD & set(single)


def test_questions_of_members_come_with_the_members_name(show, thorough_file):
    hand, presenter = show(SHARE, thorough_file)
    if presenter.asking.slide.path != SHARE:
        presenter._show(place_of(hand.window.desk.context, presenter._slides, SHARE))
    assert presenter.asking.slide.path == SHARE
    assert [label.text() for label in labels(presenter, "owner")] == ["FizioPlus"]


def test_parts_that_the_page_asks_in_its_grid_are_asked_task_by_task(show, thorough_file):
    _, presenter = show("promotion.tasks[film].raci[mihai].part", thorough_file)
    assert presenter.asking.slide.path == "promotion.tasks[film].raci"


def test_what_is_typed_is_in_the_plan_at_once_and_leaving_lands_on_the_same_question(show):
    hand, presenter = show("business.company.name")
    assert presenter.asking.slide.path == "business.company.name"
    entry = presenter.focusWidget()
    assert entry.objectName() == "business.company.name"
    QTest.keyClick(entry, KEY.Key_A, CTRL)
    QTest.keyClicks(entry, "Kingfisher")
    assert hand.plan.business.company.name == "Kingfisher"
    press(presenter, KEY.Key_Escape)
    assert hand.window.presenter is None
    assert path_of(hand.window.focusWidget()) == "business.company.name"
    assert hand.find("business.company.name").text() == "Kingfisher"


def test_the_rules_of_the_form_hold(show):
    hand, presenter = show("business.baseline.revenue")
    before = hand.plan
    entry = presenter.focusWidget()
    QTest.keyClick(entry, KEY.Key_A, CTRL)
    QTest.keyClicks(entry, "many")
    assert hand.plan.business.baseline.revenue == before.business.baseline.revenue
    assert labels(presenter, "error")[0].text()
    # As in the form, what was typed is not lost by turning the page.
    press(presenter, KEY.Key_PageDown)
    press(presenter, KEY.Key_PageUp)
    assert presenter.focusWidget().text() == "many"


def test_keys_go_on_back_undo_and_leave(show):
    hand, presenter = show("market.definition")
    number = presenter._number
    press(presenter, KEY.Key_PageDown)
    assert presenter._number == number + 1
    press(presenter, KEY.Key_PageUp)
    assert presenter._number == number
    QTest.mouseClick(presenter.findChild(QPushButton, "presenter.next"), Qt.MouseButton.LeftButton)
    assert presenter._number == number + 1
    QTest.mouseClick(presenter.findChild(QPushButton, "presenter.back"), Qt.MouseButton.LeftButton)
    entry = presenter.focusWidget()
    text = entry.toPlainText()
    QTest.keyClicks(entry, "x")
    assert hand.plan.market.definition != text
    press(presenter, KEY.Key_Z, CTRL)
    assert hand.plan.market.definition == text
    assert presenter.focusWidget().toPlainText() == text
    press(presenter, KEY.Key_F5)
    assert hand.window.presenter is None


def test_the_place_is_told_quietly(show):
    _, presenter = show("competitors.success_factors")
    count = len(presenter._slides)
    assert presenter.findChild(QLabel, "presenter.place").text() == f"Competitors · 1 of {count}"
    assert not presenter.findChild(QPushButton, "presenter.back").isEnabled()
    assert walk(presenter) == [slide.path for slide in presenter._slides]
    told = presenter.findChild(QLabel, "presenter.place").text()
    assert told == f"Competitors · {count} of {count}"
    assert not presenter.findChild(QPushButton, "presenter.next").isEnabled()


def test_the_samples_answer_is_hidden_until_a_key_shows_it(show):
    _, presenter = show("business.company.name")
    answer = presenter.findChild(QLabel, "presenter.sample")
    assert not answer.isVisible()
    press(presenter, KEY.Key_F1)
    assert answer.isVisible()
    assert answer.text() == f"In the sample plan: {sample().business.company.name}"
    press(presenter, KEY.Key_F1)
    assert not answer.isVisible()
    press(presenter, KEY.Key_F1)
    press(presenter, KEY.Key_PageDown)
    assert not presenter.findChild(QLabel, "presenter.sample").isVisible()


def test_a_table_is_shown_large_and_edited_in_place(show):
    hand, presenter = show("competitors.items")
    view = presenter.findChild(QTableView, "competitors.items")
    page_view = hand.window.stage.page.findChild(QTableView, "competitors.items")
    assert view.rowHeight(0) > page_view.rowHeight(0)
    assert view.font().pointSizeF() >= 17
    first = hand.plan.competitors.items[0]
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClick(view, KEY.Key_F2)
    editor = view.findChild(QWidget, f"competitors.items[{first.id}].name")
    QTest.keyClick(editor, KEY.Key_A, CTRL)
    QTest.keyClicks(editor, "Kingfisher")
    # Esc in a cell gives up the cell, not the view; Return takes it.
    QTest.keyClick(editor, KEY.Key_Return)
    hand.gone(view, f"competitors.items[{first.id}].name")
    assert hand.plan.competitors.items[0].name == "Kingfisher"
    QTest.keyClick(view, KEY.Key_F2)
    QTest.keyClick(view.findChild(QWidget, f"competitors.items[{first.id}].name"), KEY.Key_Escape)
    assert hand.window.presenter is presenter
    hand.gone(view, f"competitors.items[{first.id}].name")
    add = presenter.findChild(QPushButton, "competitors.items.add")
    count = len(presenter._slides)
    QTest.mouseClick(add, Qt.MouseButton.LeftButton)
    assert len(hand.plan.competitors.items) == len(sample().competitors.items) + 1
    hand.qtbot.waitUntil(lambda: len(presenter._slides) > count)


def test_who_is_removed_meanwhile_is_asked_about_no_more(show, thorough_file):
    hand, presenter = show(SHARE, thorough_file)
    context = hand.window.desk.context
    number = next(
        n for n, s in enumerate(presenter._slides) if s.path.startswith("competitors.items[fiz")
    )
    presenter._show(number)
    hand.window.session.remove("competitors.items[fizioplus]")
    hand.qtbot.waitUntil(
        lambda: not presenter.asking.slide.path.startswith("competitors.items[fizioplus]")
    )
    assert presenter._slides == slides_of(context, "competitors")


@pytest.mark.parametrize(
    ("theme_name", "room", "size"),
    [
        ("dark", (1024, 640), 100),
        ("light", (1024, 640), 200),
        ("light", (1920, 1080), 100),
        ("dark", (1920, 1080), 200),
    ][: None if NIGHTLY else 2],
)
def test_large_type_fits_the_screen(make_hand, thorough_file, qapp, theme_name, room, size):
    preferences = Preferences()
    preferences.theme, preferences.text_size = theme_name, size
    hand = make_hand(thorough_file)
    hand.window.go_to("competitors")
    hand.window.menus.actions["present"].trigger()
    presenter = hand.window.presenter
    presenter.showNormal()
    presenter.resize(*room)
    hand.qtbot.wait(20)
    assert (presenter.width(), presenter.height()) == room
    kinds = {}
    for number, slide in enumerate(presenter._slides):
        kind = type(slide.entry.field.kind) if slide.entry else "grid"
        kinds.setdefault(kind, number)
    for number in kinds.values():
        presenter._show(number)
        hand.qtbot.wait(5)
        question = labels(presenter, "question")[0]
        assert question.font().pointSizeF() >= 28
        width = presenter._area.viewport().width()
        needed = presenter._area.widget().minimumSizeHint().width()
        assert needed <= width, presenter._slides[number]
    presenter.leave("")
    # Back to how the next test expects the program.
    theme.apply(qapp, "light", 100)


def test_no_menus_and_every_field_has_a_name(show):
    _, presenter = show("business.company.name")
    assert presenter.findChildren(QMenuBar) == []
    assert presenter.windowState() & Qt.WindowState.WindowFullScreen
    for _ in range(12):
        focus = presenter.focusWidget()
        assert focus is not None
        assert focus.accessibleName() or focus.parentWidget().accessibleName()
        press(presenter, KEY.Key_PageDown)


def test_a_question_that_asks_back_is_asked_in_the_view(show):
    hand, presenter = show("meta.currency")
    assert presenter.asking.slide.path == "meta.currency"
    box = presenter.focusWidget()
    other = next(n for n in range(1, box.count()) if box.itemText(n) != box.currentText())
    box.setCurrentIndex(other)
    box.activated.emit(other)
    assert presenter.bar.isVisible()
    assert not hand.window.bar.isVisible()
    assert hand.plan.meta.currency == sample().meta.currency


def test_another_plan_ends_the_view(show, thorough_file):
    hand, _ = show("business.company.name")
    hand.window.open(thorough_file)
    assert hand.window.presenter is None


def test_closing_the_window_ends_the_view(show):
    hand, _ = show("business.company.name")
    hand.window.finish()


def test_the_question_of_the_label_is_said(show):
    _, presenter = show("market.definition")
    ask = paths.place("market.definition").field.ask
    assert labels(presenter, "question")[0].text() == say(ask.question)
    assert labels(presenter, "why")[0].text() == say(ask.why)
