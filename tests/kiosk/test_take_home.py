"""What a visit may take home, and the text that a phone is shown: all of it, in codes that it can read."""

from __future__ import annotations

import io

import pytest
import segno
import zxingcpp
from PIL import Image

from tpe_guide.kiosk.take_home import SQUARE_BYTES, Picks, pages_of_visit, squares

OFFERED = Picks(("Whom do I call at night?", "Will I have a line?"), ("To sleep at home.",), ("tingling", "cramps"))
DAY = "1 December 2026"


def titled(page: str) -> str:
    return f"All about {page}"


def read_by_a_phone(text: str) -> str:
    code = segno.make_qr(text, error="m", encoding="utf-8")
    assert int(code.version) <= 13
    picture = io.BytesIO()
    code.save(picture, kind="png", scale=4, border=4)
    (found,) = zxingcpp.read_barcodes(Image.open(picture).convert("L"))
    return str(found.text)


def test_a_visit_may_take_the_pages_that_it_read_or_marked_in_the_guides_order() -> None:
    assert pages_of_visit(("a", "b", "c", "d"), read=("d", "a"), marked=("b", "a", "gone")) == ("a", "b", "d")


def test_a_pick_is_put_in_and_taken_out_and_stands_in_the_order_of_what_is_offered() -> None:
    picks = Picks().toggled("questions", "Will I have a line?", OFFERED)
    picks = picks.toggled("questions", "Whom do I call at night?", OFFERED)
    assert picks.questions == OFFERED.questions
    assert picks.toggled("questions", "Will I have a line?", OFFERED).questions == ("Whom do I call at night?",)


def test_nothing_gets_in_that_the_guide_does_not_offer() -> None:
    assert Picks().toggled("matters", "My name is Anna", OFFERED) == Picks()
    assert Picks(pages=("tingling", "gone")).within(OFFERED) == Picks(pages=("tingling",))


def test_a_few_picks_are_one_code_that_says_where_it_is_from() -> None:
    (only,) = squares(OFFERED, titled, DAY)
    assert only.splitlines() == [
        "TPE Guide – from the clinic’s screen, 1 December 2026",
        "My questions:",
        "- Whom do I call at night?",
        "- Will I have a line?",
        "What matters to me:",
        "- To sleep at home.",
        "Pages of the guide:",
        "- All about tingling",
        "- All about cramps",
    ]
    assert read_by_a_phone(only) == only


def test_it_holds_no_link() -> None:
    (only,) = squares(OFFERED, titled, DAY)
    assert not any(mark in only for mark in ("http", "www.", "://"))


def test_nothing_picked_makes_no_code() -> None:
    assert squares(Picks(), titled, DAY) == ()


@pytest.mark.parametrize("letter", ["a", "é", "я", "病"])
def test_more_than_one_code_holds_is_carried_whole_in_numbered_parts(letter: str) -> None:
    asked = tuple(f"{number} " + f"{letter * 5} " * 12 + "?" for number in range(9))
    parts = squares(Picks(questions=asked), titled, DAY)
    assert len(parts) > 2
    lines = []
    for number, part in enumerate(parts, start=1):
        assert len(part.encode()) <= SQUARE_BYTES
        assert read_by_a_phone(part) == part
        head, which, above, *rest = part.splitlines()
        assert DAY in head
        assert which == f"Part {number} of {len(parts)}"
        assert above == "My questions:"
        lines += rest
    assert lines == [f"- {each}" for each in asked]


def test_a_line_that_no_code_can_hold_is_cut_between_words_and_none_is_lost() -> None:
    words = " ".join(f"word{number}" for number in range(120))
    parts = squares(Picks(questions=(words,)), titled, DAY)
    assert all(len(part.encode()) <= SQUARE_BYTES for part in parts)
    carried = " ".join(line for part in parts for line in part.splitlines()[3:])
    assert carried == f"- {words}"


def test_a_line_without_a_space_is_cut_between_letters() -> None:
    parts = squares(Picks(questions=("病" * 400,)), titled, DAY)
    assert "".join(line for part in parts for line in part.splitlines()[3:]) == "- " + "病" * 400
