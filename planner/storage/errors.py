"""What can go wrong with a plan file, each in one sentence that names the file and the way out."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from planner.i18n import N_, translate
from planner.model.clean import one_line

if TYPE_CHECKING:
    from planner.model.plan import Problem
    from planner.storage.known import Known
    from planner.storage.salvage import Salvage

FAILURE, BROKEN_VALUE, UNUSABLE_FILE = 1, 3, 5
"""Exit codes: a failure, a value that breaks its declaration, a file that cannot be used."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text with words to fill in, translated where it is shown."""

    template: str
    words: Mapping[str, object] = field(default_factory=dict)

    def message(self, language: str) -> str:
        """The text in a language; words that are phrases themselves are translated too."""
        words = {name: _in_language(word, language) for name, word in self.words.items()}
        return translate(self.template, language).format(**words)


def _in_language(word: object, language: str) -> object:
    speak = getattr(word, "message", None)
    return speak(language) if callable(speak) else word


class StorageError(Exception):
    """A plan file that could not be read or written; nothing on the disk was damaged by us."""

    exit_code: ClassVar[int] = FAILURE
    template: ClassVar[str] = ""

    def __init__(self, path: Path | str, template: str = "", **words: object) -> None:
        self.path = Path(path)
        self.phrase = Phrase(template or self.template, {"file": shown(path), **words})
        super().__init__(self.phrase.message("en"))

    def message(self, language: str) -> str:
        """The sentence in a language."""
        return self.phrase.message(language)


class MissingFile(StorageError):
    """There is no such file."""

    exit_code = UNUSABLE_FILE
    template = N_("“{file}” does not exist; check the name and the folder.")


class UnreadableFile(StorageError):
    """The file is there, but the system does not let us read it."""

    exit_code = UNUSABLE_FILE
    template = N_(
        "“{file}” cannot be read ({reason}); ask its owner for the right to read it, "
        "or copy it to a folder of yours."
    )


class NotAPlan(StorageError):
    """The file is something else."""

    exit_code = UNUSABLE_FILE
    template = N_(
        "“{file}” is not a plan of Plansmith; choose a file that Plansmith saved, "
        "such as one that ends in .mktplan."
    )


class NewerPlan(StorageError):
    """The file needs a newer program."""

    exit_code = UNUSABLE_FILE
    template = N_(
        "“{file}” was saved by Plansmith {app} in file version {needed}, and this program reads "
        "versions up to {ours}; update Plansmith to open it."
    )


class DamagedFile(StorageError):
    """The file is a plan that is no longer what was saved; the sentence says what is left of it.

    `plan` is what is left as a plan that nobody vouches for, or None.
    """

    exit_code = UNUSABLE_FILE
    template = N_(
        "“{file}” does not match its checksum, so it was damaged or changed outside Plansmith: "
        "{recoverable}; bring back an earlier copy of it."
    )
    header_template: ClassVar[str] = N_(
        "“{file}” has a damaged first line: {recoverable}; bring back an earlier copy of it."
    )

    def __init__(
        self, path: Path | str, left: Salvage | None, template: str = "", **words: object
    ) -> None:
        recoverable = left.phrase if left else ""
        super().__init__(path, template, recoverable=recoverable, **words)
        self.plan = left.plan if left else None


class TruncatedFile(DamagedFile):
    """The file ends before all of the plan was read."""

    template = N_(
        "“{file}” ends too early, {found} of {expected} bytes are left: {recoverable}; "
        "bring back an earlier copy of it."
    )
    empty_template: ClassVar[str] = N_(
        "“{file}” is empty, so no plan is left in it; bring back an earlier copy of it."
    )


class BrokenValues(StorageError):
    """Values in the file break their declaration; `problems` has every one with its path."""

    exit_code = BROKEN_VALUE
    template = N_("“{file}” cannot be opened because {where} does not fit: {problem}")
    more_template: ClassVar[str] = N_(
        "“{file}” cannot be opened because {where}, like {more} more, does not fit: {problem}"
    )

    def __init__(self, path: Path | str, problems: tuple[Problem, ...]) -> None:
        first, more = problems[0], len(problems) - 1
        template = self.more_template if more else self.template
        where = first.path or Phrase(N_("the plan as a whole"))
        super().__init__(path, template, where=where, more=more, problem=first)
        self.problems = problems


