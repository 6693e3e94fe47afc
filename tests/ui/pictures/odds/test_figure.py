"""A picture of how often in the flow of a page: drawn from the same counts as the screen of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter, QPdfWriter

from tpe_guide import paths
from tpe_guide.pictures.odds.array import laid_out
from tpe_guide.settings import THEMES
from tpe_guide.ui.kit.theme import Theme, ThemeName
from tpe_guide.ui.pictures.odds.figure import OddsFigure, odds_figure

COLUMN = 640


def figure(name: str, theme: ThemeName = "light") -> OddsFigure:
    made = odds_figure(name, Theme(theme))
    assert made is not None
    return made


def painted(made: OddsFigure, size: QSizeF, theme: ThemeName) -> QImage:
    image = QImage(size.toSize(), QImage.Format.Format_RGB32)
    image.fill(Theme(theme).color("paper"))
    painter = QPainter(image)
    made.paint(painter, QRectF(QPointF(), size))
    painter.end()
    return image


@pytest.mark.parametrize("theme", THEMES)
def test_each_of_a_thousand_is_painted_on_the_page(qapp: object, theme: ThemeName) -> None:
    made = figure("odds:treatments", theme)
    size = made.size(COLUMN)
    layout = laid_out(1000, COLUMN, COLUMN, 18)
    assert (size.width(), size.height()) == (640, layout.height)
    image, paper = painted(made, size, theme), Theme(theme).color("paper")

    def middle(index: int) -> QColor:
        x, y = layout.corner(index)
        return image.pixelColor(x + layout.side // 2, y + layout.side // 2)

    assert [index for index in range(1000) if middle(index) != paper] == list(range(38))
    assert middle(0) == Theme(theme).color("straw")
    assert middle(37) == Theme(theme).color("ink")


def test_two_arrays_stand_side_by_side(qapp: object) -> None:
    made = figure("odds:helped")
    size = made.size(COLUMN)
    image, straw = painted(made, size, "light"), Theme().color("straw")
    columns = [x for x in range(image.width()) if any(image.pixelColor(x, y) == straw for y in range(image.height()))]
    assert min(columns) < 20
    assert COLUMN / 2 < max(columns) < COLUMN / 2 + 6 * 32, "6 of 100 with the sham treatment"


def test_on_paper_it_is_drawn_in_lines(qapp: object, tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF())
    painter = QPainter(writer)
    made = figure("odds:course")
    made.paint(painter, QRectF(QPointF(), made.size(COLUMN)))
    painter.end()
    assert b"/Subtype /Image" not in path.read_bytes()


def test_a_guide_without_it_shows_none(tmp_path: Path) -> None:
    assert odds_figure("odds:tuesday", Theme()) is None
    paths.show_guide(tmp_path)
    try:
        assert odds_figure("odds:treatments", Theme()) is None
        (tmp_path / "odds.en.json").write_text(json.dumps({"format": -1}), encoding="utf-8")
        assert odds_figure("odds:treatments", Theme()) is None
    finally:
        paths.show_guide(None)
    assert odds_figure("odds:treatments", Theme()) is not None
