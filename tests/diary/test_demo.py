"""The made-up course: the story of the design's pictures, and the example file made from it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from hypothesis import given

from tests.diary.strategies import days
from tpe_guide.diary import exchange
from tpe_guide.diary.demo import FIXED_DAY, demo_diary
from tpe_guide.vocabulary.terms import FUNCTIONS, WARNING_SIGNS

EXAMPLE = Path(__file__).parents[2] / "examples" / "demo.tpediary.json"


def test_it_tells_the_story_of_the_pictures() -> None:
    diary = demo_diary(FIXED_DAY)
    states = [session.state for session in diary.sessions]
    assert states == ["done"] * 5 + ["planned"] * 2
    assert [session.day.day for session in diary.sessions] == [4, 6, 8, 11, 13, 15, 18]
    warnings = [
        (entry.session, report.effect, report.told_staff)
        for entry in diary.entries
        for report in entry.effects
        if report.effect in WARNING_SIGNS and report.severity
    ]
    assert warnings == [("s3", "fever-chills", True)]
    assert len([entry for entry in diary.entries if entry.note]) == 3
    assert len(diary.questions) == 3


def test_it_has_gaps_to_show() -> None:
    diary = demo_diary(FIXED_DAY)
    assert any(session.minutes is None for session in diary.sessions if session.state == "done")
    asked = {
        entry.session: {name for name, level in entry.function.items() if level is not None} for entry in diary.entries
    }
    assert asked["s1"] < set(FUNCTIONS)
    assert "energy" not in asked["s2"]
    reported = {report.effect for entry in diary.entries if entry.session == "s4" for report in entry.effects}
    assert "nausea" not in reported


@given(days)
def test_on_any_day_it_is_a_diary_that_can_be_read(today: dt.date) -> None:
    if not dt.date(1900, 2, 1) < today < dt.date(2199, 12, 1):
        return
    diary = demo_diary(today)
    exchange.check(diary, "demo")
    assert max(session.day for session in diary.sessions if session.state == "done") < today


def test_the_example_is_the_demo() -> None:
    written = EXAMPLE.read_bytes()
    at = dt.datetime(2026, 5, 14, 9, 12, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    assert written == exchange.dumps(demo_diary(FIXED_DAY), exported_at=at, app="tpe-guide 0.1.0")
    assert exchange.read(EXAMPLE) == demo_diary(FIXED_DAY)


def test_nothing_in_it_is_unknown() -> None:
    assert exchange.unknown_keys(exchange.read(EXAMPLE)) == []
