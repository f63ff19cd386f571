"""Every figure that a plan’s answers allow, worked out once and kept."""

from __future__ import annotations

from functools import cached_property

from planner.analysis.feeding import economics, markets, rivals
from planner.analysis.feeding.families import FAMILIES, Family
from planner.analysis.feeding.figures import Figure, total
from planner.analysis.feeding.results import Results
from planner.analysis.feeding.runs import Missing, Run
from planner.model.plan import Plan


class Analysis(Results):
    """A plan’s figures, each worked out when first asked for."""

    def __init__(self, plan: Plan) -> None:
        super().__init__(plan)
        self._fed: dict[tuple[str, ...], tuple[Run | Missing, ...]] = {}

    def _found(self, family: Family) -> tuple[Run | Missing, ...]:
        if family.methods not in self._fed:
            self._fed[family.methods] = tuple(family.feed(self))
        return self._fed[family.methods]

    @property
    def methods(self) -> tuple[str, ...]:
        """The methods that could be applied; works out every family, the slow ones too."""
        return tuple(dict.fromkeys(f.method for f in self._all if isinstance(f, Run)))

    def runs(self, method: str) -> tuple[Run, ...]:
        """Every application of a method; only its family is worked out."""
        return tuple(
            found
            for family in FAMILIES
            if method in family.methods
            for found in self._found(family)
            if isinstance(found, Run) and found.method == method
        )

    def run_about(self, method: str, subject: str) -> Run | None:
        """The application of a method to one subject, where there is one."""
        return next((run for run in self.runs(method) if run.subject == subject), None)

    @property
    def missing(self) -> tuple[Missing, ...]:
        """What would have to be answered for more, in every family."""
        return tuple(found for found in self._all if isinstance(found, Missing))

    @cached_property
    def _all(self) -> tuple[Run | Missing, ...]:
        return tuple(found for family in FAMILIES for found in self._found(family))

    def size_ratio(self, market: str) -> float | None:
        """How the size counted from below compares with that from above."""
        for found in self.sizes:
            if isinstance(found, Run) and found.subject == f"market.sizes[{market}]":
                ratio: float | None = found.result.ratio
                return ratio
        return None

    @cached_property
    def market_to_win(self) -> Figure | None:
        """What can be won a year in all markets, by the smaller counting."""
        return markets.to_win(self.sizes)

    @cached_property
    def map_points(self) -> tuple[rivals.MapPoint, ...] | None:
        """The points of the two-axis map."""
        return rivals.map_points(self.plan)

    @cached_property
    def fragile_weights(self) -> tuple[str, ...]:
        """Factors on whose weight the leader of the profile hangs."""
        found = self.profile
        return rivals.fragile_weights(self.plan, found) if isinstance(found, Run) else ()

    @cached_property
    def zones(self) -> dict[str, str]:
        """The zone of each segment in the matrix."""
        found = self.matrix
        if isinstance(found, Missing):
            return {}
        return {placed.id: placed.zone for placed in found.result.segments}

    @cached_property
    def incremental_revenue(self) -> Figure | None:
        """Sales that would not come without the plan’s channels."""
        if not self.channel_returns:
            return None
        return total(found.revenue for found in self.channel_returns)

    @cached_property
    def lifetime_contribution(self) -> Figure | None:
        """What a customer leaves: over the years where known, else in one year."""
        found = self.lifetime
        if isinstance(found, Run):
            one_year = economics.customer_worth(self.plan)
            value = max(found.result.clv, one_year.value if one_year else 0.0)
            return Figure(value, found.paths)
        return economics.customer_worth(self.plan)


_KEPT: list[Analysis] = []


def analysed(plan: Plan) -> Analysis:
    """The analysis of a plan; the last few are kept, found again by the plan’s identity."""
    for known in _KEPT:
        if known.plan is plan:
            return known
    fresh = Analysis(plan)
    _KEPT.append(fresh)
    del _KEPT[:-4]
    return fresh
