"""Taking widgets out of the window without cutting off the event that they are handling."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget


def part_with(widget: QWidget) -> None:
    """Take a form out at once, so that nobody finds its fields, and delete it after this event.

    Without a parent a widget belongs to Python and would die with its last name, perhaps while it
    handles the very key that removes it.
    """
    kept = [widget]
    # Shown it would be a window of its own for a moment, and take the focus.
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
    QTimer.singleShot(0, kept.clear)


def drop(widget: QWidget) -> None:
    """Hide a line or button and delete it after this event; nobody finds it by its name.

    It stays with its parent until then: taken out, it would be dressed anew first. Out of its
    layout it belongs to Python, and would die with its last name as well.
    """
    kept = [widget]
    widget.hide()
    widget.setObjectName("")
    widget.deleteLater()
    QTimer.singleShot(0, kept.clear)
