"""What a Linux desktop tells by its portal; where there is none, by ``gsettings``. Nobody waits for it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tpe_guide.ui.shell.portal import Portal, choices_in
from tpe_guide.ui.shell.wishes import (
    APPEARANCE,
    INTERFACE,
    asks_for_contrast,
    asks_for_dark,
    asks_for_stillness,
    text_factor,
)

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="of Linux desktops")
ANSWER = (
    "({'org.freedesktop.appearance': {'color-scheme': <uint32 1>, 'contrast': <uint32 0>, 'accent': <(0.2, 0.5)>},"
    " 'org.gnome.desktop.interface': {'font-name': <\"A 'quoted': {font} 11\">, 'text-scaling-factor': <1.25>,"
    " 'cursor': <'contrast: <9>'>, 'enable-animations': <true>}},)"
)
CHANGE = "/org/freedesktop/portal/desktop: org.freedesktop.portal.Settings.SettingChanged "
ROOT = Path(__file__).resolve().parents[3]
Tools = Callable[..., None]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (CHANGE + f"('{INTERFACE}', 'text-scaling-factor', <1.5>)", {(INTERFACE, "text-scaling-factor"): "1.5"}),
        (CHANGE + f"('{APPEARANCE}', 'contrast', <uint32 1>)", {(APPEARANCE, "contrast"): "1"}),
        (CHANGE + "('org.kde.kdeglobals.KDE', 'x', <'two words'>)", {("org.kde.kdeglobals.KDE", "x"): "two words"}),
        (f"{INTERFACE} text-scaling-factor 1.25", {(INTERFACE, "text-scaling-factor"): "1.25"}),
        (f"{INTERFACE} color-scheme 'prefer-dark'", {(INTERFACE, "color-scheme"): "prefer-dark"}),
        ("enable-animations: false", {(INTERFACE, "enable-animations"): "false"}),
        ("The name org.freedesktop.portal.Desktop is owned by :1.0", {}),
        ("asked", {}),
        ("", {}),
        ("(", {}),
    ],
)
def test_a_line_is_read(line: str, told: dict[tuple[str, str], str]) -> None:
    assert dict(choices_in(line)) == told


def test_an_answer_is_read_whole() -> None:
    told = dict(choices_in(ANSWER))
    assert asks_for_dark(told)
    assert not asks_for_contrast(told), "words in a name are no choice"
    assert not asks_for_stillness(told)
    assert text_factor(told) == 1.25
    assert told[INTERFACE, "font-name"] == "A 'quoted': {font} 11"


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tools:
    """Stand-ins for the tools of GLib; what they do is a line of shell each."""

    def make(gdbus: str, gsettings: str = "exit 1") -> None:
        for name, does in (("gdbus", gdbus), ("gsettings", gsettings)):
            path = tmp_path / name
            path.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
            path.chmod(0o700)
        monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/usr/bin{os.pathsep}/bin")
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")

    return make


@pytest.fixture
def listening() -> Iterator[Portal]:
    portal = Portal()
    yield portal
    portal.close()


def test_what_was_chosen_is_told_and_what_changes(
    tools: Tools, listening: Portal, qtbot: QtBot, tmp_path: Path
) -> None:
    later = tmp_path / "later"
    os.mkfifo(later)
    tools(f'if [ "$1" = call ]; then echo "{ANSWER}" | tr "\\"" " "; else cat {later}; fi')
    with qtbot.waitSignal(listening.told) as told:
        listening.listen()
    assert text_factor(told.args[0]) == 1.25
    with qtbot.waitSignal(listening.told, check_params_cb=lambda known: text_factor(known) == 2) as told:
        later.write_text(CHANGE + f"('{INTERFACE}', 'text-scaling-factor', <2.0>)\n", encoding="utf-8")
    assert asks_for_dark(told.args[0]), "what was known before is still known"


def test_without_a_portal_gsettings_is_asked(tools: Tools, listening: Portal, qtbot: QtBot) -> None:
    says = f'if [ "$1" = list-recursively ]; then echo "$2 text-scaling-factor 1.5"; fi # {INTERFACE}'
    tools("exit 1", says)
    with qtbot.waitSignal(listening.told, check_params_cb=lambda known: text_factor(known) == 1.5):
        listening.listen()


def test_where_nobody_can_tell_nothing_is_known(tools: Tools, listening: Portal, qtbot: QtBot) -> None:
    tools("exit 1")
    with qtbot.waitSignal(listening.told) as told:
        listening.listen()
    assert told.args == [{}]


def test_where_there_is_no_bus_none_is_begun(
    listening: Portal, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setattr("subprocess.Popen", lambda *_, **__: pytest.fail("begun"))
    with qtbot.waitSignal(listening.told) as told:
        listening.listen()
    assert told.args == [{}]


def test_a_portal_that_stays_silent_holds_up_nothing_and_ends_with_the_window(
    tools: Tools, listening: Portal, tmp_path: Path
) -> None:
    mine = tmp_path / "mine"
    tools(f"echo $$ >> {mine}; exec sleep 600")
    begun = time.monotonic()
    listening.listen()
    assert time.monotonic() - begun < 0.5
    while not mine.exists() or len(mine.read_text().split()) < 2:
        pass
    listening.close()
    assert time.monotonic() - begun < 5
    pids = [int(each) for each in mine.read_text().split()]
    while any(is_running(pid) for pid in pids):
        pass


def test_it_ends_when_we_are_killed(tools: Tools, listening: Portal, qtbot: QtBot, tmp_path: Path) -> None:
    """Whoever held the pipe to it is gone: so is the process."""
    mine = tmp_path / "mine"
    tools(f'if [ "$1" = monitor ]; then echo $$ > {mine}; exec sleep 600; fi')
    with qtbot.waitSignal(listening.told):
        listening.listen()
    qtbot.waitUntil(lambda: mine.exists() and bool(mine.read_text().strip()))
    process = listening._process
    assert process is not None
    assert process.stdin is not None
    process.stdin.close()
    process.wait(5)
    pid = int(mine.read_text())
    qtbot.waitUntil(lambda: not is_running(pid))


def test_it_ends_when_we_are_killed_before_it_was_answered(
    tools: Tools, listening: Portal, qtbot: QtBot, tmp_path: Path
) -> None:
    mine, answer = tmp_path / "mine", tmp_path / "answer"
    os.mkfifo(answer)
    sleeps = f"echo $$ >> {mine}; exec sleep 600"
    tools(
        f'if [ "$1" = monitor ]; then {sleeps}; else cat {answer}; exit 1; fi',
        f'if [ "$1" = monitor ]; then {sleeps}; else echo "{INTERFACE} a b"; fi',
    )
    listening.listen()
    process = listening._process
    assert process is not None
    assert process.stdin is not None
    assert process.stdout is not None
    assert listening._notifier is not None
    listening._notifier.setEnabled(False)
    process.stdin.close()
    process.stdout.close()
    answer.write_text("")
    process.wait(5)
    qtbot.waitUntil(lambda: not any(is_running(int(pid)) for pid in mine.read_text().split()))


def is_running(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


@pytest.mark.slow
def test_over_a_real_bus_the_guide_follows_while_it_runs(tmp_path: Path) -> None:
    python = shutil.which("python3", path="/usr/bin")
    tools = [tool for tool in ("dbus-run-session", "gdbus") if shutil.which(tool) is None]
    if subprocess.run([str(python), "-c", "import dbus, gi"], capture_output=True, check=False).returncode:
        tools.append("python3-dbus, python3-gi")
    if tools:
        pytest.skip(f"needs {', '.join(tools)}")
    run = subprocess.run(
        ["dbus-run-session", "--", sys.executable, ROOT / "tests/ui/bus/follow_portal.py", str(python), tmp_path],
        env=os.environ | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    seen = json.loads(run.stdout.splitlines()[-1])
    assert all(seen.values()), seen
