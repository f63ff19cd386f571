"""Rules about what the firm can bear: losses, pay-back, discounts."""

from __future__ import annotations

from collections.abc import Iterator

from planner.analysis.feeding import economics
from planner.checks.finding import Found, Review, rule
from planner.i18n import N_


@rule(
    "constraint-broken",
    "error",
    N_("A plan that breaks its own limits won’t be granted."),
    grave=True,
)
def constraint_broken(review: Review) -> Iterator[Found]:
    """A scenario loses more than may be lost, or customers pay back too late."""
    limits = review.plan.business.limits
    if limits.acceptable_loss is not None:
        for future in review.analysis.futures:
            loss = -future.left.value
            if loss > float(limits.acceptable_loss) + 0.005:
                path = f"promotion.scenarios[{future.id}]"
                yield Found(
                    "business.limits.acceptable_loss",
                    N_("In “{name}” the plan loses {loss}, more than the {limit} you would bear."),
                    {
                        "name": review.title(path),
                        "loss": f"{loss:,.0f}",
                        "limit": f"{limits.acceptable_loss:,.2f}".removesuffix(".00"),
                    },
                )
    yield from _late(review)


def _late(review: Review) -> Iterator[Found]:
    most = review.plan.business.limits.payback_months
    worth = economics.customer_worth(review.plan)
    if most is None or worth is None or worth.value <= 0:
        return
    for brought in review.analysis.channel_returns:
        if brought.cost_per_customer is None:
            continue
        months = brought.cost_per_customer.value / (worth.value / 12)
        if months > most + 1e-9:
            path = f"promotion.channels[{brought.id}]"
            yield Found(
                "business.limits.payback_months",
                N_(
                    "A customer won by “{name}” pays back after {months:.1f} months, not within"
                    " {most}."
                ),
                {"name": review.title(path), "months": months, "most": most},
            )


@rule(
    "discount-below-margin", "error", N_("A discount above the margin sells at a loss."), grave=True
)
def discount_below_margin(review: Review) -> Iterator[Found]:
    """The largest discount, or a campaign's, eats the margin of an offer."""
    earned = {f.path: f for f in economics.offerings(review.plan)}
    discounts: list[tuple[str, float | None, str | None]] = [
        (
            "positioning.stance.largest_discount",
            review.plan.positioning.stance.largest_discount,
            None,
        )
    ]
    discounts += [
        (f"promotion.campaigns[{c.id}].offer.discount", c.offer.discount, c.offer.offering)
        for c in review.plan.promotion.campaigns
        if c.status != "dropped"
    ]
    for path, discount, offering in discounts:
        if not discount:
            continue
        for at, figures in earned.items():
            about = offering is None or at == f"business.offerings[{offering}]"
            if about and figures.margin is not None and discount >= figures.margin.value - 1e-9:
                yield Found(
                    path,
                    N_(
                        "{discount:.0%} off leaves nothing of “{offer}”, whose margin is"
                        " {margin:.0%}."
                    ),
                    {
                        "discount": discount,
                        "offer": review.title(at),
                        "margin": figures.margin.value,
                    },
                )
