"""What the screens of the kiosk share: a drawing, large words, large buttons, and where they stand.

Upright, they stand below one another; on a wide screen the drawing stands left of the words. Everything
grows with the screen. The drawing gives way first, then what is said by the way, then the size of the type:
no word is cut off, and no button is smaller than a finger needs. *Lowered* puts the buttons at the bottom,
for whoever sits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kiosk.chapter_list import ChapterList
from tpe_guide.ui.kiosk.kiosk_button import LEAST_TARGET, KioskButton
from tpe_guide.ui.kiosk.words import Words
from tpe_guide.ui.kit.art import ours, paint_art
from tpe_guide.ui.kit.icons import draw_icon
from tpe_guide.ui.kit.theme import Theme, Type

# Lengths of the design in px at 1080 × 1920 (picture 11).
_MARGIN, _TOP, _BOTTOM = 56, 56, 44
_STRIP, _FOOTER, _BODY_GAP = 76, 80, 26
_WIDE_COLUMN_GAP = 80
_MARK, _SIGN, _APART, _SHIELD = 56, 34, 16, 40
"""The mark, the sign of the notice and what parts it from its words, the sign of the promise: beside words, whose
letters get no smaller than can be read, nor do these."""
_TITLE_TO_LEAD = 20
_PROMISE_LEAST = 230
"""The promise may break into two lines."""
_LEAST_DRAWING = 280
LEAST_GAP = 20
_BRAND, _NOTICE, _PROMISE = Type(34, 1.35, 700), Type(30, 1.35, 700), Type(28, 1.35, 400)
_TRIES = ((100, True), (92, True), (85, True), *((percent, False) for percent in range(100, 30, -4)))
"""Percent of the largest type, and whether *aside* is shown."""


@dataclass(frozen=True, slots=True)
class Row:
    """Buttons side by side, all of one height, *gap* px of the design below what stands above."""

    buttons: Sequence[KioskButton]
    gap: int


@dataclass(frozen=True, slots=True)
class Parts:
    """What one screen is made of. *drawing* is square, at most *drawing_side* px, and *above_title* px above
    the title. *aside* is what can be left out."""

    drawing: QWidget
    drawing_side: int
    above_title: int
    title: Words
    lead: Words
    rows: Sequence[Row]
    aside: ChapterList | None = None


class KioskPage(QWidget):
    """One screen of the kiosk. Subclasses give its ``Parts`` to ``_set_parts``."""

    def __init__(self, theme: Theme, *, lowered: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lowered = lowered
        self._brand = Words(theme, _("TPE Guide"), _BRAND, parent=self)
        self._notice = Words(theme, _("Feeling unwell? Tell staff now."), _NOTICE, color="red", parent=self)
        self._promise = Words(theme, _("Nothing you touch is saved."), _PROMISE, color="ink2", parent=self)
        self._parts: Parts | None = None
        self._tools: Sequence[KioskButton] = ()
        self.setAutoFillBackground(True)
        self.setPalette(theme.palette)

    @property
    def lowered(self) -> bool:
        """Whether the buttons stand at the bottom."""
        return self._lowered

    @property
    def body(self) -> QRect:
        """The room between the strip above and the footer."""
        px = self._theme.px
        top = px(_TOP) + self._strip_height() + px(_BODY_GAP)
        bottom = self.height() - px(_BOTTOM) - self._footer_height() - self._gap(_BODY_GAP)
        return QRect(px(_MARGIN), top, self.width() - 2 * px(_MARGIN), max(1, bottom - top))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything finds its place anew."""
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The mark, the frame of the notice, and the two icons beside words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_art(painter, ours("mark"), QRectF(self._mark_rect()), self._theme)
        self._paint_notice(painter)
        shield = self._theme.beside(_SHIELD, _PROMISE)
        top = self._promise.geometry().center().y() - shield // 2
        place = QRectF(self._theme.px(_MARGIN), top, shield, shield)
        draw_icon(painter, "shield-check", place, self._theme.color("ink2"), line=max(2.0, 2.8 * self._theme.chrome))

    def _set_parts(self, parts: Parts, tools: Sequence[KioskButton] = ()) -> None:
        self._parts = parts
        self._tools = tools
        self._arrange()

    def _set_lowered(self, lowered: bool) -> None:
        self._lowered = lowered
        self._arrange()

    def _arrange(self) -> None:
        if self._parts is None or self.width() < 2 or self.height() < 2:
            return
        upright = self.height() >= self.width()
        design = (1080, 1500) if upright else (1500, 1080)
        largest = min(self.width() / design[0], self.height() / design[1])
        self._fit(self._parts, largest, upright=upright)
        self._place_strip()
        self._place_footer()
        if upright:
            self._place_upright(self._parts)
        else:
            self._place_wide(self._parts)
        self.update()

    def _fit(self, parts: Parts, largest: float, *, upright: bool) -> None:
        """The largest type with which everything has room; *aside* is left out before type shrinks much."""
        for percent, with_aside in _TRIES:
            self._set_unit(parts, largest * percent / 100)
            width = self.body.width() if upright else self._wide_column(parts).width()
            if parts.aside is not None:
                parts.aside.setVisible(with_aside and not parts.aside.is_squeezed(width))
            drawing = self._theme.px(_LEAST_DRAWING + parts.above_title) if upright else 0
            if self._column_height(parts, width) + drawing <= self.body.height():
                return

    def _set_unit(self, parts: Parts, unit: float) -> None:
        theme = self._theme = self._theme._replace(unit=unit)
        words = (self._brand, self._notice, self._promise, parts.title, parts.lead)
        buttons = [each for row in parts.rows for each in row.buttons]
        for part in (*words, *buttons, *self._tools, parts.aside):
            if part is not None:
                part.set_theme(theme)

    def _gap(self, length: int) -> int:
        """px between two things to press."""
        return max(LEAST_GAP, self._theme.px(length))

    def _strip_height(self) -> int:
        return max(self._theme.px(_STRIP), self._notice.heightForWidth(10_000) + 20)

    def _footer_height(self) -> int:
        return max(LEAST_TARGET, self._theme.px(_FOOTER))

    def _mark_rect(self) -> QRect:
        side = self._theme.beside(_MARK, _BRAND)
        return QRect(self._theme.px(_MARGIN), self._theme.px(_TOP) + (self._strip_height() - side) // 2, side, side)

    def _notice_rect(self) -> QRect:
        px = self._theme.px
        width = self._notice.width_of_one_line() + self._theme.beside(_SIGN + _APART, _NOTICE) + px(2 * 28)
        return QRect(self.width() - px(_MARGIN) - width, px(_TOP), width, self._strip_height())

    def _place_strip(self) -> None:
        px, notice, mark = self._theme.px, self._notice_rect(), self._mark_rect()
        width = self._notice.width_of_one_line()
        height = self._notice.heightForWidth(width)
        self._notice.place(notice.right() + 1 - px(28) - width, notice.top() + (notice.height() - height) // 2, width)
        left = mark.right() + self._theme.beside(18, _BRAND)
        width = self._brand.width_of_one_line()
        self._brand.setVisible(left + width + px(18) <= notice.left())
        self._brand.place(left, mark.center().y() - self._brand.heightForWidth(width) // 2, width)

    def _paint_notice(self, painter: QPainter) -> None:
        px, rect = self._theme.px, self._notice_rect()
        edge = max(2, px(3))
        painter.setPen(QPen(self._theme.color("red"), edge))
        painter.setBrush(self._theme.color("card"))
        painter.drawRoundedRect(QRectF(rect).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2), px(20), px(20))
        icon = self._theme.beside(_SIGN, _NOTICE)
        corner = QPointF(rect.left() + px(28), round(rect.center().y() - icon / 2))
        line = max(2.0, 2.8 * self._theme.chrome)
        draw_icon(
            painter,
            "triangle-alert",
            QRectF(corner.x(), corner.y(), icon, icon),
            self._theme.color("red"),
            line=line,
        )

    def _place_footer(self) -> None:
        px, height = self._theme.px, self._footer_height()
        top = self.height() - px(_BOTTOM) - height
        right = self.width() - px(_MARGIN)
        left = px(_MARGIN) + self._theme.beside(_SHIELD + 14, _PROMISE)
        self._fold_tools(right - left - min(self._promise.width_of_one_line(), px(_PROMISE_LEAST)))
        for tool in reversed(self._tools):
            width = tool.sizeHint().width()
            tool.setGeometry(right - width, top, width, height)
            right -= width + self._gap(24)
        room = right - left
        self._promise.place(left, top + (height - self._promise.heightForWidth(room)) // 2, room)

    def _fold_tools(self, room: int) -> None:
        """Words on as many of them as there is room for, the first of all on the last; the others are signs."""
        for named in range(len(self._tools), -1, -1):
            for at, tool in enumerate(self._tools):
                tool.set_icon_only(at < len(self._tools) - named)
            if sum(tool.sizeHint().width() + self._gap(24) for tool in self._tools) <= room:
                return

    def _column_height(self, parts: Parts, width: int) -> int:
        """Everything but the drawing."""
        return self._words_height(parts, width) + self._rows_height(parts) + self._aside_height(parts, width)

    def _words_height(self, parts: Parts, width: int) -> int:
        lines = parts.title.heightForWidth(width) + parts.lead.heightForWidth(width)
        return lines + self._theme.px(_TITLE_TO_LEAD)

    def _rows_height(self, parts: Parts) -> int:
        return sum(self._gap(row.gap) + row.buttons[0].height_now for row in parts.rows)

    def _aside_height(self, parts: Parts, width: int) -> int:
        if parts.aside is None or parts.aside.isHidden():
            return 0
        return self._aside_gap() + parts.aside.height_for(width)

    def _aside_gap(self) -> int:
        return self._gap(52)

    def _place_upright(self, parts: Parts) -> None:
        body, px = self.body, self._theme.px
        room = body.height() - self._column_height(parts, body.width()) - px(parts.above_title)
        side = min(px(parts.drawing_side), body.width(), room)
        left, above = (body.width() - side) // 2, (room - side) // 2
        parts.drawing.setGeometry(body.left() + left, body.top() + above, side, side)
        top = parts.drawing.geometry().bottom() + 1 + px(parts.above_title)
        self._place_words_and_rows(parts, QRect(body.left(), top, body.width(), body.bottom() + 1 - top))

    def _wide_column(self, parts: Parts) -> QRect:
        body, px = self.body, self._theme.px
        side = min(px(parts.drawing_side), body.height(), round(body.width() * 0.42))
        left = body.left() + max(side, round(body.width() * 0.36)) + px(_WIDE_COLUMN_GAP)
        return QRect(left, body.top(), body.right() + 1 - left, body.height())

    def _place_wide(self, parts: Parts) -> None:
        body, column = self.body, self._wide_column(parts)
        room = column.left() - self._theme.px(_WIDE_COLUMN_GAP) - body.left()
        side = min(self._theme.px(parts.drawing_side), body.height(), room)
        parts.drawing.setGeometry(
            body.left() + (room - side) // 2, body.top() + (body.height() - side) // 2, side, side
        )
        spare = max(0, column.height() - self._column_height(parts, column.width()))
        above = spare // 4 if self._lowered else spare // 2
        self._place_words_and_rows(parts, column.adjusted(0, above, 0, 0))

    def _place_words_and_rows(self, parts: Parts, room: QRect) -> None:
        left, width = room.left(), room.width()
        y = parts.title.place(left, room.top(), width)
        y = parts.lead.place(left, y + self._theme.px(_TITLE_TO_LEAD), width)
        if self._lowered:
            self._place_aside(parts, left, y, width)
            self._place_rows(parts, left, room.bottom() + 1 - self._rows_height(parts), width)
        else:
            y = self._place_rows(parts, left, y, width)
            self._place_aside(parts, left, y, width)

    def _place_aside(self, parts: Parts, left: int, top: int, width: int) -> None:
        if parts.aside is not None and not parts.aside.isHidden():
            parts.aside.place(left, top + self._aside_gap(), width)

    def _place_rows(self, parts: Parts, left: int, top: int, width: int) -> int:
        y, gap = top, self._gap(20)
        for row in parts.rows:
            y += self._gap(row.gap)
            height = row.buttons[0].height_now
            each = (width - (len(row.buttons) - 1) * gap) // len(row.buttons)
            for number, button in enumerate(row.buttons):
                button.setGeometry(left + number * (each + gap), y, each, height)
            y += height
        return y
