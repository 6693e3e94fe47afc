"""A place in a diary file as a person finds it: “entry of 6 May 2026, second effect, how bad it was”."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from tpe_guide.i18n import _
from tpe_guide.vocabulary.days import month_name
from tpe_guide.vocabulary.words import functions

_STEP = re.compile(r'\.?(?P<name>[A-Za-z_][A-Za-z0-9_-]*)|\[(?P<number>[0-9]+)\]|\[(?P<odd>"(?:[^"\\]|\\.)*")\]')


def in_words(place: str, root: object) -> str:
    """*place*, such as ``entries[3].effects[1].severity``, in *root* or one thing of it: never as a path."""
    return ", ".join(_parts(list(_STEP.finditer(place)), root))


def _parts(steps: list[re.Match[str]], root: object) -> Iterator[str]:
    while steps:
        step, *steps = steps
        name = step["name"] or (json.loads(step["odd"]) if step["odd"] else "")
        inside = root.get(name) if isinstance(root, dict) else None
        if steps and steps[0]["number"] is not None:
            index, *steps = steps
            number = int(index["number"])
            yield _item(name, number, inside)
            inside = inside[number] if isinstance(inside, list) and number < len(inside) else None
        elif name not in _ONLY_HOLDS or not steps:
            yield _fields().get(name, _("“{name}”").format(name=name))
        root = inside


_ONLY_HOLDS = ("matters", "function")
"""What these hold says enough by itself."""


def _item(name: str, index: int, items: object) -> str:
    match name:
        case "entries":
            return _of_a_day(items, index, _("entry of {day}"), _("{nth} entry of {day}"), _("entry number {number}"))
        case "sessions":
            return _of_a_day(
                items, index, _("session of {day}"), _("{nth} session of {day}"), _("session number {number}")
            )
        case "effects":
            return _("{nth} effect").format(nth=_nth(index))
        case "questions":
            return _("{nth} question").format(nth=_nth(index))
    field = _fields().get(name, _("“{name}”").format(name=name))
    return _("{field}, number {number}").format(field=field, number=index + 1)


def _of_a_day(items: object, index: int, alone: str, one_of_some: str, numbered: str) -> str:
    days = [_day(item) for item in items] if isinstance(items, list) else []
    day = days[index] if index < len(days) else None
    if day is None:
        return numbered.format(number=index + 1)
    words = _("{day} {month} {year}").format(day=day.day, month=month_name(day.month), year=day.year)
    if days.count(day) == 1:
        return alone.format(day=words)
    return one_of_some.format(nth=_nth(days[:index].count(day)), day=words)


def _day(item: object) -> dt.date | None:
    try:
        return dt.date.fromisoformat(item["day"])  # type: ignore[index]
    except (KeyError, TypeError, ValueError):
        return None


def _nth(index: int) -> str:
    words = (_("first"), _("second"), _("third"), _("fourth"), _("fifth"), _("sixth"), _("seventh"), _("eighth"))
    return words[index] if index < len(words) else _("{number}th").format(number=index + 1)


def _fields() -> Mapping[str, str]:
    """What stands under each name of the format."""
    known: dict[str, Any] = {
        "format": _("what kind of file it is"),
        "version": _("the version of the format"),
        "exported_at": _("when it was saved"),
        "app": _("the program that saved it"),
        "language": _("the language"),
        "course": _("the course"),
        "id": _("its id"),
        "started": _("when it began"),
        "planned_sessions": _("how many sessions are planned"),
        "access": _("needles or line"),
        "prepared": _("what is ready for the next session"),
        "own_steps": _("own steps before it"),
        "own_effects": _("effects of one’s own"),
        "retired": _("whether it is offered"),
        "finished": _("when the course was done"),
        "followed_by": _("the course after it"),
        "sessions": _("the sessions"),
        "number": _("its number"),
        "day": _("its day"),
        "state": _("what became of it"),
        "minutes": _("how many minutes it took"),
        "fluid": _("what went back in"),
        "stopped_early": _("whether it was stopped early"),
        "note": _("the note"),
        "entries": _("the entries"),
        "session": _("the session that it is about"),
        "moment": _("the part of the day"),
        "recorded_at": _("when it was written"),
        "reporter": _("who typed it"),
        "effects": _("the effects"),
        "effect": _("which effect it is"),
        "severity": _("how bad it was"),
        "began": _("when it began"),
        "told_staff": _("whether the staff was told"),
        "words": _("own words"),
        "unlike_usual": _("whether it was unlike usual"),
        "none_noticed": _("whether nothing new was noticed"),
        "function": _("how well it went"),
        "temperature_c": _("the temperature"),
        "questions": _("the questions"),
        "text": _("its words"),
        "asked": _("whether it was asked"),
        "matters": _("what matters"),
        "values": _("what matters"),
        "ready": _("how ready one feels"),
        "question": _("the question"),
        "yes": _("yes or not yet"),
    }
    return known | {name: words.own.lower() for name, words in functions().items()}
