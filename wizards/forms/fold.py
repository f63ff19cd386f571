"""The header of a group of questions: its title, how far it is, and the way to fold it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from planner.i18n import N_
from wizards import theme
from wizards.forms.row import plain_label
from wizards.forms.tally import Tally
from wizards.speaking import say, say_count

INDENT = 20
"""Pixels that the sign of folding takes at the left."""


class FoldHeader(QAbstractButton):
    """Says what a group is about and how far it is; a click folds and unfolds it.

    It is named `fold.<key>`; `words` tell, while it is folded, what is inside.
    """

    def __init__(self, key: str, title: str, hint: str, words: str, role: str) -> None:
        super().__init__()
        self.setObjectName(f"fold.{key}")
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.title = title
        self._hint, self._words = hint, words
        column = QVBoxLayout(self)
        column.setContentsMargins(INDENT, 4, 4, 4)
        column.setSpacing(2)
        line = QHBoxLayout()
        line.setSpacing(12)
        heading = _label(title, role)
        self._progress = _label("", "hint")
        self._progress.setWordWrap(False)
        line.addWidget(heading, 1)
        line.addWidget(self._progress)
        column.addLayout(line)
        self._below = _label("", "why")
        column.addWidget(self._below)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.toggled.connect(self._show_state)
        self._show_state()

    @property
    def progress(self) -> str:
        """How far the group is, in words."""
        return self._progress.text()

    @property
    def below(self) -> str:
        """The line under the title: what the group is for, or, folded, what is inside."""
        return self._below.text()

    def show_progress(self, tally: Tally) -> None:
        """Say how far the group is."""
        self._progress.setText(told(tally))
        self._show_state()

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter toggles as Space does; the arrows fold and unfold as in a tree."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not event.modifiers():
            if self.isChecked() != (key == Qt.Key.Key_Right):
                self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sign, and where the mouse or the keyboard is."""
        del event
        now = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(QColor(now.accent), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
        ink = now.accent if self.underMouse() else now.ink2
        painter.setPen(QPen(QColor(ink), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        middle = QPointF(6, 4 + self._below.fontMetrics().lineSpacing() / 2 + 3)
        if self.isChecked():
            points = [QPointF(-4, -2), QPointF(0, 2), QPointF(4, -2)]
        else:
            points = [QPointF(-2, -4), QPointF(2, 0), QPointF(-2, 4)]
        painter.drawPolyline([middle + point for point in points])

    def _show_state(self) -> None:
        text = self._hint if self.isChecked() else self._words
        self._below.setText(text)
        self._below.setVisible(bool(text))
        state = say(N_("open")) if self.isChecked() else say(N_("folded"))
        self.setAccessibleName(", ".join(filter(None, (self.title, state, self.progress))))
        self.setAccessibleDescription(text)
        self.updateGeometry()
        self.update()


def told(tally: Tally) -> str:
    """How far a group is, in words."""
    parts: list[str] = []
    if tally.members:
        parts.append(say_count(N_("{count} entry"), N_("{count} entries"), tally.members))
    elif tally.collections and not tally.asked:
        parts.append(say(N_("nothing yet")))
    if tally.asked:
        parts.append(say(N_("{count} of {all} answered"), count=tally.answered, all=tally.asked))
    if tally.assumed:
        parts.append(say(N_("{count} assumed"), count=tally.assumed))
    return " · ".join(parts)


def _label(text: str, role: str) -> QLabel:
    label = plain_label(text, role)
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return label
