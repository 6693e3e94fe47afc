"""What stands in a booklet: the words of the screen, and in words what the screen says by looks."""

from __future__ import annotations

import pytest

from tests.handout.conftest import MakeBooklet
from tpe_guide.errors import MisnamedPage
from tpe_guide.guide.depth import blocks_at, spans_in
from tpe_guide.guide.library import Library
from tpe_guide.guide.model import Heading, Picture, Span, Table
from tpe_guide.handout.booklet import ABOUT, Booklet, Box
from tpe_guide.handout.drawings import pictures_of

PLAIN = ("text", "strong", "word", "page", "cite", "slot")


def words(part: object) -> str:
    return "".join(span.text for span in spans_in(part) if span.kind != "cite")


def boxes(made: Booklet, kind: str) -> list[Box]:
    return [part for section in made.sections for part in section.parts if isinstance(part, Box) and part.kind == kind]


# Which pages


def test_the_whole_guide_has_each_page_in_order(booklet: MakeBooklet, library: Library) -> None:
    made = booklet()
    assert tuple(section.id for section in made.sections) == library.order
    assert made.whole
    assert made.title == library.title


def test_chosen_pages_stand_in_the_order_of_the_guide_each_once(booklet: MakeBooklet) -> None:
    made = booklet("cramps", "tingling", "cramps")
    assert [section.id for section in made.sections] == ["tingling", "cramps", ABOUT]
    assert made.subtitle == "2 pages to take home"


def test_one_page_gives_the_booklet_its_title(booklet: MakeBooklet) -> None:
    assert booklet("tingling").title == "Why might I tingle?"


def test_what_the_guide_is_not_is_in_every_booklet_once(booklet: MakeBooklet) -> None:
    for made in (booklet(), booklet("tingling"), booklet(ABOUT)):
        assert [section.id for section in made.sections].count(ABOUT) == 1


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("tinglin", "tingling"), ("Tingling", "tingling"), ("sour", "sour-taste"), ("warning", "warning-signs")],
)
def test_an_id_that_is_not_there_is_told_with_the_nearest(booklet: MakeBooklet, typed: str, meant: str) -> None:
    with pytest.raises(MisnamedPage) as raised:
        booklet("cramps", typed)
    assert (raised.value.page, raised.value.nearest) == (typed, meant)


@pytest.mark.parametrize("typed", ["", "?", "zzzzzzzzzzzzz"])
def test_also_nonsense_has_a_nearest(booklet: MakeBooklet, library: Library, typed: str) -> None:
    with pytest.raises(MisnamedPage) as raised:
        booklet(typed)
    assert raised.value.nearest in library.order


# Its words


def test_every_sentence_of_each_page_is_in_the_booklet(booklet: MakeBooklet, library: Library) -> None:
    sections = {section.id: section for section in booklet().sections}
    for page_id in library.order:
        page, printed = library.page(page_id), words(sections[page_id].parts)
        for span in spans_in((page.in_short, blocks_at(page, "full"), page.action)):
            if span.kind != "cite":
                assert span.text in printed
        for __, block in blocks_at(page, "full"):
            if isinstance(block, Picture):
                assert block in sections[page_id].parts


@pytest.mark.parametrize(("depth", "has_minute"), [("facts", False), ("minute", True)])
def test_a_lesser_depth_leaves_out_what_the_screen_leaves_out(
    booklet: MakeBooklet, library: Library, depth: str, has_minute: bool
) -> None:
    section = booklet("tingling", depth=depth).sections[0]
    page, printed = library.page("tingling"), words(section.parts)
    assert words(page.in_short[0]) in printed
    assert (words(page.minute[0]) in printed) is has_minute
    assert "How often does it happen?" not in printed
    assert words(page.action) in printed


def test_what_only_looks_tell_on_screen_is_said_in_words(booklet: MakeBooklet) -> None:
    made = booklet()
    assert {box.label for box in boxes(made, "warning")} == {"Important"}
    assert {box.label for box in boxes(made, "note")} == {"Note"}
    assert {box.label for box in boxes(made, "differ")} == {"Sources differ"}
    assert {box.title for box in boxes(made, "say")} == {"What you can say"}
    for box in boxes(made, "differ"):
        assert [words(cell) for cell in next(b for b in box.blocks if isinstance(b, Table)).header] == [
            "Who says so",
            "What they say",
        ]


def test_a_page_for_some_says_for_whom(booklet: MakeBooklet) -> None:
    for page in ("living-with-a-line", "having-a-line-put-in"):
        assert "This page is for people with a line." in words(booklet(page).sections[0].parts[:1])


def test_headings_go_down_one_level_at_a_time(booklet: MakeBooklet) -> None:
    for made in (booklet(), booklet(depth="minute")):
        for section in made.sections:
            before = 2
            for part in section.parts:
                if isinstance(part, Heading | Box):
                    assert part.level <= before + 1
                    before = part.level


# Where words lead


