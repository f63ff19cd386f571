"""The contracts of import-linter hold, and each of them notices a violation."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LIBRARY_CALLS = ("load", "save", "analyze", "review", "compose", "write")
PLANTED = [
    ("planner/model/ids.py", "import wizards.theme"),
    ("planner/paths/language.py", "import planner.session"),
    ("planner/writers/look.py", "import planner.model.plan"),
    ("planner/session.py", "import PySide6"),
    ("planner/exhibits/tables.py", "import matplotlib"),
    ("planner/composing/outline.py", "import docx"),
    ("planner/exhibits/tables.py", "import jinja2"),
    ("planner/exhibits/tables.py", "import xlsxwriter"),
    ("planner/writers/look.py", "import pptx"),
]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [program, "--no-logo", "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    folder = tmp_path_factory.mktemp("copy")
    for name in ("planner", "wizards"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def test_the_layers_hold(copy):
    done = lint(copy)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(("file", "line"), PLANTED, ids=[line for _, line in PLANTED])
def test_a_planted_violation_is_noticed(copy, file, line):
    path = copy / file
    before = path.read_text("utf-8")
    path.write_text(f"{before}\n\ndef _planted() -> None:\n    {line}\n", "utf-8")
    try:
        assert lint(copy).returncode != 0
    finally:
        path.write_text(before, "utf-8")


def test_no_subpackage_bears_a_library_call_s_name():
    names = {path.stem for path in (ROOT / "planner").iterdir()}
    assert names.isdisjoint(LIBRARY_CALLS)


def test_nothing_names_a_registry_or_this_machine():
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert "://" not in lock
    assert "--hash=sha256:" in lock
