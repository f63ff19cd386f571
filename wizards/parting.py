"""Taking widgets out of the window without cutting off the event that they are handling."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget


def part_with(widget: QWidget) -> None:
    """Take a widget out at once, so that nobody finds it, and delete it after this event.

    Without a parent a widget belongs to Python and would die with its last name, perhaps while it
    handles the very key that removes it.
    """
    kept = [widget]
    # Shown it would be a window of its own for a moment, and take the focus.
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
    QTimer.singleShot(0, kept.clear)
