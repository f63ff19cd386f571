"""The way to a path inside a form: what has to be unfolded, chosen and entered to get there."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from planner import paths
from wizards.forms.collection import CollectionView
from wizards.forms.grid import GridView
from wizards.forms.row import FieldRow
from wizards.forms.section import Fields, Part, Section
from wizards.forms.table import TableView


def lead(forms: Iterable[Fields], path: str) -> Part | None:
    """Open what lies on the way to a path and return the question, grid or table that asks it.

    A table's current cell is then that of the path where the table shows it. Where a path leads
    further than anything asks, the nearest table is returned.
    """
    forms = tuple(forms)
    found = _in_grids(forms, path)
    if found is not None:
        return found
    nearest: Part | None = None
    for form in forms:
        near, exact = _through(form, path) if isinstance(form, Section) else _in(form, path)
        if exact:
            return near
        nearest = nearest or near
    return nearest


def _in(form: Fields, path: str) -> tuple[Part | None, bool]:
    nearest: Part | None = None
    for item in form.items:
        near, exact = _lead_in(item, path)
        if exact:
            return near, True
        nearest = nearest or near
    return nearest, False


def _lead_in(item: Part | Section, path: str) -> tuple[Part | None, bool]:
    if isinstance(item, Section):
        return _through(item, path)
    if isinstance(item, FieldRow):
        return (item, True) if paths.within(path, item.path) else (None, False)
    if isinstance(item, CollectionView) and paths.within(path, item.path):
        return _through_table(item, path)
    return None, False


def _through(section: Section, path: str) -> tuple[Part | None, bool]:
    if not section.covers(path):
        return None, False
    section.open()
    return _in(section, path)


def _through_table(table: CollectionView, path: str) -> tuple[Part, bool]:
    rest = path[len(table.path) :]
    key = rest[1 : rest.index("]")] if rest.startswith("[") else ""
    if not key or not table.show_member(key):
        return table, not key
    index = table.view.table.index_of(path)
    if index.isValid() and not table.view.isColumnHidden(index.column()):
        table.view.setCurrentIndex(index)
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            return table, True
    if rest.endswith("]") and rest.count("[") == 1:
        return table, True
    form = table.open_member(path)
    while form is not None:
        near, exact = _in(form, path)
        if near is not None:
            return near, exact
        # It may be asked in the table that the form was entered from.
        form = table.step_back()
    return table, False


def _in_grids(forms: Iterable[Fields], path: str) -> GridView | None:
    for form in forms:
        if not isinstance(form, Section) or not form.covers_cell(path):
            continue
        form.open()
        for item in form.items:
            if isinstance(item, GridView):
                index = item.view.table.index_of(path)
                if index.isValid():
                    item.view.setCurrentIndex(index)
                    return item
    return None


def focus_of(part: Part) -> QWidget:
    """Where the focus goes in a question or table."""
    if isinstance(part, FieldRow):
        return part.binder.focus_widget
    return part.focus_widget if isinstance(part, CollectionView) else part.view


def path_of(widget: QWidget | None) -> str:
    """The path of the field, cell or table that a widget belongs to; empty where none is."""
    while widget is not None:
        if isinstance(widget, TableView):
            return widget.current_path
        if isinstance(widget, FieldRow):
            return widget.path
        if isinstance(widget, CollectionView):
            return widget.view.current_path or widget.path
        widget = widget.parentWidget()
    return ""
