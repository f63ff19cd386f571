"""Copying rows out of tables and pasting rows of spreadsheets into them."""

import json
import os
import subprocess
import sys
import time
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from planner import paths
from planner.i18n import LANGUAGES
from planner.model.kinds import Integer, Money, Number, Share
from planner.model.nodes import declared
from planner.model.plan import Plan
from tests.plans import sample
from tests.wizards.acting import CTRL, KEY
from tests.wizards.test_many_rows import (
    NAMES,
    OFFERINGS,
    choose_rows,
    chosen,
    column_of,
    entry,
    go_to,
    menu_of,
    names,
)
from wizards import speaking
from wizards.forms import clipboard
from wizards.forms.cell_texts import text_of
from wizards.forms.choosing import shape_of
from wizards.forms.rows import Keyed, Members
from wizards.forms.table import TableView
from wizards.forms.table_model import TableModel
from wizards.forms.wording import typed

SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def lay(text):
    """Put a text on the clipboard as another program does."""
    QApplication.clipboard().setText(text)


def paste(hand, view, text, modifier=CTRL):
    lay(text)
    view.setFocus()
    hand.qtbot.keyClick(view, KEY.Key_V, modifier)


def copied(hand, view, modifier=CTRL):
    view.setFocus()
    hand.qtbot.keyClick(view, KEY.Key_C, modifier)
    return QApplication.clipboard().text()


@pytest.fixture
def view(hand):
    hand.window.session.set(OFFERINGS, [{"name": name, "price": "5"} for name in NAMES[:3]])
    hand.window.go_to("business")
    view = hand.table(OFFERINGS)
    go_to(hand, view, 1)
    return view


def offering(hand, number):
    return hand.plan.business.offerings[number]


# What spreadsheets write: Excel ends lines by CR LF and quotes cells with tabs, line ends or
# quotes, which it doubles; LibreOffice does the same with LF.


def test_cells_of_a_spreadsheet_land_from_the_current_cell(hand, view):
    paste(hand, view, "Massage\tsession\t1,200.50\t7\t54%\r\n")
    put = offering(hand, 1)
    assert (put.name, put.unit, put.price) == ("Massage", "session", Decimal("1200.50"))
    assert (put.unit_cost, put.share_of_revenue) == (7, 0.54)
    assert names(hand) == ["Gold", "Massage", "Bronze"]


def test_to_the_right_and_down_leaves_what_is_left_of_it(hand, view):
    go_to(hand, view, 0, column_of(view, "price"))
    paste(hand, view, "1\t2\n3\t4\n")
    found = [(one.name, one.price, one.unit_cost) for one in hand.plan.business.offerings]
    assert found == [("Gold", 1, 2), ("Silver", 3, 4), ("Bronze", 5, None)]


def test_quoted_cells_are_read_as_spreadsheets_write_them(hand, view):
    paste(hand, view, 'a\t"two\nlines"\r\n"say ""hi"""\t"a\tb"\r\n')
    assert names(hand) == ["Gold", "a", 'say "hi"']
    # A field of one line joins what was two.
    assert [offering(hand, n).unit for n in (1, 2)] == ["two lines", "a b"]


def test_rows_beyond_the_end_are_new_and_all_is_one_step(hand, view):
    before = hand.plan
    go_to(hand, view, 2)
    paste(hand, view, "A\r\nB\r\nC\r\n")
    session = hand.window.session
    assert names(hand) == ["Gold", "Silver", "A", "B", "C"]
    assert [one.id for one in hand.plan.business.offerings][3:] == ["b", "c"]
    assert (session.undo_label, chosen(view)) == ("Paste 3 rows", ["A", "B", "C"])
    go_to(hand, view, 0)
    session.undo()
    assert (hand.plan, chosen(view)) == (before, ["Bronze"])
    session.redo()
    assert chosen(view) == ["A", "B", "C"]


