"""The ledger of sources: what every figure and claim rests on; opened from a field's button."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner import paths
from planner.i18n import N_
from planner.model.plan import Plan
from wizards.forms.cards import PlainCard, Topic
from wizards.forms.collection import CollectionView
from wizards.forms.context import Context
from wizards.forms.entries import ChoiceEntry
from wizards.forms.leading import lead
from wizards.forms.row import plain_label
from wizards.forms.wording import name_of
from wizards.pages.page import Page, cards_of
from wizards.panels.help import answer_text
from wizards.parting import part_with
from wizards.speaking import say

TOPICS = (
    Topic(
        N_("Sources"),
        ("evidence.items",),
        N_("One line a source: a letter, a receipt, a talk, a page. It prints as a note."),
    ),
    Topic(
        N_("Assumptions"),
        ("evidence.assumptions",),
        N_("What you believe without proof, when it would be wrong, and what you do then."),
    ),
    Topic(N_("Open decisions"), ("evidence.open_decisions",)),
    Topic(N_("Words with a meaning of ours"), ("evidence.glossary",)),
    Topic(N_("Workshops"), ("evidence.workshops",)),
)


class Ledger(Page):
    """The plan's sources and assumptions, with the field in question on top."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(
            context,
            "panel.evidence",
            say(N_("Sources and assumptions")),
            say(N_("What has a source here prints as a fact, all else as an assumption.")),
            parent,
        )
        back = QPushButton(say(N_("‹  Back to the question")))
        back.setObjectName("evidence.back")
        back.setProperty("quiet", True)
        back.setAccessibleName(say(N_("Back to the question")))
        back.clicked.connect(self._go_back)
        self.column.insertWidget(0, back, 0, Qt.AlignmentFlag.AlignLeft)
        self._subject = _Subject(self)
        self.column.addWidget(self._subject)
        cards_of(self, TOPICS)
        self.column.addStretch(1)
        self.path = ""

    def ask_about(self, path: str) -> None:
        """Show what a field rests on."""
        self.path = path
        self._subject.show_path(path)
        self.verticalScrollBar().setValue(0)

    def acts_of_refresh(self) -> Iterator[Callable[[], None]]:
        """What there is to do, the answer that sources are shown of at the end."""
        yield from super().acts_of_refresh()
        yield self._show_subject

    def sources_of(self, path: str) -> list[str]:
        """The paths of the sources that a field rests on."""
        return [
            found
            for found, item in paths.members(self.context.plan, "evidence.items")
            if any(paths.within(path, about) for about in getattr(item, "about", None) or ())
        ]

    def add_source(self) -> None:
        """Add a source for the field in question and open its name."""
        values = {"about": (self.path,)} if self.path else {}
        identity = self.context.session.insert("evidence.items", values)
        table = lead(self.cards, f"evidence.items[{identity}]")
        assert isinstance(table, CollectionView)
        row = table.view.table.row_of(identity)
        table.view.edit_cell(table.view.table.index(row, 0))

    def link(self, source: str, *, on: bool) -> None:
        """Let a source stand for the field in question, or no longer."""
        about = list(paths.get(self.context.plan, f"{source}.about") or ())
        if on and self.path not in about:
            about.append(self.path)
        elif not on:
            about = [path for path in about if path != self.path]
        self.context.session.set(f"{source}.about", about or None)

    def _show_subject(self) -> None:
        self._subject.show_path(self.path)

    def _go_back(self) -> None:
        self.context.guide.show_path(self.path)


class _Subject(QWidget):
    """The field that the ledger was opened for: its value and the sources it rests on."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__()
        self._ledger = ledger
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._column = column
        self._card: PlainCard | None = None
        self.hide()

    def show_path(self, path: str) -> None:
        """Show another field, or the same with what changed."""
        if self._card is not None:
            self._column.removeWidget(self._card)
            part_with(self._card)
            self._card = None
        plan = self._ledger.context.plan
        known = bool(path) and (paths.has(plan, path) or paths.is_empty(_value(plan, path)))
        self.setVisible(known)
        if not known:
            return
        card = self._card = PlainCard(name_of(plan, path))
        told = answer_text(plan, path) if _value(plan, path) is not None else ""
        card.column.addWidget(plain_label(told or say(N_("No answer yet.")), "secondary"))
        sources = self._ledger.sources_of(path)
        if not sources:
            card.column.addWidget(
                plain_label(say(N_("No source yet, so it prints as an assumption.")), "why")
            )
        for source in sources:
            card.column.addLayout(self._line(source))
        card.column.addLayout(self._ways(sources))
        self._column.addWidget(card)

    def _ways(self, sources: list[str]) -> QHBoxLayout:
        """A new source, or one of those that are there already."""
        row = QHBoxLayout()
        row.setSpacing(12)
        add = QPushButton(say(N_("+  Add a source for this")))
        add.setObjectName("evidence.add_for_field")
        add.setAccessibleName(say(N_("Add a source for this")))
        add.clicked.connect(self._ledger.add_source)
        row.addWidget(add)
        plan = self._ledger.context.plan
        others = [path for path, _ in paths.members(plan, "evidence.items") if path not in sources]
        if others:
            known = ChoiceEntry()
            known.setObjectName("evidence.use_for_field")
            known.setAccessibleName(say(N_("Use a source that is there already")))
            known.setMaximumWidth(360)
            known.setSizeAdjustPolicy(
                ChoiceEntry.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            known.setMinimumContentsLength(24)
            known.addItem(say(N_("Use one that is there …")))
            for path in others:
                known.addItem(name_of(plan, path), path)
            known.activated.connect(lambda row: self._use(known.itemData(row)))
            row.addWidget(known, 1)
        row.addStretch(1)
        return row

    def _use(self, source: str | None) -> None:
        if source:
            self._ledger.link(source, on=True)

    def _line(self, source: str) -> QHBoxLayout:
        row = QHBoxLayout()
        title = name_of(self._ledger.context.plan, source)
        row.addWidget(plain_label(title, "question"), 1)
        out = QPushButton(say(N_("Not for this")))
        out.setProperty("quiet", True)
        out.setAccessibleName(f"{say(N_('Not for this'))}: {title}")
        out.clicked.connect(lambda: self._ledger.link(source, on=False))
        row.addWidget(out)
        return row


def _value(plan: Plan, path: str) -> Any:
    try:
        return paths.get(plan, path)
    except paths.BadPath:
        return None
