"""A page read aloud: sentence by sentence, seen as it is said, stopped at any time, never silent without a word."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.programs import OpenProgram, find, go, key, press, shown_names
from tests.ui.voices import Choir, Dumb, Mute, WrittenVoice
from tpe_guide.app import Program
from tpe_guide.policy import HOME, KIOSK, Policy
from tpe_guide.settings import Settings
from tpe_guide.ui.guide import reading_aloud
from tpe_guide.ui.guide.aloud_bar import AloudBar
from tpe_guide.ui.kit import speaker
from tpe_guide.ui.reading.reading_view import ReadingView

PAGE = "spin-or-filter"
Listen = Callable[..., Program]


@pytest.fixture
def voices() -> list[WrittenVoice]:
    return []


@pytest.fixture
def listen(open_program: OpenProgram, voices: list[WrittenVoice]) -> Listen:
    """The page, opened with a voice of that *kind*, and *Listen* pressed."""

    def begin(
        kind: type[WrittenVoice] = Choir,
        *,
        policy: Policy = HOME,
        depth: str = "minute",
        size: tuple[int, int] = (1366, 728),
    ) -> Program:
        def make(language: str) -> WrittenVoice:
            voices.append(kind(language))
            return voices[-1]

        program = open_program(policy, page=PAGE, chosen=Settings(depth=depth), make_voice=make, size=size)
        press(program, "listen")
        return program

    return begin


def end(program: Program, voice: WrittenVoice) -> None:
    voice.end()
    QCoreApplication.processEvents()


def view(program: Program) -> ReadingView:
    return find(program, "reading-view", ReadingView)


def marked(program: Program) -> str:
    """The words of the page that are marked as being said."""
    shown, spoken = view(program).page_shown, view(program)._spoken
    return shown.toPlainText()[spoken.start : spoken.end] if shown and spoken else ""


def bar_words(program: Program) -> str:
    bar = program.window.findChildren(AloudBar)[-1]
    return " ".join(label.text() for label in bar.findChildren(QLabel) if label.isVisibleTo(program.window))


class TestReading:
    def test_goes_on_by_itself_and_marks_what_is_said(self, listen: Listen, voices: list[WrittenVoice]) -> None:
        program = listen()
        assert voices[0].said == ["Chapter 2 · How plasma exchange works"]
        end(program, voices[0])
        assert voices[0].said[-1] == "Spin or filter?"
        assert marked(program) == "Spin or filter?"
        assert "Sentence 2 of " in bar_words(program)

    def test_what_is_marked_is_painted_and_in_sight(self, listen: Listen, voices: list[WrittenVoice]) -> None:
        program = listen()
        for __ in range(12):
            end(program, voices[0])
            spoken = view(program)._spoken
            assert spoken is not None
            assert view(program).is_in_sight(spoken.start, spoken.end)
        assert view(program).verticalScrollBar().value() > 0, "it follows"
        painted = view(program).viewport().grab().toImage()
        view(program).mark_spoken(None)
        assert view(program).viewport().grab().toImage() != painted

    def test_ends_with_the_page_and_says_so(self, listen: Listen, voices: list[WrittenVoice]) -> None:
        program = listen(depth="facts")
        for __ in range(200):
            if "The end of this page" in bar_words(program):
                break
            end(program, voices[0])
        assert "The end of this page" in bar_words(program)
        said = len(voices[0].said)
        press(program, "aloud-play")
        assert voices[0].said[said:] == ["Chapter 2 · How plasma exchange works"], "once more"

    def test_pause_and_on_from_the_same_sentence(self, listen: Listen, voices: list[WrittenVoice]) -> None:
        program = listen()
        end(program, voices[0])
        press(program, "aloud-play")
        assert voices[0].said[-1] == ""
        assert marked(program) == "Spin or filter?"
        key(program, "F5")
        assert voices[0].said[-1] == "Spin or filter?"

    def test_a_sentence_back_and_on(self, listen: Listen, voices: list[WrittenVoice]) -> None:
        program = listen()
        press(program, "aloud-on")
        press(program, "aloud-on")
        assert voices[0].said[-1] == "In short"
        press(program, "aloud-back")
        assert voices[0].said[-1] == "Spin or filter?"
        press(program, "aloud-play")
        count = len(voices[0].said)
        press(program, "aloud-on")
        assert len(voices[0].said) == count, "in a pause it is only marked"
        assert marked(program) == "In short"

    def test_the_end_of_a_sentence_that_was_left_is_not_that_of_the_next(
        self, listen: Listen, voices: list[WrittenVoice]
    ) -> None:
        program = listen()
        onwards = find(program, "aloud-on")
        voices[0].end()  # told a moment later than the press that follows
        onwards.click()
        QCoreApplication.processEvents()
        assert marked(program) == "Spin or filter?"

    def test_begins_at_what_can_be_seen(self, listen: Listen, voices: list[WrittenVoice]) -> None:
        program = listen()
        press(program, "aloud-stop")
        bar = view(program).verticalScrollBar()
        bar.setValue(bar.maximum())
        key(program, "F5")
        assert voices[0].said[-1] != "Chapter 2 · How plasma exchange works"
        spoken = view(program)._spoken
        assert spoken is not None
        assert spoken.start >= view(program)._top_position() - 1

    def test_f5_that_is_held_is_pressed_once(self, listen: Listen, voices: list[WrittenVoice]) -> None:
        program = listen()
        for held in (False, True, True, True):
            press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier, "", held)
            QCoreApplication.sendEvent(program.window.windowHandle(), press)
        assert find(program, "aloud-play").text() == "Read on"
        assert voices[0].said.count("") == 1

    def test_has_the_keyboard_on_pause_from_the_first(self, listen: Listen, voices: list[WrittenVoice]) -> None:
        program = listen()
        assert program.window.focusWidget() is find(program, "aloud-play")
        assert listen(Dumb).window.focusWidget().objectName() == "aloud-play"


class TestHow:
    def test_faster_and_another_voice_at_once_and_for_next_time(
        self, listen: Listen, voices: list[WrittenVoice]
    ) -> None:
        program = listen()
        press(program, "aloud-faster")
        press(program, "aloud-faster")
        press(program, "aloud-voice")
        assert voices[0].asked[-1] == ("ben", 1.2)
        assert (program.session.settings.speech_speed, program.session.settings.speech_voice) == (120, "ben")
        assert find(program, "aloud-voice").text() == "Voice 2 of 3"
        assert "Speed 1.2" in bar_words(program)

    def test_a_larger_text_goes_on_at_the_same_sentence(self, listen: Listen, voices: list[WrittenVoice]) -> None:
        program = listen()
        for __ in range(4):
            end(program, voices[0])
        before = marked(program)
        press(program, "depth-full")
        assert marked(program) == before

    def test_a_shorter_text_goes_on_with_what_is_marked_in_it(self, listen: Listen, voices: list[WrittenVoice]) -> None:
        program = listen(depth="full")
        for __ in range(30):
            end(program, voices[0])
        press(program, "depth-facts")
        assert voices[0].said[-1].split()[0] == marked(program).split()[0]

    @pytest.mark.parametrize(("how", "is_paused"), [("colours", False), ("window", False), ("size", True)])
    def test_another_look_goes_on_at_the_same_sentence(
        self, listen: Listen, voices: list[WrittenVoice], how: str, is_paused: bool
    ) -> None:
        """The computer turns dark, or the window is made small: silence in the middle of a sentence."""
        program = listen()
        for __ in range(4):
            end(program, voices[-1])
        if is_paused:
            press(program, "aloud-play")
        before = marked(program)
        match how:
            case "colours":
                program.session.next_theme()
            case "size":
                key(program, "Ctrl++")
            case "window":
                program.window.resize(480, 800)
        QCoreApplication.processEvents()
        assert marked(program) == before
        assert (voices[-1].said[-1] != "") is not is_paused
        assert "aloud-play" in shown_names(program)
        if is_paused:
            press(program, "aloud-play")
        assert voices[-1].said[-1].split()[0] == before.split()[0]
        end(program, voices[-1])
        assert marked(program) != before

    def test_the_next_page_is_read_from_its_beginning(self, listen: Listen, voices: list[WrittenVoice]) -> None:
        program = listen()
        end(program, voices[0])
        key(program, "Ctrl+PgDown")
        assert voices[0].said[-1].startswith("Chapter 2")
        end(program, voices[0])
        assert voices[0].said[-1] == "What goes back in?"


class TestSilence:
    @pytest.mark.parametrize("how", ["button", "esc", "leave"])
    def test_comes_at_once(self, listen: Listen, voices: list[WrittenVoice], how: str) -> None:
        program = listen()
        match how:
            case "button":
                press(program, "aloud-stop")
            case "esc":
                QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_Escape)
            case "leave":
                go(program, "urgent")
        assert voices[0].said[-1] == ""
        if how != "leave":
            assert "aloud-play" not in shown_names(program)
            assert marked(program) == ""
            assert "next" in shown_names(program), "the bar of the page is there again"

    def test_never_without_a_word(self, listen: Listen, voices: list[WrittenVoice]) -> None:
        program = listen(Mute)
        assert "This computer has no voice yet." in bar_words(program)
        assert find(program, "aloud-play").text() == "Try again"

    def test_a_voice_that_does_not_answer_soon_is_told_of(
        self, listen: Listen, voices: list[WrittenVoice], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(speaker, "LOOK_MS", 1)
        program = listen(Dumb)
        qtbot.waitUntil(lambda: "The voice of this computer has not answered yet." in bar_words(program))

    def test_a_voice_that_answers_late_is_heard_all_the_same(
        self, listen: Listen, voices: list[WrittenVoice], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(speaker, "LOOK_MS", 1)
        program = listen(Dumb)
        qtbot.waitUntil(lambda: "has not answered" in bar_words(program))
        voices[0]._tell(available=True)
        QCoreApplication.processEvents()
        assert voices[0].said == ["Chapter 2 · How plasma exchange works"]
        assert "has not answered" not in bar_words(program)

    def test_of_a_voice_that_another_program_took_is_a_pause(
        self, listen: Listen, voices: list[WrittenVoice], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(reading_aloud, "STILL_MS", 1)
        program = listen()
        voices[0]._tell(speaking=False)  # cancelled: neither an end nor trouble
        qtbot.waitUntil(lambda: find(program, "aloud-play").text() == "Read on")
        press(program, "aloud-play")
        assert voices[0].said[-1] == voices[0].said[0]

    def test_of_the_page_while_a_word_is_said_and_then_the_same_sentence(
        self, listen: Listen, voices: list[WrittenVoice]
    ) -> None:
        program = listen()
        end(program, voices[0])
        links = view(program).links
        view(program).activate_link(next(i for i, link in enumerate(links) if link.kind == "word"))
        press(program, "say-it")
        assert voices[0].said[-1].startswith("Plasma.")
        assert find(program, "aloud-play").text() == "Read on"
        end(program, voices[0])
        assert voices[0].said[-1].startswith("Plasma."), "nothing is left out meanwhile"
        press(program, "aloud-play")
        assert voices[0].said[-1] == "Spin or filter?"

    def test_of_a_voice_that_went_in_a_pause_is_told_or_ends_when_it_is_back(
        self, listen: Listen, voices: list[WrittenVoice], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        program = listen()
        end(program, voices[0])
        press(program, "aloud-play")
        voices[0]._tell(available=False, voices=(), trouble="The voice of this computer does not answer.")
        QCoreApplication.processEvents()
        with monkeypatch.context() as gone:
            gone.setattr(voices[0], "look", lambda: None)
            press(program, "aloud-play")
        assert "does not answer" in bar_words(program)
        assert find(program, "aloud-play").text() == "Try again"
        press(program, "aloud-play")
        assert voices[0].said[-1] == "Spin or filter?"

    def test_in_the_middle_of_a_page_is_told_and_tried_again(self, listen: Listen, voices: list[WrittenVoice]) -> None:
        program = listen()
        end(program, voices[0])
        voices[0].fail("The voice took the words and said nothing for 2 seconds.")
        QCoreApplication.processEvents()
        assert "said nothing for 2 seconds" in bar_words(program)
        press(program, "aloud-play")
        assert voices[0].said[-1] == "Spin or filter?"


def test_at_a_kiosk_too(listen: Listen, voices: list[WrittenVoice]) -> None:
    listen(policy=KIOSK)
    assert voices[0].said


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700), (480, 800), (360, 640)])
def test_pause_and_stop_are_there_at_any_size(listen: Listen, size: tuple[int, int]) -> None:
    program = listen(size=size)
    for name in ("aloud-play", "aloud-back", "aloud-on", "aloud-stop"):
        button = find(program, name)
        seen = button.visibleRegion().boundingRect()
        assert seen == button.rect(), f"{name} is cut"
        assert min(seen.width(), seen.height()) >= 48
