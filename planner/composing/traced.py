"""What a template sees of a plan: read-only views whose leaves know the paths they came from.

A leaf is no string and no number, for those lose their path in filters, joins and arithmetic.
When a template prints one, a marker of private-use characters stands in the text until the
Markdown is parsed; so what a user typed is never read as markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from markupsafe import Markup

from planner import paths
from planner.blocks import Block, Text, plain, sources_of
from planner.exhibits.voice import Voice
from planner.model.kinds import Prose
from planner.model.nodes import Declared, Member, Node, declared
from planner.model.plan import Plan
from planner.model.references import PathTo, Ref, Refs

_DIGITS = {str(n): chr(0xE100 + n) for n in range(10)}
_BACK = {mark: digit for digit, mark in _DIGITS.items()}
MARKER = re.compile("\ue000([\ue100-\ue109]+)\ue001")
BLOCK_MARKER = re.compile("\ue002([\ue100-\ue109]+)\ue003")


@dataclass
class Ink:
    """The texts and blocks that markers stand for, in one rendering."""

    plan: Plan
    voice: Voice
    texts: list[Text] = field(default_factory=list)
    blocks: list[tuple[Block, ...]] = field(default_factory=list)

    def mark(self, text: Text) -> str:
        """A marker for a text; nothing for an empty one."""
        if not text:
            return ""
        self.texts.append(text)
        return f"\ue000{_encoded(len(self.texts) - 1)}\ue001"

    def mark_blocks(self, blocks: tuple[Block, ...]) -> str:
        """A marker for blocks, a paragraph of its own."""
        self.blocks.append(blocks)
        return f"\n\n\ue002{_encoded(len(self.blocks) - 1)}\ue003\n\n"

    def text_of(self, digits: str) -> Text:
        """The text behind a marker's digits."""
        return self.texts[_decoded(digits)]

    def blocks_of(self, digits: str) -> tuple[Block, ...]:
        """The blocks behind a marker's digits."""
        return self.blocks[_decoded(digits)]


def _encoded(number: int) -> str:
    return "".join(_DIGITS[digit] for digit in str(number))


def _decoded(marks: str) -> int:
    return int("".join(_BACK[mark] for mark in marks))


class Traced:
    """A value with the text that says it; true where there is an answer, 0 included."""

    __slots__ = ("_ink", "text", "value")

    def __init__(self, ink: Ink, value: Any, text: Text) -> None:
        self._ink = ink
        self.value = value
        self.text = text

    @property
    def sources(self) -> tuple[str, ...]:
        """The paths that the text rests on."""
        return sources_of(self.text)

    def __bool__(self) -> bool:
        return self.value is not None and self.value is not False and self.value not in ("", ())

    def __html__(self) -> str:
        return Markup(self._ink.mark(self.text))  # noqa: S704  a marker holds no markup

    def __str__(self) -> str:
        return self.__html__()

    def __format__(self, spec: str) -> str:
        return self.__html__()

    def __iter__(self) -> Iterator[Traced]:
        if isinstance(self.value, tuple):
            for item in self.value:
                yield item if isinstance(item, Traced) else Traced(self._ink, item, self.text)

    def __len__(self) -> int:
        return len(self.value) if isinstance(self.value, (tuple, str)) else 0

    def __eq__(self, other: object) -> bool:
        return bool(self.value == _raw(other))

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self.value)

    def __lt__(self, other: object) -> bool:
        return self._compares(other, lambda a, b: a < b)

    def __le__(self, other: object) -> bool:
        return self._compares(other, lambda a, b: a <= b)

    def __gt__(self, other: object) -> bool:
        return self._compares(other, lambda a, b: a > b)

    def __ge__(self, other: object) -> bool:
        return self._compares(other, lambda a, b: a >= b)

    def _compares(self, other: object, how: Any) -> bool:
        raw = _raw(other)
        return self.value is not None and raw is not None and bool(how(self.value, raw))

    def __contains__(self, item: object) -> bool:
        return isinstance(self.value, tuple) and _raw(item) in self.value

    def __repr__(self) -> str:
        return f"Traced({plain(self.text)!r})"


def _raw(value: object) -> Any:
    return value.value if isinstance(value, Traced) else value


class View:
    """A section, group or member as a template may see it: its declared fields, nothing else."""

    __slots__ = ("_ink", "_node", "_path", "_via")

    def __init__(self, ink: Ink, node: Node, path: str, via: str = "") -> None:
        self._ink = ink
        self._node = node
        self._path = path
        self._via = via

    def __getattr__(self, name: str) -> Any:
        known = declared(type(self._node))
        if name == "id" and isinstance(self._node, Member):
            return self._node.id
        if name not in known:
            raise AttributeError(name)
        path = f"{self._path}.{name}" if self._path else name
        return seen(self._ink, known[name], getattr(self._node, name), path)

    def __bool__(self) -> bool:
        return not paths.is_empty(self._node)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, View) and other._path == self._path

    def __hash__(self) -> int:
        return hash(self._path)

    def __html__(self) -> str:
        return Traced(self._ink, self._path, text_of(self)).__html__()

    def __str__(self) -> str:
        return self.__html__()

    def __repr__(self) -> str:
        return f"View({self._path})"


def title_text(ink: Ink, node: Node, path: str) -> Text:
    """What a member is called, traced to the field that names it."""
    for name in ("name", "statement", "source", "roof"):
        value = getattr(node, name, None)
        if isinstance(value, str) and value.strip():
            return ink.voice.answer(ink.plan, declared(type(node))[name], value, f"{path}.{name}")
    return ()


def text_of(view: View) -> Text:
    """What a view's member is called, traced to its name and to the reference that led there."""
    # the slots are the module's own: a template cannot reach them
    said = title_text(view._ink, view._node, view._path)  # noqa: SLF001
    via = view._via  # noqa: SLF001
    return tuple(replace(span, sources=(via, *span.sources)) for span in said) if via else said


def seen(ink: Ink, field: Declared, value: Any, path: str) -> Any:
    """A declared attribute as a template sees it: traced leaf, view, views, or a named member."""
    if field.is_collection:
        return tuple(View(ink, member, f"{path}[{member.id}]") for member in value)
    if field.node is not None and not field.is_estimate:
        return View(ink, value, path)
    if isinstance(field.kind, Ref) and not isinstance(field.kind, PathTo):
        return _named(ink, field, value, path)
    if field.is_estimate:
        return Traced(ink, value.base, ink.voice.answer(ink.plan, field, value, path))
    if isinstance(field.kind, Prose) and isinstance(value, str):
        value = value.strip()
    return Traced(ink, value, ink.voice.answer(ink.plan, field, value, path))


def _named(ink: Ink, field: Declared, value: Any, path: str) -> Any:
    kind = field.kind
    assert isinstance(kind, Ref)
    found = [
        View(ink, paths.get(ink.plan, target), target, path)
        for target in paths.targets(kind, value, path)
        if paths.has(ink.plan, target)
    ]
    if isinstance(kind, Refs):
        return tuple(found)
    return found[0] if found else Traced(ink, None, ())