def test_empty_cells_empty_and_missing_cells_leave(hand, view):
    go_to(hand, view, 0)
    paste(hand, view, "A\t\t\r\nB\r\n")
    assert [one.price for one in hand.plan.business.offerings] == [None, 5, 5]


def test_headings_say_which_columns_in_any_order(hand, view):
    paste(hand, view, "PRICE\tOffering\r\n9\tMassage\r\n8\tRehab\r\n")
    found = [(one.name, one.price) for one in hand.plan.business.offerings]
    assert found == [("Gold", 5), ("Massage", 9), ("Rehab", 8)]


def test_columns_without_a_place_are_said(hand, view):
    paste(hand, view, "Price\tOffering\tColour\r\n9\tMassage\tred\r\n")
    assert offering(hand, 1).name == "Massage"
    assert hand.window.bar.text == "1 column has no place in this table."


def test_hidden_columns_are_only_overwritten_by_their_heading(hand, view):
    view.show_columns(2)
    paste(hand, view, "A\tpiece\t77\r\n")
    assert (offering(hand, 1).unit, offering(hand, 1).price) == ("piece", 5)
    assert hand.window.bar.text == (
        "1 column has no place in this table. "
        "Columns that are not shown are filled by their headings."
    )
    paste(hand, view, "Offering\tPrice\r\nA\t77\r\n")
    assert offering(hand, 1).price == 77


def test_what_cannot_be_read_stays_visible_and_is_said_once(hand, view):
    before = hand.plan
    go_to(hand, view, 0, column_of(view, "price"))
    text = "dear\t1\r\n-4\t2\r\n"
    paste(hand, view, text)
    assert [one.price for one in hand.plan.business.offerings] == [5, 5, 5]
    assert [one.unit_cost for one in hand.plan.business.offerings] == [1, 2, None]
    column = column_of(view, "price")
    assert [view.model().index(row, column).data() for row in range(3)] == ["dear", "-4", "5"]
    assert "“dear” is not an amount" in hand.error(f"{OFFERINGS}[gold].price")
    assert hand.window.bar.text == (
        "2 cells could not be read and keep their old values: Gold: Price; Silver: Price."
    )
    assert QApplication.clipboard().text() == text
    hand.window.session.undo()
    assert hand.plan is before
    assert [view.model().index(row, column).data() for row in range(3)] == ["5", "5", "5"]
    assert hand.error(f"{OFFERINGS}[gold].price") == ""
    hand.window.session.redo()
    assert view.model().index(0, column).data() == "dear"


def test_the_old_value_is_kept_by_the_menu(hand, view):
    column = column_of(view, "price")
    go_to(hand, view, 0, column)
    paste(hand, view, "dear\r\nmore\r\n")
    menu = menu_of(hand, view, 0, column)
    entry(menu, "keep").trigger()
    menu.close()
    assert [view.model().index(row, column).data() for row in range(2)] == ["5", "5"]
    assert hand.error(f"{OFFERINGS}[gold].price") == ""


def test_of_many_bad_cells_a_few_are_explained(hand, view):
    go_to(hand, view, 0, column_of(view, "price"))
    paste(hand, view, "dear\r\n" * 30)

    def texts():
        labels = hand.window.stage.page.findChildren(QLabel)
        return [label.text() for label in labels if not label.isHidden()]

    hand.qtbot.waitUntil(lambda: "22 more cells are marked." in texts())
    assert sum("Price: “dear” is not an amount" in text for text in texts()) == 8
    assert hand.window.bar.text.startswith(
        "30 cells could not be read and keep their old values: "
        "Gold: Price; Silver: Price; Bronze: Price …."
    )


