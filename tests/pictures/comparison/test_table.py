"""The table as it is shipped, read without a window: complete, sourced, and said in words."""

from __future__ import annotations

import pytest

from tpe_guide.guide import deciding
from tpe_guide.guide.library import Library, load_compiled
from tpe_guide.pictures.comparison.table import LEVELS, Table


@pytest.fixture(scope="module")
def table() -> Table:
    return Table(load_compiled("comparison", "en"))


def test_waiting_is_one_of_the_options(table: Table) -> None:
    assert [each.id for each in table.treatments] == ["exchange", "steroids", "immunoadsorption", "ivig", "waiting"]


def test_each_cell_has_sources_or_says_openly_that_nothing_was_found(table: Table) -> None:
    cells = [table.cell(row.id, column.id) for row in table.questions for column in table.treatments]
    assert len(cells) == len(table.questions) * len(table.treatments) >= 45
    for cell in cells:
        assert cell.words
        if cell.is_known:
            assert cell.sources, cell.spoken
        else:
            assert not cell.sources
            assert cell.words.startswith("We found nothing. Ask ")


def test_only_how_sure_we_are_has_dots_and_its_words_say_the_same(table: Table) -> None:
    for row in table.questions:
        for column in table.treatments:
            cell = table.cell(row.id, column.id)
            assert (cell.certainty is not None) == (row.id == "sure")
            if cell.certainty is not None:
                assert 1 <= cell.certainty <= LEVELS
                assert cell.lead == f"{table.levels[cell.certainty - 1]}."
                assert f"{cell.certainty} of 3 dots" in cell.spoken


def test_a_cell_is_said_with_its_treatment_and_its_question(table: Table) -> None:
    said = table.cell("when", "exchange").spoken
    assert said == (
        "Plasma exchange. When may I notice something? Often by session 3 for those who get better."
        " For some it takes weeks."
    )
    sure = table.cell("sure", "ivig").spoken
    assert sure == "IVIG. How sure are we? Not sure. Too few data. 1 of 3 dots."


def test_first_words_and_the_rest_read_as_one(table: Table) -> None:
    for row in table.questions:
        for column in table.treatments:
            cell = table.cell(row.id, column.id)
            assert cell.words.startswith(cell.lead)
            assert cell.words.endswith((".", "?"))
            assert ".." not in cell.words


def test_each_cell_leads_to_a_page_that_there_is(table: Table) -> None:
    library = Library.load("en")
    pages = {table.cell(row.id, column.id).page for row in table.questions for column in table.treatments}
    for page in pages:
        assert library.page_title(page)


def test_each_value_that_may_matter_leads_to_questions(table: Table) -> None:
    for value in deciding.load("en").values:
        assert table.about([value]), value
    assert table.about(["my own words"]) == ()


def test_values_bring_their_questions_in_their_order_each_once(table: Table) -> None:
    few, needles, work = (deciding.load("en").values[at] for at in (2, 3, 5))
    assert table.about([work, few, needles]) == ("get", "feel", "wrong", "harmed")


def test_treatments_and_questions_are_found_by_id(table: Table) -> None:
    found = table.treatment("ivig")
    assert found is not None
    assert found.name == "IVIG"
    assert table.question("ivig") is None
    assert table.treatment("start") is None
