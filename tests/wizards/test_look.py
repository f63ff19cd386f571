"""What everyone must be able to see and reach: names, room, contrast, dark and light."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QStyleHints
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
)

from tests.nightly import NIGHTLY
from wizards import theme
from wizards.preferences import Preferences
from wizards.rail import State
from wizards.steps import WORDS


def luminance(colour):
    def part(value):
        value /= 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    shade = QColor(colour)
    return 0.2126 * part(shade.red()) + 0.7152 * part(shade.green()) + 0.0722 * part(shade.blue())


def contrast(one, other):
    """Contrast of two colours (WCAG 2.2, success criterion 1.4.3)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("now", [theme.LIGHT, theme.DARK, theme.CONTRAST])
def test_text_can_be_read_on_every_ground(now):
    grounds = (now.canvas, now.surface, now.sunken)
    for ink in (now.ink, now.ink2, now.ink3, now.accent):
        for ground in grounds:
            assert contrast(ink, ground) >= 4.5, (ink, ground)
    for state in ("good", "warn", "bad"):
        colour = getattr(now, state)
        assert contrast(colour, now.surface) >= 4.5
        assert contrast(now.ink, getattr(now, f"{state}_soft")) >= 4.5
    assert contrast(now.on_accent, now.accent) >= 4.5
    assert contrast(now.line_strong, now.surface) >= 3


def everywhere(hand):
    for word in WORDS:
        hand.window.go_to(word)
        QApplication.processEvents()
        yield word, hand.window.stage.page
    hand.window.guide.show_sources("")
    yield "evidence", hand.window.stage.page


@pytest.mark.parametrize("depth", ["essential", "thorough"] if NIGHTLY else ["thorough"])
def test_whatever_takes_the_focus_has_a_name_in_words(make_hand, sample_file, depth):
    hand = make_hand(sample_file)
    hand.window.session.set("meta.depth", depth)
    for word, page in everywhere(hand):
        for widget in page.findChildren(QAbstractScrollArea.__mro__[2]):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
                name = widget.accessibleName() or getattr(widget, "text", str)()
                inside = isinstance(widget.parent(), QComboBox)
                assert name.strip() or inside, (word, widget.objectName(), type(widget))
                assert "[" not in name, (word, name)


@pytest.mark.parametrize(
    ("theme_name", "depth"), [("light", "essential"), ("dark", "thorough")][not NIGHTLY :]
)
def test_nothing_is_cut_off_in_a_small_window(make_hand, sample_file, theme_name, depth):
    Preferences().theme = theme_name
    hand = make_hand(sample_file)
    hand.window.session.set("meta.depth", depth)
    hand.window.resize(1024, 640)
    QApplication.processEvents()
    assert (hand.window.width(), hand.window.height()) == (1024, 640)
    for word, page in everywhere(hand):
        # What follows from the answers comes a moment later, and its room in a turn after that.
        hand.qtbot.wait(300)
        hand.qtbot.waitUntil(lambda page=page: not cut(page), timeout=5000)
        assert page.widget().minimumSizeHint().width() <= page.viewport().width(), word


def cut(page):
    """The texts of labels and buttons that are cut off or beyond the page."""
    found = []
    for widget in page.findChildren(QAbstractButton) + page.findChildren(QLabel):
        if not widget.isVisible() or not widget.text():
            continue
        left = widget.mapTo(page.widget(), QPoint(0, 0)).x()
        whole = left >= 0 and left + widget.width() <= page.widget().width()
        if isinstance(widget, QAbstractButton) and type(widget).__name__ == "QPushButton":
            whole = whole and widget.width() >= widget.sizeHint().width() - 1
        elif isinstance(widget, QLabel) and widget.wordWrap():
            whole = whole and widget.height() >= widget.heightForWidth(widget.width()) - 2
        if not whole:
            found.append(widget.text())
    return found


