"""The voice: it is there or not, it says one thing at a time, and it never makes anyone wait."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from threading import Condition, Event

import pytest

from tests.speech.ssip_server import PATIENCE, SsipServer
from tpe_guide.speech import back_end
from tpe_guide.speech import voice as voice_module
from tpe_guide.speech.voice import Voice, _Order


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

    def wait_for_trouble(self) -> str:
        with self._condition:
            assert self._condition.wait_for(lambda: self._voice.trouble, PATIENCE), self.states
        return self._voice.trouble

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
    told = Told(voice)
    voice.look()
    voice.say("Plasma.")
    voice.stop()
    assert not voice.speaking
    why = told.wait_for_trouble()
    assert not voice.available
    assert why == ("This computer has no voice yet. On Linux, install the package “speech-dispatcher-espeak-ng”.")


def test_whoever_looks_again_is_told_anew(voice: Voice) -> None:
    """Else the answer of the time before would be taken for that of this time."""
    told = Told(voice)
    voice.look()
    first = told.wait_for_trouble()
    assert voice.left_server(PATIENCE)
    states = len(told.states)
    voice.look()
    assert voice.left_server(PATIENCE)
    assert voice.trouble == first
    assert len(told.states) == states + 2, "nothing is known; then the same again"


def test_nobody_waits_for_where_a_voice_is_looked_for() -> None:
    """In the folders of PATH, say, one of which is a share that stays silent."""
    answers = Event()

    def look_for() -> back_end.BackEnd:
        answers.wait(PATIENCE)
        raise back_end.NoVoice("None here.")

    voice = Voice("en", look_for=look_for)
    told = Told(voice)
    voice.look()
    voice.say("Plasma.")
    assert not voice.trouble, "it came back before it was answered"
    answers.set()
    assert told.wait_for_trouble() == "None here."


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
    for text in ("Plasma.", "Albumin."):
        voice.say(text)
        assert server.spoken.get(timeout=PATIENCE) == text
    server.tell("703 CANCELED", 1)
    server.tell("702 END", 2)
    told.wait(available=True, speaking=False)
    assert told.states == [(True, False), (True, True), (True, False)]
    assert not voice.trouble


def test_of_what_was_not_begun_yet_only_the_newest_is_said(voice: Voice, server: SsipServer, told: Told) -> None:
    """Whoever taps three times to come three sentences on hears one."""
    with voice._lock:
        for turn, text in enumerate(("One.", "Two.", "Three."), 1):
            voice._turn = turn
            voice._orders.put(_Order(turn, text))
    voice.say("Four.")
    said = [server.spoken.get(timeout=PATIENCE)]
    while said[-1] != "Four.":
        said.append(server.spoken.get(timeout=PATIENCE))
    assert len(said) < 4


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
    assert voice.trouble == "The voice of this computer does not answer."
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
    assert not voice.trouble


def test_a_server_without_a_voice_is_none(voice: Voice, socket_path: Path) -> None:
    with SsipServer(socket_path, module="dummy") as server:
        voice.look()
        assert server.left.wait(PATIENCE)
    assert voice.left_server(PATIENCE)
    assert not voice.available
    assert "“speech-dispatcher-espeak-ng”" in voice.trouble


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


class Stuck:
    """A voice of a system that hangs when it is to be silent."""

    def __init__(self) -> None:
        self.released = Event()
        self.hung = Event()
        self.was_released = False
        self._woken = Event()

    def open(self, language: str) -> tuple[str, ...]:
        return ("Anna",)

    def speak(self, text: str, voice: str, speed: float) -> str:
        return "1"

    def stop(self) -> None:
        self.hung.set()
        self.was_released = self.released.wait(PATIENCE)

    def events(self, seconds: float | None) -> list[back_end.Event]:
        self._woken.wait(seconds)
        return []

    def wake(self) -> None:
        self._woken.set()

    def close(self) -> None:
        """Nothing is open."""


def test_closing_waits_for_nobody_and_the_end_of_the_program_does(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the thread of the window that closes."""
    monkeypatch.setattr(voice_module, "_GOODBYE_SECONDS", 2 * PATIENCE)
    stuck = Stuck()
    voice = Voice("en", look_for=lambda: stuck)
    told = Told(voice)
    voice.look()
    told.wait(available=True)
    voice.close()
    assert stuck.hung.wait(PATIENCE)
    assert not voice.left_server(0)
    stuck.released.set()
    voice_module._see_off()
    assert voice.left_server(0)
    assert stuck.was_released, "it was waited for"


