"""How far every step is, on the page before the writing, with what is missing as links."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.i18n import N_
from wizards import theme
from wizards.forms.cards import PlainCard
from wizards.forms.row import plain_label
from wizards.pages.missing import Group
from wizards.panels.links import Link, missing_link
from wizards.parting import part_with
from wizards.rail import State, missing_words, paint_sign
from wizards.speaking import say
from wizards.steps import STEPS, Step

_SIGN = 5
"""Half the width of the sign of a step's state, in pixels."""
_FEW = 8
"""So many missing answers are shown at once; of more, only how many they are."""
States = Mapping[str, State]
Missing = Mapping[str, tuple[Group, ...]]


class Overview(PlainCard):
    """A line for each step, named `overview.<word>`, that leads there.

    Beside it a button named `overview.<word>.missing` unfolds what is missing.
    """

    def __init__(self, follow: Callable[[str], None]) -> None:
        super().__init__(say(N_("How far the plan is")))
        self._follow = follow
        self._shown: tuple[States, Missing] | None = None
        self._inside: QWidget | None = None
        self._unfolded: dict[str, bool] = {}

    def show_standing(self, states: States, missing: Mapping[str, tuple[Group, ...]]) -> None:
        """Show how far the steps are; what has not changed stays as it is."""
        if self._shown == (states, missing):
            return
        self._shown = (states, missing)
        if self._inside is not None:
            self.column.removeWidget(self._inside)
            part_with(self._inside)
        self._inside = QWidget(self)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        few = sum(state.missing for state in states.values()) <= _FEW
        for number, step in enumerate(STEPS, 1):
            state = states[step.word]
            column.addWidget(self._row(number, step, state, missing[step.word], opened=few))
        self.column.addWidget(self._inside)
        # A layout shows what is new a moment later: until then the page would shrink and jump.
        self._inside.show()

    def _row(
        self, number: int, step: Step, state: State, groups: tuple[Group, ...], *, opened: bool
    ) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(8)
        link = StepLink(number, step, state)
        link.clicked.connect(lambda: self._follow(step.word))
        line.addWidget(link, 1)
        column.addLayout(line)
        if groups:
            inside = self._missing(groups, box)
            column.addWidget(inside)
            line.addWidget(self._unfolding(step, state, inside, opened=opened))
        return box

    def _unfolding(self, step: Step, state: State, inside: QWidget, *, opened: bool) -> QPushButton:
        """The button that shows and hides what is missing; what the user chose stays."""
        button = QPushButton(missing_words(state.missing))
        button.setObjectName(f"overview.{step.word}.missing")
        button.setProperty("quiet", True)
        button.setCheckable(True)

        def show(on: bool) -> None:
            inside.setVisible(on)
            told = say(N_("open")) if on else say(N_("folded"))
            button.setAccessibleName(f"{say(step.name)}: {button.text()}, {told}")

        def choose(on: bool) -> None:
            self._unfolded[step.word] = on

        button.setChecked(self._unfolded.get(step.word, opened))
        show(button.isChecked())
        button.toggled.connect(show)
        button.clicked.connect(choose)
        return button

    def _missing(self, groups: tuple[Group, ...], parent: QWidget) -> QWidget:
        inside = QWidget(parent)
        column = QVBoxLayout(inside)
        column.setContentsMargins(36, 0, 0, 8)
        column.setSpacing(2)
        for group in groups:
            column.addWidget(plain_label(group.title, "why"))
            for one in group.missing:
                column.addWidget(missing_link(one.path, one.words, self._follow))
            if group.more:
                more = say(N_("… and {count} more"), count=group.more)
                column.addWidget(plain_label(more, "hint"))
        return inside


class StepLink(Link):
    """A step with its state in a sign and in words."""

    def __init__(self, number: int, step: Step, state: State) -> None:
        name, words = say(step.name), state.words()
        lines = ((f"{number}  {name}", "question"), (words, "why"))
        super().__init__(f"overview.{step.word}", f"{number}. {name}, {words}", lines, inset=4)
        self._state = state
        inside = self.layout()
        assert inside is not None
        inside.setContentsMargins(36, 4, 6, 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sign beside the lines."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_sign(painter, theme.tokens(), self._state, QPointF(18, self.height() / 2), _SIGN)
