"""What a hand scanner types, put together to the diary on a page: squares in any order, twice, or of two pages.

It knows nothing of windows: keys go in, and what was heard comes out. Only squares of one page are ever put together.
"""

from __future__ import annotations

import unicodedata
from typing import Literal, NamedTuple

from tpe_guide.diary import on_paper
from tpe_guide.diary.kinds import FaultError
from tpe_guide.i18n import _

Kind = Literal["taken", "again", "other", "spoilt", "cut", "none", "newer", "unfit"]

_ENDS = "\r\n\t"
"""Scanners are set to end with Enter, or with Tab."""
_ROWS = (
    # The keys 1 to 9 and 0 without Shift, where those are no digits, and the same keys elsewhere in the family.
    ("&é\"'(-è_çà", "&é\"'(§è!çà"),  # French, Belgian
    ("+ěščřžýáíé", "+ľščťžýáíé"),  # Czech, Slovak
    ("ąčęėįšųū„“",),  # Lithuanian
)
_DIGITS = "1234567890"
_KEYBOARDS = tuple({ord(key): digit for row in rows for key, digit in zip(row, _DIGITS, strict=True)} for rows in _ROWS)


class Heard(NamedTuple):
    """What a scan was."""

    kind: Kind
    """``other``: of another page. ``none``: of no page of ours. ``unfit``: all are there and do not fit together."""
    number: int = 0
    whole: str = ""
    """The checksum of the page that the square is of, where it was read."""


class Collector:
    """The squares of one page, as they come. The page after it begins with its first square once this one is whole."""

    count: int
    """How many squares the page has; 0: none was read yet."""
    data: bytes | None
    """The exchange file, once all are there."""
    _whole: str
    _bodies: dict[int, str]
    _line: str
    """The digits that came since the last square, and are none yet."""
    _wanted: int
    """How many of them are worth a look."""
    _unknown: str
    """The last keys that are no digits."""
    _keyboard: dict[int, str] | None
    _trouble: Kind | None
    _stray: bool
    """Keys came that belong to no square."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Forget all that was read."""
        self._begin("", 0)
        self._forget_line()

    @property
    def missing(self) -> tuple[int, ...]:
        """The numbers of the squares that were not read yet."""
        return tuple(number for number in range(1, self.count + 1) if number not in self._bodies)

    @property
    def read(self) -> int:
        """How many were."""
        return len(self._bodies)

    def type(self, keys: str) -> list[Heard]:
        """Take in *keys*, one or many. A square is heard with its last digit, whether or not Enter follows."""
        heard: list[Heard] = []
        for key in keys:
            if key in _ENDS:
                heard += self.end()
                continue
            digits = self._digits_of(key)
            if not digits:
                continue
            self._line += digits
            if len(self._line) >= self._wanted:
                heard += self._settle(ended=False)
        return heard

    def end(self) -> list[Heard]:
        """Enter, or a pause: whatever has begun does not go on."""
        heard = self._settle(ended=True)
        if not heard and (kind := self._trouble or ("none" if self._stray else None)):
            heard.append(Heard(kind))
        self._forget_line()
        return heard

    @property
    def waits(self) -> bool:
        """Keys have come that are no square yet."""
        return bool(self._line or self._stray or self._trouble)

    # --- keys to digits -------------------------------------------------------------------------------------

    def _digits_of(self, key: str) -> str:
        """The digits that *key* adds: none for one that means nothing here, several once a keyboard is known."""
        if key.isdecimal():
            return str(unicodedata.decimal(key))
        if self._keyboard is not None:
            return self._keyboard.get(ord(key), "")
        self._stray = True
        self._unknown = (self._unknown + key)[-len(on_paper.MARK) :]
        for keyboard in _KEYBOARDS:
            if self._unknown.translate(keyboard) == on_paper.MARK:
                self._keyboard, self._stray = keyboard, False
                return on_paper.MARK
        return ""

    # --- digits to squares ------------------------------------------------------------------------------------

    def _settle(self, *, ended: bool) -> list[Heard]:
        """Take each whole square off the line; after what is none, look for the next that begins behind it."""
        heard: list[Heard] = []
        while (start := self._line.find(on_paper.MARK)) >= 0:
            self._stray |= start > 0
            self._line = self._line[start:]
            length = on_paper.length_of(self._line)
            if not ended and len(self._line) < length:
                self._wanted = length
                return heard
            if part := on_paper.read(self._line[:length]):
                self._trouble, self._stray = None, False
                heard.append(self._take(part))
                self._line = self._line[length:]
                continue
            self._trouble = self._trouble or self._why(length)
            self._line = self._line[1:]
        left = "" if ended else self._line[1 - len(on_paper.MARK) :]
        self._stray |= len(left) < len(self._line)
        self._line, self._wanted = left, len(on_paper.MARK)
        return heard

    def _why(self, length: int) -> Kind:
        """What is wrong with the square that the line begins with, of which *length* digits were to come."""
        if on_paper.is_sound(self._line) and on_paper.is_newer(self._line):
            return "newer"
        return "cut" if len(self._line) < length else "spoilt"

    # --- squares to a page ------------------------------------------------------------------------------------

    def _take(self, part: on_paper.Part) -> Heard:
        if (part.whole, part.of) != (self._whole, self.count):
            if self._bodies and self.data is None:
                return Heard("other", part.number, part.whole)
            self._begin(part.whole, part.of)
        if part.number in self._bodies:
            return Heard("again", part.number, part.whole)
        self._bodies[part.number] = part.body
        if self.missing:
            return Heard("taken", part.number, part.whole)
        try:
            self.data = on_paper.whole([self._bodies[number] for number in sorted(self._bodies)], part.whole)
        except FaultError:
            self._begin("", 0)
            return Heard("unfit", part.number, part.whole)
        return Heard("taken", part.number, part.whole)

    def _begin(self, whole: str, count: int) -> None:
        self._whole, self.count = whole, count
        self._bodies = {}
        self.data = None

    def _forget_line(self) -> None:
        self._line, self._unknown = "", ""
        self._wanted = len(on_paper.MARK)
        self._keyboard = None
        self._trouble = None
        self._stray = False


def diary_in(data: bytes) -> bytes:
    """The exchange file in *data*: a square a line, in any order. Raises FaultError: not whole, or of two pages."""
    collector = Collector()
    heard = [
        one
        for line in data.decode("ascii", "replace").splitlines()
        for one in (*collector.type(line), *collector.end())
    ]
    pages = {one.whole for one in heard if one.whole}
    if len(pages) > 1:
        raise FaultError("", _("the squares of one page; these are of {count} pages").format(count=len(pages)))
    if collector.data is not None:
        return collector.data
    kinds = {one.kind for one in heard}
    if "newer" in kinds:
        raise FaultError("", _("a page of a version that this program knows; this one is newer"))
    if "unfit" in kinds:
        raise on_paper.unfit()
    if not collector.missing:
        raise FaultError("", _("squares of a page that were read right; here is none"))
    missing = ", ".join(map(str, collector.missing))
    words = _("all {count} squares of the page; missing: {missing}")
    raise FaultError("", words.format(count=collector.count, missing=missing))
