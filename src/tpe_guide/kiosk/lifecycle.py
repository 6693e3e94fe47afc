"""The life of a visit to the kiosk, a pure state machine: attract → in use → still there? → wiped → erased → attract.

It knows no clock and no window. Whoever owns it says what happened and when, obeys the commands it gives
back, in order, and calls again after ``next_wake`` seconds. Time is counted as what passed between two calls,
so a clock that is set back does not undo it, and one that leaps ahead (a laptop that slept) ends the visit.

How long nobody need touch anything depends on the page: who reads slowly is not asked in the middle of it. Whoever
says that they still read is given twice the time from then on, in that visit.

The promise: all of a visit is wiped at most ``LONGEST_IDLE + countdown`` seconds after its last input, and
``idle_limit + countdown`` where the page is short and nobody has asked for more.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from math import ceil

COUNTDOWN_SECONDS = 30
"""How long *Still there?* waits for an answer."""
SETTLE_SECONDS = 0.5
"""A touch so soon after a new screen was meant for the one before, or is the second tap of a shaky hand."""
LONGEST_IDLE = 600.0
"""Seconds: however long a page is, and however patient one was asked to be, an empty chair is noticed by then."""
READING_SPARE = 1.5
"""Times as long as a page takes most people: eyes that blur need more."""
MORE_TIME = 2.0
MOST_PATIENCE = 4.0
"""Times: after two requests for more time it stays at that."""
ERASED_SECONDS = 6.0
"""How long *Everything is erased* stands, if nobody touches it."""
LONGEST_NAP = 10.0
"""Look at the clock at least so often during a visit: no more is lost when it is set back, and a machine that
slept forgets soon after it wakes, although the timer slept too."""


class Phase(Enum):
    """What is on screen."""

    ATTRACT = "attract"
    IN_USE = "in use"
    FINISHING = "finishing"
    """*Finish and erase* was pressed, and asks once."""
    STILL_THERE = "still there"
    ERASED = "erased"


@dataclass(frozen=True, slots=True)
class Input:
    """A finger, a mouse button or a key came down. To *Still there?* it means yes."""


@dataclass(frozen=True, slots=True)
class Ponder:
    """A key that only moves between the answers to *Still there?*: someone is there, and still choosing."""


@dataclass(frozen=True, slots=True)
class MoreTime:
    """To *Still there?*: yes, and ask less often in this visit."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Another page is shown, which takes most people *seconds* to read."""

    seconds: float


@dataclass(frozen=True, slots=True)
class AskToFinish:
    """*Finish and erase* was pressed, in the guide."""


@dataclass(frozen=True, slots=True)
class Succeed:
    """A visit was wiped in the process before this one, which is about to end: the first that is shown says so."""


@dataclass(frozen=True, slots=True)
class Erased:
    """That process has ended."""


@dataclass(frozen=True, slots=True)
class Tick:
    """Time passed."""


@dataclass(frozen=True, slots=True)
class Begin:
    """A visitor starts to read, in *language*."""

    language: str


@dataclass(frozen=True, slots=True)
class Finish:
    """The visitor says that they are done."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The last commands have been obeyed; their screen is up only now, for building it took time."""


Event = Input | Ponder | MoreTime | Reading | AskToFinish | Succeed | Erased | Tick | Begin | Finish | Shown


@dataclass(frozen=True, slots=True)
class Wipe:
    """Forget all that belongs to the visit."""


@dataclass(frozen=True, slots=True)
class ShowErased:
    """Say that everything is erased, as far as it is: *proven* once nothing of the visit's process is left."""

    proven: bool = False


@dataclass(frozen=True, slots=True)
class AskWhetherFinished:
    """Ask whether everything is to be erased."""


@dataclass(frozen=True, slots=True)
class ShowAttract:
    """Show a fresh attract screen."""


@dataclass(frozen=True, slots=True)
class StartGuide:
    """Make a fresh guide in *language* and show it."""

    language: str


@dataclass(frozen=True, slots=True)
class ReturnToGuide:
    """Show the visitor's guide again, as they left it."""


@dataclass(frozen=True, slots=True)
class AskStillThere:
    """Ask *Still there?*, with *seconds_left* from ``countdown`` down to 1."""

    seconds_left: int


Command = Wipe | ShowErased | ShowAttract | StartGuide | AskWhetherFinished | ReturnToGuide | AskStillThere
Commands = tuple[Command, ...]

_IN_A_VISIT = (Phase.IN_USE, Phase.FINISHING, Phase.STILL_THERE)


