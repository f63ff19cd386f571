"""What can go wrong when a document is written, in words for the user."""

from __future__ import annotations


class WriteError(Exception):
    """A document that can't be written; the message is a sentence for the user.

    `message` is marked for translation where it is raised and has the names of `values` in braces.
    """

    def __init__(self, message: str, **values: str) -> None:
        super().__init__(message.format(**values))
        self.message = message
        self.values = values
