"""Scrolls a page of the guide with all that stands on it, and knows which words are at the top of the view."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from tpe_guide.guide.reading_position import ReadingPosition
from tpe_guide.ui.kit.scrolling import STEP, scroll_bar_by_key
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.reading.document import Geometry, PageDocument, blocks_rect, line_rects, united

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from tpe_guide.ui.reading.inset import Inset
    from tpe_guide.ui.reading.opening import Opening

_WHEEL_STEP = 20
"""px: a notch of the wheel is three of them."""
_AIR = 12
"""px at 100 % about what is brought into sight."""
TOP = ReadingPosition()


class PageScroller(QAbstractScrollArea):
    """A view of a PageDocument that may be higher than it.

    What is not text scrolls along: an inset above the page, one below it, and one in the room that is open in it.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page: PageDocument | None = None
        self._lead = 0
        """px above the text."""
        self._tail = 0
        """px below it."""
        self.above: Inset | None = None
        self.within: Inset | None = None
        self.below: Inset | None = None
        self._opening: Opening | None = None
        self.verticalScrollBar().setSingleStep(_WHEEL_STEP)

    @property
    def page_shown(self) -> PageDocument | None:
        """The page on show."""
        return self._page

    @property
    def place(self) -> ReadingPosition:
        """The line at the top of the view."""
        position = self._top_position()
        return self._page.place_at(position) if self._page is not None and position else TOP

    @property
    def at_end(self) -> bool:
        """The last words of the page are in sight."""
        self._find_the_end()
        return self._page is not None and self._seen().bottom() >= math.floor(self._page.height)

    def parts_around(self) -> tuple[list[QWidget], list[QWidget]]:
        """Tab comes to what stands above the words, to the words, then to what is below. What is explained in them has
        keys of its own."""
        return [each for each in (self.above,) if each is not None], [
            each for each in (self.below,) if each is not None
        ]

    def lead(self, height: int) -> None:
        """Keep *height* px above the text free, until an inset stands there."""
        if self.above is None:
            self._lead = height

    def stand_above(self, inset: Inset) -> None:
        """Have *inset* above the text from now on."""
        self.above = inset
        self._take(inset)
        inset.show()

    def stand_below(self, inset: Inset | None) -> None:
        """Have *inset* below the text from now on; None: nothing. It stays whole."""
        before, self.below = self.below, inset
        if before is not None and before is not inset:
            before.hide()
        if inset is not None and inset is not before:
            self._take(inset)
            inset.show()
        self.lay_insets()

    def lay_insets(self) -> None:
        """Give all that is not text its place, and the page the room for it."""
        page = self._page
        if page is None:
            return
        width = round(page.column_width)
        if self.above is not None:
            self._lead = self.above.height_in(width)
        self._tail = self.below.height_in(width) if self.below is not None else 0
        if self.within is not None and self._opening is not None:
            self._opening.grow(self.within.height_in(round(self._opening.place.width())))
        self._settle()

    @property
    def opened_link(self) -> int:
        """The index of the link below which something is explained; -1 if none."""
        return self._page.opened if self._page is not None else -1

    def open_below(self, index: int, inset: Inset) -> None:
        """Have *inset* in the text, below the sentence of the link *index*, and in sight.

        The words of the link keep their place on the screen, unless there is no room for both.
        """
        from tpe_guide.ui.reading.opening import Opening, card_about, sides_of

        assert self._page is not None
        before = self.link_rect_on_screen(index).top()
        self.close_opening()
        self._take(inset)
        card = card_about(self._page, self._page.anchors[index].start)
        if card is not None:
            inset.ground = card.look.fill
        __, width = sides_of(self._page, card)
        self._opening = Opening(self._page, index, inset.height_in(round(width)))
        self.within = inset
        self._find_the_end()
        kept = self.verticalScrollBar().value() + self.link_rect_on_screen(index).top() - before
        words, room = united(self._geometry().links[index]), self._opening.place
        air = self._theme.px(_AIR)
        value = self._value_to_see(words.united(room), air, kept)
        if room.bottom() - words.top() > self.viewport().height():
            value = self._value_to_see(room, air, value)
        self.verticalScrollBar().setValue(value)  # before anything has to be painted: Qt moves only what need not be
        self._place_insets()  # before it is shown: then it is laid out once
        inset.show()
        inset.lay_out()
        top = self._geometry().links[index][0].top() - self._offset().y()
        self.viewport().update(self.viewport().rect().adjusted(0, int(top) - 1, 0, 0))  # above, all is as it was
        self._forget_tree()

    def close_opening(self) -> None:
        """Take away what was explained in the text; what stands above it keeps its place."""
        opening, inset = self._opening, self.within
        if opening is None or inset is None:
            return
        self._opening = self.within = None
        opening.close()
        inset.hide()
        inset.deleteLater()
        self._forget_tree()
        self._settle()

    def pointer_of(self, index: int) -> float:
        """The middle of the words of link *index*, in px from the left edge of what is open below them."""
        assert self._opening is not None
        return self._geometry().links[index][-1].center().x() - self._opening.place.left()

    def link_rect_on_screen(self, index: int) -> QRect:
        """Link *index*, in global px."""
        return self._on_screen(united(self._geometry().links[index]))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted, and the insets with it; where little of it stays in sight, paint all of it anew.

        Qt paints twice what lies on a view that it moved, below something else that lies there.
        """
        if abs(dy) * 2 < self.viewport().height():
            self.viewport().scroll(0, dy)
        else:
            self._place_insets()
            self.viewport().update()

    def bring_into_sight(self, widget: QWidget) -> None:
        """Scroll to *widget*, a part of an inset, as far as need be."""
        top = widget.mapTo(self.viewport(), widget.rect().topLeft()).y()
        self._bring(QRectF(0, top, 1, widget.height()).translated(self._offset()), self._theme.px(_AIR))

    def _geometry(self) -> Geometry:
        assert self._page is not None
        return self._page.geometry

    def _forget_tree(self) -> None:
        """What a screen reader finds here is another."""

    def _settle(self) -> None:
        """What stands on the page has other heights: show all in its place."""
        if self._page is not None:
            self._find_the_end()
            self._place_insets()
            self.viewport().update()

    def _take(self, inset: Inset) -> None:
        inset.setParent(self.viewport())
        inset.lower()  # something may lie over the page: to raise that would be to paint it anew
        inset.changed.connect(self.lay_insets)

    def _place_insets(self) -> None:
        """Lay them where the page is scrolled to."""
        page = self._page
        assert page is not None
        left, width, lift = page.column_left, round(page.column_width), self.verticalScrollBar().value()
        if self.above is not None:
            self.above.setGeometry(left, -lift, width, self._lead)
        if self.within is not None and self._opening is not None:
            self.within.setGeometry(self._opening.place.translated(0, self._lead - lift).toRect())
        if self.below is not None:
            top = self._lead + math.ceil(page.height) - lift
            self.below.setGeometry(left, top, width, self._tail)

    def scroll_by_key(self, event: QKeyEvent) -> bool:
        """Scroll if *event*'s key is one that does."""
        self._find_the_end()
        step, seen = self._theme.text_px(STEP), self.viewport().height()
        return scroll_bar_by_key(self.verticalScrollBar(), event, step, seen)

    def _offset(self) -> QPointF:
        """What of the document lies at the corner of the view; above its own corner where something stands there."""
        return QPointF(0, self.verticalScrollBar().value() - self._lead)

    def _seen(self) -> QRectF:
        """The part of the document that can be seen."""
        return QRectF(self.viewport().rect()).translated(self._offset())

    def _on_screen(self, rect: QRectF) -> QRect:
        on_viewport = rect.translated(-self._offset()).toAlignedRect()
        return QRect(self.viewport().mapToGlobal(on_viewport.topLeft()), on_viewport.size())

    def position_at(self, point: QPoint | QPointF) -> int:
        """The character nearest to *point* of the viewport."""
        assert self._page is not None
        spot = QPointF(point) + self._offset()
        return max(0, self._page.documentLayout().hitTest(spot, Qt.HitTestAccuracy.FuzzyHit))

    def _top_position(self) -> int:
        """The first character of the line at the top of the view; 0 at the beginning of the page."""
        if self._page is None or self._offset().y() <= 0:
            return 0
        position = self.position_at(QPointF(self._page.column_left + self._page.column_width / 2, 1))
        block = self._page.findBlock(position)
        line = block.layout().lineForTextPosition(position - block.position())
        return block.position() + (line.textStart() if line.isValid() else 0)

    def _scroll_to_position(self, position: int) -> None:
        self._find_the_end()
        if position == 0 or self._page is None:
            self.verticalScrollBar().setValue(0)
            return
        rects = line_rects(self._page, position, position + 1) or [blocks_rect(self._page, position, position)]
        self.verticalScrollBar().setValue(math.ceil(rects[0].top()) + self._lead)

    def _bring(self, rect: QRectF, margin: float) -> None:
        """Scroll so that *rect* of the document is seen, its top in any case."""
        bar = self.verticalScrollBar()
        bar.setValue(self._value_to_see(rect, margin, bar.value()))

    def _value_to_see(self, rect: QRectF, margin: float, value: int) -> int:
        """Where the page is scrolled to for *rect* of the document to be seen: as near to *value* as may be."""
        top, bottom = rect.top() - margin + self._lead, rect.bottom() + margin + self._lead
        room = self.viewport().height()
        value = self._reachable(value)
        if bottom > value + room:
            value = self._reachable(round(bottom - room))
        return self._reachable(round(top)) if top < value else value

    def _reachable(self, value: int) -> int:
        bar = self.verticalScrollBar()
        return min(max(value, bar.minimum()), bar.maximum())

    def _find_the_end(self) -> None:
        """Know how far the page can be scrolled."""
        if self._page is not None:
            bar, room = self.verticalScrollBar(), self.viewport().height()
            whole = self._lead + math.ceil(self._page.height) + self._tail
            bar.setPageStep(room)
            bar.setRange(0, max(0, whole - room))
