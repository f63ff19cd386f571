"""Taking over the split of the channels' money that would bring most, in one step."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from planner import paths
from planner.analysis.budget import split_exactly
from planner.i18n import N_
from planner.model import words
from planner.model.plan import Plan
from wizards.budget.lines import CHANNELS
from wizards.forms.context import Context

LABEL = N_("Take over the split")


def take_over(context: Context) -> None:
    """Give each channel what it gets in the split that brings most; typed months go along."""
    from planner.analysis.feeding.analysis import analysed
    from planner.analysis.feeding.runs import Run

    found = analysed(context.plan).best_split
    if not isinstance(found, Run):
        return
    shares = {share.id: share.spend for share in found.result.channels}
    session = context.session
    with session.step(LABEL):
        for path, value in as_split(context.plan, shares):
            session.set(path, value)


def as_split(plan: Plan, shares: Mapping[str, float]) -> list[tuple[str, Decimal]]:
    """The amounts by path that split the same money by shares, exact to the smallest unit.

    The months that are typed in a channel keep their weights, and their part of its money.
    """
    digits = words.digits_of(plan.meta.currency)
    channels = [c for c in plan.promotion.channels if c.id in shares and c.budget is not None]
    whole = sum(_units(channel.budget, digits) for channel in channels)
    parts = split_exactly(whole, [max(shares[channel.id], 0.0) for channel in channels])
    found: list[tuple[str, Decimal]] = []
    for channel, part in zip(channels, parts, strict=True):
        path = f"{CHANNELS}[{channel.id}]"
        found.append((f"{path}.budget", _money(part, digits)))
        found += _months(channel, path, part, digits)
    return [(path, value) for path, value in found if paths.get(plan, path) != value]


def _months(channel: Any, path: str, part: int, digits: int) -> list[tuple[str, Decimal]]:
    typed = [month for month in channel.months if month.budget is not None]
    before = [_units(month.budget, digits) for month in typed]
    old = _units(channel.budget, digits)
    if not typed or not old or not sum(before):
        return []
    now = split_exactly(sum(before) * part // old, [float(units) for units in before])
    return [
        (f"{path}.months[{month.id}].budget", _money(units, digits))
        for month, units in zip(typed, now, strict=True)
    ]


def _units(amount: Any, digits: int) -> int:
    return int(Decimal(amount).scaleb(digits).to_integral_value())


def _money(units: int, digits: int) -> Decimal:
    return Decimal(units).scaleb(-digits)
