"""The document tree: what a document says, free of any file format.

Blocks are made by `composing` and `exhibits` and read by `writers`. Every run of text is a
`Span` that knows the fields of the plan it came from.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text of one look, with the paths of the plan that it rests on.

    `notes` are numbers of entries among the document's sources, printed as marks.
    """

    text: str
    sources: tuple[str, ...] = ()
    bold: bool = False
    italic: bool = False
    link: str = ""
    notes: tuple[int, ...] = ()


Text: TypeAlias = tuple[Span, ...]


def plain(text: Text) -> str:
    """The words alone, without look or marks."""
    return "".join([span.text for span in text])


def sources_of(text: Text) -> tuple[str, ...]:
    """Every path that a text rests on, each once, in order of appearance."""
    return tuple(dict.fromkeys(path for span in text for path in span.sources))


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 opens a chapter, 2 and 3 divide it. `anchor` is unique in the document.

    `alone` keeps a chapter on pages of its own: it and the next chapter begin on a new page;
    `annex` begins the details, whose exhibits have numbers of their own and are not listed.
    """

    text: Text
    level: Literal[1, 2, 3]
    anchor: str
    numbered: bool = True
    alone: bool = False
    annex: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `role` names its part, which a writer turns into a style."""

    text: Text
    role: Literal["body", "lead", "source", "note"] = "body"


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A bulleted or numbered list; an item is one paragraph."""

    items: tuple[Text, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Callout:
    """A decision that must not be overlooked: a short title and its text."""

    title: Text
    text: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column. `unit` stands in the header; figures are right-aligned.

    `weight` is the column's share of the width beside its neighbours'.
    """

    title: str
    kind: Literal["text", "figure"] = "text"
    unit: str = ""
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Row:
    """A table's row; a total row stands over a line in bold."""

    cells: tuple[Text, ...]
    total: bool = False

    @property
    def is_group(self) -> bool:
        """Whether it only names the rows that follow it."""
        first, *others = self.cells
        named = bool(plain(first)) and all(span.bold for span in first)
        return named and bool(others) and not any(map(plain, others))


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption above and its source line below.

    `caption` is the message in words; `alt` describes the table to who cannot see it;
    `wide` asks for a landscape page, `dense` for small print.
    """

    anchor: str
    caption: Text
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    source: Text = ()
    alt: str = ""
    wide: bool = False
    dense: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """One line of figures of a chart, a value a category; None leaves a gap.

    `own` marks us, drawn in the accent.
    """

    name: str
    values: tuple[float | None, ...]
    own: bool = False
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """A labelled point of a map or matrix; `size` scales a bubble's area, 0 is a plain dot.

    `note` are lines below the label, on cards alone.
    """

    label: str
    x: float
    y: float
    size: float = 0.0
    own: bool = False
    muted: bool = False
    sources: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis: its title, range and what its two ends mean."""

    title: str = ""
    low: float | None = None
    high: float | None = None
    low_label: str = ""
    high_label: str = ""


@dataclass(frozen=True, slots=True)
class Span2D:
    """A bar of a calendar from `start` to `end` (day numbers, proleptic), in a row of its own.

    `after` are the places of the bars that must end before it begins, `until` is the day to which
    it may last without another having to wait; a `milestone` is a day with a sign of its own.
    """

    label: str
    start: int
    end: int
    group: str = ""
    own: bool = False
    sources: tuple[str, ...] = ()
    muted: bool = False
    milestone: bool = False
    after: tuple[int, ...] = ()
    until: int = 0


@dataclass(frozen=True, slots=True)
class TreeNode:
    """A box of a tree in one of its columns.

    `above` are the places of the nodes that it hangs on, in its own column or one to the left,
    `beside` of those to the left that it leans on; `note` says what is missing.
    """

    label: str
    column: int
    above: tuple[int, ...] = ()
    beside: tuple[int, ...] = ()
    note: str = ""
    sources: tuple[str, ...] = ()


