"""Who is on show, who is warm behind, and what happens when one ends: the parent of the kiosk, without its processes.

It starts processes by what it is given and knows no pipe and no window, so that every order of events can be tried.
Two promises: between two visitors the screen is never empty, for the old process ends only once the new one is
shown; and a process that has shown a visit shows no second one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from tpe_guide.kiosk.health import Health
from tpe_guide.kiosk.restarts import LONGEST, Restarts
from tpe_guide.kiosk.words import (
    AFTER,
    BEGIN,
    CLOSING,
    DONE,
    END,
    ERASED,
    GONE,
    LEFT,
    PIN,
    PING,
    PONG,
    READY,
    SCALE,
    SHOW,
    SHOWN,
)

VISIT, REST, PROVE, CLIPBOARD = "visit", "rest", "prove", "clipboard"
"""What a process is to show: the guide, or one page; the last shows nothing, and tells what is copied."""
END_SECONDS = 3.0
"""For a process that was told to end; then it is killed."""
CLOSE_SECONDS = 5.0
"""As that, for one that first tells people that the screen closes."""
PING_SECONDS = 15.0
HUNG_SECONDS = 45.0
"""So long without an answer: it is stuck, whatever it shows."""
SHOW_SECONDS = 10.0
"""As that, for one that is loaded and was told to show itself: somebody waits before the screen."""
LOAD_SECONDS = 120.0
CANNOT_RUN_HERE = 3
MOST_REFUSALS = 2
"""So often in a row a process could not run here: the screen has gone, and the kiosk of a new one may begin."""
MOST_SCALES = 3
"""A screen that is never content would else be black for ever."""


class Process(Protocol):
    """What the supervisor wants of a process: see ``child``."""

    @property
    def number(self) -> int:
        """Of the process."""

    @property
    def code(self) -> int | None:
        """What it ended with."""

    def tell(self, words: str) -> None:
        """Say *words* to it."""

    def kill(self) -> None:
        """End it now."""


@dataclass(slots=True, eq=False)
class _Watched:
    process: Process
    since: float
    ready: bool = False
    asked: bool = False
    """It was told to show itself."""
    done: bool = False
    outgrown: bool = False
    """Its screen has another size now, for which all is drawn too small or too large."""
    pinged: float = 0.0
    answered: float = 0.0


class Supervisor:
    """*start* starts a process for ``VISIT`` or ``REST``, or raises OSError. *now* is a clock in seconds that
    nobody sets.

    *check_pin* is given digits, and tells 0 where they are right, else the seconds to wait, and at least 1. *rescale*
    is given the factor by which those who are started from now on draw.
    """

    def __init__(
        self,
        start: Callable[[str], Process],
        now: Callable[[], float],
        health: Health,
        check_pin: Callable[[str], int],
        say: Callable[[str], None],
        rescale: Callable[[str], None],
    ) -> None:
        self._start, self._now, self._health, self._check_pin, self._say = start, now, health, check_pin, say
        self._rescale, self._scales = rescale, 0
        self._refusals = 0
        self._restarts = Restarts()
        self._on_show: _Watched | None = None
        self._warm: _Watched | None = None
        self._rest: _Watched | None = None
        self._leaving: dict[Process, float] = {}
        """Told to end, and when they are killed."""
        self._start_at: float | None = None
        self._erasing: Process | None = None
        """It has shown a visit, and ends."""
        self._carried = ""
        """The language in which somebody wants to begin."""
        self._ever_shown = False
        self._rest_at = 0.0
        """The calm page is not tried before: it, too, may crash."""
        self._code: int | None = None
        """Set once all is to end: what to exit with."""

    def begin(self) -> None:
        """Start the first process."""
        self._start_at = self._now()
        self.tick()

    @property
    def exit_code(self) -> int | None:
        """What to exit with, once nothing is left; None: go on."""
        return self._code if not self._all() else None

    def close(self, code: int) -> None:
        """End all: whoever stands before the screen is told."""
        if self._code is not None:
            return
        self._say("closing")
        self._code, self._start_at = code, None
        if (on_show := self._on_show) is not None:
            on_show.process.tell(CLOSING)
            self._leaving[on_show.process] = self._now() + CLOSE_SECONDS
        for other in (self._warm, self._rest):
            if other is not None:
                self._retire(other.process)
        self._on_show = self._warm = self._rest = None
        self.tell_health()

    def hear(self, process: Process, words: str) -> None:
        """*process* said *words*."""
        word, _blank, rest = words.partition(" ")
        one = self._watched(process)
        if word == GONE:
            self._on_gone(process, one)
        elif one is not None:
            self._on_word(one, word, rest)
        self.tick()

    def tell_health(self) -> None:
        """Keep how things are."""
        named = {"on show": self._on_show, "warm": self._warm, "resting": self._rest}
        numbers = {name: each.process.number for name, each in named.items() if each is not None}
        if self._code is not None:
            state = "closing" if self._all() else "ended"
        elif self._on_show is not None:
            state = "on show"
        else:
            state = "resting" if self._rest is not None else "starting"
        self._health.state(state, numbers)

    def tick(self) -> None:
        """Do what is due by now."""
        now = self._now()
        for process, until in self._leaving.items():
            if now >= until:
                process.kill()
        if self._start_at is not None and now >= self._start_at:
            self._start_at = None
            self._warm = self._started(VISIT, now)
            if self._warm is None:
                self._restarts = self._restarts.after_crash()
                self._start_at = now + self._restarts.delay
        self._look_after(now)
        self.tell_health()

    def next_wake(self) -> float:
        """Seconds until the next ``tick`` is due."""
        now = self._now()
        due = [now + PING_SECONDS, *self._leaving.values()]
        if self._start_at is not None:
            due.append(self._start_at)
        if self._warm is not None and self._warm.asked:
            due.append(self._warm.answered + SHOW_SECONDS)
        return max(0.05, min(due) - now)

    def _on_word(self, one: _Watched, word: str, rest: str) -> None:
        if word == PONG:
            one.answered = self._now()
        elif word == READY:
            one.ready = True
            self._promote()
        elif word == SHOWN:
            self._on_shown(one)
        elif word == SCALE and one is not self._rest and (one.ready or self._scales < MOST_SCALES):
            self._on_scale(one, rest)
        elif one is self._on_show:
            self._on_word_of_the_shown(one, word, rest)

    def _on_scale(self, one: _Watched, factor: str) -> None:
        """*one* ends, which is no crash, and the next one comes at once; the one on show ends once that is there."""
        if not one.ready:  # a screen that is never content must not keep the kiosk from coming up
            self._scales += 1
        self._rescale(factor)
        self._say(f"drawn {factor} times as large")
        if one is self._on_show:
            one.outgrown = True
        if (warm := self._warm) is not None and not warm.asked:
            self._retire(warm.process)
            self._warm, self._start_at = None, self._now()

    def _on_word_of_the_shown(self, one: _Watched, word: str, rest: str) -> None:
        if word == DONE and not one.done:
            one.done = True
            self._restarts = Restarts()
            self._health.wiped()
            if self._start_at is not None:  # put off after crashes; now somebody would wait for it
                self._start_at = self._now()
            self._promote()
        elif word == BEGIN and (one.done or one.outgrown):
            self._carried = rest
        elif word == PIN:
            wait = self._check_pin(rest)
            one.process.tell(f"{PIN} no {wait}" if wait else f"{PIN} yes")
            self._say("exit code: " + ("wrong" if wait else "right"))
            if not wait:
                self.close(0)
        elif word == LEFT:
            self.close(0)

    def _promote(self) -> None:
        """Let the warm one show itself, if it is time and it can."""
        warm = self._warm
        shown = self._on_show
        due = shown is None or shown.done or shown.outgrown
        if due and warm is not None and warm.ready and not warm.asked:
            warm.asked, warm.answered = True, self._now()
            warm.process.tell(f"{SHOW} {AFTER}" if shown is not None and shown.done else SHOW)

    def _on_shown(self, one: _Watched) -> None:
        if one is self._rest:
            return
        before, self._on_show, self._warm = self._on_show, one, None
        self._erasing = before.process if before is not None and before.done else None
        self._ever_shown = True
        self._scales = self._refusals = 0
        one.pinged = one.answered = self._now()
        for old in (before, self._rest):
            if old is not None:
                self._retire(old.process)
        self._rest = None
        if self._carried:
            one.process.tell(f"{BEGIN} {self._carried}")
            self._carried = ""
        self._start_at = self._now() + self._restarts.delay

    def _on_gone(self, process: Process, one: _Watched | None) -> None:
        self._leaving.pop(process, None)
        if process is self._erasing:
            self._erasing = None
            if self._on_show is not None:
                self._on_show.process.tell(ERASED)
        if one is None:
            return
        if one is self._rest:
            self._rest, self._rest_at = None, self._now() + LONGEST
            return
        if one is self._on_show:
            self._on_show = None
        else:
            self._warm = None
        self._refusals = self._refusals + 1 if process.code == CANNOT_RUN_HERE else 0
        if self._on_show is None and self._refusals >= (MOST_REFUSALS if self._ever_shown else 1):
            self._give_up()  # it has said why
            return
        self._restarts = self._restarts.after_crash()
        self._health.crashed(process.code)
        self._say(f"a process ended with {process.code}; the next one comes in {self._restarts.delay:.0f} s")
        if self._warm is None:
            self._start_at = self._now() + self._restarts.delay
        self._promote()

    def _give_up(self) -> None:
        self._code, self._start_at = CANNOT_RUN_HERE, None
        for other in (self._warm, self._rest):
            if other is not None:
                self._retire(other.process)
        self._warm = self._rest = None

    def _look_after(self, now: float) -> None:
        if self._code is not None:
            return
        without = self._on_show is None and self._rest is None
        if without and now >= self._rest_at and self._restarts.should_rest:
            self._say("nothing to show: the screen rests")
            self._rest = self._started(REST, now)
            if self._rest is None:
                self._rest_at = now + LONGEST
        if (warm := self._warm) is not None and (
            now - warm.since > LOAD_SECONDS if not warm.ready else warm.asked and now - warm.answered >= SHOW_SECONDS
        ):
            warm.process.kill()
        if (shown := self._on_show) is None:
            return
        if now - shown.answered > HUNG_SECONDS and shown.pinged > shown.answered:
            self._say("the process on show does not answer")
            shown.process.kill()
        elif now - shown.pinged >= PING_SECONDS:
            shown.pinged = now
            shown.process.tell(PING)

    def _started(self, part: str, now: float) -> _Watched | None:
        """None: the machine has no room for one more process just now, and those that are there go on."""
        try:
            return _Watched(self._start(part), now, answered=now)
        except OSError as error:
            self._say(f"a process cannot be started: {error.strerror or error}")
            return None

    def _retire(self, process: Process) -> None:
        process.tell(END)
        self._leaving[process] = self._now() + END_SECONDS

    def _watched(self, process: Process) -> _Watched | None:
        kept = (self._on_show, self._warm, self._rest)
        return next((each for each in kept if each is not None and each.process is process), None)

    def _all(self) -> list[Process]:
        kept = [each.process for each in (self._on_show, self._warm, self._rest) if each is not None]
        return [*kept, *self._leaving]
