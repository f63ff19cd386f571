"""Doughnuts and radars of Office."""

from __future__ import annotations

from planner.drawing.colours import INK2, INK3, WHITE, on_fill
from planner.drawing.measure import LINE
from planner.drawing.scale import line_ticks
from planner.drawing.shares import Slice, slices
from planner.drawing.wording import percent
from planner.writers.native_chart import draft as parts
from planner.writers.native_chart import shapes
from planner.writers.native_chart.book import Column
from planner.writers.native_chart.columns import key, key_height, known, sheet_of
from planner.writers.native_chart.draft import SMALL, Draft, Field, Scale, Setting
from planner.writers.native_chart.sheet import Sheet
from planner.writers.native_chart.wording import escaped, lines_of

_RING, _HOLE = 62.0, 57
"""The ring's diameter in mm, and its hole in percent of it."""

_READABLE = 0.06
"""A smaller share has no room for its number in the ring."""

_WEB, _NAME = 66.0, 40.0
"""The height of a radar's rays, and the room of a name beside them, mm."""


def doughnut(draft: Draft) -> Setting:
    """A ring of parts with their shares in it, and a key with their values beside it."""
    brief = draft.brief
    found = slices(brief)
    height = _RING + 4.0
    left = brief.width / 2 - _RING - 6.0
    field = Field(left, 2.0, left + _RING, 2.0 + _RING, brief.width, height)
    names = tuple(f"{part.name}: {draft.codes.text(part.value)}" for part in found)
    column = Column(brief.lines()[0].name, tuple(part.value for part in found))
    sheet = Sheet(names, (column,))
    series = (
        f'<c:ser><c:idx val="0"/><c:order val="0"/>{sheet.name(0)}'
        f"{''.join([_slice(at, part) for at, part in enumerate(found)])}{_shares(draft, found)}"
        f"{sheet.figures(0)}</c:ser>"
    )
    group = (
        f'<c:doughnutChart><c:varyColors val="1"/>{series}<c:firstSliceAng val="0"/>'
        f'<c:holeSize val="{_HOLE}"/></c:doughnutChart>'
    )
    return Setting(sheet, parts.plot_area(field, group) + _key(draft, names, found, field), height)


def _slice(at: int, part: Slice) -> str:
    look = shapes.area(shapes.solid(part.colour), shapes.line(WHITE, 1.2))
    return f'<c:dPt><c:idx val="{at}"/><c:bubble3D val="0"/>{look}</c:dPt>'


def _shares(draft: Draft, found: tuple[Slice, ...]) -> str:
    """Each share in its part of the ring, in the document's own words."""
    flags = (
        '<c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="{}"/><c:showBubbleSize val="0"/>'
    )
    labels = []
    for at, part in enumerate(found):
        if part.share < _READABLE:
            labels.append(f'<c:dLbl><c:idx val="{at}"/><c:delete val="1"/></c:dLbl>')
            continue
        ink = on_fill(part.colour)
        code = escaped(_code(part.share))
        labels.append(
            f'<c:dLbl><c:idx val="{at}"/><c:numFmt formatCode="{code}" sourceLinked="0"/>'
            f"{shapes.INVISIBLE}{draft.words(ink, bold=part.own)}{flags.format(1)}</c:dLbl>"
        )
    return f"<c:dLbls>{''.join(labels)}{flags.format(1)}</c:dLbls>"


def _code(share: float) -> str:
    """The format that shows a share with the digits that the picture shows."""
    digits = percent(share, "en").rstrip("%").partition(".")[2]
    return f"0.{'0' * len(digits)}%" if digits else "0%"


def _key(draft: Draft, names: tuple[str, ...], found: tuple[Slice, ...], field: Field) -> str:
    left = field.right + 10.0
    room = field.width - left
    tall = sum(lines_of(name, room - 5.0) * LINE + 2.0 for name in names)
    top = max(field.top, field.height / 2 - tall / 2)
    box = (left, top, field.width, min(top + tall, field.height))
    place = parts.layout(box, (field.width, field.height))
    own = {at: draft.brief.ink(part.colour) for at, part in enumerate(found) if part.own}
    return parts.legend(draft, "r", place, own=own)


def radar(draft: Draft) -> Setting:
    """A line a series round the middle, one ray a category."""
    brief = draft.brief
    names, lines = brief.categories(), brief.lines()
    steps = line_ticks(known(lines), brief.chart.y.low, brief.chart.y.high)
    top = key_height(lines, brief.width)
    above = top + 2 * LINE + 1.0
    height = above + _WEB + 2 * LINE + 1.0
    field = Field(_NAME, above, brief.width - _NAME, above + _WEB, brief.width, height)
    sheet = sheet_of(names, lines)
    series = "".join([_profile(draft, sheet, at) for at in range(len(lines))])
    group = (
        '<c:radarChart><c:radarStyle val="marker"/><c:varyColors val="0"/>'
        f"{series}{parts.AXIS_IDS}</c:radarChart>"
    )
    scale = Scale(steps[1] - steps[0], steps[0], steps[-1])
    axes = parts.web_axes(draft, scale, draft.codes.axis(steps), (INK2, INK3), SMALL)
    names_of = key(draft, lines, 0.0, (brief.width, height))
    return Setting(sheet, parts.plot_area(field, group + axes) + names_of, height)


def _profile(draft: Draft, sheet: Sheet, at: int) -> str:
    line = draft.brief.lines()[at]
    symbol = shapes.SYMBOLS[at % len(shapes.SYMBOLS)]
    rim = shapes.line(line.colour if symbol in {"x", "plus"} else WHITE, 0.6)
    mark = (
        f'<c:marker><c:symbol val="{symbol}"/><c:size val="{7 if line.own else 6}"/>'
        f"{shapes.area(shapes.solid(line.colour), rim)}</c:marker>"
    )
    stroke = shapes.line(line.colour, 2.0 if line.own else 1.4)
    return (
        f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/>{sheet.name(at)}'
        f"<c:spPr>{stroke}</c:spPr>{mark}{sheet.figures(at)}</c:ser>"
    )
