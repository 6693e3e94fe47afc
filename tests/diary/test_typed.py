"""What people type."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpe_guide.diary.typed import celsius, kept_text


@pytest.mark.parametrize("text", ["38.2", "38,2", " 38.2 °C", "38.2c", "３８．２"])
def test_a_temperature_as_people_write_it(text: str) -> None:
    assert celsius(text) == 38.2


@pytest.mark.parametrize(
    "text", ["", "hot", "101", "101 °F", "38.2 f", "29.9", "45.1", "nan", "1e1", "3_8", "-38", "²"]
)
def test_what_is_none(text: str) -> None:
    assert celsius(text) is None


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_all_that_can_be_read_is_kept(text: str) -> None:
    kept = kept_text(text)
    assert "\0" not in kept
    assert kept == kept_text(kept)
    assert [one for one in kept if one.isprintable()] == [one for one in text if one.isprintable()]


def test_half_a_pair_becomes_a_mark() -> None:
    assert kept_text("a\ud800b\0c") == "a\ufffdbc"
