"""The search of the guide: what a person has typed so far → pages, glossary words and *Urgent help*, the best first.

How it is fast enough to be asked at each keystroke, and why so:

- The documents that hold a word are one integer, a bit a document (``bits``). Words, beginnings of words, synonyms
  and near words are ORs of such integers; points are added to all documents at once. So nothing is kept between two
  keystrokes but words looked up: there is no state that could go wrong, and pasting is as quick as typing.
- Beginnings of words are a range of the sorted list of words, found by bisection.
- Mistyped words are looked for only where nothing begins as they do (``near`` says how, and what else was tried).
- Only the documents that are shown are opened, and looked through with ``str.find`` (``document``): this is nearly
  all of what a keystroke costs, and the same for 60 pages and for 5,000.

``make bench ARGS=search`` types 1,000 queries letter by letter. On the machine of its first run, 99 of 100 keystrokes
took less than 0.7 ms at 60 pages and 1 ms at 5,000; SQLite FTS5 over the same texts, with neither lay words nor
mistyped ones, 1.6 and 43 ms (porter), 1.0 and 10 ms (trigram).

Order: a document that answers more of the words comes first. Then, by the points of all words together, where a word
stands counts before how: title > glossary > heading > in short > text; word itself > beginning or other form >
synonym > typing mistake. Small words decide between titles otherwise equal. Then reading order.
"""

from __future__ import annotations

from typing import Any, Final

from tpe_guide.guide.library import load_compiled
from tpe_guide.i18n import SOURCE_LANGUAGE
from tpe_guide.search import bits
from tpe_guide.search.document import Document
from tpe_guide.search.hit import RANKS, Hit
from tpe_guide.search.query import MOST_WORDS, Query, Reader
from tpe_guide.search.shown import shown
from tpe_guide.search.tokens import MOST_TOKENS

LIMIT = 12
"""Hits that a person looks through."""
OPEN = 256
"""Documents kept open."""

_POINT: Final = MOST_TOKENS
"""Of a rank; more than all small words of a query together, each of which counts one."""
_ANSWER: Final = 4096
"""Points for a word that is answered at all; more than those for the ranks of all words together."""
_DIGITS: Final = (MOST_WORDS * (_ANSWER + RANKS * _POINT)).bit_length()


class SearchIndex:
    """Searches the guide in one language."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._rows: list[list[str]] = data["docs"]
        self._reader = Reader(data)
        self._open: dict[int, Document] = {}

    @classmethod
    def load(cls, language: str = SOURCE_LANGUAGE) -> SearchIndex:
        """The index of the guide in *language*, or in English where it has not been translated.

        Load it when a person begins to search, not when the program starts. Raises CannotRunHere.
        """
        return cls(load_compiled("search", language))

    def search(self, query: str, limit: int = LIMIT) -> list[Hit]:
        """At most *limit* hits for what a person has typed so far, the best first; none for no words."""
        read = self._reader.read(query)
        found: dict[tuple[str, str], Hit] = {}
        for number in _tally(read).best():
            if len(found) >= limit:
                break
            thing = self._thing(number)
            if thing not in found:
                foremost = self._foremost(number, read)
                found[thing] = shown(self._document(foremost), foremost, read)
        return [*found.values()]

    def _thing(self, number: int) -> tuple[str, str]:
        """What the document is of. The signs of *Urgent help* are documents of one thing, one after the other."""
        row = self._rows[number]
        return row[0], row[1]

    def _foremost(self, number: int, query: Query) -> int:
        """The first document of the same thing that answers as many words: of two signs, the more urgent one."""
        first = number
        while first and self._thing(first - 1) == self._thing(number):
            first -= 1
        if first == number:
            return number
        answering = [asked.documents for asked in query.asked]
        return max(range(first, number + 1), key=lambda one: sum(documents >> one & 1 for documents in answering))

    def _document(self, number: int) -> Document:
        document = self._open.get(number)
        if document is None:
            if len(self._open) >= OPEN:
                self._open.clear()
            document = self._open[number] = Document(self._rows[number])
        return document


def _tally(query: Query) -> bits.Tally:
    """The points of every document that answers a word."""
    tally = bits.Tally(_DIGITS)
    answered = 0
    for asked in query.asked:
        counted = 0
        addend = [0] * _DIGITS
        for rank, documents in asked.ranks:
            if new := documents & ~counted:
                counted |= new
                for place in _PLACES[rank]:
                    addend[place] |= new
        tally.add(addend)
        answered |= counted
    for documents in query.small:
        tally.add([documents & answered, *[0] * (_DIGITS - 1)])
    return tally


_PLACES = [[*bits.members(_ANSWER + (RANKS - rank) * _POINT)] for rank in range(RANKS)]
"""The binary digits of the points for each rank."""
