"""The user's folder of brands: what is there, one of them by its name, a new one."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

from planner.i18n import N_
from planner.writers.brand.file import Brand, beside, parsed, read
from planner.writers.errors import WriteError
from planner.writers.replacing import replace

VARIABLE = "PLANSMITH_CONFIG_DIR"
"""The environment variable that puts the user's settings elsewhere."""

_SAFE = re.compile(r"[^\W_][\w .-]{0,59}")
_UNSAFE = re.compile(r"[^\w-]+")


def brand_folder() -> Path:
    """Where the user's brands lie; it need not be there."""
    base = os.environ.get(VARIABLE)
    if base:
        return Path(base) / "brands"
    import platformdirs

    return Path(platformdirs.user_config_dir("plansmith", appauthor=False)) / "brands"


def found() -> tuple[str, ...]:
    """The names of the brands in the folder, in order."""
    try:
        names = (file.stem for file in brand_folder().glob("*.toml"))
        return tuple(sorted(name for name in names if _SAFE.fullmatch(name)))
    except OSError:
        return ()


def chosen(name: str) -> Brand:
    """The brand of a name in the folder; raises WriteError where there is none."""
    file = brand_folder() / f"{name}.toml"
    if not _SAFE.fullmatch(name) or not file.is_file():
        known = ", ".join(found())
        raise WriteError(
            N_("There is no brand “{name}” in {folder}; choose one of: {known}.")
            if known
            else N_("There is no brand “{name}” in {folder}; add its file there or choose none."),
            name=name,
            folder=brand_folder(),
            known=known,
        )
    return read(file)


def add(path: Path) -> str:
    """Copy a brand file with the files that it names into the folder; its name there.

    One of the same name is replaced. Raises WriteError where the brand can't be used or kept.
    """
    read(path)
    given = parsed(path)
    name = _UNSAFE.sub("-", path.stem).strip("-_")[:60] or "brand"
    folder = brand_folder()
    copies = {
        key: (beside(path, key, given[key]), f"{name}-{key}{Path(given[key]).suffix.lower()}")
        for key in ("logo", "reference")
        if key in given
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file, copy in copies.values():
            replace(folder / copy, file.read_bytes())
        given |= {key: copy for key, (_, copy) in copies.items()}
        replace(folder / f"{name}.toml", _toml(given).encode())
    except OSError as failure:
        raise WriteError(
            N_("The brand could not be kept in {folder}: {reason}. Make room or rights there."),
            folder=folder,
            reason=failure.strerror or type(failure).__name__,
        ) from failure
    return name


def _toml(given: dict[str, object]) -> str:
    """A brand file's text; all its values are strings of one line."""
    lines = [f"{key} = {_string(value)}" for key, value in given.items() if isinstance(value, str)]
    for table, inner in given.items():
        if isinstance(inner, dict):
            lines += ["", f"[{table}]", *(f"{key} = {_string(one)}" for key, one in inner.items())]
    return "\n".join([*lines, ""])


def _string(value: object) -> str:
    # A JSON string is a TOML string too, for no control character is among the values.
    return json.dumps(value, ensure_ascii=False)
