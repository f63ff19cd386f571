"""Jumping by a few letters: what is offered, in which order, and that it leads there."""

from time import thread_time

import pytest
from PySide6.QtCore import Qt

from planner import paths, storage
from planner.model.plan import Plan
from tests.wizards.acting import KEY
from tests.wizards.test_finding import multiplied
from wizards.dialogs.jump import JumpDialog
from wizards.forms.leading import path_of
from wizards.jumping import ACT, CARD, MEMBER, QUESTION, STEP, Target, fitting, targets_of
from wizards.speaking import say
from wizards.steps import STEPS


def target(name, rank=MEMBER, hint=""):
    return Target(name, hint, rank, lambda: None, f"{name} {hint}".lower())


def names(targets, text):
    return [one.name for one in fitting(targets, text)]


def test_the_start_of_a_name_goes_before_the_start_of_a_word_and_that_before_the_middle():
    targets = [target("Preclean"), target("The clean one"), target("Clean air")]
    assert names(targets, "clean") == ["Clean air", "The clean one", "Preclean"]


def test_of_equal_names_steps_stand_before_cards_members_acts_and_questions():
    targets = [target(f"Price {rank}", rank) for rank in (QUESTION, ACT, MEMBER, CARD, STEP)]
    assert names(targets, "price") == [f"Price {n}" for n in (STEP, CARD, MEMBER, ACT, QUESTION)]


def test_all_words_must_be_there_in_any_order():
    targets = [target("Andreea", hint="Portrait"), target("Andrei", hint="Person")]
    assert names(targets, "port and") == ["Andreea"]
    assert names(targets, "port xyz") == []


@pytest.fixture
def palette(make_hand, sample_file):
    """A hand and the palette, opened by its menu entry."""
    hand = make_hand(sample_file)

    def opened():
        hand.window.menus.actions["jump"].trigger()
        dialog = hand.window.findChild(JumpDialog, "jump")
        dialog.entry.setFocus()
        return dialog

    hand.opened = opened
    yield hand
    for dialog in hand.window.findChildren(JumpDialog):
        dialog.reject()


def jump(hand, text):
    dialog = hand.opened()
    hand.qtbot.keyClicks(dialog.entry, text)
    hand.qtbot.keyClick(dialog.entry, KEY.Key_Return)


def test_an_empty_entry_shows_where_one_was_and_the_steps(palette):
    palette.window.guide.show_path("market.definition")
    palette.window.guide.show_path("business.company.name")
    shown = [one.name for one in palette.opened().shown]
    question = say(paths.place("market.definition").field.ask.question)
    assert shown[:2] == ["What is the firm or organisation called?", question]
    assert shown[-11:] == [*(step.name for step in STEPS), "Sources and assumptions"]


@pytest.mark.parametrize(
    ("text", "word"),
    [("aud", "audience"), ("target aud", "audience"), ("prom", "promotion"), ("track", "track")],
)
def test_a_step_is_reached_by_its_first_letters(palette, text, word):
    jump(palette, text)
    assert palette.window.stage.word == word


def test_a_member_is_reached_by_its_name(palette):
    jump(palette, "fiziopl")
    assert palette.window.stage.word == "competitors"
    assert path_of(palette.window.focusWidget()).startswith("competitors.items[fizioplus]")


def test_a_card_is_unfolded(palette):
    jump(palette, "who does it better")
    header = palette.window.focusWidget()
    assert header.objectName() == "fold.grid.ratings"
    assert header.isChecked()


def test_a_question_is_reached(palette):
    jump(palette, "organisation called")
    assert path_of(palette.window.focusWidget()) == "business.company.name"


def test_a_menu_entry_is_done(palette):
    palette.window.go_to("business")
    jump(palette, "new window")
    from wizards.app import windows

    assert len(windows()) == 2
    windows()[1].finish()


def test_the_ledger_is_reached(palette):
    jump(palette, "sources and assum")
    assert palette.window.stage.word == "evidence"


def test_arrows_choose_and_esc_gives_the_focus_back(palette):
    palette.window.guide.show_path("business.company.name")
    dialog = palette.opened()
    palette.qtbot.keyClicks(dialog.entry, "co")
    palette.qtbot.keyClick(dialog.entry, KEY.Key_Down)
    assert dialog.list.currentRow() == 1
    palette.qtbot.keyClick(dialog.entry, KEY.Key_Escape)
    assert not dialog.isVisible()
    assert path_of(palette.window.focusWidget()) == "business.company.name"


def test_nothing_called_so_is_said(palette):
    dialog = palette.opened()
    palette.qtbot.keyClicks(dialog.entry, "qqqq")
    assert dialog._nothing.isVisible()
    palette.qtbot.keyClick(dialog.entry, KEY.Key_Return)
    assert dialog.isVisible()


def test_what_the_user_typed_is_never_read_as_markup(palette):
    palette.window.session.insert("competitors.items", {"name": "<b>Bold</b> & Co"})
    dialog = palette.opened()
    palette.qtbot.keyClicks(dialog.entry, "bold")
    assert dialog.shown[0].name == "<b>Bold</b> & Co"
    assert dialog.list.item(0).text() == "<b>Bold</b> & Co"


def test_every_question_and_every_entry_of_the_menus_is_a_target(palette):
    targets = targets_of(palette.window)
    assert sum(one.rank == QUESTION for one in targets) == sum(1 for _ in paths.questions())
    acts = {one.name for one in targets if one.rank == ACT}
    assert {"New plan", "Find", "Keyboard shortcuts", "Next pane"} <= acts
    assert not any("&" in name for name in acts)


def test_ten_times_the_sample_opens_and_answers_while_one_types(make_hand, tmp_path):
    from tests.plans import sample

    plan = multiplied(sample(), 10)
    assert isinstance(plan, Plan)
    hand = make_hand()
    hand.window.files.start(plan)
    times = []
    for _ in range(2):
        start = thread_time()
        targets = targets_of(hand.window)
        times.append(thread_time() - start)
    assert len(targets) > 5000
    assert min(times) < 1.0
    start = thread_time()
    fitting(targets, "andr")
    assert thread_time() - start < 0.15
    hand.window.session.mark_saved()


def test_the_palette_fits_a_small_window(make_hand, tmp_path, sample_file):
    hand = make_hand(sample_file)
    hand.window.resize(1024, 640)
    hand.window.menus.actions["jump"].trigger()
    dialog = hand.window.findChild(JumpDialog, "jump")
    assert dialog.width() <= 1024 - 80
    assert dialog.height() <= 640
    assert dialog.entry.focusPolicy() & Qt.FocusPolicy.TabFocus
    dialog.reject()


@pytest.fixture
def essential_file(tmp_path):
    file = tmp_path / "blank.mktplan"
    storage.write_new(paths.put(Plan(), "meta.depth", "essential"), file)
    return file


def test_a_hidden_question_offers_to_go_deeper(make_hand, essential_file):
    hand = make_hand(essential_file)
    hand.window.guide.show_asked("market.drivers")
    assert hand.window.bar.text.startswith("This is asked at ")
    hand.click("bar.stay")
    assert hand.plan.meta.depth == "essential"
