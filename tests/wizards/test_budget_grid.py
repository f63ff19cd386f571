"""The budget month by month: what is typed, what is phased, and what is done to many cells."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QTableView

from planner import paths, storage
from planner.model.plan import Plan
from tests.wizards.acting import CTRL, KEY
from tests.wizards.conftest import settle
from wizards import theme
from wizards.budget import cells
from wizards.budget.board import NAME, BudgetGrid
from wizards.budget.lines import CHANNELS, LINES, SUM
from wizards.forms.cells import CellDelegate

SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
ROLE = Qt.ItemDataRole
ADS, MAIL = "promotion.channels[ads]", "promotion.channels[mail]"
TOOLS = "promotion.budget_lines[tools]"


def month(key, number, year=2027):
    return f"{key}.months[{year}-{number:02d}].{'amount' if 'lines' in key else 'budget'}"


def blank():
    return paths.put(Plan(), "meta.depth", "standard")


def small():
    """Two channels, one that is rejected, and one other cost, over four months."""
    plan = paths.put(blank(), "meta.period", ["2027-01", "2027-04"])
    plan = paths.put(plan, "meta.currency", "EUR")
    for name, values in {
        "ads": {"name": "Ads", "budget": 1000, "status": "run"},
        "mail": {"name": "Mail", "budget": 100, "status": "test"},
        "radio": {"name": "Radio", "budget": 900, "status": "rejected"},
    }.items():
        plan = paths.put(plan, f"promotion.channels[{name}]", {"id": name, **values})
    values = {"id": "tools", "name": "Tools", "unit_cost": 50, "quantity": 4}
    plan = paths.put(plan, TOOLS, values)
    plan = paths.put(plan, "promotion.budget.contingency", 0.1)
    return paths.put(plan, "business.limits.affordable_budget", 1500)


@pytest.fixture
def open_plan(make_hand, tmp_path):
    """Opens a plan at the promotion page."""

    def opened(plan):
        file = tmp_path / f"plan-{len(list(tmp_path.iterdir()))}.mktplan"
        storage.write_new(plan, file)
        hand = make_hand(file, at="promotion")
        hand.come_back()
        settle()
        return hand

    return opened


@pytest.fixture
def grid(open_plan):
    hand = open_plan(small())
    return hand, view_of(hand)


def view_of(hand, name=NAME):
    view = hand.find(name, QTableView)
    hand.window.stage.page.ensureWidgetVisible(view)
    return view


def shown(view, path, role=ROLE.DisplayRole):
    return view.budget.index_of(path).data(role)


def row_of(view, key):
    """A row's texts, the sum last."""
    row, model = view.budget.row_of(key), view.budget
    return [model.index(row, n).data() for n in range(model.columnCount())]


def press(hand, view, key, modifier=Qt.KeyboardModifier.NoModifier, times=1):
    for _ in range(times):
        focus = QApplication.focusWidget()
        hand.qtbot.keyClick(focus if view.isAncestorOf(focus) else view, key, modifier)


def choose(view, first, last):
    """Choose the cells of a rectangle between two paths."""
    one, two = view.budget.index_of(first), view.budget.index_of(last)
    model, flags = view.budget, QItemSelectionModel.SelectionFlag
    view.setFocus()
    view.setCurrentIndex(one)
    for row in range(one.row(), two.row() + 1):
        for column in range(one.column(), two.column() + 1):
            view.selectionModel().select(model.index(row, column), flags.Select)


def steps(hand):
    return len(hand.window.session._past)


def test_rows_are_what_runs_and_what_else_costs_and_columns_the_months(grid):
    _, view = grid
    model = view.budget
    assert [row.title for row in model.rows] == [
        "Channels",
        "Ads",
        "Mail",
        "Other costs",
        "Tools",
        "Together",
    ]
    assert [c.name for c in model.columns] == ["2027-01", "2027-02", "2027-03", "2027-04", SUM]
    # 1,000 / 4, 100 / 4 and 4 × 50 / 4, added by hand.
    assert row_of(view, ADS) == ["250", "250", "250", "250", "1,000"]
    assert row_of(view, TOOLS) == ["50", "50", "50", "50", "200"]
    assert row_of(view, "promotion.channels") == ["275", "275", "275", "275", "1,100"]
    assert row_of(view, "together") == ["325", "325", "325", "325", "1,300"]


