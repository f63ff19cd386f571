"""We and the nearest rivals by the buyers' yardstick, side by side."""

from __future__ import annotations

from planner.analysis.feeding import rivals as feeding
from planner.analysis.feeding.runs import Run
from planner.blocks import Axis, Chart, Series, Text, plain
from planner.exhibits.competitors import name_of, rating_path
from planner.exhibits.ground import Ground, exhibit
from planner.i18n import N_

NEAREST = 2
"""More rivals than this make a radar that cannot be read."""


@exhibit("profile-radar")
def profile_radar(ground: Ground) -> Chart | None:
    """Our ratings and those of the rivals who score best, factor by factor."""
    found = ground.analysis.profile
    if not ground.thorough or not isinstance(found, Run):
        return None
    factors = feeding.rated_factors(ground.plan)
    rated = {one.id: one.ratings for one in found.given.competitors}
    others = [who for who in found.result.ranking if who != feeding.OWN][:NEAREST]
    if len(factors) < 3 or feeding.OWN not in rated or not others:
        return None
    low, high = found.given.scale
    shown = [feeding.OWN, *others]
    series = tuple(
        Series(
            plain(name_of(ground, who)),
            tuple(rated[who]),
            own=who == feeding.OWN,
            sources=tuple(
                rating_path(who, factor)
                for factor, rating in zip(factors, rated[who], strict=True)
                if rating is not None
            ),
        )
        for who in shown
    )
    names = tuple(plain(ground.title(f"competitors.success_factors[{f}]")) for f in factors)
    return Chart(
        "profile-radar",
        "radar",
        _message(ground, factors, series),
        plain(ground.say(N_("Ratings from {low} to {high}; outside is better"),
                         low=ground.voice.number(low, "competitors.scale"),
                         high=ground.voice.number(high, "competitors.scale"))),
        alt="; ".join(
            f"{s.name}: " + ", ".join("–" if v is None else f"{v:g}" for v in s.values)
            for s in series
        ),
        categories=names,
        series=series,
        y=Axis("", 0, high),
    )  # fmt: skip


def _message(ground: Ground, factors: tuple[str, ...], series: tuple[Series, ...]) -> Text:
    """Where we are furthest before the nearest rivals, or behind them."""
    gaps = []
    for at, mine in enumerate(series[0].values):
        theirs = [value for other in series[1:] if (value := other.values[at]) is not None]
        if mine is not None and theirs:
            gaps.append((mine - max(theirs), at))
    if not gaps:
        return ground.say(N_("We and the nearest rivals, factor by factor"))
    best, worst = max(gaps), min(gaps)
    gap, at = best if best[0] > 0 else worst
    factor = ground.title(f"competitors.success_factors[{factors[at]}]")
    if gap > 0:
        return ground.say(N_("We are furthest ahead by: {factor}"), factor=factor)
    if gap < 0:
        return ground.say(N_("We are furthest behind by: {factor}"), factor=factor)
    return ground.say(N_("Nowhere are we ahead of the nearest rivals"))
