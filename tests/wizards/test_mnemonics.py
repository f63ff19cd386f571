"""Letters after Alt: no two of one window, dialog or menu are the same, in English."""

import re
from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QMessageBox, QStyle

from planner import paths, storage
from tests.plans import sample
from wizards import theme
from wizards.dialogs.about import AboutDialog
from wizards.dialogs.new_plan import NewPlanDialog
from wizards.dialogs.settings import SettingsDialog
from wizards.dialogs.shortcuts import ShortcutsDialog
from wizards.dialogs.unsaved import ask_unsaved
from wizards.steps import WORDS


def letter(text):
    """The letter after a single ampersand."""
    found = re.search(r"&([^&])", text.replace("&&", ""))
    return found[1].upper() if found else ""


def letters_in(scope):
    """The mnemonics that can be used in a window now."""
    found = []
    for button in scope.findChildren(QAbstractButton):
        if button.isVisible() and button.window() is scope.window():
            keys = button.shortcut().toString()
            if keys.startswith("Alt+"):
                found.append(keys.removeprefix("Alt+"))
    labels = (label for label in scope.findChildren(QLabel) if label.isVisible() and label.buddy())
    return [*found, *filter(None, (letter(label.text()) for label in labels))]


def doubles(letters):
    return [one for one, count in Counter(letters).items() if count > 1]


@pytest.fixture
def thorough(make_hand, tmp_path):
    file = tmp_path / "plan.mktplan"
    storage.write_new(paths.put(sample(), "meta.depth", "thorough"), file)
    return make_hand(file)


def test_every_menu_has_letters_of_its_own(thorough):
    bar = thorough.window.menuBar()
    titles = [letter(action.text()) for action in bar.actions()]
    assert all(titles)
    assert doubles(titles) == []
    for menu in thorough.window.findChildren(QMenu):
        inner = [letter(action.text()) for action in menu.actions() if not action.isSeparator()]
        named = [one for one in inner if one]
        assert doubles(named) == [], menu.title()


def test_every_page_has_letters_of_its_own(thorough):
    window = thorough.window
    titles = [letter(action.text()) for action in window.menuBar().actions()]
    for word in (*WORDS, "evidence"):
        if word == "evidence":
            window.guide.show_all_sources()
        else:
            window.go_to(word)
        QApplication.processEvents()
        found = letters_in(window)
        assert {"B", "N"} <= set(found)
        assert doubles([*titles, *found]) == [], word
    window.go_to("write")
    assert "W" in letters_in(window)


def test_names_with_an_ampersand_make_no_key(thorough):
    for entry in thorough.window.rail.entries.values():
        assert entry.shortcut() == QKeySequence()


@pytest.mark.parametrize("make", [AboutDialog, NewPlanDialog, ShortcutsDialog])
def test_every_dialog_has_letters_of_its_own(hand, make):
    dialog = make(hand.window)
    dialog.open()
    found = letters_in(dialog)
    assert found
    assert doubles(found) == []
    dialog.reject()


def test_settings_have_letters_of_their_own(hand):
    dialog = SettingsDialog(hand.window.preferences, hand.window)
    dialog.open()
    assert sorted(letters_in(dialog)) == ["A", "C"]
    dialog.reject()


def test_the_question_about_unsaved_work_has_letters_of_its_own(hand):
    def nothing():
        pass

    ask_unsaved(hand.window, "Plan", nothing, nothing, nothing)
    box = hand.window.findChild(QMessageBox, "ask.unsaved")
    assert sorted(letters_in(box)) == ["C", "D", "S"]
    box.reject()


def test_the_presenter_view_has_letters_of_its_own(thorough):
    thorough.window.go_to("market")
    thorough.window.menus.actions["present"].trigger()
    assert sorted(letters_in(thorough.window.presenter)) == ["B", "L", "N", "S"]


def test_less_movement_has_an_effect_and_can_be_taken_back(hand, qapp, monkeypatch):
    from wizards import motion

    general = Qt.UIEffect.UI_General
    # As on a system that lets lists roll open.
    monkeypatch.setattr(motion._System, "known", True)
    monkeypatch.setattr(motion._System, "effects", True)
    monkeypatch.setattr(motion._System, "blinking", 1000)

    def duration():
        box = hand.window.footer.next
        box.ensurePolished()
        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        return box.style().styleHint(hint, None, box)

    theme.apply(qapp, "light", 100)
    hand.window.go_to("business")
    assert qapp.isEffectEnabled(general)
    before = duration()
    assert before > 0
    theme.apply(qapp, "light", 100, calm=True)
    assert not qapp.isEffectEnabled(general)
    assert qapp.cursorFlashTime() == 0
    assert duration() == 0
    theme.apply(qapp, "light", 100)
    assert qapp.isEffectEnabled(general)
    assert qapp.cursorFlashTime() == 1000
    assert duration() == before
    qapp.setEffectEnabled(general, False)


def test_the_setting_of_movement_is_kept(hand, qapp):
    dialog = SettingsDialog(hand.window.preferences, hand.window)
    dialog.open()
    dialog._movement.setChecked(True)
    dialog.accept()
    assert hand.window.preferences.less_movement
    assert not qapp.isEffectEnabled(Qt.UIEffect.UI_General)
    hand.window.preferences.less_movement = False
    from wizards.acts import dress

    dress(hand.window)
