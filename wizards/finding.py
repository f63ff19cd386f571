"""Finding words in a plan: in every question, asked or not, and in every answer as it is shown."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import accumulate, islice
from operator import attrgetter
from time import perf_counter
from typing import Any

from planner import paths
from planner.i18n import N_
from planner.model import keys
from planner.model.asking import DEPTHS, Depth
from planner.model.clean import fold
from planner.model.kinds import Number
from planner.model.nodes import Declared, Member, Node, declared
from planner.model.plan import Plan
from planner.model.references import Ref
from wizards.forms.context import LETTERS
from wizards.forms.units import kind_of
from wizards.forms.wording import key_name, member_name, name_of, plain_digits
from wizards.panels.help import answer_text, told
from wizards.speaking import language, say
from wizards.stage import EVIDENCE
from wizards.steps import STEPS, WORDS, page_of

MOST = 200
"""Places that are listed; who finds more types one more word."""
_AROUND = 32
"""Characters of an answer before the piece that was found."""
_OF = "\0"
"""Parts what is asked and answered from the name of the owner."""
_CHUNK = 16
"""Answers that are read between two looks at the clock."""
PAGES = (*WORDS, EVIDENCE)
"""The pages in the order in which places are listed."""


@dataclass(frozen=True, slots=True)
class Line:
    """What can be found: a question, with an answer where it has one.

    `owner` names the members that it is asked of, `page` is where, `words` are searched.
    """

    path: str
    question: str
    owner: str
    answer: str
    depth: Depth
    page: int
    words: str


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, in the order of the pages; `total` counts what is not listed too.

    `more` says that it was not counted to the end.
    """

    lines: tuple[Line, ...] = ()
    total: int = 0
    more: bool = False


class Index:
    """The answers of a plan as they are shown, read in slices and only where they changed."""

    def __init__(self) -> None:
        self._parts: dict[str, _Part] = {}
        self._plan: Plan | None = None
        self._language = ""
        self._job: Iterator[None] = iter(())

    def read(self, plan: Plan, seconds: float) -> bool:
        """Read on for so long; whether all of the plan is read as it stands."""
        if self._language != language():
            self._language = language()
            self._parts.clear()
            self._plan = None
        if plan is not self._plan:
            self._plan = plan
            self._job = self._read(plan)
        end = perf_counter() + seconds
        while perf_counter() < end:
            if sum(1 for _ in islice(self._job, _CHUNK)) < _CHUNK:
                return True
        return False

    def search(self, plan: Plan, text: str) -> Found:
        """Where all the words of a text stand together, as far as the plan is read."""
        wanted = sorted(fold(text).split(), key=len, reverse=True)
        if not wanted:
            return Found()
        several = [list(islice(part.search(wanted), MOST)) for part in self._parts.values()]
        hits = [line for lines in several for line in lines]
        answered = {line.path for line in hits}
        asked = (line for line in questions(language()) if _has(line, wanted))
        hits += [line for line in asked if line.path not in answered]
        hits.sort(key=attrgetter("page"))
        more = any(len(lines) == MOST for lines in several)
        return Found(tuple(_asked(plan, line) for line in hits[:MOST]), len(hits), more)

    def _read(self, plan: Plan) -> Iterator[None]:
        for name in declared(Plan):
            section = getattr(plan, name)
            known = self._parts.get(name)
            if known is not None and known.section is section:
                same = True
                for still in known.compare(plan):
                    same = same and still
                    yield
                if same:
                    continue
            part = _Part(section, plan)
            yield from part.read(section, name, name, "")
            part.close()
            self._parts[name] = part


class _Part:
    """The answers of one section, and what stands elsewhere that words some of them."""

    def __init__(self, section: Node, plan: Plan) -> None:
        self.section, self._plan = section, plan
        self._lines: list[Line] = []
        self._names: dict[str, str] = {}
        self._units: dict[str, str] = {}
        self._text = ""
        self._ends: list[int] = []

    def compare(self, plan: Plan) -> Iterator[bool]:
        """Whether each name and unit of other sections is what it was."""
        for path, name in self._names.items():
            yield name_of(plan, path) == name
        for path, unit in self._units.items():
            yield _unit(plan, path) == unit

    def read(self, node: Node, path: str, pattern: str, owner: str) -> Iterator[None]:
        """Take in the answers of a part of the section, one a turn."""
        for name, field in declared(type(node)).items():
            here, shape = f"{path}.{name}", f"{pattern}.{name}"
            value = getattr(node, name)
            if field.many is not None:
                for member in value:
                    inside = f"{here}[{member.id}]"
                    title = self._title(inside, field.many.keyed_by, member)
                    names = f"{owner} › {title}" if owner else title
                    yield from self.read(member, inside, f"{shape}[*]", names)
            elif not field.is_field:
                yield from self.read(value, here, shape, owner)
            elif not paths.is_empty(value):
                self._take(here, shape, field, value, owner)
                yield

    def _title(self, path: str, keyed_by: str, member: Member) -> str:
        if not keyed_by:
            return paths.title_of(member)
        title = key_name(self._plan, keyed_by, member.id)
        if keys.collection(keyed_by):
            self._names[path] = title
        return title

    def close(self) -> None:
        """Make one text of all that is searched; nothing more is taken in."""
        self._text = "\n".join(line.words for line in self._lines) + "\n"
        self._ends = list(accumulate(len(line.words) + 1 for line in self._lines))

    def search(self, wanted: list[str]) -> Iterator[Line]:
        """The answers with all the words, of which the first is the longest."""
        at = self._text.find(wanted[0])
        while at >= 0:
            number = bisect_right(self._ends, at)
            line = self._lines[number]
            if _has(line, wanted):
                yield line
            at = self._text.find(wanted[0], self._ends[number])

    def _take(self, path: str, pattern: str, field: Declared, value: Any, owner: str) -> None:
        plan = self._plan
        if isinstance(field.kind, Ref):
            for target in paths.targets(field.kind, value, path):
                self._names[target] = name_of(plan, target)
        elif type(field.kind) is Number:
            self._units[path] = _unit(plan, path)
        asked = question_at(pattern, language())
        answer = " ".join(told(plan, path, field, value).split())
        figure = answer[:1].isdecimal()
        plain = " ".join(plain_digits(word) for word in answer.split()) if figure else ""
        words = folded(f"{answer} {plain} {say(field.label)}") + _OF + folded(owner)
        self._lines.append(
            Line(path, asked.question, owner, answer, asked.depth, asked.page, words)
        )


