"""One question of a page: the question, why it matters, the field, and what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from planner import paths
from planner.i18n import N_
from wizards import theme
from wizards.forms.binder import Binder
from wizards.forms.binding import bound
from wizards.forms.context import Context
from wizards.forms.entries import LineEntry, TextEntry
from wizards.speaking import say

_READABLE = 760
"""The widest field in pixels at 100 % text size: longer lines are hard to read."""
_ENDLESS = 10_000
"""Pixels above which a widget's greatest width is none."""


class FieldRow(QWidget):
    """A question with its field. The error label is named `<path>.error`."""

    def __init__(self, context: Context, path: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._context = context
        place = paths.place(path)
        ask = place.field.ask
        assert ask is not None
        question = say(ask.question)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        heading = plain_label(question, "question")
        column.addWidget(heading)
        if ask.why:
            column.addWidget(plain_label(say(ask.why), "why"))
        column.addSpacing(6)
        self.binder: Binder = bound(context, path, question)
        heading.setBuddy(self.binder.focus_widget)
        column.addLayout(self._field(ask.evidence))
        self._error = plain_label("", "error")
        self._error.setObjectName(f"{path}.error")
        self._error.hide()
        column.addWidget(self._error)
        self._offer_sources()
        self.binder.wrong.connect(self._say)
        self.binder.entered.connect(self._entered)
        self.binder.refresh()
        self.binder.restore()

    @property
    def is_open(self) -> bool:
        """Whether the question has no answer yet and none is assumed."""
        ask = self.binder.place.field.ask
        if ask is not None and ask.default is not None:
            return False
        try:
            return paths.is_empty(self.binder.value())
        except paths.BadPath:
            return False

    def refresh(self) -> None:
        """Show what stands in the plan."""
        self.binder.refresh()

    def _field(self, evidence: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        widget = self.binder.widget
        limited = widget.maximumWidth() < _ENDLESS
        if not limited:
            widget.setMaximumWidth(theme.pixels(_READABLE))
        row.addWidget(widget, 0 if limited else 1)
        if evidence:
            source = QPushButton(say(N_("Source")))
            source.setObjectName(f"{self.path}.source")
            source.setProperty("quiet", True)
            source.setAccessibleName(f"{say(N_('Source for'))}: {self.binder.name}")
            source.setToolTip(
                say(N_("Where this comes from: without a source it prints as an assumption."))
            )
            source.clicked.connect(self._show_sources)
            row.addWidget(source, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1 if limited else 0)
        return row

    def _offer_sources(self) -> None:
        """Offer the ledger in the menu of whatever edits the answer."""
        sources = QAction(say(N_("Sources of this answer")), self)
        sources.setObjectName(f"{self.path}.sources")
        sources.triggered.connect(self._show_sources)
        entries: list[QWidget] = [
            *self.binder.widget.findChildren(LineEntry),
            *self.binder.widget.findChildren(TextEntry),
        ]
        if isinstance(self.binder.widget, (LineEntry, TextEntry)):
            entries.append(self.binder.widget)
        for entry in entries:
            entry.addAction(sources)
        if not entries:
            self.binder.widget.addAction(sources)
            self.binder.widget.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _show_sources(self) -> None:
        self._context.guide.show_sources(self.path)

    def _entered(self) -> None:
        self._context.guide.explain(self.path)

    def _say(self, sentence: str) -> None:
        self._context.wrongs.say(self.path, sentence)
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        widget = self.binder.focus_widget
        if bool(widget.property("wrong")) != bool(sentence):
            widget.setProperty("wrong", bool(sentence))
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        widget.setAccessibleDescription(sentence)


def plain_label(text: str, role: str) -> QLabel:
    """A label in one of the stylesheet's roles that shows its text as it is, wrapped."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    return label
