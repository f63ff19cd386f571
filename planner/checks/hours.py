"""The rule that the hours fit the people."""

from __future__ import annotations

from collections.abc import Iterator

from planner.analysis.feeding import workload
from planner.checks.finding import Found, Review, rule
from planner.i18n import N_


@rule("hours-over-people", "error", N_("Plans die of hours, not of money."))
def hours_over_people(review: Review) -> Iterator[Found]:
    """A month in which the tasks of a person take more hours than there are."""
    if not review.asks("promotion.tasks[*].hours"):
        return
    told: set[str] = set()
    for lacking in workload.overloads(review.plan):
        if lacking.person in told:
            continue
        told.add(lacking.person)
        path = f"promotion.people[{lacking.person}]"
        yield Found(
            f"{path}.hours",
            N_("In {month} the tasks of {name} take {needed:.0f} hours, and there are {has:g}."),
            {
                "month": lacking.month,
                "name": review.title(path),
                "needed": lacking.needed.value,
                "has": lacking.has.value,
            },
        )
