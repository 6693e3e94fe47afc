"""The diary as data: a course of exchange sessions, what a person noticed, what they want to ask.

The values are those of the exchange file (``*.tpediary.json``), which ``schema.json`` describes.
"""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

Access = Literal["arm-veins", "neck-line", "chest-line", "groin-line", "other", "unknown"]
Fluid = Literal["albumin", "plasma", "mixed", "unknown"]
SessionState = Literal["planned", "done", "missed"]
Moment = Literal["during", "evening", "next-day", "later"]
Began = Literal["during", "way-home", "at-home", "next-day", "unknown"]
Reporter = Literal["self", "helper"]

ACCESSES: tuple[Access, ...] = get_args(Access)
FLUIDS: tuple[Fluid, ...] = get_args(Fluid)
SESSION_STATES: tuple[SessionState, ...] = get_args(SessionState)
MOMENTS: tuple[Moment, ...] = get_args(Moment)
BEGANS: tuple[Began, ...] = get_args(Began)
REPORTERS: tuple[Reporter, ...] = get_args(Reporter)

EFFECTS: tuple[str, ...] = (
    "tingling",
    "light-headed",
    "taste",
    "cold",
    "nausea",
    "tired",
    "headache",
    "cramps",
    "itch-rash",
    "bruising",
    "sore-site",
)
WARNING_SIGNS: tuple[str, ...] = (
    "fever-chills",
    "breathless",
    "chest-pain",
    "heartbeat",
    "fainted",
    "face-swelling",
    "bleeding",
    "arm-swelling",
    "leg-swelling",
    "line-problem",
    "confused",
    "new-weakness",
)
OTHER = "other"
ALL_EFFECTS: tuple[str, ...] = (*EFFECTS, *WARNING_SIGNS, OTHER)
FUNCTIONS: tuple[str, ...] = ("vision", "walking", "hands", "energy", "thinking")

SEVERITIES = (0, 1, 2, 3)
"""0 none, 1 mild (noticed it, carried on), 2 moderate (slowed me down), 3 severe (had to stop)."""
FUNCTION_RANGE = range(11)
"""0 worst to 10 best."""
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
    began: Began = "unknown"
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
