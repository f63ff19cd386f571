"""Python's garbage is swept in the window's thread alone.

Whichever thread happens to allocate when the time has come would sweep otherwise; windows that were
closed are among the garbage, and a widget that is destroyed in another thread can stop both.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 500
"""Milliseconds between two looks whether enough has gathered."""


class Sweeper(QObject):
    """Sweeps by the thresholds of `gc`, now and then, in the thread that made it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(sweep)
        timer.start(EVERY)


def sweep() -> None:
    """Sweep the oldest generation that is due and those younger."""
    due = [count > limit for count, limit in zip(gc.get_count(), gc.get_threshold(), strict=True)]
    if any(due):
        gc.collect(max(age for age, is_due in enumerate(due) if is_due))
