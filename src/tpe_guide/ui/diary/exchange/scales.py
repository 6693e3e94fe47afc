"""Numbers of a session that are picked step by step."""

from __future__ import annotations

from tpe_guide.i18n import _, _n
from tpe_guide.ui.diary.exchange.amount import Scale
from tpe_guide.ui.diary.labels import duration_words

MOST_NUMBER, _DAY_MINUTES = 999, 24 * 60


def numbers() -> Scale:
    """The number of a session in its course."""
    words = _("Session {number}")
    before, after = _("The number before"), _("The next number")
    return Scale("number", before, after, lambda number: words.format(number=number), 1, MOST_NUMBER)


def minutes() -> Scale:
    """How long it took."""
    less, more = _("Ten minutes less"), _("Ten minutes more")
    return Scale("minutes", less, more, duration_words, 0, _DAY_MINUTES, step=10, start=120)


def how_many(least: int, most: int) -> Scale:
    """Sessions in all."""
    less, more = _("One session less"), _("One session more")
    return Scale("in-all", less, more, _sessions, least, most)


def _sessions(count: int) -> str:
    return _n("{count} session", "{count} sessions", count).format(count=count)
