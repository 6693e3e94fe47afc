"""What was said and not yet closed: nothing is lost, nothing is said twice."""

from __future__ import annotations

from tests.ui.programs import OpenProgram, find, press
from tpe_guide.ui.shell.banner import Banner
from tpe_guide.ui.shell.unread import Unread

WARNING, ANSWER = "triangle-alert", "info"


def all_of(unread: Unread) -> list[str]:
    told = []
    while unread:
        told.append(unread.newest[0])
        unread.close_newest()
    return told


def test_warnings_wait_for_one_another() -> None:
    unread = Unread()
    for sentence in ("a", "b", "c"):
        unread.add(sentence, WARNING)
    assert all_of(unread) == ["c", "b", "a"]


def test_what_is_said_again_is_said_once() -> None:
    unread = Unread()
    for sentence in ("a", "b", "a"):
        unread.add(sentence, WARNING)
    assert all_of(unread) == ["a", "b"]


def test_an_answer_takes_the_place_of_the_answer_before_and_of_no_warning() -> None:
    unread = Unread()
    unread.add("kept as one.pdf", ANSWER)
    unread.add("a", WARNING)
    unread.add("kept as two.pdf", ANSWER)
    assert all_of(unread) == ["kept as two.pdf", "a"]


def test_what_is_not_true_any_more_is_not_told() -> None:
    unread = Unread()
    for sentence in ("a", "b"):
        unread.add(sentence, WARNING)
    unread.take_back("a")
    unread.take_back("never said")
    assert all_of(unread) == ["b"]


def test_a_window_shows_them_one_after_the_other(open_program: OpenProgram) -> None:
    program = open_program()
    for sentence in ("One.", "Two."):
        program.messages.warn(sentence)
    assert find(program, "banner-close").text() == "Next"
    assert find(program, "", Banner).accessibleName() == "Two."
    program.session.bigger()
    assert find(program, "", Banner).accessibleName() == "Two."
    press(program, "banner-close")
    assert find(program, "banner-close").text() == "Close"
    assert find(program, "", Banner).accessibleName() == "One."
    assert program.window.focusWidget() is find(program, "banner-close")
    press(program, "banner-close")
    assert not [banner for banner in program.window.findChildren(Banner) if not banner.isHidden()]


def test_an_answer_is_left_with_its_screen_and_a_warning_is_not() -> None:
    unread = Unread()
    unread.add("The disk is full.", "triangle-alert")
    unread.add("Saved as page.pdf.", ANSWER)
    assert unread.leave_answers()
    assert unread.newest == ("The disk is full.", "triangle-alert")
    assert not unread.leave_answers()
