"""Running the program as a user does: in this process, or in one of its own."""

import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from types import SimpleNamespace

import pytest

from planner.cli import main

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def program(tmp_path, monkeypatch):
    """Run `plansmith` with arguments; gives exit code and both outputs.

    A process of its own is used where an environment is given.
    """
    monkeypatch.setenv("PLANSMITH_DATA_DIR", str(tmp_path / "data"))
    for name in ("DISPLAY", "LANG", "LC_ALL"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments, stdin="", env=None):
        words = [str(argument) for argument in arguments]
        return _outside(words, stdin, env) if env else _inside(words, stdin, monkeypatch)

    return run


def _inside(words, stdin, monkeypatch):
    out, err = io.StringIO(), io.StringIO()
    monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
    with redirect_stdout(out), redirect_stderr(err):
        try:
            code = main(words)
        except SystemExit as stop:  # argparse ends the program by itself
            code = stop.code
    return SimpleNamespace(returncode=code, stdout=out.getvalue(), stderr=err.getvalue())


def _outside(words, stdin, env):
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *words],
        capture_output=True, text=True, encoding="utf-8", input=stdin, timeout=100,
        env=os.environ | env, check=False,
    )  # fmt: skip


@pytest.fixture
def plan_file(program, tmp_path):
    """A copy of the sample."""
    file = tmp_path / "moveo.mktplan"
    assert program("new", file, "--sample", "local-service").returncode == 0
    return file
