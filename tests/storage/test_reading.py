import errno
import os
import subprocess
import sys
from hashlib import sha256

import pytest

from planner import storage
from planner.model.plan import Problem, from_json

from .foreign import PLAN_ID, plan_file


def refused(file, kind, *words, code=5):
    with pytest.raises(storage.StorageError) as told:
        storage.read(file)
    assert type(told.value) is kind
    assert told.value.exit_code == code
    sentence = told.value.message("en")
    assert str(file) in sentence
    assert "\n" not in sentence
    for word in words:
        assert word in sentence
    report = storage.check(file)
    assert not report.is_whole
    assert report.exit_code == code
    assert report.message("en") == sentence
    return report


def test_a_file_made_by_hand(file):
    file.write_bytes(plan_file({"meta": {"title": "By hand"}}))
    loaded = storage.read(file)
    assert loaded.plan == from_json({"meta": {"title": "By hand"}})
    assert (loaded.plan_id, loaded.path) == (PLAN_ID, file)


def test_missing(file):
    refused(file, storage.MissingFile, "does not exist")
    refused(file / "inside", storage.MissingFile)
    file.write_bytes(b"")
    refused(file / "inside", storage.MissingFile)


def test_a_name_with_a_zero_byte(folder):
    with pytest.raises(storage.MissingFile):
        storage.read(folder / "a\0b")


def test_a_folder(folder):
    refused(folder, storage.NotAPlan, "not a file")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_does_not_hang(file):
    os.mkfifo(file)
    refused(file, storage.NotAPlan)


def test_unreadable(file, plan, monkeypatch):
    storage.write_new(plan, file)

    def forbidden(*_):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(os, "open", forbidden)
    refused(file, storage.UnreadableFile, "cannot be read", "ermission", "copy it")


@pytest.mark.parametrize(
    "data",
    [
        b"hello\nworld\n",
        b'{"a": 1}',
        b"[1, 2]\n{}",
        b"null\n",
        b"PK\x03\x04" + bytes(200),
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        bytes(5000),
        b"\xff\xfe{\x00\n\x00",
        b"\n\n\n",
        b"x" * 200_000,
        b"[" * 200_000,
        b'{"meta": {}, "other": 1}',
    ],
    ids=lambda data: repr(data[:12]),
)
def test_something_else(file, data, plan):
    file.write_bytes(data)
    refused(file, storage.NotAPlan, "not a plan of Plansmith")
    with pytest.raises(storage.NotAPlan):
        storage.save(plan, file)
    assert file.read_bytes() == data


def test_a_file_far_too_large_is_not_read(file):
    with file.open("wb") as stream:
        stream.truncate(1 << 40)
    refused(file, storage.NotAPlan, "larger")


def test_empty(file, plan):
    file.write_bytes(b"")
    refused(file, storage.TruncatedFile, "empty")
    storage.save(plan, file)  # nothing is lost by it
    assert storage.read(file).plan == plan


def test_a_value_that_breaks_its_declaration(file):
    wrong = {"meta": {"title": 3}, "business": {"offerings": [{"id": "gold", "price": "-1"}]}}
    file.write_bytes(plan_file(wrong))
    report = refused(file, storage.BrokenValues, "meta.title", "like 1 more", code=3)
    assert [problem.path for problem in report.problems] == [
        "meta.title",
        "business.offerings[gold].price",
    ]
    file.write_bytes(plan_file({"meta": {"title": 3}}))
    refused(file, storage.BrokenValues, "meta.title", "not a text", code=3)


@pytest.mark.parametrize("body", [[], 1, "text", None, True])
def test_a_body_that_is_no_object(file, body):
    file.write_bytes(plan_file(body))
    refused(file, storage.BrokenValues, "the plan as a whole", code=3)


@pytest.mark.parametrize(
    "text",
    [b'{"x": NaN}', b'{"x": "\\ud83d"}', b'{"x": ' + b"[" * 3000, b"\xff", b"{", b'{"a":1} 2'],
)
def test_a_sealed_body_that_is_no_json(file, text):
    data = plan_file({}, bytes=len(text), sha256=sha256(text).hexdigest())
    file.write_bytes(data.split(b"\n")[0] + b"\n" + text)
    refused(file, storage.BrokenValues, code=3)


def test_what_is_noticed_in_a_plan_is_reported_and_the_plan_kept(file, plan):
    """The door for the check of ids that name nobody."""
    storage.write_new(plan, file)
    problem = Problem("market.items[a].about", "“{id}” is not there.", {"id": "x9"})
    loaded = storage.read(file, lambda read: [problem] if read == plan else [])
    assert loaded.problems == (problem,)
    report = storage.check(file, lambda _: [problem])
    assert report.is_whole
    assert (report.problems, report.exit_code, report.plan) == ((problem,), 0, plan)


def test_a_whole_file(file, plan):
    storage.write_new(plan, file)
    report = storage.check(file)
    assert (report.is_whole, report.exit_code, report.plan) == (True, 0, plan)
    assert report.message("en") == f"“{file}” is whole."


@pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes")
def test_a_name_of_any_bytes_can_be_printed(folder, plan):
    file = os.fsdecode(os.fsencode(folder) + b"/caf\xe9.mktplan")
    storage.write_new(plan, file)
    assert storage.read(file).plan == plan
    with pytest.raises(storage.FileExists) as told:
        storage.write_new(plan, file)
    told.value.message("en").encode("utf-8")


def test_reading_leaves_qt_and_the_heavy_libraries_alone():
    code = (
        "import sys, planner.storage, planner.storage.recovery as r; r.pending();"
        "print([m for m in ('pydantic', 'pydantic_core', 'numpy', 'PySide6') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
