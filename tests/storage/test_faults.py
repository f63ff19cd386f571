"""Every system call fails in turn: the old file whole or the new file whole, and the error told."""

import errno

import pytest

from planner import storage
from planner.storage import lock, recovery

from .faulty import Faults

ERRNOS = (
    errno.EIO,
    errno.ENOSPC,
    errno.EDQUOT,
    errno.EACCES,
    errno.EPERM,
    errno.EROFS,
    errno.ENOENT,
    errno.EMFILE,
    errno.ENOMEM,
    errno.EINVAL,
    errno.ENOTSUP,
    errno.ENAMETOOLONG,
)
pytestmark = pytest.mark.parametrize("forever", [False, True], ids=["once", "for-ever"])


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr(lock, "PATIENCE", 0.02)


def each_call(act, check, forever):
    """Let the first, second, … call of an action fail until the action runs untouched.

    `act` gives what it returned or the storage error; any other error is a violation.
    """
    cases = 0
    for number in ERRNOS:
        first = 1
        while True:
            faults = Faults(first, number, forever)
            prepare = act()
            with faults.active():
                try:
                    outcome = prepare()
                except storage.StorageError as error:
                    outcome = error
            if not faults.failed:
                check(outcome, faults)
                break
            check(outcome, faults)
            cases += 1
            first += 1
    return cases


@pytest.mark.parametrize("by_link", [False, True], ids=["file", "link"])
def test_saving_over(folder, file, plan, other, forever, by_link):
    first = storage.write_new(plan, file)
    old = file.read_bytes()
    named = file
    if by_link:
        named = folder / "link.mktplan"
        named.symlink_to(file)

    def act():
        file.write_bytes(old)
        return lambda: storage.save(other, named, first)

    def check(outcome, faults):
        now = file.read_bytes()
        assert named.is_symlink() == by_link
        if isinstance(outcome, storage.SavedNotConfirmed):
            known = outcome.known
        elif isinstance(outcome, storage.StorageError):
            assert now == old, faults.failed
            assert str(named.parent) in str(outcome)
            known = first
        else:
            known = outcome
        assert storage.read(file).plan == (plan if now == old else other)
        assert (now == old) == (known is first)
        # No false conflict afterwards.
        storage.save(plan, file, known)
        if faults.failed != ["unlink"] and not forever:
            assert list(folder.glob(".~*.tmp")) == []

    assert each_call(act, check, forever) >= 150


def test_saving_without_knowing_the_file(folder, file, plan, other, forever):
    storage.write_new(plan, file)
    old = file.read_bytes()

    def act():
        file.write_bytes(old)
        return lambda: storage.save(other, file)

    def check(outcome, faults):
        now = file.read_bytes()
        told = isinstance(outcome, storage.StorageError)
        confirmed = not isinstance(outcome, storage.SavedNotConfirmed)
        assert storage.read(file).plan == (plan if told and confirmed else other)
        assert (now == old) == (told and confirmed)

    assert each_call(act, check, forever) >= 150


def test_a_new_file(file, plan, forever):
    def act():
        file.unlink(missing_ok=True)
        return lambda: storage.write_new(plan, file)

    def check(outcome, faults):
        if isinstance(outcome, storage.SavedNotConfirmed | storage.Known):
            assert storage.read(file).plan == plan
        else:
            assert isinstance(outcome, storage.StorageError)
            assert not file.exists() or file.read_bytes() == b""
            # Only where removing failed too may the empty, claimed name stay.
            assert not file.exists() or "unlink" in faults.failed

    assert each_call(act, check, forever) >= 80


def test_recovery_files(file, plan, other, forever):
    plan_id = storage.new_plan_id()
    recovery.write(plan, plan_id, file)

    def act():
        recovery.write(plan, plan_id, file)
        return lambda: recovery.write(other, plan_id, file)

    def check(outcome, faults):
        kept = recovery.read(recovery.find(plan_id)).plan
        assert kept == (plan if isinstance(outcome, storage.StorageError) else other)

    assert each_call(act, check, forever) >= 80


def test_reading(file, plan, forever):
    storage.write_new(plan, file)

    def act():
        return lambda: storage.read(file)

    def check(outcome, faults):
        if isinstance(outcome, storage.StorageError):
            assert outcome.exit_code == 5
        else:
            assert outcome.plan == plan

    assert each_call(act, check, forever) >= 30


def test_the_opening_lock(file, forever):
    """The plan may be opened without it, so it tells by an OSError."""
    plan_id = storage.new_plan_id()

    def take():
        try:
            return storage.OpenLock.take(plan_id, file)
        except OSError:
            return None

    def check(outcome, faults):
        if isinstance(outcome, storage.OpenLock):
            outcome.release()
        storage.OpenLock.take(plan_id, file).release()

    def act():
        return take

    assert each_call(act, check, forever) >= 30


@pytest.mark.parametrize("size", [1, 1000])
def test_writes_that_take_only_a_part(file, plan, other, forever, size):
    known = storage.write_new(plan, file)
    faults = Faults(size, 0, forever, short=True)
    faults.is_due = lambda name: name == "write"
    with faults.active():
        storage.save(other, file, known)
    assert storage.read(file).plan == other
