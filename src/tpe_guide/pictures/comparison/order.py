"""Which rows stand first: those that were picked."""

from __future__ import annotations

from collections.abc import Sequence

from tpe_guide.pictures.comparison.table import Question


def in_order(questions: Sequence[Question], picks: Sequence[str]) -> tuple[Question, ...]:
    """Those of the ids *picks* first, in the order they were picked; the others as they were."""
    by_id = {question.id: question for question in questions}
    first = [by_id[pick] for pick in dict.fromkeys(picks) if pick in by_id]
    return (*first, *(question for question in questions if question not in first))


def toggled(picks: Sequence[str], pick: str) -> tuple[str, ...]:
    """*picks* without *pick*, or with it as the last of them."""
    return tuple(each for each in picks if each != pick) if pick in picks else (*picks, pick)
