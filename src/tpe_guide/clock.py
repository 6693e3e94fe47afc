"""This moment, by the clock on the wall; and how much time has passed, by one that nobody sets."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt


def local_now() -> dt.datetime:
    """Now, with the offset of this computer's time zone; in UTC where that zone is impossible (``TZ=UTC+25``)."""
    import datetime as dt

    try:
        return dt.datetime.now().astimezone()
    except (ValueError, OverflowError, OSError):
        return dt.datetime.now(dt.UTC)


def moment_of_making() -> dt.datetime:
    """The moment that is printed: now, or what ``SOURCE_DATE_EPOCH`` says, for the same bytes again.

    Raises WrongUsage where that is no number of seconds.
    """
    import os

    said = os.environ.get("SOURCE_DATE_EPOCH")
    if said is None:
        return local_now()
    import datetime as dt

    from tpe_guide.errors import WrongUsage
    from tpe_guide.i18n import _

    try:
        if said.isdecimal():
            return dt.datetime.fromtimestamp(int(said), dt.UTC)
    except (ValueError, OverflowError, OSError):
        pass
    raise WrongUsage(_("SOURCE_DATE_EPOCH: expected seconds since 1970, not {words}").format(words=said))


def seconds() -> float:
    """Seconds from a fixed origin, for what passes between two presses."""
    return time.monotonic()
