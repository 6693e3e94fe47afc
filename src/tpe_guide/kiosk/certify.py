"""``tpe-guide kiosk certify``: a visit with a word that nobody else knows, and then a search for it everywhere.

The kiosk that is tried is the real one. Two things differ: its processes may be read by this account, and a visitor
of ours types. The search is first shown to see: it must find the word while the visit is open.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tpe_guide import __version__, terminal
from tpe_guide.errors import CannotRunHere
from tpe_guide.files import write_whole
from tpe_guide.i18n import _
from tpe_guide.kiosk import folder, health, remains
from tpe_guide.kiosk.child import Child
from tpe_guide.kiosk.parent import command_of
from tpe_guide.kiosk.part_options import READABLE_VARIABLE
from tpe_guide.kiosk.supervisor import CLIPBOARD
from tpe_guide.kiosk.words import GONE
from tpe_guide.paths import this_program

WORD, FINISH = "word", "finish"
"""Files in a folder of ours: the word that the visitor takes, and that they may go."""
_PATIENCE = 60.0
_DONE, _FOUND = 0, 1


@dataclass
class Certificate:
    """What was looked at, and what it showed."""

    seen_open: bool = False
    """The search found the word while the visit was open: it is not blind."""
    found: list[str] = field(default_factory=list)
    files: int = 0
    processes: int = 0
    closed: list[str] = field(default_factory=list)
    copied: bool = False
    """The clipboard could be read."""

    @property
    def passed(self) -> bool:
        """Whether nothing is left, by a search that sees."""
        return self.seen_open and not self.found

    def text(self) -> str:
        """In plain words."""
        lines = [
            _("Certificate: what a visit to the kiosk leaves"),
            _("tpe-guide {version}, {system}, {moment} UTC").format(
                version=__version__, system=sys.platform, moment=time.strftime("%Y-%m-%d %H:%M", time.gmtime())
            ),
            "",
            _("Result: nothing of the visit was found.") if self.passed else _("Result: not passed."),
            "",
        ]
        if not self.seen_open:
            lines.append(_("The search did not find the visit while it was open. So it proves nothing here."))
        lines += [_("Found: {place}").format(place=place) for place in self.found]
        lines += [
            _("A visitor left a secret word in all they could: fields, keys, clipboard, selection."),
            _("Then the visit was wiped, and the word was searched."),
            _("Searched: the memory of {count} processes.").format(count=self.processes),
            _("Searched: {count} files that have changed since.").format(count=self.files),
            _("Searched: the clipboard and what is selected.")
            if self.copied
            else _("Not searched: the clipboard, which could not be read."),
            _("Not searched: the memory of the system, the screen and the graphics card."),
            _("Not searched: what was deleted from a disk, and what memory was swapped to it."),
        ]
        lines += [_("Could not be opened: {place}").format(place=place) for place in self.closed]
        return "\n".join(lines) + "\n"


def run(out: Path | None, clinic: Path | None = None, data_dir: Path | None = None) -> int:
    """Try it, and give the certificate. Returns the exit code: 1 where something was found. Raises CannotRunHere."""
    if not sys.platform.startswith("linux"):
        raise CannotRunHere(_("Only on Linux can the memory of the kiosk be searched."))
    certificate = certified(clinic, data_dir)
    if out is None:
        terminal.give(certificate.text())
    else:
        write_whole(out, certificate.text().encode())
        terminal.say(_("Wrote {path}").format(path=out))
    return _DONE if certificate.passed else _FOUND


def certified(clinic: Path | None, data_dir: Path | None, typed: Callable[[str], None] | None = None) -> Certificate:
    """Let a visitor come and go, and search. *typed* may give the kiosk real keys of the word that it is given."""
    certificate, since = Certificate(), time.time() - 2
    word = "".join(secrets.choice("abcdefghijklmnopqrstuvwxyz") for _letter in range(24))
    forms = remains.forms_of(word)
    kept = folder.writable(data_dir)
    (kept / health.FILE).unlink(missing_ok=True)
    inbox = Path(tempfile.mkdtemp(prefix="tpe-guide-certify-"))
    (inbox / WORD).write_text(word)
    options = [f"--data-dir={data_dir}"] if data_dir else []
    options += [f"--clinic={clinic}"] if clinic else []
    kiosk = subprocess.Popen(
        [*this_program(), "kiosk", "--unlocked", *options], env=os.environ | {READABLE_VARIABLE: str(inbox)}
    )
    try:
        _until(lambda: not (inbox / WORD).exists(), kiosk)
        if typed is not None:
            typed(word)
        visitor = _processes(kept)["on show"]
        certificate.seen_open = bool(remains.in_memory([visitor], forms).found)
        (inbox / FINISH).touch()
        _until(lambda: len(now := _processes(kept)) > 1 and visitor not in now.values(), kiosk)
        _until(lambda: not Path(f"/proc/{visitor}").exists(), kiosk)
        time.sleep(2)  # the next one is loaded by then, or nearly
        _search(certificate, kiosk.pid, kept, since, forms)
    finally:
        kiosk.terminate()
        kiosk.wait(_PATIENCE)
        shutil.rmtree(inbox, ignore_errors=True)
    return certificate


def _search(certificate: Certificate, kiosk: int, kept: Path, since: float, forms: tuple[bytes, ...]) -> None:
    left = {kiosk, *_processes(kept).values(), *remains.session(os.getpid())}
    memory = remains.in_memory(sorted(left), forms)
    files = remains.in_files(remains.folders(kept), since, forms)
    certificate.found += [_("memory of process {number}").format(number=each) for each in memory.found]
    certificate.found += files.found
    copied = _clipboards()
    certificate.copied = bool(copied)
    if any(form in text for text in copied for form in forms):
        certificate.found.append(_("the clipboard"))
    certificate.processes, certificate.files = memory.searched, files.searched
    certificate.closed = [*(f"/proc/{each}" for each in memory.closed), *files.closed]


def _clipboards() -> list[bytes]:
    from queue import SimpleQueue

    heard: SimpleQueue[str] = SimpleQueue()
    Child(command_of(CLIPBOARD), lambda _child, words: heard.put(words))
    texts = []
    while (words := heard.get(timeout=_PATIENCE)) != GONE:
        texts.append(bytes.fromhex(words.partition(" ")[2]))
    return texts


def _processes(kept: Path) -> dict[str, int]:
    try:
        return dict(json.loads((kept / health.FILE).read_bytes())["processes"])
    except (OSError, ValueError, KeyError):
        return {}


def _until(happened: Callable[[], bool], kiosk: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _PATIENCE
    while not happened():
        if kiosk.poll() is not None or time.monotonic() > end:
            raise CannotRunHere(_("The kiosk did not come up here, so nothing can be certified."))
        time.sleep(0.1)
