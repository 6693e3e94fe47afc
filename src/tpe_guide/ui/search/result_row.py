"""One thing that a search found: what it is, its title, the words found in it, and why it was found."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from tpe_guide.guide.word_list import as_heading
from tpe_guide.i18n import _
from tpe_guide.search.hit import Hit, HitKind
from tpe_guide.ui.kit.icons import draw_icon
from tpe_guide.ui.kit.marked_words import MarkedWords
from tpe_guide.ui.kit.pressable import Pressable
from tpe_guide.ui.kit.theme import Theme

_ICONS: dict[HitKind, str] = {"page": "book-open", "word": "book-a", "urgent": "phone-call", "picture": "eye"}


class ResultRow(Pressable):
    """Shows one hit after another: a row is kept, and what it says changes with the query."""

    reached = Signal(QWidget)
    """The keyboard is here now."""

    def __init__(self, theme: Theme, number: int, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self._hit: Hit | None = None
        self._width = -1
        self._narrow = False
        self._height = 0
        self._kind_words = ""
        self._kind_font = theme.font("floor-strong")
        self._title = MarkedWords(theme, "h3")
        self._snippet = MarkedWords(theme, "small")
        self._reason = MarkedWords(theme, "floor", "ink2")
        self.setObjectName(f"result-{number}")

    @property
    def hit(self) -> Hit | None:
        """What the row leads to."""
        return self._hit

    def show_hit(self, hit: Hit, chapter: str) -> None:
        """Show *hit*, a page of *chapter* if it is a page."""
        if hit == self._hit:
            return
        self._hit = hit
        self._width = -1
        names: dict[HitKind, str] = {
            "page": _("Page"),
            "word": _("Word"),
            "urgent": _("Urgent"),
            "picture": _("Picture"),
        }
        kind = names[hit.kind]
        self._kind_words = _("{kind} · {chapter}").format(kind=kind, chapter=chapter) if chapter else kind
        reason = as_heading(str(hit.reason))
        self._title.set_words(hit.title, hit.title_marks)
        self._snippet.set_words(hit.snippet, hit.marks)
        self._reason.set_words(reason)
        self.setText(hit.title)
        self.setAccessibleName(_("{kind}: {title}").format(kind=kind, title=hit.title))
        self.setAccessibleDescription(f"{hit.snippet} ({reason})".strip())
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its words are at the width it has."""
        width = max(self.width(), self._theme.px(300))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Words break wherever they must."""
        return QSize(self._theme.px(140), self._theme.px(64))

    def heightForWidth(self, width: int) -> int:
        """The lines of its words, and never less than a finger needs."""
        if width != self._width:
            self._width = width
            self._narrow = width < self._theme.px(_NARROW)
            room = width - self._left() - self._right()
            height = self._kind_height() + sum(
                words.lay_out(room) for words in (self._title, self._snippet, self._reason)
            )
            self._height = max(self._theme.px(64), height + 2 * self._theme.px(_PAD) + self._theme.px(_GAP))
        return self._height

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be seen."""
        super().focusInEvent(event)
        self.reached.emit(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Shape, icon, words, and an arrow that says where pressing leads."""
        if self._hit is None:
            return
        self.heightForWidth(self.width())
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_shape(painter)
        urgent = self._hit.kind == "urgent"
        self._paint_icon(painter, urgent)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left, top = self._right() if mirrored else self._left(), theme.px(_PAD)
        room = self.width() - self._left() - self._right()
        painter.setFont(self._kind_font)
        painter.setPen(theme.color("red" if urgent else "straw800"))
        kind = QFontMetrics(self._kind_font).elidedText(
            self._kind_words, Qt.TextElideMode.ElideRight, room - (theme.px(_ICON + 8) if self._narrow else 0)
        )
        indent = theme.px(_ICON + 8) if self._narrow else 0
        beside = QRectF(left + (0 if mirrored else indent), top, room - indent, self._kind_height())
        painter.drawText(beside, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, kind)
        top += self._kind_height()
        for words, gap in ((self._title, _GAP), (self._snippet, 0), (self._reason, 0)):
            words.paint(painter, left, top)
            top += words.height + theme.px(gap)
        if self._narrow:
            return
        size = theme.px(22)
        x = theme.px(16) if mirrored else self.width() - theme.px(16) - size
        arrow = "arrow-left" if mirrored else "arrow-right"
        draw_icon(painter, arrow, QRectF(x, (self.height() - size) // 2, size, size), theme.color("teal"))

    def _paint_shape(self, painter: QPainter) -> None:
        theme = self._theme
        urgent = self._hit is not None and self._hit.kind == "urgent"
        near = self.underMouse() or self.isDown()
        fill = "red-tint" if urgent else "teal-tint" if near else "card"
        edge = "red" if urgent else "teal" if near else "line2"
        width = max(2.0 if urgent or near else 1.5, theme.border())
        painter.setPen(QPen(theme.color(edge), width))
        painter.setBrush(theme.color(fill))
        inset = width / 2
        radius = theme.px(14)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)

    def _paint_icon(self, painter: QPainter, urgent: bool) -> None:
        theme = self._theme
        assert self._hit is not None
        size = theme.px(_ICON if self._narrow else 26)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = self.width() - theme.px(_SIDE) - size if mirrored else theme.px(_SIDE)
        place = QRectF(x, theme.px(_PAD if self._narrow else _PAD + 2), size, size)
        draw_icon(painter, _ICONS[self._hit.kind], place, theme.color("red" if urgent else "ink"))

    def _kind_height(self) -> int:
        return round(self._theme.px(16) * 1.45)

    def _left(self) -> int:
        return self._theme.px(_SIDE if self._narrow else 60)

    def _right(self) -> int:
        return self._theme.px(_SIDE if self._narrow else 50)


_PAD, _GAP, _SIDE, _ICON = 12, 2, 18, 22
_NARROW = 360