def test_nothing_is_said_of_nothing(voice: Voice, server: SsipServer, told: Told) -> None:
    voice.say("   ")
    assert not voice.speaking


class TestTheEnd:
    """``finished`` is for whoever reads on: the next sentence follows by itself."""

    @pytest.fixture
    def ends(self, voice: Voice) -> Queue[bool]:
        ends: Queue[bool] = Queue()
        voice.finished = lambda: ends.put(voice.speaking)
        return ends

    def test_what_came_to_its_end_is_told_once(
        self, voice: Voice, server: SsipServer, told: Told, ends: Queue[bool]
    ) -> None:
        voice.say("Plasma.")
        server.spoken.get(timeout=PATIENCE)
        server.tell("701 BEGIN", 1)
        server.tell("702 END", 1)
        assert not ends.get(timeout=PATIENCE), "by then it does not speak any more"
        assert ends.empty()

    @pytest.mark.parametrize("event", ["702 END", "703 CANCELED"])
    def test_what_was_stopped_is_not_finished(
        self, voice: Voice, server: SsipServer, told: Told, ends: Queue[bool], event: str
    ) -> None:
        voice.say("Plasma.")
        server.spoken.get(timeout=PATIENCE)
        server.tell("701 BEGIN", 1)
        voice.stop()
        server.tell(event, 1)
        voice.say("Albumin.")
        server.spoken.get(timeout=PATIENCE)
        server.tell("702 END", 2)
        assert not ends.get(timeout=PATIENCE)
        assert ends.empty()

    def test_what_another_program_broke_off_is_over_and_not_finished(
        self, voice: Voice, server: SsipServer, told: Told, ends: Queue[bool]
    ) -> None:
        voice.say("Plasma.")
        server.spoken.get(timeout=PATIENCE)
        server.tell("703 CANCELED", 1)
        told.wait(available=True, speaking=False)
        assert ends.empty()

    def test_one_may_go_on_from_there(self, voice: Voice, server: SsipServer, told: Told) -> None:
        sentences = iter(["Two.", "Three."])
        voice.finished = lambda: voice.say(next(sentences))
        voice.say("One.")
        for number, text in enumerate(("One.", "Two.", "Three."), 1):
            assert server.spoken.get(timeout=PATIENCE) == text
            if number < 3:
                server.tell("702 END", number)


