"""The program's language: which one it is now, and its sentences."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from planner import i18n


class _Voice:
    language = "en"


def speak(language: str) -> None:
    """Choose the program's language by its ISO 639 code, for what is shown from now on."""
    _Voice.language = language if language in i18n.LANGUAGES else "en"


def language() -> str:
    """The program's language."""
    return _Voice.language


def say(text: str, **words: object) -> str:
    """A marked text in the program's language, its words filled in."""
    told = i18n.translate(text, _Voice.language)
    return told.format(**words) if words else told


def say_count(one: str, many: str, count: int) -> str:
    """The form of a marked text that fits a count, with the count as `{count}`."""
    return i18n.translate_count(one, many, count, _Voice.language).format(count=count)


def locale() -> QLocale:
    """How the program's language writes numbers and dates."""
    return QLocale(i18n.locale_of(_Voice.language))
