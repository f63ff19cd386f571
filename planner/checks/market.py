"""Rules about the size of the market and what changes around the firm."""

from __future__ import annotations

from collections.abc import Iterator

from planner.checks.finding import Found, Review, rule
from planner.i18n import N_

HIGH_SCORE = 15
"""From this |direction × impact × likelihood| on a change is high (house rule)."""


@rule("size-one-way", "warning", N_("Two ways that disagree show the weak assumption."))
def size_one_way(review: Review) -> Iterator[Found]:
    """A market that is sized from everyone down only."""
    deep = review.plan.meta.depth in ("standard", "thorough")
    for size in review.plan.market.sizes:
        if size.top_down and not size.bottom_up and size.basis != "three known figures":
            yield Found(
                f"market.sizes[{size.id}].top_down",
                N_("The market is sized one way only; count from single sellers or buyers up too."),
                severity="warning" if deep else "hint",
            )


@rule("size-gap-unexplained", "warning", N_("Unexplained, the reader picks the lower one."))
def size_gap_unexplained(review: Review) -> Iterator[Found]:
    """The two sizes differ by more than a fifth and nothing says why."""
    for size in review.plan.market.sizes:
        ratio = review.analysis.size_ratio(size.id)
        if ratio is not None and not 0.8 - 1e-9 <= ratio <= 1.25 + 1e-9 and not size.difference:
            yield Found(
                f"market.sizes[{size.id}].difference",
                N_("Counted from below the size is {ratio} times that from above, unexplained."),
                {"ratio": f"{ratio:.2f}"},
            )


@rule("size-order", "error", N_("What is won is part of what is served, and that of the whole."))
def size_order(review: Review) -> Iterator[Found]:
    """Known sizes that do not nest."""
    for size in review.plan.market.sizes:
        for inner, outer in (("sam", "tam"), ("som", "sam")):
            small, large = getattr(size, inner), getattr(size, outer)
            if small is not None and large is not None and small > large:
                yield Found(
                    f"market.sizes[{size.id}].{inner}",
                    N_("The {inner} of {small} exceeds the {outer} of {large}."),
                    {
                        "inner": inner.upper(),
                        "outer": outer.upper(),
                        "small": f"{small:,}",
                        "large": f"{large:,}",
                    },
                )


@rule("factor-unanswered", "warning", N_("High impact without an answer is a hole in the plan."))
def factor_unanswered(review: Review) -> Iterator[Found]:
    """A change of high score without an answer."""
    for factor in review.plan.market.factors:
        if factor.impact is None or factor.likelihood is None or factor.answer:
            continue
        if factor.impact * factor.likelihood >= HIGH_SCORE - 1e-9:
            path = f"market.factors[{factor.id}]"
            yield Found(
                f"{path}.answer",
                N_("“{name}” is likely and weighs much, but has no answer."),
                {"name": review.title(path)},
            )


@rule("trend-without-consequence", "warning", N_("A trend without a decision is filler."))
def trend_without_consequence(review: Review) -> Iterator[Found]:
    """A trend with neither answer nor action."""
    for trend in review.plan.market.trends:
        if not trend.answer or not trend.action:
            path = f"market.trends[{trend.id}]"
            yield Found(
                f"{path}.action",
                N_("“{name}” has no consequence: say what you will do, or why not."),
                {"name": review.title(path)},
            )