def test_in_high_contrast_the_same_figure_looks_otherwise_where_it_is_phased(open_plan, qapp):
    hand = open_plan(paths.put(small(), month(ADS, 2), 250))
    theme.apply(qapp, "contrast", 100)
    view = view_of(hand)
    view.clearFocus()
    view.setCurrentIndex(view.budget.index_of(month(TOOLS, 1)))
    settle()

    def seen(path):
        image = view.viewport().grab(view.visualRect(view.budget.index_of(path))).toImage()
        return image.convertToFormat(image.Format.Format_RGB32).constBits().tobytes()

    # All four months are 250: 1,000 less the 250 that are typed, shared by three.
    assert [shown(view, month(ADS, n)) for n in range(1, 5)] == ["250"] * 4
    assert seen(month(ADS, 1)) == seen(month(ADS, 3))
    assert seen(month(ADS, 2)) != seen(month(ADS, 1))
    # Back to how the next test expects the program.
    theme.apply(qapp, "light", 100)


def test_a_typed_month_stands_in_ink_and_the_rest_is_phased_and_lighter(grid):
    hand, view = grid
    path = month(ADS, 2)
    view.setCurrentIndex(view.budget.index_of(path))
    view.setFocus()
    press(hand, view, KEY.Key_F2)
    editor = view.findChild(object, path)
    assert (editor.text(), editor.placeholderText()) == ("", "250")
    hand.qtbot.keyClicks(editor, "100")
    hand.qtbot.keyClick(editor, KEY.Key_Return)
    hand.gone(view, path)
    assert paths.get(hand.plan, path) == 100
    # 900 are left for three months.
    assert row_of(view, ADS) == ["300", "100", "300", "300", "1,000"]
    assert row_of(view, "together") == ["375", "175", "375", "375", "1,300"]
    now = theme.tokens()
    assert shown(view, path, ROLE.ForegroundRole) == QColor(now.ink)
    assert shown(view, month(ADS, 1), ROLE.ForegroundRole) == QColor(now.ink3)
    assert shown(view, month(ADS, 1), ROLE.FontRole).italic()
    assert not (shown(view, path, ROLE.FontRole) or theme.font()).italic()
    assert "phased evenly, not typed" in shown(view, month(ADS, 1), ROLE.AccessibleTextRole)
    assert shown(view, path, ROLE.AccessibleTextRole) == "Ads: Feb 2027: 100"
    press(hand, view, KEY.Key_Delete)
    assert row_of(view, ADS) == ["250", "250", "250", "250", "1,000"]
    assert paths.get(hand.plan, f"{ADS}.months") == ()


def test_opening_an_editor_and_leaving_it_types_nothing(grid):
    hand, view = grid
    before = hand.plan
    path = month(MAIL, 1)
    view.setCurrentIndex(view.budget.index_of(path))
    press(hand, view, KEY.Key_Return)
    hand.qtbot.keyClick(view.findChild(object, path), KEY.Key_Return)
    hand.gone(view, path)
    assert hand.plan is before


def test_the_sum_of_a_channel_is_edited_and_that_of_a_line_is_not(grid):
    hand, view = grid
    sums = view_of(hand, f"{NAME}.sums")
    view.setCurrentIndex(view.budget.index_of(month(ADS, 4)))
    view.setFocus()
    press(hand, view, KEY.Key_Right)
    assert QApplication.focusWidget() is sums
    press(hand, sums, KEY.Key_Return)
    editor = sums.findChild(object, f"{ADS}.budget")
    hand.qtbot.keyClicks(editor, "2000")
    hand.qtbot.keyClick(editor, KEY.Key_Return)
    hand.gone(sums, f"{ADS}.budget")
    assert paths.get(hand.plan, f"{ADS}.budget") == 2000
    assert row_of(view, ADS) == ["500", "500", "500", "500", "2,000"]
    line = view.budget.index(view.budget.row_of(TOOLS), view.budget.sum_column)
    assert not line.flags() & Qt.ItemFlag.ItemIsEditable
    press(hand, sums, KEY.Key_Left)
    assert QApplication.focusWidget() is view


def test_months_that_do_not_come_to_the_sum_are_told_by_sign_and_words(grid):
    hand, view = grid
    for number in range(1, 5):
        hand.window.session.set(month(ADS, number), 200)
    index = view.budget.index_of(f"{ADS}.budget")
    assert index.data() == "≠ 1,000"
    # 4 × 200 = 800, and 1,000 − 800 = 200.
    assert index.data(ROLE.ToolTipRole) == "The months come to 800: 200 less than the sum."


