"""What Today may say about the next session: what an open diary knows, or else the day that the person stated."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from tpe_guide.diary.next_up import NextUp, When


class Known(NamedTuple):
    """A session: its *day*, its *number* (0: not known), and whether it is *done*.

    ``locked``: there is a diary that has not been opened, and nothing of it is known.
    """

    when: When | Literal["locked"]
    day: dt.date = dt.date.min
    number: int = 0
    done: bool = False
    from_diary: bool = False


LOCKED = Known("locked")


def of_diary(next_one: NextUp) -> Known:
    """What the diary says."""
    when, session = next_one
    return Known(when, session.day, session.number, session.state == "done", from_diary=True)


def of_statement(day: str, today: dt.date) -> Known | None:
    """What the person said, as it is kept among their choices; None: nothing, or it is over."""
    from tpe_guide.diary.next_up import when_is

    stated = dt.date.fromisoformat(day)
    return Known(when_is(stated, today), stated) if stated >= today else None
