"""The cards on one sheet of paper."""

from __future__ import annotations

import datetime as dt

import pikepdf
import pytest

from tests.summary.pdf import inks, opened, page_count, rule_widths, squeezed, text_of, text_sizes
from tpe_guide.guide.library import load_compiled
from tpe_guide.pictures.feelings.cards import Cards
from tpe_guide.summary.feelings_sheet import feelings_sheet
from tpe_guide.summary.papers import PAPERS, Paper
from tpe_guide.summary.sheet import Sheet, to_pdf

PRINTED_AT = dt.datetime(2026, 5, 14, 9, 12, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def cards() -> Cards:
    return Cards(load_compiled("feelings", "en"))


@pytest.mark.parametrize("paper", PAPERS)
def test_all_cards_fit_on_one_sheet_in_their_order(cards: Cards, paper: Paper) -> None:
    pdf = to_pdf(feelings_sheet(cards, "en"), PRINTED_AT, paper)
    assert page_count(pdf) == 2, "the sources are on the back"
    written, at = text_of(pdf, 0), 0
    for card in cards.cards:
        for words in (card.name, card.how_often, *card.notes, card.why, f"Do now: {card.do}"):
            at = written.index(squeezed(words), at)
    assert squeezed(f"{cards.at_once.question} {cards.at_once.answer}") in written


def with_more_to_do(cards: Cards, times: int) -> Sheet:
    """The sheet of cards that say *times* as much about what to do."""
    longer = Cards(load_compiled("feelings", "en"))
    longer.cards = tuple(card._replace(do=" ".join([card.do] * times)) for card in cards.cards)
    return feelings_sheet(longer, "en")


def test_longer_words_are_set_smaller_and_still_fit(cards: Cards) -> None:
    usual, longer = (to_pdf(with_more_to_do(cards, times), PRINTED_AT, "letter") for times in (1, 2))
    assert page_count(longer) == page_count(usual)
    assert max(text_sizes(longer) - text_sizes(usual)) < max(text_sizes(usual) - text_sizes(longer))


def test_words_for_more_than_a_sheet_go_on_to_the_next(cards: Cards) -> None:
    pdf = to_pdf(with_more_to_do(cards, 8), PRINTED_AT)
    assert page_count(pdf) > 2
    written = text_of(pdf)
    for card in cards.cards:
        assert written.count(squeezed(card.do)) == 8


def test_it_is_black_and_large_enough(cards: Cards) -> None:
    pdf = to_pdf(feelings_sheet(cards, "en"), PRINTED_AT)
    assert {value for ink in inks(pdf) for value in ink} <= {0.0, 1.0}
    assert min(text_sizes(pdf)) >= 9
    assert min(rule_widths(pdf)) > 0


def test_it_is_tagged_and_each_bar_is_told(cards: Cards) -> None:
    with opened(to_pdf(feelings_sheet(cards, "en"), PRINTED_AT)) as whole:
        assert whole.Root.MarkInfo.Marked
        told = [str(each.Alt) for each in whole.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each]
    for card in cards.cards:
        assert card.how_often in told


def test_the_same_sheet_is_the_same_bytes(cards: Cards) -> None:
    sheet = feelings_sheet(cards, "en")
    assert to_pdf(sheet, PRINTED_AT) == to_pdf(sheet, PRINTED_AT)
