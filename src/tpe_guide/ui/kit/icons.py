"""Lucide icons in the palette's colours, with a 2 px line at the usual sizes."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from tpe_guide import paths


def draw_icon(painter: QPainter, name: str, rect: QRectF, color: QColor, *, line: float | None = None) -> None:
    """Draw icon *name* (a file of ``assets/icons``) into *rect*, its line *line* px wide, in *color*.

    Without *line*: 2 px, and from 32 px on a line that grows with the icon, for enlarged text.
    """
    if line is None:
        line = max(2.0, rect.width() / 15)
    device = painter.device()
    ratio = device.devicePixelRatio() if device is not None else 1.0
    pixmap = icon_pixmap(name, round(rect.width()), color.name(), line, ratio)
    painter.drawPixmap(rect.topLeft(), pixmap)


@lru_cache(maxsize=512)
def icon_pixmap(name: str, size: int, color: str, line: float = 2.0, ratio: float = 1.0) -> QPixmap:
    """Icon *name* as a square pixmap of *size* px at device pixel ratio *ratio*."""
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name, color, round(line * 24 / size, 3)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def _renderer(name: str, color: str, stroke: float) -> QSvgRenderer:
    svg = _svg(name).replace("currentColor", color).replace('stroke-width="2"', f'stroke-width="{stroke}"')
    return QSvgRenderer(QByteArray(svg.encode()))


@lru_cache(maxsize=256)
def _svg(name: str) -> str:
    return (paths.assets_dir() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
