"""What of a visit could stay on the machine or lead out of the session: files of Linux that tell it, read below a root.

Nothing is tried, and nothing changed. What another system has in their place is not known here, and that is said.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tpe_guide.i18n import _
from tpe_guide.kiosk.locks import Lock, judged, unseen

_STRONG_GROUPS = frozenset({"admin", "disk", "docker", "lxd", "root", "shadow", "sudo", "wheel"})
_BESIDE = frozenset(
    {
        "caja", "dolphin", "gnome-panel", "gnome-shell", "lxpanel", "lxqt-panel", "mate-panel", "nautilus", "nemo",
        "pcmanfm", "pcmanfm-qt", "plasmashell", "thunar", "tint2", "waybar", "xfce4-panel", "xfdesktop",
        "dunst", "mako", "notify-osd", "swaync", "xfce4-notifyd",
        "gvfs-udisks2-vo", "udiskie",
        "Xvnc", "gnome-remote-de", "krfb", "vino-server", "wayvnc", "x11vnc",
    }
)  # fmt: skip
"""Panels and file managers, notes that pop up, what opens memory sticks, what shows the screen elsewhere. The kernel
tells 15 letters of a name."""
_NO_SWITCH = re.compile(r'^\s*Option\s+"DontVTSwitch"(?!\s+"(?:false|off|no|0)")', re.I | re.M)
_LARGEST = 1 << 16


@dataclass(frozen=True)
class Machine:
    """Where to look, and who asks. *core_bytes* is how large a core file may get; -1: as large as it likes."""

    root: Path
    home: Path | None
    user: int
    groups: Collection[str]
    core_bytes: int

    def text(self, name: str) -> str:
        """The file *name* below the root; empty where it cannot be read."""
        with suppress(OSError), (self.root / name).open("rb") as file:
            return file.read(_LARGEST).decode("utf-8", "replace").strip()
        return ""

    def running(self) -> dict[str, str]:
        """The programs of this account by their short names, with their command lines."""
        found = {}
        for each in self._processes():
            with suppress(OSError):
                if each.stat().st_uid == self.user:
                    found[self.text(f"proc/{each.name}/comm")] = self.text(f"proc/{each.name}/cmdline")
        return found

    def _processes(self) -> Iterator[Path]:
        with suppress(OSError):
            yield from (each for each in (self.root / "proc").iterdir() if each.name.isdecimal())

    def settings(self, *places: str) -> str:
        """The settings files that match *places*, one after another."""
        return "\n".join(
            self.text(str(file.relative_to(self.root))) for place in places for file in sorted(self.root.glob(place))
        )


def this_machine(home: Path | None) -> Machine | None:
    """This one, if it is Linux."""
    if sys.platform != "linux":
        return None
    import grp
    import resource

    names = []
    for number in os.getgroups():
        with suppress(KeyError):
            names.append(grp.getgrgid(number).gr_name)
    hardest = resource.getrlimit(resource.RLIMIT_CORE)[1]
    return Machine(Path("/"), home, os.geteuid(), names, hardest)


def examine(machine: Machine) -> list[Lock]:
    """All locks of *machine*."""
    looks = (_account, _home, _core, _swap, _memory, _terminals, _kernel_keys, _restart, _sleep, _power, _programs)
    return [look(machine) for look in looks]


def _account(machine: Machine) -> Lock:
    strong = sorted(_STRONG_GROUPS & {*machine.groups})
    if machine.user == 0:
        off = _("account: this is the administrator; give the kiosk an account of its own, without rights")
    else:
        off = _("account: it may do more than a visitor should ({groups}); take it out of them")
    on = _("account: it has no rights of an administrator")
    return judged("account", machine.user != 0 and not strong, on, off.format(groups=", ".join(strong)))


def _home(machine: Machine) -> Lock:
    home = machine.home
    if home is None:
        return judged("home", True, _("home: there is none to write into"), "")
    on = _("home: {folder} is read-only").format(folder=home)
    off = _("home: programs can leave files in {folder}, such as a picture of the screen; make it read-only")
    return judged("home", not os.access(home, os.W_OK), on, off.format(folder=home))


def _core(machine: Machine) -> Lock:
    to_program = machine.text("proc/sys/kernel/core_pattern").startswith("|")
    on = _("core files: a program that crashes leaves no copy of its memory")
    if to_program:
        off = _("core files: memory of a crash is given to another program; set kernel.core_pattern to nothing")
    else:
        off = _("core files: a program that crashes may leave its memory in a file; set LimitCORE=0")
    return judged("core_files", machine.core_bytes == 0 and not to_program, on, off)


def _swap(machine: Machine) -> Lock:
    lines = machine.text("proc/swaps").splitlines()
    if not lines:
        return unseen("swap", _("swap: not seen here; see that memory is not written to a disk"))
    areas = [line.split()[0] for line in lines[1:]]
    plain = [area for area in areas if not _stays_hidden(machine, Path(area).name)]
    on = _("swap: memory is not written to a disk in the clear")
    off = _("swap: what a visitor reads may be written to {names}, and stay there; switch it off")
    return judged("swap", not plain, on, off.format(names=", ".join(plain)))


def _stays_hidden(machine: Machine, name: str) -> bool:
    """In memory, or encrypted."""
    return name.startswith("zram") or machine.text(f"sys/block/{name}/dm/uuid").startswith("CRYPT-")


def _memory(machine: Machine) -> Lock:
    scope = machine.text("proc/sys/kernel/yama/ptrace_scope")
    on = _("memory: programs of this account cannot look into each other")
    off = _("memory: programs of this account can look into each other; set kernel.yama.ptrace_scope to 1 or more")
    return judged("memory", scope.isdecimal() and int(scope) > 0, on, off)


def _terminals(machine: Machine) -> Lock:
    if not machine.text("sys/class/tty/tty0/active"):
        return judged("terminals", True, _("text terminals: this machine has none"), "")
    cage = machine.running().get("cage")
    if cage is not None:
        on = _("text terminals: cage was not told to lead to them")
        off = _("text terminals: cage was started with -s, so Ctrl+Alt+F2 leads to one; leave it out")
        return judged("terminals", "-s" not in cage.split("\0"), on, off)
    said = machine.settings("etc/X11/xorg.conf", "etc/X11/xorg.conf.d/*.conf", "usr/share/X11/xorg.conf.d/*.conf")
    on = _("text terminals: X was told not to lead to them")
    off = _("text terminals: Ctrl+Alt+F2 may lead to one; set DontVTSwitch for X (docs/kiosk.md)")
    return judged("terminals", _NO_SWITCH.search(said) is not None, on, off)


def _kernel_keys(machine: Machine) -> Lock:
    on = _("keys of the kernel: they are off")
    off = _("keys of the kernel: Alt+Print and a letter can end programs or the machine; set kernel.sysrq to 0")
    return judged("kernel_keys", machine.text("proc/sys/kernel/sysrq") in ("", "0"), on, off)


def _restart(machine: Machine) -> Lock:
    on = _("restart by keys: Ctrl+Alt+Delete does nothing")
    off = _("restart by keys: at a text terminal Ctrl+Alt+Delete restarts the machine; mask ctrl-alt-del.target")
    if not _has_systemd(machine):
        return unseen("restart", _("restart by keys: not seen here; try Ctrl+Alt+Delete"))
    return judged("restart", _is_masked(machine, "ctrl-alt-del.target"), on, off)


def _sleep(machine: Machine) -> Lock:
    if not _has_systemd(machine):
        return unseen("sleep", _("sleep: not seen here; see that the machine does not go to sleep"))
    said = machine.settings("etc/systemd/sleep.conf", "etc/systemd/sleep.conf.d/*.conf")
    never = _last(said, "AllowSuspend") == "no" or _is_masked(machine, "suspend.target")
    on = _("sleep: the machine never goes to sleep")
    off = _("sleep: the machine may go to sleep in a visit; mask sleep.target and suspend.target")
    return judged("sleep", never or _is_masked(machine, "sleep.target"), on, off)


def _power(machine: Machine) -> Lock:
    if not _has_systemd(machine):
        return unseen("power_key", _("power key: not seen here; press it, or cover it"))
    said = machine.settings("etc/systemd/logind.conf", "etc/systemd/logind.conf.d/*.conf")
    on = _("power key: a short press does nothing")
    off = _("power key: a short press ends the machine; set HandlePowerKey=ignore in logind.conf, or cover it")
    return judged("power_key", _last(said, "HandlePowerKey") == "ignore", on, off)


def _programs(machine: Machine) -> Lock:
    beside = sorted(_BESIDE & {*machine.running()})
    on = _("other programs: no panel, file manager, pop-up notes or remote screen that is known here")
    off = _("other programs: {names} can show itself, open sticks or show the screen elsewhere; do not start it")
    return judged("programs", not beside, on, off.format(names=", ".join(beside)))


def _has_systemd(machine: Machine) -> bool:
    return (machine.root / "run/systemd/system").is_dir()


def _is_masked(machine: Machine, unit: str) -> bool:
    with suppress(OSError):
        return (machine.root / "etc/systemd/system" / unit).readlink() == Path(os.devnull)
    return False


def _last(said: str, key: str) -> str:
    """What *key* is set to; the last one counts."""
    found = re.findall(rf"^\s*{key}\s*=\s*(\S+)", said, re.M)
    return found[-1].lower() if found else ""
