"""Every term has its plain words, in both manners, and no two of one kind are called alike."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tpe_guide.vocabulary import terms, words
from tpe_guide.vocabulary.words import Words

KINDS = [
    (words.accesses(), terms.ACCESSES),
    (words.onsets(), terms.ONSETS),
    (words.functions(), terms.FUNCTIONS),
]


@pytest.mark.parametrize(("said", "known"), KINDS)
def test_each_term_has_its_words_in_order(said: Mapping[str, Words], known: tuple[str, ...]) -> None:
    assert tuple(said) == known
    assert len({each.own for each in said.values()}) == len({each.noted for each in said.values()}) == len(known)


def test_each_severity_has_a_word_and_its_meaning() -> None:
    assert len(words.severities()) == len(words.severity_anchors()) == len(terms.SEVERITIES)
