"""The voice under Settings: heard, changed, and told when there is none."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.programs import OpenProgram, go, press, shown_names
from tests.ui.voices import Choir, Dumb, Mute, WrittenVoice
from tpe_guide.app import Program
from tpe_guide.ui.kit import speaker
from tpe_guide.ui.settings.voice_row import VoiceRow

NO_ANSWER = "The voice of this computer has not answered yet."


def settings(open_program: OpenProgram, kind: type[WrittenVoice]) -> tuple[Program, WrittenVoice]:
    made: list[WrittenVoice] = []

    def make(language: str) -> WrittenVoice:
        made.append(kind(language))
        return made[-1]

    program = open_program(make_voice=make)
    go(program, "look")
    assert not made, "nothing looks for a voice until it is wanted"
    press(program, "hear-voice")
    QCoreApplication.processEvents()
    return program, made[0]


def told(program: Program) -> str:
    row = program.window.findChildren(VoiceRow)[-1]
    return " ".join(each.text() for each in row.findChildren(QLabel) if each.isVisible())


def test_it_is_heard_and_another_is_kept(open_program: OpenProgram) -> None:
    program, voice = settings(open_program, Choir)
    assert voice.said == ["This is how the guide sounds."]
    assert told(program) == "Voice 1 of 3"
    press(program, "other-voice")
    assert voice.asked[-1][0] == "ben"
    assert told(program) == "Voice 2 of 3"
    assert program.session.settings.speech_voice == "ben"


def test_as_fast_as_it_was_chosen(open_program: OpenProgram) -> None:
    program, voice = settings(open_program, Choir)
    press(program, "speed-130")
    press(program, "hear-voice")
    press(program, "hear-voice")
    assert voice.asked[-1][1] == 1.3


def test_where_there_is_none_it_is_said_why(open_program: OpenProgram) -> None:
    program, __ = settings(open_program, Mute)
    assert told(program) == "This computer has no voice yet."
    assert "other-voice" not in shown_names(program)


def test_one_that_does_not_answer_soon_is_told_of(
    open_program: OpenProgram, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speaker, "LOOK_MS", 1)
    program, __ = settings(open_program, Dumb)
    qtbot.waitUntil(lambda: told(program) == NO_ANSWER)


@pytest.mark.parametrize("leave", [False, True])
def test_one_that_answers_late_is_heard_unless_the_page_was_left(
    open_program: OpenProgram, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, leave: bool
) -> None:
    monkeypatch.setattr(speaker, "LOOK_MS", 1)
    program, voice = settings(open_program, Dumb)
    qtbot.waitUntil(lambda: told(program) == NO_ANSWER)
    if leave:
        go(program, "home")
    voice._tell(available=True, voices=("anna",))
    QCoreApplication.processEvents()
    assert voice.said == ([] if leave else ["This is how the guide sounds."])


def test_whoever_leaves_hears_no_more(open_program: OpenProgram) -> None:
    program, voice = settings(open_program, Choir)
    go(program, "urgent")
    assert voice.said[-1] == ""
