"""Narrow Markdown of the templates to blocks: headings, paragraphs, lists, bold and italic.

Markers are resolved after parsing, so nothing that a user typed is read as markup. A line that
opens with `^` is a paragraph's role: `^lead`, `^note`, `^source`. A heading may end in ` #name`,
by which the document refers to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from planner.blocks import Block, Callout, Heading, ListBlock, Paragraph, Span, Text, plain
from planner.composing.traced import BLOCK_MARKER, MARKER, Ink

_ROLE = re.compile(r"\^(lead|note|source|callout) ")
_BREAK = re.compile(r"\n+")
_NAME = re.compile(r" #([a-z-]+)$")

_SPACES = re.compile(r"(?<=\S) {2,}")


@cache
def _parser() -> Any:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero")
    return parser.enable(["heading", "list", "emphasis", "newline"])


@dataclass(frozen=True, slots=True)
class _Look:
    bold: bool = False
    italic: bool = False


def blocks(source: str, ink: Ink, section: str) -> tuple[Block, ...]:
    """The blocks of a rendered template; headings' anchors start with the section's name."""
    # What was not answered leaves the spaces on both its sides; what was typed is not in here.
    tokens = _parser().parse(_SPACES.sub(" ", source))
    made = list(_blocks(tokens, ink, section))
    return _without_empty_headings(made)


def _blocks(tokens: Sequence[Any], ink: Ink, section: str) -> Iterator[Block]:
    headings = 0
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.type == "heading_open":
            headings += 1
            children, name = _named(tokens[index + 1].children or ())
            own = section if token.tag == "h1" else f"{section}-{headings}"
            yield Heading(inline(children, ink), _level(token.tag), name or own)
            index += 3
        elif token.type == "paragraph_open":
            yield from _paragraph(tokens[index + 1], ink)
            index += 3
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            end = _closing(tokens, index)
            items = tuple(_items(tokens[index + 1 : end], ink))
            if items:
                yield ListBlock(items, ordered=token.type == "ordered_list_open")
            index = end + 1
        else:
            index += 1


def _named(children: Sequence[Any]) -> tuple[Sequence[Any], str]:
    """A heading's words without the name that a template gives it at their end, and that name."""
    found = _NAME.search(children[-1].content) if children else None
    if found is None:
        return children, ""
    last = children[-1].copy()
    last.content = last.content[: found.start()]
    return (*children[:-1], last), found[1]


def _level(tag: str) -> Literal[1, 2, 3]:
    return 1 if tag == "h1" else 2 if tag == "h2" else 3


def _closing(tokens: Sequence[Any], start: int) -> int:
    depth = 0
    for index in range(start, len(tokens)):
        depth += tokens[index].nesting
        if depth == 0:
            return index
    return len(tokens) - 1


def _items(tokens: Sequence[Any], ink: Ink) -> Iterator[Text]:
    for token in tokens:
        if token.type == "inline":
            text = inline(token.children or (), ink)
            if plain(text).strip():
                yield text


def _paragraph(token: Any, ink: Ink) -> Iterator[Block]:
    content = token.content.strip()
    whole = BLOCK_MARKER.fullmatch(content)
    if whole:
        yield from ink.blocks_of(whole[1])
        return
    role = _ROLE.match(content)
    children = list(token.children or ())
    if role and children:
        first = children[0].copy()
        first.content = first.content.lstrip()[len(role[0]) :]
        children[0] = first
    if role and role[1] == "callout":
        children = [_broken(child) for child in children]
    text = inline(children, ink)
    if not plain(text).strip():
        return
    parts = tuple(_lines(text))
    if role and role[1] == "callout":
        yield Callout(parts[0], parts[1:])
        return
    for part in parts:
        yield Paragraph(part, role[1] if role else "body")  # type: ignore[arg-type]


def _broken(token: Any) -> Any:
    """A soft line end as a hard one: a callout's title stands on a line of its own."""
    if token.type != "softbreak":
        return token
    hard = token.copy()
    hard.type = "hardbreak"
    return hard


def _lines(text: Text) -> Iterator[Text]:
    """A text parted where the user began a new line."""
    line: list[Span] = []
    for span in text:
        pieces = _BREAK.split(span.text)
        for number, piece in enumerate(pieces):
            if number:
                if any(part.text.strip() for part in line):
                    yield tuple(line)
                line = []
            if piece:
                line.append(replace(span, text=piece))
    if any(part.text.strip() for part in line):
        yield tuple(line)


def inline(tokens: Sequence[Any], ink: Ink) -> Text:
    """The spans of inline tokens, markers resolved."""
    spans: list[Span] = []
    look = _Look()
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                look = replace(look, bold=token.type == "strong_open")
            case "em_open" | "em_close":
                look = replace(look, italic=token.type == "em_open")
            case "softbreak":
                spans.append(Span(" ", bold=look.bold, italic=look.italic))
            case "hardbreak":
                spans.append(Span("\n"))
            case _:
                spans += _resolved(token.content, ink, look)
    return tidy(spans)


def _resolved(content: str, ink: Ink, look: _Look) -> Iterator[Span]:
    position = 0
    for match in MARKER.finditer(content):
        if match.start() > position:
            yield Span(content[position : match.start()], bold=look.bold, italic=look.italic)
        for span in ink.text_of(match[1]):
            yield replace(span, bold=span.bold or look.bold, italic=span.italic or look.italic)
        position = match.end()
    if position < len(content):
        yield Span(content[position:], bold=look.bold, italic=look.italic)


def tidy(spans: Sequence[Span]) -> Text:
    """Spans without empty ones, neighbours of one look and origin joined, ends trimmed."""
    joined: list[Span] = []
    for span in spans:
        if not span.text:
            continue
        last = joined[-1] if joined else None
        if last is not None and replace(last, text="") == replace(span, text=""):
            joined[-1] = replace(last, text=last.text + span.text)
        else:
            joined.append(span)
    if joined and not joined[0].sources:
        joined[0] = replace(joined[0], text=joined[0].text.lstrip())
    if joined and not joined[-1].sources:
        joined[-1] = replace(joined[-1], text=joined[-1].text.rstrip())
    return tuple(span for span in joined if span.text)


def _without_empty_headings(found: Sequence[Block]) -> tuple[Block, ...]:
    kept: list[Block] = []
    for block in reversed(found):
        if isinstance(block, Heading):
            after = kept[-1] if kept else None
            if after is None or (isinstance(after, Heading) and after.level <= block.level):
                continue
        kept.append(block)
    return tuple(reversed(kept))
