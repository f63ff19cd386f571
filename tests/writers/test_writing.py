"""Writing a document to a file: its format, and that a file is replaced whole or not at all."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from planner import writers
from planner.writers import FORMATS, WriteError, write

from .specimen import specimen


@pytest.mark.parametrize(("suffix", "magic"), [("docx", b"PK\x03\x04"), ("pdf", b"%PDF-")])
def test_the_suffix_names_the_format(tmp_path, suffix, magic):
    target = tmp_path / f"plan.{suffix}"
    assert write(specimen(blocks=()), target) == target
    assert target.read_bytes().startswith(magic)
    assert list(tmp_path.iterdir()) == [target]


def test_a_named_format_wins_over_the_suffix(tmp_path):
    write(specimen(blocks=()), tmp_path / "plan.out", "pdf")
    assert (tmp_path / "plan.out").read_bytes().startswith(b"%PDF-")


def test_formats_are_those_that_work():
    assert FORMATS == ("docx", "pdf")


@pytest.mark.parametrize("name", ["plan.odt", "plan"])
def test_another_format_is_refused_in_words(tmp_path, name):
    with pytest.raises(WriteError, match="choose one of docx, pdf"):
        write(specimen(blocks=()), tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("broken", ["fsync", "replace"])
def test_a_failure_leaves_the_old_file_and_no_other(tmp_path, monkeypatch, broken):
    target = tmp_path / "plan.docx"
    target.write_bytes(b"old")

    def fail(*_args, **_kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(*{"fsync": (os, "fsync"), "replace": (Path, "replace")}[broken], fail)
    with pytest.raises(OSError, match="No space"):
        writers.replace(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_replaced_file_keeps_its_rights(tmp_path):
    target = tmp_path / "plan.docx"
    target.write_bytes(b"old")
    target.chmod(0o640)
    writers.replace(target, b"new")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_what_the_system_refuses_is_said_in_a_sentence(tmp_path):
    target = tmp_path / "missing" / "plan.docx"
    with pytest.raises(WriteError, match="choose another folder") as caught:
        write(specimen(blocks=()), target)
    assert str(target) in str(caught.value)


def test_nothing_heavy_is_imported_before_it_is_used():
    script = (
        "import sys, planner.writers, planner.writers.docx, planner.writers.pdf, planner.drawing\n"
        "print([m for m in ('docx', 'typst', 'matplotlib', 'numpy', 'lxml') if m in sys.modules])"
    )
    root = Path(writers.__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", script], cwd=root, check=True,
                          capture_output=True, text=True)  # fmt: skip
    assert done.stdout.strip() == "[]"


def test_the_same_document_gives_the_same_files_anywhere(tmp_path):
    root = str(Path(writers.__file__).parents[2])
    script = (
        "import hashlib, sys\n"
        f"sys.path[:0] = [{root!r}, {str(Path(__file__).parent)!r}]\n"
        "from specimen import specimen\n"
        "from planner.writers import render\n"
        "for form in ('docx', 'pdf'):\n"
        "    print(form, hashlib.sha256(render(specimen(date=''), form)).hexdigest())\n"
    )
    outputs = set()
    for seed, zone, folder in (("1", "UTC", tmp_path), ("77", "Asia/Tbilisi", Path.home())):
        env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "SOURCE_DATE_EPOCH": "1795500000"}
        done = subprocess.run([sys.executable, "-c", script], cwd=folder, env=env, check=True,
                              capture_output=True, text=True)  # fmt: skip
        assert done.stderr == ""
        outputs.add(done.stdout)
    assert len(outputs) == 1