def _has(line: Line, wanted: list[str]) -> bool:
    """Whether all words are there, one of them in more than the name of the owner."""
    words = line.words
    if not all(word in words for word in wanted):
        return False
    asked = words.partition(_OF)[0]
    return any(word in asked for word in wanted)


def _unit(plan: Plan, path: str) -> str:
    kind = kind_of(plan, path)
    return kind.word if kind is not None else ""


def folded(text: str) -> str:
    """As `fold`, which has nothing to take off of plain letters."""
    return " ".join(text.lower().split()) if text.isascii() else fold(text)


@cache
def depth_at(pattern: str) -> Depth:
    """From which depth on a pattern is asked: the deepest of what it leads through."""
    depths = [paths.place(pattern).depth]
    depths += [
        paths.place(outer).field.depth
        for outer in paths.outer_paths(pattern)
        if outer.endswith("[*]")
    ]
    return max(depths, key=LETTERS.index)


@cache
def questions(told_in: str) -> tuple[Line, ...]:
    """Every question of the questionnaire in a language of the program, by its pattern."""
    return tuple(question_at(pattern, told_in) for pattern, _ in paths.questions())


@cache
def question_at(pattern: str, told_in: str) -> Line:
    """The question of a pattern in a language of the program."""
    del told_in
    ask = paths.place(pattern).field.ask
    assert ask is not None
    words = fold(f"{say(ask.question)} {say(ask.why)} {say(ask.label)}")
    page = PAGES.index(page_of(pattern))
    return Line(pattern, say(ask.question), "", "", depth_at(pattern), page, words)


def first_path(plan: Plan, pattern: str) -> str:
    """Where a question is asked in a plan: of the first member, else of the table to fill."""
    path = ""
    for part in pattern.split("[*]")[:-1]:
        path += part
        members: Any = paths.get(plan, path)
        if not members:
            return path
        path += f"[{members[0].id}]"
    return path + pattern.rpartition("[*]")[2]


def _asked(plan: Plan, line: Line) -> Line:
    """An answer as it is; a question with where it is asked and what is answered there."""
    if line.answer:
        return line
    path = first_path(plan, line.path)
    if paths.place(path).field.is_collection:
        return replace(line, path=path)
    inside = [one for one in reversed(paths.outer_paths(path)) if one.endswith("]")]
    return replace(
        line,
        path=path,
        owner=" › ".join(member_name(plan, one) for one in inside),
        answer=" ".join(answer_text(plan, path).split()),
    )


def page_name(word: str) -> str:
    """What a page is called."""
    if word == EVIDENCE:
        return say(N_("Sources and assumptions"))
    return next(say(step.name) for step in STEPS if step.word == word)


def hidden_at(plan: Plan, depth: Depth) -> str:
    """The depth of a plan that shows what is asked from a depth on; empty if it is shown now."""
    asked = DEPTHS[plan.meta.depth or "essential"]
    if LETTERS.index(depth) <= LETTERS.index(asked):
        return ""
    return next(word for word, letter in DEPTHS.items() if letter == depth)


@lru_cache(512)
def piece(text: str, wanted: str) -> tuple[str, str, str]:
    """A text about the first of some words in it: what stands before, the word, what follows."""
    plain, places = _with_places(text)
    words = fold(wanted).split()
    start, word = min(((plain.find(w), w) for w in words if w in plain), default=(-1, ""))
    if start < 0:
        return text, "", ""
    first, last = places[start], places[start + len(word) - 1] + 1
    begin = max(0, first - _AROUND)
    before = text[begin:first]
    if begin:
        before = "…" + before[before.find(" ") + 1 :]
    return before, text[first:last], text[last:]


def _with_places(text: str) -> tuple[str, Sequence[int]]:
    """A text as it is compared, and from which of its letters each letter of that comes."""
    if text.isascii():
        return text.lower(), range(len(text))
    plain, places = "", []
    for at, letter in enumerate(text):
        compared = " " if letter.isspace() else fold(letter)
        plain += compared
        places += [at] * len(compared)
    return plain, places
