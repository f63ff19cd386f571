"""The window as a whole: the steps, starting light, closing, nothing left behind."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from planner.model.plan import Plan
from tests.nightly import NIGHTLY
from tests.wizards.acting import KEY
from wizards.app import open_window
from wizards.steps import STEPS, WORDS

ROOT = Path(__file__).resolve().parents[2]


def child(code):
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={"QT_QPA_PLATFORM": "offscreen", "PATH": "/usr/bin:/bin", "HOME": "/nonexistent"},
    )


def test_nothing_heavy_is_loaded_before_the_start_page_is_painted():
    code = (
        "import sys\n"
        "from wizards.app import open_window\n"
        "from PySide6.QtWidgets import QApplication\n"
        "window = open_window()\n"
        "QApplication.processEvents()\n"
        "assert not window.grab().isNull()\n"
        "heavy = {'pydantic', 'jinja2', 'numpy', 'matplotlib', 'docx', 'typst', 'babel'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = child(code)
    assert (done.stdout.strip(), done.returncode) == ("[]", 0), done.stderr


def test_void_calls_do_not_eat_the_reference_count_of_none():
    # PySide6 6.12.0 on Python 3.11 takes one reference of None a call and aborts at zero.
    code = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication, QLabel\n"
        "app = QApplication([])\n"
        "label = QLabel()\n"
        "before = sys.getrefcount(None)\n"
        "for _ in range(300_000):\n"
        "    label.setText('x')\n"
        "lost = before - sys.getrefcount(None)\n"
        "print('kept' if lost < 1000 else lost)\n"
    )
    done = child(code)
    assert (done.stdout.strip(), done.returncode) == ("kept", 0), done.stderr


def test_without_a_file_the_start_page_is_in_front_of_a_blank_plan(hand):
    assert hand.window.stage.currentWidget().objectName() == "page.start"
    assert hand.plan == Plan()
    assert not hand.window.session.is_dirty


def test_the_rail_has_ten_steps_in_order_with_their_names(hand):
    hand.window.go_to("business")
    entries = hand.window.rail.entries
    assert (
        tuple(entries)
        == WORDS
        == (
            "business",
            "market",
            "competitors",
            "segments",
            "audience",
            "positioning",
            "technology",
            "promotion",
            "write",
            "track",
        )
    )
    for step in STEPS:
        assert entries[step.word].text() == step.name


def test_next_and_back_go_through_every_step(hand):
    hand.window.go_to("business")
    seen = [hand.window.stage.currentWidget().objectName()]
    while hand.find("next", QPushButton).isEnabled():
        hand.click("next")
        seen.append(hand.window.stage.currentWidget().objectName())
    assert seen == [f"page.{word}" for word in WORDS]
    while hand.find("back", QPushButton).isEnabled():
        hand.click("back")
    assert hand.window.stage.currentWidget().objectName() == "page.business"


@pytest.mark.parametrize("word", WORDS)
def test_any_step_is_reached_from_the_rail(hand, word):
    hand.window.go_to("business" if word != "business" else "track")
    hand.click(f"rail.{word}")
    assert hand.window.stage.currentWidget().objectName() == f"page.{word}"
    assert hand.window.rail.entries[word].isChecked()


def test_an_unknown_step_is_refused(hand):
    with pytest.raises(ValueError, match="nowhere"):
        hand.window.go_to("nowhere")


def test_closing_without_changes_asks_nothing(hand):
    hand.window.go_to("business")
    assert hand.window.close()


def question(window):
    return window.findChild(QMessageBox, "ask.unsaved")


def test_closing_with_changes_asks_and_cancel_keeps_the_window(hand, qtbot):
    hand.window.go_to("business")
    hand.type("business.company.name", "Moveo")
    assert not hand.window.close()
    box = question(hand.window)
    qtbot.mouseClick(box.button(QMessageBox.StandardButton.Cancel), Qt.MouseButton.LeftButton)
    assert hand.window.isVisible()
    assert hand.plan.business.company.name == "Moveo"


def test_closing_with_changes_can_discard_them(hand, qtbot):
    hand.window.go_to("business")
    hand.type("business.company.name", "Moveo")
    hand.window.close()
    box = question(hand.window)
    with qtbot.waitSignal(hand.window.gone):
        qtbot.mouseClick(box.button(QMessageBox.StandardButton.Discard), Qt.MouseButton.LeftButton)


def test_windows_leave_nothing(qtbot):
    for _ in range(100 if NIGHTLY else 4):
        window = open_window()
        window.go_to("business")
        window.go_to("promotion")
        window.finish()
    # The fixture of every test looks for what is left.
    assert not any(widget.isVisible() for widget in QApplication.topLevelWidgets())


def test_help_names_the_question_and_the_samples_answer(hand):
    hand.window.go_to("business")
    hand.find("business.company.name").setFocus()
    told = " ".join(
        label.text() for label in hand.window.side.findChildren(type(hand.window.bar._text))
    )
    assert "What is the firm or organisation called?" in told
    assert "Moveo" in told


def test_help_says_what_is_known_of_a_channels_kind(hand):
    session = hand.window.session
    session.set("promotion.channels[ads]", {"name": "Ads", "kind": "pr"})
    hand.window.guide.explain("promotion.channels[ads].kind")
    told = " ".join(
        label.text() for label in hand.window.side.findChildren(type(hand.window.bar._text))
    )
    # The row of `pr` in the catalogue.
    assert "be known and believed" in told
    assert "never last-click cost" in told
    assert "House figures: up to 12 weeks to prepare; less than 800 euro teaches little." in told


def test_missing_answers_lead_by_their_list_to_the_first_open_question(hand):
    hand.window.go_to("market")
    # The steps are counted a moment after the first page is shown.
    hand.qtbot.waitUntil(lambda: hand.window.standing.is_counted)
    hand.click("open_questions")
    assert hand.window.focusWidget().objectName() == "missing.market.definition"
    hand.press(KEY.Key_Return)
    assert hand.window.focusWidget().objectName() == "market.definition"


def test_the_keys_turn_pages(hand, qtbot):
    hand.window.go_to("business")
    hand.press(KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert hand.window.stage.word == "market"
    hand.press(KEY.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert hand.window.stage.word == "business"
