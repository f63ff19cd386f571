"""A crash: the program is killed, nothing is closed or saved, and the work is there again."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import planner
from planner.storage import recovery

ROOT = Path(__file__).resolve().parents[2]
CHILD = """
import sys
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from wizards.app import open_window
window = open_window(sys.argv[1])
entry = window.findChild(QLineEdit, "business.company.name")
entry.setFocus()
entry.selectAll()
QTest.keyClicks(entry, "Typed before the crash")
print("typed", flush=True)
QApplication.exec()
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no SIGKILL here")
def test_what_was_typed_before_a_kill_is_offered_and_recovered(make_hand, sample_file, qtbot):
    before = sample_file.read_bytes()
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(sample_file)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert child.stdout.readline() == "typed\n"
        plan_id = wait_for_recovery(child)
        child.send_signal(signal.SIGKILL)
        assert child.wait(10) == -signal.SIGKILL
    finally:
        child.kill()
        child.wait()
        child.stdout.close()
    assert sample_file.read_bytes() == before
    hand = make_hand(sample_file)
    assert "unsaved work" in hand.window.bar.text
    assert hand.plan.business.company.name == "Moveo"
    hand.click("bar.recover")
    assert hand.plan.business.company.name == "Typed before the crash"
    assert hand.window.session.is_dirty
    with qtbot.waitSignal(hand.window.desk.file.saved):
        hand.window.files.save()
    assert planner.load(sample_file).business.company.name == "Typed before the crash"
    assert recovery.find(plan_id) is None


def wait_for_recovery(child):
    """Wait for the file that the killed process leaves, and say whose it is."""
    folder = Path(os.environ["PLANSMITH_DATA_DIR"])
    until = time.monotonic() + 15
    while time.monotonic() < until:
        assert child.poll() is None
        # Under its own name only: before that it is half a file that nobody is offered.
        for file in folder.rglob("*.mktplan"):
            if b"Typed before the crash" in file.read_bytes():
                return file.stem.partition(".")[0]
        time.sleep(0.05)
    raise AssertionError("no recovery file was written")
