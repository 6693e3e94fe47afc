"""A drawing in the flow of a page: as wide as the column, small where it is small, and never pixels on paper."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from tpe_guide import paths
from tpe_guide.pictures.drawing.art import parts_in
from tpe_guide.ui.kit.art import Art
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.pictures.figures import page_figure
from tpe_guide.ui.reading.figures import Illustration
from tpe_guide.ui.reading.measure import COLUMN

pytestmark = pytest.mark.usefixtures("qapp")


def figure(name: str, theme: Theme | None = None) -> Illustration:
    made = page_figure(name, theme or Theme())
    assert isinstance(made, Illustration)
    return made


def test_a_scene_is_as_wide_as_the_column_and_half_as_high() -> None:
    size = figure("scene-03-start").size(2000)
    assert (size.width(), size.height()) == (COLUMN, COLUMN / 2)
    narrow = figure("scene-03-start").size(320)
    assert (narrow.width(), narrow.height()) == (320, 160)


@pytest.mark.parametrize("name", ["spot-tired", "door-nurses"])
def test_a_small_one_stays_small_and_stands_on_straw(name: str) -> None:
    drawn = figure(name)
    size = drawn.size(COLUMN)
    assert size.height() == 210
    assert size.width() < COLUMN / 2
    image = QImage(size.toSize(), QImage.Format.Format_RGB32)
    image.fill(QColor("magenta"))
    painter = QPainter(image)
    drawn.paint(painter, QRectF(image.rect()))
    painter.end()
    assert image.pixelColor(image.width() // 2, 4) == Theme().color("straw100")
    assert image.pixelColor(0, 0) == QColor("magenta"), "its corners are round"


def test_it_grows_with_the_text_up_to_twice() -> None:
    assert figure("scene-03-start", Theme("light", 200)).size(4000).width() == 2 * COLUMN
    assert figure("scene-03-start", Theme("light", 400)).size(4000).width() == 2 * COLUMN


def test_a_page_shows_the_needles_or_the_line_of_whoever_reads() -> None:
    path = paths.assets_dir() / "illustrations" / "scene-03-start.svg"
    for access in parts_in(path.read_text(encoding="utf-8")):
        shown = page_figure("scene-03-start/yours", Theme(), partial(str, access))
        assert isinstance(shown, Illustration)
        assert shown._art == Art(path, frozenset([access]))
    assert figure("body-feelings/lips")._art.parts == {"lips"}


def test_there_is_no_figure_of_what_is_not_drawn(tmp_path: Path) -> None:
    assert page_figure("no-such-drawing", Theme()) is None
