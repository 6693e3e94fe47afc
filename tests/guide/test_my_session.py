"""What to have ready before a session, as the program reads it."""

from __future__ import annotations

from tpe_guide.guide import my_session
from tpe_guide.guide.library import Library

ROWS = my_session.load()


def test_six_rows_each_leading_somewhere() -> None:
    assert [row.id for row in ROWS] == ["bag", "way-home", "medicines", "eating", "number", "questions"]
    pages = Library.load().order
    assert all(row.page in pages if row.page else row.place in my_session.PLACES for row in ROWS)


def test_one_thing_that_is_left_is_named_the_guides_own_first() -> None:
    rows = my_session.all_rows(ROWS, ["Feed the cat"])
    assert my_session.first_left(rows, ()) == ROWS[0].text
    assert my_session.first_left(rows, {"bag", "way-home"}) == ROWS[2].text
    assert my_session.first_left(rows, {row.id for row in ROWS}) == "Feed the cat"
    assert my_session.first_left(rows, {*(row.id for row in ROWS), "Feed the cat"}) is None
