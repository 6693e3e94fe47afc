"""Any diary that the format can hold, for Hypothesis."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from tpe_guide.diary.model import (
    Course,
    Diary,
    EffectReport,
    Entry,
    ExchangeSession,
    Matters,
    OwnEffect,
    Question,
    Readiness,
    Value,
)
from tpe_guide.vocabulary import terms

FIRST, LAST = dt.date(1900, 1, 1), dt.date(2199, 12, 31)

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
words = texts.filter(bool)
days = st.dates(FIRST, LAST)
offsets = st.integers(-23 * 60, 23 * 60).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))
instants = st.datetimes(dt.datetime(1900, 1, 2), dt.datetime(2199, 12, 30), timezones=offsets)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
unknown = st.dictionaries(texts.map("x-{}".format), json_values, max_size=3)
extras: st.SearchStrategy[dict[str, Any]] = st.just({}) | unknown
levels = st.integers(0, 10) | st.none()

courses = st.builds(
    Course,
    id=words,
    started=days | st.none(),
    prepared=st.lists(words, max_size=3).map(tuple),
    own_steps=st.lists(words, max_size=3).map(tuple),
    planned_sessions=st.integers(0, 200) | st.none(),
    access=st.sampled_from(terms.ACCESSES),
    own_effects=st.lists(st.builds(OwnEffect, words=words, retired=st.booleans(), extra=extras), max_size=3).map(tuple),
    finished=days | st.none(),
    extra=extras,
)
reports = st.builds(
    EffectReport,
    effect=st.sampled_from(terms.ALL_EFFECTS),
    severity=st.sampled_from(terms.SEVERITIES),
    began=st.sampled_from(terms.ONSETS),
    told_staff=st.booleans() | st.none(),
    words=texts,
    unlike_usual=st.booleans() | st.none(),
    extra=extras,
)
questions = st.builds(Question, text=words, asked=st.booleans(), extra=extras)
matters = st.builds(
    Matters,
    values=st.lists(st.builds(Value, text=words, extra=extras), max_size=3).map(tuple),
    ready=st.lists(st.builds(Readiness, question=words, yes=st.booleans(), extra=extras), max_size=4).map(tuple),
    extra=extras,
)


def sessions(session_id: str) -> st.SearchStrategy[ExchangeSession]:
    return st.builds(
        ExchangeSession,
        id=st.just(session_id),
        number=st.integers(1, 999),
        day=days,
        state=st.sampled_from(terms.SESSION_STATES),
        minutes=st.integers(0, 1440) | st.none(),
        access=st.sampled_from(terms.ACCESSES),
        fluid=st.sampled_from(terms.FLUIDS) | st.none(),
        stopped_early=st.booleans(),
        note=texts,
        extra=extras,
    )


@st.composite
def entries(draw: st.DrawFn, entry_id: str, session_ids: list[str]) -> Entry:
    effects = tuple(draw(st.lists(reports, max_size=4)))
    unknown = draw(extras)
    none_noticed = draw(st.booleans()) and not any(report.severity for report in effects)
    return Entry(
        id=entry_id,
        session=draw(st.sampled_from([None, *session_ids])),
        day=draw(days),
        recorded_at=draw(instants),
        moment=draw(st.sampled_from(terms.MOMENTS)),
        reporter=draw(st.sampled_from(terms.REPORTERS)),
        effects=effects,
        none_noticed=none_noticed,
        function=draw(st.dictionaries(st.sampled_from(terms.FUNCTIONS), levels)),
        temperature_c=draw(st.floats(30, 45) | st.none()),
        note=draw(texts),
        extra=draw(extras) | ({"function": unknown} if unknown else {}),
    )


@st.composite
def diaries(draw: st.DrawFn) -> Diary:
    session_ids = draw(st.lists(words, max_size=4, unique=True))
    entry_ids = draw(st.lists(words, max_size=4, unique=True))
    return Diary(
        course=draw(courses),
        sessions=tuple(draw(sessions(one)) for one in session_ids),
        entries=tuple(draw(entries(one, session_ids)) for one in entry_ids),
        questions=tuple(draw(st.lists(questions, max_size=3))),
        matters=draw(matters),
        language=draw(st.sampled_from(["en", "es", "pt-BR"])),
        extra=draw(extras),
    )


def document() -> dict[str, Any]:
    """The example of the contract, as JSON, with everything said that can be said."""
    return {
        "format": "tpe-guide-diary",
        "version": 1,
        "exported_at": "2026-05-14T09:12:00+02:00",
        "app": "tpe-guide 0.1.0",
        "language": "en",
        "course": {"id": "0d9c", "started": "2026-05-04", "planned_sessions": 7, "access": "arm-veins"},
        "sessions": [
            {
                "id": "s1",
                "number": 1,
                "day": "2026-05-04",
                "state": "done",
                "minutes": 160,
                "access": "arm-veins",
                "fluid": "albumin",
                "stopped_early": False,
                "note": "",
            }
        ],
        "entries": [
            {
                "id": "e1",
                "session": "s1",
                "day": "2026-05-04",
                "moment": "evening",
                "recorded_at": "2026-05-04T19:40:00+02:00",
                "reporter": "self",
                "effects": [{"effect": "tingling", "severity": 1, "began": "during", "told_staff": True, "words": ""}],
                "none_noticed": False,
                "function": {"vision": 3, "walking": 4, "hands": None, "energy": 4, "thinking": None},
                "temperature_c": None,
                "note": "Calcium helped the tingling in my lips.",
            }
        ],
        "questions": [{"text": "When do I start my regular MS medicine again?", "asked": False}],
    }
