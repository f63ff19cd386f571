"""System calls that fail on demand."""

import os
from contextlib import contextmanager
from unittest import mock

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None

CALLS = (
    "open",
    "write",
    "read",
    "fsync",
    "fchmod",
    "fstat",
    "lstat",
    "stat",
    "replace",
    "link",
    "unlink",
    "close",
    "mkdir",
    "listdir",
    "ftruncate",
)


class Faults:
    """Counts the system calls; from the `first` one on (1 is the first) one or all of them fail.

    `short` lets a write take only a part of its bytes instead of failing.
    """

    def __init__(self, first, number, forever, short=False):
        self.first = first
        self.number = number
        self.forever = forever
        self.short = short
        self.count = 0
        self.failed = []

    def is_due(self, name):
        self.count += 1
        due = self.count >= self.first if self.forever else self.count == self.first
        if due:
            self.failed.append(name)
        return due

    def wrap(self, name, real):
        def call(*args, **kwargs):
            if not self.is_due(name):
                return real(*args, **kwargs)
            if name == "write" and self.short:
                return real(args[0], args[1][: max(1, len(args[1]) // 2)])
            if name == "close":
                real(*args, **kwargs)  # a close that fails has closed
            raise OSError(self.number, os.strerror(self.number))

        return call

    @contextmanager
    def active(self):
        with mock.patch.multiple(
            os, **{name: self.wrap(name, getattr(os, name)) for name in CALLS if hasattr(os, name)}
        ):
            if fcntl is None:
                yield self
            else:
                with mock.patch.object(fcntl, "flock", self.wrap("flock", fcntl.flock)):
                    yield self
