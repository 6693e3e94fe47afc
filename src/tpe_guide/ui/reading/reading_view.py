"""Shows one page of the guide: text to read and copy, cards beneath it, links for keys, touch and mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QFrame, QWidget

from tpe_guide.guide.reading_position import ReadingPosition
from tpe_guide.ui.kit.scrolling import scroll_bar_style
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.reading import accessible
from tpe_guide.ui.reading.document import PageDocument, lines_of
from tpe_guide.ui.reading.page_scroller import TOP
from tpe_guide.ui.reading.page_walker import PageWalker
from tpe_guide.ui.reading.painting import paint_page

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import (
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
        QWheelEvent,
    )

    from tpe_guide.ui.reading.inset import Inset
    from tpe_guide.ui.reading.reading_cursor import Stop
    from tpe_guide.ui.reading.ruler import Ruler
    from tpe_guide.ui.reading.selection import Selection
    from tpe_guide.ui.reading.spoken import Sentence

_PREPARED = 2
"""Pictures kept: of the page after and the page before."""
_HANDLE = 12
"""px at 100 %: what is gripped to scroll."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LINES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
"""Keys that move a reading ruler. Where there is none, or it is at the end of the page, they scroll."""
_STOPS: dict[Qt.Key, Stop] = {Qt.Key.Key_P: "block", Qt.Key.Key_H: "heading", Qt.Key.Key_T: "cell"}
"""Letters that screen readers use for this in a browser; with Shift backwards."""


def _ruler(theme: Theme) -> Ruler | None:
    if not theme.ruler:
        return None
    from tpe_guide.ui.reading.ruler import Ruler

    return Ruler(theme)


