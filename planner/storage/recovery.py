"""Recovery files: unsaved work, kept in the user's own data directory until it is saved."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planner.storage import atomic, header, reading
from planner.storage.body import encoded
from planner.storage.data_folder import data_folder
from planner.storage.errors import SaveFailed
from planner.storage.known import Known
from planner.storage.lock import holder_of

if TYPE_CHECKING:
    from planner.model.plan import Plan

_FOLDER = "recovery"
_SUFFIX = ".mktplan"
_KEY = "recovery"


@dataclass(frozen=True, slots=True)
class Recovery:
    """Unsaved work of a plan.

    `file` is the recovery file, `original` the plan file it belongs to (None: never saved),
    `written` its time (UTC).
    """

    plan_id: str
    file: Path
    original: Path | None
    written: datetime


@dataclass(frozen=True, slots=True)
class Recovered:
    """A plan taken from its recovery file.

    `known` tells the next save of `original` which content the work began from, so that a file
    changed meanwhile is not overwritten.
    """

    plan: Plan
    original: Path | None
    known: Known


def write(
    plan: Plan, plan_id: str, original: Path | str | None, known: Known | None = None
) -> Path:
    """Keep unsaved work; an earlier recovery file of this plan is replaced.

    `known` is what is known of the original file.

    Raises:
        NotStorable: the plan holds what no file gives back.
        SaveFailed: it could not be written; an earlier recovery file is whole.
    """
    begun = known or Known(plan_id)
    # Hexadecimal, because a file's name may hold bytes that no text can.
    place = None if original is None else os.fsencode(os.path.realpath(original)).hex()
    mark = {"path": place, "sha256": begun.sha256}
    name = Path(f"{plan_id}{_SUFFIX}")
    data = encoded(plan, replace(begun, plan_id=plan_id), name, {_KEY: mark})
    try:
        file = data_folder(_FOLDER) / name
        atomic.replace_file(file, data)
    except atomic.NotConfirmed:
        return file
    except OSError as error:
        raise SaveFailed(name, error, SaveFailed.lock_template, _FOLDER) from None
    return file


def pending() -> tuple[Recovery, ...]:
    """Unsaved work of plans that are open in no window now, the latest first.

    A window takes its plan's `OpenLock`, so its own recovery file is not offered to others.
    """
    try:
        folder = data_folder(_FOLDER)
        atomic.remove_strays(folder)
        found = [_described(file) for file in folder.glob(f"*{_SUFFIX}")]
        free = [one for one in found if one and holder_of(one.plan_id) is None]
    except OSError:
        return ()
    return tuple(sorted(free, key=lambda one: one.written, reverse=True))


def find(plan_id: str) -> Recovery | None:
    """The unsaved work of one plan, where there is any."""
    with suppress(OSError):
        file = data_folder(_FOLDER) / f"{plan_id}{_SUFFIX}"
        return _described(file) if file.is_file() else None
    return None


def read(recovery: Recovery) -> Recovered:
    """The plan in a recovery file.

    Raises:
        StorageError: as for any plan file.
    """
    loaded = reading.read(recovery.file)
    mark = _mark(loaded.known.extra)
    extra = {name: value for name, value in loaded.known.extra.items() if name != _KEY}
    sha256 = mark.get("sha256")
    known = replace(loaded.known, sha256=sha256 if isinstance(sha256, str) else "", extra=extra)
    return Recovered(loaded.plan, recovery.original, known)


def discard(plan_id: str) -> None:
    """Forget unsaved work, because it was saved or is not wanted.

    Raises:
        SaveFailed: where the file cannot be removed.
    """
    name = Path(f"{plan_id}{_SUFFIX}")
    try:
        os.unlink(data_folder(_FOLDER) / name)  # noqa: PTH108  one call, as in the protocol
    except OSError as error:
        if error.errno != errno.ENOENT:
            raise SaveFailed(name, error, SaveFailed.lock_template, _FOLDER) from None


def _described(file: Path) -> Recovery | None:
    plan_id = file.name.removesuffix(_SUFFIX)
    mark: Mapping[str, Any] = {}
    try:
        written = datetime.fromtimestamp(file.stat().st_mtime, UTC)
        with file.open("rb") as stream:
            mark = _mark(header.parse(stream.readline(header.LONGEST).rstrip(b"\n")).extra)
    except OSError:
        return None
    except ValueError:
        pass  # A damaged one is offered too: reading it says what is left.
    return Recovery(plan_id, file, _original(mark), written)


def _mark(extra: Mapping[str, Any]) -> Mapping[str, Any]:
    mark = extra.get(_KEY)
    return mark if isinstance(mark, dict) else {}


def _original(mark: Mapping[str, Any]) -> Path | None:
    try:
        return Path(os.fsdecode(bytes.fromhex(mark["path"])))
    except (KeyError, TypeError, ValueError):
        return None
