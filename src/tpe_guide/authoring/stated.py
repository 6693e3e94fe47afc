"""Words with facts behind them, wherever they stand: the one lock for all that is not a page.

Glossary, *Urgent help*, *Check yourself*, chapter titles hand their words over as ``Stated``; so can a chart, a
timeline or words to be spoken. ``check_stated`` then holds them to the rules that the pages keep.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tpe_guide.authoring.evidence import Evidence, Fact
from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.numbers import uncarried
from tpe_guide.authoring.source import Data, Keys, check_hash
from tpe_guide.guide.readability import GRADE_LIMIT, SENTENCE_LIMIT, ease, sentences, words
from tpe_guide.i18n import _
from tpe_guide.speech.aloud import stumbles

_FILLED_IN = re.compile(r"\{+[\w:-]+\}+")
"""What a count or a slot stands for."""


class Stated(NamedTuple):
    """A run of plain words, the line it begins on, and the facts behind it."""

    text: str
    line: int
    facts: Sequence[Fact] = ()


def check_stated(all_words: Iterable[Stated], evidence: Evidence, language: str, faults: Faults) -> None:
    """Note each number that no fact behind its words carries, each fact that no words may rest on, and (in
    English) each sentence that is too long.
    """
    named: set[str] = set()
    for text, line, facts in all_words:
        for fact in (fact for fact in facts if fact.id not in named):
            named.add(fact.id)
            if unfit := evidence.unfit(fact):
                faults.add(line, unfit.code, unfit.message)
        labels = [evidence.sources.get(source, "") for fact in facts for source in fact.sources]
        for quantity in uncarried(text, [fact.wording for fact in facts], years_from=labels):
            faults.add(line, "NUMBER", _("“{number}” has no fact behind it").format(number=quantity.text))
        check_hash(text, line, faults)
        check_aloud(text, line, language, faults)
        if language == "en":
            check_sentence_lengths(text, [line] * len(text), faults)


def check_aloud(text: str, line: int, language: str, faults: Faults) -> None:
    """Note each part of *text* that the voice cannot say."""
    for part in stumbles(_FILLED_IN.sub("1", text), language):
        faults.add(line, "ALOUD", _("the voice stumbles over “{part}”: write it in words").format(part=part))


def check_grade(texts: Sequence[str], line: int, masked: frozenset[str], faults: Faults) -> None:
    """Note *texts*, read as one, if they are too hard (English). *masked* words are explained elsewhere."""
    grade = ease(texts, masked).grade
    if grade > GRADE_LIMIT:
        message = _("reading grade {grade:.1f}; at most {limit}").format(grade=grade, limit=GRADE_LIMIT)
        faults.add(line, "GRADE", message)


def check_sentence_lengths(text: str, lines: Sequence[int], faults: Faults) -> None:
    """Note each sentence of *text* that is too long; *lines* gives the line of each character."""
    begin = 0
    for sentence in sentences(text):
        begin = text.index(sentence, begin)
        count = len(words(sentence))
        if count > SENTENCE_LIMIT:
            message = _("{count} words in one sentence; at most {limit}: “{text}…”").format(
                count=count, limit=SENTENCE_LIMIT, text=" ".join(sentence.split()[:5])
            )
            faults.add(lines[begin], "LONG-SENTENCE", message)
        begin += len(sentence)


def facts_at(data: Data, place: Keys, evidence: Evidence) -> list[Fact]:
    """The facts that the entry at *place* names under ``facts``, as far as they exist."""
    names = data.at(*place, "facts")
    return [evidence.facts[name] for name in names or () if name in evidence.facts]


def check_facts(data: Data, place: Keys, evidence: Evidence, faults: Faults) -> None:
    """Note each fact under ``facts`` of the entry at *place* that must not reach a reader."""
    names = data.at(*place, "facts")
    for fact in names if isinstance(names, list) else ():
        evidence.check(str(fact), data.line(*place, "facts"), faults)
