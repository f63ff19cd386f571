"""The window: step rail, page, side panel, footer; it delegates what they do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from wizards.acts import acts_of, with_files
from wizards.beside import Beside, Columns
from wizards.footer import Footer
from wizards.guiding import Guiding
from wizards.menus import Menus
from wizards.message_bar import MessageBar
from wizards.panels.side import SidePanel
from wizards.panes import Panes
from wizards.preferences import Preferences
from wizards.rail import Rail
from wizards.showing import Showing
from wizards.stage import Stage
from wizards.start_page import StartPage
from wizards.steps import WORDS
from wizards.work import Work

if TYPE_CHECKING:
    from planner.session import Session
    from wizards.desk import Desk
    from wizards.files import Files
    from wizards.presenting.presenter import Presenter
    from wizards.reviewing import Reviewer
    from wizards.standing import Standing

NARROW_UNDER = 1100
"""Window widths under which the rail shows numbers alone."""


class MainWindow(QMainWindow):
    """One plan in a window. Without a file it has a blank plan and shows the start page.

    `gone` tells that it was closed, `stayed` that it was to be closed and the user kept it.
    """

    gone = Signal()
    stayed = Signal()

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
        self._standing: Standing | None = None
        self._closing = False
        self.presenter: Presenter | None = None
        self.panes = Panes(self)
        # Forms speak through the bar for as long as the window lives.
        self.bar = MessageBar()
        self.guide = Guiding(self)
        self.showing = Showing(self)
        self.build()

    def build(self) -> None:
        """Make the window's parts, anew where the language or theme changed."""
        self.end_presenting()
        self.rail = Rail()
        self.stage = Stage()
        self.side = SidePanel()
        self.footer = Footer()
        self.beside = Beside(self.side, self.preferences)
        page = QWidget()
        middle = QVBoxLayout(page)
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
        self._columns = Columns(page, self.beside, self.preferences)
        row.addWidget(self._columns, 1)
        self.setCentralWidget(central)
        self.menus = Menus(self, acts_of(self))
        self.rail.chosen.connect(self.go_to)
        self.rail.depth_chosen.connect(self.set_depth)
        self.stage.turned.connect(self.showing.turned)
        self.stage.turned.connect(self._turned)
        self.stage.fresh.connect(self.showing.standing)
        self.side.wanted.connect(self.guide.show_path)
        self.footer.back_wanted.connect(self.guide.turn_back)
        self.footer.next_wanted.connect(self.guide.turn_on)
        for wanted in (self.rail.missing_wanted, self.footer.missing_wanted):
            wanted.connect(self.beside.show_help)
        self.rail.missing_wanted.connect(self.showing.missing_of)
        self.footer.missing_wanted.connect(self.showing.missing_here)
        self.footer.done_wanted.connect(self.showing.mark)
        self.showing.recent()
        self.showing.title()
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

            self.take_desk(Desk(self.work, self.bar, self.guide))
        assert self._desk is not None
        return self._desk

    @property
    def has_plan(self) -> bool:
        """Whether a plan, blank or not, is loaded yet; the start page needs none."""
        return self._desk is not None

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

    @property
    def standing(self) -> Standing:
        """How far the steps of the open plan are."""
        assert self.desk is not None
        assert self._standing is not None
        return self._standing

    def take_desk(self, desk: Desk) -> None:
        """Show another plan in this window."""
        from wizards.reviewing import Reviewer
        from wizards.standing import Standing

        self.end_presenting()
        if self._reviewer is not None:
            self._reviewer.close()
        if self._desk is not None:
            self._desk.close()
        self.stage.drop_pages()
        self.guide.lately.clear()
        self._desk = desk
        if self.beside.search is not None:
            self.beside.search.forget()
        desk.bridge.changed.connect(self.showing.changed)
        # Functions made here would keep the window and all its plan for as long as they are held.
        desk.file.saved.connect(self._saved)
        desk.file.failed.connect(self._failed)
        self._reviewer = Reviewer(desk.bridge, self.work)
        self._reviewer.reviewed.connect(self.showing.review)
        self._standing = Standing(desk, self._reviewer, self.preferences)
        self._standing.marked.connect(self.showing.standing)
        self.showing.title()

    def open(self, file: Path | str) -> None:
        """Open a plan file; what is in the way is said in the window."""
        self.files.open(Path(file))

    def undo(self) -> None:
        """Take the last step back."""
        self.session.undo()

    def redo(self) -> None:
        """Do the last undone step again."""
        self.session.redo()

    def set_depth(self, depth: str) -> None:
        """Ask more or fewer questions; every answer stays."""
        page = self.stage.page
        here = page.current_path if page is not None else ""
        if page is not None:
            page.take_over()
        self.session.close_step()
        self.session.set("meta.depth", depth)
        if here and self.stage.page is not None:
            self.stage.page.reveal(here)

    def show_start(self) -> None:
        """Show the start page; the plan stays open behind it."""
        page = StartPage(self.preferences.recent)
        page.new_wanted.connect(with_files(self, "ask_new"))
        page.open_wanted.connect(with_files(self, "ask_open"))
        page.file_wanted.connect(with_files(self, "open"))
        page.sample_wanted.connect(with_files(self, "open_sample"))
        page.forget_wanted.connect(self.showing.forget)
        self.stage.show_start(page)

    def go_to(self, word: str) -> None:
        """Show a step by its word, one of `wizards.steps.WORDS`."""
        if word not in WORDS:
            raise ValueError(word)
        self.session.close_step()
        self.stage.show_page(self.desk.context, word)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask what becomes of unsaved work, then let go of everything."""
        if self._desk is not None and not self._closing and not self.files.may_close(self.finish):
            event.ignore()
            return
        self._let_go()
        event.accept()

    def keep_work(self) -> None:
        """Write the recovery file of unsaved work, at once."""
        if self._desk is not None and self._desk.bridge.session.is_dirty:
            self._desk.file.keep_now(self._desk.bridge.session.plan)

    def finish(self) -> None:
        """Close without asking again."""
        self._closing = True
        self.close()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go by Tab through a page as it is read, elsewhere as Qt does."""
        # Qt asks too where what has the focus is hidden, as when a page goes.
        handled = not self._closing and self.panes.tab(forward=forward)
        return handled or bool(super().focusNextPrevChild(forward))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for the page where the window is narrow."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < NARROW_UNDER
        self.rail.set_slim(slim=narrow)
        self._columns.fit(self.width() - self.rail.minimumWidth(), narrow=narrow)

    def end_presenting(self) -> None:
        """Close the presenter view, because what it asks about goes."""
        if self.presenter is not None:
            self.presenter.close()

    def _saved(self, path: Path) -> None:
        self.files.saved(path)

    def _failed(self, error: Exception) -> None:
        self.files.failed(error)

    def _turned(self, word: str) -> None:
        """Remember where one was in the plan's file, to go on there another day."""
        # At once: forms that are laid out for another width first would be made twice.
        self._fit()
        file = self._desk.file.path if self._desk is not None else None
        if file is not None and word in WORDS:
            self.preferences.keep_step(file, word)

    def _let_go(self) -> None:
        self._closing = True
        self.end_presenting()
        self.preferences.geometry = self.saveGeometry()
        self.work.close()
        if self._reviewer is not None:
            self._reviewer.close()
        if self._desk is not None:
            self._desk.close()
        self.stage.drop_pages()
        self.gone.emit()
