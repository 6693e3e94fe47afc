"""Where a sentence ends, for what is explained below it."""

from __future__ import annotations

import pytest

from tpe_guide.ui.reading.sentences import end_of_sentence

TEXT = "Is it 38 °C? It is usually albumin. Your cells come back. “Say so.” Then rest"


@pytest.mark.parametrize(
    ("word", "rest"),
    [
        ("albumin", "Your cells come back. “Say so.” Then rest"),
        ("It is", "Your cells come back. “Say so.” Then rest"),
        ("so", "Then rest"),
        ("Then", ""),
        ("rest", ""),
    ],
)
def test_a_sentence_ends_with_its_mark_and_the_space_behind(word: str, rest: str) -> None:
    at = TEXT.index(word) + len(word)
    assert TEXT[end_of_sentence(TEXT, at) :] == rest
