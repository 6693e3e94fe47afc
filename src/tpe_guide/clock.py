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


def seconds() -> float:
    """Seconds from a fixed origin, for what passes between two presses."""
    return time.monotonic()
