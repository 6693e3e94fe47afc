"""A hole of 64 × 64 px in a kept picture is seen wherever it hides something; fractions of a pixel are not."""

from __future__ import annotations

from collections import Counter
from itertools import product

import pytest
from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath

from tests.ui.golden import GOLDEN, apart, differences
from tpe_guide.ui.kit.theme import make_font

HOLE, STEP = 64, 32
EDGE = 2
"""px of a hole that do not count: a line shaved by a pixel or two looks like one that was softened."""
SEEN = bytes(shade > 8 for shade in range(256))
PICTURES = sorted(path.stem for path in GOLDEN.glob("*.png"))


def paper_of(picture: QImage) -> QColor:
    """The colour that most of *picture* has."""
    points = product(range(0, picture.width(), 3), range(0, picture.height(), 3))
    ((paper, __),) = Counter(picture.pixel(x, y) for x, y in points).most_common(1)
    return QColor(paper)


def filled(picture: QImage, hole: QRect, paper: QColor) -> QImage:
    punched = picture.copy()
    painter = QPainter(punched)
    painter.fillRect(hole, paper)
    painter.end()
    return punched


def hidden(picture: QImage, paper: QColor, hole: QRect) -> int:
    """How much would be gone: the sum of all shades that are seen in *hole* and are not of *paper*."""
    inside = picture.copy(hole.adjusted(EDGE, EDGE, -EDGE, -EDGE))
    gone = apart(inside, filled(inside, inside.rect(), paper))
    return sum(gone) if sum(gone.translate(SEEN)) >= 24 else 0


@pytest.mark.parametrize("name", PICTURES)
def test_a_hole_over_much_over_little_and_over_the_faintest_is_seen(name: str) -> None:
    picture = QImage(str(GOLDEN / f"{name}.png")).convertToFormat(QImage.Format.Format_RGB32)
    paper = paper_of(picture)
    corners = product(range(0, picture.width() - HOLE + 1, STEP), range(0, picture.height() - HOLE + 1, STEP))
    holes = [QRect(x, y, HOLE, HOLE) for x, y in corners]
    gone = sorted((much, index) for index, hole in enumerate(holes) if (much := hidden(picture, paper, hole)))
    assert len(gone) > 8
    for __, index in (gone[0], gone[1], gone[len(gone) // 4], gone[len(gone) // 2], gone[-1]):
        assert differences(filled(picture, holes[index], paper), picture), holes[index]


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_as_it_is(name: str) -> None:
    picture = QImage(str(GOLDEN / f"{name}.png"))
    assert not picture.isNull()
    assert differences(picture, picture.copy()) == []


def written(x: float, y: float, *, outlined: bool) -> QImage:
    """Words, set by the font engine or filled as the outlines of their letters, which softens them otherwise."""
    image = QImage(420, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    font = QFont(make_font(16))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    if outlined:
        path = QPainterPath()
        path.addText(QPointF(x, y), font, "A drop of plasma, seen")
        painter.fillPath(path, QColor("black"))
    else:
        painter.drawText(QPointF(x, y), "A drop of plasma, seen")
    painter.end()
    return image


@pytest.mark.parametrize("outlined", [False, True])
@pytest.mark.parametrize("x", [40, 40.25, 40.5])
@pytest.mark.parametrize("y", [60, 60.25])
@pytest.mark.usefixtures("qapp")
def test_letters_a_fraction_of_a_pixel_elsewhere_are_the_same(x: float, y: float, outlined: bool) -> None:
    assert differences(written(x, y, outlined=outlined), written(40, 60, outlined=False)) == []


@pytest.mark.usefixtures("qapp")
def test_letters_elsewhere_or_none_are_not_the_same() -> None:
    before = written(40, 60, outlined=False)
    assert differences(written(44, 60, outlined=False), before)
    assert differences(written(40, 400, outlined=False), before)


def test_another_size_is_not_the_same() -> None:
    one, two = (QImage(40, height, QImage.Format.Format_RGB32) for height in (40, 41))
    assert differences(one, two) == ["40 × 40 px are not 40 × 41"]