def test_choices_yes_and_no_are_read_by_their_words(hand):
    session = hand.window.session
    session.set("meta.depth", "standard")
    session.set("business.constraints", [{"name": "Rent"}, {"name": "Law"}])
    hand.window.go_to("business")
    view = hand.table("business.constraints")
    words = paths.place("business.constraints[*].kind").kind.choices
    go_to(hand, view, 0)
    paste(hand, view, f"Rent\t{words[0].upper()}\tYes\nLaw\t{words[1]}\tFALSE\n")
    found = [(one.kind, one.firm) for one in hand.plan.business.constraints]
    assert found == [(words[0], True), (words[1], False)]


def test_references_are_read_by_names(hand):
    session = hand.window.session
    session.set("segments.items", [{"name": "Desk workers"}, {"name": "Runners"}])
    session.set("audience.personas", [{"name": "Ana"}, {"name": "Ion"}])
    hand.window.go_to("audience")
    view = hand.table("audience.personas")
    go_to(hand, view, 0)
    paste(hand, view, "Ana\tdesk workers\nIon\tNobody\n")
    found = [one.segment for one in hand.plan.audience.personas]
    assert found == ["desk-workers", None]
    assert "Nothing to choose is called “Nobody”." in hand.error("audience.personas[ion].segment")


def test_two_of_one_name_are_not_guessed_between(hand):
    session = hand.window.session
    session.set("segments.items", [{"name": "Runners"}, {"name": "runners"}])
    session.set("audience.personas", [{"name": "Ana"}])
    hand.window.go_to("audience")
    view = hand.table("audience.personas")
    go_to(hand, view, 0)
    paste(hand, view, "Ana\tRunners\n")
    assert hand.plan.audience.personas[0].segment is None
    assert "Several are called “Runners”." in hand.error("audience.personas[ana].segment")


def test_what_stands_there_already_is_not_guessed_anew(hand):
    session = hand.window.session
    session.set("segments.items", [{"name": "Runners"}, {"name": "Runners"}])
    second = hand.plan.segments.items[1].id
    session.set("audience.personas", [{"name": "Ana", "segment": second}])
    hand.window.go_to("audience")
    view = hand.table("audience.personas")
    go_to(hand, view, 0)
    before = hand.plan
    copied(hand, view)
    hand.qtbot.keyClick(view, KEY.Key_V, CTRL)
    assert hand.plan is before
    assert not hand.error("audience.personas[ana].segment")


def test_a_unit_that_comes_with_the_row_counts(hand):
    """Percent is a share where the pasted metric is measured in percent; dates are dates."""
    from planner.analysis.feeding.measures import UNITS

    metric = next(word for word, unit in UNITS.items() if unit == "percent")
    hand.window.session.set("business.goals", [{"name": "Old"}])
    hand.window.go_to("business")
    view = hand.table("business.goals")
    go_to(hand, view, 0)
    headings = "Target\tBaseline\tMetric\tGoal\tDate\n"
    paste(hand, view, f"{headings}12.5 %\t10%\t{metric}\tShare\t2027-12-31\n", CTRL | SHIFT)
    goal = hand.plan.business.goals[1]
    assert (goal.metric, goal.baseline, goal.target) == (metric, 0.1, 0.125)
    assert goal.date == date(2027, 12, 31)


def test_rows_of_a_keyed_table_cannot_grow(hand):
    hand.window.session.set("meta.depth", "standard")
    hand.window.go_to("promotion")
    hand.window.stage.page.reveal("promotion.seasonality[11].weight")
    view = hand.table("promotion.seasonality")
    go_to(hand, view, 10, 1)
    paste(hand, view, "1\n2\n3\n4\n")
    assert [(one.id, one.weight) for one in hand.plan.promotion.seasonality] == [
        ("11", 1.0),
        ("12", 2.0),
    ]
    assert hand.window.bar.text == "2 rows did not fit."


