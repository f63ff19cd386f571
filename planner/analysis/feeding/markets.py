"""Feeding the methods about the market and the outside."""

from __future__ import annotations

from typing import Any

from planner.analysis.feeding.figures import Figure
from planner.analysis.feeding.runs import Missing, Run, fed
from planner.analysis.market import BottomUp, MarketSizeInput, TopDown
from planner.analysis.situation import (
    FiveForcesInput,
    Force,
    LinkedStrategy,
    OutsideFactor,
    PestelInput,
    SwotItem,
    TowsInput,
)
from planner.model.plan import Plan


def sizes(plan: Plan) -> list[Run | Missing]:
    """The size of each market."""
    return [_size(size) for size in plan.market.sizes]


def _size(size: Any) -> Run | Missing:
    path = f"market.sizes[{size.id}]"
    if size.basis == "three known figures":
        return _three_figures(size, path)
    chain = {level: _factors(size.top_down, level) for level in ("tam", "sam", "som")}
    lacking = [] if chain["tam"] else [f"{path}.top_down"]
    if size.top_down and any(step.value is None for step in size.top_down):
        lacking = [f"{path}.top_down[{s.id}].value" for s in size.top_down if s.value is None]
    if any(value > 1 for level in ("sam", "som") for value in chain[level]):
        lacking.append(f"{path}.top_down")
    if lacking:
        return Missing("tam-sam-som", tuple(lacking))
    read = [f"{path}.top_down[{step.id}].value" for step in size.top_down]
    bottom = None
    if size.bottom_up and all(step.value is not None for step in size.bottom_up):
        served, won = _factors(size.bottom_up, "sam"), _factors(size.bottom_up, "som")
        if served and all(value <= 1 for value in won):
            bottom = BottomUp(served, won)
            read += [f"{path}.bottom_up[{step.id}].value" for step in size.bottom_up]
    top = TopDown(chain["tam"], chain["sam"], chain["som"])
    return fed("tam-sam-som", path, MarketSizeInput(top, bottom), tuple(read))


def _three_figures(size: Any, path: str) -> Run | Missing:
    lacking = [f"{path}.{name}" for name in ("tam", "sam", "som") if getattr(size, name) is None]
    nested = not lacking and size.som <= size.sam <= size.tam
    if lacking or not nested:
        return Missing("tam-sam-som", tuple(lacking) or (f"{path}.sam", f"{path}.som"))
    given = MarketSizeInput(tam=float(size.tam), sam=float(size.sam), som=float(size.som))
    return fed("tam-sam-som", path, given, tuple(f"{path}.{n}" for n in ("tam", "sam", "som")))


def _factors(steps: Any, level: str) -> tuple[float, ...]:
    return tuple(float(step.value) for step in steps_of(steps, level))


def steps_of(steps: Any, level: str) -> list[Any]:
    """The steps of a chain that make up a level and have a value."""
    default = "tam" if level == "tam" else None
    return [s for s in steps if s.value is not None and (s.level or default) == level]


def to_win(runs: list[Run | Missing]) -> Figure | None:
    """What can be won in all markets together, by the smaller of the two countings of each."""
    found = [r for r in runs if isinstance(r, Run)]
    if not found or len(found) != len(runs):
        return None
    value, sources = 0.0, list[str]()
    for each in found:
        sizes_to_win = [each.result.som]
        if each.result.bottom_up_som is not None:
            sizes_to_win.append(each.result.bottom_up_som)
        value += min(sizes_to_win)
        sources += each.paths
    return Figure(value, tuple(sources))


def outside(plan: Plan) -> Run | Missing:
    """The changes outside, scored."""
    factors = []
    for factor in plan.market.factors:
        if factor.direction and factor.impact is not None and factor.likelihood is not None:
            direction = 1 if factor.direction == "helps" else -1
            category: Any = factor.category or "economic"
            factors.append(
                OutsideFactor(factor.id, category, direction, factor.impact, factor.likelihood)  # type: ignore[arg-type]  # 1 or −1
            )
    if not factors:
        return Missing("pestel", ("market.factors",))
    read = tuple(
        f"market.factors[{f.id}].{part}"
        for f in factors
        for part in ("direction", "impact", "likelihood")
    )
    return fed("pestel", "market.factors", PestelInput(tuple(factors)), read)


def tows(plan: Plan) -> Run | Missing:
    """Strategies placed by the lines they combine."""
    letters: dict[str, Any] = {
        "strength": "S",
        "weakness": "W",
        "opportunity": "O",
        "threat": "T",
    }
    items = tuple(
        SwotItem(line.id, letters[line.kind], line.importance)
        for line in plan.positioning.swot
        if line.kind and line.importance is not None
    )
    known = {item.id for item in items}
    strategies = tuple(
        LinkedStrategy(s.id, tuple(i for i in s.swot_items or () if i in known))
        for s in plan.positioning.strategies
        if s.swot_items
    )
    if not items or not strategies:
        lacking = [] if items else ["positioning.swot[*].importance"]
        lacking += [] if strategies else ["positioning.strategies[*].swot_items"]
        return Missing("tows", tuple(lacking))
    read = tuple(f"positioning.swot[{item.id}].importance" for item in items)
    return fed("tows", "positioning.swot", TowsInput(items, strategies), read)


def forces(plan: Plan) -> Run | Missing:
    """The pressure of each force whose drivers were rated, weighed alike by default."""
    rated = [
        (force, drivers)
        for force in plan.market.forces
        if (drivers := [d for d in force.drivers if d.rating is not None])
    ]
    if not rated or not any(f.weight is None or f.weight for f, _ in rated):
        return Missing("five-forces", ("market.forces[*].drivers[*].rating",))
    given = FiveForcesInput(
        tuple(
            Force(
                force.id,
                0.20 if force.weight is None else float(force.weight),
                tuple(float(driver.rating or 0) for driver in drivers),
            )
            for force, drivers in rated
        )
    )
    read = [f"market.forces[{f.id}].weight" for f, _ in rated if f.weight is not None]
    read += [f"market.forces[{f.id}].drivers[{d.id}].rating" for f, ds in rated for d in ds]
    return fed("five-forces", "market", given, tuple(read))
