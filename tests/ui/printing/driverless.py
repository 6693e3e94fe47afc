"""A printer without a driver (IPP Everywhere), as ippeveprinter of CUPS plays it: a program of its own on a free port.

It makes itself known on the network before it prints, and ends where it cannot: so it gets a bus and an avahi-daemon
of its own, which stay on this machine's loopback. On Debian: cups-ipp-utils avahi-daemon dbus. Nothing of the system's
own is touched.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.ui.printing.private_cups import free_port, what_is_missing

_PROGRAMS = ("ippeveprinter", "avahi-daemon", "dbus-daemon")
_START_SECONDS = 20
_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <listen>unix:path={root}/bus</listen>
  <policy context="default">
    <allow user="*"/><allow own="*"/><allow send_destination="*"/><allow receive_sender="*"/>
  </policy>
</busconfig>
"""
_AVAHI = """[server]
host-name=tpe-guide-test-{port}
use-ipv6=no
allow-interfaces=lo
disallow-other-stacks=no
"""
_PRINT = """#!/bin/sh
cp "$1" {root}/printed.part && mv {root}/printed.part {root}/printed.pdf
[ -e {root}/paper ] && exit 0
echo "STATE: +media-empty-error" >&2
while [ ! -e {root}/paper ]; do sleep 0.1; done
echo "STATE: -media-empty-error" >&2
"""
"""What the printer does with a page: keep it, then wait until there is paper."""


def what_keeps_it_away() -> str:
    """Why there can be no such printer here; empty where there can."""
    missing = [name for name in _PROGRAMS if shutil.which(name) is None]
    return what_is_missing() or (f"not installed: {', '.join(missing)}" if missing else "")


class DriverlessPrinter:
    """It prints what it is given while it is on and has paper."""

    def __init__(self, root: Path, environment: dict[str, str]) -> None:
        self._root = root
        self._environment = environment
        self._port = free_port()
        self._process: subprocess.Popen[bytes] | None = None
        self.has_paper(True)

    @property
    def uri(self) -> str:
        """Where a print system finds it, without looking about in the network."""
        return f"ipp://localhost:{self._port}/ipp/print"

    @property
    def printed(self) -> Path:
        """The page that it was given last."""
        return self._root / "printed.pdf"

    def has_paper(self, there: bool) -> None:
        """Paper is in, or taken out."""
        paper = self._root / "paper"
        paper.touch() if there else paper.unlink(missing_ok=True)

    def switch_on(self) -> None:
        """Returns once it answers."""
        command = ["ippeveprinter", "-p", str(self._port), "-n", "localhost", "-d", str(self._root / "spool"),
                   "-K", str(self._root / "keys"), "-f", "application/pdf", "-c", str(self._root / "print"),
                   "A printer on trial"]  # fmt: skip
        with (self._root / "printer.log").open("ab") as log:
            self._process = subprocess.Popen(command, env=self._environment, stdout=log, stderr=log)
        until = time.monotonic() + _START_SECONDS
        while time.monotonic() < until and self._process.poll() is None:
            asked = subprocess.run(
                ["ipptool", "-q", self.uri, "get-printer-attributes.test"], capture_output=True, check=False
            )
            if asked.returncode == 0:
                return
            time.sleep(0.1)
        raise AssertionError("no printer:\n" + (self._root / "printer.log").read_text()[-2000:])

    def switch_off(self) -> None:
        """Nobody can reach it."""
        if self._process is not None:
            self.wake_up()
            self._process.kill()
            self._process.wait(timeout=10)
            self._process = None

    def fall_silent(self) -> None:
        """Connections are accepted, and never answered."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def wake_up(self) -> None:
        """It answers again."""
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)


@contextmanager
def driverless_printer(root: Path) -> Iterator[DriverlessPrinter]:
    """A printer that is on and has paper, with its files under *root*."""
    for folder in (root, root / "spool", root / "keys"):
        folder.mkdir(parents=True)
    (root / "print").write_text(_PRINT.format(root=root))
    (root / "print").chmod(0o755)
    (root / "bus.conf").write_text(_BUS.format(root=root))
    (root / "avahi.conf").write_text(_AVAHI.format(port=free_port()))
    environment = os.environ | {"DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={root}/bus"}
    with ExitStack() as running:
        _run(running, root, environment, "dbus-daemon", f"--config-file={root}/bus.conf", "--nofork", "--nopidfile")
        _wait_for_the_bus(root / "bus")
        _run(running, root, environment, "avahi-daemon", "-f", f"{root}/avahi.conf",
             "--no-drop-root", "--no-chroot", "--no-rlimits")  # fmt: skip
        _wait_for_avahi(root / "avahi-daemon.log")
        printer = DriverlessPrinter(root, environment)
        running.callback(printer.switch_off)
        printer.switch_on()
        yield printer


def _run(running: ExitStack, root: Path, environment: dict[str, str], *command: str) -> None:
    """Have *command* run until the end of *running*."""
    with (root / f"{command[0]}.log").open("wb") as log:
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)

    def end() -> None:
        process.kill()
        process.wait(timeout=10)

    running.callback(end)


def _wait_for_the_bus(path: Path) -> None:
    until = time.monotonic() + _START_SECONDS
    while not path.exists():
        assert time.monotonic() < until, "no bus"
        time.sleep(0.05)


def _wait_for_avahi(log: Path) -> None:
    until = time.monotonic() + _START_SECONDS
    while "startup complete" not in log.read_text():
        assert time.monotonic() < until, "no avahi-daemon:\n" + log.read_text()[-2000:]
        time.sleep(0.05)
