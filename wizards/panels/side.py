"""The side panel: help for the field in focus, what is still missing, what the review says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from planner.i18n import N_
from wizards.panels.lines import Lines
from wizards.panels.links import Link, finding_link, missing_link
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
        self._help = Lines(6)
        column.addLayout(self._help)
        column.addSpacing(24)
        self._missing = Lines(2)
        column.addLayout(self._missing)
        column.addSpacing(24)
        self._findings = Lines(4)
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
        self._help.clear()
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
        self._missing.clear()
        if groups is None:
            return
        self._line(self._missing, say(N_("Still missing here")), "eyebrow")
        if not groups:
            text = N_("Nothing. Every question that a short plan needs has its answer.")
            self._line(self._missing, say(text), "why")
        for group in groups:
            title = self._line(self._missing, group.title, "why")
            title.setContentsMargins(0, 8, 0, 0)
            for one in group.missing:
                link = missing_link(one.path, one.words, self.wanted.emit)
                self._missing.put(link)
                # A layout shows what it got only after this event: too late for the focus.
                link.show()
            if group.more:
                self._line(self._missing, say(N_("… and {count} more"), count=group.more), "hint")

    def go_to_missing(self) -> None:
        """Bring what is missing into sight and give its first line the focus."""
        self.show()
        link = next((line for line in self._missing.shown if isinstance(line, Link)), None)
        if link is not None:
            link.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._scroll_to_missing)

    def _scroll_to_missing(self) -> None:
        if self._missing.shown:
            self.verticalScrollBar().setValue(self._missing.shown[0].y() - 12)

    def show_findings(self, findings: tuple[tuple[str, str, str], ...] | None) -> None:
        """Show what the review found: severity, path, sentence of each; None while it runs."""
        if findings == self._found and self._findings.shown:
            return
        self._found = findings
        self._findings.clear()
        self._line(self._findings, say(N_("Review of this step")), "eyebrow")
        if not findings:
            text = N_("Nothing to say against it.") if findings is not None else N_("Looking …")
            self._line(self._findings, say(text), "why")
            return
        for severity, path, sentence in findings[:MOST_LINES]:
            self._findings.put(finding_link(severity, path, sentence, self.wanted.emit))
        more = len(findings) - MOST_LINES
        if more > 0:
            self._line(self._findings, say(N_("… and {count} more"), count=more), "hint")

    @staticmethod
    def _line(column: Lines, text: str, role: str) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("role", role)
        column.put(label)
        return label
