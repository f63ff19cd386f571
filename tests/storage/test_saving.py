import errno
import json
import os
import sys
import threading
from decimal import Decimal

import pytest

from planner import storage
from planner.model.plan import from_json
from planner.storage import lock, recovery

from .foreign import PLAN_ID, plan_file


def test_saving_over_what_was_read(file, plan, other):
    known = storage.write_new(plan, file)
    loaded = storage.read(file)
    assert (loaded.plan, loaded.known) == (plan, known)
    again = storage.save(other, file, known)
    assert again.plan_id == known.plan_id
    assert storage.read(file).known == again


def test_a_second_save_is_byte_identical(file, plan):
    known = storage.write_new(plan, file)
    data = file.read_bytes()
    assert storage.save(storage.read(file).plan, file, known) == known
    assert file.read_bytes() == data


def test_without_knowing_the_file_a_plan_is_overwritten_and_keeps_its_id(file, plan, other):
    known = storage.write_new(plan, file)
    assert storage.save(other, file).plan_id == known.plan_id
    assert storage.read(file).plan == other


def test_without_knowing_the_file_a_new_one_is_made(file, plan):
    known = storage.save(plan, file)
    assert storage.read(file).known == known


def test_changed_on_disk_both_versions_live(folder, file, plan, other):
    known = storage.write_new(plan, file)
    theirs = plan_file({"meta": {"title": "Theirs"}}, plan_id=known.plan_id)
    file.write_bytes(theirs)
    with pytest.raises(storage.ChangedOnDisk) as told:
        storage.save(other, file, known)
    assert told.value.exit_code == 1
    assert file.read_bytes() == theirs
    storage.write_new(other, folder / "mine.mktplan", known)
    assert storage.read(folder / "mine.mktplan").plan == other


def test_one_changed_byte_of_the_header_counts_as_changed(file, plan, other):
    known = storage.write_new(plan, file)
    file.write_bytes(file.read_bytes().replace(b'"app":"0.1.0"', b'"app":"0.1.1"'))
    with pytest.raises(storage.ChangedOnDisk):
        storage.save(other, file, known)


def test_a_file_that_vanished_is_made_again(file, plan, other):
    known = storage.write_new(plan, file)
    file.unlink()
    assert storage.save(other, file, known).plan_id == known.plan_id
    assert storage.read(file).plan == other


def test_a_folder_that_vanished(file, plan):
    known = storage.write_new(plan, file)
    file.unlink()
    file.parent.rmdir()
    with pytest.raises(storage.SaveFailed, match=r"folder .* is not there"):
        storage.save(plan, file, known)


def test_a_new_file_does_not_replace(file, plan, other):
    storage.write_new(plan, file)
    with pytest.raises(storage.FileExists, match="exists already"):
        storage.write_new(other, file)
    assert storage.read(file).plan == plan


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
@pytest.mark.parametrize("knows", [True, False])
def test_a_write_protected_file_is_left_alone(file, plan, other, knows):
    """os.replace overwrites one without an error (RELIABILITY §1 step 3)."""
    known = storage.write_new(plan, file)
    file.chmod(0o444)
    data = file.read_bytes()
    with pytest.raises(storage.ReadOnlyFile, match="write-protected"):
        storage.save(other, file, known if knows else None)
    assert file.read_bytes() == data


def test_a_folder_in_the_file_s_place(folder, plan):
    for save in (storage.save, storage.write_new):
        with pytest.raises(storage.NotAPlan, match="not a file"):
            save(plan, folder)
    assert list(folder.iterdir()) == []


def test_a_damaged_plan_is_not_overwritten(file, plan, other):
    storage.write_new(plan, file)
    wrong = file.read_bytes().replace(b"1200.50", b"1300.50")
    file.write_bytes(wrong)
    with pytest.raises(storage.DamagedFile):
        storage.save(other, file)
    assert file.read_bytes() == wrong


