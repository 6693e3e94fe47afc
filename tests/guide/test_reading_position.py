"""A place on a page, written down and read again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpe_guide.guide.reading_position import ReadingPosition

BLOCKS = st.builds(lambda part, number: f"{part}.{number}", st.sampled_from(["minute", "full"]), st.integers(0, 99))


@given(BLOCKS, st.integers(0, 10_000))
def test_a_place_is_read_as_it_was_written(block: str, offset: int) -> None:
    assert ReadingPosition.read(str(ReadingPosition(block, offset))) == ReadingPosition(block, offset)


def test_it_knows_its_part_of_the_page() -> None:
    assert ReadingPosition.read("full.12+3").part == "full"


@pytest.mark.parametrize("text", ["", "+", "+7", "minute.3+", "minute.3+x", "minute.3+²"])
def test_nonsense_is_read_as_some_place_without_complaint(text: str) -> None:
    assert ReadingPosition.read(text).offset in (0, 7)
