"""Check yourself, and what matters: as the authors write them and as the program reads them."""

from __future__ import annotations

import pytest

from tests.guide.small_guide import Content
from tpe_guide.guide import check_yourself, deciding
from tpe_guide.guide.library import Library

MATTERS = "en/what-matters.yaml"
VALUES = "values: [I want to sleep at home.]\n"
READY = "ready:\n- {question: Do I know my choices?, page: plasma, ask: What are they?}\n"


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


def test_what_is_sound_has_no_fault(content: Content) -> None:
    content.write(MATTERS, VALUES + READY)
    assert content.faults() == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (VALUES, (1, "WHAT-MATTERS")),
        (READY, (1, "WHAT-MATTERS")),
        ("values: [3]\n" + READY, (1, "WHAT-MATTERS")),
        (VALUES + "ready: [{question: Why?}]\n", (2, "WHAT-MATTERS")),
        (VALUES + READY.replace("plasma", "lymph"), (3, "BROKEN-LINK")),
        (VALUES.replace("sleep", "wait 3 days and sleep") + READY, (1, "NUMBER")),
    ],
    ids=["no-ready", "no-values", "no-words", "half", "no-page", "number"],
)
def test_each_fault_is_named(content: Content, text: str, fault: tuple[int, str]) -> None:
    content.write(MATTERS, text)
    assert content.faults(of=MATTERS) == [fault]
