"""The form of a table's chosen member; of a member of it, where one is entered; the way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from planner import paths
from planner.i18n import N_
from wizards.forms.context import Context
from wizards.forms.entries import FlowLayout
from wizards.forms.wording import member_name
from wizards.parting import part_with
from wizards.speaking import say

if TYPE_CHECKING:
    from wizards.forms.section import Fields

BACK_KEY = "Alt+Up"
MakeForm = Callable[[Context, str, frozenset[str], "Detail"], "Fields"]
"""Makes the form of a member's fields, less the named ones, in a detail."""


@dataclass(slots=True)
class _Level:
    path: str
    form: Fields
    opener: QWidget | None


class Detail(QWidget):
    """Shows one member's form at a time and leads into members of it and back.

    `left` tells that the user goes back to the table, `closed` that the form is wanted no more.
    """

    left = Signal()
    closed = Signal()

    def __init__(
        self, context: Context, collection: str, make_form: MakeForm, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "well")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._context, self._make_form = context, make_form
        self._levels: list[_Level] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 10, 16, 18)
        self._column.setSpacing(12)
        self._crumbs = _Crumbs(self, collection)
        self._column.addWidget(self._crumbs)
        back = QShortcut(QKeySequence(BACK_KEY), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.back)
        self.hide()

    @property
    def form(self) -> Fields | None:
        """The form that is shown."""
        return self._levels[-1].form if self._levels else None

    @property
    def path(self) -> str:
        """Whose form is shown; empty where none is."""
        return self._levels[-1].path if self._levels else ""

    @property
    def trail(self) -> tuple[str, ...]:
        """The members on the way to the one that is shown, it included."""
        return tuple(level.path for level in self._levels)

    def show_member(self, path: str, hide: frozenset[str]) -> None:
        """Show a member of the table."""
        self.clear()
        self._push(path, hide, None)
        self.show()

    def enter(self, path: str, hide: frozenset[str], opener: QWidget) -> None:
        """Go into a member of the member that is shown; `opener` gets the focus back later."""
        if self._levels:
            self._levels[-1].form.hide()
        self._push(path, hide, opener)
        self.focus()

    def back(self) -> None:
        """Go to the member that this one belongs to, or to the table."""
        if len(self._levels) < 2:
            self.left.emit()
            return
        opener = self._pop()
        if opener is not None:
            opener.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Show nobody."""
        for level in self._levels:
            self._column.removeWidget(level.form)
            part_with(level.form)
        self._levels.clear()
        self.hide()

    def refresh(self) -> None:
        """Show what stands in the plan; who is gone is shown no more."""
        while len(self._levels) > 1 and not paths.has(self._context.plan, self.path):
            self._pop()
        if self._levels:
            self._levels[-1].form.refresh()
        self._crumbs.show_trail(self.trail)

    def refresh_related(self, changed: tuple[str, ...]) -> None:
        """Show what stands in the plan where one of the changed paths is asked."""
        if any(not paths.has(self._context.plan, path) for path in self.trail[1:]):
            self.refresh()
        elif self._levels:
            self._levels[-1].form.refresh_related(changed)

    def focus(self) -> None:
        """Go to the first question of the form."""
        form = self.form
        if form is not None:
            form.focus_first()

    def go_to(self, path: str) -> None:
        """Go back to a member on the way."""
        while len(self._levels) > 1 and self.path != path:
            self.back()

    def retreat(self, path: str) -> None:
        """Go back as far as to a member that a path lies in, or to the first."""
        while len(self._levels) > 1 and not paths.within(path, self.path):
            self._pop()

    def member_name(self, path: str) -> str:
        """What a member on the way is called."""
        return member_name(self._context.plan, path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes: the inner member first, then the form."""
        if event.key() != Qt.Key.Key_Escape or event.modifiers():
            super().keyPressEvent(event)
        elif len(self._levels) > 1:
            self.back()
        else:
            self.closed.emit()

    def _push(self, path: str, hide: frozenset[str], opener: QWidget | None) -> None:
        form = self._make_form(self._context, path, hide, self)
        self._levels.append(_Level(path, form, opener))
        self._column.addWidget(form)
        # A layout shows what it takes in only when the event is done with, too late for the focus.
        form.show()
        self._crumbs.show_trail(self.trail)

    def _pop(self) -> QWidget | None:
        level = self._levels.pop()
        self._column.removeWidget(level.form)
        part_with(level.form)
        self._levels[-1].form.refresh()
        self._levels[-1].form.show()
        self._crumbs.show_trail(self.trail)
        return level.opener


class _Crumb(QLabel):
    """A name on the way: one line, or several where it is longer than the form is wide."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "eyebrow")
        self.setWordWrap(True)
        self.setContentsMargins(0, 6, 0, 6)

    def sizeHint(self) -> QSize:
        """One line."""
        self.ensurePolished()
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2
        return QSize(width, self.heightForWidth(width))


class _Crumbs(QWidget):
    """Where a form is: collections and members by name, those on the way to be gone back to."""

    def __init__(self, detail: Detail, collection: str) -> None:
        super().__init__(detail)
        self._detail, self._collection = detail, collection
        self._shown: tuple[str, ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._line = QWidget()
        self._flow = FlowLayout(self._line, gap=4)
        row.addWidget(self._line, 1)
        words = say(N_("Close"))
        close = QPushButton(words)
        close.setObjectName(f"{collection}.close")
        close.setAccessibleName(f"{words}: {say(paths.place(collection).field.label)}")
        close.setToolTip(f"{words} (Esc)")
        close.setProperty("quiet", True)
        close.clicked.connect(detail.closed)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)

    def show_trail(self, trail: tuple[str, ...]) -> None:
        """Name everything on the way."""
        names = tuple(self._detail.member_name(path) for path in trail)
        if (*trail, *names) == self._shown:
            return
        self._shown = (*trail, *names)
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                part_with(widget)
        if len(trail) > 1:
            back = self._button(f"‹  {names[-2]}", trail[-2], f"{self._collection}.back")
            back.setToolTip(f"{say(N_('Back to {name}'), name=names[-2])} ({BACK_KEY})")
        for number, (path, name) in enumerate(zip(trail, names, strict=True)):
            label = say(paths.place(paths.parent(path)).field.label)
            self._text(f"{label}  ›")
            last = number == len(trail) - 1
            if last:
                self._text(name)
            else:
                self._button(name, path, f"{path}.show")
                self._text("›")
        self._line.updateGeometry()

    def _text(self, words: str) -> None:
        self._flow.addWidget(_Crumb(words))

    def _button(self, words: str, path: str, name: str) -> QPushButton:
        button = QPushButton(words.replace("&", "&&"))
        button.setObjectName(name)
        button.setAccessibleName(say(N_("Back to {name}"), name=words.lstrip("‹ ")))
        button.setProperty("quiet", True)
        button.setProperty("small", True)
        button.clicked.connect(lambda: self._detail.go_to(path))
        self._flow.addWidget(button)
        return button
