"""One access in three tellings: as it is said, as the diary keeps it, as the pictures show it."""

from __future__ import annotations

import pytest

from tpe_guide.vocabulary.terms import ACCESSES, ACCESSES_SAID, ACCESSES_SHOWN, kept_as, shown_as


def test_what_the_person_said_is_understood_or_known_to_be_unknown() -> None:
    assert {said: shown_as(said) for said in ("", *ACCESSES_SAID)} == {
        "": None,
        "unknown": None,
        "arm-veins": "arms",
        "single-needle": "one-needle",
        "neck-line": "line",
        "chest-line": "line",
        "groin-line": "line",
    }


def test_the_diary_keeps_what_was_said_and_one_needle_is_in_an_arm_too() -> None:
    kept = {said: kept_as(said) for said in ("", *ACCESSES_SAID)}
    assert {said for said, access in kept.items() if said != access} == {"", "single-needle"}
    assert (kept[""], kept["single-needle"]) == ("unknown", "arm-veins")


def test_every_access_but_other_can_be_said_and_every_one_shown_is_said_by_somebody() -> None:
    assert {kept_as(said) for said in ACCESSES_SAID} == set(ACCESSES) - {"other"}
    assert {shown_as(said) for said in ACCESSES_SAID} == {*ACCESSES_SHOWN, None}


@pytest.mark.parametrize("said", ["other", "tail-line", "ARM-VEINS", "0"])
def test_a_word_from_elsewhere_is_not_guessed_at(said: str) -> None:
    assert (kept_as(said), shown_as(said)) == ("unknown", None)
