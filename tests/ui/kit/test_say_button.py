"""Say it: in word help and in the glossary; where there is no voice, it is said why nothing is heard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from tests.ui.programs import OpenProgram, find, go, key, press, said_by, shown_names
from tests.ui.voices import Mute, WrittenVoice
from tpe_guide.app import Program
from tpe_guide.policy import KIOSK
from tpe_guide.ui.guide.term_card import TermCard
from tpe_guide.ui.kit.say_button import SayButton
from tpe_guide.ui.reading.link import Link
from tpe_guide.ui.reading.reading_view import ReadingView

PLASMA = "Plasma. The yellow, liquid part of your blood."


@pytest.fixture
def voices() -> list[WrittenVoice]:
    return []


@pytest.fixture
def make_voice(voices: list[WrittenVoice]) -> Callable[[str], WrittenVoice]:
    def make(language: str) -> WrittenVoice:
        voices.append(WrittenVoice(language))
        return voices[-1]

    return make


@pytest.fixture
def program(open_program: OpenProgram, make_voice: Callable[[str], WrittenVoice]) -> Program:
    """A page with a word explained."""
    opened = open_program(page="swap-not-clean", make_voice=make_voice)
    explain(opened)
    return opened


def explain(program: Program) -> None:
    view = find(program, "reading-view", ReadingView)
    view.activate_link(view.links.index(Link("word", "plasma")))
    QCoreApplication.processEvents()


def test_it_says_the_word_and_what_it_means(program: Program, voices: list[WrittenVoice]) -> None:
    press(program, "say-it")
    assert voices[0].said == [PLASMA]


def test_a_second_press_stops(program: Program, voices: list[WrittenVoice]) -> None:
    press(program, "say-it")
    assert find(program, "say-it").text() == "Stop"
    press(program, "say-it")
    assert voices[0].said == [PLASMA, ""]
    assert find(program, "say-it").text() == "Say it"


def test_at_the_end_it_can_be_said_again(program: Program, voices: list[WrittenVoice]) -> None:
    press(program, "say-it")
    voices[0].end()
    assert find(program, "say-it").text() == "Say it"
    press(program, "say-it")
    assert voices[0].said == [PLASMA, PLASMA]


@pytest.mark.parametrize("away", ["close-help", "all-words", "contents-key"])
def test_going_away_is_silence(program: Program, voices: list[WrittenVoice], away: str) -> None:
    press(program, "say-it")
    if away == "contents-key":
        key(program, "Ctrl+L")
    else:
        press(program, away)
    assert voices[0].said == [PLASMA, ""]


def test_escape_is_silence_first_and_closes_then(program: Program, voices: list[WrittenVoice]) -> None:
    press(program, "say-it")
    button = find(program, "say-it")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Escape)
    assert voices[0].said == [PLASMA, ""]
    assert "close-help" in shown_names(program)
    QTest.keyClick(find(program, "say-it"), Qt.Key.Key_Escape)
    QCoreApplication.processEvents()
    assert "close-help" not in shown_names(program)


def test_escape_anywhere_in_the_help_is_silence(program: Program, voices: list[WrittenVoice]) -> None:
    press(program, "say-it")
    QTest.keyClick(find(program, "close-help"), Qt.Key.Key_Escape)
    assert voices[0].said == [PLASMA, ""]


def test_a_source_has_nothing_to_say(program: Program) -> None:
    view = find(program, "reading-view", ReadingView)
    view.activate_link(next(index for index, link in enumerate(view.links) if link.kind == "sources"))
    QCoreApplication.processEvents()
    assert "close-help" in shown_names(program)
    assert "say-it" not in shown_names(program)


def test_without_a_voice_it_is_said_why_nothing_is_heard(open_program: OpenProgram) -> None:
    program = open_program(page="swap-not-clean", make_voice=Mute)
    explain(program)
    assert not said_by(program), "nobody has asked"
    press(program, "say-it")
    assert said_by(program) == "This computer has no voice yet."


def test_that_is_taken_back_once_there_is_one(open_program: OpenProgram) -> None:
    voice = Mute("en")
    program = open_program(page="swap-not-clean", make_voice=lambda __: voice)
    explain(program)
    press(program, "say-it")
    voice._tell(available=True, trouble="")
    press(program, "say-it")
    assert voice.said == [PLASMA]
    assert not said_by(program)


def test_it_is_said_by_the_voice_and_as_fast_as_was_chosen(program: Program, voices: list[WrittenVoice]) -> None:
    program.session.set_speech(speed=70, voice="ben")
    press(program, "say-it")
    assert voices[0].asked == [("ben", 0.7)]


def test_strangers_can_add_no_voice_so_none_is_offered(open_program: OpenProgram) -> None:
    """A waiting room has the voice that it has."""
    voice = Mute("en")
    program = open_program(KIOSK, page="swap-not-clean", make_voice=lambda __: voice)
    explain(program)
    assert "say-it" not in shown_names(program)
    voice._tell(available=True)
    QCoreApplication.processEvents()
    assert "say-it" in shown_names(program)


def test_no_voice_is_made_before_there_is_something_to_say(
    open_program: OpenProgram, make_voice: Callable[[str], WrittenVoice], voices: list[WrittenVoice]
) -> None:
    program = open_program(page="swap-not-clean", make_voice=make_voice)
    assert not voices
    explain(program)
    assert [voice._language for voice in voices] == ["en"]


class TestInTheGlossary:
    def test_each_word_is_said_by_its_own_button(self, program: Program, voices: list[WrittenVoice]) -> None:
        go(program, "words")
        card = find(program, "term-albumin", TermCard)
        say = card.findChild(SayButton)
        say.click()
        QCoreApplication.processEvents()
        assert voices[0].said == [f"Albumin. {card.term.meaning}"]
        stops = [button.text() for button in program.window.findChildren(SayButton) if button.text() == "Stop"]
        assert stops == ["Stop"]

    def test_another_word_takes_its_place(self, program: Program, voices: list[WrittenVoice]) -> None:
        go(program, "words")
        for term in ("albumin", "calcium"):
            find(program, f"term-{term}", TermCard).findChild(SayButton).click()
        assert [said.partition(".")[0] for said in voices[0].said] == ["Albumin", "Calcium"]

    def test_leaving_is_silence(self, program: Program, voices: list[WrittenVoice]) -> None:
        go(program, "words")
        find(program, "term-albumin", TermCard).findChild(SayButton).click()
        program.session.back()
        QCoreApplication.processEvents()
        assert voices[0].said[-1] == ""


def test_a_screen_reader_hears_what_the_button_does(program: Program) -> None:
    button = find(program, "say-it", QAbstractButton)
    assert button.accessibleName() == "Say aloud what “Plasma” means"
    press(program, "say-it")
    assert button.accessibleName() == "Stop saying “Plasma”"
