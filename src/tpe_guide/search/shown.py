"""From a document that answers a query to the hit that is shown: reason, snippet, marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tpe_guide.search.document import Document, Find, apart, excerpt
from tpe_guide.search.hit import BlockRef, Field, Hit, Mark, Match, Reason, field_and_match
from tpe_guide.search.query import Asked, Clue, Query

_DASH = " – "
_MEANING = 1
"""The passage of a glossary term that says what it means; behind it stand its other spellings."""


class _Answer(NamedTuple):
    """How well a document answers word number *word* of the query."""

    match: Match
    field: Field
    word: int


def shown(document: Document, number: int, query: Query) -> Hit:
    """The hit for *document*, which has this *number* and answers at least one word of *query*."""
    answers = [*_answers(number, query.asked)]
    finds = document.finds(_clues(number, query, answers))
    passage = _MEANING if document.kind == "word" else _best_passage(document, finds, query)
    snippet, marks, place = _snippet(document, passage, finds)
    reason = _reason(document, answers, finds, passage, query)
    return Hit(document.kind, document.target, document.passages[0], reason, snippet, marks, _marks(finds, 0), place)


def _answers(number: int, asked: Sequence[Asked]) -> Iterator[_Answer]:
    for word, one in enumerate(asked):
        rank = one.rank(number)
        if rank is not None:
            field, match = field_and_match(rank)
            yield _Answer(match, field, word)


def _clues(number: int, query: Query, answers: Iterable[_Answer]) -> Iterator[tuple[int, str, bool]]:
    """The clues that tell of *answers* in document *number*: a synonym does not, where the word itself was found."""
    answered = dict.fromkeys((Match.EXACT, Match.SYNONYM, Match.TYPO), 0)
    for answer in answers:
        answered[_certainty(answer.match)] |= 1 << answer.word
    document = 1 << number
    for place, (clue, words) in enumerate(zip(query.clues, query.answering, strict=True)):
        if words & answered[clue.match] and clue.documents & document:
            yield place, clue.needle, clue.whole


def _certainty(match: Match) -> Match:
    """EXACT for all that is found by the letters of the word itself."""
    return match if match >= Match.SYNONYM else Match.EXACT


def _best_passage(document: Document, finds: Sequence[Find], query: Query) -> int:
    """The passage below the title that has the most of the words, in the most prominent place, soonest."""
    answered: dict[int, int] = {}
    for passage, __, clue in finds:
        answered[passage] = answered.get(passage, 0) | query.answering[clue]
    answered.pop(0, None)
    if not answered:
        return min(1, len(document.passages) - 1)
    return min(answered, key=lambda passage: (-answered[passage].bit_count(), document.prominence(passage), passage))


def _snippet(document: Document, passage: int, finds: Sequence[Find]) -> tuple[str, tuple[Mark, ...], BlockRef]:
    """The words of *passage* with their marks; a heading goes on with what stands below it. Empty for a title."""
    location = document.location(passage)
    if passage == 0:  # there is nothing but a title, and that is shown already
        return "", (), location.place
    text, marks = document.passages[passage], _marks(finds, passage)
    below = passage + 1
    if location.field is Field.HEADING and document.heading(below) == passage:
        text += _DASH
        marks += tuple((first + len(text), last + len(text)) for first, last in _marks(finds, below))
        text += document.passages[below]
    return (*excerpt(text, marks), location.place)


def _marks(finds: Sequence[Find], passage: int) -> tuple[Mark, ...]:
    return apart([mark for found_in, mark, __ in finds if found_in == passage])


def _reason(
    document: Document, answers: Sequence[_Answer], finds: Sequence[Find], passage: int, query: Query
) -> Reason:
    """The reason for the word that needs it most: mistyped, else otherwise named, else in the remotest place."""
    answer = max(answers, key=lambda answer: (_certainty(answer.match), answer.field))
    match = _certainty(answer.match)
    telling = [
        (found_in, mark, query.clues[clue])
        for found_in, mark, clue in finds
        if query.clues[clue].match is match and query.answering[clue] >> answer.word & 1
    ]
    if match is not Match.EXACT and telling:
        best = min(telling, key=lambda told: (document.field(told[0]) is not answer.field, told[2].phrase))
        return _meant(document, answer, *best)
    if document.kind == "word":
        wrote = " ".join(query.asked[answer.word].wrote for answer in answers)
        return _in_glossary(document, answer.field, {told[0] for told in telling}, wrote)
    if all(answer.field is Field.TITLE for answer in answers):
        return Reason(Match.EXACT, Field.TITLE)
    if not _marks(finds, passage):
        return Reason(Match.EXACT, answer.field)
    location = document.location(passage)
    return Reason(Match.EXACT, location.field, document.passages[location.heading] if location.heading else "")


def _meant(document: Document, answer: _Answer, passage: int, mark: Mark, clue: Clue) -> Reason:
    """What the person may have meant, and what stands here for it."""
    first, last = mark
    term = clue.term if _is_another_name(clue.phrase, clue.term) else ""
    found = document.passages[passage][first:last]
    return Reason(answer.match, answer.field, "", clue.wrote, clue.phrase, term, found)


def _in_glossary(document: Document, field: Field, passages: set[int], wrote: str) -> Reason:
    """Where a glossary term was found by another name, that name."""
    term = document.passages[0]
    names = [document.passages[passage] for passage in sorted(passages) if passage > _MEANING]
    if field is Field.GLOSSARY and 0 not in passages and names:
        name = next((name for name in names if name.casefold() == wrote.casefold()), names[0])
        if _is_another_name(name, term):
            return Reason(Match.SYNONYM, field, "", wrote, name, term, name)
    return Reason(Match.EXACT, field)


def _is_another_name(name: str, term: str) -> bool:
    """Not just a form of the term itself."""
    return not name.casefold().startswith(term.casefold())
