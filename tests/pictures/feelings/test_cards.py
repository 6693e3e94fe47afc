"""The cards, as a reader and a listener get them: every number from the evidence, and none where there is none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tpe_guide import paths
from tpe_guide.authoring.evidence import read_evidence
from tpe_guide.authoring.fault import Faults
from tpe_guide.guide.library import Library, load_compiled
from tpe_guide.pictures.feelings.cards import Card, Cards
from tpe_guide.pictures.feelings.frequency import Frequency


@pytest.fixture(scope="module")
def cards() -> Cards:
    return Cards(load_compiled("feelings", "en"))


def card(cards: Cards, name: str) -> Card:
    return next(each for each in cards.cards if each.id == name)


def test_there_is_one_for_each_page_of_the_chapter(cards: Cards) -> None:
    library = Library(load_compiled("guide", "en"))
    chapter = library.chapter_of("tingling")
    assert sorted(each.id for each in cards.cards) == sorted(chapter.pages)
    assert cards.title.startswith("Nine")
    assert len(cards.cards) == 9


def test_the_numbers_are_those_of_the_evidence(cards: Cards) -> None:
    folder = paths.content_dir() / "evidence"
    evidence = read_evidence(folder, Faults(Path(folder)))

    def n(name: str) -> int:
        count = evidence.count(name)
        assert count is not None
        return count.n

    assert card(cards, "tingling").often == (
        Frequency(n("L-S14.drip"), n("L-S14.simple"), 100),
        Frequency(0, n("L-S13.citrate"), 100, under=True),
    )
    assert card(cards, "light-headed").often == (Frequency(0, n("L-S13.low-pressure"), 100, under=True),)
    assert card(cards, "sore-arm").often == (Frequency(n("L-S13.access"), n("L-S13.access"), 100),)


def test_all_of_them_count_out_of_the_same_number(cards: Cards) -> None:
    assert {each.of for one in cards.cards for each in one.often} == {cards.of} == {100}


def test_where_nobody_counted_the_card_says_so_and_shows_no_number(cards: Cards) -> None:
    uncounted = [each for each in cards.cards if not each.often]
    assert len(uncounted) == 6
    for each in uncounted:
        assert each.how_often == "No good count yet"
        assert not re.search(r"\d", each.spoken), each.spoken


def test_each_number_says_whom_it_is_from_and_both_sides_of_it(cards: Cards) -> None:
    for each in cards.cards:
        for number, frequency in enumerate(each.often):
            assert re.search(r"\d+ (people|adults)", each.notes[number])
            assert frequency.others in each.notes[number]
            assert frequency.words in (each.how_often if not number else each.notes[number])


def test_a_voice_says_all_that_is_read(cards: Cards) -> None:
    for each in cards.cards:
        for words in (each.name, each.how_often, *each.notes, each.why, each.do):
            assert words in each.spoken
        assert each.sources


def test_what_may_be_an_allergy_is_told_at_once(cards: Cards) -> None:
    assert "at once" in card(cards, "chills-and-itch").do
    assert "at once" in card(cards, "feeling-cold").do
    assert cards.at_once.question == "Chest pain, or hard to breathe?"
    assert "at once" in cards.at_once.answer


def test_no_card_calms_or_orders(cards: Cards) -> None:
    spoken = " ".join(each.spoken for each in cards.cards).lower()
    for never in ("you are fine", "do not worry", "stop your", "rare", "%"):
        assert never not in spoken
