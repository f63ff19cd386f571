"""The presenter view's window: full screen, one slide, keys and a few buttons, no menus."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from planner.i18n import N_
from wizards import theme
from wizards.forms.row import plain_label
from wizards.message_bar import MessageBar
from wizards.parting import part_with
from wizards.presenting.asking import Asking
from wizards.presenting.slides import Slide, place_of, slides_of
from wizards.speaking import say
from wizards.steps import STEPS

if TYPE_CHECKING:
    from planner.session import Changed
    from wizards.main_window import MainWindow

QUESTION = 28
"""Points of a question at least: what the last row of a room can read."""
_BODY, _LARGEST_BODY = 17, 26
"""Points of what is typed, in a small room and in a large one."""
_WIDTH_OF_BODY, _LEAST_WIDTH = 75, 50
"""Pixels of screen for each point of what is typed, and at least where the user wants it large."""
COLUMN = 1500
"""The widest column in pixels."""


class Presenter(QWidget):
    """Asks what a step of the window's plan asks, slide by slide; leaving leads back to the form.

    Named `presenter`; its buttons are `presenter.back`, `.next`, `.sample` and `.leave`.
    """

    def __init__(self, window: MainWindow, word: str, path: str) -> None:
        super().__init__(window, Qt.WindowType.Window)
        self.setObjectName("presenter")
        self.setProperty("role", "sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say(N_("Plansmith, presenter view")))
        self._window, self._word = window, word
        self.bar = MessageBar()
        context = window.desk.context
        self._context = replace(context, speaker=self.bar, guide=_Leading(self, window))
        self._bridge = context.bridge
        self._slides: tuple[Slide, ...] = ()
        self._number = 0
        self.asking: Asking | None = None
        self._sheet: tuple[int, float] = (0, 0)
        self._build()
        self._add_keys()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._follow)
        self._bridge.changed.connect(self._changed)
        self._slides = slides_of(self._context, word)
        self._dress()
        self._show(place_of(self._context, self._slides, path), path)

    @property
    def body(self) -> float:
        """Points of what is typed: as the screen allows, and larger than in the form."""
        wanted = min(theme.points(theme.BODY) * 1.2, self.width() / _LEAST_WIDTH)
        return min(_LARGEST_BODY, max(_BODY, self.width() / _WIDTH_OF_BODY, wanted))

    @property
    def question(self) -> float:
        """Points of the question."""
        return max(QUESTION, self.body * 1.5)

    def turn(self, by: int) -> None:
        """Ask the next question, or the one before where `by` is negative."""
        self._end_editing()
        here = self._here()
        self._slides = slides_of(self._context, self._word)
        number = self._place(here) + by
        if 0 <= number < len(self._slides):
            self._show(number)
        else:
            self._tell_place()

    def toggle_sample(self) -> None:
        """Show how the sample plan answers, or hide it."""
        if self.asking is not None:
            self.asking.toggle_sample()

    def leave(self, path: str | None = None) -> None:
        """Go back to the window, to the same question or another place."""
        self._end_editing()
        if path is None:
            path = self.asking.current_path if self.asking is not None else ""
        self.close()
        self._window.activateWindow()
        if path:
            self._window.guide.show_path(path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves; in an open cell it only closes that."""
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.leave()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the size of letters by the screen."""
        super().resizeEvent(event)
        self._dress()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hear no more of the plan."""
        self._window.presenter = None
        self._end_editing()
        self._bridge.changed.disconnect(self._changed)
        self._later.stop()
        super().closeEvent(event)

    def sizeHint(self) -> QSize:
        """As large as a small screen."""
        return QSize(1024, 640)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        self._place_label = plain_label("", "place")
        self._place_label.setObjectName("presenter.place")
        column.addWidget(_centred(self._place_label, above=20, below=0))
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._room = QWidget()
        inside = QVBoxLayout(self._room)
        inside.setContentsMargins(0, 0, 0, 0)
        self._area.setWidget(_centred(self._room, above=20, below=20))
        column.addWidget(self._area, 1)
        column.addWidget(_centred(self._buttons(), above=12, below=24))

    def _buttons(self) -> QWidget:
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self._back = _button("back", say(N_("&Back")), "PgUp", lambda: self.turn(-1))
        sample = _button("sample", say(N_("&Sample’s answer")), "F1", self.toggle_sample)
        leave = _button("leave", say(N_("&Leave")), "Esc", self.leave)
        self._next = _button("next", say(N_("&Next question")), "PgDown", lambda: self.turn(1))
        self._next.setProperty("primary", True)
        for quiet in (sample, leave):
            quiet.setProperty("quiet", True)
        row.addWidget(self._back)
        row.addStretch(1)
        row.addWidget(sample)
        row.addWidget(leave)
        row.addStretch(1)
        row.addWidget(self._next)
        return buttons

    def _add_keys(self) -> None:
        session = self._bridge.session
        keys: tuple[tuple[tuple[str, ...], Callable[[], object]], ...] = (
            (("PgDown", "Ctrl+Return"), lambda: self.turn(1)),
            (("PgUp",), lambda: self.turn(-1)),
            (("F1",), self.toggle_sample),
            (("F5",), self.leave),
            (("Ctrl+Z",), session.undo),
            (("Ctrl+Shift+Z", "Ctrl+Y"), session.redo),
            (("Ctrl+S",), self._save),
        )
        for several, act in keys:
            for one in several:
                shortcut = QShortcut(QKeySequence(one), self)
                shortcut.activated.connect(_calling(act))

    def _save(self) -> None:
        if self._window.desk.file.path is None:
            # Where to is asked in the window.
            self.leave()
        self._window.files.save()

    def _show(self, number: int, path: str = "") -> None:
        """Show a slide by its number, counted from 0."""
        if self.asking is not None:
            part_with(self.asking)
            self.asking = None
        self._number = number
        inside = self._room.layout()
        assert inside is not None
        if self._slides:
            factor = self.body / theme.points(theme.BODY)
            self.asking = Asking(self._context, self._slides[number], factor)
            inside.addWidget(self.asking)
            self.asking.show_path(path)
            self.asking.focus_widget.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.verticalScrollBar().setValue(0)
        self._tell_place()

    def _tell_place(self) -> None:
        step = next(say(step.name) for step in STEPS if step.word == self._word)
        number, count = self._number + 1, len(self._slides)
        told = say(N_("{step} · {number} of {count}"), step=step, number=number, count=count)
        self._place_label.setText(told if count else step)
        self._back.setEnabled(self._number > 0)
        self._next.setEnabled(number < count)

    def _here(self) -> Slide | None:
        return self.asking.slide if self.asking is not None else None

    def _place(self, slide: Slide | None) -> int:
        """Where a slide stands now; as near as can be where it is gone."""
        for number, one in enumerate(self._slides):
            if slide is not None and one.path == slide.path:
                return number
        return max(0, min(self._number, len(self._slides) - 1))

    def _end_editing(self) -> None:
        if self.asking is not None:
            self.asking.take_over()
        self._bridge.session.close_step()

    def _changed(self, event: Changed) -> None:
        del event
        if self.asking is not None:
            self.asking.refresh()
        self._later.start(0)

    def _follow(self) -> None:
        """Count again; who is asked about may be gone."""
        here = self._here()
        self._slides = slides_of(self._context, self._word)
        self._number = self._place(here)
        if here is None or not self._slides or self._slides[self._number].path != here.path:
            self._show(self._number)
        else:
            self._tell_place()

    def _dress(self) -> None:
        """Set letters for a room; what is shown is made anew where they change."""
        sizes = round(self.question), round(self.body, 1)
        if sizes == self._sheet:
            return
        self._sheet = sizes
        self.setStyleSheet(_sheet(self.question, self.body))
        here = self._here()
        if here is not None:
            self._show(self._place(here), self.asking.current_path if self.asking else "")


