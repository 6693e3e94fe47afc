"""A print queue of our own: a cupsd on a free port of this machine, whose PostScript printer is a file.

Or whose printer is anything that has an address: then without a driver, as CUPS makes it (IPP Everywhere).

Real from the program's page to the bytes that a printer would get: Qt's CUPS plugin, cupsd, pdftopdf, pdftops, a PPD.
Needs root, for the filters run as lp, and on Debian: cups cups-client cups-filters printer-driver-cups-pdf (its PPD)
ghostscript. The system's own cupsd and its queues are never touched; cups-pdf's own backend is not used, because it
would write into the home of whoever prints.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PPD = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd")
QUEUE = "WARD-PDF"
_PROGRAMS = Path("/usr/lib/cups")
_START_SECONDS = 10
_PRINT_SECONDS = 60

_CUPSD_CONF = """
LogLevel info
Listen localhost:{port}
Browsing Off
DefaultAuthType None
WebInterface No
<Location />
  Order allow,deny
  Allow localhost
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""
_CUPS_FILES_CONF = """
ServerRoot {root}/etc
StateDir {root}/run
CacheDir {root}/cache
RequestRoot {root}/spool
TempDir {root}/spool/tmp
ServerBin {programs}
DataDir /usr/share/cups
AccessLog {root}/access.log
ErrorLog {root}/error.log
PageLog {root}/page.log
User lp
Group lp
SystemGroup root
FileDevice Yes
Printcap {root}/run/printcap
"""


_NO_PAPER = """#!/bin/sh
[ $# = 0 ] && exec echo 'direct nopaper "Unknown" "A printer without paper"'
echo "STATE: +media-empty-error" >&2
exec sleep 600
"""
"""A backend that takes a job and waits for paper, as those of real printers do."""


def what_is_missing() -> str:
    """Why there can be no private queue here; empty when there can."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return "a queue of our own needs root"
    missing = [name for name in ("cupsd", "lpadmin", "gs") if shutil.which(name) is None]
    if missing or not PPD.is_file():
        return f"not installed: {', '.join(missing) or 'printer-driver-cups-pdf'}"
    return ""


@dataclass(frozen=True)
class PrivateQueue:
    """A running queue. Programs find it through ``environment``."""

    root: Path
    server: str

    @property
    def environment(self) -> dict[str, str]:
        """This process's environment, with the private server."""
        return os.environ | {"CUPS_SERVER": self.server}

    def printed(self) -> Path:
        """What came out of the printer, as PDF; waits for it, and fails with the log when nothing comes."""
        page = self.root / "out/page.ps"
        until = time.monotonic() + _PRINT_SECONDS
        while time.monotonic() < until:
            if page.is_file() and page.stat().st_size and self._is_idle():
                return self._distilled(page)
            time.sleep(0.1)
        raise AssertionError("nothing was printed:\n" + (self.root / "error.log").read_text()[-4000:])

    def run(self, *command: str) -> str:
        """Run a command of CUPS on this server. Returns what it wrote."""
        return subprocess.run(command, env=self.environment, check=True, capture_output=True, text=True).stdout

    def jobs(self) -> str:
        """What waits in the queue, as lpstat lists it."""
        return self.run("lpstat", "-o", QUEUE)

    def wait_until_done(self) -> None:
        """Until no job is left."""
        until = time.monotonic() + _PRINT_SECONDS
        while not self._is_idle():
            assert time.monotonic() < until, "not printed:\n" + (self.root / "error.log").read_text()[-4000:]
            time.sleep(0.1)

    def wait_for_paper_alert(self) -> None:
        """Until the printer has told that it has no paper."""
        until = time.monotonic() + _PRINT_SECONDS
        while time.monotonic() < until:
            if "media-empty" in self.run("lpstat", "-l", "-p", QUEUE):
                return
            time.sleep(0.1)
        raise AssertionError("no word of paper:\n" + (self.root / "error.log").read_text()[-4000:])

    def _distilled(self, page: Path) -> Path:
        pdf = page.with_suffix(".pdf")
        command = ["gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", f"-sOutputFile={pdf}", str(page)]
        subprocess.run(command, check=True, capture_output=True)
        return pdf

    def _is_idle(self) -> bool:
        jobs = subprocess.run(
            ["lpstat", "-o", QUEUE], env=self.environment, capture_output=True, text=True, check=False
        )
        return not jobs.stdout.strip()


