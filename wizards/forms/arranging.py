"""The order of questions: those of the first depth in sight, deeper ones in groups that fold."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner import paths
from planner.i18n import N_
from wizards.forms.collection import CollectionView
from wizards.forms.context import LETTERS, Context
from wizards.forms.detail import Detail
from wizards.forms.entry import Entry, depth_of, entries_of, holds_tables, inside, words_of
from wizards.forms.fold import FoldHeader
from wizards.forms.row import FieldRow, plain_label
from wizards.forms.section import Fields, Section
from wizards.speaking import say

FEW = 3
"""So many deeper questions are not worth a fold of their own."""
_MORE = {"S": N_("More questions"), "T": N_("Finer points")}


def arrange(
    context: Context,
    fields: Fields,
    entries: tuple[Entry, ...],
    key: str,
    title: str = "",
    base: str = "",
) -> None:
    """Put entries into a form: what the first depth asks, folds for what deeper ones add.

    `key` is what the folds are remembered by; a table called as the `title` needs no heading.
    `base` is the first depth where questions of it stand elsewhere.
    """
    base = base or _first_depth(context, entries)
    deeper = [
        entry for entry in entries if entry.field.is_field and depth_of(context, entry) != base
    ]
    if len(deeper) <= FEW:
        deeper = []
    later: list[Entry] = []
    for entry in entries:
        if entry in deeper:
            continue
        if entry.field.is_field or depth_of(context, entry) == base:
            _put(context, fields, entry, key, title)
        else:
            later.append(entry)
    for depth, several in _by_depth(deeper):
        _fold(context, fields, tuple(several), f"{key}.more.{depth}", say(_MORE[depth]))
    for entry in later:
        _fold_one(context, fields, entry)


def member_form(context: Context, path: str, hide: frozenset[str], detail: Detail) -> Fields:
    """The form of a member: its fields less those of the table."""
    form = Fields(detail)
    form.set_beside(context.beside)
    form.around = detail
    node = paths.place(path).field.node
    assert node is not None
    asked = entries_of(context, path, node, hide)
    # What stands in the table counts too: what it leaves to the form may all be for later.
    base = _first_depth(context, entries_of(context, path, node))
    arrange(context, form, asked, paths.pattern(path), base=base)
    return form


def _first_depth(context: Context, entries: tuple[Entry, ...]) -> str:
    depths = (depth_of(context, entry) for entry in entries)
    return min(depths, key=LETTERS.index, default="E")


def _by_depth(deeper: list[Entry]) -> list[tuple[str, list[Entry]]]:
    """Standard and thorough questions apart, unless one of the two is not worth a fold."""
    groups = {depth: [e for e in deeper if e.field.depth == depth] for depth in "ST"}
    if all(len(several) > FEW for several in groups.values()):
        return list(groups.items())
    depth = "S" if groups["S"] else "T"
    return [(depth, deeper)] if deeper else []


def _put(context: Context, fields: Fields, entry: Entry, key: str, title: str) -> None:
    first = not fields.items
    field = entry.field
    if field.many is not None:
        alone = first and title in ("…", say(field.many.label))
        heading = None if alone else _heading(say(field.many.label), say(field.many.hint))
        fields.add(_table(context, fields, entry), heading)
    elif field.is_field:
        fields.add(FieldRow(context, entry.path, fields.ground))
    else:
        if not first and field.group is not None:
            fields.column.addWidget(_heading(say(field.group.label), say(field.group.hint)))
        arrange(context, fields, inside(context, entry), f"{key}.{field.name}", title)


def _table(context: Context, fields: Fields, entry: Entry) -> CollectionView:
    table = CollectionView(context, entry, member_form, fields.around, fields.ground)
    table.choose()
    return table


def _fold_one(context: Context, fields: Fields, entry: Entry) -> None:
    field = entry.field
    hint = field.many.hint if field.many else field.group.hint if field.group else ""
    if field.many is not None:
        assert field.node is not None
        within = entries_of(context, f"{entry.path}[*]", field.node, entry.hide)
        words = words_of(context, within)
    else:
        words = words_of(context, inside(context, entry))
    key = paths.pattern(entry.path)
    header = FoldHeader(key, say(field.label), say(hint), words, "question")
    _add(context, fields, header, (entry,))


def _fold(
    context: Context, fields: Fields, entries: tuple[Entry, ...], key: str, title: str
) -> None:
    header = FoldHeader(key, title, "", words_of(context, entries), "question")
    _add(context, fields, header, entries)


def _add(context: Context, fields: Fields, header: FoldHeader, entries: tuple[Entry, ...]) -> None:
    def fill(section: Section) -> None:
        arrange(context, section, entries, section.key, section.title)

    section = Section(context, header, entries, fill, fields.ground)
    fields.add(section)
    if fields.around is None and not holds_tables(context, entries):
        section.make()
    if context.folds.is_open(section.key, default=False):
        section.open()


def _heading(title: str, hint: str) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 4, 0, 0)
    column.setSpacing(2)
    column.addWidget(plain_label(title, "question"))
    if hint:
        column.addWidget(plain_label(hint, "why"))
    return box
