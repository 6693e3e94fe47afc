"""Shows one page of the guide: text to read and copy, cards beneath it, links for keys, touch and mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QFrame, QWidget

from tpe_guide.guide.reading_position import ReadingPosition
from tpe_guide.ui.kit.scrolling import STEP, scroll_bar_style
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.reading import accessible
from tpe_guide.ui.reading.document import Geometry, PageDocument, blocks_rect
from tpe_guide.ui.reading.link import Link
from tpe_guide.ui.reading.page_scroller import TOP, PageScroller
from tpe_guide.ui.reading.painting import paint_beneath, paint_ring_around, paint_ring_inside, paint_whole
from tpe_guide.ui.reading.writer import OBJECT

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData, QUrl
    from PySide6.QtGui import (
        QFocusEvent,
        QKeyEvent,
        QPaintEvent,
        QResizeEvent,
        QShowEvent,
        QWheelEvent,
    )

_PREPARED = 2
"""Pictures kept: of the page after and the page before."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class ReadingView(PageScroller):
    """Paints a PageDocument. Tab walks its links, Enter follows them; arrow keys, Space, Home and End scroll.

    It paints its own focus ring. *selectable*: words can be marked and copied (not at a kiosk, where a finger
    drags the page instead).
    """

    followed = Signal(Link)
    """By press, by key or by a screen reader."""
    width_changed = Signal(int)
    """The viewport has another width, in px: another measure may fit it better."""

    def __init__(self, theme: Theme, *, selectable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        accessible.install()
        self._selectable = selectable
        self._tree: accessible.AccessibleTree | None = None
        self._prepared: dict[PageDocument, QPixmap] = {}
        self._picture: QPixmap | None = None
        self._focused = -1
        self._focus_came_by_keys = False
        self._make_viewport()
        self._set_up_text()
        self._set_up_look()
        self.anchorClicked.connect(self._on_anchor_clicked)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)

    def _make_viewport(self) -> None:
        """A viewport of our own: for Qt's, PySide would first make every class of widget there is, in 8 ms."""
        viewport = QWidget(self)
        viewport.setBackgroundRole(QPalette.ColorRole.Base)
        viewport.setMouseTracking(True)
        viewport.setCursor(Qt.CursorShape.IBeamCursor if self._selectable else Qt.CursorShape.ArrowCursor)
        # The text to begin with still measures itself by Qt's viewport, which goes now.
        self.document().documentLayout().setPaintDevice(viewport)
        self.setViewport(viewport)

    def reserve(self, width: int) -> None:
        """Keep *width* px between the text and the scroll bar free, for what others lay there."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft  # Qt does not mirror these
        self.setViewportMargins(width if mirrored else 0, 0, 0 if mirrored else width, 0)

    def _set_up_text(self) -> None:
        flags = Qt.TextInteractionFlag.LinksAccessibleByMouse
        if self._selectable:
            flags |= Qt.TextInteractionFlag.TextSelectableByMouse
        self.setTextInteractionFlags(flags)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def _listen_to_fingers(self) -> None:
        from PySide6.QtWidgets import QScroller

        gesture = QScroller.ScrollerGestureType
        QScroller.grabGesture(
            self.viewport(), gesture.TouchGesture if self._selectable else gesture.LeftMouseButtonGesture
        )

    def _set_up_look(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        palette = QPalette(self._theme.palette)
        palette.setColor(QPalette.ColorRole.Base, self._theme.color("paper"))
        self.setPalette(palette)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Its room is always kept, or a page that needs it would be laid out narrower than its neighbours.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setStyleSheet(scroll_bar_style(self._theme))
        self.verticalScrollBar().hide()

    @property
    def links(self) -> list[Link]:
        """Where the page shown leads, in the order of its words."""
        return [anchor.link for anchor in self._page.anchors] if self._page else []

    @property
    def focused_link(self) -> int:
        """The index of the link that has the ring; -1 if none has."""
        return self._focused

    @property
    def accessible_tree(self) -> accessible.AccessibleTree:
        """The page shown, as a screen reader finds it."""
        if self._tree is None:
            self._tree = accessible.AccessibleTree(self, self._page.nodes if self._page else [])
        return self._tree

    def show_document(self, document: PageDocument, place: ReadingPosition = TOP) -> None:
        """Show *document* from *place* on."""
        before, self._page = self._page, document
        self._picture = self._prepared.pop(document, None)
        self._focused = -1
        self._forget_tree()
        document.fit(self.viewport().width())
        # Not setDocument(), nor document(): PySide's keep every document alive for as long as the view.
        self.setProperty("document", document)
        # A view must never outlive its document, whatever order Python frees things in at the end.
        document.setParent(self)
        if before is not None and before is not document:
            before.setParent(None)
        self._scroll_to_position(document.position_of(place) if place.block else 0)
        accessible.tell_page(self, document.title)

    def focus_link(self, index: int) -> None:
        """Give the keyboard to link *index* and bring it into sight."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._move_ring(index)

    def activate_link(self, index: int) -> None:
        """Follow link *index*."""
        self.followed.emit(self.links[index])

    def rect_on_screen(self, start: int, end: int) -> QRect:
        """The blocks from character *start* to *end*, in global px."""
        if self._page is None:
            return QRect()
        return self._on_screen(blocks_rect(self._page, start, end))

    def link_rect_on_screen(self, index: int) -> QRect:
        """Link *index*, in global px."""
        return self._on_screen(_united(self._geometry().links[index]))

    def is_in_sight(self, start: int, end: int) -> bool:
        """Whether any of the blocks from character *start* to *end* can be seen."""
        return self._page is not None and blocks_rect(self._page, start, end).intersects(self._seen())

    def prepare(self, document: PageDocument) -> None:
        """Paint the first screen of *document* ahead: to turn to it is then to draw one picture."""
        document.fit(self.viewport().width())
        pixmap = QPixmap(self.viewport().size() * self.devicePixelRatio())
        pixmap.setDevicePixelRatio(self.devicePixelRatio())
        paint_whole(pixmap, document, self.palette())
        self._prepared[document] = pixmap
        if len(self._prepared) > _PREPARED:
            del self._prepared[next(iter(self._prepared))]

    def showEvent(self, event: QShowEvent) -> None:
        """Fingers come after the first paint, which need not wait for their part of Qt."""
        scrolled = self.verticalScrollBar().value()
        super().showEvent(event)
        self.verticalScrollBar().setValue(scrolled)  # Qt goes to its cursor, which nobody sees
        QTimer.singleShot(1, self, self._listen_to_fingers)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Cards, marks and underlines; the text; the ring."""
        picture, self._picture = self._picture, None
        if self._page is None:
            super().paintEvent(event)
        elif picture and self._offset().isNull() and event.rect() == self.viewport().rect():
            QPainter(self.viewport()).drawPixmap(0, 0, picture)
        else:
            painter = QPainter(self.viewport())
            painter.translate(-self._offset())
            paint_beneath(painter, self._page, QRectF(event.rect()).translated(self._offset()))
            painter.end()
            super().paintEvent(event)
        if self.hasFocus() and (self._focused >= 0 or self._focus_came_by_keys):
            self._paint_ring()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll, follow the link with the ring, copy; every other key is for those around the view."""
        from PySide6.QtGui import QKeySequence

        if event.key() in _ENTER and self._focused >= 0:
            self.activate_link(self._focused)
        elif self._selectable and event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif self._selectable and event.matches(QKeySequence.StandardKey.SelectAll):
            self.selectAll()
        elif not self.scroll_by_key(event):
            event.ignore()

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab and Shift+Tab: the next link of the text, then out of the view."""
        index = self._link_after(forwards=forwards)
        if index is None:
            self._move_ring(-1)
            return QWidget.focusNextPrevChild(self, forwards)
        self._move_ring(index)
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming by Tab, the first link in sight takes the ring; without one it is at the view's edge."""
        super().focusInEvent(event)
        self._focus_came_by_keys = event.reason() in _BY_KEYS
        if self._focus_came_by_keys:
            forwards = event.reason() == Qt.FocusReason.TabFocusReason
            self._move_ring(self._first_link_in_sight(forwards=forwards))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes with the keyboard."""
        super().focusOutEvent(event)
        self.viewport().update()

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
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._scroll_to_position(place)
            self.width_changed.emit(width)

    def createMimeDataFromSelection(self) -> QMimeData:
        """The selected words, plain: no pictures, no spaces between cards, none of our colours."""
        from PySide6.QtCore import QMimeData

        text = self.textCursor().selection().toPlainText().replace(OBJECT, "")
        data = QMimeData()
        data.setText("\n".join(line for line in text.split("\n") if line.strip()))
        return data

    def _on_anchor_clicked(self, url: QUrl) -> None:
        from PySide6.QtCore import QUrl

        self._move_ring(-1)
        self.followed.emit(Link.read(QUrl.fromPercentEncoding(url.toEncoded())))

    def _on_range_changed(self, minimum: int, maximum: int) -> None:
        self.verticalScrollBar().setVisible(maximum > minimum)

    def _geometry(self) -> Geometry:
        assert self._page is not None
        return self._page.geometry

    def _forget_tree(self) -> None:
        if self._tree is not None:
            self._tree.deleteLater()
            self._tree = None

    def _link_after(self, *, forwards: bool) -> int | None:
        """The link that Tab goes to: the next one, or the first in sight if that was scrolled away."""
        if self._page is None:
            return None
        if self._focused < 0 or not _united(self._geometry().links[self._focused]).intersects(self._seen()):
            index = self._first_link_in_sight(forwards=forwards)
            return index if index >= 0 else None
        index = self._focused + (1 if forwards else -1)
        return index if 0 <= index < len(self.links) else None

    def _first_link_in_sight(self, *, forwards: bool) -> int:
        """The first link from the top of the view on, backwards the last one above its bottom; -1 if none."""
        if self._page is None:
            return -1
        seen = self._seen()
        rects = [_united(rects) for rects in self._geometry().links]
        if forwards:
            return next((index for index, rect in enumerate(rects) if rect.top() >= seen.top()), -1)
        return next((index for index in reversed(range(len(rects))) if rects[index].bottom() <= seen.bottom()), -1)

    def _move_ring(self, index: int) -> None:
        if index == self._focused:
            return
        self._focused = index
        if index >= 0:
            self._bring_into_sight(_united(self._geometry().links[index]))
        self.viewport().update()
        accessible.tell_focus(self)

    def _bring_into_sight(self, rect: QRectF) -> None:
        seen, margin = self._seen(), self._theme.text_px(STEP)
        bar = self.verticalScrollBar()
        if rect.bottom() + margin > seen.bottom():
            bar.setValue(round(rect.bottom() + margin - seen.height()))
        if rect.top() - margin < self._seen().top():
            bar.setValue(round(rect.top() - margin))

    def _paint_ring(self) -> None:
        painter = QPainter(self.viewport())
        if self._focused < 0:
            paint_ring_inside(painter, QRectF(self.viewport().rect()), self._theme)
        else:
            painter.translate(-self._offset())
            paint_ring_around(painter, self._geometry().links[self._focused], self._theme)


def _united(rects: list[QRectF]) -> QRectF:
    union = QRectF()
    for rect in rects:
        union = union.united(rect)
    return union
