"""Where the staff are in the room there is one thing to do about a sign: tell them. No screen says two.

The walk goes to every screen of a kiosk but the pages of the guide, which are written for home and say so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractButton, QWidget

from tests.ui.programs import OpenProgram, find, go, press
from tpe_guide.app import Program
from tpe_guide.guide.library import load_compiled
from tpe_guide.navigation import ScreenId
from tpe_guide.pictures.registry import PICTURES
from tpe_guide.policy import CLINIC, HOME, KIOSK
from tpe_guide.settings import Settings
from tpe_guide.ui.pictures.circuit.page import CircuitPage
from tpe_guide.ui.pictures.comparison.page import ComparisonPage
from tpe_guide.vocabulary.terms import ACCESSES_SAID

UPRIGHT = (1080, 1920)
SECOND = re.compile(
    r"""
    \b(call|phone|ring|dial)\ (your|the\ unit|the\ team|an\ ambulance|us\b|them\b|it\ too|now|first|for\ help|at\ once)
    | \balso\ call\b | \bneed\ a\ call | \b(112|911|999)\b | \bemergency\ (number|department)
    | \bnight\ and\ at\ weekends | \bnumber\ your\ unit\ gave\ you | \bcrisis\ line
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""The kind: to get somebody who is not in the room, or the number for it."""
AT_HOME = "At home: "
"""What begins like that says where it holds; so does a question that begins with a night."""
AT_NIGHT = "At night you shake"


def test_the_kind_is_known_when_it_is_seen() -> None:
    for words in (
        "Call your unit now, at night too.",
        "Fever or shaking at home? Call your unit now.",
        "New or worse MS symptoms for more than 24 hours: call your MS team",
        "You can also call the crisis line where you live.",
        "Call, or dial 112.",
        "See which signs need a call at once.",
        "No answer from your unit? Go to an emergency department.",
    ):
        assert SECOND.search(words), words
    for words in ("Tell the staff now", "Doctors call it nausea.", "Call this number 3", "Say so at once."):
        assert not SECOND.search(words), words


class Stop(NamedTuple):
    """A screen, and what is to be seen there, one after the other."""

    place: ScreenId
    what: str = ""
    views: Callable[[Program], Iterator[None]] = lambda program: iter((None,))

    def __str__(self) -> str:
        return f"{self.place} {self.what}".strip()


def practising(program: Program) -> Iterator[None]:
    press(program, "practise")
    for answer in ("answer-0", "answer-1", "answer-2"):
        find(program, answer).click()
        yield


def answering(program: Program) -> Iterator[None]:
    for answer in ("answer-0", "answer-1", "answer-2"):
        find(program, answer).click()
        QCoreApplication.processEvents()
        yield


def every_step(program: Program) -> Iterator[None]:
    page = program.window.screen_shown
    assert isinstance(page, CircuitPage)
    for step in range(len(load_compiled("circuit", "en")["steps"])):
        page.show_step(step)
        yield


def every_question(program: Program) -> Iterator[None]:
    page = program.window.screen_shown
    assert isinstance(page, ComparisonPage)
    for question in load_compiled("comparison", "en")["questions"]:
        page.pick(question["id"])
        yield


PLACES: tuple[ScreenId, ...] = (
    "home", "contents", "urgent", "words", "look", "keys", "pictures", "take-home", *PICTURES
)  # fmt: skip
MOMENTS = [moment["id"] for moment in load_compiled("rehearsal", "en")["moments"]]
STOPS: list[Stop] = [
    *map(Stop, PLACES),
    *(Stop("path", path) for path in ("deciding", "coming-up")),
    *(Stop("access", access) for access in ACCESSES_SAID),
    *(Stop("rehearsal", moment) for moment in MOMENTS),
    Stop("rehearsal", "tingle", practising),
    *(Stop("circuit", option, every_step) for option in ("start", "filter", "line", "one-needle")),
    *(Stop("odds", picture["id"]) for picture in load_compiled("odds", "en")["pictures"]),
    Stop("comparison", "", every_question),
    *(Stop("check", chapter, answering) for chapter in load_compiled("check-yourself", "en")["chapters"]),
]


def said(window: QWidget) -> list[str]:
    """What is shown, and what a screen reader is given, each by itself."""
    QCoreApplication.processEvents()
    words = []
    for each in window.findChildren(QWidget):
        if each.isVisible():
            shown = each.text() if hasattr(each, "text") else ""
            words += [shown if isinstance(shown, str) else "", each.accessibleName(), each.accessibleDescription()]
    return [each for each in words if each]


def of_this_place(words: str) -> str:
    """*words* without what says that it holds at home."""
    return words.partition(AT_HOME)[0]


@pytest.mark.parametrize(
    "access",
    # With a line more can go wrong; the other half of the walk is among the proofs.
    [pytest.param("", id="needles, as is usual", marks=pytest.mark.slow), pytest.param("neck-line", id="a line")],
)
def test_no_screen_says_to_call_someone_else(open_program: OpenProgram, access: str) -> None:
    program = open_program(KIOSK, size=UPRIGHT, chosen=Settings(text_percent=150, motion="still"))
    program.session.set_access(access)
    faults = []
    for stop in STOPS:
        go(program, stop.place, stop.what)
        for __ in stop.views(program):
            words = said(program.window)
            about_a_night = any(AT_NIGHT in each for each in words)
            assert any("Tell staff now" in each or "Tell the staff now" in each for each in words), stop
            if not about_a_night:
                faults += [f"{stop}: {each}" for each in words if SECOND.search(of_this_place(each))]
    assert faults == []


def test_every_card_of_urgent_help_says_the_same(open_program: OpenProgram) -> None:
    program = open_program(KIOSK, size=UPRIGHT)
    go(program, "urgent")
    words = said(program.window)
    assert words.count("Tell the staff now") >= 3
    for sign in program.diary.catalogue.signs.values():
        assert sign.to_tell in words
    assert "New or worse MS symptoms for more than 24 hours" in words


def test_what_holds_at_home_says_so_before_it_is_said(open_program: OpenProgram) -> None:
    program = open_program(KIOSK, size=UPRIGHT)
    program.session.set_access("neck-line")
    go(program, "rehearsal", "home")
    assert any(
        f"{AT_HOME}Fever or shaking chills. Call your unit now, at night too." in each for each in said(program.window)
    )


def test_a_feeling_says_what_to_do_here(open_program: OpenProgram) -> None:
    program = open_program(KIOSK, size=UPRIGHT)
    go(program, "feelings")
    card = program.window.findChild(QAbstractButton, "feeling-chills-and-itch")
    assert card is not None
    assert card.accessibleName().endswith("Do now: Tell the nurse at once, even for a small itch.")


def test_at_home_they_are_all_there(open_program: OpenProgram) -> None:
    program = open_program()
    program.session.set_access("neck-line")
    for place, what, words in (
        ("urgent", "", "Call your emergency number now"),
        ("urgent", "", "New or worse MS symptoms for more than 24 hours: call your MS team"),
        ("access", "neck-line", "Call your unit now, at night too"),
        ("feelings", "", "Fever or shaking at home? Call your unit now."),
        ("rehearsal", "home", "Do not drive yourself. Fever or shaking chills. Call your unit now, at night too."),
        ("odds", "both", "See which signs need a call at once."),
    ):
        go(program, place, what)  # type: ignore[arg-type]
        assert any(words in each for each in said(program.window)), words


def test_it_is_for_the_place_to_say() -> None:
    for place in (HOME, CLINIC):
        assert place.whom_to_tell("Call your unit today") == "Call your unit today"
        assert place.at_home("Call your unit today") == "Call your unit today"
    assert KIOSK.whom_to_tell("Call your unit today") == "Tell the staff now"
    assert KIOSK.at_home("Call your unit today") == "At home: Call your unit today"
