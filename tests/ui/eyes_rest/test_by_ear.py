"""The proof: a real speech server, whose voice takes its time and then writes down what it was given to say.

What is broken off is never written: only what a person could have heard is. Whoever logs here waits to have heard each
thing before they press on.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.diaries import on_disk
from tests.ui.programs import OpenProgram, key
from tests.ui.test_orca import heard_in_a_session
from tpe_guide.app import Program

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not all(map(which, ("speech-dispatcher", "pulseaudio"))), reason="needs speech-dispatcher and pulseaudio"
    ),
]
CONF = """
LogLevel 0
AudioOutputMethod "pulse"
AddModule "written" "sd_generic" "written.conf"
DefaultModule written
DefaultVoiceType "MALE1"
DefaultLanguage "en"
"""
VOICE = """
GenericExecuteSynth "sleep 0.1; echo \\"$DATA\\" >> {heard}"
AddVoice "en" "MALE1" "one"
DefaultVoice "one"
"""
PATIENCE_MS = 15_000
STEPS = """
place eyes-rest
key Down
key Return
key F9
key F1
"""


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The file into which a voice of this session writes."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="ear-")))
        (folder / "modules").mkdir()
        written, path = folder / "heard", folder / "speechd.sock"
        written.touch()
        (folder / "speechd.conf").write_text(CONF)
        (folder / "modules" / "written.conf").write_text(VOICE.format(heard=written))
        environment = {**os.environ, "XDG_RUNTIME_DIR": str(folder), "HOME": str(folder)}
        sinks = ["module-null-sink sink_name=quiet", "module-native-protocol-unix"]
        sound = ["pulseaudio", "--daemonize=no", "--exit-idle-time=-1", "-n", *(f"--load={sink}" for sink in sinks)]
        speech = ["speech-dispatcher", "-s", "-c", "unix_socket", f"-S{path}", f"-C{folder}", f"-P{folder}/pid"]
        for command, ready in ((sound, folder / "pulse" / "native"), (speech, path)):
            process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
            stack.callback(process.wait)
            stack.callback(process.terminate)
            _until(ready)
        monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{path}")
        yield written


def _until(path: Path) -> None:
    for __ in range(1000):
        if path.exists():
            return
        QTest.qWait(20)
    raise AssertionError(path)


class Ear:
    """Somebody at *program* who sees nothing. *touches*: on the glass, else by keys."""

    def __init__(self, program: Program, heard: Path, qtbot: QtBot, *, touches: bool) -> None:
        self._program, self._heard, self._qtbot = program, heard, qtbot
        self._glass = QTest.createTouchDevice() if touches else None
        self._from = 0

    def hear(self, words: str) -> None:
        """Wait until *words* were said, since the last press."""
        self._qtbot.waitUntil(lambda: words in self._said(), timeout=PATIENCE_MS)

    def choose(self, words: str) -> None:
        """Go on until *words* are heard, and choose them."""
        for __ in range(40):
            self._qtbot.waitUntil(self._is_silent, timeout=PATIENCE_MS)
            if words in self._said():
                self._order(held=True)
                return
            self._order(held=False)
        raise AssertionError(words)

    def _said(self) -> str:
        return " ".join(self._heard.read_text()[self._from :].split())

    def _is_silent(self) -> bool:
        """All that was to be said since the last press was heard."""
        zone = self._program.window.screen_shown.zone
        last = self._program.screens._eyes_rest.state.said.spoken.split()[-3:]
        return zone.isVisible() and " ".join(last).rstrip(".") in self._said()

    def _order(self, *, held: bool) -> None:
        self._from = len(self._heard.read_text())
        zone = self._program.window.screen_shown.zone
        if self._glass is None:
            QTest.keyClick(zone, Qt.Key.Key_Return if held else Qt.Key.Key_Down)
            return
        at, handle = QPoint(zone.width() // 2, zone.height() // 2), self._program.window.windowHandle()
        with self._qtbot.waitSignal(zone.ordered, timeout=PATIENCE_MS):
            QTest.touchEvent(handle, self._glass).press(0, at, handle).commit()
            if held:
                with self._qtbot.waitSignal(zone.cued, timeout=PATIENCE_MS):
                    pass
                self._from = len(self._heard.read_text())
            QTest.touchEvent(handle, self._glass).release(0, at, handle).commit()


@pytest.mark.parametrize("touches", [False, True], ids=["five keys", "one touch"])
def test_an_entry_is_logged_with_eyes_shut_and_saved_is_heard(
    open_program: OpenProgram, heard: Path, qtbot: QtBot, data_dir: Path, tmp_path: Path, touches: bool
) -> None:
    program = open_program()
    ear = Ear(program, heard, qtbot, touches=touches)
    key(program, "F12")
    ear.hear("Eyes-rest is on.")
    for words in (
        "Log how I feel",
        "Begin a diary without a passcode",
        "Which session is this about",
        "A new session, today",
        "What did you feel",
        "Tingling",
        "Mild",
        "No, the same",
        "Chest pain",
        "Severe",
        "That is all I felt",
        "When did it begin",
        "During the session",
        "Save this entry",
    ):
        ear.choose(words)
    ear.hear("Saved.")
    ear.hear("Your diary has 1 entry.")
    ear.hear("Call your emergency number now: 1 1 2, 9 1 1 or 9 9 9.")
    (entry,) = on_disk(data_dir, tmp_path / "copy").entries
    assert [(one.effect, one.severity) for one in entry.effects] == [("tingling", 1), ("chest-pain", 3)]


def test_a_screen_reader_says_each_thing_once(tmp_path: Path) -> None:
    """Orca itself: asked by the voice of the guide who is to speak, it speaks."""
    heard = heard_in_a_session(tmp_path, STEPS)
    assert heard["place eyes-rest"].startswith("Your screen reader speaks here, not this voice.")
    assert heard["key Down"].count("Your screen reader speaks from now on.") == 1
    assert heard["key Return"].count("Urgent help. 1 of 9.") == 1
    assert heard["key F9"].count("Call your emergency number now: 1 1 2, 9 1 1 or 9 9 9.") == 1
    assert "You are here: Urgent help." in heard["key F1"]
