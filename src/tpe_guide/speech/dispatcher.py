"""The voice of Linux desktops: speech-dispatcher, spoken with over the socket file of the person's session."""

from __future__ import annotations

import os
import select
from threading import Lock

from tpe_guide.speech import troubles
from tpe_guide.speech.back_end import Event, NoVoice, that_speak
from tpe_guide.speech.ssip import Connection, Server, find_server

_USUAL = {"en": ("en", "en-gb", "en-us")}
"""Who speaks when no voice is named: for espeak-ng that is British English. Elsewhere the one of no special place."""
_FASTEST, _TWICE, _HALF = 100, 50, 90


def find() -> Dispatcher:
    """The server of this person's session. Raises NoVoice."""
    server = find_server()
    if server is None:
        raise NoVoice(troubles.no_voice_on_linux())
    return Dispatcher(server)


class Dispatcher:
    """Talks with *server*; a pipe wakes it from waiting for that."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._connection: Connection | None = None
        self._usual_rate = 0
        self._set: tuple[str, int] = "", 0
        """The voice and the rate that the server was told last."""
        self._lock = Lock()
        self._pipe: tuple[int, int] | None = None

    def open(self, language: str) -> tuple[str, ...]:
        """Begin, started if need be. Raises NoVoice."""
        with self._lock:
            self._pipe = os.pipe()
        self._connection = connection = Connection(self._server)
        connection.introduce(language)
        if not connection.has_voice():
            raise NoVoice(troubles.no_voice_on_linux())
        known = connection.voices()
        voices = that_speak(language, known, _USUAL.get(language, (language,)))
        if known and not voices:
            raise NoVoice(troubles.no_voice_of_the_language())
        self._usual_rate = connection.rate()
        self._set = "", self._usual_rate
        return voices

    def speak(self, text: str, voice: str, speed: float) -> str:
        """Have it spoken; the server is told of voice and speed only where they change."""
        connection, (before, at) = self._talking(), self._set
        # What the person has set for all programs is the usual speed, also here.
        rate = max(-_FASTEST, min(_FASTEST, self._usual_rate + rate_of(speed)))
        if voice != before:
            connection.set_voice(voice)
        if rate != at:
            connection.set_rate(rate)
        self._set = voice, rate
        return connection.speak(text)

    def stop(self) -> None:
        """Be silent."""
        self._talking().cancel()

    def events(self, seconds: float | None) -> list[Event]:
        """Waits for the server and for ``wake``."""
        connection = self._talking()
        assert self._pipe is not None
        woken, waiting = self._pipe[0], False
        if not connection.has_events():
            ready = select.select([connection.fileno(), woken], [], [], seconds)[0]
            if woken in ready:
                os.read(woken, 4096)
            waiting = connection.fileno() in ready
        return [*connection.events(waiting=waiting)]

    def wake(self) -> None:
        """Have ``events`` return; where nobody waits, nothing is woken."""
        with self._lock:
            if self._pipe is not None:
                os.write(self._pipe[1], b"!")

    def close(self) -> None:
        """Leave the server."""
        with self._lock:
            for end in self._pipe or ():
                os.close(end)
            self._pipe = None
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _talking(self) -> Connection:
        if self._connection is None:
            raise ConnectionError("not opened")
        return self._connection


def rate_of(speed: float) -> int:
    """*speed* in the server's steps, measured with espeak-ng: half as fast is −90, twice as fast 50, thrice 100."""
    return round((speed - 1) * (_TWICE if speed >= 1 else 2 * _HALF))
