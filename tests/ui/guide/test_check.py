"""Check yourself: at the end of a chapter, every answer teaches, nothing is counted or kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.programs import OpenProgram, find, go, press
from tpe_guide.app import Program
from tpe_guide.guide import check_yourself
from tpe_guide.guide.library import Library
from tpe_guide.policy import HOME, KIOSK, Policy
from tpe_guide.ui.reading.reading_view import ReadingView

CHECKS = check_yourself.load()


def links(program: Program) -> list[str]:
    return [link.href for link in find(program, "reading-view", ReadingView).links]


def feedback(program: Program, index: int) -> bool:
    from tpe_guide.ui.kit.card import Card

    [card] = program.window.findChildren(Card, f"feedback-{index}")
    return card.isVisible()


@pytest.mark.parametrize("policy", [HOME, KIOSK], ids=["home", "kiosk"])
def test_the_last_page_of_a_chapter_leads_to_it(open_program: OpenProgram, policy: Policy) -> None:
    chapter = Library.load().chapters[1]
    assert "go:check:how-it-works" not in links(open_program(policy, page=chapter.pages[0]))
    program = open_program(policy, page=chapter.pages[-1])
    view = find(program, "reading-view", ReadingView)
    view.activate_link(links(program).index("go:check:how-it-works"))
    assert (program.session.locator.place, program.session.locator.page) == ("check", "how-it-works")


def test_the_contents_lead_to_it_too(open_program: OpenProgram) -> None:
    program = open_program()
    go(program, "contents")
    press(program, "chapter-ready")
    press(program, "check-ready")
    assert (program.session.locator.place, program.session.locator.page) == ("check", "ready")
    go(program, "page", "tingling")
    press(program, "check-feelings")
    assert program.session.locator.page == "feelings"


def test_each_answer_shows_its_own_feedback_and_any_may_be_tried(open_program: OpenProgram) -> None:
    program = open_program()
    go(program, "check", "session")
    assert not any(feedback(program, index) for index in range(3))
    for picked in (0, 2, 1):
        press(program, f"answer-{picked}")
        assert [feedback(program, index) for index in range(3)] == [index == picked for index in range(3)]
        assert [find(program, f"answer-{index}").isChecked() for index in range(3)].count(True) == 1


def test_it_leads_to_the_page_that_tells_more_and_on_to_the_next_chapter(open_program: OpenProgram) -> None:
    program = open_program()
    go(program, "check", "session")
    press(program, "read-about-it")
    assert program.session.locator.page == CHECKS["session"].page
    go(program, "check", "session")
    press(program, "next")
    assert program.session.locator.page == program.library.chapters[4].pages[0]
    go(program, "check", "about")
    press(program, "next")
    assert program.session.locator.place == "home"


def test_nothing_of_it_is_kept(open_program: OpenProgram, data_dir: Path) -> None:
    program = open_program()
    go(program, "check", "session")
    press(program, "answer-1")
    program.session.save_now()
    program.reading.save_now()
    kept = [path.read_text() for path in data_dir.rglob("*.json")] if data_dir.exists() else []
    assert not [text for text in kept if "answer" in text or "check" in text]