@pytest.mark.parametrize(
    ("value", "said"),
    [(float("nan"), "number"), (float("inf"), "number"), ("\ud83d", "text"), (1e300, "large")],
    ids=["nan", "infinite", "surrogate", "huge"],
)
def test_an_unknown_value_that_no_file_holds(file, plan, value, said):
    """The trap of RELIABILITY §0.1: one NaN makes the plan unopenable."""
    known = storage.write_new(plan, file)
    data = file.read_bytes()
    broken = plan.model_copy()
    object.__setattr__(broken, "__pydantic_extra__", {"future": value})
    with pytest.raises(storage.NotStorable) as told:
        storage.save(broken, file, known)
    assert told.value.exit_code == 3
    assert str(file) in str(told.value)
    assert said in str(told.value)
    assert file.read_bytes() == data


@pytest.mark.parametrize(
    "price",
    ["many", "-5", -5, Decimal(-1), Decimal("NaN"), float("nan"), [1], {}],
    ids=str,
)
def test_a_value_put_past_the_checks(file, plan, price):
    """model_copy checks nothing, so the bytes are read back before anything is written."""
    known = storage.write_new(plan, file)
    data = file.read_bytes()
    offering = plan.business.offerings[0].model_copy(update={"price": price})
    business = plan.business.model_copy(update={"offerings": (offering,)})
    broken = plan.model_copy(update={"business": business})
    with pytest.raises(storage.NotStorable):
        storage.save(broken, file, known)
    with pytest.raises(storage.NotStorable):
        recovery.write(broken, known.plan_id, file, known)
    assert file.read_bytes() == data


def test_an_answer_that_would_come_back_changed(file, plan):
    """A control character put past the door would be cleaned away on reading."""
    known = storage.write_new(plan, file)
    meta = plan.meta.model_copy(update={"title": "bell\x07"})
    with pytest.raises(storage.NotStorable, match="come back changed"):
        storage.save(plan.model_copy(update={"meta": meta}), file, known)


def test_a_save_waits_for_another_and_gives_up(file, plan, other, monkeypatch):
    monkeypatch.setattr(lock, "PATIENCE", 0.05)
    known = storage.write_new(plan, file)
    with lock.SaveLock(known.plan_id, file), pytest.raises(storage.SaveBusy, match="being saved"):
        storage.save(other, file, known)
    storage.save(other, file, known)
    assert storage.read(file).plan == other


def test_saving_from_a_worker_thread(file, plan, other):
    known = [storage.write_new(plan, file)]

    def work():
        known.append(storage.save(other, file, known[0]))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert storage.read(file).known == known[1]


def test_the_program_s_own_folder_cannot_be_used(file, plan, data_folder, monkeypatch):
    known = storage.write_new(plan, file)
    data_folder.parent.joinpath("blocked").write_bytes(b"")
    monkeypatch.setenv("PLANSMITH_DATA_DIR", str(data_folder.parent / "blocked" / "own"))
    with pytest.raises(storage.SaveFailed, match="own folder"):
        storage.save(plan, file, known)
    assert storage.read(file).known == known


@pytest.mark.parametrize(
    ("number", "kind", "words"),
    [
        (errno.ENOSPC, storage.NoRoom, "kB are free"),
        (errno.EDQUOT, storage.NoRoom, "free some space"),
        (errno.EACCES, storage.SaveFailed, "takes no new files"),
        (errno.EROFS, storage.SaveFailed, "save in a folder of yours"),
        (errno.EIO, storage.SaveFailed, "try again"),
    ],
)
def test_every_reason_has_its_way_out(file, plan, monkeypatch, number, kind, words):
    known = storage.write_new(plan, file)
    real = os.open

    def refusing(path, flags, *mode):
        if flags & os.O_EXCL:
            raise OSError(number, os.strerror(number))
        return real(path, flags, *mode)

    monkeypatch.setattr(os, "open", refusing)
    with pytest.raises(kind, match=words) as told:
        storage.save(plan, file, known)
    assert told.value.errno == number
    assert str(file) in str(told.value)


def test_a_plan_made_by_hand_is_saved_in_our_form(file):
    file.write_bytes(plan_file({"meta": {"title": "By hand"}, "x": [1, {"y": 0.5}]}))
    loaded = storage.read(file)
    storage.save(loaded.plan, file, loaded.known)
    keys, body = file.read_bytes().split(b"\n", 1)
    assert json.loads(keys)["plan_id"] == PLAN_ID
    assert json.loads(body)["x"] == [1, {"y": 0.5}]
    assert storage.read(file).plan == from_json(
        {"meta": {"title": "By hand"}, "x": [1, {"y": 0.5}]}
    )
