"""How much of the market and of its voice is ours."""

from __future__ import annotations

from planner.blocks import Text
from planner.exhibits.ground import Ground, reading
from planner.exhibits.voice import Part
from planner.i18n import N_

BANDS = {
    "highly concentrated": N_("few sellers hold most of it (highly concentrated)"),
    "moderately concentrated": N_("some sellers hold much of it (moderately concentrated)"),
    "unconcentrated": N_("nobody rules it (unconcentrated)"),
}
"""The bands of the 2023 edition of the US Merger Guidelines, in words."""


@reading("concentration")
def concentration(ground: Ground) -> Text:
    """How concentrated the market is; its known shares give a least value where some lack."""
    found = next(iter(ground.analysis.runs("concentration")), None)
    if found is None:
        return ()
    index, four = found.result.hhi, found.result.cr4
    parts: dict[str, Part] = {
        "index": ground.voice.number(round(index), *found.paths),
        "four": ground.voice.percent(round(four, 3), *found.paths),
        "band": ground.voice.word(BANDS[found.result.band_2023]),
    }
    if found.result.lower_bound:
        return ground.say(
            N_(
                "The largest sellers that we know (four at most) hold {four} of the market; by"
                " the known shares {band}: the index of concentration (HHI) is at least {index}."
            ),
            **parts,
        )
    return ground.say(
        N_(
            "The four largest sellers hold {four} of the market; {band}: the index of"
            " concentration (HHI) is {index}."
        ),
        **parts,
    )


@reading("voice-and-share")
def voice_and_share(ground: Ground) -> Text:
    """Whether we are louder or quieter than our size."""
    found = next(iter(ground.analysis.runs("share-of-voice")), None)
    if found is None or found.result.esov_points is None:
        return ()
    loud, size, points = (
        found.result.share_of_voice,
        found.result.share_of_market,
        found.result.esov_points,
    )
    message = (
        N_("With {loud} of all advertising we are louder than our {size} of the market.")
        if points >= 0
        else N_("With {loud} of all advertising we are quieter than our {size} of the market.")
    )
    return ground.say(
        message,
        loud=ground.voice.percent(round(loud, 3), *found.paths),
        size=ground.voice.percent(round(size, 3), *found.paths),
    )
