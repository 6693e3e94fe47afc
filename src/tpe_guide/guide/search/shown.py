"""From a document that answers a query to the hit that is shown: reason, snippet, marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tpe_guide.guide.search.document import Document, apart, excerpt
from tpe_guide.guide.search.hit import RANKS, Field, Hit, Mark, Match, Place, Reason, field_and_match
from tpe_guide.guide.search.query import Asked, Clue

_DASH = " – "
_MEANING = 1
"""The passage of a glossary term that says what it means; behind it stand its other spellings."""


class _Find(NamedTuple):
    """A clue to word number *word* of the query, found in a passage."""

    passage: int
    mark: Mark
    word: int
    clue: Clue


class _Answer(NamedTuple):
    """How well the document answers word number *word* of the query."""

    match: Match
    field: Field
    word: int


def shown(document: Document, number: int, asked: Sequence[Asked]) -> Hit:
    """The hit for *document*, which has this *number* and answers at least one of the words *asked*."""
    answers = [*_answers(number, asked)]
    finds = [
        _Find(passage, mark, answer.word, clue)
        for answer in answers
        for clue in asked[answer.word].clues
        for passage, mark in document.find(clue.needle, whole=clue.whole)
    ]
    passage = _MEANING if document.kind == "word" else _best_passage(document, finds)
    snippet, marks, place = _snippet(document, passage, finds)
    wrote = " ".join(asked[answer.word].wrote for answer in answers)
    reason = _reason(document, answers, finds, passage, wrote)
    title_marks = tuple(_marks(finds, 0))
    return Hit(document.kind, document.target, document.passages[0], reason, snippet, marks, title_marks, place)


def _answers(number: int, asked: Sequence[Asked]) -> Iterator[_Answer]:
    for word, one in enumerate(asked):
        best = next((rank for rank in range(RANKS) if one.ranks[rank] >> number & 1), None)
        if best is not None:
            field, match = field_and_match(best)
            yield _Answer(match, field, word)


def _best_passage(document: Document, finds: Sequence[_Find]) -> int:
    """The passage below the title that has the most of the words, in the most prominent place, soonest."""
    words: dict[int, set[int]] = {}
    for find in finds:
        if find.passage:
            words.setdefault(find.passage, set()).add(find.word)
    first = min(1, len(document.passages) - 1)
    return min(words, key=lambda passage: (-len(words[passage]), document.field(passage), passage), default=first)


def _snippet(document: Document, passage: int, finds: Sequence[_Find]) -> tuple[str, tuple[Mark, ...], Place]:
    """The words of *passage* with their marks; a heading goes on with what stands below it."""
    standing = document.standing(passage)
    text, marks = document.passages[passage], _marks(finds, passage)
    below = passage + 1
    if standing.field is Field.HEADING and below < len(document.passages):
        if document.standing(below).heading == passage:
            text += _DASH
            marks += [(first + len(text), last + len(text)) for first, last in _marks(finds, below)]
            text += document.passages[below]
    return (*excerpt(text, marks), standing.place)


def _marks(finds: Sequence[_Find], passage: int) -> list[Mark]:
    return apart(find.mark for find in finds if find.passage == passage)


def _reason(document: Document, answers: Sequence[_Answer], finds: Sequence[_Find], passage: int, wrote: str) -> Reason:
    """The reason for the word that needs it most: mistyped, else otherwise named, else in the remotest place."""
    answer = max(answers, key=lambda answer: (max(answer.match, Match.PREFIX), answer.field))
    telling = [find for find in finds if find.word == answer.word and find.clue.match is answer.match]
    if answer.match >= Match.SYNONYM and telling:
        prominent = 0 if answer.field <= Field.GLOSSARY else passage
        likeliest = min(telling, key=lambda find: (find.passage != prominent, find.clue.phrase))
        return _meant(document, answer, likeliest)
    if document.kind == "word":
        return _in_glossary(document, answer, finds, wrote)
    if all(answer.field is Field.TITLE for answer in answers):
        return Reason(Match.EXACT, Field.TITLE)
    standing = document.standing(passage)
    return Reason(Match.EXACT, standing.field, document.passages[standing.heading] if standing.heading else "")


def _meant(document: Document, answer: _Answer, find: _Find) -> Reason:
    """What the person may have meant, and what stands here for it."""
    first, last = find.mark
    clue = find.clue
    term = clue.term if _is_another_name(clue.phrase, clue.term) else ""
    found = document.passages[find.passage][first:last]
    return Reason(answer.match, answer.field, "", clue.wrote, clue.phrase, term, found)


def _in_glossary(document: Document, answer: _Answer, finds: Sequence[_Find], wrote: str) -> Reason:
    """Where a glossary term was found by another name, that name."""
    term = document.passages[0]
    passages = [find.passage for find in finds if find.word == answer.word and find.clue.match is Match.EXACT]
    if answer.field is Field.GLOSSARY and 0 not in passages:
        names = [document.passages[passage] for passage in passages if passage > _MEANING]
        if names and _is_another_name(names[0], term):
            return Reason(Match.SYNONYM, answer.field, "", wrote, names[0], term, names[0])
    return Reason(Match.EXACT, answer.field)


def _is_another_name(name: str, term: str) -> bool:
    """Not just a form of the term itself."""
    return not name.casefold().startswith(term.casefold())
