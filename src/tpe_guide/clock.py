"""This moment, by the clock on the wall; and how much time has passed, by one that nobody sets."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

EPOCH_VARIABLE = "SOURCE_DATE_EPOCH"
"""Fixes that moment, so that the same input gives the same bytes: https://reproducible-builds.org/specs/."""


def local_now() -> dt.datetime:
    """Now, with the offset of this computer's time zone; in UTC where that zone is impossible (``TZ=UTC+25``)."""
    import datetime as dt

    try:
        return dt.datetime.now().astimezone()
    except (ValueError, OverflowError, OSError):
        return dt.datetime.now(dt.UTC)


def printing_now() -> dt.datetime:
    """The moment that is written on what leaves the program, in whole seconds: ``SOURCE_DATE_EPOCH`` where that is set.

    Never for the diary: a variable of the environment must not say when something was felt. Raises ValueError.
    """
    import datetime as dt

    fixed = os.environ.get(EPOCH_VARIABLE, "")
    if not fixed:
        return local_now().replace(microsecond=0)
    return dt.datetime.fromtimestamp(int(fixed), dt.UTC)


def seconds() -> float:
    """Seconds from a fixed origin, for what passes between two presses."""
    return time.monotonic()
