"""Buttons: everything that can be pressed and is not a chip or a door.

Painted by hand from tokens, so that each state looks the same on every platform. The keyboard ring is drawn by
FocusRing, outside the button.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QWidget

from tpe_guide.ui.kit.icons import draw_icon
from tpe_guide.ui.kit.theme import Theme

_SLIM = 0.85
_OTHER_WAY = {"arrow-left": "arrow-right", "arrow-right": "arrow-left"}
"""Icons that point along the way one reads."""
_SLACK = 4
"""px: Qt measures a wrapped line a hair wider than the same words on one line, and wider still from right to left."""

Kind = Literal["primary", "secondary", "quiet", "urgent", "urgent-outline", "tool", "text"]


class _Look(NamedTuple):
    """Colour tokens by state: rest, hover, pressed."""

    fill: tuple[str, str, str]
    edge: tuple[str, str, str]
    text: tuple[str, str, str]
    edge_width: float


_LOOKS: dict[Kind, _Look] = {
    "primary": _Look(
        ("teal", "teal-hover", "teal-pressed"), ("teal", "teal-hover", "teal-pressed"), ("on-teal",) * 3, 2
    ),
    "secondary": _Look(
        ("card", "teal-tint", "teal-tint"),
        ("teal", "teal-hover", "teal-pressed"),
        ("teal", "teal-hover", "teal-pressed"),
        2,
    ),
    "quiet": _Look(("card", "teal-tint", "teal-tint"), ("line2", "teal", "teal-pressed"), ("ink",) * 3, 1.5),
    "urgent": _Look(("red", "red-hover", "red-pressed"), ("red", "red-hover", "red-pressed"), ("on-red",) * 3, 2),
    "urgent-outline": _Look(("card", "red-tint", "red-tint"), ("red",) * 3, ("red",) * 3, 2),
    "tool": _Look(("", "teal-tint", "teal-tint"), ("", "teal", "teal-pressed"), ("ink",) * 3, 1.5),
    "text": _Look(
        ("", "teal-tint", "teal-tint"),
        ("", "teal", "teal-pressed"),
        ("teal", "teal-hover", "teal-pressed"),
        1.5,
    ),
}


class Button(QAbstractButton):
    """A button with words, perhaps an icon before or after them, and perhaps a small hint above them.

    *short* stands in for *text* where room is scarce (``compact``). Words wrap rather than being cut off.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        kind: Kind = "primary",
        *,
        icon: str = "",
        icon_after: str = "",
        hint: str = "",
        short: str = "",
        role: str = "title",
        height: int = 64,
        padding: int = 26,
        radius: int = 14,
        icon_size: int = 26,
        icon_only: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = _LOOKS[kind]
        self._icon = icon
        self._icon_after = icon_after
        self._hint = hint
        self._short = short
        self._role = role
        self._min_height = theme.px(height)
        self._padding = theme.px(padding)
        self._radius = theme.px(radius)
        self._icon_size = theme.px(icon_size)
        self._gap = theme.px(12)
        self._icon_only = icon_only
        self._slim = False
        self.compact = False
        self._bare = False
        self.setText(text)
        self.setFont(theme.font(role))
        self.setAccessibleName(f"{hint}: {text}" if hint else text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_words(self, text: str, *, icon: str = "") -> None:
        """Say something else, such as where Next leads now; perhaps with another *icon*."""
        if text == self.text():
            return
        self._icon = icon or self._icon
        self.setText(text)
        self.setAccessibleName(f"{self._hint}: {text}" if self._hint else text)
        self.updateGeometry()

    def set_hint(self, hint: str) -> None:
        """The small words above. Set the other words afterwards: both together name the button."""
        self._hint = hint

    def set_icon(self, name: str) -> None:
        """Show another icon before the words."""
        self._icon = name
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Show the *short* words (or the hint) instead of all of them."""
        if compact != self.compact:
            self.compact = compact
            self.updateGeometry()
            self.update()

    def set_icon_only(self, icon_only: bool, *, slim: bool = False) -> None:
        """Show the icon without words; the accessible name stays. *slim*: higher than wide."""
        if (icon_only, slim) != (self._icon_only, self._slim):
            self._icon_only, self._slim = icon_only, slim
            self.updateGeometry()
            self.update()

    def set_bare(self, bare: bool) -> None:
        """Leave the icons beside the words out, where there is room for words only."""
        if bare != self._bare:
            self._bare = bare
            self.updateGeometry()
            self.update()

    def natural_width(self) -> int:
        """The width at which every word stands on one line, whether compact or not."""
        chrome = 2 * self._padding + self._icons_width() + _SLACK
        return chrome + max(
            QFontMetrics(self.font()).horizontalAdvance(self.text()),
            self._hint_metrics().horizontalAdvance(self._hint),
        )

    def sizeHint(self) -> QSize:
        """One line of words, at least the design's height."""
        if self._icon_only:
            return QSize(round(self._min_height * (_SLIM if self._slim else 1)), self._min_height)
        width = self._chrome_width() + QFontMetrics(self.font()).horizontalAdvance(self._words()) + _SLACK
        if self._shown_hint():
            width = max(width, self._chrome_width() + self._hint_metrics().horizontalAdvance(self._hint))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As wide as the longest word: the rest wraps."""
        if self._icon_only:
            return self.sizeHint()
        metrics = QFontMetrics(self.font())
        longest = max((metrics.horizontalAdvance(word) for word in self._words().split()), default=0)
        return QSize(self._chrome_width() + longest, self._min_height)

    def heightForWidth(self, width: int) -> int:
        """Grows as the words wrap."""
        if self._icon_only:
            return self._min_height
        room = max(1, width - self._chrome_width())
        height = self._words_height(room)
        if self._shown_hint():
            height += self._hint_metrics().height()
        return max(self._min_height, height + self._theme.px(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill, border, icon, hint, words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_shape(painter)
        color = self._text_color()
        content = self.rect().adjusted(self._side(), 0, -self._side(), 0)
        if self.isDown():
            content.translate(0, 1)
        if self._icon_only:
            self._draw_icon(painter, self._icon, (self.width() - self._icon_size) // 2, content, color)
            return
        words_width = min(self._words_width() + _SLACK, max(1, content.width() - self._icons_width()))
        left = content.left() + (content.width() - self._icons_width() - words_width) // 2
        if self._icon and not self._bare:
            self._draw_icon(painter, self._icon, left, content, color)
            left += self._icon_size + self._gap
        self._draw_words(painter, QRect(left, content.top(), words_width, content.height()), color)
        if self._icon_after and not self._bare:
            self._draw_icon(painter, self._icon_after, left + words_width + self._gap, content, color)

    def _words(self) -> str:
        if self.compact:
            return self._short or self._hint or self.text()
        return self.text()

    def _shown_hint(self) -> bool:
        return bool(self._hint) and not self.compact

    def _hint_metrics(self) -> QFontMetrics:
        return QFontMetrics(self._theme.font("floor"))

    def _icons_width(self) -> int:
        if self._bare:
            return 0
        one = self._icon_size + self._gap
        return (one if self._icon else 0) + (one if self._icon_after else 0)

    def _side(self) -> int:
        return self._padding // 2 if self.compact else self._padding

    def _chrome_width(self) -> int:
        return 2 * self._side() + self._icons_width()

    def _words_width(self) -> int:
        width = QFontMetrics(self.font()).horizontalAdvance(self._words())
        return max(width, self._hint_metrics().horizontalAdvance(self._hint)) if self._shown_hint() else width

    def _words_height(self, room: int) -> int:
        return (
            QFontMetrics(self.font())
            .boundingRect(QRect(0, 0, room, 10_000), Qt.TextFlag.TextWordWrap, self._words())
            .height()
        )

    def _state(self) -> int:
        if self.isDown():
            return 2
        return 1 if self.underMouse() and self.isEnabled() else 0

    def _text_color(self) -> QColor:
        return self._theme.color(self._look.text[self._state()] if self.isEnabled() else "ink2")

    def _paint_shape(self, painter: QPainter) -> None:
        state = self._state()
        width = max(self._look.edge_width, self._theme.border())
        fill, edge = self._look.fill[state], self._look.edge[state]
        pen = QPen(self._theme.color(edge), width) if edge else QPen(Qt.PenStyle.NoPen)
        if not self.isEnabled():
            fill, pen = "card", QPen(self._theme.color("line2"), width, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(self._theme.color(fill) if fill else Qt.BrushStyle.NoBrush)
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), self._radius, self._radius)

    def _draw_icon(self, painter: QPainter, name: str, left: int, content: QRect, color: QColor) -> None:
        top = round(content.center().y() - self._icon_size / 2)
        place = self._mirrored(QRect(left, top, self._icon_size, self._icon_size))
        if self._reads_left:
            name = _OTHER_WAY.get(name, name)
        draw_icon(painter, name, QRectF(place), color)

    @property
    def _reads_left(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _mirrored(self, place: QRect) -> QRect:
        """*place* in the button, where it is for whoever reads from right to left too."""
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)

    def _draw_words(self, painter: QPainter, rect: QRect, color: QColor) -> None:
        painter.setPen(color)
        rect = self._mirrored(rect)
        height = self._words_height(rect.width())
        hint_height = self._hint_metrics().height() if self._shown_hint() else 0
        top = rect.center().y() - (height + hint_height) // 2
        align = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        if hint_height:
            painter.setFont(self._theme.font("floor"))
            painter.drawText(QRect(rect.left(), top, rect.width(), hint_height), align, self._hint)
        painter.setFont(self.font())
        painter.drawText(
            QRect(rect.left(), top + hint_height, rect.width(), height),
            align | Qt.TextFlag.TextWordWrap,
            self._words(),
        )
