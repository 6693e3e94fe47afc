"""Text as the shipped fonts draw it, and words in place of what none of them has: a sign's name, a note for a
script. Nothing is lost without a trace, and the nurse is told where the original is."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby

from tpe_guide.i18n import _, _n
from tpe_guide.summary.scripts import drawing

_JOINER, _NON_JOINER = "\u200d", "\u200c"
_VIRAMA = 9
"""The combining class of the marks that join the letter before with the one after."""
_SKIN = range(0x1F3FB, 0x1F400)
_REMEMBERED = 8192
"""Pieces of which it is known what draws them: more than one diary has."""


def as_drawn(text: str, drawn: frozenset[int]) -> tuple[str, set[str]]:
    """*text* as our font, which has the code points *drawn*, and those of other scripts draw it together.

    The second value: the families that it takes beside our own.
    """
    families: set[str] = set()
    shown: set[int] = set(drawn)
    pieces = list(clusters(unicodedata.normalize("NFC", text)))
    fitting = {piece: _fitting(piece, drawn) for piece in set(pieces)}
    for part, family in fitting.values():
        if family:
            families.add(family)
            shown.update(map(ord, part))
    parts = [fitting[piece][0] for piece in pieces]
    return _substituted("".join(parts), frozenset(shown)), families


def clusters(text: str) -> Iterator[str]:
    """*text* in pieces that one font must draw: a sign with its marks, or several that are joined into one."""
    # Each sign is asked about once, however often it stands there: a text has few of them.
    signs = set(text)
    marks = {sign for sign in signs if _belongs_to_the_sign_before(sign)}
    joining = {sign for sign in signs if _joins_the_next(sign)}
    if not marks and not joining:
        yield from text
        return
    start = 0
    for i in range(1, len(text)):
        if text[i] in marks or (text[i - 1] in joining and not text[i].isspace()):
            continue
        yield text[start:i]
        start = i
    if text:
        yield text[start:]


def _belongs_to_the_sign_before(character: str) -> bool:
    marks = unicodedata.category(character)[0] == "M"
    return marks or character in (_JOINER, _NON_JOINER) or ord(character) in _SKIN


def _joins_the_next(character: str) -> bool:
    return character == _JOINER or unicodedata.combining(character) == _VIRAMA


@lru_cache(maxsize=_REMEMBERED)
def _fitting(cluster: str, drawn: frozenset[int]) -> tuple[str, str]:
    """What of *cluster* can be drawn, or its first sign, and the family that it takes; empty for our own or none."""
    without_joiners = cluster.replace(_JOINER, "").replace(_NON_JOINER, "")
    for part in (cluster, without_joiners, cluster[:1]):
        if not part or unicodedata.category(part[0])[0] in "CZM" or part == "\n":
            continue
        if all(ord(character) in drawn for character in part):
            return part, ""
        if font := drawing(part):
            return part, font.family
    return cluster[:1], ""


def _substituted(text: str, drawn: frozenset[int]) -> str:
    """*text* in the code points *drawn* and line ends alone."""
    kinds = {character: _kind(character, drawn) for character in set(text)}
    if not any(kinds.values()):
        return text
    grouped = groupby(text, kinds.__getitem__)
    runs = _across_spaces((kind, "".join(characters)) for kind, characters in grouped)
    return "".join(_instead(kind, run) for kind, run in runs)


def _kind(character: str, drawn: frozenset[int]) -> str:
    """Empty where *character* can be drawn; else ``space``, ``nothing``, ``symbol`` or a script's name."""
    category = unicodedata.category(character)
    joins = character in (_JOINER, _NON_JOINER)
    if character == "\n" or (ord(character) in drawn and (joins or category[0] != "C")):
        return ""
    if character == "\t" or category[0] == "Z":
        return "space"
    if category in ("Co", "Cn"):
        return "symbol"
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
