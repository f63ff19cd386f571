"""Lines over time, each named at its end."""

from __future__ import annotations

from planner.drawing.brief import Line
from planner.drawing.colours import WHITE
from planner.drawing.labels import spread
from planner.drawing.measure import HEIGHT, LINE
from planner.drawing.scale import line_ticks
from planner.writers.native_chart import draft as parts
from planner.writers.native_chart import shapes
from planner.writers.native_chart.columns import (
    key,
    key_height,
    known,
    name_step,
    names_height,
    sheet_of,
    tick_room,
)
from planner.writers.native_chart.draft import Draft, Field, Scale, Setting
from planner.writers.native_chart.labels import Label, labels
from planner.writers.native_chart.sheet import Sheet
from planner.writers.native_chart.wording import width_of

_MARKED = 16
_NAME = 52.0
_MOVED = 0.3


def lines(draft: Draft) -> Setting:
    """A line a series, gaps where a value is missing, its name and last value at its end.

    Names that are too long for that stand in a key above.
    """
    brief = draft.brief
    names, series = brief.categories(), brief.lines()
    steps = line_ticks(known(series), brief.chart.y.low, brief.chart.y.high)
    left = tick_room(draft, steps)
    keyed = any(width_of(line.name, bold=line.own) > _NAME for line in series)
    beside = max(_end_width(draft, line, keyed=keyed) for line in series) + 4.0
    # The names begin at the last value, half a slot before the field's edge.
    half = 0.5 / len(names)
    right = min((brief.width - beside - left * half) / (1 - half), brief.width)
    slot = (right - left) / len(names)
    step = name_step(names, slot)
    title = brief.chart.y.title.strip()
    above = key_height(series, brief.width) if keyed else 0.0
    top = above + (7.5 if title else 3.0)
    tall = max(HEIGHT, len(series) * (LINE + 0.4))
    height = top + tall + names_height(names, slot - 1.5, thinned=step > 1)
    field = Field(left, top, right, top + tall, brief.width, height)
    shifts = _shifts(series, field, steps)
    sheet = sheet_of(names, series)
    made = "".join(
        [
            _series(draft, sheet, at, shifts[at], marked=len(names) <= _MARKED, keyed=keyed)
            for at, line in enumerate(series)
        ]
    )
    fixed = steps[-1] if any(shifts) or brief.chart.y.high is not None else None
    scale = Scale(steps[1] - steps[0], steps[0], fixed)
    axis = parts.value_axis(
        draft,
        scale,
        draft.codes.axis(steps),
        title=parts.axis_title(draft, title, (0.0, above / height)),
    )
    content = (
        '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>'
        f'{made}<c:marker val="1"/>{parts.AXIS_IDS}</c:lineChart>'
        f"{parts.category_axis(draft, step=step)}{axis}"
    )
    names_of = key(draft, series, 0.0, (brief.width, height)) if keyed else ""
    return Setting(sheet, parts.plot_area(field, content) + names_of, height)


def _last(line: Line) -> int:
    return max(at for at, value in enumerate(line.values) if value is not None)


def _end_width(draft: Draft, line: Line, *, keyed: bool) -> float:
    number = draft.codes.text(line.values[_last(line)] or 0.0)
    return width_of(number if keyed else f"{line.name} {number}", bold=line.own)


def _shifts(
    series: tuple[Line, ...], field: Field, steps: tuple[float, ...]
) -> list[tuple[float, float] | None]:
    """How far each line's name moves from its end, so that none lies on another."""
    unit = (field.bottom - field.top) / (steps[-1] - steps[0])
    slot = (field.right - field.left) / len(series[0].values)
    found: list[tuple[float, float] | None] = []
    ends = [_last(line) for line in series]
    meant = [
        field.bottom - ((line.values[at] or 0.0) - steps[0]) * unit
        for line, at in zip(series, ends, strict=True)
    ]
    placed = spread(meant, LINE + 0.4, 2.0, field.bottom)
    last = len(series[0].values) - 1
    for at, wanted, got in zip(ends, meant, placed, strict=True):
        across, down = (last - at) * slot, got - wanted
        moved = across > 0 or abs(down) > _MOVED
        found.append((across / field.width, down / field.height) if moved else None)
    return found


def _series(
    draft: Draft,
    sheet: Sheet,
    at: int,
    shift: tuple[float, float] | None,
    *,
    marked: bool,
    keyed: bool,
) -> str:
    line = draft.brief.lines()[at]
    end = _last(line)
    moved = {end: shift} if shift else {}
    look = Label("r", line.ink, line.own, named=not keyed, shifts=moved, led=True)
    words = labels(draft, draft.codes, line.values, look, frozenset({end}))
    symbol = shapes.SYMBOLS[at % len(shapes.SYMBOLS)]
    stroke = shapes.line(line.colour, 2.0 if line.own else 1.4)
    rim = shapes.line(line.colour if symbol in {"x", "plus"} else WHITE, 0.6)
    mark = (
        f'<c:marker><c:symbol val="{symbol}"/><c:size val="{7 if line.own else 6}"/>'
        f"{shapes.area(shapes.solid(line.colour), rim)}</c:marker>"
        if marked or _lonely(line)
        else '<c:marker><c:symbol val="none"/></c:marker>'
    )
    return (
        f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/>{sheet.name(at)}<c:spPr>{stroke}</c:spPr>'
        f'{mark}{words}{sheet.figures(at)}<c:smooth val="0"/></c:ser>'
    )


def _lonely(line: Line) -> bool:
    """Whether a value has no neighbours, so that no line leads to it."""
    values = (None, *line.values, None)
    return any(
        one is not None and before is None and after is None
        for before, one, after in zip(values, values[1:], values[2:], strict=False)
    )
