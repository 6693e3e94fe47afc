"""A diary as squares on paper: the exchange file in digits, shared out so that each square can be read by itself.

A hand scanner types what it reads as a keyboard does, and believes in a US one. On a German keyboard letters and signs
come out as others, so a square holds digits alone; QR codes have a mode for them that loses 0.3 % to raw bytes.
QR's own way of linking codes (structured append) is not used: of hand scanners in keyboard mode some drop it, others
hold back every square until they have seen the last, and then nobody can be told which one is missing.

Of each square, by digits::

    873 1 02 04 964 0123456789 …body… 123456
    │   │ │  │  │   │                 └ check of all before it: no single wrong digit passes
    │   │ │  │  │   └ checksum of the whole file, which is the same on all squares of a page, and on no other page's
    │   │ │  │  └ digits of the body
    │   │ └──┴ part 2 of 4
    │   └ version: of these digits and of the table of words
    └ mark: TPE on the keys of a telephone

Mark, version and check stay as they are in every version, so that a newer square is known as one.
"""

from __future__ import annotations

import math
import zlib
from typing import NamedTuple

from tpe_guide.diary.kinds import FaultError
from tpe_guide.diary.model import FILE_LIMIT
from tpe_guide.diary.on_paper_words import WORDS
from tpe_guide.i18n import _

MARK = "873"
VERSION = 1
MOST_SQUARES = 12
"""A sheet of them. What needs more is refused: nobody scans it without a slip."""
LONGEST = 2000
"""Digits of a square, of whatever version."""
_BYTES = 400
"""Of the packed file in one square: with them a QR code of version 15, level M, is full."""
_HEAD = len(MARK) + 1 + 2 + 2 + 3 + 10
_CHECK = 6
_PRIME = 999_983
"""The largest below 10⁶: 10 and it have no factor in common, so a single wrong digit changes the rest."""


class Part(NamedTuple):
    """What one square says."""

    whole: str
    """The checksum of the whole file: which set this is of."""
    number: int
    of: int
    body: str


def squares(data: bytes) -> tuple[str, ...]:
    """The exchange file *data* as the digits of each square; nothing where it would take more than a sheet."""
    packed = _pack(data)
    count = -(-len(packed) // _BYTES)
    if count > MOST_SQUARES:
        return ()
    whole = _checksum(data)
    # Shared out evenly: no square is fuller, and so finer, than need be.
    ends = [len(packed) * number // count for number in range(count + 1)]
    return tuple(
        _sealed(Part(whole, number, count, _digits(packed[ends[number - 1] : ends[number]])))
        for number in range(1, count + 1)
    )


def length_of(begun: str) -> int:
    """How many digits the square that begins with *begun* has: as far as that is known, at least so many."""
    if len(begun) < _HEAD:
        return _HEAD
    if begun[len(MARK)] != str(VERSION):
        return LONGEST
    return _HEAD + int(begun[8:11]) + _CHECK


def read(square: str) -> Part | None:
    """What *square*, digits alone, says; None where it is not whole, or was not read right."""
    if not is_sound(square) or len(square) != length_of(square) or square[len(MARK)] != str(VERSION):
        return None
    part = Part(square[11:_HEAD], int(square[4:6]), int(square[6:8]), square[_HEAD:-_CHECK])
    return part if 1 <= part.number <= part.of <= MOST_SQUARES else None


def is_sound(square: str) -> bool:
    """Whether *square* is one of any version, and was read right."""
    if not _HEAD + _CHECK < len(square) <= LONGEST or not square.startswith(MARK):
        return False
    return _check_of(square[:-_CHECK]) == square[-_CHECK:]


def is_newer(square: str) -> bool:
    """Whether *square*, which is sound, is of a version that this program does not know."""
    return int(square[len(MARK)]) > VERSION


def whole(bodies: list[str], checksum: str) -> bytes:
    """The exchange file that *bodies*, in their order, make. Raises FaultError where they do not fit together."""
    packed = b"".join(map(_bytes_of, bodies))
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS, zdict=WORDS[VERSION])
    try:
        data = unpacker.decompress(packed, FILE_LIMIT)
    except zlib.error:
        data = b""
    if not unpacker.eof or _checksum(data) != checksum:
        raise unfit()
    return data


def is_scan(data: bytes) -> bool:
    """Whether *data*, of a file, begins as what a scanner has typed."""
    begins = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    return begins[: len(MARK) + 1].isdigit() and begins.startswith(MARK.encode())


def unfit() -> FaultError:
    """Sound squares that are not of one file."""
    return FaultError("", _("squares that fit together; these do not"))


def _pack(data: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS, 9, zlib.Z_DEFAULT_STRATEGY, WORDS[VERSION])
    return packer.compress(data) + packer.flush()


def _checksum(data: bytes) -> str:
    return f"{zlib.crc32(data):010}"


def _sealed(part: Part) -> str:
    head = f"{MARK}{VERSION}{part.number:02}{part.of:02}{len(part.body):03}{part.whole}"
    return head + part.body + _check_of(head + part.body)


def _check_of(digits: str) -> str:
    return f"{int(digits) * 10**_CHECK % _PRIME:0{_CHECK}}"


def _digits(data: bytes) -> str:
    return str(int.from_bytes(data)).zfill(_digits_of(len(data)))


def _bytes_of(body: str) -> bytes:
    """Raises FaultError where no bytes have these digits."""
    length = math.floor(len(body) / math.log10(256))
    try:
        return int(body or "0").to_bytes(length)
    except OverflowError:
        raise unfit() from None


def _digits_of(length: int) -> int:
    """How many digits *length* bytes take at most."""
    return len(str(256**length - 1))
