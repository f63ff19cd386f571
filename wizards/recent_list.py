"""The plans opened lately, on the start page: what each is, how far it was, and where it lies."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QDate, QEvent, QFileSystemWatcher, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from planner.i18n import N_
from wizards.panels.links import Link
from wizards.parting import part_with
from wizards.preferences import Recent
from wizards.speaking import locale, say, say_count


class RecentList(QWidget):
    """Lists plans, and follows their files coming and going.

    `opened` tells the file of the plan that is wanted, `forget_wanted` the file of the plan that
    shall go from the list; None for all of them.
    """

    opened = Signal(object)
    forget_wanted = Signal(object)

    def __init__(self, recent: tuple[Recent, ...]) -> None:
        super().__init__()
        self._recent = recent
        self._there: tuple[bool, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self.refresh)
        self.show_recent(recent)

    def show_recent(self, recent: tuple[Recent, ...]) -> None:
        """Show another list."""
        self._recent = recent
        self._watch()
        self._build()

    def refresh(self) -> None:
        """Look again which files are there."""
        self._watch()
        if tuple(one.is_there for one in self._recent) != self._there:
            self._build()

    def changeEvent(self, event: QEvent) -> None:
        """Look again when the user comes back from another program."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.refresh()

    def _watch(self) -> None:
        """Watch the folder of each plan, or what is left of the way to it."""
        wanted = {str(folder) for one in self._recent if (folder := _nearest(one.file))}
        watched = set(self._watcher.directories())
        if watched - wanted:
            self._watcher.removePaths(sorted(watched - wanted))
        if wanted - watched:
            self._watcher.addPaths(sorted(wanted - watched))

    def _build(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                part_with(widget)
        self._there = tuple(one.is_there for one in self._recent)
        if not self._recent:
            nothing = QLabel(say(N_("Plans that you open are listed here.")))
            nothing.setObjectName("start.recent.none")
            nothing.setProperty("role", "hint")
            self._column.addWidget(nothing)
            return
        self._column.addWidget(self._head())
        for number, (one, there) in enumerate(zip(self._recent, self._there, strict=True)):
            self._column.addWidget(self._row(number, one, there=there))

    def _head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        title = QLabel(say(N_("Opened lately")))
        title.setProperty("role", "question")
        row.addWidget(title, 1)
        row.addWidget(self._quiet("start.forget", say(N_("Forget this list")), None))
        return head

    def _row(self, number: int, one: Recent, *, there: bool) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        title = one.title or one.file.stem
        folder = str(one.file.parent)
        place = folder if there else say(N_("{folder}, not there now"), folder=folder)
        state = " · ".join(state_words(one))
        lines = ((title, "question"), (state, "why"), (place, "hint"))
        told = tuple(line for line in lines if line[0])
        name = f"start.recent.{number}"
        link = Link(name, ". ".join(text for text, _ in told), told, inset=5)
        link.clicked.connect(self._opener(one.file))
        link.setEnabled(there)
        for label in link.labels:
            label.setEnabled(there)
        row.addWidget(link, 1)
        words = say(N_("Take off the list"))
        forget = QAction(words, link)
        forget.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        forget.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        forget.triggered.connect(self._forgetter(one.file))
        link.addAction(forget)
        link.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        if not there:
            button = self._quiet(f"{name}.forget", words, one.file)
            button.setAccessibleName(f"{words}: {title}")
            row.addWidget(button)
        return box

    def _quiet(self, name: str, words: str, file: Path | None) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        button.setAccessibleName(words)
        button.setProperty("quiet", True)
        button.clicked.connect(self._forgetter(file))
        return button

    def _opener(self, file: Path) -> Callable[[], None]:
        return lambda: self.opened.emit(file)

    def _forgetter(self, file: Path | None) -> Callable[[], None]:
        return lambda: self.forget_wanted.emit(file)


def state_words(one: Recent) -> Iterator[str]:
    """Whose plan it is and how far it was, in words; what is not known is left out."""
    if one.client:
        yield one.client
    if one.begun is not None:
        yield say(N_("{begun} of {all} steps begun"), begun=one.begun, all=one.steps)
    if one.findings is not None:
        yield say_count(N_("{count} finding"), N_("{count} findings"), one.findings)
    if one.saved is not None:
        day = QDate(one.saved.year, one.saved.month, one.saved.day)
        this_year = one.saved.year == QDate.currentDate().year()
        written = locale().toString(day, "d MMM" if this_year else "d MMM yyyy")
        yield say(N_("saved {day}"), day=written)


def _nearest(file: Path) -> Path | None:
    """The folder of a file, else the nearest above it that there is."""
    for folder in file.parents:
        try:
            if folder.is_dir():
                return folder
        except OSError:
            continue
    return None
