"""The first source that a reader meets is never an advert, and a better one stands before it in running text."""

from __future__ import annotations

import pytest

from tests.authoring.small_guide import FACTS, IN_SHORT, SOURCES, Content

ADVERT = "advert: {grade: low, label: A clinic’s own page}\n"
GOOD_ADVERT = """\
- {id: F-AD, claim: Plasma is yellow., kind: context, sources: [advert], status: literature, certainty: seen,
   verdict: ok}
- {id: F-BOTH, claim: Plasma flows., kind: context, sources: [advert, study], status: literature, certainty: seen,
   verdict: ok}
"""


@pytest.fixture
def with_an_advert(content: Content) -> Content:
    content.write("evidence/sources.yaml", SOURCES + ADVERT)
    content.write("evidence/facts.yaml", FACTS + GOOD_ADVERT)
    return content


def test_an_advert_is_not_the_first_source_of_a_page(with_an_advert: Content) -> None:
    with_an_advert.page(in_short=IN_SHORT.replace("@F-1", "@F-BOTH", 1))
    assert with_an_advert.faults() == [(11, "ADVERT-FIRST")]


def test_an_advert_does_not_carry_the_first_words_alone(with_an_advert: Content) -> None:
    with_an_advert.page(in_short=IN_SHORT.replace("@F-1", "@F-AD", 1))
    assert set(with_an_advert.faults()) == {(11, "ADVERT-FIRST")}


def test_an_advert_does_not_open_a_passage_that_has_a_better_source(with_an_advert: Content) -> None:
    with_an_advert.page(minute="Plasma is yellow. [@F-AD; @F-1]")
    assert with_an_advert.faults() == [(17, "ADVERT-FIRST")]


@pytest.mark.parametrize("minute", ["Plasma is yellow. [@F-1; @F-AD]", "Plasma is yellow. [@F-AD]"])
def test_an_advert_that_is_right_may_follow_a_better_source(with_an_advert: Content, minute: str) -> None:
    with_an_advert.page(minute=minute)
    assert with_an_advert.faults() == []


def test_a_hash_is_nothing_for_readers(content: Content) -> None:
    content.page(minute="This is source #2. [@F-1]", question="Is it No.#1?")
    assert set(content.faults()) >= {(17, "HASH"), (6, "HASH")}


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        ("en/effects.yaml", "text: Chest pain", "text: 'Pain #'", 9),
        ("en/glossary.yaml", "The liquid part of blood.", "'Part #1 of blood.'", 3),
        ("evidence/sources.yaml", "A leaflet for patients", "'Leaflet #3'", 1),
        ("en/guide.yaml", "title: Basics", "title: 'Part #1'", 4),
    ],
)
def test_nor_is_it_in_other_words_for_readers(content: Content, file: str, old: str, new: str, line: int) -> None:
    content.change(file, old, new)
    assert (line, "HASH") in content.faults(file)
