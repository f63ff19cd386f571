"""What past orders leave in the plan, in full: limits, cohorts, computed groups, settings."""

from __future__ import annotations

from typing import Any

from planner import paths
from planner.blocks import Span, Table, Text
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.members import Shown, Told, sentences, table_of
from planner.exhibits.tables import figures, row, table, words
from planner.i18n import N_

_DATA, _SETTINGS = "segments.order_data", "segments.order_analysis"
_IN_WORDS = {
    "RF": N_("how lately and how often they bought (score RF)"),
    "R(FM)": N_("how lately, and how often and for how much, they bought (score R(FM))"),
    "recency": N_("days since the last order"),
    "frequency": N_("number of orders"),
    "monetary": N_("money spent"),
}
_FARTHEST = 12
"""So many later months of a cohort fit beside each other."""


@reading("order-settings")
def order_settings(ground: Ground) -> Text:
    """How the orders were analysed, so that somebody else can do it again."""
    if not ground.thorough:
        return ()
    settings, cuts = ground.plan.segments.order_analysis, ground.plan.segments.order_data.cuts
    said: list[Text] = []
    for name, message in (
        ("analysis_date", N_("Reckoned as of {value}.")),
        ("segment_by", N_("Groups by {value}.")),
        ("cluster_columns", N_("Computed groups use: {value}.")),
        ("log_columns", N_("Taken as logarithms, being very uneven: {value}.")),
        ("cluster_limit", N_("At most {value} computed groups were tried.")),
    ):
        if getattr(settings, name) is not None:
            said.append(ground.say(message, value=_setting(ground, name)))
    if settings.merge_same_day is not None:
        same = (
            N_("Orders of one day count as one.")
            if settings.merge_same_day
            else N_("Each order counts, those of one day too.")
        )
        said.append((Span(ground.voice.word(same), (f"{_SETTINGS}.merge_same_day",)),))
    if settings.monetary is not None:
        money = N_("Money is the sum.") if settings.monetary == "sum" else N_("Money is the mean.")
        said.append((Span(ground.voice.word(money), (f"{_SETTINGS}.monetary",)),))
    for name, message in (
        ("recency", N_("Days since the last order part at {limits}.")),
        ("frequency", N_("Numbers of orders part at {limits}.")),
        ("monetary", N_("Sums part at {limits}.")),
    ):
        limits: tuple[Text, ...] = tuple(
            ground.said(path)
            for path in (f"{_SETTINGS}.{name}_cuts", f"{_DATA}.cuts.{name}")
            if paths.get(ground.plan, path)
        )
        if limits and getattr(cuts, name) is not None:
            said.append(ground.say(message, limits=_once(limits)))
        elif limits:
            said.append(ground.say(message, limits=limits[0]))
    return sentences(said)


def _setting(ground: Ground, name: str) -> Text:
    """A setting as it was typed; scores and columns in words."""
    path = f"{_SETTINGS}.{name}"
    typed = paths.get(ground.plan, path)
    if isinstance(typed, str):
        typed = (typed,)
    if not isinstance(typed, tuple):
        return ground.said(path)
    words = [str(one) for one in typed]
    return ground.voice.join(
        Span(ground.voice.word(_IN_WORDS.get(word, word)), (path,)) for word in words
    )


def _once(limits: tuple[Text, ...]) -> Text:
    """One wording of the limits that rests on the chosen and on the computed ones."""
    first = limits[0]
    sources = tuple(source for text in limits for span in text for source in span.sources)
    return tuple(Span(span.text, sources if span.sources else ()) for span in first)


@reading("valuation")
def valuation(ground: Ground) -> Text:
    """Over how many years a customer's worth is counted, and from when."""
    if not ground.thorough:
        return ()
    chosen = ground.plan.segments.valuation
    path = "segments.valuation"
    said: list[Text] = []
    if chosen.years is not None:
        years = ground.said(f"{path}.years")
        said.append(
            ground.say(N_("A customer’s worth is counted over {years} years."), years=years)
        )
    if chosen.first_margin is not None:
        message = (
            N_("The first margin comes at once.")
            if chosen.first_margin == "now"
            else N_("The first margin comes after a year.")
        )
        said.append((Span(ground.voice.word(message), (f"{path}.first_margin",)),))
    return sentences(said)


@reading("order-models")
def order_models(ground: Ground) -> Text:
    """The parameters of the fitted models of purchase and spend."""
    if not ground.thorough:
        return ()
    said: list[Text] = []
    for name, message in (
        ("purchase_model", N_("Parameters of the purchase model (BG/NBD: r, α, a, b): {values}.")),
        ("spend_model", N_("Parameters of the spend model (Gamma-Gamma: p, q, v): {values}.")),
    ):
        if getattr(ground.plan.segments.order_data, name):
            said.append(ground.say(message, values=ground.said(f"{_DATA}.{name}")))
    return sentences(said)


@exhibit("cohorts")
def cohorts(ground: Ground) -> Table | None:
    """How many first bought in each month, and what part of them came back later."""
    known = [c for c in ground.plan.segments.order_data.cohorts if c.retention]
    if not ground.thorough or not known:
        return None
    known.sort(key=lambda cohort: cohort.id)
    later = min(max(len(cohort.retention or ()) for cohort in known), _FARTHEST)
    columns = [
        words(ground, N_("First bought in"), 1.6),
        figures(ground, N_("Customers"), weight=1.1),
        *(figures(ground, str(month), weight=0.6) for month in range(later)),
    ]
    rows = []
    for cohort in known:
        path = f"{_DATA}.cohorts[{cohort.id}]"
        shares = list(cohort.retention or ())[:later]
        cells = [(ground.voice.percent(share, f"{path}.retention"),) for share in shares]
        cells += [()] * (later - len(cells))  # type: ignore[list-item]  # an empty text
        rows.append(
            row(ground.voice.month(cohort.id, path), ground.said(f"{path}.customers"), *cells)
        )
    caption = ground.say(N_("Who came back, by months since the first order"))
    return table("cohorts", caption, columns, rows)


def _evenly(name: str, decimals: int) -> Told:
    """A mean of a computed group, with as many decimals in every row."""

    def tell(ground: Ground, group: Any, path: str) -> Text:
        value = getattr(group, name)
        if value is None:
            return ()
        return (ground.voice.figure(value, f"{path}.{name}", decimals=decimals),)

    return tell


@exhibit("clusters")
def clusters(ground: Ground) -> Table | None:
    """Groups computed from orders alone, with what is typical of each."""
    if not ground.thorough:
        return None
    shown = (
        Shown(N_("Computed group"), "name", 1.8),
        Shown(N_("Customers"), "customers", 0.9, "figure"),
        Shown(N_("Days since the last order"), "recency", 0.9, "figure"),
        Shown(N_("Orders each"), _evenly("frequency", 1), 0.9, "figure"),
        Shown(N_("Spent each"), _evenly("monetary", 0), 0.9, "money"),
        Shown(N_("Is our group"), "segment", 1.8),
    )
    caption = ground.say(N_("Groups that the orders themselves form"))
    return table_of(ground, "clusters", caption, ground.members(f"{_DATA}.clusters"), shown)
