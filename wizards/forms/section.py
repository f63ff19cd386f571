"""Questions one below the other, in groups that fold: the parts of pages and of forms."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner import paths
from wizards.forms.collection import CollectionView
from wizards.forms.context import Context
from wizards.forms.detail import Detail
from wizards.forms.entry import Entry
from wizards.forms.fold import FoldHeader
from wizards.forms.grid import GridView
from wizards.forms.row import FieldRow
from wizards.forms.tally import Counting, Tally
from wizards.results.outcome import Outcome

Part = FieldRow | CollectionView | GridView
BETWEEN_QUESTIONS = 20


class Fields(QWidget):
    """Questions, tables and groups of them in a column.

    `around` is the detail whose member's form this is a part of; None on a page itself.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(BETWEEN_QUESTIONS)
        self.items: list[Part | Section] = []
        self.around: Detail | None = None
        self._beside = False

    @property
    def ground(self) -> QWidget:
        """What questions and tables stand on.

        They are made as its children: a widget that changes its parent is styled all over again.
        """
        return self

    @property
    def parts(self) -> list[Part]:
        """The questions and tables, less those in groups of their own."""
        return [item for item in self.items if not isinstance(item, Section)]

    def add(self, item: Part | Section, heading: QWidget | None = None) -> None:
        """Put a question, table or group at the end, its heading close above it."""
        self.items.append(item)
        self._set_beside(item)
        if isinstance(item, Section):
            item.around = self.around
        if heading is None:
            self.column.addWidget(item)
            return
        together = QVBoxLayout()
        together.setSpacing(8)
        together.addWidget(heading)
        together.addWidget(item)
        self.column.addLayout(together)

    def set_beside(self, beside: bool) -> None:
        """Show the forms of members beside their tables, where there is room, or below them."""
        self._beside = beside
        for item in self.items:
            self._set_beside(item)

    def focus_first(self) -> None:
        """Go to the first question, table or header."""
        for item in self.items[:1]:
            if isinstance(item, Section):
                item.header.setFocus(Qt.FocusReason.OtherFocusReason)
            elif isinstance(item, FieldRow):
                item.binder.focus_widget.setFocus(Qt.FocusReason.OtherFocusReason)
            elif isinstance(item, CollectionView):
                item.focus_widget.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                item.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show what stands in the plan."""
        for item in self.items:
            item.refresh()

    def refresh_related(self, changed: tuple[str, ...]) -> None:
        """Show what stands in the plan where one of the changed paths is asked."""
        for item in self.items:
            if isinstance(item, (Section, GridView)):
                item.refresh_related(changed)
            elif any(_related(item.path, path) for path in changed):
                if isinstance(item, CollectionView):
                    item.refresh_related(changed)
                else:
                    item.refresh()

    def walk(self) -> Iterator[Part]:
        """Every question and table that is made, those of the shown members included."""
        for item in self.items:
            if isinstance(item, Section):
                yield from item.walk()
                continue
            yield item
            detail = item.detail if isinstance(item, CollectionView) else None
            if isinstance(detail, Fields):
                yield from detail.walk()

    def _set_beside(self, item: Part | Section) -> None:
        if not isinstance(item, (FieldRow, GridView)):
            item.set_beside(self._beside)


class Section(Fields):
    """A group with a header that folds it; what is inside is made when it is first opened.

    `key` is what the choice of the user is remembered by, the header's; `entries` what is asked.
    """

    def __init__(
        self,
        context: Context,
        header: FoldHeader,
        entries: tuple[Entry, ...],
        fill: Callable[[Section], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._beside = context.beside
        self.entries, self.header = entries, header
        self._context = context
        self._fill: Callable[[Section], None] | None = fill
        self._counting = Counting(context)
        self._stale = False
        self.key = header.objectName().removeprefix("fold.")
        self.column.addWidget(header)
        self._body = QWidget(self)
        inside = QVBoxLayout(self._body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(BETWEEN_QUESTIONS)
        self.column.addWidget(self._body)
        self.column = inside
        self._body.hide()
        header.clicked.connect(self._clicked)
        self._show_progress()

    @property
    def ground(self) -> QWidget:
        """The part that is folded away."""
        return self._body

    @property
    def title(self) -> str:
        """What the group is called."""
        return self.header.title

    @property
    def is_open(self) -> bool:
        """Whether it is unfolded."""
        return self.header.isChecked()

    @property
    def tally(self) -> Tally:
        """How far it is."""
        return self._counting.of(self.entries)

    def open_paths(self) -> Iterator[str]:
        """The essential questions inside without an answer, and tables without a row."""
        return self._counting.open_paths(self.entries)

    def covers(self, path: str) -> bool:
        """Whether a path is asked inside."""
        return any(
            paths.within(path, entry.path) and not _is_hidden(entry, path) for entry in self.entries
        )

    def covers_cell(self, path: str) -> bool:
        """Whether a path is a cell of a grid inside; most groups have none."""
        del path
        return False

    def add_outcome(self, outcome: Outcome, name: str) -> None:
        """Put what follows from answers at the end; it asks nothing and keeps itself up to date."""
        # Pictures load slowly; the first page needs none.
        from wizards.results.panel import OutcomePanel

        self.column.addWidget(OutcomePanel(self._context, outcome, name))

    def add_outcome_of_member(self, outcome: Outcome, name: str) -> None:
        """Put what follows from the answers of the first table's chosen member beside its form."""
        from wizards.results.panel import OutcomePanel

        panel = OutcomePanel(self._context, outcome, f"{name}.chosen", of_member=True)
        table = next(item for item in self.items if isinstance(item, CollectionView))
        table.accompany(panel, panel.turn_to)

    def add_tool(self, tool: QWidget) -> None:
        """Put something at the end that keeps itself up to date."""
        self.column.addWidget(tool)

    def make(self) -> None:
        """Make what is inside, where this was not done yet."""
        if self._fill is not None:
            fill, self._fill = self._fill, None
            fill(self)

    def open(self) -> None:
        """Unfold, and make what is inside where this was not done yet."""
        self.make()
        if self._stale:
            super().refresh()
        self._stale = False
        self.header.setChecked(True)
        self._body.show()

    def fold(self) -> None:
        """Fold; what is inside stays as it is."""
        self.header.setChecked(False)
        self._body.hide()

    def refresh(self) -> None:
        """Show what stands in the plan; folded, only how far it is."""
        self._show_progress()
        if self.is_open:
            super().refresh()
        else:
            self._stale = True

    def refresh_related(self, changed: tuple[str, ...]) -> None:
        """Show what stands in the plan where one of the changed paths is asked."""
        if self.is_open:
            super().refresh_related(changed)
        else:
            self._stale = True

    def walk(self) -> Iterator[Part]:
        """Every question and table inside, while it is open."""
        if self.is_open:
            yield from super().walk()

    def _clicked(self) -> None:
        if self._body.isHidden():
            self.open()
        else:
            self.fold()
        self._context.folds.remember(self.key, is_open=self.is_open)

    def _show_progress(self) -> None:
        self.header.show_progress(self.tally)


def _related(asked: str, changed: str) -> bool:
    return not changed or paths.within(changed, asked) or paths.within(asked, changed)


def _is_hidden(entry: Entry, path: str) -> bool:
    """Whether a path below a collection is one of those that another group asks."""
    below = paths.pattern(path)[len(paths.pattern(entry.path)) :].replace("[*]", "")
    return any(below == f".{name}" for name in entry.hide)