def test_only_what_paper_can_do_is_left(booklet: MakeBooklet) -> None:
    assert {span.kind for section in booklet().sections for span in spans_in(section.parts)} <= {*PLAIN}
    printed = words(booklet("on-the-machine").sections[0].parts)
    assert "Rehearse this part (in the program)" in printed


def test_a_page_that_is_not_in_the_booklet_is_no_link(booklet: MakeBooklet) -> None:
    made = booklet("on-the-machine", "tingling")
    leads = {span.target for span in spans_in(made.sections[0].parts) if span.kind == "page"}
    assert leads == {"tingling"}
    assert "feeling sick" in words(made.sections[0].parts)


@pytest.mark.parametrize("pages", [(), ("tingling",), ("how-often", "tired")])
def test_words_and_sources_are_those_that_are_named_and_no_more(booklet: MakeBooklet, pages: tuple[str, ...]) -> None:
    made = booklet(*pages)
    spans = [(section.id, span) for section in made.sections for span in spans_in(section.parts)]
    assert {word.id for word in made.words} == {span.target for __, span in spans if span.kind == "word"}
    cited = {(page, int(number)) for page, span in spans if span.kind == "cite" for number in span.text.split(", ")}
    assert {(page, source.number) for source in made.sources for page in source.pages} == cited
    assert [source.number for source in made.sources] == [*range(1, len(made.sources) + 1)]


def test_a_number_means_the_source_that_it_means_on_the_page(booklet: MakeBooklet, library: Library) -> None:
    made = booklet()
    texts = {source.number: source.text for source in made.sources}
    for section in made.sections:
        page = library.page(section.id)
        own = {source.number: source.text for source in page.sources}
        on_screen = [span for span in spans_in((page.in_short, blocks_at(page, "full"))) if span.kind == "cite"]
        printed = [span for span in spans_in(section.parts) if span.kind == "cite"]
        for screen, paper in zip(on_screen, printed, strict=False):
            here = {own[int(number)] for number in screen.text.split(",")}
            assert {texts[int(number)] for number in paper.text.split(",")} == here


# The unit, and what the booklet says of itself


def test_the_units_own_words_stand_in_their_places_and_are_told_as_such(booklet: MakeBooklet) -> None:
    slots = {"unit-phone": "01632 960 123", "out-of-hours": "01632 960 456", "crisis-line": "01632 960 789"}
    made = booklet(own=slots)
    assert [number.number for number in made.urgent.calls[1].numbers] == ["01632 960 123", "01632 960 456"]
    assert "01632 960 789" in str(made.urgent.calls[0].groups)
    own = [span for section in made.sections for span in spans_in(section.parts) if span.kind == "slot"]
    assert Span("01632 960 123", "slot", "unit-phone") in own
    assert any("your unit’s own" in line for line in made.about)


def test_without_a_unit_there_is_a_line_to_write_on(booklet: MakeBooklet) -> None:
    made = booklet()
    assert [number.number for number in made.urgent.calls[1].numbers] == ["", ""]
    assert not any("your unit’s own" in line for line in made.about)
    assert "{{" not in str(made)


def test_what_the_unit_says_for_one_booklet_is_not_in_the_next(booklet: MakeBooklet) -> None:
    booklet(own={"unit-phone": "01632 960 123"})
    assert "01632" not in str(booklet())


def test_urgent_help_has_every_sign_of_the_screen(booklet: MakeBooklet) -> None:
    from tpe_guide.diary import catalogue

    words_of = catalogue.load("en")
    printed = [sign for call in booklet("tired").urgent.calls for __, signs in call.groups for sign in signs]
    assert len(printed) == len(words_of.signs)
    assert booklet("tired").urgent.calls[0].numbers[0].number == "112, 911 or 999"


def test_it_says_of_when_it_is(booklet: MakeBooklet, library: Library) -> None:
    made = booklet("tired")
    assert any("14 May 2026" in line for line in made.about)
    assert any(library.version in line for line in made.about)
    assert "Not yet reviewed by a clinician. To be looked at again by" in made.sections[0].foot


# Pictures


def test_every_picture_of_the_guide_is_there_in_both_looks(booklet: MakeBooklet) -> None:
    pictures = [part for section in booklet().sections for part in section.parts if isinstance(part, Picture)]
    assert len(pictures) >= 30
    for picture in pictures:
        for look in ("paper", "light"):
            found = pictures_of(picture.name, "arm-veins", look)
            assert found
            assert all(svg.startswith("<svg") for svg in found)


def test_a_picture_of_the_readers_own_shows_what_they_have() -> None:
    needles, line = (pictures_of("scene-04-tingle/yours", access, "paper") for access in ("arm-veins", "neck-line"))
    assert needles != line


def test_a_picture_that_is_not_there_is_told(booklet: MakeBooklet) -> None:
    assert pictures_of("nowhere", "arm-veins", "paper") == ()
    assert pictures_of("odds:nowhere", "arm-veins", "paper") == ()
