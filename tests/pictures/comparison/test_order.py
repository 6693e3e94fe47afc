"""What was picked stands first."""

from __future__ import annotations

from itertools import permutations

from tpe_guide.pictures.comparison.order import in_order, toggled
from tpe_guide.pictures.comparison.table import Question

ROWS = tuple(Question(name, name, name) for name in "abcd")


def ids(picks: tuple[str, ...]) -> str:
    return "".join(row.id for row in in_order(ROWS, picks))


def test_with_nothing_picked_the_usual_order_stays() -> None:
    assert ids(()) == "abcd"


def test_picked_rows_come_first_as_they_were_picked_and_the_others_stay() -> None:
    assert ids(("c",)) == "cabd"
    assert ids(("d", "b")) == "dbac"


def test_no_row_is_ever_lost_or_shown_twice() -> None:
    for count in range(len(ROWS) + 1):
        for picks in permutations("abcd", count):
            assert sorted(ids(picks)) == list("abcd")
            assert ids(picks).startswith("".join(picks))
    assert ids(("c", "c", "nowhere")) == "cabd"


def test_a_pick_is_taken_and_taken_back() -> None:
    assert toggled((), "a") == ("a",)
    assert toggled(("a",), "b") == ("a", "b")
    assert toggled(("a", "b"), "a") == ("b",)
