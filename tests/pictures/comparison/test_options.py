"""Two or three options side by side, in the order of the table."""

from __future__ import annotations

import pytest

from tpe_guide.guide.library import load_compiled
from tpe_guide.pictures.comparison.options import FEWEST, MOST, first_options, in_table_order, refusal, with_option
from tpe_guide.pictures.comparison.table import Table

OPTIONS = ("a", "b", "c", "d", "e")


def test_at_first_waiting_stands_beside_the_two_that_are_asked_for_most() -> None:
    table = Table(load_compiled("comparison", "en"))
    assert first_options([each.id for each in table.treatments]) == ("exchange", "steroids", "waiting")


@pytest.mark.parametrize(("options", "first"), [("abcde", "abe"), ("abc", "abc"), ("ab", "ab"), ("a", "a")])
def test_a_guide_with_fewer_options_shows_what_it_has(options: str, first: str) -> None:
    assert "".join(first_options(options)) == first


def test_a_third_may_come_and_go() -> None:
    assert refusal(("a", "b"), "e") == ""
    assert refusal(("a", "b", "e"), "b") == ""


def test_a_fourth_is_refused_and_so_is_to_take_one_of_two_out() -> None:
    assert refusal(("a", "b", "e"), "c") == "full"
    assert refusal(("a", "b"), "a") == "few"


def test_they_stand_as_in_the_table_whichever_was_picked_first() -> None:
    assert in_table_order(OPTIONS, ("e", "a", "c")) == ("a", "c", "e")


def test_what_a_link_asks_for_comes_in_and_never_makes_four() -> None:
    assert with_option(OPTIONS, ("a", "b", "e"), "d") == ("a", "b", "d")
    assert with_option(OPTIONS, ("b", "e"), "a") == ("a", "b", "e")
    assert with_option(OPTIONS, ("a", "b", "e"), "e") == ("a", "b", "e")
    for option in OPTIONS:
        assert FEWEST <= len(with_option(OPTIONS, ("a", "b"), option)) <= MOST
