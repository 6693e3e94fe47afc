"""Words with marks: the right letters are marked, whatever the script, and not by colour alone."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QApplication

from tpe_guide.ui.kit.marked_words import MarkedWords, in_utf16
from tpe_guide.ui.kit.theme import Theme


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


def test_running_words_grow_to_400_per_cent_and_others_to_200(qapp: QApplication) -> None:
    look = Theme(percent=400)
    sizes = []
    for running in (True, False):
        words = MarkedWords(look, "body", running=running)
        words.set_words("Tell your nurse")
        words.lay_out(2000)
        sizes.append(words.font.pixelSize())
    assert sizes == [80, 40]


def test_running_words_are_only_as_large_as_the_longest_of_them_has_room(qapp: QApplication) -> None:
    words = MarkedWords(Theme(percent=400), "body", running=True)
    words.set_words("Ask about immunoadsorption")
    words.lay_out(2000)
    widest = QFontMetrics(words.font).horizontalAdvance("immunoadsorption")
    words.lay_out(widest * 3 // 4)
    assert 40 < words.font.pixelSize() < 80
    assert QFontMetrics(words.font).horizontalAdvance("immunoadsorption") <= widest * 3 // 4
    words.lay_out(100)
    assert words.font.pixelSize() == 40, "no smaller than other words: then the word breaks"
    words.lay_out(2000)
    assert words.font.pixelSize() == 80, "and large again where there is room"


def test_short_and_long_sentences_of_a_list_are_equally_large(qapp: QApplication) -> None:
    sizes = set()
    for sentence in ("Fever or chills", "A line that is out. Close the clamp. Call your emergency number."):
        words = MarkedWords(Theme(percent=400), "body", running=True)
        words.set_words(sentence)
        words.lay_out(300)
        sizes.add(words.font.pixelSize())
    assert len(sizes) == 1
    assert sizes.pop() > 40


def test_each_line_that_was_written_as_one_begins_a_new_one(qapp: QApplication) -> None:
    words = MarkedWords(Theme(), "small")
    words.set_words("One source.")
    one = words.lay_out(1000)
    words.set_words("One source.\nAnother.")
    assert words.lay_out(1000) == pytest.approx(2 * one, abs=1)


def test_mirrored_lines_begin_at_the_right(qapp: QApplication) -> None:
    def leftmost(*, mirrored: bool) -> int:
        words = MarkedWords(Theme(), "h3", mirrored=mirrored)
        words.set_words("Plasma")
        words.lay_out(300)
        image = QImage(300, 40, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        words.paint(painter, 0, 0)
        painter.end()
        return next(x for x in range(300) if any(image.pixelColor(x, y) != QColor("white") for y in range(40)))

    assert leftmost(mirrored=False) < 10
    assert leftmost(mirrored=True) > 150
