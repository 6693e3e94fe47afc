"""Each feeling has its number on the body, wherever it may be felt."""

from __future__ import annotations

from itertools import combinations
from math import hypot

import pytest

from tpe_guide import paths
from tpe_guide.guide.library import load_compiled
from tpe_guide.pictures.drawing.art import drawn_size, parts_in
from tpe_guide.pictures.feelings.body import DRAWING, NUMBERS, marks, places
from tpe_guide.pictures.feelings.cards import Cards


@pytest.fixture(scope="module")
def cards() -> Cards:
    return Cards(load_compiled("feelings", "en"))


@pytest.fixture(scope="module")
def svg() -> str:
    return (paths.assets_dir() / "illustrations" / f"{DRAWING}.svg").read_text(encoding="utf-8")


def test_each_place_with_a_number_is_a_part_of_the_drawing(svg: str) -> None:
    assert places() == set(parts_in(svg)) - {NUMBERS}


def test_every_feeling_is_somewhere_on_the_body(cards: Cards) -> None:
    numbers = [mark.number for mark in marks(cards.cards)]
    assert set(numbers) == set(range(1, len(cards.cards) + 1))
    assert numbers.count(1) == 3, "tingling: lips, fingers, toes"


def test_no_number_hides_another_or_is_cut_off(cards: Cards, svg: str) -> None:
    size = drawn_size(svg)
    assert size is not None
    found = marks(cards.cards)
    for one, two in combinations(found, 2):
        assert hypot(one.x - two.x, one.y - two.y) > 30
    for mark in found:
        assert 19 <= mark.x <= size[0] - 19
        assert 19 <= mark.y <= size[1] - 19


def test_a_third_feeling_at_one_place_stands_beside_the_second(cards: Cards) -> None:
    three = [card._replace(where=("lips",)) for card in cards.cards[:3]]
    first, second, third = marks(three)
    assert (second.x - first.x, second.y - first.y) == (third.x - second.x, third.y - second.y)
    assert first != second
