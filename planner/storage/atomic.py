"""Files replaced as a whole: after a crash, a kill or a full disk the old or the new one stands."""

# ruff: noqa: PTH105, PTH108, PTH208  bare system calls, so that each failure is seen and told apart

from __future__ import annotations

import errno
import hashlib
import os
import platform
import re
import secrets
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

if sys.platform != "win32":
    import fcntl

PRIVATE = 0o600
"""The mode of a file that did not exist before."""

_FLAGS = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
_STRAY = re.compile(r"\.~([0-9a-f]{4})([0-9a-f]{8})[0-9a-f]{8}\.tmp")
_UNSUPPORTED = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}
_NO_LINKS = _UNSUPPORTED | {errno.EPERM, errno.EMLINK, errno.EACCES}
_TRIES, _PAUSE = 10, 0.2


class NotConfirmed(Exception):
    """The new file is in place, but the directory could not be flushed; `cause` says why."""

    def __init__(self, cause: OSError) -> None:
        super().__init__(str(cause))
        self.cause = cause


def replace_file(target: Path, data: bytes, mode: int = PRIVATE) -> None:
    """Put a new file in the place of an old one, or where none is.

    `target` may not be a symbolic link; `mode` are the permission bits of the new file.

    Raises:
        OSError: nothing was changed.
        NotConfirmed: the new file is in place, but a power cut might bring back the old one.
    """
    with _temporary(target.parent, data, mode) as temporary:
        _replace(temporary, target)
    _confirm(target.parent)


def create_file(target: Path, data: bytes) -> None:
    """Make a new file that others see only when it is whole.

    Raises:
        FileExistsError: a file of this name exists; it was not touched.
        OSError: nothing was changed.
        NotConfirmed: the new file is in place, but a power cut might take it away.
    """
    with _temporary(target.parent, data, PRIVATE) as temporary:
        try:
            os.link(temporary, target)
        except FileExistsError:
            raise
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            _claim(temporary, target)
    _confirm(target.parent)


def remove_strays(folder: Path) -> None:
    """Remove the temporary files that killed processes of this computer left in a folder."""
    with suppress(OSError):
        for name in os.listdir(folder):
            match = _STRAY.fullmatch(name)
            if match and match[1] == _host() and not _is_alive(int(match[2], 16)):
                with suppress(OSError):
                    os.unlink(folder / name)


def sync_file(descriptor: int) -> None:
    """Flush a file to the disk itself, not only to its cache.

    Raises:
        OSError: where the system says that it failed.
    """
    if sys.platform == "darwin":
        try:
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        except OSError:
            os.fsync(descriptor)
    else:
        os.fsync(descriptor)


@contextmanager
def _temporary(folder: Path, data: bytes, mode: int) -> Iterator[Path]:
    path = folder / f".~{_host()}{os.getpid() & 0xFFFFFFFF:08x}{secrets.token_hex(4)}.tmp"
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _FLAGS, PRIVATE)
    try:
        try:
            _write(descriptor, data)
            _give_mode(descriptor, mode)
            sync_file(descriptor)
        finally:
            os.close(descriptor)
        yield path
    finally:
        with suppress(OSError):
            os.unlink(path)


def _write(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        # A full disk takes a part of the bytes and reports no error.
        written = os.write(descriptor, rest)
        if written <= 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        rest = rest[written:]


def _give_mode(descriptor: int, mode: int) -> None:
    # File systems without modes refuse a change, so only a real one is asked for.
    if sys.platform != "win32" and stat.S_IMODE(os.fstat(descriptor).st_mode) != mode:
        os.fchmod(descriptor, mode)


def _replace(source: Path, target: Path) -> None:
    # Windows refuses for the moment in which a virus scanner or a sync client reads the file.
    for _ in range(_TRIES if sys.platform == "win32" else 0):
        try:
            os.replace(source, target)
        except PermissionError:
            time.sleep(_PAUSE)
        else:
            return
    os.replace(source, target)


def _claim(temporary: Path, target: Path) -> None:
    """Take the name first, for file systems without hard links."""
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _FLAGS, PRIVATE)
    try:
        os.close(descriptor)
        _replace(temporary, target)
    except OSError:
        with suppress(OSError):
            os.unlink(target)
        raise


def _confirm(folder: Path) -> None:
    if sys.platform == "win32":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | _FLAGS & ~os.O_NOFOLLOW)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno not in _UNSUPPORTED:
            raise NotConfirmed(error) from error


@cache
def _host() -> str:
    return hashlib.sha256(platform.node().encode()).hexdigest()[:4]


def _is_alive(process: int) -> bool:
    if sys.platform == "win32":
        return False  # Windows refuses to remove a file that a living process has open.
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