class ReadingView(PageWalker):
    """Paints a PageDocument. Tab walks its links, Enter follows them; arrow keys, Space, Home and End scroll. A cursor
    goes through what there is to read, block by block, and a screen reader says it.

    It paints its own focus ring. *selectable*: words can be marked and copied (not at a kiosk, where a finger
    drags the page instead).
    """

    paints_own_ring = True
    width_changed = Signal(int)
    """The viewport has another width, in px: another measure may fit it better."""

    def __init__(self, theme: Theme, *, selectable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._selectable = selectable
        self._prepared: dict[PageDocument, QPixmap] = {}
        self._picture: QPixmap | None = None
        self._pressed = -1
        self._spoken: Sentence | None = None
        self._selection: Selection | None = None
        self._ruler = _ruler(theme)
        self._make_viewport()
        self._set_up_look()
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)

    def _make_viewport(self) -> None:
        """A viewport of our own: for Qt's, PySide would first make every class of widget there is, in 8 ms."""
        viewport = QWidget(self)
        viewport.setBackgroundRole(QPalette.ColorRole.Base)
        viewport.setAutoFillBackground(True)
        viewport.setMouseTracking(True)
        viewport.setCursor(self._usual_cursor)
        self.setViewport(viewport)

    @property
    def _usual_cursor(self) -> Qt.CursorShape:
        return Qt.CursorShape.IBeamCursor if self._selectable else Qt.CursorShape.ArrowCursor

    def _set_up_look(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        palette = QPalette(self._theme.palette)
        palette.setColor(QPalette.ColorRole.Base, self._theme.color("paper"))
        self.setPalette(palette)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Its room is always kept, or a page that needs it would be laid out narrower than its neighbours.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setStyleSheet(scroll_bar_style(self._theme, handle=_HANDLE))
        self.verticalScrollBar().hide()

    def _take(self, inset: Inset) -> None:
        """Below the veil of a ruler the ground is darker; what is there to be pressed stays clear."""
        super()._take(inset)
        if self._ruler is not None and inset in (self.above, self.below):
            from tpe_guide.ui.reading.ruler import dimmed

            inset.ground = dimmed(inset.ground)

    def toPlainText(self) -> str:
        """All words of the page shown; named as in Qt's own views of text."""
        return self._page.toPlainText() if self._page is not None else ""

    def show_document(self, document: PageDocument, place: ReadingPosition = TOP) -> None:
        """Show *document* from *place* on."""
        self.close_opening()
        before, self._page = self._page, document
        # A view must never outlive its document, whatever order Python frees things in at the end.
        document.setParent(self)
        if before is not None and before is not document:
            before.setParent(None)
        self._picture = self._prepared.pop(document, None)
        self.link_followed = self._pressed = -1
        self._selection = self._spoken = None
        self._forget_keyboard()
        document.fit(self.viewport().width())
        if before is None:
            self.lay_insets()  # those that came before there was a page
        position = document.position_of(place) if place.block else 0
        if self._ruler is not None:
            self._ruler.lie_on(document, position)
        self._scroll_to_position(position)
        self._place_insets()
        self.viewport().update()
        accessible.tell_page(self, document.title)

    def show_figures(self) -> None:
        """Paint the drawings too, where the words came first."""
        if self._page is not None and not self._page.shows_figures:
            self._page.shows_figures = True
            self.viewport().update()

    def mark_spoken(self, sentence: Sentence | None) -> None:
        """Mark *sentence*, which is being said, and keep it in the middle third of the view; None: nothing is said."""
        self._spoken = sentence
        self._picture = None
        if sentence is not None and self._page is not None:
            place = QRectF()
            for line in lines_of(self._page, sentence.start, sentence.end):
                place = place.united(line)
            self._find_the_end()
            self._bring(place, self.viewport().height() / 3)
            if self._ruler is not None:
                self._ruler.go_to(sentence.start, sentence.end)
        self.viewport().update()

    def first_in_sight(self) -> int:
        """The character from which one reads on: where the keyboard is, or what is at the top of the view."""
        return self._read_from() if self.hasFocus() else self._top_position()

    def prepare(self, document: PageDocument) -> None:
        """Paint the first screen of *document* ahead: to turn to it is then to draw one picture."""
        document.fit(self.viewport().width())
        pixmap = QPixmap(self.viewport().size() * self.devicePixelRatio())
        pixmap.setDevicePixelRatio(self.devicePixelRatio())
        pixmap.fill(self.palette().color(QPalette.ColorRole.Base))
        painter = QPainter(pixmap)
        paint_page(painter, document, QRectF(QPointF(), pixmap.deviceIndependentSize()), self.palette())
        painter.end()
        self._prepared[document] = pixmap
        if len(self._prepared) > _PREPARED:
            del self._prepared[next(iter(self._prepared))]

    def takes_drag(self, at: QPoint, *, by_finger: bool) -> bool:
        """With a mouse words are marked, but not from a link on, which a hand that shakes means to follow."""
        return self._selectable and not by_finger and not self.can_be_pressed(at)

    def can_be_pressed(self, at: QPoint) -> bool:
        """There is a link."""
        return self._link_at(QPointF(self.viewport().mapFromGlobal(at))) >= 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Cards, marks and underlines; the text; the ring."""
        picture, self._picture = self._picture, None
        if self._page is None:
            return
        painter = QPainter(self.viewport())
        if picture and not self.verticalScrollBar().value():
            painter.drawPixmap(0, self._lead, picture)
        else:
            painter.translate(-self._offset())
            marked = self._selection.painted(self.palette()) if self._selection is not None else []
            spoken = lines_of(self._page, self._spoken.start, self._spoken.end) if self._spoken is not None else []
            dirty = QRectF(event.rect()).translated(self._offset())
            paint_page(painter, self._page, dirty, self.palette(), marked, spoken)
            painter.resetTransform()
        if self._ruler is not None:
            painter.translate(-self._offset())
            self._ruler.paint(painter, self._seen())
            painter.resetTransform()
        if self._has_ring:
            self._paint_ring(painter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll, follow the link with the ring, copy; every other key is for those around the view."""
        from PySide6.QtGui import QKeySequence

        if event.key() in _ENTER and self._focused >= 0:
            self.activate_link(self._focused)
        elif self._selectable and event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif self._selectable and event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif event.key() in _STOPS and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self.read_on(_STOPS[Qt.Key(event.key())], forwards=not event.modifiers())
        elif event.key() in _LINES and not event.modifiers() and self._step(_LINES[Qt.Key(event.key())]):
            pass
        elif not self.scroll_by_key(event):
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll. With Ctrl the wheel changes the text size, which is not for one view alone to do."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new width; the words at the top stay at the top."""
        place = self._top_position()
        width = self.viewport().width()
        self._prepared.clear()
        self._picture = None
        if self._page is not None:
            self._page.fit(width)
            self.lay_insets()
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._scroll_to_position(place)
            self.width_changed.emit(width)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """On a link: to follow it, once the button is let go there. To mark words, too."""
        if event.button() != Qt.MouseButton.LeftButton or self._page is None:
            return
        self._pressed = self._link_at(event.position())
        if self._ruler is not None:
            self._ruler.go_to_y((event.position() + self._offset()).y())
            self.viewport().update()
        if self._selectable:
            reach = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._select().press(event.position(), reach=reach)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark words as far as the pointer goes; show where a press would lead somewhere."""
        if not event.buttons():
            over = self._link_at(event.position()) >= 0
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else self._usual_cursor)
        elif self._selection is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._selection.drag(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow the link that was pressed, unless words were marked."""
        pressed, self._pressed = self._pressed, -1
        marked = self._selection is not None and self._selection.let_go()
        if not marked and pressed >= 0 and pressed == self._link_at(event.position()):
            self._move_ring(-1)
            self.activate_link(pressed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Mark a word; a link that is pressed twice is pressed."""
        self.mousePressEvent(event)
        if self._selection is not None and self._pressed < 0:
            self._selection.take_word(event.position())

    def select_all(self) -> None:
        """Mark all words of the page."""
        if self._page is not None and self._selectable:
            self._select().take_all()

    def copy(self) -> None:
        """Put the marked words on the clipboard."""
        if self._selection is not None:
            self._selection.copy()

    @property
    def marked_words(self) -> str:
        """The words that are marked."""
        return self._selection.words() if self._selection is not None else ""

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """A reading ruler stays in sight, or there would be nothing to read."""
        super().scrollContentsBy(dx, dy)
        if self._ruler is not None and self._ruler.stay_in(self._seen()):
            self.viewport().update()

    @property
    def ruled(self) -> ReadingPosition | None:
        """Where the reading ruler stands, if there is one."""
        return self._page.place_at(self._ruler.position) if self._page is not None and self._ruler is not None else None

    def rule(self, place: ReadingPosition) -> None:
        """Let the ruler stand there, if that can be seen; else it stays."""
        if self._page is None or self._ruler is None:
            return
        self._go_along(self._page.position_of(place))
        self._ruler.stay_in(self._seen())

    def _go_along(self, position: int) -> None:
        if self._ruler is not None:
            self._ruler.go_to(position, position)

    def _step(self, by: int) -> bool:
        """Move the ruler by a line; what it stands at is in the middle third of the view. False: it cannot."""
        if self._ruler is None or not self._ruler.step(by):
            return False
        band = self._ruler.band
        self._find_the_end()
        self._bring(QRectF(0, band.top, 1, band.bottom - band.top), self.viewport().height() / 3)
        self.viewport().update()
        return True

    def _select(self) -> Selection:
        if self._selection is None:
            from tpe_guide.ui.reading.selection import Selection

            self._selection = Selection(self)
        return self._selection

    def _link_at(self, point: QPointF) -> int:
        """The link at *point* of the viewport, or the nearest whose place, if it were as large as a finger, is there;
        -1: none."""
        if self._page is None:
            return -1
        spot, finger = point + self._offset(), self._theme.px(self._theme.finger)
        near = (
            (_distance(rect, spot), index)
            for index, rects in enumerate(self._geometry().links)
            for rect in rects
            if at_least(rect, finger).contains(spot)
        )
        return min(near, default=(0.0, -1))[1]

    def _on_range_changed(self, minimum: int, maximum: int) -> None:
        self.verticalScrollBar().setVisible(maximum > minimum)


def at_least(rect: QRectF, side: float) -> QRectF:
    """*rect*, grown about its middle to *side* where it is smaller."""
    across, down = max(0.0, side - rect.width()) / 2, max(0.0, side - rect.height()) / 2
    return rect.adjusted(-across, -down, across, down)


def _distance(rect: QRectF, spot: QPointF) -> float:
    across = max(rect.left() - spot.x(), 0.0, spot.x() - rect.right())
    down = max(rect.top() - spot.y(), 0.0, spot.y() - rect.bottom())
    return float(across**2 + down**2)
