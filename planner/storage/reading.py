"""Reading a plan file, and saying of a damaged one what is left."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from planner.i18n import N_
from planner.storage import header
from planner.storage.atomic import remove_strays
from planner.storage.body import decoded
from planner.storage.errors import (
    BrokenValues,
    DamagedFile,
    MissingFile,
    NewerPlan,
    NotAPlan,
    Phrase,
    StorageError,
    TruncatedFile,
    UnreadableFile,
    reason,
    shown,
)
from planner.storage.known import Known, known_of
from planner.storage.salvage import salvaged

if TYPE_CHECKING:
    from planner.model.plan import Plan, Problem

LARGEST_FILE = 1 << 29
"""Bytes above which a file is no plan."""

_CHUNK = 1 << 20
_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_ABSENT = {errno.ENOENT, errno.ENOTDIR}
NOT_A_FILE = N_("“{file}” is not a file; name the plan file in a folder, not the folder itself.")
_TOO_LARGE = N_("“{file}” is far larger than any plan; choose a file that Plansmith saved.")
_WHOLE = N_("“{file}” is whole.")
_EDITED_HEADER = N_(
    "The first line of the file was changed outside Plansmith; save the plan to put it right."
)

Inspection: TypeAlias = "Callable[[Plan], Iterable[Problem]]"
"""Looks a plan through for what is to be reported though it opens, such as ids of nobody."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A plan that was read.

    `path` is the file with links resolved, `known` what the next save is to be given, `problems`
    what is to be reported though the plan opened.
    """

    plan: Plan
    path: Path
    known: Known
    problems: tuple[Problem, ...] = ()

    @property
    def plan_id(self) -> str:
        """The plan's lasting id."""
        return self.known.plan_id

    @property
    def sha256(self) -> str:
        """The hash of all bytes of the file."""
        return self.known.sha256


@dataclass(frozen=True, slots=True)
class Report:
    """What the check of a file found.

    `plan` is the plan, unverified and perhaps a part where `error` says that the file is damaged;
    `problems` are reported though the file opens.
    """

    path: Path
    error: StorageError | None
    plan: Plan | None
    problems: tuple[Problem, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether the file is what was saved and opens."""
        return self.error is None

    @property
    def exit_code(self) -> int:
        """0 for a whole file, else the error's."""
        return self.error.exit_code if self.error else 0

    def message(self, language: str) -> str:
        """One sentence: whether the file is whole, else what is wrong and what is left of it."""
        if self.error:
            return self.error.message(language)
        return Phrase(_WHOLE, {"file": shown(self.path)}).message(language)


def read(path: Path | str, inspect: Inspection | None = None) -> Loaded:
    """The plan in a file; temporary files of killed processes beside it are removed.

    Raises:
        MissingFile, UnreadableFile, NotAPlan, NewerPlan, DamagedFile, TruncatedFile: it cannot be
            used (exit code 5).
        BrokenValues: values in it break their declaration (exit code 3).
    """
    data = read_bytes(path)
    target = Path(os.path.realpath(path))
    remove_strays(target.parent)
    head, body = verified(data, path)
    plan = decoded(body, head.schema, Path(path))
    return Loaded(plan, target, known_of(head, data), _reported(plan, head, inspect))


def check(path: Path | str, inspect: Inspection | None = None) -> Report:
    """Whether a plan file is whole, and what could be recovered; raises nothing of the file's."""
    try:
        loaded = read(path, inspect)
    except DamagedFile as error:
        return Report(Path(path), error, error.plan)
    except BrokenValues as error:
        return Report(Path(path), error, None, error.problems)
    except StorageError as error:
        return Report(Path(path), error, None)
    return Report(Path(path), None, loaded.plan, loaded.problems)


def read_bytes(path: Path | str) -> bytes:
    """All bytes of a file.

    Raises:
        MissingFile, UnreadableFile, NotAPlan: it is not there, refused to us, or no such file.
    """
    try:
        status = os.stat(path)  # noqa: PTH116  one call, so that each failure is told apart
        if not stat.S_ISREG(status.st_mode):
            raise NotAPlan(path, NOT_A_FILE)
        if status.st_size > LARGEST_FILE:
            raise NotAPlan(path, _TOO_LARGE)
        return _all_bytes(path)
    except OSError as error:
        if error.errno in _ABSENT:
            raise MissingFile(path) from None
        raise UnreadableFile(path, reason=reason(error)) from None
    except ValueError:  # a name with a zero byte in it
        raise MissingFile(path) from None


def _all_bytes(path: Path | str) -> bytes:
    descriptor = os.open(path, _FLAGS)
    try:
        chunks = []
        while chunk := os.read(descriptor, _CHUNK):
            chunks.append(chunk)
    finally:
        os.close(descriptor)
    return b"".join(chunks)


def verified(data: bytes, path: Path | str) -> tuple[header.Header, bytes]:
    """The header and the body of a file's bytes, the body checked against its checksum.

    Raises:
        NotAPlan, NewerPlan, DamagedFile, TruncatedFile: it is not what was saved.
    """
    if not data:
        raise TruncatedFile(path, None, TruncatedFile.empty_template)
    line, body = header.split(data)
    try:
        head = header.parse(line)
    except header.NewerHeader as newer:
        ours = header.SCHEMA
        raise NewerPlan(path, app=newer.app, needed=newer.needed, ours=ours) from None
    except header.BadHeader as bad:
        left = salvaged(data, header.SCHEMA)
        if not bad.ours and not left.looks_like_a_plan:
            raise NotAPlan(path) from None
        raise DamagedFile(path, left, DamagedFile.header_template) from None
    if head.fits(body):
        return head, body
    left = salvaged(data, head.schema)
    if len(body) < head.length:
        raise TruncatedFile(path, left, found=len(body), expected=head.length)
    raise DamagedFile(path, left)


def _reported(plan: Plan, head: header.Header, inspect: Inspection | None) -> tuple[Problem, ...]:
    from planner.model.plan import Problem

    edited = () if head.sealed else (Problem("", _EDITED_HEADER, {}),)
    return (*edited, *(inspect(plan) if inspect else ()))
