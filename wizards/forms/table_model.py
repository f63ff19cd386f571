"""A table over the plan: every cell is a field, read and set by its path."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from planner import paths
from planner.model.kinds import BadValue, Kind, Number, Url, shorten
from planner.model.plan import Plan
from planner.model.references import Image, PathTo, Refs
from wizards import theme
from wizards.forms.context import Context
from wizards.forms.reading import Reading
from wizards.forms.rows import (
    Column,
    Keyed,
    MemberRows,
    Members,
    Row,
    RowSource,
    changed_rows,
    numbers_of,
    stand_alike,
)
from wizards.forms.units import depends_on_unit, kind_of
from wizards.forms.wording import shown, typed
from wizards.speaking import language

Index = QModelIndex | QPersistentModelIndex
NAME_LENGTH, WORD_LENGTH = 30, 13
"""Characters of a name, and of one word of it, that fit over a narrow column."""
_WEIGHTY = 3
"""Letters of a word that a cut name may end with."""
_ROLE = Qt.ItemDataRole
_TEXTS = frozenset((int(_ROLE.DisplayRole), int(_ROLE.EditRole), int(_ROLE.ToolTipRole)))
_LOOKS = (_ROLE.AccessibleTextRole, _ROLE.TextAlignmentRole, _ROLE.ForegroundRole, _ROLE.FontRole)
_ANSWERED = _TEXTS | frozenset(map(int, _LOOKS))
_ROOT = QModelIndex()


class TableModel(QAbstractTableModel):
    """The rows and cells of a source as they stand in the plan.

    `wrong` tells path and sentence of a cell whose typed text was not accepted, with an empty
    sentence once it is mended.
    """

    wrong = Signal(str, str)

    def __init__(self, context: Context, source: RowSource) -> None:
        super().__init__()
        self.context = context
        self.source = source
        self.rows: Sequence[Row] = source.rows(context.plan)
        self.columns: tuple[Column, ...] = source.columns(context.plan)
        self._shown: tuple[Plan, dict[str, str]] = (context.plan, dict(context.drafts))
        self._is_part_told = False
        self._reading: Reading | None = None
        # By columns, because a view asks for each cell whenever it paints one.
        self._figures: dict[int, bool] = {}
        self._flags: dict[int, Qt.ItemFlag] = {}
        self._kinds: dict[int, Kind | None] = {}
        self._read_of: tuple[Plan | None, tuple[Any, ...]] = (None, ())
        self._lead = 1 if source.leads else 0

    @property
    def lead(self) -> int:
        """How many columns stand before those of fields: 1 where the first names the rows."""
        return self._lead

    @property
    def reading(self) -> Reading | None:
        """Reads the columns of all rows at once, where the rows are members."""
        if self._reading is None and isinstance(self.source, Members):
            names = tuple(column.name for column in self.source.fixed)
            self._reading = Reading(self.source.collection, names)
        return self._reading

    @property
    def is_outdated(self) -> bool:
        """Whether rows or columns have come, gone or moved in the plan since the last refresh."""
        plan = self.context.plan
        return not self._stand_as(self.source.rows(plan), self.source.columns(plan))

    def _stand_as(self, rows: Sequence[Row], columns: tuple[Column, ...]) -> bool:
        """Whether cells are where they were, whatever rows and columns are called now."""
        names, before = ([column.name for column in some] for some in (columns, self.columns))
        return names == before and stand_alike(rows, self.rows)

    def refresh(self) -> None:
        """Take over what changed in the plan."""
        plan = self.context.plan
        is_news = self._take_note() or self._is_part_told
        self._is_part_told = False
        self._figures.clear()
        self._flags.clear()
        rows, columns = self.source.rows(plan), self.source.columns(plan)
        if not self._stand_as(rows, columns):
            self.beginResetModel()
            self.rows, self.columns = rows, columns
            self.endResetModel()
        elif is_news:
            renamed = columns != self.columns
            self.rows, self.columns = rows, columns
            self._tell(renamed=renamed)

    def refresh_rows(self) -> None:
        """Take over at once what changed in the rows themselves; `refresh` tells the rest later.

        What a row shows of other parts of the plan, as the name of what it refers to, is the rest.
        """
        plan, (before, drafts) = self.context.plan, self._shown
        if drafts != self.context.drafts or self.is_outdated:
            self.refresh()
        elif before is not plan:
            others = self._others(before, plan)
            if others is None:
                self.refresh()
                return
            self._take_note()
            self.rows, self._is_part_told = self.source.rows(plan), True
            for row in others:
                self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))

    def _others(self, before: Plan, now: Plan) -> list[int] | None:
        """The rows of members that are others now; None where a row is no member."""
        if not isinstance(self.source, (Members, Keyed)):
            return None
        rows = self.source.rows(now)
        if isinstance(rows, MemberRows):
            return list(changed_rows(rows, self.rows))
        old, new = (_members(plan, self.source.collection) for plan in (before, now))
        was, now_ = ({member.id: member for member in members} for members in (old, new))
        return [n for n, row in enumerate(self.rows) if was.get(row.key) is not now_.get(row.key)]

    def _tell(self, *, renamed: bool) -> None:
        """Tell that texts are others now, those over the columns too where they are `renamed`."""
        last = self.columnCount() - 1
        if renamed:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, self._lead, last)
        if self.rows and last >= 0:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, last))

    def _take_note(self) -> bool:
        """Note what texts are shown of; whether any of it is another than before."""
        plan, drafts = self.context.plan, self.context.drafts
        before, self._shown = self._shown, (plan, dict(drafts))
        return before[0] is not plan or before[1] != drafts

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """How many columns there are, the leading one included."""
        return 0 if parent.isValid() else len(self.columns) + self._lead

    def cell(self, row: int, column: int) -> QModelIndex:
        """The cell of a row and column that are there: `index` asks for their counts each time."""
        return self.createIndex(row, column)

    def path(self, index: Index) -> str:
        """The path of a cell, empty for a row's name."""
        if not index.isValid() or index.column() < self._lead or index.row() >= len(self.rows):
            return ""
        column = self.columns[index.column() - self._lead]
        return self.source.path(self.rows[index.row()], column)

    def index_of(self, path: str) -> QModelIndex:
        """The cell of a path, invalid where it is none of this table."""
        # Of thousands of rows one or two have a key that the path names, or a path that it begins.
        steps = paths.parse(path) if path else ()
        keys = {step.id for step in steps if isinstance(step, paths.Key)}
        keys |= {path[: at + 1] for at, letter in enumerate(path) if letter == "]"}
        for row in numbers_of(self.rows, tuple(keys)):
            for column in range(self._lead, self.columnCount()):
                index = self.index(row, column)
                if self.path(index) == path:
                    return index
        return QModelIndex()

    def row_of(self, key: str) -> int:
        """The row of an id or key, -1 where it has none."""
        return next(iter(numbers_of(self.rows, (key,))), -1)

    def label(self, index: Index) -> str:
        """What a cell is, in words."""
        title = self.rows[index.row()].title
        if index.column() < self._lead:
            return title
        return f"{title}: {self.columns[index.column() - self._lead].label}"

    def kind(self, index: Index) -> Kind | None:
        """The kind of a cell's value."""
        column = index.column()
        if column in self._kinds:
            return self._kinds[column]
        path = self.path(index)
        if not path:
            return None
        kind = kind_of(self.context.plan, path)
        # Every cell of such a column is the same field, but for what another answer decides.
        if isinstance(self.source, (Members, Keyed)) and not depends_on_unit(path):
            self._kinds[column] = kind
        return kind

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> Any:
        """The columns' labels and, as hints, their questions."""
        if orientation != Qt.Orientation.Horizontal or section >= self.columnCount():
            return None
        column = self.columns[section - self._lead] if section >= self._lead else None
        if role == _ROLE.DisplayRole:
            return self._heading(column)
        if role == _ROLE.ToolTipRole and column:
            return column.question or column.label
        if role == _ROLE.TextAlignmentRole:
            right = bool(column and self.rows) and self.is_figure(section)
            return _aligned(right=right).value | Qt.TextFlag.TextWordWrap.value
        return None

    def _heading(self, column: Column | None) -> str:
        if column is None:
            return self.source.lead
        return brief(column.label) if self.source.is_matrix else column.label

    def name_over(self, section: int) -> str:
        """The whole name of what a column is about."""
        return self.columns[section - self._lead].label

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """The value as it is shown, or as it is typed."""
        # A view asks each cell that it paints for much that no cell of ours has.
        if role not in _ANSWERED or not index.isValid() or index.row() >= len(self.rows):
            return None
        if role in _TEXTS:
            return self._text(index, self.path(index), role)
        if role == _ROLE.AccessibleTextRole:
            return f"{self.label(index)}: {self._text(index, self.path(index), _ROLE.DisplayRole)}"
        names_row = index.column() < self._lead
        if role == _ROLE.TextAlignmentRole:
            return _aligned(right=not names_row and self.is_figure(index.column()))
        if role == _ROLE.FontRole:
            return theme.font(strong=True) if names_row else None
        drafts = self.context.drafts
        return QColor(theme.tokens().bad) if drafts and self.path(index) in drafts else None

    def setData(self, index: Index, value: Any, role: int = _ROLE.EditRole) -> bool:
        """Put a value, or a typed text, into the plan."""
        if role != _ROLE.EditRole or not self.take(index, value):
            return False
        self.refresh()
        return True

    def take(self, index: Index, value: Any) -> bool:
        """As `setData`, but what changed is not shown yet: for many cells in one step."""
        path, kind = self.path(index), self.kind(index)
        if kind is None:
            return False
        text = value if isinstance(value, str) else None
        try:
            meant = typed(kind, text) if text is not None else value
            self.context.session.set(path, meant, origin=self)
        except BadValue as bad:
            if text is not None:
                self.context.drafts[path] = text
            self.wrong.emit(path, bad.message(language()))
            return False
        self.drop_draft(path)
        return True

    def keep_draft(self, path: str, text: str, reason: str) -> None:
        """Show a text that was not accepted in place of a cell's value, and why."""
        self.context.drafts[path] = text
        self.wrong.emit(path, reason)

    def drop_draft(self, path: str) -> None:
        """Show a cell's value again."""
        self.context.drafts.pop(path, None)
        self.wrong.emit(path, "")

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Fields can be edited in place, but for those that need more room."""
        known = self._flags.get(index.column())
        if known is not None:
            return known
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if isinstance(self.source, Members):
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        kind = self.kind(index)
        if kind is not None and not isinstance(kind, (PathTo, Refs, Image)):
            flags |= Qt.ItemFlag.ItemIsEditable
        self._flags[index.column()] = flags
        return flags

    def _text(self, index: Index, path: str, role: int) -> str:
        if not path:
            return self.rows[index.row()].title
        draft = self.context.drafts.get(path)
        if draft is not None:
            return draft
        try:
            value = self._value(index, path)
        except paths.BadPath:
            return ""
        kind = self.kind(index)
        text = shown(kind, value, self.context.plan, path)
        return _told(kind, text) if role == _ROLE.DisplayRole else text

    def _value(self, index: Index, path: str) -> Any:
        """What stands in a cell; of a row that is a member it is read without looking for it."""
        plan, row = self.context.plan, index.row()
        if not isinstance(self.source, Members):
            return paths.get(plan, path)
        if self._read_of[0] is not plan:
            self._read_of = (plan, _members(plan, self.source.collection))
        members = self._read_of[1]
        if row >= len(members) or members[row].id != self.rows[row].key:
            return paths.get(plan, path)
        value = members[row]
        for name in self.columns[index.column() - self._lead].name.split("."):
            value = getattr(value, name)
        return value

    def is_figure(self, column: int) -> bool:
        """Whether a column holds figures, which stand at its right."""
        known = self._figures.get(column)
        if known is None:
            kind = self.kind(self.index(0, column))
            known = isinstance(kind, Number) or (kind is not None and kind.word == "money")
            self._figures[column] = known
        return known


def _told(kind: Kind | None, text: str) -> str:
    """A text as a cell has room for it: in one line, a web address without what all begin with."""
    if text and kind is not None and kind.word == "share":
        return f"{text} %"
    if isinstance(kind, Url):
        return text.removeprefix("https://").removeprefix("http://").rstrip("/")
    return " · ".join(text.splitlines())


def brief(name: str) -> str:
    """As many words of a name as fit over a narrow column."""
    kept: list[str] = []
    words = name.split()
    for word in words:
        if kept and (len(word) > WORD_LENGTH or len(" ".join((*kept, word))) > NAME_LENGTH):
            break
        kept.append(shorten(word, WORD_LENGTH))
    if len(kept) == len(words):
        return " ".join(kept)
    while len(kept) > 1 and len(kept[-1]) < _WEIGHTY:
        kept.pop()
    return f"{' '.join(kept).rstrip(',;:')} …"


def _members(plan: Plan, collection: str) -> tuple[Any, ...]:
    try:
        return paths.get(plan, collection) or ()
    except paths.BadPath:
        return ()


def _aligned(*, right: bool) -> Qt.AlignmentFlag:
    return _AT_RIGHT if right else _AT_LEFT


_AT_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
