"""What our font can print. PDF/UA forbids a missing glyph, so no text may reach the page that lacks one."""

from __future__ import annotations

import struct
from functools import cache
from pathlib import Path

LONG_WORD = 28
"""A word of so many characters may be broken anywhere: it may not fit on its line."""
_PART = 8
_ZERO_WIDTH_SPACE = "\u200b"


def printable(text: str, font: Path) -> str:
    """*text* so that *font* can draw all of it; very long words may be broken anywhere."""
    drawn = coverage(font)
    if not all(ord(character) in drawn or character == "\n" for character in text):
        from tpe_guide.summary.substitutes import substitute

        text = substitute(text, drawn)
    # The longest first: a shorter one may be a part of it.
    for word in sorted({word for word in text.split() if len(word) >= LONG_WORD}, key=len, reverse=True):
        text = text.replace(word, _breakable(word))
    return text


@cache
def coverage(font: Path) -> frozenset[int]:
    """The code points that a TrueType *font* has a glyph for, from its format 4 character map."""
    data = font.read_bytes()
    tables = struct.unpack_from(">H", data, 4)[0]
    records = (data[start : start + 16] for start in range(12, 12 + 16 * tables, 16))
    offsets = {record[:4]: struct.unpack_from(">I", record, 8)[0] for record in records}
    cmap: int = offsets[b"cmap"]
    for i in range(struct.unpack_from(">H", data, cmap + 2)[0]):
        start = cmap + struct.unpack_from(">I", data, cmap + 8 + 8 * i)[0]
        if struct.unpack_from(">H", data, start)[0] == 4:
            return _segments(data, start)
    return frozenset()


def _segments(data: bytes, start: int) -> frozenset[int]:
    count = struct.unpack_from(">H", data, start + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", data, start + 14)
    starts = struct.unpack_from(f">{count}H", data, start + 16 + 2 * count)
    covered: set[int] = set()
    for first, last in zip(starts, ends, strict=True):
        covered.update(range(first, last + 1))
    # The last segment is the end mark.
    return frozenset(covered - {0xFFFF})


def _breakable(word: str) -> str:
    return _ZERO_WIDTH_SPACE.join(word[start : start + _PART] for start in range(0, len(word), _PART))
