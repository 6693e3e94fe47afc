"""A speech server for tests: a real socket file, the answers of speech-dispatcher, and no sound."""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from queue import Queue
from threading import Event, Thread
from types import TracebackType

_MODULES = "250-{module}\r\n250 OK MODULES LIST SENT\r\n"
VOICES = (
    ("English (Scotland)", "en-GB-SCOTLAND"),
    ("English (America)", "en-US"),
    ("English (Great Britain)", "en-GB"),
)
_KINDS = (("", "none"), ("+Adam", "Adam"))
PATIENCE = 5


class SsipServer:
    """Listens at *path*. ``commands`` are what it was told, ``spoken`` what it was given to say.

    *answer* may give another answer to a command; None: the usual one.
    """

    def __init__(
        self,
        path: Path,
        *,
        module: str = "espeak-ng",
        voices: Sequence[tuple[str, str]] = (*VOICES, ("German", "de")),
        answer: Callable[[str], str | None] = lambda command: None,
    ) -> None:
        self.path = path
        self.commands: list[str] = []
        self.spoken: Queue[str] = Queue()
        self.cancelled = Event()
        self.left = Event()
        self._module = module
        self._voices = voices
        self._answer = answer
        self._messages = 0
        self._closing = False
        self._client: socket.socket | None = None
        self._listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._listening.bind(str(path))
        self._listening.listen(1)
        self._thread = Thread(target=self._serve, name="ssip server")

    def __enter__(self) -> SsipServer:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing = True
        self.hang_up()
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._thread.join(PATIENCE)
        self.path.unlink(missing_ok=True)

    def hang_up(self) -> None:
        """Die, as a server may."""
        if self._client is not None:
            with suppress(OSError):
                self._client.shutdown(socket.SHUT_RDWR)

    def tell(self, event: str, message: int) -> None:
        """Tell that *message* has come to ``702 END`` or another *event*."""
        assert self._client is not None
        code = event.partition(" ")[0]
        self._client.sendall(f"{code}-{message}\r\n{code}-1\r\n{event}\r\n".encode())

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                self._client, __ = self._listening.accept()
                if self._closing:  # somebody who came back once more
                    self._client.close()
                    break
                self._listen_to(self._client)
                self._client.close()
                self.left.set()

    def _listen_to(self, client: socket.socket) -> None:
        with suppress(OSError), client.makefile("r", encoding="utf-8", newline="\r\n") as lines:
            text: list[str] | None = None
            for line in map(str.rstrip, lines):
                if text is None:
                    self.commands.append(line)
                    client.sendall((self._answer(line) or self._usual(line)).encode())
                    text = [] if line == "SPEAK" else None
                elif line == ".":
                    self._messages += 1
                    client.sendall(f"225-{self._messages}\r\n225 OK MESSAGE QUEUED\r\n".encode())
                    self.spoken.put("\n".join(text))
                    text = None
                else:
                    text.append(line.removeprefix("."))

    def _usual(self, command: str) -> str:
        if command == "CANCEL SELF":
            self.cancelled.set()
            return "210 OK CANCELED\r\n"
        if command == "LIST OUTPUT_MODULES":
            return _MODULES.format(module=self._module)
        if command == "LIST SYNTHESIS_VOICES":
            lines = [f"249-{name}{more}\t{tag}\t{kind}\r\n" for name, tag in self._voices for more, kind in _KINDS]
            return "".join([*lines, "249 OK VOICE LIST SENT\r\n"])
        if command == "GET RATE":
            return "251-0\r\n251 OK GET RETURNED\r\n"
        return "230 OK RECEIVING DATA\r\n" if command == "SPEAK" else "208 OK SET\r\n"
