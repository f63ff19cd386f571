"""Right of the page: help and review, or the search of the plan; as wide as the user likes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from wizards import theme
from wizards.panels.side import NARROW, WIDTH, SidePanel
from wizards.preferences import Preferences

if TYPE_CHECKING:
    from wizards.main_window import MainWindow
    from wizards.panels.find_panel import FindPanel

LEAST, WIDEST = 220, 560
"""Pixels between which the user may choose."""
PAGE, PAGE_AT_MOST = 560, 703
"""Pixels that a page needs at 100 % text size, and what is left of a small window at any size."""


class Beside(QStackedWidget):
    """Holds the side panel and, once it is asked for, the search."""

    def __init__(self, side: SidePanel, preferences: Preferences) -> None:
        super().__init__()
        self.setObjectName("beside")
        self._side, self._preferences = side, preferences
        self._find: FindPanel | None = None
        self._page = False
        self.addWidget(side)
        self.hide()

    @property
    def search(self) -> FindPanel | None:
        """The search, where it was asked for since the window was built."""
        return self._find

    @property
    def is_finding(self) -> bool:
        """Whether the search is shown."""
        return self._find is not None and self.currentWidget() is self._find

    def show_page(self, *, shown: bool) -> None:
        """Stand beside a page of a plan; nothing stands beside the start page."""
        self._page = shown
        if not shown:
            self.setCurrentWidget(self._side)
        self._show()

    def toggle_help(self) -> None:
        """Show help and review, or hide them; they come back in place of a search."""
        self._preferences.side_shown = self.is_finding or not self._preferences.side_shown
        self.setCurrentWidget(self._side)
        self._show()

    def show_help(self) -> None:
        """Show help and review, because something there is wanted."""
        self._preferences.side_shown = True
        self.setCurrentWidget(self._side)
        self._show()

    def open_find(self, window: MainWindow) -> FindPanel:
        """Show the search in place of help and review."""
        if self._find is None:
            from wizards.panels.find_panel import FindPanel

            self._find = FindPanel(window)
            self.addWidget(self._find)
        self.setCurrentWidget(self._find)
        self._show()
        return self._find

    def close_find(self) -> None:
        """Show help and review again, if they were shown before."""
        self.setCurrentWidget(self._side)
        self._show()

    def _show(self) -> None:
        self.setVisible(self._page and (self.is_finding or self._preferences.side_shown))


class Columns(QSplitter):
    """The page and what stands beside it, with the line between them to be dragged."""

    def __init__(self, page: QWidget, beside: Beside, preferences: Preferences) -> None:
        super().__init__()
        self.setObjectName("columns")
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self._beside, self._preferences = beside, preferences
        self.addWidget(page)
        self.addWidget(beside)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        beside.setMinimumWidth(LEAST)
        self.splitterMoved.connect(self._moved)

    def fit(self, room: int, *, narrow: bool) -> None:
        """Share so many pixels: the page has what it needs, beside it is what the user chose."""
        page = min(theme.pixels(PAGE), PAGE_AT_MOST)
        widest = max(LEAST, min(WIDEST, room - page - self.handleWidth()))
        wanted = self._preferences.side_width or (NARROW if narrow else WIDTH)
        width = max(LEAST, min(wanted, widest))
        self._beside.setMaximumWidth(widest)
        self.setSizes([room - width - self.handleWidth(), width])

    def _moved(self) -> None:
        self._preferences.side_width = self._beside.width()
