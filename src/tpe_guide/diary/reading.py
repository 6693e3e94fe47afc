"""From JSON to the diary: the readers of a file and of each thing in it. They trust nothing."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NoReturn

from tpe_guide.diary import model
from tpe_guide.diary.fields import (
    DEPTH_LIMIT,
    Choice,
    Day,
    FaultError,
    Fields,
    Flag,
    Instant,
    Number,
    OrNull,
    Text,
    Whole,
    at,
    shown,
    wanted,
)
from tpe_guide.diary.model import Course, Diary, EffectReport, Entry, ExchangeSession, Question
from tpe_guide.i18n import _

FORMAT = "tpe-guide-diary"
VERSION = 1

_ID = Text(model.ID_LIMIT, least=1)
_TEXT = Text()
_LANGUAGE = Text(35, least=1)
_DAY = Day()
_INSTANT = Instant()
_FLAG = Flag()
_ACCESS = Choice(model.ACCESSES)
_FLUID = OrNull(Choice(model.FLUIDS))
_STATE = Choice(model.SESSION_STATES)
_MOMENT = Choice(model.MOMENTS)
_BEGAN = Choice(model.BEGANS)
_REPORTER = Choice(model.REPORTERS)
_EFFECT = Choice(model.ALL_EFFECTS)
_SEVERITY = Whole(model.SEVERITIES[0], model.SEVERITIES[-1])
_FUNCTION = OrNull(Whole(model.FUNCTION_RANGE[0], model.FUNCTION_RANGE[-1]))
_TEMPERATURE = OrNull(Number(30, 45))
_MINUTES = OrNull(Whole(0, 24 * 60))
_NUMBER = Whole(1, 999)
_PLANNED = OrNull(Whole(0, model.SESSION_LIMIT))


def parse(data: bytes) -> object:
    """The JSON in *data*. Raises FaultError: too large, not UTF-8, not JSON, a key twice, NaN, too deep."""
    if len(data) > model.FILE_LIMIT:
        raise FaultError("", size_limit(len(data)))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FaultError(_("byte {number}").format(number=error.start + 1), _("text in UTF-8")) from None
    if not text.strip():
        raise FaultError("", _("a diary file; this one is empty"))
    try:
        return json.loads(
            text, object_pairs_hook=_keys_once, parse_float=_finite, parse_constant=_no_such_number
        )
    except json.JSONDecodeError as error:
        raise _not_json(error) from None
    except RecursionError:
        raise FaultError("", _("values nested at most {limit} deep").format(limit=DEPTH_LIMIT)) from None
    except ValueError:
        # Python refuses to turn thousands of digits into a number.
        raise FaultError("", _("numbers of a few digits")) from None


def _not_json(error: json.JSONDecodeError) -> FaultError:
    place = _("line {line}, column {column}").format(line=error.lineno, column=error.colno)
    cut = error.msg.startswith("Unterminated") or error.pos >= len(error.doc.rstrip())
    if cut:
        return FaultError(place, _("the rest of the file; it breaks off here"))
    return FaultError(place, _("well-formed JSON"))


def _keys_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) != len(pairs):
        twice = shown(_first_repeated(key for key, __ in pairs))
        raise FaultError("", _("each key once in an object; {key} stands there twice").format(key=twice))
    return data


def _first_repeated(keys: Iterable[str]) -> str:
    seen: set[str] = set()
    return next(key for key in keys if key in seen or seen.add(key))  # type: ignore[func-returns-value]


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise FaultError("", _("numbers that a computer can hold, not {found}").format(found=digits[:40]))
    return number


def _no_such_number(name: str) -> NoReturn:
    raise FaultError("", _("numbers as JSON has them, not {found}").format(found=name))


def size_limit(size: int) -> str:
    """The refusal of a file of *size* bytes."""
    limit, found = model.FILE_LIMIT >> 20, -(-size >> 20)
    return _("a file of at most {limit} MB, not {found} MB").format(limit=limit, found=max(found, limit + 1))


def read_version(root: Fields) -> int:
    """The version of the format; taken before anything else, since a newer one may mean other things."""
    root.take("format", Choice((FORMAT,)))
    return root.take("version", Whole(1, 1_000_000))


def read_diary(root: Fields) -> Diary:
    """The whole diary, after its format and version were taken. Raises FaultError."""
    # These two are about the file, not the diary: they are checked and let go.
    root.take("exported_at", OrNull(_INSTANT), None)
    root.take("app", _TEXT, "")
    diary = Diary(
        language=root.take("language", _LANGUAGE, "en"),
        course=root.nested("course", _read_course),
        sessions=root.items("sessions", _read_session, model.SESSION_LIMIT, required=True),
        entries=root.items("entries", _read_entry, model.ENTRY_LIMIT, required=True),
        questions=root.items("questions", _read_question),
        extra=root.extra(),
    )
    _check_ids("sessions", diary.sessions)
    _check_ids("entries", diary.entries)
    _check_links(diary)
    return diary


def _check_ids(name: str, items: Iterable[ExchangeSession | Entry]) -> None:
    seen: dict[str, int] = {}
    for index, item in enumerate(items):
        first = seen.setdefault(item.id, index)
        if first != index:
            expected = _("an id of its own; {id} is taken by {first}")
            place = f"{name}[{first}]"
            raise FaultError(f"{name}[{index}].id", expected.format(id=shown(item.id), first=place))


def _check_links(diary: Diary) -> None:
    sessions = {session.id for session in diary.sessions}
    for index, entry in enumerate(diary.entries):
        if entry.session is not None and entry.session not in sessions:
            raise FaultError(
                f"entries[{index}].session", wanted(_("the id of one of the sessions"), entry.session)
            )


def _read_course(value: object, place: str) -> Course:
    fields = Fields(value, place)
    return Course(
        id=fields.take("id", _ID),
        started=fields.take("started", OrNull(_DAY), None),
        planned_sessions=fields.take("planned_sessions", _PLANNED, None),
        access=fields.take("access", _ACCESS, "unknown"),
        extra=fields.extra(),
    )


def _read_session(value: object, place: str) -> ExchangeSession:
    fields = Fields(value, place)
    return ExchangeSession(
        id=fields.take("id", _ID),
        number=fields.take("number", _NUMBER),
        day=fields.take("day", _DAY),
        state=fields.take("state", _STATE),
        minutes=fields.take("minutes", _MINUTES, None),
        access=fields.take("access", _ACCESS, "unknown"),
        fluid=fields.take("fluid", _FLUID, None),
        stopped_early=fields.take("stopped_early", _FLAG, False),
        note=fields.take("note", _TEXT, ""),
        extra=fields.extra(),
    )


def _read_effect(value: object, place: str) -> EffectReport:
    fields = Fields(value, place)
    return EffectReport(
        effect=fields.take("effect", _EFFECT),
        severity=fields.take("severity", _SEVERITY),
        began=fields.take("began", _BEGAN, "unknown"),
        told_staff=fields.take("told_staff", OrNull(_FLAG), None),
        words=fields.take("words", _TEXT, ""),
        extra=fields.extra(),
    )


def _read_entry(value: object, place: str) -> Entry:
    fields = Fields(value, place)
    function, unknown = fields.nested("function", _read_function)
    entry = Entry(
        id=fields.take("id", _ID),
        session=fields.take("session", OrNull(_ID), None),
        day=fields.take("day", _DAY),
        recorded_at=fields.take("recorded_at", _INSTANT),
        moment=fields.take("moment", _MOMENT),
        reporter=fields.take("reporter", _REPORTER, "self"),
        effects=fields.items("effects", _read_effect),
        none_noticed=fields.take("none_noticed", _FLAG, False),
        function=function,
        temperature_c=fields.take("temperature_c", _TEMPERATURE, None),
        note=fields.take("note", _TEXT, ""),
        extra=fields.extra() | unknown,
    )
    if entry.none_noticed and any(report.severity for report in entry.effects):
        raise FaultError(at(place, "none_noticed"), _("false, since effects are reported"))
    return entry


def _read_function(value: object, place: str) -> tuple[dict[str, int | None], dict[str, Any]]:
    fields = Fields(value, place)
    known = {name: fields.take(name, _FUNCTION) for name in model.FUNCTIONS if name in fields}
    extra = fields.extra()
    return known, {"function": extra} if extra else {}


def _read_question(value: object, place: str) -> Question:
    fields = Fields(value, place)
    return Question(
        text=fields.take("text", Text(least=1)),
        asked=fields.take("asked", _FLAG, False),
        extra=fields.extra(),
    )


READERS: Mapping[type[Any], Callable[[object, str], Any]] = {
    Course: _read_course,
    ExchangeSession: _read_session,
    Entry: _read_entry,
    Question: _read_question,
}
"""The reader of each kind of thing: ``reader(value, place)``, raises FaultError."""
