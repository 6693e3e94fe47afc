"""A session of a desktop of its own: a screen, a bus, a window manager, the program, and whoever drives it.

With ``orca`` also a screen reader, and a voice that writes down what it has said to the end.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from tests.ui.test_orca import SECONDS_TO_SAY_IT, SPEECH, VOICE

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
SYSTEM_PYTHON = shutil.which("python3", path="/usr/bin")
TOOLS = ("xvfb-run", "xauth", "dbus-run-session", "openbox", "xdotool")
TOOLS_TO_HEAR = ("orca", "speech-dispatcher", "pulseaudio")
SCREEN = "-screen 0 1440x900x24 -noreset"
"""Without an end to all when the first client leaves, which only asks whether a window manager is there."""
MOST_SECONDS = 600
"""By ear each stop of a long form is listened to; on a machine that others use, too, that takes minutes."""
_BEGIN = """
"$LAUNCHER" --launch-immediately & launcher=$!
openbox & windows=$!
until xdotool get_num_desktops > /dev/null 2>&1; do sleep 0.05; done
"""
_HEAR = """
pulseaudio --daemonize=no --exit-idle-time=-1 -n --load="module-null-sink sink_name=quiet" \
    --load=module-native-protocol-unix & sound=$!
until [ -S "$XDG_RUNTIME_DIR/pulse/native" ]; do sleep 0.1; done
speech-dispatcher -s -c unix_socket -S "$SOCKET" -C "$SPEECH" -P "$SPEECH/pid" & speech=$!
until [ -S "$SOCKET" ]; do sleep 0.1; done
orca --replace & orca=$!
until grep -q "Screen reader on" "$HEARD"; do sleep 0.1; done
"""
_USE = """
"$APP_PYTHON" "$PROGRAM" & app=$!
"$SYSTEM_PYTHON" "$DRIVER" "$WAY" "$TASK"; result=$?
kill $app $orca
wait $app  # it has let go of the diary then
kill -9 $speech  # it may not end while the voice still has words
kill $sound $windows $launcher
exit $result
"""


class Scene(NamedTuple):
    """How the program is opened."""

    size: str = "1366x728"
    percent: int = 100
    page: str = ""
    diary: str = ""
    """``empty``, ``demo``, or no diary."""


def what_is_missing(*, to_hear: bool) -> str:
    """Why there can be no such session here; empty where there can."""
    if not sys.platform.startswith("linux"):
        return "it takes the bus and the screen of Linux"
    tools = [tool for tool in (*TOOLS, *(TOOLS_TO_HEAR if to_hear else ())) if shutil.which(tool) is None]
    if not LAUNCHER.exists():
        tools.append("at-spi2-core")
    asked = [str(SYSTEM_PYTHON), "-c", "import pyatspi"]
    if SYSTEM_PYTHON is None or subprocess.run(asked, capture_output=True, check=False).returncode:
        tools.append("python3-pyatspi")
    return f"not installed: {', '.join(tools)}" if tools else ""


def use(folder: Path, way: str, task: str, scene: Scene, now: str, more: Mapping[str, str]) -> None:
    """Do *task* in this *way*. AssertionError with what the driver said where it could not be done."""
    to_hear = way == "orca"
    environment = _environment(folder, scene, now) | {"WAY": way, "TASK": task} | dict(more)
    if to_hear:
        environment |= _voice(folder)
    script = _BEGIN + (_HEAR if to_hear else "") + _USE
    command = ["xvfb-run", "-a", "-s", SCREEN, "dbus-run-session", "--", "sh", "-c", script]
    with (folder / "said").open("wb") as said:
        run = subprocess.Popen(command, env=environment, cwd=ROOT, stdout=said, stderr=said, start_new_session=True)
        try:
            run.wait(timeout=MOST_SECONDS)
        finally:
            if run.poll() is None:
                os.killpg(run.pid, signal.SIGTERM)  # all of it: what is left alone goes on for ever
                run.wait()
    assert run.returncode == 0, (folder / "said").read_text(errors="replace")[-3000:]


def _environment(folder: Path, scene: Scene, now: str) -> dict[str, str]:
    runtime, look = folder / "run", folder / "look"
    runtime.mkdir(mode=0o700)
    look.mkdir()
    return os.environ | {
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "GSETTINGS_BACKEND": "memory",
        "LANG": "C.UTF-8",
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(runtime),
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        "APP_PYTHON": sys.executable,
        "SYSTEM_PYTHON": str(SYSTEM_PYTHON),
        "LAUNCHER": str(LAUNCHER),
        "PROGRAM": str(HERE / "program.py"),
        "DRIVER": str(HERE / "tasks.py"),
        "DATA": str(folder / "data"),
        "LOOK": str(look),
        "NOW": now,
        "SIZE": scene.size,
        "PERCENT": str(scene.percent),
        "PAGE": scene.page,
        "DIARY": scene.diary,
    }


def _voice(folder: Path) -> dict[str, str]:
    """A voice that takes its time and then writes down what it was given: see ``ui/test_orca``."""
    speech, heard, socket = folder / "speech", folder / "heard", folder / "run" / "speech.sock"
    (speech / "modules").mkdir(parents=True)
    heard.touch()
    (speech / "speechd.conf").write_text(SPEECH)
    (speech / "modules" / "written.conf").write_text(VOICE.format(seconds=SECONDS_TO_SAY_IT, heard=heard))
    return {
        "SPEECH": str(speech),
        "HEARD": str(heard),
        "SOCKET": str(socket),
        "SPEECHD_ADDRESS": f"unix_socket:{socket}",
    }
