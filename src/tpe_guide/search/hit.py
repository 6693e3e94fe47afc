"""What a search finds, and why it was found."""

from __future__ import annotations

from enum import IntEnum
from typing import Literal, NamedTuple

from tpe_guide.i18n import _

HitKind = Literal["page", "word", "urgent", "picture"]
Depth = Literal["title", "in_short", "minute", "full", "end"]
Mark = tuple[int, int]
"""From and up to which character."""


class Field(IntEnum):
    """Where on a page a word stands; the first counts most."""

    TITLE = 0
    GLOSSARY = 1
    HEADING = 2
    IN_SHORT = 3
    TEXT = 4


class Match(IntEnum):
    """How a word stands there; the first counts most."""

    EXACT = 0
    PREFIX = 1
    """It begins so, or is another form of the word."""
    SYNONYM = 2
    TYPO = 3


RANKS = len(Field) * len(Match)


def rank(field: int, match: int) -> int:
    """0 for the best there is: first where, then how."""
    return field * len(Match) + match


def field_and_match(rank: int) -> tuple[Field, Match]:
    """What *rank* stands for."""
    return _FIELDS_AND_MATCHES[rank]


_FIELDS_AND_MATCHES = [(field, match) for field in Field for match in Match]


class BlockRef(NamedTuple):
    """A block of a page, to go to it: its number in that depth of the page."""

    depth: Depth = "title"
    block: int = 0


class Reason(NamedTuple):
    """Why a page or a word was found; ``str`` makes it a phrase in the reader's language.

    For a match by its letters, it is about the word that stands in the least prominent place.
    Where a word was found by another one or in spite of a typing mistake, it is about that word.
    """

    match: Match
    field: Field
    heading: str = ""
    """The heading over the words found; empty if there is none."""
    wrote: str = ""
    """What the person wrote (SYNONYM, TYPO)."""
    phrase: str = ""
    """The phrase of the glossary or of the lay words it was taken for; empty if there is none."""
    term: str = ""
    """The glossary term of which *phrase* is another name; empty if it is a lay phrase."""
    found: str = ""
    """What stands there, as it stands there (SYNONYM, TYPO)."""

    def __str__(self) -> str:
        if self.match is Match.TYPO:
            return self._typo()
        return self._synonym() if self.match is Match.SYNONYM else self._where()

    def _typo(self) -> str:
        if self.term:
            return _("close to “{phrase}”, another word for “{term}”").format(phrase=self.phrase, term=self.term)
        if self.phrase:
            return _("close to “{phrase}”: the guide says “{found}”").format(phrase=self.phrase, found=self.found)
        return _("close to “{found}”").format(found=self.found)

    def _synonym(self) -> str:
        whole = self.wrote.casefold() == self.phrase.casefold()
        if self.term:
            words = (
                _("you wrote “{wrote}”: another word for “{term}”")
                if whole
                else _("“{phrase}” is another word for “{term}”")
            )
        elif whole:
            words = _("you wrote “{wrote}”: the guide says “{found}”")
        else:
            words = _("“{phrase}”: the guide says “{found}”")
        return words.format(wrote=self.wrote, phrase=self.phrase, term=self.term, found=self.found)

    def _where(self) -> str:
        if self.heading:
            return _("in: {heading}").format(heading=self.heading)
        match self.field:
            case Field.TITLE:
                return _("in the title")
            case Field.GLOSSARY:
                return _("in the glossary")
            case Field.HEADING:
                return _("in a heading")
            case Field.IN_SHORT:
                return _("in: {heading}").format(heading=_("In short"))
            case Field.TEXT:
                return _("in the text")


class Hit(NamedTuple):
    """One page, glossary word or *Urgent help*. Marks count code points; QString counts UTF-16 units."""

    kind: HitKind
    target: str
    """Page id, term id, or a picture and perhaps what of it (``odds:first``); ``urgent`` for *Urgent help*."""
    title: str
    reason: Reason
    snippet: str
    marks: tuple[Mark, ...] = ()
    """Where in *snippet* the words stand that were looked for, in order, apart from each other."""
    title_marks: tuple[Mark, ...] = ()
    """The same in *title*."""
    place: BlockRef = BlockRef()
    """The block from which *snippet* comes."""
