"""What some taps tell of a hand: how far a finger rolls before it is lifted, and how soon it comes down once more."""

from __future__ import annotations

from math import dist, inf

from tpe_guide.settings import TOUCH_REACHES, TOUCH_WAITS

Place = tuple[float, float]
"""mm."""
_SPARE = 1.25
"""Times what was measured: the next tap may be a little worse."""
_NEAR, _SOON = 25.0, 1.5
"""mm and seconds: a press so near and so soon after one is no tap of the next dot."""


class Measure:
    """Told of each press, move and lift, in mm and seconds."""

    def __init__(self) -> None:
        self.taps = 0
        """How many dots were tapped."""
        self.rolled = 0.0
        """mm: the furthest that the finger was from where it came down."""
        self.echo = 0.0
        """Seconds: the longest after which it came down in the same place once more; 0: it did not."""
        self._down: Place | None = None
        self._last: Place = (inf, inf)
        self._lifted = -inf

    def press(self, at: Place, now: float, dot: Place, reach: float) -> None:
        """The finger came down within *reach* of the *dot*, where it was before, or elsewhere, which tells nothing."""
        after, apart, again = now - self._lifted, dist(at, dot), dist(at, self._last)
        if after <= _SOON and again <= min(_NEAR, apart):
            self.echo = max(self.echo, after)
        elif apart <= reach:
            self._down = self._last = at

    def move(self, at: Place) -> None:
        """It is elsewhere."""
        if self._down is not None:
            self.rolled = max(self.rolled, dist(at, self._down))

    def lift(self, now: float) -> None:
        """It was lifted."""
        self.taps += self._down is not None
        self._down, self._lifted = None, now

    def fitting(self) -> tuple[int, int]:
        """What to choose for this hand: mm that a finger may move, and ms in which a second tap is not meant."""
        return _least(TOUCH_REACHES, self.rolled), _least(TOUCH_WAITS, self.echo * 1000)


def _least(offered: tuple[int, ...], measured: float) -> int:
    return next((each for each in offered if each >= measured * _SPARE), offered[-1])
