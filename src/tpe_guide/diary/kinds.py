"""What a value may be: each kind reads what somebody else wrote as the diary means it, or refuses it.

A kind also says in plain words what it expects, so that a refusal names what would have been right, and writes a
value as it was read.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from tpe_guide.i18n import _

T = TypeVar("T")

TEXT_LIMIT = 2000
"""Characters in one text."""
_SHOWN: Final = 60

_DAY = re.compile(r"(?:19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}")
_INSTANT = re.compile(
    r"(?:19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}T"
    r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,6})?"
    r"(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"
)
NOT_TEXT = re.compile("[\x00\ud800-\udfff]")
_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")


class FaultError(Exception):
    """A value is not what it must be: where it stands, and what was expected there."""

    def __init__(self, place: str, expected: str) -> None:
        super().__init__(place, expected)
        self.place = place
        self.expected = expected

    def inside(self, place: str) -> FaultError:
        """The same, seen from around *place*."""
        return FaultError(joined(place, self.place), self.expected)


class UnfitError(Exception):
    """A kind refuses a value."""


class Kind(Generic[T]):
    """What a value may be."""

    __slots__ = ()

    def read(self, value: object) -> T:
        """*value* as the diary means it. Raises UnfitError, or FaultError for something inside it."""
        raise NotImplementedError

    def expected(self) -> str:
        """What this kind takes, as a short phrase."""
        raise NotImplementedError

    def write(self, value: T) -> Any:  # noqa: ANN401 - JSON holds anything
        """*value* as JSON has it: the other way round."""
        return value

    @property
    def writes_as_is(self) -> bool:
        """A value stands in a file as it is in the diary."""
        return type(self).write is Kind.write

    def missing(self) -> FaultError:
        """The fault of a value that must be there and is not."""
        return FaultError("", _("{expected}; it is missing").format(expected=self.expected()))


@dataclass(frozen=True, slots=True)
class Text(Kind[str]):
    """Text without the two things that no text has: U+0000 and half a surrogate pair."""

    limit: int = TEXT_LIMIT
    least: int = 0

    def read(self, value: object) -> str:
        """*value* unchanged."""
        if isinstance(value, str) and self.least <= len(value) <= self.limit and not NOT_TEXT.search(value):
            return value
        raise UnfitError

    def expected(self) -> str:
        """How long it may be."""
        if self.least:
            return _("text of {least} to {limit} characters").format(least=self.least, limit=f"{self.limit:,}")
        return _("text of at most {limit} characters").format(limit=f"{self.limit:,}")


@dataclass(frozen=True, slots=True)
class Choice(Kind[str]):
    """One of a few fixed words."""

    allowed: tuple[str, ...]

    def read(self, value: object) -> str:
        """The word."""
        if isinstance(value, str) and value in self.allowed:
            return value
        raise UnfitError

    def expected(self) -> str:
        """All the words, or where they are many, the first."""
        if len(self.allowed) <= 8:
            return _("one of {words}").format(words=", ".join(self.allowed))
        return _("a word that this guide knows, such as {word}").format(word=self.allowed[0])


@dataclass(frozen=True, slots=True)
class Whole(Kind[int]):
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
        """From where to where."""
        return _("a whole number from {low} to {high}").format(low=self.low, high=self.high)


@dataclass(frozen=True, slots=True)
class Number(Kind[float]):
    """A number in a range."""

    low: float
    high: float

    def read(self, value: object) -> float:
        """*value* as float."""
        if isinstance(value, int | float) and not isinstance(value, bool) and self.low <= value <= self.high:
            return float(value)
        raise UnfitError

    def expected(self) -> str:
        """From where to where."""
        return _("a number from {low} to {high}").format(low=f"{self.low:g}", high=f"{self.high:g}")


class Flag(Kind[bool]):
    """True or false."""

    def read(self, value: object) -> bool:
        """*value* unchanged."""
        if isinstance(value, bool):
            return value
        raise UnfitError

    def expected(self) -> str:
        """Both."""
        return _("true or false")


class Day(Kind[dt.date]):
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
        """An example."""
        return _("a real date such as 2026-05-14")

    def write(self, value: dt.date) -> str:
        """Year, month, day."""
        return value.isoformat()


class Instant(Kind[dt.datetime]):
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
        """An example."""
        return _("a date and time with its offset, such as 2026-05-14T09:12:00+02:00")

    def write(self, value: dt.datetime) -> str:
        """The instant with its offset. Raises ValueError where *value* has none."""
        offset = value.utcoffset()
        if offset is None:
            raise ValueError("an instant without its offset")
        if offset.seconds % 60 or offset.microseconds:
            # Offsets of old local times run to the second, which the format cannot write.
            value = value.astimezone(dt.UTC)
        return value.isoformat()


@dataclass(frozen=True, slots=True)
class OrNull(Kind[T | None]):
    """What *kind* takes, or null for "not said"."""

    kind: Kind[T]

    def read(self, value: object) -> T | None:
        """*value* as *kind* reads it, or None."""
        return None if value is None else self.kind.read(value)

    def expected(self) -> str:
        """What *kind* expects, or null."""
        return _("{expected}, or null").format(expected=self.kind.expected())

    def write(self, value: T | None) -> Any:  # noqa: ANN401 - JSON holds anything
        """As *kind* writes it, or null."""
        return None if value is None else self.kind.write(value)

    @property
    def writes_as_is(self) -> bool:
        """Null does; the rest is as *kind* has it."""
        return self.kind.writes_as_is


def joined(outer: str, inner: str) -> str:
    """The place *inside* the place *outer*: ``entries[0].day`` of ``entries`` and ``[0].day``."""
    return f"{outer}.{inner}" if outer and inner and not inner.startswith("[") else outer + inner


def at(place: str, key: str) -> str:
    """The place of *key* inside *place*, such as ``course.access``; odd keys as ``course["a b"]``."""
    return joined(place, key if _PLAIN_KEY.fullmatch(key) else f"[{json.dumps(key)}]")


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
    if NOT_TEXT.search(value):
        return _("a text with a hidden character that cannot be kept")
    if len(value) > _SHOWN:
        return _("a text of {count} characters").format(count=f"{len(value):,}")
    return f"“{value}”" if value.isprintable() else json.dumps(value)
