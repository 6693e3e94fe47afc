"""An entry that was taken out of the diary: it can be put back."""

from __future__ import annotations

from collections.abc import Sequence

from tpe_guide.diary.model import Entry
from tpe_guide.errors import TpeGuideError
from tpe_guide.eyes_rest.machine import EyesRest, Row, Stop
from tpe_guide.eyes_rest.world import World
from tpe_guide.i18n import _
from tpe_guide.wording import describe


def take_out(rest: EyesRest, world: World, entry: Entry) -> None:
    """Take *entry* out, and open the way to put it back in place of the list that one is in."""
    try:
        world.diary.remove(entry)
    except TpeGuideError as error:
        rest.tell(describe(error))
        return
    rest.replace(TakenOutStop(rest, world, entry))


class TakenOutStop(Stop):
    """*entry* is out of the diary."""

    is_private = True

    def __init__(self, rest: EyesRest, world: World, entry: Entry) -> None:
        super().__init__(rest, _("Taken out"), _("The entry is out of the diary."))
        self._world, self._entry = world, entry

    def rows(self) -> Sequence[Row]:
        """Put it back, or not."""
        return (
            Row(_("Put the entry back."), self._put_back),
            Row(_("Go to the first list."), self.rest.home),
        )

    def _put_back(self) -> None:
        try:
            self._world.diary.store.take_back(self._entry.id)
        except TpeGuideError as error:
            self.rest.tell(describe(error))
            return
        self.rest.close(_("The entry is back in the diary."))