def test_cards_do_not_overlap(make_hand, sample_file):
    hand = make_hand(sample_file)
    for _, page in everywhere(hand):
        QApplication.processEvents()
        places = [QRect(card.mapTo(page.widget(), QPoint()), card.size()) for card in page.cards]
        assert not any(a.intersects(b) for a, b in combinations(places, 2))


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_a_theme_is_shown_at_once(hand, name):
    hand.window.go_to("business")
    hand.window.menus.actions["settings"].trigger()
    box = hand.find("settings.theme", QComboBox)
    box.setCurrentIndex(box.findData(name))
    hand.click("settings.accept")
    wanted = {"light": theme.LIGHT, "dark": theme.DARK, "contrast": theme.CONTRAST}[name]
    assert theme.tokens() == wanted
    picture = hand.window.grab().toImage()
    corner = picture.pixelColor(picture.width() // 2, picture.height() - 3)
    assert corner.name().upper() == wanted.canvas
    assert hand.window.stage.word == "business"


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [("system", theme.DARK), ("light", theme.LIGHT), ("contrast", theme.CONTRAST)],
)
def test_the_systems_theme_is_followed_while_the_program_runs(
    make_hand, sample_file, monkeypatch, chosen, shown
):
    Preferences().theme = chosen
    first, second = make_hand(sample_file), make_hand()
    first.window.go_to("market")
    hints = QApplication.styleHints()
    monkeypatch.setattr(QStyleHints, "colorScheme", lambda _: Qt.ColorScheme.Dark)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.tokens() == shown
    for hand in (first, second):
        QApplication.processEvents()
        picture = hand.window.grab().toImage()
        corner = picture.pixelColor(picture.width() // 2, picture.height() - 3)
        assert corner.name().upper() == shown.canvas
    assert first.window.stage.word == "market"


def test_larger_text_still_fits(make_hand, sample_file):
    preferences = Preferences()
    preferences.text_size = 150
    hand = make_hand(sample_file)
    hand.window.session.set("meta.depth", "thorough")
    hand.window.resize(1440, 900)
    for _, page in everywhere(hand):
        # What a page needs is asked from the inside outwards, a level at each turn.
        hand.qtbot.waitUntil(
            lambda p=page: p.widget().minimumSizeHint().width() <= p.viewport().width()
        )


def test_what_the_user_typed_is_never_read_as_markup(make_hand, sample_file):
    hand = make_hand(sample_file)
    nasty = "<b>bold</b> & &amp;"
    hand.window.session.set("business.company.name", nasty)
    hand.window.session.set("meta.title", nasty)
    for _, page in everywhere(hand):
        for label in page.findChildren(QLabel):
            assert label.textFormat() in (Qt.TextFormat.PlainText, Qt.TextFormat.AutoText)
            if nasty in label.text():
                assert label.textFormat() == Qt.TextFormat.PlainText


def test_names_of_steps_fit_into_the_rail(make_hand, sample_file):
    hand = make_hand(sample_file)
    hand.window.resize(1440, 900)
    hand.window.go_to("business")
    assert hand.window.rail.width() == 232
    for entry in hand.window.rail.entries.values():
        # Twelve findings beside a name in the heavier weight of the step that is shown.
        entry.show_state(State("begun", 12))
        entry.setChecked(True)
        entry.grab()
        assert entry.shown_name == entry.text()


def test_the_focus_in_the_rail_goes_along_with_the_step(hand):
    hand.window.go_to("business")
    hand.window.rail.entries["business"].setFocus()
    hand.window.go_to("segments")
    assert hand.window.rail.entries["segments"].hasFocus()


def test_names_in_the_first_column_are_read_whole_in_a_small_window(make_hand, sample_file):
    hand = make_hand(sample_file)
    hand.window.session.set("meta.depth", "thorough")
    hand.window.resize(1024, 640)
    for path in ("segments.items", "audience.personas", "competitors.items"):
        hand.window.go_to(path.split(".")[0])
        QApplication.processEvents()
        view = hand.table(path)
        room = QRect(0, 0, view.columnWidth(0) - 18, 1000)
        for row in range(view.model().rowCount()):
            name = view.model().index(row, 0).data()
            need = view.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, name)
            assert need.height() <= view.rowHeight(row), name
            assert need.width() <= room.width(), name


@pytest.mark.parametrize("theme_name", ["light", "dark"])
def test_dialogs_fit_a_small_screen_and_cut_nothing(hand, theme_name):
    Preferences().theme = theme_name
    hand.window.resize(1024, 640)
    hand.window.go_to("business")
    for name in ("new", "settings", "shortcuts", "about"):
        hand.window.menus.actions[name].trigger()
        dialog = next(d for d in hand.window.findChildren(QDialog) if d.isVisible())
        QApplication.processEvents()
        assert dialog.width() <= 1024, name
        assert dialog.height() <= 640, name
        for label in dialog.findChildren(QLabel):
            if label.isVisible() and label.wordWrap():
                assert label.height() >= label.heightForWidth(label.width()) - 2, label.text()
            elif label.isVisible():
                assert label.width() >= label.sizeHint().width() - 1, label.text()
        dialog.reject()


def test_the_formats_that_count_are_ticked_until_others_are_chosen(hand):
    hand.window.session.set("meta.depth", "standard")
    hand.window.go_to("write")
    ticked = [box.objectName().rpartition(".")[2] for box in formats(hand) if box.isChecked()]
    assert ticked == ["docx", "pdf"]
    assert not any("formats" in path for path in hand.window.stage.page.open_questions())
    hand.click("meta.document.formats.pdf")
    assert hand.plan.meta.document.formats == ("docx",)
    hand.click("meta.document.formats.docx")
    assert hand.plan.meta.document.formats is None
    assert [box.isChecked() for box in formats(hand)][:2] == [True, True]


def formats(hand):
    return hand.find("meta.document.formats").findChildren(QCheckBox)
