"""The booklet on paper."""

from __future__ import annotations

import time
from functools import cache

import pikepdf
import pytest

from tests.handout.conftest import MADE_AT, MakeBooklet
from tests.summary import pdf
from tpe_guide.diary import catalogue
from tpe_guide.guide.library import Library
from tpe_guide.guide.model import BulletList, Paragraph, Picture, Span
from tpe_guide.handout.booklet import Booklet, Wish, build
from tpe_guide.handout.typeset import Print, to_pdf, to_png
from tpe_guide.summary.papers import PAPERS, Paper

TWO = ("tingling", "how-often")
UNIT = {"unit-phone": "01632 960 123"}
ODD = "#set page(fill: red) $x^2$ *b* <label> @ref // \\ ..."
POINTS = {"a4": (595.28, 841.89), "letter": (612, 792)}


@cache
def printed(*pages: str, paper: Paper = "a4", large: bool = False) -> bytes:
    """Made once for all who look at it."""
    made = build(Library.load(), catalogue.load("en"), UNIT, Wish(pages), MADE_AT)
    return to_pdf(made, Print(paper, large))


def elements(whole: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    return [
        each for each in whole.objects if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/StructElem"
    ]


def test_it_is_a_tagged_pdf_with_title_language_and_outline() -> None:
    with pdf.opened(printed(*TWO)) as whole:
        assert whole.Root.MarkInfo.Marked
        assert str(whole.Root.Lang) == "en"
        assert whole.Root.ViewerPreferences.DisplayDocTitle
        with whole.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == "TPE Guide"
        with whole.open_outline() as outline:
            titles = [each.title for each in outline.root]
            assert titles[:2] == ["Urgent help", "About this booklet"]
            assert titles[-2:] == ["Words explained", "Where this comes from"]
            below = [each.title for chapter in outline.root for each in chapter.children]
    assert below == ["Why might I tingle?", "How often do problems happen?", "What is this guide not?"]


def test_tags_say_what_is_a_heading_a_list_a_table_a_link_and_a_picture() -> None:
    with pdf.opened(printed(*TWO)) as whole:
        tags = [str(each.S) for each in elements(whole)]
        told = [str(each.Alt) for each in elements(whole) if each.S == "/Figure"]
    assert {"/H1", "/H2", "/H3", "/H4", "/L", "/LI", "/Table", "/TH", "/TD", "/Link", "/TOC", "/TOCI"} <= set(tags)
    pictures = [
        part
        for section in build(Library.load(), catalogue.load("en"), {}, Wish(TWO), MADE_AT).sections
        for part in section.parts
        if isinstance(part, Picture)
    ]
    assert pictures
    assert [picture.alt for picture in pictures] == told


def test_each_row_of_a_table_has_a_header_as_on_the_nurses_page() -> None:
    with pdf.opened(printed(*TWO)) as whole:
        firsts = [str(each.K[0].S) for each in elements(whole) if each.S == "/TR"]
    assert len(firsts) > 10
    assert set(firsts) == {"/TH"}


def test_urgent_help_comes_before_everything_and_has_the_units_number() -> None:
    first, second = (pdf.text_of(printed(*TWO), page) for page in (0, 1))
    assert "Urgenthelp" in first
    assert "112,911or999" in first
    assert "Yourunit:01632960123" in second
    assert pdf.squeezed("A clinician has not yet reviewed this list.") in second


def test_contents_name_the_very_pages() -> None:
    data = printed(*TWO)
    contents = pdf.text_of(data, 2)
    for title in ("Why might I tingle?", "How often do problems happen?", "Words explained"):
        line = contents[contents.index(pdf.squeezed(title)) + len(pdf.squeezed(title)) :].lstrip(".")
        digits = line[: len(line) - len(line.lstrip("0123456789"))]
        number = int(digits[:2]) if int(digits[:2]) <= pdf.page_count(data) else int(digits[0])
        assert pdf.squeezed(title) in pdf.text_of(data, number - 1)


def test_every_word_is_there() -> None:
    said = pdf.text_of(printed(*TWO))
    made = build(Library.load(), catalogue.load("en"), UNIT, Wish(TWO), MADE_AT)
    for word in made.words:
        assert pdf.squeezed(word.meaning) in said
    for source in made.sources:
        assert pdf.squeezed(f"[{source.number}]{source.text}") in said
    for line in made.about:
        assert pdf.squeezed(line) in said
    assert "Page1of" in said


@pytest.mark.parametrize("paper", PAPERS)
def test_each_paper_has_its_size(paper: Paper) -> None:
    with pdf.opened(printed("tired", paper=paper)) as whole:
        for page in whole.pages:
            assert [float(side) for side in page.MediaBox[2:]] == pytest.approx(POINTS[paper], abs=0.01)


@pytest.mark.parametrize(("large", "least"), [(False, 12), (True, 18)])
def test_letters_are_large_enough_for_tired_eyes(large: bool, least: int) -> None:
    assert min(pdf.text_sizes(printed("tingling", large=large))) >= least - 0.001


def test_all_is_black() -> None:
    assert {value for ink in pdf.inks(printed(*TWO)) for value in ink} <= {0.0, 1.0}


def test_only_our_own_fonts_are_used_and_only_what_is_used_of_them_is_inside() -> None:
    with pdf.opened(printed(*TWO)) as whole:
        fonts = [e for e in whole.objects if isinstance(e, pikepdf.Dictionary) and e.get("/Type") == "/FontDescriptor"]
        assert fonts
        for font in fonts:
            assert "+AtkinsonHyperlegibleNext" in str(font.FontName)  # the sign of a subset
            assert "/FontFile2" in font or "/FontFile3" in font


def test_the_same_booklet_is_the_same_bytes(booklet: MakeBooklet) -> None:
    made = booklet("tingling")
    assert to_pdf(made, Print()) == to_pdf(made, Print())


def with_words(made: Booklet, words: str) -> Booklet:
    """*made*, whose first page says *words* in every kind of place."""
    spans = (Span(words), Span(words, "strong"), Span(words, "slot", "x"))
    chapter = made.chapters[0]
    section = chapter.sections[0]._replace(title=words, foot=words, parts=(Paragraph(spans), BulletList((spans,))))
    chapters = (chapter._replace(title=words, sections=(section, *chapter.sections[1:])), *made.chapters[1:])
    return made._replace(title=words, chapters=chapters)


@pytest.mark.parametrize("words", [ODD, "Γεια σου, xin chào, 你好, سلام", "🙂 \u202e x\x07y", "w" * 300])
def test_odd_words_are_printed_and_never_obeyed(booklet: MakeBooklet, words: str) -> None:
    data = to_pdf(with_words(booklet("tired"), words), Print())
    assert pdf.page_count(data) > 3
    if words == ODD:
        assert pdf.text_of(data).count(pdf.squeezed(ODD)) >= 6


def test_the_whole_guide_is_set_within_a_few_seconds(library: Library) -> None:
    start = time.process_time()
    data = printed()
    assert time.process_time() - start < 30
    assert pdf.page_count(data) > 100
    assert len(data) < 6_000_000


def test_the_whole_guide_is_set_in_large_print_on_letter_too() -> None:
    assert pdf.page_count(printed(paper="letter", large=True)) > 150


def test_there_are_pictures_of_the_pages_to_look_at(booklet: MakeBooklet) -> None:
    pages = to_png(booklet("tired"), Print(), ppi=30)
    assert len(pages) > 3
    assert all(page.startswith(b"\x89PNG") for page in pages)
