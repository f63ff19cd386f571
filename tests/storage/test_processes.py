"""Processes that are killed while saving, and processes that save the same plan."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from planner import storage
from tests.nightly import NIGHTLY

HERE = Path(__file__).parent
KILLS = 10_000 if NIGHTLY else 1000
PROCESSES, SAVES = 4, 100

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="fork and kill -9")


def script(name, *words):
    return [sys.executable, HERE / name, *map(str, words)]


@pytest.fixture(autouse=True)
def importable(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(HERE.parents[1]))


def test_no_kill_costs_a_save(file):
    done = subprocess.run(
        script("saving_until_killed.py", file, KILLS, 25),
        capture_output=True,
        text=True,
        check=True,
    )
    seen = json.loads(done.stdout)
    assert seen["rounds"] == KILLS
    assert (seen["unreadable"], seen["lost"], seen["failed"]) == (0, 0, 0)
    # The kills fell into saves, and opening cleaned up after them.
    assert seen["saves"] + seen["strays"] > KILLS / 10
    assert seen["left"] == [file.name]


def test_no_window_overwrites_another(file, plan):
    storage.write_new(plan, file)
    running = [
        subprocess.Popen(
            script("adding_marks.py", file, name, SAVES),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for name in "abcd"[:PROCESSES]
    ]
    outcomes = [process.communicate() for process in running]
    assert [process.returncode for process in running] == [0] * PROCESSES, outcomes
    marks = storage.read(file).plan.marks
    assert sorted(marks) == sorted(f"{name}{n}" for name in "abcd" for n in range(SAVES))
    assert sum(int(output) for output, _ in outcomes) > 0  # they did meet
