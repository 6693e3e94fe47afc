"""How hard a text is: syllables as they are said, sentences as they are read, the grade by Kincaid's formula."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpe_guide.guide.readability import Ease, ease, sentences, syllables, words

SAID = {
    1: "blood cells needs washed filled called eyes aches hours placed rules played squeeze guide tongue clothes 120",
    2: "plasma exchange tingling session relapse doctor table needed nurses settled muscle bottles spasm business"
    " people fluid rhythm careful likely patient special reaction's social million being trying layer unique",
    3: "relapses medicine hospital albumin serious area nausea diary previous several recovered carefully metallic",
    4: "antibodies usually recovery society experience immediate unusual diabetes inflammation temperature",
    5: "plasmapheresis individual uncomfortable immunological's",
    6: "immunoglobulin rehabilitation steroid-refractory",
}


@pytest.mark.parametrize(
    ("word", "count"),
    [(word, count) for count, line in SAID.items() for word in line.split()],
)
def test_syllables(word: str, count: int) -> None:
    expected = {"reaction's": 3, "immunological's": 6}.get(word, count)
    assert syllables(word) == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two! Three? “Four.” Five", 5),
        ("It takes 2.5 hours. It costs 1,000.", 2),
        ("Ask Dr. Lee. She knows.", 2),
        ("Bring these:", 1),
        ("Drinks, e.g. tea, may help.", 1),
        ("“Is it safe?” she asked.", 1),
        ("It is. 120 minutes pass.", 2),
        ("…", 0),
        ("", 0),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_words() -> None:
    assert words("You’re at 1,000 ml (half-full), 38.5 °C.") == [
        "You’re",
        "at",
        "1,000",
        "ml",
        "half-full",
        "38.5",
        "C",
    ]


def test_the_grade_is_kincaids() -> None:
    text = "The cat sat on the mat. It was happy."  # 9 words, 2 sentences, 10 syllables
    found = ease([text])
    assert found == Ease(words=9, sentences=2, syllables=10)
    assert found.grade == pytest.approx(0.39 * 4.5 + 11.8 * 10 / 9 - 15.59)
    assert found.words_per_sentence == 4.5


def test_a_masked_word_counts_one_syllable() -> None:
    assert ease(["Plasmapheresis helps."], frozenset({"plasmapheresis"})).syllables == 2


def test_each_item_is_a_sentence_of_its_own() -> None:
    assert ease(["water", "salt"]).sentences == 2


def test_no_words_no_grade() -> None:
    assert ease([]).grade == ease([]).words_per_sentence == 0.0


@given(st.text(max_size=300))
def test_no_word_is_lost_between_sentences(text: str) -> None:
    assert [word for sentence in sentences(text) for word in words(sentence)] == words(text)
