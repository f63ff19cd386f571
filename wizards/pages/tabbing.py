"""The order of Tab on a page: that of reading, also for what was made later than what follows."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QGridLayout, QLayout, QWidget


def after(root: QWidget, here: QWidget | None, *, forward: bool) -> QWidget | None:
    """Where Tab goes from a widget inside another, Shift+Tab where it goes back; None at the end.

    Without a widget it is the first one, or the last. Qt itself goes in the order in which widgets
    were made, and groups are made when they are unfolded.
    """
    order = [one for one in in_order(root) if one is here or _is_open(one, root)]
    if not forward:
        order.reverse()
    if here is None:
        return next(iter(order), None)
    inside: QWidget | None = here
    while inside is not None and inside not in order:
        # The focus may be in an editor of a table.
        inside = inside.parentWidget()
    return next(iter(order[order.index(inside) + 1 :]), None) if inside is not None else None


def _is_open(widget: QWidget, root: QWidget) -> bool:
    return widget.isEnabled() and widget.isVisibleTo(root)


def in_order(root: QWidget) -> Iterator[QWidget]:
    """What Tab can stop at, in the order of the layouts."""
    if root.focusPolicy() & Qt.FocusPolicy.TabFocus and root.focusProxy() is None:
        yield root
    layout = root.layout()
    # What stands in a table or a text is its own business.
    if layout is not None and not isinstance(root, QAbstractScrollArea):
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    numbers = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        numbers.sort(key=lambda number: layout.getItemPosition(number)[:2])  # type: ignore[index]
    for number in numbers:
        item = layout.itemAt(number)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield from in_order(widget)
        elif inner is not None:
            yield from _in_layout(inner)
