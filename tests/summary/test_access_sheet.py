"""Needles or a line on one sheet of paper; where that is full, its sources are on the back."""

from __future__ import annotations

import datetime as dt

import pikepdf
import pytest

from tests.summary.pdf import inks, opened, page_count, squeezed, text_of
from tpe_guide.guide.library import load_compiled
from tpe_guide.pictures.access.words import AccessWords
from tpe_guide.summary.access_sheet import access_sheet
from tpe_guide.summary.papers import PAPERS, Paper
from tpe_guide.summary.sheet import to_pdf
from tpe_guide.vocabulary.terms import ACCESSES_SAID

PRINTED_AT = dt.datetime(2026, 5, 14, 9, 12, tzinfo=dt.UTC)
every = pytest.mark.parametrize("access", ACCESSES_SAID)


@pytest.fixture(scope="module")
def words() -> AccessWords:
    return AccessWords(load_compiled("access", "en"))


@pytest.mark.parametrize("paper", PAPERS)
@every
def test_all_that_is_on_screen_is_on_one_sheet(words: AccessWords, access: str, paper: Paper) -> None:
    pdf = to_pdf(access_sheet(words, access, "", "en"), PRINTED_AT, paper)
    assert page_count(pdf) <= 2
    written = text_of(pdf, 0)
    for topic in words.topics(access):
        for sentence in (topic.title, *topic.says):
            assert squeezed(sentence) in written
    for tier in words.tiers(access):
        for sentence in (tier.heading, tier.number, *tier.signs):
            assert squeezed(sentence) in written
    for part in words.parts(access):
        assert squeezed(part) in written


def test_it_is_named_after_what_is_shown_unless_that_is_not_known(words: AccessWords) -> None:
    assert squeezed("Line in the neck") in text_of(to_pdf(access_sheet(words, "neck-line", "", "en"), PRINTED_AT))
    assert squeezed("know yet") not in text_of(to_pdf(access_sheet(words, "unknown", "", "en"), PRINTED_AT))


def test_the_number_of_the_unit_stands_there_or_a_line_to_write_it_on(words: AccessWords) -> None:
    with_number = text_of(to_pdf(access_sheet(words, "neck-line", "01632 960 123", "en"), PRINTED_AT))
    without = text_of(to_pdf(access_sheet(words, "neck-line", "", "en"), PRINTED_AT))
    for written in (with_number, without):
        assert squeezed("Your unit’s number:") in written
    assert squeezed("01632 960 123") in with_number
    assert squeezed("01632 960 123") not in without


def test_it_is_tagged_and_the_picture_is_told(words: AccessWords) -> None:
    with opened(to_pdf(access_sheet(words, "groin-line", "", "en"), PRINTED_AT)) as whole:
        assert whole.Root.MarkInfo.Marked
        told = [str(each.Alt) for each in whole.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each]
    assert told == [words.picture("groin-line")]


@every
def test_it_is_drawn_in_black_and_white(words: AccessWords, access: str) -> None:
    found = inks(to_pdf(access_sheet(words, access, "", "en"), PRINTED_AT))
    assert {value for ink in found for value in ink} <= {0.0, 1.0}


def test_the_same_sheet_is_the_same_bytes(words: AccessWords) -> None:
    sheet = access_sheet(words, "chest-line", "", "en")
    assert to_pdf(sheet, PRINTED_AT) == to_pdf(sheet, PRINTED_AT)
