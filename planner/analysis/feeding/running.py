"""A channel by its own answers, else by its kind: how it is paid and entered, whether it runs."""

from __future__ import annotations

from typing import Any

from planner.model import catalogue

PER_UNIT = {
    "per 1000 views": 1000.0,
    "per click": 1.0,
    "per lead": 1.0,
    "per sale": 1.0,
    "per send": 1.0,
    "per contact": 1.0,
}
"""Cost models in which money sets the volume: how many a unit of price buys."""

RATES = {
    "views": ("click_rate", "visit_to_lead", "lead_to_customer"),
    "sends": ("open_rate", "click_to_open", "visit_to_lead", "lead_to_customer"),
    "visits": ("visit_to_lead", "lead_to_customer"),
    "contacts": ("response", "lead_to_customer"),
    "actions": ("lead_to_customer",),
}
"""The rates on the way from each entry to a customer."""


def kind_of(channel: Any) -> catalogue.ChannelKind | None:
    """The catalogue’s entry for a channel."""
    return catalogue.CHANNEL_KINDS.get(channel.kind or "")


def cost_model(channel: Any) -> str | None:
    """How a channel is paid, by its own answer, else its kind’s usual way."""
    kind = kind_of(channel)
    return channel.cost_model or (kind.cost_model if kind else None)


def entry_of(channel: Any) -> str | None:
    """How people enter a channel, by its own answer, else its kind’s usual way."""
    kind = kind_of(channel)
    return channel.funnel.entry or (kind.entry if kind else None)


def is_running(channel: Any) -> bool:
    """Whether money is meant for a channel in this period: it runs or is tested."""
    return channel.status in (None, "run", "test")
