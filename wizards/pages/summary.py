"""On top of a page: the answers that could not be taken, each a link to its field."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from planner import paths
from planner.i18n import N_
from wizards.announcing import announce
from wizards.forms.context import Context
from wizards.forms.leading import path_of
from wizards.forms.row import plain_label
from wizards.forms.table import TableView
from wizards.forms.wording import name_of
from wizards.panels.links import wrong_link
from wizards.parting import part_with
from wizards.speaking import say, say_count
from wizards.steps import page_of

if TYPE_CHECKING:
    from wizards.pages.page import Page

MOST_LINES = 8
"""Lines shown before “… and more”."""
Lines = tuple[tuple[str, str, str], ...]
"""Path, name and sentence of what is wrong."""


class ErrorSummary(QWidget):
    """Says in the words beside the fields what could not be taken on a page.

    It never takes the focus, and waits with an answer that is still being typed.
    """

    def __init__(self, context: Context, page: Page, word: str) -> None:
        super().__init__()
        self.setObjectName("summary")
        self.setProperty("role", "problem")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._context, self._page, self._word = context, page, word
        self._lines: Lines = ()
        self._waits = False
        self.follow: Callable[[str], object] = context.guide.show_path
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(2)
        self._title = plain_label("", "question")
        self._column.addWidget(self._title)
        # Many cells at once are told of one by one; they are shown once.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.refresh)
        context.wrongs.changed.connect(self._soon.start)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)
        self.hide()
        self.refresh()

    @property
    def paths(self) -> tuple[str, ...]:
        """Where the answers are given, in the order in which they were typed."""
        return tuple(path for path, _, _ in self._wrong_here())

    def refresh(self) -> None:
        """Show what is wrong now."""
        shown = {path for path, _, _ in self._lines}
        here = self._typed_in()
        found = self._wrong_here()
        self._waits = any(path == here and path not in shown for path, _, _ in found)
        lines = tuple(line for line in found if line[0] != here or line[0] in shown)
        if lines != self._lines:
            more = len(lines) > len(self._lines)
            self._lines = lines
            self._page.keep_in_place()
            self._show()
            if more and self._page.isVisible():
                announce(self, self._title.text())

    def _typed_in(self) -> str:
        """The path of the answer that is being typed; a table's is taken once its editor closes."""
        # While the focus moves, the page still names the one before; another window has none.
        focus = QApplication.focusWidget() or self._page.focusWidget()
        if focus is None or isinstance(focus, TableView) or not self._page.isAncestorOf(focus):
            return ""
        return path_of(focus)

    def _wrong_here(self) -> Lines:
        context = self._context
        return tuple(
            (path, name_of(context.plan, path), sentence)
            for path, sentence in context.wrongs.sentences.items()
            if page_of(path) == self._word and self._is_asked(path)
        )

    def _is_asked(self, path: str) -> bool:
        """Whether the answer can still be given: its field is there, or is made with its draft."""
        context = self._context
        try:
            if not context.shows(paths.place(path)) or not paths.has(context.plan, path):
                return False
        except paths.BadPath:
            return False
        beside = self._page.findChild(QLabel, f"{path}.error")
        return path in context.drafts or (beside is not None and bool(beside.text()))

    def _show(self) -> None:
        while self._column.count() > 1:
            item = self._column.takeAt(1)
            widget = item.widget() if item is not None else None
            if widget is not None:
                part_with(widget)
        self._title.setText(
            say_count(
                N_("{count} answer could not be taken"),
                N_("{count} answers could not be taken"),
                len(self._lines),
            )
        )
        for path, name, sentence in self._lines[:MOST_LINES]:
            self._column.addWidget(wrong_link(path, name, sentence, self.follow))
        more = len(self._lines) - MOST_LINES
        if more > 0:
            self._column.addWidget(plain_label(say(N_("… and {count} more"), count=more), "hint"))
        self.setVisible(bool(self._lines))

    def _focus_moved(self) -> None:
        if self._waits:
            self.refresh()
