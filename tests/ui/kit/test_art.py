"""A drawing on screen: in the colours of the theme, painted once for each size, and with its words."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPixmapCache
from pytestqt.qtbot import QtBot

from tpe_guide import paths
from tpe_guide.ui.kit import art
from tpe_guide.ui.kit.art import Art, art_pixmap, drawing_words, ours, paint_art
from tpe_guide.ui.kit.drawing import Scene
from tpe_guide.ui.kit.theme import Theme

WIDE = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10" viewBox="0 0 20 10">{}</svg>'
SHAPE = '<rect class="ink" width="20" height="10"/><g class="part-arm"><rect class="straw" width="20" height="10"/></g>'


@pytest.fixture(autouse=True)
def _nothing_kept(qapp: object) -> None:
    QPixmapCache.clear()


@pytest.fixture
def drawing(tmp_path: Path) -> Path:
    path = tmp_path / "wide.svg"
    path.write_text(WIDE.format(SHAPE), encoding="utf-8")
    return path


def painted(what: Art, theme: Theme) -> QImage:
    image = QImage(40, 40, QImage.Format.Format_ARGB32)
    image.fill(QColor("magenta"))
    painter = QPainter(image)
    paint_art(painter, what, QRectF(0, 0, 40, 40), theme)
    painter.end()
    return image


def test_it_has_the_colours_of_the_theme(drawing: Path) -> None:
    assert painted(Art(drawing), Theme()).pixelColor(20, 20) == QColor("#13252D")
    assert painted(Art(drawing), Theme("dark")).pixelColor(20, 20) == QColor("#F5EFE2")


def test_its_parts_are_seen_when_asked_for(drawing: Path) -> None:
    assert painted(Art(drawing, frozenset(["arm"])), Theme()).pixelColor(20, 20) == QColor("#F2C14E")


def test_it_keeps_its_shape_in_the_middle(drawing: Path) -> None:
    image = painted(Art(drawing), Theme())
    assert image.pixelColor(20, 5) == QColor("magenta")
    assert image.pixelColor(20, 35) == QColor("magenta")
    assert image.pixelColor(2, 20) != QColor("magenta")


def test_colours_of_its_own_stand_on_white_where_the_ground_is_dark(tmp_path: Path) -> None:
    path = tmp_path / "foreign.svg"
    path.write_text(WIDE.format('<rect fill="#000" width="4" height="4"/>'), encoding="utf-8")
    assert painted(Art(path), Theme("contrast")).pixelColor(38, 20) == QColor("white")
    assert painted(Art(path), Theme()).pixelColor(38, 20) == QColor("magenta")


def test_it_is_drawn_once_for_each_size(drawing: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[QRectF] = []
    paint = art._paint
    monkeypatch.setattr(art, "_paint", lambda *given: (drawn.append(given[2]), paint(*given)))
    for width in (20, 20, 30):
        art_pixmap(Art(drawing), "light", width, 10, 1.0)
    assert [round(rect.width()) for rect in drawn] == [20, 30]


def test_a_scene_is_as_high_as_its_shape_and_says_what_it_shows(qtbot: QtBot) -> None:
    words = drawing_words("en").of("scene-03-start", ["neck-line"])
    scene = Scene(Theme(), ours("scene-03-start", "neck-line"), words)
    qtbot.addWidget(scene)
    assert scene.heightForWidth(960) == 540
    assert scene.accessibleName().endswith("Her line is in the neck.")
    scene.set_most_height(200)
    assert scene.heightForWidth(960) == 200


def test_where_the_guide_has_no_words_for_them_nothing_is_said(tmp_path: Path) -> None:
    paths.show_guide(tmp_path)
    try:
        assert drawing_words("en").of("mark") == ""
    finally:
        paths.show_guide(None)
