"""What is wrong with cells of a table, below it, one sentence a cell."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from wizards.forms.row import plain_label
from wizards.forms.table_model import TableModel
from wizards.parting import part_with


class CellErrors(QWidget):
    """A label named `<path>.error` for each cell whose text was not accepted."""

    def __init__(self, model: TableModel) -> None:
        super().__init__()
        self._model = model
        self._labels: dict[str, QLabel] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        model.wrong.connect(self._say)
        self.hide()

    def _say(self, path: str, sentence: str) -> None:
        label = self._labels.get(path)
        if not sentence:
            if label is not None:
                del self._labels[path]
                self._column.removeWidget(label)
                part_with(label)
        else:
            if label is None:
                label = self._labels[path] = plain_label("", "error")
                label.setObjectName(f"{path}.error")
                self._column.addWidget(label)
            label.setText(f"{self._model.label(self._model.index_of(path))}: {sentence}")
        self.setVisible(bool(self._labels))
