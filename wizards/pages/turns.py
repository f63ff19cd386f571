"""Work on the window's own thread, cut into turns so that a key never waits for all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

TURN = 0.006
"""Seconds after which the rest of the work waits for the next turn."""


class Turns(QObject):
    """Does one act after the other; what the user does meanwhile comes between them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._acts: list[Callable[[], None]] = []
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(0)
        self._next.timeout.connect(self._go_on)

    def begin(self, acts: Iterable[Callable[[], None]]) -> None:
        """Do some acts in their order, in place of those that are not done yet."""
        self._acts = list(acts)
        self._go_on()

    def stop(self) -> None:
        """Drop what is not done yet."""
        self._acts.clear()
        self._next.stop()

    def _go_on(self) -> None:
        end = perf_counter() + TURN
        while self._acts and perf_counter() < end:
            self._acts.pop(0)()
        if self._acts:
            self._next.start()
