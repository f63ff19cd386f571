"""Puts the window together; nothing heavy is imported before it is on the screen."""

from __future__ import annotations

import sys
from os import PathLike
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication

from planner.i18n import language_of_environment
from wizards import theme
from wizards.acts import with_files
from wizards.main_window import MainWindow
from wizards.preferences import Preferences
from wizards.speaking import speak
from wizards.sweeping import Sweeper

if TYPE_CHECKING:
    from wizards.faults import Faults

LOOK_AFTER = 400
"""Milliseconds from showing the start page until lost work is looked for."""
STEP_ASIDE = 32
"""Pixels between the corners of a window and one that is opened from it."""
_WINDOWS: list[MainWindow] = []
"""Windows that are open: nothing else holds them."""


class _Program:
    faults: Faults | None = None
    """Hears of faults while the event loop runs."""


def open_window(
    plan_file: str | PathLike[str] | None = None, beside: MainWindow | None = None
) -> MainWindow:
    """Build and show a window, on a plan file or the start page, without the event loop.

    Where it is opened from another window it stands a little below and right of that one.
    """
    app = _application()
    preferences = Preferences()
    theme.prepare(app)
    _attend(app)
    dress(preferences)
    window = MainWindow(preferences)
    _hold(window)
    geometry = preferences.geometry
    if geometry is None or not window.restoreGeometry(geometry):
        window.resize(1360, 860)
    if beside is not None:
        window.move(beside.pos() + QPoint(STEP_ASIDE, STEP_ASIDE))
    window.show()
    if plan_file is not None:
        window.open(str(plan_file))
    else:
        QTimer.singleShot(LOOK_AFTER, window, with_files(window, "offer_lost_work"))
    return window


def run(plan_file: str | PathLike[str] | None = None) -> int:
    """Run the window until it is closed and return the exit code."""
    window = open_window(plan_file)
    from wizards.faults import Faults

    _Program.faults = Faults(windows)
    _Program.faults.listen()
    QTimer.singleShot(LOOK_AFTER, window, lambda: window.work.start(_warm, _nothing, _nothing))
    return int(QApplication.exec())


def windows() -> tuple[MainWindow, ...]:
    """The windows that are open, in the order in which they were opened."""
    return tuple(_WINDOWS)


def close_all() -> None:
    """Close one window after the other; one that the user keeps keeps those after it too."""
    window = next(iter(_WINDOWS), None)
    if window is None:
        return

    def go_on() -> None:
        stop()
        # The window that has just gone is still handling the key that closed it.
        QTimer.singleShot(0, close_all)

    def stop() -> None:
        window.gone.disconnect(go_on)
        window.stayed.disconnect(stop)

    window.gone.connect(go_on)
    window.stayed.connect(stop)
    window.activateWindow()
    window.close()


def dress(preferences: Preferences) -> None:
    """Give the program the theme, text size, movement and language of the settings."""
    speak(preferences.language or language_of_environment())
    calm = preferences.less_movement
    theme.apply(_application(), preferences.theme, preferences.text_size, calm=calm)


def _attend(app: QApplication) -> None:
    """Do what is done once for all windows: sweep, and follow the system's theme."""
    if app.findChild(Sweeper) is not None:
        return
    Sweeper(app)
    app.styleHints().colorSchemeChanged.connect(_dress_anew)


def _dress_anew() -> None:
    """Show the theme that the system has now, in windows that are to look as the system does."""
    window = next(iter(_WINDOWS), None)
    if window is not None and window.preferences.theme == "system":
        from wizards.acts import dress as dress_windows

        dress_windows(window)


def _warm() -> None:
    """Load what the first page needs while the start page is looked at."""
    from importlib import import_module

    from wizards.faults import log_to_file

    log_to_file()
    for name in ("wizards.desk", "wizards.pages.page", "wizards.files", "planner.checks"):
        import_module(name)


def _nothing(_result: object) -> None:
    """Warming up has no result; what fails then fails again, and is told, when it is needed."""


def _application() -> QApplication:
    app = QApplication.instance()
    if isinstance(app, QApplication):
        return app
    # Asked for as an object, the style would be loaded with all that a style can draw.
    made = QApplication([*sys.argv[:1], "-style", "fusion"])
    made.setProperty(theme.STYLED, True)
    made.setApplicationName("Plansmith")
    made.setDesktopFileName("plansmith")
    return made


def _hold(window: MainWindow) -> None:
    _WINDOWS.append(window)

    def let_go() -> None:
        if window in _WINDOWS:
            _WINDOWS.remove(window)

    window.gone.connect(let_go)
