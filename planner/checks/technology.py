"""Rules about technology."""

from __future__ import annotations

from collections.abc import Iterator

from planner.checks.finding import Found, Review, rule
from planner.i18n import N_

IN_USE = 1
"""From level 1 (an experiment) on a technology counts as partly there (level ≥ 0.5)."""


@rule("technology-debt-undecided", "error", N_("What all rivals have is not news but a debt."))
def technology_debt_undecided(review: Review) -> Iterator[Found]:
    """Two thirds of the rivals have it, we don’t, and nothing is decided."""
    for item in review.plan.technology.items:
        levels = [level.level for level in item.levels if level.level is not None]
        if not levels or item.own_level is None or item.decision:
            continue
        have = sum(1 for level in levels if level >= IN_USE) / len(levels)
        if have >= 2 / 3 - 1e-9 and item.own_level < IN_USE:
            path = f"technology.items[{item.id}]"
            yield Found(
                f"{path}.decision",
                N_("Most rivals have “{name}”, you don’t, and nothing is decided."),
                {"name": review.title(path)},
            )


@rule(
    "adopt-without-money",
    "error",
    N_("“Do it” without a name, a date and money is a wish."),
    grave=True,
)
def adopt_without_money(review: Review) -> Iterator[Found]:
    """Decided to be done or tried, but without owner, deadline or budget line."""
    if not review.asks("technology.items[*].owner"):
        return
    for item in review.plan.technology.items:
        if item.decision not in ("do it now", "pilot"):
            continue
        path = f"technology.items[{item.id}]"
        for part in ("owner", "deadline", "budget_line"):
            if getattr(item, part) is None:
                yield Found(
                    f"{path}.{part}",
                    N_("“{name}” is to be done, but owner, deadline or budget line is missing."),
                    {"name": review.title(path)},
                )
                break


@rule("technology-review-overdue", "warning", N_("“Watch” without a date means “forget”."))
def technology_review_overdue(review: Review) -> Iterator[Found]:
    """The day to look again is past."""
    for item in review.plan.technology.items:
        if item.next_review is not None and item.next_review < review.today:
            path = f"technology.items[{item.id}]"
            yield Found(
                f"{path}.next_review",
                N_("“{name}” was to be looked at again by {day}."),
                {"name": review.title(path), "day": item.next_review.isoformat()},
            )


@rule("technology-one-field", "hint", N_("The blow comes from the field nobody watched."))
def technology_one_field(review: Review) -> Iterator[Found]:
    """All technologies stand in one field."""
    items = review.plan.technology.items
    alone = len(items) > 1 and len({item.sector for item in items}) == 1
    if alone and review.asks("technology.items[*].sector"):
        yield Found("technology.sectors", N_("All technologies come from one field."))
