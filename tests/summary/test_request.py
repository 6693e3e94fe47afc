"""Which days and parts are asked for. What that leaves out is said, and some things cannot be left out."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.diary.strategies import diaries
from tests.summary import pdf
from tests.summary.stories import DAYS, PRINTED_AT, entry, five_sessions, of, report
from tpe_guide.diary.model import Diary, EffectReport, Matters, Question, Value
from tpe_guide.summary.plain import to_text
from tpe_guide.summary.request import PARTS, Part, Request, last_visit, within
from tpe_guide.summary.typeset import to_pdf
from tpe_guide.summary.web import to_html

FEVER = EffectReport("fever-chills", 2, "at-home", told_staff=True)
TIRED = EffectReport("tired", 1, "at-home")
FROM_THE_FOURTH = Request(first=dt.date(2026, 5, 11))


def story() -> Diary:
    diary = replace(five_sessions(), matters=Matters((Value("To see."),)))
    return replace(diary, questions=(Question("Why?"),))


def test_the_whole_course_says_nothing_of_what_is_shown() -> None:
    assert report(story()).shown == ()


def test_a_period_says_which_days_and_how_much_is_not_shown() -> None:
    assert report(story(), FROM_THE_FOURTH).shown == (
        "Shown: from 11 May 2026 on. Not shown: 3 entries and 3 sessions before that. "
        "The last session and the warning signs are of the whole course.",
    )
    between = Request(dt.date(2026, 5, 6), dt.date(2026, 5, 8))
    (says,) = report(story(), between).shown
    assert says.startswith("Shown: 6 to 8 May 2026. Not shown: 1 entry and 1 session before that. ")
    assert "Not shown: 2 entries and 4 sessions after that." in says


def test_a_period_that_takes_in_all_says_that_nothing_is_left() -> None:
    (says,) = report(of(entry(1, TIRED), sessions=1), Request(last=DAYS[0])).shown
    assert says == "Shown: up to 4 May 2026. The last session and the warning signs are of the whole course."


def test_parts_that_were_left_out_are_named() -> None:
    page = report(story(), Request(parts=frozenset({"effects", "sessions"})))
    assert page.shown == ("Left out: the patient’s own words; questions for the team; what matters to the patient.",)
    assert (page.words, page.questions, page.matters) == (None, None, None)
    assert page.grid
    assert page.functions
    assert page.sessions


def test_the_last_session_and_every_warning_sign_stay_whatever_is_asked_for() -> None:
    nothing = Request(first=dt.date(2026, 5, 13), parts=frozenset())
    whole, page = report(story()), report(story(), nothing)
    assert page.last == whole.last
    assert page.warnings.table == whole.warnings.table
    assert page.warnings.reports == whole.warnings.reports
    for said in (to_text(page), to_html(page), pdf.text_of(to_pdf(page))):
        assert pdf.squeezed("Fever or shaking, after session 3, Fri 8 May:") in pdf.squeezed(
            said.replace("</strong>", "")
        )


def test_words_that_are_left_out_are_still_pointed_to() -> None:
    assert report(story(), Request(parts=frozenset({"effects"}))).warnings.pointer == (
        "The patient’s own words may say more. Not all of them are on this page."
    )
    assert "please read them below" in report(story()).warnings.pointer


def test_effects_words_and_sessions_are_those_of_the_period() -> None:
    page = report(story(), FROM_THE_FOURTH)
    assert page.grid
    assert page.functions
    assert page.sessions
    assert page.words
    assert page.grid.columns == ("5", "4")
    assert page.functions.columns == ("4", "5")
    assert [row.number for row in page.sessions.rows] == ["5", "4", "6, 7"]
    assert [quote.text for quote in page.words.quotes] == ["“I can read the clock on the wall again.”"]


def test_a_session_keeps_all_that_was_said_of_it() -> None:
    """Half of it would look as if the rest had not been asked."""
    next_day = entry(2, TIRED, day=DAYS[1] + dt.timedelta(days=1))
    evening = entry(2, FEVER)
    for request in (Request(last=DAYS[1]), Request(first=next_day.day)):
        kept = within(of(evening, next_day, entry(4, TIRED), entry(1, TIRED)), request)
        assert sorted(e.effects[0].effect for e in kept.entries if e.session == "s2") == ["fever-chills", "tired"]
        assert "s2" in {one.id for one in kept.sessions}


def test_the_last_visit_is_the_newest_session_done_by_then() -> None:
    assert last_visit(five_sessions(), dt.date(2026, 5, 14)) == dt.date(2026, 5, 13)
    assert last_visit(five_sessions(), dt.date(2026, 5, 12)) == dt.date(2026, 5, 11)
    assert last_visit(five_sessions(), dt.date(2026, 5, 1)) is None


def test_since_the_last_visit_is_from_its_day_on() -> None:
    since = Request(since_last_visit=True)
    assert report(story(), since) == report(story(), Request(first=dt.date(2026, 5, 13)))
    before_the_first = replace(story(), sessions=())
    assert report(before_the_first, since).shown == ()


@pytest.mark.parametrize("part", PARTS)
def test_each_part_can_go_alone_in_every_form(part: Part) -> None:
    request = Request(parts=frozenset(PARTS) - {part})
    page = report(story(), request)
    (says,) = page.shown
    assert says.startswith("Left out: ")
    for said in (to_text(page), to_html(page), pdf.text_of(to_pdf(page))):
        assert pdf.squeezed(says) in pdf.squeezed(said)


@settings(max_examples=15, deadline=None)
@given(
    diaries(), st.builds(Request, st.none() | st.dates(), st.none() | st.dates(), st.frozensets(st.sampled_from(PARTS)))
)
def test_any_request_of_any_diary_makes_a_page_that_counts_what_it_leaves_out(diary: Diary, request: Request) -> None:
    page = report(diary, request)
    kept = within(diary, request.settled(diary, PRINTED_AT.date()))
    left = len(diary.entries) - len(kept.entries)
    assert ("entr" in " ".join(page.shown)) == (left > 0)
    to_text(page)
    to_html(page)
