"""The end of a card: what follows from its answers, as sentences, tables and pictures."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from planner.blocks import Chart, Table, plain
from planner.i18n import N_
from wizards.forms.context import Context
from wizards.forms.row import plain_label
from wizards.pictures.board import Board
from wizards.pictures.calendar_board import CalendarBoard
from wizards.pictures.frame import PictureFrame
from wizards.pictures.moves import Placing
from wizards.pictures.view import PictureView
from wizards.results.outcome import Mover, Outcome, Wanted
from wizards.results.results import Found
from wizards.results.table import ResultTable
from wizards.speaking import say


class OutcomePanel(QWidget):
    """Shows an outcome; what the answers do not allow yet is left out."""

    def __init__(self, context: Context, outcome: Outcome, name: str) -> None:
        super().__init__()
        self.setObjectName(f"outcome.{name}")
        self._context, self._outcome = context, outcome
        self._shown: dict[Wanted, QWidget] = {}
        self._found: Found | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self._head = plain_label(say(N_("What follows from this")), "eyebrow")
        self._column.addWidget(self._head)
        self._head.hide()
        self._until = plain_label(say(outcome.until) if outcome.until else "", "hint")
        self._column.addWidget(self._until)
        self._until.hide()
        context.results.add(self)
        self.destroyed.connect(_dropping(context, self))

    @property
    def wanted(self) -> tuple[Wanted, ...]:
        """What it shows; nothing while it is out of sight or up to date."""
        if not self.isVisible():
            return ()
        return self._outcome.wanted

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while it was not seen."""
        super().showEvent(event)
        if self._found is None or self._found.plan is not self._context.plan:
            self._context.results.ask()

    def take(self, found: Found) -> None:
        """Show what was found."""
        if self._found is not None and self._found.plan is found.plan:
            return
        self._found = found
        any_shown = any_seen = False
        for place, wanted in enumerate(self._outcome.wanted, 2):
            result = found.results[wanted]
            seen = bool(result)
            any_seen = any_seen or (seen and not wanted.told)
            any_shown = any_shown or seen
            if seen:
                self._show(wanted, result, place)
            elif wanted in self._shown:
                self._shown[wanted].hide()
        self._head.setVisible(any_shown)
        self._until.setVisible(bool(self._outcome.until) and not any_seen)

    def _show(self, wanted: Wanted, result: Any, place: int) -> None:
        widget = self._shown.get(wanted)
        if widget is None:
            widget = self._shown[wanted] = self._made(wanted, result)
            before = sum(1 for other in self._outcome.wanted[: place - 2] if other in self._shown)
            self._column.insertWidget(2 + before, widget)
        if isinstance(widget, PictureFrame):
            if isinstance(widget.view, Board):
                widget.view.moves = self._mover(wanted.name)[0](self._context, result)
            widget.show_chart(result)
        elif isinstance(widget, ResultTable):
            widget.show_table(result)
        elif isinstance(widget, QLabel):
            widget.setText(plain(result))
        widget.show()

    def _made(self, wanted: Wanted, result: Any) -> QWidget:
        if wanted.told:
            return plain_label("", "body")
        if isinstance(result, Table):
            return ResultTable()
        if not isinstance(result, Chart):
            raise TypeError(f"{wanted.name} is neither a table nor a chart")
        name = f"picture.{wanted.name}"
        moved = any(known == wanted.name for known, _, _ in self._outcome.movers)
        board = CalendarBoard if result.kind == "gantt" else Board
        view = board(name) if moved else PictureView(name)
        view.followed.connect(self._context.guide.show_path)
        if isinstance(view, Board):
            view.moved.connect(self._move)
        return PictureFrame(view, say(self._mover(wanted.name)[1]) if moved else "")

    def _mover(self, name: str) -> tuple[Mover, str]:
        return next((mover, hint) for known, mover, hint in self._outcome.movers if known == name)

    def _move(self, placing: Placing) -> None:
        session = self._context.session
        with session.step(N_("Move in the picture"), self):
            for path, value in placing.changes:
                session.set(path, value, self)


def _dropping(context: Context, panel: OutcomePanel) -> Callable[[], None]:
    return lambda: context.results.drop(panel)
