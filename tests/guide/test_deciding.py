"""Check yourself, and what matters, as the program reads them."""

from __future__ import annotations

from tpe_guide.guide import check_yourself, deciding
from tpe_guide.guide.library import Library


def test_every_chapter_of_the_guide_ends_with_a_question() -> None:
    library, checks = Library.load(), check_yourself.load()
    assert set(checks) == library.checks == {chapter.id for chapter in library.chapters}
    for chapter in library.chapters:
        check = checks[chapter.id]
        assert check.page in chapter.pages
        assert sum(answer.fits for answer in check.answers) == 1
        assert all(answer.feedback and answer.sources for answer in check.answers)


def test_there_is_something_to_pick_and_four_questions() -> None:
    words = deciding.load()
    assert len(words.values) >= 5
    assert len(words.ready) == 4
    assert {one.page for one in words.ready} <= set(Library.load().order)