def test_named_rows_are_found_by_their_names_under_headings(hand):
    hand.window.session.set("meta.depth", "standard")
    hand.window.go_to("promotion")
    hand.window.stage.page.reveal("promotion.seasonality[01].weight")
    view = hand.table("promotion.seasonality")
    go_to(hand, view, 0)
    paste(hand, view, "Weight\tMonth\r\n3\tMarch\r\n5\tMay\r\n1\tYuletide\r\n")
    found = {one.id: one.weight for one in hand.plan.promotion.seasonality}
    assert found == {"03": 3.0, "05": 5.0}
    assert hand.window.bar.text == "1 row did not fit."


@pytest.fixture
def ratings(hand):
    session = hand.window.session
    session.set("competitors.success_factors", [{"name": "Price"}, {"name": "Speed"}])
    session.set("competitors.items", [{"name": "Acme"}])
    hand.window.go_to("competitors")
    hand.window.stage.page.reveal("competitors.own.ratings[price].score")
    view = hand.table("grid.ratings")
    go_to(hand, view, 0, 1)
    return view


def test_a_grid_is_filled_and_taken_back_in_one_step(hand, ratings):
    before = hand.plan
    paste(hand, ratings, "3\t4\r\n5\t2\r\n")
    rivals = hand.plan.competitors
    assert [(one.id, one.score) for one in rivals.own.ratings] == [("price", 3), ("speed", 5)]
    assert [(one.id, one.score) for one in rivals.items[0].ratings] == [("price", 4), ("speed", 2)]
    assert hand.window.session.undo_label == "Paste 2 rows"
    hand.window.session.undo()
    assert hand.plan is before


def test_a_grid_copies_with_names_and_headings(hand, ratings):
    paste(hand, ratings, "3\t4\r\n5\t2\r\n")
    hand.qtbot.keyClick(ratings, KEY.Key_A, CTRL)
    text = copied(hand, ratings, CTRL | SHIFT)
    assert text == "Success factor\tOurselves\tAcme\r\nPrice\t3\t4\r\nSpeed\t5\t2\r\n"
    before = hand.plan
    lay(text.replace("Price\t3", "Price\t1"))
    hand.qtbot.keyClick(ratings, KEY.Key_V, CTRL)
    assert hand.plan.competitors.own.ratings[0].score == 1
    assert hand.plan.competitors.items == before.competitors.items


def test_rows_are_pasted_into_an_empty_table_by_its_button(hand):
    hand.window.go_to("business")
    button = hand.find(f"{OFFERINGS}.add")
    button.setFocus()
    lay("Massage\tsession\nRehab\tpackage\n")
    hand.qtbot.keyClick(button, KEY.Key_V, CTRL)
    assert names(hand) == ["Massage", "Rehab"]
    assert chosen(hand.table(OFFERINGS)) == ["Massage", "Rehab"]


def empty_hint(hand):
    from wizards.forms.empty import EmptyTable

    shown = hand.window.stage.page.findChildren(EmptyTable)
    return next(w for w in shown if not w.isHidden() and w._table.objectName() == OFFERINGS)


def test_an_empty_table_says_so_and_takes_rows_where_it_is(hand):
    hand.window.go_to("business")
    hint = empty_hint(hand)
    assert "Rows of a spreadsheet can be pasted here: Ctrl+V." in hint.text()
    lay("Massage\n")
    hand.qtbot.mouseClick(hint, LEFT)
    hand.qtbot.keyClick(hint, KEY.Key_V, CTRL)
    assert names(hand) == ["Massage"]


def test_the_menu_of_an_empty_table_pastes(hand):
    hand.window.go_to("business")
    hint = empty_hint(hand)
    lay("Massage\n")
    place = hint.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, hint.mapToGlobal(place))
    QCoreApplication.sendEvent(hint, event)
    menu = hint.parentWidget().findChild(QMenu, "menu.empty")
    next(a for a in menu.actions() if a.objectName() == "menu.empty.paste").trigger()
    menu.close()
    assert names(hand) == ["Massage"]


