import os
import signal
import subprocess
import sys
import time

import pytest

from planner import storage
from planner.storage import OpenLock

HOLDING = """
import sys, time
from planner.storage import OpenLock
lock = OpenLock.take(sys.argv[1], sys.argv[2])
print("held", flush=True)
time.sleep(60)
"""


@pytest.fixture
def plan_id():
    return storage.new_plan_id()


@pytest.fixture
def elsewhere(plan_id, file):
    """Another process that has the plan open."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDING, plan_id, str(file)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def test_a_second_window_is_told(plan_id, file):
    with OpenLock.take(plan_id, file) as first:
        with pytest.raises(storage.AlreadyOpen) as told:
            OpenLock.take(plan_id, file)
        assert told.value.holder.process == os.getpid()
        assert told.value.holder.path == str(file)
        assert str(file) in str(told.value)
        assert "read-only or take it over" in str(told.value)
        assert first.is_current
    assert not first.is_current
    OpenLock.take(plan_id, file).release()


def test_other_plans_are_not_concerned(plan_id, file):
    with OpenLock.take(plan_id, file), OpenLock.take(storage.new_plan_id(), file):
        pass


def test_another_process_is_told(plan_id, file, elsewhere):
    with pytest.raises(storage.AlreadyOpen) as told:
        OpenLock.take(plan_id, file)
    assert told.value.holder.process == elsewhere.pid
    assert storage.holder_of(plan_id).process == elsewhere.pid


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_a_killed_holder_frees_it_at_once(plan_id, file, elsewhere):
    os.kill(elsewhere.pid, signal.SIGKILL)
    elsewhere.wait()
    assert storage.holder_of(plan_id) is None
    OpenLock.take(plan_id, file).release()


def test_taking_over(plan_id, file, elsewhere):
    with OpenLock.take(plan_id, file, take_over=True) as mine:
        assert mine.is_current
        with pytest.raises(storage.AlreadyOpen) as told:
            OpenLock.take(plan_id, file)
        assert told.value.holder.process == os.getpid()


def test_the_one_taken_over_notices(plan_id, file):
    first = OpenLock.take(plan_id, file)
    second = OpenLock.take(plan_id, file, take_over=True)
    third = OpenLock.take(plan_id, file, take_over=True)
    assert [lock.is_current for lock in (first, second, third)] == [False, False, True]
    first.release()
    with pytest.raises(storage.AlreadyOpen):
        OpenLock.take(plan_id, file)
    third.release()
    second.release()
    assert storage.holder_of(plan_id) is None
    with OpenLock.take(plan_id, file) as again:
        assert again.is_current


def test_take_over_where_nobody_has_it(plan_id, file):
    with OpenLock.take(plan_id, file, take_over=True) as lock:
        assert lock.is_current


def test_a_live_holder_is_never_stale(plan_id, file, data_folder):
    """QLockFile let a second process steal a live holder's lock that was an hour old."""
    with OpenLock.take(plan_id, file):
        hour_ago = time.time() - 3600 * 24
        for entry in (data_folder / "locks").iterdir():
            os.utime(entry, (hour_ago, hour_ago))
            entry.write_bytes(b"")  # and an empty lock file is no free one
        with pytest.raises(storage.AlreadyOpen) as told:
            OpenLock.take(plan_id, file)
        assert told.value.message("en")


def test_saving_goes_on_while_the_plan_is_open(file, plan, other):
    known = storage.write_new(plan, file)
    with OpenLock.take(known.plan_id, file):
        storage.save(other, file, known)


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_private_and_forgotten(plan_id, file, data_folder):
    """The name of a client's file is not left behind."""
    with OpenLock.take(plan_id, file):
        pass
    assert data_folder.stat().st_mode & 0o777 == 0o700
    for entry in data_folder.rglob("*"):
        assert entry.stat().st_mode & 0o777 == (0o700 if entry.is_dir() else 0o600)
        assert entry.is_dir() or entry.read_bytes() == b""
