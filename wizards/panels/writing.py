"""The card that writes the document: what, in which formats, where; progress, cancel, result."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QPushButton, QWidget

import planner
from planner import paths
from planner.composing.outline import outline
from planner.i18n import N_
from planner.model.kinds import BadValue
from planner.model.plan import Plan
from planner.writers import WriteError, brand_of
from wizards.forms.cards import PlainCard
from wizards.forms.context import Context
from wizards.forms.entries import LineEntry
from wizards.forms.row import FieldRow, plain_label
from wizards.speaking import language, say
from wizards.work import Work

CHOICES = ("meta.document.kinds", "meta.document.formats", "meta.document.language")
KIND = "annual"
FORMATS = ("docx", "pdf")


@dataclass(frozen=True, slots=True)
class Order:
    """One file to write."""

    kind: str
    format: str
    file: Path


class Writing:
    """Writes documents off the window's thread, one file after another, until cancelled."""

    def __init__(self, plan: Plan, orders: tuple[Order, ...], lang: str) -> None:
        self.plan, self.orders, self.lang = plan, orders, lang
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Write no further file; the one being written is finished or left as it was."""
        self._cancelled.set()

    def __call__(self) -> tuple[Path, ...]:
        """Write and return the files that were written."""
        written: list[Path] = []
        brand = brand_of(self.plan.meta.document.brand or "")
        kind, document = "", None
        for order in self.orders:
            if self._cancelled.is_set():
                break
            if document is None or order.kind != kind:
                kind = order.kind
                document = planner.compose(self.plan, kind, self.lang)
            if self._cancelled.is_set():
                break
            order.file.parent.mkdir(parents=True, exist_ok=True)
            planner.write(document, order.file, brand)
            written.append(order.file)
        return tuple(written)


class WritingCard(PlainCard):
    """Asks what to write and where, and writes it with the button named `write`."""

    wrote = Signal(tuple)

    def __init__(self, context: Context) -> None:
        super().__init__(say(N_("Write the document")))
        self._context = context
        self._work = Work("plansmith-write", self)
        self._running: Writing | None = None
        self.written: tuple[Path, ...] = ()
        for path in CHOICES:
            if path != CHOICES[2] or context.shows(paths.place(path)):
                self.add(FieldRow(context, path))
        self.column.addLayout(self._folder_row())
        self._plan = plain_label("", "hint")
        self.column.addWidget(self._plan)
        self.button = QPushButton(say(N_("Write document")))
        self.button.setObjectName("write")
        self.button.setAccessibleName(say(N_("Write document")))
        self.button.setProperty("primary", True)
        self.button.clicked.connect(self.write)
        self._cancel = self._button("write.cancel", say(N_("Cancel")), self.cancel)
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(say(N_("Writing")))
        row = QHBoxLayout()
        row.setSpacing(12)
        for part in (self.button, self._progress, self._cancel):
            row.addWidget(part)
        row.addStretch()
        self.column.addLayout(row)
        self._add_result()
        self._show_state()
        self._foretell()
        self.folder.textEdited.connect(self._foretell)

    def _add_result(self) -> None:
        self._said = plain_label("", "secondary")
        self._said.setObjectName("write.result")
        self.column.addWidget(self._said)
        self._open = self._button("write.open", say(N_("Open")), self._open_first)
        self._show = self._button("write.show", say(N_("Show in folder")), self._show_folder)
        result = QHBoxLayout()
        result.addWidget(self._open)
        result.addWidget(self._show)
        result.addStretch()
        self.column.addLayout(result)

    def refresh(self) -> None:
        """Show what stands in the plan, and what would be written now."""
        super().refresh()
        self._foretell()

    def orders(self) -> tuple[Order, ...]:
        """The files that are to be written."""
        choices = self._context.plan.meta.document
        stem = self._stem()
        folder = Path(self.folder.text().strip() or ".").expanduser()
        return tuple(
            Order(kind, form, folder / f"{stem}-{kind}.{form}")
            for kind in choices.kinds or (KIND,)
            for form in choices.formats or FORMATS
            if form in outline(kind).formats
        )

    def write(self) -> None:
        """Write what is chosen, off the window's thread."""
        plan = self._context.plan
        lang = plan.meta.document.language or plan.meta.language or language()
        self.written = ()
        self._said.clear()
        self._running = Writing(plan, self.orders(), lang)
        self._work.start(self._running, self._done, self._failed)
        self._show_state()

    def cancel(self) -> None:
        """Stop after the file that is being written."""
        if self._running is not None:
            self._running.cancel()
            self._said.setText(say(N_("Stopping after the file that is being written …")))

    def close_work(self) -> None:
        """Stop writing, because the window closes."""
        if self._running is not None:
            self._running.cancel()
        self._work.close()

    def _stem(self) -> str:
        file = self._context.file_of_plan()
        return file.stem if file else "plan"

    def _folder_row(self) -> QHBoxLayout:
        self.folder = LineEntry()
        self.folder.setObjectName("write.folder")
        self.folder.setAccessibleName(say(N_("Folder to write to")))
        file = self._context.file_of_plan()
        self.folder.setText(str(file.parent if file else Path.home()))
        choose = self._button("write.choose", say(N_("Choose a folder …")), self._choose)
        row = QHBoxLayout()
        row.setSpacing(8)
        label = plain_label(say(N_("Where to?")), "question")
        label.setBuddy(self.folder)
        row.addWidget(label)
        row.addWidget(self.folder, 1)
        row.addWidget(choose)
        return row

    def _button(self, name: str, words: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        button.setAccessibleName(words)
        button.clicked.connect(act)
        return button

    def _foretell(self) -> None:
        names = ", ".join(order.file.name for order in self.orders())
        self._plan.setText(say(N_("Will be written: {names}"), names=names))

    def _choose(self) -> None:
        dialog = QFileDialog(self, say(N_("Folder to write to")), self.folder.text())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.open()

    def _done(self, written: tuple[Path, ...]) -> None:
        cancelled = self._running is not None and len(written) < len(self._running.orders)
        self._running = None
        self.written = written
        names = ", ".join(file.name for file in written)
        if written:
            self._said.setText(say(N_("Written: {names}"), names=names))
        elif cancelled:
            self._said.setText(say(N_("Nothing was written.")))
        self._show_state()
        self.wrote.emit(written)

    def _failed(self, error: Exception) -> None:
        self._running = None
        self._said.setText(_reason(error))
        self._show_state()
        self.wrote.emit(())
        if not isinstance(error, (OSError, BadValue, WriteError)):
            raise error

    def _show_state(self) -> None:
        running = self._running is not None
        self.button.setEnabled(not running)
        _set_visible((self._progress, self._cancel), on=running)
        _set_visible((self._open, self._show), on=bool(self.written))
        self._said.setVisible(bool(self._said.text()))

    def _open_first(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.written[0])))

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.written[0].parent)))


def _set_visible(widgets: tuple[QWidget, ...], *, on: bool) -> None:
    for widget in widgets:
        widget.setVisible(on)


def _reason(error: Exception) -> str:
    message = getattr(error, "message", None)
    if callable(message):
        return str(message(language()))
    if isinstance(error, OSError):
        words = error.strerror or type(error).__name__
        file = error.filename or ""
        return say(
            N_("“{file}” could not be written ({reason}); choose another folder."),
            file=file,
            reason=words,
        )
    return say(N_("The document could not be written because of a fault in Plansmith."))
