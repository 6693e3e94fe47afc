"""The options, question by question, told."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tpe_guide.eyes_rest.machine import EyesRest, Row, Stop
from tpe_guide.eyes_rest.pictures.shown import ShownStop, words_of
from tpe_guide.eyes_rest.world import World
from tpe_guide.pictures.comparison.table import Question, Table
from tpe_guide.pictures.registry import PICTURES


def tell(rest: EyesRest, world: World) -> Stop:
    """What it shows."""
    table = Table(words_of(world, "comparison"))
    rows = [Row(question.name, partial(_compare, rest, table, question)) for question in table.questions]
    return ShownStop(rest, PICTURES["comparison"].title(), f"{table.no_winner} {table.certainty}", rows)


def _compare(rest: EyesRest, table: Table, question: Question) -> None:
    rest.enter(ShownStop(rest, question.name, question.name, [*_answers(table, question)]))


def _answers(table: Table, question: Question) -> Iterator[Row]:
    """What each option has to say to it."""
    for treatment in table.treatments:
        cell = table.cell(question.id, treatment.id)
        yield Row(f"{treatment.name}. {cell.words} {cell.mark}".strip())
