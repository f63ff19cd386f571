import copy
import sys

import pytest

from planner import storage
from planner.model.plan import from_json
from planner.storage import migrations
from planner.storage.header import MIN_READER, SCHEMA

from .foreign import plan_file

TESTED = {
    # version: the test of the step that leads on from it
}


def test_every_step_exists_and_has_its_test():
    assert set(migrations.STEPS) == set(range(1, SCHEMA))
    assert set(TESTED) == set(migrations.STEPS)
    for test in TESTED.values():
        assert callable(getattr(sys.modules[__name__], test))
    assert 1 <= MIN_READER <= SCHEMA


@pytest.fixture
def steps(monkeypatch):
    """Two steps that have never been released: a field renamed, a field moved."""
    monkeypatch.setattr(migrations, "STEPS", {})

    @migrations.migration(1)
    def renamed(body):
        meta = dict(body["meta"])
        return body | {"meta": meta | {"heading": meta.pop("name")}}

    @migrations.migration(2)
    def moved(body):
        return body | {"meta": {"title": body["meta"]["heading"]}}

    return migrations.STEPS


def test_the_steps_run_in_order_from_the_file_s_version(steps):
    first = {"meta": {"name": "Old"}, "x": 1}
    kept = copy.deepcopy(first)
    assert migrations.migrate(first, 1, 3) == {"meta": {"title": "Old"}, "x": 1}
    assert migrations.migrate(first, 1, 2)["meta"] == {"heading": "Old"}
    assert migrations.migrate({"meta": {"heading": "Old"}}, 2, 3) == {"meta": {"title": "Old"}}
    assert first == kept


def test_a_newer_file_stays_as_it_is(steps):
    assert migrations.migrate({"meta": {"name": "x"}}, 5, 3) == {"meta": {"name": "x"}}


def test_no_two_steps_from_one_version(steps):
    with pytest.raises(ValueError, match="version 2"):
        migrations.migration(2)(lambda body: body)


@pytest.fixture
def program_of_version_3(steps, monkeypatch):
    for module in ("header", "known", "body", "reading", "salvage"):
        loaded = sys.modules[f"planner.storage.{module}"]
        if hasattr(loaded, "SCHEMA"):
            monkeypatch.setattr(loaded, "SCHEMA", 3)
    monkeypatch.setattr(migrations.migrate, "__defaults__", (3,))


def test_an_old_file_opens_and_is_saved_as_a_new_one(file, program_of_version_3):
    file.write_bytes(plan_file({"meta": {"name": "Old"}}, colour="red"))
    loaded = storage.read(file)
    assert loaded.plan == from_json({"meta": {"title": "Old"}})
    storage.save(loaded.plan, file, loaded.known)
    assert b'"schema":3,' in file.read_bytes()
    assert b'"colour":"red"' in file.read_bytes()
    assert storage.read(file).plan == loaded.plan


@pytest.mark.parametrize("body", [{}, {"meta": 3}, {"meta": []}, {"meta": {}}])
def test_an_old_file_of_another_form_is_told_of(file, program_of_version_3, body):
    file.write_bytes(plan_file(body))
    with pytest.raises(storage.BrokenValues, match="form of its version"):
        storage.read(file)
    storage.check(file)
    file.write_bytes(plan_file(body)[:-1] + b" ")
    assert not storage.check(file).is_whole
