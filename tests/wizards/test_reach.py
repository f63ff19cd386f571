"""Every question of the questionnaire can be reached, and answered where it is reached."""

from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from planner import paths, storage
from tests.nightly import NIGHTLY
from tests.plans import KEYS, filled
from wizards.forms.leading import path_of
from wizards.raci.view import RaciView
from wizards.steps import WORDS, step_of

LIST = Path(__file__).parents[1] / "model" / "questionnaire.tsv"
PAGES = (*WORDS, "evidence")


@cache
def full_plan():
    return paths.put(filled(), "meta.depth", "thorough")


def questionnaire():
    """The paths of FIELDS, with the keys and ids of the full plan."""
    for line in LIST.read_text("utf-8").splitlines():
        yield with_keys(line.split("\t")[0])


def with_keys(pattern):
    path = ""
    for part in pattern.split("[*]")[:-1]:
        path += part
        many = paths.place(path).field.many
        path += f"[{KEYS.get(many.keyed_by, 'one')}]"
    return path + pattern.split("[*]")[-1]


def page_of(path):
    return "evidence" if path.startswith("evidence") else step_of(path)


def test_the_questionnaire_is_whole():
    found = list(questionnaire())
    assert len(found) == 927
    assert {page_of(path) for path in found} == set(PAGES)


@pytest.fixture
def full(make_hand, tmp_path):
    file = tmp_path / "full.mktplan"
    storage.write_new(full_plan(), file)
    return make_hand(file)


def editor_of(page, path):
    """The visible widget that edits a path: a field, or the editor that its cell opens."""
    for widget in page.findChildren(QWidget, path):
        if widget.isVisibleTo(page) and not isinstance(widget, QTableView):
            return widget
    for table in page.findChildren(QTableView):
        index = table.currentIndex()
        here = table.isVisibleTo(page) and getattr(table, "current_path", "") == path
        if here and isinstance(table, RaciView):
            # Letters are typed into its cells as they are.
            return table
        if here and index.flags() & Qt.ItemFlag.ItemIsEditable:
            table.edit(index)
            editor = table.findChild(QWidget, path)
            assert table.state() == QAbstractItemView.State.EditingState, path
            table.take_over()
            return editor
    return None


@pytest.mark.parametrize("word", PAGES if NIGHTLY else PAGES[1::4])
def test_every_question_has_its_editor_where_a_link_leads_to(full, word):
    plan = full.plan
    missing = []
    for path in questionnaire():
        if page_of(path) == word:
            full.window.guide.show_path(path)
            page = full.window.stage.page
            if editor_of(page, path) is None or not page.isVisible():
                missing.append(path)
    assert missing == [], len(missing)
    assert full.plan == plan


def test_a_link_puts_the_focus_on_what_it_leads_to(full):
    for path in (
        "competitors.items[one].watch.observations[one].what",
        "audience.personas[one].outcomes[one].importance",
        "competitors.items[one].ratings[one].score",
        "meta.document.footer",
    ):
        assert any(found == path for found in questionnaire()) or paths.place(path), path
        full.window.guide.show_path(path)
        assert path_of(full.window.focusWidget()) == path
