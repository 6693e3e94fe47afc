"""Words in a font: they wrap between words, and shrink rather than be cut off."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from tpe_guide.ui.kit.fitted_text import FittedText
from tpe_guide.ui.kit.theme import TYPE, Theme, make_font


@pytest.fixture
def words(qtbot: QtBot) -> FittedText:
    return FittedText("Plasma exchange or immunoadsorption", Theme().font("body"))


def test_on_one_line_they_are_as_wide_as_they_are_long(words: FittedText) -> None:
    assert words.height_in(words.width + 1) == words.line_height
    assert words.size_in(words.width + 1).width() <= words.width + 1


def test_with_less_room_they_take_more_lines_down_to_the_longest_word(words: FittedText) -> None:
    assert words.longest_word == words._replace(words="immunoadsorption").width
    heights = [words.height_in(room) for room in range(words.width + 1, words.longest_word, -10)]
    assert heights == sorted(heights)
    assert heights[-1] >= 2 * words.line_height


def test_they_shrink_until_the_longest_word_has_room_and_no_further(words: FittedText) -> None:
    assert words.shrunk_to(words.longest_word) is words
    room = words.longest_word // 2
    smaller = words.shrunk_to(room)
    assert smaller.longest_word <= room
    larger = smaller._replace(font=make_font(smaller.font.pixelSize() + 2))
    assert larger.longest_word > room
    assert Theme().font("body").pixelSize() == TYPE["body"].px, "a font is shared: only a copy may be changed"


def test_no_words_need_no_width(qtbot: QtBot) -> None:
    nothing = FittedText("", Theme().font("body"))
    assert (nothing.width, nothing.longest_word) == (0, 0)
    assert nothing.shrunk_to(0) is nothing


def test_the_same_words_are_measured_for_each_font_and_each_room(words: FittedText) -> None:
    larger = words._replace(font=make_font(2 * words.font.pixelSize()))
    assert larger.width > words.width
    assert larger.longest_word > words.longest_word
    room = words.width // 2
    assert larger.height_in(room) > words.height_in(room) > words.height_in(3 * room)
    assert words._replace(words="Plasma").width < words.width


def test_a_font_of_another_size_is_measured_anew_though_it_is_the_same_object(words: FittedText) -> None:
    own = words._replace(font=QFont(words.font))
    before = (own.width, own.longest_word, own.height_in(300))
    own.font.setPixelSize(2 * own.font.pixelSize())
    assert all(now > then for now, then in zip((own.width, own.longest_word, own.height_in(300)), before, strict=True))


def test_nobody_s_words_outlive_what_they_stood_on(qtbot: QtBot) -> None:
    words = "".join(["My leg ", "is numb"])
    text = FittedText(words, Theme().font("body"))
    held = sys.getrefcount(words)
    assert text.width + text.longest_word + text.height_in(60) > 0
    assert sys.getrefcount(words) == held, "more than the text itself holds its words"
