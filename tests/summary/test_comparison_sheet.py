"""The table of options on paper."""

from __future__ import annotations

import datetime as dt

import pikepdf
import pytest

from tests.summary.pdf import inks, opened, page_count, rule_widths, squeezed, text_of, text_sizes
from tpe_guide.guide.library import load_compiled
from tpe_guide.pictures.comparison.table import Table
from tpe_guide.summary.comparison_sheet import comparison_sheet
from tpe_guide.summary.papers import PAPERS, Paper
from tpe_guide.summary.sheet import to_pdf

PRINTED_AT = dt.datetime(2026, 5, 14, 9, 12, tzinfo=dt.UTC)
PICKS = ("sure", "when")


@pytest.fixture(scope="module")
def table() -> Table:
    return Table(load_compiled("comparison", "en"))


@pytest.mark.parametrize("paper", PAPERS)
def test_every_cell_is_printed_on_one_sheet(table: Table, paper: Paper) -> None:
    pdf = to_pdf(comparison_sheet(table, PICKS, "en"), PRINTED_AT, paper)
    assert page_count(pdf) == 2, "the sources are on the back"
    written = text_of(pdf, 0)
    for row in table.questions:
        assert squeezed(row.name) in written
        for column in table.treatments:
            assert squeezed(table.cell(row.id, column.id).words) in written
    for column in table.treatments:
        assert squeezed(column.name) in written
    assert squeezed("No option is best for all. Take your picks to your team.") in written
    assert squeezed("My question for the team") in written


def test_picked_rows_stand_first_with_a_star_each(table: Table) -> None:
    pdf = to_pdf(comparison_sheet(table, PICKS, "en"), PRINTED_AT)
    written = text_of(pdf)
    places = [written.index(squeezed(table.question(name).name)) for name in (*PICKS, "what")]
    assert places == sorted(places)
    assert told(pdf).count("matters to me") == len(PICKS)
    assert 4.0 in rule_widths(pdf)
    assert squeezed("A star and a thick line mark what matters to me.") in written


def test_with_nothing_picked_nothing_is_marked(table: Table) -> None:
    pdf = to_pdf(comparison_sheet(table, (), "en"), PRINTED_AT)
    assert "matters to me" not in told(pdf)
    assert 4.0 not in rule_widths(pdf)
    assert squeezed("A star") not in text_of(pdf)


def test_dots_are_told_as_a_number(table: Table) -> None:
    pdf = to_pdf(comparison_sheet(table, (), "en"), PRINTED_AT)
    wanted = [table.cell("sure", column.id).mark for column in table.treatments]
    assert sorted(told(pdf)) == sorted(wanted)


def test_it_is_black_and_white_with_letters_large_enough(table: Table) -> None:
    pdf = to_pdf(comparison_sheet(table, PICKS, "en"), PRINTED_AT)
    assert {value for ink in inks(pdf) for value in ink} <= {0.0, 1.0}
    assert min(text_sizes(pdf)) >= 9
    assert min(rule_widths(pdf)) >= 0.75


def test_a_longer_table_goes_on_with_its_head(table: Table) -> None:
    sheet = comparison_sheet(table, PICKS, "en")._replace(sources=())
    longer = sheet._replace(words={**sheet.words, "rows": [*sheet.words["rows"], *sheet.words["rows"]]})  # type: ignore[misc]
    pdf = to_pdf(longer, PRINTED_AT)
    assert page_count(pdf) == 2
    for page in range(2):
        assert squeezed("Waiting with rehab") in text_of(pdf, page)


def test_it_is_a_tagged_table(table: Table) -> None:
    with opened(to_pdf(comparison_sheet(table, PICKS, "en"), PRINTED_AT)) as whole:
        assert whole.Root.MarkInfo.Marked
        kinds = [str(each.S) for each in whole.objects if isinstance(each, pikepdf.Dictionary) and "/S" in each]
    assert "/Table" in kinds
    assert kinds.count("/TH") == 1 + len(table.treatments) + len(table.questions)
    assert kinds.count("/TD") == len(table.questions) * len(table.treatments)


def told(pdf: bytes) -> list[str]:
    """What stands for each thing that is drawn."""
    with opened(pdf) as whole:
        return [str(each.Alt) for each in whole.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each]
