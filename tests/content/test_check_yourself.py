"""*Check yourself*: one kind question for each chapter, whose answers all teach and cite."""

from __future__ import annotations

from typing import Any

import pytest

from tpe_guide import paths
from tpe_guide.authoring.evidence import Evidence, read_evidence
from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.numbers import uncarried
from tpe_guide.authoring.source import Data, read_yaml
from tpe_guide.guide.library import Library
from tpe_guide.guide.readability import SENTENCE_LIMIT, ease, sentences, words

FOLDER = paths.content_dir() / "en"


@pytest.fixture(scope="module")
def questions() -> dict[str, Any]:
    faults = Faults(FOLDER)
    data: Data = read_yaml(FOLDER / "check-yourself.yaml", faults)
    assert not list(faults)
    return data.value


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    return read_evidence(paths.content_dir() / "evidence", Faults(FOLDER))


def test_each_chapter_has_one_question_that_leads_back_to_it(questions: dict[str, Any]) -> None:
    library = Library.load("en")
    assert list(questions) == [chapter.id for chapter in library.chapters]
    for chapter, entry in questions.items():
        assert entry["question"].endswith("?"), chapter
        assert library.page(entry["page"]).chapter == chapter


def test_each_question_has_three_answers_and_one_that_fits(questions: dict[str, Any]) -> None:
    for chapter, entry in questions.items():
        assert [set(answer) for answer in entry["answers"]] == [{"answer", "fits", "feedback", "facts"}] * 3, chapter
        assert [answer["fits"] for answer in entry["answers"]].count(True) == 1, chapter


def test_the_answer_that_fits_is_not_always_in_the_same_place(questions: dict[str, Any]) -> None:
    places = {[answer["fits"] for answer in entry["answers"]].index(True) for entry in questions.values()}
    assert places == {0, 1, 2}


def test_feedback_says_nothing_that_its_facts_do_not_carry(questions: dict[str, Any], evidence: Evidence) -> None:
    for chapter, entry in questions.items():
        for answer in entry["answers"]:
            facts = [evidence.facts[name] for name in answer["facts"]]
            assert facts, chapter
            assert not [fact.id for fact in facts if fact.from_memory or fact.refuted], chapter
            assert not list(uncarried(answer["feedback"], [fact.wording for fact in facts])), answer["feedback"]


def test_the_words_are_short_and_plain(questions: dict[str, Any]) -> None:
    for chapter, entry in questions.items():
        texts = [entry["question"], *(answer[part] for answer in entry["answers"] for part in ("answer", "feedback"))]
        for sentence in (sentence for text in texts for sentence in sentences(text)):
            assert len(words(sentence)) <= SENTENCE_LIMIT, sentence
        assert ease(texts).grade <= 6, chapter
