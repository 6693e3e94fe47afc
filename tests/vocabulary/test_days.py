"""Days in words."""

from __future__ import annotations

import datetime as dt

from tpe_guide.vocabulary.days import day_words

DAY = dt.date(2026, 5, 8)


def test_the_year_is_said_unless_it_is_this_one() -> None:
    assert day_words(DAY) == "Friday 8 May 2026"
    assert day_words(DAY, dt.date(2026, 1, 1)) == "Friday 8 May"
    assert day_words(DAY, dt.date(2025, 12, 31)) == "Friday 8 May 2026"
