"""Reading values that somebody else wrote: each kind returns the value as the diary means it, or refuses it.

A kind also says in plain words what it expects, so that a refusal names what would have been right.
"""

from __future__ import annotations

import datetime as dt
import json
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Generic, Protocol, TypeVar

from tpe_guide.diary.model import TEXT_LIMIT
from tpe_guide.i18n import _

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

DEPTH_LIMIT = 32
"""How deep a value under an unknown key may be nested."""
_SHOWN = 60
_MISSING: Final[Any] = object()

_DAY = re.compile(r"(?:19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}")
_INSTANT = re.compile(
    r"(?:19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}T"
    r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,6})?"
    r"(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"
)
_NOT_TEXT = re.compile("[\x00\ud800-\udfff]")
_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")


class FaultError(Exception):
    """A value is not what it must be: where it stands, and what was expected there."""

    def __init__(self, place: str, expected: str) -> None:
        super().__init__(place, expected)
        self.place = place
        self.expected = expected


class UnfitError(Exception):
    """A kind refuses a value."""


class Kind(Protocol[T_co]):
    """What a value may be."""

    def read(self, value: object) -> T_co:
        """*value* as the diary means it. Raises UnfitError."""

    def expected(self) -> str:
        """What this kind takes, as a short phrase."""


@dataclass(frozen=True, slots=True)
class Text:
    """Text without the two things that no text has: U+0000 and half a surrogate pair."""

    limit: int = TEXT_LIMIT
    least: int = 0

    def read(self, value: object) -> str:
        """*value* unchanged."""
        if isinstance(value, str) and self.least <= len(value) <= self.limit and not _NOT_TEXT.search(value):
            return value
        raise UnfitError

    def expected(self) -> str:
        """In words."""
        if self.least:
            return _("text of {least} to {limit} characters").format(least=self.least, limit=f"{self.limit:,}")
        return _("text of at most {limit} characters").format(limit=f"{self.limit:,}")


@dataclass(frozen=True, slots=True)
class Choice(Generic[T]):
    """One of a few fixed words."""

    allowed: tuple[T, ...]

    def read(self, value: object) -> T:
        """The word, typed as one of those allowed."""
        if isinstance(value, str) and value in self.allowed:
            return self.allowed[self.allowed.index(value)]
        raise UnfitError

    def expected(self) -> str:
        """All the words, or where they are many, how many and the first."""
        if len(self.allowed) <= 8:
            return _("one of {words}").format(words=", ".join(map(str, self.allowed)))
        return _("one of the {count} known words, such as {word}").format(count=len(self.allowed), word=self.allowed[0])


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number in a range. JSON has one kind of number: 2.0 is 2, but true is not 1."""

    low: int
    high: int

    def read(self, value: object) -> int:
        """*value* as int."""
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, int) and not isinstance(value, bool) and self.low <= value <= self.high:
            return value
        raise UnfitError

    def expected(self) -> str:
        """In words."""
        return _("a whole number from {low} to {high}").format(low=self.low, high=self.high)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a range."""

    low: float
    high: float

    def read(self, value: object) -> float:
        """*value* as float."""
        if isinstance(value, int | float) and not isinstance(value, bool) and self.low <= value <= self.high:
            return float(value)
        raise UnfitError

    def expected(self) -> str:
        """In words."""
        return _("a number from {low} to {high}").format(low=f"{self.low:g}", high=f"{self.high:g}")


class Flag:
    """True or false."""

    def read(self, value: object) -> bool:
        """*value* unchanged."""
        if isinstance(value, bool):
            return value
        raise UnfitError

    def expected(self) -> str:
        """In words."""
        return _("true or false")


class Day:
    """A calendar day from 1900 to 2199, as 2026-05-14."""

    def read(self, value: object) -> dt.date:
        """The day."""
        if isinstance(value, str) and _DAY.fullmatch(value):
            try:
                return dt.date.fromisoformat(value)
            except ValueError:
                raise UnfitError from None
        raise UnfitError

    def expected(self) -> str:
        """In words."""
        return _("a real date such as 2026-05-14")


class Instant:
    """An instant with its offset from UTC, as 2026-05-14T09:12:00+02:00."""

    def read(self, value: object) -> dt.datetime:
        """The instant, aware, with the offset it was written with."""
        if isinstance(value, str) and _INSTANT.fullmatch(value):
            try:
                return dt.datetime.fromisoformat(value)
            except ValueError:
                raise UnfitError from None
        raise UnfitError

    def expected(self) -> str:
        """In words."""
        return _("a date and time with its offset, such as 2026-05-14T09:12:00+02:00")


@dataclass(frozen=True, slots=True)
class OrNull(Generic[T]):
    """What *kind* takes, or null for "not said"."""

    kind: Kind[T]

    def read(self, value: object) -> T | None:
        """*value* as *kind* reads it, or None."""
        return None if value is None else self.kind.read(value)

    def expected(self) -> str:
        """In words."""
        return _("{expected}, or null").format(expected=self.kind.expected())


