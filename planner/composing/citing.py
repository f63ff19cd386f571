"""Sources in a document: which line of the ledger each statement rests on, in print order.

A statement for which a source is due and none is recorded carries the mark of an assumption.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from planner import paths
from planner.blocks import (
    Block,
    Callout,
    Chart,
    Heading,
    ListBlock,
    Paragraph,
    Reference,
    Span,
    Table,
    Text,
)
from planner.exhibits.ground import Ground
from planner.i18n import N_

MARK = "ᴬ"
"""Stands behind a statement that rests on no recorded source."""

_NAMED = 2
"""So many sources are named under an exhibit; more are given by number."""


class Citations:
    """The ledger as a document cites it; numbers are given in the order of first use.

    Where sources stand in footnotes, an exhibit's source line has their marks and not their
    numbers, and a footnote is short where the appendix has a table of them.
    """

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._lines = ground.plan.evidence.items
        self._order = {line.id: place for place, line in enumerate(self._lines)}
        self._about: dict[str, list[str]] = {}
        self._behind: dict[str, tuple[str, ...]] = {}
        for line in self._lines:
            for path in line.about or ():
                self._about.setdefault(path, []).append(line.id)
        self._numbers: dict[str, int] = {}
        self._due: dict[str, bool] = {}
        self.marked = False
        """Whether a statement carries the mark of an assumption."""

    def cited(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        """The blocks with note numbers in running text and source lines under exhibits.

        A chapter that stands alone sums up what the others prove, and stays free of marks.
        """
        made: list[Block] = []
        sums_up = False
        for block in blocks:
            if isinstance(block, Heading) and block.level == 1:
                sums_up = block.alone
            made.append(block if sums_up else self._block(block))
        return tuple(made)

    def references(self) -> tuple[Reference, ...]:
        """The cited lines of the ledger, numbered."""
        by_id = {line.id: line for line in self._lines}
        return tuple(
            Reference(number, self._entry(by_id[identity], f"evidence.items[{identity}]"))
            for identity, number in self._numbers.items()
        )

    def lines_for(self, path: str) -> tuple[str, ...]:
        """The ids of the ledger's lines that an answer rests on."""
        if path not in self._behind:
            outer = paths.outer_paths(path)
            found = {line for about in outer for line in self._about.get(about, ())}
            self._behind[path] = tuple(sorted(found, key=self._order.__getitem__))
        return self._behind[path]

    def is_due(self, path: str) -> bool:
        """Whether a source is due for the field at a path."""
        if path not in self._due:
            self._due[path] = self._wants_source(path)
        return self._due[path]

    def _wants_source(self, path: str) -> bool:
        try:
            ask = paths.place(path).field.ask
        except paths.BadPath:
            return False
        return ask is not None and ask.evidence and paths.has(self._ground.plan, path)

    def _block(self, block: Block) -> Block:
        match block:
            case Paragraph():
                return replace(block, text=self._text(block.text))
            case ListBlock():
                return replace(block, items=tuple(self._text(item) for item in block.items))
            case Callout():
                return replace(block, text=tuple(self._text(text) for text in block.text))
            case Table():
                cells = [span for row in block.rows for cell in row.cells for span in cell]
                return replace(block, source=self._source_line(cells, block.source))
            case Chart():
                spans = [Span("", one.sources) for one in block.series]
                spans += [Span("", point.sources) for point in block.points]
                spans += [Span("", bar.sources) for bar in block.bars]
                return replace(block, source=self._source_line(spans, block.source))
            case _:
                return block

    def _text(self, text: Text) -> Text:
        spans: list[Span] = []
        seen: set[int] = set()
        for span in text:
            if len(span.sources) != 1:
                spans.append(span)
                continue
            numbers = tuple(self._number(line) for line in self.lines_for(span.sources[0]))
            fresh = tuple(number for number in numbers if number not in seen)
            seen.update(fresh)
            spans.append(replace(span, notes=fresh))
            if not numbers and self._lines and self.is_due(span.sources[0]):
                spans.append(Span(MARK, span.sources))
                self.marked = True
        return tuple(spans)

    def _number(self, line: str) -> int:
        return self._numbers.setdefault(line, len(self._numbers) + 1)

    def _source_line(self, spans: Iterable[Span], own: Text) -> Text:
        voice = self._ground.voice
        due = [path for span in spans for path in span.sources if self.is_due(path)]
        lines = list(dict.fromkeys(line for path in due for line in self.lines_for(path)))
        bare = any(not self.lines_for(path) for path in due)
        parts: list[Span] = list(own)
        if lines:
            parts += [Span(" ")] if parts else []
            parts += self._stated(lines)
            if bare:
                parts += [Span(" "), *voice.say(N_("The rest are our assumptions."))]
        elif bare:
            parts += [Span(" ")] if parts else []
            parts += voice.say(N_("Our own figures; no source is recorded for them."))
        return tuple(parts)

    def _stated(self, lines: list[str]) -> Text:
        """A few sources by name, many by their numbers alone."""
        voice = self._ground.voice
        if len(lines) <= _NAMED:
            return voice.say(N_("Source: {lines}."), lines=self._named(lines))
        where = [f"evidence.items[{line}].source" for line in lines]
        found = [self._number(line) for line in lines]
        if self._ground.by_note:
            marks = Span("", tuple(where), notes=tuple(found))
            return voice.say(N_("Sources: see the notes{marks}."), marks=marks)
        numbers = [voice.number(*one) for one in zip(found, where, strict=True)]
        return voice.say(N_("Sources: {numbers}."), numbers=voice.join(numbers))

    def _named(self, lines: list[str]) -> Text:
        by_id = {line.id: line for line in self._lines}
        named: list[Text] = []
        for identity in lines:
            path = f"evidence.items[{identity}]"
            span = self._source(by_id[identity], path)
            named.append((replace(span, notes=(self._number(identity),)),))
        return self._ground.voice.join(named)

    def _source(self, line: Any, path: str) -> Span:
        """What a line of the ledger is called; one kept from the reader has no name."""
        unnamed = self._ground.voice.word(N_("Kept with us"))
        hidden = line.public is False and not line.source
        return Span(unnamed if hidden else line.source or line.id, (f"{path}.source",))

    def _entry(self, line: Any, path: str) -> Text:
        return tuple(self._entry_parts(line, path))

    def _entry_parts(self, line: Any, path: str) -> Iterator[Span]:
        voice = self._ground.voice
        yield self._source(line, path)
        facts = [
            self._ground.cell(line, path, name)
            for name in ("kind", "who", "date")
            if getattr(line, name) is not None
        ]
        if facts:
            yield Span(": ")
            for index, fact in enumerate(facts):
                yield from ((Span(", "),) if index else ())
                yield from fact
        yield Span(".")
        whole = self._ground.deep and not (self._ground.by_note and self._ground.thorough)
        if line.says and whole:
            yield from voice.say(
                N_(" It says: “{words}”."), words=self._ground.cell(line, path, "says")
            )
        if line.url:
            yield Span(" ")
            yield Span(line.url, (f"{path}.url",))
        if line.confidence and whole:
            yield from voice.say(
                N_(" How sure: {level}."), level=self._ground.cell(line, path, "confidence")
            )