def test_the_adding_button_pastes_at_the_end(hand, view):
    button = hand.find(f"{OFFERINGS}.add")
    button.setFocus()
    lay("Massage\n")
    hand.qtbot.keyClick(button, KEY.Key_V, CTRL)
    assert names(hand) == ["Gold", "Silver", "Bronze", "Massage"]


def test_copied_rows_come_back_wherever_the_cursor_stands(hand, view):
    choose_rows(hand, view, 0, 1, column_of(view, "price"))
    before = hand.plan
    copied(hand, view)
    hand.qtbot.keyClick(view, KEY.Key_V, CTRL)
    assert hand.plan is before
    hand.qtbot.keyClick(view, KEY.Key_V, CTRL | SHIFT)
    found = [(one.name, one.price) for one in hand.plan.business.offerings]
    assert found[3:] == [("Gold", 5), ("Silver", 5)]


def test_cut_rows_go_and_come_back_as_new_rows(hand, view):
    choose_rows(hand, view, 0, 1)
    hand.qtbot.keyClick(view, KEY.Key_X, CTRL)
    assert names(hand) == ["Bronze"]
    hand.qtbot.keyClick(view, KEY.Key_V, CTRL | SHIFT)
    assert names(hand) == ["Bronze", "Gold", "Silver"]


def test_cutting_says_what_the_clipboard_does_not_hold(hand, view):
    hand.window.session.set(f"{OFFERINGS}[gold].role", "launch")
    go_to(hand, view, 0)
    hand.qtbot.keyClick(view, KEY.Key_X, CTRL)
    assert "Only what the table shows is on the clipboard" in hand.window.bar.text


def test_a_field_being_edited_keeps_its_own_clipboard(hand, view):
    go_to(hand, view, 1)
    path = view.current_path
    hand.qtbot.keyClick(view, KEY.Key_F2)
    editor = hand.find(path)
    lay("A\tB")
    hand.qtbot.keyClick(editor, KEY.Key_V, CTRL)
    assert names(hand) == ["Gold", "Silver", "Bronze"]
    assert editor.text() == "A\tB"
    hand.qtbot.keyClick(editor, KEY.Key_Escape)
    hand.gone(view, path)


class Cells(HTMLParser):
    """The cells of an HTML table, as a spreadsheet takes them in, with those marked as texts."""

    def __init__(self, text):
        super().__init__()
        self.rows, self.texts, self._inside = [], [], False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self._inside = True
            self.rows[-1].append("")
            if "mso-number-format:'\\@'" in (dict(attrs).get("style") or ""):
                self.texts.append((len(self.rows) - 1, len(self.rows[-1]) - 1))
        elif tag == "br":
            self.rows[-1][-1] += "\n"

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self._inside = False

    def handle_data(self, data):
        if self._inside:
            self.rows[-1][-1] += data


def test_rows_are_copied_for_spreadsheets(hand, view):
    session = hand.window.session
    session.set(f"{OFFERINGS}[gold]", {
        "id": "gold", "name": '=1+1 "x" <b>', "price": "12000.50", "share_of_revenue": 0.125,
    })  # fmt: skip
    go_to(hand, view, 0)
    assert copied(hand, view) == '"=1+1 ""x"" <b>"\t\t12000.50\t\t12.5%\r\n'
    html = Cells(QApplication.clipboard().mimeData().html())
    assert html.rows == [['=1+1 "x" <b>', "", "12000.50", "", "12.5%"]]
    assert html.texts == [(0, 0), (0, 1)]


languages = st.sampled_from(LANGUAGES)


@pytest.fixture
def _english_again():
    yield
    speaking.speak("en")


@given(languages, st.decimals(0, 10**9, places=4), st.integers(-(10**9), 10**9), st.floats(0, 1))
def test_figures_are_copied_without_groups_and_come_back(language, amount, whole, share):
    speaking.speak(language)
    try:
        for kind, value in ((Money(), amount), (Integer(), whole), (Share(), share)):
            text = text_of(kind, value, Plan(), "")
            assert not set(text) - set("-0123456789.,%")
            assert typed(kind, text) == value
        assert text_of(Number(), 1234567.5, Plan(), "") in ("1234567.5", "1234567,5")
    finally:
        speaking.speak("en")


