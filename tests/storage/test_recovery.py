import os
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from planner import storage
from planner.storage import recovery


def test_unsaved_work_comes_back(file, plan, other):
    known = storage.write_new(plan, file)
    recovery.write(other, known.plan_id, file, known)
    (found,) = recovery.pending()
    assert (found.plan_id, found.original) == (known.plan_id, file)
    assert abs(datetime.now(UTC) - found.written) < timedelta(minutes=1)
    recovered = recovery.read(found)
    assert (recovered.plan, recovered.original, recovered.known) == (other, file, known)
    storage.save(recovered.plan, file, recovered.known)
    assert storage.read(file).plan == other
    recovery.discard(known.plan_id)
    assert recovery.pending() == ()


def test_a_file_changed_since_the_crash_is_not_overwritten(file, plan, other):
    known = storage.write_new(plan, file)
    recovery.write(other, known.plan_id, file, known)
    storage.save(other, file, known)
    with pytest.raises(storage.ChangedOnDisk):
        storage.save(plan, file, recovery.read(recovery.find(known.plan_id)).known)


def test_a_plan_never_saved(plan):
    plan_id = storage.new_plan_id()
    recovery.write(plan, plan_id, None)
    (found,) = recovery.pending()
    assert (found.plan_id, found.original) == (plan_id, None)
    assert recovery.read(found).plan == plan


def test_unknown_header_keys_and_versions_come_back(file, plan):
    known = storage.Known(storage.new_plan_id(), "", 4, 1, {"colour": "red"})
    recovery.write(plan, known.plan_id, file, known)
    assert recovery.read(recovery.find(known.plan_id)).known == known


def test_never_beside_the_plan_nor_among_temporary_files(file, plan, data_folder):
    known = storage.write_new(plan, file)
    written = recovery.write(plan, known.plan_id, file, known)
    assert written.is_relative_to(data_folder)
    assert list(file.parent.iterdir()) == [file]
    assert [one.name for one in (data_folder / "recovery").iterdir()] == [written.name]


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_private(file, plan, data_folder):
    written = recovery.write(plan, storage.new_plan_id(), file)
    assert written.stat().st_mode & 0o777 == 0o600
    assert written.parent.stat().st_mode & 0o777 == 0o700
    assert data_folder.stat().st_mode & 0o777 == 0o700


def test_the_latest_first(plan):
    ids = [storage.new_plan_id() for _ in range(3)]
    for age, plan_id in enumerate(ids):
        written = recovery.write(plan, plan_id, None)
        os.utime(written, (1_800_000_000 - age, 1_800_000_000 - age))
    assert [one.plan_id for one in recovery.pending()] == ids


def test_work_of_an_open_window_is_not_offered(file, plan):
    plan_id = storage.new_plan_id()
    recovery.write(plan, plan_id, file)
    with storage.OpenLock.take(plan_id, file):
        assert recovery.pending() == ()
        assert recovery.find(plan_id) is not None
    assert len(recovery.pending()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_work_of_a_killed_process_is_offered(file, plan):
    code = (
        "import os, sys, signal; from planner import storage; from planner.storage import recovery;"
        "from planner.model.plan import from_json; i = sys.argv[1];"
        "lock = storage.OpenLock.take(i, sys.argv[2]);"
        "recovery.write(from_json({'meta': {'title': 'unsaved'}}), i, sys.argv[2]);"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    plan_id = storage.new_plan_id()
    done = subprocess.run([sys.executable, "-c", code, plan_id, str(file)], check=False)
    assert done.returncode == -signal.SIGKILL
    (found,) = recovery.pending()
    assert (found.plan_id, found.original) == (plan_id, file)
    assert recovery.read(found).plan.meta.title == "unsaved"


def test_a_damaged_one_is_offered_and_told(plan):
    plan_id = storage.new_plan_id()
    written = recovery.write(plan, plan_id, None)
    written.write_bytes(written.read_bytes()[:-40])
    (found,) = recovery.pending()
    with pytest.raises(storage.TruncatedFile, match="can still be read"):
        recovery.read(found)
    written.write_bytes(b"\x00" * 100)
    assert [one.plan_id for one in recovery.pending()] == [plan_id]


@pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes")
def test_an_original_of_any_name(folder, plan):
    file = os.fsdecode(os.fsencode(folder) + b"/caf\xe9.mktplan")
    plan_id = storage.new_plan_id()
    recovery.write(plan, plan_id, file)
    assert str(recovery.find(plan_id).original) == file


def test_nothing_to_discard_or_find():
    recovery.discard(storage.new_plan_id())
    assert recovery.find(storage.new_plan_id()) is None
    assert recovery.pending() == ()


def test_a_folder_that_cannot_be_used(file, plan, monkeypatch, tmp_path):
    (tmp_path / "blocked").write_bytes(b"")
    monkeypatch.setenv("PLANSMITH_DATA_DIR", str(tmp_path / "blocked" / "own"))
    assert recovery.pending() == ()
    assert recovery.find(storage.new_plan_id()) is None
    with pytest.raises(storage.SaveFailed, match="own folder"):
        recovery.write(plan, storage.new_plan_id(), file)
    with pytest.raises(storage.SaveFailed, match="own folder"):
        recovery.discard(storage.new_plan_id())
