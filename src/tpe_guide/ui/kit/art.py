"""Our drawings as Qt paints them: in the colours of the theme, and as a picture made once for each size.

The pictures are Qt’s to keep (``QPixmapCache``): it knows how large they are, and forgets what has not been painted
for a while. To draw one anew takes 2 ms for a small one, 12 ms for a whole scene.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QByteArray, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap, QPixmapCache

from tpe_guide import paths
from tpe_guide.errors import CannotRunHere
from tpe_guide.guide.library import load_compiled
from tpe_guide.pictures.drawing.art import coloured, drawn_size, has_classes, parts_in
from tpe_guide.pictures.drawing.words import DrawingWords
from tpe_guide.ui.kit.theme import Theme, ThemeName

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

CACHE_KB = 24 * 1024
"""Of all pictures together: two scenes as wide as a large window."""

_HEAD = 1000
"""Letters of a file that hold its first tag."""


class Art(NamedTuple):
    """A drawing, and which of its parts are seen."""

    path: Path
    parts: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """By which its words are found."""
        return self.path.stem


def ours(name: str, *parts: str) -> Art:
    """``assets/illustrations/<name>.svg`` of the program itself, with those of *parts* that it has."""
    path = paths.assets_dir() / "illustrations" / f"{name}.svg"
    return Art(path, frozenset(parts) & _parts(path) if parts else frozenset())


def drawing_words(language: str) -> DrawingWords:
    """What the drawings show, in *language*; nothing where the guide on show is older than its drawings."""
    try:
        return DrawingWords(load_compiled("drawings", language))
    except CannotRunHere:
        return DrawingWords({})


@lru_cache(maxsize=64)
def art_size(art: Art, theme: ThemeName) -> QSizeF:
    """How large it was drawn, in units. To lay out a page is not yet to paint it, so its first tag is read and no more.

    Where that does not say it, what will be painted in *theme* knows.
    """
    with art.path.open(encoding="utf-8") as file:
        size = drawn_size(file.read(_HEAD))
    return QSizeF(*size) if size else QSizeF(_renderer(art, theme)[0].defaultSize())


def paint_art(
    painter: QPainter,
    art: Art,
    rect: QRectF,
    theme: Theme,
    *,
    as_lines: bool = False,
    bleeds: bool = False,
    ground: str = "",
    radius: float = 0,
) -> None:
    """Paint *art* in the middle of *rect*, as large as it fits; *as_lines*: on paper, which has no pixels.

    *bleeds*: it fills *rect*, and what it shows goes on at both sides. *ground*, *radius*: see ``art_pixmap``.
    """
    size = rect.size()
    if not bleeds:
        size = art_size(art, theme.name).scaled(size, Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(0, 0, size.width(), size.height())
    place.moveCenter(rect.center())
    if as_lines:
        painter.save()
        painter.setClipRect(place, Qt.ClipOperation.IntersectClip)
        _paint(painter, art, place, theme.name)
        painter.restore()
        return
    device = painter.device()
    ratio = device.devicePixelRatio() if device is not None else 1.0
    width, height = round(size.width()), round(size.height())
    pixmap = art_pixmap(art, theme.name, width, height, ratio, ground=ground, radius=radius)
    painter.drawPixmap(place.topLeft(), pixmap)


def art_pixmap(
    art: Art, theme: ThemeName, width: int, height: int, ratio: float, *, ground: str = "", radius: float = 0
) -> QPixmap:
    """*art*, *width* x *height* px large on a screen with *ratio* dots to the px; all that is seen in that shape.

    *ground*: a colour token behind it; then its corners have that *radius*.
    """
    key = f"art:{art.path}:{sorted(art.parts)}:{theme}:{width}x{height}@{ratio}:{ground}:{radius}"
    if (before := kept(key)) is not None:
        return before
    pixmap = QPixmap(max(1, round(width * ratio)), max(1, round(height * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    whole = QRectF(0, 0, width, height)
    if ground:
        tile = QPainterPath()
        tile.addRoundedRect(whole, radius, radius)
        painter.fillPath(tile, Theme(theme).color(ground))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
    _paint(painter, art, whole, theme)
    painter.end()
    keep(key, pixmap)
    return pixmap


def kept(key: str) -> QPixmap | None:
    """What was kept as *key*, if Qt still has it."""
    pixmap = QPixmap()
    return pixmap if QPixmapCache.find(key, pixmap) else None


def keep(key: str, pixmap: QPixmap) -> None:
    """Have Qt keep *pixmap* as *key* for a while."""
    if QPixmapCache.cacheLimit() < CACHE_KB:
        QPixmapCache.setCacheLimit(CACHE_KB)
    QPixmapCache.insert(key, pixmap)


def forget(key: str) -> None:
    """Have Qt keep nothing as *key* any longer: something else is shown in its place."""
    QPixmapCache.remove(key)


def _paint(painter: QPainter, art: Art, rect: QRectF, theme: ThemeName) -> None:
    renderer, box, is_coloured = _renderer(art, theme)
    if not is_coloured and theme != "light":
        painter.fillRect(rect, Qt.GlobalColor.white)  # its own colours were chosen for a white page
    beside = (rect.width() * box.height() / max(1.0, rect.height()) - box.width()) / 2
    renderer.setViewBox(box.adjusted(-beside, 0, beside, 0))
    renderer.render(painter, rect)


@lru_cache(maxsize=64)
def _parts(path: Path) -> frozenset[str]:
    return frozenset(parts_in(path.read_text(encoding="utf-8")))


@lru_cache(maxsize=8)
def _renderer(art: Art, theme: ThemeName) -> tuple[QSvgRenderer, QRectF, bool]:
    """What draws *art*, the part of its plane that it shows, and whether it has the colours of *theme*."""
    from PySide6.QtSvg import QSvgRenderer

    svg = art.path.read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(coloured(svg, theme, art.parts).encode()))
    return renderer, renderer.viewBoxF(), has_classes(svg)
