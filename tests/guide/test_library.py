"""The guide as the program reads it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.authoring.small_guide import GLOSSARY, GUIDE, Content, page_text
from tpe_guide.errors import CannotRunHere, NoSuchPage
from tpe_guide.freshness import bring_up_to_date
from tpe_guide.guide.library import Library


def opened(language: str = "en") -> Library:
    bring_up_to_date()
    return Library.load(language)


@pytest.fixture
def library(checkout: Content) -> Library:
    checkout.write("en/guide.yaml", GUIDE + "  - {id: more, title: More, pages: [how-long]}\n")
    checkout.write("en/more/how-long.md", page_text(id="how-long", title="How long?"))
    return opened()


def test_chapters_and_pages_stand_in_reading_order(library: Library) -> None:
    assert library.title == "A small guide"
    assert [(chapter.id, chapter.title) for chapter in library.chapters] == [("basics", "Basics"), ("more", "More")]
    assert library.order == ("plasma", "machine", "how-long")


def test_a_page_knows_its_place(library: Library) -> None:
    assert library.position("machine") == (1, 2, 2)
    assert library.position("how-long") == (2, 1, 1)
    assert library.chapter_of("how-long").title == "More"


def test_next_and_back_cross_chapters_and_end(library: Library) -> None:
    assert library.neighbours("plasma") == (None, "machine")
    assert library.neighbours("machine") == ("plasma", "how-long")
    assert library.neighbours("how-long") == ("machine", None)


def test_a_title_costs_no_page(library: Library) -> None:
    assert library.page_title("machine") == "The machine"


def test_a_page_is_made_once(library: Library) -> None:
    assert library.page("plasma") is library.page("plasma")


@pytest.mark.parametrize("ask", ["page", "page_title", "neighbours", "chapter_of", "position"])
def test_a_page_that_does_not_exist(library: Library, ask: str) -> None:
    with pytest.raises(NoSuchPage) as raised:
        getattr(library, ask)("nowhere")
    assert raised.value.page == "nowhere"


def test_the_glossary_is_in_alphabetical_order(checkout: Content) -> None:
    checkout.write(
        "en/glossary.yaml",
        GLOSSARY + "drip: {word: drip, meaning: A tube.}\ncells: {word: Cells, meaning: Small parts.}\n",
    )
    assert [term.word for term in opened().terms] == ["Cells", "drip", "Plasma"]


def test_a_term_that_does_not_exist(library: Library) -> None:
    with pytest.raises(KeyError):
        library.term("nowhere")


def test_a_language_without_a_guide_reads_english(checkout: Content) -> None:
    assert opened("eo").language == "en"


@pytest.mark.parametrize("damage", [None, b"", b"{", json.dumps({"format": 0}).encode()])
def test_an_installation_that_is_damaged_says_so(checkout: Content, tmp_path: Path, damage: bytes | None) -> None:
    (tmp_path / "compiled").mkdir()
    if damage is not None:
        (tmp_path / "compiled" / "guide.en.json").write_bytes(damage)
    with pytest.raises(CannotRunHere):
        Library.load()
