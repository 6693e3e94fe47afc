"""The voice of Windows: SAPI, asked by the PowerShell that every Windows has, in one process that stays.

We write it a line for each text, and it writes one for each beginning and end. It ends when we do: then its pipe ends.
"""

from __future__ import annotations

import math
import os
import subprocess
from itertools import count
from locale import windows_locale
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic

from tpe_guide.paths import is_there
from tpe_guide.speech import child, troubles
from tpe_guide.speech.back_end import Event, Named, NoVoice, one_line, that_speak

START_SECONDS = 20.0
"""An old computer may take five; nobody waits for it but our thread."""
_PLACE = ("System32", "WindowsPowerShell", "v1.0", "powershell.exe")
_FASTEST = 10
_SPEED_OF_FASTEST = 3.0
"""SAPI’s rate 10 is three times as fast, −10 a third."""
# Neither a double quote nor a sign beyond ASCII: it is handed over on a command line. No words of the guide are.
# Speak: 1 returns at once, 2 forgets what came before, 16 takes “<” as it is. RunningState: 2 speaks.
SCRIPT = r"""
$ErrorActionPreference = 'Stop'
$tab = [string][char]9
$utf8 = New-Object System.Text.UTF8Encoding($false)
$orders = New-Object System.IO.StreamReader([Console]::OpenStandardInput(), $utf8)
$answers = New-Object System.IO.StreamWriter([Console]::OpenStandardOutput(), $utf8)
$answers.AutoFlush = $true
$sapi = New-Object -ComObject SAPI.SpVoice
$rate = $sapi.Rate
$first = $sapi.Voice
$tokens = @{}
foreach ($token in $sapi.GetVoices()) {
    try {
        $name = $token.GetDescription()
        $language = $token.GetAttribute('Language')
        $tokens[$name] = $token
        $kind = 'voice'
        if ($token.Id -eq $first.Id) { $kind = 'usual' }
        $answers.WriteLine($kind + $tab + $language + $tab + $name)
    } catch { }
}
$answers.WriteLine('ready')
$number = ''
$begun = $false
$order = $orders.ReadLineAsync()
while ($true) {
    $wait = -1
    if ($number) { $wait = 30 }
    if ($order.Wait($wait)) {
        $line = $order.Result
        if ($null -eq $line) { break }
        $parts = $line.Split([char]9)
        try {
            $number = ''
            $null = $sapi.Speak('', 3)
            if ($parts[0] -eq 'say') {
                $sapi.Voice = $first
                if ($tokens.ContainsKey($parts[3])) { $sapi.Voice = $tokens[$parts[3]] }
                $sapi.Rate = [Math]::Max(-10, [Math]::Min(10, $rate + [int]$parts[2]))
                $null = $sapi.Speak($parts[4], 17)
                $number = $parts[1]
                $begun = $false
            }
        } catch {
            $answers.WriteLine('failed' + $tab + $parts[1])
        }
        $order = $orders.ReadLineAsync()
    }
    if ($number) {
        if ((-not $begun) -and ($sapi.Status.RunningState -eq 2)) {
            $begun = $true
            $answers.WriteLine('begin' + $tab + $number)
        }
        if ($sapi.WaitUntilDone(0)) {
            $answers.WriteLine('end' + $tab + $number)
            $number = ''
        }
    }
}
"""
_LEFT = ""


def find() -> Sapi:
    """Windows’ own PowerShell, from its own place: one that lies elsewhere is not asked. Raises NoVoice."""
    program = Path(os.environ.get("SYSTEMROOT", r"C:\Windows"), *_PLACE)
    if not is_there(program):
        raise NoVoice(troubles.not_started())
    return Sapi(program)


