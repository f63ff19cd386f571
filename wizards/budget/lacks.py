"""Below the budget grid: what has to be answered before the split that brings most is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from planner.blocks import plain, sources_of
from planner.i18n import N_
from planner.model.plan import Plan
from wizards.forms.context import Context
from wizards.forms.row import plain_label
from wizards.results.outcome import Wanted
from wizards.results.results import Found
from wizards.speaking import say

_LACKS = Wanted("split-lacks", told=True)


class SplitLacks(QWidget):
    """A sentence and the way to the question; nothing where the split is there."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._taken: Plan | None = None
        self._path = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._label = plain_label("", "hint")
        self._label.setObjectName("grid.budget.lacks")
        column.addWidget(self._label)
        self._button = QPushButton(say(N_("Go there")))
        self._button.setObjectName("grid.budget.lacks.go")
        self._button.setProperty("quiet", True)
        self._button.clicked.connect(lambda: context.guide.show_asked(self._path))
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        self._label.hide()
        self._button.hide()
        results = context.results
        results.add(self)
        self.destroyed.connect(lambda: results.drop(self))

    @property
    def wanted(self) -> tuple[Wanted, ...]:
        """The sentence, where it is in sight and of an older plan."""
        outdated = self.isVisible() and self._taken is not self._context.plan
        return (_LACKS,) if outdated else ()

    def take(self, found: Found) -> None:
        """Show what is lacking, if anything is."""
        self._taken = found.plan
        text = found.results[_LACKS] or ()
        told = text if isinstance(text, tuple) else ()
        self._path = (sources_of(told) or ("",))[-1]
        self._label.setText(plain(told))
        self._label.setVisible(bool(told))
        self._button.setVisible(bool(told and self._path))

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while it was not seen."""
        super().showEvent(event)
        self._context.results.ask()
