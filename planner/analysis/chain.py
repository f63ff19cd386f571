"""The whole chain: from the market over channels to spend by month, with one set of figures."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from planner.analysis.budget import split_exactly
from planner.analysis.declaring import (
    SLACK,
    Filled,
    Invalid,
    Positive,
    Problem,
    Share,
    Size,
    method,
    undefined,
)
from planner.analysis.market import TopDown
from planner.analysis.rules import ratio
from planner.i18n import N_


@dataclass(frozen=True, slots=True)
class OrderChannel:
    """A channel's spend, and how it turns into orders: by clicks or by contacts."""

    id: str
    spend: Size
    cpc: Positive | None = None
    visit_to_order: Share | None = None
    cost_per_thousand: Positive | None = None
    response: Share | None = None


@dataclass(frozen=True, slots=True)
class PlanInput:
    """The market of a year, an order, the channels, other marketing, and the season."""

    market: TopDown
    aov: Size
    margin: Share
    channels: Annotated[tuple[OrderChannel, ...], Filled()]
    monthly_weights: Annotated[tuple[Size, ...], Filled()]
    fixed_marketing: Size = 0.0


@dataclass(frozen=True, slots=True)
class ChannelOrders:
    """What a channel brings."""

    id: str
    orders: float
    revenue: float
    romi: float | None


@dataclass(frozen=True, slots=True)
class IntegratedPlan:
    """Market, orders, money and returns, for media alone and in full, and spend by month."""

    tam: float
    sam: float
    som: float
    som_orders: float | None
    channels: tuple[ChannelOrders, ...]
    orders: float
    revenue: float
    media_spend: float
    marketing_spend: float
    cac_media: float | None
    cac_full: float | None
    roas_media: float | None
    romi_media: float | None
    romi_full: float | None
    within_som: bool
    marketing_by_month_cents: tuple[int, ...]
    marketing_share_of_revenue: float | None
    share_of_tam_points: float | None
    warnings: tuple[Problem, ...] = ()


@method("integrated-plan")
def integrated_plan(given: PlanInput) -> IntegratedPlan:
    """Follow one set of figures from the market to the month.

    Raises:
        Invalid: where a channel turns into orders in no way or in two.
    """
    tam = math.prod(given.market.tam)
    sam = tam * math.prod(given.market.sam)
    som = sam * math.prod(given.market.som)
    channels = tuple(_channel(one, index, given) for index, one in enumerate(given.channels))
    orders = math.fsum(channel.orders for channel in channels)
    revenue = orders * given.aov
    media = math.fsum(channel.spend for channel in given.channels)
    full = media + given.fixed_marketing
    earned = revenue * given.margin
    shown = {
        "som_orders": ratio(som, given.aov),
        "cac_media": ratio(media, orders),
        "cac_full": ratio(full, orders),
        "roas_media": ratio(revenue, media),
        "romi_media": ratio(earned - media, media),
        "romi_full": ratio(earned - full, full),
        "marketing_share_of_revenue": ratio(full, revenue),
        "share_of_tam_points": ratio(revenue * 100, tam),
    }
    return IntegratedPlan(
        tam=tam,
        sam=sam,
        som=som,
        channels=channels,
        orders=orders,
        revenue=revenue,
        media_spend=media,
        marketing_spend=full,
        within_som=revenue <= som * (1 + SLACK) + SLACK,
        marketing_by_month_cents=tuple(split_exactly(_cents(full), given.monthly_weights)),
        warnings=_problems(given, channels, shown),
        **shown,
    )


def _cents(amount: float) -> int:
    return math.floor(amount * 100 + 0.5)


def _channel(one: OrderChannel, index: int, given: PlanInput) -> ChannelOrders:
    path = f"channels[{index}]"
    clicks, contacts = ("cpc", "visit_to_order"), ("cost_per_thousand", "response")
    named = [n for n in (*clicks, *contacts) if getattr(one, n) is not None]
    if not named:
        message = N_("{id} needs cpc and visit_to_order, or cost_per_thousand and response.")
        raise Invalid(f"{path}.cpc", message, id=one.id)
    pair = clicks if named[0] in clicks else contacts
    for name in pair:
        if name not in named:
            raise Invalid(f"{path}.{name}", N_("{id} needs a {name}."), id=one.id)
    for name in named:
        if name not in pair:
            message = N_("{id} turns into orders in two ways; give one of them.")
            raise Invalid(f"{path}.{name}", message, id=one.id)
    if one.cpc is not None:
        orders = one.spend / one.cpc * (one.visit_to_order or 0.0)
    else:
        orders = one.spend / (one.cost_per_thousand or 1.0) * 1000 * (one.response or 0.0)
    revenue = orders * given.aov
    return ChannelOrders(
        one.id, orders, revenue, ratio(revenue * given.margin - one.spend, one.spend)
    )


def _problems(
    given: PlanInput, channels: Sequence[ChannelOrders], shown: dict[str, float | None]
) -> tuple[Problem, ...]:
    found = []
    names = [name for name, value in shown.items() if value is None]
    if names:
        message = N_("No {names}, for what it would be divided by is 0.")
        found.append(undefined(message, names=", ".join(names)))
    idle = [channel.id for channel in channels if channel.romi is None]
    if idle:
        message = N_("{who}: nothing is spent, so there is no return on it.")
        found.append(undefined(message, who=", ".join(idle)))
    if not any(given.monthly_weights):
        message = N_("All weights are 0: every month gets the same.")
        found.append(Problem("equal-split", message))
    return tuple(found)
