from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpe_guide import paths
from tpe_guide.summary.glyphs import LONG_WORD, coverage, printable

FONT = paths.assets_dir() / "fonts" / "AtkinsonHyperlegibleNext_400Regular.ttf"


def test_the_font_has_the_letters_of_western_europe_and_no_arrows() -> None:
    drawn = coverage(FONT)
    assert set(map(ord, "Zażółć gęślą jaźń, “Ångström” – ½ °C €")) <= drawn
    assert not drawn & set(map(ord, "→✓😀ж日"))


def test_every_weight_that_is_printed_draws_the_same_characters() -> None:
    weights = [coverage(font) for font in sorted(FONT.parent.glob("*.ttf"))]
    assert len(weights) == 3
    assert weights[0] == weights[1] == weights[2]


@given(st.text())
def test_any_text_becomes_one_that_the_font_can_draw(text: str) -> None:
    allowed = coverage(FONT) | {ord("\n"), ord("\u200b")}
    assert set(map(ord, printable(text, FONT))) <= allowed


@given(st.text(st.sampled_from("abc XYZ éüß,.!?“”’–€0189\n"), max_size=200))
def test_what_can_be_drawn_is_left_alone(text: str) -> None:
    assert printable(text, FONT).replace("\u200b", "") == text


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("😀😱", "[grinning face][face screaming in fear]"),
        ("3 → 4", "3 [rightwards arrow] 4"),
        ("жена", "[4 letters in Cyrillic: see the diary]"),
        ("да и нет, ok", "[6 letters in Cyrillic: see the diary], ok"),
        ("日", "[1 letter in CJK: see the diary]"),
        ("a\u202eb\x07c\td", "abc d"),
        ("a\u3000b", "a b"),
    ],
)
def test_what_cannot_be_drawn_is_named(written: str, shown: str) -> None:
    assert printable(written, FONT) == shown


def test_a_long_word_may_be_broken_even_where_a_part_of_it_stands_alone() -> None:
    part = "x" * LONG_WORD
    shown = printable(f"{part} {part}{'y' * 2000}", FONT)
    assert shown.replace("\u200b", "") == f"{part} {part}{'y' * 2000}"
    assert max(len(piece) for word in shown.split() for piece in word.split("\u200b")) < LONG_WORD
