"""A session on paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pikepdf
import pytest

from tests.summary.pdf import inks, opened, page_count, squeezed, text_of
from tpe_guide.guide.library import load_compiled
from tpe_guide.pictures.drawing.words import DrawingWords
from tpe_guide.pictures.rehearsal.moments import RehearsalWords
from tpe_guide.pictures.rehearsal.plan import Plan
from tpe_guide.summary.papers import PAPERS, Paper
from tpe_guide.summary.rehearsal_sheet import rehearsal_sheet
from tpe_guide.summary.sheet import Sheet, to_pdf

PRINTED_AT = dt.datetime(2026, 5, 14, 9, 12, tzinfo=dt.UTC)
USUAL = Plan()
MANY_CHECKS = Plan(480, "line", "donor-plasma", (30, 60, 90, 120, 180, 240, 300, 400))


@pytest.fixture(scope="module")
def words() -> RehearsalWords:
    return RehearsalWords(load_compiled("rehearsal", "en"))


@pytest.fixture(scope="module")
def drawings() -> DrawingWords:
    return DrawingWords(load_compiled("drawings", "en"))


@pytest.fixture(scope="module")
def sheet(words: RehearsalWords, drawings: DrawingWords) -> Callable[..., Sheet]:
    def made(plan: Plan = USUAL, access: str = "arm-veins", *, by_unit: bool = False) -> Sheet:
        return rehearsal_sheet(words, drawings, plan, access, "en", by_unit=by_unit)

    return made


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(
    ("plan", "access", "pages"),
    [(USUAL, "arm-veins", 1), (Plan(access="line"), "chest-line", 1), (MANY_CHECKS, "neck-line", 2)],
    ids=["usual", "line", "long"],
)
def test_every_moment_stands_there(
    words: RehearsalWords, sheet: Callable[..., Sheet], plan: Plan, access: str, pages: int, paper: Paper
) -> None:
    pdf = to_pdf(sheet(plan, access), PRINTED_AT, paper)
    assert page_count(pdf) <= pages + 1, "the sources are on the back"
    written = "".join(text_of(pdf, page) for page in range(pages))
    assert squeezed(words.note) in written
    for moment in words.moments(plan):
        for part in (moment.time, moment.label, moment.happens, moment.feel, moment.say, moment.nurse):
            assert squeezed(part) in written


def test_each_moment_has_its_scene_and_the_scene_its_words(
    words: RehearsalWords, drawings: DrawingWords, sheet: Callable[..., Sheet]
) -> None:
    with opened(to_pdf(sheet(Plan(access="line"), "neck-line"), PRINTED_AT)) as whole:
        told = [str(each.Alt) for each in whole.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each]
    moments = words.moments(Plan(access="line"))
    assert len(told) == len(moments)
    for moment in moments:
        assert any(each.startswith(drawings.of(moment.shows)) for each in told), moment.id
    assert [each for each in told if each.endswith("Her line is in the neck.")]
    assert not [each for each in told if "needle" in each.lower()]


def test_it_says_when_the_times_are_the_unit_s(sheet: Callable[..., Sheet]) -> None:
    pages = [to_pdf(sheet(by_unit=by_unit), PRINTED_AT) for by_unit in (True, False)]
    assert [squeezed("from your unit") in text_of(page) for page in pages] == [True, False]


def test_it_is_black_and_white(sheet: Callable[..., Sheet]) -> None:
    found = inks(to_pdf(sheet(), PRINTED_AT))
    assert {value for ink in found for value in ink} <= {0.0, 1.0}
