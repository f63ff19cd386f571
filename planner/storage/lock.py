"""Locks that end with their process: the short one of a save, the long one of an open plan.

Both are files in the user's own data directory that the system locks for us, keyed by plan. The
system frees them when their holder dies, however it dies; the files themselves stay.
"""

from __future__ import annotations

import errno
import json
import os
import platform
import random
import sys
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from planner.i18n import N_
from planner.storage.data_folder import data_folder
from planner.storage.errors import SaveBusy, SaveFailed, StorageError, shown

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

PATIENCE = 10.0
"""Seconds to wait for another process's save."""

_PROBING = 0.05
"""Seconds after which a lock is a holder's, not one of another process that only looks."""
_FOLDER = "locks"
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_HELD = {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK}
_UNSUPPORTED = {errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}
_BEYOND = 1 << 30
"""Windows locks bytes and forbids to read them: one beyond the holder's name is taken."""
_LONGEST = 1 << 16


class SaveLock:
    """Held around comparing and replacing a plan's file, so that no save overtakes another."""

    def __init__(self, plan_id: str, path: Path) -> None:
        self._plan_id = plan_id
        self._path = path
        self._descriptor = -1

    def __enter__(self) -> Self:
        """Wait for the lock.

        Raises:
            SaveBusy: where another process did not finish in time.
            SaveFailed: where the program's own folder cannot be used.
        """
        try:
            self._descriptor = _open(f"{self._plan_id}.save")
            held = _lock_within(self._descriptor, PATIENCE)
        except OSError as error:
            self._close()
            wrong = SaveFailed(self._path, error, SaveFailed.lock_template, _place(error))
            raise wrong from None
        if not held:
            self._close()
            raise SaveBusy(self._path)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._close()

    def _close(self) -> None:
        if self._descriptor >= 0:
            _close(self._descriptor)
            self._descriptor = -1


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a plan open: process and computer, the file's path, and since when (ISO)."""

    process: int = 0
    host: str = "?"
    path: str = ""
    since: str = "?"


class AlreadyOpen(StorageError):
    """The plan is open in another window or process; `holder` says where."""

    template = N_(
        "“{file}” is open in another window (process {process} on {host}, since {since}); "
        "open it read-only or take it over."
    )

    def __init__(self, path: Path | str, holder: Holder) -> None:
        process, host, since = holder.process, holder.host, holder.since
        super().__init__(path, process=process, host=host, since=since)
        self.holder = holder


class OpenLock:
    """The advice to others that a plan is open here; data is protected by each save's own check.

    Each takeover uses the next of a row of files: whoever holds a later one has taken over.
    """

    def __init__(self, plan_id: str, generation: int, descriptor: int) -> None:
        self._plan_id = plan_id
        self._generation = generation
        self._descriptor = descriptor

    @classmethod
    def take(cls, plan_id: str, path: Path | str, *, take_over: bool = False) -> OpenLock:
        """Say that a plan is open here.

        With `take_over` the plan is taken from its holder, whose `is_current` becomes False.

        Raises:
            AlreadyOpen: where another window or process has it.
            OSError: where the program's own folder cannot be used; the plan may be opened without.
        """
        held = _held_generations(plan_id)
        if held and not take_over:
            raise AlreadyOpen(path, _read_holder(plan_id, held[-1]))
        generation = held[-1] + 1 if held else 0
        descriptor = _open(_name(plan_id, generation))
        try:
            taken = _lock_within(descriptor, _PROBING)
            if taken:
                _write_holder(descriptor, path)
        except OSError:
            _close(descriptor)
            raise
        if not taken:
            _close(descriptor)
            raise AlreadyOpen(path, _read_holder(plan_id, generation))
        return cls(plan_id, generation, descriptor)

    @property
    def is_current(self) -> bool:
        """Whether it is held here and nobody has taken the plan over."""
        return self._descriptor >= 0 and not _held_generations(self._plan_id, self._generation)

    def release(self) -> None:
        """Say that the plan is no longer open here."""
        if self._descriptor >= 0:
            with suppress(OSError):
                os.ftruncate(self._descriptor, 0)
            _close(self._descriptor)
            self._descriptor = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


def holder_of(plan_id: str) -> Holder | None:
    """Who has a plan open now, this process's own windows included.

    Raises:
        OSError: where the program's own folder cannot be used.
    """
    held = _held_generations(plan_id)
    return _read_holder(plan_id, held[-1]) if held else None


def _name(plan_id: str, generation: int) -> str:
    return f"{plan_id}.{generation}.open"


def _held_generations(plan_id: str, above: int = -1) -> list[int]:
    pattern = f"{plan_id}.*.open"
    found = (file.name.split(".")[1] for file in data_folder(_FOLDER).glob(pattern))
    numbers = sorted(int(number) for number in found if number.isdecimal())
    return [n for n in numbers if n > above and _is_held(_name(plan_id, n))]


def _is_held(name: str) -> bool:
    descriptor = _open(name)
    try:
        return not _lock_within(descriptor, _PROBING)
    finally:
        _close(descriptor)


def _open(name: str) -> int:
    return os.open(data_folder(_FOLDER) / name, _FLAGS, 0o600)


def _close(descriptor: int) -> None:
    # Closing frees the lock; a failure to close cannot be mended and harms nothing.
    with suppress(OSError):
        os.close(descriptor)


def _place(error: OSError) -> str:
    return shown(error.filename) if error.filename else _FOLDER


def _lock_within(descriptor: int, seconds: float) -> bool:
    end = time.monotonic() + seconds
    while not _try_lock(descriptor):
        if time.monotonic() >= end:
            return False
        time.sleep(random.uniform(0.001, 0.01))  # noqa: S311  spreads the waiting, no secret
    return True


def _try_lock(descriptor: int) -> bool:
    """Lock a file for this descriptor; False where another has it.

    Where the file system knows no locks, it counts as locked for us: comparing the file's content
    before each save still keeps others' work.
    """
    try:
        if sys.platform == "win32":
            os.lseek(descriptor, _BEYOND, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _UNSUPPORTED:
            return True
        if error.errno in _HELD:
            return False
        raise
    return True


def _write_holder(descriptor: int, path: Path | str) -> None:
    now = datetime.now().astimezone().isoformat(timespec="minutes")
    holder = Holder(os.getpid(), platform.node(), shown(path), now)
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.ftruncate(descriptor, 0)
    os.write(descriptor, json.dumps(asdict(holder)).encode())


def _read_holder(plan_id: str, generation: int) -> Holder:
    try:
        descriptor = os.open(data_folder(_FOLDER) / _name(plan_id, generation), os.O_RDONLY)
        try:
            values = json.loads(os.read(descriptor, _LONGEST))
        finally:
            os.close(descriptor)
        return Holder(
            process=int(values["process"]),
            host=str(values["host"]),
            path=str(values["path"]),
            since=str(values["since"]),
        )
    except (OSError, ValueError, TypeError, KeyError):
        return Holder()
