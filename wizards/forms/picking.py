"""The binder of paths: places of the plan chosen by words, never typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from planner import paths
from planner.i18n import N_
from planner.model.clean import fold
from planner.model.nodes import Node, declared
from planner.model.plan import Plan
from planner.model.references import PathsTo, PathTo
from wizards.forms.binder import Binder
from wizards.forms.context import Context
from wizards.forms.entries import LineEntry
from wizards.forms.units import kind_of
from wizards.forms.wording import name_of, shown
from wizards.speaking import say


def places(plan: Plan, kind: PathTo) -> list[tuple[str, str]]:
    """The paths that a field of this kind may name, each in words: filled fields and members."""
    found: list[tuple[str, str]] = []
    for name, section in declared(Plan).items():
        heading = say(section.label)
        _collect(plan, getattr(plan, name), name, heading, found)
    return [(path, words) for path, words in found if _fits(kind, path)]


def _fits(kind: PathTo, path: str) -> bool:
    if kind.to == "any":
        return True
    inside = path.startswith(f"{kind.to}[")
    return inside and (not kind.only or any(f".{name}[" in path for name in kind.only))


def _collect(plan: Plan, node: Node, path: str, heading: str, found: list[tuple[str, str]]) -> None:
    for name, field in declared(type(node)).items():
        here = f"{path}.{name}"
        value = getattr(node, name)
        if field.many is not None:
            for member in value:
                inside = f"{here}[{member.id}]"
                title = name_of(plan, inside)
                found.append((inside, f"{heading} › {say(field.label)} › {title}"))
                _collect(plan, member, inside, f"{heading} › {title}", found)
        elif field.is_field:
            if not paths.is_empty(value):
                words = f"{heading} › {say(field.label)}"
                answer = _answer(plan, value, here)
                found.append((here, f"{words}: {answer}" if answer else words))
        else:
            _collect(plan, value, here, f"{heading} › {say(field.label)}", found)


def _answer(plan: Plan, value: Any, path: str) -> str:
    if isinstance(value, Node):
        return ""
    text = " ".join(shown(kind_of(plan, path), value, plan, path).split())
    return text if len(text) <= 40 else text[:39] + "…"


class PlacesBinder(Binder):
    """One or several places of the plan, each by name with a button to take it out."""

    def __init__(self, context: Context, path: str, name: str) -> None:
        box = QWidget()
        super().__init__(context, path, box, name)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        column.addLayout(self._rows)
        several = isinstance(self.kind, PathsTo)
        self._add = QPushButton(
            say(
                N_("Choose places of the plan …") if several else N_("Choose a place of the plan …")
            )
        )
        self._add.setObjectName(f"{path}.choose")
        self._add.setAccessibleName(f"{name}: {say(N_('choose'))}")
        self._add.clicked.connect(self._pick)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        box.setFocusProxy(self._add)
        self._lines: list[QWidget] = []

    @property
    def focus_widget(self) -> QWidget:
        """The button that chooses."""
        return self._add

    def chosen(self) -> tuple[str, ...]:
        """The paths that stand in the plan."""
        value = self.value()
        return () if value is None else value if isinstance(value, tuple) else (value,)

    def show(self, value: Any) -> None:
        """A line for each place."""
        del value
        for line in self._lines:
            self._rows.removeWidget(line)
            line.deleteLater()
        self._lines = [self._line(path) for path in self.chosen()]
        for line in self._lines:
            self._rows.addWidget(line)

    def choose(self, chosen: tuple[str, ...]) -> None:
        """Put chosen paths into the plan."""
        several = isinstance(self.kind, PathsTo)
        value: Any = (chosen or None) if several else (chosen[0] if chosen else None)
        if self.set(value):
            self.show(value)

    def _line(self, path: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        words = name_of(self.context.plan, path)
        label = QLabel(words)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        out = QPushButton(say(N_("Take out")))
        out.setProperty("quiet", True)
        out.setAccessibleName(f"{self.name}: {say(N_('take out'))} {words}")
        out.clicked.connect(self._taker(path))
        row.addWidget(label, 1)
        row.addWidget(out)
        return line

    def _taker(self, path: str) -> Callable[[], None]:
        return lambda: self.choose(tuple(one for one in self.chosen() if one != path))

    def _pick(self) -> None:
        self.entered.emit()
        kind = self.kind
        assert isinstance(kind, PathTo)
        offered = places(self.context.plan, kind)
        picker = Picker(offered, self.chosen(), self.widget, several=isinstance(kind, PathsTo))
        picker.setWindowTitle(self.name)
        picker.chosen.connect(self.choose)
        picker.open()


class Picker(QDialog):
    """Lets the user find and choose places of the plan by typing a part of their words."""

    chosen = Signal(tuple)

    def __init__(
        self,
        offered: list[tuple[str, str]],
        chosen: tuple[str, ...],
        parent: QWidget,
        *,
        several: bool,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("picker")
        self.resize(620, 460)
        self._several = several
        self._search = LineEntry()
        self._search.setObjectName("picker.search")
        self._search.setPlaceholderText(say(N_("Type a part of the name")))
        self._search.setAccessibleName(say(N_("Search the plan")))
        self._search.textEdited.connect(self._filter)
        self._list = QListWidget()
        self._list.setObjectName("picker.list")
        self._list.setAccessibleName(say(N_("Places of the plan")))
        for path, words in offered:
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, path)
            if several:
                ticked = path in chosen
                item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            self._list.addItem(item)
        self._list.itemActivated.connect(self._activated)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(say(N_("Choose")))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(say(N_("Cancel")))
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self._search)
        column.addWidget(self._list, 1)
        column.addWidget(buttons)

    def _filter(self, text: str) -> None:
        wanted = fold(text).split()
        for row in range(self._list.count()):
            item = self._list.item(row)
            words = fold(item.text())
            item.setHidden(not all(part in words for part in wanted))

    def _activated(self, item: QListWidgetItem) -> None:
        if self._several:
            on = item.checkState() == Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)
        else:
            self._take()

    def _take(self) -> None:
        items = [self._list.item(row) for row in range(self._list.count())]
        if self._several:
            taken = [item for item in items if item.checkState() == Qt.CheckState.Checked]
        else:
            taken = self._list.selectedItems()
        self.chosen.emit(tuple(str(item.data(Qt.ItemDataRole.UserRole)) for item in taken))
        self.accept()
