"""What a word on the command line is read as, and what is said of one that cannot be."""

from __future__ import annotations

import re
from argparse import ArgumentTypeError
from typing import TYPE_CHECKING

from tpe_guide import i18n
from tpe_guide.i18n import _

if TYPE_CHECKING:
    import datetime as dt


def language(code: str) -> str:
    """A language that the guide exists in. Raises ArgumentTypeError."""
    known = i18n.languages()
    if code in known:
        return code
    raise ArgumentTypeError(_("expected one of {known}, not {code}").format(known=", ".join(known), code=code))


def first_day(words: str) -> dt.date | str:
    """A day, or the word for the last session. Raises ArgumentTypeError."""
    from tpe_guide.summary.request import LAST_VISIT

    return LAST_VISIT if words == LAST_VISIT else day(words)


def day(words: str) -> dt.date:
    """A day as ISO 8601 writes it. Raises ArgumentTypeError."""
    import datetime as dt

    try:
        return dt.date.fromisoformat(words)
    except ValueError as error:
        raise ArgumentTypeError(_("expected a day such as 2026-05-04, not {words}").format(words=words)) from error


def parts(words: str) -> list[str]:
    """Parts of the nurse's page, with commas between. Raises ArgumentTypeError."""
    from tpe_guide.summary.request import PARTS

    parts = [part.strip() for part in words.split(",") if part.strip()]
    for part in parts:
        if part not in PARTS:
            raise ArgumentTypeError(_("expected some of {known}, not {part}").format(known=", ".join(PARTS), part=part))
    return parts


def size(words: str) -> tuple[int, int]:
    """Width and height in px. Raises ArgumentTypeError."""
    size = re.fullmatch("([1-9][0-9]{1,3})x([1-9][0-9]{1,3})", words)
    if size is None:
        raise ArgumentTypeError(_("expected a size such as 1024x700, not {words}").format(words=words))
    return int(size[1]), int(size[2])
