"""A list of things that are said one at a time, and five orders: next, previous, choose, back, help.

That is all a person needs whose eyes are closed. Lists open out of lists; each knows where one was in it. What is said
ends with its place (“2 of 9”): who has heard enough need not wait for it. Nothing here waits, and nothing is lost by
leaving in the middle: what a list writes, it writes where the form on the screen does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from tpe_guide.errors import TpeGuideError
from tpe_guide.eyes_rest.hand import Order
from tpe_guide.i18n import _
from tpe_guide.wording import describe


class Said(NamedTuple):
    """What is said now: *lines* as they are shown, and *spoken*, for the ear."""

    title: str
    lines: tuple[str, ...]
    spoken: str
    by_voice: bool = False
    """Said by the voice of the guide, whoever speaks else."""

    @property
    def words(self) -> str:
        """All of it in a line."""
        return " ".join(self.lines)


class Both(NamedTuple):
    """Words as they are shown, and for the ear, where that is not the same: a number to call."""

    words: str
    spoken: str


Words = str | Both


class Row(NamedTuple):
    """One thing of a list."""

    words: str
    choose: Callable[[], None] | None = None
    """What choosing it does; None: it is only heard."""
    spoken: str = ""
    """For the ear, where that is not the same."""


class Stop:
    """A list. Subclasses give its rows, which are asked for anew at each order."""

    counts = True
    """Each row ends with its place."""
    is_round = True
    """After the last row comes the first."""
    is_private = False
    """It tells of the diary: gone as soon as that is locked."""
    by_voice = False
    """It is said by the voice of the guide, whoever speaks else."""
    is_typed_in = False
    """Keys write letters here, which are counted and never said."""

    def __init__(self, rest: EyesRest, title: str, lead: str = "") -> None:
        self.rest = rest
        self.title = title
        self.lead = lead
        """What is asked here: said when the list opens."""
        self.at = 0

    def rows(self) -> Sequence[Row]:
        """What there is, in order; at least one."""
        raise NotImplementedError

    def more(self) -> Sequence[Row]:
        """What else can be done here: stands in the help."""
        return ()

    def left(self) -> str:
        """One goes back out of it. What there is to say of that."""
        return ""

    def moved(self) -> None:
        """Somebody went to another row by hand."""

    def pause(self) -> None:
        """One leaves eyes-rest in the middle of it."""

    def ended(self) -> None:
        """The voice has come to the end of what it said."""

    @property
    def row(self) -> Row:
        """The one that one is at."""
        rows = self.rows()
        self.at = min(max(self.at, 0), len(rows) - 1)
        return rows[self.at]


class EyesRest:
    """The lists that are open, and what is being said.

    *top* makes the first list, *help_for* the help of another; *ask_first* what is asked before all else, if anything.
    *say* is given all that is to be said. *leave* ends it.
    """

    def __init__(
        self,
        top: Callable[[EyesRest], Stop],
        help_for: Callable[[EyesRest, Stop], Stop],
        urgent: Callable[[EyesRest], Stop],
        say: Callable[[Said], None],
        leave: Callable[[], None],
        ask_first: Callable[[EyesRest], Stop | None] = lambda rest: None,
    ) -> None:
        self._ask_first = ask_first
        self._make_top, self._make_help, self._make_urgent = top, help_for, urgent
        self._say = say
        self._leave = leave
        self._top = top(self)
        self.stops = [self._top]
        self.said = Said("", (), "")
        self._was_here = False
        self._asked_out = False

    @property
    def stop(self) -> Stop:
        """The list that one is in."""
        return self.stops[-1]

    def begin(self) -> None:
        """It is opened: say what it is or, the next time, where one was."""
        first = self._ask_first(self)
        if first is not None:
            self._was_here = True
            self.stops = [self._top]
            self.enter(first)
            return
        if not self._was_here:
            self._was_here = True
            self._tell(how_to(), place=True)
        elif len(self.stops) > 1:
            self._tell(_("Eyes-rest is on. You were here: {place}.").format(place=self.where()), place=True)
        else:
            self._tell(_("Eyes-rest is on."), place=True)

    def order(self, order: Order) -> None:
        """Carry it out."""
        self.do(partial(self._carry_out, order))

    def do(self, act: Callable[[], None]) -> None:
        """Do *act*. Where the diary cannot be read any more, that is said, and its lists are closed."""
        try:
            act()
        except TpeGuideError as error:
            self.shut(_("Your diary cannot be read now. {why}").format(why=describe(error)))

    def _carry_out(self, order: Order) -> None:
        asked_out, self._asked_out = self._asked_out, False
        match order:
            case "next":
                self._step(1)
            case "previous":
                self._step(-1)
            case "choose":
                self._choose()
            case "back":
                self._back(again=asked_out)
            case "help":
                self._help()
            case "urgent":
                self._urgent()
            case "leave":
                self.leave()

    # --- what lists do ------------------------------------------------------------------------------------------

    def enter(self, stop: Stop, say: Words = "") -> None:
        """Open *stop*, after *say*."""
        self.stops.append(stop)
        self._tell(say, stop.lead, place=True)

    def close(self, say: Words = "", *, lists: int = 1, onward: bool = False) -> None:
        """Close so many lists, and be where one was before, or *onward* at the row after it."""
        del self.stops[max(1, len(self.stops) - lists) :]
        if onward:
            self.stop.at += 1
        self._tell(say, place=True)

    def replace(self, stop: Stop, say: Words = "") -> None:
        """Open *stop* in place of the list that one is in."""
        self.stops[-1:] = [stop] if len(self.stops) > 1 else [self._top, stop]
        self._tell(say, stop.lead, place=True)

    def tell(self, words: Words) -> None:
        """Say *words*, then where one is."""
        self._tell(words, place=True)

    def tell_only(self, words: Words) -> None:
        """Say *words*, and nothing else."""
        self._tell(words, place=False)

    def home(self, say: str = "") -> None:
        """Be at the top."""
        while len(self.stops) > 1:
            say = " ".join(filter(None, (say, self.stops.pop().left())))
        self._tell(say, place=True)

    def leave(self) -> None:
        """End it; where one was is known the next time."""
        self._leave()

    def where(self) -> str:
        """“Read the guide, Tingling”."""
        return ", ".join(stop.title.rstrip(".?") for stop in self.stops[1:]) or self.stop.title

    # --- what happens outside -----------------------------------------------------------------------------------

    def ended(self) -> None:
        """The voice has come to the end of what it said."""
        self.stop.ended()

    def shut(self, say: str) -> None:
        """The diary was closed: nothing that tells of it stays."""
        private = next((at for at, stop in enumerate(self.stops) if stop.is_private), None)
        if private is not None:
            del self.stops[private:]
            self._tell(say, place=True)

    @property
    def is_in_diary(self) -> bool:
        """A list is open that tells of it."""
        return any(stop.is_private for stop in self.stops)

    # --- orders -------------------------------------------------------------------------------------------------

    def _step(self, by: int) -> None:
        stop = self.stop
        at, count = stop.at + by, len(stop.rows())
        turned = ""
        if 0 <= at < count:
            stop.at = at
        elif stop.is_round and count > 1:
            stop.at = at % count
            turned = _("From the start again.") if by > 0 else _("From the end.")
        else:
            turned = _("There is no more.") if by > 0 else _("This is the first.")
        stop.moved()
        self._tell(turned, place=True)

    def _choose(self) -> None:
        row = self.stop.row
        if row.choose is None:
            self._tell(_("There is nothing to choose here."), place=True)
        else:
            row.choose()

    def _back(self, *, again: bool) -> None:
        """Out of the first list only when it is asked for twice: nobody who sees nothing is to be out unawares."""
        if len(self.stops) == 1:
            if again:
                self.leave()
            else:
                self._asked_out = True
                self._tell(_("You are at the top. Go out once more to leave eyes-rest."), place=True)
            return
        said = self.stops.pop().left()
        self._tell(said or _("Back: {place}.").format(place=self.stop.title), place=True)

    def _help(self) -> None:
        helped = self._make_help(self, self.stop)
        if type(self.stop) is type(helped):
            self._tell("", place=True)  # asked twice: it says itself again
        else:
            self.stops = [stop for stop in self.stops if type(stop) is not type(helped)]
            self.enter(helped)

    def _urgent(self) -> None:
        """Where it is open already, one goes back to its numbers."""
        urgent = self._make_urgent(self)
        there = next((at for at, stop in enumerate(self.stops) if type(stop) is type(urgent)), None)
        if there is None:
            self.enter(urgent)
        else:
            del self.stops[there + 1 :]
            self.stop.at = 0
            self._tell("", place=True)

    def _tell(self, *parts: Words, place: bool) -> None:
        stop, row = self.stop, self.stop.row
        shown = [part if isinstance(part, str) else part.words for part in parts]
        spoken = [part if isinstance(part, str) else part.spoken for part in parts]
        if place:
            shown.append(row.words)
            spoken.append(row.spoken or row.words)
            if stop.counts and len(stop.rows()) > 1:
                place_words = _("{number} of {count}.").format(number=stop.at + 1, count=len(stop.rows()))
                shown.append(place_words)
                spoken.append(place_words)
        self.said = Said(self.where(), _sentences(shown), " ".join(_sentences(spoken)), stop.by_voice)
        self._say(self.said)


def how_to() -> str:
    """What to do, in a breath."""
    return _(
        "Eyes-rest is on. You can close your eyes. Tap anywhere, or press Down, for the next thing. "
        "Hold, or press Enter, to choose. For help, hold at the left edge, or press F1."
    )


def _sentences(parts: Sequence[str]) -> tuple[str, ...]:
    """Each with an end: the voice rests there."""
    said = (part.strip() for part in parts)
    return tuple(part if part[-1] in ".?!:…”" else f"{part}." for part in said if part)
