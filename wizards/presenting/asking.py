"""One slide of the presenter view: whose it is, the question, why, and its field in large type."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtWidgets import QAbstractScrollArea, QVBoxLayout, QWidget

from planner import paths
from planner.i18n import N_
from planner.model.asking import Many
from planner.model.plan import Plan
from wizards.forms.binder import Binder
from wizards.forms.binding import bound
from wizards.forms.context import Context
from wizards.forms.row import plain_label
from wizards.panels.help import sample_answer
from wizards.presenting.large_table import LargeTable
from wizards.presenting.slides import Slide
from wizards.speaking import say

_ENDLESS = 10_000
"""Pixels above which a widget's greatest width is none."""
_SAMPLE_ROWS = 5
"""Members of the sample that are named for a table."""


class Asking(QWidget):
    """Asks what a slide is about by the same field or table as the form; `factor` enlarges it."""

    def __init__(self, context: Context, slide: Slide, factor: float) -> None:
        super().__init__()
        self.slide = slide
        self._context = context
        self._binder: Binder | None = None
        self._table: LargeTable | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        question, why = _words(slide)
        if slide.owner:
            column.addWidget(plain_label(slide.owner, "owner"))
        heading = plain_label(question, "question")
        column.addWidget(heading)
        if why:
            column.addWidget(plain_label(why, "why"))
        column.addSpacing(14)
        if slide.is_question:
            self._binder = bound(context, slide.path, question)
            _widen(self._binder.widget, factor)
            heading.setBuddy(self._binder.focus_widget)
            column.addWidget(self._binder.widget)
            self._error = plain_label("", "error")
            self._error.setObjectName(f"{slide.path}.error")
            self._error.hide()
            column.addWidget(self._error)
            self._binder.wrong.connect(self._say)
            self._binder.refresh()
            self._binder.restore()
        else:
            self._table = LargeTable(context, slide, factor)
            column.addWidget(self._table)
        self._sample = plain_label("", "sample")
        self._sample.setObjectName("presenter.sample")
        self._sample.hide()
        column.addSpacing(10)
        column.addWidget(self._sample)
        column.addStretch(1)

    @property
    def focus_widget(self) -> QWidget:
        """Where one types."""
        if self._binder is not None:
            return self._binder.focus_widget
        assert self._table is not None
        return self._table.focus_widget

    @property
    def current_path(self) -> str:
        """The path of the question, or of the current cell of the table."""
        if self._table is None:
            return self.slide.path
        return self._table.view.current_path or ("" if self._is_grid else self.slide.path)

    def show_path(self, path: str) -> None:
        """Go to the cell of a path, where it is one of the table."""
        if self._table is not None:
            self._table.show_path(path)

    def refresh(self) -> None:
        """Show what stands in the plan."""
        if self._binder is not None:
            # Whose question it is may be gone; then another slide follows at once.
            with suppress(paths.BadPath):
                self._binder.refresh()
        elif self._table is not None:
            self._table.refresh()

    def take_over(self) -> None:
        """Give the plan what is being edited, because the slide goes."""
        if self._table is not None:
            self._table.view.take_over()
        focus = self.focusWidget()
        if focus is not None:
            focus.clearFocus()

    def toggle_sample(self) -> None:
        """Show how the sample plan answers, or hide it."""
        if self._sample.isHidden():
            self._sample.setText(_sample(self._context.sample(), self.slide))
        self._sample.setVisible(self._sample.isHidden())

    @property
    def _is_grid(self) -> bool:
        return self.slide.entry is None

    def _say(self, sentence: str) -> None:
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))


def _words(slide: Slide) -> tuple[str, str]:
    if slide.entry is None:
        return say(slide.title), say(slide.hint)
    field = slide.entry.field
    if field.ask is not None:
        return say(field.ask.question), say(field.ask.why)
    assert isinstance(field.many, Many)
    return say(field.many.label), say(field.many.hint)


def _sample(sample: Plan | None, slide: Slide) -> str:
    """What the sample plan says to a slide, in a line that says so."""
    answer = ""
    if slide.entry is None or sample is None:
        answer = ""
    elif slide.is_question:
        ask = slide.entry.field.ask
        answer = sample_answer(slide.path, sample) or (say(ask.example) if ask else "")
    else:
        found = paths.members(sample, paths.pattern(slide.path))[:_SAMPLE_ROWS]
        answer = ", ".join(paths.title_of(member) for _, member in found)
    if not answer:
        return say(N_("The sample plan has no answer here."))
    return say(N_("In the sample plan: {answer}"), answer=answer)


def _widen(widget: QWidget, factor: float) -> None:
    """Give fields that are only so wide room for larger letters."""
    for one in (widget, *widget.findChildren(QWidget)):
        if one.maximumWidth() < _ENDLESS and not isinstance(one, QAbstractScrollArea):
            one.setMaximumWidth(round(one.maximumWidth() * factor))
