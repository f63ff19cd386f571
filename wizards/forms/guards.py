"""Fields whose change means more than itself: the currency, the period, a channel's kind."""

from __future__ import annotations

from typing import Any

from planner import paths, rebasing
from planner.i18n import N_
from planner.model import catalogue
from planner.model.kinds import Money
from planner.model.plan import Plan
from wizards.forms.binder import Binder
from wizards.forms.brands import BrandBinder
from wizards.forms.choices import ChoiceBinder
from wizards.forms.context import Answer, Context
from wizards.forms.texts import PeriodBinder
from wizards.forms.wording import choice_text
from wizards.speaking import say, say_count


def guarded(path: str) -> type[Binder] | None:
    """The binder of a field that needs one of its own."""
    return _GUARDED.get(paths.pattern(path))


class CurrencyBinder(ChoiceBinder):
    """Asks before the currency changes where amounts are in the plan."""

    def take(self, value: Any) -> None:
        """Change at once in a plan without amounts, else ask first."""
        count = amounts(self.context.plan)
        if not count or value == self.value():
            super().take(value)
            return
        self.show(self.value())
        text = say_count(
            N_("{count} amount is in the plan. It stays as typed; nothing is converted."),
            N_("{count} amounts are in the plan. They stay as typed; nothing is converted."),
            count,
        )
        change = say(N_("Change to {currency}"), currency=value or "–")
        self.context.speaker.ask(
            text,
            (
                Answer("change", change, lambda: self._change(value)),
                Answer("keep", say(N_("Keep {currency}"), currency=self.value() or "–"), _nothing),
            ),
        )

    def _change(self, value: Any) -> None:
        super().take(value)
        self.show(self.value())


class PlanPeriodBinder(PeriodBinder):
    """Asks what happens to the months and dates of the plan when its period moves."""

    def set(self, value: Any, *, merge: bool = False) -> bool:
        """Change at once where nothing is dated, else ask whether dates move along."""
        count = rebasing.affected(self.context.plan, value) if value is not None else 0
        if count < 1:
            return super().set(value, merge=merge)
        text = say_count(
            N_("{count} month or date lies in the old period."),
            N_("{count} months and dates lie in the old period."),
            count,
        )
        self.context.speaker.ask(
            text,
            (
                Answer("move", say(N_("Move them along")), lambda: self._move(value)),
                Answer("leave", say(N_("Leave them")), lambda: self._leave_them(value)),
                Answer("cancel", say(N_("Keep the old period")), self._keep),
            ),
        )
        return True

    def _move(self, value: Any) -> None:
        moved = rebasing.moved_period(self.context.plan, value)
        self.context.session.replace(moved, N_("Move the plan"))
        self.refresh()

    def _leave_them(self, value: Any) -> None:
        super().set(value)
        self.show(self.value())

    def _keep(self) -> None:
        self.show(self.value())
        self.wrong.emit("")


class ChannelKindBinder(ChoiceBinder):
    """Fills what the catalogue knows of a channel's kind, where it is empty."""

    def take(self, value: Any) -> None:
        """Set the kind and its defaults as one step, and say which are house figures."""
        choose_channel_kind(self.context, self.path, value, origin=self)
        self.refresh()


def choose_channel_kind(
    context: Context, path: str, value: Any, origin: object = None
) -> tuple[str, ...]:
    """Set a channel's kind and, where they are empty, the defaults of it, as one undo step.

    Returns the paths that were filled.

    Raises:
        BadValue: where there is no such kind.
    """
    channel = paths.parent(path)
    session = context.session
    known = catalogue.CHANNEL_KINDS.get(value or "")
    filled: list[str] = []
    with session.step(N_("Choose the kind of channel"), origin=origin):
        session.set(path, value)
        for part, default in _defaults(known) if known else ():
            place = f"{channel}.{part}"
            if default is not None and paths.is_empty(paths.get(session.plan, place)):
                session.set(place, default)
                filled.append(place)
        name = f"{channel}.name"
        kind = paths.place(path).kind
        if known and kind is not None and paths.get(session.plan, name) is None:
            session.set(name, choice_text(kind, value))  # type: ignore[arg-type]  # a choice
    if filled:
        labels = ", ".join(say(paths.place(place).field.label) for place in filled)
        context.speaker.tell(
            say(
                N_("Filled in for this kind: {labels}. House figures, to be replaced by your own."),
                labels=labels,
            )
        )
    return tuple(filled)


def _defaults(kind: catalogue.ChannelKind) -> tuple[tuple[str, Any], ...]:
    return (
        ("funnel.entry", kind.entry),
        ("cost_model", kind.cost_model),
        ("lead_weeks", kind.house.lead_weeks),
        ("consent", kind.consent),
        ("anyway.base", kind.house.anyway),
    )


def amounts(plan: Plan) -> int:
    """How many amounts of money stand in a plan."""

    def is_money(answer: paths.Answer) -> bool:
        field = answer.field
        kind = paths.estimate_kind(field) if field.is_estimate else field.kind
        return isinstance(kind, Money)

    return sum(map(is_money, paths.answers(plan)))


def _nothing() -> None:
    """Leave all as it is."""


_GUARDED: dict[str, type[Binder]] = {
    "meta.currency": CurrencyBinder,
    "meta.period": PlanPeriodBinder,
    "meta.document.brand": BrandBinder,
    "promotion.channels[*].kind": ChannelKindBinder,
}
