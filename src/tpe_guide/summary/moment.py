"""The moment that a document is dated with."""

from __future__ import annotations

import datetime as dt
import os

from tpe_guide.clock import local_now
from tpe_guide.errors import WrongUsage
from tpe_guide.i18n import _

VARIABLE = "SOURCE_DATE_EPOCH"
"""The way in which those who build things say it: seconds since 1970, so that two runs give the same bytes."""


def of_document() -> dt.datetime:
    """Now, or what ``SOURCE_DATE_EPOCH`` says. Raises WrongUsage where that is no moment."""
    given = os.environ.get(VARIABLE)
    if given is None:
        return local_now()
    try:
        if given.isascii() and given.isdigit():
            return dt.datetime.fromtimestamp(int(given), dt.UTC)
    except (ValueError, OverflowError, OSError):
        pass
    words = _("{variable}: expected the seconds since 1970 as a whole number, not “{found}”.")
    raise WrongUsage(words.format(variable=VARIABLE, found=given[:40]))
