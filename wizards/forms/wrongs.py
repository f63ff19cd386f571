"""Answers that could not be taken, of all forms of a window, with what is wrong with each."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Wrongs(QObject):
    """By path, the sentences beside fields and cells; `changed` tells that one came or went."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sentences: dict[str, str] = {}

    def say(self, path: str, sentence: str) -> None:
        """Note what is wrong at a path; nothing is, where the sentence is empty."""
        if self.sentences.get(path, "") == sentence:
            return
        if sentence:
            self.sentences[path] = sentence
        else:
            del self.sentences[path]
        self.changed.emit()
