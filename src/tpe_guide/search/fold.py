"""Letters as a search sees them: without case, accents or punctuation, in any script that puts spaces between words.

Folding keeps the length of a text, so what is found in the folded text stands at the same place in the text itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

JOINERS = frozenset("'’-‐‑\u02bc\u00ad\u200c\u200d\u2060")
"""Apostrophes, hyphens and invisible marks that hold two parts of one word together."""

_WORD = re.compile(r"\S+")


class Word(NamedTuple):
    """One folded word and where it stands; *joined* when only a hyphen or an apostrophe parts it from the last."""

    text: str
    start: int
    joined: bool = False

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


class _Letters(dict[int, str]):
    """Code point → the letter it counts as, or a space. Worked out when first met."""

    def __missing__(self, code: int) -> str:
        letter = self[code] = _letter(chr(code))
        return letter


def composed(text: str) -> str:
    """*text* with each accent on its letter (NFC), as all that is searched must be."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """*text*, composed, as a search sees it: of the same length, small bare letters, the rest spaces."""
    return text.translate(_LETTERS)


def words(text: str) -> list[Word]:
    """The words of *text*, which is composed."""
    found: list[Word] = []
    end = -2
    for match in _WORD.finditer(fold(text)):
        if any(map(str.isalnum, match[0])):
            start = match.start()
            found.append(Word(match[0], start, start == end + 1 and text[end] in JOINERS))
            end = match.end()
    return found


def folded_phrase(text: str) -> str:
    """The words of *text* with one space between."""
    return " ".join(word.text for word in words(composed(text)))


def runs(found: Iterable[Word]) -> list[list[Word]]:
    """Words, those held together by hyphens or apostrophes in one list."""
    together: list[list[Word]] = []
    for word in found:
        if word.joined:
            together[-1].append(word)
        else:
            together.append([word])
    return together


def _letter(character: str) -> str:
    category = unicodedata.category(character)
    if character in JOINERS or category[0] not in "LMN" or category == "Me" or _is_variation(character):
        return " "
    bare = [part for part in unicodedata.normalize("NFKD", character.casefold()) if not unicodedata.combining(part)]
    if len(bare) == 1 and bare[0].isalnum():
        return bare[0]
    small = character.lower()
    return small if len(small) == 1 else character


def _is_variation(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


_LETTERS = _Letters()
