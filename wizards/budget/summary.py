"""The line below the budget grid: planned so far, kept for surprises, the limit, what is left."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from planner.analysis.feeding.spending import left_to_spend, spending
from planner.i18n import N_
from wizards.budget.model import money
from wizards.forms.context import Context
from wizards.forms.entries import FlowLayout
from wizards.forms.row import plain_label
from wizards.speaking import say

LIMIT = "business.limits.affordable_budget"


class BudgetSummary(QWidget):
    """Says in words how the planned money stands to what can be spent."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        row = FlowLayout(self, gap=24)
        self._labels: dict[str, QLabel] = {}
        for name in ("planned", "contingency", "set", "left"):
            label = self._labels[name] = plain_label("", "question" if name == "left" else "")
            label.setObjectName(f"grid.budget.{name}")
            label.setWordWrap(False)
            row.addWidget(label)
        self._limit = QPushButton(say(N_("Say what can be spent")))
        self._limit.setObjectName("grid.budget.limit")
        self._limit.setProperty("quiet", True)
        self._limit.clicked.connect(lambda: context.guide.show_path(LIMIT))
        row.addWidget(self._limit)
        self.refresh()

    def refresh(self) -> None:
        """Show the plan's figures."""
        plan = self._context.plan
        spent, left = spending(plan), left_to_spend(plan)
        labels = self._labels
        planned = self._money(spent.media.value + spent.other.value)
        labels["planned"].setText(say(N_("Planned so far: {money}"), money=planned))
        kept = self._money(spent.contingency.value)
        labels["contingency"].setText(say(N_("Kept for surprises: {money}"), money=kept))
        limit = plan.business.limits.affordable_budget
        labels["set"].setText(
            say(N_("Can be spent: {money}"), money=self._money(limit)) if limit is not None else ""
        )
        labels["set"].setVisible(limit is not None)
        self._limit.setVisible(limit is None)
        self._show_left(None if left is None else left.value)

    def _show_left(self, left: Decimal | None) -> None:
        label = self._labels["left"]
        label.setVisible(left is not None)
        if left is None:
            return
        over = left < 0
        words = N_("Overspent: {money}") if over else N_("Left: {money}")
        # A sum below 0 has the sign of print, which is read out as such.
        told = self._money(left).replace("-", "−")
        label.setText(say(words, money=told))
        tone = "sum-over" if over else "sum-left"
        if label.property("role") != tone:
            label.setProperty("role", tone)
            label.style().unpolish(label)
            label.style().polish(label)

    def _money(self, value: Decimal) -> str:
        text = money(self._context.plan, value)
        currency = self._context.plan.meta.currency
        return f"{text} {currency}" if currency else text
