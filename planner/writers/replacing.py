"""Files put in place of others whole."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def replace(target: Path, data: bytes) -> None:
    """Put the data in place of a file at once; a failure leaves the old file and no other."""
    descriptor, name = tempfile.mkstemp(prefix=f".{target.stem[:40]}-", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
