"""What a window looks like, measured: each word beside its ground, each edge beside what it stands on.

Words are taken from the window painted as SVG, where each still knows its colour, whoever painted it; their grounds,
and edges, from the pixels.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from xml.etree import ElementTree

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QTransform
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QWidget

from tests.ui.kit.test_theme import luminance
from tests.ui.stops import seen_in
from tpe_guide.ui.kit.theme import make_font

NO_EDGE = 1.03
"""Up to this ratio there is none: words and icon alone tell that it can be pressed."""
_ALONG = range(-28, 29, 4)
"""px along a side where it is looked at: an edge of dashes has gaps."""
_ACROSS = range(-4, 6)
"""px from outside an edge to inside it."""
_OUTSIDE = -6
_NUMBER = re.compile(r"[-\d.e]+")


class Said(NamedTuple):
    """Words in a window."""

    words: str
    color: str
    ground: str

    @property
    def contrast(self) -> float:
        return contrast(self.color, self.ground)


@lru_cache(maxsize=4096)
def contrast(one: str, other: str) -> float:
    """As WCAG reckons it."""
    dark, light = sorted(luminance(QColor(each)) for each in (one, other))
    return (light + 0.05) / (dark + 0.05)


def words_in(window: QWidget, image: QImage) -> Iterator[Said]:
    """All that is written in *window*, of which *image* is a picture."""
    for element, colour, place in _painted(ElementTree.fromstring(_as_svg(window)), "#000000", QTransform()):
        words = "".join(element.itertext()).strip()
        size = float(_NUMBER.findall(element.get("font-size", "16"))[0])
        at = place.map(QPoint(round(float(element.get("x", "0"))), round(float(element.get("y", "0")))))
        across = QFontMetricsF(make_font(round(size))).horizontalAdvance(words)
        box = QRectF(at.x(), at.y() - size * 0.8, max(4.0, across), size).toRect().intersected(image.rect())
        if words and not box.isEmpty():
            yield Said(words, colour, _most_of(image, box))


def _as_svg(window: QWidget) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(window.size())
    generator.setViewBox(window.rect())
    window.render(generator)
    buffer.close()
    return bytes(data.data())


def _painted(
    element: ElementTree.Element, colour: str, place: QTransform
) -> Iterator[tuple[ElementTree.Element, str, QTransform]]:
    colour = element.get("fill", colour)
    if (moved := element.get("transform", "")).startswith("matrix"):
        a, b, c, d, e, f = map(float, _NUMBER.findall(moved.removeprefix("matrix")))
        place = QTransform(a, b, c, d, e, f)
    if element.tag.endswith("text"):
        yield element, colour, place
    for child in element:
        yield from _painted(child, colour, place)


def _most_of(image: QImage, box: QRect) -> str:
    """The colour that most of *box* has: letters take less than what they stand on."""
    rows, columns = range(box.top(), box.bottom() + 1, 2), range(box.left(), box.right() + 1, 3)
    return QColor(Counter(image.pixel(x, y) for x in columns for y in rows).most_common(1)[0][0]).name()


def faint_edges(window: QWidget, image: QImage) -> Iterator[tuple[QWidget, float]]:
    """What is pressed and has an edge or a ground of its own, all of it too faint to be seen by everybody; and fields,
    which have nothing but their edge."""
    for widget in seen_in(window):
        if isinstance(widget, QAbstractButton | QLineEdit | QPlainTextEdit) and widget.isEnabled():
            place = QRect(widget.mapTo(window, QPoint()), widget.size())
            if image.rect().adjusted(8, 8, -8, -8).contains(place):
                strongest = sorted(_of_side(image, place, *side) for side in ((1, 0), (-1, 0), (0, 1), (0, -1)))
                least = NO_EDGE if isinstance(widget, QAbstractButton) else 0
                if least < strongest[1] < 3:  # one side may be shared with what stands beside it
                    yield widget, strongest[1]


def _of_side(image: QImage, place: QRect, dx: int, dy: int) -> float:
    """The strongest contrast across a side of *place*; *dx*, *dy*: the way inside."""
    middle = place.center()
    corner = QPoint(
        middle.x() if dy else place.left() if dx > 0 else place.right(),
        middle.y() if dx else place.top() if dy > 0 else place.bottom(),
    )
    reach = (place.height() if dx else place.width()) // 2 - 4
    best = 1.0
    for along in (each for each in _ALONG if abs(each) < reach):
        at = corner + QPoint(along if dy else 0, along if dx else 0)
        ground = _at(image, at.x() + _OUTSIDE * dx, at.y() + _OUTSIDE * dy)
        best = max(best, *(contrast(_at(image, at.x() + step * dx, at.y() + step * dy), ground) for step in _ACROSS))
    return best


def _at(image: QImage, x: int, y: int) -> str:
    return QColor(image.pixel(x, y)).name()