class NotStorable(BrokenValues):
    """The plan in memory holds values that a file would not give back; nothing was written."""

    template = N_("“{file}” was not saved because {where} does not fit: {problem}")
    more_template = N_(
        "“{file}” was not saved because {where}, like {more} more, does not fit: {problem}"
    )


class ReadOnlyFile(StorageError):
    """The file is write-protected."""

    template = N_("“{file}” is write-protected; lift that or save under another name.")


class FileExists(StorageError):
    """A new file was to be made where one is."""

    template = N_("“{file}” exists already; choose another name or remove it first.")


class ChangedOnDisk(StorageError):
    """Someone else changed the file since we read it; nothing was written, both versions live."""

    template = N_(
        "“{file}” was changed by another window or program since it was opened; "
        "save under another name, then compare the two."
    )


class SaveBusy(StorageError):
    """Another window or process did not finish saving this plan."""

    template = N_(
        "“{file}” is being saved by another window or program; try again when that is done."
    )


class SavedNotConfirmed(StorageError):
    """The new file is in place, but the disk did not confirm it: keep the autosave.

    `known` is what is now on the disk, for the next save.
    """

    template = N_(
        "“{file}” was saved, but the disk did not confirm it ({reason}); "
        "leave the plan open and save again."
    )

    def __init__(self, path: Path | str, known: Known, reason: str) -> None:
        super().__init__(path, reason=reason)
        self.known = known


class SaveFailed(StorageError):
    """The file could not be written; the old one is whole. `errno` is the system's reason."""

    template = N_("“{file}” could not be saved ({reason}); try again or save in another folder.")
    lock_template: ClassVar[str] = N_(
        "“{file}” could not be saved because Plansmith’s own folder “{folder}” cannot be used "
        "({reason}); make that folder writable and save again."
    )

    def __init__(
        self, path: Path | str, error: OSError, template: str = "", folder: str = ""
    ) -> None:
        words = {
            "reason": reason(error),
            "folder": folder or shown(Path(path).parent),
        }
        super().__init__(path, template or _SAVE_TEMPLATES.get(error.errno or 0, ""), **words)
        self.errno = error.errno


class NoRoom(SaveFailed):
    """The disk is full; says how much is needed and how much is free, in kilobytes."""

    template = N_(
        "“{file}” could not be saved because {needed} kB are needed and {free} kB are free; "
        "free some space or save on another disk."
    )
    unknown_template: ClassVar[str] = N_(
        "“{file}” could not be saved because {needed} kB are needed and the disk is full; "
        "free some space or save on another disk."
    )

    def __init__(self, path: Path | str, error: OSError, needed: int, free: int | None) -> None:
        template = self.unknown_template if free is None else self.template
        words = {"needed": -(-needed // 1000), "free": (free or 0) // 1000}
        StorageError.__init__(self, path, template, **words)
        self.errno = error.errno


_FOLDER_REFUSES = N_(
    "“{file}” could not be saved because the folder “{folder}” takes no new files ({reason}); "
    "save in a folder of yours."
)
_SAVE_TEMPLATES = {
    errno.EACCES: _FOLDER_REFUSES,
    errno.EPERM: _FOLDER_REFUSES,
    errno.EROFS: _FOLDER_REFUSES,
    errno.ENOENT: N_(
        "“{file}” could not be saved because the folder “{folder}” is not there; "
        "save in another folder."
    ),
    errno.ENAMETOOLONG: N_("The name of “{file}” is too long to be saved; choose a shorter one."),
}


def shown(path: Path | str) -> str:
    """A path as it can be printed, whatever bytes its name has."""
    return one_line(os.fspath(path))


def reason(error: OSError) -> str:
    """The system's own words for an error."""
    return os.strerror(error.errno) if error.errno else one_line(str(error))
