"""Languages of the program and of documents: marking, translating, choosing."""

from __future__ import annotations

import gettext
import os
from functools import cache

LANGUAGES = ("en", "ro", "ms", "ka")
"""Languages in which answers, headings and numbers can be written, by ISO 639 code."""

_LOCALES = {"en": "en_GB", "ro": "ro_RO", "ms": "ms_MY", "ka": "ka_GE"}


def N_(text: str) -> str:  # noqa: N802  the name that extraction tools know
    """Mark a text for translation where it is declared; it is translated where it is shown."""
    return text


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    from planner import assets

    return gettext.translation(
        "plansmith", assets.resource("locale"), languages=[language], fallback=True
    )


def translate(text: str, language: str) -> str:
    """The text in a language, or as it stands where no translation exists."""
    return _catalogue(language).gettext(text) if text else ""


def translate_count(one: str, many: str, count: int, language: str) -> str:
    """The form of a text that fits a count, in a language."""
    return _catalogue(language).ngettext(one, many, count)


def locale_of(language: str) -> str:
    """The locale whose numbers and dates a language uses, as Babel names it."""
    return _LOCALES.get(language, "en_GB")


def language_of_environment() -> str:
    """The language that LANG asks for where the program speaks it, else English."""
    asked = os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    code = asked.split(".")[0].split("_")[0].lower()
    return code if code in LANGUAGES else "en"


class WordedError(Exception):
    """What went wrong as a sentence that can be said in any language.

    `template` is marked for translation where it is raised and has the names of `words` in braces.
    """

    def __init__(self, template: str, **words: object) -> None:
        super().__init__(template.format(**words))
        self.template = template
        self.words = words

    def message(self, language: str) -> str:
        """The sentence in a language."""
        return translate(self.template, language).format(**self.words)
