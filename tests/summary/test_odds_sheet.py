"""A picture of how often on one sheet of paper, in black and white."""

from __future__ import annotations

import datetime as dt

import pikepdf
import pytest

from tests.summary.pdf import inks, opened, page_count, squeezed, text_of, text_sizes
from tpe_guide.guide.library import load_compiled
from tpe_guide.pictures.odds.words import OddsWords, Picture
from tpe_guide.summary.odds_sheet import odds_sheet
from tpe_guide.summary.papers import PAPERS, Paper
from tpe_guide.summary.sheet import to_pdf

PRINTED_AT = dt.datetime(2026, 5, 14, 9, 12, tzinfo=dt.UTC)
WORDS = OddsWords(load_compiled("odds", "en"))
every_picture = pytest.mark.parametrize("picture", WORDS.pictures, ids=lambda picture: picture.id)


@pytest.mark.parametrize("paper", PAPERS)
@every_picture
def test_all_of_it_fits_on_one_sheet(picture: Picture, paper: Paper) -> None:
    pdf = to_pdf(odds_sheet(WORDS, picture, "en"), PRINTED_AT, paper)
    assert page_count(pdf) == 1
    written = text_of(pdf)
    said = [picture.title, picture.each, picture.caution, WORDS.how, *WORDS.steps, *picture.sources]
    said += [words for about in picture.about for words in about]
    for group in picture.groups:
        said += [group.name, group.head, group.text, *(row.text for row in group.rows), group.band]
    for words in said:
        assert squeezed(words) in written
    assert min(text_sizes(pdf)) >= 9


@every_picture
def test_each_array_is_told_and_none_is_in_colour(picture: Picture) -> None:
    pdf = to_pdf(odds_sheet(WORDS, picture, "en"), PRINTED_AT)
    with opened(pdf) as whole:
        assert whole.Root.MarkInfo.Marked
        told = [str(each.Alt) for each in whole.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each]
    for group in picture.groups:
        assert f"{picture.each} {group.spoken}" in told
    assert {value for ink in inks(pdf) for value in ink} <= {0.0, 1.0}


def test_the_same_sheet_is_the_same_bytes() -> None:
    sheet = odds_sheet(WORDS, WORDS.pictures[0], "en")
    assert to_pdf(sheet, PRINTED_AT) == to_pdf(sheet, PRINTED_AT)
