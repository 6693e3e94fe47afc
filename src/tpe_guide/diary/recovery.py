"""The recovery sheet: the diary's key (32 bytes) in 24 words, to keep on paper, and back.

The words are those of BIP-39 (English): 2,048 of them, no two alike in their first four letters, and a check of 8 bits
at the end. Nothing else of BIP-39 is used. Since the sheet is the key, it opens the diary when the passcode is lost
and when ``diary.key`` is, and every backup; and so it does whatever passcode is chosen later.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tpe_guide.diary import keys
from tpe_guide.errors import SheetMisread
from tpe_guide.i18n import _, _n

if TYPE_CHECKING:
    from mnemonic import Mnemonic

WORDS = 24
ENOUGH = 4
"""So many letters tell a word from all others."""

_LETTERS = re.compile(r"[^\W\d_]+")
_HEX = re.compile(r"[xX]?\W?([0-9a-fA-F]{64})\W?")
_NAMED_MOST = 20
"""So many letters of what is not on the list are repeated."""


def words_of(key: bytes) -> tuple[str, ...]:
    """The words of *key*."""
    return tuple(_list().to_mnemonic(key).split())


def mark_of(key: bytes) -> str:
    """What tells the sheet of one diary from that of another, such as “3f2a 91c0”; it stands in names of backups."""
    tag = keys.tag_of(key)
    return f"{tag[:4]} {tag[4:]}"


class Sheet(NamedTuple):
    """What a diary knows of its sheet. It stands in the store, and in no exchange file: it is of this key alone."""

    made: dt.date | None = None
    """When it was last printed or saved."""
    tried: dt.date | None = None
    """When words from the paper last proved to be the key."""

    def body(self) -> str:
        """As it stands in the store."""
        return json.dumps([day.isoformat() if day else None for day in self])

    @classmethod
    def read(cls, body: str) -> Sheet:
        """What ``body`` wrote; nothing is known where it makes no sense."""
        try:
            made, tried = (dt.date.fromisoformat(day) if day else None for day in json.loads(body))
        except (ValueError, TypeError, RecursionError):
            return cls()
        return cls(made, tried)

    def newer(self, other: Sheet) -> Sheet:
        """What is known by this and *other* together."""
        both = zip(self, other, strict=True)
        return Sheet(*(max(filter(None, days), default=None) for days in both))


def understood(text: str) -> int:
    """How many words of *text* are on the list, so far; all where it is the key as SQLCipher takes it."""
    return WORDS if _as_hex(text) else sum(_word(each) is not None for each in _spelled(text))


def key_of(text: str) -> bytes:
    """The key that *text* says, in words or as SQLCipher takes it.

    Any case, any space and line breaks will do; numbers and signs between words count for nothing. Raises SheetMisread.
    """
    return _as_hex(text) or _key(_spelled(text))


def is_word(text: str, right: str) -> bool:
    """Whether *text* says the word *right*. Raises SheetMisread where it is none of the list."""
    spelled = _spelled(text)
    if len(spelled) == 1:
        return _on_the_list(spelled[0], 0) == right
    return False


def _key(spelled: Sequence[str]) -> bytes:
    found = [_on_the_list(each, number) for number, each in enumerate(spelled, start=1)]
    missing = WORDS - len(found)
    if missing > 0:
        words = _n(
            "{count} word is missing: there are {found} of {all}.",
            "{count} words are missing: there are {found} of {all}.",
            missing,
        )
        raise SheetMisread(words.format(count=missing, found=len(found), all=WORDS))
    if missing:
        raise SheetMisread(_("These are {found} words. The sheet has {all}.").format(found=len(found), all=WORDS))
    try:
        return bytes(_list().to_entropy(found))
    except ValueError:
        words = _("The words do not fit together. One of them is another than on the paper, or stands elsewhere.")
        raise SheetMisread(words) from None


def _on_the_list(spelled: str, number: int) -> str:
    """The word that is meant; *number*: where it stands, from 1, 0: alone. Raises SheetMisread."""
    import difflib

    word = _word(spelled)
    if word is not None:
        return word
    typed = spelled if len(spelled) <= _NAMED_MOST else f"{spelled[:_NAMED_MOST]}…"
    if number:
        said = _("Word {number} is not on the list: {typed}.").format(number=number, typed=typed)
    else:
        said = _("This word is not on the list: {typed}.").format(typed=typed)
    like = difflib.get_close_matches(spelled[:_NAMED_MOST], _by_start().values(), 1)
    if like:
        said = _("{said} Did you mean {word}?").format(said=said, word=like[0])
    raise SheetMisread(said)


def _word(spelled: str) -> str | None:
    """The word that begins so, if it is one of the list, or four letters are enough."""
    found = _by_start().get(spelled[:ENOUGH])
    return found if found is not None and (len(spelled) >= ENOUGH or spelled == found) else None


def _spelled(text: str) -> list[str]:
    """The words of *text* in small plain letters."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return _LETTERS.findall("".join(sign for sign in plain if not _is_no_letter_of_its_own(sign)))


def _is_no_letter_of_its_own(sign: str) -> bool:
    """Accents; and signs that nobody sees, as a copied text may have between its letters."""
    return unicodedata.category(sign) in ("Mn", "Cf")


def _as_hex(text: str) -> bytes | None:
    found = _HEX.fullmatch("".join(unicodedata.normalize("NFKC", text).split()))
    return bytes.fromhex(found[1]) if found else None


@cache
def _list() -> Mnemonic:
    from mnemonic import Mnemonic

    return Mnemonic("english")


@cache
def _by_start() -> dict[str, str]:
    """The words of the list by their first four letters; shorter ones by themselves."""
    return {word[:ENOUGH]: word for word in _list().wordlist}
