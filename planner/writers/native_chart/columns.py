"""Columns side by side and lying bars."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from planner.drawing.brief import Line
from planner.drawing.colours import INK, INK2
from planner.drawing.measure import BELOW_ZERO, HEIGHT, LINE, TALLEST
from planner.drawing.scale import bar_ticks
from planner.writers.native_chart import draft as parts
from planner.writers.native_chart.book import Column
from planner.writers.native_chart.draft import Draft, Field, Scale, Setting
from planner.writers.native_chart.labels import Label, labels
from planner.writers.native_chart.shapes import PATTERNS, area, hatched, solid
from planner.writers.native_chart.sheet import Sheet
from planner.writers.native_chart.wording import broken, lines_of, widest, width_of

WIDEST_BAR = 17.0
FILLED = 0.72
"""The share of a category's slot that its columns take."""

_NAME_SHARE = 0.36
_SINGLE, _ROW = 5.2, 4.6
_READABLE = 3.3
_THIN_SLOT, _WIDE_SLOT = 9.0, 30.0
_MANY = 12
_GAP = 1.5
_TURNED = 0.72
"""How high words are that are turned by 45 degrees, of their width."""

MOST_LINES = 6
"""The lines of a name that have room."""

_KEY, _KEY_ROW = 9.0, LINE + 1.4
"""What a name in the key takes besides its words, and the height of a line of it, mm."""


def columns(draft: Draft) -> Setting:
    """Columns in groups on the zero line; lying bars where the names would not fit below them."""
    brief = draft.brief
    names, lines = brief.categories(), brief.lines()
    values = known(lines)
    steps = bar_ticks(values)
    left = tick_room(draft, steps)
    slot = (brief.width - left) / len(names)
    step = name_step(names, slot)
    room = slot * step - _GAP
    if any(broken(name, room) or lines_of(name, room) > 3 for name in names[::step]):
        return bars(draft)
    keyed = len(lines) > 1
    top = (key_height(lines, brief.width - left) if keyed else 0.0) + 5.0
    under = BELOW_ZERO if min(values) < 0 else 0.0
    height = top + HEIGHT + under + names_height(names, room, thinned=step > 1)
    field = Field(left, top, brief.width, top + HEIGHT, brief.width, height)
    pitch = min(slot * FILLED / len(lines), WIDEST_BAR)
    wide = slot * 0.96 if len(lines) == 1 else pitch
    fits = widest([draft.codes.text(v) for v in values], bold=True) <= wide
    sheet = sheet_of(names, lines)
    group = _group(draft, sheet, lines, slot / pitch, shown=None if fits else frozenset())
    scale = Scale(steps[1] - steps[0], low=None if min(values) < 0 else 0.0)
    axes = parts.category_axis(draft, step=step) + parts.value_axis(
        draft, scale, draft.codes.axis(steps)
    )
    names_of = key(draft, lines, left, (brief.width, height)) if keyed else ""
    return Setting(sheet, parts.plot_area(field, group + axes) + names_of, height)


def bars(draft: Draft) -> Setting:
    """Lying bars, the first on top, each with its name before it and its value behind it."""
    brief = draft.brief
    names, lines = brief.categories(), brief.lines()
    values = known(lines)
    pitch = _SINGLE if len(lines) == 1 else _ROW
    room = brief.width * _NAME_SHARE
    most = max(min(lines_of(name, room), MOST_LINES) for name in names)
    row = max(most * LINE + 1.6, len(lines) * pitch + 2.4)
    row = min(row, TALLEST / len(names))
    thick = min(pitch * (0.86 if len(lines) > 1 else 0.9), row * 0.8 / len(lines))
    keyed = len(lines) > 1
    top = key_height(lines, brief.width) if keyed else 0.0
    height = top + len(names) * row + _GAP
    beside = widest([draft.codes.text(v) for v in values], bold=True) + 3.0
    left = min(widest(names), room) + 3.0
    field = Field(left, top, brief.width - beside, height - _GAP, brief.width, height)
    sheet = sheet_of(names, lines)
    shown = None if thick >= _READABLE * 0.8 else frozenset[int]()
    group = _group(draft, sheet, lines, row / thick, shown=shown, lying=True)
    steps = bar_ticks(values)
    low = min(*values, 0.0)
    if low < 0:
        # The numbers of negative bars stand before them, inside the field.
        low -= (steps[-1] - low) * beside / (brief.width - left - 2 * beside)
    scale = Scale(1.0, low, max(*values, 0.0) if low < 0 else None)
    skip = max(1, round(LINE / row + 0.49))
    axes = parts.category_axis(
        draft, lying=True, step=skip, colour=INK2 if brief.chart.own else INK
    )
    content = group + axes + parts.hidden_axis(scale)
    names_of = key(draft, lines, 0.0, (brief.width, height)) if keyed else ""
    return Setting(sheet, parts.plot_area(field, content) + names_of, height)


