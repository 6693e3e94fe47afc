"""Each thing that ``clinic.toml`` may say, declared once: its place, its name, what it accepts, an example.

Reading, the faults in plain words, the template, the questions of ``kiosk setup`` and the preview all come from here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Literal, NamedTuple

from tpe_guide.clinic_pack.naming import nearest, one_of
from tpe_guide.clinic_pack.pack import COUNTDOWN_SECONDS, IDLE_SECONDS, PAGES_PER_VISIT, Known
from tpe_guide.guide import phone, slots
from tpe_guide.guide.clinic_file import shown
from tpe_guide.guide.slots import Slot
from tpe_guide.i18n import _
from tpe_guide.vocabulary.days import weekdays

Kind = Literal["text", "number", "names", "day"]
"""How it is typed: words, a whole number, names with commas between, a day."""
CLOSED = "closed"
NUMBERS = {"unit": slots.PHONE, "out-of-hours": slots.OUT_OF_HOURS, "crisis-line": "crisis-line"}
"""The slot that each number fills."""
NOTE = "-note"
"""Beside a number: what to ask for, or when. It has no digits, so that no second number hides in it."""
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NOT_SHOWN_YET = {
    "unit.name", *(f"hours.{day}" for day in DAYS), "kiosk.pages", "kiosk.title", "kiosk.line",
    "kiosk.countdown-seconds",
}  # fmt: skip
"""What is read, checked and kept, and what no screen of this version shows or obeys: whoever fills it in is told so."""
URGENT = "urgent"
"""What somebody would write who wants *Urgent help* among the pages: it is none, and cannot be left out."""
_NAME_LONGEST, _TITLE_LONGEST, _LINE_LONGEST, _NOTE_LONGEST = 60, 60, 160, 60
_HOURS = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])\s?[-–]\s?([01][0-9]|2[0-4]):([0-5][0-9])", re.ASCII)
_QUEUE = re.compile(r"[!-~]{1,127}")
"""CUPS takes no space in the name of a queue."""


class Field(NamedTuple):
    """One thing to say."""

    place: str
    """``section.key`` in the file."""
    name: str
    """As the preview names it, at the begin of a sentence."""
    what: str
    """What belongs there, for whoever fills it in."""
    example: str
    """As it is typed in the file."""
    expected: Callable[[Any], str]
    """What a value would have to be, as a short phrase; empty: it is right."""
    kind: Kind = "text"
    slot: str = ""
    """The slot that it fills, or is a note of."""

    @property
    def section(self) -> str:
        """``numbers``, of ``numbers.unit``."""
        return self.place.partition(".")[0]

    @property
    def key(self) -> str:
        """``unit``, of ``numbers.unit``."""
        return self.place.partition(".")[2]


def fields(known: Known) -> tuple[Field, ...]:
    """All of them, in the order of the file."""
    return (*_unit(), *_numbers(known.slots), *_hours(), *_words(known.slots), *_kiosk(known), *_print())


def said_of(field: Field) -> str:
    """What belongs into *field*, and whether anybody will see it."""
    if field.place not in NOT_SHOWN_YET:
        return field.what
    return field.what + " " + _("This version keeps it, and does not show it yet.")


def _unit() -> tuple[Field, ...]:
    return (
        Field(
            "unit.name",
            _("The name of the unit"),
            _("What your unit is called."),
            '"Day Unit B"',
            partial(_text, _NAME_LONGEST),
        ),
        Field(
            "unit.expires",
            _("The last day"),
            _("The last day on which your unit stands by all this. After it the guide shows its own neutral words."),
            "2027-03-31",
            _day,
            "day",
        ),
    )


def _numbers(known: Mapping[str, Slot]) -> list[Field]:
    found: list[Field] = []
    for key, slot in NUMBERS.items():
        if slot not in known:
            continue
        what = known[slot].what
        found.append(
            Field(f"numbers.{key}", what, what + _(". The number alone."), '"01632 960 123"', _number, slot=slot)
        )
        note = _("What to say with it, without digits, such as whom to ask for.")
        said = _("{what}: what to say with it").format(what=what)
        found.append(Field(f"numbers.{key}{NOTE}", said, note, '"ask for the ward"', _note, slot=slot))
    return found


def _hours() -> list[Field]:
    what = _("When the unit is open, or “{closed}”; with a comma where there is a break.").format(closed=CLOSED)
    said = _("Open on {day}")
    return [
        Field(f"hours.{key}", said.format(day=day), what, '"08:00-18:00"', _open)
        for key, day in zip(DAYS, weekdays(), strict=True)
    ]


def _words(known: Mapping[str, Slot]) -> list[Field]:
    return [
        Field(
            f"words.{slot.id}", slot.what, f"{slot.what}.", f'"{slot.example}"', partial(_in_slot, slot), slot=slot.id
        )
        for slot in known.values()
        if slot.id not in NUMBERS.values()
    ]


def _kiosk(known: Known) -> tuple[Field, ...]:
    return (
        Field(
            "kiosk.languages",
            _("The languages"),
            _("The languages that visitors may choose. Leave it out for all."),
            '["en"]',
            partial(_languages, known.languages),
            "names",
        ),
        Field(
            "kiosk.pages",
            _("The pages"),
            _("The pages that visitors see, by the names of their files. Leave it out for all. Urgent help stays."),
            json.dumps([*(known.pages or ())][:2]),
            partial(_pages, known.pages),
            "names",
        ),
        Field(
            "kiosk.title",
            _("The large words on the first screen"),
            _("The large words on the first screen."),
            '"Plasma exchange, step by step"',
            partial(_text, _TITLE_LONGEST),
        ),
        Field(
            "kiosk.line",
            _("The line below them"),
            _("One line below them."),
            '"Touch to begin"',
            partial(_text, _LINE_LONGEST),
        ),
        Field(
            "kiosk.idle-seconds",
            _("Seconds until “Still there?”"),
            _("Seconds without a touch until “Still there?”, {least} to {most}. A long page has more.").format(
                least=IDLE_SECONDS[0], most=IDLE_SECONDS[-1]
            ),
            "60",
            partial(_whole, IDLE_SECONDS),
            "number",
        ),
        Field(
            "kiosk.countdown-seconds",
            _("Seconds to answer it"),
            _("Seconds to answer it: {least} to {most}.").format(
                least=COUNTDOWN_SECONDS[0], most=COUNTDOWN_SECONDS[-1]
            ),
            "30",
            partial(_whole, COUNTDOWN_SECONDS),
            "number",
        ),
        Field(
            "kiosk.counts-visits",
            _("Whether visits are counted"),
            _("“yes”: count visits by day, on this computer alone. Leave it out to count nothing."),
            '"yes"',
            _yes_or_no,
        ),
    )


def _print() -> tuple[Field, ...]:
    return (
        Field(
            "print.printer",
            _("The printer"),
            _("The name of the printer's queue. Leave it out where nothing is printed."),
            '"ward-b"',
            _queue,
        ),
        Field(
            "print.pages-per-visit",
            _("Sheets of paper a visit"),
            _("The most sheets of paper a visitor may print: {least} to {most}.").format(
                least=PAGES_PER_VISIT[0], most=PAGES_PER_VISIT[-1]
            ),
            "4",
            partial(_whole, PAGES_PER_VISIT),
            "number",
        ),
        Field(
            "print.keeps-copies",
            _("Whether the print system keeps copies"),
            _("“no”: it keeps no file of what was printed (PreserveJobFiles No). Else visitors are told that it may."),
            '"no"',
            _yes_or_no,
        ),
    )


# What each accepts


def _text(longest: int, value: object) -> str:
    if not isinstance(value, str):
        return _("words in quotation marks")
    if len(value) > longest:
        return _("at most {limit} characters, not {count}").format(limit=longest, count=len(value))
    if not value.isprintable():
        return _("words in one line, without characters that cannot be seen")
    return ""


def _note(value: object) -> str:
    if isinstance(value, str) and any(map(str.isnumeric, value)):
        return _("words without digits: the number stands beside it")
    return _text(_NOTE_LONGEST, value)


def _number(value: object) -> str:
    if not isinstance(value, str):
        return _("a telephone number in quotation marks, such as “{example}”").format(example="01632 960 123")
    if value and not phone.is_number(value):
        return _("a telephone number of {least} to {most} digits, such as “{example}”").format(
            least=phone.LEAST_DIGITS, most=phone.MOST_DIGITS, example="01632 960 123"
        )
    return ""


def _open(value: object) -> str:
    expected = _("times such as “08:00-18:00”, or “{closed}”").format(closed=CLOSED)
    if not isinstance(value, str) or len(value) > 80:
        return expected
    if value in ("", CLOSED):
        return ""
    at = ""
    for span in (part.strip() for part in value.split(",")):
        found = _HOURS.fullmatch(span)
        if found is None:
            return expected
        begin, end = f"{found[1]}:{found[2]}", f"{found[3]}:{found[4]}"
        if not at < begin < end <= "24:00":
            return _("times that rise, such as “08:00-12:00, 13:00-18:00”")
        at = end
    return ""


def _in_slot(slot: Slot, value: object) -> str:
    return slot.expected(value) if isinstance(value, str) else _("words in quotation marks")


def _names(value: object) -> str:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        return _("names in quotation marks, in square brackets")
    if len(set(value)) < len(value):
        return _("each name once")
    return ""


def _languages(known: tuple[str, ...] | None, value: Any) -> str:  # noqa: ANN401 - a file holds anything
    if fault := _names(value):
        return fault
    strange = next((each for each in value if known is not None and each not in known), None)
    if strange is not None:
        return _("one of {keys}").format(keys=", ".join(known or ()))
    return ""


def _pages(known: Mapping[str, str] | None, value: Any) -> str:  # noqa: ANN401 - a file holds anything
    if fault := _names(value):
        return fault
    for each in value:
        if each == URGENT or (known is not None and each not in known and nearest(each, (URGENT, "urgent-help"))):
            return _("pages only: Urgent help is always there, and cannot be left out")
        if known is not None and each not in known:
            return _("pages of this guide, which has no “{page}”: {instead}").format(
                page=shown(each), instead=one_of(each, known) if nearest(each, known) else _("see the contents")
            )
    return ""


def _whole(within: range, value: object) -> str:
    if type(value) is not int or value not in within:
        return _("a whole number from {least} to {most}").format(least=within[0], most=within[-1])
    return ""


def _yes_or_no(value: object) -> str:
    return "" if value in ("yes", "no") else _("“yes” or “no”, in quotation marks")


def _day(value: object) -> str:
    import datetime as dt

    if type(value) is not dt.date:  # a moment with a time is one, too
        return _("a day without quotation marks, such as {example}").format(example="2027-03-31")
    return ""


def _queue(value: object) -> str:
    if not isinstance(value, str):
        return _("words in quotation marks")
    if value and not (_QUEUE.fullmatch(value) and value.isascii() and not set(value) & set("/#'\"\\")):
        return _("the name of a queue, as “lpstat -e” lists it")
    if value.startswith("-"):  # a program would take it for one of its options
        return _("the name of a queue, as “lpstat -e” lists it")
    return ""
