"""Where the program keeps what is not the user's document: locks and recovery files."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

VARIABLE = "PLANSMITH_DATA_DIR"
"""The environment variable that puts the folder elsewhere."""


def data_folder(name: str) -> Path:
    """A folder of the program's own in the user's data directory, made with mode 0700.

    Raises:
        OSError: where it cannot be made.
    """
    base = _base()
    base.parent.mkdir(parents=True, exist_ok=True)
    for folder in (base, base / name):
        with suppress(FileExistsError):
            os.mkdir(folder, 0o700)  # noqa: PTH102  one call, so that each failure is told apart
    return base / name


def _base() -> Path:
    chosen = os.environ.get(VARIABLE)
    if chosen:
        return Path(chosen)
    import platformdirs

    return Path(platformdirs.user_data_dir("plansmith", appauthor=False))
