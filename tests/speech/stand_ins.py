"""What stands in for the voices of Windows and macOS, which cannot run here: programs that behave as theirs should.

Each writes down how it was called and what it was given, and takes its *manner* from a file beside it.
"""

from __future__ import annotations

import os
import select
import sys
import time
from pathlib import Path

from tests.speech.ssip_server import PATIENCE
from tpe_guide.speech.back_end import BackEnd, Event

SAY = """#!/bin/sh
cd {folder}
printf '%s\\n' "$*" >> asked
if [ "$2" = "?" ]; then cat voices; exit; fi
cat > heard
echo $$ > pid.new; mv pid.new pid
. ./manner
"""
USE = "voice = find()\nvoice.open('en')\nvoice.speak('Plasma.', '', 1.0)\ninput()"
"""A program that speaks until it is killed."""
MAC_VOICES = """\
Albert              en_US    # Hello! My name is Albert.
Alice               it_IT    # Ciao! Mi chiamo Alice.
Anna                de_DE    # Hallo! Ich heiße Anna.
Bad News            en_US    # Hello! My name is Bad News.
Daniel              en_GB    # Hello! My name is Daniel.
Eddy (English (UK)) en_GB    # Hello! My name is Eddy.
Majed               ar_001   # مرحبًا! اسمي ماجد.
Samantha            en_US    # Hello! My name is Samantha.
"""
POWERSHELL = """#!{python} -IS
import os, sys
here = {folder!r}
def note(name, words):
    with open(os.path.join(here, name), "a") as file:
        file.write(words + "\\n")
note("asked", repr(sys.argv[1:]))
note("pid", str(os.getpid()))
manner = open(os.path.join(here, "manner")).read()
def tell(*parts):
    sys.stdout.buffer.write("\\t".join(parts).encode() + b"\\r\\n")
    sys.stdout.flush()
if manner == "forbidden":
    sys.exit(1)
for line in open(os.path.join(here, "voices"), encoding="utf-8"):
    tell(*line.rstrip().split("|"))
tell("ready")
for line in sys.stdin.buffer:
    note("heard", line.decode().rstrip("\\n"))
    order, number, *rest = line.decode().split("\\t")
    if order != "say" or manner == "silent":
        continue
    if manner == "ends":
        sys.exit(0)
    if manner == "hangs":
        os.read(os.pipe()[0], 1)
    if manner == "no sound":
        tell("failed", number)
        continue
    tell("begin", number)
    if manner == "short":
        tell("end", number)
"""
WINDOWS_VOICES = """\
voice|407|Microsoft Hedda Desktop - German
voice|409|Microsoft Zira Desktop - English (United States)
usual|809;9|Microsoft Hazel Desktop - English (Great Britain)
voice||A voice that says nothing of itself
"""


def to_the_end(voice: BackEnd) -> list[Event]:
    """What *voice* tells of a text that it says: its beginning and its end."""
    events: list[Event] = []
    while len(events) < 2:
        events += voice.events(PATIENCE)
    return events


class StandIn:
    """One of them at *program*."""

    def __init__(self, program: Path, script: str, voices: str) -> None:
        self.program = program
        self._folder = program.parent
        self._folder.mkdir(parents=True, exist_ok=True)
        program.write_text(script.format(folder=str(self._folder), python=sys.executable), encoding="utf-8")
        program.chmod(0o755)
        self.set("voices", voices)

    def set(self, what: str, words: str) -> None:
        (self._folder / what).write_text(words, encoding="utf-8")

    def hang(self) -> None:
        """From its next start on it never says a word."""
        self.program.write_text("#!/bin/sh\nexec sleep 600\n")

    def noted(self, what: str) -> list[str]:
        """The lines of ``asked``, how it was called, or ``heard``, what it was given."""
        path = self._folder / what
        return path.read_text(encoding="utf-8").splitlines() if path.exists() else []

    def ended(self, pid: int) -> bool:
        """It ends, if it has not done so yet."""
        try:
            watched = os.pidfd_open(pid)
        except ProcessLookupError:
            return True
        try:
            return bool(select.select([watched], [], [], PATIENCE)[0])
        finally:
            os.close(watched)

    def pid(self) -> int:
        """The number of the one that was started last, once it has been given its words."""
        path = self._folder / "pid"
        until = time.monotonic() + PATIENCE
        while not path.exists():
            assert time.monotonic() < until, "it was given no words"
            os.sched_yield()
        return int(path.read_text().split()[-1])
