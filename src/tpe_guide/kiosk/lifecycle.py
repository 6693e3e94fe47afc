"""The life of a visit to the kiosk, a pure state machine: attract → in use → still there? → wiped → attract.

It knows no clock and no window. Whoever owns it says what happened and when, obeys the commands it gives
back, in order, and calls again after ``next_wake`` seconds. Time is counted as what passed between two calls,
so a clock that is set back does not undo it, and one that leaps ahead (a laptop that slept) ends the visit.

The promise: all of a visit is wiped at most ``idle_limit + countdown`` seconds after its last input.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from math import ceil

COUNTDOWN_SECONDS = 30
"""How long *Still there?* waits for an answer."""
SETTLE_SECONDS = 0.5
"""A touch so soon after a new screen was meant for the one before, or is the second tap of a shaky hand."""
LONGEST_NAP = 10.0
"""Look at the clock at least so often during a visit: no more is lost when it is set back, and a machine that
slept forgets soon after it wakes, although the timer slept too."""


class Phase(Enum):
    """What is on screen."""

    ATTRACT = "attract"
    IN_USE = "in use"
    STILL_THERE = "still there"


@dataclass(frozen=True, slots=True)
class Input:
    """A finger, a mouse button or a key came down. To *Still there?* it means yes."""


@dataclass(frozen=True, slots=True)
class Ponder:
    """A key that only moves between the answers to *Still there?*: someone is there, and still choosing."""


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


Event = Input | Ponder | Tick | Begin | Finish | Shown


@dataclass(frozen=True, slots=True)
class Wipe:
    """Forget all that belongs to the visit."""


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


Command = Wipe | ShowAttract | StartGuide | ReturnToGuide | AskStillThere
Commands = tuple[Command, ...]

_FORGET: Commands = (Wipe(), ShowAttract())


@dataclass(frozen=True, slots=True)
class Lifecycle:
    """Where the kiosk stands. Immutable: ``after`` gives the next one. All times are in seconds."""

    seen: float
    """The clock at the last event, from any fixed origin."""
    idle_limit: float
    """So long without an input, then *Still there?* is asked."""
    countdown: int = COUNTDOWN_SECONDS
    phase: Phase = Phase.ATTRACT
    idle: float = 0.0
    """Since the last input."""
    settled: float = SETTLE_SECONDS
    """Since the screen last changed."""
    touched: bool = False
    """The attract screen is no longer as new: it too is wiped once it is left alone."""

    def after(self, event: Event, now: float) -> tuple[Lifecycle, Commands]:
        """The state after *event* at clock *now*, and what must be done, in order."""
        aged = self._aged(now)
        if aged._is_over:
            # Whoever caused this event came too late: they are the next visitor.
            return aged._forgotten(), _FORGET
        match event:
            case Input():
                return aged._after_input()
            case Ponder():
                return aged._after_pondering()
            case Tick():
                return aged._after_tick(before=self)
            case Begin(language):
                return aged._after_begin(language)
            case Finish():
                return aged._forgotten(), _FORGET
            case Shown():
                return replace(aged, settled=0.0), ()

    def next_wake(self, now: float) -> float | None:
        """Seconds after which to send a ``Tick``, for time alone may have changed something; None: never."""
        aged = self._aged(now)
        if aged.phase is Phase.ATTRACT and not aged.touched:
            return None
        if aged.phase is Phase.STILL_THERE:
            return max(0.0, aged._remaining - (aged.seconds_left - 1))
        return min(LONGEST_NAP, max(0.0, aged.idle_limit - aged.idle))

    def swallows(self, now: float) -> bool:
        """Whether a touch at *now* must not press what it meets: the screen has only just changed."""
        return self._aged(now).settled < SETTLE_SECONDS

    @property
    def seconds_left(self) -> int:
        """Whole seconds until the wipe, as the countdown shows them: it never shows 0."""
        return max(1, min(self.countdown, ceil(self._remaining)))

    @property
    def _remaining(self) -> float:
        return self.idle_limit + self.countdown - self.idle

    @property
    def _is_over(self) -> bool:
        if self.phase is Phase.ATTRACT:
            return self.touched and self.idle >= self.idle_limit
        return self._remaining <= 0

    def _aged(self, now: float) -> Lifecycle:
        passed = max(0.0, now - self.seen)
        return replace(self, seen=now, idle=self.idle + passed, settled=self.settled + passed)

    def _forgotten(self) -> Lifecycle:
        return replace(self, phase=Phase.ATTRACT, idle=0.0, settled=0.0, touched=False)

    def _after_input(self) -> tuple[Lifecycle, Commands]:
        if self.phase is Phase.STILL_THERE:
            return replace(self, phase=Phase.IN_USE, idle=0.0, settled=0.0), (ReturnToGuide(),)
        return replace(self, idle=0.0, touched=self.phase is Phase.ATTRACT), ()

    def _after_pondering(self) -> tuple[Lifecycle, Commands]:
        if self.phase is not Phase.STILL_THERE:
            return self._after_input()
        return replace(self, idle=self.idle_limit), (AskStillThere(self.countdown),)

    def _after_tick(self, before: Lifecycle) -> tuple[Lifecycle, Commands]:
        if self.phase is Phase.IN_USE and self.idle >= self.idle_limit:
            asking = replace(self, phase=Phase.STILL_THERE, settled=0.0)
            return asking, (AskStillThere(asking.seconds_left),)
        if self.phase is Phase.STILL_THERE and self.seconds_left != before.seconds_left:
            return self, (AskStillThere(self.seconds_left),)
        return self, ()

    def _after_begin(self, language: str) -> tuple[Lifecycle, Commands]:
        if self.phase is not Phase.ATTRACT:
            return self._after_input()
        begun = replace(self, phase=Phase.IN_USE, idle=0.0, settled=0.0, touched=False)
        return begun, (StartGuide(language),)
