"""Zip packages of Office files, written so that the same parts give the same bytes."""

from __future__ import annotations

import io
import os
import time
import zipfile
from collections.abc import Mapping
from datetime import UTC, date, datetime

_STORED = (".png", ".jpg", ".jpeg", ".xlsx")
_FIRST = ("[Content_Types].xml", "_rels/.rels")
_EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)


def moment(day: str = "") -> datetime:
    """The moment that a file bears: SOURCE_DATE_EPOCH, else the document's date, else now.

    `day` is an ISO date or empty; the moment is in UTC, to the second.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), tz=UTC)
    try:
        known = date.fromisoformat(day)
    except ValueError:
        return datetime.fromtimestamp(int(time.time()), tz=UTC)
    return datetime(known.year, known.month, known.day, 12, tzinfo=UTC)


def pack(parts: Mapping[str, bytes], at: datetime) -> bytes:
    """A zip of the parts: sorted, all dated `at`; pictures and workbooks are stored as they are.

    A date before 1980, which zip can't hold, becomes 1980-01-01.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        _write(archive, parts, at)
    return buffer.getvalue()


def extended(package: bytes, parts: Mapping[str, bytes], at: datetime) -> bytes:
    """A package with parts more behind those that it holds, which are not packed again."""
    buffer = io.BytesIO()
    buffer.write(package)
    with zipfile.ZipFile(buffer, "a") as archive:
        _write(archive, parts, at)
    return buffer.getvalue()


def repack(package: bytes, at: datetime) -> bytes:
    """The same Office file written reproducibly, the workbooks nested in it too."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, data in parts.items():
        if name.lower().endswith(".xlsx"):
            parts[name] = repack(data, at)
    return pack(parts, at)


def _write(archive: zipfile.ZipFile, parts: Mapping[str, bytes], at: datetime) -> None:
    stamp = max(at, _EARLIEST).timetuple()[:6]
    for name in sorted(parts, key=lambda name: (_place(name), name)):
        entry = zipfile.ZipInfo(name, date_time=stamp)
        entry.external_attr = 0o600 << 16
        entry.create_system = 0
        stored = name.lower().endswith(_STORED)
        entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
        archive.writestr(entry, parts[name], compresslevel=6)


def _place(name: str) -> int:
    return _FIRST.index(name) if name in _FIRST else len(_FIRST)
