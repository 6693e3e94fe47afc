"""The way a person came through the program."""

from __future__ import annotations

from tpe_guide.navigation import HOME, History, Locator

PLASMA, TINGLING = Locator("page", "plasma"), Locator("page", "tingling")


def walked(*places: Locator) -> History:
    history = History()
    for place in places:
        history.visit(place)
    return history


def test_back_goes_the_way_one_came() -> None:
    history = walked(PLASMA, TINGLING)
    assert [history.back(), history.back()] == [PLASMA, HOME]


def test_back_ends_at_the_first_place() -> None:
    assert History().back() == HOME


def test_forward_undoes_back() -> None:
    history = walked(PLASMA, TINGLING)
    history.back()
    assert history.forward() == TINGLING
    assert history.forward() == TINGLING


def test_a_new_way_forgets_the_old_one() -> None:
    history = walked(PLASMA)
    history.back()
    history.visit(TINGLING)
    assert history.forward() == TINGLING
    assert history.back() == HOME


def test_the_same_place_twice_is_one_step() -> None:
    assert walked(PLASMA, PLASMA).back() == HOME


def test_cleared_nothing_is_behind_or_ahead() -> None:
    history = walked(PLASMA, TINGLING)
    history.back()
    history.clear()
    assert (history.current, history.back(), history.forward()) == (HOME, HOME, HOME)
