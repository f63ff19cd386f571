"""Business and goals: the plan itself, the firm, what it sells, last year, what it wants."""

from __future__ import annotations

from planner.i18n import N_
from wizards.forms.cards import Topic

TOPICS = (
    Topic(
        N_("This plan"),
        tuple(
            f"meta.{name}"
            for name in (
                "title",
                "author",
                "client",
                "period",
                "currency",
                "amounts",
                "depth",
                "language",
                "status",
                "confidentiality",
            )
        ),
        N_("What stands on the cover, and what every figure and date is measured by."),
    ),
    Topic(N_("Your firm"), ("business.company",)),
    Topic(
        N_("What you sell"),
        ("business.offerings",),
        N_("Each thing a buyer can pay for, with what it brings and what it costs you."),
    ),
    Topic(
        N_("Last year’s figures"),
        ("business.baseline", "business.months", "business.years"),
        N_("Where you start from. An estimate is better than a gap: say that it is one."),
    ),
    Topic(
        N_("What last year taught"),
        ("business.last_year", "meta.last_plan"),
        N_("What was set, what came of it, and what you take from that."),
    ),
    Topic(
        N_("Goals"),
        ("business.goals",),
        N_("One to three. Each with where you are, where you want to be, and by when."),
    ),
    Topic(
        N_("What limits you"),
        ("business.limits", "business.constraints", "business.capacity"),
        N_("Money, hands and rules that the plan must fit into."),
    ),
    Topic(N_("What you own that counts"), ("business.assets",)),
    Topic(N_("Key accounts"), ("business.key_accounts",)),
    Topic(
        N_("Workshop participants"),
        ("meta.participants",),
        N_("Those whose opinions go into the plan; one alone is enough."),
    ),
)