class _Leading:
    """The `Guide` of what is asked: other places are shown in the window."""

    def __init__(self, presenter: Presenter, window: MainWindow) -> None:
        self._presenter, self._window = presenter, window

    def show_path(self, path: str) -> None:
        """Leave for another place."""
        self._presenter.leave(path)

    def show_asked(self, path: str) -> None:
        """Leave for another place, which may be asked at a greater depth."""
        self._presenter.leave("")
        self._window.guide.show_asked(path)

    def show_sources(self, path: str) -> None:
        """Leave for the ledger."""
        self._presenter.leave("")
        self._window.guide.show_sources(path)

    def explain(self, path: str) -> None:
        """Why a question is asked stands below it already."""


def _centred(widget: QWidget, above: int, below: int) -> QWidget:
    """A widget in the column in the middle of the screen."""
    widget.setMaximumWidth(COLUMN)
    ground = QWidget()
    ground.setProperty("role", "sheet")
    row = QHBoxLayout(ground)
    row.setContentsMargins(48, above, 48, below)
    row.addStretch(1)
    row.addWidget(widget, 1000)
    row.addStretch(1)
    return ground


def _button(name: str, words: str, key: str, act: Callable[[], object]) -> QPushButton:
    shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    button = QPushButton(f"{words}  ({shown})")
    button.setObjectName(f"presenter.{name}")
    button.setAccessibleName(words.replace("&", ""))
    button.clicked.connect(_calling(act))
    return button


def _calling(act: Callable[[], object]) -> Callable[[], None]:
    def call() -> None:
        act()

    return call


def _sheet(question: float, body: float) -> str:
    """Sizes for a room; colours and shapes stay those of the window."""
    small = max(12.0, body * 0.75)
    return f"""
        QWidget {{ font-size: {body:g}pt; }}
        QLabel[role="question"] {{ font-size: {question:g}pt; font-weight: 600; }}
        QLabel[role="why"] {{ font-size: {body:g}pt; }}
        QLabel[role="owner"] {{ font-size: {body * 1.15:g}pt; font-weight: 600;
                                color: {theme.tokens().accent}; }}
        QLabel[role="place"], QLabel[role="hint"] {{ font-size: {small:g}pt;
                                                     color: {theme.tokens().ink3}; }}
        QLabel[role="error"] {{ font-size: {body:g}pt; }}
        QLabel[role="sample"] {{ font-size: {body:g}pt; color: {theme.tokens().ink2}; }}
        QPushButton, QPushButton[quiet="true"] {{ font-size: {small:g}pt; }}
        QHeaderView::section {{ font-size: {body * 0.9:g}pt; }}
        QCheckBox::indicator {{ width: {round(body * 1.1)}px; height: {round(body * 1.1)}px; }}
    """
