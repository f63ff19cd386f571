"""The panes of the window, gone round by F6, and the way of Tab through each as it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

if TYPE_CHECKING:
    from wizards.main_window import MainWindow


class Panes:
    """Leads the focus from pane to pane; each gives it to the widget that had it last there."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def turn(self, by: int) -> None:
        """Go to the pane after or before, where `by` is negative; round at the ends."""
        panes = [pane for pane in self._all() if pane.isVisible() and first_in(pane) is not None]
        if not panes:
            return
        focus = self._window.focusWidget()
        here = next((n for n, one in enumerate(panes) if focus and _holds(one, focus)), None)
        if here is None:
            here = -1 if by > 0 else 0
        enter(panes[(here + by) % len(panes)])

    def enter_page(self) -> None:
        """Give the focus back to the page."""
        page = self._window.stage.currentWidget()
        if page is not None:
            enter(page)

    def tab(self, *, forward: bool) -> bool:
        """Go on inside a page or from one pane to the next; whether that was to be done here."""
        page, focus = self._window.stage.page, self._window.focusWidget()
        sheet = page.widget() if page is not None else None
        if sheet is None or focus is None or not (sheet.isVisible() and focus.isVisible()):
            return False
        if _goes(focus):
            return False
        from wizards.pages.tabbing import after

        panes = [pane for pane in self._all() if pane.isVisible() and first_in(pane) is not None]
        here = next((n for n, one in enumerate(panes) if _holds(one, focus)), None)
        if here is None:
            return False
        target = after(self._root(panes[here]), focus, forward=forward)
        for step in range(1, len(panes) + 1):
            if target is None:
                there = panes[(here + (step if forward else -step)) % len(panes)]
                target = after(self._root(there), None, forward=forward)
        if target is None:
            return False
        reasons = Qt.FocusReason
        target.setFocus(reasons.TabFocusReason if forward else reasons.BacktabFocusReason)
        _bring_into_sight(target)
        return True

    @staticmethod
    def _root(pane: QWidget) -> QWidget:
        """What a pane's layout belongs to: inside of what scrolls, or is shown of several."""
        while True:
            inner: QWidget | None = None
            if isinstance(pane, QStackedWidget):
                inner = pane.currentWidget()
            elif isinstance(pane, QScrollArea):
                inner = pane.widget()
            if inner is None:
                return pane
            pane = inner

    def _all(self) -> tuple[QWidget, ...]:
        window = self._window
        page = window.stage.currentWidget()
        middle = (page,) if page is not None else ()
        return (window.rail, *middle, window.beside, window.footer, window.bar)


def enter(pane: QWidget) -> None:
    """Give the focus to the widget that had it last in a pane, else to the first that can."""
    last = pane.focusWidget()
    usable = last is not None and last.isEnabled() and last.isVisibleTo(pane)
    target = last if usable else first_in(pane)
    if target is None:
        return
    target.setFocus(Qt.FocusReason.TabFocusReason)
    _bring_into_sight(target)


def _bring_into_sight(target: QWidget) -> None:
    around = target.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(target)
        around = around.parentWidget()


def first_in(pane: QWidget) -> QWidget | None:
    """The first widget of a pane that Tab would stop at."""
    widget = pane.nextInFocusChain()
    while widget is not None and widget is not pane:
        if pane.isAncestorOf(widget) and _takes_focus(widget, pane):
            return widget
        widget = widget.nextInFocusChain()
    return None


def _takes_focus(widget: QWidget, pane: QWidget) -> bool:
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(policy) and widget.isEnabled() and widget.isVisibleTo(pane)


def _goes(widget: QWidget) -> bool:
    """Whether a widget or what it stands in is being hidden: Qt looks for another place then."""
    around: QWidget | None = widget
    while around is not None and not around.isWindow():
        if around.isHidden():
            return True
        around = around.parentWidget()
    return False


def _holds(pane: QWidget, widget: QWidget) -> bool:
    return pane is widget or pane.isAncestorOf(widget)
