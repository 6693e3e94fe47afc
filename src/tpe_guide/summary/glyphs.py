"""What our font can print. PDF/UA forbids a missing glyph: what cannot be drawn is named in brackets."""

from __future__ import annotations

import re
import struct
import unicodedata
from functools import cache
from itertools import groupby
from pathlib import Path

from tpe_guide.i18n import _, _n

_LONG_WORD = re.compile(r"\S{28,}")
_EVERY_PART = re.compile(r"(.{14})(?=.)")
_ZERO_WIDTH_SPACE = "\u200b"
_KEPT_CONTROLS = "\n"


def printable(text: str, font: Path) -> str:
    """*text* so that *font* can draw all of it: emoji by their names, other scripts as a note.

    Control characters are left out; very long words may be broken anywhere.
    """
    if not (text.isascii() and text.isprintable()):
        text = _drawable(unicodedata.normalize("NFC", text), coverage(font))
    return _LONG_WORD.sub(_breakable, text)


@cache
def coverage(font: Path) -> frozenset[int]:
    """The code points that a TrueType *font* has a glyph for, from its format 4 character map."""
    data = font.read_bytes()
    tables = struct.unpack_from(">H", data, 4)[0]
    offsets = {
        data[12 + 16 * i : 16 + 16 * i]: struct.unpack_from(">I", data, 20 + 16 * i)[0] for i in range(tables)
    }
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
    return frozenset(covered - {0xFFFF})


def _drawable(text: str, drawn: frozenset[int]) -> str:
    def kind(character: str) -> str:
        if ord(character) in drawn or character in _KEPT_CONTROLS:
            return ""
        if character in "\t\r\v\f\u2028\u2029" or unicodedata.category(character) == "Zs":
            return "space"
        if unicodedata.category(character).startswith(("C", "M")):
            return "nothing"
        return _script(character)

    return "".join(_instead(name, "".join(run)) for name, run in groupby(text, kind))


def _instead(name: str, run: str) -> str:
    if name == "":
        return run
    if name == "space":
        return " " * len(run)
    if name == "nothing":
        return ""
    if name == "symbol":
        return "".join(f"[{unicodedata.name(character, _('symbol')).lower()}]" for character in run)
    return _n(
        "[{count} letter in {script} that this page cannot print]",
        "[{count} letters in {script} that this page cannot print]",
        len(run),
    ).format(count=len(run), script=name)


def _script(character: str) -> str:
    if not unicodedata.category(character).startswith("L"):
        return "symbol"
    return unicodedata.name(character, _("another script")).split()[0].title()


def _breakable(match: re.Match[str]) -> str:
    return _EVERY_PART.sub(rf"\1{_ZERO_WIDTH_SPACE}", match[0])
