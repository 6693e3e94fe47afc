"""The voice: it is there or not, it says one thing at a time, and it never makes anyone wait."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Condition

import pytest

from tests.speech.ssip_server import PATIENCE, SsipServer
from tpe_guide.speech.voice import Voice


class Told:
    """What the voice has told so far, to be waited for."""

    def __init__(self, voice: Voice) -> None:
        self.states: list[tuple[bool, bool]] = []
        self._voice = voice
        self._condition = Condition()
        voice.changed = self._note

    def _note(self) -> None:
        with self._condition:
            self.states.append((self._voice.available, self._voice.speaking))
            self._condition.notify()

    def wait(self, *, available: bool, speaking: bool = False) -> None:
        wanted = (available, speaking)
        with self._condition:
            assert self._condition.wait_for(lambda: self.states[-1:] == [wanted], PATIENCE), self.states


@pytest.fixture
def voice() -> Iterator[Voice]:
    speaking = Voice("en")
    yield speaking
    speaking.close()


@pytest.fixture
def told(voice: Voice, server: SsipServer) -> Told:
    """A voice that has found its server."""
    told = Told(voice)
    voice.look()
    told.wait(available=True)
    return told


def test_without_a_server_there_is_no_voice(voice: Voice) -> None:
    voice.look()
    voice.say("Plasma.")
    voice.stop()
    assert not voice.available
    assert not voice.speaking


def test_it_is_given_words_spelled_for_the_ear(voice: Voice, server: SsipServer, told: Told) -> None:
    voice.say("Call 112.")
    assert server.spoken.get(timeout=PATIENCE) == "Call 1 1 2."


def test_it_speaks_until_the_end(voice: Voice, server: SsipServer, told: Told) -> None:
    voice.say("Plasma.")
    assert voice.speaking
    assert server.spoken.get(timeout=PATIENCE) == "Plasma."
    server.tell("702 END", 1)
    told.wait(available=True, speaking=False)


def test_stopping_is_said_to_the_server_at_once(voice: Voice, server: SsipServer, told: Told) -> None:
    voice.say("Plasma.")
    server.spoken.get(timeout=PATIENCE)
    server.cancelled.clear()
    voice.stop()
    assert not voice.speaking
    assert server.cancelled.wait(PATIENCE)


def test_another_text_takes_the_place_of_the_first(voice: Voice, server: SsipServer, told: Told) -> None:
    """The end of the first is not the end of the second."""
    voice.say("Plasma.")
    voice.say("Albumin.")
    assert [server.spoken.get(timeout=PATIENCE) for __ in range(2)] == ["Plasma.", "Albumin."]
    server.tell("703 CANCELED", 1)
    server.tell("702 END", 2)
    told.wait(available=True, speaking=False)
    assert told.states == [(True, False), (True, True), (True, False)]


def test_it_speaks_the_language_of_the_guide(server: SsipServer) -> None:
    voice = Voice("de")
    told = Told(voice)
    voice.look()
    told.wait(available=True)
    voice.close()
    assert "SET SELF LANGUAGE de" in server.commands


def test_a_server_that_dies_is_a_voice_less(voice: Voice, server: SsipServer, told: Told) -> None:
    voice.say("Plasma.")
    server.spoken.get(timeout=PATIENCE)
    server.hang_up()
    told.wait(available=False)
    voice.say("Nobody hears this.")
    assert not voice.speaking


def test_one_that_comes_back_is_found_again(voice: Voice, server: SsipServer, told: Told) -> None:
    server.hang_up()
    told.wait(available=False)
    assert voice.left_server(PATIENCE)
    voice.look()
    told.wait(available=True)
    voice.say("Plasma.")
    assert server.spoken.get(timeout=PATIENCE) == "Plasma."


def test_a_server_without_a_voice_is_none(voice: Voice, socket_path: Path) -> None:
    with SsipServer(socket_path, module="dummy") as server:
        voice.look()
        assert server.left.wait(PATIENCE)
    assert not voice.available


def test_closing_stops_and_leaves(server: SsipServer) -> None:
    voice = Voice("en")
    told = Told(voice)
    voice.look()
    told.wait(available=True)
    voice.say("Plasma.")
    server.spoken.get(timeout=PATIENCE)
    server.cancelled.clear()
    voice.close()
    assert server.cancelled.wait(PATIENCE)
    assert server.left.wait(PATIENCE)
    assert told.states[-1] == (True, True), "nothing is told any more"


def test_nothing_is_said_of_nothing(voice: Voice, server: SsipServer, told: Told) -> None:
    voice.say("   ")
    assert not voice.speaking
