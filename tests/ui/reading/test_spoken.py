"""What is said of a page that is read aloud: all its words once, in order, and none of its marks and buttons."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.programs import OpenProgram, find
from tpe_guide.settings import Settings
from tpe_guide.ui.reading.document import PageDocument
from tpe_guide.ui.reading.reading_view import ReadingView
from tpe_guide.ui.reading.spoken import Sentence, sentences


@pytest.fixture
def document(open_program: OpenProgram, request: pytest.FixtureRequest) -> PageDocument:
    program = open_program(page=request.param, chosen=Settings(depth="full"))
    shown = find(program, "reading-view", ReadingView).page_shown
    assert shown is not None
    return shown


def words(document: PageDocument) -> list[str]:
    return [each.words for each in sentences(document)]


@pytest.mark.parametrize("document", ["spin-or-filter"], indirect=True)
class TestAPage:
    def test_begins_with_its_chapter_and_title_and_goes_sentence_by_sentence(self, document: PageDocument) -> None:
        assert words(document)[:6] == [
            "Chapter 2 · How plasma exchange works",
            "Spin or filter?",
            "In short",
            "The machine may spin your blood, or filter it.",
            "Both ways take plasma out and give back your cells.",
            "Both take about 2 hours a session.",
        ]

    def test_has_no_marks_of_sources_and_no_buttons(self, document: PageDocument) -> None:
        said = " ".join(words(document))
        assert "[" not in said
        assert "Where this comes from" not in said
        assert "Add to my questions" not in said
        assert "￼" not in said

    def test_tells_what_is_drawn(self, document: PageDocument) -> None:
        said = words(document)
        begin = said.index("Picture: Two machines side by side.")
        assert said[begin + 1] == "On the left, a round bowl turns."
        assert "sieve" in said[begin + 3]
        assert max(map(len, said)) < 200, "a sentence back is not far"

    def test_leaves_out_none_of_its_paragraphs(self, document: PageDocument) -> None:
        said = " ".join(words(document))
        for words_of_it in ("You do not have to choose", "Does your machine spin or filter?", "heparin"):
            assert words_of_it in said

    def test_knows_where_each_sentence_stands(self, document: PageDocument) -> None:
        text = document.toPlainText()
        for each in sentences(document):
            if not text[each.start : each.end].startswith("\N{OBJECT REPLACEMENT CHARACTER}"):
                assert text[each.start : each.end].split()[0] == each.words.split()[0]
        starts = [each.start for each in sentences(document)]
        assert starts == sorted(starts)


@pytest.mark.parametrize("document", ["waiting-with-rehab"], indirect=True)
def test_a_table_is_said_cell_by_cell_with_the_heads_of_row_and_column(document: PageDocument) -> None:
    said = words(document)
    count = "clearly better, first trial, plasma exchange: 42 of every 100"
    assert count in said, "42 alone says nothing"
    assert said[said.index(count) - 3] == "Table: of every 100; counted when; sham; plasma exchange"


def test_letters_that_qt_counts_twice_and_soft_hyphens(qtbot: QtBot) -> None:
    from tpe_guide.ui.kit.theme import Theme
    from tpe_guide.ui.reading.document import Node
    from tpe_guide.ui.reading.measure import WIDE

    document = PageDocument("", Theme(), WIDE)
    document.setPlainText("\N{DROP OF BLOOD} Plas\N{SOFT HYPHEN}ma. Then more.")
    document.nodes = [Node("paragraph", "", 0, document.characterCount() - 1)]
    assert sentences(document) == [
        Sentence("\N{DROP OF BLOOD} Plasma.", 0, 11),
        Sentence("Then more.", 12, 22),
    ]
