"""The way into the diary: begin one, open it by its passcode, or hear why it cannot be opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from math import ceil

from tpe_guide.errors import TooSoon, TpeGuideError, WrongPasscode
from tpe_guide.eyes_rest.machine import EyesRest, Row, Stop
from tpe_guide.eyes_rest.world import World
from tpe_guide.i18n import _, _n
from tpe_guide.wording import describe

Wanted = Callable[[], Stop]
"""What opens once the diary is open."""


def go_in(rest: EyesRest, world: World, wanted: Wanted, title: str) -> None:
    """Open what is *wanted* of the diary; until that is open, the way to open it."""
    _open(world, wanted, title, rest, rest.enter)


def _open(world: World, wanted: Wanted, title: str, rest: EyesRest, show: Callable[[Stop], None]) -> None:
    state = world.diary.state
    try:
        if state == "open":
            show(wanted())
            return
    except TpeGuideError as error:  # a diary may be open and still hold what cannot be read
        world.diary.problem = error
        state = "blocked"
    match state:
        case "none":
            show(BeginStop(rest, world, wanted, title))
        case "locked":
            show(PasscodeStop(rest, world, wanted, title))
        case _:
            show(BlockedStop(rest, world, wanted, title))


class DoorStop(Stop):
    """Before the diary. It gives way to what is wanted as soon as that is open."""

    is_private = False

    def __init__(self, rest: EyesRest, world: World, wanted: Wanted, title: str, lead: str) -> None:
        super().__init__(rest, title, lead)
        self._world, self._wanted = world, wanted

    def look_again(self) -> None:
        """The diary may be open by now."""
        if self.rest.stop is self:
            _open(self._world, self._wanted, self.title, self.rest, self._give_way)

    def _give_way(self, stop: Stop) -> None:
        if type(stop) is not type(self):
            words = _("Your diary is open.") if not isinstance(stop, DoorStop) else ""
            self.rest.replace(stop, words)


class BeginStop(DoorStop):
    """There is no diary yet."""

    def __init__(self, rest: EyesRest, world: World, wanted: Wanted, title: str) -> None:
        super().__init__(rest, world, wanted, title, _("You have no diary on this computer yet."))

    def rows(self) -> Sequence[Row]:
        """Begin one, or know what that takes."""
        return (
            Row(_("Begin a diary without a passcode. Who uses this computer can then open it."), self._begin),
            Row(_("For a passcode you need the screen and a keyboard. Leave eyes-rest, and open My diary.")),
            Row(_("Not now."), partial(self.rest.order, "back")),
        )

    def _begin(self) -> None:
        try:
            self._world.diary.create()
        except TpeGuideError as error:
            self.rest.tell(describe(error))
            return
        self.look_again()


class PasscodeStop(DoorStop):
    """The diary is locked. Its passcode is typed: letters are counted, and never said."""

    is_typed_in = True

    def __init__(self, rest: EyesRest, world: World, wanted: Wanted, title: str) -> None:
        super().__init__(rest, world, wanted, title, _("Your diary is locked. A passcode needs a keyboard."))

    def rows(self) -> Sequence[Row]:
        """To type, and to give up."""
        count = len(self._world.diary.typed.passcode)
        typed = _n("{count} letter typed.", "{count} letters typed.", count).format(count=count) if count else ""
        words = _("Type your passcode, then press Enter.")
        return (
            Row(" ".join(filter(None, (words, typed))), self._unlock),
            Row(_("Lost your passcode? Your recovery sheet opens it, too. For that, leave eyes-rest.")),
            Row(_("Not now."), partial(self.rest.order, "back")),
        )

    def type(self, text: str) -> None:
        """This stands in the line now."""
        typed = self._world.diary.typed
        if text == typed.passcode:
            return
        typed.passcode = text
        self.at = 0
        count = len(text)
        words = _n("{count} letter", "{count} letters", count).format(count=count) if count else _("Nothing is typed.")
        self.rest.tell_only(words)

    def refused(self, error: TpeGuideError) -> None:
        """It did not open."""
        wait = ceil(self._world.diary.tries.wait)
        words = describe(TooSoon(wait)) if wait and isinstance(error, WrongPasscode) else describe(error)
        self.rest.tell(words)

    def left(self) -> str:
        """Nothing of it stays."""
        self._world.diary.forget_typed()
        return ""

    def _unlock(self) -> None:
        diary = self._world.diary
        if not diary.typed.passcode:
            self.rest.tell(_("Type your passcode first."))
            return
        self.rest.tell_only(_("Opening …"))
        try:
            diary.unlock(diary.typed.passcode)
        except TpeGuideError as error:
            self.rest.tell(describe(error))


class BlockedStop(DoorStop):
    """The diary cannot be opened, for a reason that is said."""

    def __init__(self, rest: EyesRest, world: World, wanted: Wanted, title: str) -> None:
        problem = world.diary.problem
        lead = _("Your diary cannot be opened now.")
        super().__init__(rest, world, wanted, title, f"{lead} {describe(problem)}" if problem else lead)

    def rows(self) -> Sequence[Row]:
        """What can be done from here."""
        return (
            Row(_("Try again."), self._try_again),
            Row(_("The guide works as always.")),
            Row(_("More can be done on the screen. Leave eyes-rest, and open My diary.")),
            Row(_("Not now."), partial(self.rest.order, "back")),
        )

    def _try_again(self) -> None:
        self._world.diary.try_again()
        if self.rest.stop is self:
            self.rest.tell(self.lead)