@contextmanager
def private_queue(
    root: Path, *, sheet: str = "A4", wants_paper: bool = False, driverless: str = "", keeps_files: bool = True
) -> Iterator[PrivateQueue]:
    """Run a cupsd with its files under *root*, and one default queue that holds *sheet*, or *wants_paper*.

    *driverless*: the address of a printer that tells itself what it can; no PPD is given. *keeps_files*: of jobs that
    are over, for a day, as CUPS does where nobody has set it.
    """
    server = f"localhost:{free_port()}"
    _lay_out(root, server.rpartition(":")[2], _programs_without_paper(root) if wants_paper else _PROGRAMS)
    if not keeps_files:
        with (root / "etc/cupsd.conf").open("a") as conf:
            conf.write("PreserveJobFiles No\n")
    files = ["-c", str(root / "etc/cupsd.conf"), "-s", str(root / "etc/cups-files.conf")]
    with subprocess.Popen(["cupsd", "-f", *files], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as cupsd:
        try:
            queue = PrivateQueue(root, server)
            _wait_until_up(queue, cupsd)
            if driverless:
                _add_printer(queue, "-v", driverless, "-m", "everywhere")
            else:
                device = "nopaper:/tray" if wants_paper else f"file:{root}/out/page.ps"
                _add_printer(queue, "-v", device, "-P", str(PPD), "-o", f"PageSize={sheet}")
            yield queue
        finally:
            cupsd.terminate()
            cupsd.wait(timeout=10)


def _lay_out(root: Path, port: str, programs: Path) -> None:
    for folder in ("etc", "etc/ppd", "run", "cache", "spool", "out"):
        (root / folder).mkdir(mode=0o755, parents=True, exist_ok=True)
    (root / "out/page.ps").touch()  # below /dev, where folders in memory are, cupsd makes no file by itself
    (root / "etc/cupsd.conf").write_text(_CUPSD_CONF.format(port=port))
    (root / "etc/cups-files.conf").write_text(_CUPS_FILES_CONF.format(root=root, programs=programs))
    # Filters run as lp: with other modes cupsd says "Filter failed".
    temporary = root / "spool/tmp"
    temporary.mkdir(exist_ok=True)
    shutil.chown(temporary, "root", "lp")
    temporary.chmod(0o1770)
    shutil.chown(root / "spool", "root", "lp")
    (root / "spool").chmod(0o710)
    for parent in (root, *root.parents):
        # pytest's folders are their owner's alone; the filters must at least be able to pass through.
        if parent.stat().st_uid == os.geteuid() and str(parent) not in ("/", "/tmp"):
            parent.chmod(parent.stat().st_mode | 0o011)


def _programs_without_paper(root: Path) -> Path:
    """The programs of CUPS, with a backend of our own."""
    programs = root / "lib"
    (programs / "backend").mkdir(parents=True)
    for part in _PROGRAMS.iterdir():
        if part.name != "backend":
            (programs / part.name).symlink_to(part)
    backend = programs / "backend/nopaper"
    backend.write_text(_NO_PAPER)
    backend.chmod(0o755)
    return programs


def _wait_until_up(queue: PrivateQueue, cupsd: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _START_SECONDS
    while time.monotonic() < until and cupsd.poll() is None:
        answer = subprocess.run(["lpstat", "-r"], env=queue.environment, capture_output=True, text=True, check=False)
        if "is running" in answer.stdout:
            return
        time.sleep(0.1)
    log = queue.root / "error.log"
    raise AssertionError("cupsd did not start:\n" + (log.read_text()[-4000:] if log.is_file() else "no log"))


def _add_printer(queue: PrivateQueue, *options: str) -> None:
    for command in (["lpadmin", "-p", QUEUE, *options, "-E"], ["lpadmin", "-d", QUEUE]):
        subprocess.run(command, env=queue.environment, check=True, capture_output=True)


def free_port() -> int:
    """One that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        port: int = probe.getsockname()[1]
    return port
