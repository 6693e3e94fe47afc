"""What a sheet says in a row, in words."""

from __future__ import annotations

from tpe_guide.diary.paper_form import OWN_ROWS
from tpe_guide.diary.sheet import Sheet
from tpe_guide.diary.sheet_entry import celsius_words
from tpe_guide.diary.sheet_steps import DAY, LEVEL_ROWS, NOTE, SESSION, TEMPERATURE, TOLD, UNLIKE, WORDS, Step
from tpe_guide.i18n import _
from tpe_guide.vocabulary.days import day_words
from tpe_guide.vocabulary.terms import FUNCTIONS
from tpe_guide.vocabulary.words import severities


def heard(step: Step) -> str:
    """“Box 11, Tingling: 0 to 3. Enter if there is no ring.”"""
    return _("Box {number}, {name}: {ask}").format(number=step.code, name=step.name, ask=step.ask)


def row_words(sheet: Sheet, row: Step) -> str:
    """The answer in a row; empty: it was not gone through yet."""
    typed = sheet.said.get(row.id)
    if typed is None:
        return ""
    if not typed.strip():
        return _("no ring") if row.kind == "ring" else _("empty")
    if row.id in LEVEL_ROWS:
        return _level_words(sheet, row, typed)
    if row.id == UNLIKE and sheet.said.get("tingling", "") in ("", "0"):
        return _("{answer}. Not kept: no tingling is ringed.").format(answer=_said(row, typed))
    return _said(row, typed) if row.id != DAY else _day(sheet, typed)


def _said(row: Step, typed: str) -> str:
    if row.id == SESSION:
        return str(int(typed))
    if row.id == TEMPERATURE:
        return _("{value} °C").format(value=celsius_words(typed))
    if row.id in FUNCTIONS:
        return _("{value} of 10").format(value=int(typed))
    if row.id == NOTE:
        return _("“{words}”").format(words=typed)
    return next((answer.words for answer in row.answers if answer.code == typed), typed)


def _day(sheet: Sheet, typed: str) -> str:
    return day_words(sheet.day) if sheet.day is not None else typed


def _level_words(sheet: Sheet, row: Step, typed: str) -> str:
    parts = [_("{level} {word}").format(level=typed, word=severities()[int(typed)])]
    told = sheet.said.get(row.id + TOLD)
    if told:
        parts.append(_("told the staff") if told == "1" else _("did not tell the staff"))
    words = sheet.said.get(row.id + WORDS, "").strip() if row.id in OWN_ROWS else ""
    if words:
        parts.append(_("“{words}”").format(words=words))
    return " · ".join(parts)
