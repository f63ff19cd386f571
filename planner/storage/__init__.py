"""The plan file: read, checked, saved, locked, recovered; old versions brought up to date."""

from planner.storage.errors import (
    BrokenValues,
    ChangedOnDisk,
    DamagedFile,
    FileExists,
    MissingFile,
    NewerPlan,
    NoRoom,
    NotAPlan,
    NotStorable,
    ReadOnlyFile,
    SaveBusy,
    SavedNotConfirmed,
    SaveFailed,
    StorageError,
    TruncatedFile,
    UnreadableFile,
)
from planner.storage.known import Known, new_plan_id
from planner.storage.lock import AlreadyOpen, Holder, OpenLock, holder_of
from planner.storage.reading import Loaded, Report, check, read
from planner.storage.saving import save, write_new

__all__ = [
    "AlreadyOpen",
    "BrokenValues",
    "ChangedOnDisk",
    "DamagedFile",
    "FileExists",
    "Holder",
    "Known",
    "Loaded",
    "MissingFile",
    "NewerPlan",
    "NoRoom",
    "NotAPlan",
    "NotStorable",
    "OpenLock",
    "ReadOnlyFile",
    "Report",
    "SaveBusy",
    "SaveFailed",
    "SavedNotConfirmed",
    "StorageError",
    "TruncatedFile",
    "UnreadableFile",
    "check",
    "holder_of",
    "new_plan_id",
    "read",
    "save",
    "write_new",
]
