"""Drawings and icons as widgets, in the colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tpe_guide.ui.kit.art import Art, art_pixmap, art_size, ours, paint_art
from tpe_guide.ui.kit.icons import draw_icon
from tpe_guide.ui.kit.layouts import NO_LIMIT, higher_when_narrow
from tpe_guide.ui.kit.theme import Theme

_LEAST_WIDTH = 160


class Drawing(QWidget):
    """``assets/illustrations/<name>.svg``, *size* px square at 100 %. Decorative: it carries no name."""

    def __init__(self, theme: Theme, name: str, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._art = ours(name)
        side = theme.px(size)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The drawing, filling the square."""
        paint_art(QPainter(self), self._art, QRectF(self.rect()), self._theme)


class Scene(QWidget):
    """*art* as wide as there is room; *words* say what it shows.

    *bleeds*: where it may not be as high as that, it shows more at both sides. *ground*: the colour token behind its
    round corners.
    """

    def __init__(
        self,
        theme: Theme,
        art: Art,
        words: str,
        *,
        bleeds: bool = False,
        ground: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bleeds = bleeds
        self._ground = ground
        self._most_height = NO_LIMIT
        self.setSizePolicy(higher_when_narrow(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred))
        self.show_art(art, words)

    @property
    def art(self) -> Art:
        """What is shown."""
        return self._art

    def show_art(self, art: Art, words: str) -> None:
        """Show *art* instead."""
        self._art = art
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def set_most_height(self, height: int) -> None:
        """Be at most *height* px high."""
        if height != self._most_height:
            self._most_height = height
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As drawn."""
        width = round(art_size(self._art, self._theme.name).width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Small enough for the narrowest window."""
        return QSize(_LEAST_WIDTH, self.heightForWidth(_LEAST_WIDTH))

    def heightForWidth(self, width: int) -> int:
        """In the shape of the drawing."""
        natural = art_size(self._art, self._theme.name)
        return min(round(width * natural.height() / natural.width()), self._most_height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The drawing, its corners, its edge."""
        theme, painter, whole = self._theme, QPainter(self), QRectF(self.rect())
        paint_art(painter, self._art, whole, theme, bleeds=self._bleeds)
        if not self._ground:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = theme.border()
        edge = QPainterPath()
        edge.addRoundedRect(whole.adjusted(width / 2, width / 2, -width / 2, -width / 2), theme.px(18), theme.px(18))
        corners = QPainterPath()
        corners.addRect(whole)
        painter.fillPath(corners.subtracted(edge), theme.color(self._ground))
        painter.strokePath(edge, QPen(theme.color("line"), width))


class Spot(QWidget):
    """A small scene on a straw tile, *side* px at 100 %. Decorative: what stands beside it says what it shows."""

    def __init__(self, theme: Theme, art: Art, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.art = art
        self.setFixedSize(theme.px(side), theme.px(side))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tile and scene; in high contrast its edge."""
        theme, painter, side = self._theme, QPainter(self), self.width()
        radius = theme.px(14)
        ratio = self.devicePixelRatio()
        painter.drawPixmap(0, 0, art_pixmap(self.art, theme.name, side, side, ratio, ground="straw100", radius=radius))
        if theme.is_contrast:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(theme.color("line"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)


class Icon(QWidget):
    """A Lucide icon at *size* px at 100 %, perhaps on a rounded *tile* of a colour token. Decorative."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        size: int = 24,
        *,
        color: str = "ink",
        tile: str = "",
        tile_size: int = 56,
        round_tile: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._size = theme.px(size)
        self._color = color
        self._tile = tile
        side = theme.px(tile_size) if tile else self._size
        self._radius = side / 2 if round_tile else theme.px(14)
        self.setFixedSize(QSize(side, side))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tile and icon."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._tile:
            painter.setBrush(self._theme.color(self._tile))
            painter.setPen(self._theme.color("line") if self._theme.is_contrast else self._theme.color(self._tile))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), self._radius, self._radius)
        left = (self.width() - self._size) // 2
        rect = QRectF(left, left, self._size, self._size)
        draw_icon(painter, self._name, rect, self._theme.color(self._color))
