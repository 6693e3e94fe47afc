"""Words in place of what the font cannot draw: an emoji's name, a note for another script. Nothing is lost
without a trace, and the nurse is told where the original is."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from itertools import groupby

from tpe_guide.i18n import _, _n


def substitute(text: str, drawn: frozenset[int]) -> str:
    """*text* in the code points *drawn* and line ends alone."""
    grouped = groupby(unicodedata.normalize("NFC", text), lambda character: _kind(character, drawn))
    runs = _across_spaces((kind, "".join(characters)) for kind, characters in grouped)
    return "".join(_instead(kind, run) for kind, run in runs)


def _kind(character: str, drawn: frozenset[int]) -> str:
    """Empty where *character* can be drawn; else ``space``, ``nothing``, ``symbol`` or a script's name."""
    category = unicodedata.category(character)
    if character == "\n" or (ord(character) in drawn and category[0] != "C"):
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
