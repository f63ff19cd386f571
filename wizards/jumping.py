"""Where one can jump to by a few letters: steps, cards, members, questions and what menus do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planner import paths
from planner.i18n import N_
from planner.model.clean import fold
from planner.model.nodes import Node, declared
from planner.model.plan import Plan
from wizards.finding import PAGES, first_path, folded, page_name, question_at, questions
from wizards.forms.context import Context
from wizards.forms.entry import entries_at
from wizards.forms.wording import member_name, opening
from wizards.pages.layout import topics_of
from wizards.panels import ledger
from wizards.speaking import language, say
from wizards.stage import EVIDENCE
from wizards.steps import page_of

if TYPE_CHECKING:
    from wizards.forms.cards import Topic
    from wizards.main_window import MainWindow

MOST = 60
"""Targets that are listed at once."""
STEP, CARD, MEMBER, ACT, QUESTION = range(5)
"""What a target is; of two that fit alike the lower one stands first."""
_START, _WORD, _INSIDE = range(3)
"""Where in a name a word stands: the earlier, the better it fits."""


@dataclass(frozen=True, slots=True)
class Target:
    """A place or an act: its name, what it belongs to, and the way there."""

    name: str
    hint: str
    rank: int
    act: Callable[[], object]
    plain: str = field(default="", compare=False)


def targets_of(window: MainWindow) -> tuple[Target, ...]:
    """Everything that can be jumped to in a window, in the order of the pages."""
    named = (*_steps(window), *_cards(window), *_members(window), *_acts(window), *_asked(window))
    return tuple(
        Target(one.name, one.hint, one.rank, one.act, folded(f"{one.name} {one.hint}"))
        for one in named
    )


def lately(window: MainWindow) -> tuple[Target, ...]:
    """Where one was lately, the latest first."""
    plan = window.session.plan
    return tuple(
        Target(_name(plan, path), _trail(plan, path), QUESTION, _leader(window, path))
        for path in window.guide.lately
        if paths.has(plan, path) or "[" not in path
    )


def fitting(targets: Iterable[Target], text: str) -> tuple[Target, ...]:
    """The targets that have all the words of a text, the best first.

    A name that begins with one of them stands before one with a word that does, and that before
    one that only has it inside.
    """
    wanted = fold(text).split()
    ranked = []
    for number, target in enumerate(targets):
        places = [_place(target, word) for word in wanted]
        if None not in places:
            worst = max((place for place in places if place is not None), default=0)
            best = min((place for place in places if place is not None), default=0)
            ranked.append(((worst, best, target.rank, len(target.name), number), target))
    ranked.sort(key=lambda one: one[0])
    return tuple(target for _, target in ranked[:MOST])


def _place(target: Target, word: str) -> int | None:
    at = target.plain.find(word)
    if at < 0:
        return None
    if at == 0:
        return _START
    if f" {word}" not in target.plain:
        return _INSIDE
    # Steps are so few that any word of their names is as good as the first.
    return _START if target.rank == STEP else _WORD


def _steps(window: MainWindow) -> Iterator[Target]:
    for word in PAGES:
        if word == EVIDENCE:
            act: Callable[[], object] = window.guide.show_all_sources
        else:
            act = _goer(window, word)
        yield Target(page_name(word), say(N_("Page")), STEP, act)


def _cards(window: MainWindow) -> Iterator[Target]:
    context = window.desk.context
    for word in PAGES:
        topics = ledger.TOPICS if word == EVIDENCE else topics_of(word)
        for topic in topics:
            if _is_asked(context, topic):
                act = _card_leader(window, word, topic.key)
                yield Target(say(topic.title), page_name(word), CARD, act)
    yield from _groups(window)


def _is_asked(context: Context, topic: Topic) -> bool:
    entries = entries_at(context, topic.asks, frozenset(topic.hide))
    return bool(entries) or (bool(topic.grid) and not topic.asks)


def _groups(window: MainWindow) -> Iterator[Target]:
    """The tables that belong to no member; cards are often called like theirs."""
    for name, section in declared(Plan).items():
        assert section.node is not None
        for path, label in _tables(section.node, name):
            hint = page_name(page_of(path))
            yield Target(label, hint, CARD, _leader(window, path))


def _tables(node: type[Node], path: str) -> Iterator[tuple[str, str]]:
    for name, one in declared(node).items():
        here = f"{path}.{name}"
        if one.is_collection:
            yield here, say(one.label)
        elif not one.is_field and one.node is not None:
            yield from _tables(one.node, here)


def _members(window: MainWindow) -> Iterator[Target]:
    plan = window.session.plan
    for name in declared(Plan):
        yield from _of_node(window, getattr(plan, name), name, page_name(page_of(name)))


def _of_node(window: MainWindow, node: Node, path: str, owner: str) -> Iterator[Target]:
    for name, one in declared(type(node)).items():
        here, value = f"{path}.{name}", getattr(node, name)
        if one.many is not None:
            for member in value:
                inside = f"{here}[{member.id}]"
                title = paths.title_of(member)
                if not one.many.keyed_by and title != member.id:
                    hint = f"{opening(say(one.many.one))} · {owner}"
                    yield Target(title, hint, MEMBER, _leader(window, inside))
                    yield from _of_node(window, member, inside, title)
        elif not one.is_field:
            yield from _of_node(window, value, here, owner)


def _acts(window: MainWindow) -> Iterator[Target]:
    for menu, title in window.menus.listed():
        for action in menu:
            if action.isEnabled():
                yield Target(_bare(action.text()), _bare(title), ACT, action.trigger)


def _asked(window: MainWindow) -> Iterator[Target]:
    for line in questions(language()):
        label = say(paths.place(line.path).field.label)
        act = _question_leader(window, line.path)
        name = f"{label}: {line.question}"
        yield Target(name, page_name(PAGES[line.page]), QUESTION, act)


def _bare(words: str) -> str:
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip(" …")


def _name(plan: Plan, path: str) -> str:
    place = paths.place(path)
    if place.member:
        return member_name(plan, path)
    if place.field.ask is None or place.part:
        return say(place.field.label)
    return question_at(paths.pattern(path), language()).question


def _trail(plan: Plan, path: str) -> str:
    owners = [one for one in reversed(paths.outer_paths(path)[1:]) if one.endswith("]")]
    return " · ".join((page_name(page_of(path)), *(member_name(plan, one) for one in owners)))


def _goer(window: MainWindow, word: str) -> Callable[[], object]:
    return lambda: window.go_to(word)


def _leader(window: MainWindow, path: str) -> Callable[[], object]:
    return lambda: window.guide.show_asked(path)


def _card_leader(window: MainWindow, word: str, key: str) -> Callable[[], object]:
    return lambda: window.guide.show_card(word, key)


def _question_leader(window: MainWindow, pattern: str) -> Callable[[], object]:
    def lead() -> None:
        window.guide.show_asked(first_path(window.session.plan, pattern))

    return lead
