"""What a place allows, as values. A widget asks the policy; nobody asks which place this is."""

from __future__ import annotations

from typing import NamedTuple

from tpe_guide.i18n import _


class Policy(NamedTuple):
    """What may be done at home, in a clinic or at a kiosk."""

    place: str
    diary: bool
    """The diary and its summary may be opened."""
    typing: bool
    """Text fields may be shown."""
    file_dialogs: bool
    """Dialogs that walk the disk may be opened."""
    remembers: bool
    """Settings and reading progress are written to disk."""
    may_quit: bool
    """Anyone may close the program."""
    dials: bool
    """Urgent help shows numbers to call; a kiosk says to tell the staff, who are in the room."""
    idle_seconds: int | None
    """Ask *Still there?* after so long without a touch; None: never."""
    takes_home: bool = False
    """What was picked can be printed on one printer, or shown to a phone: there is no way to save it."""
    bars_low: bool = False
    """The bar of the window stands at the bottom, within reach of whoever sits."""
    bars_percent: int = 0
    """Size of the bars about a page, whatever the text size; 0: they follow it. A kiosk's stay 80 px, for fingers."""

    def whom_to_tell(self, heading: str) -> str:
        """The one thing to do about some signs: what *heading* says, or to tell the staff who are in the room."""
        return heading if self.dials else _("Tell the staff now")

    def at_home(self, words: str) -> str:
        """*words* that say what to do at home: where staff are in the room, they say first that they hold there."""
        return words if self.dials else _("At home: {words}").format(words=words)


HOME = Policy(
    "home",
    diary=True,
    typing=True,
    file_dialogs=True,
    remembers=True,
    may_quit=True,
    dials=True,
    idle_seconds=None,
)
CLINIC = Policy(
    "clinic",
    diary=True,
    typing=True,
    file_dialogs=True,
    remembers=False,
    may_quit=True,
    dials=True,
    idle_seconds=None,
)
KIOSK = Policy(
    "kiosk",
    diary=False,
    typing=False,
    file_dialogs=False,
    remembers=False,
    may_quit=False,
    dials=False,
    idle_seconds=60,
    takes_home=True,
    bars_percent=155,
)
