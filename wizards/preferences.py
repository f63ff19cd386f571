"""What the program remembers of its user between sessions: never a part of a plan."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, replace
from datetime import date as Day
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

VARIABLE = "PLANSMITH_CONFIG_DIR"
"""The environment variable that puts the settings elsewhere."""
MOST_RECENT = 8
"""How many plans the start page remembers."""
MOST_MARKED = 200
"""Of how many plans it is kept which steps are marked as done."""
TEXT_SIZES = (100, 115, 130, 150, 200)
"""Text sizes in percent of the system's."""


@dataclass(frozen=True, slots=True)
class Recent:
    """A plan that was opened lately: its file, what it was called then, and how far it was.

    `begun` of `steps` were begun, the review had so many `findings`; None where it is not known.
    """

    file: Path
    title: str
    client: str = ""
    begun: int | None = None
    steps: int = 10
    findings: int | None = None
    saved: Day | None = None

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
    def less_movement(self) -> bool:
        """Whether the user wants less movement than the system shows."""
        return self._text("less_movement", "no") == "yes"

    @less_movement.setter
    def less_movement(self, less: bool) -> None:
        self._store.setValue("less_movement", "yes" if less else "no")

    @property
    def side_shown(self) -> bool:
        """Whether help and review stand beside a page."""
        return self._text("side_shown", "yes") == "yes"

    @side_shown.setter
    def side_shown(self, shown: bool) -> None:
        self._store.setValue("side_shown", "yes" if shown else "no")

    @property
    def side_width(self) -> int:
        """How many pixels wide the user made what stands beside a page; 0 where nobody did."""
        width = self._text("side_width", "0")
        return int(width) if width.isdecimal() else 0

    @side_width.setter
    def side_width(self, pixels: int) -> None:
        self._store.setValue("side_width", str(pixels))

    @property
    def recent(self) -> tuple[Recent, ...]:
        """The plans opened lately, the latest first."""
        try:
            rows = json.loads(self._text("recent", "[]"))
            return tuple(map(_recent, rows))[:MOST_RECENT]
        except (ValueError, TypeError, LookupError, AttributeError):
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

    def marks(self, plan_id: str) -> dict[str, list[str]]:
        """The steps of a plan that are marked as done, each with the findings it had then."""
        found = self._marks().get(plan_id, {})
        return {str(word): [str(key) for key in keys] for word, keys in found.items()}

    def keep_marks(self, plan_id: str, marks: dict[str, list[str]]) -> None:
        """Keep the marks of a plan, and of the plans marked last; the oldest go."""
        others = {known: kept for known, kept in self._marks().items() if known != plan_id}
        newest = dict(list(others.items())[-MOST_MARKED + 1 :])
        if marks:
            newest[plan_id] = marks
        self._store.setValue("done", json.dumps(newest))

    def _marks(self) -> dict[str, dict[str, list[str]]]:
        try:
            known = json.loads(self._text("done", "{}"))
        except ValueError:
            return {}
        plans = known.items() if isinstance(known, dict) else ()
        return {str(name): _lists(steps) for name, steps in plans if isinstance(steps, dict)}

    def step_of(self, file: Path) -> str:
        """The step that was shown last of a plan file; empty for a file that never was open."""
        return self._steps().get(str(file), "")

    def keep_step(self, file: Path, word: str) -> None:
        """Keep which step of a plan file is shown; those of the oldest files go."""
        others = {known: step for known, step in self._steps().items() if known != str(file)}
        newest = dict(list(others.items())[-MOST_MARKED + 1 :])
        self._store.setValue("steps", json.dumps(newest | {str(file): word}))

    def _steps(self) -> dict[str, str]:
        try:
            kept = json.loads(self._text("steps", "{}"))
            return {str(file): str(word) for file, word in kept.items()}
        except (ValueError, AttributeError):
            return {}

    def remember(self, plan: Recent) -> None:
        """Put a plan first among those opened lately; what is not known of it stays as it was."""
        recent = self.recent
        before = next((one for one in recent if one.file == plan.file), plan)
        findings = before.findings if plan.findings is None else plan.findings
        plan = replace(plan, findings=findings, saved=plan.saved or before.saved)
        self._keep([plan, *(one for one in recent if one.file != plan.file)][:MOST_RECENT])

    def forget(self, file: Path | None) -> None:
        """Take a plan off the list of those opened lately, or empty the list."""
        kept = [] if file is None else [one for one in self.recent if one.file != file]
        self._keep(kept)

    def _keep(self, plans: list[Recent]) -> None:
        rows = [
            asdict(one) | {"file": str(one.file), "saved": one.saved and one.saved.isoformat()}
            for one in plans
        ]
        self._store.setValue("recent", json.dumps(rows))

    def _text(self, key: str, default: str) -> str:
        value = self._store.value(key, default)
        return value if isinstance(value, str) else default


def _lists(steps: dict[str, object]) -> dict[str, list[str]]:
    return {str(word): keys for word, keys in steps.items() if isinstance(keys, list)}


def _recent(row: dict[str, Any]) -> Recent:
    """A plan of the list as it was kept.

    Raises ValueError, TypeError, LookupError or AttributeError where it was not kept by us.
    """
    counts = {name: row.get(name) for name in ("begun", "steps", "findings")}
    if not all(count is None or isinstance(count, int) for count in counts.values()):
        raise ValueError
    saved = row.get("saved")
    return Recent(
        Path(str(row["file"])),
        str(row["title"]),
        str(row.get("client") or ""),
        counts["begun"],
        counts["steps"] or 10,
        counts["findings"],
        Day.fromisoformat(saved) if saved else None,
    )
