"""Which essential questions other answers make needless: nobody should be sent to fill them."""

from __future__ import annotations

from typing import Any

from planner import paths
from planner.analysis.feeding.running import PER_UNIT, RATES, cost_model, entry_of, is_running
from planner.model.plan import Plan

_ALL_RATES = frozenset(name for rates in RATES.values() for name in rates)


def is_needless(plan: Plan, path: str) -> bool:
    """Whether an empty field of a channel or measure is empty for a good reason."""
    for collection, judge in ((CHANNELS, _channel), (KPIS, _kpi)):
        if path.startswith(f"{collection}["):
            member, _, name = path.partition("].")
            owner = paths.get(plan, f"{member}]") if name else None
            return owner is not None and judge(owner, name)
    return False


CHANNELS, KPIS = "promotion.channels", "promotion.kpis"
MONEY = ("budget", "unit_cost", "anyway")


def _channel(channel: Any, name: str) -> bool:
    """A channel left out needs no figures; one in use only those of its price and its entry."""
    first, _, rate = name.partition(".")
    if not is_running(channel):
        return first in (*MONEY, "funnel")
    if name == "budget":
        return cost_model(channel) == "own time"
    if first == "unit_cost":
        return cost_model(channel) not in PER_UNIT
    if first == "funnel" and rate in _ALL_RATES:
        return rate not in RATES.get(entry_of(channel) or "", _ALL_RATES)
    return False


def _kpi(kpi: Any, name: str) -> bool:
    """A measure that counts a goal begins and ends where the goal does."""
    return name in ("baseline", "target") and bool(kpi.goal)
