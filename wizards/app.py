"""Puts the window together; nothing heavy is imported before it is on the screen."""

from __future__ import annotations

import sys
from os import PathLike

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from planner.i18n import language_of_environment
from wizards import theme
from wizards.acts import with_files
from wizards.main_window import MainWindow
from wizards.preferences import Preferences
from wizards.speaking import speak

LOOK_AFTER = 400
"""Milliseconds from showing the start page until lost work is looked for."""
_WINDOWS: list[MainWindow] = []
"""Windows that are open: nothing else holds them."""


def open_window(plan_file: str | PathLike[str] | None = None) -> MainWindow:
    """Build and show a window, on a plan file or the start page, without the event loop."""
    app = _application()
    preferences = Preferences()
    theme.prepare(app)
    dress(preferences)
    window = MainWindow(preferences)
    _hold(window)
    geometry = preferences.geometry
    if geometry is None or not window.restoreGeometry(geometry):
        window.resize(1360, 860)
    window.show()
    if plan_file is not None:
        window.open(str(plan_file))
    else:
        QTimer.singleShot(LOOK_AFTER, window, with_files(window, "offer_lost_work"))
    return window


def run(plan_file: str | PathLike[str] | None = None) -> int:
    """Run the window until it is closed and return the exit code."""
    from wizards.faults import report_to

    window = open_window(plan_file)
    report_to(window.bar)
    QTimer.singleShot(LOOK_AFTER, window, lambda: window.work.start(_warm, _nothing, _nothing))
    return int(QApplication.exec())


def dress(preferences: Preferences) -> None:
    """Give the program the theme, text size and language of the settings."""
    speak(preferences.language or language_of_environment())
    theme.apply(_application(), preferences.theme, preferences.text_size)


def _warm() -> None:
    """Load what the first page needs while the start page is looked at."""
    from importlib import import_module

    for name in ("wizards.desk", "wizards.pages.page", "wizards.files", "planner.checks"):
        import_module(name)


def _nothing(_result: object) -> None:
    """Warming up has no result; what fails then fails again, and is told, when it is needed."""


def _application() -> QApplication:
    app = QApplication.instance()
    if isinstance(app, QApplication):
        return app
    made = QApplication(sys.argv[:1])
    made.setApplicationName("Plansmith")
    made.setDesktopFileName("plansmith")
    return made


def _hold(window: MainWindow) -> None:
    _WINDOWS.append(window)
    window.gone.connect(lambda: _WINDOWS.remove(window) if window in _WINDOWS else None)
