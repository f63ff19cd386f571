"""The grid itself: letters by keys, by a menu, and by pasting; what each person answers for."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QSizePolicy, QVBoxLayout, QWidget

from planner.i18n import N_
from wizards import theme
from wizards.announcing import announce
from wizards.forms import clipboard
from wizards.forms.cards import SpecialGrid
from wizards.forms.context import Context
from wizards.forms.empty import NoCells
from wizards.forms.grid import GridView
from wizards.forms.row import plain_label
from wizards.forms.table import TableView
from wizards.forms.table_acts import TableActs
from wizards.forms.table_menu import add_act
from wizards.forms.table_model import Index
from wizards.raci.model import RaciModel
from wizards.raci.parts import (
    CAMPAIGNS,
    CELLS,
    LETTERS,
    TASKS,
    WORDS,
    RaciSource,
    answered_by,
    is_work,
    read_letters,
    spoken,
    with_letter,
    works_of,
)
from wizards.speaking import say, say_count

NAME = "grid.raci"
_OPENS = (Qt.Key.Key_Space, Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CHORDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class RaciView(TableView):
    """A key a letter; a click, Enter or Space opens a menu of the letters."""

    def __init__(self, model: RaciModel) -> None:
        super().__init__(model, NAME, say(N_("Who does what")))
        self.raci = model
        self.acts = _Acts(self)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the letters."""
        letter = event.text().upper()
        if letter and letter in LETTERS and not event.modifiers() & _CHORDS:
            self.press(letter)
        elif event.key() in _OPENS and not event.modifiers() & _CHORDS:
            self.open_letters(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def press(self, letter: str) -> None:
        """Give the current cell a letter, or take it away where it is there."""
        index = self.currentIndex()
        if not self.raci.path(index):
            return
        self.raci.setData(index, with_letter(self.raci.letters(index), letter))
        announce(self, spoken(self.raci.letters(index)) or "–")

    def open_letters(self, index: Index) -> None:
        """Open the menu of letters below a cell."""
        if not self.raci.path(index):
            return
        self.setCurrentIndex(index)
        self.cells.started.emit(self.raci.path(index))
        self.menu_of_letters(index).popup(
            self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        )

    def menu_of_letters(self, index: Index) -> QMenu:
        """What a person can be in a task or campaign."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setObjectName("menu.raci")
        there = self.raci.letters(index)
        for letter in LETTERS:
            words = f"{letter} – {say(WORDS[letter])}"
            act = add_act(menu, letter, words, letter, partial(self.press, letter))
            act.setCheckable(True)
            act.setChecked(letter in there)
        menu.addSeparator()
        nothing = add_act(menu, "none", say(N_("Nothing")), "Del", self.acts.empty)
        nothing.setEnabled(bool(there))
        return menu

    def _clicked(self, index: Index) -> None:
        if self._pressed_with == Qt.KeyboardModifier.NoModifier:
            self.open_letters(index)


class _Acts(TableActs):
    """Copies and pastes letters."""

    def __init__(self, view: RaciView) -> None:
        super().__init__(view)
        self._raci, self._model = view, view.raci

    def paste(self, *, as_new: bool = False) -> None:
        """Put letters in from the current cell on; what is no letter is left out, and told."""
        del as_new
        copied = clipboard.on_clipboard()
        rows = copied.rows[1:] if copied.headed else copied.rows
        start = self._raci.currentIndex()
        if not rows or not start.isValid():
            return
        first = 0 if copied.columns else start.column()
        model, bad = self._model, 0
        label = say_count(N_("Paste {count} row"), N_("Paste {count} rows"), len(rows))
        with self._context.session.step(label, origin=self):
            # Headings between the rows take no row of what is pasted.
            numbers = range(start.row(), model.rowCount())
            below = (n for n in numbers if is_work(model.rows[n].key))
            for row, texts in zip(below, rows, strict=False):
                for across, text in enumerate(texts):
                    index = model.index(row, first + across)
                    if not model.path(index):
                        continue
                    if read_letters(text) is None:
                        bad += 1
                    else:
                        model.take(index, text)
        model.refresh()
        if bad:
            one, many = N_("{count} cell has no letter."), N_("{count} cells have no letter.")
            self._context.speaker.tell(say_count(one, many, bad), "warn")

    def _text(self, row: int, column: int) -> str:
        index = self._model.index(row, column)
        return str(index.data() or "")


class Totals(QWidget):
    """For how many tasks and campaigns each person answers, below that person's column."""

    def __init__(self, view: RaciView) -> None:
        super().__init__()
        self.setObjectName(f"{NAME}.totals")
        self._view = view
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        view.raci.dataChanged.connect(self._refresh)
        view.raci.modelReset.connect(self._refresh)
        view.horizontalHeader().sectionResized.connect(self.update)
        view.horizontalScrollBar().valueChanged.connect(self.update)
        self._refresh()

    @property
    def counts(self) -> list[int]:
        """The counts, in the order of the columns."""
        plan = self._view.raci.context.plan
        return [answered_by(plan, who.id) for who in plan.promotion.people]

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words below the names of the rows, then the counts."""
        del event
        painter, now, view = QPainter(self), theme.tokens(), self._view
        painter.setPen(QColor(now.ink2))
        left, side = view.frameWidth(), Qt.AlignmentFlag
        lead = QRect(left + 8, 0, view.columnWidth(0) - 12, self.height())
        painter.setFont(theme.font(9.5))
        painter.drawText(lead, side.AlignLeft | side.AlignVCenter, say(N_("answers for")))
        painter.setFont(theme.font(strong=True))
        clip = QRect(left + view.columnWidth(0), 0, view.viewport().width(), self.height())
        painter.setClipRect(clip)
        for number, count in enumerate(self.counts, view.raci.lead):
            x = left + view.columnViewportPosition(number)
            cell = QRect(x, 0, view.columnWidth(number), self.height())
            painter.drawText(cell, side.AlignCenter, str(count))

    def _refresh(self) -> None:
        self.setFixedHeight(theme.pixels(26))
        people = self._view.raci.context.plan.promotion.people
        named = zip(people, self.counts, strict=True)
        words = "; ".join(f"{who.name or who.id}: {count}" for who, count in named)
        both = any(row.key.startswith(CAMPAIGNS) for row in self._view.raci.rows)
        message = N_("Answers for so many tasks and campaigns: {words}")
        self.setAccessibleName(
            say(message if both else N_("Answers for so many tasks: {words}"), words=words)
        )
        self.update()


def _made(context: Context) -> GridView:
    view = RaciView(RaciModel(context))
    around = QWidget()
    column = QVBoxLayout(around)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(view)
    column.addWidget(Totals(view))
    keys = N_("Press R, A, C or I in a cell, or click it. The same letter again takes it away.")
    column.addWidget(plain_label(say(keys), "hint"))
    told = say(N_("Name a task and the people who work on it first."))
    return GridView(context, view, NoCells(context, NAME, told, partial(_first, context)), around)


def _first(context: Context) -> str:
    """The path of what has to be named first."""
    return "promotion.people" if any(works_of(context.plan)) else TASKS


RACI = SpecialGrid(NAME, CELLS, RaciSource(), _made)