def known(lines: Iterable[Line]) -> list[float]:
    """Every value of the series."""
    return [value for line in lines for value in line.values if value is not None]


def sheet_of(names: tuple[str, ...], lines: Iterable[Line], *more: Column) -> Sheet:
    """The figures of series as they are, and of columns after them."""
    own = [Column(line.name, line.values) for line in lines]
    return Sheet(names, (*own, *more))


def tick_room(draft: Draft, steps: Sequence[float]) -> float:
    """The room of an upright axis' numbers in mm."""
    return widest([draft.codes.text(step) for step in steps]) + 2.5


def name_step(names: Sequence[str], slot: float) -> int:
    """Of so many names one is shown, so that they have room below their slots."""
    words = [word for name in names for word in name.split()]
    needed = widest(words) + _GAP if len(names) > _MANY else _THIN_SLOT
    step = 1
    while step * slot < min(max(needed, _THIN_SLOT), _WIDE_SLOT) and step < len(names):
        step += 1
    return step


def names_height(names: Sequence[str], room: float, *, thinned: bool = False) -> float:
    """The room of names below the field, in mm; of those thinned out also where they are turned."""
    if thinned:
        return widest(names) * _TURNED + 4.0
    return min(max(lines_of(name, room) for name in names), MOST_LINES) * LINE + 3.0


def key_height(lines: Sequence[Line], room: float) -> float:
    """The height of the key above the field in mm."""
    return sum(tall for _, tall in _key_rows(lines, room)) * _KEY_ROW + 2.0


def series(sheet: Sheet, at: int, look: str, figures_labels: str) -> str:
    """A series of columns or bars; `look` is its fill and what follows it."""
    return (
        f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/>{sheet.name(at)}{look}'
        f"{figures_labels}{sheet.figures(at)}</c:ser>"
    )


def _group(
    draft: Draft,
    sheet: Sheet,
    lines: tuple[Line, ...],
    slots: float,
    *,
    shown: frozenset[int] | None,
    lying: bool = False,
) -> str:
    """The columns; a category's slot is `slots` times as wide as one of them."""
    strong = draft.brief.chart.own if len(lines) == 1 or lying else ()
    made = "".join(
        [
            series(
                sheet,
                at,
                _fill(draft, lines, at),
                labels(
                    draft, draft.codes, line.values,
                    Label("outEnd", INK, bold=line.own, strong=strong), shown,
                ),
            )
            for at, line in enumerate(lines)
        ]
    )  # fmt: skip
    gap = min(max(round((slots - len(lines)) * 100), 0), 500)
    overlap = -8 if len(lines) > 1 else 0
    return (
        f'<c:barChart><c:barDir val="{"bar" if lying else "col"}"/>'
        f'<c:grouping val="clustered"/><c:varyColors val="0"/>{made}'
        f'<c:gapWidth val="{gap}"/><c:overlap val="{overlap}"/>{parts.AXIS_IDS}</c:barChart>'
    )


def _fill(draft: Draft, lines: tuple[Line, ...], at: int) -> str:
    line, brief = lines[at], draft.brief
    owned = any(other.own for other in lines)
    pattern = "" if owned else PATTERNS[at % len(PATTERNS)]
    fill = area(hatched(pattern, line.pale, line.colour))
    plain = '<c:invertIfNegative val="0"/>'
    if len(lines) > 1 or not brief.chart.own:
        return fill + plain
    points = "".join(
        [
            f'<c:dPt><c:idx val="{place}"/>{plain}<c:bubble3D val="0"/>'
            f"{area(solid(colour))}</c:dPt>"
            for place in range(len(line.values))
            if (colour := brief.colour_of_category(place, line)) != line.colour
        ]
    )
    return fill + plain + points


def key(draft: Draft, lines: tuple[Line, ...], left: float, size: tuple[float, float]) -> str:
    """The key to series above the field of a chart of a size in mm."""
    room = size[0] - left
    wide = max(width for width, _ in _key_rows(lines, room))
    box = (left, 0.0, left + wide, key_height(lines, room) - 2.0)
    own = {at: line.ink for at, line in enumerate(lines) if line.own}
    return parts.legend(draft, "t", parts.layout(box, size), own=own)


def _key_rows(lines: Sequence[Line], room: float) -> list[tuple[float, int]]:
    """How wide each row of the key is, in mm, and how many lines it has."""
    rows = [(0.0, 1)]
    for line in lines:
        width = width_of(line.name, bold=line.own) + _KEY
        tall = 1 if width <= room else lines_of(line.name, room - _KEY)
        filled, most = rows[-1]
        if filled and filled + width > room:
            rows.append((min(width, room), tall))
        else:
            rows[-1] = (min(filled + width, room), max(most, tall))
    return rows
