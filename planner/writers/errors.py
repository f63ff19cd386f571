"""What can go wrong when a document is written, in words for the user."""

from __future__ import annotations

from typing import ClassVar

from planner.i18n import WordedError


class WriteError(WordedError):
    """A document that can't be written; `exit_code` is the command line's."""

    exit_code: ClassVar[int] = 1


class BrandError(WriteError):
    """A brand file that says something which can't be used; nothing is written with it."""

    exit_code: ClassVar[int] = 3
