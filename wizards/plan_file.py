"""The file of the plan in a window: opened, locked, saved off the window's thread, kept safe."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from planner import storage
from planner.model.plan import Plan
from planner.storage import Known, OpenLock, StorageError, recovery
from wizards.bridge import Bridge
from wizards.work import Work


class PlanFile(QObject):
    """Where a plan is stored and what is known of that file.

    `saved` tells the path after a save, `failed` the error of one that was not possible.
    """

    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self.path: Path | None = None
        self.known: Known | None = None
        self.read_only = False
        self._lock: OpenLock | None = None
        self._plan_id = storage.new_plan_id()
        self._saving = 0

    @property
    def plan_id(self) -> str:
        """The plan's lasting id."""
        return self._plan_id

    @property
    def is_saving(self) -> bool:
        """Whether a save is under way."""
        return self._saving > 0

    def claim(self, *, take_over: bool = False) -> None:
        """Say to other windows that this plan is open here.

        Raises:
            AlreadyOpen: where another window has it.
        """
        self.let_go()
        # The program's own folder may be unusable; saving is safe without the advice.
        with suppress(OSError):
            self._lock = OpenLock.take(self._plan_id, self.path or "", take_over=take_over)

    def let_go(self) -> None:
        """Say that the plan is no longer open here."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def adopt(self, loaded: storage.Loaded) -> None:
        """Take over what was read, before it is claimed."""
        self.path, self.known = loaded.path, loaded.known
        self._plan_id = loaded.plan_id

    def adopt_recovered(self, found: recovery.Recovered) -> None:
        """Take over unsaved work that was kept."""
        self.path = found.original
        self.known = found.known if found.original is not None else None
        self._plan_id = found.known.plan_id

    def save(self, bridge: Bridge, done: Callable[[], None] | None = None) -> None:
        """Save to the plan's own file; what is changed meanwhile stays unsaved."""
        path, known, plan = self.path, self.known, bridge.session.plan
        assert path is not None
        self._start(lambda: storage.save(plan, path, known), path, plan, bridge, done)

    def save_as(self, path: Path, bridge: Bridge, done: Callable[[], None] | None = None) -> None:
        """Save to another file, which becomes the plan's own, under a new id."""
        plan, source = bridge.session.plan, self.known

        def job() -> Known:
            if path.exists():
                # The file dialog asked; a save without `known` still spares what is no plan.
                return storage.save(plan, path)
            return storage.write_new(plan, path, source)

        self._start(job, path, plan, bridge, done)

    def keep(self, plan: Plan) -> None:
        """Write the recovery file, off the window's thread."""
        if not self.read_only:
            self._work.start(self._keeping(plan), _nothing, self._not_kept)

    def keep_now(self, plan: Plan) -> None:
        """Write the recovery file before anything else happens.

        Raises:
            StorageError: where it cannot be written.
        """
        if not self.read_only:
            self._keeping(plan)()

    def forget_kept(self) -> None:
        """Remove the recovery file, because its work is saved or not wanted."""
        plan_id = self._plan_id
        with suppress(StorageError):
            recovery.discard(plan_id)

    def _keeping(self, plan: Plan) -> Callable[[], object]:
        if self._lock is None:
            # Else another window would take this for work that was lost.
            with suppress(storage.AlreadyOpen):
                self.claim()
        plan_id, original, known = self._plan_id, self.path, self.known
        return lambda: recovery.write(plan, plan_id, original, known)

    def _start(
        self,
        job: Callable[[], Known],
        path: Path,
        plan: Plan,
        bridge: Bridge,
        done: Callable[[], None] | None,
    ) -> None:
        self._saving += 1
        bridge.session.close_step()
        plan_id = self._plan_id

        def save_and_forget() -> Known:
            known = job()
            # In the same job: a recovery file that is asked for later holds newer work.
            with suppress(StorageError):
                recovery.discard(plan_id)
            return known

        def ended(known: Known) -> None:
            self._saving -= 1
            self._ended(path, known, plan, bridge)
            if done is not None:
                done()

        def failed(error: Exception) -> None:
            self._saving -= 1
            if isinstance(error, storage.SavedNotConfirmed):
                self._note(path, error.known)
                bridge.session.mark_saved(plan)
            self.failed.emit(error)

        self._work.start(save_and_forget, ended, failed)

    def _ended(self, path: Path, known: Known, plan: Plan, bridge: Bridge) -> None:
        self._note(path, known)
        bridge.session.mark_saved(plan)
        if not bridge.session.is_dirty:
            bridge.settle()
        self.saved.emit(path)

    def _note(self, path: Path, known: Known) -> None:
        moved = known.plan_id != self._plan_id
        self.path, self.known, self._plan_id = path, known, known.plan_id
        self.read_only = False
        if moved:
            with suppress(storage.AlreadyOpen):
                self.claim()

    def _not_kept(self, error: Exception) -> None:
        self.failed.emit(error)


def _nothing(_result: object) -> None:
    """The recovery file is written; nobody needs to hear of it."""
