"""One kind question a chapter, as the program reads it: all answers teach, and nothing is counted or kept."""

from __future__ import annotations

from typing import Any, NamedTuple

from tpe_guide.guide.library import load_compiled
from tpe_guide.i18n import SOURCE_LANGUAGE

NAME = "check-yourself"


class Answer(NamedTuple):
    """An answer to try. *fits*: it fits best. *sources* stand behind the feedback."""

    words: str
    fits: bool
    feedback: str
    sources: tuple[str, ...]


class Check(NamedTuple):
    """The question of a chapter. *page* tells more."""

    question: str
    page: str
    answers: tuple[Answer, ...]


def load(language: str = SOURCE_LANGUAGE) -> dict[str, Check]:
    """The question of each chapter, by the chapter's id. Raises CannotRunHere."""
    return {chapter: _check(data) for chapter, data in load_compiled(NAME, language)["chapters"].items()}


def _check(data: dict[str, Any]) -> Check:
    answers = (Answer(words, fits, feedback, tuple(sources)) for words, fits, feedback, sources in data["answers"])
    return Check(data["question"], data["page"], tuple(answers))
