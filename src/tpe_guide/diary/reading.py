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
    Shape,
    Text,
    Whole,
    at,
    shown,
    wanted,
)
from tpe_guide.diary.model import (
    Course,
    Diary,
    EffectReport,
    Entry,
    ExchangeSession,
    Matters,
    Question,
    Readiness,
    Value,
)
from tpe_guide.i18n import _
from tpe_guide.vocabulary import terms

FORMAT = "tpe-guide-diary"
VERSION = 1

_ID = Text(model.ID_LIMIT, least=1)
_TEXT = Text()
_DAY = Day()
_INSTANT = Instant()
_FLAG = Flag()
_ACCESS = Choice(terms.ACCESSES)
_LEVEL = OrNull(Whole(terms.FUNCTION_RANGE[0], terms.FUNCTION_RANGE[-1]))

# What the format knows: name = (what it may be, what its absence means). No guess is made at what happened: where
# absence could mean two things there is no second value, and the key must be there.
_COURSE = Shape(
    id=(_ID,),
    started=(OrNull(_DAY), None),
    planned_sessions=(OrNull(Whole(0, model.SESSION_LIMIT)), None),
    access=(_ACCESS, "unknown"),
)
_SESSION = Shape(
    id=(_ID,),
    number=(Whole(1, 999),),
    day=(_DAY,),
    state=(Choice(terms.SESSION_STATES),),
    minutes=(OrNull(Whole(0, 24 * 60)), None),
    access=(_ACCESS, "unknown"),
    fluid=(OrNull(Choice(terms.FLUIDS)), None),
    stopped_early=(_FLAG, False),
    note=(_TEXT, ""),
)
_EFFECT = Shape(
    effect=(Choice(terms.ALL_EFFECTS),),
    severity=(Whole(terms.SEVERITIES[0], terms.SEVERITIES[-1]),),
    began=(Choice(terms.ONSETS), "unknown"),
    told_staff=(OrNull(_FLAG), None),
    words=(_TEXT, ""),
)
_ENTRY = Shape(
    id=(_ID,),
    session=(OrNull(_ID), None),
    day=(_DAY,),
    recorded_at=(_INSTANT,),
    moment=(Choice(terms.MOMENTS),),
    reporter=(Choice(terms.REPORTERS), "self"),
    none_noticed=(_FLAG, False),
    temperature_c=(OrNull(Number(30, 45)), None),
    note=(_TEXT, ""),
)
_FUNCTIONS = Shape(**dict.fromkeys(terms.FUNCTIONS, (_LEVEL,)))
_QUESTION = Shape(text=(Text(least=1),), asked=(_FLAG, False))
_VALUE = Shape(text=(Text(least=1),))
_READINESS = Shape(question=(Text(least=1),), yes=(_FLAG,))


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
        return json.loads(text, object_pairs_hook=_keys_once, parse_float=_finite, parse_constant=_no_such_number)
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
        language=root.take("language", Text(35, least=1), "en"),
        course=root.nested("course", _read_course),
        sessions=root.items("sessions", _read_session, model.SESSION_LIMIT, required=True),
        entries=root.items("entries", _read_entry, model.ENTRY_LIMIT, required=True),
        questions=root.items("questions", _read_question),
        matters=root.nested("matters", _read_matters) if "matters" in root else Matters(),
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
            raise FaultError(f"entries[{index}].session", wanted(_("the id of one of the sessions"), entry.session))


def fits(entry: Mapping[str, Any]) -> bool:
    """Whether *entry* is surely one that can be read: a short cut for saving, which need not say what is wrong.

    False also for what only the reader can judge: unknown keys, and nothing noticed.
    """
    return (
        _ENTRY.fits(entry, besides=len(("effects", "function")))
        and all(map(_EFFECT.fits, entry["effects"]))
        and _FUNCTIONS.fits_in_part(entry["function"])
        and not entry["none_noticed"]
    )


def _read_course(value: object, place: str) -> Course:
    fields = Fields(value, place)
    return Course(**fields.take_all(_COURSE), extra=fields.extra())


def _read_session(value: object, place: str) -> ExchangeSession:
    fields = Fields(value, place)
    return ExchangeSession(**fields.take_all(_SESSION), extra=fields.extra())


def _read_effect(value: object, place: str) -> EffectReport:
    fields = Fields(value, place)
    return EffectReport(**fields.take_all(_EFFECT), extra=fields.extra())


def _read_entry(value: object, place: str) -> Entry:
    fields = Fields(value, place)
    effects = fields.items("effects", _read_effect)
    function, unknown = fields.nested("function", _read_function)
    known = fields.take_all(_ENTRY)
    entry = Entry(**known, effects=effects, function=function, extra=fields.extra() | unknown)
    if entry.none_noticed and any(report.severity for report in effects):
        raise FaultError(at(place, "none_noticed"), _("false, since effects are reported"))
    return entry


def _read_function(value: object, place: str) -> tuple[dict[str, int | None], dict[str, Any]]:
    fields = Fields(value, place)
    known = {name: fields.take(name, _LEVEL) for name in terms.FUNCTIONS if name in fields}
    extra = fields.extra()
    return known, {"function": extra} if extra else {}


def _read_question(value: object, place: str) -> Question:
    fields = Fields(value, place)
    return Question(**fields.take_all(_QUESTION), extra=fields.extra())


def _read_matters(value: object, place: str) -> Matters:
    fields = Fields(value, place)
    values = fields.items("values", _read_value)
    ready = fields.items("ready", _read_readiness)
    return Matters(values, ready, fields.extra())


def _read_value(value: object, place: str) -> Value:
    fields = Fields(value, place)
    return Value(**fields.take_all(_VALUE), extra=fields.extra())


def _read_readiness(value: object, place: str) -> Readiness:
    fields = Fields(value, place)
    return Readiness(**fields.take_all(_READINESS), extra=fields.extra())


READERS: Mapping[type[Any], Callable[[object, str], Any]] = {
    Course: _read_course,
    ExchangeSession: _read_session,
    Entry: _read_entry,
    Question: _read_question,
    Matters: _read_matters,
}
"""The reader of each kind of thing: ``reader(value, place)``, raises FaultError."""
