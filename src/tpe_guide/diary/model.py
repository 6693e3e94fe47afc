"""The diary as data: a course of exchange sessions, what a person noticed, what they want to ask.

Each field is declared here, once: the exchange file (``*.tpediary.json``), the table for spreadsheets and
``schema.json`` follow from it, in this order; see ``record``.
"""

# Without "from __future__ import annotations": what is declared here is also read here.

import datetime as dt
import os
from dataclasses import KW_ONLY, dataclass, field
from typing import Annotated, Any

from tpe_guide.diary.kinds import Choice, Number, OrNull, Text, Whole
from tpe_guide.diary.record import IF_SAID, REQUIRED, AtMost, Column, Named, Says
from tpe_guide.vocabulary.terms import (
    ALL_EFFECTS,
    FUNCTION_RANGE,
    FUNCTIONS,
    SEVERITIES,
    Access,
    Fluid,
    Moment,
    Onset,
    Reporter,
    SessionState,
)

ID_LIMIT = 200
SESSION_LIMIT = 200
ENTRY_LIMIT = 20_000
PREPARED_LIMIT = 100
OWN_EFFECTS_LIMIT = 50
FILE_LIMIT = 20 * 1024 * 1024

ID = Text(ID_LIMIT, least=1)
LEVEL = OrNull(Whole(FUNCTION_RANGE[0], FUNCTION_RANGE[-1]))

Id = Annotated[str, ID]
SomeText = Annotated[str, Text(least=1)]
Celsius = Annotated[float, Number(30, 45)]


def new_id() -> str:
    """An id that no other session, entry or course has."""
    return os.urandom(8).hex()


@dataclass(frozen=True, slots=True)
class OwnEffect:
    """An effect that the person named. A retired one is not offered any more; what was reported of it stays."""

    words: SomeText
    retired: bool = False
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Course:
    """One course of plasma exchange."""

    id: Id
    started: dt.date | None = None
    planned_sessions: Annotated[int, Whole(0, SESSION_LIMIT)] | None = None
    access: Access = "unknown"
    prepared: Annotated[
        tuple[SomeText, ...],
        AtMost(PREPARED_LIMIT),
        IF_SAID,
        Says("Done before the next session: a row of the guide's list by its id, one of the person's by its words."),
    ] = ()
    own_steps: Annotated[
        tuple[SomeText, ...],
        AtMost(PREPARED_LIMIT),
        IF_SAID,
        Says("What the person added to that list, in their own words."),
    ] = ()
    own_effects: Annotated[
        tuple[OwnEffect, ...],
        AtMost(OWN_EFFECTS_LIMIT),
        IF_SAID,
        Says("Effects that the person named; one is reported as other, with these words."),
    ] = ()
    finished: Annotated[dt.date | None, IF_SAID, Says("The day on which the person said that the course is done.")] = (
        None
    )
    followed_by: Annotated[Id | None, IF_SAID, Says("The id of the course that the person began after it.")] = None
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ExchangeSession:
    """One exchange session. *day* is the local calendar day that the person meant, stored as said."""

    id: Id
    number: Annotated[int, Whole(1, 999)]
    day: dt.date
    state: Annotated[SessionState, REQUIRED] = "done"
    minutes: Annotated[int, Whole(0, 24 * 60)] | None = None
    access: Access = "unknown"
    fluid: Fluid | None = None
    stopped_early: bool = False
    note: str = ""
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EffectReport:
    """One effect as reported. Severity 0 means asked, none; an effect that is not listed was not asked."""

    effect: Annotated[str, Choice(ALL_EFFECTS), Column(4)]
    severity: Annotated[
        int,
        Whole(SEVERITIES[0], SEVERITIES[-1]),
        Says("0 none, 1 mild (noticed it, carried on), 2 moderate (slowed me down), 3 severe (had to stop)."),
        Column(5),
    ]
    began: Annotated[Onset, Column(6)] = "unknown"
    told_staff: Annotated[bool | None, Column(7)] = None
    words: Annotated[str, Column(8)] = ""
    unlike_usual: Annotated[
        bool | None,
        IF_SAID,
        Says("Other than the person knows it from their MS: asked of tingling; absent: not said."),
        Column(14),
    ] = None
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a person logged at one moment.

    *recorded_at* is an instant with its offset; *day* is the day they meant.
    """

    id: Annotated[Id, Column(13, "entry")]
    session: Annotated[Id | None, Column(3)] = None
    _: KW_ONLY  # from here on the order is the file's, whatever may be left out
    day: Annotated[dt.date, Column(1)]
    moment: Annotated[Moment, REQUIRED, Column(2)] = "later"
    recorded_at: Annotated[dt.datetime, Column(10)]
    reporter: Annotated[Reporter, Column(9)] = "self"
    effects: tuple[EffectReport, ...] = ()
    none_noticed: Annotated[bool, Column(15, no_is_nothing=True)] = False
    function: Annotated[
        dict[str, int | None], Named(FUNCTIONS, LEVEL), Says("0 worst, 10 best, null or absent: not asked."), Column(16)
    ] = field(default_factory=dict)
    temperature_c: Annotated[Celsius | None, Column(11)] = None
    note: Annotated[str, Column(12)] = ""
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Question:
    """A question for the team."""

    text: SomeText
    asked: bool = False
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Value:
    """Something that matters to the person, in words of the guide or their own."""

    text: SomeText
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Readiness:
    """A question about how ready the person feels to decide, and their answer: yes or not yet."""

    question: SomeText
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
    sessions: Annotated[tuple[ExchangeSession, ...], AtMost(SESSION_LIMIT), REQUIRED] = ()
    entries: Annotated[tuple[Entry, ...], AtMost(ENTRY_LIMIT), REQUIRED] = ()
    questions: tuple[Question, ...] = ()
    matters: Matters = Matters()
    language: Annotated[str, Text(35, least=1)] = "en"
    extra: dict[str, Any] = field(default_factory=dict)
