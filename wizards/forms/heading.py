"""The headings of a table's columns: in lines, or upright where the columns are too narrow."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionHeaderV2, QWidget

from wizards import theme
from wizards.forms.table_model import TableModel
from wizards.forms.widths import HEADING

LONGEST = 168
"""Pixels of an upright name's line at most; longer names take two."""


class Headings(QHeaderView):
    """Shows the labels of a `TableModel`; `upright` turns all but the first."""

    def __init__(self, table: TableModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._table = table
        self.upright = False
        self.setHighlightSections(False)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setSectionsMovable(False)
        self.setMinimumSectionSize(24)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint a label, upright from the foot of its column where there is no room."""
        if not self.upright:
            super().paintSection(painter, rect, section)
            return
        sides = Qt.AlignmentFlag
        now = theme.tokens()
        ground = QStyleOptionHeaderV2()
        self.initStyleOption(ground)
        self.initStyleOptionForIndex(ground, section)
        ground.rect, ground.text = rect, ""
        self.style().drawControl(QStyle.ControlElement.CE_Header, ground, painter, self)
        painter.save()
        painter.setFont(theme.font(HEADING, strong=True))
        painter.setPen(QColor(now.ink2))
        if section == 0:
            label = str(self._table.headerData(0, Qt.Orientation.Horizontal) or "")
            painter.drawText(
                rect.adjusted(8, 8, -8, -8), sides.AlignLeft | sides.AlignBottom, label
            )
        else:
            painter.translate(rect.right() + 1, rect.bottom() + 1)
            painter.rotate(-90)
            room = QRectF(8, 8 - rect.width(), rect.height() - 14, rect.width() - 16)
            # Turned, the foot of the text is at the right, above figures, its head above words.
            side = sides.AlignBottom if self._table.is_figure(section) else sides.AlignTop
            name = self._table.name_over(section)
            painter.drawText(room, sides.AlignLeft | side | Qt.TextFlag.TextWordWrap, name)
        painter.restore()
