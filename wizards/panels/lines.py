"""Lines below each other, of which all are replaced at once."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizards.parting import part_with


class Lines(QVBoxLayout):
    """Lines below each other that are taken away together."""

    def __init__(self, spacing: int, parent: QWidget | None = None) -> None:
        super().__init__()
        if parent is not None:
            parent.setLayout(self)
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)
        self.shown: list[QWidget] = []

    def put(self, line: QWidget) -> None:
        """Put a line at the end."""
        self.shown.append(line)
        self.addWidget(line)

    def clear(self) -> None:
        """Take all lines away."""
        for line in self.shown:
            self.removeWidget(line)
            part_with(line)
        self.shown.clear()
