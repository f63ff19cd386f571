"""Forms built from declarations: cards of questions and tables, at the depth of the plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from planner import paths
from planner.model.nodes import Declared, Node, declared
from wizards.forms.choosing import below, hides_all, is_shown
from wizards.forms.collection import CollectionView
from wizards.forms.context import Context
from wizards.forms.grid import GridView
from wizards.forms.grids import grid
from wizards.forms.row import FieldRow, plain_label
from wizards.forms.wording import member_name
from wizards.speaking import say

Part = FieldRow | CollectionView | GridView
BETWEEN_QUESTIONS = 20


class Fields(QWidget):
    """The questions and tables below one path, in declared order, groups with headings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(BETWEEN_QUESTIONS)
        self.parts: list[Part] = []

    def add(self, part: Part, heading: QWidget | None = None) -> None:
        """Put a question or table at the end, its heading close above it."""
        self.parts.append(part)
        if heading is None:
            self.column.addWidget(part)
            return
        together = QVBoxLayout()
        together.setSpacing(8)
        together.addWidget(heading)
        together.addWidget(part)
        self.column.addLayout(together)

    def refresh(self) -> None:
        """Show what stands in the plan."""
        for part in self.parts:
            part.refresh()

    def refresh_related(self, changed: tuple[str, ...]) -> None:
        """Show what stands in the plan where one of the changed paths is asked."""
        for part in self.parts:
            if isinstance(part, GridView) or any(_related(part.path, path) for path in changed):
                part.refresh()

    def walk(self) -> Iterator[Part]:
        """Every question and table, those of the shown members included."""
        for part in self.parts:
            yield part
            detail = part.detail if isinstance(part, CollectionView) else None
            if isinstance(detail, Fields):
                yield from detail.walk()


def _related(asked: str, changed: str) -> bool:
    return not changed or paths.within(changed, asked) or paths.within(asked, changed)


class Card(Fields):
    """A group of questions with its title and a line on what it is about."""

    def __init__(self, title: str, hint: str = "") -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.column.setContentsMargins(24, 20, 24, 24)
        self.title, self.hint = title, hint
        heading = QVBoxLayout()
        heading.setSpacing(2)
        label = plain_label(title, "card-title")
        heading.addWidget(label)
        if hint:
            heading.addWidget(plain_label(hint, "why"))
        self.column.addLayout(heading)


@dataclass(frozen=True, slots=True)
class Topic:
    """A card of a page: its title, what it is about, and the paths of what it asks.

    A path is a field, a group (all of it) or a collection. `hide` are names of fields of members
    that another card asks for (`ratings.score`: of the members of an inner collection), `grid` the
    name of a special table of `wizards.forms.grids`.
    """

    title: str
    asks: tuple[str, ...] = ()
    hint: str = ""
    hide: tuple[str, ...] = ()
    grid: str = ""


def card_of(context: Context, topic: Topic) -> Card | None:
    """The card of a topic at the plan's depth; None where the depth hides all of it."""
    hide = frozenset(topic.hide)
    shown = [path for path in topic.asks if _is_asked(context, paths.place(path).field, hide)]
    # A grid belongs to the questions of its card; alone it is essential.
    if not shown and (topic.asks or not topic.grid):
        return None
    card = Card(say(topic.title), say(topic.hint))
    for path in shown:
        _fill(context, card, path, paths.place(path).field, hide)
    if topic.grid:
        card.add(grid(context, topic.grid))
    return card


def _is_asked(context: Context, field: Declared, hide: frozenset[str]) -> bool:
    if not is_shown(context, field):
        return False
    return not (field.is_collection and hides_all(context, field, hide))


def _fill(
    context: Context, fields: Fields, path: str, field: Declared, hide: frozenset[str]
) -> None:
    if field.many is not None:
        first = isinstance(fields, Card) and not fields.parts
        repeats = first and isinstance(fields, Card) and fields.title == say(field.many.label)
        alone = repeats or (first and isinstance(fields, Card) and bool(fields.hint))
        heading = None if alone else _heading(say(field.many.label), say(field.many.hint))
        fields.add(CollectionView(context, path, member_form, hide), heading)
    elif field.is_field:
        fields.add(FieldRow(context, path))
    elif field.node is not None:
        if fields.parts and field.group is not None:
            fields.column.addWidget(_heading(say(field.group.label), say(field.group.hint)))
        fill_node(context, fields, path, field.node, frozenset())


def fill_node(
    context: Context, fields: Fields, path: str, node: type[Node], hide: frozenset[str]
) -> None:
    """Put the fields and collections of a node into a form, plain questions before tables."""
    for name, field in declared(node).items():
        inner = below(hide, name)
        if name not in hide and _is_asked(context, field, inner):
            _fill(context, fields, f"{path}.{name}", field, inner)


def member_form(context: Context, path: str, hide: frozenset[str]) -> QWidget:
    """The detail of a member: where it stands, then its fields less those of the table."""
    form = Fields()
    form.setProperty("role", "well")
    form.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    form.column.setContentsMargins(16, 14, 16, 18)
    form.column.addWidget(_Crumbs(context, path, form))
    node = paths.place(path).field.node
    assert node is not None
    fill_node(context, form, path, node, hide)
    return form


class _Crumbs(QLabel):
    """Where a member's form is: its collections and owners by name."""

    def __init__(self, context: Context, path: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "eyebrow")
        self.setWordWrap(True)
        words: list[str] = []
        while path.endswith("]"):
            words.insert(0, member_name(context.plan, path))
            collection = paths.parent(path)
            words.insert(0, say(paths.place(collection).field.label))
            path = collection
            while path and not path.endswith("]") and "[" in path:
                path = paths.parent(path)
        self.setText("  ›  ".join(words))


def _heading(title: str, hint: str) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 4, 0, 0)
    column.setSpacing(2)
    label = plain_label(title, "question")
    column.addWidget(label)
    if hint:
        column.addWidget(plain_label(hint, "why"))
    return box
