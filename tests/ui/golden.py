"""Pictures kept to guard against accident: what is painted today looks as it did, in every part of the picture.

Two pictures are compared tile by tile: a small hole in a large picture counts as much as in a small one. Another font
engine sets letters and lines a fraction of a pixel elsewhere, and thin ones paler; that is no difference. So a shade is
amiss only where it is out of reach of its neighbours in the other picture, by more than softening can make it.
"""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

GOLDEN = Path(__file__).parents[1] / "golden"
TILE = 32
"""px: whatever hides 64 × 64 px hides a whole tile, wherever it lies."""
AMISS_LIMIT = 6
"""Of the 3 × 1,024 shades of a tile: red, green and blue of each pixel."""
NEAR = 4
"""Of 255: shades closer than that are the same."""
SOFTENED = 0.6
"""Of the contrast about a pixel: half a pixel away, a thin line keeps half of its shade."""
MEAN_LIMIT = 1.0
"""Of 255, over the whole picture."""

_Mode = QPainter.CompositionMode
_HIGHER, _LOWER, _APART = _Mode.CompositionMode_Lighten, _Mode.CompositionMode_Darken, _Mode.CompositionMode_Difference
_OVER_NEAR = bytes(shade > NEAR for shade in range(256))


def assert_as_before(image: QImage, name: str) -> None:
    """*image* looks like ``tests/golden/<name>.png``. To renew that on purpose: delete it, run twice, look at it."""
    path = GOLDEN / f"{name}.png"
    if not path.exists():
        image.save(str(path))
        pytest.fail(f"there was no {path.name}: look at the new one, then run again")
    found = differences(image, QImage(str(path)))
    assert not found, "\n".join([path.name, *found])


def differences(one: QImage, two: QImage) -> list[str]:
    """What of *one* is not as in *two*, in words: the tiles that differ, and how far all does; empty for the same."""
    if one.size() != two.size():
        return [f"{one.width()} × {one.height()} px are not {two.width()} × {two.height()}"]
    one, two = (image.convertToFormat(QImage.Format.Format_RGB32) for image in (one, two))
    between = apart(one, two)
    if not any(between):
        return []
    amiss = _merged(_out_of_reach(one, two), _out_of_reach(two, one), _HIGHER)
    found = [f"{count} shades are amiss at {x}, {y}" for x, y, count in _tiles(amiss) if count > AMISS_LIMIT]
    mean = sum(between) / len(between)
    return found + ([f"the mean difference is {mean:.2f}"] if mean >= MEAN_LIMIT else [])


def _out_of_reach(one: QImage, two: QImage) -> QImage:
    """How far each shade of *one* is from all that stand about it in *two*, less what softening explains."""
    high, low = _about(two, _HIGHER), _about(two, _LOWER)
    outside = _merged(_above(one, high), _merged(low, _merged(one, low, _LOWER), _APART), _HIGHER)
    contrast = _merged(_about(one, _HIGHER), _about(one, _LOWER), _APART)
    return _above(outside, _dimmed(contrast, SOFTENED))


def _about(image: QImage, mode: _Mode) -> QImage:
    """The highest or the lowest of each shade and its eight neighbours'."""
    reached = image.copy()
    painter = QPainter(reached)
    painter.setCompositionMode(mode)
    for x, y in product((-1, 0, 1), repeat=2):
        painter.drawImage(x, y, image)
    painter.end()
    return reached


def _above(one: QImage, two: QImage) -> QImage:
    """By how much *one* exceeds *two*; nothing where it does not."""
    return _merged(_merged(one, two, _HIGHER), two, _APART)


def _dimmed(image: QImage, factor: float) -> QImage:
    dimmed = image.copy()
    dimmed.fill(QColor("black"))
    painter = QPainter(dimmed)
    painter.setOpacity(factor)
    painter.drawImage(0, 0, image)
    painter.end()
    return dimmed


def _merged(below: QImage, above: QImage, mode: _Mode) -> QImage:
    """*below* with *above* drawn on it by *mode*."""
    merged = below.copy()
    painter = QPainter(merged)
    painter.setCompositionMode(mode)
    painter.drawImage(0, 0, above)
    painter.end()
    return merged


def _tiles(amiss: QImage) -> list[tuple[int, int, int]]:
    """Of each tile its left, its top, and how many of its shades are above ``NEAR``."""
    corners = product(range(0, amiss.width(), TILE), range(0, amiss.height(), TILE))
    tiles = ((x, y, amiss.copy(QRect(x, y, TILE, TILE) & amiss.rect())) for x, y in corners)
    return [(x, y, sum(_shades(tile).translate(_OVER_NEAR))) for x, y, tile in tiles]


def apart(one: QImage, two: QImage) -> bytes:
    """How far red, green and blue of every pixel are apart, row by row. Both have the same size and format."""
    return _shades(_merged(one, two, _APART))


def _shades(image: QImage) -> bytes:
    """Red, green and blue of every pixel, row by row."""
    packed = image.convertToFormat(QImage.Format.Format_RGB888)
    bits, length, used = packed.constBits(), packed.bytesPerLine(), packed.width() * 3
    return b"".join(bytes(bits[row * length : row * length + used]) for row in range(packed.height()))
