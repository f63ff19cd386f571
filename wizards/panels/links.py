"""Lines that lead somewhere and wrap, which a plain button does not."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QVBoxLayout

from planner.i18n import N_
from wizards import theme
from wizards.speaking import say

SEVERITIES = {
    "error": N_("Wrong"),
    "warning": N_("Weak"),
    "hint": N_("Could be better"),
}
Line = tuple[str, str]
"""A text and its role in the stylesheet."""


class Link(QAbstractButton):
    """A button of one or more wrapped lines, the whole of which can be clicked."""

    def __init__(self, name: str, spoken: str, lines: tuple[Line, ...], inset: int = 6) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.labels: list[QLabel] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(inset + 2, inset, inset + 2, inset)
        column.setSpacing(1)
        for text, role in lines:
            label = QLabel(text)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setProperty("role", role)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
            self.labels.append(label)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Lines depend on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the wrapped lines."""
        inside = self.layout()
        return inside.heightForWidth(width) if inside is not None else 0

    def sizeHint(self) -> QSize:
        """As the lines inside are."""
        inside = self.layout()
        return inside.sizeHint() if inside is not None else QSize()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the longest word; how high it is then, `heightForWidth` says."""
        inside = self.layout()
        if inside is None:
            return QSize()
        return QSize(inside.minimumSize().width(), inside.heightForWidth(inside.sizeHint().width()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter follows as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show where the mouse or the keyboard is."""
        del event
        now = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(now.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        if self.underMouse() and self.isEnabled():
            painter.setBrush(QColor(now.accent_soft))
        if self.hasFocus() or self.underMouse():
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)


def finding_link(severity: str, path: str, sentence: str, follow: Callable[[str], None]) -> Link:
    """A link to the field of a finding."""
    mark = say(SEVERITIES[severity])
    lines = ((mark, f"mark-{severity}"), (sentence, "body"))
    return _leading(Link(f"finding.{path}", f"{mark}: {sentence}", lines), path, follow)


def missing_link(path: str, words: str, follow: Callable[[str], None]) -> Link:
    """A link to a field without an answer."""
    link = Link(f"missing.{path}", words, ((words, "link"),), inset=2)
    return _leading(link, path, follow)


def wrong_link(path: str, name: str, sentence: str, follow: Callable[[str], object]) -> Link:
    """A link to an answer that could not be taken, with the sentence that stands beside it."""
    lines = ((name, "mark-error"), (sentence, "body"))
    return _leading(Link(f"wrong.{path}", f"{name}: {sentence}", lines), path, follow)


def _leading(link: Link, path: str, follow: Callable[[str], object]) -> Link:
    link.clicked.connect(lambda: follow(path))
    return link
