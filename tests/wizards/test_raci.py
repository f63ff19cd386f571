"""Who does what: letters in a grid of work and people, and the answers that they stand for."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QMenu

from planner import paths
from tests.wizards.acting import CTRL, KEY
from tests.wizards.conftest import settle
from wizards.raci.parts import read_letters, with_letter
from wizards.raci.view import Totals

SITE, FILM = "promotion.tasks[site]", "promotion.tasks[film]"


@pytest.fixture
def team(hand):
    session = hand.window.session
    session.set("meta.depth", "standard")
    session.set("promotion.people", [{"name": n} for n in ("Ana", "Ioana", "Mihai")])
    session.set("promotion.tasks", [{"name": "Site", "owner": "ana"}, {"name": "Film"}])
    hand.window.go_to("promotion")
    hand.window.stage.page.open_card("grid.raci")
    return hand


@pytest.fixture
def grid(team):
    return team.table("grid.raci")


def cell(grid, task, person):
    return grid.table.index_of(f"{task}.raci[{person}].part")


def texts(grid):
    """The letters and marks, row by row, the names left out."""
    model = grid.table
    return [
        [model.index(row, column).data() for column in range(1, model.columnCount())]
        for row in range(model.rowCount())
    ]


def answers(hand):
    """Owner and parts of both tasks."""
    return [
        (t.owner, {part.id: part.part for part in t.raci if part.part})
        for t in hand.plan.promotion.tasks
    ]


def press(hand, grid, task, person, *keys):
    grid.setCurrentIndex(cell(grid, task, person))
    grid.setFocus()
    for key in keys:
        hand.qtbot.keyClick(grid, key)


def pick(hand, grid, task, person, letter):
    """Click a cell, then an entry of the menu that opens."""
    click = hand.qtbot.mouseClick
    index = cell(grid, task, person)
    grid.scrollTo(index)
    click(grid.viewport(), Qt.MouseButton.LeftButton, pos=grid.visualRect(index).center())
    menu = grid.findChild(QMenu, "menu.raci")
    hand.qtbot.waitUntil(menu.isVisible)
    act = next(a for a in menu.actions() if a.objectName() == f"menu.raci.{letter}")
    click(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(act).center())
    hand.qtbot.waitUntil(lambda: grid.findChild(QMenu, "menu.raci") is None)


STEPS = (
    (SITE, "ioana", "R"),
    (SITE, "mihai", "I"),
    (FILM, "mihai", "R"),
    (FILM, "mihai", "A"),
    (FILM, "ana", "C"),
    (SITE, "mihai", "I"),
)
ENDS_IN = [
    ("ana", {"ioana": "responsible"}),
    ("mihai", {"mihai": "responsible", "ana": "consulted"}),
]


def test_what_stands_in_the_plan_is_shown(grid):
    assert texts(grid) == [["A", "", "", ""], ["", "", "", "nobody answers"]]


def test_letters_by_keys(team, grid):
    for task, person, letter in STEPS:
        press(team, grid, task, person, getattr(KEY, f"Key_{letter}"))
    assert answers(team) == ENDS_IN
    assert texts(grid) == [["A", "R", "", ""], ["C", "", "A R", ""]]


def test_letters_by_the_mouse_alone_end_in_the_same_plan(team, grid):
    for task, person, letter in STEPS:
        pick(team, grid, task, person, letter)
    assert answers(team) == ENDS_IN


def test_one_alone_answers_and_one_step_takes_it_back(team, grid):
    press(team, grid, SITE, "mihai", KEY.Key_A)
    assert answers(team)[0][0] == "mihai"
    assert texts(grid)[0] == ["", "", "A", ""]
    team.window.session.undo()
    assert answers(team)[0][0] == "ana"


def test_del_empties_a_cell_of_both_its_answers(team, grid):
    press(team, grid, FILM, "mihai", KEY.Key_A, KEY.Key_R, KEY.Key_Delete)
    assert answers(team)[1] == (None, {})
    assert texts(grid)[1][-1] == "nobody answers"


def test_space_opens_the_letters_for_keys(team, grid):
    press(team, grid, FILM, "ioana", KEY.Key_Space)
    menu = grid.findChild(QMenu, "menu.raci")
    team.qtbot.waitUntil(menu.isVisible)
    team.qtbot.keyClick(menu, KEY.Key_Down)
    team.qtbot.keyClick(menu, KEY.Key_Return)
    assert answers(team)[1] == (None, {"ioana": "responsible"})


def test_how_many_tasks_each_answers_for(team, grid):
    totals = team.window.findChild(Totals, "grid.raci.totals")
    assert totals.counts == [1, 0, 0]
    press(team, grid, FILM, "ana", KEY.Key_A)
    assert totals.counts == [2, 0, 0]
    assert "Ana: 2; Ioana: 0" in totals.accessibleName()


def test_rows_are_copied_as_letters_and_pasted(team, grid):
    press(team, grid, SITE, "ioana", KEY.Key_R)
    team.qtbot.keyClick(grid, KEY.Key_C, CTRL)
    assert QApplication.clipboard().text().splitlines() == ["Site\tA\tR\t\t"]
    press(team, grid, FILM, "ana")
    team.qtbot.keyClick(grid, KEY.Key_V, CTRL)
    assert texts(grid)[1] == ["A", "R", "", ""]
    # From another program: letters from the current cell on, and what is none is left out.
    QApplication.clipboard().setText("I\tx\nC\tAR\n")
    press(team, grid, SITE, "ioana")
    team.qtbot.keyClick(grid, KEY.Key_V, CTRL)
    assert texts(grid) == [["A", "I", "", ""], ["", "C", "A R", ""]]


def test_the_way_to_a_part_leads_into_the_grid(team, grid):
    path = f"{FILM}.raci[mihai].part"
    assert team.window.stage.page.reveal(path)
    assert grid.current_path == path


def test_a_new_person_is_a_new_column(team, grid):
    team.window.session.insert("promotion.people", {"name": "Radu"})
    team.window.stage.page.refresh()
    assert len(texts(grid)[0]) == 5


FONT = Qt.ItemDataRole.FontRole
SPRING = "promotion.campaigns[spring]"


@pytest.fixture
def deep(team):
    """The same people, two tasks and a campaign, at the depth that asks who does a campaign."""
    team.window.session.set("promotion.campaigns", [{"name": "Spring", "owner": "mihai"}])
    team.window.session.set("meta.depth", "thorough")
    team.window.go_to("promotion")
    team.window.stage.page.open_card("grid.raci")
    return team


def names(grid):
    return [grid.table.index(row, 0).data() for row in range(grid.table.rowCount())]


def campaign(hand):
    (found,) = hand.plan.promotion.campaigns
    return found.owner, {part.id: part.part for part in found.raci if part.part}


IN_CAMPAIGN = ((SPRING, "ana", "R"), (SPRING, "ana", "A"), (SPRING, "ioana", "I"))


def test_campaigns_stand_below_the_tasks_where_the_plan_asks_for_them(deep):
    grid = deep.table("grid.raci")
    assert names(grid) == ["Tasks", "Site", "Film", "Campaigns", "Spring"]
    strong = [grid.table.index(n, 0).data(FONT).weight() > QFont.Weight.Medium for n in range(5)]
    assert strong == [True, False, False, True, False]
    assert texts(grid)[0] == ["", "", "", ""]
    assert texts(grid)[3:] == [["", "", "", ""], ["", "", "A", ""]]
    totals = deep.window.findChild(Totals, "grid.raci.totals")
    assert totals.counts == [1, 0, 1]
    assert totals.accessibleName().startswith("Answers for so many tasks and campaigns: Ana: 1")
    # The campaign's form asks for parts at the same depth.
    deep.window.session.set("meta.depth", "standard")
    deep.window.go_to("promotion")
    deep.window.stage.page.open_card("grid.raci")
    assert names(deep.table("grid.raci")) == ["Site", "Film"]


def test_a_campaign_is_shared_out_by_the_mouse_as_by_keys(deep):
    grid = deep.table("grid.raci")
    before = deep.plan
    for task, person, letter in IN_CAMPAIGN:
        press(deep, grid, task, person, getattr(KEY, f"Key_{letter}"))
    by_keys = campaign(deep)
    assert by_keys == ("ana", {"ana": "responsible", "ioana": "informed"})
    assert answers(deep) == [("ana", {}), (None, {})]
    for _ in IN_CAMPAIGN:
        deep.window.session.undo()
    assert deep.plan is before
    settle()
    for task, person, letter in IN_CAMPAIGN:
        pick(deep, grid, task, person, letter)
    assert campaign(deep) == by_keys


def test_headings_are_passed_over_by_keys_and_by_what_is_pasted(deep):
    grid = deep.table("grid.raci")
    press(deep, grid, FILM, "ana", KEY.Key_Down)
    assert grid.current_path == f"{SPRING}.raci[ana].part"
    QApplication.clipboard().setText("R\nC\n")
    press(deep, grid, FILM, "ioana")
    deep.qtbot.keyClick(grid, KEY.Key_V, CTRL)
    assert texts(grid)[2] == ["", "R", "", "nobody answers"]
    assert texts(grid)[4] == ["", "C", "A", ""]


@pytest.mark.parametrize(
    ("before", "letter", "after"),
    [("", "A", "A"), ("A", "R", "AR"), ("R", "A", "AR"), ("AR", "A", "R"), ("C", "A", "A"),
     ("AR", "C", "C"), ("I", "I", ""), ("I", "C", "C")],
)  # fmt: skip
def test_pressing_a_letter(before, letter, after):
    assert with_letter(before, letter) == after


@pytest.mark.parametrize(
    ("text", "letters"),
    [("a/r", "AR"), (" R ", "R"), ("", ""), ("–", ""), ("CI", None), ("yes", None), ("AC", None)],
)
def test_reading_letters(text, letters):
    assert read_letters(text) == letters


def test_parts_are_asked_in_the_grid_alone(team):
    team.window.stage.page.open_card("promotion.tasks")
    assert not team.has(f"{SITE}.raci")
    assert paths.get(team.plan, f"{SITE}.raci") == ()
