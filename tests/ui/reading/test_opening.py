"""Room in the text of a page: where it opens, what it moves, and that nothing is left of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from tests.ui.sample_guide import RICH_PAGE, words
from tpe_guide.guide.model import BulletList, Heading, Page, Paragraph, Span, Table
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.reading.document import Node, PageDocument, line_rects
from tpe_guide.ui.reading.measure import measure_for
from tpe_guide.ui.reading.opening import Opening
from tpe_guide.ui.reading.pages import build_page

HEIGHT = 120
SIZES = [(760, 100), (480, 100), (1366, 200), (480, 400), (360, 400)]


@pytest.fixture(autouse=True)
def _fonts(qapp: object) -> None:
    """Documents need the application and its fonts."""


def build(page: Page = RICH_PAGE, width: int = 760, percent: int = 100) -> PageDocument:
    theme = Theme(percent=percent)
    document = build_page(page, "Chapter 1", "0a1b2c3d", theme, measure_for(width, theme), depth="full")
    document.fit(width)
    document.lay_out()
    return document


def link_of(document: PageDocument, kind: str) -> int:
    return next(index for index, anchor in enumerate(document.anchors) if anchor.link.kind == kind)


def told(nodes: list[Node], text: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for node in nodes:
        found.append((node.role, text[node.start : node.end]))
        found += told(node.children, text)
    return found


def all_there_is(document: PageDocument) -> object:
    text = document.toPlainText()
    links = [(text[anchor.start : anchor.end], anchor.link) for anchor in document.anchors]
    blocks = [(name, text[start : start + 8]) for start, name in document.blocks]
    return links, told(document.nodes, text), blocks, document.marks, document.geometry, document.height


def page_of(*blocks: object) -> Page:
    return RICH_PAGE._replace(in_short=(), minute=blocks, full=(), action=(), question="")  # type: ignore[arg-type]


def words_above_and_below(document: PageDocument, place: QRectF) -> tuple[str, str]:
    """The last line above *place*, and the first below it."""
    above = below = ""
    block = document.begin()
    while block.isValid():
        for number in range(block.layout().lineCount()):
            line = block.layout().lineAt(number)
            start = block.position() + line.textStart()
            said = block.text()[line.textStart() : line.textStart() + line.textLength()].strip()
            rects = line_rects(document, start, start + 1)
            if said and rects and "\N{OBJECT REPLACEMENT CHARACTER}" not in said:
                if rects[0].bottom() <= place.top() + 1:
                    above = said
                elif not below and rects[0].top() >= place.bottom() - 1:
                    below = said
        block = block.next()
    return above, below


def test_it_opens_below_the_sentence_and_the_rest_of_the_paragraph_moves_down() -> None:
    sentence = (Span("It is usually "), Span("albumin", "word", "antibody"), Span(". Your blood cells come back."))
    document = build(page_of(Paragraph(sentence)))
    opening = Opening(document, link_of(document, "word"), HEIGHT)
    above, below = words_above_and_below(document, opening.place)
    assert above.endswith("It is usually albumin.")
    assert below.startswith("Your blood cells")
    assert opening.place.height() == HEIGHT
    assert opening.place.width() == document.column_width


def test_the_marks_of_its_sources_stay_with_the_sentence() -> None:
    sentence = (
        Span("It is "),
        Span("albumin", "word", "antibody"),
        Span("."),
        Span("1", "cite", "S1-01"),
        Span("3", "cite", "L-P01"),
        Span(" Your blood cells come back."),
        Span("2", "cite", "S1-02"),
    )
    document = build(page_of(Paragraph(sentence)))
    for kind in ("word", "cite"):
        opening = Opening(document, link_of(document, kind), HEIGHT)
        above, below = words_above_and_below(document, opening.place)
        assert above.endswith("[3]"), kind
        assert below.startswith("Your blood cells"), kind
        opening.close()


def test_all_above_it_stays_where_it_was() -> None:
    document = build()
    index = link_of(document, "word")
    before = document.geometry.links[: index + 1]
    Opening(document, index, HEIGHT)
    assert document.geometry.links[: index + 1] == before


@pytest.mark.parametrize(("width", "percent"), SIZES)
def test_once_closed_all_is_as_it_was(width: int, percent: int) -> None:
    document = build(width=width, percent=percent)
    before = all_there_is(document)
    for index in range(len(document.anchors)):
        opening = Opening(document, index, HEIGHT)
        assert document.opened == index
        assert document.height >= before[-1]  # type: ignore[index]
        opening.close()
        assert all_there_is(document) == before, document.anchors[index]
    assert document.opened == -1


@pytest.mark.parametrize(("width", "percent"), SIZES)
def test_nothing_of_the_page_lies_in_it(width: int, percent: int) -> None:
    document = build(width=width, percent=percent)
    for index in range(len(document.anchors)):
        opening = Opening(document, index, HEIGHT)
        place = opening.place.adjusted(2, 2, -2, -2)
        assert 0 <= opening.place.left() < opening.place.right() <= width
        for rects in document.geometry.links:
            assert not any(rect.intersects(place) for rect in rects), document.anchors[index]
        opening.close()


def test_what_leads_on_still_leads_to_the_same_words() -> None:
    document = build()
    before = [(document.toPlainText()[each.start : each.end], each.link) for each in document.anchors]
    Opening(document, link_of(document, "word"), HEIGHT)
    assert [(document.toPlainText()[each.start : each.end], each.link) for each in document.anchors] == before


def test_in_a_table_it_opens_below_the_row() -> None:
    rows = ((words("Albumin"), (Span("a "), Span("protein", "word", "antibody"))), (words("Water"), words("Salt")))
    document = build(page_of(Table((words("What"), words("Is")), rows)))
    before = all_there_is(document)
    opening = Opening(document, link_of(document, "word"), HEIGHT)
    above, below = words_above_and_below(document, opening.place)
    assert above == "a protein"
    assert below == "Water"
    opening.close()
    assert all_there_is(document) == before


def test_below_a_heading_there_is_room_too() -> None:
    heading = Heading(2, (Span("What is "), Span("albumin", "word", "antibody"), Span("?")))
    document = build(page_of(heading, Paragraph(words("A protein."))))
    opening = Opening(document, link_of(document, "word"), HEIGHT)
    __, below = words_above_and_below(document, opening.place)
    assert below == "A protein."


def test_in_a_card_it_is_as_wide_as_the_card_inside() -> None:
    page = RICH_PAGE._replace(in_short=((Span("A "), Span("fact", "word", "antibody"), Span(".")),))
    document = build(page)
    opening = Opening(document, link_of(document, "word"), HEIGHT)
    card, look = document.geometry.cards[0]
    assert card.contains(opening.place)
    assert opening.place.width() > card.width() - look.bar_width - 20


def test_it_grows_with_what_lies_in_it() -> None:
    document = build()
    opening = Opening(document, link_of(document, "word"), HEIGHT)
    before, place = document.height, opening.place
    opening.grow(HEIGHT + 50)
    assert document.height == before + 50
    assert opening.place.topLeft() == place.topLeft()


def test_in_another_width_it_is_below_the_same_sentence() -> None:
    document = build(page_of(BulletList((RICH_PAGE.minute[1].spans,))))
    opening = Opening(document, link_of(document, "word"), HEIGHT)
    document.fit(480)
    above, __ = words_above_and_below(document, opening.place)
    assert above.endswith("blood.")
    assert opening.place.width() == document.column_width
