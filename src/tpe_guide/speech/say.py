"""The voice of macOS: its own command, once for each text.

Described in its manual, “man say”. It tells no beginning: that it runs is the sign that it speaks.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from queue import Empty, SimpleQueue
from shutil import which
from threading import Thread

from tpe_guide.speech import child, troubles
from tpe_guide.speech.back_end import Event, Named, NoVoice, one_line, that_speak

LIST_SECONDS = 5.0
GRACE_SECONDS = 1.0
"""For one that was asked to end."""
WORDS_A_MINUTE = 175
"""The usual speed of these voices."""
_LISTED = re.compile(r"^(\S.*?)\s+([a-z]{2,3}(?:[_-]\w+)+)\s+#")
_USUAL = ("Samantha", "Daniel", "Anna", "Thomas", "Mónica", "Alice", "Luciana", "Xander", "Zosia", "Milena", "Kyoko")
"""The first voices of many languages, since the list is in the order of the alphabet."""
_JOKES = frozenset(
    [
        "Albert",
        "Bad News",
        "Bahh",
        "Bells",
        "Boing",
        "Bubbles",
        "Cellos",
        "Deranged",
        "Good News",
        "Hysterical",
        "Jester",
        "Organ",
        "Pipe Organ",
        "Superstar",
        "Trinoids",
        "Whisper",
        "Wobble",
        "Zarvox",
    ]
)
"""Voices that sing, laugh or whisper: none for somebody who is unwell."""
# Its standard input is a pipe that says nothing. It ends when we want silence, and when we are killed. The words come
# through a pipe of their own. Until the shell has waited for what speaks, its number is nobody else’s.
_UNTIL_WE_LEAVE = """
exec {line}<&0
"$@" </dev/fd/{words} {line}<&- & said=$!
{{ read -r nothing <&{line}; kill "$said"; sleep {grace}; kill -9 "$said"; }} & watch=$!
wait "$said"; ended=$?
kill "$watch"
exit "$ended"
"""


def find() -> Say:
    """The command. Raises NoVoice."""
    command = which("say")
    if command is None:
        raise NoVoice(troubles.not_started())
    return Say(command)


class Say:
    """Speaks by *command*, one process for each text."""

    def __init__(self, command: str) -> None:
        self._command = command
        self._voice = ""
        self._numbers = count(1)
        self._happened: SimpleQueue[Event | None] = SimpleQueue()
        self._speaking: subprocess.Popen[bytes] | None = None
        self._waiting: Thread | None = None

    def open(self, language: str) -> tuple[str, ...]:
        """Ask for its voices. Raises NoVoice."""
        ask = [self._command, "-v", "?"]
        try:
            asked = subprocess.run(
                ask, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=LIST_SECONDS
            )
        except subprocess.TimeoutExpired as error:
            raise TimeoutError(self._command) from error
        known = [*_voices(asked.stdout.decode("utf-8", "replace"))]
        voices = that_speak(language, known, _USUAL)
        if known and not voices:
            raise NoVoice(troubles.no_voice_of_the_language())
        # The one that the system has as its own may speak another language.
        self._voice = voices[0] if voices else ""
        return voices

    def speak(self, text: str, voice: str, speed: float) -> str:
        """Have it spoken by a process of its own."""
        number = str(next(self._numbers))
        name, rate = voice or self._voice, round(WORDS_A_MINUTE * speed)
        chosen = [*(("-v", name) if name else ()), *(("-r", str(rate)) if speed != 1 else ())]
        # What stands in two square brackets would be an order to the voice.
        words = one_line(text).replace("[[", "[ [").encode()
        self._speaking = process = _told([self._command, *chosen, "-f", "-"], words)
        self._happened.put(Event(number, "begin"))
        self._waiting = Thread(target=self._wait, args=(process, number), name="say", daemon=True)
        self._waiting.start()
        return number

    def stop(self) -> None:
        """End what speaks."""
        if self._speaking is not None:
            process, self._speaking = self._speaking, None
            assert process.stdin
            process.stdin.close()
        if self._waiting is not None:
            self._waiting.join(child.END_SECONDS)

    def events(self, seconds: float | None) -> list[Event]:
        """Waits for the process and for ``wake``."""
        happened = []
        with suppress(Empty):
            happened.append(self._happened.get(timeout=seconds))
            while True:
                happened.append(self._happened.get_nowait())
        return [event for event in happened if event is not None]

    def wake(self) -> None:
        """Have ``events`` return."""
        self._happened.put(None)

    def close(self) -> None:
        """Be silent. Nothing is left open."""
        self.stop()

    def _wait(self, process: subprocess.Popen[bytes], number: str) -> None:
        self._happened.put(Event(number, "failed" if process.wait() else "end"))


def _told(command: list[str], words: bytes) -> subprocess.Popen[bytes]:
    """*command*, which has been given *words*."""
    theirs, ours = os.pipe()
    with os.fdopen(theirs, "rb") as source, os.fdopen(ours, "wb", buffering=0) as pipe:
        script = _UNTIL_WE_LEAVE.format(words=theirs, line=4 if theirs == 3 else 3, grace=GRACE_SECONDS)
        shell = ["/bin/sh", "-c", script, "sh", *command]
        process = child.started(shell, keep=(theirs,))
        source.close()
        with suppress(BrokenPipeError):  # it does not listen and has ended, which will be told
            pipe.write(words)
    return process


def _voices(listed: str) -> Iterator[Named]:
    """The voices in what it wrote: name, language, “#” and a sentence to try it with."""
    for line in listed.splitlines():
        found = _LISTED.match(line)
        if found and found[1] not in _JOKES:
            yield Named(found[1], found[2])
