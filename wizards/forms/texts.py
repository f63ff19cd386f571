"""Binders of what is typed: texts, figures, dates, months, lists of them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget

from planner.i18n import N_
from planner.model.kinds import BadValue, Date, Kind, ListOf, Month, Number, Url
from wizards.forms.binder import Binder
from wizards.forms.context import Context
from wizards.forms.entries import LineEntry, TextEntry
from wizards.forms.wording import typed
from wizards.speaking import language, say

PATIENCE = 400
"""Milliseconds before a half-typed date, month or address is called wrong."""
_NARROW = 200
_MONTH_WIDTH = 130


class LineBinder(Binder):
    """A text, figure, address, date or month on one line."""

    def __init__(self, context: Context, path: str, name: str) -> None:
        self.entry = LineEntry()
        super().__init__(context, path, self.entry, name)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self._judge)
        self._dressed: Kind | None = None
        self._dress()
        self.entry.textEdited.connect(self._typed)
        self.entry.left.connect(self._leave)
        self.entry.entered.connect(self.entered)

    def show(self, value: Any) -> None:
        """The value as it is typed."""
        self.entry.setText(self.text(value))
        if not self.entry.hasFocus():
            # A long text is read from its beginning.
            self.entry.setCursorPosition(0)

    def refresh(self) -> None:
        """Show what stands in the plan, in the unit that another answer gives it."""
        if self.kind != self._dressed:
            self._dress()
            if self.path not in self.context.drafts:
                self.show(self.value())
        super().refresh()

    def restore(self) -> None:
        """Show a draft that was not accepted, with what is wrong."""
        draft = self.context.drafts.get(self.path)
        if draft is not None:
            self.entry.setText(draft)
            self.set_typed(draft)

    def _dress(self) -> None:
        kind = self._dressed = self.kind
        if isinstance(kind, Number) or kind.word == "money":
            self.entry.setMaximumWidth(_NARROW)
            self.entry.set_unit(self.unit() or self._bounds())
        elif isinstance(kind, (Date, Month)):
            self.entry.setMaximumWidth(_NARROW)
            self.entry.setPlaceholderText(
                say(N_("year-month-day")) if isinstance(kind, Date) else say(N_("year-month"))
            )
        default = self.default_text()
        if default:
            self.entry.setPlaceholderText(say(N_("{value} (assumed)"), value=default))

    def _bounds(self) -> str:
        kind = self.kind
        if kind.word == "rating" and isinstance(kind, Number):
            return f"{kind.low:g}–{kind.high:g}"
        return ""

    def _typed(self, text: str) -> None:
        self._patience.stop()
        if isinstance(self.kind, (Date, Month, Url)):
            try:
                typed(self.kind, text)
            except BadValue:
                self.context.drafts[self.path] = text
                self._patience.start()
                return
        self.set_typed(text)

    def _judge(self) -> None:
        self.set_typed(self.entry.text())

    def _leave(self) -> None:
        if self._patience.isActive():
            self._patience.stop()
            self._judge()
        self.context.session.close_step()
        if self.path not in self.context.drafts:
            self.entry.setText(self.text(self.value()))


class ProseBinder(Binder):
    """Several lines of text."""

    def __init__(self, context: Context, path: str, name: str) -> None:
        self.entry = TextEntry()
        super().__init__(context, path, self.entry, name)
        self.entry.textChanged.connect(self._typed)
        self.entry.left.connect(context.session.close_step)
        self.entry.entered.connect(self.entered)

    def show(self, value: Any) -> None:
        """The value as it is typed."""
        # A plain text edit tells changes of the program's as it tells the user's.
        with QSignalBlocker(self.entry):
            self.entry.setPlainText(self.text(value))

    def restore(self) -> None:
        """Show a draft that was not accepted, with what is wrong."""
        draft = self.context.drafts.get(self.path)
        if draft is not None:
            with QSignalBlocker(self.entry):
                self.entry.setPlainText(draft)
            self.set_typed(draft)

    def _typed(self) -> None:
        self.set_typed(self.entry.toPlainText())


class ListBinder(Binder):
    """Several texts, one a line, or several figures side by side."""

    def __init__(self, context: Context, path: str, name: str) -> None:
        box = QWidget()
        super().__init__(context, path, box, name)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        kind = self.kind
        assert isinstance(kind, ListOf)
        self._lines = not isinstance(kind.of, Number)
        self._entry: TextEntry | LineEntry
        if self._lines:
            self._entry = TextEntry(least=2)
            self._entry.setPlaceholderText(say(N_("One a line")))
            self._entry.textChanged.connect(self._typed)
        else:
            self._entry = LineEntry()
            self._entry.setPlaceholderText(say(N_("Figures parted by spaces")))
            self._entry.textEdited.connect(self._typed)
        self._entry.setObjectName(f"{path}.lines")
        self._entry.setAccessibleName(name)
        self._entry.entered.connect(self.entered)
        self._entry.left.connect(self._leave)
        row.addWidget(self._entry)
        if not self._lines and self.unit_of_items():
            row.addWidget(QLabel(self.unit_of_items()))
        box.setFocusProxy(self._entry)

    @property
    def focus_widget(self) -> QWidget:
        """The entry inside."""
        return self._entry

    def unit_of_items(self) -> str:
        """The unit of each figure."""
        kind = self.kind
        return "%" if isinstance(kind, ListOf) and kind.of.word == "share" else ""

    def show(self, value: Any) -> None:
        """The values as they are typed."""
        self._fill(self.text(value))

    def restore(self) -> None:
        """Show a draft that was not accepted, with what is wrong."""
        draft = self.context.drafts.get(self.path)
        if draft is not None:
            self._fill(draft)
            self.set_typed(draft)

    def _fill(self, text: str) -> None:
        with QSignalBlocker(self._entry):
            if isinstance(self._entry, TextEntry):
                self._entry.setPlainText(text)
            else:
                self._entry.setText(text)

    def _typed(self) -> None:
        entry = self._entry
        self.set_typed(entry.toPlainText() if isinstance(entry, TextEntry) else entry.text())

    def _leave(self) -> None:
        self.context.session.close_step()


class PeriodBinder(Binder):
    """A first and a last month."""

    def __init__(self, context: Context, path: str, name: str) -> None:
        box = QWidget()
        super().__init__(context, path, box, name)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._ends: list[LineEntry] = []
        for part, words in (("first", N_("first month")), ("last", N_("last month"))):
            entry = LineEntry()
            entry.setObjectName(f"{path}.{part}")
            entry.setAccessibleName(f"{name}: {say(words)}")
            entry.setPlaceholderText(say(N_("year-month")))
            entry.setMaximumWidth(_MONTH_WIDTH)
            entry.left.connect(self._leave_end)
            entry.returnPressed.connect(self._leave)
            entry.entered.connect(self.entered)
            if self._ends:
                row.addWidget(QLabel(say(N_("to"))))
            row.addWidget(entry)
            self._ends.append(entry)
        row.addStretch()
        box.setMaximumWidth(row.sizeHint().width())
        box.setFocusProxy(self._ends[0])

    @property
    def focus_widget(self) -> QWidget:
        """The first month."""
        return self._ends[0]

    def show(self, value: Any) -> None:
        """The two months."""
        for entry, month in zip(self._ends, value or ("", ""), strict=True):
            entry.setText(month)

    def restore(self) -> None:
        """Show months that were not accepted."""
        draft = self.context.drafts.get(self.path)
        if draft is not None:
            self.show(tuple(draft.split("\n")))
            self._leave()

    def _leave_end(self) -> None:
        if QApplication.focusWidget() not in self._ends:
            self._leave()

    def _leave(self) -> None:
        months = tuple(entry.text().strip() for entry in self._ends)
        if all(months) or not any(months):
            self._take(months if all(months) else None)
        else:
            self.context.drafts[self.path] = "\n".join(months)

    def _take(self, months: tuple[str, ...] | None) -> None:
        try:
            value = None if months is None else self.kind.check(months)
        except BadValue as bad:
            self.context.drafts[self.path] = "\n".join(months or ())
            self.wrong.emit(bad.message(language()))
            return
        self.context.drafts.pop(self.path, None)
        if value != self.value():
            self.set(value)
        else:
            self.wrong.emit("")
