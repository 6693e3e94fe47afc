"""How much of a page is shown."""

from __future__ import annotations

import pytest

from tests.ui.sample_guide import RICH_PAGE
from tpe_guide.guide.depth import Depth, blocks_at, depth_for, sources_at, words_in
from tpe_guide.guide.library import Library
from tpe_guide.guide.model import Page, Paragraph, Source, SourcesDiffer, Span


def cited(words: str, number: str) -> tuple[Span, ...]:
    return (Span(words), Span(number, "cite", "F"))


DEPTHS: tuple[Depth, ...] = ("facts", "minute", "full")

PAGE = Page(
    "one",
    "One",
    "chapter",
    (cited("Three words here.", "1"),),
    (Paragraph(cited("A minute more.", "2")),),
    (Paragraph(cited("And all the rest of it.", "2, 3")),),
    (Span("Ask."),),
    "Why?",
    (Source(1, "first"), Source(2, "second"), Source(3, "third")),
    "2027-01-01",
    "",
)


def test_a_page_on_a_foggy_day_has_nothing_between_its_facts_and_what_to_do() -> None:
    assert blocks_at(PAGE, "facts") == ()


def test_each_depth_holds_the_one_before() -> None:
    assert [name for name, __ in blocks_at(PAGE, "minute")] == ["minute.0"]
    assert [name for name, __ in blocks_at(PAGE, "full")] == ["minute.0", "full.0"]


def test_that_sources_differ_is_told_from_the_minute_on() -> None:
    differ = SourcesDiffer("How long?", (), ())
    page = PAGE._replace(full=(*PAGE.full, differ))
    assert blocks_at(page, "minute")[-1] == ("full.1", differ)


def listed(page: Page, depth: Depth) -> list[tuple[str, list[int]]]:
    return [(part, [source.number for source in sources]) for part, sources in sources_at(page, depth)]


def test_each_stretch_lists_the_sources_cited_in_it_and_they_keep_their_numbers() -> None:
    assert listed(PAGE, "facts") == [("in_short", [1])]
    assert listed(PAGE, "minute") == [("minute", [1, 2])]
    assert listed(PAGE, "full") == [("minute", [1, 2]), ("full", [2, 3])]


def test_a_source_is_counted_once_however_often_it_is_cited() -> None:
    page = PAGE._replace(minute=(Paragraph(cited("Again.", "1, 2")), Paragraph(cited("And again.", "2"))))
    assert listed(page, "minute") == [("minute", [1, 2])]


def test_what_the_one_thing_to_do_cites_is_listed_at_every_depth() -> None:
    page = PAGE._replace(action=cited("Ask.", "3"))
    assert [listed(page, depth)[-1][1][-1] for depth in DEPTHS] == [3, 3, 3]


def test_words_are_counted_as_they_are_read() -> None:
    facts = len(["One", "Three", "words", "here.", "Ask.", "Why?"])
    assert words_in(PAGE) == (facts, facts + 3, facts + 9)


def test_the_guide_knows_how_long_its_pages_are_without_opening_them() -> None:
    library = Library.load()
    for page in library.order:
        words = tuple(library.words(page, depth) for depth in ("facts", "minute", "full"))
        assert words == words_in(library.page(page))
        assert words[0] < words[1] < words[2]


def test_a_chapter_is_as_long_as_the_pages_still_to_read_in_it() -> None:
    library = Library.load()
    *__, before, last = library.chapters[0].pages
    assert library.words_to_chapter_end(last, "full") == library.words(last, "full")
    assert library.words_to_chapter_end(before, "full") == library.words(before, "full") + library.words(last, "full")


@pytest.mark.parametrize(
    ("part", "least", "depth"),
    [("minute", "facts", "minute"), ("full", "facts", "full"), ("minute", "full", "full"), ("end", "facts", "facts")],
)
def test_what_is_looked_for_is_shown_and_never_less_than_was_chosen(part: str, least: str, depth: str) -> None:
    assert depth_for(part, least) == depth  # type: ignore[arg-type]


def test_every_block_of_a_rich_page_stands_in_it_once() -> None:
    names = [name for name, __ in blocks_at(RICH_PAGE, "full")]
    assert len(set(names)) == len(names) == len(RICH_PAGE.minute) + len(RICH_PAGE.full)
