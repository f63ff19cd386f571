"""Saving a plan file so that no crash, full disk or second window costs anything.

The order is what protects the data: bytes made and read back, link resolved, protection
respected, lock taken, content compared, whole file replaced, directory flushed.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import stat
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from planner.storage import atomic
from planner.storage.body import encoded
from planner.storage.errors import (
    ChangedOnDisk,
    FileExists,
    MissingFile,
    NoRoom,
    NotAPlan,
    ReadOnlyFile,
    SavedNotConfirmed,
    SaveFailed,
    reason,
)
from planner.storage.known import Known, known_of, new_plan_id
from planner.storage.lock import SaveLock
from planner.storage.reading import NOT_A_FILE, read_bytes, verified

if TYPE_CHECKING:
    from planner.model.plan import Plan

_FULL = {errno.ENOSPC, errno.EDQUOT}


def save(plan: Plan, path: Path | str, known: Known | None = None) -> Known:
    """Save a plan over the file that was read, and say what is to be given to the next save.

    Without `known` a plan file that is there is overwritten, its id and unknown header keys kept;
    a file of another kind, damaged or newer is not. Where no file is, one is made.

    Raises:
        NotStorable: the plan holds what no file gives back (exit code 3).
        ChangedOnDisk: the file is not the one that `known` tells of.
        ReadOnlyFile, SaveBusy, SaveFailed, NoRoom: it was not written; the old file is whole.
        SavedNotConfirmed: it was written, only the disk's confirmation is missing.
        NotAPlan, DamagedFile, NewerPlan, UnreadableFile: what is there may not be overwritten.
    """
    file = Path(path)
    if known is not None:
        return _save_over(plan, file, known, known.sha256)
    target = _target(file)
    status = _status(target, file)
    if status is None:
        return write_new(plan, file)
    if status.st_size == 0:
        return _save_over(plan, file, Known(new_plan_id()), None)
    data = read_bytes(file)
    return _save_over(plan, file, known_of(verified(data, file)[0], data), None)


def write_new(plan: Plan, path: Path | str, source: Known | None = None) -> Known:
    """Write a plan to a new file under an id of its own.

    `source` is what is known of the file that the plan came from: its header's unknown keys and
    versions go along.

    Raises:
        FileExists: there is a file already.
        NotStorable, SaveFailed, NoRoom: nothing was written.
        SavedNotConfirmed: it was written, only the disk's confirmation is missing.
    """
    file = Path(path)
    known = replace(source or Known(""), plan_id=new_plan_id(), sha256="")
    data = encoded(plan, known, file)
    target = _target(file)
    if _status(target, file) is not None:
        raise FileExists(file)
    return _written(file, target, data, known, None)


def _save_over(plan: Plan, file: Path, known: Known, expected: str | None) -> Known:
    data = encoded(plan, known, file)
    target = _target(file)
    _status(target, file)
    with SaveLock(known.plan_id, file):
        status = _status(target, file)
        if status is not None and expected is not None and not _is_there(target, file, expected):
            status = None
        return _written(file, target, data, known, status)


def _target(file: Path) -> Path:
    try:
        return Path(os.path.realpath(file))
    except OSError as error:
        raise SaveFailed(file, error) from None
    except ValueError:  # a name with a zero byte in it
        raise MissingFile(file) from None


def _status(target: Path, file: Path) -> os.stat_result | None:
    """The state of the file to be replaced; None where there is none.

    A rename replaces even a write-protected file or a link, so both must be looked at.
    """
    try:
        status = os.lstat(target)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise SaveFailed(file, error) from None
    if not stat.S_ISREG(status.st_mode):
        raise NotAPlan(file, NOT_A_FILE)
    if not status.st_mode & 0o222 or not os.access(target, os.W_OK):
        raise ReadOnlyFile(file)
    return status


def _is_there(target: Path, file: Path, expected: str) -> bool:
    """Whether the file that is expected is there still; False where it vanished.

    Raises:
        ChangedOnDisk: another one is there.
    """
    try:
        data = read_bytes(target)
    except MissingFile:
        return False
    if hashlib.sha256(data).hexdigest() != expected:
        raise ChangedOnDisk(file)
    return True


def _written(
    file: Path, target: Path, data: bytes, known: Known, status: os.stat_result | None
) -> Known:
    saved = replace(known, sha256=hashlib.sha256(data).hexdigest())
    try:
        if status is None:
            atomic.create_file(target, data)
        else:
            atomic.replace_file(target, data, stat.S_IMODE(status.st_mode))
    except FileExistsError:
        raise FileExists(file) from None
    except atomic.NotConfirmed as missing:
        raise SavedNotConfirmed(file, saved, reason(missing.cause)) from None
    except OSError as error:
        raise _failed(file, target, error, len(data)) from None
    return saved


def _failed(file: Path, target: Path, error: OSError, needed: int) -> SaveFailed:
    if error.errno not in _FULL:
        return SaveFailed(file, error)
    try:
        free = shutil.disk_usage(target.parent).free
    except OSError:
        return NoRoom(file, error, needed, None)
    return NoRoom(file, error, needed, free if error.errno == errno.ENOSPC else None)
