"""The blocks of a document as Typst code; the look is in the style file."""

from __future__ import annotations

import re
from datetime import datetime

from planner import assets
from planner.blocks import (
    Block,
    Callout,
    Chart,
    Column,
    Cover,
    Document,
    Heading,
    Illustration,
    ListBlock,
    Paragraph,
    Picture,
    References,
    Row,
    Table,
    Text,
    plain,
)
from planner.drawing.glyphs import shown
from planner.i18n import locale_of
from planner.numbering import Numbers, prepared
from planner.progress import Told
from planner.writers import look
from planner.writers.brand.file import Brand
from planner.writers.columns import grid, room_for_words
from planner.writers.outline import (
    Listed,
    entries,
    exhibits,
    opens_page,
    sheets,
)
from planner.writers.pdf.literals import content, listed_mark, literal, words
from planner.writers.raster import raster
from planner.writers.telling import Chapters

_ROLES = {"body": "body-text", "lead": "lead", "source": "source-line", "note": "note"}
_WHOLE_CELL = 300
"""Rows whose cells have at most so many letters are kept on one page."""


class Source:
    """Turns a document into the text of a Typst file."""

    def __init__(self, document: Document, made: datetime, brand: Brand) -> None:
        self._document = document
        self._made = made
        self._accent = look.accent_of(document.accent)
        self._brand = brand
        self._numbers = Numbers()
        self._chapter: Heading | None = None
        self._wide = False
        blocks = prepared(document)
        named = [block for block in blocks if isinstance(block, (Heading, Table, Chart))]
        self._labels = {block.anchor: f"at-{number}" for number, block in enumerate(named)}
        self._listed = {
            entry.number for b in blocks if isinstance(b, References) for entry in b.entries
        }
        self._notes = document.footnotes
        self._noted: set[int] = set()

    def text(self, told: Told) -> str:
        """The whole source, the style file's text included."""
        document = self._document
        self._tell = Chapters(document, told)
        parts = [assets.template("brand", "plan.typ").read_text(encoding="utf-8")]
        parts += [self._setting(), "#{", self._cover(document.cover)]
        if entries(document):
            word = literal(shown(document.words.contents))
            parts.append(f"contents({word}, {document.contents_depth})")
        if listed := exhibits(document):
            parts.append(self._exhibits(listed))
        for sheet in sheets(prepared(document)):
            self._wide = sheet.wide
            inner = "\n".join(self._block(block) for block in sheet.blocks)
            parts.append(f"page(flipped: true, {{\n{inner}\n}})" if sheet.wide else inner)
        return "\n".join([*parts, "}", ""])

    def _exhibits(self, listed: tuple[Listed, ...]) -> str:
        ordered = sorted(listed, key=lambda one: one.sequence != "Table")
        lines = "".join(
            f"({literal(self._labels[one.anchor])}, {{{words(one.label)}}},"
            f" {{{words(one.message)}}}), "
            for one in ordered
        )
        return f"exhibit-list({{{words(self._document.words.exhibits)}}}, ({lines}))"

    def _setting(self) -> str:
        document, made = self._document, self._made
        territory = locale_of(document.language).partition("_")[2]
        date = (
            f"datetime(year: {made.year}, month: {made.month}, day: {made.day}, hour: {made.hour},"
            f" minute: {made.minute}, second: {made.second})"
        )
        strings = {
            "title": document.title or plain(document.cover.title),
            "author": document.author,
            "subject": document.subject,
            "language": document.language,
            "region": territory,
            "paper": "us-letter" if document.page == "Letter" else "a4",
            "footer": document.footer,
            "page-word": document.words.page,
            "of-word": document.words.of,
        }
        given = ", ".join(f"{name}: {literal(shown(value))}" for name, value in strings.items())
        accent, band = f"accent: rgb({literal(self._accent)})", self._brand.band or self._accent
        link = f"link-colour: rgb({literal(look.text_accent(self._accent))})"
        head = f"rgb({literal(look.tint(self._accent))})"
        return (
            f"#let accent = rgb({literal(self._accent)})\n"
            f"#let soft = rgb({literal(look.soft(self._accent))})\n"
            f"#let known = ({''.join(f'{n}, ' for n in sorted(self._listed))})\n"
            "#let note-mark = note-mark.with(known)\n#let callout = callout.with(accent, soft)\n"
            f"#let exhibit-table = exhibit-table.with(head: {head})\n"
            f"#let body-fonts = {_faces(self._brand.body_font)}\n"
            f"#let heading-fonts = {_faces(self._brand.heading_font)}\n"
            f"#let cover = cover.with(accent, rgb({literal(band)}), heading-fonts)\n"
            "#let title-block = title-block.with(heading-fonts)\n"
            f"#show: plan.with({given}, date: {date}, {accent}, {link},"
            " body-fonts: body-fonts, heading-fonts: heading-fonts)"
        )

    def _content(self, text: Text) -> str:
        return content(text, self._labels, mark=self._mark)

    def _mark(self, note: int) -> str:
        """The mark of a source: a footnote where it is cited first, later the note's number."""
        if note not in self._notes:
            return listed_mark(note)
        if note in self._noted:
            return f"note-again({note})"
        self._noted.add(note)
        return f"note-first({note}, {content(self._notes[note], self._labels)})"

    def _cover(self, cover: Cover) -> str:
        lines = "".join(f"{self._content(line)}, " for line in cover.lines if plain(line))
        logo = self._picture(cover.logo, "width: 60mm, height: 25mm") if cover.logo else "none"
        subtitle = self._content(cover.subtitle) if plain(cover.subtitle) else "none"
        firm = self._content(cover.firm) if plain(cover.firm) else "none"
        name = "cover" if self._document.cover_page else "title-block"
        return f"{name}({self._content(cover.title)}, {subtitle}, {firm}, ({lines}), {logo})"

    def _picture(self, picture: Picture, size: str) -> str:
        """A picture of the user's own, fitted into a size; "none" where it can't be read."""
        made = raster(picture)
        if made is None:
            return "none"
        data = ",".join(str(byte) for byte in made.data)
        alt = literal(shown(made.alt))
        return f'image(bytes(({data},)), format: "png", alt: {alt}, {size}, fit: "contain")'

    def _block(self, block: Block) -> str:
        self._tell(block)
        match block:
            case Heading():
                code = self._heading(block)
            case Paragraph():
                code = f"{_ROLES[block.role]}({self._content(block.text)})"
            case ListBlock():
                code = self._list(block)
            case Callout():
                parts = ", ".join(self._content(text) for text in (block.title, *block.text))
                code = f"callout({parts})"
            case Table():
                code = self._table(block)
            case Chart():
                code = self._chart(block)
            case Illustration():
                code = f"illustration({self._picture(block.picture, 'width: 60mm, height: 45mm')})"
            case References():
                code = "\n".join(
                    f"source-entry({entry.number}, {self._content(entry.text)})"
                    for entry in block.entries
                )
        return code

    def _list(self, block: ListBlock) -> str:
        items = ", ".join(self._content(item) for item in block.items)
        return f"{'numbers' if block.ordered else 'bullets'}({items})"

    def _heading(self, heading: Heading) -> str:
        number = self._numbers.heading(heading)
        front = self._document.contents or self._document.cover_page
        opens = opens_page(heading, self._chapter, first=self._chapter is None and front)
        if heading.level == 1:
            self._chapter = heading
        label = literal(self._labels[heading.anchor])
        call = f"titled({heading.level}, {literal(number)}, {label}, {self._content(heading.text)})"
        return f"pagebreak(weak: true)\n{call}" if opens else call

    def _caption(self, exhibit: Table | Chart, detail: str) -> str:
        table = isinstance(exhibit, Table)
        word = self._document.words.table if table else self._document.words.figure
        number = f"{self._numbers.prefix}{self._numbers.exhibit('table' if table else 'figure')}"
        label = literal(self._labels[exhibit.anchor])
        message = self._content(exhibit.caption) if plain(exhibit.caption) else "none"
        described = f"{{{words(detail)}}}" if detail else "none"
        return f"{{{words(f'{word} {number}')}}}, {message}, {described}, {label}"

    def _source(self, text: Text) -> str:
        return self._content(text) if plain(text) else "none"

    def _table(self, table: Table) -> str:
        width = look.text_width(self._document.page, wide=self._wide)
        laid = grid(table, width)
        parts = laid.shares
        rooms = [room_for_words(width * part, dense=laid.dense) for part in parts]
        shares = "".join(f"{part:.4f}fr, " for part in parts)
        figures = "".join(f"{str(c.kind == 'figure').lower()}, " for c in table.columns)
        totals = "".join(f"{at + 1}, " for at, row in enumerate(table.rows) if row.total)
        tall = "".join(f"{at + 1}, " for at, row in enumerate(table.rows) if _is_tall(row))
        groups = "".join(f"{at + 1}, " for at, row in enumerate(table.rows) if row.is_group)
        heads = "".join(
            f"{self._head(column, room)}, "
            for column, room in zip(table.columns, rooms, strict=True)
        )
        rows = "\n".join(self._row(row, rooms) for row in table.rows)
        kept = str(laid.kept).lower()
        dense = str(laid.dense).lower()
        alt = literal(table.alt or plain(table.caption))
        return (
            f"exhibit-table({self._caption(table, '')}, ({shares}), ({figures}), ({totals}),"
            f" ({tall}), ({groups}), ({heads}), {self._source(table.source)}, {kept}, {dense},"
            f" {alt},\n{rows})"
        )

    def _head(self, column: Column, room: float) -> str:
        unit = f"{{{words(column.unit, room)}}}" if column.unit else "none"
        return f"table-head({{{words(column.title, room)}}}, {unit})"

    def _row(self, row: Row, rooms: list[float]) -> str:
        missing: tuple[Text, ...] = ((),) * (len(rooms) - len(row.cells))
        cells = zip((*row.cells, *missing), rooms, strict=False)
        return "".join(f"{content(cell, self._labels, room, self._mark)}, " for cell, room in cells)

    def _chart(self, chart: Chart) -> str:
        from planner.drawing import draw

        width = look.text_width(self._document.page, wide=self._wide)
        svg = draw(
            chart,
            language=self._document.language,
            accent=self._accent,
            format="svg",
            width_mm=width,
        )
        alt = chart.alt or plain(chart.caption)
        return (
            f"exhibit-figure({self._caption(chart, chart.subtitle)}, {self._source(chart.source)},"
            f" {literal(alt)}, {literal(svg.decode())}, {_shown_width(svg, width):.2f}mm)"
        )


def _faces(font: str) -> str:
    """The fonts that text is set in: a brand's where the computer has it, and the shipped ones."""
    return f"({literal(font)},) + fonts" if font else "fonts"


def _is_tall(row: Row) -> bool:
    """Whether a row may need more than half a page, so that it must be free to go on overleaf."""
    return any(len(plain(cell)) > _WHOLE_CELL for cell in row.cells)


def _shown_width(svg: bytes, width: float) -> float:
    size = re.search(rb'<svg[^>]* height="([\d.]+)pt"', svg)
    return look.fitted_width(width, float(size[1]) / 72 * 25.4) if size else width
