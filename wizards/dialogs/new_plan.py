"""A new plan: what it has to know before the first question."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from planner import paths
from planner.i18n import LANGUAGES, N_
from planner.model.kinds import BadValue, Choice
from planner.model.plan import Plan
from wizards.dialogs.form import FormDialog
from wizards.forms.entries import ChoiceEntry, LineEntry
from wizards.forms.wording import choice_text
from wizards.speaking import language, locale, say

_DEPTHS = (
    ("essential", N_("Essential: a short plan, about 130 questions")),
    ("standard", N_("Standard: what a board expects")),
    ("thorough", N_("Thorough: every question there is")),
)


class NewPlanDialog(FormDialog):
    """Asks language, currency, period, client and depth; `made` tells the new plan."""

    made = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(say(N_("New plan")), "new", parent)
        self.setMinimumWidth(520)
        self._currency = self._choice("meta.currency", "new.currency", _currency_here())
        self.add_row(
            say(N_("In which currency are all the amounts?")),
            self._currency,
            say(N_("It can be changed later; nothing is converted then.")),
        )
        year = datetime.now().astimezone().year + 1
        self._first, self._last = LineEntry(), LineEntry()
        self.add_row(say(N_("Which months does the plan cover?")), self._months(year))
        self._depth = ChoiceEntry()
        self._depth.setObjectName("new.depth")
        for word, text in _DEPTHS:
            self._depth.addItem(say(text), word)
        self.add_row(
            say(N_("How deep do you want to go?")),
            self._depth,
            say(N_("You can go deeper at any time; nothing you typed is lost.")),
        )
        self._language = self._choice("meta.language", "new.language", language())
        self.add_row(say(N_("In which language do you write your answers?")), self._language)
        self._client = LineEntry()
        self._client.setObjectName("new.client")
        self.add_row(
            say(N_("Whose plan is it, if not your own firm’s?")),
            self._client,
            say(N_("Leave this empty for a plan of your own.")),
        )
        self._error = self.add_text("", "error")
        self._error.setObjectName("new.error")
        self._error.hide()
        self.add_buttons(say(N_("&Begin")))

    def accept(self) -> None:
        """Make the plan, or say what does not fit."""
        try:
            plan = self.plan()
        except BadValue as bad:
            self._error.setText(bad.message(language()))
            self._error.show()
            return
        super().accept()
        self.made.emit(plan)

    def plan(self) -> Plan:
        """The plan with what was answered.

        Raises:
            BadValue: where an answer does not fit.
        """
        plan = Plan()
        months = (self._first.text().strip(), self._last.text().strip())
        for path, value in (
            ("meta.currency", self._currency.currentData()),
            ("meta.period", months),
            ("meta.depth", self._depth.currentData()),
            ("meta.language", self._language.currentData()),
            ("meta.client", self._client.text()),
        ):
            plan = paths.put(plan, path, value)
        return plan

    def _months(self, year: int) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        for entry, name, month, words in (
            (self._first, "new.first", f"{year}-01", N_("First month")),
            (self._last, "new.last", f"{year}-12", N_("Last month")),
        ):
            entry.setObjectName(name)
            entry.setText(month)
            entry.setAccessibleName(say(words))
            entry.setMaximumWidth(130)
        row.addWidget(self._first)
        row.addWidget(QLabel(say(N_("to"))))
        row.addWidget(self._last)
        row.addStretch()
        box.setFocusProxy(self._first)
        return box

    @staticmethod
    def _choice(path: str, name: str, chosen: str) -> ChoiceEntry:
        kind = paths.place(path).kind
        assert isinstance(kind, Choice)
        entry = ChoiceEntry()
        entry.setObjectName(name)
        for word in kind.choices:
            entry.addItem(choice_text(kind, word), word)
        entry.setCurrentIndex(max(0, entry.findData(chosen)))
        return entry


def _currency_here() -> str:
    here = locale()
    code = here.currencySymbol(here.CurrencySymbolFormat.CurrencyIsoCode)
    return code if language() != "en" and language() in LANGUAGES else "EUR"
