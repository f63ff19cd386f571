"""The binder of the brand: one of those in the user's folder, or a new one from its file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from planner.i18n import N_
from wizards.forms.binder import Binder
from wizards.forms.context import Context
from wizards.forms.entries import ChoiceEntry, FlowLayout
from wizards.speaking import language, say


class BrandBinder(Binder):
    """A choice of the brands that are there, and a button that adds one."""

    def __init__(self, context: Context, path: str, name: str) -> None:
        box = QWidget()
        super().__init__(context, path, box, name)
        self.entry = ChoiceEntry()
        self.entry.setObjectName(f"{path}.choice")
        self.entry.setAccessibleName(name)
        self.entry.setMinimumContentsLength(20)
        self.entry.setSizeAdjustPolicy(ChoiceEntry.SizeAdjustPolicy.AdjustToContents)
        self.entry.activated.connect(self._chosen)
        self.entry.entered.connect(self.entered)
        self._add = QPushButton(say(N_("Add a brand file …")))
        self._add.setObjectName(f"{path}.add")
        self._add.setAccessibleName(f"{name}: {say(N_('add a brand file'))}")
        self._add.clicked.connect(self._ask)
        row = FlowLayout(box)
        row.addWidget(self.entry)
        row.addWidget(self._add)
        box.setFocusProxy(self.entry)
        self._names: tuple[str, ...] = ()

    @property
    def focus_widget(self) -> QWidget:
        """The choice."""
        return self.entry

    def show(self, value: Any) -> None:
        """The chosen brand; one that is not there is shown as such."""
        self._fill()
        self.entry.setCurrentIndex(self._names.index(value) + 1 if value else 0)

    def take(self, file: Path) -> None:
        """Keep a brand file in the user's folder and choose it."""
        from planner.writers import WriteError
        from planner.writers.brand import add

        try:
            name = add(file)
        except WriteError as error:
            self.wrong.emit(error.message(language()))
            return
        if self.set(name):
            self.show(name)

    def _fill(self) -> None:
        # Writers load slowly, and forms without a brand need none.
        from planner.writers.brand import found

        there, value = found(), self.value()
        self._names = there if value is None or value in there else (*there, value)
        self.entry.clear()
        self.entry.addItem(say(N_("Plansmith’s own look")))
        for name in self._names:
            lost = name not in there
            self.entry.addItem(say(N_("{name} (not found)"), name=name) if lost else name)

    def _chosen(self, index: int) -> None:
        if self.set(self._names[index - 1] if index else None):
            self.show(self.value())

    def _ask(self) -> None:
        self.entered.emit()
        dialog = QFileDialog(self.widget, say(N_("Add a brand file")))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(f"{say(N_('Brand files'))} (*.toml)")
        dialog.fileSelected.connect(lambda file: self.take(Path(file)))
        dialog.open()
