"""Rules about the promise, strengths and weaknesses, and strategies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from planner import paths
from planner.analysis.feeding import aims
from planner.checks.finding import Found, Review, rule
from planner.i18n import N_
from planner.model.clean import fold

MOST_IN_A_BOX = 5


@rule("usp-already-claimed", "error", N_("An equal claim is no reason to choose you."))
def usp_already_claimed(review: Review) -> Iterator[Found]:
    """A rival that says the same, by our verdict or word for word."""
    usp = review.plan.positioning.usp
    claims = {rival.id: rival.claim for rival in review.plan.competitors.items}
    said: set[str] = set()
    for comparison in usp.comparisons:
        if comparison.verdict == "says the same":
            said.add(comparison.id)
            yield _claimed(review, comparison.id)
    if usp.statement:
        for identity, claim in claims.items():
            if claim and fold(claim) == fold(usp.statement) and identity not in said:
                yield _claimed(review, identity)


def _claimed(review: Review, rival: str) -> Found:
    return Found(
        "positioning.usp.statement",
        N_("{rival} makes the same promise."),
        {"rival": review.title(f"competitors.items[{rival}]")},
    )


@rule("swot-line-untraced", "warning", N_("A line from nowhere can’t be defended."))
def swot_line_untraced(review: Review) -> Iterator[Found]:
    """A line without a finding behind it; hints on idle lines, no group, or an overfull box."""
    positioning = review.plan.positioning
    about = [path for line in review.plan.evidence.items for path in line.about or ()]
    if review.asks("positioning.swot[*].sources"):
        used = {i for s in positioning.strategies for i in s.swot_items or ()}
        for line in positioning.swot:
            path = f"positioning.swot[{line.id}]"
            words = {"name": review.title(path)}
            if not line.sources and not any(paths.within(known, path) for known in about):
                yield Found(f"{path}.sources", N_("“{name}” comes from no finding."), words)
            if line.id not in used:
                yield Found(path, N_("No strategy makes use of “{name}”."), words, "hint")
            if not line.segment:
                yield Found(
                    f"{path}.segment",
                    N_("“{name}” is said of the whole firm; of which group does it hold?"),
                    words,
                    "hint",
                )
    boxes = Counter((line.kind, line.segment) for line in positioning.swot if line.kind)
    for (kind, _), count in boxes.items():
        if count > MOST_IN_A_BOX:
            yield Found(
                "positioning.swot",
                N_("There are {count} lines of one kind ({kind}); five can be weighed."),
                {"count": count, "kind": kind},
                "hint",
            )


@rule("strategies-miss-gap", "error", N_("Strategies that don’t add up to the gap miss the goal."))
def strategies_miss_gap(review: Review) -> Iterator[Found]:
    """The chosen strategies’ gains fall short of a goal’s gap; nothing is rejected."""
    for gap in aims.gaps(review.plan):
        if gap.gains and (gap.size.value - gap.filled.value) * gap.direction > 1e-9:
            yield Found(
                "positioning.strategies",
                N_("The chosen strategies bring {gains} of the {gap} that “{goal}” needs."),
                {
                    "gains": f"{gap.filled.value:,.0f}",
                    "gap": f"{gap.size.value:,.0f}",
                    "goal": review.title(gap.path),
                },
            )
    strategies = review.plan.positioning.strategies
    if strategies and all(s.decision != "rejected" for s in strategies):
        yield Found(
            "positioning.strategies",
            N_("No option is rejected; the rejected one is the proof that you chose."),
            severity="warning",
        )


@rule("pillar-without-proof", "warning", N_("Pillars without proof are adjectives."))
def pillar_without_proof(review: Review) -> Iterator[Found]:
    """A message’s pillar without a proof that may be published."""
    cleared = {p.id for p in review.plan.positioning.proofs if p.cleared is not False}
    for message in review.plan.positioning.messages:
        for pillar in message.pillars:
            if not cleared.intersection(pillar.proofs or ()):
                path = f"positioning.messages[{message.id}].pillars[{pillar.id}]"
                yield Found(
                    f"{path}.proofs",
                    N_("Nothing proves “{name}”."),
                    {"name": review.title(path)},
                )
