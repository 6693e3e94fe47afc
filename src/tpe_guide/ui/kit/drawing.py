"""An illustration of ours at a fixed size, in the colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from tpe_guide import paths
from tpe_guide.ui.kit.icons import draw_icon
from tpe_guide.ui.kit.theme import Theme


class Drawing(QWidget):
    """``assets/illustrations/<name>.svg``, *size* px square at 100 %. Decorative: it carries no name."""

    def __init__(self, theme: Theme, name: str, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        svg = (paths.assets_dir() / "illustrations" / f"{name}.svg").read_text(encoding="utf-8")
        self._renderer = QSvgRenderer(QByteArray(theme.recolour(svg).encode()), self)
        self._size = theme.px(size)
        self.setFixedSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The drawing, filling the square."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._renderer.render(painter, QRectF(self.rect()))


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
