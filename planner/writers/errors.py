"""What can go wrong when a document is written, in words for the user."""

from __future__ import annotations

from typing import ClassVar

from planner.i18n import translate


class WriteError(Exception):
    """A document that can't be written, with a sentence for the user.

    `template` is marked for translation where it is raised and has the names of `words` in braces.
    `exit_code` is the command line's.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, template: str, **words: object) -> None:
        super().__init__(template.format(**words))
        self.template = template
        self.words = words

    def message(self, language: str) -> str:
        """The sentence in a language."""
        return translate(self.template, language).format(**self.words)


class BrandError(WriteError):
    """A brand file that says something which can't be used; nothing is written with it."""

    exit_code: ClassVar[int] = 3
