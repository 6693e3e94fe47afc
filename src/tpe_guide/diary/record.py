"""A field is declared once, in its dataclass; what reads it, writes it and describes it is made from that.

The type says what the field may be, ``Annotated`` what a type cannot say: a kind (``Whole(0, 10)``) and marks
(``REQUIRED``, ``Column(3)``). A mark is read by one module, and the others need not know it.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import math
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, NamedTuple, TypeVar, Union, get_args, get_origin

from tpe_guide.diary.kinds import (
    NOT_TEXT,
    Choice,
    Day,
    FaultError,
    Flag,
    Instant,
    Kind,
    OrNull,
    Text,
    UnfitError,
    at,
    wanted,
)
from tpe_guide.i18n import _

T = TypeVar("T")
T_use = TypeVar("T_use")

DEPTH_LIMIT = 32
"""How deep a value under an unknown key may be nested."""
EXTRA = "extra"
"""The field that keeps the keys that this version does not know."""
_MISSING: Final[Any] = object()
_REFUSED = (UnfitError, FaultError)


class Required(NamedTuple):
    """The key must stand in a file, though a program may leave the field out."""


class AtMost(NamedTuple):
    """So many items of a list."""

    limit: int


class Says(NamedTuple):
    """A sentence about the field for other programs, in ``schema.json``."""

    sentence: str


class Column(NamedTuple):
    """The field has a column in the table for spreadsheets: the *number*-th, under *name* or its own.

    An object with names (``Named``) has one for each.
    """

    number: int
    name: str = ""
    no_is_nothing: bool = False
    """No is no answer: the cell stays empty."""


class IfSaid(NamedTuple):
    """The key stands in a file only where the field holds something: files without it stay as they are."""


REQUIRED = Required()
IF_SAID = IfSaid()


class Key(NamedTuple):
    """One field of a record as it stands in a file."""

    name: str
    kind: Kind[Any]
    required: bool
    marks: tuple[object, ...]

    def mark(self, sort: type[T]) -> T | None:
        """Its mark of that sort."""
        return next((mark for mark in self.marks if isinstance(mark, sort)), None)


_Use = tuple[str, Callable[[Any], Any], Key]
"""The name of a field, and what is to be done with its value."""


class Items(Kind[tuple[T, ...]]):
    """A list of what *kind* takes, at most *limit* long."""

    __slots__ = ("kind", "limit")

    def __init__(self, kind: Kind[T], limit: int | None = None) -> None:
        self.kind = kind
        self.limit = limit

    def read(self, value: object) -> tuple[T, ...]:
        """All of them. Raises UnfitError, FaultError naming the first that is unfit."""
        return tuple(self._each(value, self.kind.read))

    def check(self, value: object) -> None:
        """As ``read``, and nothing is kept."""
        for __ in self._each(value, _check_of(self.kind)):
            pass

    def _each(self, value: object, use: Callable[[object], T_use]) -> Iterator[T_use]:
        if not isinstance(value, list):
            raise UnfitError
        if self.limit is not None and len(value) > self.limit:
            expected = _("at most {limit}, not {found}")
            raise FaultError("", expected.format(limit=f"{self.limit:,}", found=f"{len(value):,}"))
        for index, item in enumerate(value):
            try:
                yield use(item)
            except _REFUSED as refusal:
                raise _fault(refusal, self.kind, item, f"[{index}]") from None

    def expected(self) -> str:
        """What holds them."""
        return _("a list")

    def write(self, value: tuple[T, ...]) -> list[Any]:
        """One after the other."""
        return [self.kind.write(item) for item in value]


class Named(Kind[dict[str, T]]):
    """An object with any of *names*, each as *kind* reads it; see ``Record`` for other keys in it."""

    __slots__ = ("kind", "names")

    def __init__(self, names: tuple[str, ...], kind: Kind[T]) -> None:
        self.names = names
        self.kind = kind

    def read(self, value: object) -> dict[str, T]:
        """Those of *names* that are there, in their order."""
        if not isinstance(value, dict):
            raise UnfitError
        return {name: take(value, name, self.kind) for name in self.names if name in value}

    def unknown(self, value: Mapping[str, Any]) -> dict[str, Any]:
        """The other keys. Raises FaultError where one is not JSON."""
        return _unknown(value, self.names)

    def expected(self) -> str:
        """What holds them."""
        return _("an object")

    def write(self, value: dict[str, T]) -> dict[str, Any]:
        """In the order of *names*."""
        return {**{name: value[name] for name in self.names if name in value}, **value}


class Record(Kind[T]):
    """What a dataclass declares: an object with its fields, and whatever else is in it, kept in ``extra``.

    Unknown keys inside a ``Named`` field, an open one, are kept in ``extra`` under the name of that field.
    """

    __slots__ = ("_checks", "_open", "_reads", "_writes", "keys", "make")

    def __init__(self, make: type[T]) -> None:
        self.keys = tuple(_key(field) for field in dataclasses.fields(make) if field.name != EXTRA)  # type: ignore[arg-type]
        self.make: type[Any] = make
        self._open = [key.name for key in self.keys if isinstance(key.kind, Named)]
        self._reads: list[_Use] = [(key.name, key.kind.read, key) for key in self.keys]
        self._checks: list[_Use] = [(key.name, _check_of(key.kind), key) for key in self.keys]
        self._writes = [
            (key.name, None if key.kind.writes_as_is else key.kind.write, key.mark(IfSaid) is not None)
            for key in self.keys
        ]

    def read(self, value: object) -> T:
        """The record. Raises UnfitError, FaultError naming the first field that is unfit or missing."""
        known, extra = self._fields(value, self._reads)
        record: T = self.make(**known, extra=extra)
        return record

    def check(self, value: object) -> None:
        """As ``read``, and nothing is made."""
        self._fields(value, self._checks)

    def _fields(self, value: object, uses: Iterable[_Use]) -> tuple[dict[str, Any], dict[str, Any]]:
        """What each use makes of its field, and what else there is."""
        if not isinstance(value, dict):
            raise UnfitError
        known: dict[str, Any] = {}
        inside: dict[str, Any] = {}
        for name, use, key in uses:
            if name in value:
                try:
                    known[name] = use(value[name])
                    if isinstance(key.kind, Named) and (unknown := key.kind.unknown(value[name])):
                        inside[name] = unknown
                except _REFUSED as refusal:
                    raise _fault(refusal, key.kind, value[name], name) from None
            elif key.required:
                raise key.kind.missing().inside(name)
        extra = {} if len(known) == len(value) else _unknown(value, known)
        return known, extra | inside

    def expected(self) -> str:
        """What it is to other programs."""
        return _("an object")

    def missing(self) -> FaultError:
        """The first field that is missed most."""
        first = next((key for key in self.keys if key.required), None)
        return first.kind.missing().inside(first.name) if first else super().missing()

    def write(self, value: T) -> dict[str, Any]:
        """All fields; unknown keys last, and never in place of a known one."""
        extra: dict[str, Any] = getattr(value, EXTRA)
        known: dict[str, Any] = {}
        for name, write, if_said in self._writes:  # spelt out: each save comes through here
            it = getattr(value, name)
            if not if_said or it or it is False:  # no is something that is said
                known[name] = write(it) if write else it
        for name in self._open:
            known[name] = together(known[name], extra.get(name, {}))
        return together(known, extra)

    def unknown_keys(self, value: T, place: str = "") -> Iterator[str]:
        """The places of the keys that this version does not know, in *value* and all that it holds."""
        for key, item in getattr(value, EXTRA).items():
            yield from (at(at(place, key), inner) for inner in item) if key in self._open else (at(place, key),)
        for name, kind, *__ in self.keys:
            inside = getattr(value, name)
            if isinstance(kind, Record):
                yield from kind.unknown_keys(inside, at(place, name))
            elif isinstance(kind, Items) and isinstance(kind.kind, Record):
                for index, item in enumerate(inside):
                    yield from kind.kind.unknown_keys(item, f"{at(place, name)}[{index}]")


_RECORDS: dict[type[Any], Record[Any]] = {}


def record_of(make: type[T]) -> Record[T]:
    """What the dataclass *make* declares; found out once."""
    if make not in _RECORDS:
        _RECORDS[make] = Record(make)
    return _RECORDS[make]


def kind_of(declared: Any) -> Kind[Any]:  # noqa: ANN401 - a type, or what stands for one
    """What a field may be that is *declared* so. Raises TypeError where the declaration does not say."""
    if get_origin(declared) is Annotated:
        kind = next((mark for mark in declared.__metadata__ if isinstance(mark, Kind)), None)
        limit = next((mark.limit for mark in declared.__metadata__ if isinstance(mark, AtMost)), None)
        bare = kind or kind_of(declared.__origin__)
        return Items(bare.kind, limit) if isinstance(bare, Items) else bare
    if get_origin(declared) in (Union, UnionType) and NoneType in get_args(declared):
        (inner,) = (each for each in get_args(declared) if each is not NoneType)
        return OrNull(kind_of(inner))
    if get_origin(declared) is Literal:
        return Choice(get_args(declared))
    if get_origin(declared) is tuple:
        return Items(kind_of(get_args(declared)[0]))
    if dataclasses.is_dataclass(declared):
        return record_of(declared)  # type: ignore[arg-type]
    if declared in _PLAIN:
        return _PLAIN[declared]
    raise TypeError(f"{declared!r} does not say what a file may hold: add a kind with Annotated")


_PLAIN: Mapping[Any, Kind[Any]] = {str: Text(), bool: Flag(), dt.date: Day(), dt.datetime: Instant()}


def take(values: Mapping[str, Any], name: str, kind: Kind[T], default: T = _MISSING) -> T:
    """The value under *name*. Raises FaultError if it is unfit, or missing without *default*."""
    value = values.get(name, _MISSING)
    if value is _MISSING:
        if default is _MISSING:
            raise kind.missing().inside(name)
        return default
    try:
        return kind.read(value)
    except _REFUSED as refusal:
        raise _fault(refusal, kind, value, name) from None


def together(known: dict[str, Any], unknown: Mapping[str, Any]) -> dict[str, Any]:
    """Both, the known first; an unknown key never stands in place of a known one."""
    return {**known, **{key: value for key, value in unknown.items() if key not in known}} if unknown else known


def _key(field: dataclasses.Field[Any]) -> Key:
    marks = getattr(field.type, "__metadata__", ())
    optional = field.default is not dataclasses.MISSING or field.default_factory is not dataclasses.MISSING
    required = not optional or any(isinstance(mark, Required) for mark in marks)  # all empty marks are equal
    return Key(field.name, kind_of(field.type), required, marks)


def _check_of(kind: Kind[Any]) -> Callable[[Any], object]:
    """What refuses a value that *kind* does not take, at the least cost."""
    return kind.check if isinstance(kind, Items | Record) else kind.read


def _fault(refusal: UnfitError | FaultError, kind: Kind[Any], value: object, place: str) -> FaultError:
    """What is wrong with *value*, which *kind* refused, seen from around its *place*."""
    if isinstance(refusal, FaultError):
        return refusal.inside(place)
    return FaultError(place, wanted(kind.expected(), value))


def _unknown(value: Mapping[str, Any], known: Container[str]) -> dict[str, Any]:
    """What stands in *value* beside the *known* keys, as it is. Raises FaultError where that is not JSON."""
    extra = {key: item for key, item in value.items() if key not in known}
    for key, item in extra.items():
        _check_key(key, "")
        _check_json(item, at("", key))
    return extra


def _check_json(value: object, place: str, depth: int = 0) -> None:
    if depth > DEPTH_LIMIT:
        raise FaultError(place, _("at most {limit} lists in one another").format(limit=DEPTH_LIMIT))
    match value:
        case None | bool() | int():
            return
        case float() if math.isfinite(value):
            return
        case str() if not NOT_TEXT.search(value):
            return
        case list():
            for index, item in enumerate(value):
                _check_json(item, f"{place}[{index}]", depth + 1)
        case dict():
            for key, item in value.items():
                _check_key(key, place)
                _check_json(item, at(place, key), depth + 1)
        case _:
            raise FaultError(place, wanted(_("a JSON value"), value))


def _check_key(key: object, place: str) -> None:
    if not isinstance(key, str) or NOT_TEXT.search(key):
        raise FaultError(place, wanted(_("keys that are text"), key))
