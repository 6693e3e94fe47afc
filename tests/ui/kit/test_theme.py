"""The colours of every look, measured: words at 7:1 on all they stand on, edges and rings at 3:1."""

from __future__ import annotations

from typing import get_args

import pytest
from PySide6.QtGui import QColor

from tpe_guide.pictures.drawing.art import rules
from tpe_guide.settings import THEMES
from tpe_guide.ui.kit.theme import Theme, ThemeName

NAMES: tuple[ThemeName, ...] = get_args(ThemeName)
GROUNDS = ("paper", "card", "sunken", "straw50", "teal-tint", "red-tint")


def luminance(color: QColor) -> float:
    """As WCAG reckons it."""
    parts = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (each / 12.92 if each <= 0.03928 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(theme: Theme, one: str, other: str) -> float:
    dark, light = sorted(luminance(theme.color(each)) for each in (one, other))
    return (light + 0.05) / (dark + 0.05)


def test_every_look_can_be_chosen() -> None:
    assert NAMES == THEMES


@pytest.mark.parametrize("name", NAMES)
class TestContrast:
    @pytest.mark.parametrize("words", ["ink", "ink2", "teal", "straw800", "red"])
    def test_of_words(self, name: ThemeName, words: str) -> None:
        theme = Theme(name)
        assert {ground: ratio(theme, words, ground) for ground in GROUNDS if ratio(theme, words, ground) < 7} == {}

    @pytest.mark.parametrize(("words", "ground"), [("on-teal", "teal"), ("on-red", "red"), ("on-straw", "straw")])
    def test_of_words_on_what_is_filled(self, name: ThemeName, words: str, ground: str) -> None:
        assert ratio(Theme(name), words, ground) >= 7

    @pytest.mark.parametrize("part", ["line2", "straw600", "focus"])
    @pytest.mark.parametrize("ground", ["paper", "card"])
    def test_of_edges_and_rings(self, name: ThemeName, part: str, ground: str) -> None:
        assert ratio(Theme(name), part, ground) >= 3


def test_dim_gives_less_light_than_light() -> None:
    light, dim = Theme("light"), Theme("dim")
    assert luminance(dim.color("paper")) < 0.82 * luminance(light.color("paper"))
    assert all(luminance(dim.color(each)) <= luminance(light.color(each)) for each in (*GROUNDS, "straw", "straw100"))


def test_drawings_stand_on_the_same_ground() -> None:
    for part in ("paper", "card"):
        assert rules("dim").rindex(f".{part}{{fill:{Theme('dim').hex(part)}}}") > rules("dim").index(f".{part}{{")
