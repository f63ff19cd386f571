"""A picture in the window: it can be made larger, moved about, copied, and gone through by keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QToolTip,
    QWidget,
)

from planner.blocks import Chart
from planner.drawing import sketch
from planner.drawing.colours import ACCENT
from planner.drawing.measure import POINT, SIZE, measured_by
from planner.drawing.shapes import Drawing, Spot, Touch
from planner.i18n import N_
from wizards import theme
from wizards.announcing import announce
from wizards.forms.table_menu import add_act
from wizards.pictures.painting import paint, ruler
from wizards.speaking import language, say

WORDS = 10.0
"""Points of a picture's words at 100 %."""
NARROWEST, WIDEST = 112.0, 190.0
"""Millimetres of the paper that a picture is drawn on: narrower ones are shown smaller."""
MOST = 4.0
STEP = 1.25
"""How much larger a picture can be made, and in which steps."""
MOST_ORIGINS = 6
"""So many places that a thing comes from are offered."""
_SLACK = 1.5
"""Millimetres beside a point that still touch it."""
_COPIED = 2.0
"""Pixels of a copied picture for each of the screen's."""


class PictureView(QWidget):
    """Shows a chart as it is printed; Enter or a double click leads to what a point rests on.

    `followed` carries the path, `name_of` says what a path is called, `enlarged` tells that the
    picture is shown in another size.
    """

    followed = Signal(str)
    enlarged = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.chart: Chart | None = None
        self.drawing = Drawing(NARROWEST, 10.0, ())
        self.zoom = 1.0
        self.chosen: Touch | None = None
        self.name_of: Callable[[str], str] = str
        self._unit = 1.0
        self._corner = QPointF()
        self._kept: QPixmap | None = None
        self._band = QRect()
        self._pressed: QPointF | None = None
        self._begun: QPointF | None = None

    def show_chart(self, chart: Chart) -> None:
        """Show a chart, at the size and place that the one before it was shown at."""
        if chart == self.chart:
            return
        self.chart = chart
        self.setAccessibleDescription(chart.alt)
        self._draw()

    def sizeHint(self) -> QSize:
        """As wide as there is room; the height follows from the width."""
        return QSize(theme.pixels(480), self.height())

    def place_of(self, spot: Spot) -> QPointF:
        """Where a spot of the drawing is seen, in pixels of the widget."""
        scale = self._unit * self.zoom
        return QPointF(spot[0] * scale, spot[1] * scale) - self._corner

    def spot_at(self, place: QPointF) -> Spot:
        """The spot of the drawing at a place of the widget."""
        at = (place + self._corner) / (self._unit * self.zoom)
        return at.x(), at.y()

    def touch_at(self, place: QPointF) -> Touch | None:
        """The topmost thing at a place of the widget."""
        spot = self.spot_at(place)
        for slack in (0.0, _SLACK):
            for touch in reversed(self.drawing.touches):
                if touch.holds(spot, slack):
                    return touch
        return None

    def enlarge(self, factor: float, around: QPointF | None = None) -> None:
        """Show the picture larger or smaller by a factor; what is `around` stays where it is."""
        around = QPointF(self.rect().center()) if around is None else around
        zoom = min(max(self.zoom * factor, 1.0), MOST)
        if zoom != self.zoom:
            self._corner = (self._corner + around) * (zoom / self.zoom) - around
            self.zoom = zoom
            self._settle()
            self.enlarged.emit()

    def show_whole(self) -> None:
        """Show all of the picture."""
        self.enlarge(1.0 / self.zoom)

    def copy(self) -> None:
        """Put the whole picture on the clipboard."""
        scale = self._unit * _COPIED
        size = QSize(round(self.drawing.width * scale), round(self.drawing.height * scale))
        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(QColor(theme.tokens().surface))
        painter = QPainter(image)
        painter.scale(scale, scale)
        paint(painter, self.drawing)
        painter.end()
        QApplication.clipboard().setImage(image)
        announce(self, say(N_("The picture is on the clipboard.")))

    def choose(self, touch: Touch | None) -> None:
        """Mark a thing and tell what it is."""
        self.chosen = touch
        if touch is not None:
            announce(self, self.words_of(touch))
        self.update()

    def words_of(self, touch: Touch) -> str:
        """What a thing is, for its tip and for being read out."""
        return touch.label

    def menu(self, place: QPointF) -> QMenu:
        """What can be done with the picture, and with what is at a place."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setObjectName("menu.picture")
        touch = self.touch_at(place) or self.chosen
        if touch is not None and touch.sources:
            words = say(N_("Go to “{name}”"), name=touch.label)
            add_act(menu, "follow", words, "Return", lambda: self.follow(touch))
            for number, path in enumerate(self.origins(touch)[:MOST_ORIGINS]):
                words = say(N_("Where it comes from: {name}"), name=self.name_of(path))
                add_act(menu, f"origin{number}", words, "", _leading(self, path))
            menu.addSeparator()
        add_act(menu, "larger", say(N_("Larger")), "+", lambda: self.enlarge(STEP))
        add_act(menu, "smaller", say(N_("Smaller")), "-", lambda: self.enlarge(1 / STEP))
        add_act(menu, "whole", say(N_("Whole picture")), "0", self.show_whole)
        menu.addSeparator()
        add_act(menu, "copy", say(N_("Copy as picture")), "Ctrl+C", self.copy)
        return menu

    def origins(self, touch: Touch) -> tuple[str, ...]:
        """The paths that a thing comes from, beyond those of its own place."""
        own = touch.sources[0].rpartition(".")[0]
        return tuple(path for path in touch.sources[1:] if not path.startswith(own))

    def follow(self, touch: Touch) -> None:
        """Lead to the field that a thing rests on."""
        if touch.sources:
            self.followed.emit(touch.sources[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw for the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._draw()
        self._kept = None

    def changeEvent(self, event: QEvent) -> None:
        """Draw in the colours and letters of another theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the picture, what is chosen in it, and where the focus is."""
        if self._kept is None or not self._band.contains(event.rect()):
            # A long picture is kept only as far as it is in sight, and a little more.
            seen = self.visibleRegion().boundingRect().united(event.rect())
            more = seen.height() // 2
            self._band = seen.adjusted(0, -more, 0, more).intersected(self.rect())
            self._kept = self._pixmap(self._band)
        painter = QPainter(self)
        painter.drawPixmap(self._band.topLeft(), self._kept)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now = theme.tokens()
        self.paint_over(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(now.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def paint_over(self, painter: QPainter) -> None:
        """Mark what is chosen."""
        if self.chosen is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.tokens().accent), 2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(self.outline(self.chosen), 8, 8)

    def outline(self, touch: Touch) -> QRectF:
        """The box round a thing, in pixels of the widget."""
        scale = self._unit * self.zoom
        middle = self.place_of(touch.middle)
        wide = (touch.half + touch.radius) * scale + 4
        high = (touch.tall + touch.radius) * scale + 4
        return QRectF(middle.x() - wide, middle.y() - high, 2 * wide, 2 * high)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Make the picture larger or smaller with Ctrl; without it the page scrolls."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            self.enlarge(STEP if turned > 0 else 1 / STEP, event.position())
            event.accept()
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from point to point, follow one, copy, make larger or smaller."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in ARROWS and not event.modifiers() & _CHORDS:
            self._go(*ARROWS[event.key()])
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.enlarge(STEP)
        elif event.key() == Qt.Key.Key_Minus:
            self.enlarge(1 / STEP)
        elif event.key() == Qt.Key.Key_0:
            self.show_whole()
        elif event.key() in ENTER and self.chosen is not None:
            self.follow(self.chosen)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Claim the keys of the picture before the window takes them; tell what is at the mouse."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            mine = event.matches(QKeySequence.StandardKey.Copy)
            if mine or (event.key() in ARROWS and not event.modifiers() & _CHORDS):
                event.accept()
                return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is at the mouse, or begin to move the picture."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self._begun = event.position()
            self.choose(self.touch_at(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move an enlarged picture; tell what is at the mouse."""
        if self._pressed is not None and self.zoom > 1:
            self._corner -= event.position() - self._pressed
            self._pressed = event.position()
            self._settle()
            return
        touch = self.touch_at(event.position())
        held = Qt.CursorShape.PointingHandCursor
        self.setCursor(held if touch is not None else Qt.CursorShape.ArrowCursor)
        if touch is not None:
            QToolTip.showText(event.globalPosition().toPoint(), self.words_of(touch), self)
        else:
            QToolTip.hideText()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Move the picture no more; a click in a tree leads to what the box is about."""
        self._pressed = None
        begun, self._begun = self._begun, None
        leads = self.chart is not None and self.chart.kind == "tree"
        if leads and begun is not None and self.chosen is not None:
            way = event.position() - begun
            if way.manhattanLength() < QApplication.startDragDistance():
                self.follow(self.chosen)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Lead to what the point at the mouse rests on."""
        touch = self.touch_at(event.position())
        if touch is not None:
            self.follow(touch)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done."""
        self.menu(QPointF(event.pos())).popup(event.globalPos())

    def _go(self, across: int, down: int) -> None:
        """Choose the nearest thing on one side of the chosen one."""
        touches = self.drawing.touches
        if not touches:
            return
        if self.chosen is None:
            self._go_to(min(touches, key=lambda t: (t.middle[1], t.middle[0])))
            return
        x, y = self.chosen.middle

        def away(touch: Touch) -> float:
            right, under = touch.middle[0] - x, touch.middle[1] - y
            ahead = right * across + under * down
            beside = abs(right * down) + abs(under * across)
            return ahead + 2 * beside if ahead > 0.01 else float("inf")

        nearest = min(touches, key=away)
        if away(nearest) < float("inf"):
            self._go_to(nearest)

    def _go_to(self, touch: Touch) -> None:
        """Choose a thing and scroll the page to it: a long picture is higher than a window."""
        self.choose(touch)
        page = self.parentWidget()
        while page is not None and not isinstance(page, QScrollArea):
            page = page.parentWidget()
        sheet = page.widget() if page is not None else None
        if page is not None and sheet is not None:
            box = self.outline(touch).toAlignedRect().intersected(self.rect())
            place = self.mapTo(sheet, box.center())
            page.ensureVisible(place.x(), place.y(), 0, box.height())

    def _draw(self) -> None:
        if self.chart is None or self.width() < 10:
            return
        letters = theme.points(WORDS) * self.logicalDpiY() / 72
        room = self.width() / (letters / (SIZE * POINT))
        # Days have as much room as there is.
        widest = room if self.chart.kind == "gantt" else WIDEST
        width = max(min(room, widest), NARROWEST)
        with measured_by(ruler):
            self.drawing = sketch(self.chart, language=language(), accent=ACCENT, width_mm=width)
        self._unit = min(letters / (SIZE * POINT), self.width() / width)
        if self.chosen is not None:
            sources = self.chosen.sources
            same = (touch for touch in self.drawing.touches if touch.sources == sources)
            self.chosen = next(same, None)
        height = round(self.drawing.height * self._unit)
        if height != self.height():
            self.setFixedHeight(height)
        self._settle()

    def _settle(self) -> None:
        """Keep what is seen within the picture, and paint it anew."""
        scale = self._unit * self.zoom
        right = max(self.drawing.width * scale - self.width(), 0.0)
        down = max(self.drawing.height * scale - self.height(), 0.0)
        x, y = self._corner.x(), self._corner.y()
        self._corner = QPointF(min(max(x, 0.0), right), min(max(y, 0.0), down))
        self._kept = None
        self.update()

    def _pixmap(self, band: QRect) -> QPixmap:
        ratio = self.devicePixelRatioF()
        kept = QPixmap(band.size() * ratio)
        kept.setDevicePixelRatio(ratio)
        kept.fill(QColor(theme.tokens().surface))
        painter = QPainter(kept)
        painter.translate(-self._corner - QPointF(band.topLeft()))
        scale = self._unit * self.zoom
        painter.scale(scale, scale)
        ends = (self.spot_at(QPointF(0, y))[1] for y in (band.top(), band.bottom() + 1))
        top, bottom = ends
        paint(painter, self.drawing, (top, bottom))
        painter.end()
        return kept


def _leading(view: PictureView, path: str) -> Callable[[], None]:
    return lambda: view.followed.emit(path)


ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ARROWS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
"""Across and down, by key."""
_CHORDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
