"""A conversation with speech-dispatcher, the speech server of Linux desktops, in its own language: SSIP.

Over a socket file of the person's own session, never over a network. Windows and macOS have no such server:
there ``find_server`` finds none. The language is described in speech-dispatcher's manual, “info ssip”.
"""

from __future__ import annotations

import os
import re
import socket
import subprocess
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from shutil import which
from time import monotonic, sleep
from typing import Literal, NamedTuple

from tpe_guide.errors import NoHomeFolder
from tpe_guide.paths import home, is_there, xdg_folder
from tpe_guide.speech.back_end import Event, Named, one_line

ADDRESS_VARIABLE = "SPEECHD_ADDRESS"
TIMEOUT_SECONDS = 2.0
"""For an answer. Nobody waits for it but the thread that asks."""
START_SECONDS = 5.0
_PATIENCE = 0.05
_DUMMY = "dummy"
"""The voice that only says that there is no voice."""
_EVENTS: dict[int, Literal["begin", "end", "cancel"]] = {701: "begin", 702: "end", 703: "cancel"}


class Server(NamedTuple):
    """Where a server listens, or would listen once *command* has started it."""

    path: Path
    command: str = ""


class Refused(ConnectionError):
    """The server understood, and does not do it."""


def find_server() -> Server | None:
    """The server of this person's session; None if this computer has none."""
    if not hasattr(socket, "AF_UNIX"):
        return None
    kind, __, place = os.environ.get(ADDRESS_VARIABLE, "").partition(":")
    if kind:
        # Whoever names a server has started it. A server that listens on a network is none of ours.
        return Server(Path(place)) if kind == "unix_socket" and is_there(Path(place)) else None
    try:
        folder = xdg_folder("XDG_RUNTIME_DIR") or home() / ".cache"
    except NoHomeFolder:
        return None
    path, command = folder / "speech-dispatcher" / "speechd.sock", which("speech-dispatcher") or ""
    return Server(path, command) if command or is_there(path) else None


class Connection:
    """Speaks SSIP with the server at *server*, started if need be. Every method may wait, and raises OSError."""

    def __init__(self, server: Server, *, timeout: float = TIMEOUT_SECONDS) -> None:
        self._rest = b""
        self._lines: deque[str] = deque()
        self._whole = 0
        """How many answers and events the lines hold to their last line."""
        self._events: deque[Event] = deque()
        self._socket = _connected(server, timeout)

    def fileno(self) -> int:
        """For ``select``: readable when an event may have come."""
        return self._socket.fileno()

    def introduce(self, language: str) -> None:
        """Say who asks, in what *language* to speak, and that beginnings and ends are to be told."""
        user = re.sub(r"\W", "_", os.environ.get("USER", "")) or "someone"
        self._ask(f"SET SELF CLIENT_NAME {user}:tpe_guide:guide")
        self._ask(f"SET SELF LANGUAGE {language}")
        for event in ("BEGIN", "END", "CANCEL"):
            self._ask(f"SET SELF NOTIFICATION {event} ON")

    def has_voice(self) -> bool:
        """There is something to speak with."""
        return any(module != _DUMMY for module in self._ask("LIST OUTPUT_MODULES"))

    def voices(self) -> list[Named]:
        """All voices of the module that speaks, of which espeak-ng has 13,000; none where it cannot name them."""
        try:
            listed = [line.split("\t") for line in self._ask("LIST SYNTHESIS_VOICES")]
        except Refused:
            return []
        known = (line for line in listed if len(line) == 3)
        # “English+Adam”: each voice comes again in a hundred disguises.
        return [Named(name, language) for name, language, variant in known if not name.endswith(f"+{variant}")]

    def set_voice(self, name: str) -> None:
        """Speak with the voice of that *name*; empty: with the usual one again."""
        # A kind of voice takes the place of a name.
        self._ask(f"SET SELF SYNTHESIS_VOICE {name}" if name else "SET SELF VOICE_TYPE MALE1")

    def rate(self) -> int:
        """How fast it speaks, from −100 to 100."""
        try:
            return int(next(iter(self._ask("GET RATE")), "0"))
        except (Refused, ValueError):
            return 0

    def set_rate(self, rate: int) -> None:
        """Speak so fast."""
        self._ask(f"SET SELF RATE {rate}")

    def speak(self, text: str) -> str:
        """Have *text* spoken after what is being spoken. Returns the number of the message."""
        self._ask("SPEAK")
        words = one_line(text)
        # A line that is but a dot ends the text.
        lines = f".{words}" if words.startswith(".") else words
        return next(iter(self._ask(f"{lines}\r\n.")), "")

    def cancel(self) -> None:
        """Speak nothing more."""
        self._ask("CANCEL SELF")

    def has_events(self) -> bool:
        """Something has happened of which ``events`` has not told yet."""
        return bool(self._events or self._whole)

    def events(self, *, waiting: bool) -> Iterator[Event]:
        """What has happened since the last time; *waiting*: there is something to be read."""
        if waiting:
            self._receive()
        while self._whole:
            self._take()
        while self._events:
            yield self._events.popleft()

    def close(self) -> None:
        """Leave."""
        with suppress(OSError):
            self._socket.sendall(b"QUIT\r\n")
        self._socket.close()

    def _ask(self, command: str) -> list[str]:
        """What the server answers to *command*, without the closing line."""
        self._socket.sendall(f"{command}\r\n".encode())
        while True:
            while not self._whole:
                self._receive()
            code, lines = self._take()
            if code >= 300 and code not in _EVENTS:
                raise Refused(f"{command.partition(' ')[0]}: {code}")
            if code < 300:
                return lines

    def _receive(self) -> None:
        received = self._socket.recv(65536)
        if not received:
            raise ConnectionError("the speech server left")
        *lines, self._rest = (self._rest + received).split(b"\r\n")
        for line in lines:
            words = line.decode("utf-8", "replace")
            if not words[:3].isdecimal():
                raise ConnectionError(f"not SSIP: {words[:40]}")
            self._lines.append(words)
            self._whole += words[3:4] == " "

    def _take(self) -> tuple[int, list[str]]:
        """The code and the lines of the next answer or event; an event is kept too."""
        lines: list[str] = []
        while (line := self._lines.popleft())[3:4] != " ":
            lines.append(line[4:])
        self._whole -= 1
        code = int(line[:3])
        if code in _EVENTS and lines:
            self._events.append(Event(lines[0], _EVENTS[code]))
        return code, lines


def _connected(server: Server, timeout: float) -> socket.socket:
    """A socket to *server*; where nobody listens, the server is started as its own library would do it."""
    try:
        return _connect(server.path, timeout)
    except (FileNotFoundError, ConnectionRefusedError):
        if not server.command:
            raise
    quiet = subprocess.DEVNULL
    try:
        start = [server.command, "--spawn"]
        subprocess.run(start, check=False, stdin=quiet, stdout=quiet, stderr=quiet, timeout=START_SECONDS)
    except subprocess.SubprocessError as error:
        raise ConnectionError("the speech server does not start") from error
    until = monotonic() + START_SECONDS
    while True:
        try:
            return _connect(server.path, timeout)
        except (FileNotFoundError, ConnectionRefusedError):
            if monotonic() > until:
                raise
            sleep(_PATIENCE)


def _connect(path: Path, timeout: float) -> socket.socket:
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    connection.settimeout(timeout)
    try:
        connection.connect(str(path))
    except OSError:
        connection.close()
        raise
    return connection
