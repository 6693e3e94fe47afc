"""*Check yourself* (``check-yourself.yaml``): one kind question a chapter, whose answers all teach."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tpe_guide.authoring.evidence import Evidence, Fact
from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.source import Data
from tpe_guide.authoring.stated import Stated, check_facts, check_grade, check_stated, facts_at
from tpe_guide.i18n import _

ANSWERS = 3
_ENTRY = {"question", "page", "answers"}
_ANSWER = {"answer", "fits", "feedback", "facts"}


def check_questions(
    data: Data, chapters: Mapping[str, Sequence[str]], evidence: Evidence, language: str, faults: Faults
) -> None:
    """Note every fault in *data*. *chapters*: chapter id → ids of its pages. An empty *data* has none."""
    for chapter in (chapter for chapter in chapters if data.value and chapter not in data.value):
        _add(data, (), _("chapter “{chapter}” has no question").format(chapter=chapter), faults)
    for name in data.value:
        if name not in chapters:
            _add(data, (name,), _("guide.yaml has no chapter “{chapter}”").format(chapter=name), faults)
        elif _is_whole(data, name, faults):
            _check_page(data, name, chapters[name], faults)
            _check_answers(data, name, evidence, faults)
            check_stated(stated(data, name, evidence), evidence, language, faults)
            if language == "en":
                texts = [words.text for words in stated(data, name, evidence)]
                check_grade(texts, data.line(name), frozenset(), faults)


def stated(data: Data, name: str, evidence: Evidence) -> Iterator[Stated]:
    """The words of the question *name*, each with the facts behind it: those of the feedback, or all."""
    behind_all: list[Fact] = []
    for index in range(ANSWERS):
        place = (name, "answers", index)
        facts = facts_at(data, place, evidence)
        behind_all += facts
        for key in ("answer", "feedback"):
            yield Stated(data.at(*place, key), data.line(*place, key), facts)
    yield Stated(data.at(name, "question"), data.line(name, "question"), behind_all)


def _is_whole(data: Data, name: str, faults: Faults) -> bool:
    """All keys are there and hold what they should."""
    entry = data.at(name)
    answers = entry.get("answers") if isinstance(entry, dict) else None
    if not (isinstance(answers, list) and set(entry) == _ENTRY and _are_words(entry["question"], entry["page"])):
        message = _("a question needs: {keys}").format(keys="question, page, answers")
        _add(data, (name,), message, faults)
        return False
    if len(answers) != ANSWERS:
        message = _("{count} answers; there are to be {wanted}").format(count=len(answers), wanted=ANSWERS)
        _add(data, (name, "answers"), message, faults)
        return False
    broken = [index for index, answer in enumerate(answers) if not _is_answer(answer)]
    for index in broken:
        message = _("an answer needs: {keys}").format(keys="answer, fits (true or false), feedback, facts")
        _add(data, (name, "answers", index), message, faults)
    return not broken


def _is_answer(answer: Any) -> bool:  # noqa: ANN401 - YAML holds anything
    return (
        isinstance(answer, dict)
        and set(answer) == _ANSWER
        and _are_words(answer["answer"], answer["feedback"])
        and isinstance(answer["fits"], bool)
        and isinstance(answer["facts"], list)
    )


def _are_words(*values: object) -> bool:
    return all(isinstance(value, str) and value.strip() for value in values)


def _check_page(data: Data, name: str, pages: Sequence[str], faults: Faults) -> None:
    if data.at(name, "page") not in pages:
        message = _("there is no page “{id}” in chapter “{chapter}”").format(id=data.at(name, "page"), chapter=name)
        faults.add(data.line(name, "page"), "BROKEN-LINK", message)


def _check_answers(data: Data, name: str, evidence: Evidence, faults: Faults) -> None:
    fitting = [index for index in range(ANSWERS) if data.at(name, "answers", index, "fits")]
    if len(fitting) != 1:
        message = _("{count} answers fit; it is to be one").format(count=len(fitting))
        _add(data, (name, "answers"), message, faults)
    for index in range(ANSWERS):
        place = (name, "answers", index)
        check_facts(data, place, evidence, faults)
        if not data.at(*place, "facts"):
            faults.add(data.line(*place, "facts"), "NO-FACT", _("no fact stands behind this feedback"))


def _add(data: Data, place: tuple[str | int, ...], message: str, faults: Faults) -> None:
    faults.add(data.line(*place), "CHECK-YOURSELF", message)