class Sapi:
    """Speaks through a process of *program*, which is started once and again after it hung."""

    def __init__(self, program: Path) -> None:
        self._program = program
        self._process: subprocess.Popen[bytes] | None = None
        self._reader: Thread | None = None
        self._numbers = count(1)
        self._voice = ""
        self._lines: SimpleQueue[str | None] = SimpleQueue()
        """What it wrote; ``_LEFT``: it ended; None: somebody called ``wake``."""

    def open(self, language: str) -> tuple[str, ...]:
        """Start it and hear of its voices. Raises NoVoice."""
        # Not as a file, which a computer may be told not to run, and not encoded, which looks like something to hide.
        command = [str(self._program), "-NoLogo", "-NoProfile", "-NonInteractive", "-Command", SCRIPT]
        self._lines = SimpleQueue()
        try:
            self._process = process = child.started(command, answers=True)
        except OSError as error:  # forbidden, as it may be in a clinic
            raise NoVoice(troubles.not_started()) from error
        self._reader = Thread(target=self._read, args=(process, self._lines), name="sapi", daemon=True)
        self._reader.start()
        known, usual = self._introduced()
        # The usual voice of the system comes first if it speaks the language.
        voices = that_speak(language, known, usual)
        if not voices:
            raise NoVoice(troubles.no_voice_of_the_language())
        self._voice = voices[0]
        return voices

    def speak(self, text: str, voice: str, speed: float) -> str:
        """Have it spoken instead of what is being spoken."""
        number = str(next(self._numbers))
        self._write("say", number, str(rate_of(speed)), voice or self._voice, one_line(text))
        return number

    def stop(self) -> None:
        """Be silent."""
        self._write("stop", "0")

    def events(self, seconds: float | None) -> list[Event]:
        """Waits for a line of it and for ``wake``."""
        try:
            lines = [self._lines.get(timeout=seconds)]
            while not self._lines.empty():
                lines.append(self._lines.get())
        except Empty:
            return []
        if _LEFT in lines:
            raise ConnectionError("it ended")
        parts = [line.split("\t") for line in lines if line is not None]
        kinds = {"begin": "begin", "end": "end", "failed": "failed"}
        return [Event(part[1], kinds[part[0]]) for part in parts if part[0] in kinds and len(part) == 2]  # type: ignore[arg-type]

    def wake(self) -> None:
        """Have ``events`` return."""
        self._lines.put(None)

    def close(self) -> None:
        """End it."""
        if self._process is not None:
            child.end(self._process)
            self._process = None
        if self._reader is not None:
            self._reader.join(child.END_SECONDS)

    def _introduced(self) -> tuple[list[Named], list[str]]:
        """All voices, and which is the usual one."""
        known: list[Named] = []
        usual: list[str] = []
        until = monotonic() + START_SECONDS
        while True:
            try:
                line = self._lines.get(timeout=max(0.0, until - monotonic()))
            except Empty:
                raise NoVoice(troubles.not_started()) from None
            if line == "ready":
                return known, usual
            if line == _LEFT:  # it may not run this, or there is no voice of any kind
                raise NoVoice(troubles.not_started())
            kind, __, rest = (line or "").partition("\t")
            language, __, name = rest.partition("\t")
            if kind in {"usual", "voice"} and name:
                known += [Named(name, _language(code)) for code in language.split(";")[:1]]
                usual += [name] if kind == "usual" else []

    def _write(self, *parts: str) -> None:
        if self._process is None or self._process.stdin is None:
            raise ConnectionError("not opened")
        self._process.stdin.write("\t".join(parts).encode() + b"\n")
        self._process.stdin.flush()

    @staticmethod
    def _read(process: subprocess.Popen[bytes], lines: SimpleQueue[str | None]) -> None:
        assert process.stdout
        with process.stdout as answers:
            for line in answers:
                words = line.decode("utf-8", "replace").strip()
                if words:
                    lines.put(words)
        lines.put(_LEFT)


def rate_of(speed: float) -> int:
    """*speed* in SAPI’s steps."""
    return round(_FASTEST * math.log(speed, _SPEED_OF_FASTEST))


def _language(code: str) -> str:
    """The language with Windows’ number *code*: ``409`` is ``en_US``."""
    try:
        return windows_locale.get(int(code, 16), "")
    except ValueError:
        return ""
