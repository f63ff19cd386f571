"""Rules about work that others do: whole briefs, nothing secret in them, accounts, permissions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planner.analysis.feeding.running import is_running, kind_of
from planner.checks.finding import Found, Review, rule
from planner.i18n import N_
from planner.model.clean import fold

_BRIEF = (
    ("task", N_("“{name}”: the brief has no task.")),
    ("deliverables", N_("“{name}”: the brief names nothing to hand over.")),
    ("must_not", N_("“{name}”: the brief forbids nothing.")),
    ("acceptance", N_("“{name}”: nothing says when the work is accepted.")),
)
_PERMISSIONS = ("cookie consent", "opt-in")
_SHORTEST = 4
"""A figure of fewer digits may stand in a brief by chance."""


@rule("brief-incomplete", "error", N_("Without a test, “done” is the contractor’s opinion."))
def brief_incomplete(review: Review) -> Iterator[Found]:
    """A campaign that a contractor makes, without task, deliverable, must-not or acceptance."""
    for campaign in review.plan.promotion.campaigns:
        if campaign.contractor is None or campaign.status == "dropped":
            continue
        path = f"promotion.campaigns[{campaign.id}]"
        for part, message in _BRIEF:
            if not getattr(campaign.brief, part):
                yield Found(f"{path}.brief.{part}", message, {"name": review.title(path)})


@rule("brief-leaks", "error", N_("One forwarded brief gives away your margin."), grave=True)
def brief_leaks(review: Review) -> Iterator[Found]:
    """A brief's own words that hold a confidential figure or a proof not to be shown."""
    secrets = tuple(_secrets(review))
    for campaign in review.plan.promotion.campaigns:
        if campaign.contractor is None:
            continue
        path = f"promotion.campaigns[{campaign.id}].brief"
        for part, text in _own_words(campaign.brief):
            said = fold(text).replace(",", "").replace(" ", "")
            for secret, label in secrets:
                if secret in said:
                    yield Found(
                        f"{path}.{part}",
                        N_("The brief’s words hold {what}, which is confidential."),
                        {"what": label},
                    )


def _secrets(review: Review) -> Iterator[tuple[str, str]]:
    base, limits = review.plan.business.baseline, review.plan.business.limits
    for value, label in (
        (base.revenue, N_("your sales")),
        (base.fixed_costs, N_("your fixed costs")),
        (base.marketing_spend, N_("what you spend on marketing")),
        (limits.affordable_budget, N_("the most you could spend")),
        (limits.acceptable_loss, N_("the loss you would bear")),
    ):
        if value is not None and len(str(int(value))) >= _SHORTEST:
            yield str(int(value)), label


def _own_words(brief: Any) -> Iterator[tuple[str, str]]:
    for part in ("task", "access", "tracking", "acceptance", "reporting", "decisions"):
        if text := getattr(brief, part):
            yield part, text
    for part in ("must", "must_not"):
        if lines := getattr(brief, part):
            yield part, " ".join(lines)


@rule("accounts-not-ours", "warning", N_("With the account goes all that it has learnt."))
def accounts_not_ours(review: Review) -> Iterator[Found]:
    """A contract by which the contractor owns the advertising accounts."""
    for contractor in review.plan.promotion.contractors:
        for contract in contractor.contracts:
            if contract.accounts == "theirs":
                path = f"promotion.contractors[{contractor.id}]"
                yield Found(
                    f"{path}.contracts[{contract.id}].accounts",
                    N_("“{name}” owns the accounts that your money fills."),
                    {"name": review.title(path)},
                )


@rule("consent-not-arranged", "error", N_("No permission, a fine."), grave=True)
def consent_not_arranged(review: Review) -> Iterator[Found]:
    """A channel that needs permission without a way to get it, or handled without an agreement."""
    agreed = {
        contractor.id
        for contractor in review.plan.promotion.contractors
        if any(c.data_agreement == "signed" for c in contractor.contracts)
    }
    for channel in review.plan.promotion.channels:
        known = kind_of(channel)
        needed = channel.consent or (known.consent if known else None)
        if not is_running(channel) or needed not in _PERMISSIONS:
            continue
        path = f"promotion.channels[{channel.id}]"
        words = {"name": review.title(path), "consent": needed}
        if not channel.consent_how:
            yield Found(
                f"{path}.consent_how",
                N_("“{name}” needs {consent}; nothing says how you get it."),
                words,
            )
        if channel.contractor is not None and channel.contractor not in agreed:
            yield Found(
                f"{path}.contractor",
                N_("“{name}” needs {consent}, and who runs it has signed no data agreement."),
                words,
            )
