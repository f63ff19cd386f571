"""What a chart asks for: its data made fit to draw, its colours, its words."""

from __future__ import annotations

from dataclasses import dataclass

from planner.blocks import Chart, Point, Series
from planner.drawing import wording
from planner.drawing.colours import INK, INK2, SERIES, SLATES, mixed, readable
from planner.i18n import N_, translate

MOST_BARS = 40
"""So many categories are drawn one by one; those after them are added up."""

HATCHES = ("", "///", "\\\\\\", "---", "xxx", "|||")
MARKS = ("o", "s", "^", "D", "v", "P")

Values = tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A series made fit to draw: as many values as there are categories, each finite or None."""

    name: str
    values: Values
    own: bool
    colour: str
    ink: str
    sources: tuple[str, ...] = ()

    @property
    def pale(self) -> str:
        """The colour of a hatch on the series' own."""
        return mixed(self.colour, 0.45)


@dataclass(frozen=True, slots=True)
class Brief:
    """A chart with the language, brand colour and width (mm) to draw it in.

    Categories after the first `most` are added up.
    """

    chart: Chart
    language: str
    accent: str
    width: float
    most: int = MOST_BARS

    def number(self, value: float, *, sign: bool = False) -> str:
        """A value as it is printed on the chart."""
        return wording.number(value, self.chart.number_format, self.language, sign=sign)

    def say(self, marked: str) -> str:
        """A marked word in the chart's language."""
        return translate(marked, self.language)

    def categories(self) -> tuple[str, ...]:
        """The categories to draw, the last being "Other" where there are too many."""
        names = self._names()
        if len(names) <= self.most:
            return names
        return (*names[: self.most], self.say(N_("Other")))

    def lines(self) -> tuple[Line, ...]:
        """The series to draw that have a value at all, with their colours."""
        series = [s for s in self.chart.series if any(map(wording.finite, s.values))]
        owned = any(s.own for s in series)
        colours = colours_of(tuple(s.own for s in series), self.accent)
        count = len(self._names())
        return tuple(
            Line(
                s.name,
                _values(s, count, self.most),
                s.own,
                colour,
                self.ink(colour, owned and not s.own),
                s.sources,
            )
            for s, colour in zip(series, colours, strict=True)
        )

    def points(self) -> tuple[Point, ...]:
        """The points that have a place."""
        placed = (p for p in self.chart.points if wording.finite(p.x) and wording.finite(p.y))
        return tuple(placed)

    def colour_of_category(self, at: int, line: Line) -> str:
        """The colour of a single series' bar: ours in the accent, the rivals' in slate."""
        if not self.chart.own:
            return line.colour
        return self.accent if at in self.chart.own else SLATES[1]

    def ink(self, colour: str, quiet: bool = False) -> str:
        """The colour of words beside a shape of a colour: its own where it can be read."""
        if quiet:
            return INK2
        return colour if readable(colour) else INK

    def _names(self) -> tuple[str, ...]:
        longest = max((len(s.values) for s in self.chart.series), default=0)
        names = self.chart.categories
        return (*names, *("",) * (longest - len(names)))


def colours_of(owned: tuple[bool, ...], accent: str) -> tuple[str, ...]:
    """The colours of series: us in the accent and rivals in slates, or the palette in order."""
    if not any(owned):
        palette = (accent, *SERIES[1:])
        return tuple(palette[at % len(palette)] for at in range(len(owned)))
    rivals = iter(range(len(owned)))
    return tuple(accent if own else SLATES[next(rivals) % len(SLATES)] for own in owned)


def _values(series: Series, count: int, most: int) -> Values:
    known = tuple(v if wording.finite(v) else None for v in series.values[:count])
    known = (*known, *(None,) * (count - len(known)))
    if count <= most:
        return known
    rest = [v for v in known[most:] if v is not None]
    return (*known[:most], sum(rest) if rest else None)
