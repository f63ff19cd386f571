"""Putting rows of texts into a table: which text goes into which cell, and what does not fit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from planner import paths
from planner.model.ids import make_id
from planner.model.kinds import BadValue, Kind
from planner.model.references import Image, PathTo, Ref, Refs
from wizards.forms.cell_texts import CellReader, text_of
from wizards.forms.clipboard import Copied
from wizards.forms.exports import exported_from, table_name
from wizards.forms.rows import Column, Members, Row
from wizards.forms.table_model import TableModel, brief
from wizards.forms.units import depends_on_unit, kind_of
from wizards.speaking import language

_ELSEWHERE = (PathTo, Refs, Image)
"""Kinds that are not edited in a table."""


@dataclass(slots=True)
class Pasted:
    """What became of rows that were put in.

    `keys` are their ids or keys, `new` those among them that came to be. `bad` holds, by path, the
    texts that no field accepted, each with the reason; `mended` are the paths of cells that showed
    such a text before. `rows_out`, `columns_out` and `cells_out` count what had no place.
    """

    keys: list[str] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    mended: list[str] = field(default_factory=list)
    bad: dict[str, tuple[str, str]] = field(default_factory=dict)
    rows_out: int = 0
    columns_out: int = 0
    cells_out: int = 0


@dataclass(frozen=True, slots=True)
class _Cell:
    key: str
    column: Column
    path: str
    text: str


class Pasting:
    """Puts rows into the plan, from a row of the table on; `columns` are the table's to fill.

    Columns are found by the headings in the first row, or by what the table itself noted when the
    rows were copied from it, else in order. Rows with headings of a table whose rows have names are
    found by these names.
    """

    def __init__(
        self, table: TableModel, copied: Copied, row: int, columns: Sequence[int], origin: object
    ) -> None:
        self._table, self._context, self._origin = table, table.context, origin
        self._row = row
        self.done = Pasted()
        self._by_name = False
        own = copied.table == table_name(table.source) and copied.columns
        rows = copied.rows
        exported = None if own else exported_from(table, rows)
        if own:
            self._columns = self._noted(copied.columns)
            rows = rows[1:] if copied.headed else rows
        elif exported:
            self._columns, skipped = exported
            rows = rows[skipped:]
        elif rows and (headed := _headed(table, rows)):
            self._columns = headed
            self._by_name = bool(table.lead) and 0 in headed
            rows = rows[1:]
        else:
            self._columns = list(columns)
        self._rows = rows
        # Of an export most columns are meant to be left behind.
        self.done.columns_out = 0 if exported else self._without_place()

    @property
    def count(self) -> int:
        """How many rows there are, the headings left out."""
        return len(self._rows)

    def run(self) -> Pasted:
        """Put everything in; call it inside a step of the session."""
        cells = self._placed()
        if isinstance(self._table.source, Members):
            self._put_members(self._table.source, cells)
        else:
            reader = CellReader(self._context)
            for cell in cells:
                self._put_cell(reader, cell)
        return self.done

    def _noted(self, names: Iterable[str]) -> list[int | None]:
        numbers = {column.name: n for n, column in enumerate(self._table.columns, self._table.lead)}
        return [numbers.get(name) if name else 0 for name in names]

    def _without_place(self) -> int:
        """How many columns of texts have none of the table's."""
        widest = max(map(len, self._rows), default=0)
        return sum(
            any(text.strip() for row in self._rows for text in row[n : n + 1])
            for n in range(widest)
            if n >= len(self._columns) or self._columns[n] is None
        )

    def _placed(self) -> list[_Cell]:
        """Every text with its cell, row by row."""
        table, cells = self._table, []
        taken = {row.key for row in table.rows}
        names = {_plain(row.title): row.key for row in table.rows}
        for number, texts in enumerate(self._rows, self._row):
            key = self._key_of(number, texts, names)
            if not key and isinstance(table.source, Members) and any(t.strip() for t in texts):
                key = self._new_key(texts, taken)
                taken.add(key)
            if not key:
                self.done.rows_out += any(text.strip() for text in texts)
                continue
            self.done.keys.append(key)
            row = Row(key, "")
            for n, text in zip(self._columns, texts, strict=False):
                if n is not None and n >= table.lead:
                    column = table.columns[n - table.lead]
                    cells.append(_Cell(key, column, table.source.path(row, column), text))
        return cells

    def _key_of(self, number: int, texts: Sequence[str], names: dict[str, str]) -> str:
        """The key of the row of the table that a row of texts goes into; empty for none."""
        if self._by_name:
            at = self._columns.index(0)
            return names.get(_plain(texts[at]), "") if at < len(texts) else ""
        rows = self._table.rows
        return rows[number].key if number < len(rows) else ""

    def _new_key(self, texts: Sequence[str], taken: set[str]) -> str:
        """The id of a new member, made of its title, which is the first column."""
        named = {n: text for n, text in zip(self._columns, texts, strict=False) if n is not None}
        key = make_id(named.get(0, ""), taken, len(taken) + 1)
        self.done.new.append(key)
        return key

    def _put_members(self, source: Members, cells: Sequence[_Cell]) -> None:
        """Change the collection twice at most: what depends on other answers comes second."""
        pattern = paths.pattern(source.collection)
        places = {c.column.name: f"{pattern}[*].{c.column.name}" for c in cells}
        kinds = {name: paths.place(place).kind for name, place in places.items()}
        second = {
            name
            for name, place in places.items()
            if isinstance(kinds[name], Ref) or depends_on_unit(place)
        }
        values: dict[str, dict[str, Any]] = {key: {} for key in self.done.keys}
        reader = CellReader(self._context)
        for cell in cells:
            kind = kinds[cell.column.name]
            if cell.column.name not in second and kind is not None:
                self._read(reader, kind, cell, values[cell.key])
        self._set_members(source, values)
        later = [cell for cell in cells if cell.column.name in second]
        values = {}
        # A name may be one of the rows that came with it.
        reader = CellReader(self._context)
        for cell in later:
            kind = kind_of(self._context.plan, cell.path)
            if kind is not None:
                self._read(reader, kind, cell, values.setdefault(cell.key, {}))
        if values:
            self._set_members(source, values)

    def _set_members(self, source: Members, values: dict[str, dict[str, Any]]) -> None:
        plan = self._context.plan
        old = paths.get(plan, source.collection) if paths.has(plan, source.collection) else ()
        known = {member.id for member in old}
        members = [
            dict(member) | values[member.id] if values.get(member.id) else member for member in old
        ]
        members += [{"id": key} | new for key, new in values.items() if key not in known]
        self._context.session.set(source.collection, members, origin=self._origin)

    def _put_cell(self, reader: CellReader, cell: _Cell) -> None:
        kind = kind_of(self._context.plan, cell.path)
        read: dict[str, Any] = {}
        if kind is not None:
            self._read(reader, kind, cell, read)
        for value in read.values():
            try:
                self._context.session.set(cell.path, value, origin=self._origin)
            except BadValue as bad:
                self.done.bad[cell.path] = (cell.text, bad.message(language()))

    def _read(self, reader: CellReader, kind: Kind, cell: _Cell, into: dict[str, Any]) -> None:
        """Note a cell's value unless it is what stands there; a text that is none as bad."""
        plan = self._context.plan
        old = paths.get(plan, cell.path) if paths.has(plan, paths.parent(cell.path)) else None
        if cell.path in self._context.drafts:
            self.done.mended.append(cell.path)
        if cell.text == text_of(kind, old, plan, cell.path):
            return
        if isinstance(kind, _ELSEWHERE):
            self.done.cells_out += 1
            return
        try:
            into[cell.column.name] = reader.read(kind, cell.text, cell.path)
        except BadValue as bad:
            self.done.bad[cell.path] = (cell.text, bad.message(language()))


def _headed(table: TableModel, rows: Sequence[Sequence[str]]) -> list[int | None]:
    """The columns that a first row names; none where it is no row of headings."""
    numbers: dict[str, int] = {}
    for number, column in reversed([*enumerate(table.columns, table.lead)]):
        numbers |= {_plain(brief(column.label)): number, _plain(column.label): number}
    if table.lead:
        numbers[_plain(table.source.lead)] = 0
    found: list[int | None] = []
    for text in rows[0]:
        known = numbers.get(_plain(text))
        found.append(known if known not in found else None)
    named = sum(number is not None for number in found)
    filled = sum(bool(text.strip()) for text in rows[0])
    # One heading among many words is chance; a line of nothing but headings is none.
    sure = named == filled if len(rows) > 1 else False
    return found if named and (sure or (named > 1 and 2 * named > filled)) else []


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
