"""Settings: theme, text size, movement, the program's language."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from planner.i18n import LANGUAGES, N_
from wizards import theme
from wizards.dialogs.form import FormDialog
from wizards.forms.entries import ChoiceEntry
from wizards.preferences import TEXT_SIZES, Preferences
from wizards.speaking import say

_THEMES = (
    ("system", N_("As the system")),
    ("light", N_("Light")),
    ("dark", N_("Dark")),
    ("contrast", N_("High contrast")),
)
WIDEST = 880
"""Pixels that the dialog is wide at most."""
_NATIVE = {"en": "English", "ro": "Română", "ms": "Bahasa Melayu", "ka": "ქართული"}


class SettingsDialog(FormDialog):
    """Changes the settings; `changed` tells that the window must be dressed anew."""

    changed = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(say(N_("Settings")), "settings", parent)
        # In large type sentences need the width: a small screen has no height to spare.
        self.setMinimumWidth(min(theme.pixels(420), WIDEST))
        self._preferences = preferences
        self._theme = _entry("settings.theme", tuple((w, say(t)) for w, t in _THEMES))
        self._theme.setCurrentIndex(self._theme.findData(preferences.theme))
        self.add_row(say(N_("Colours")), self._theme)
        self._size = _entry("settings.text_size", tuple((s, f"{s} %") for s in TEXT_SIZES))
        self._size.setCurrentIndex(self._size.findData(preferences.text_size))
        self.add_row(say(N_("Size of text")), self._size)
        self._movement = QCheckBox(say(N_("Less movement than the system shows")))
        self._movement.setObjectName("settings.movement")
        self._movement.setAccessibleName(self._movement.text())
        self._movement.setToolTip(
            say(N_("Lists and menus open at once, and the text cursor does not blink."))
        )
        self._movement.setChecked(preferences.less_movement)
        self.column.addWidget(self._movement)
        self.column.addSpacing(12)
        languages = (("", say(N_("As the system"))), *((c, _NATIVE[c]) for c in LANGUAGES))
        self._language = _entry("settings.language", languages)
        self._language.setCurrentIndex(self._language.findData(preferences.language))
        self.add_row(
            say(N_("Language of the program")),
            self._language,
            say(N_("The language of a document is chosen where it is written.")),
        )
        self.add_buttons(say(N_("&Apply")))

    def accept(self) -> None:
        """Keep the settings."""
        self._preferences.theme = str(self._theme.currentData())
        self._preferences.text_size = int(self._size.currentData())
        self._preferences.less_movement = self._movement.isChecked()
        self._preferences.language = str(self._language.currentData())
        super().accept()
        self.changed.emit()


def _entry(name: str, options: tuple[tuple[object, str], ...]) -> ChoiceEntry:
    entry = ChoiceEntry()
    entry.setObjectName(name)
    for value, words in options:
        entry.addItem(words, value)
    return entry
