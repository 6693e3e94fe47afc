"""What a filled sheet of the diary on paper says, as the draft of an entry."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from tpe_guide.diary.draft import Draft
from tpe_guide.diary.model import ExchangeSession
from tpe_guide.diary.paper_form import (
    FUNCTION_CODES,
    LEVEL_CODES,
    MOMENT_CODES,
    ONSET_CODES,
    OWN_ROWS,
    REPORTER_CODES,
    YES_NO_CODES,
)
from tpe_guide.diary.pick import Pick
from tpe_guide.diary.sheet_steps import (
    LEVEL_ROWS,
    MOMENT,
    NOTE,
    NOTHING,
    ONSET,
    REPORTER,
    TEMPERATURE,
    TOLD,
    UNLIKE,
    WORDS,
)
from tpe_guide.vocabulary.terms import FUNCTIONS, OTHER

T = TypeVar("T")
_USUAL_MS = "tingling"
"""What may be different from how the person knows it."""


def ringed(said: Mapping[str, str]) -> tuple[str, ...]:
    """The rows of what was there: ringed from 1 on."""
    return tuple(row for row in LEVEL_ROWS if said.get(row, "") not in ("", LEVEL_CODES[0]))


def fill(draft: Draft, said: Mapping[str, str], day: dt.date, session: ExchangeSession | None) -> None:
    """Put what is *said* of *day* and *session* into *draft*, as if it had been tapped.

    What has no ring stays as the diary has it where nothing is said: later, by the person, begun nobody knows when.
    """
    before = draft.session
    if session is not None and before is not None and (before.number, before.day) == (session.number, session.day):
        session = replace(session, id=before.id)  # a new one keeps its id when a save is tried again
    draft.session, draft.session_said = session, True
    draft.day, draft.day_said = day, True
    draft.moment = meant(MOMENT_CODES, said.get(MOMENT)) or "later"
    draft.reporter = meant(REPORTER_CODES, said.get(REPORTER)) or "self"
    draft.picks = tuple(_pick(row, said) for row in LEVEL_ROWS if said.get(row))
    draft.began, draft.began_each = meant(ONSET_CODES, said.get(ONSET)) or "unknown", False
    draft.filled_by, draft.filled = "nothing" if said.get(NOTHING) and not ringed(said) else "", ()
    values = ((name, meant(FUNCTION_CODES, said.get(name))) for name in FUNCTIONS)
    draft.function = {name: value for name, value in values if value is not None}
    draft.temperature = celsius_words(said.get(TEMPERATURE, ""))
    draft.note = said.get(NOTE, "")


def celsius_words(tenths: str) -> str:
    """“38.2”, for the digits 382."""
    return f"{tenths[:-1]}.{tenths[-1]}" if tenths else ""


def meant(codes: Mapping[T, str], typed: str | None) -> T | None:
    """What *typed* stands for; None: nothing is typed."""
    return next((value for value, code in codes.items() if code == typed), None)


def _pick(row: str, said: Mapping[str, str]) -> Pick:
    is_own = row in OWN_ROWS
    return Pick(
        row,
        OTHER if is_own else row,
        said.get(row + WORDS, "") if is_own else "",
        level=meant(LEVEL_CODES, said.get(row)),
        told_staff=meant(YES_NO_CODES, said.get(row + TOLD)),
        unlike_usual=meant(YES_NO_CODES, said.get(UNLIKE)) if row == _USUAL_MS else None,
    )
