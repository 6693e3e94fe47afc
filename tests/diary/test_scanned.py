"""A nurse scans squares: in any order, some twice, some not right, some of another patient’s page."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.diary.test_on_paper import LONG, file_of, of_version, squares
from tests.summary.stories import five_sessions
from tpe_guide.diary import on_paper
from tpe_guide.diary.scanned import Collector

ANNA, BERT = squares(LONG), squares(five_sessions())
ANNAS = file_of(LONG)


def scan(collector: Collector, square: str, end: str = "\r") -> list[str]:
    """What was heard when a scanner typed *square*, key by key."""
    heard = [one.kind for key in square + end for one in collector.type(key)]
    return [*heard, *([] if end else [one.kind for one in collector.end()])]


def after(*scans: str) -> Collector:
    collector = Collector()
    for square in scans:
        scan(collector, square)
    return collector


class TestSquares:
    @settings(max_examples=40, deadline=None)
    @given(st.permutations(range(4)), st.lists(st.integers(0, 3), max_size=6), st.randoms())
    def test_come_in_any_order_and_some_twice(self, order: list[int], twice: list[int], chance: random.Random) -> None:
        numbers = [*order]
        for number in twice:
            numbers.insert(chance.randrange(len(numbers) + 1), number)
        assert after(*(ANNA[number] for number in numbers)).data == ANNAS

    @settings(max_examples=40, deadline=None)
    @given(st.permutations([*ANNA[1:], *BERT]))
    def test_of_two_pages_are_never_put_together(self, mixed: list[str]) -> None:
        """The page that was begun is made; the other is told apart, square by square."""
        collector = after(ANNA[0])
        heard = [scan(collector, square) for square in mixed[: mixed.index(last_of(mixed)) + 1]]
        assert collector.data == ANNAS
        assert heard.count(["other"]) == sum(square in BERT for square in mixed[: mixed.index(last_of(mixed))])

    def test_tell_what_is_missing(self) -> None:
        collector = after(ANNA[1], ANNA[2])
        assert (collector.read, collector.count, collector.missing) == (2, 4, (1, 4))

    def test_of_the_next_page_begin_anew_once_one_is_whole(self) -> None:
        collector = after(*ANNA)
        assert scan(collector, BERT[0]) == ["taken"]
        assert collector.data is None or len(BERT) == 1
        assert collector.count == len(BERT)

    def test_that_were_read_are_read(self) -> None:
        assert scan(after(ANNA[0]), ANNA[0]) == ["again"]
        assert scan(after(*ANNA), ANNA[0]) == ["again"]

    def test_are_forgotten_when_cleared(self) -> None:
        collector = after(*ANNA)
        collector.clear()
        assert (collector.data, collector.count, collector.missing) == (None, 0, ())
        assert scan(collector, BERT[0]) == ["taken"]


def last_of(mixed: list[str]) -> str:
    """The last of Anna’s in *mixed*."""
    return [square for square in mixed if square in ANNA][-1]


class TestASlip:
    @settings(max_examples=300, deadline=None)
    @given(st.sampled_from(ANNA), st.integers(0, 10_000), st.integers(1, 9))
    def test_a_single_wrong_digit_is_always_noticed(self, square: str, place: int, by: int) -> None:
        place %= len(square)
        wrong = square[:place] + str((int(square[place]) + by) % 10) + square[place + 1 :]
        (heard,) = scan(Collector(), wrong)
        assert heard in ("spoilt", "cut", "none")

    def test_so_is_each_of_them_in_one_square(self) -> None:
        square = ANNA[0]
        for place, digit in enumerate(square):
            wrong = square[:place] + str((int(digit) + 1) % 10) + square[place + 1 :]
            assert on_paper.read(wrong) is None

    @settings(max_examples=100, deadline=None)
    @given(st.sampled_from(ANNA), st.integers(0, 10_000))
    def test_two_digits_that_changed_places_are_noticed(self, square: str, place: int) -> None:
        place %= len(square) - 1
        wrong = square[:place] + square[place + 1] + square[place] + square[place + 2 :]
        assert wrong == square or on_paper.read(wrong) is None

    @settings(max_examples=100, deadline=None)
    @given(st.sampled_from(ANNA), st.integers(0, 10_000), st.integers(1, 30))
    def test_digits_that_were_lost_are_noticed(self, square: str, place: int, lost: int) -> None:
        place %= len(square)
        (heard,) = scan(Collector(), square[:place] + square[place + lost :])
        assert heard in ("cut", "spoilt", "none")

    def test_half_a_scan_is_said_to_have_broken_off(self) -> None:
        collector = Collector()
        assert scan(collector, ANNA[0][:400]) == ["cut"]
        assert scan(collector, ANNA[0]) == ["taken"]

    def test_a_scan_of_something_else_is_none_of_ours(self) -> None:
        assert scan(Collector(), "4006381333931") == ["none"]
        assert scan(Collector(), "https://example.org") == ["none"]

    def test_a_square_of_a_newer_guide_is_known_as_one(self) -> None:
        assert scan(Collector(), of_version(2, ANNA[0])) == ["newer"]
        assert scan(Collector(), of_version(2, ANNA[0]).replace("8732", "8733")) != ["newer"]

    def test_what_does_not_fit_together_can_be_scanned_anew(self) -> None:
        one, two = (on_paper.read(square) for square in squares(five_sessions()))
        assert one
        assert two
        collector = after(on_paper._sealed(one._replace(body=two.body)))
        assert scan(collector, on_paper._sealed(two._replace(body=one.body))) == ["unfit"]
        assert after(*BERT).data == file_of(five_sessions())

    def test_enter_alone_says_nothing(self) -> None:
        assert scan(Collector(), "") == []


class TestScanners:
    @pytest.mark.parametrize("end", ["\r", "\n", "\r\n", "\t", ""])
    def test_end_a_square_as_they_are_set(self, end: str) -> None:
        collector = Collector()
        for square in ANNA:
            scan(collector, square, end)
        assert collector.data == ANNAS

    def test_without_an_end_type_all_in_one_row(self) -> None:
        """Each square says how long it is: it is heard with its last digit."""
        collector = Collector()
        assert [one.kind for one in collector.type("".join(ANNA))] == ["taken"] * 4
        assert collector.data == ANNAS

    def test_that_broke_off_without_an_end_lose_that_square_alone(self) -> None:
        collector = Collector()
        heard = [one.kind for one in collector.type(ANNA[0][:500] + ANNA[1] + ANNA[2] + ANNA[3])]
        heard += [one.kind for one in collector.end()]
        assert heard.count("taken") == 3
        assert collector.missing == (1,)

    def test_that_put_something_before_and_after_are_understood(self) -> None:
        """Some type the kind of code before it."""
        collector = Collector()
        for square in ANNA:
            assert scan(collector, f"]Q1{square}") == ["taken"]
        assert collector.data == ANNAS

    @pytest.mark.parametrize(
        "row",
        ["à&é\"'(-è_ç", "à&é\"'(§è!ç", "é+ěščřžýáí", "é+ľščťžýáí", "“ąčęėįšųū„", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"],
    )
    def test_are_understood_on_keyboards_where_those_keys_are_no_digits(self, row: str) -> None:
        """French, Belgian, Czech, Slovak, Lithuanian: the digits have Shift there, and a scanner does not know."""
        collector = Collector()
        for square in ANNA:
            assert scan(collector, square.translate(str.maketrans("0123456789", row))) == ["taken"]
        assert collector.data == ANNAS


def test_what_is_waited_for_is_known() -> None:
    collector = Collector()
    assert not collector.waits
    collector.type(ANNA[0][:30])
    assert collector.waits
    collector.end()
    assert not collector.waits


def test_ten_thousand_keys_of_anything_are_no_work() -> None:
    chance = random.Random(1)
    for keys in ("8" * 10_000, "873" * 3_333, "8732" * 2_500, "".join(chance.choices("0123456789", k=10_000))):
        collector = Collector()
        start = time.perf_counter()
        for key in keys:
            collector.type(key)
        collector.end()
        assert time.perf_counter() - start < 2
        assert collector.count == 0
