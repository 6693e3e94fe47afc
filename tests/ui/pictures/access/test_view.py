"""What is painted is what the drawing says: numbers where they are, in its shape, and nothing cut off."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.golden import assert_as_before
from tpe_guide.guide.library import load_compiled
from tpe_guide.pictures.access.scene import scene
from tpe_guide.pictures.access.words import AccessWords
from tpe_guide.settings import THEMES
from tpe_guide.ui.kit.theme import Theme, ThemeName
from tpe_guide.ui.pictures.access.view import AccessView
from tpe_guide.vocabulary.terms import ACCESSES_SAID

WHOLE = QSize(1440, 1120)
SMALL = QSize(390, 303)
Views = Callable[..., AccessView]


@pytest.fixture(scope="module")
def words() -> AccessWords:
    return AccessWords(load_compiled("access", "en"))


@pytest.fixture
def views(qtbot: QtBot, words: AccessWords) -> Views:
    def view(access: str, theme: ThemeName = "light", size: QSize = WHOLE) -> AccessView:
        made = AccessView(Theme(theme), words, access)
        qtbot.addWidget(made)
        made.resize(size)
        return made

    return view


def painted(view: AccessView) -> QImage:
    return view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def color_at(image: QImage, view: AccessView, x: float, y: float) -> QColor:
    return image.pixelColor(view.transform_to_px.map(QPointF(x, y)).toPoint())


def alike(one: QColor, two: QColor, by: int = 40) -> bool:
    return max(abs(one.red() - two.red()), abs(one.green() - two.green()), abs(one.blue() - two.blue())) <= by


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("access", ACCESSES_SAID)
def test_each_number_is_painted_where_the_model_has_it(views: Views, access: str, theme: ThemeName) -> None:
    view = views(access, theme)
    image = painted(view)
    for mark in scene(access).marks:
        assert alike(color_at(image, view, mark.x, mark.y - 10), Theme(theme).color("card")), mark
        up = 14 if view.transform_to_px.m11() >= 1 else 19
        assert alike(color_at(image, view, mark.x, mark.y - up), Theme(theme).color("ink")), mark


@pytest.mark.parametrize("access", ACCESSES_SAID)
def test_nothing_is_cut_off_at_the_sides_or_above(views: Views, access: str) -> None:
    view = views(access)
    image = painted(view)
    ground = image.pixelColor(0, 0)
    for y in range(0, image.height(), 3):
        for x in (0, image.width() - 1):
            assert alike(image.pixelColor(x, y), ground), (x, y)
    assert all(alike(image.pixelColor(x, 0), ground) for x in range(0, image.width(), 3))


def test_it_keeps_its_shape_in_any_room(views: Views) -> None:
    left, top, wide, high = scene("neck-line").box
    for size in (QSize(1200, 300), QSize(300, 1200)):
        view = views("neck-line", size=size)
        corners = [view.transform_to_px.map(QPointF(x, y)) for x, y in ((left, top), (left + wide, top + high))]
        width, height = corners[1].x() - corners[0].x(), corners[1].y() - corners[0].y()
        assert width / height == pytest.approx(wide / high)
        assert view.rect().toRectF().adjusted(-1, -1, 1, 1).contains(corners[0])
        assert view.rect().toRectF().adjusted(-1, -1, 1, 1).contains(corners[1])


def test_a_body_is_not_mirrored(views: Views, qapp: QApplication) -> None:
    usual = painted(views("neck-line"))
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        assert painted(views("neck-line")) == usual
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)


def test_numbers_grow_with_the_text(qtbot: QtBot, words: AccessWords) -> None:
    seen = []
    for percent in (100, 200):
        view = AccessView(Theme("light", percent), words, "neck-line")
        qtbot.addWidget(view)
        view.resize(720, 560)
        mark = scene("neck-line").marks[0]
        image = painted(view)
        ink = Theme().color("ink")
        seen.append(max(up for up in range(10, 24) if alike(color_at(image, view, mark.x, mark.y - up), ink)))
    assert seen[1] > seen[0]


def test_the_picture_is_told(views: Views) -> None:
    view = views("groin-line")
    assert "top of one leg" in view.accessibleName()
    view.show_access("arm-veins")
    assert "in each arm" in view.accessibleName()
    view.show_access("")
    assert "Rings mark the places" in view.accessibleName()


@pytest.mark.parametrize("theme", THEMES)
def test_the_picture_looks_as_it_did(views: Views, theme: ThemeName) -> None:
    """Against an accident. To take new pictures after a wanted change: delete the old ones and run twice."""
    access = {"light": "arm-veins", "dim": "one-needle", "dark": "chest-line", "contrast": "groin-line"}[theme]
    assert_as_before(painted(views(access, theme, SMALL)), f"access-{theme}")
