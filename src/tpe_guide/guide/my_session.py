"""What to have ready before a session: the guide's own rows, to be ticked; nothing is counted against anyone."""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import NamedTuple

from tpe_guide.guide.library import load_compiled
from tpe_guide.i18n import SOURCE_LANGUAGE

NAME = "my-session"
PLACES = ("unit", "questions")
"""Where a row may lead that leads to no page."""


class Row(NamedTuple):
    """One thing to have ready. Its *link*, in words, leads to a *page* or else to a *place* of the program."""

    id: str
    text: str
    link: str = ""
    page: str = ""
    place: str = ""


def load(language: str = SOURCE_LANGUAGE) -> tuple[Row, ...]:
    """The rows in *language*. Raises CannotRunHere."""
    return tuple(
        Row(one["id"], one["text"], one["link"], one.get("page", ""), one.get("place", ""))
        for one in load_compiled(NAME, language)["before"]
    )


def all_rows(rows: Iterable[Row], own: Iterable[str]) -> tuple[Row, ...]:
    """The guide's *rows*, then those in the person's *own* words, which are their ids as well."""
    return (*rows, *(Row(words, words) for words in own))


def first_left(rows: Iterable[Row], done: Container[str]) -> str | None:
    """The words of the first of *rows* that is not *done*; None: nothing is left."""
    return next((row.text for row in rows if row.id not in done), None)
