from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.summary.stories import SCRIPTS
from tpe_guide import paths
from tpe_guide.summary import scripts, substitutes
from tpe_guide.summary.coverage import coverage
from tpe_guide.summary.glyphs import LONG_WORD, Letters
from tpe_guide.summary.scripts import FONTS, drawn_by

FONT = paths.assets_dir() / "fonts" / "AtkinsonHyperlegibleNext_400Regular.ttf"


def printable(text: str) -> str:
    return Letters(FONT).printable(text)


def test_the_font_has_the_letters_of_western_europe_and_no_arrows() -> None:
    drawn = coverage(FONT)
    assert set(map(ord, "Zażółć gęślą jaźń, “Ångström” – ½ °C €")) <= drawn
    assert not drawn & set(map(ord, "→✓😀ж日"))


def test_every_weight_that_is_printed_draws_the_same_characters() -> None:
    weights = [coverage(font) for font in sorted(FONT.parent.glob("*.ttf"))]
    assert len(weights) == 3
    assert weights[0] == weights[1] == weights[2]


def test_each_font_of_another_script_is_there_and_adds_signs() -> None:
    beside = {path.name for path in FONTS[0].path.parent.glob("*.ttf")}
    assert beside == {font.file for font in FONTS}
    for font in FONTS:
        assert drawn_by(font) - coverage(FONT), font


@given(st.text())
def test_any_text_becomes_one_that_the_shipped_fonts_can_draw(text: str) -> None:
    letters = Letters(FONT)
    shown = letters.printable(text)
    allowed = coverage(FONT) | {ord("\n"), ord("\u200b")}
    for font in FONTS:
        if font.family in letters.families:
            allowed |= drawn_by(font)
    assert set(map(ord, shown)) <= allowed


@given(st.text(st.sampled_from("abc XYZ éüß,.!?“”’–€0189\n"), max_size=200))
def test_what_our_own_font_draws_is_left_alone_and_takes_no_other(text: str) -> None:
    letters = Letters(FONT)
    assert letters.printable(text).replace("\u200b", "") == text
    assert letters.families == []


@pytest.mark.parametrize("script", SCRIPTS)
def test_what_was_typed_in_any_script_is_printed_as_typed(script: str) -> None:
    assert printable(SCRIPTS[script]).replace("\u200b", "") == unicodedata.normalize("NFC", SCRIPTS[script])


def test_only_the_fonts_that_a_text_takes_are_named() -> None:
    letters = Letters(FONT)
    letters.printable("αβγ → שלום")
    assert letters.families == ["Noto Sans", "Noto Sans Hebrew", "Noto Sans Symbols"]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("ᠮ ok", "[1 letter in Mongolian: see the diary] ok"),
        ("𐎀𐎁 𐎂", "[3 letters in Ugaritic: see the diary]"),
        ("a\ue000b", "a[symbol]b"),
        ("a\u202eb\x07c\td", "abc d"),
        ("a\u3000b", "a b"),
        ("x\u0e31", "x"),
    ],
)
def test_what_no_font_draws_is_named(written: str, shown: str) -> None:
    assert printable(written) == shown


def test_signs_that_are_drawn_as_one_are_never_parted() -> None:
    word = "क्षि" * 40
    assert all(part.startswith("क") for part in printable(word).split("\u200b"))
    assert printable("वि" * 3) == "वि" * 3


def test_scripts_without_spaces_are_left_to_typst_unless_there_is_no_end() -> None:
    thai = "หลังการรักษาแต่หลังจากนั้นก็ดีขึ้นมาก"
    assert printable(thai) == thai
    assert "\u200b" in printable("ก" * 2000)
    assert printable("治" * 2000) == "治" * 2000


def test_a_long_word_may_be_broken_even_where_a_part_of_it_stands_alone() -> None:
    part = "x" * LONG_WORD
    shown = printable(f"{part} {part}{'y' * 2000}")
    assert shown.replace("\u200b", "") == f"{part} {part}{'y' * 2000}"
    assert max(len(piece) for word in shown.split() for piece in word.split("\u200b")) < LONG_WORD


def test_each_sign_is_looked_up_once_however_often_it_stands_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """A diary of 200 long questions has 400,000 signs and a few hundred different ones."""
    asked: list[str] = []

    def drawing(signs: str) -> object:
        asked.append(signs)
        return scripts.drawing(signs)

    monkeypatch.setattr(substitutes, "drawing", drawing)
    substitutes._fitting.cache_clear()
    letters = Letters(FONT)
    for _question in range(200):
        letters.printable("指先がしびれて眠れません。" * 150)
    assert len(asked) == len(set(asked)) <= len("指先がしびれて眠れません。")
    assert letters.families == ["Droid Sans Fallback"]
