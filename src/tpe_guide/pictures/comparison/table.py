"""The comparison out of its compiled file: treatments, questions, and a cell for each of both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from tpe_guide.i18n import _

LEVELS = 3
"""How sure we are: at most so many dots."""


class Treatment(NamedTuple):
    """A column. *page* is about it."""

    id: str
    name: str
    icon: str
    page: str


class Question(NamedTuple):
    """A row; *short* is its name among what may matter, *ask* what to ask the team about it, if anything."""

    id: str
    name: str
    short: str
    ask: str = ""


class Cell(NamedTuple):
    """What is known for one question about one treatment."""

    question: Question
    treatment: Treatment
    lead: str
    """The first words, to be set in bold."""
    text: str
    certainty: int | None
    """How sure we are: 1 to ``LEVELS``; None where the cell is not about that."""
    is_known: bool
    """False: nothing was found, and *text* says what to ask."""
    sources: tuple[str, ...]
    page: str
    """Where to read more."""

    @property
    def words(self) -> str:
        """All that it says."""
        ends = self.lead[-1:] in ".,:" or self.text[:1].islower()
        return f"{self.lead} {self.text}" if ends else f"{self.lead}. {self.text}"

    @property
    def mark(self) -> str:
        """The certainty as a voice says the dots; empty if none."""
        if self.certainty is None:
            return ""
        return _("{count} of {whole} dots").format(count=self.certainty, whole=LEVELS)

    @property
    def ask(self) -> str:
        """What to ask the team about it; empty if nothing."""
        if not self.question.ask:
            return ""
        return _("{option}: {question}").format(option=self.treatment.name, question=self.question.ask)

    @property
    def spoken(self) -> str:
        """All of it, for a voice."""
        said = _("{treatment}. {question} {words}").format(
            treatment=self.treatment.name, question=self.question.name, words=self.words
        )
        return f"{said} {self.mark}." if self.mark else said


class Table:
    """Reads ``comparison.<language>.json``, given as *data*."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.title: str = data["title"]
        self.no_winner: str = data["no_winner"]["text"]
        self.certainty: str = data["certainty"]["text"]
        """What the dots mean."""
        self.levels: tuple[str, ...] = tuple(data["certainty"]["words"])
        """What 1, 2 and 3 dots are called."""
        self.treatments = tuple(
            Treatment(each["id"], each["name"], each["icon"], each["page"]) for each in data["treatments"]
        )
        self.questions = tuple(
            Question(each["id"], each["name"], each["short"], each.get("ask", {}).get("text", ""))
            for each in data["questions"]
        )
        self._nothing: str = data["nothing"]
        self._cells = {
            (question.id, treatment.id): self._cell(question, treatment, entry["cells"][treatment.id])
            for question, entry in zip(self.questions, data["questions"], strict=True)
            for treatment in self.treatments
        }
        self._rows = {each["value"]: tuple(each["rows"]) for each in data.get("values", ())}

    def cell(self, question: str, treatment: str) -> Cell:
        """The cell of these ids. Raises KeyError."""
        return self._cells[question, treatment]

    def treatment(self, name: str) -> Treatment | None:
        """The treatment of the id *name*."""
        return next((each for each in self.treatments if each.id == name), None)

    def question(self, name: str) -> Question | None:
        """The question of the id *name*."""
        return next((each for each in self.questions if each.id == name), None)

    def about(self, values: Iterable[str]) -> tuple[str, ...]:
        """The questions about *values* (what matters to a person, in words of the guide), in their order, each once."""
        return tuple(dict.fromkeys(row for value in values for row in self._rows.get(value, ())))

    def _cell(self, question: Question, treatment: Treatment, entry: Mapping[str, Any]) -> Cell:
        certainty = entry.get("sure")
        is_known = not entry.get("nothing", False)
        lead = f"{self.levels[certainty - 1]}." if certainty else entry.get("lead", self._nothing)
        page = entry.get("page", treatment.page)
        return Cell(question, treatment, lead, entry["text"], certainty, is_known, tuple(entry["sources"]), page)