def test_fill_right_copies_the_first_chosen_month_in_one_step(grid):
    hand, view = grid
    hand.window.session.set(month(ADS, 1), 70)
    hand.window.session.set(month(MAIL, 1), 30)
    before = steps(hand)
    choose(view, month(ADS, 1), month(MAIL, 3))
    press(hand, view, KEY.Key_R, CTRL)
    assert row_of(view, ADS)[:4] == ["70", "70", "70", "790"]
    assert row_of(view, MAIL)[:4] == ["30", "30", "30", "10"]
    assert steps(hand) == before + 1
    assert hand.window.session.undo_label == "Fill right"
    hand.window.session.undo()
    assert row_of(view, ADS)[:4] == ["70", "310", "310", "310"]


def test_fill_right_of_one_cell_takes_the_month_before(grid):
    hand, view = grid
    hand.window.session.set(month(ADS, 1), 70)
    choose(view, month(ADS, 2), month(ADS, 2))
    press(hand, view, KEY.Key_R, CTRL)
    # 1,000 − 70 − 70 in two months.
    assert row_of(view, ADS)[:4] == ["70", "70", "430", "430"]


def test_copying_across_gives_every_month_the_same(grid):
    hand, view = grid
    hand.window.session.set(month(ADS, 2), 40)
    choose(view, month(ADS, 2), month(ADS, 2))
    press(hand, view, KEY.Key_R, CTRL | SHIFT)
    assert row_of(view, ADS) == ["40", "40", "40", "40", "≠ 1,000"]


def test_spreading_evenly_is_exact_to_the_cent(grid):
    hand, view = grid
    choose(view, month(MAIL, 1), month(MAIL, 3))
    press(hand, view, KEY.Key_M, CTRL | SHIFT)
    # 10,000 cents in three: the first month has the cent that is left.
    typed = [paths.get(hand.plan, month(MAIL, n)) for n in (1, 2, 3)]
    assert typed == [Decimal("33.34"), Decimal("33.33"), Decimal("33.33")]
    assert row_of(view, MAIL) == ["33.34", "33.33", "33.33", "", "100"]


def test_spreading_by_season_leaves_typed_months_of_the_row_alone(grid):
    hand, view = grid
    for number, weight in (("01", 3), ("02", 1)):
        hand.window.session.set(f"promotion.seasonality[{number}].weight", weight)
    hand.window.session.set(month(ADS, 4), 400)
    choose(view, month(ADS, 1), month(ADS, 2))
    press(hand, view, KEY.Key_B, CTRL | SHIFT)
    # 1,000 − 400 = 600, of which January has three parts and February one.
    assert row_of(view, ADS) == ["450", "150", "", "400", "1,000"]
    assert hand.window.session.undo_label == "Spread by season"


def test_nothing_is_spread_where_nothing_is_left(grid):
    hand, view = grid
    hand.window.session.set(month(ADS, 4), 1000)
    before = hand.plan
    choose(view, month(ADS, 1), month(ADS, 2))
    press(hand, view, KEY.Key_M, CTRL | SHIFT)
    assert hand.plan is before


def test_cells_go_to_a_spreadsheet_and_come_back(grid):
    hand, view = grid
    hand.window.session.set(month(ADS, 1), Decimal("1234.50"))
    choose(view, month(ADS, 1), month(MAIL, 2))
    press(hand, view, KEY.Key_C, CTRL)
    assert QApplication.clipboard().text() == "1234.50\t0\r\n25\t25\r\n"
    QApplication.clipboard().setText("10\t20\t30\r\n1,5\t\t7\r\n5\t6\t7\r\n")
    before = steps(hand)
    choose(view, month(ADS, 2), month(ADS, 2))
    press(hand, view, KEY.Key_V, CTRL)
    assert steps(hand) == before + 1
    assert [paths.get(hand.plan, month(ADS, n)) for n in (2, 3, 4)] == [10, 20, 30]
    # The heading between channels and other costs takes no row of the clipboard.
    assert [paths.get(hand.plan, month(TOOLS, n)) for n in (2, 3, 4)] == [5, 6, 7]
    assert paths.get(hand.plan, month(MAIL, 3)) is None


def test_one_text_is_pasted_into_all_chosen_cells_and_what_is_no_amount_stays_a_draft(grid):
    hand, view = grid
    choose(view, month(ADS, 1), month(MAIL, 2))
    QApplication.clipboard().setText("15")
    press(hand, view, KEY.Key_V, CTRL)
    places = [month(key, n) for key in (ADS, MAIL) for n in (1, 2)]
    assert [paths.get(hand.plan, path) for path in places] == [15] * 4
    before = hand.plan
    QApplication.clipboard().setText("abc")
    choose(view, month(ADS, 1), month(ADS, 1))
    press(hand, view, KEY.Key_V, CTRL)
    assert hand.plan is before
    assert shown(view, month(ADS, 1)) == "abc"
    assert hand.error(month(ADS, 1)).startswith("Ads: Jan 2027: ")
    press(hand, view, KEY.Key_Delete)
    assert hand.error(month(ADS, 1)) == ""


