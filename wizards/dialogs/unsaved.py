"""The question what becomes of changes that are not saved."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMessageBox, QWidget

from planner.i18n import N_
from wizards.speaking import say

_KINDS = QMessageBox.StandardButton


def ask_unsaved(
    parent: QWidget,
    title: str,
    save: Callable[[], None],
    discard: Callable[[], None],
    stay: Callable[[], object],
) -> None:
    """Ask: save, discard, or cancel, which is `stay`. The box is named `ask.unsaved`."""
    box = QMessageBox(parent)
    box.setObjectName("ask.unsaved")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle("Plansmith")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(say(N_("“{title}” has changes that are not saved."), title=title))
    box.setInformativeText(say(N_("Without saving they are lost.")))
    box.setStandardButtons(_KINDS.Save | _KINDS.Discard | _KINDS.Cancel)
    box.setDefaultButton(_KINDS.Save)
    words = {
        _KINDS.Save: N_("&Save"),
        _KINDS.Discard: N_("&Discard"),
        _KINDS.Cancel: N_("&Cancel"),
    }
    for kind, text in words.items():
        button = box.button(kind)
        button.setText(say(text))
        # The style's small pictures say less than the words, in colours that are not ours.
        button.setIcon(QIcon())
        button.setProperty("primary", kind == _KINDS.Save)
        button.style().polish(button)
    layout = box.layout()
    if layout is not None:
        layout.setContentsMargins(20, 20, 20, 16)

    def answered(result: int) -> None:
        if result == _KINDS.Save.value:
            save()
        elif result == _KINDS.Discard.value:
            discard()
        else:
            stay()

    box.finished.connect(answered)
    box.open()
