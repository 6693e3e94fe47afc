"""The voice of the guide: says a text, stops, and tells whether there is a voice at all, and if not, why.

Nothing here makes anyone wait: a thread of its own talks with the system's voice, from the first ``look`` on until
``close``. Nothing that is said is kept.
"""

from __future__ import annotations

import atexit
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import RLock, Thread
from time import monotonic
from typing import NamedTuple
from weakref import WeakSet

from tpe_guide.speech import troubles
from tpe_guide.speech.back_end import BackEnd, Event, NoVoice
from tpe_guide.speech.back_ends import find

SILENT_SECONDS = 2.0
"""So long may words that were handed over stay unheard."""
SPARE_SECONDS = 5.0
SLOWEST_LETTERS = 5.0
"""A second, at usual speed: people hear about 14. A voice that takes longer than that, and some, has stopped."""
_GOODBYE_SECONDS = 0.5
"""So long the end of the program waits for voices to be told: a server speaks on for one that just left."""
_leaving: WeakSet[Voice] = WeakSet()
"""Those that were told to leave."""


class _Order(NamedTuple):
    """What the thread is to do: say *text*, or nothing more. The newest counts."""

    turn: int
    text: str = ""
    voice: str = ""
    speed: float = 1.0
    leave: bool = False


@dataclass
class _Said:
    """What was handed over to be said, and how long one waits for a sign of it."""

    order: _Order
    message: str
    until: float
    begun: bool = False


class Voice:
    """Speaks in *language*. *changed* is called, from any thread, when anything that can be read here has changed.

    *look_for*: finds the voice of this system; None: by its platform.
    """

    def __init__(
        self,
        language: str,
        changed: Callable[[], None] | None = None,
        *,
        look_for: Callable[[], BackEnd] | None = None,
    ) -> None:
        self.available = False
        """A voice of the system has answered. False until then."""
        self.speaking = False
        self.voices: tuple[str, ...] = ()
        """The names to choose from, the usual one first. Empty until known."""
        self.trouble = ""
        """Why nothing is heard, in a sentence. Empty: nothing is known to be wrong."""
        self.changed = changed
        self.finished: Callable[[], None] | None = None
        """Called, from any thread, when what was said came to its end by itself: not stopped, not replaced."""
        self._language = language
        self._look_for = look_for or find
        self._orders: SimpleQueue[_Order] = SimpleQueue()
        self._turn = 0
        self._lock = RLock()
        self._thread: Thread | None = None
        self._back_end: BackEnd | None = None

    def look(self) -> None:
        """See whether there is a voice, unless one was found already. ``changed`` tells."""
        if self._thread is not None and self._thread.is_alive():
            return
        self._tell(trouble="")
        self._orders = SimpleQueue()
        self._back_end = None
        self._thread = Thread(target=self._talk, name="voice", daemon=True)
        self._thread.start()

    def say(self, text: str, *, voice: str = "", speed: float = 1.0) -> None:
        """Say *text* now, instead of what is being said, as *voice* does; one that is not there is the usual one."""
        from tpe_guide.speech.aloud import aloud  # a start says nothing, and its patterns take milliseconds to compile

        if not text.strip():
            return
        spelled = aloud(text, self._language)
        with self._lock:
            if self.available:
                self._turn += 1
                self._order(_Order(self._turn, spelled, voice if voice in self.voices else "", speed))
                self._tell(speaking=True, trouble="")

    def stop(self) -> None:
        """Be silent."""
        with self._lock:
            if self.speaking:
                self._turn += 1
                self._order(_Order(self._turn))
                self._tell(speaking=False)

    def close(self) -> None:
        """Be silent and leave; nobody is told anything any more, and nobody waits before the program ends."""
        with self._lock:
            self.changed = self.finished = None
            self._turn += 1
            self._order(_Order(self._turn, leave=True))
        _leaving.add(self)

    def left_server(self, seconds: float) -> bool:
        """Nobody talks with a voice; it may take up to *seconds* until that is so."""
        if self._thread is not None:
            self._thread.join(seconds)
        return self._thread is None or not self._thread.is_alive()

    def _order(self, order: _Order) -> None:
        self._orders.put(order)
        if self._back_end is not None:
            self._back_end.wake()

    def _tell(self, **now: object) -> None:
        with self._lock:
            before = self._told()
            self.__dict__.update(now)
            if self.changed is not None and before != self._told():
                self.changed()

    def _told(self) -> tuple[object, ...]:
        return self.available, self.speaking, self.voices, self.trouble

    # --- in the thread ----------------------------------------------------------------------------------------

    def _talk(self) -> None:
        why = ""
        try:
            self._talk_with(self._look_for())  # which looks into folders that may be far away
        except NoVoice as none:
            why = str(none)
        except OSError:
            why = troubles.not_answering()
        finally:
            self._tell(available=False, speaking=False, voices=(), trouble=why)

    def _talk_with(self, back_end: BackEnd) -> None:
        self._back_end = back_end
        try:
            self._open(back_end)
            self._serve(back_end)
        finally:
            with suppress(OSError):
                back_end.close()

    def _open(self, back_end: BackEnd) -> None:
        voices = back_end.open(self._language)
        self._tell(available=True, voices=voices)

    def _serve(self, back_end: BackEnd) -> None:
        said: _Said | None = None
        while True:
            order = self._newest_order()
            if order is None:
                events = back_end.events(max(0.0, said.until - monotonic()) if said else None)
                said = self._follow(said, events, back_end) if said else None
                continue
            back_end.stop()
            if order.leave:
                return
            said = self._hand_over(order, back_end) if order.text else None

    def _newest_order(self) -> _Order | None:
        newest = None
        with suppress(Empty):
            while newest is None or not newest.leave:
                newest = self._orders.get_nowait()
        return newest

    def _hand_over(self, order: _Order, back_end: BackEnd) -> _Said:
        message = back_end.speak(order.text, order.voice, order.speed)
        return _Said(order, message, monotonic() + SILENT_SECONDS)

    def _follow(self, said: _Said, events: list[Event], back_end: BackEnd) -> _Said | None:
        """What is still to be waited for, after *events*."""
        kinds = {event.kind for event in events if event.message == said.message}
        if "end" in kinds:
            self._tell_of(said, finished=True)
        elif "cancel" in kinds:
            self._tell_of(said)
        elif "failed" in kinds:
            self._tell_of(said, troubles.failed())
        elif "begin" in kinds:
            said.begun = True
            said.until = monotonic() + SPARE_SECONDS + len(said.order.text) / SLOWEST_LETTERS / said.order.speed
            return said
        elif monotonic() < said.until:
            return said
        else:
            self._give_up(said, back_end)
        return None

    def _give_up(self, said: _Said, back_end: BackEnd) -> None:
        """Say so, and begin anew with the voice: what hangs would hang again."""
        self._tell_of(said, troubles.broke_off() if said.begun else troubles.silent(SILENT_SECONDS))
        with suppress(OSError):
            back_end.stop()
        back_end.close()
        self._open(back_end)

    def _tell_of(self, said: _Said, trouble: str = "", *, finished: bool = False) -> None:
        """It is over, unless something else is to be said by now."""
        with self._lock:
            if said.order.turn != self._turn:
                return
            self._tell(speaking=False, trouble=trouble)
            if finished and self.finished is not None:
                self.finished()


@atexit.register
def _see_off() -> None:
    """The windows are gone by now. Without this, the threads would end in the middle of what they have to say."""
    until = monotonic() + _GOODBYE_SECONDS
    for voice in [*_leaving]:
        voice.left_server(max(0.0, until - monotonic()))