def test_what_is_left_and_overspent_is_said_with_its_sign(grid):
    hand, view = grid
    texts = [hand.find(f"{NAME}.{name}").text() for name in ("planned", "contingency", "set")]
    assert texts == [
        "Planned so far: 1,300 EUR",
        "Kept for surprises: 130 EUR",
        "Can be spent: 1,500 EUR",
    ]
    left = hand.find(f"{NAME}.left")
    assert (left.text(), left.property("role")) == ("Left: 70 EUR", "sum-left")
    hand.window.session.set(f"{ADS}.budget", 2000)
    # 2,300 × 1.1 = 2,530, which is 1,030 above 1,500.
    assert (left.text(), left.property("role")) == ("Overspent: −1,030 EUR", "sum-over")
    assert row_of(view, "together")[-1] == "2,300"
    hand.window.session.set("business.limits.affordable_budget", None)
    assert left.isHidden()
    assert not hand.find(f"{NAME}.limit").isHidden()


def by_keys(hand, view):
    view.setFocus()
    assert view.currentIndex() == view.budget.index_of(month(ADS, 1))
    for letter in "120":
        press(hand, view, getattr(KEY, f"Key_{letter}"))
    press(hand, view, KEY.Key_Return)
    hand.gone(view, month(ADS, 1))
    press(hand, view, KEY.Key_Right, SHIFT)
    press(hand, view, KEY.Key_R, CTRL)
    press(hand, view, KEY.Key_Down)
    press(hand, view, KEY.Key_Left)
    press(hand, view, KEY.Key_Right, SHIFT, times=2)
    press(hand, view, KEY.Key_M, CTRL | SHIFT)
    press(hand, view, KEY.Key_Down)
    press(hand, view, KEY.Key_B, CTRL | SHIFT)
    press(hand, view, KEY.Key_Delete)


def click(hand, view, path, modifier=Qt.KeyboardModifier.NoModifier):
    point = view.visualRect(view.budget.index_of(path)).center()
    hand.qtbot.mouseClick(view.viewport(), LEFT, modifier, point)


def choose_in_menu(hand, view, path, name):
    """Take an entry of a cell's menu by the mouse."""
    point = view.visualRect(view.budget.index_of(path)).center()
    where = view.viewport().mapToGlobal(point)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(reason, point, where))
    menu = hand.window.findChild(QMenu, "menu.cell")
    action = next(a for a in menu.actions() if a.objectName() == f"menu.cell.{name}")
    hand.qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())
    settle()
    hand.come_back()


def button(hand, name):
    found = hand.find(f"{NAME}.{name}", QPushButton)
    hand.qtbot.mouseClick(found, LEFT)


def by_mouse(hand, view):
    QApplication.clipboard().setText("120")
    choose_in_menu(hand, view, month(ADS, 1), "paste")
    click(hand, view, month(ADS, 1))
    click(hand, view, month(ADS, 2), SHIFT)
    button(hand, "fill")
    click(hand, view, month(MAIL, 1))
    click(hand, view, month(MAIL, 3), SHIFT)
    button(hand, "evenly")
    click(hand, view, month(TOOLS, 3))
    choose_in_menu(hand, view, month(TOOLS, 3), "season")
    button(hand, "clear")


def test_keys_alone_and_the_mouse_alone_end_in_the_same_plan(open_plan):
    plans = []
    for way in (by_keys, by_mouse):
        hand = open_plan(small())
        view = view_of(hand)
        way(hand, view)
        assert steps(hand) == 5
        plans.append(hand.plan)
        hand.window.session.mark_saved()
    assert plans[0].promotion == plans[1].promotion
    typed = [(m.id, m.budget) for m in plans[0].promotion.channels[0].months]
    assert typed == [("2027-01", 120), ("2027-02", 120)]


def test_there_is_always_a_first_act(open_plan):
    hand = open_plan(blank())
    board = hand.window.stage.page.findChild(BudgetGrid)
    button_ = hand.find(f"{NAME}.first", QPushButton)
    assert board.view.isHidden() or not board.view.isVisible()
    assert button_.text() == "Choose the period"
    hand.window.session.set("meta.period", ["2027-01", "2027-12"])
    # The grid is out of sight, and follows with the rest of the page.
    hand.qtbot.waitUntil(lambda: button_.text() == "Go to the channels")
    hand.qtbot.mouseClick(button_, LEFT)
    assert hand.window.stage.page.current_path == "promotion.channels"
    hand.window.session.insert("promotion.channels", {"name": "Ads"})
    hand.qtbot.waitUntil(lambda: board.view.budget.rowCount() == 3)
    assert button_.isHidden() or not button_.isVisible()
    hand.window.session.mark_saved()


