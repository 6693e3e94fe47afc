"""A diary goes onto paper as squares of digits, and comes back as the very same diary."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from dataclasses import replace

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.diary.strategies import diaries
from tests.summary.stories import PRINTED_AT, as_large_as_allowed, everything, five_sessions, seven_sessions
from tpe_guide.diary import exchange, on_paper
from tpe_guide.diary.model import Diary
from tpe_guide.diary.on_paper_words import WORDS
from tpe_guide.errors import BadInput
from tpe_guide.wording import describe


def file_of(diary: Diary) -> bytes:
    return exchange.dumps(diary, exported_at=PRINTED_AT, app="tpe-guide 0.1.0")


def squares(diary: Diary) -> tuple[str, ...]:
    return on_paper.squares(file_of(diary))


def with_real_ids(diary: Diary) -> Diary:
    """Stories have short ids; those of the program are random, and random is long."""

    def real(short: str) -> str:
        return hashlib.sha256(short.encode()).hexdigest()[:16]

    return replace(
        diary,
        course=replace(diary.course, id=real("course")),
        sessions=tuple(replace(one, id=real(one.id)) for one in diary.sessions),
        entries=tuple(
            replace(one, id=real(one.id), session=one.session and real(one.session)) for one in diary.entries
        ),
    )


def scanned(*lines: str) -> bytes:
    return "\r\n".join(lines).encode()


def read_back(data: bytes) -> Diary:
    return exchange.loads(data, "scan.txt")


def refusal(data: bytes) -> str:
    with pytest.raises(BadInput) as raised:
        read_back(data)
    return describe(raised.value)


LONG = with_real_ids(everything())


class TestTheSquares:
    def test_of_a_plain_course_of_seven_are_two(self) -> None:
        assert len(squares(with_real_ids(seven_sessions()))) == 2

    def test_of_a_course_with_all_that_can_be_said_are_four(self) -> None:
        assert len(squares(LONG)) == 4

    def test_hold_digits_alone(self) -> None:
        """On whatever keyboard a scanner types: y and z, dots and dashes are elsewhere on many."""
        assert all(one.isascii() and one.isdigit() for one in squares(LONG))

    def test_are_codes_of_version_15_at_most_with_level_m_or_better(self) -> None:
        for diary in (five_sessions(), everything(), with_real_ids(seven_sessions())):
            for one in squares(diary):
                code = segno.make_qr(one, error="m")
                assert int(code.version) <= 15
                assert code.error in ("M", "Q", "H")
                assert code.mode == "numeric"

    def test_are_about_as_full_as_each_other(self) -> None:
        lengths = {len(one) for one in squares(LONG)}
        assert max(lengths) - min(lengths) <= 3

    def test_are_the_same_for_the_same_file(self) -> None:
        assert squares(LONG) == squares(LONG)

    def test_are_none_where_a_sheet_would_not_hold_them(self) -> None:
        assert squares(as_large_as_allowed()) == ()

    def test_are_as_many_as_a_sheet_holds_up_to_the_last_byte(self) -> None:
        """What cannot be packed takes all its room."""
        most = on_paper.squares(os.urandom(12 * 400 - 10))
        assert len(most) == 12
        assert on_paper.squares(os.urandom(12 * 400 + 10)) == ()


def test_what_lies_in_drawers_can_be_read_for_ever() -> None:
    """The table of words of a version is never changed: whoever needs another makes the next version."""
    assert {version: hashlib.sha256(words).hexdigest()[:16] for version, words in WORDS.items()} == {
        1: "5c3cd61bdc9535b3"
    }


class TestComesBack:
    @pytest.mark.parametrize("diary", [five_sessions(), seven_sessions(), everything(), Diary(five_sessions().course)])
    def test_the_very_same(self, diary: Diary) -> None:
        assert read_back(scanned(*squares(diary))) == diary

    @settings(max_examples=60, deadline=None)
    @given(diaries())
    def test_whatever_is_in_it(self, diary: Diary) -> None:
        found = squares(diary)
        if found:
            assert read_back(scanned(*found)) == diary

    @settings(max_examples=100, deadline=None)
    @given(st.binary(max_size=3000))
    def test_to_the_last_byte(self, data: bytes) -> None:
        found = [part for part in map(on_paper.read, on_paper.squares(data)) if part]
        assert on_paper.whole([part.body for part in found], found[0].whole) == data

    def test_in_any_order_with_empty_lines_and_some_twice(self) -> None:
        one, two, *rest = squares(LONG)
        assert read_back(scanned(*reversed(rest), "", two, two, one, "")) == LONG

    def test_after_a_line_that_was_not_read_right(self) -> None:
        one, two, *rest = squares(LONG)
        assert read_back(scanned(one[:500], two, one, *rest)) == LONG

    def test_keys_that_this_version_does_not_know_too(self) -> None:
        newer = replace(five_sessions(), extra={"x-ray": ["a", 1]})
        assert read_back(scanned(*squares(newer))).extra == {"x-ray": ["a", 1]}


class TestIsRefused:
    def test_with_a_square_missing(self) -> None:
        one, _two, three, _four = squares(LONG)
        said = refusal(scanned(one, three))
        assert said == "scan.txt: expected all 4 squares of the page; missing: 2, 4."

    def test_with_squares_of_two_pages(self) -> None:
        """Even where one of them is whole: whose diary it is must not be guessed."""
        said = refusal(scanned(*squares(seven_sessions()), squares(LONG)[0]))
        assert said == "scan.txt: expected the squares of one page; these are of 2 pages."

    def test_with_nothing_that_was_read_right(self) -> None:
        one = squares(LONG)[0]
        assert "squares of a page that were read right; here is none" in refusal(scanned(one[:300]))

    def test_when_they_do_not_fit_together(self) -> None:
        """Made by hand: each is sound by itself."""
        one, two = (on_paper.read(square) for square in squares(seven_sessions()))
        assert one
        assert two
        swapped = (on_paper._sealed(one._replace(body=two.body)), on_paper._sealed(two._replace(body=one.body)))
        assert "squares that fit together; these do not" in refusal(scanned(*swapped))

    def test_from_a_newer_version_as_such(self) -> None:
        assert "this one is newer" in refusal(scanned(of_version(2, squares(LONG)[0])))

    def test_that_was_made_to_unpack_to_more_than_a_diary_may_have(self, monkeypatch: pytest.MonkeyPatch) -> None:
        nothing = b'{"format": "tpe-guide-diary", "note": "' + b" " * 3_000_000
        bomb = on_paper.squares(nothing)
        monkeypatch.setattr(on_paper, "FILE_LIMIT", 1_000_000)
        assert "squares that fit together; these do not" in refusal(scanned(*bomb))


def of_version(version: int, square: str) -> str:
    head = f"873{version}{square[4:-6]}"
    return head + on_paper._check_of(head)


def test_a_table_of_numbers_is_no_scan() -> None:
    assert not on_paper.is_scan(b"1;2;3")
    assert not on_paper.is_scan(b"")
    assert not on_paper.is_scan(b'{"format": 873}')
    assert on_paper.is_scan(b"\xef\xbb\xbf\r\n8731")


def test_of_which_hour_it_is_does_not_hang() -> None:
    """A square tells nothing beside the diary and when it was printed."""
    later = exchange.dumps(five_sessions(), exported_at=PRINTED_AT + dt.timedelta(hours=1), app="tpe-guide 0.1.0")
    assert read_back(scanned(*on_paper.squares(later))) == five_sessions()
