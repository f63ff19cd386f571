"""The card that writes the document: what, in which formats, where; progress, cancel, result."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from planner.composing.outline import outline
from planner.i18n import N_
from planner.model.kinds import BadValue
from planner.writers import WriteError
from wizards.announcing import announce
from wizards.forms.cards import PlainCard
from wizards.forms.context import Context
from wizards.forms.entries import LineEntry
from wizards.forms.row import FieldRow, plain_label
from wizards.panels.orders import Order, Writing
from wizards.speaking import language, say
from wizards.work import Work

CHOICES = (
    "meta.document.kinds",
    "meta.document.formats",
    "meta.document.brand",
    "meta.document.language",
    "meta.depth",
)
"""What decides how the document comes out, asked here at every depth."""
KIND = "annual"
FORMATS = ("docx", "pdf")
_PARTS = 1000
"""Into so many parts the bar of progress is divided."""


class WritingCard(PlainCard):
    """Asks what to write and where, and writes it with the button named `write`.

    `wrote` tells which files were written, none where it failed, `grown` which widget came up at
    its end and should be seen.
    """

    wrote = Signal(tuple)
    grown = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(say(N_("Write the document")))
        self._context = context
        self._work = Work("plansmith-write", self)
        self._running: Writing | None = None
        self.written: tuple[Path, ...] = ()
        for path in CHOICES:
            self.add(FieldRow(context, path))
        self.column.addLayout(self._folder_row())
        self._plan = plain_label("", "hint")
        self._plan.setObjectName("write.foretold")
        self.column.addWidget(self._plan)
        self._replaces = plain_label("", "mark-warning")
        self._replaces.setObjectName("write.replaces")
        self.column.addWidget(self._replaces)
        self.button = self._button("write", say(N_("&Write document")), self.write)
        self.button.setProperty("primary", True)
        self._cancel = self._button("write.cancel", say(N_("&Cancel")), self.cancel)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.button)
        row.addWidget(self._cancel)
        row.addStretch()
        self.column.addLayout(row)
        self._add_progress()
        self._add_result()
        self._show_state()
        self._foretell()
        self.folder.textChanged.connect(self._foretell)

    def _add_progress(self) -> None:
        self._stage = plain_label("", "secondary")
        self._stage.setObjectName("write.stage")
        self._progress = QProgressBar()
        self._progress.setObjectName("write.progress")
        self._progress.setRange(0, _PARTS)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(say(N_("Progress of the writing")))
        self.column.addWidget(self._stage)
        self.column.addWidget(self._progress)

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
        if self._running is not None:
            return
        plan = self._context.plan
        lang = plan.meta.document.language or plan.meta.language or language()
        self.written = ()
        self._said.clear()
        self._progress.setValue(0)
        self._running = Writing(plan, self.orders(), lang, self._tell)
        self._work.start(self._running, self._done, self._failed)
        self._show_state()
        self.grown.emit(self._progress)

    def cancel(self) -> None:
        """Stop at the next chapter; what is not finished is not written."""
        if self._running is not None:
            self._running.cancel()
            self._stage.setText(say(N_("Stopping …")))

    def close_work(self) -> None:
        """Stop writing, because the window closes."""
        if self._running is not None:
            self._running.cancel()
        self._work.close()

    def _stem(self) -> str:
        file = self._context.file_of_plan()
        return file.stem if file else "plan"

    def _folder_row(self) -> QVBoxLayout:
        self.folder = LineEntry()
        self.folder.setObjectName("write.folder")
        self.folder.setAccessibleName(say(N_("Folder to write to")))
        file = self._context.file_of_plan()
        self.folder.setText(self._context.folder or str(file.parent if file else Path.home()))
        choose = self._button("write.choose", say(N_("Choose a folder …")), self._choose)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.folder, 1)
        row.addWidget(choose)
        label = plain_label(say(N_("Where to?")), "question")
        label.setBuddy(self.folder)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(label)
        column.addLayout(row)
        return column

    def _button(self, name: str, words: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        button.setAccessibleName(words.replace("&", ""))
        button.clicked.connect(act)
        return button

    def _foretell(self) -> None:
        self._context.folder = self.folder.text()
        orders = self.orders()
        self._plan.setText(say(N_("Will be written: {names}"), names=_names(orders)))
        there = tuple(order for order in orders if _is_there(order.file))
        text = say(N_("There already, will be replaced: {names}"), names=_names(there))
        self._replaces.setText(text if there else "")
        self._replaces.setVisible(bool(there) and self._running is None)

    def _choose(self) -> None:
        dialog = QFileDialog(self, say(N_("Folder to write to")), self.folder.text())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.open()

    def _tell(self, words: str, done: float) -> None:
        """Called in the thread that writes."""
        self._work.say(lambda: self._progressed(words, done))

    def _progressed(self, words: str, done: float) -> None:
        if self._running is not None and not self._running.is_cancelled:
            self._stage.setText(words)
            self._progress.setValue(round(_PARTS * done))

    def _done(self, written: tuple[Path, ...]) -> None:
        cancelled = self._running is not None and len(written) < len(self._running.orders)
        names = ", ".join(file.name for file in written)
        if written and cancelled:
            text = say(N_("Stopped. Written before that: {names}"), names=names)
        elif written:
            text = say(N_("Written: {names}"), names=names)
        else:
            text = say(N_("Nothing was written."))
        self._end(text, written)

    def _failed(self, error: Exception) -> None:
        text = _reason(error)
        written = tuple(self._running.written) if self._running is not None else ()
        if written:
            names = ", ".join(file.name for file in written)
            text = f"{text} {say(N_('Written before that: {names}'), names=names)}"
        self._end(text, written)
        if not isinstance(error, (OSError, BadValue, WriteError)):
            raise error

    def _end(self, text: str, written: tuple[Path, ...]) -> None:
        self._running = None
        self.written = written
        self._said.setText(text)
        self._show_state()
        self._foretell()
        announce(self, text)
        self.grown.emit(self._open if written else self._said)
        self.wrote.emit(written)

    def _show_state(self) -> None:
        running = self._running is not None
        self._said.setVisible(bool(self._said.text()))
        # Whatever has the focus hands it on before it goes, else it would go to anywhere.
        if running:
            _set_visible((self._stage, self._progress, self._cancel), on=True)
            _hand_on(self.button, self._cancel)
        self.button.setEnabled(not running)
        for item in self.items:
            item.setEnabled(not running)
        _set_visible((self._open, self._show), on=bool(self.written))
        if not running:
            _hand_on(self._cancel, self._open if self.written else self.button)
            _set_visible((self._stage, self._progress, self._cancel), on=False)

    def _open_first(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.written[0])))

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.written[0].parent)))


def _set_visible(widgets: tuple[QWidget, ...], *, on: bool) -> None:
    for widget in widgets:
        widget.setVisible(on)


def _hand_on(one: QWidget, other: QWidget) -> None:
    if one.window().focusWidget() is one:
        other.setFocus(Qt.FocusReason.OtherFocusReason)


def _names(orders: tuple[Order, ...]) -> str:
    return ", ".join(order.file.name for order in orders)


def _is_there(file: Path) -> bool:
    try:
        return file.exists()
    except OSError:
        return False


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
