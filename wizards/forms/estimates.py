"""The binder of estimates: at least, most likely, at most."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planner import paths
from planner.i18n import N_
from planner.model.kinds import Kind
from wizards.forms.binder import Binder
from wizards.forms.context import Context
from wizards.forms.texts import LineBinder
from wizards.speaking import say

_MUCH = 100
"""How much of the room figures take before what is beside them."""
PARTS = (("low", N_("at least")), ("base", N_("most likely")), ("high", N_("at most")))


class EstimateBinder(Binder):
    """Three figures side by side; at essential depth the likely one alone."""

    def __init__(self, context: Context, path: str, name: str) -> None:
        box = QWidget()
        super().__init__(context, path, box, name)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self._parts: dict[str, LineBinder] = {}
        alone = not context.shows(paths.place(f"{path}.low"))
        for part, words in PARTS:
            if alone and part != "base":
                continue
            binder = LineBinder(context, f"{path}.{part}", f"{name}: {say(words)}")
            binder.wrong.connect(self.wrong)
            binder.entered.connect(self.entered)
            self._parts[part] = binder
            row.addLayout(self._column(binder, "" if alone else say(words)), _MUCH)
        if alone:
            box.setMaximumWidth(self._parts["base"].entry.maximumWidth())
        else:
            row.addStretch()
        box.setFocusProxy(self._parts["base"].entry)

    @property
    def kind(self) -> Kind:
        """The kind of its figures."""
        return paths.estimate_kind(self.place.field)

    @property
    def focus_widget(self) -> QWidget:
        """The likely figure."""
        return self._parts["base"].entry

    def refresh(self) -> None:
        """Show the figures."""
        for binder in self._parts.values():
            binder.refresh()

    def restore(self) -> None:
        """Show figures that were not accepted."""
        for binder in self._parts.values():
            binder.restore()

    def show(self, value: Any) -> None:
        """The figures are shown by their own binders."""
        del value
        self.refresh()

    @staticmethod
    def _column(binder: LineBinder, words: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        if words:
            label = QLabel(words)
            label.setProperty("role", "hint")
            label.setBuddy(binder.entry)
            label.setMaximumWidth(binder.entry.maximumWidth())
            column.addWidget(label)
        column.addWidget(binder.entry)
        return column
