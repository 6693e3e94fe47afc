"""The voice of the guide: says a text, stops, and tells whether there is a voice at all.

Nothing here makes anyone wait: a thread of its own talks with the server, from the first ``look`` on until ``close``.
"""

from __future__ import annotations

import os
import select
from collections.abc import Callable
from queue import SimpleQueue
from threading import RLock, Thread

from tpe_guide.speech.ssip import Connection, Server, find_server

_STOP, _LEAVE = "", None
_GOODBYE_SECONDS = 0.5


class Voice:
    """Speaks in *language*. *changed* is called, from any thread, when ``available`` or ``speaking`` has changed."""

    def __init__(self, language: str, changed: Callable[[], None] | None = None) -> None:
        self.available = False
        """A server has answered and has a voice. False until then, and on Windows and macOS always."""
        self.speaking = False
        self.changed = changed
        self._language = language
        self._orders: SimpleQueue[str | None] = SimpleQueue()
        self._lock = RLock()
        self._thread: Thread | None = None
        self._wake = -1

    def look(self) -> None:
        """See whether there is a server, unless one was found already. ``changed`` tells."""
        if self._thread is not None and self._thread.is_alive():
            return
        server = find_server()
        if server is None:
            return
        self._orders = SimpleQueue()
        woken, self._wake = os.pipe()
        self._thread = Thread(target=self._talk, args=(server, woken, self._wake), name="voice", daemon=True)
        self._thread.start()

    def say(self, text: str) -> None:
        """Say *text* now, instead of what is being said."""
        from tpe_guide.speech.aloud import aloud  # a start says nothing, and its patterns take milliseconds to compile

        if self.available and text.strip():
            self._order(aloud(text, self._language))
            self._tell(speaking=True)

    def stop(self) -> None:
        """Be silent."""
        if self.speaking:
            self._order(_STOP)
            self._tell(speaking=False)

    def close(self) -> None:
        """Be silent and leave; ``changed`` is not called any more."""
        with self._lock:
            self.changed = None
        if self._thread is not None:
            self._order(_LEAVE)
            self.left_server(_GOODBYE_SECONDS)

    def left_server(self, seconds: float) -> bool:
        """Nobody talks with a server; it may take up to *seconds* until that is so."""
        if self._thread is not None:
            self._thread.join(seconds)
        return self._thread is None or not self._thread.is_alive()

    def _order(self, order: str | None) -> None:
        self._orders.put(order)
        with self._lock:
            if self._wake >= 0:
                os.write(self._wake, b"!")

    def _tell(self, **now: bool) -> None:
        with self._lock:
            before = self.available, self.speaking
            self.__dict__.update(now)
            if self.changed is not None and before != (self.available, self.speaking):
                self.changed()

    # --- in the thread ----------------------------------------------------------------------------------------

    def _talk(self, server: Server, woken: int, wake: int) -> None:
        try:
            connection = Connection(server)
            try:
                connection.introduce(self._language)
                if connection.has_voice():
                    self._tell(available=True)
                    self._serve(connection, woken)
            finally:
                connection.close()
        except OSError:
            pass  # no voice: the buttons that would need one are not there
        finally:
            self._tell(available=False, speaking=False)
            with self._lock:
                self._wake = -1
                os.close(wake)
                os.close(woken)

    def _serve(self, connection: Connection, woken: int) -> None:
        message = ""
        while True:
            ready = select.select([connection.fileno(), woken], [], [])[0]
            if woken in ready:
                os.read(woken, 1)
                order = self._orders.get()
                if order is _LEAVE:
                    connection.cancel()
                    return
                connection.cancel()
                message = connection.speak(order) if order != _STOP else ""
            events = connection.events(waiting=connection.fileno() in ready)
            ended = {event.message for event in events if event.kind != "begin"}
            if message in ended and self._orders.empty():
                self._tell(speaking=False)
