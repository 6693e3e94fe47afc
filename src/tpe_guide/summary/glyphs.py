"""What our font can print. PDF/UA forbids a missing glyph: what cannot be drawn is named in brackets."""

from __future__ import annotations

import re
import struct
import unicodedata
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from pathlib import Path

from tpe_guide.i18n import _, _n

_LONG_WORD = re.compile(r"\S{28,}")
_EVERY_PART = re.compile(r"(.{8})(?=.)")
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
    grouped = groupby(text, lambda character: _kind(character, drawn))
    runs = _across_spaces((kind, "".join(characters)) for kind, characters in grouped)
    return "".join(_instead(kind, run) for kind, run in runs)


def _kind(character: str, drawn: frozenset[int]) -> str:
    """Empty where *character* can be drawn; else ``space``, ``nothing``, ``symbol`` or a script's name."""
    category = unicodedata.category(character)
    if character in _KEPT_CONTROLS or (ord(character) in drawn and category[0] != "C"):
        return ""
    if character == "\t" or category[0] == "Z":
        return "space"
    if category[0] in "CM":
        return "nothing"
    if category[0] != "L":
        return "symbol"
    script = unicodedata.name(character, _("Unknown")).split()[0]
    return script if script == "CJK" else script.title()


def _across_spaces(runs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """*runs*, where the words of one script that cannot be drawn make one run, with the spaces between."""
    joined: list[tuple[str, str]] = []
    for kind, run in runs:
        after_space = len(joined) > 1 and joined[-1][1].isspace()
        if after_space and kind[:1].isupper() and kind == joined[-2][0]:
            space, before = joined.pop()[1], joined.pop()[1]
            joined.append((kind, before + space + run))
        else:
            joined.append((kind, run))
    return joined


def _instead(kind: str, run: str) -> str:
    match kind:
        case "":
            return run
        case "space":
            return " " * len(run)
        case "nothing":
            return ""
        case "symbol":
            return "".join(f"[{unicodedata.name(symbol, _('symbol')).lower()}]" for symbol in run)
    letters = sum(not character.isspace() for character in run)
    return _n(
        "[{count} letter in {script}: see the diary]", "[{count} letters in {script}: see the diary]", letters
    ).format(count=letters, script=kind)


def _breakable(match: re.Match[str]) -> str:
    return _EVERY_PART.sub(rf"\1{_ZERO_WIDTH_SPACE}", match[0])
