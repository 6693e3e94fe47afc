"""Buttons: everything that can be pressed and is not a chip or a door.

Painted by hand from tokens, so that each state looks the same on every platform. The keyboard ring is drawn by
FocusRing, outside the button.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from tpe_guide.ui.kit.fitted_text import FittedText
from tpe_guide.ui.kit.icons import draw_icon
from tpe_guide.ui.kit.pressable import Pressable
from tpe_guide.ui.kit.theme import Role, Theme

_SLIM = 0.85
_OTHER_WAY = {
    "arrow-left": "arrow-right",
    "arrow-right": "arrow-left",
    "chevron-left": "chevron-right",
    "chevron-right": "chevron-left",
}
"""Icons that point along the way one reads."""
_SLACK = 4
"""px: Qt measures a wrapped line a hair wider than the same words on one line, and wider still from right to left."""

Kind = Literal["primary", "secondary", "quiet", "picked", "urgent", "urgent-outline", "urgent-text", "tool", "text"]
Size = Literal[
    "tall", "large", "medium", "inner", "low", "snug", "small", "tool", "figure", "key", "link", "fine", "slim"
]


class Measures(NamedTuple):
    """Lengths in px at 100 %, and the type role of the words. No *height*: as high as a finger needs."""

    height: int
    padding: int
    radius: int
    icon: int
    role: Role
    gap: int = 12
    """Between icon and words."""
    edge: int = 0
    """The line around it, where it grows with the rest; 0: as the kind has it, at any size."""


_SIZES: dict[Size, Measures] = {
    # Height, padding, radius, icon, role. First what a screen is there for,
    "tall": Measures(84, 26, 14, 26, "title"),  # the title of a chapter
    "large": Measures(64, 26, 14, 26, "title"),  # in the bar below
    "medium": Measures(60, 26, 14, 26, "title"),  # in the column
    "inner": Measures(56, 26, 14, 26, "title"),  # in a card
    "low": Measures(52, 26, 14, 26, "title"),  # in a line of a list
    # then what else can be done there.
    "snug": Measures(56, 16, 14, 26, "small-strong"),  # below words that lead to it
    "small": Measures(52, 16, 14, 22, "small-strong"),  # two or three side by side
    "tool": Measures(52, 14, 12, 22, "small-strong"),  # in a row of tools, beside chips
    "figure": Measures(54, 12, 14, 22, "small-strong"),  # beside a picture
    "key": Measures(0, 16, 12, 22, "small-strong"),  # one of many letters
    "link": Measures(0, 12, 14, 26, "small-strong"),  # leads to another place
    "fine": Measures(0, 12, 12, 22, "small-strong"),  # about the words it stands with
    "slim": Measures(0, 16, 14, 20, "small-strong"),  # in a strip of one line
}


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
    "picked": _Look(("straw100",) * 3, ("ink", "teal", "teal-pressed"), ("ink",) * 3, 3),
    "urgent": _Look(("red", "red-hover", "red-pressed"), ("red", "red-hover", "red-pressed"), ("on-red",) * 3, 2),
    "urgent-outline": _Look(("card", "red-tint", "red-tint"), ("red",) * 3, ("red",) * 3, 2),
    "urgent-text": _Look(("", "red-tint", "red-tint"), ("", "red", "red-pressed"), ("red",) * 3, 1.5),
    "tool": _Look(("", "teal-tint", "teal-tint"), ("", "teal", "teal-pressed"), ("ink",) * 3, 1.5),
    "text": _Look(
        ("", "teal-tint", "teal-tint"),
        ("", "teal", "teal-pressed"),
        ("teal", "teal-hover", "teal-pressed"),
        1.5,
    ),
}


class Button(Pressable):
    """A button with words, perhaps an icon before or after them, and perhaps a small hint above them.

    *short* stands in for *text* where room is scarce (``compact``). Words wrap rather than being cut off.
    *spread*: words where reading begins, the icon after them at the other edge. *role*, *padding* and *icon_size*
    (px at 100 %), if not those of *size*: words in line with others below them.
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
        size: Size | Measures = "large",
        role: str = "",
        padding: int | None = None,
        icon_size: int | None = None,
        icon_only: bool = False,
        spread: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        measures = _SIZES[size] if isinstance(size, str) else size
        if padding is not None:
            measures = measures._replace(padding=padding)
        if icon_size is not None:
            measures = measures._replace(icon=icon_size)
        super().__init__(theme, text, role or measures.role, parent=parent)
        self._look = _LOOKS[kind]
        self._icon = icon
        self._icon_after = icon_after
        self._hint = hint
        self._short = short
        self._measure(measures)
        self._icon_only = icon_only
        self._slim = False
        self.compact = False
        self._bare = False
        self._spread = spread
        if hint:
            self.setAccessibleName(f"{hint}: {text}")

    @property
    def short(self) -> str:
        """What stands in for its words where room is scarce; empty: nothing does."""
        return self._short

    def set_words(self, text: str, *, icon: str = "", short: str | None = None) -> None:
        """Say something else, such as where Next leads now; perhaps with another *icon*, and other *short* words."""
        if text == self.text():
            return
        self._short = self._short if short is None else short
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

    def set_icon_after(self, name: str) -> None:
        """Show another icon after the words."""
        self._icon_after = name
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
        return chrome + max(FittedText(self.text(), self.font()).width, self._hint_words().width)

    def sizeHint(self) -> QSize:
        """One line of words, at least the design's height."""
        if self._icon_only:
            return QSize(round(self._min_height * (_SLIM if self._slim else 1)), self._min_height)
        width = self._chrome_width() + max(self._words().width + _SLACK, self._hint_width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As wide as the longest word, which may shrink: the rest wraps."""
        if self._icon_only:
            return self.sizeHint()
        return QSize(2 * self._least_side + self._words().least_room, self._min_height)

    def heightForWidth(self, width: int) -> int:
        """Grows as the words wrap."""
        if self._icon_only:
            return self._min_height
        side, icons = self._about_words(width)
        room = width - 2 * side - icons
        height = self._words().shrunk_to(max(1, room)).height_in(room) + self._hint_height(room)
        return max(self._min_height, height + self._air)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill, border, icon, hint, words."""
        self._paint(QPainter(self))

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_shape(painter)
        color = self._text_color()
        side, icons = self._about_words(self.width())
        content = self.rect().adjusted(side, 0, -side, 0)
        if self.isDown():
            content.translate(0, 1)
        if self._icon_only:
            self._draw_icon(painter, self._icon, (self.width() - self._icon_size) // 2, content, color)
            return
        widest = max(self._words().width, self._hint_width()) + _SLACK
        words_width = min(widest, max(1, content.width() - icons))
        free = content.width() - icons - words_width
        left = content.left() + (0 if self._spread else free // 2)
        if self._icon and icons:
            self._draw_icon(painter, self._icon, left, content, color)
            left += self._icon_size + self._gap
        self._draw_words(painter, QRect(left, content.top(), words_width, content.height()), color)
        if self._icon_after and icons:
            after = left + words_width + self._gap + (free if self._spread else 0)
            self._draw_icon(painter, self._icon_after, after, content, color)

    def _measure(self, of: Measures) -> None:
        """Take lengths from *of*, as the theme shows them."""
        px = self._theme.px
        self._min_height = px(of.height or self._theme.finger)
        self._padding, self._radius, self._edge = px(of.padding), px(of.radius), px(of.edge)
        self._icon_size, self._gap = px(of.icon), px(of.gap)
        self._air = px(16)

    def _words(self) -> FittedText:
        short = self._short or self._hint if self.compact else ""
        return FittedText(short or self.text(), self.font())

    def _hint_words(self) -> FittedText:
        return FittedText(self._hint, self._theme.font("floor"))

    def _shows_hint(self) -> bool:
        return bool(self._hint) and not self.compact

    def _hint_width(self) -> int:
        return self._hint_words().width if self._shows_hint() else 0

    def _hint_height(self, room: int) -> int:
        """px; a hint is one line, but where it would have to be too small for that."""
        if not self._shows_hint():
            return 0
        hint = self._hint_words()
        return hint.line_height if hint.width <= room else hint.shrunk_to(max(1, room)).height_in(room)

    def _icons_width(self) -> int:
        if self._bare:
            return 0
        one = self._icon_size + self._gap
        return (one if self._icon else 0) + (one if self._icon_after else 0)

    def _side(self) -> int:
        return self._padding // 2 if self.compact else self._padding

    def _chrome_width(self) -> int:
        return 2 * self._side() + self._icons_width()

    @property
    def _least_side(self) -> int:
        return self._side() // 3

    def _about_words(self, width: int) -> tuple[int, int]:
        """px of air at each side, and for icons, in a button *width* px wide: air goes first, then icons, then words
        get smaller."""
        words, icons = self._words(), self._icons_width()
        if width >= self._chrome_width() + words.width or width >= self._chrome_width() + words.longest_word:
            return self._side(), icons
        if width >= 2 * self._least_side + icons + words.longest_word:
            return (width - icons - words.longest_word) // 2, icons
        return self._least_side, 0

    def _state(self) -> int:
        if self.isDown():
            return 2
        return 1 if self.underMouse() and self.isEnabled() else 0

    def _text_color(self) -> QColor:
        return self._theme.color(self._look.text[self._state()] if self.isEnabled() else "ink2")

    def _paint_shape(self, painter: QPainter) -> None:
        state = self._state()
        width = self._edge_width()
        fill, edge = self._look.fill[state], self._look.edge[state]
        pen = QPen(self._theme.color(edge), width) if edge else QPen(Qt.PenStyle.NoPen)
        if not self.isEnabled():
            fill, pen = "card", QPen(self._theme.color("line2"), width, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(self._theme.color(fill) if fill else Qt.BrushStyle.NoBrush)
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), self._radius, self._radius)

    def _edge_width(self) -> float:
        return max(self._edge or self._look.edge_width, self._theme.border())

    def _draw_icon(self, painter: QPainter, name: str, left: int, content: QRect, color: QColor) -> None:
        top = round(content.center().y() - self._icon_size / 2)
        place = self._mirrored(QRect(left, top, self._icon_size, self._icon_size))
        if self._reads_left:
            name = _OTHER_WAY.get(name, name)
        draw_icon(painter, name, QRectF(place), color)

    def _draw_words(self, painter: QPainter, rect: QRect, color: QColor) -> None:
        painter.setPen(color)
        rect = self._mirrored(rect)
        words, hint_height = self._words().shrunk_to(rect.width()), self._hint_height(rect.width())
        height = words.height_in(rect.width())
        top = rect.center().y() - (height + hint_height) // 2
        if hint_height:
            hint = self._hint_words().shrunk_to(max(1, rect.width()))
            hint.paint(painter, QRect(rect.left(), top, rect.width(), hint_height), self._start)
        words.paint(painter, QRect(rect.left(), top + hint_height, rect.width(), height), self._start)
