"""The diary as two questionnaires, the same in every bundle: what an entry asks, and what a course is.

An item is one tuple here; the answers (``responses``) name it by its link id. A changed question is a new VERSION.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tpe_guide.fhir.codes import codes
from tpe_guide.fhir.elements import Json, lasting_id

VERSION = "1"
ENTRY_URL = "urn:tpe-guide:questionnaire:entry"
COURSE_URL = "urn:tpe-guide:questionnaire:course"
TERMS = "urn:tpe-guide:terms:"
"""What our own words stand in, by list: ``urn:tpe-guide:terms:moment``."""


class Item(NamedTuple):
    """One question, or a group of some."""

    link: str
    text: str
    type: str
    choices: str = ""
    """The list of words to choose from."""
    repeats: bool = False
    items: tuple[Item, ...] = ()


def _group(link: str, text: str, *items: Item) -> Item:
    return Item(link, text, "group", items=items)


def _groups(link: str, text: str, *items: Item) -> Item:
    """One for each thing of a kind."""
    return _group(link, text, *items)._replace(repeats=True)


ENTRY = (
    Item("session", "The exchange session that this is about", "reference"),
    Item("day", "The day that the person meant", "date"),
    Item("moment", "When it was noted, as it stands to the session", "choice", "moment"),
    _groups(
        "effect",
        "An effect that was asked about",
        Item("effect.effect", "Which effect?", "choice", "effect"),
        Item("effect.severity", "How bad was it?", "choice", "severity"),
        Item("effect.began", "When did it begin?", "choice", "began"),
        Item("effect.told-staff", "Was the staff told?", "boolean"),
        Item("effect.unlike-usual", "Is it different from what the person knows of their MS?", "boolean"),
        Item("effect.words", "In the person's own words", "text"),
    ),
    Item("none-noticed", "Nothing new was noticed", "boolean"),
    _group(
        "function",
        "How well it went, from 0 (worst) to 10 (best)",
        Item("function.vision", "Seeing", "integer"),
        Item("function.walking", "Walking", "integer"),
        Item("function.hands", "Using my hands", "integer"),
        Item("function.energy", "Energy", "integer"),
        Item("function.thinking", "Thinking", "integer"),
    ),
    Item("temperature", "Temperature that the person measured", "quantity"),
    Item("note", "A note in the person's own words", "text"),
)

COURSE = (
    Item("started", "The day on which the course began", "date"),
    Item("planned-sessions", "How many sessions are planned", "integer"),
    Item("access", "How blood goes out and in", "choice", "access"),
    Item("finished", "The day on which the person said that the course is done", "date"),
    Item("prepared", "What is ready for the next session", "text", repeats=True),
    Item("own-steps", "The person's own steps before it", "text", repeats=True),
    _groups(
        "own-effect",
        "An effect that the person named",
        Item("own-effect.words", "In the person's own words", "text"),
        Item("own-effect.retired", "It is not offered any more", "boolean"),
    ),
    _groups(
        "session",
        "An exchange session",
        Item("session.procedure", "The session", "reference"),
        Item("session.number", "Its number", "integer"),
        Item("session.day", "The day that the person meant", "date"),
        Item("session.state", "What became of it", "choice", "state"),
        Item("session.minutes", "How many minutes it took", "integer"),
        Item("session.access", "How blood went out and in", "choice", "access"),
        Item("session.fluid", "What went back in place of the plasma", "choice", "fluid"),
        Item("session.stopped-early", "It was stopped early", "boolean"),
        Item("session.note", "A note in the person's own words", "text"),
    ),
    _groups(
        "question",
        "A question for the team",
        Item("question.text", "In the person's own words", "text"),
        Item("question.asked", "It was asked", "boolean"),
    ),
    Item("matters", "What matters to the person, the most important first", "text", repeats=True),
    _groups(
        "ready",
        "How ready the person feels to decide",
        Item("ready.question", "The question", "text"),
        Item("ready.yes", "Yes; else not yet", "boolean"),
    ),
)


def canonical(url: str) -> str:
    """*url* with the version, as a response names what it answers."""
    return f"{url}|{VERSION}"


def choices(name: str) -> Mapping[str, str]:
    """The words of the list *name*, each with its plain text."""
    known = codes()
    if name == "effect":
        return {effect: one.text for effect, one in known.effects.items()}
    if name == "severity":
        return {str(number): one.text for number, one in enumerate(known.severities)}
    return known.terms[name]


def questionnaires() -> Iterator[Json]:
    """Both of them."""
    yield _questionnaire("entry", ENTRY_URL, "An entry in a diary of plasma exchange", ENTRY)
    yield _questionnaire("course", COURSE_URL, "A course of plasma exchange, as the person tells it", COURSE)


def _questionnaire(name: str, url: str, title: str, items: Sequence[Item]) -> Json:
    return {
        "resourceType": "Questionnaire",
        "id": lasting_id(canonical(url)),
        "language": "en",
        "url": url,
        "version": VERSION,
        "name": f"TpeGuide{name.capitalize()}",
        "title": title,
        "status": "active",
        "subjectType": ["Patient"],
        "item": [_item(item) for item in items],
    }


def _item(item: Item) -> Json:
    made: Json = {"linkId": item.link, "text": item.text, "type": item.type}
    if item.repeats:
        made["repeats"] = True
    if item.choices:
        made["answerOption"] = [
            {"valueCoding": {"system": TERMS + item.choices, "code": word, "display": text}}
            for word, text in choices(item.choices).items()
        ]
    if item.items:
        made["item"] = [_item(inner) for inner in item.items]
    return made
