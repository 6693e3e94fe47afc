"""The parts of the search against the plainest way to say what each is for."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search.made_index import edits
from tpe_guide.search import bits
from tpe_guide.search.document import SNIPPET, apart, excerpt
from tpe_guide.search.fold import composed, fold, folded_phrase, runs, words
from tpe_guide.search.near import LONGEST, Automaton, Near, letter_sets, likeliest

numbers = st.sets(st.integers(0, 300))


# Letters


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_folding_keeps_every_place_for_each_letter_there_is() -> None:
    every = "".join(map(chr, range(0x110000)))
    assert len(fold(every)) == len(every)


@given(st.text())
def test_a_word_is_found_where_it_stands(text: str) -> None:
    text = composed(text)
    for word in words(text):
        assert fold(text)[word.start : word.end] == word.text
        assert " " not in word.text


@given(st.text(st.characters(categories=["Ll", "Lu"], max_codepoint=0x24F)))
def test_case_and_accents_do_not_matter(text: str) -> None:
    text = composed(text)
    if text.upper().lower() == text.lower() and len(text.upper()) == len(text.lower()):  # not “ß”, “ı”, “İ”
        assert fold(text.upper()) == fold(text.lower()) == fold(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Light-headed, dizzy!", "light headed dizzy"),
        ("Guillain–Barré", "guillain barre"),
        ("İstanbul ΣΑΣ", "istanbul σασ"),
        ("n’t 10,000 ²", "n t 10 000 2"),
        ("❤️ 1️⃣ 👩‍⚕️", "1"),
        ("soft\u00adhyphen zero\u200cwidth", "soft hyphen zero width"),
        ("हिन्दी", "हिन्दी"),
    ],
)
def test_words(text: str, expected: str) -> None:
    assert folded_phrase(text) == expected


def test_composed_and_decomposed_accents_are_one() -> None:
    assert folded_phrase(unicodedata.normalize("NFD", "Barré café")) == "barre cafe"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("light-headed day", [["light", "headed"], ["day"]]),
        ("don’t", [["don", "t"]]),
        ("2–4 hours", [["2"], ["4"], ["hours"]]),
        ("-lead trail- a--b", [["lead"], ["trail"], ["a"], ["b"]]),
    ],
)
def test_what_hyphens_and_apostrophes_hold_together(text: str, expected: list[list[str]]) -> None:
    assert [[word.text for word in run] for run in runs(words(text))] == expected


# Sets


@given(numbers)
def test_a_set_holds_what_was_put_in(members: set[int]) -> None:
    assert list(bits.members(bits.of(members))) == sorted(members)


@given(st.lists(st.dictionaries(st.integers(0, 99), st.integers(1, 50)), max_size=5))
def test_a_tally_adds_and_sorts(additions: list[dict[int, int]]) -> None:
    tally, counts = bits.Tally(8), dict[int, int]()
    for addition in additions:
        tally.add([bits.of(member for member, points in addition.items() if points >> digit & 1) for digit in range(8)])
        for member, points in addition.items():
            counts[member] = counts.get(member, 0) + points
    assert list(tally.best()) == sorted(counts, key=lambda member: (-counts[member], member))


# Near words


def expected(typed: str, known: Sequence[str], edit: int) -> Near:
    whole = bits.of(number for number, word in enumerate(known) if edits(typed, word)[-1] == edit)
    begun = bits.of(
        number
        for number, word in enumerate(known)
        if min(edits(typed, word)[1:]) == edit and edits(typed, word)[-1] > edit
    )
    return Near(whole, begun)


few_letters = st.text("abc", min_size=1, max_size=7)


@given(few_letters, st.lists(few_letters, max_size=12, unique=True), st.integers(0, 3))
def test_near_words_are_those_that_counting_edits_finds(typed: str, known: list[str], most: int) -> None:
    sets = letter_sets(enumerate(known))
    automaton = Automaton(lambda letter: sets.get(letter, [0] * LONGEST))
    assert automaton.near(typed, most) == [expected(typed, known, edit) for edit in range(most + 1)]


def guesses(typed: str, *known: str) -> list[str]:
    sets = letter_sets(enumerate(known))
    near = Automaton(lambda letter: sets.get(letter, [0] * LONGEST)).near(typed, 1)[1]
    return likeliest(near, typed, known, limit=3)


def test_the_likeliest_words() -> None:
    assert guesses("lnie", "lie", "line", "lines", "link") == ["line"]
    assert guesses("nedle", "needle", "needles", "noodle") == ["needle"]
    assert guesses("sterio", "steroid", "stereo") == ["steroid"]
    assert guesses("bllo", "blood", "blot", "bloom") == ["blood", "bloom", "blot"]
    assert guesses("cat", "bat", "car", "cut", "rat", "can") == ["can", "car", "cut"]


# Snippets

marks = st.lists(st.tuples(st.integers(0, 400), st.integers(1, 9)).map(lambda mark: (mark[0], mark[0] + mark[1])))


@given(st.text("ab ", max_size=420), marks)
def test_an_excerpt_keeps_its_marks_on_the_same_words(text: str, several: list[tuple[int, int]]) -> None:
    inside = apart(mark for mark in several if mark[1] <= len(text))
    snippet, kept = excerpt(text, inside)
    assert len(snippet) <= SNIPPET + 2
    assert snippet.strip("…") in text
    shown = [snippet[first:last] for first, last in kept]
    assert all(any(text[first:last].startswith(words) for first, last in inside) for words in shown)


@given(st.text("ab, ", max_size=420), st.integers(0, 400), st.integers(1, 30))
def test_an_excerpt_shows_the_first_mark(text: str, first: int, length: int) -> None:
    marked = text[first : first + length]
    snippet, kept = excerpt(text, [(first, first + len(marked))] if marked else [])
    assert [snippet[slice(*mark)] for mark in kept] == ([marked] if marked else [])


@given(marks)
def test_marks_stand_apart(several: list[tuple[int, int]]) -> None:
    merged = apart(several)
    assert all(before[1] <= after[0] for before, after in pairwise(merged))
    covered = {place for first, last in several for place in range(first, last)}
    assert {place for first, last in merged for place in range(first, last)} == covered
