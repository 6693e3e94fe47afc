"""What changed between a page as it was read and as it is now."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.ui.sample_guide import RICH_PAGE
from tpe_guide.guide.changes import Change, changes
from tpe_guide.guide.library import Library
from tpe_guide.guide.model import Page, Paragraph, Span
from tpe_guide.guide.statements import Statements, passage, statements

WORDS = st.sampled_from(["blood", "plasma", "nurse", "needle", "line", "arm", "rest", "drink", "cold", "warm", "day"])
SENTENCES = st.lists(WORDS, min_size=4, max_size=9).map(lambda found: " ".join(found).capitalize() + ".")
BLOCKS = st.lists(SENTENCES, min_size=1, max_size=3, unique=True).map(tuple)
PAGES = st.lists(BLOCKS, min_size=1, max_size=5)


def said(*blocks: tuple[str, ...]) -> Statements:
    return Statements("A page", tuple(map(passage, blocks)))


class TestOnePage:
    def test_a_number_is_told_first_with_its_sentence(self) -> None:
        before = said(("It takes 2 hours.", "Bring a book."))
        now = said(("It takes 3 hours.", "Bring a warm blanket and a book."))
        assert changes(before, now) == (
            Change("number", "It takes 2 hours.", "It takes 3 hours."),
            Change("reworded", "Bring a book.", "Bring a warm blanket and a book."),
        )

    def test_a_sentence_that_came_and_one_that_went(self) -> None:
        before = said(("You may feel cold.",), ("Tell the nurse at once.",))
        now = said(("Tell the nurse at once.",), ("Smoking can make you dizzy, so leave it.",))
        assert changes(before, now) == (
            Change("added", "", "Smoking can make you dizzy, so leave it."),
            Change("removed", "You may feel cold.", ""),
        )

    def test_what_only_moved_has_not_changed(self) -> None:
        assert changes(said(("One.",), ("Two.",)), said(("Two.",), ("One.",))) == ()
        assert changes(said(("One.", "Two.")), said(("One.",), ("Two.",))) == ()

    def test_another_title_is_a_change(self) -> None:
        before, now = said(("One.",)), said(("One.",))._replace(title="A page about arms")
        assert changes(before, now) == (Change("reworded", "A page", "A page about arms"),)

    def test_two_numbers_in_sentences_alike_are_not_mixed_up(self) -> None:
        before = said(("Of 100 people, 38 got better with it.", "Of 100 people, 6 got better without it."))
        now = said(("Of 100 people, 42 got better with it.", "Of 100 people, 6 got better without it."))
        assert changes(before, now) == (
            Change("number", "Of 100 people, 38 got better with it.", "Of 100 people, 42 got better with it."),
        )

    def test_words_that_differ_are_marked_on_both_sides(self) -> None:
        before, now = Change("number", "It takes 2 hours.", "It takes 3 hours.").runs()
        assert before == (("It takes ", False), ("2", True), (" hours.", False))
        assert now == (("It takes ", False), ("3", True), (" hours.", False))

    def test_a_new_sentence_has_no_other_side(self) -> None:
        assert Change("added", "", "New.").runs() == ((), (("New.", False),))


class TestStatements:
    def test_sources_are_not_part_of_what_is_stated(self) -> None:
        spans = (Span("It takes 2 hours."), Span("3", "cite", "L-P01"))
        page = RICH_PAGE._replace(minute=(Paragraph(spans),))
        plain = RICH_PAGE._replace(minute=(Paragraph(spans[:1]),))
        assert statements(page) == statements(plain)

    def test_looks_are_not_part_of_it_either(self) -> None:
        strong = RICH_PAGE._replace(minute=(Paragraph((Span("It takes "), Span("2 hours", "strong"), Span("."))),))
        plain = RICH_PAGE._replace(minute=(Paragraph((Span("It takes 2 hours."),)),))
        assert statements(strong) == statements(plain)

    def test_each_page_of_the_guide_states_something_in_every_block(self) -> None:
        library = Library.load()
        for page_id in library.order:
            found = statements(library.page(page_id))
            assert len(found.passages) > len(library.page(page_id).minute)
            assert all(each.sentences for each in found.passages)


def _with(page: Page, words: str) -> Page:
    return page._replace(full=(*page.full, Paragraph((Span(words),))))


def test_every_change_of_a_real_page_is_found_alone() -> None:
    library = Library.load()
    for page_id in library.order[:10]:
        page = library.page(page_id)
        assert changes(statements(page), statements(_with(page, "Quite another thing is said here now."))) == (
            Change("added", "", "Quite another thing is said here now."),
        )


@given(PAGES)
def test_a_page_has_not_changed_from_itself(blocks: list[tuple[str, ...]]) -> None:
    assert changes(said(*blocks), said(*blocks)) == ()


@given(PAGES, st.randoms())
def test_the_order_of_blocks_says_nothing(blocks: list[tuple[str, ...]], random: object) -> None:
    shuffled = list(blocks)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert changes(said(*blocks), said(*shuffled)) == ()


@given(PAGES, PAGES)
def test_all_that_differs_is_told_once(old: list[tuple[str, ...]], new: list[tuple[str, ...]]) -> None:
    """What is told as gone and come makes the old page into the new one, whatever was paired with what."""
    before = {sentence for block in old for sentence in block}
    now = {sentence for block in new for sentence in block}
    found = changes(said(*old), said(*new))
    assert sorted(change.before for change in found if change.before) == sorted(before - now)
    assert sorted(change.now for change in found if change.now) == sorted(now - before)