class TestVoicesAndSpeed:
    def test_those_of_the_language_are_named_the_usual_one_first(
        self, voice: Voice, server: SsipServer, told: Told
    ) -> None:
        assert voice.voices == ("English (Great Britain)", "English (America)", "English (Scotland)")

    def test_a_voice_is_asked_for_by_its_name_and_let_go_again(
        self, voice: Voice, server: SsipServer, told: Told
    ) -> None:
        for name in ("English (America)", "English (America)", "", "Nobody"):
            voice.say("Plasma.", voice=name)
            server.spoken.get(timeout=PATIENCE)
        asked = [command for command in server.commands if "VOICE" in command and command.startswith("SET")]
        assert asked == ["SET SELF SYNTHESIS_VOICE English (America)", "SET SELF VOICE_TYPE MALE1"]

    def test_speed_counts_from_what_the_person_is_used_to(self, socket_path: Path) -> None:
        answers = {"GET RATE": "251-30\r\n251 OK GET RETURNED\r\n"}
        with SsipServer(socket_path, answer=answers.get) as server:
            voice = Voice("en")
            told = Told(voice)
            voice.look()
            told.wait(available=True)
            for speed in (1.0, 2.0, 2.0, 0.5, 1.0):
                voice.say("Plasma.", speed=speed)
                server.spoken.get(timeout=PATIENCE)
            voice.close()
        asked = [command for command in server.commands if command.startswith("SET SELF RATE")]
        assert asked == ["SET SELF RATE 80", "SET SELF RATE -60", "SET SELF RATE 30"]

    def test_a_language_without_a_voice_is_told(self, server: SsipServer) -> None:
        voice = Voice("fr")
        told = Told(voice)
        voice.look()
        assert told.wait_for_trouble() == (
            "This computer has no voice for this language. You can add one in its settings."
        )
        assert not voice.available
        voice.close()

    def test_where_voices_are_not_named_there_may_be_one(self, socket_path: Path) -> None:
        with SsipServer(socket_path, voices=()):
            voice = Voice("fr")
            told = Told(voice)
            voice.look()
            told.wait(available=True)
            assert voice.voices == ()
            assert not voice.trouble
            voice.close()


class TestNeverSilenceWithoutAWord:
    def test_words_that_are_taken_and_not_said(
        self, voice: Voice, server: SsipServer, told: Told, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        clock = time.monotonic
        voice.say("Plasma.")
        server.spoken.get(timeout=PATIENCE)
        monkeypatch.setattr(voice_module, "monotonic", lambda: clock() + 2.01)
        assert voice._back_end
        voice._back_end.wake()
        assert told.wait_for_trouble() == (
            "The voice took the words and said nothing for 2 seconds. Maybe another window or program is speaking."
        )
        assert not voice.speaking
        say_again(voice, server)

    def test_a_sentence_that_breaks_off(
        self, voice: Voice, server: SsipServer, told: Told, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(voice_module, "SPARE_SECONDS", 0.01)
        monkeypatch.setattr(voice_module, "SLOWEST_LETTERS", 10_000.0)
        voice.say("Plasma.")
        server.spoken.get(timeout=PATIENCE)
        server.tell("701 BEGIN", 1)
        assert told.wait_for_trouble() == "The voice stopped before the end."
        assert not voice.speaking
        say_again(voice, server)

    def test_a_long_sentence_that_is_said_slowly_is_no_trouble(
        self, voice: Voice, server: SsipServer, told: Told, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Half speed takes espeak-ng 13 seconds for 97 letters."""
        clock, skipped = time.monotonic, 0.0
        monkeypatch.setattr(voice_module, "monotonic", lambda: clock() + skipped)
        voice.say("a" * 97, speed=0.5)
        server.spoken.get(timeout=PATIENCE)
        server.tell("701 BEGIN", 1)
        skipped = 26.0
        voice._back_end.wake()
        server.tell("702 END", 1)
        told.wait(available=True, speaking=False)
        assert not voice.trouble

    def test_what_stays_silent_is_silenced_and_may_be_tried_again(
        self, voice: Voice, server: SsipServer, told: Told, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        ends: Queue[None] = Queue()
        voice.finished = lambda: ends.put(None)
        server.cancelled.clear()
        monkeypatch.setattr(voice_module, "SILENT_SECONDS", 0.01)
        voice.say("Plasma.")
        told.wait_for_trouble()
        assert server.cancelled.wait(PATIENCE)
        assert server.left.wait(PATIENCE), "another conversation is begun"
        monkeypatch.undo()
        assert voice.available
        assert server.spoken.get(timeout=PATIENCE) == "Plasma."
        say_again(voice, server)
        server.tell("702 END", 2)
        ends.get(timeout=PATIENCE)


def say_again(voice: Voice, server: SsipServer) -> None:
    voice.say("Once more.")
    assert not voice.trouble
    assert server.spoken.get(timeout=PATIENCE) == "Once more."
