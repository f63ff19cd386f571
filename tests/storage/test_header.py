import json
import re
import tomllib
from hashlib import sha256
from pathlib import Path

import pytest

from planner import storage
from planner.storage import header

from .foreign import PLAN_ID, plan_file


def keys_of(file):
    return json.loads(file.read_bytes().split(b"\n", 1)[0])


def test_the_file_is_what_the_format_says(file, plan):
    known = storage.write_new(plan, file)
    line, body = file.read_bytes().split(b"\n", 1)
    keys = json.loads(line)
    assert list(keys)[:5] == ["format", "schema", "min_reader", "plan_id", "app"]
    assert (keys["format"], keys["schema"], keys["min_reader"]) == ("plansmith-plan", 1, 1)
    assert keys["plan_id"] == known.plan_id
    assert re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f-]{17}", known.plan_id)
    assert keys["bytes"] == len(body)
    assert keys["sha256"] == sha256(body).hexdigest()
    assert known.sha256 == sha256(file.read_bytes()).hexdigest()
    text = body.decode("utf-8")
    assert "Växt & ზრდა 📈" in text  # readable: nothing escaped
    assert '\n  "meta": {\n    "title": ' in text  # and indented
    assert json.loads(text)["business"]["offerings"][0]["price"] == "1200.50"


def test_the_version_of_the_program_is_the_package_s():
    project = Path(__file__).parents[2] / "pyproject.toml"
    assert tomllib.loads(project.read_text("utf-8"))["project"]["version"] == header.APP


def test_unknown_header_keys_survive(file, plan):
    file.write_bytes(plan_file({}, colour={"of": ["the", 2.5, None, "ზღვა"]}, min_reader=1))
    known = storage.save(plan, file, storage.read(file).known)
    assert keys_of(file)["colour"] == {"of": ["the", 2.5, None, "ზღვა"]}
    storage.save(plan, file)
    assert keys_of(file)["colour"] == {"of": ["the", 2.5, None, "ზღვა"]}
    copy = file.with_name("copy.mktplan")
    storage.write_new(plan, copy, known)
    assert keys_of(copy)["colour"] == {"of": ["the", 2.5, None, "ზღვა"]}
    assert keys_of(copy)["plan_id"] != known.plan_id


def test_a_newer_file_that_we_may_read_keeps_its_versions(file, plan):
    """Else its own program would bring it up to date a second time."""
    file.write_bytes(plan_file({}, schema=7))
    storage.save(plan, file, storage.read(file).known)
    assert (keys_of(file)["schema"], keys_of(file)["min_reader"]) == (7, 1)
    storage.save(plan, file)
    assert keys_of(file)["schema"] == 7


def test_a_newer_file_that_we_may_not_read(file, plan):
    data = plan_file({}, schema=9, min_reader=8, app="4.2")
    file.write_bytes(data)
    with pytest.raises(storage.NewerPlan) as told:
        storage.read(file)
    assert told.value.exit_code == 5
    assert all(word in str(told.value) for word in ("4.2", "version 8", "up to 1", str(file)))
    with pytest.raises(storage.NewerPlan):
        storage.save(plan, file)
    assert file.read_bytes() == data


def test_a_byte_order_mark_is_left_out(file, plan):
    storage.write_new(plan, file)
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    loaded = storage.read(file)
    assert (loaded.plan, loaded.problems) == (plan, ())
    storage.save(plan, file, loaded.known)
    assert file.read_bytes().startswith(b'{"format"')


def test_an_edited_header_is_reported_and_put_right(file, plan):
    storage.write_new(plan, file)
    data = file.read_bytes()
    file.write_bytes(data.replace(b'"app":"0.1.0"', b'"app":"0.1.7"', 1))
    loaded = storage.read(file)
    assert loaded.plan == plan
    assert len(loaded.problems) == 1
    assert "first line" in loaded.problems[0].message("en")
    storage.save(plan, file, loaded.known)
    assert file.read_bytes() == data


@pytest.mark.parametrize(
    "wrong",
    [
        {"schema": 0},
        {"schema": "1"},
        {"schema": True},
        {"schema": None},
        {"min_reader": None},
        {"min_reader": 1.0},
        {"plan_id": None},
        {"plan_id": "../../../etc/passwd"},
        {"plan_id": PLAN_ID + "\n"},
        {"bytes": -1},
        {"bytes": None},
        {"sha256": None},
        {"sha256": "0" * 63},
    ],
    ids=str,
)
def test_a_broken_header(file, wrong):
    file.write_bytes(plan_file({"meta": {}, "market": {}, "track": {}}, **wrong))
    with pytest.raises(storage.DamagedFile, match="first line") as told:
        storage.read(file)
    assert told.value.exit_code == 5


@pytest.mark.parametrize(
    ("length", "kind"), [(1000, storage.TruncatedFile), (5, storage.DamagedFile)]
)
def test_a_length_that_is_not_the_body_s(file, length, kind):
    file.write_bytes(plan_file({"meta": {}}, bytes=length))
    with pytest.raises(storage.DamagedFile) as told:
        storage.read(file)
    assert type(told.value) is kind


@pytest.mark.parametrize("extra", [b"NaN", b"1e999", b'"\\ud83d"', b"[" * 5000], ids=repr)
def test_header_values_that_could_not_be_written_again(file, extra):
    data = plan_file({})
    file.write_bytes(data.replace(b'{"format"', b'{"x": ' + extra + b', "format"', 1))
    with pytest.raises(storage.DamagedFile):
        storage.read(file)
