"""The circuit on screen: what stands still is painted once, what flows at every frame and only where it flows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QRegion, QResizeEvent, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from tpe_guide.pictures.circuit.person import PATIENT
from tpe_guide.pictures.circuit.scene import FILTER, HEIGHT, TOP, WIDTH, pointers, scene
from tpe_guide.pictures.circuit.tubes import BOWL, Tube, antibodies_in_bowl, floating, in_bowl, streams, tubes
from tpe_guide.pictures.circuit.variant import Variant
from tpe_guide.pictures.circuit.words import CircuitWords
from tpe_guide.ui.kit.art import forget, keep, kept, ours, paint_art
from tpe_guide.ui.kit.layouts import NO_LIMIT, higher_when_narrow
from tpe_guide.ui.kit.theme import TYPE, Theme
from tpe_guide.ui.pictures.circuit import painting
from tpe_guide.ui.pictures.shapes import paint_shapes

WORDS_FROM = 16.0
"""px at 100 %: where words in the drawing would be smaller, only numbers stand there, and the words below it."""
DIMMED = 0.5
"""How much of all but the step that is shown is veiled; words and numbers are not."""
_LARGEST_BADGE = 30.0
_PIECE = 12
"""Corners of a tube to one rectangle of what is painted anew."""


class CircuitView(QWidget):
    """Paints *variant* with *step* (1 to 6) lit, *seconds* after it began to flow."""

    def __init__(
        self, theme: Theme, words: CircuitWords, variant: Variant, step: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._variant = variant
        self._step = step
        self._seconds = 0.0
        self._layers: tuple[QPixmap, QPixmap] | None = None
        self._kept_as: tuple[str, ...] = ()
        self._flowing: QRegion | None = None
        self._most_height = NO_LIMIT
        self.setObjectName("circuit-view")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(higher_when_narrow(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred))
        self._tell()

    @property
    def seconds(self) -> float:
        """For how long it has flowed."""
        return self._seconds

    @property
    def shows_words(self) -> bool:
        """Whether the words in the drawing are large enough to read."""
        return self._are_large(self.units_to_px)

    def would_show_words(self, width: int) -> bool:
        """Whether they would be, in a drawing *width* px wide."""
        return self._are_large(min(width / WIDTH, self.heightForWidth(width) / HEIGHT))

    def set_most_height(self, height: int) -> None:
        """Be at most *height* px high."""
        if height != self._most_height:
            self._most_height = height
            self.updateGeometry()

    @property
    def units_to_px(self) -> float:
        """px for one unit of the drawing."""
        return min(self.width() / WIDTH, self.height() / HEIGHT)

    @property
    def transform_to_px(self) -> QTransform:
        """From units of the drawing to px of the widget: as large as it fits, in the middle."""
        scale = self.units_to_px
        left, top = (self.width() - WIDTH * scale) / 2, (self.height() - HEIGHT * scale) / 2
        return QTransform.fromScale(scale, scale) * QTransform.fromTranslate(left, top - TOP * scale)

    @property
    def flowing(self) -> QRegion:
        """Where anything moves, in px of the widget: nothing else is painted anew."""
        if self._flowing is None:
            self._flowing = self._region()
        return self._flowing

    def sizeHint(self) -> QSize:
        """As designed."""
        return QSize(round(WIDTH), round(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Small enough for the narrowest window."""
        return QSize(240, self.heightForWidth(240))

    def heightForWidth(self, width: int) -> int:
        """In the shape of the drawing."""
        return min(round(width * HEIGHT / WIDTH), self._most_height)

    def show_step(self, step: int) -> None:
        """Light *step*."""
        self._step = step
        self._forget()

    def show_variant(self, variant: Variant) -> None:
        """Draw *variant* instead."""
        self._variant = variant
        self._forget()

    def show_seconds(self, seconds: float) -> None:
        """Let it have flowed for *seconds*."""
        self._seconds = seconds
        self.update(self.flowing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What stands still is painted anew in the new size."""
        self._layers = self._flowing = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """What stands still below, what flows, what stands still above."""
        ratio = self.devicePixelRatio()
        if self._layers is None or self._layers[0].devicePixelRatio() != ratio:
            self._layers = self._kept_layers(ratio)
        below, above = self._layers
        painter = QPainter(self)
        # Each piece by itself: to lay a whole layer under a clip costs far more than the pieces.
        pieces = list(cast(Iterable[QRect], event.region()))
        for piece in pieces:
            _copy(painter, below, piece, ratio)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.setTransform(self.transform_to_px, combine=True)
        self._paint_flow(painter)
        painter.restore()
        for piece in pieces:
            _copy(painter, above, piece, ratio)

    def _paint_flow(self, painter: QPainter) -> None:
        variant, seconds = self._variant, self._seconds
        for tube in (*tubes(variant), *streams(variant)):
            places = floating(tube, variant, seconds)
            painting.paint_floating(painter, tube.kind, places, tube.radius, tube.color, self._theme)
        if variant.machine == "spin":
            cells, antibodies = in_bowl(variant, seconds), antibodies_in_bowl(variant, seconds)
            painting.paint_floating(painter, "cell", cells, BOWL.radius, "cell", self._theme)
            painting.paint_floating(painter, "antibody", antibodies, 0, "antibody", self._theme)

    def _kept_layers(self, ratio: float) -> tuple[QPixmap, QPixmap]:
        """As they were painted before, if Qt still has them: whoever comes back sees the same. One pair is kept, and is
        as large as the widget."""
        theme, variant, size = self._theme, self._variant, self.size().toTuple()
        words = [self._words.caption(caption.key, variant) for caption in scene(variant, self._step).captions]
        look = f"circuit:{variant}:{self._step}:{theme}:{size}@{ratio}:{words}"
        keys = f"{look}:below", f"{look}:above"
        below, above = map(kept, keys)
        if below is None or above is None:
            below, above = self._paint_layers(ratio)
            for key in self._kept_as:
                forget(key)
            for key, layer in zip(keys, (below, above), strict=True):
                keep(key, layer)
        self._kept_as = keys
        return below, above

    def _paint_layers(self, ratio: float) -> tuple[QPixmap, QPixmap]:
        theme, drawn = self._theme, scene(self._variant, self._step)
        below, above = (QPixmap(self.size() * ratio) for __ in range(2))
        below.fill(theme.color("card"))
        above.fill(Qt.GlobalColor.transparent)
        for layer in (below, above):
            layer.setDevicePixelRatio(ratio)
        painter = self._painter_on(below)
        paint_art(painter, ours(PATIENT), QRectF(0, TOP, WIDTH, HEIGHT), theme, as_lines=True)
        paint_shapes(painter, drawn.below, theme)
        painter.end()
        painter = self._painter_on(above)
        paint_shapes(painter, drawn.above, theme)
        painter.save()
        painter.resetTransform()
        painter.drawPixmap(0, 0, self._veil(ratio))
        painter.restore()
        if self.shows_words:
            paint_shapes(painter, pointers(self._variant), theme)
            for caption in drawn.captions:
                words, hint = self._words.caption(caption.key, self._variant)
                painting.paint_caption(painter, caption, words, hint, theme)
        self._paint_badges(painter)
        painter.end()
        return below, above

    def _veil(self, ratio: float) -> QPixmap:
        """What dims all but the step that is shown."""
        veil = QPixmap(self.size() * ratio)
        veil.setDevicePixelRatio(ratio)
        color = self._theme.color("card")
        color.setAlphaF(DIMMED)
        veil.fill(color)
        painter = self._painter_on(veil)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        paint_shapes(painter, scene(self._variant, self._step).lit, self._theme)
        painter.end()
        return veil

    def _painter_on(self, layer: QPixmap) -> QPainter:
        painter = QPainter(layer)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(self.transform_to_px, combine=True)
        return painter

    def _paint_badges(self, painter: QPainter) -> None:
        least = self._theme.px(TYPE["floor"].px) / self.units_to_px
        radius = min(_LARGEST_BADGE, max(painting.BADGE, 0.9 * least))
        reach = radius + painting.LIT_RIM + 1
        for badge in scene(self._variant, self._step).badges:
            lit = badge.number == self._step
            pixels = radius * 19 / painting.BADGE
            whole = badge._replace(x=max(reach, badge.x), y=min(TOP + HEIGHT - reach, badge.y))
            painting.paint_badge(painter, whole, self._theme, lit=lit, radius=radius, pixels=pixels)

    def _region(self) -> QRegion:
        region = QRegion()
        variant = self._variant
        for tube in tubes(variant):
            for box in _boxes(tube):
                region += self._in_px(box)
        if variant.machine == "spin":
            reach = BOWL.rings[0][0] + BOWL.radius + 1
            return region + self._in_px(QRectF(BOWL.x - reach, BOWL.y - reach, 2 * reach, 2 * reach))
        return region + self._in_px(QRectF(*FILTER))

    def _in_px(self, box: QRectF) -> QRect:
        return self.transform_to_px.mapRect(box).toAlignedRect().intersected(self.rect())

    def _are_large(self, scale: float) -> bool:
        return painting.HINT[0] * scale >= WORDS_FROM * self._theme.chrome - 0.5

    def _forget(self) -> None:
        self._layers = self._flowing = None
        self._tell()
        self.update()

    def _tell(self) -> None:
        self.setAccessibleName(self._words.picture(self._variant))


def _boxes(tube: Tube) -> list[QRectF]:
    """Rectangles that hold all of *tube*, in units."""
    points, reach = tube.route.points, tube.width / 2 + 1
    boxes = []
    for start in range(0, len(points) - 1, _PIECE):
        piece = points[start : start + _PIECE + 1]
        xs, ys = [x for x, __ in piece], [y for __, y in piece]
        corner = QPointF(min(xs) - reach, min(ys) - reach)
        boxes.append(QRectF(corner, QPointF(max(xs) + reach, max(ys) + reach)))
    return boxes


def _copy(painter: QPainter, layer: QPixmap, piece: QRect, ratio: float) -> None:
    source = QRectF(piece.x() * ratio, piece.y() * ratio, piece.width() * ratio, piece.height() * ratio)
    painter.drawPixmap(QRectF(piece), layer, source)
