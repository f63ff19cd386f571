"""The families of methods, each fed when one of its methods is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from planner.analysis.feeding import (
    bridges,
    budgets,
    chain,
    channels,
    earning,
    history,
    media,
    odds,
    opinions,
    pace,
    people,
    ratings,
    splitting,
    standing,
    swings,
    trials,
    voices,
    worth,
)
from planner.analysis.feeding.runs import Missing, Run

if TYPE_CHECKING:
    from planner.analysis.feeding.analysis import Analysis

Found: TypeAlias = Iterable[Run | Missing]


@dataclass(frozen=True, slots=True)
class Family:
    """Methods that are fed together, and how."""

    methods: tuple[str, ...]
    feed: Callable[[Analysis], Found]


def _sizes(of: Analysis) -> Found:
    return of.sizes or [Missing("tam-sam-som", ("market.sizes",))]


def _funnels(of: Analysis) -> Found:
    for each in of.funnels:
        if isinstance(each, Missing):
            yield each
        else:
            yield each.run
            yield each.romi


def _futures(of: Analysis) -> Found:
    return [of.weighed_futures] if of.plan.promotion.scenarios else []


def _voices(of: Analysis) -> Found:
    yield voices.concentration(of.plan, of.sizes)
    yield voices.voice(of.plan, of.sizes, of.spending)
    yield voices.parity(of.plan, of.sizes)
    yield from voices.canvases(of.plan)


def _studied(of: Analysis) -> Found:
    """What is asked of people, by studies and surveys, and what experiments bring."""
    return [*of.findings, *of.recommendations, *people.sizes(of.plan), *of.trials]


def _simulated(of: Analysis) -> Found:
    yield from odds.simulated(of.plan, of.reckoned)
    if of.goal_odds is not None:
        yield of.goal_odds
    yield of.simulated


def _paced(of: Analysis) -> Found:
    return [*pace.key_results(of.plan), *pace.reports(of.plan), *of.year_ends]


FAMILIES = (
    Family(("tam-sam-som",), _sizes),
    Family(("size-bridge",), lambda of: of.size_bridges),
    Family(("pestel",), lambda of: [of.outside]),
    Family(("five-forces",), lambda of: [of.forces]),
    Family(("bcg",), lambda of: [of.portfolio]),
    Family(("life-cycle",), lambda of: earning.stages(of.plan)),
    Family(("abc",), lambda of: [earning.by_sales(of.plan)]),
    Family(("threat-watch",), lambda of: [of.threats]),
    Family(("feature-parity",), lambda of: [of.features]),
    Family(("competitive-profile",), lambda of: [of.profile, *ratings.profiles(of.plan)]),
    Family(("topsis",), lambda of: [ratings.closeness(of.plan)]),
    Family(("pca-map",), lambda of: [ratings.components(of.plan)]),
    Family(("concentration", "share-of-voice", "competitive-parity", "strategy-canvas"), _voices),
    Family(tuple(opinions.WAYS), lambda of: opinions.found(of.plan)),
    Family(("segment-matrix",), lambda of: [of.matrix]),
    Family(("opportunity",), lambda of: of.opportunities),
    Family(("journey-coverage",), lambda of: [people.journey(of.plan)]),
    Family(
        (
            "wilson",
            "nps",
            "survey-sample-size",
            "ab-sample-size",
            "ab-duration",
            "proportion-difference",
        ),
        _studied,
    ),
    Family(("holdout-lift",), lambda of: trials.lifts(of.plan, of.reckoned)),
    Family(("ife-efe", "ie-cell"), lambda of: standing.scores(of.plan)),
    Family(("tows",), lambda of: [of.tows]),
    Family(("qspm",), lambda of: [of.compared]),
    Family(("technology-gap",), lambda of: [of.technology]),
    Family(("okr", "monthly-report", "year-end-forecast"), _paced),
    Family(("funnel", "romi"), _funnels),
    Family(("funnel-backward",), lambda of: chain.backward(of.gaps, of.reckoned)),
    Family(("channel-metrics",), lambda of: [channels.last_year(of.plan)]),
    Family(("phasing",), lambda of: channels.phased(of.plan)),
    Family(("adstock",), lambda of: splitting.carried(of.plan)),
    Family(("allocate-budget",), lambda of: [of.best_split]),
    Family(
        ("media-grp", "reach-frequency", "net-reach", "insertion-frequency"),
        lambda of: media.placements(of.plan),
    ),
    Family(("percent-of-sales",), lambda of: [budgets.share_of_sales(of.plan)]),
    Family(("objective-and-task",), lambda of: [budgets.from_tasks(of.plan, of.spending)]),
    Family(("break-even",), lambda of: [of.break_even]),
    Family(("discount-uplift",), lambda of: earning.discounts(of.plan)),
    Family(("max-bids",), lambda of: worth.bids(of.plan, of.reckoned)),
    Family(("payback",), lambda of: worth.paybacks(of.plan, of.reckoned)),
    Family(("simple-clv",), lambda of: [of.lifetime, *of.lifetimes]),
    Family(("clv",), lambda of: [worth.fitted(of.plan)]),
    Family(
        ("seasonal-naive", "ses", "holt", "holt-winters", "forecast-accuracy"),
        lambda of: history.forecasts(of.plan),
    ),
    Family(("scenarios",), _futures),
    Family(("tornado",), lambda of: [*swings.swings(of.plan, of.reckoned), of.swung]),
    Family(("monte-carlo",), _simulated),
    Family(
        ("integrated-plan",),
        lambda of: [chain.whole(of.plan, of.sizes, of.reckoned, of.spending)],
    ),
    Family(("critical-path", "working-days"), lambda of: [of.longest_chain, of.chain_days]),
    Family(("revenue-bridge", "contribution-bridge"), lambda of: of.bridges),
    Family(("funnel-bridge",), lambda of: bridges.funnel_bridges(of.plan, of.reckoned)),
)
"""All families in the order in which their results are told."""
