"""Sums of money: four ways to set a budget, and its split over months to the smallest unit."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from planner.analysis.declaring import (
    SLACK,
    Count,
    Filled,
    Invalid,
    Positive,
    Problem,
    Share,
    Size,
    method,
    plain,
    undefined,
)
from planner.analysis.rules import ratio
from planner.i18n import N_


@dataclass(frozen=True, slots=True)
class PhasingInput:
    """An amount in the currency's smallest unit, and the weight of each month."""

    budget_cents: Count
    weights: Annotated[tuple[Size, ...], Filled()]


@dataclass(frozen=True, slots=True)
class Phasing:
    """The amount of each month; they add up exactly."""

    cents: tuple[int, ...]
    warnings: tuple[Problem, ...] = ()


@method("phasing")
def phasing(given: PhasingInput) -> Phasing:
    """Split an amount by weights with the largest remainder, ties to the earlier month."""
    warnings: tuple[Problem, ...] = ()
    if not any(given.weights):
        warnings = (
            Problem("equal-split", N_("All weights are 0: every month gets the same."), {}),
        )
    return Phasing(tuple(split_exactly(given.budget_cents, given.weights)), warnings)


def split_exactly(amount: int, weights: Sequence[float]) -> list[int]:
    """Split whole units by weights so that they add up; all weights 0 give equal parts."""
    ratios = [weight.as_integer_ratio() for weight in weights]
    scale = math.lcm(*(below for _, below in ratios))
    parts = [above * (scale // below) for above, below in ratios]
    if not any(parts):
        parts = [1] * len(parts)
    total = sum(parts)
    whole = [amount * part // total for part in parts]
    left_over = [amount * part % total for part in parts]
    order = sorted(range(len(parts)), key=lambda index: (-left_over[index], index))
    for index in order[: amount - sum(whole)]:
        whole[index] += 1
    return whole


@dataclass(frozen=True, slots=True)
class CostedTask:
    """Something to be done: how many, at what price."""

    id: str
    quantity: Size
    unit_cost: Size


@dataclass(frozen=True, slots=True)
class TasksInput:
    """What has to be done, and the share kept for surprises."""

    tasks: Annotated[tuple[CostedTask, ...], Filled()]
    contingency: Size = 0.0


@dataclass(frozen=True, slots=True)
class TasksBudget:
    """The sum of the tasks, and with what is kept for surprises."""

    subtotal: float
    total: float
    warnings: tuple[Problem, ...] = ()


@method("objective-and-task")
def objective_and_task(given: TasksInput) -> TasksBudget:
    """Build a budget from tasks: Σ quantity × unit cost, plus contingency."""
    subtotal = math.fsum(task.quantity * task.unit_cost for task in given.tasks)
    return TasksBudget(subtotal, subtotal * (1 + given.contingency))


@dataclass(frozen=True, slots=True)
class SalesShareInput:
    """The sales expected, and the share of them to spend."""

    forecast_sales: Size
    share: Share


@dataclass(frozen=True, slots=True)
class Budget:
    """What to spend."""

    budget: float
    warnings: tuple[Problem, ...] = ()


@method("percent-of-sales")
def percent_of_sales(given: SalesShareInput) -> Budget:
    """Set a budget as a share of the sales forecast."""
    return Budget(given.forecast_sales * given.share)


@dataclass(frozen=True, slots=True)
class RivalSpend:
    """What a rival sells and spends."""

    id: str
    sales: Size
    spend: Size


@dataclass(frozen=True, slots=True)
class ParityInput:
    """Our sales, and what the rivals sell and spend."""

    own_sales: Size
    rivals: Annotated[tuple[RivalSpend, ...], Filled()]


@dataclass(frozen=True, slots=True)
class Parity:
    """What rivals spend on a unit of sales, and what that would be for us."""

    industry_ratio: float | None
    budget: float | None
    warnings: tuple[Problem, ...] = ()


@method("competitive-parity")
def competitive_parity(given: ParityInput) -> Parity:
    """Set a budget as rivals do: Σ spend / Σ sales × our sales."""
    spend = math.fsum(rival.spend for rival in given.rivals)
    sales = math.fsum(rival.sales for rival in given.rivals)
    shared = ratio(spend, sales)
    if shared is None:
        return Parity(None, None, (undefined(N_("The rivals sell nothing: there is no ratio.")),))
    return Parity(shared, shared * given.own_sales)


@dataclass(frozen=True, slots=True)
class VoiceInput:
    """Our sales and spend, those of market and category with ours in them, the gain wished for."""

    own_sales: Size
    market_sales: Size
    own_spend: Size
    category_spend: Size
    target_gain_points: float
    gain_points_per_10_esov: Positive = 0.5


@dataclass(frozen=True, slots=True)
class Voice:
    """Shares of market and voice, what the excess brings, and what the gain would take."""

    share_of_market: float | None
    share_of_voice: float | None
    esov_points: float | None
    expected_gain_points: float | None
    required_esov_points: float
    required_share_of_voice: float | None
    required_spend: float | None
    warnings: tuple[Problem, ...] = ()


@method("share-of-voice")
def share_of_voice(given: VoiceInput) -> Voice:
    """Set a budget by share of voice: 10 points above the share of market gain 0.5 a year.

    The rule is the mean of 123 brands (Nielsen & IPA 2009). Required spend = s/(1 − s) × rivals'
    spend, for our money makes the category grow.

    Raises:
        Invalid: where we sell or spend more than market or category.
    """
    for own, all_ in (("own_sales", "market_sales"), ("own_spend", "category_spend")):
        if getattr(given, own) > getattr(given, all_) * (1 + SLACK):
            message = N_("{name} is larger than {whole}, which ours is part of.")
            raise Invalid(own, message, whole=all_)
    market = ratio(given.own_sales, given.market_sales)
    voice = ratio(given.own_spend, given.category_spend)
    excess = None if market is None or voice is None else (voice - market) * 100
    needed = given.target_gain_points * 10 / given.gain_points_per_10_esov
    aim = None if market is None else market + needed / 100
    problems = []
    if market is None:
        problems.append(undefined(N_("The market sells nothing: there is no share of market.")))
    if voice is None:
        problems.append(undefined(N_("Nobody spends: there is no share of voice.")))
    spend = None
    if aim is not None and aim < 1 - SLACK:
        spend = max(aim, 0.0) / (1 - max(aim, 0.0)) * (given.category_spend - given.own_spend)
    elif aim is not None:
        message = N_("The gain would take a share of voice of {aim} %: no spend reaches it.")
        problems.append(undefined(message, aim=plain(aim * 100)))
    return Voice(
        market,
        voice,
        excess,
        None if excess is None else excess * given.gain_points_per_10_esov / 10,
        needed,
        aim,
        spend,
        tuple(problems),
    )
