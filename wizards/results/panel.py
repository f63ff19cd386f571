"""The end of a card: what follows from its answers, as sentences, tables and pictures."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from planner.blocks import Chart, ListBlock, Table, Text, plain
from planner.i18n import N_
from planner.model.plan import Plan
from wizards.forms.context import Context
from wizards.forms.row import plain_label
from wizards.forms.wording import name_of
from wizards.pictures.board import Board
from wizards.pictures.calendar_board import CalendarBoard
from wizards.pictures.frame import PictureFrame
from wizards.pictures.moves import Placing
from wizards.pictures.view import PictureView
from wizards.results.choice import MemberChoice
from wizards.results.outcome import Act, Movable, Outcome, Wanted
from wizards.results.results import Found
from wizards.results.table import ResultTable
from wizards.speaking import say


class OutcomePanel(QWidget):
    """Shows an outcome; what the answers do not allow yet is left out.

    One of a member shows nothing before `turn_to` has said of which.
    """

    def __init__(
        self, context: Context, outcome: Outcome, name: str, *, of_member: bool = False
    ) -> None:
        super().__init__()
        self.setObjectName(f"outcome.{name}")
        self._context, self._outcome, self._name = context, outcome, name
        self._of_member, self._subject = of_member, ""
        self._shown: dict[int, QWidget] = {}
        self._found: tuple[Plan, str] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 10 if of_member else 0, 0, 0)
        self._column.setSpacing(16)
        self._choice = MemberChoice(f"outcome.{name}", outcome.about) if outcome.about else None
        if self._choice is not None:
            self._choice.chosen.connect(self.turn_to)
            self._column.addWidget(self._choice)
        self._head = plain_label(say(N_("What follows from this")), "eyebrow")
        self._column.addWidget(self._head)
        self._head.hide()
        self.setMinimumHeight(context.heights.get(name, 0))
        self._until = plain_label(say(outcome.until) if outcome.until else "", "hint")
        self._column.addWidget(self._until)
        self._until.hide()
        self._above = self._column.count()
        self._act = self._button()
        context.results.add(self)
        self.destroyed.connect(_dropping(context, self))

    @property
    def wanted(self) -> tuple[Wanted, ...]:
        """What it is to show anew; nothing while it is out of sight or there is no member."""
        if not self.isVisible() or (self._of_member and not self._subject):
            return ()
        if self._is_shown(self._context.plan):
            return ()
        return self._outcome.wanted(self._subject)

    def turn_to(self, subject: str) -> None:
        """Show the outcome of another member; of none where the path is empty."""
        if subject == self._subject:
            return
        self._subject = subject
        if subject or not self._of_member:
            self._context.results.ask()
            return
        self._found = None
        for part in (self._head, self._until, *self._shown.values()):
            part.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while it was not seen."""
        super().showEvent(event)
        if self._found is None or not self._is_shown(self._context.plan):
            self._context.results.ask()

    def take(self, found: Found) -> None:
        """Show what was found."""
        if self._is_shown(found.plan):
            return
        subject = self._subject
        if self._choice is not None:
            self._choice.show_members(found.plan, subject)
        if subject != self._subject:
            # It is to be shown for all, and that is worked out next.
            return
        self._found = (found.plan, subject)
        any_shown = any_seen = False
        for place, wanted in enumerate(self._outcome.wanted(self._subject)):
            result = found.results[wanted]
            seen = bool(result)
            any_seen = any_seen or (seen and not wanted.told)
            any_shown = any_shown or seen
            if seen:
                self._show(wanted, result, place)
            elif place in self._shown:
                self._shown[place].hide()
        self._head.setVisible(any_shown and not self._outcome.above)
        self._until.setVisible(bool(self._outcome.until) and not any_seen)
        if self._act is not None and self._outcome.act is not None:
            self._act.setVisible(bool(found.results[self._needed(self._outcome.act)]))
        self.setMinimumHeight(0)

    def hideEvent(self, event: QHideEvent) -> None:
        """Note how high it is, so that the page does not jump when it is opened again."""
        super().hideEvent(event)
        if self._found is not None:
            self._context.heights[self._name] = self.height()

    def _is_shown(self, plan: Plan) -> bool:
        """Whether what is shown is of a plan, and of the member that is chosen."""
        found = self._found
        return found is not None and found[0] is plan and found[1] == self._subject

    def _show(self, wanted: Wanted, result: Any, place: int) -> None:
        widget = self._shown.get(place)
        if widget is None:
            before = sum(1 for other in self._shown if other < place)
            widget = self._shown[place] = self._made(wanted, result)
            self._column.insertWidget(self._above + before, widget)
        if isinstance(widget, PictureFrame):
            movable = self._movable(wanted.name)
            if isinstance(widget.view, Board) and movable is not None:
                widget.view.moves = movable.mover(self._context, result)
            widget.show_chart(result)
        elif isinstance(widget, ResultTable):
            widget.show_table(result)
        elif isinstance(widget, QLabel):
            widget.setText(_words_of(result))
        widget.show()

    def _made(self, wanted: Wanted, result: Any) -> QWidget:
        if wanted.told or isinstance(result, ListBlock):
            return plain_label("", "body")
        if isinstance(result, Table):
            return ResultTable()
        if not isinstance(result, Chart):
            raise TypeError(f"{wanted.name} is neither a table nor a chart")
        name = f"picture.{wanted.name}"
        movable = self._movable(wanted.name)
        board = CalendarBoard if result.kind == "gantt" else Board
        view = board(name) if movable is not None else PictureView(name)
        view.followed.connect(self._context.guide.show_path)
        view.name_of = lambda path: name_of(self._context.plan, path)
        if isinstance(view, Board):
            view.moved.connect(partial(self._move, view))
        return PictureFrame(view, say(movable.hint) if movable is not None else "")

    def _needed(self, act: Act) -> Wanted:
        return Wanted(act.needs, subject=self._subject)

    def _button(self) -> QPushButton | None:
        act = self._outcome.act
        if act is None:
            return None
        button = QPushButton(say(act.words))
        button.setObjectName(f"outcome.{act.name}")
        button.clicked.connect(lambda: act.run(self._context))
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        button.hide()
        return button

    def _movable(self, name: str) -> Movable | None:
        movable = self._outcome.movable
        return movable if movable is not None and movable.name == name else None

    def _move(self, board: Board, placing: Placing) -> None:
        session = self._context.session
        before = session.plan
        with session.step(N_("Move in the picture"), self):
            for path, value in placing.changes:
                session.set(path, value, self)
        if session.plan is before:
            # Nothing new will be drawn.
            board.forget_landed()


def _words_of(result: ListBlock | Text) -> str:
    if isinstance(result, ListBlock):
        return "\n".join(f"•  {plain(item)}" for item in result.items)
    return plain(result)


def _dropping(context: Context, panel: OutcomePanel) -> Callable[[], None]:
    return lambda: context.results.drop(panel)
