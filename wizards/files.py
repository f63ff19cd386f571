"""Plans of a window: new, opened, recovered, saved, closed; every obstacle said in the window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date as Day
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QFileDialog

from planner import storage
from planner.i18n import N_
from planner.model.plan import InvalidPlan, Plan
from planner.storage import AlreadyOpen, ChangedOnDisk, SavedNotConfirmed, StorageError
from wizards.desk import Desk
from wizards.dialogs.unsaved import ask_unsaved
from wizards.forms.context import Answer
from wizards.preferences import Recent
from wizards.recovering import Recovering
from wizards.speaking import language, say
from wizards.steps import WORDS

if TYPE_CHECKING:
    from wizards.main_window import MainWindow

SUFFIX = ".mktplan"
NOTED_AFTER = 1000
"""Milliseconds from opening a plan until the start page's list is told how far it is."""


class Files(QObject):
    """Opens, saves and closes plans for a window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._recovering = Recovering(window)
        self._opened_now: tuple[Desk | None, Day | None] = (None, None)
        self._noting = QTimer(self)
        self._noting.setSingleShot(True)
        self._noting.setInterval(NOTED_AFTER)
        self._noting.timeout.connect(self._note_opened)
        window.gone.connect(self._noting.stop)

    def offer_lost_work(self) -> None:
        """Offer unsaved work that a crash left, on the start page."""
        self._recovering.offer_any()

    def ask_new(self) -> None:
        """Ask what a new plan has to know first."""
        from wizards.dialogs.new_plan import NewPlanDialog

        def show() -> None:
            dialog = NewPlanDialog(self._window)
            dialog.made.connect(self.start)
            dialog.open()

        self._leave(show)

    def start(self, plan: Plan) -> None:
        """Begin with a plan that has no file yet."""
        self._take(self._desk(plan))
        self._window.desk.file.claim()
        self._window.go_to("business")

    def ask_open(self) -> None:
        """Ask for a plan file."""
        dialog = QFileDialog(self._window, say(N_("Open a plan")))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(f"{say(N_('Plans'))} (*{SUFFIX})")
        dialog.fileSelected.connect(lambda file: self.open(Path(file)))
        dialog.open()

    def open(self, file: Path) -> None:
        """Open a plan file, after what becomes of the present plan is known."""
        self._leave(lambda: self._open(file))

    def open_sample(self, file: Path) -> None:
        """Open a shipped plan as a copy that is saved elsewhere."""

        def show() -> None:
            try:
                plan = storage.read(file).plan
            except (StorageError, InvalidPlan) as error:
                self._say(error)
                return
            self._take(self._desk(plan))
            self._window.go_to("business")
            text = N_("This is a fictional plan to look at and try things on; saving makes a copy.")
            self._window.bar.tell(say(text))

        self._leave(show)

    def save(self, done: Callable[[], None] | None = None) -> None:
        """Save to the plan's file, asking for one where there is none."""
        desk = self._window.desk
        self._commit()
        if desk.file.path is None or desk.file.read_only:
            self.ask_save_as(done)
        else:
            desk.file.save(desk.bridge, done)

    def ask_save_as(self, done: Callable[[], None] | None = None) -> None:
        """Ask for a file to save to."""
        self._commit()
        desk = self._window.desk
        dialog = QFileDialog(self._window, say(N_("Save the plan as")))
        dialog.setObjectName("save_as")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX.lstrip("."))
        dialog.setNameFilter(f"{say(N_('Plans'))} (*{SUFFIX})")
        present = desk.file.path
        dialog.selectFile(present.name if present else f"{_file_name(desk.title)}{SUFFIX}")
        dialog.fileSelected.connect(lambda file: self.save_as(Path(file), done))
        dialog.rejected.connect(self._window.stayed)
        dialog.open()

    def save_as(self, file: Path, done: Callable[[], None] | None = None) -> None:
        """Save to another file, which becomes the plan's own."""
        desk = self._window.desk
        desk.file.save_as(file, desk.bridge, done)

    def saved(self, path: Path) -> None:
        """Say that the plan is on the disk."""
        assert path == self._window.desk.file.path
        self._note(datetime.now().astimezone().date())
        self._window.showing.title()
        step = self._window.stage.last_step
        self._window.preferences.keep_step(path, step)

    def failed(self, error: Exception) -> None:
        """Say why it could not be saved and offer a way out."""
        self._window.stayed.emit()
        if isinstance(error, ChangedOnDisk):
            answers = (
                Answer("copy", say(N_("Save mine as a copy …")), self.ask_save_as),
                Answer("theirs", say(N_("Open theirs")), self._open_theirs),
            )
            self._window.bar.ask(error.message(language()), answers)
            return
        if isinstance(error, SavedNotConfirmed):
            self._window.showing.title()
        self._say(error)

    def may_close(self, finish: Callable[[], None]) -> bool:
        """Whether the window may close now; else `finish` is called once it may."""
        desk = self._window.desk
        self._commit()
        if desk.file.is_saving:
            desk.file.saved.connect(lambda _path: finish())
            return False
        if not desk.bridge.session.is_dirty:
            self._note()
            return True
        self._ask_unsaved(finish)
        return False

    def _leave(self, go_on: Callable[[], None]) -> None:
        """Ask about unsaved work before another plan takes its place."""
        desk = self._window.desk
        self._commit()
        if desk.bridge.session.is_dirty:
            self._ask_unsaved(go_on)
        else:
            self._note()
            go_on()

    def _note(self, saved: Day | None = None) -> None:
        """Keep how far the plan is, for the start page, which reads no file."""
        window, desk = self._window, self._window.desk
        if desk.file.path is None:
            return
        states = window.standing.states().values()
        reviewed = window.reviewer.findings is not None
        window.preferences.remember(
            Recent(
                desk.file.path,
                desk.title,
                desk.bridge.session.plan.meta.client or "",
                sum(1 for state in states if state.progress != "nothing"),
                len(states),
                sum(state.findings for state in states) if reviewed else None,
                saved,
            )
        )
        window.showing.recent()

    def _note_later(self, desk: Desk, saved: Day | None) -> None:
        """Keep how far a plan is once its page is seen: counting all its answers takes a while."""
        self._opened_now = (desk, saved)
        self._noting.start()

    def _note_opened(self) -> None:
        desk, saved = self._opened_now
        if self._window.has_plan and self._window.desk is desk:
            self._note(saved)

    def _ask_unsaved(self, go_on: Callable[[], None]) -> None:
        desk = self._window.desk

        def discard() -> None:
            desk.file.forget_kept()
            desk.bridge.session.mark_saved()
            go_on()

        title = desk.title or say(N_("New plan"))
        stay = self._window.stayed.emit
        ask_unsaved(self._window, title, lambda: self.save(go_on), discard, stay)

    def _open(self, file: Path) -> None:
        try:
            loaded = storage.read(file)
        except (StorageError, InvalidPlan) as error:
            self._say(error)
            return
        desk = self._desk(loaded.plan)
        desk.file.adopt(loaded)
        try:
            desk.file.claim()
        except AlreadyOpen as error:
            self._offer_takeover(error, desk)
            return
        self._opened(desk)
        if loaded.problems:
            self._window.bar.tell(loaded.problems[0].message(language()), "warn")

    def _opened(self, desk: Desk) -> None:
        self._take(desk)
        if desk.file.path is not None:
            self._note_later(desk, _day_of(desk.file.path))
        self._window.showing.title()
        self._window.go_to(self._last_step(desk))
        self._recovering.offer_for(desk)

    def _last_step(self, desk: Desk) -> str:
        file = desk.file.path
        word = self._window.preferences.step_of(file) if file is not None else ""
        return word if word in WORDS else WORDS[0]

    def _offer_takeover(self, error: AlreadyOpen, desk: Desk) -> None:
        def take_over() -> None:
            desk.file.claim(take_over=True)
            self._opened(desk)

        def read_only() -> None:
            desk.file.read_only = True
            self._opened(desk)
            text = N_("This plan is open elsewhere; changes here are saved as a copy.")
            self._window.bar.tell(say(text))

        answers = (
            Answer("read_only", say(N_("Open read-only")), read_only),
            Answer("take_over", say(N_("Take it over")), take_over),
            Answer("cancel", say(N_("Cancel")), _nothing),
        )
        self._window.bar.ask(error.message(language()), answers)

    def _open_theirs(self) -> None:
        path = self._window.desk.file.path
        if path is None:
            return
        self._window.desk.file.forget_kept()
        self._window.desk.file.let_go()
        self._open(path)

    def _desk(self, plan: Plan) -> Desk:
        return Desk(self._window.work, self._window.bar, self._window.guide, plan)

    def _take(self, desk: Desk) -> None:
        self._window.bar.clear()
        self._window.take_desk(desk)

    def _commit(self) -> None:
        """End an editing that the focus has not left yet, so that it is saved too."""
        focus = self._window.focusWidget()
        if focus is not None and self._window.isActiveWindow():
            focus.clearFocus()
            focus.setFocus()

    def _say(self, error: Exception) -> None:
        message = getattr(error, "message", None)
        text = message(language()) if callable(message) else str(error)
        self._window.bar.tell(text, "bad")


def _nothing() -> None:
    """Leave all as it is."""


def _day_of(file: Path) -> Day | None:
    """When a file was written last; None where it cannot be told."""
    try:
        return datetime.fromtimestamp(file.stat().st_mtime).astimezone().date()
    except OSError:
        return None


def _file_name(title: str) -> str:
    """A title as a file name: without what file systems forbid."""
    kept = "".join(c if c.isalnum() or c in " -_." else " " for c in title)
    return " ".join(kept.split())[:60].strip(". ") or say(N_("plan"))
