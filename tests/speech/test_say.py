"""The voice of macOS, with a command that stands in for its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.speech.ssip_server import PATIENCE
from tests.speech.stand_ins import MAC_VOICES, SAY, USE, StandIn, to_the_end
from tests.speech.test_voice import Told
from tpe_guide.speech import back_ends, say, troubles
from tpe_guide.speech.back_end import Event, NoVoice
from tpe_guide.speech.say import Say
from tpe_guide.speech.voice import Voice

pytestmark = pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="watches processes as only Linux can")
LONG = "exec sleep 600"


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    stand_in = StandIn(tmp_path / "say", SAY, MAC_VOICES)
    stand_in.set("manner", "exit 0")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    return stand_in


@pytest.fixture
def voice(command: StandIn) -> Iterator[Say]:
    found = back_ends.find("darwin")
    assert isinstance(found, Say)
    yield found
    found.close()


def test_its_voices_are_those_of_the_language_without_the_jokes(voice: Say) -> None:
    assert voice.open("en") == ("Samantha", "Daniel", "Eddy (English (UK))")
    assert voice.open("de") == ("Anna",)
    assert voice.open("ar") == ("Majed",)


def test_a_language_that_none_of_them_speaks(voice: Say) -> None:
    with pytest.raises(NoVoice, match="no voice for this language"):
        voice.open("mi")


def test_a_mac_without_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(NoVoice, match="did not start its voice"):
        back_ends.find("darwin")


def test_a_command_that_never_names_its_voices_does_not_answer(
    voice: Say, command: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(say, "LIST_SECONDS", 0.05)
    command.hang()
    with pytest.raises(TimeoutError):
        voice.open("en")


def test_it_says_a_text_to_its_end(voice: Say, command: StandIn) -> None:
    voice.open("en")
    number = voice.speak("Größe: “ja”", "", 1.0)
    assert to_the_end(voice) == [Event(number, "begin"), Event(number, "end")]
    assert command.noted("heard") == ["Größe: “ja”"]
    assert command.noted("asked")[-1] == "-v Samantha -f -"


def test_a_voice_and_a_speed_are_asked_for(voice: Say, command: StandIn) -> None:
    voice.open("en")
    for speed in (0.5, 2.0):
        voice.speak("Plasma.", "Eddy (English (UK))", speed)
        to_the_end(voice)
        voice.stop()
    assert command.noted("asked")[1:] == [f"-v Eddy (English (UK)) -r {rate} -f -" for rate in (88, 350)]


def test_what_is_said_stands_on_no_command_line(voice: Say, command: StandIn) -> None:
    command.set("manner", LONG)
    voice.open("en")
    voice.speak("My secret.", "", 1.0)
    command.pid()
    assert voice._speaking
    assert "secret" not in str(voice._speaking.args)
    assert "secret" not in "".join(command.noted("asked"))


def test_a_text_gives_the_voice_no_orders(voice: Say, command: StandIn) -> None:
    voice.open("en")
    voice.speak("Wait [[slnc 60000]]\nand go on.", "", 1.0)
    to_the_end(voice)
    assert command.noted("heard") == ["Wait [ [slnc 60000]] and go on."]


def test_stopping_ends_it_at_once(voice: Say, command: StandIn) -> None:
    command.set("manner", LONG)
    voice.open("en")
    voice.speak("Plasma.", "", 1.0)
    pid = command.pid()
    voice.stop()
    assert command.ended(pid)


def test_one_that_does_not_want_to_end_is_ended(voice: Say, command: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(say, "GRACE_SECONDS", 0.05)
    command.set("manner", "trap '' TERM; while :; do sleep 0.02; done")
    voice.open("en")
    voice.speak("Plasma.", "", 1.0)
    pid = command.pid()
    voice.stop()
    assert command.ended(pid)


def test_one_that_cannot_say_it_says_so(voice: Say, command: StandIn) -> None:
    command.set("manner", "exit 1")
    speaking = Voice("en", look_for=lambda: voice)
    told = Told(speaking)
    speaking.look()
    told.wait(available=True)
    assert speaking.voices[0] == "Samantha"
    speaking.say("Plasma.")
    assert told.wait_for_trouble() == troubles.failed()
    speaking.close()
    assert speaking.left_server(PATIENCE)


def test_closing_is_silence(voice: Say, command: StandIn) -> None:
    """A kiosk’s wipe closes the window, and that the voice."""
    command.set("manner", LONG)
    speaking = Voice("en", look_for=lambda: voice)
    told = Told(speaking)
    speaking.look()
    told.wait(available=True)
    speaking.say("Plasma.")
    pid = command.pid()
    speaking.close()
    assert speaking.left_server(PATIENCE)
    assert command.ended(pid)


def test_a_program_that_is_killed_takes_its_voice_along(command: StandIn) -> None:
    command.set("manner", LONG)
    code = f"from tpe_guide.speech.say import find\n{USE}"
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE) as program:
        pid = command.pid()
        program.send_signal(signal.SIGKILL)
    assert command.ended(pid)
