"""What the program remembers of its user between sessions: never a part of a plan."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

VARIABLE = "PLANSMITH_CONFIG_DIR"
"""The environment variable that puts the settings elsewhere."""
MOST_RECENT = 8
"""How many plans the start page remembers."""
TEXT_SIZES = (100, 115, 130, 150, 200)
"""Text sizes in percent of the system's."""


@dataclass(frozen=True, slots=True)
class Recent:
    """A plan that was opened lately: its file and what it was called then."""

    file: Path
    title: str

    @property
    def is_there(self) -> bool:
        """Whether the file is still where it was."""
        try:
            return self.file.is_file()
        except OSError:
            return False


class Preferences:
    """The settings of this user, kept by the system or in the folder that VARIABLE names."""

    def __init__(self) -> None:
        folder = os.environ.get(VARIABLE)
        if folder:
            file = str(Path(folder) / "plansmith.ini")
            self._store = QSettings(file, QSettings.Format.IniFormat)
        else:
            self._store = QSettings("Plansmith", "Plansmith")

    @property
    def theme(self) -> str:
        """One of "system", "light", "dark", "contrast"."""
        return self._text("theme", "system")

    @theme.setter
    def theme(self, name: str) -> None:
        self._store.setValue("theme", name)

    @property
    def language(self) -> str:
        """The program's language, empty where the system's is followed."""
        return self._text("language", "")

    @language.setter
    def language(self, code: str) -> None:
        self._store.setValue("language", code)

    @property
    def text_size(self) -> int:
        """The size of text in percent."""
        size = self._text("text_size", "100")
        return int(size) if size.isdecimal() and int(size) in TEXT_SIZES else 100

    @text_size.setter
    def text_size(self, percent: int) -> None:
        self._store.setValue("text_size", str(percent))

    @property
    def geometry(self) -> QByteArray | None:
        """Where the window stood."""
        value = self._store.value("geometry")
        return value if isinstance(value, QByteArray) else None

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("geometry", value)

    @property
    def recent(self) -> tuple[Recent, ...]:
        """The plans opened lately, the latest first."""
        try:
            rows = json.loads(self._text("recent", "[]"))
            return tuple(Recent(Path(str(row[0])), str(row[1])) for row in rows)[:MOST_RECENT]
        except (ValueError, TypeError, LookupError):
            return ()

    @property
    def folds(self) -> dict[str, bool]:
        """By their keys: the groups of questions that the user opened or folded."""
        try:
            known = json.loads(self._text("folds", "{}"))
            return {str(key): bool(is_open) for key, is_open in known.items()}
        except (ValueError, AttributeError):
            return {}

    @folds.setter
    def folds(self, known: dict[str, bool]) -> None:
        self._store.setValue("folds", json.dumps(known))

    def remember(self, file: Path, title: str) -> None:
        """Put a plan first among those opened lately."""
        others = [one for one in self.recent if one.file != file]
        self._keep([Recent(file, title), *others][:MOST_RECENT])

    def _keep(self, plans: list[Recent]) -> None:
        rows = [[str(one.file), one.title] for one in plans]
        self._store.setValue("recent", json.dumps(rows))

    def _text(self, key: str, default: str) -> str:
        value = self._store.value(key, default)
        return value if isinstance(value, str) else default
