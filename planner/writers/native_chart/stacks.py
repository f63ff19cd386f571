"""Stacked columns, and waterfalls made of them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from planner.drawing.brief import Line
from planner.drawing.colours import INK, WHITE, on_fill
from planner.drawing.measure import BELOW_ZERO, HEIGHT, LINE
from planner.drawing.scale import bar_ticks
from planner.drawing.steps import DOWN, UP, spans_of
from planner.i18n import N_
from planner.writers.native_chart import draft as parts
from planner.writers.native_chart.book import Column
from planner.writers.native_chart.codes import MINUS, Codes
from planner.writers.native_chart.columns import (
    FILLED,
    WIDEST_BAR,
    name_step,
    names_height,
    series,
    sheet_of,
    tick_room,
)
from planner.writers.native_chart.draft import Draft, Field, Scale, Setting
from planner.writers.native_chart.labels import Label, labels
from planner.writers.native_chart.shapes import (
    INVISIBLE,
    NO_LINE,
    PATTERNS,
    area,
    hatched,
    line,
    solid,
)
from planner.writers.native_chart.sheet import Sheet
from planner.writers.native_chart.wording import lines_of, widest, width_of

_UPRIGHT = '<c:invertIfNegative val="0"/>'
_NAME, _SHORT = 40.0, 14.0
_STEP_SHARE, _WIDEST_STEP = 0.62, 20.0
_TOP = 5.0
_CLEAR = 2.4
"""How far a number's middle stands off its column, mm."""


def stacked(draft: Draft) -> Setting:
    """Columns of parts with the sum above them, and the parts' names at the right."""
    brief = draft.brief
    names, lines = brief.categories(), brief.lines()
    ends = [end for at in range(len(names)) for end in _ends(lines, at)]
    steps = bar_ticks(ends)
    left = tick_room(draft, steps)
    right = brief.width - min(max(widest([p.name for p in lines]), _SHORT), _NAME) - 9.0
    slot = (right - left) / len(names)
    step = name_step(names, slot)
    height = _TOP + HEIGHT + names_height(names, slot - 1.5, thinned=step > 1)
    field = Field(left, _TOP, right, _TOP + HEIGHT, brief.width, height)
    totals = _totals(draft, lines, slot) if min(ends) >= 0 else ()
    sheet = sheet_of(names, lines, *totals)
    made = "".join([_part(draft, sheet, lines, at, (slot, steps)) for at in range(len(lines))])
    scale = Scale(steps[1] - steps[0], None if min(ends) < 0 else 0.0)
    content = (
        _columns(made, slot, min(slot * FILLED, WIDEST_BAR))
        + (_sums(draft, sheet, len(lines)) if totals else "")
        + parts.category_axis(draft, step=step)
        + parts.value_axis(draft, scale, draft.codes.axis(steps))
    )
    room = brief.width - right - 2.0
    tall = sum(lines_of(part.name, room - 5.0) * LINE + 2.0 for part in lines)
    box = parts.layout(
        (right + 2.0, _TOP, brief.width, _TOP + min(tall, HEIGHT)), (brief.width, height)
    )
    hidden = tuple(range(len(lines), len(sheet.columns)))
    key = parts.legend(draft, "r", box, left_out=hidden)
    return Setting(sheet, parts.plot_area(field, content) + key, height)


def waterfall(draft: Draft) -> Setting:
    """Levels and the changes between them, on a series that is not seen."""
    brief = draft.brief
    names = brief.categories()
    values = [value or 0.0 for value in brief.lines()[0].values]
    spans = spans_of(brief.chart, values)
    ends = [end for low, high, _ in spans for end in (low, high)]
    steps = bar_ticks(ends)
    left = tick_room(draft, steps)
    slot = (brief.width - left) / len(names)
    step = name_step(names, slot)
    under = BELOW_ZERO if min(ends) < 0 else 0.0
    height = _TOP + HEIGHT + under + names_height(names, slot - 1.5, thinned=step > 1)
    field = Field(left, _TOP, brief.width, _TOP + HEIGHT, brief.width, height)
    flights = _flights(draft, spans)
    base = Column(brief.say(N_("Base")), tuple([_base(low, high) for low, high, _ in spans]))
    sheet = Sheet(names, (base, *[Column(f.name, f.values) for f in flights]))
    words = [
        flight.codes.text(abs(v)) for flight in flights for v in flight.values if v is not None
    ]
    fits = widest(words, bold=True) <= slot
    made = series(sheet, 0, INVISIBLE + _UPRIGHT, "") + "".join(
        [
            series(sheet, at, area(solid(flight.colour)) + _UPRIGHT,
                   _step_labels(draft, flight, (steps[0], steps[-1]), height, fits=fits))
            for at, flight in enumerate(flights, 1)
        ]
    )  # fmt: skip
    scale = Scale(steps[1] - steps[0], steps[0], steps[-1])
    content = (
        _columns(made, slot, min(slot * _STEP_SHARE, _WIDEST_STEP))
        + parts.category_axis(draft, step=step)
        + parts.value_axis(draft, scale, draft.codes.axis(steps))
    )
    return Setting(sheet, parts.plot_area(field, content), height)


@dataclass(frozen=True, slots=True)
class _Flight:
    """The columns of a waterfall that are of one kind, levels, rises or falls, on a side of zero.

    `crossed` are the changes whose column crosses zero, so that two series share it.
    """

    name: str
    values: tuple[float | None, ...]
    colour: str
    codes: Codes
    below: bool
    crossed: dict[int, float]

    @property
    def look(self) -> Label:
        """The labels of its numbers, but for their places."""
        return Label("ctr", INK, bold=not self.codes.lead)

    @property
    def hanging(self) -> bool:
        """Whether its numbers stand below."""
        return self.codes.lead == MINUS


