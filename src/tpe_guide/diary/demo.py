"""A made-up course for the tour, the README and the demo summary. Nobody's diary."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tpe_guide.diary.model import Course, Diary, EffectReport, Entry, ExchangeSession, Question
from tpe_guide.vocabulary.terms import Moment

FIXED_DAY = dt.date(2026, 5, 14)
"""The day that ``examples/demo.tpediary.json`` is made for."""

_ZONE = dt.timezone(dt.timedelta(hours=2))
_DONE = ((10, 160), (8, 150), (6, 170), (3, 140), (1, None))
"""Days before today and minutes of the sessions that are done; nobody noted how long the last one was."""
_PLANNED = (1, 4)
"""Days after today."""


def demo_diary(today: dt.date) -> Diary:
    """Five sessions done and two planned around *today*: a relapse that eases, one bad night, some gaps."""
    started = today - dt.timedelta(days=_DONE[0][0])
    return Diary(
        course=Course("demo", started=started, planned_sessions=7, access="arm-veins"),
        sessions=(*_sessions_done(today), *_sessions_planned(today)),
        entries=_entries(today),
        questions=(
            Question("Could the shaking come back? What should I do if it does?"),
            Question("Could this wash out my regular MS medicine?"),
            Question("Will I need all seven sessions?"),
        ),
    )


def finished_diary(today: dt.date) -> Diary:
    """The same course, three days after its end: a session missed, one stopped early, an effect of one's own."""
    begun = demo_diary(today - dt.timedelta(days=7))
    last = begun.entries[-1]
    sessions = [
        replace(one, state="missed", minutes=None, fluid=None)
        if one.number == 4
        else replace(one, state="done", fluid="plasma" if one.number == 6 else "albumin", stopped_early=one.number == 6)
        for one in begun.sessions
    ]
    more = [
        replace(
            last,
            id=f"{session.id}-evening",
            session=session.id,
            day=session.day,
            recorded_at=dt.datetime.combine(session.day, dt.time(19, 5), _ZONE),
            effects=effects,
            function=function,
            note=note,
        )
        for session, effects, function, note in _last_two(sessions[5:])
    ]
    more[1] = replace(more[1], none_noticed=True)
    kept = [entry for entry in begun.entries if entry.session != "s4"]
    course = replace(begun.course, finished=today)
    return replace(begun, course=course, sessions=tuple(sessions), entries=(*kept, *more))


def _last_two(
    sessions: Sequence[ExchangeSession],
) -> Iterator[tuple[ExchangeSession, tuple[EffectReport, ...], dict[str, int | None], str]]:
    """What was noted of the last two sessions of a course."""
    own = EffectReport("other", 1, "at-home", told_staff=False, words="Hiccups")
    yield sessions[0], (EffectReport("tingling", 1, "during"), own), {"vision": 6, "energy": 5}, ""
    yield sessions[1], (), {"vision": 7, "walking": 6, "energy": 6}, "I walked to the shop."


def _sessions_done(today: dt.date) -> tuple[ExchangeSession, ...]:
    return tuple(
        ExchangeSession(
            id=f"s{number}",
            number=number,
            day=today - dt.timedelta(days=days),
            minutes=minutes,
            access="arm-veins",
            fluid="albumin",
        )
        for number, (days, minutes) in enumerate(_DONE, start=1)
    )


def _sessions_planned(today: dt.date) -> tuple[ExchangeSession, ...]:
    return tuple(
        ExchangeSession(f"s{number}", number, today + dt.timedelta(days=days), state="planned", access="arm-veins")
        for number, days in enumerate(_PLANNED, start=len(_DONE) + 1)
    )


def _entries(today: dt.date) -> tuple[Entry, ...]:
    days = [today - dt.timedelta(days=days) for days, __ in _DONE]
    return (
        _entry(
            "s1",
            days[0],
            "evening",
            dt.time(19, 40),
            effects=(
                EffectReport("tingling", 1, "during", told_staff=True),
                EffectReport("light-headed", 0),
                EffectReport("taste", 1, "during"),
                EffectReport("cold", 0),
                EffectReport("nausea", 0),
                EffectReport("tired", 2, "way-home", told_staff=True),
            ),
            function={"vision": 3, "walking": 4, "energy": 4},
        ),
        _entry(
            "s2",
            days[1],
            "evening",
            dt.time(20, 5),
            effects=(
                EffectReport("tingling", 2, "during", told_staff=True),
                EffectReport("light-headed", 1, "during", told_staff=True),
                EffectReport("taste", 1, "during"),
                EffectReport("cold", 1, "during"),
                EffectReport("nausea", 1, "way-home"),
                EffectReport("tired", 2, "way-home", told_staff=True),
            ),
            # Energy was not asked that evening: a gap, and not a nought.
            function={"vision": 3, "walking": 4, "energy": None},
            note="Calcium helped the tingling in my lips.",
        ),
        _entry(
            "s3",
            days[2],
            "during",
            dt.time(11, 30),
            effects=(
                EffectReport("tingling", 2, "during", told_staff=True),
                EffectReport("light-headed", 2, "during", told_staff=True),
                EffectReport("taste", 1, "during"),
                EffectReport("cold", 0),
            ),
        ),
        _entry(
            "s3",
            days[2],
            "evening",
            dt.time(23, 10),
            effects=(
                EffectReport("fever-chills", 2, "at-home", told_staff=True),
                EffectReport("nausea", 0),
                EffectReport("tired", 3, "at-home", told_staff=True),
            ),
            function={"vision": 4, "walking": 4, "energy": 2},
            temperature_c=38.2,
            note="I shook for an hour that night and it scared me.",
        ),
        _entry(
            "s4",
            days[3] + dt.timedelta(days=1),
            "next-day",
            dt.time(9, 15),
            effects=(
                EffectReport("tingling", 1, "during", told_staff=False),
                EffectReport("taste", 1, "during", told_staff=False),
                EffectReport("cold", 1, "during", told_staff=False),
                EffectReport("fever-chills", 0),
                EffectReport("tired", 2, "at-home", told_staff=False),
            ),
            function={"vision": 5, "walking": None, "energy": 4},
        ),
        _entry(
            "s5",
            days[4],
            "evening",
            dt.time(18, 50),
            effects=(
                EffectReport("tingling", 1, "during", told_staff=False),
                EffectReport("light-headed", 0),
                EffectReport("taste", 1, "during"),
                EffectReport("fever-chills", 0),
                EffectReport("nausea", 0),
                EffectReport("tired", 1, "at-home", told_staff=False),
            ),
            function={"vision": 6, "walking": 5, "energy": 5},
            note="I can read the clock on the wall again.",
        ),
    )


def _entry(
    session: str,
    day: dt.date,
    moment: Moment,
    time: dt.time,
    *,
    effects: tuple[EffectReport, ...],
    function: Mapping[str, int | None] | None = None,
    temperature_c: float | None = None,
    note: str = "",
) -> Entry:
    return Entry(
        id=f"{session}-{moment}",
        session=session,
        day=day,
        recorded_at=dt.datetime.combine(day, time, _ZONE),
        moment=moment,
        effects=effects,
        function=dict(function or {}),
        temperature_c=temperature_c,
        note=note,
    )
