"""The review: rules that say what is missing, weak or inconsistent in a plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as Day
from typing import TYPE_CHECKING

from planner.checks.finding import (
    SEVERITIES,
    STEPS,
    Finding,
    Found,
    Review,
    Rule,
    Severity,
    step_of,
)
from planner.model.plan import Plan

if TYPE_CHECKING:
    from planner.analysis.feeding import Analysis

__all__ = ["Finding", "Found", "Review", "Rule", "Severity", "findings"]


def findings(
    plan: Plan, today: Day | None = None, analysis: Analysis | None = None
) -> tuple[Finding, ...]:
    """What the review finds, worst first, then in step order.

    `today` is the day that due dates are compared with; by default the present one.
    """
    from datetime import datetime

    # The rules bring all methods with them, which load slowly.
    from planner.analysis.feeding import analysed
    from planner.checks.rules import RULES

    day = today or datetime.now().astimezone().date()
    review = Review(plan, analysis or analysed(plan), day)
    found = [finding for rule in RULES.values() for finding in _applied(rule, review)]
    found.sort(key=lambda f: (SEVERITIES.index(f.severity), STEPS.index(f.step)))
    return tuple(found)


def _applied(rule: Rule, review: Review) -> Iterator[Finding]:
    for found in rule.check(review):
        if not rule.grave and not review.asks(found.path):
            continue
        yield Finding(
            rule.id,
            found.severity or rule.severity,
            found.path,
            step_of(found.path),
            found.template,
            found.words,
            rule.reason,
        )
