"""The last page, where it is asked for: squares that hold the whole diary, for a hand scanner."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from tpe_guide.diary import exchange, on_paper
from tpe_guide.diary.model import Diary
from tpe_guide.i18n import _
from tpe_guide.summary.report import Square, Squares

_RIM = 4
"""White about a square, in its dots: scanners need it to find the edge."""


def squares_of(diary: Diary, now: dt.datetime) -> Squares:
    """*diary*, which is to be all that the page shows and no more, as of *now*: the file that a PDF carries too."""
    digits = _digits(diary, now)
    title = _("The diary in squares, for a scanner")
    if not digits:
        return Squares(title, (_("This diary is too long for the paper: save the PDF instead."),), ())
    holds = _("These squares hold the whole diary of this page. Whoever scans them can read it.")
    how = _("To read them: in TPE Guide, go to “For nurses”, press “Scan paper”, and scan each one. Any order will do.")
    return Squares(title, (holds, how), tuple(_square(number, digits) for number in range(1, len(digits) + 1)))


def are_too_many(diary: Diary, now: dt.datetime) -> bool:
    """Whether *diary* would take more of them than a sheet holds."""
    return not _digits(diary, now)


def drawings(squares: Iterable[Square]) -> list[str]:
    """Each of *squares* as SVG, with its white rim: QR codes of version 15 at most, level M or better."""
    import segno

    codes = (segno.make_qr(one.digits, error="m") for one in squares)
    return [code.svg_inline(border=_RIM, dark="#000000", light="#ffffff", omitsize=True) for code in codes]


def _digits(diary: Diary, now: dt.datetime) -> tuple[str, ...]:
    return on_paper.squares(exchange.dumps(diary, exported_at=now))


def _square(number: int, digits: tuple[str, ...]) -> Square:
    caption = _("{number} of {count}").format(number=number, count=len(digits))
    alt = _("Square code {number} of {count}, for a scanner. It holds a part of the diary.")
    return Square(caption, alt.format(number=number, count=len(digits)), digits[number - 1])
