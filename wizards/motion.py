"""Less movement where the user asks for it: nothing of ours moves, but some of Qt's parts do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

SHEET = "QComboBox, QScrollBar, QProgressBar, QPushButton { widget-animation-duration: 0; }"
"""Rules of the style sheet under which the style's own parts change at once."""
_ALL = Qt.UIEffect.UI_General
"""Lists that roll open, menus and tool tips that fade in."""


class _System:
    known = False
    effects = False
    blinking = 0


def move_less(app: QApplication, less: bool) -> None:
    """Let lists, menus and tool tips appear at once and the text cursor stand, or do as the system.

    Qt follows the system's own setting by itself where there is one.
    """
    if not _System.known:
        _System.known = True
        _System.effects = app.isEffectEnabled(_ALL)
        _System.blinking = app.cursorFlashTime()
    app.setEffectEnabled(_ALL, _System.effects and not less)
    app.setCursorFlashTime(0 if less else _System.blinking)
