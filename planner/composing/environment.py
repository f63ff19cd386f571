"""The sandbox that templates run in: views, traced values, our own filters, nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from planner.blocks import Block, Text
from planner.composing.traced import Ink, Traced, View, text_of
from planner.exhibits.all import EXHIBITS, READINGS
from planner.exhibits.ground import Ground
from planner.model.nodes import declared

_KEPT_FILTERS = ("selectattr", "rejectattr", "first", "last", "list", "batch")
_KEPT_TESTS = ("defined", "undefined", "none", "equalto", "eq", "ne", "in", "true", "false")


class Blocks:
    """Blocks that a template may ask for and put on a line of their own."""

    __slots__ = ("_blocks", "_ink")

    def __init__(self, ink: Ink, blocks: tuple[Block, ...]) -> None:
        self._ink = ink
        self._blocks = blocks

    def __bool__(self) -> bool:
        return bool(self._blocks)

    def __html__(self) -> str:
        return self._ink.mark_blocks(self._blocks) if self._blocks else ""

    def __str__(self) -> str:
        return self.__html__()


def environment(loader: Any) -> Any:
    """A Jinja2 environment that runs nothing but our templates' own words.

    Filters that would cut or re-case a marker are not there; an unknown name is an error.
    """
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    sandbox = ImmutableSandboxedEnvironment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    sandbox.filters = {name: sandbox.filters[name] for name in _KEPT_FILTERS}
    sandbox.filters["listing"] = _listing
    sandbox.tests = {name: sandbox.tests[name] for name in _KEPT_TESTS}
    sandbox.globals.clear()
    return sandbox


def _listing(values: Any) -> Traced:
    items = [value for value in values if value]
    if not items:
        return Traced(Ink.__new__(Ink), None, ())
    ink = _ink_of(items[0])
    texts = [_text_of(item) for item in items]
    return Traced(ink, tuple(items), ink.voice.join(texts))


def _ink_of(value: Traced | View) -> Ink:
    return value._ink  # noqa: SLF001  the two classes of composing know each other


def _text_of(value: Traced | View) -> Text:
    if isinstance(value, Traced):
        return value.text
    return text_of(value)


def names(ground: Ground, ink: Ink) -> Mapping[str, Any]:
    """What a template may name: the sections, `deep`, `thorough`, `_`, `exhibit`, `reading`."""
    sections = {
        name: View(ink, getattr(ground.plan, name), name) for name in declared(type(ground.plan))
    }
    return sections | {
        "deep": ground.deep,
        "thorough": ground.thorough,
        "_": _sayer(ink),
        "exhibit": _exhibitor(ground, ink),
        "reading": _reader(ground, ink),
    }


def _sayer(ink: Ink) -> Callable[..., Traced]:
    def say(message: str, **parts: Any) -> Traced:
        filled = {name: _part(part) for name, part in parts.items()}
        return Traced(ink, message, ink.voice.say(message, **filled))

    return say


def _part(part: Any) -> Text | str:
    if isinstance(part, (Traced, View)):
        return _text_of(part)
    return str(part)


def _exhibitor(ground: Ground, ink: Ink) -> Callable[..., Blocks]:
    made: dict[tuple[str, str], Blocks] = {}

    def exhibit(name: str, about: View | None = None) -> Blocks:
        on = _about(ground, about)
        key = (name, on.subject)
        # A template asks for the same exhibit twice: whether there is one, and to print it.
        if key not in made:
            found = EXHIBITS[name](on)
            made[key] = Blocks(ink, (found,) if found is not None else ())
        return made[key]

    return exhibit


def _about(ground: Ground, member: View | None) -> Ground:
    return ground if member is None else ground.about(member._path)  # noqa: SLF001  as above


def _reader(ground: Ground, ink: Ink) -> Callable[..., Traced]:
    made: dict[tuple[str, str], Traced] = {}

    def reading(name: str, about: View | None = None) -> Traced:
        on = _about(ground, about)
        key = (name, on.subject)
        if key not in made:
            said = READINGS[name](on)
            made[key] = Traced(ink, True if said else None, said)
        return made[key]

    return reading
