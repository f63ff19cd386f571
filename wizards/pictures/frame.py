"""A picture with its message above it and what can be done with it beside that."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.blocks import Chart
from planner.i18n import N_
from wizards.forms.row import plain_label
from wizards.pictures.view import STEP, PictureView
from wizards.speaking import say


class PictureFrame(QWidget):
    """The title is the message, the subtitle what is shown; buttons are named after the picture."""

    def __init__(self, view: PictureView, hint: str = "") -> None:
        super().__init__()
        self.view = view
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(4)
        words = QVBoxLayout()
        words.setSpacing(0)
        self._title, self._subtitle = plain_label("", "question"), plain_label("", "hint")
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        head.addLayout(words, 1)
        self._whole = self._button("whole", say(N_("Whole picture")), view.show_whole)
        head.addWidget(self._whole, 0, Qt.AlignmentFlag.AlignTop)
        for name, words_of, act in (
            ("larger", say(N_("Larger")), lambda: view.enlarge(STEP)),
            ("copy", say(N_("Copy picture")), view.copy),
        ):
            head.addWidget(self._button(name, words_of, act), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(view)
        if hint:
            column.addWidget(plain_label(hint, "hint"))
        view.enlarged.connect(self._show_state)
        self._show_state()

    def show_chart(self, chart: Chart) -> None:
        """Show a chart with its words."""
        title = "".join(span.text for span in chart.caption)
        self._title.setText(title)
        self._subtitle.setText(chart.subtitle)
        self._subtitle.setVisible(bool(chart.subtitle))
        self.view.setAccessibleName(say(N_("Picture: {title}"), title=title))
        self.view.show_chart(chart)

    def _button(self, name: str, words: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(f"{self.view.objectName()}.{name}")
        button.setProperty("quiet", True)
        button.clicked.connect(act)
        return button

    def _show_state(self) -> None:
        self._whole.setVisible(self.view.zoom > 1)
