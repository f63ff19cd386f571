"""Binders of what is chosen: words, yes or no, members by their names."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import fill
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from planner import paths
from planner.i18n import N_
from planner.model.kinds import Choice, ListOf, YesNo
from planner.model.references import Ref
from planner.paths.mentions import collection_at
from wizards.forms.binder import Binder
from wizards.forms.context import Context
from wizards.forms.entries import ChoiceEntry, FlowLayout
from wizards.forms.wording import FORMATS, NO, YES, choice_text
from wizards.speaking import say

Option = tuple[Any, str]
_LINE = 48
"""Characters after which the words beside a box go on in another line."""


def options_of(context: Context, path: str) -> tuple[Option, ...]:
    """The values to choose from at a path, each with its words."""
    kind = paths.place(path).kind
    if isinstance(kind, YesNo):
        return ((True, say(YES)), (False, say(NO)))
    if isinstance(kind, ListOf):
        kind = kind.of
    if path == "meta.document.formats":
        return _formats(context)
    if isinstance(kind, Choice):
        return tuple((word, choice_text(kind, word)) for word in kind.choices)
    if isinstance(kind, Ref):
        found = paths.members(context.plan, collection_at(kind.to, path))
        return tuple((member.id, paths.title_of(member)) for _, member in found)
    return ()


def _formats(context: Context) -> tuple[Option, ...]:
    """The formats that some kind of document can be written in, and those chosen already."""
    from planner.composing.outline import outlines

    works = {form for kind in outlines() for form in kind.formats}
    chosen = context.plan.meta.document.formats or ()
    return tuple((form, FORMATS[form]) for form in FORMATS if form in works or form in chosen)


class ChoiceBinder(Binder):
    """One of several words, yes or no, or one member by its name."""

    def __init__(self, context: Context, path: str, name: str) -> None:
        self.entry = ChoiceEntry()
        super().__init__(context, path, self.entry, name)
        self.entry.setMaximumWidth(440)
        self.entry.setSizeAdjustPolicy(ChoiceEntry.SizeAdjustPolicy.AdjustToContents)
        self.entry.setMinimumContentsLength(20)
        self._options: tuple[Option, ...] = ()
        self.entry.activated.connect(self._chosen)
        self.entry.entered.connect(self.entered)

    def refresh(self) -> None:
        """Show the value, and the names as they are now."""
        options = options_of(self.context, self.path)
        if options != self._options or not self.entry.count():
            self._options = options
            self.entry.clear()
            default = self.default_text()
            nothing = say(N_("{value} (assumed)"), value=default) if default else "–"
            if not options and isinstance(self.kind, Ref):
                nothing = say(N_("Nothing to choose from yet"))
            self.entry.addItem(nothing)
            for _, words in options:
                self.entry.addItem(words)
            self.show(self.value())
        super().refresh()

    def show(self, value: Any) -> None:
        """The chosen word."""
        values = [option for option, _ in self._options]
        self.entry.setCurrentIndex(values.index(value) + 1 if value in values else 0)

    def _chosen(self, index: int) -> None:
        self.take(self._options[index - 1][0] if index > 0 else None)

    def take(self, value: Any) -> None:
        """Put the chosen value into the plan."""
        if not self.set(value):
            self.show(self.value())


class SeveralBinder(Binder):
    """Several words or members, each a box to tick; the order is that of ticking."""

    def __init__(self, context: Context, path: str, name: str) -> None:
        box = QWidget()
        super().__init__(context, path, box, name)
        self._column = QVBoxLayout(box)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._note: QLabel | None = None
        self._options: tuple[Option, ...] | None = None
        self._boxes: list[QCheckBox] = []
        self._inside: QWidget | None = None

    @property
    def focus_widget(self) -> QWidget:
        """The first box."""
        return self._boxes[0] if self._boxes else self.widget

    def refresh(self) -> None:
        """Show the value, and the names as they are now."""
        options = options_of(self.context, self.path)
        if options != self._options:
            self._options = options
            self._build(options)
            self.show(self.value())
        super().refresh()

    def show(self, value: Any) -> None:
        """Tick what is chosen, or what counts while nothing is."""
        chosen = value or self._assumed()
        for box, (option, _) in zip(self._boxes, self._options or (), strict=True):
            box.setChecked(option in chosen)
        if self._note is not None:
            self._note.setHidden(bool(value))

    def _build(self, options: Iterable[Option]) -> None:
        if self._inside is not None:
            self._column.removeWidget(self._inside)
            self._inside.deleteLater()
        self._boxes, self._note = [], None
        self._inside = QWidget()
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        flow = FlowLayout(even=True)
        inside.addLayout(flow)
        for option, words in options:
            box = QCheckBox(fill(words, _LINE).replace("&", "&&"))
            box.setObjectName(f"{self.path}.{option}")
            box.setAccessibleName(f"{self.name}: {words}")
            box.clicked.connect(self._ticked)
            self._boxes.append(box)
            flow.addWidget(box)
        default = self.default_text()
        if default and self._boxes:
            self._note = _note(say(N_("{value} (assumed)"), value=default))
            inside.addWidget(self._note)
        if not self._boxes:
            inside.addWidget(_note(say(N_("Nothing to choose from yet."))))
        self._column.addWidget(self._inside)
        if self._boxes:
            self.widget.setFocusProxy(self._boxes[0])

    def _ticked(self) -> None:
        self.entered.emit()
        ticked = [
            option
            for box, (option, _) in zip(self._boxes, self._options or (), strict=True)
            if box.isChecked()
        ]
        before = [value for value in self.value() or self._assumed() if value in ticked]
        value = [*before, *(option for option in ticked if option not in before)]
        self.set(value or None)
        self.show(self.value())

    def _assumed(self) -> tuple[Any, ...]:
        ask = self.place.field.ask
        return tuple(ask.default) if ask is not None and ask.default else ()


def _note(text: str) -> QLabel:
    note = QLabel(text)
    note.setTextFormat(Qt.TextFormat.PlainText)
    note.setProperty("role", "hint")
    note.setContentsMargins(4, 6, 0, 0)
    return note
