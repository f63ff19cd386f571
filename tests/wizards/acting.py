"""What a user's hands do: find a field, type, choose, click."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

from wizards.forms.table_model import TableModel
from wizards.pages.page import Page

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


class Hand:
    """Acts on a window by keys and clicks alone."""

    def __init__(self, window, qtbot):
        self.window, self.qtbot = window, qtbot

    @property
    def plan(self):
        return self.window.session.plan

    def find(self, name, kind=QWidget):
        page = self.window.stage.page or self.window
        found = [w for w in page.findChildren(kind, name) if not w.isHidden()]
        found = found or self._everywhere(name, kind)
        assert found, f"nothing named {name}"
        return found[-1]

    def has(self, name):
        return bool(self._everywhere(name, QWidget))

    def _everywhere(self, name, kind):
        """What bears a name in the window; pages that are being deleted are gone for the user."""
        stage = self.window.stage
        going = [c for c in stage.children() if isinstance(c, Page) and stage.indexOf(c) < 0]
        found = [w for w in self.window.findChildren(kind, name) if not w.isHidden()]
        return [w for w in found if not any(page.isAncestorOf(w) for page in going)]

    def click(self, name):
        button = self.find(name, QAbstractButton)
        assert button.isEnabled(), f"{name} cannot be clicked"
        button.setFocus()
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def type(self, name, text, *, leave=True):
        """Replace what stands in a text field by keys."""
        entry = self.find(name)
        assert isinstance(entry, (QLineEdit, QPlainTextEdit)), entry
        entry.setFocus()
        self.qtbot.keyClick(entry, KEY.Key_A, CTRL)
        self.qtbot.keyClick(entry, KEY.Key_Delete)
        for n, line in enumerate(text.split("\n")):
            if n:
                self.qtbot.keyClick(entry, KEY.Key_Return)
            self.qtbot.keyClicks(entry, line)
        if leave:
            entry.clearFocus()

    def choose(self, name, row):
        """Choose a row of a combo box: open its list by a key, walk to the row, take it."""
        self.choose_in(self.find(name, QComboBox), row)

    def choose_in(self, box, row):
        assert box.count() > row
        box.setFocus()
        self.qtbot.keyClick(box, KEY.Key_Down, ALT)
        listed = box.view()
        self.qtbot.waitUntil(listed.isVisible)
        self.qtbot.keyClick(listed, KEY.Key_Home)
        for _ in range(row):
            self.qtbot.keyClick(listed, KEY.Key_Down)
        assert listed.currentIndex().row() == row
        self.qtbot.keyClick(listed, KEY.Key_Return)
        self.come_back()

    def come_back(self):
        """Offscreen, no window manager gives the window its focus back when a popup closes."""
        self.window.activateWindow()
        self.qtbot.waitUntil(lambda: QApplication.activeWindow() is self.window)

    def pick_in(self, box, row):
        """Choose a row of a combo box by the mouse."""
        self.qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
        listed = box.view()
        self.qtbot.waitUntil(listed.isVisible)
        index = listed.model().index(row, 0)
        listed.scrollTo(index)
        point = listed.visualRect(index).center()
        # A list takes a click for a stray one where the mouse did not move over it before.
        self.qtbot.mouseMove(listed.viewport(), point)
        QTest.qWait(QApplication.doubleClickInterval() + 10)
        self.qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=point)

    def tick(self, name):
        self.click(name)
        return self.find(name, QCheckBox).isChecked()

    def table(self, path):
        view = self.find(path, QTableView)
        assert isinstance(view.model(), TableModel)
        return view

    def cell(self, path):
        """The table and index of a cell."""
        for view in self.window.findChildren(QTableView):
            if isinstance(view.model(), TableModel):
                index = view.model().index_of(path)
                if index.isValid() and not view.isHidden():
                    return view, index
        raise AssertionError(f"no table has {path}")

    def edit_cell(self, path, text):
        """Open a cell's editor by a key, type, and leave it by Enter."""
        view, index = self.cell(path)
        view.setCurrentIndex(index)
        view.setFocus()
        self.qtbot.keyClick(view, KEY.Key_F2)
        editor = view.findChild(QWidget, path)
        assert editor is not None, f"no editor named {path}"
        if isinstance(editor, QComboBox):
            row = next(n for n in range(editor.count()) if editor.itemText(n) == text)
            self.choose_in(editor, row)
            self.gone(view, path)
            return
        self.qtbot.keyClick(editor, KEY.Key_A, CTRL)
        self.qtbot.keyClicks(editor, text)
        self.qtbot.keyClick(editor, KEY.Key_Return)
        self.gone(view, path)

    def gone(self, view, path):
        """Wait for a cell's editor to close: Qt commits it after the key is done with."""
        for _ in range(10):
            if view.findChild(QWidget, path) is None:
                return
            QCoreApplication.processEvents()
        raise AssertionError(f"the editor of {path} stays open")

    def error(self, path):
        label = self.window.findChild(QLabel, f"{path}.error")
        return label.text() if label is not None and not label.isHidden() else ""

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.window.focusWidget() or self.window, key, modifier)

    def undo_all(self):
        count = 0
        while self.window.session.undo():
            count += 1
        return count
