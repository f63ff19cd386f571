"""Dialogs in the window's own look: labelled rows, then two buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from planner.i18n import N_
from wizards.speaking import say


class FormDialog(QDialog):
    """A window of labelled rows that goes away for good when it is closed."""

    def __init__(self, title: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(28, 24, 28, 24)
        self.column.setSpacing(6)
        self.column.addWidget(_label(title, "card-title"))
        self.column.addSpacing(8)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the lines are that texts are broken into at this width."""
        super().showEvent(event)
        need = self.column.totalHeightForWidth(self.width())
        if need > self.height():
            self.resize(self.width(), need)

    def add_row(self, question: str, field: QWidget, why: str = "") -> None:
        """Add a question with its field."""
        label = _label(question, "question")
        label.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(question)
        self.column.addWidget(label)
        if why:
            self.column.addWidget(_label(why, "why"))
        self.column.addWidget(field)
        self.column.addSpacing(12)

    def add_text(self, text: str, role: str = "secondary") -> QLabel:
        """Add lines of text."""
        label = _label(text, role)
        self.column.addWidget(label)
        return label

    def add_buttons(self, accept: str, *, cancel: bool = True) -> QPushButton:
        """Add the button that does it and, unless told otherwise, the one that does not."""
        row = QHBoxLayout()
        row.addStretch()
        if cancel:
            away = QPushButton(say(N_("&Cancel")))
            away.setObjectName(f"{self.objectName()}.cancel")
            away.setAccessibleName(away.text().replace("&", ""))
            away.setAutoDefault(False)
            away.clicked.connect(self.reject)
            row.addWidget(away)
        do = QPushButton(accept)
        do.setObjectName(f"{self.objectName()}.accept")
        do.setAccessibleName(accept.replace("&", ""))
        do.setProperty("primary", True)
        do.setDefault(True)
        do.clicked.connect(self.accept)
        row.addWidget(do)
        self.column.addSpacing(8)
        self.column.addLayout(row)
        return do


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    return label