def _columns(made: str, slot: float, width: float) -> str:
    gap = min(max(round((slot / width - 1) * 100), 0), 500)
    return (
        '<c:barChart><c:barDir val="col"/><c:grouping val="stacked"/><c:varyColors val="0"/>'
        f'{made}<c:gapWidth val="{gap}"/><c:overlap val="100"/>{parts.AXIS_IDS}</c:barChart>'
    )


def _ends(lines: tuple[Line, ...], at: int) -> tuple[float, float]:
    values = [part.values[at] or 0.0 for part in lines]
    return sum(v for v in values if v < 0), sum(v for v in values if v > 0)


def _totals(draft: Draft, lines: tuple[Line, ...], slot: float) -> tuple[Column, ...]:
    """A column of sums where there is room for them above the stacks."""
    sums = tuple(
        [
            sum(part.values[at] or 0.0 for part in lines)
            if any(part.values[at] is not None for part in lines)
            else None
            for at in range(len(lines[0].values))
        ]
    )
    words = [draft.codes.text(value) for value in sums if value is not None]
    if len(lines) < 2 or widest(words, bold=True) > slot:
        return ()
    return (Column(draft.brief.say(N_("Total")), sums, sums=len(lines)),)


def _part(
    draft: Draft,
    sheet: Sheet,
    lines: tuple[Line, ...],
    at: int,
    room: tuple[float, tuple[float, ...]],
) -> str:
    part, pattern = lines[at], PATTERNS[at % len(PATTERNS)]
    slot, steps = room
    width, unit = min(slot * FILLED, WIDEST_BAR), HEIGHT / (steps[-1] - steps[0])
    codes = Codes(draft.codes.pattern, draft.codes.language, zero=False)
    shown = frozenset(
        place
        for place, value in enumerate(part.values)
        if value
        and not pattern
        and abs(value) * unit > LINE + 0.6
        and width_of(codes.text(value)) < width - 1
    )
    # The lowest part has no rim: it would hide the zero line.
    rim = line(WHITE, 0.6) if at else NO_LINE
    fill = area(hatched(pattern, part.pale, part.colour), rim) + _UPRIGHT
    inside = Label("ctr", on_fill(part.colour))
    return series(sheet, at, fill, labels(draft, codes, part.values, inside, shown))


def _sums(draft: Draft, sheet: Sheet, at: int) -> str:
    """The sums as a line that is not seen, with its numbers above the stacks."""
    values = sheet.columns[at].values
    codes = Codes(draft.codes.pattern, draft.codes.language, zero=False)
    numbers = labels(draft, codes, values, Label("t", INK, bold=True))
    return (
        '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>'
        f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/>{sheet.name(at)}'
        f'<c:spPr>{NO_LINE}</c:spPr><c:marker><c:symbol val="none"/></c:marker>{numbers}'
        f'{sheet.figures(at)}<c:smooth val="0"/></c:ser>'
        f'<c:marker val="1"/>{parts.AXIS_IDS}</c:lineChart>'
    )


def _flights(draft: Draft, spans: list[tuple[float, float, bool]]) -> list[_Flight]:
    """The columns by kind; those below zero are series of their own, so that they hang from it."""
    say, pattern = draft.brief.say, (draft.codes.pattern, draft.codes.language)
    kinds = (
        (say(N_("Level")), draft.brief.accent, "", [level for _, _, level in spans]),
        (say(N_("Rise")), UP, "+", [not level and end >= start for start, end, level in spans]),
        (say(N_("Fall")), DOWN, MINUS, [not level and end < start for start, end, level in spans]),
    )
    crossed = {
        at: end - start
        for at, (start, end, _) in enumerate(spans)
        if min(start, end) < 0 < max(start, end)
    }
    found = []
    for name, colour, lead, chosen in kinds:
        for below in (False, True):
            values = tuple(
                [
                    _reach(start, end, below=below) if one else None
                    for (start, end, _), one in zip(spans, chosen, strict=True)
                ]
            )
            if any(v is not None for v in values):
                codes = Codes(*pattern, lead=lead)
                whose = f"{name}, {say(N_('below zero'))}" if below else name
                found.append(_Flight(whose, values, colour, codes, below, crossed))
    return found


def _base(low: float, high: float) -> float | None:
    """How far from zero a column begins, on the side of zero that it lies on."""
    low, high = min(low, high), max(low, high)
    return max(low, 0.0) + min(high, 0.0) or None


def _reach(start: float, end: float, *, below: bool) -> float | None:
    """The part of a column above or below zero, None where there is none."""
    low, high = min(start, end), max(start, end)
    if below:
        return min(low, 0.0) - min(high, 0.0) or None
    part = max(high, 0.0) - max(low, 0.0)
    return part if part or low == high else None


def _step_labels(
    draft: Draft, flight: _Flight, ends: tuple[float, float], height: float, *, fits: bool
) -> str:
    """The changes above their columns, those of falls below; Word would set them inside.

    The part of a column above zero bears the number of the whole.
    """
    unit = HEIGHT / (ends[1] - ends[0])
    shifts, meant = {}, {}
    for at, value in enumerate(flight.values):
        if value is None or (flight.below and at in flight.crossed):
            continue
        whole = abs(flight.crossed.get(at, value))
        away = whole - abs(value) / 2 if flight.hanging else abs(value) / 2
        shifts[at] = (0.0, (1 if flight.hanging else -1) * (away * unit + _CLEAR) / height)
        if at in flight.crossed:
            meant[at] = whole
    look = replace(flight.look, shifts=shifts, meant=meant)
    shown = frozenset(shifts) if fits else frozenset[int]()
    return labels(draft, flight.codes, flight.values, look, shown)
