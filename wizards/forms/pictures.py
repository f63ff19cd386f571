"""The binder of pictures: chosen from a file, kept in the plan."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from planner.i18n import N_
from planner.model.kinds import BadValue
from planner.model.references import PICTURE_LIMIT
from wizards.forms.binder import Binder
from wizards.forms.context import Context
from wizards.speaking import language, say

_TYPES = {".png": "image/png", ".svg": "image/svg+xml"}


class PictureBinder(Binder):
    """A picture with its name, a button to choose it and one to take it out."""

    def __init__(self, context: Context, path: str, name: str) -> None:
        box = QWidget()
        super().__init__(context, path, box, name)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._picture = QLabel()
        self._picture.setFixedSize(56, 40)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setProperty("role", "hint")
        self._title = QLabel()
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setProperty("role", "secondary")
        self._choose = QPushButton(say(N_("Choose a picture …")))
        self._choose.setObjectName(f"{path}.choose")
        self._choose.setAccessibleName(f"{name}: {say(N_('choose a picture'))}")
        self._choose.clicked.connect(self._ask)
        self._clear = QPushButton(say(N_("Remove")))
        self._clear.setObjectName(f"{path}.clear")
        self._clear.setAccessibleName(f"{name}: {say(N_('remove the picture'))}")
        self._clear.setProperty("quiet", True)
        self._clear.clicked.connect(self._take_out)
        for part in (self._picture, self._title, self._choose, self._clear):
            row.addWidget(part)
        row.addStretch()
        box.setFocusProxy(self._choose)

    @property
    def focus_widget(self) -> QWidget:
        """The button that chooses."""
        return self._choose

    def show(self, value: Any) -> None:
        """The picture, small, and its name."""
        self._clear.setVisible(value is not None)
        self._title.setText(value.name if value else say(N_("No picture yet")))
        pixmap = QPixmap()
        if value is not None:
            pixmap.loadFromData(value.content)
        self._picture.setVisible(not pixmap.isNull())
        if not pixmap.isNull():
            self._picture.setPixmap(
                pixmap.scaled(
                    self._picture.size(),
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )

    def take(self, file: Path) -> None:
        """Take a picture from a file."""
        try:
            large = file.stat().st_size > PICTURE_LIMIT
            data = b"" if large else file.read_bytes()
        except OSError as error:
            reason = error.strerror or ""
            self.wrong.emit(
                say(N_("“{file}” cannot be read ({reason})."), file=file, reason=reason)
            )
            return
        kind = _TYPES.get(file.suffix.lower(), "")
        encoded = base64.b64encode(data).decode("ascii")
        given = {"name": file.name, "media_type": kind, "data": encoded}
        try:
            picture = self.kind.check(given)
        except BadValue as bad:
            self.wrong.emit(bad.message(language()))
            return
        if self.set(picture):
            self.show(self.value())

    def _take_out(self) -> None:
        if self.set(None):
            self.show(None)

    def _ask(self) -> None:
        self.entered.emit()
        dialog = QFileDialog(self.widget, self.name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilter(f"{say(N_('Pictures'))} (*.png *.svg)")
        dialog.fileSelected.connect(lambda file: self.take(Path(file)))
        dialog.open()