ChartKind: TypeAlias = Literal[
    "column", "bar", "stacked", "line", "waterfall", "funnel", "curve", "doughnut", "radar",
    "scatter", "bubble", "map", "matrix", "rings", "gantt", "lanes", "tree",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart as data, not pixels.

    - `column`, `bar`, `stacked`, `line`, `waterfall`, `funnel`: `categories` and `series`
    - `doughnut`: parts of a whole, the `categories` of one series; `radar`: three or more
      categories round a middle, a line a series, between the ends of `y`
    - `scatter`, `bubble`: `points` over the numbers of `x` and `y`
    - `map`, `matrix`: `points`, `x`, `y`; `cuts_x`, `cuts_y` are the lines that part the fields,
      `zones` their names row by row from the top left (matrix)
    - `rings`: a technology radar, `categories` its sectors, `zones` its rings from the middle out,
      `points` with the number of their sector and ring
    - `curve`: a value curve, categories along x, a line a series
    - `gantt`: `bars`, days as ordinals
    - `lanes`: `categories` are lanes, `points` the cards in them, x the number of their lane
    - `tree`: `nodes` in columns, the `categories`

    `caption` is the message in words, `subtitle` says what is shown with unit and period,
    `alt` describes it to who cannot see it. `number_format` is a Babel pattern for labels.
    `own` are the places of categories that are us, where a category and not a series is a firm;
    `totals` the places of a waterfall's categories that are levels and not changes: where none is
    named, the first, and the last if it equals the sum of those before it.
    """

    anchor: str
    kind: ChartKind
    caption: Text
    subtitle: str = ""
    alt: str = ""
    source: Text = ()
    categories: tuple[str, ...] = ()
    series: tuple[Series, ...] = ()
    points: tuple[Point, ...] = ()
    bars: tuple[Span2D, ...] = ()
    nodes: tuple[TreeNode, ...] = ()
    x: Axis = Axis()
    y: Axis = Axis()
    cuts_x: tuple[float, ...] = ()
    cuts_y: tuple[float, ...] = ()
    zones: tuple[str, ...] = ()
    number_format: str = "#,##0.##"
    own: tuple[int, ...] = ()
    totals: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry of the list of sources, printed as [number] text."""

    number: int
    text: Text


@dataclass(frozen=True, slots=True)
class References:
    """The numbered sources that notes point to; `Document.notes` says where they are printed."""

    entries: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture file with the words for who cannot see it, and where in the plan it lies."""

    data: bytes
    media_type: Literal["image/png", "image/jpeg", "image/svg+xml"]
    alt: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Illustration:
    """A picture of the user's own between paragraphs, small and without a number."""

    picture: Picture


Block: TypeAlias = (
    Heading | Paragraph | ListBlock | Callout | Table | Chart | Illustration | References
)


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands on the first page; an empty line is left out."""

    title: Text
    subtitle: Text = ()
    firm: Text = ()
    lines: tuple[Text, ...] = ()
    logo: Picture | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """The document's own words, in its language, that a writer prints by itself."""

    contents: str
    table: str
    figure: str
    page: str
    of: str
    sources: str
    exhibits: str


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a document: the block's index, a cell's row and column where it is a table.

    `kind` is "run", "cell", "chart" or "cover".
    """

    block: int
    kind: Literal["run", "cell", "chart", "cover"]
    row: int = -1
    column: int = -1
    run: int = -1


NotesPlace: TypeAlias = Literal["footnotes", "list at the end", "both"]


@dataclass(frozen=True)
class Document:
    """A composed document: cover, blocks in order, and the facts a file's properties need.

    `language` is an ISO 639 code; `page` the paper; `date` an ISO date or empty. A short document
    has `cover_page` off, which sets its cover as a title block above the text, and `contents` off.
    `notes` says where the sources of References stand: at the foot of the page that first cites
    them, in the list, or both. `brand` names a brand in the user's folder, or none.
    """

    kind: str
    language: str
    title: str
    author: str
    cover: Cover
    blocks: tuple[Block, ...]
    words: Words
    date: str = ""
    subject: str = ""
    footer: str = ""
    page: Literal["A4", "Letter"] = "A4"
    accent: str = "#0B5FA5"
    cover_page: bool = True
    contents: bool = True
    contents_depth: Literal[1, 2] = 2
    notes: NotesPlace = "footnotes"
    brand: str = ""

    @property
    def footnotes(self) -> dict[int, Text]:
        """What the footnotes say, by number; none where the sources stand in a list alone."""
        if self.notes == "list at the end":
            return {}
        lists = (block.entries for block in self.blocks if isinstance(block, References))
        return {entry.number: entry.text for entries in lists for entry in entries}

    def uses(self, path: str) -> tuple[Location, ...]:
        """Every place that rests on a path or on something inside it."""
        return tuple(
            location
            for location, sources in self._traces.items()
            if any(_within(source, path) for source in sources)
        )

    def sources(self, location: Location) -> tuple[str, ...]:
        """The paths that a place rests on."""
        return self._traces.get(location, ())

    @cached_property
    def _traces(self) -> dict[Location, tuple[str, ...]]:
        found: list[tuple[Location, tuple[str, ...]]] = []
        cover = (self.cover.title, self.cover.subtitle, self.cover.firm, *self.cover.lines)
        for row, text in enumerate(cover):
            found += _runs(text, -1, "cover", row=row)
        if self.cover.logo is not None and self.cover.logo.sources:
            found.append((Location(-1, "cover", row=len(cover)), self.cover.logo.sources))
        for index, block in enumerate(self.blocks):
            found += _block_traces(block, index)
        return dict(found)


Trace: TypeAlias = tuple[Location, tuple[str, ...]]


def _runs(
    text: Text,
    block: int,
    kind: Literal["run", "cell", "chart", "cover"],
    *,
    row: int = -1,
    column: int = -1,
) -> list[Trace]:
    return [
        (Location(block, kind, row, column, run), span.sources)
        for run, span in enumerate(text)
        if span.sources
    ]


def _block_traces(block: Block, index: int) -> list[Trace]:
    match block:
        case Heading() | Paragraph():
            return _runs(block.text, index, "run")
        case ListBlock() | Callout() | References():
            rows = enumerate(_texts(block))
            return [t for row, text in rows for t in _runs(text, index, "run", row=row)]
        case Table():
            cells = [
                t
                for row, line in enumerate(block.rows)
                for column, cell in enumerate(line.cells)
                for t in _runs(cell, index, "cell", row=row, column=column)
            ]
            return _captioned(block, index) + cells
        case Chart():
            return _captioned(block, index) + _chart_traces(block, index)
        case Illustration():
            return [(Location(index, "chart"), block.picture.sources)]


def _texts(block: ListBlock | Callout | References) -> tuple[Text, ...]:
    match block:
        case ListBlock():
            return block.items
        case Callout():
            return (block.title, *block.text)
        case References():
            return tuple(entry.text for entry in block.entries)


def _captioned(exhibit: Table | Chart, index: int) -> list[Trace]:
    """The runs of a caption, and in row 0 those of the source line."""
    return _runs(exhibit.caption, index, "run") + _runs(exhibit.source, index, "run", row=0)


def _chart_traces(chart: Chart, index: int) -> list[Trace]:
    parts: tuple[Series | Point | Span2D | TreeNode, ...] = (
        *chart.series,
        *chart.points,
        *chart.bars,
        *chart.nodes,
    )
    return [
        (Location(index, "chart", row=row), part.sources)
        for row, part in enumerate(parts)
        if part.sources
    ]


def _within(source: str, path: str) -> bool:
    return source == path or source.startswith((path + ".", path + "["))