@dataclass(frozen=True, slots=True)
class Lifecycle:
    """Where the kiosk stands. Immutable: ``after`` gives the next one. All times are in seconds."""

    seen: float
    """The clock at the last event, from any fixed origin."""
    idle_limit: float
    """So long without an input, then *Still there?* is asked; on a long page later: see ``patience_seconds``."""
    countdown: int = COUNTDOWN_SECONDS
    phase: Phase = Phase.ATTRACT
    idle: float = 0.0
    """Since the last input."""
    settled: float = SETTLE_SECONDS
    """Since the screen last changed."""
    touched: bool = False
    """The attract screen is no longer as new: it too is wiped once it is left alone."""
    reading: float = 0.0
    """Seconds that the page takes most people."""
    patience: float = 1.0
    """Times as long as else nobody need touch anything in this visit: more time was asked for."""

    def after(self, event: Event, now: float) -> tuple[Lifecycle, Commands]:
        """The state after *event* at clock *now*, and what must be done, in order."""
        aged = self._aged(now)
        if aged._is_over:
            # Whoever caused this event came too late: they are the next visitor.
            return aged._forgotten()
        match event:
            case Input():
                return aged._after_input()
            case Ponder():
                return aged._after_pondering()
            case MoreTime():
                return replace(aged, patience=min(MOST_PATIENCE, aged.patience * MORE_TIME))._after_input()
            case Reading(seconds):
                return aged._after_turning(seconds)
            case AskToFinish():
                return aged._after_asking_to_finish()
            case Succeed() | Erased():
                return aged._after_a_visit_elsewhere(ended=event == Erased())
            case Tick():
                return aged._after_tick(before=self)
            case Begin(language):
                return aged._after_begin(language)
            case Finish():
                return aged._forgotten()
            case Shown():
                return replace(aged, settled=0.0), ()

    def next_wake(self, now: float) -> float | None:
        """Seconds after which to send a ``Tick``, for time alone may have changed something; None: never."""
        aged = self._aged(now)
        match aged.phase:
            case Phase.ATTRACT if not aged.touched:
                return None
            case Phase.STILL_THERE:
                return max(0.0, aged._remaining - (aged.seconds_left - 1))
            case Phase.ERASED:
                return max(0.0, ERASED_SECONDS - aged.idle)
            case _:
                return min(LONGEST_NAP, max(0.0, aged.patience_seconds - aged.idle))

    def swallows(self, now: float) -> bool:
        """Whether a touch at *now* must not press what it meets: the screen has only just changed."""
        return self._aged(now).settled < SETTLE_SECONDS

    @property
    def patience_seconds(self) -> float:
        """So long without an input, then *Still there?* is asked on the page that is shown."""
        if self.phase not in _IN_A_VISIT:
            return self.idle_limit
        longest = max(LONGEST_IDLE, self.idle_limit)  # a clinic may want more
        return min(longest, max(self.idle_limit, self.reading * READING_SPARE) * self.patience)

    @property
    def seconds_left(self) -> int:
        """Whole seconds until the wipe, as the countdown shows them: it never shows 0."""
        return max(1, min(self.countdown, ceil(self._remaining)))

    @property
    def _remaining(self) -> float:
        return self.patience_seconds + self.countdown - self.idle

    @property
    def _is_over(self) -> bool:
        match self.phase:
            case Phase.ATTRACT:
                return self.touched and self.idle >= self.idle_limit
            case Phase.ERASED:
                return self.idle >= ERASED_SECONDS
            case _:
                return self._remaining <= 0

    def _aged(self, now: float) -> Lifecycle:
        passed = max(0.0, now - self.seen)
        return replace(self, seen=now, idle=self.idle + passed, settled=self.settled + passed)

    def _forgotten(self) -> tuple[Lifecycle, Commands]:
        """A visit is wiped and that is said; what came before or after one becomes as new."""
        was_visit = self.phase in _IN_A_VISIT
        phase, shown = (Phase.ERASED, ShowErased()) if was_visit else (Phase.ATTRACT, ShowAttract())
        new = replace(self, phase=phase, idle=0.0, settled=0.0, touched=False, reading=0.0, patience=1.0)
        return new, (shown,) if self.phase is Phase.ERASED else (Wipe(), shown)

    def _after_input(self) -> tuple[Lifecycle, Commands]:
        match self.phase:
            case Phase.ERASED:
                return self._forgotten()
            case Phase.STILL_THERE | Phase.FINISHING:
                return replace(self, phase=Phase.IN_USE, idle=0.0, settled=0.0), (ReturnToGuide(),)
            case _:
                return replace(self, idle=0.0, touched=self.phase is Phase.ATTRACT), ()

    def _after_pondering(self) -> tuple[Lifecycle, Commands]:
        match self.phase:
            case Phase.STILL_THERE:
                return replace(self, idle=self.patience_seconds), (AskStillThere(self.countdown),)
            case Phase.FINISHING:
                return replace(self, idle=0.0), ()
            case _:
                return self._after_input()

    def _after_turning(self, seconds: float) -> tuple[Lifecycle, Commands]:
        if self.phase is not Phase.IN_USE:
            return self, ()
        return replace(self, idle=0.0, reading=max(0.0, seconds)), ()

    def _after_asking_to_finish(self) -> tuple[Lifecycle, Commands]:
        if self.phase is not Phase.IN_USE:
            return self._after_input()
        return replace(self, phase=Phase.FINISHING, idle=0.0, settled=0.0), (AskWhetherFinished(),)

    def _after_a_visit_elsewhere(self, *, ended: bool) -> tuple[Lifecycle, Commands]:
        if ended and self.phase is Phase.ERASED:
            return replace(self, idle=0.0), (ShowErased(proven=True),)
        if not ended and self.phase is Phase.ATTRACT and not self.touched:
            return replace(self, phase=Phase.ERASED, idle=0.0, settled=0.0), (ShowErased(),)
        return self, ()

    def _after_tick(self, before: Lifecycle) -> tuple[Lifecycle, Commands]:
        if self.phase in (Phase.IN_USE, Phase.FINISHING) and self.idle >= self.patience_seconds:
            asking = replace(self, phase=Phase.STILL_THERE, settled=0.0)
            return asking, (AskStillThere(asking.seconds_left),)
        if self.phase is Phase.STILL_THERE and self.seconds_left != before.seconds_left:
            return self, (AskStillThere(self.seconds_left),)
        return self, ()

    def _after_begin(self, language: str) -> tuple[Lifecycle, Commands]:
        if self.phase not in (Phase.ATTRACT, Phase.ERASED):
            return self._after_input()
        begun = replace(self, phase=Phase.IN_USE, idle=0.0, settled=0.0, touched=False)
        return begun, (StartGuide(language),)
