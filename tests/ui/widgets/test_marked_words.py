"""Words with marks: the right letters are marked, whatever the script, and not by colour alone."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from tpe_guide.ui.theme import Theme
from tpe_guide.ui.widgets.marked_words import MarkedWords, in_utf16


@pytest.mark.parametrize(
    ("text", "marks", "units"),
    [
        ("plasma exchange", [(0, 6)], [(0, 6)]),
        ("größer", [(2, 4)], [(2, 4)]),
        ("🩸 plasma", [(2, 8)], [(3, 9)]),
        ("a🩸b🩸c", [(0, 1), (1, 2), (4, 5)], [(0, 1), (1, 3), (6, 7)]),
    ],
)
def test_marks_count_characters_and_qt_counts_units(
    text: str, marks: list[tuple[int, int]], units: list[tuple[int, int]]
) -> None:
    assert [*in_utf16(text, marks)] == units


def test_a_mark_is_heavier_and_underlined(qapp: QApplication) -> None:
    words = MarkedWords(Theme("contrast"), "small")
    words.set_words("🩸 plasma", [(2, 8)])
    marked = words._layout.formats()[0]
    assert (marked.start, marked.length) == (3, 6)
    assert marked.format.fontWeight() == QFont.Weight.Bold
    assert marked.format.fontUnderline()


def test_words_too_long_for_a_line_go_on_in_the_next(qapp: QApplication) -> None:
    words = MarkedWords(Theme(), "h3")
    words.set_words("Methylprednisolone")
    one = words.lay_out(1000)
    assert words.lay_out(100) > one


def test_they_are_painted(qapp: QApplication) -> None:
    words = MarkedWords(Theme(), "h3")
    words.set_words("Plasma", [(0, 6)])
    words.lay_out(200)
    image = QImage(200, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    words.paint(painter, 0, 0)
    painter.end()
    seen = {image.pixelColor(x, y).name().upper() for x in range(200) for y in range(40)}
    assert {"#FAE7B0", "#A87412"} <= seen
