"""The locks of a kiosk's machine: each that is not on is named, and none is called on without a look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from tpe_guide.kiosk import exit_pin, locks_of_exit, locks_of_machine, locks_of_screen
from tpe_guide.kiosk.locks import Lock, State
from tpe_guide.kiosk.locks_of_machine import Machine
from tpe_guide.kiosk.x_server import NoServer, XServer

LOCKED = {
    "proc/sys/kernel/core_pattern": "core",
    "proc/swaps": "Filename Type Size Used Priority\n/dev/zram0 partition 1 0 100\n/dev/dm-1 partition 1 0 1\n",
    "sys/block/dm-1/dm/uuid": "CRYPT-LUKS2-swap",
    "proc/sys/kernel/yama/ptrace_scope": "1",
    "sys/class/tty/tty0/active": "tty1",
    "etc/X11/xorg.conf.d/10-kiosk.conf": 'Section "ServerFlags"\n  Option "DontVTSwitch" "True"\nEndSection\n',
    "proc/sys/kernel/sysrq": "0",
    "run/systemd/system/there": "",
    "etc/systemd/logind.conf.d/kiosk.conf": "[Login]\nHandlePowerKey=poweroff\nHandlePowerKey=ignore\n",
    "etc/systemd/sleep.conf": "[Sleep]\nAllowSuspend=no\n",
    "proc/7/comm": "openbox",
}


def machine_with(root: Path, files: Mapping[str, str]) -> Machine:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    (root / "etc/systemd/system").mkdir(parents=True, exist_ok=True)
    (root / "etc/systemd/system/ctrl-alt-del.target").symlink_to("/dev/null")
    return Machine(root, None, root.stat().st_uid or 1000, ("audio", "video"), 0)


def states(found: list[Lock]) -> dict[str, State]:
    return {each.subject: each.state for each in found}


def test_on_a_machine_that_is_locked_all_locks_are_on(tmp_path: Path) -> None:
    found = locks_of_machine.examine(machine_with(tmp_path, LOCKED))

    assert [each.words for each in found if each.state is not State.ON] == []


@pytest.mark.parametrize(
    ("subject", "file", "text", "word"),
    [
        ("core_files", "proc/sys/kernel/core_pattern", "|/usr/lib/systemd/systemd-coredump %P", "another program"),
        ("swap", "proc/swaps", "Filename\n/dev/sda2 partition 1 0 1\n", "/dev/sda2"),
        ("memory", "proc/sys/kernel/yama/ptrace_scope", "0", "ptrace_scope"),
        ("terminals", "etc/X11/xorg.conf.d/10-kiosk.conf", 'Option "DontVTSwitch" "false"\n', "Ctrl+Alt+F2"),
        ("terminals", "etc/X11/xorg.conf.d/10-kiosk.conf", '# Option "DontVTSwitch"\n', "Ctrl+Alt+F2"),
        ("kernel_keys", "proc/sys/kernel/sysrq", "438", "kernel.sysrq"),
        ("sleep", "etc/systemd/sleep.conf", "[Sleep]\n#AllowSuspend=no\n", "suspend.target"),
        ("power_key", "etc/systemd/logind.conf.d/kiosk.conf", "", "HandlePowerKey=ignore"),
    ],
)
def test_a_lock_that_is_not_on_is_named_with_what_to_do(
    tmp_path: Path, subject: str, file: str, text: str, word: str
) -> None:
    found = locks_of_machine.examine(machine_with(tmp_path, LOCKED | {file: text}))

    off = [each for each in found if each.state is not State.ON]
    assert [each.subject for each in off] == [subject]
    assert word in off[0].words


def test_an_account_with_rights_or_a_home_to_write_into_is_named(tmp_path: Path) -> None:
    machine = machine_with(tmp_path, LOCKED)
    strong = replace(machine, groups=("video", "sudo"), home=tmp_path, core_bytes=-1)

    off = {each.subject: each.words for each in locks_of_machine.examine(strong) if each.state is State.OFF}

    assert off.keys() == {"account", "home", "core_files"}
    assert "sudo" in off["account"]
    assert str(tmp_path) in off["home"]
    assert states(locks_of_machine.examine(replace(machine, user=0)))["account"] is State.OFF


def test_cage_leads_to_a_text_terminal_only_where_it_was_told_to(tmp_path: Path) -> None:
    files = LOCKED | {"proc/9/comm": "cage", "proc/9/cmdline": "cage\0--\0tpe-guide\0kiosk\0"}
    machine = replace(machine_with(tmp_path, files), user=tmp_path.stat().st_uid)
    assert states(locks_of_machine.examine(machine))["terminals"] is State.ON

    (tmp_path / "proc/9/cmdline").write_text("cage\0-s\0tpe-guide\0")

    assert states(locks_of_machine.examine(machine))["terminals"] is State.OFF


def test_what_cannot_be_looked_at_is_not_called_locked(tmp_path: Path) -> None:
    (tmp_path / "etc/systemd/system").mkdir(parents=True)
    found = states(locks_of_machine.examine(Machine(tmp_path, None, 1000, (), 0)))

    assert {name for name, state in found.items() if state is State.UNSEEN} == {"swap", "restart", "sleep", "power_key"}
    assert found["memory"] is State.OFF


class Server:
    """An X server with a desktop like most."""

    root = 1

    def __init__(self, *, bare: bool = False) -> None:
        self.bare = bare

    def __enter__(self) -> Server:
        return self

    def __exit__(self, *_error: object) -> None:
        pass

    def taken_chords(self) -> list[str]:
        return [] if self.bare else ["Alt+Tab", *(f"Super+F{number}" for number in range(1, 8))]

    def numbers(self, window: int, name: str) -> list[int]:
        full = {"_NET_CLIENT_LIST": [5, 6], "_NET_NUMBER_OF_DESKTOPS": [4], "_NET_SUPPORTING_WM_CHECK": [9]}
        return [] if self.bare else full.get(name, [])

    def text(self, window: int, name: str) -> str:
        return {5: "xterm XTerm", 6: "tpe-guide tpe-guide", 9: "Openbox"}[window]

    def owner(self, selection: str) -> int:
        return 0 if self.bare else 7

    def dark_after(self) -> int:
        return 0 if self.bare else 600

    def is_open_to_all(self) -> bool:
        return not self.bare


def on_x(server: Server) -> list[Lock]:
    return locks_of_screen.examine({"DISPLAY": ":0"}, (), lambda: server)  # type: ignore[arg-type, return-value]


def test_each_way_that_a_desktop_leaves_open_is_named() -> None:
    found = {each.subject: each for each in on_x(Server())}

    assert {each.state for each in found.values()} == {State.OFF}
    assert "Openbox, takes Alt+Tab, " in found["keys"].words
    assert "and 2 more" in found["keys"].words
    assert "XTerm can come" in found["windows"].words


def test_a_session_with_nothing_else_in_it_is_locked() -> None:
    assert {each.state for each in on_x(Server(bare=True))} == {State.ON}


def test_at_its_start_a_kiosk_tells_what_leads_out_and_no_more() -> None:
    told = locks_of_screen.open_ways({"DISPLAY": ":0"}, Server)  # type: ignore[arg-type]

    assert [each.partition(":")[0] for each in told] == ["keys", "windows", "desktops"]
    assert locks_of_screen.open_ways({}, no_server) == []


def test_of_wayland_only_cage_is_known_to_hold() -> None:
    environment = {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}

    assert states(locks_of_screen.examine(environment, {"cage"}, no_server)) == {"screen": State.ON}
    assert states(locks_of_screen.examine(environment, {"sway"}, no_server)) == {"screen": State.UNSEEN}


def test_without_a_screen_that_answers_nothing_is_said_of_it() -> None:
    assert states(locks_of_screen.examine({}, (), no_server)) == {"screen": State.UNSEEN}
    assert states(locks_of_screen.examine({"DISPLAY": ":0"}, (), no_server)) == {"screen": State.UNSEEN}


def test_the_way_out_is_locked_once_its_code_is_proven(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exit_pin, "RESET", tmp_path / "reset")
    assert "none" in off_exit(tmp_path)

    pin = exit_pin.choose(tmp_path, "802357")
    assert "not proven" in off_exit(tmp_path)

    exit_pin.prove(tmp_path, pin)
    assert locks_of_exit.look(tmp_path).state is State.ON

    (tmp_path / exit_pin.FILE).write_text("{}")
    assert "damaged" in off_exit(tmp_path)


def off_exit(folder: Path) -> str:
    lock = locks_of_exit.look(folder)
    assert lock.state is State.OFF
    return lock.words


def no_server() -> XServer:
    raise NoServer