def test_the_first_act_leads_to_the_period(open_plan):
    hand = open_plan(blank())
    hand.qtbot.mouseClick(hand.find(f"{NAME}.first", QPushButton), LEFT)
    assert hand.window.stage.page.current_path == "meta.period"


def test_a_path_of_a_month_leads_to_its_cell(open_plan):
    hand = open_plan(small())
    hand.window.go_to("business")
    hand.window.guide.show_path(month(MAIL, 3))
    view = view_of(hand)
    assert view.currentIndex() == view.budget.index_of(month(MAIL, 3))


def test_sums_and_all_together_stay_in_sight_when_months_are_scrolled(open_plan):
    plan = paths.put(small(), "meta.period", ["2027-01", "2029-12"])
    hand = open_plan(plan)
    view, sums = view_of(hand), view_of(hand, f"{NAME}.sums")
    below = view_of(hand, f"{NAME}.together")
    view.setCurrentIndex(view.budget.index_of(month(ADS, 12, 2029)))
    QApplication.processEvents()
    assert view.horizontalScrollBar().value() > 0
    assert below.horizontalScrollBar().value() == view.horizontalScrollBar().value()
    for other in (view, below):
        rect = other.visualRect(view.budget.index(view.budget.rowCount() - 1, 35))
        assert rect.right() <= view.viewport().width()
    last = sums.visualRect(view.budget.index_of(f"{ADS}.budget"))
    assert sums.viewport().rect().contains(last)
    assert sums.mapTo(hand.window, QPoint(0, 0)).x() < hand.window.width()


def test_rows_that_come_and_go_leave_the_current_cell(grid):
    hand, view = grid
    view.setCurrentIndex(view.budget.index_of(month(MAIL, 3)))
    hand.window.session.set(f"{ADS}.status", "rejected")
    settle()
    assert view.currentIndex() == view.budget.index_of(month(MAIL, 3))
    assert row_of(view, "together")[-1] == "300"


@pytest.mark.parametrize("tokens", [theme.LIGHT, theme.DARK, theme.CONTRAST])
def test_cells_look_as_qt_itself_would_paint_them(grid, monkeypatch, tokens):
    _, view = grid
    monkeypatch.setattr(theme, "tokens", lambda: tokens)
    view.setCurrentIndex(view.budget.index_of(month(ADS, 2)))
    ours = view.viewport().grab().toImage()
    monkeypatch.setattr(cells, "_paint_amount", CellDelegate.paint.__get__(view.cells))
    assert view.viewport().grab().toImage() == ours


def test_a_sum_follows_what_changes_in_its_group_and_in_the_other(grid):
    hand, view = grid
    session = hand.window.session
    assert [row_of(view, key)[-1] for key in (CHANNELS, LINES, "together")] == [
        "1,100",
        "200",
        "1,300",
    ]
    session.set(f"{TOOLS}.quantity", 6)
    settle()
    # 6 × 50; the channels stay as they were.
    assert [row_of(view, key)[-1] for key in (CHANNELS, LINES, "together")] == [
        "1,100",
        "300",
        "1,400",
    ]
    session.set(f"{MAIL}.budget", 150)
    session.set(f"{ADS}.status", "rejected")
    settle()
    assert [row_of(view, key)[-1] for key in (CHANNELS, LINES, "together")] == ["150", "300", "450"]


def test_another_currency_shows_its_own_smallest_unit(grid):
    hand, view = grid
    for number in range(1, 5):
        hand.window.session.set(month(MAIL, number), Decimal("33.30"))
    settle()
    assert row_of(view, MAIL)[:4] == ["33.30"] * 4
    hand.window.session.set("meta.currency", "JPY")
    settle()
    # ISO 4217: the yen has no smaller unit.
    assert row_of(view, MAIL)[:4] == ["33"] * 4


@pytest.mark.parametrize("width", [1024, 1111, 1440])
def test_no_month_is_cut_at_the_edge(open_plan, width):
    hand = open_plan(paths.put(small(), "meta.period", ["2027-01", "2029-12"]))
    hand.window.resize(width, 700)
    settle()
    view = view_of(hand)
    # The page and its bars take their widths one after the other.
    hand.qtbot.waitUntil(lambda: view.viewport().width() % view.columnWidth(0) == 0)
    below = view_of(hand, f"{NAME}.together")
    assert below.viewport().width() == view.viewport().width()
    for table in (view, below):
        assert table.verticalHeader().geometry().right() < table.viewport().x()
