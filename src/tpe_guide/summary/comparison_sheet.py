"""The comparison on paper, with what matters to the person marked and first: to take to the team."""

from __future__ import annotations

from collections.abc import Sequence

from tpe_guide.i18n import _
from tpe_guide.pictures.comparison.order import in_order
from tpe_guide.pictures.comparison.table import LEVELS, Table
from tpe_guide.summary.sheet import Sheet


def comparison_sheet(table: Table, picks: Sequence[str], language: str) -> Sheet:
    """The sheet of *table* with the rows of the ids *picks* first."""
    rows = [
        {
            "question": question.name,
            "picked": question.id in picks,
            "cells": [_printed(table, question.id, treatment.id) for treatment in table.treatments],
        }
        for question in in_order(table.questions, picks)
    ]
    words = {
        "no_winner": table.no_winner,
        "treatments": [treatment.name for treatment in table.treatments],
        "widths": _widths(table),
        "rows": rows,
        "key": _("A star and a thick line mark what matters to me.") if picks else "",
        "star": _("matters to me"),
        "certainty": table.certainty,
        "levels": LEVELS,
        "question": _("My question for the team"),
        "your_option": _("Your options"),
    }
    cells = (table.cell(row.id, column.id) for row in table.questions for column in table.treatments)
    sources = tuple(dict.fromkeys(source for cell in cells for source in cell.sources))
    return Sheet("comparison.typ", language, table.title, words, sources)


def _widths(table: Table) -> list[float]:
    """How wide each column is beside the others: more words, more room, so that the whole fits on one sheet."""
    lengths = [
        sum(len(table.cell(question.id, treatment.id).words) for question in table.questions)
        for treatment in table.treatments
    ]
    return [(length / max(lengths)) ** 0.7 for length in lengths]


def _printed(table: Table, question: str, treatment: str) -> dict[str, object]:
    cell = table.cell(question, treatment)
    rest = cell.words[len(cell.lead) :].lstrip()
    return {"lead": cell.lead, "text": rest, "dots": cell.certainty or 0, "mark": cell.mark}