cells = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=12)


@given(st.lists(st.lists(cells, min_size=2, max_size=4).map(tuple), min_size=1, max_size=5))
def test_tabbed_text_holds_every_cell(rows):
    rows[-1] = ("end", *rows[-1])
    assert clipboard.from_tabbed(clipboard.as_tabbed(rows)) == tuple(rows)


def test_only_blank_lines_at_the_end_are_no_rows():
    assert clipboard.from_tabbed("a\r\n\r\nb\r\n\r\n") == (("a",), (), ("b",))


def collections(node, path=""):
    """Every collection of a plan with its path."""
    for name, field in declared(type(node)).items():
        here = f"{path}.{name}" if path else name
        value = getattr(node, name)
        if field.is_collection:
            yield here, field
            for member in value:
                yield from collections(member, f"{here}[{member.id}]")
        elif field.node is not None and not field.is_estimate:
            yield from collections(value, here)


def test_every_table_of_the_sample_copies_and_comes_back_the_same(hand):
    """Copied whole and pasted over itself, and read without what this program notes of its own."""
    session = hand.window.session
    session.replace(paths.put(sample(), "meta.depth", "thorough"), "Open")
    context = hand.window.desk.context
    before, tables = session.plan, 0
    for path, field in collections(before):
        columns = shape_of(context, field).columns
        keyed = field.many.keyed_by
        model = TableModel(
            context, Keyed(path, keyed, columns) if keyed else Members(path, columns)
        )
        if not model.rows or not columns:
            continue
        view = TableView(model, path, path)
        tables += 1
        view.selectAll()
        view.acts.copy()
        view.acts.paste()
        assert session.plan is before, path
        lay(QApplication.clipboard().text())
        view.setCurrentIndex(model.index(0, 0))
        view.acts.paste()
        assert session.plan is before, path
        assert not context.drafts, path
        view.deleteLater()
    assert tables > 100


def test_a_thousand_rows_take_less_than_two_seconds(hand, view):
    hand.window.session.set("meta.depth", "thorough")
    view = hand.table(OFFERINGS)
    go_to(hand, view, 0)
    lines = (f"Offer {n}\tpiece\t{n}.50\t{n}\t{n / 1000:.1%}\tspare\r\n" for n in range(1000))
    lay("".join(lines))
    start = time.process_time()
    hand.qtbot.keyClick(view, KEY.Key_V, CTRL)
    took = time.process_time() - start
    last = offering(hand, 999)
    assert (last.name, last.price, last.share_of_revenue) == ("Offer 999", Decimal("999.50"), 0.999)
    assert took < 2


def test_a_broken_note_of_the_own_format_is_passed_over(hand, view):
    from PySide6.QtCore import QMimeData

    data = QMimeData()
    data.setText("Massage")
    data.setData(clipboard.OWN_FORMAT, json.dumps({"table": 1}).encode())
    QApplication.clipboard().setMimeData(data)
    hand.qtbot.keyClick(view, KEY.Key_V, CTRL)
    assert names(hand) == ["Gold", "Massage", "Bronze"]


def test_the_program_ends_well_with_rows_on_the_clipboard():
    program = (
        "from PySide6.QtCore import QTimer\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from wizards.forms.clipboard import Copied, put_on_clipboard\n"
        "app = QApplication([])\n"
        "put_on_clipboard(Copied((('a', 'b'),)))\n"
        "QTimer.singleShot(0, app.quit)\n"
        "app.exec()\n"
        "assert app.clipboard().text() == 'a\\tb\\r\\n', app.clipboard().text()\n"
    )
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60, env=env)
