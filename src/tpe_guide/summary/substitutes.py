"""Text as the shipped fonts draw it, and words in place of what none of them has: a sign's name, a note for a
script. Nothing is lost without a trace, and the nurse is told where the original is."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby

from tpe_guide.i18n import _, _n
from tpe_guide.summary.scripts import drawing

_JOINER, _NON_JOINER = "\u200d", "\u200c"
_VIRAMA = 9
"""The combining class of the marks that join the letter before with the one after."""
_SKIN = range(0x1F3FB, 0x1F400)


def as_drawn(text: str, drawn: frozenset[int]) -> tuple[str, set[str]]:
    """*text* as our font, which has the code points *drawn*, and those of other scripts draw it together.

    The second value: the families that it takes beside our own.
    """
    families: set[str] = set()
    shown: set[int] = set(drawn)
    parts = []
    for cluster in clusters(unicodedata.normalize("NFC", text)):
        part, family = _fitting(cluster, drawn)
        parts.append(part)
        if family:
            families.add(family)
            shown.update(map(ord, part))
    return _substituted("".join(parts), frozenset(shown)), families


def clusters(text: str) -> Iterator[str]:
    """*text* in pieces that one font must draw: a sign with its marks, or several that are joined into one."""
    start = 0
    for i in range(1, len(text)):
        before = text[i - 1]
        joined = (before == _JOINER or unicodedata.combining(before) == _VIRAMA) and not text[i].isspace()
        if not joined and not _belongs_to_the_sign_before(text[i]):
            yield text[start:i]
            start = i
    if text:
        yield text[start:]


def _belongs_to_the_sign_before(character: str) -> bool:
    marks = unicodedata.category(character)[0] == "M"
    return marks or character in (_JOINER, _NON_JOINER) or ord(character) in _SKIN


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
    grouped = groupby(text, lambda character: _kind(character, drawn))
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
