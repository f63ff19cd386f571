"""The window: step rail, page, side panel, footer; it delegates what they do."""

# ruff: noqa: N802  (Qt's own names are overridden here)
from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from planner.i18n import N_
from wizards.acts import acts_of, with_files
from wizards.footer import Footer
from wizards.menus import Menus
from wizards.message_bar import MessageBar
from wizards.panels.side import NARROW, WIDTH, SidePanel
from wizards.preferences import Preferences
from wizards.rail import Rail
from wizards.speaking import say
from wizards.stage import EVIDENCE, Stage
from wizards.start_page import StartPage
from wizards.steps import WORDS, step_of
from wizards.work import Work

if TYPE_CHECKING:
    from planner.session import Changed, Session
    from wizards.desk import Desk
    from wizards.files import Files
    from wizards.reviewing import Reviewer

NARROW_UNDER = 1100
"""Window widths under which the rail shows numbers alone."""


class MainWindow(QMainWindow):
    """One plan in a window. Without a file it has a blank plan and shows the start page."""

    gone = Signal()

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.preferences = preferences
        self.setMinimumSize(1024, 640)
        self.work = Work("plansmith", self)
        self._desk: Desk | None = None
        self._files: Files | None = None
        self._reviewer: Reviewer | None = None
        self._closing = False
        self.build()

    def build(self) -> None:
        """Make the window's parts, anew where the language or theme changed."""
        self.bar = MessageBar()
        self.rail = Rail()
        self.stage = Stage()
        self.side = SidePanel()
        self.footer = Footer()
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.setContentsMargins(0, 0, 0, 0)
        for part in (self.bar, self.stage, self.footer):
            middle.addWidget(part)
        middle.setStretch(1, 1)
        central = QWidget()
        row = QHBoxLayout(central)
        row.setSpacing(0)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.rail)
        row.addLayout(middle, 1)
        row.addWidget(self.side)
        self.setCentralWidget(central)
        self.menus = Menus(self, acts_of(self))
        self.rail.chosen.connect(self.go_to)
        self.stage.turned.connect(self._turned)
        self.side.wanted.connect(self.show_path)
        self.footer.back_wanted.connect(lambda: self.turn(-1))
        self.footer.next_wanted.connect(lambda: self.turn(1))
        self.footer.question_wanted.connect(self.go_to_open_question)
        self.show_start()
        self._fit()

    @property
    def session(self) -> Session:
        """The session of the plan in this window."""
        return self.desk.bridge.session

    @property
    def desk(self) -> Desk:
        """The open plan with all that belongs to it; a blank one is made where there is none."""
        if self._desk is None:
            from wizards.desk import Desk

            self.take_desk(Desk(self.work, self.bar, self))
        assert self._desk is not None
        return self._desk

    @property
    def files(self) -> Files:
        """Opening, saving and closing of plans."""
        if self._files is None:
            from wizards.files import Files

            self._files = Files(self)
        return self._files

    @property
    def reviewer(self) -> Reviewer:
        """The review of the open plan."""
        assert self.desk is not None
        assert self._reviewer is not None
        return self._reviewer

    def take_desk(self, desk: Desk) -> None:
        """Show another plan in this window."""
        from wizards.reviewing import Reviewer

        if self._reviewer is not None:
            self._reviewer.close()
        if self._desk is not None:
            self._desk.close()
        self.stage.drop_pages()
        self._desk = desk
        desk.bridge.changed.connect(self._changed)
        desk.file.saved.connect(with_files(self, "saved"))
        desk.file.failed.connect(with_files(self, "failed"))
        self._reviewer = Reviewer(desk.bridge, self.work)
        self._reviewer.reviewed.connect(self._reviewed)
        self.show_title()

    def open(self, file: Path | str) -> None:
        """Open a plan file; what is in the way is said in the window."""
        self.files.open(Path(file))

    def undo(self) -> None:
        """Take the last step back."""
        self.session.undo()

    def redo(self) -> None:
        """Do the last undone step again."""
        self.session.redo()

    def show_start(self) -> None:
        """Show the start page; the plan stays open behind it."""
        page = StartPage(self.preferences.recent)
        page.new_wanted.connect(with_files(self, "ask_new"))
        page.open_wanted.connect(with_files(self, "ask_open"))
        page.file_wanted.connect(with_files(self, "open"))
        page.sample_wanted.connect(with_files(self, "open_sample"))
        self.stage.show_start(page)

    def go_to(self, word: str) -> None:
        """Show a step by its word, one of `wizards.steps.WORDS`."""
        if word not in WORDS:
            raise ValueError(word)
        self.session.close_step()
        self.stage.show_page(self.desk.context, word)

    def turn(self, by: int) -> None:
        """Go to the step after or before the one that is shown."""
        here = WORDS.index(self.stage.last_step)
        self.go_to(WORDS[max(0, min(here + by, len(WORDS) - 1))])

    def show_path(self, path: str) -> None:
        """Go to the field or table at a path."""
        word = EVIDENCE if path.startswith("evidence") else step_of(path)
        if word == EVIDENCE or not path:
            word = EVIDENCE if path else self.stage.last_step
        page = self.stage.show_page(self.desk.context, word)
        if path:
            page.reveal(path)

    def show_sources(self, path: str) -> None:
        """Open the ledger at the sources of a field, of all where the path is empty."""
        from wizards.panels.ledger import Ledger

        page = self.stage.show_page(self.desk.context, EVIDENCE)
        if isinstance(page, Ledger):
            page.ask_about(path)

    def explain(self, path: str) -> None:
        """Show the help of a field."""
        from wizards.panels.help import help_lines

        self.side.explain(help_lines(path, self.desk.context.sample()))

    def go_to_open_question(self) -> None:
        """Go to the first question of the page that has no answer."""
        page = self.stage.page
        if page is not None:
            missing = page.open_questions()
            if missing:
                page.reveal(missing[0].path)

    def show_title(self) -> None:
        """Name the plan in the window's title, with a sign where it is not saved."""
        desk = self._desk
        title = desk.title if desk else ""
        dirty = desk is not None and desk.bridge.session.is_dirty
        self.setWindowModified(dirty)
        self.setWindowTitle(f"{title or say(N_('New plan'))}[*] – Plansmith")
        if desk is not None:
            session = desk.bridge.session
            self.menus.show_history(session.undo_label, session.redo_label)
            self.footer.show_saved(session.is_dirty, desk.file.path)
        self.menus.show_recent(self.preferences.recent, lambda one: self.files.open(one.file))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask what becomes of unsaved work, then let go of everything."""
        if self._desk is not None and not self._closing and not self.files.may_close(self.finish):
            event.ignore()
            return
        self._let_go()
        event.accept()

    def finish(self) -> None:
        """Close without asking again."""
        self._closing = True
        self.close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for the page where the window is narrow."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < NARROW_UNDER
        self.rail.set_slim(slim=narrow)
        self.side.setFixedWidth(NARROW if narrow else WIDTH)

    def _let_go(self) -> None:
        self.preferences.geometry = self.saveGeometry()
        self.work.close()
        if self._reviewer is not None:
            self._reviewer.close()
        if self._desk is not None:
            self._desk.close()
        self.stage.drop_pages()
        self.gone.emit()

    def _turned(self, word: str) -> None:
        in_plan = bool(word)
        for part in (self.rail, self.side, self.footer):
            part.setVisible(in_plan)
        if not in_plan:
            return
        if word in WORDS:
            self.rail.show_current(word)
            self.footer.show_step(WORDS.index(word), len(WORDS))
        self.side.explain_nothing()
        self._reviewed()
        self._count()

    def _changed(self, event: Changed) -> None:
        self.stage.take_change(event)
        self.show_title()
        self._count()

    def _count(self) -> None:
        page = self.stage.page
        self.footer.show_missing(len(page.open_questions()) if page is not None else 0)

    def _reviewed(self) -> None:
        if self._reviewer is None or not self.stage.word:
            return
        for word, state in self._reviewer.states().items():
            self.rail.entries[word].show_state(state)
        from wizards.speaking import language

        found = self._reviewer.of_step(self.stage.word)
        lines = tuple((one.severity, one.path, one.message(language())) for one in found)
        self.side.show_findings(lines if self._reviewer.findings is not None else None)
        review = getattr(self.stage.page, "show_review", None)
        if review is not None:
            review(self._reviewer.findings or ())
