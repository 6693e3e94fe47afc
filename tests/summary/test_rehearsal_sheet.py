"""A session on paper."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.summary.pdf import inks, page_count, squeezed, text_of
from tpe_guide.guide.library import load_compiled
from tpe_guide.pictures.rehearsal.moments import RehearsalWords
from tpe_guide.pictures.rehearsal.plan import Plan
from tpe_guide.summary.rehearsal_sheet import rehearsal_sheet
from tpe_guide.summary.sheet import to_pdf
from tpe_guide.summary.typeset import PAPERS, Paper

PRINTED_AT = dt.datetime(2026, 5, 14, 9, 12, tzinfo=dt.UTC)
MANY_CHECKS = Plan(480, "line", "donor-plasma", (30, 60, 90, 120, 180, 240, 300, 400))


@pytest.fixture(scope="module")
def words() -> RehearsalWords:
    return RehearsalWords(load_compiled("rehearsal", "en"))


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(("plan", "pages"), [(Plan(), 1), (MANY_CHECKS, 2)], ids=["usual", "long"])
def test_every_moment_stands_there(words: RehearsalWords, plan: Plan, pages: int, paper: Paper) -> None:
    pdf = to_pdf(rehearsal_sheet(words, plan, "en", by_unit=False), PRINTED_AT, paper)
    assert page_count(pdf) <= pages
    written = text_of(pdf)
    assert squeezed(words.note) in written
    for moment in words.moments(plan):
        for part in (moment.time, moment.label, moment.happens, moment.feel, moment.say, moment.nurse):
            assert squeezed(part) in written


def test_it_says_when_the_times_are_the_unit_s(words: RehearsalWords) -> None:
    pages = [to_pdf(rehearsal_sheet(words, Plan(), "en", by_unit=by_unit), PRINTED_AT) for by_unit in (True, False)]
    assert [squeezed("from your unit") in text_of(page) for page in pages] == [True, False]


def test_it_is_black_and_white(words: RehearsalWords) -> None:
    found = inks(to_pdf(rehearsal_sheet(words, Plan(), "en", by_unit=False), PRINTED_AT))
    assert {value for ink in found for value in ink} <= {0.0, 1.0}
