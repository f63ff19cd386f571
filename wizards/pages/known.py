"""What earlier steps decided and a page builds on: each a link to where it was answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from planner.i18n import N_
from planner.model.plan import Plan
from wizards.forms.context import Context
from wizards.panels.lines import Lines
from wizards.panels.links import Link
from wizards.speaking import language, say

MOST_NAMES = 5
"""Names listed before “… and more”."""


@dataclass(frozen=True, slots=True)
class Known:
    """A decision of an earlier step: where it stands, what it is called, and what it is."""

    path: str
    title: str
    words: str


def known_on(plan: Plan, word: str) -> tuple[Known, ...]:
    """What a step's page builds on, in the order of the steps; nothing where it is not decided."""
    return tuple(one for one in _all(plan, word) if one.words)


def _all(plan: Plan, word: str) -> Iterator[Known]:
    if word == "promotion":
        goals = [goal.name or "" for goal in plan.business.goals]
        yield Known("business.goals", say(N_("Goals")), _listed(goals))
    if word == "positioning":
        factors = [factor.name or "" for factor in plan.competitors.success_factors]
        title = say(N_("What buyers choose by"))
        yield Known("competitors.success_factors", title, _listed(factors))
    if word in ("audience", "positioning", "promotion"):
        # Analyses load slowly; the first page needs none.
        from planner.analysis.feeding import economics

        names = {group.id: group.name or "" for group in plan.segments.items}
        targets = [names[identity] for identity in economics.targets(plan)]
        yield Known("segments.items", say(N_("Groups you aim at")), _listed(targets))
    if word == "promotion":
        yield Known("business.limits.affordable_budget", say(N_("Money")), _money(plan))


def _listed(names: list[str]) -> str:
    shown = ", ".join(name for name in names[:MOST_NAMES] if name)
    more = len(names) - MOST_NAMES
    return say(N_("{names} … and {count} more"), names=shown, count=more) if more > 0 else shown


def _money(plan: Plan) -> str:
    from planner.analysis.feeding.spending import left_to_spend, spending
    from planner.exhibits.voice import Voice

    left = left_to_spend(plan)
    most = plan.business.limits.affordable_budget
    if left is None or most is None:
        return ""
    voice = Voice(language(), plan.meta.currency)
    planned = voice.money(spending(plan).total.value).text
    limit = voice.money(most).text
    if left.value < 0:
        over = voice.money(-left.value).text
        message = N_("{planned} planned of {limit}: {over} too much")
        return say(message, planned=planned, limit=limit, over=over)
    rest = voice.money(left.value).text
    message = N_("{planned} planned of {limit}, {rest} left")
    return say(message, planned=planned, limit=limit, rest=rest)


class KnownPanel(QWidget):
    """Shows what is known, a line each, named `known.<path>`; hidden where there is nothing."""

    def __init__(self, context: Context, word: str, parent: QWidget) -> None:
        # Shown without a parent, it would be a window of its own for a moment.
        super().__init__(parent)
        self._context, self._word = context, word
        self._shown: tuple[Known, ...] = ()
        self._lines = Lines(0, self)
        self.hide()
        self.refresh()

    def refresh(self) -> None:
        """Show what stands in the plan; what has not changed stays as it is."""
        found = known_on(self._context.plan, self._word)
        if found == self._shown:
            return
        self._shown = found
        self._lines.clear()
        for one in found:
            lines = ((one.title, "eyebrow"), (one.words, "body"))
            link = Link(f"known.{one.path}", f"{one.title}: {one.words}", lines, inset=2)
            link.clicked.connect(self._leading(one.path))
            self._lines.put(link)
            link.show()
        self.setVisible(bool(found))

    def _leading(self, path: str) -> Callable[[], None]:
        return lambda: self._context.guide.show_path(path)
