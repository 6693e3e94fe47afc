"""The glossary as a place to look things up."""

from __future__ import annotations

import pytest

from tpe_guide.guide.library import Library
from tpe_guide.guide.model import Term
from tpe_guide.guide.word_list import as_heading, letter, other_names, pages_about


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.load()


@pytest.fixture(scope="module")
def about(library: Library) -> dict[str, tuple[str, ...]]:
    return pages_about(library)


@pytest.mark.parametrize(("word", "heading"), [("plasma", "Plasma"), ("IVIG", "IVIG"), ("émotion", "Émotion")])
def test_a_heading_begins_with_a_capital_and_leaves_the_rest(word: str, heading: str) -> None:
    assert as_heading(word) == heading


@pytest.mark.parametrize(("word", "found"), [("plasma", "P"), ("Émotion", "E"), ("ångström", "A"), ("ASFA", "A")])
def test_a_word_is_found_under_its_letter_without_accents(word: str, found: str) -> None:
    assert letter(word) == found


def test_another_form_of_a_word_is_no_other_name() -> None:
    term = Term("drip", "drip", "A tube.", ("drips", "infusion", "Drip stand", "IV"))
    assert other_names(term) == ("infusion", "IV")


def test_a_word_leads_to_the_page_that_is_named_after_it_first(about: dict[str, tuple[str, ...]]) -> None:
    assert about["plasma"][0] == "what-plasma-is"
    assert about["rehabilitation"][0] == "rehabilitation"


def test_the_pages_that_link_a_word_come_in_reading_order(library: Library, about: dict[str, tuple[str, ...]]) -> None:
    pages = about["centrifuge"]
    assert [*pages] == sorted(pages, key=library.order.index)
    assert "the-machine" in pages


def test_a_word_that_no_page_links_leads_to_those_that_say_it(about: dict[str, tuple[str, ...]]) -> None:
    assert "what-steroids-do" in about["drip"]


def test_a_short_form_is_not_taken_for_the_beginning_of_another_word(about: dict[str, tuple[str, ...]]) -> None:
    """“IV” is another name of the drip; a page about IVIG is not about drips."""
    assert "ivig" not in about["drip"][:1]


def test_every_term_is_there_and_every_page_exists(library: Library, about: dict[str, tuple[str, ...]]) -> None:
    assert set(about) == {term.id for term in library.terms}
    assert {page for pages in about.values() for page in pages} <= set(library.order)
