"""What a hand means that touches one large zone and sees nothing: by how many fingers it is, and how long they stay.

Nothing has to be aimed at or dragged, so a finger may roll and shake as it likes. A hold counts when it is let go, not
when it has been long enough: who was only slow is told in time, and can hold on until nothing is meant.
"""

from __future__ import annotations

from typing import Literal

from tpe_guide.i18n import _

Order = Literal["next", "previous", "choose", "back", "help", "urgent", "leave"]
"""What a person who listens wants. The last two have a key of their own, and are in the help."""


class Hand:
    """One touch after another. Whoever sees the glass tells how many fingers are on it, and when they have been there
    for long (``stay``), for too long (``stay_on``), or are gone for good (``end``)."""

    def __init__(self) -> None:
        self._most = 0
        self._stays = 0
        self._at_edge = False

    @property
    def is_down(self) -> bool:
        """A touch has begun, and is not over."""
        return self._most > 0

    def touch(self, fingers: int, *, at_edge: bool = False) -> bool:
        """So many *fingers* are on the glass; *at_edge*: the first came down at the left edge.

        Whether there are more than before: then how long they stay is counted anew.
        """
        if fingers <= self._most:
            return False
        if not self._most:
            self._at_edge = at_edge
        self._most, self._stays = fingers, 0
        return True

    def stay(self) -> str:
        """They are there for long: what they mean if they are let go of now, in words."""
        self._stays = 1
        return _("Let go for help.") if self._is_for_help else _("Let go to choose.")

    def stay_on(self) -> str:
        """They are there for so long that nothing is meant, which is said."""
        self._stays = 2
        return _("Nothing is chosen. You can let go.")

    def end(self) -> Order | None:
        """Nothing touches the glass any more: what was meant; None: nothing."""
        order = self._meant()
        self.forget()
        return order

    def forget(self) -> None:
        """It was no touch."""
        self._most = self._stays = 0

    @property
    def _is_for_help(self) -> bool:
        """One finger has to be enough for that: not every hand has two that come down together."""
        return self._most > 1 or self._at_edge

    def _meant(self) -> Order | None:
        if not self._most or self._stays > 1:
            return None
        if self._stays:
            return "help" if self._is_for_help else "choose"
        if self._most > 1:
            return "back"
        return "previous" if self._at_edge else "next"
