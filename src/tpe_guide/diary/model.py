"""The diary as data: a course of exchange sessions, what a person noticed, what they want to ask.

The values are those of the exchange file (``*.tpediary.json``), which ``schema.json`` describes.
"""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass, field
from typing import Any

from tpe_guide.vocabulary.terms import Access, Fluid, Moment, Onset, Reporter, SessionState

TEXT_LIMIT = 2000
"""Characters in one text."""
ID_LIMIT = 200
SESSION_LIMIT = 200
ENTRY_LIMIT = 20_000
FILE_LIMIT = 20 * 1024 * 1024


def new_id() -> str:
    """An id that no other session, entry or course has."""
    return os.urandom(8).hex()


@dataclass(frozen=True, slots=True)
class Course:
    """One course of plasma exchange."""

    id: str
    started: dt.date | None = None
    planned_sessions: int | None = None
    access: Access = "unknown"
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ExchangeSession:
    """One exchange session. *day* is the local calendar day that the person meant, stored as said."""

    id: str
    number: int
    day: dt.date
    state: SessionState = "done"
    minutes: int | None = None
    access: Access = "unknown"
    fluid: Fluid | None = None
    stopped_early: bool = False
    note: str = ""
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EffectReport:
    """One effect as reported. Severity 0 means asked, none; an effect that is not listed was not asked."""

    effect: str
    severity: int
    began: Onset = "unknown"
    told_staff: bool | None = None
    words: str = ""
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a person logged at one moment.

    *recorded_at* is an instant with its offset; *day* is the day they meant.
    """

    id: str
    session: str | None
    day: dt.date
    recorded_at: dt.datetime
    moment: Moment = "later"
    reporter: Reporter = "self"
    effects: tuple[EffectReport, ...] = ()
    none_noticed: bool = False
    function: dict[str, int | None] = field(default_factory=dict)
    temperature_c: float | None = None
    note: str = ""
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Question:
    """A question for the team."""

    text: str
    asked: bool = False
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Value:
    """Something that matters to the person, in words of the guide or their own."""

    text: str
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Readiness:
    """A question about how ready the person feels to decide, and their answer: yes or not yet."""

    question: str
    yes: bool
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Matters:
    """What matters to the person for their decision, the most important first, and how ready they feel."""

    values: tuple[Value, ...] = ()
    ready: tuple[Readiness, ...] = ()
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Diary:
    """A whole diary: what is exported, imported and summed up.

    *extra*, here and everywhere, keeps the keys that this version does not know.
    """

    course: Course
    sessions: tuple[ExchangeSession, ...] = ()
    entries: tuple[Entry, ...] = ()
    questions: tuple[Question, ...] = ()
    matters: Matters = Matters()
    language: str = "en"
    extra: dict[str, Any] = field(default_factory=dict)
