"""A fault of the program is shown once, with a report that holds nothing of the plan."""

import sys

from PySide6.QtGui import QGuiApplication

from wizards import faults
from wizards.message_bar import MessageBar


def fail():
    secret = "margin of 54 percent"
    raise RuntimeError(secret)


def test_a_fault_is_shown_once_and_its_report_can_be_copied(qtbot, monkeypatch, caplog):
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    bar = MessageBar()
    qtbot.addWidget(bar)
    faults.report_to(bar)
    for _ in range(2):
        try:
            fail()
        except RuntimeError as error:
            sys.excepthook(type(error), error, error.__traceback__)
    assert "Your plan is untouched" in bar.text
    bar.findChild(type(bar._buttons[0]), "bar.copy_report").click()
    report = QGuiApplication.clipboard().text()
    assert "RuntimeError" in report
    assert "test_faults.py" in report
    assert "54" not in report.replace("3.11", "")
    assert not bar.text
    assert "margin" not in caplog.text
    caplog.clear()
