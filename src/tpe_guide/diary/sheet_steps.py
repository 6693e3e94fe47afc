"""A filled sheet of the diary on paper as steps: what is asked of it, one thing after the other, in its own order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, NamedTuple

from tpe_guide.diary.paper_form import (
    FUNCTION_CODES,
    OWN_ROWS,
    ROW_CODES,
    YES_NO_CODES,
    Answer,
    PaperForm,
    Row,
)
from tpe_guide.diary.typed import COLDEST, WARMEST
from tpe_guide.i18n import _
from tpe_guide.vocabulary.terms import EFFECTS, WARNING_SIGNS

TOLD, WORDS, ASKED = ".told", ".words", ".asked"
"""What is asked of a row besides its first answer: told staff, its words, and what is not clear about it."""
SESSION, DAY, MOMENT, REPORTER, TEMPERATURE = "session", "day", "moment", "reporter", "temperature"
NOTHING, UNLIKE, ONSET, NOTE = "none-noticed", "unlike-usual", "onset", "note"
DAY_ASKED, SESSION_ASKED, NOTHING_ASKED = DAY + ASKED, SESSION + ASKED, NOTHING + ASKED
RINGED = "1"
"""Of what has one ring only."""
AT, HALF, ON, QUESTION, PAPER = "at", "half", "day.on", "session.question", "paper"
"""Kept with the answers: where one is, digits that are no answer yet, the day with its year, what was answered, and
that there is a sheet."""
KEPT_BESIDE = (AT, PAPER)
"""Of these, what nobody typed."""
LEVEL_ROWS = (*EFFECTS, *OWN_ROWS, *WARNING_SIGNS)
NAMES: tuple[str, ...] = (
    *ROW_CODES,
    *(row + TOLD for row in LEVEL_ROWS),
    *(row + WORDS for row in OWN_ROWS),
    *(DAY_ASKED, SESSION_ASKED, NOTHING_ASKED, AT, HALF, ON, QUESTION, PAPER),
)
"""All that can be kept of a sheet."""
END = "end"
"""Where one is when all is typed."""

Kind = Literal["ring", "digits", "words", "asked"]
_A_LEAP_YEAR = 2024
_TWO = 2
_HIGHEST_SESSION = 99


class Step(NamedTuple):
    """One thing that is typed. *codes*: the digits that may be; *answers*: what they mean, where that has words."""

    id: str
    row: str
    code: str
    """The number of its box."""
    name: str
    hint: str
    ask: str
    """What to type."""
    refusal: str
    """What is said to anything else."""
    part: int
    kind: Kind = "ring"
    answers: tuple[Answer[Any], ...] = ()
    codes: frozenset[str] = frozenset()
    length: int = 1
    may_be_empty: bool = True

    @property
    def is_first(self) -> bool:
        """The first that is asked of its row."""
        return self.id == self.row


def steps_of(form: PaperForm) -> tuple[Step, ...]:
    """All that a sheet can be asked, in the order of the paper."""
    return (*_when(form), *_noticed(form), *_signs(form), *_went(form))


def part_names() -> tuple[str, ...]:
    """What the parts of the sheet are called, by their number."""
    return (_("When and who"), _("What you noticed"), _("Warning signs"), _("How it went"))


def _when(form: PaperForm) -> Iterator[Step]:
    yield _digits(
        SESSION,
        _("Session number"),
        _("Type two digits. Enter if it is empty."),
        _("Type the number as two digits, from 01 to 99."),
        0,
        _session_codes(),
    )
    yield _digits(
        DAY,
        _("Day and month"),
        _("Type four digits: the day, then the month."),
        _("Type the day, then the month. For example, 0805 is 8 May."),
        0,
        _day_codes(),
        may_be_empty=False,
    )
    # The answers of what is asked depend on what is in the diary: see ``Sheet``.
    yield _asked(DAY, _("Day and month"), 0)
    yield _asked(SESSION, _("Session number"), 0)
    yield _ring(MOMENT, _("When was it?"), form.moments, 0)
    yield _ring(REPORTER, _("Who writes?"), form.reporters, 0)
    yield _digits(
        TEMPERATURE,
        _("Temperature, °C"),
        _("Type three digits. Enter if it is empty."),
        _("Type a temperature from 30.0 to 45.0 as three digits. For example, 382."),
        0,
        _temperature_codes(),
    )


def _noticed(form: PaperForm) -> Iterator[Step]:
    yield _ring(NOTHING, _("Nothing new"), (Answer(RINGED, True, _("Ringed")),), 1)
    for row in form.effects:
        yield from _level(form, row, 1)
    yield _ring(UNLIKE, _("Was the tingling different from your usual MS tingling?"), form.told, 1)
    for row in form.own:
        yield from _level(form, row, 1)
        yield Step(row.id + WORDS, row.id, row.code, row.words, "", _("Type its words, then Enter."), "", 1, "words")
    yield _ring(ONSET, _("When did it begin?"), form.onsets, 1)


def _signs(form: PaperForm) -> Iterator[Step]:
    for group in form.signs:
        for row in group.rows:
            yield from _level(form, row, 2)


def _went(form: PaperForm) -> Iterator[Step]:
    for row in form.functions:
        yield _digits(
            row.id,
            row.words,
            _("0 is worst, 10 is best. Type two digits. Enter if it is empty."),
            _("Type two digits, from 00 to 10."),
            3,
            frozenset(FUNCTION_CODES.values()),
        )
    note = _("Note, in your own words")
    yield Step(NOTE, NOTE, ROW_CODES[NOTE], note, "", _("Type its words, then Enter."), "", 3, "words")
    yield _asked(NOTHING, _("Nothing new"), 3)


def _level(form: PaperForm, row: Row, part: int) -> Iterator[Step]:
    yield _ring(row.id, row.words, form.levels, part, row.hint)
    told = _ring(row.id, row.words, form.told, part)
    yield told._replace(id=row.id + TOLD, ask=_("Told staff? 1 is yes, 2 is no. Enter if there is no ring."))


def _ring(name: str, words: str, answers: tuple[Answer[Any], ...], part: int, hint: str = "") -> Step:
    codes = [answer.code for answer in answers]
    if len(codes) == 1:
        ask = _("Type 1 if it is ringed. Enter if there is no ring.")
        refusal = _("Type 1, or Enter if there is no ring.")
    elif [answer.value for answer in answers] == [*YES_NO_CODES]:
        ask = _("1 is yes, 2 is no. Enter if there is no ring.")
        refusal = _("Type 1 for yes or 2 for no. Enter if there is no ring.")
    elif len(codes) == _TWO:
        ask = _("{first} or {last}. Enter if there is no ring.").format(first=codes[0], last=codes[-1])
        refusal = _("Type {first} or {last}. Enter if there is no ring.").format(first=codes[0], last=codes[-1])
    else:
        ask = _("{first} to {last}. Enter if there is no ring.").format(first=codes[0], last=codes[-1])
        refusal = _("Type a number from {first} to {last}. Enter if there is no ring.")
        refusal = refusal.format(first=codes[0], last=codes[-1])
    return Step(name, name, ROW_CODES[name], words, hint, ask, refusal, part, "ring", answers, frozenset(codes))


def _digits(
    name: str, words: str, ask: str, refusal: str, part: int, codes: frozenset[str], *, may_be_empty: bool = True
) -> Step:
    length = max(map(len, codes))
    return Step(name, name, ROW_CODES[name], words, "", ask, refusal, part, "digits", (), codes, length, may_be_empty)


def _asked(row: str, words: str, part: int) -> Step:
    refusal = _("Type the number of an answer.")
    return Step(row + ASKED, row, ROW_CODES[row], words, "", "", refusal, part, "asked", may_be_empty=False)


@cache
def _session_codes() -> frozenset[str]:
    return frozenset(f"{number:02}" for number in range(1, _HIGHEST_SESSION + 1))


@cache
def _day_codes() -> frozenset[str]:
    """All days that there are in some year."""
    first = dt.date(_A_LEAP_YEAR, 1, 1)
    return frozenset(f"{first + dt.timedelta(days=number):%d%m}" for number in range(366))


@cache
def _temperature_codes() -> frozenset[str]:
    return frozenset(str(tenth) for tenth in range(round(COLDEST * 10), round(WARMEST * 10) + 1))
