"""What Orca really says: it, a window manager and speech-dispatcher run in a session of their own, and are listened to.

The voice is a command that takes its time and then writes down what it was given. What Orca breaks off, because the
keyboard moved or a key was pressed, is never written: only what a person could have heard is.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
TOOLS = ("orca", "speech-dispatcher", "pulseaudio", "openbox", "xdotool", "xvfb-run", "xauth", "dbus-run-session")
SECONDS_TO_SAY_IT = 0.4
SECONDS_FOR_A_STEP = 6
SPEECH = """
LogLevel 0
AudioOutputMethod "pulse"
AddModule "written" "sd_generic" "written.conf"
DefaultModule written
DefaultVoiceType "MALE1"
DefaultLanguage "en"
"""
VOICE = """
GenericExecuteSynth "sleep {seconds}; echo \\"$DATA\\" >> {heard}"
AddVoice "en" "MALE1" "one"
DefaultVoice "one"
"""
SESSION = """
pulseaudio --daemonize=no --exit-idle-time=-1 -n --load="module-null-sink sink_name=quiet" \
    --load=module-native-protocol-unix & sound=$!
"$LAUNCHER" --launch-immediately & launcher=$!
openbox & windows=$!
until [ -S "$XDG_RUNTIME_DIR/pulse/native" ]; do sleep 0.1; done
speech-dispatcher -s -c unix_socket -S "$SOCKET" -C "$SPEECH" -P "$SPEECH/pid" & speech=$!
until [ -S "$SOCKET" ]; do sleep 0.1; done
orca --replace & orca=$!
until grep -q "Screen reader on" "$HEARD"; do sleep 0.1; done
"$APP_PYTHON" "$PROGRAM"; result=$?
kill $orca $speech $windows $launcher $sound
exit $result
"""
STEPS = """
place log
press start-without
press session-new-today
press effect-more-signs
press effect-chest-pain
press level-chest-pain-2
press began-during
press save
key Ctrl++
key F8
key F9
key Tab
"""

SCREENS = """
place look
key Tab
key Escape
place my-session
place unit
place diary
place check session
place page tingling
key Ctrl+3
"""
READING = """
place page tingling
key H
key H
key P
key Tab
key F6
key Ctrl+Down
place page side-by-side
key T
key T
key T
key T
"""
ALL_OF_IT = """
place page tingling
key H
real KP_Add
"""
KEEPING = """
place log
press start-without
press session-new-today
press effect-tingling
press level-tingling-2
press began-during
press save
place diary
press open-*
press remove-entry
press undo
place keeping
press keep-now
"""


def heard_in_a_session(folder: Path, steps: str) -> dict[str, str]:
    """What was said after each of *steps*, in one line."""
    missing = [tool for tool in TOOLS if shutil.which(tool) is None] + ([] if LAUNCHER.exists() else ["at-spi2-core"])
    if sys.platform != "linux" or missing:
        pytest.skip(f"needs a screen reader of Linux, and what it runs on: {', '.join(missing)}")
    runtime, speech, heard = folder / "run", folder / "speech", folder / "heard"
    runtime.mkdir(mode=0o700)
    (speech / "modules").mkdir(parents=True)
    heard.touch()
    (speech / "speechd.conf").write_text(SPEECH)
    (speech / "modules" / "written.conf").write_text(VOICE.format(seconds=SECONDS_TO_SAY_IT, heard=heard))
    run_session(folder, runtime, {"SPEECH": str(speech), "HEARD": str(heard), "STEPS": steps.strip()})
    parts = heard.read_text(encoding="utf-8").split("== ")
    said = (part.partition("\n") for part in parts[1:])
    return {step: " ".join(words.split()) for step, __, words in said}


def run_session(folder: Path, runtime: Path, more: Mapping[str, str]) -> None:
    socket = runtime / "speech.sock"
    environment = os.environ | {
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "GSETTINGS_BACKEND": "memory",
        "LANG": "C.UTF-8",
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(runtime),
        "SOCKET": str(socket),
        "SPEECHD_ADDRESS": f"unix_socket:{socket}",
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        "APP_PYTHON": sys.executable,
        "LAUNCHER": str(LAUNCHER),
        "PROGRAM": str(Path(__file__).parent / "bus" / "use_diary.py"),
        "DATA": str(folder / "data"),
    }
    command = ["xvfb-run", "-a", "-s", "-screen 0 1280x900x24", "dbus-run-session", "--", "sh", "-c", SESSION]
    with (folder / "errors").open("wb") as errors:
        run = subprocess.Popen(
            command,
            env={**environment, **more},
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=errors,
            start_new_session=True,
        )
        try:
            run.wait(timeout=60 + SECONDS_FOR_A_STEP * more["STEPS"].count("\n"))
        except subprocess.TimeoutExpired:
            os.killpg(run.pid, signal.SIGTERM)  # all of it: what is left alone goes on for ever
            raise
    assert run.returncode == 0, (folder / "errors").read_text(errors="replace")[-4000:]


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return heard_in_a_session(tmp_path_factory.mktemp("orca"), STEPS)


@pytest.mark.slow
class TestOrca:
    """One session: a warning sign is logged and saved; the look is changed; Urgent help is read."""

    def test_a_warning_sign_is_said_with_its_number_once(self, heard: dict[str, str]) -> None:
        said = heard["press effect-chest-pain"]
        assert said.count("Call your emergency number now: 112, 911 or 999.") == 1
        assert "Say that you have had plasma exchange." in said

    def test_saved_is_said_after_the_keyboard_has_moved_with_what_to_heed(self, heard: dict[str, str]) -> None:
        said = heard["press save"]
        assert said.startswith("Saved Done push button.")
        assert "Your diary has 1 entry." in said
        assert "Call your emergency number now: 112, 911 or 999." in said

    def test_text_size_and_colours_are_said(self, heard: dict[str, str]) -> None:
        assert "Text size 125%. Colours: Light." in heard["key Ctrl++"].replace(" percent", "%")
        assert "Colours: Dim." in heard["key F8"]

    def test_urgent_help_begins_with_its_heading_and_goes_on_to_the_number(self, heard: dict[str, str]) -> None:
        assert heard["key F9"].startswith("Urgent help.")
        assert "heading" in heard["key F9"]
        assert "Call your emergency number now. 112, 911 or 999." in heard["key Tab"]


@pytest.mark.slow
def test_what_becomes_of_an_entry_is_said(tmp_path: Path) -> None:
    """One session: an entry is opened, removed and put back; then all is backed up."""
    heard = heard_in_a_session(tmp_path, KEEPING)
    assert heard["place diary"].startswith("Your first entry is in")
    assert heard["press open-*"].startswith("Session 1")
    removed = heard["press remove-entry"]
    assert "Undo push button" in removed
    assert removed.count("was removed from your diary.") == 1
    assert heard["press undo"].endswith("The entry is back in your diary.")
    assert "Backed up 1 entry, opened and counted in the backup." in heard["press keep-now"]


@pytest.mark.slow
def test_each_screen_says_its_title_then_what_has_the_keyboard(tmp_path: Path) -> None:
    heard = heard_in_a_session(tmp_path, SCREENS)
    assert heard["place look"].startswith("Settings Text size panel. 100% selected radio button")
    assert heard["key Tab"].startswith("Colours panel. Light. selected radio button")
    assert heard["key Escape"].startswith("Where are you today?")
    assert "My session" in heard["place my-session"]
    assert "details Number to call by day text." in heard["place unit"]
    assert "Your diary is empty Passcode password text." in heard["place diary"]
    assert heard["place check session"].startswith("Check yourself How much time")
    assert heard["place check session"].endswith("not selected radio button")
    assert heard["place page tingling"].startswith("Why might I tingle?")
    assert "All of it" in heard["key Ctrl+3"]


@pytest.mark.slow
def test_a_page_is_read_by_headings_paragraphs_items_links_and_cells(tmp_path: Path) -> None:
    heard = heard_in_a_session(tmp_path, READING)
    assert heard["key H"].startswith("In short heading level 2")
    assert heard["key P"] == "List with 3 items. Your lips, fingers or toes may tingle."
    assert "citrate link. Explains this word." in heard["key Tab"]
    assert heard["key F6"].endswith("What you can say heading level 3.")
    assert "My lips tingle. This is new." in heard["key Ctrl+Down"]
    cell = "A machine swaps your plasma for another fluid. You keep your blood cells."
    assert heard["key T"] == f"{cell} what it is. Plasma exchange."


@pytest.mark.slow
def test_a_page_is_read_in_one_go_from_where_one_is(tmp_path: Path) -> None:
    heard = heard_in_a_session(tmp_path, ALL_OF_IT)["real KP_Add"]
    parts = ("Why might I tingle?", "In short", "Your lips, fingers or toes may tingle.", "The machine adds citrate")
    places = [heard.index(part) for part in parts]
    assert places == sorted(places)
