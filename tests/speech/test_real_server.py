"""The proof: speech-dispatcher itself, with a voice, speaking into a sound card that is none, which is listened to."""

from __future__ import annotations

import os
import subprocess
import time
from array import array
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

import pytest

from tpe_guide.speech import troubles
from tpe_guide.speech.voice import Voice

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not all(map(which, ("speech-dispatcher", "pulseaudio", "espeak-ng"))),
        reason="needs speech-dispatcher, speech-dispatcher-espeak-ng and pulseaudio",
    ),
]
CONF = """
LogLevel 0
AudioOutputMethod "pulse"
AddModule "espeak-ng" "sd_espeak-ng" "espeak-ng.conf"
DefaultModule espeak-ng
"""


@pytest.fixture
def real_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, str]]:
    """speech-dispatcher in a session of its own; gives its environment."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="speech-")))
        (folder / "speechd.conf").write_text(CONF)
        path = folder / "speechd.sock"
        environment = {**os.environ, "XDG_RUNTIME_DIR": str(folder), "HOME": str(folder)}
        sinks = ["module-null-sink sink_name=quiet", "module-native-protocol-unix"]
        sound = ["pulseaudio", "--daemonize=no", "--exit-idle-time=-1", "-n", *(f"--load={sink}" for sink in sinks)]
        speech = ["speech-dispatcher", "-s", "-c", "unix_socket", f"-S{path}", f"-C{folder}", f"-P{folder}/pid"]
        for command, ready in ((sound, folder / "pulse" / "native"), (speech, path)):
            process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
            stack.callback(process.wait)
            stack.callback(process.terminate)
            until(ready.exists)
        monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{path}")
        yield environment


def until(condition: Callable[[], object]) -> None:
    limit = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < limit, condition
        time.sleep(0.02)


def is_sounding(environment: dict[str, str]) -> bool:
    streams = ["pactl", "list", "sink-inputs"]
    return "espeak" in subprocess.run(streams, env=environment, capture_output=True, text=True, check=False).stdout


def test_it_really_speaks_to_the_end_and_stops_when_told(real_server: dict[str, str]) -> None:
    voice = Voice("en")
    voice.look()
    until(lambda: voice.available)

    voice.say("Plasma. The yellow, liquid part of your blood.")
    until(lambda: is_sounding(real_server))
    assert voice.speaking
    until(lambda: not voice.speaking)

    # A minute of speech: what follows comes to its end only because that was stopped.
    voice.say("This goes on and on, " * 40)
    voice.stop()
    voice.say("Yes.")
    until(lambda: not voice.speaking)
    voice.close()
    assert voice.left_server(5)


def test_who_has_to_wait_for_another_window_is_told_what_it_may_be(real_server: dict[str, str]) -> None:
    first, second = Voice("en"), Voice("en")
    for voice in (first, second):
        voice.look()
    until(lambda: first.available and second.available)
    first.say("This goes on and on, " * 8)
    until(lambda: is_sounding(real_server))
    second.say("Yes.")
    until(lambda: second.trouble)
    assert second.trouble == troubles.silent(2)
    assert first.speaking
    assert not first.trouble
    for voice in (first, second):
        voice.close()
        assert voice.left_server(5)


class Heard:
    """A voice at the real server, and how each text that it says comes out."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._environment = environment
        self.ends: list[str] = []
        self._text = ""
        self.voice = Voice("en")
        self.voice.finished = lambda: self.ends.append(self._text)
        self.voice.look()
        until(lambda: self.voice.available)

    def say(self, text: str, *, voice: str = "", speed: float = 1.0) -> float:
        """How many seconds it took to its end."""
        self._text = text
        began = time.monotonic()
        self.voice.say(text, voice=voice, speed=speed)
        until(lambda: not self.voice.speaking)
        assert not self.voice.trouble
        return time.monotonic() - began

    def sound(self, text: str, *, voice: str = "") -> array[int]:
        """What comes out of the loudspeaker, from the first that is not silence to the last."""
        record = [
            "parec",
            "--device=quiet.monitor",
            "--format=s16ne",
            "--channels=1",
            "--rate=8000",
            "--latency-msec=20",
        ]
        with subprocess.Popen(record, env=self._environment, stdout=subprocess.PIPE) as recorder:
            assert recorder.stdout
            recorder.stdout.read(1600)  # it listens
            self.say(text, voice=voice)
            recorder.terminate()
            sound = recorder.stdout.read()
        recorded = array("h", sound[: len(sound) // 2 * 2])
        loud = [at for at, value in enumerate(recorded) if abs(value) > 200]
        return recorded[loud[0] : loud[-1]]


@pytest.fixture
def heard(real_server: dict[str, str]) -> Iterator[Heard]:
    listening = Heard(real_server)
    yield listening
    listening.voice.close()
    assert listening.voice.left_server(5)


SENTENCES = (
    "Plasma is the yellow part of your blood.",
    "The machine takes it out, and puts albumin in.",
    "Call 112 if your chest hurts.",
    "It takes 2 to 3 hours, 5–7 times.",
    "You may feel cold; ask for a blanket.",
)


def test_five_sentences_come_each_to_their_end(heard: Heard) -> None:
    for sentence in SENTENCES:
        assert heard.say(sentence) > 0.5
    assert heard.ends == [*SENTENCES]


def test_speed_changes_how_long_a_sentence_takes(heard: Heard) -> None:
    slow, usual, fast = (heard.say(SENTENCES[1], speed=speed) for speed in (0.5, 1.0, 2.0))
    print(f"\n{slow:.2f} s at half, {usual:.2f} s at usual, {fast:.2f} s at double speed")
    assert 1.5 < slow / usual < 2.5
    assert 1.5 < usual / fast < 2.5


def test_voices_differ_and_the_usual_one_comes_back(heard: Heard) -> None:
    assert heard.voice.voices[:2] == ("English (Great Britain)", "English (America)")
    usual, british, american, usual_again = (
        loudness(heard.sound("I can't ask for half a bath.", voice=voice))
        for voice in ("", *heard.voice.voices[:2], "")
    )
    print(f"\nlength, loudness: {usual} usual, {british} British, {american} American, {usual_again} usual again")
    assert usual_again == pytest.approx(usual, rel=0.05)
    assert american[1] != pytest.approx(usual[1], rel=0.1)
    assert american[1] != pytest.approx(british[1], rel=0.1)


def loudness(sound: array[int]) -> tuple[int, int]:
    """How long and how loud it is: two recordings never begin at the same moment, so no more can be compared."""
    return len(sound), sum(map(abs, sound)) // len(sound)
