"""The side panel: help for the field in focus, what is still missing, what the review says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from planner.i18n import N_
from wizards.panels.links import Link, finding_link, missing_link
from wizards.parting import drop
from wizards.speaking import say

if TYPE_CHECKING:
    from wizards.pages.missing import Group

WIDTH = 312
NARROW = 264
MOST_LINES = 12
"""Findings shown before “… and more”."""


class SidePanel(QScrollArea):
    """Help, what is missing on the step, findings; `wanted` tells the path that is followed."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setProperty("role", "side")
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 24, 20, 24)
        column.setSpacing(6)
        self._help = QVBoxLayout()
        self._help.setSpacing(6)
        column.addLayout(self._help)
        column.addSpacing(24)
        self._missing = QVBoxLayout()
        self._missing.setSpacing(2)
        column.addLayout(self._missing)
        column.addSpacing(24)
        self._findings = QVBoxLayout()
        self._findings.setSpacing(4)
        column.addLayout(self._findings)
        column.addStretch(1)
        self.setWidget(inside)
        self._explained: tuple[tuple[str, str], ...] = ()
        self._groups: tuple[Group, ...] | None = None
        self._found: tuple[tuple[str, str, str], ...] | None = ()
        self.explain_nothing()

    def explain_nothing(self) -> None:
        """Say how help is reached."""
        text = N_("Go to a question to see why it is asked, and how the sample plan answers it.")
        self.explain((("why", say(text)),))

    def explain(self, parts: tuple[tuple[str, str], ...]) -> None:
        """Show lines of help, each a role of the stylesheet and its text."""
        if parts == self._explained:
            return
        self._explained = parts
        _clear(self._help)
        self._line(self._help, say(N_("Help")), "eyebrow")
        for role, text in parts:
            self._line(self._help, text, role)

    def show_missing(self, groups: tuple[Group, ...] | None) -> None:
        """Show what is missing on the step, card by card, each line a link to its field.

        What has not changed stays as it is, so that nobody's place in the list is lost. A page
        that is no step has no groups.
        """
        if groups == self._groups:
            return
        self._groups = groups
        _clear(self._missing)
        if groups is None:
            return
        self._line(self._missing, say(N_("Still missing here")), "eyebrow")
        if not groups:
            text = N_("Nothing. Every question that a short plan needs has its answer.")
            self._line(self._missing, say(text), "why")
        for group in groups:
            self._missing.addSpacing(6)
            self._line(self._missing, group.title, "why")
            for one in group.missing:
                link = missing_link(one.path, one.words, self.wanted.emit)
                self._missing.addWidget(link)
                # A layout shows what it got only after this event: too late for the focus.
                link.show()
            if group.more:
                self._line(self._missing, say(N_("… and {count} more"), count=group.more), "hint")

    def go_to_missing(self) -> None:
        """Bring what is missing into sight and give its first line the focus."""
        self.show()
        links = [
            widget
            for n in range(self._missing.count())
            if (item := self._missing.itemAt(n)) and isinstance(widget := item.widget(), Link)
        ]
        if links:
            links[0].setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._scroll_to_missing)

    def _scroll_to_missing(self) -> None:
        item = self._missing.itemAt(0)
        head = item.widget() if item is not None else None
        if head is not None:
            self.verticalScrollBar().setValue(head.y() - 12)

    def show_findings(self, findings: tuple[tuple[str, str, str], ...] | None) -> None:
        """Show what the review found: severity, path, sentence of each; None while it runs."""
        if findings == self._found and self._findings.count():
            return
        self._found = findings
        _clear(self._findings)
        self._line(self._findings, say(N_("Review of this step")), "eyebrow")
        if not findings:
            text = N_("Nothing to say against it.") if findings is not None else N_("Looking …")
            self._line(self._findings, say(text), "why")
            return
        for severity, path, sentence in findings[:MOST_LINES]:
            self._findings.addWidget(finding_link(severity, path, sentence, self.wanted.emit))
        more = len(findings) - MOST_LINES
        if more > 0:
            self._line(self._findings, say(N_("… and {count} more"), count=more), "hint")

    @staticmethod
    def _line(column: QVBoxLayout, text: str, role: str) -> None:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("role", role)
        column.addWidget(label)


def _clear(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            drop(widget)
