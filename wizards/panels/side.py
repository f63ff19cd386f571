"""The side panel: help for the field in focus, and what the review says of the step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from planner.i18n import N_
from wizards import theme
from wizards.speaking import say

WIDTH = 312
NARROW = 264
MOST_LINES = 12
"""Findings shown before “… and more”."""


class SidePanel(QScrollArea):
    """Help above, findings below; `wanted` tells the path of a finding that is followed."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setProperty("role", "side")
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 24, 20, 24)
        column.setSpacing(6)
        self._help = QVBoxLayout()
        self._help.setSpacing(6)
        column.addLayout(self._help)
        column.addSpacing(24)
        self._findings = QVBoxLayout()
        self._findings.setSpacing(4)
        column.addLayout(self._findings)
        column.addStretch(1)
        self.setWidget(inside)
        self.explain_nothing()

    def explain_nothing(self) -> None:
        """Say how help is reached."""
        _clear(self._help)
        self._line(self._help, say(N_("Help")), "eyebrow")
        self._line(
            self._help,
            say(N_("Go to a question to see why it is asked, and how the sample plan answers it.")),
            "why",
        )

    def explain(self, parts: tuple[tuple[str, str], ...]) -> None:
        """Show lines of help, each a role of the stylesheet and its text."""
        _clear(self._help)
        self._line(self._help, say(N_("Help")), "eyebrow")
        for role, text in parts:
            self._line(self._help, text, role)

    def show_findings(self, findings: tuple[tuple[str, str, str], ...] | None) -> None:
        """Show what the review found: severity, path, sentence of each; None while it runs."""
        _clear(self._findings)
        self._line(self._findings, say(N_("Review of this step")), "eyebrow")
        if not findings:
            text = N_("Nothing to say against it.") if findings is not None else N_("Looking …")
            self._line(self._findings, say(text), "why")
            return
        for severity, path, sentence in findings[:MOST_LINES]:
            self._findings.addWidget(finding_link(severity, path, sentence, self.wanted.emit))
        more = len(findings) - MOST_LINES
        if more > 0:
            self._line(self._findings, say(N_("… and {count} more"), count=more), "hint")

    @staticmethod
    def _line(column: QVBoxLayout, text: str, role: str) -> None:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("role", role)
        column.addWidget(label)


class FindingLink(QAbstractButton):
    """A finding that leads to its field; its sentence wraps, which a plain button does not."""

    def __init__(self, severity: str, path: str, sentence: str) -> None:
        super().__init__()
        self.setObjectName(f"finding.{path}")
        self.setAccessibleName(f"{say(SEVERITIES[severity])}: {sentence}")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(1)
        for text, role in ((say(SEVERITIES[severity]), f"mark-{severity}"), (sentence, "body")):
            label = QLabel(text)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setProperty("role", role)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Lines depend on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the wrapped sentence."""
        inside = self.layout()
        return inside.heightForWidth(width) if inside is not None else 0

    def sizeHint(self) -> QSize:
        """As the lines inside are."""
        inside = self.layout()
        return inside.sizeHint() if inside is not None else QSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show where the mouse or the keyboard is."""
        del event
        now = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(now.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        if self.underMouse():
            painter.setBrush(QColor(now.accent_soft))
        if self.hasFocus() or self.underMouse():
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)


SEVERITIES = {
    "error": N_("Wrong"),
    "warning": N_("Weak"),
    "hint": N_("Could be better"),
}


def finding_link(
    severity: str, path: str, sentence: str, follow: Callable[[str], None]
) -> FindingLink:
    """A link to the field of a finding."""
    link = FindingLink(severity, path, sentence)
    link.clicked.connect(lambda: follow(path))
    return link


def _clear(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
