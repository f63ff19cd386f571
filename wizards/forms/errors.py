"""What is wrong with cells of a table, below it, one sentence a cell."""

from __future__ import annotations

from itertools import islice

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from planner.i18n import N_
from wizards.forms.row import plain_label
from wizards.forms.table_model import TableModel
from wizards.parting import part_with
from wizards.speaking import say_count

MOST_SAID = 8
"""Cells whose sentences stand below a table; of more, only how many there are."""


class CellErrors(QWidget):
    """A label named `<path>.error` for each cell whose text was not accepted."""

    def __init__(self, model: TableModel) -> None:
        super().__init__()
        self._model = model
        self._sentences: dict[str, str] = {}
        self._labels: dict[str, QLabel] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._more = plain_label("", "error")
        self._more.hide()
        self._column.addWidget(self._more)
        # Many cells at once are told of one by one; what they say is shown once.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._show)
        model.wrong.connect(self._say)
        model.modelReset.connect(self._show)
        self.hide()
        context = model.context
        for path, sentence in tuple(context.wrongs.sentences.items()):
            if path in context.drafts and model.index_of(path).isValid():
                self._say(path, sentence)

    def _say(self, path: str, sentence: str) -> None:
        known = self._sentences.get(path, "")
        if sentence == known:
            return
        if sentence:
            self._sentences[path] = sentence
        else:
            del self._sentences[path]
        self._model.context.wrongs.say(path, sentence)
        if len(self._sentences) > MOST_SAID:
            self._soon.start(0)
        else:
            self._show()

    def _show(self) -> None:
        """Show the first sentences whose cells are there."""
        cells = ((path, self._model.index_of(path)) for path in self._sentences)
        there = list(islice(((p, i) for p, i in cells if i.isValid()), MOST_SAID))
        wanted = {path for path, _ in there}
        for path in [path for path in self._labels if path not in wanted]:
            label = self._labels.pop(path)
            self._column.removeWidget(label)
            part_with(label)
        for path, index in there:
            label = self._labels.get(path) or self._labelled(path)
            label.setText(f"{self._model.label(index)}: {self._sentences[path]}")
        more = len(self._sentences) - len(there) if len(there) == MOST_SAID else 0
        one, many = N_("{count} more cell is marked."), N_("{count} more cells are marked.")
        self._more.setText(say_count(one, many, more))
        self._more.setVisible(more > 0)
        self.setVisible(bool(self._labels))

    def _labelled(self, path: str) -> QLabel:
        label = self._labels[path] = plain_label("", "error")
        label.setObjectName(f"{path}.error")
        self._column.insertWidget(self._column.count() - 1, label)
        return label
