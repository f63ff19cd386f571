"""What the plan costs: channels, other costs, contingency; in all and month by month, exactly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

from planner.analysis.budget import split_exactly
from planner.analysis.feeding.figures import once_for
from planner.analysis.feeding.running import is_running
from planner.model import words
from planner.model.kinds import months_of
from planner.model.plan import Plan

CONTINGENCY = Decimal("0.10")
"""Share kept for surprises where the plan says nothing (the field's default)."""


@dataclass(frozen=True, slots=True)
class Amount:
    """An exact amount with the answers it rests on."""

    value: Decimal
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spending:
    """The plan's money: what volume costs, what else costs, and what is kept for surprises.

    `channels` and `lines` are keyed by id. `total` is exact to the cent.
    """

    channels: Mapping[str, Amount]
    lines: Mapping[str, Amount]
    contingency: Amount

    @property
    def media(self) -> Amount:
        """Money for all channels."""
        return _sum(self.channels)

    @property
    def other(self) -> Amount:
        """Money for all other costs."""
        return _sum(self.lines)

    @property
    def total(self) -> Amount:
        """Everything together."""
        parts = (self.media, self.other, self.contingency)
        sources = tuple(dict.fromkeys(s for part in parts for s in part.sources))
        return Amount(sum((part.value for part in parts), Decimal(0)), sources)


def _sum(parts: Mapping[str, Amount]) -> Amount:
    sources = tuple(dict.fromkeys(s for part in parts.values() for s in part.sources))
    return Amount(sum((part.value for part in parts.values()), Decimal(0)), sources)


def spending(plan: Plan) -> Spending:
    """The plan's money in all; rejected and later channels cost nothing."""
    channels = {
        channel.id: channel_amount(channel)
        for channel in plan.promotion.channels
        if is_running(channel) and channel_amount(channel).value
    }
    lines = {line.id: line_amount(line) for line in plan.promotion.budget_lines}
    lines = {identity: amount for identity, amount in lines.items() if amount.value}
    base = _sum(channels).value + _sum(lines).value
    share = plan.promotion.budget.contingency
    kept = CONTINGENCY if share is None else Decimal(str(share))
    source = () if share is None else ("promotion.budget.contingency",)
    return Spending(channels, lines, Amount(_cent(base * kept, plan), source))


def left_to_spend(plan: Plan) -> Amount | None:
    """What may still be planned: the most that may be spent less what is planned; below 0 too much.

    None where no limit is set.
    """
    most = plan.business.limits.affordable_budget
    if most is None:
        return None
    planned = spending(plan).total
    return Amount(most - planned.value, ("business.limits.affordable_budget", *planned.sources))


def _cent(value: Decimal, plan: Plan) -> Decimal:
    step = Decimal(1).scaleb(-words.digits_of(plan.meta.currency))
    return value.quantize(step, ROUND_HALF_EVEN)


def channel_amount(channel: Any) -> Amount:
    """A channel's money for the period: its sum, else the typed months together."""
    path = f"promotion.channels[{channel.id}]"
    if channel.budget is not None:
        return Amount(channel.budget, (f"{path}.budget",))
    months = {m.id: m.budget for m in channel.months if m.budget is not None}
    sources = tuple(f"{path}.months[{month}].budget" for month in months)
    return Amount(sum(months.values(), Decimal(0)), sources)


@once_for(lambda plan: plan.promotion.budget_lines)
def lines_by_channel(plan: Plan) -> Mapping[str | None, Sequence[Any]]:
    """The other costs by the channel that they belong to."""
    found: dict[str | None, list[Any]] = {}
    for line in plan.promotion.budget_lines:
        found.setdefault(line.channel, []).append(line)
    return found


def line_amount(line: Any) -> Amount:
    """What a budget line costs in the period: quantity times price, else its months together."""
    path = f"promotion.budget_lines[{line.id}]"
    if line.unit_cost is not None:
        quantity = Decimal(1) if line.quantity is None else Decimal(str(line.quantity))
        sources = [f"{path}.unit_cost"]
        if line.quantity is not None:
            sources.append(f"{path}.quantity")
        return Amount(line.unit_cost * quantity, tuple(sources))
    months = {m.id: m.amount for m in line.months if m.amount is not None}
    sources_of_months = tuple(f"{path}.months[{month}].amount" for month in months)
    return Amount(sum(months.values(), Decimal(0)), sources_of_months)


def months_in(plan: Plan) -> tuple[str, ...]:
    """The plan's months, or nothing where no period is set."""
    return months_of(plan.meta.period) if plan.meta.period else ()


def season(plan: Plan) -> dict[str, float]:
    """How busy each calendar month is, 1 on average, by typed weights, sales or peak months."""
    typed = {s.id: s.weight for s in plan.promotion.seasonality if s.weight is not None}
    sold: dict[str, list[float]] = {}
    for month in plan.business.months:
        if month.revenue is not None:
            sold.setdefault(month.id[5:], []).append(float(month.revenue))
    index: dict[str, float] = {}
    if len(sold) == 12 and len({len(values) for values in sold.values()}) == 1:
        mean = sum(sum(values) for values in sold.values()) / sum(map(len, sold.values()))
        if mean > 0:
            index = {month: sum(v) / len(v) / mean for month, v in sold.items()}
    return {f"{n:02d}": typed.get(f"{n:02d}", index.get(f"{n:02d}", 1.0)) for n in range(1, 13)}


def season_sources(plan: Plan) -> tuple[str, ...]:
    """The answers that say how busy each month is."""
    typed = [s.id for s in plan.promotion.seasonality if s.weight is not None]
    sold = [m.id for m in plan.business.months if m.revenue is not None]
    return (
        *(f"promotion.seasonality[{month}].weight" for month in typed),
        *(f"business.months[{month}].revenue" for month in sold if month[5:] not in typed),
    )


def by_month(plan: Plan, member: Any) -> dict[str, Decimal]:
    """A channel's or budget line's money month by month, exact to the currency's smallest unit.

    Typed months win; the rest is phased over the others by the largest remainder.
    """
    is_channel = hasattr(member, "phasing")
    amount = channel_amount(member) if is_channel else line_amount(member)
    typed = {m.id: m.budget if is_channel else m.amount for m in member.months}
    months = months_in(plan)
    fixed = {month: typed[month] for month in months if typed.get(month) is not None}
    rest = [month for month in months if month not in fixed]
    digits = words.digits_of(plan.meta.currency)
    left = amount.value - sum(fixed.values(), Decimal(0))
    if not rest or left <= 0:
        return {month: fixed.get(month, Decimal(0)) for month in months}
    weights = _weights(plan, member.phasing if is_channel else "even", rest)
    units = split_exactly(int(_cent(left, plan).scaleb(digits)), weights)
    phased = {m: Decimal(u).scaleb(-digits) for m, u in zip(rest, units, strict=True)}
    return {month: fixed.get(month, phased.get(month, Decimal(0))) for month in months}


def month_sources(member: Any) -> tuple[str, ...]:
    """The typed months of a channel or budget line."""
    if hasattr(member, "phasing"):
        path = f"promotion.channels[{member.id}].months"
        return tuple(f"{path}[{m.id}].budget" for m in member.months if m.budget is not None)
    path = f"promotion.budget_lines[{member.id}].months"
    return tuple(f"{path}[{m.id}].amount" for m in member.months if m.amount is not None)


def _weights(plan: Plan, phasing: str | None, months: list[str]) -> list[float]:
    if phasing == "by season":
        busy = season(plan)
        return [busy[month[5:]] for month in months]
    if phasing == "ahead of season":
        busy = season(plan)
        return [busy[f"{int(month[5:]) % 12 + 1:02d}"] for month in months]
    return [1.0] * len(months)
