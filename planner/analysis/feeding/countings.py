"""Pairing the two countings of a market, so that their difference can be laid to factors."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal

from planner.analysis.feeding.markets import steps_of
from planner.analysis.feeding.runs import Missing, Run, fed, or_missing
from planner.analysis.market import PairedFactor, SizeBridgeInput
from planner.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Pair:
    """The steps of both chains that say the same: how many, for how much each, what share.

    `unit` is what both count there; `kind` tells whether that is a number of things, what follows
    for each of them, all that can be served in money, or the share to win.
    """

    kind: Literal["number", "each", "served", "won"]
    unit: str
    top_down: tuple[Any, ...]
    bottom_up: tuple[Any, ...]

    @property
    def values(self) -> tuple[float, float]:
        """The products of either side's steps."""
        return _product(self.top_down), _product(self.bottom_up)


def pairs_of(size: Any) -> tuple[Pair, ...]:
    """The factors that both chains of a market have in common, in their order.

    Steps count something, named by their unit; shares narrow that down. Where both chains count
    the same, they can be cut: what leads there is one factor, what follows the next. Chains that
    do not end in the same unit are cut at what can be served alone.
    """
    above, narrowing = _counted(steps_of(size.top_down, "tam"))
    narrowing += steps_of(size.top_down, "sam")
    below, narrowed = _counted(steps_of(size.bottom_up, "sam"))
    cuts = _common([unit_of(step) for step in above], [unit_of(step) for step in below])
    parts = list(zip(_cut(above, cuts), _cut(below, cuts), strict=True))
    found = [
        Pair(
            "served" if len(parts) == 1 else "each" if at else "number",
            unit_of(top[-1]) if cuts else "",
            (*top, *(() if at else narrowing)),
            (*bottom, *(() if at else narrowed)),
        )
        for at, (top, bottom) in enumerate(parts)
    ]
    won = tuple(steps_of(size.top_down, "som")), tuple(steps_of(size.bottom_up, "som"))
    return (*found, Pair("won", "", *won)) if any(won) else tuple(found)


def _counted(steps: Sequence[Any]) -> tuple[list[Any], list[Any]]:
    """Steps that count something, and those that are a share of it."""
    return [s for s in steps if not _is_share(s)], [s for s in steps if _is_share(s)]


def _is_share(step: Any) -> bool:
    return unit_of(step) == "share" or (step.value <= 1 and not unit_of(step))


def unit_of(step: Any) -> str:
    """What a step counts, however it is capitalised; empty where that is not said."""
    return (step.unit or "").strip().casefold()


def _common(above: Sequence[str], below: Sequence[str]) -> list[str]:
    """The units that both chains count, in their order; none unless both end in the same."""
    once = [u for u in above if u and above.count(u) == below.count(u) == 1]
    if not once or not above[-1] == below[-1] == once[-1]:
        return []
    found: list[str] = []
    for unit in once:
        if not found or below.index(unit) > below.index(found[-1]):
            found.append(unit)
    return found


def _cut(steps: Sequence[Any], cuts: Sequence[str]) -> list[tuple[Any, ...]]:
    """Steps in runs, each up to one that counts what is common."""
    ends = [at + 1 for at, step in enumerate(steps) if unit_of(step) in cuts] or [len(steps)]
    return [tuple(steps[low:high]) for low, high in pairwise((0, *ends))]


def _product(steps: Sequence[Any]) -> float:
    return math.prod(float(step.value) for step in steps)


def size_bridges(plan: Plan, sizes: Sequence[Run | Missing]) -> list[Run | Missing]:
    """Why the two countings of each market differ."""
    found: list[Run | Missing] = []
    for size, counted in zip(plan.market.sizes, sizes, strict=True):
        path = f"market.sizes[{size.id}]"
        if size.basis == "three known figures":
            continue
        if isinstance(counted, Missing):
            found.append(Missing("size-bridge", counted.paths))
        elif counted.result.bottom_up_som is None:
            found.append(Missing("size-bridge", (f"{path}.bottom_up",)))
        else:
            factors = [PairedFactor(p.unit or p.kind, *p.values) for p in pairs_of(size)]
            given = SizeBridgeInput(tuple(factors))
            found.append(fed("size-bridge", path, given, counted.paths))
    return or_missing(found, "size-bridge", "market.sizes[*].bottom_up")
