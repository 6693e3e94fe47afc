"""The proof: speech-dispatcher itself, with a voice, speaking into a sound card that is none."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

import pytest

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


def test_it_really_speaks_to_the_end_and_stops_when_told(real_server: dict[str, str]) -> None:
    def sounding() -> bool:
        streams = ["pactl", "list", "sink-inputs"]
        return "espeak" in subprocess.run(streams, env=real_server, capture_output=True, text=True, check=False).stdout

    voice = Voice("en")
    voice.look()
    until(lambda: voice.available)

    voice.say("Plasma. The yellow, liquid part of your blood.")
    until(sounding)
    assert voice.speaking
    until(lambda: not voice.speaking)

    # A minute of speech: what follows comes to its end only because that was stopped.
    voice.say("This goes on and on, " * 40)
    voice.stop()
    voice.say("Yes.")
    until(lambda: not voice.speaking)
    voice.close()
    assert voice.left_server(5)
