"""Strategies from what is inside and what is outside: one line is picked from each side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from planner.i18n import N_
from planner.model.positioning.choices import SwotItem
from wizards import theme
from wizards.forms.context import Context
from wizards.forms.row import plain_label
from wizards.forms.wording import member_name
from wizards.speaking import say

SWOT, STRATEGIES = "positioning.swot", "positioning.strategies"
INSIDE, OUTSIDE = ("strength", "weakness"), ("opportunity", "threat")
_KINDS = {
    "strength": N_("Strength: {line}"),
    "weakness": N_("Weakness: {line}"),
    "opportunity": N_("Opportunity: {line}"),
    "threat": N_("Threat: {line}"),
}
_WAYS = {
    ("strength", "opportunity"): N_("A strength meets an opportunity: how do you use it to grow?"),
    ("strength", "threat"): N_("A strength meets a threat: how do you use it to hold your ground?"),
    ("weakness", "opportunity"): N_("A weakness stands before an opportunity: what do you mend?"),
    ("weakness", "threat"): N_("A weakness meets a threat: what do you avoid, give up or protect?"),
}
_HEIGHT = 220
"""Pixels of the lists at 100 %."""


class Matching(QWidget):
    """Two lists beside each other, what their chosen lines mean together, and what to do."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("matching")
        self._context = context
        self._shown: tuple[object, object] = (None, None)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        hint = N_("Pick a line on each side, and write down what you could do with both.")
        self._hint = plain_label(say(hint), "hint")
        column.addWidget(self._hint)
        self._sides = QWidget()
        sides = QGridLayout(self._sides)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setHorizontalSpacing(12)
        sides.setVerticalSpacing(4)
        self.inside = _list("matching.inside", say(N_("Inside: strengths and weaknesses")))
        self.outside = _list("matching.outside", say(N_("Outside: opportunities and threats")))
        for place, listed in enumerate((self.inside, self.outside)):
            sides.addWidget(plain_label(listed.accessibleName(), "question"), 0, place)
            sides.addWidget(listed, 1, place)
            sides.setColumnStretch(place, 1)
            listed.currentItemChanged.connect(self._show_pair)
        column.addWidget(self._sides)
        self._means = plain_label("", "body")
        self._means.setObjectName("matching.means")
        column.addWidget(self._means)
        self.write = QPushButton(say(N_("Write a strategy from these two")))
        self.write.setObjectName("matching.write")
        self.write.clicked.connect(self._write)
        column.addWidget(self.write, 0, Qt.AlignmentFlag.AlignLeft)
        context.bridge.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the lines as they stand in the plan."""
        position = self._context.plan.positioning
        facts = (position.swot, position.strategies)
        if facts[0] is self._shown[0] and facts[1] is self._shown[1]:
            return
        self._shown = facts
        for listed, kinds in ((self.inside, INSIDE), (self.outside, OUTSIDE)):
            lines = [line for line in position.swot if line.kind in kinds and line.statement]
            self._fill(listed, sorted(lines, key=lambda line: -(line.importance or 0)))
        ready = bool(self.inside.count() and self.outside.count())
        self._sides.setVisible(ready)
        self.write.setVisible(ready)
        until = N_("Once the SWOT has a line inside and one outside, they can be matched here.")
        picked = N_("Pick a line on each side, and write down what you could do with both.")
        self._hint.setText(say(picked if ready else until))
        self._show_pair()

    def _fill(self, listed: QListWidget, lines: list[SwotItem]) -> None:
        kept = _chosen(listed)
        listed.blockSignals(True)
        listed.clear()
        for line in lines:
            words = say(_KINDS[line.kind or ""], line=line.statement)
            if line.segment:
                group = member_name(self._context.plan, f"segments.items[{line.segment}]")
                words += f" ({group})"
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, line.id)
            item.setToolTip(words)
            listed.addItem(item)
            if line.id == kept:
                listed.setCurrentItem(item)
        listed.blockSignals(False)

    def _show_pair(self) -> None:
        one, other = _chosen(self.inside), _chosen(self.outside)
        self.write.setEnabled(bool(one and other))
        if not (one and other):
            self._means.setVisible(False)
            return
        position = self._context.plan.positioning
        kinds = {line.id: line.kind or "" for line in position.swot}
        words = say(_WAYS[kinds[one], kinds[other]])
        pair = {one, other}
        known = [s for s in position.strategies if pair <= set(s.swot_items or ())]
        names = [member_name(self._context.plan, f"{STRATEGIES}[{s.id}]") for s in known]
        if names:
            words += " " + say(N_("Already combined in: {names}."), names=", ".join(names))
        self._means.setText(words)
        self._means.setVisible(True)

    def _write(self) -> None:
        pair = [_chosen(self.inside), _chosen(self.outside)]
        session = self._context.session
        key = session.insert(STRATEGIES, {"swot_items": pair}, origin=self)
        self._context.guide.show_path(f"{STRATEGIES}[{key}].name")


def _list(name: str, spoken: str) -> QListWidget:
    listed = QListWidget()
    listed.setObjectName(name)
    listed.setAccessibleName(spoken)
    listed.setWordWrap(True)
    listed.setFixedHeight(theme.pixels(_HEIGHT))
    listed.setTextElideMode(Qt.TextElideMode.ElideNone)
    listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    listed.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
    return listed


def _chosen(listed: QListWidget) -> str:
    item = listed.currentItem()
    return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""
