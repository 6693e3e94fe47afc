"""The voice of Windows, with a program that stands in for its PowerShell."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.speech.ssip_server import PATIENCE
from tests.speech.stand_ins import POWERSHELL, USE, WINDOWS_VOICES, StandIn, to_the_end
from tests.speech.test_voice import Told
from tpe_guide.speech import back_ends, sapi, troubles
from tpe_guide.speech import voice as voice_module
from tpe_guide.speech.back_end import Event, NoVoice
from tpe_guide.speech.sapi import SCRIPT, Sapi
from tpe_guide.speech.voice import Voice

pytestmark = pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="watches processes as only Linux can")
HAZEL = "Microsoft Hazel Desktop - English (Great Britain)"
ZIRA = "Microsoft Zira Desktop - English (United States)"


@pytest.fixture
def powershell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    monkeypatch.setenv("SYSTEMROOT", str(tmp_path))
    program = tmp_path / "System32" / "WindowsPowerShell" / "v1.0" / "powershell.exe"
    stand_in = StandIn(program, POWERSHELL, WINDOWS_VOICES)
    stand_in.set("manner", "short")
    return stand_in


@pytest.fixture
def sapi_voice(powershell: StandIn) -> Iterator[Sapi]:
    found = back_ends.find("win32")
    assert isinstance(found, Sapi)
    yield found
    found.close()


@pytest.fixture
def voice(sapi_voice: Sapi) -> Iterator[Voice]:
    speaking = Voice("en", look_for=lambda: sapi_voice)
    yield speaking
    speaking.close()
    assert speaking.left_server(PATIENCE)


def test_its_voices_are_those_of_the_language_its_own_first(sapi_voice: Sapi) -> None:
    assert sapi_voice.open("en") == (HAZEL, ZIRA)


def test_a_language_that_none_of_them_speaks(sapi_voice: Sapi) -> None:
    with pytest.raises(NoVoice, match="no voice for this language"):
        sapi_voice.open("mi")


def test_a_program_that_lies_elsewhere_is_not_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    StandIn(tmp_path / "powershell.exe", POWERSHELL, WINDOWS_VOICES)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("SYSTEMROOT", str(tmp_path / "Windows"))
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NoVoice, match="did not start its voice"):
        back_ends.find("win32")


@pytest.mark.parametrize("manner", ["forbidden", "not a program"])
def test_where_it_may_not_run_that_is_said(sapi_voice: Sapi, powershell: StandIn, manner: str) -> None:
    powershell.set("manner", manner)
    if manner == "not a program":
        powershell.program.chmod(0o644)
    with pytest.raises(NoVoice, match="did not start its voice"):
        sapi_voice.open("en")


def test_one_that_never_is_ready_is_not_waited_for_long(
    sapi_voice: Sapi, powershell: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sapi, "START_SECONDS", 0.05)
    powershell.hang()
    with pytest.raises(NoVoice):
        sapi_voice.open("en")


def test_it_says_a_text_to_its_end(sapi_voice: Sapi, powershell: StandIn) -> None:
    sapi_voice.open("en")
    number = sapi_voice.speak("Größe:\t“ja”\n", "", 1.0)
    assert to_the_end(sapi_voice) == [Event(number, "begin"), Event(number, "end")]
    assert powershell.noted("heard") == [f"say\t{number}\t0\t{HAZEL}\tGröße: “ja” "]


def test_one_process_says_all_with_voice_and_speed(voice: Voice, powershell: StandIn) -> None:
    told = Told(voice)
    voice.look()
    told.wait(available=True)
    for name, speed in ((ZIRA, 0.5), (HAZEL, 2.0), ("Nobody", 1.0)):
        voice.say("Plasma.", voice=name, speed=speed)
        told.wait(available=True, speaking=False)
    said = [line.split("\t")[2:4] for line in powershell.noted("heard") if line.startswith("say")]
    assert said == [["-6", ZIRA], ["6", HAZEL], ["0", HAZEL]]
    assert len(powershell.noted("pid")) == 1


def test_what_is_said_stands_on_no_command_line_and_no_window_opens(
    voice: Voice, powershell: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[dict[str, object]] = []
    real = subprocess.Popen

    def popen(command: list[str], **settings: object) -> subprocess.Popen[bytes]:
        started.append(settings)
        return real(command, **(settings | {"creationflags": 0}))  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(subprocess, "CREATE_NO_WINDOW", 0x08000000, raising=False)
    monkeypatch.setattr(subprocess, "Popen", popen)
    told = Told(voice)
    voice.look()
    told.wait(available=True)
    voice.say("My secret.")
    told.wait(available=True, speaking=False)
    assert [settings["creationflags"] for settings in started] == [0x08000000]
    assert "secret" not in "".join(powershell.noted("asked"))


def test_stopping_is_an_order(voice: Voice, powershell: StandIn) -> None:
    powershell.set("manner", "long")
    told = Told(voice)
    voice.look()
    told.wait(available=True)
    voice.say("Plasma.")
    voice.stop()
    voice.say("Albumin.")
    while not powershell.noted("heard") or "Albumin." not in powershell.noted("heard")[-1]:
        os.sched_yield()
    assert powershell.noted("heard")[-2] == "stop\t0"


def test_closing_is_silence(voice: Voice, powershell: StandIn) -> None:
    """A kiosk’s wipe closes the window, and that the voice."""
    powershell.set("manner", "long")
    told = Told(voice)
    voice.look()
    told.wait(available=True)
    voice.say("Plasma.")
    voice.close()
    assert powershell.ended(powershell.pid())


@pytest.mark.parametrize(
    ("manner", "why"),
    [
        ("no sound", troubles.failed()),
        ("ends", troubles.not_answering()),
        ("silent", troubles.silent(0.05)),
        ("hangs", troubles.silent(0.05)),
    ],
)
def test_what_goes_wrong_is_told(
    voice: Voice, powershell: StandIn, monkeypatch: pytest.MonkeyPatch, manner: str, why: str
) -> None:
    monkeypatch.setattr(voice_module, "SILENT_SECONDS", 0.05 if manner in {"silent", "hangs"} else PATIENCE)
    powershell.set("manner", manner)
    told = Told(voice)
    voice.look()
    told.wait(available=True)
    voice.say("Plasma.")
    assert told.wait_for_trouble() == why


def test_after_it_hung_another_one_speaks(voice: Voice, powershell: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    powershell.set("manner", "hangs")
    told = Told(voice)
    voice.look()
    told.wait(available=True)
    monkeypatch.setattr(voice_module, "SILENT_SECONDS", 0.05)
    voice.say("Plasma.")
    told.wait_for_trouble()
    first = powershell.pid()
    powershell.set("manner", "short")
    monkeypatch.setattr(voice_module, "SILENT_SECONDS", PATIENCE)
    voice.say("Albumin.")
    told.wait(available=True, speaking=False)
    assert not voice.trouble
    assert powershell.ended(first)


def test_a_program_that_is_killed_takes_its_voice_along(powershell: StandIn) -> None:
    powershell.set("manner", "long")
    code = f"from tpe_guide.speech.sapi import find\n{USE}"
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE) as program:
        pid = powershell.pid()
        program.send_signal(signal.SIGKILL)
    assert powershell.ended(pid)


class TestTheScript:
    """No PowerShell runs here. What can be seen of the script without one."""

    def test_it_survives_a_command_line(self) -> None:
        assert SCRIPT.isascii()
        assert '"' not in SCRIPT
        assert len(SCRIPT) < 8000
        assert subprocess.list2cmdline([SCRIPT]) == f'"{SCRIPT}"'

    def test_it_leaves_its_input_to_us(self) -> None:
        """PowerShell reads it for a script that names ``$input``, and else does not."""
        assert "$input" not in SCRIPT.lower()

    def test_its_brackets_are_closed(self) -> None:
        bare = re.sub(r"'[^']*'", "", SCRIPT)
        for opening, closing in ("()", "[]", "{}"):
            assert bare.count(opening) == bare.count(closing)

    def test_it_knows_the_words_that_we_do(self) -> None:
        assert set(re.findall(r"WriteLine\('(\w+)'", SCRIPT)) == {"ready", "begin", "end", "failed"}
        assert "$parts[0] -eq 'say'" in SCRIPT
