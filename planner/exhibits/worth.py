"""What a customer is worth, group by group, and when he has paid back what he cost."""

from __future__ import annotations

from planner.analysis.feeding.figures import Figure
from planner.analysis.feeding.worth import YEARS
from planner.blocks import Table, Text
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.tables import figures, money, row, table, words
from planner.i18n import N_


@exhibit("customer-value")
def customer_value(ground: Ground) -> Table | None:
    """What a customer of each group leaves over the years, discounted."""
    columns = (
        words(ground, N_("Group"), 2.4),
        figures(ground, N_("Leaves a year"), ground.voice.unit()),
        figures(ground, N_("Leaves over the years"), ground.voice.unit(), 1.3),
    )
    rows = [
        row(
            ground.title(found.subject),
            money(ground, Figure(found.given.margin_per_period, found.paths)),
            money(ground, Figure(found.result.clv, found.paths)),
        )
        for found in ground.analysis.lifetimes
    ]
    years = ground.plan.segments.valuation.years
    at = "segments.valuation.years"
    caption = ground.say(
        N_("What one customer leaves over {years} years, discounted"),
        years=ground.voice.number(years or YEARS, at),
    )
    return table("customer-value", caption, columns, rows)


@reading("payback")
def payback(ground: Ground) -> Text:
    """After how many months a new customer of last year had paid back what he cost."""
    found = ground.analysis.run_about("payback", "business.baseline")
    if found is None:
        return ()
    months = found.result.churn_adjusted_payback_months
    cost = ground.voice.money(round(found.given.cac), *found.paths)
    if months is None:
        return ground.say(N_("A new customer cost {cost} and did not pay that back."), cost=cost)
    parts = {"cost": cost, "months": ground.voice.number(round(months, 1), *found.paths)}
    if ground.plan.business.limits.payback_months is None:
        return ground.say(
            N_("A new customer cost {cost} last year and paid that back in {months} months."),
            **parts,
        )
    return ground.say(
        N_(
            "A new customer cost {cost} last year and paid that back in {months} months; at most"
            " {limit} are allowed."
        ),
        **parts,
        limit=ground.said("business.limits.payback_months"),
    )
