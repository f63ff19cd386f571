"""Widgets that flow into lines."""

import random

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel, QWidget

from wizards.forms.entries import FlowLayout


@pytest.mark.parametrize("even", [False, True])
def test_lines_follow_whatever_is_done_to_their_items(qtbot, even):
    """Heights are kept between two layouts: held here against what is measured anew."""
    ground = QWidget()
    qtbot.addWidget(ground)
    flow = FlowLayout(ground, even=even)
    chance = random.Random(3)
    labels = []
    for _ in range(60):
        act = chance.choice(("add", "text", "hide", "show", "take")) if labels else "add"
        label = chance.choice(labels) if labels else None
        if act == "add":
            labels.append(QLabel("one word"))
            flow.addWidget(labels[-1])
            labels[-1].show()
        elif act == "text":
            label.setText("word " * chance.randint(1, 12))
        elif act == "take":
            labels.remove(label)
            flow.removeWidget(label)
            label.deleteLater()
        else:
            label.setVisible(act == "show")
        for width in (120, 300):
            anew = flow._arrange(QRect(0, 0, width, 0), move=False)
            assert flow.heightForWidth(width) == anew, (act, width)
        least = flow.minimumSize()
        flow.invalidate()
        assert flow.minimumSize() == least, act
