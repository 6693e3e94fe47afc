"""What may matter to a person who decides, and four questions about being ready: words to pick from, no score."""

from __future__ import annotations

from typing import NamedTuple

from tpe_guide.guide.library import load_compiled
from tpe_guide.i18n import SOURCE_LANGUAGE

NAME = "what-matters"


class Ready(NamedTuple):
    """A question about being ready. Where the answer is “not yet”: the *page* to read and what to *ask*."""

    question: str
    page: str
    ask: str


class Deciding(NamedTuple):
    """The words to pick from, and the questions."""

    values: tuple[str, ...]
    ready: tuple[Ready, ...]


def load(language: str = SOURCE_LANGUAGE) -> Deciding:
    """The words in *language*. Raises CannotRunHere."""
    data = load_compiled(NAME, language)
    return Deciding(
        tuple(data["values"]), tuple(Ready(one["question"], one["page"], one["ask"]) for one in data["ready"])
    )