class Shape:
    """The keys of an object: ``name=(kind,)`` for one that must be there, ``name=(kind, default)`` for another."""

    __slots__ = ("_reads", "keys")

    def __init__(self, **keys: tuple[Kind[Any]] | tuple[Kind[Any], Any]) -> None:
        self.keys = keys
        self._reads = {name: key[0].read for name, key in keys.items()}

    def fits(self, value: Mapping[str, Any], besides: int = 0) -> bool:
        """Whether *value* has exactly these keys, each fit, and *besides* so many others."""
        if len(value) != len(self._reads) + besides:
            return False
        try:
            for name, read in self._reads.items():
                read(value[name])
        except (KeyError, UnfitError):
            return False
        return True

    def fits_in_part(self, value: Mapping[str, Any]) -> bool:
        """Whether *value* has some of these keys, each fit, and no others."""
        try:
            for name, item in value.items():
                self._reads[name](item)
        except (KeyError, UnfitError):
            return False
        return True


class Fields:
    """One JSON object being read key by key; what nobody takes is left over for ``extra``."""

    __slots__ = ("_left", "place")

    def __init__(self, value: object, place: str) -> None:
        if not isinstance(value, dict):
            raise FaultError(place, wanted(_("an object"), value))
        self._left: dict[str, Any] = dict(value)
        self.place = place

    def __contains__(self, key: str) -> bool:
        return key in self._left

    def take(self, key: str, kind: Kind[T], default: T = _MISSING) -> T:
        """The value under *key*. Raises FaultError when it is unfit, or missing and there is no *default*."""
        value = self._left.pop(key, _MISSING)
        if value is _MISSING:
            if default is _MISSING:
                raise FaultError(self._at(key), _("{expected}; it is missing").format(expected=kind.expected()))
            return default
        try:
            return kind.read(value)
        except UnfitError:
            raise FaultError(self._at(key), wanted(kind.expected(), value)) from None

    def take_all(self, shape: Shape) -> dict[str, Any]:
        """The values of all keys of *shape*, by name. Raises FaultError for the first that is unfit or missing."""
        return {name: self.take(name, *key) for name, key in shape.keys.items()}

    def nested(self, key: str, read: Callable[[object, str], T]) -> T:
        """The object under *key*, read by ``read(value, place)``; a missing one is empty."""
        return read(self._left.pop(key, {}), self._at(key))

    def items(
        self, key: str, read: Callable[[object, str], T], limit: int | None = None, *, required: bool = False
    ) -> tuple[T, ...]:
        """The list under *key*, each item read by ``read(value, place)``. Raises FaultError over *limit*."""
        place = self._at(key)
        value = self._left.pop(key, _MISSING)
        if value is _MISSING and not required:
            return ()
        if value is _MISSING:
            raise FaultError(place, _("{expected}; it is missing").format(expected=_("a list")))
        if not isinstance(value, list):
            raise FaultError(place, wanted(_("a list"), value))
        if limit is not None and len(value) > limit:
            raise FaultError(
                place, _("at most {limit}, not {found}").format(limit=f"{limit:,}", found=f"{len(value):,}")
            )
        return tuple(read(item, f"{place}[{index}]") for index, item in enumerate(value))

    def extra(self) -> dict[str, Any]:
        """The keys that nobody took, their values as they were. Raises FaultError where one is not JSON."""
        for key, value in self._left.items():
            _check_key(key, self.place)
            _check_json(value, at(self.place, key))
        return self._left

    def _at(self, key: str) -> str:
        """The place of a key of the format, which is never an odd one."""
        return f"{self.place}.{key}" if self.place else key


def at(place: str, key: str) -> str:
    """The place of *key* inside *place*, such as ``course.access``; odd keys as ``course["a b"]``."""
    if not _PLAIN_KEY.fullmatch(key):
        return f"{place}[{json.dumps(key)}]"
    return f"{place}.{key}" if place else key


def wanted(expected: str, found: object) -> str:
    """*expected* beside what was found instead, safe to print on a terminal."""
    return _("{expected}, not {found}").format(expected=expected, found=shown(found))


def shown(value: object) -> str:
    """*value* in a few characters and never with a control character."""
    if isinstance(value, dict):
        return _("an object")
    if isinstance(value, list):
        return _("a list")
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if not isinstance(value, str):
        return repr(value)[:_SHOWN]
    if len(value) > _SHOWN:
        return _("a text of {count} characters").format(count=f"{len(value):,}")
    return f"“{value}”" if value.isprintable() else json.dumps(value)


def _check_json(value: object, place: str, depth: int = 0) -> None:
    if depth > DEPTH_LIMIT:
        raise FaultError(place, _("values nested at most {limit} deep").format(limit=DEPTH_LIMIT))
    match value:
        case None | bool() | int():
            return
        case float() if math.isfinite(value):
            return
        case str() if not _NOT_TEXT.search(value):
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
    if not isinstance(key, str) or _NOT_TEXT.search(key):
        raise FaultError(place, wanted(_("keys that are text"), key))
