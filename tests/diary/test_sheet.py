"""A sheet that was filled on paper is typed back by digits: each row comes by itself, and nothing is guessed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.diary.filled_sheets import BOXES, FULL, NOW, PLAIN, SESSIONS, TODAY, Filled, filled_sheets
from tpe_guide.diary import catalogue
from tpe_guide.diary.draft import Draft
from tpe_guide.diary.model import SESSION_LIMIT, Entry, ExchangeSession
from tpe_guide.diary.paper_form import ROW_CODES, paper_form
from tpe_guide.diary.sheet import Sheet
from tpe_guide.diary.sheet_session import newest_day
from tpe_guide.vocabulary.terms import EFFECTS, WARNING_SIGNS

FORM = paper_form(catalogue.load("en"))


def sheet(
    known: Iterable[ExchangeSession] = SESSIONS, today: dt.date = TODAY, said: dict[str, str] | None = None
) -> Sheet:
    return Sheet({} if said is None else said, FORM, tuple(known), today)


def type_keys(typed: Sheet, keys: str | Iterable[str]) -> None:
    for key in keys:
        if key.startswith("words:"):
            typed.write(key.removeprefix("words:"))
        elif key in ("enter", "\n"):
            typed.enter()
        elif key == "back":
            typed.back()
        else:
            typed.press(key)


def typed_back(filled: Filled) -> tuple[Sheet, int]:
    """The sheet, typed to its end, and in how many keys, letters of words not counted."""
    typed, count = sheet(), 0
    for key in filled.typing(typed):
        type_keys(typed, [key])
        count += not key.startswith("words:")
        assert not typed.problem, (key, typed.problem)
    return typed, count


def entry_of(typed: Sheet) -> Entry:
    draft = Draft(id="e", begun=NOW, sheet=typed.said)
    typed.fill(draft)
    return draft.entry(NOW)


def at(typed: Sheet) -> str:
    return typed.step.id


class TestWhatIsTypedIsTheEntry:
    @given(filled_sheets)
    def test_for_every_filled_sheet(self, filled: Filled) -> None:
        typed, __ = typed_back(filled)
        assert entry_of(typed) == filled.entry
        draft = Draft(id="e", begun=NOW, sheet=typed.said)
        typed.fill(draft)
        assert typed.missing is None
        assert draft.ready == typed.says_something

    @given(filled_sheets)
    def test_and_the_draft_is_found_again_word_for_word(self, filled: Filled) -> None:
        typed, __ = typed_back(filled)
        draft = Draft(id="e", begun=NOW, sheet=typed.said)
        assert Draft.from_json(draft.to_json()) == draft

    @given(filled_sheets)
    def test_in_no_more_keys_than_there_are_boxes_and_digits(self, filled: Filled) -> None:
        __, count = typed_back(filled)
        odd = sum(2 for row in filled.told if not filled.levels[row])  # told of what was not there
        assert count <= BOXES + filled.digits + odd

    def test_a_plain_sheet_takes_less_than_sixty(self) -> None:
        assert typed_back(PLAIN)[1] <= 60

    def test_a_plain_sheet_takes_less_still_where_rows_without_a_ring_are_skipped(self) -> None:
        typed = sheet()
        type_keys(typed, "030805" + "21\n" + "\n" + "21" + "\n" * 4 + "1\n")
        typed.skip_part()  # the other effects
        typed.skip_part()  # the warning signs
        typed.skip_part()  # how it went, and the note
        assert typed.at_end
        assert [report.effect for report in entry_of(typed).effects] == ["tingling", "tired"]

    def test_a_full_sheet_has_something_in_each_box(self) -> None:
        typed, count = typed_back(FULL)
        assert {step.id for step in typed.rows if not typed.said.get(step.id)} == {"none-noticed"}
        assert count <= BOXES + FULL.digits

    def test_no_ring_is_not_none(self) -> None:
        typed = sheet()
        type_keys(typed, "030805" + "21\n" + "\n" + "\n0\n")
        typed.skip_part()
        assert [(report.effect, report.severity) for report in entry_of(typed).effects] == [("light-headed", 0)]


class TestEachBox:
    @pytest.mark.parametrize(("row", "code"), ROW_CODES.items())
    def test_can_be_gone_to_by_its_number(self, row: str, code: str) -> None:
        typed = sheet()
        assert typed.jump(code) or row == "session"
        assert (at(typed), typed.step.code) == (row, code)

    def test_comes_by_itself_in_the_order_of_the_paper(self) -> None:
        codes = [step.code for step in sheet().rows]
        assert len(codes) == BOXES == len(ROW_CODES)
        assert codes[:6] == ["01", "02", "03", "04", "06", "09"]
        assert codes[6:21] == [*map(str, range(11, 22)), "08", "28", "29", "05"]
        assert codes[21:] == [*map(str, range(31, 48)), *map(str, range(61, 66)), "07"]

    def test_a_number_that_no_box_has_is_refused(self) -> None:
        typed = sheet()
        assert not typed.jump("99")
        assert typed.problem == "There is no box 99 on the sheet."
        assert at(typed) == "session"


class TestWhatARowDoesNotTake:
    @pytest.mark.parametrize(
        ("row", "keys", "said"),
        [
            ("11", "4", "Type a number from 0 to 3. Enter if there is no ring."),
            ("02", "3102", "There is no 31 February. Type the day, then the month. For example, 0805 is 8 May."),
            ("02", "4", "Type the day, then the month. For example, 0805 is 8 May."),
            ("02", "\n", "Type the day, then the month. For example, 0805 is 8 May."),
            ("06", "9", "Type a temperature from 30.0 to 45.0 as three digits. For example, 382."),
            ("01", "00", "Type the number as two digits, from 01 to 99."),
            ("61", "11", "Type two digits, from 00 to 10."),
            ("03", "5", "Type a number from 1 to 4. Enter if there is no ring."),
            ("04", "3", "Type 1 or 2. Enter if there is no ring."),
            ("08", "3", "Type 1 for yes or 2 for no. Enter if there is no ring."),
        ],
    )
    def test_is_told_in_plain_words_and_stays(self, row: str, keys: str, said: str) -> None:
        typed = sheet()
        typed.jump(row)
        type_keys(typed, keys)
        assert (typed.problem, typed.step.code) == (said, row)
        assert typed.typed == keys.strip()

    def test_the_next_digit_begins_anew(self) -> None:
        typed = sheet()
        typed.jump("11")
        type_keys(typed, "42")
        assert typed.said["tingling"] == "2"

    def test_rubbing_out_takes_one_digit(self) -> None:
        typed = sheet()
        typed.jump("06")
        type_keys(typed, "46")
        typed.rub_out()
        assert (typed.typed, typed.problem) == ("4", "")

    @pytest.mark.parametrize(
        ("row", "keys", "kept"), [("01", "3\n", "03"), ("61", "7", "07"), ("61", "1\n", "01"), ("06", "38\n", "380")]
    )
    def test_fewer_digits_and_enter_where_that_is_clear(self, row: str, keys: str, kept: str) -> None:
        typed = sheet()
        typed.jump(row)
        name = at(typed)
        type_keys(typed, keys)
        assert typed.said[name] == kept
        assert at(typed) != name

    def test_words_that_are_too_long_are_not_cut(self) -> None:
        typed = sheet()
        typed.jump("07")
        typed.write("a" * 2001)
        assert not typed.enter()
        assert typed.problem
        assert len(typed.said["note"]) == 2001
        typed.jump("01")
        type_keys(typed, "030805")
        assert typed.missing is not None
        assert typed.missing.id == "note"


class TestGoingBack:
    def test_shows_what_was_typed_and_enter_keeps_it(self) -> None:
        typed = sheet()
        type_keys(typed, "030805" + "2")
        typed.rub_out()
        assert (at(typed), typed.said["moment"]) == ("moment", "2")
        typed.enter()
        assert (at(typed), typed.said["moment"]) == ("reporter", "2")

    def test_another_digit_puts_it_right(self) -> None:
        typed = sheet()
        type_keys(typed, "030805" + "2")
        typed.back()
        type_keys(typed, "3")
        assert typed.said["moment"] == "3"

    def test_a_ring_can_be_taken_away(self) -> None:
        typed = sheet()
        typed.jump("11")
        type_keys(typed, "21")
        typed.jump("11")
        typed.leave_empty()
        assert entry_of_day(typed).effects == ()

    def test_then_one_can_go_on_where_one_left_off(self) -> None:
        typed = sheet()
        type_keys(typed, "030805" + "21\n\n" + "00000")
        typed.jump("12")
        type_keys(typed, "1\n")
        assert at(typed) == "taste"
        typed.go_on()
        assert at(typed) == "tired"

    def test_at_the_first_row_there_is_nothing_before(self) -> None:
        assert not sheet().back()


class TestSkipping:
    def test_the_day_cannot_be_left_out(self) -> None:
        typed = sheet()
        typed.skip_part()
        assert at(typed) == "day"
        assert not typed.skip_part()
        assert typed.problem

    def test_what_was_typed_stays(self) -> None:
        typed = sheet()
        type_keys(typed, "030805" + "2")
        typed.back()
        typed.skip_part()
        assert (at(typed), typed.said["moment"], typed.said["reporter"]) == ("none-noticed", "2", "")

    def test_only_what_was_not_reached_is_not_asked(self) -> None:
        typed = sheet()
        type_keys(typed, "030805" + "21\n" + "\n0")
        typed.skip_part()
        assert at(typed) == WARNING_SIGNS[0]
        assert [report.effect for report in entry_of(typed).effects] == [EFFECTS[0]]


def entry_of_day(typed: Sheet) -> Entry:
    typed.jump("01")
    type_keys(typed, "030805")
    return entry_of(typed)


class TestTheDay:
    @pytest.mark.parametrize(
        ("digits", "today", "day"),
        [
            ("0805", "2026-05-14", "2026-05-08"),
            ("1405", "2026-05-14", "2026-05-14"),
            ("1505", "2026-05-14", "2025-05-15"),
            ("3112", "2026-01-02", "2025-12-31"),
            ("2902", "2026-05-14", "2024-02-29"),
            ("2902", "2103-05-14", "2096-02-29"),
        ],
    )
    def test_is_the_newest_that_is_not_to_come(self, digits: str, today: str, day: str) -> None:
        assert newest_day(digits, dt.date.fromisoformat(today)) == dt.date.fromisoformat(day)

    def test_long_ago_it_is_asked_and_shown_in_full(self) -> None:
        typed = sheet()
        type_keys(typed, "031505")
        assert at(typed) == "day.asked"
        assert typed.step.ask == "That is Thursday 15 May 2025, 364 days ago. Is that right?"
        type_keys(typed, "2")
        assert (at(typed), typed.said["day"]) == ("day", "1505")
        type_keys(typed, "0805")
        assert at(typed) == "moment"

    def test_of_two_months_ago_it_is_not_asked(self) -> None:
        typed = sheet()
        type_keys(typed, "031503")
        assert at(typed) == "session.asked"

    def test_a_year_that_passes_changes_no_day(self) -> None:
        said: dict[str, str] = {}
        type_keys(sheet(said=said, today=dt.date(2026, 12, 31)), "030805")
        assert sheet(said=said, today=dt.date(2027, 6, 1)).day == dt.date(2026, 5, 8)


class TestTheSession:
    def test_that_is_in_the_diary_is_not_asked_about(self) -> None:
        typed = sheet()
        type_keys(typed, "030805")
        assert (at(typed), typed.session) == ("moment", SESSIONS[2])

    def test_one_that_is_not_there_is_never_made_up(self) -> None:
        typed = sheet()
        type_keys(typed, "041005")
        assert typed.step.ask == "Session 4 on Sunday 10 May is not in your diary. Add it?"
        assert typed.session is None
        assert typed.missing == typed.step
        type_keys(typed, "1")
        assert typed.session is not None
        assert (typed.session.number, typed.session.day, typed.session.state) == (4, dt.date(2026, 5, 10), "done")

    def test_it_may_be_about_none(self) -> None:
        typed = sheet()
        type_keys(typed, "041005" + "2" + "2")
        entry = entry_of(typed)
        assert (entry.session, entry.day, entry.moment) == (None, dt.date(2026, 5, 10), "evening")

    def test_what_was_typed_can_be_changed(self) -> None:
        typed = sheet()
        type_keys(typed, "041005" + "3")
        assert (at(typed), typed.said["session"], typed.said["day"]) == ("session", "04", "1005")

    def test_of_another_day_it_is_asked(self) -> None:
        typed = sheet()
        type_keys(typed, "030905")
        assert typed.step.ask == "In your diary, session 3 was on Friday 8 May, not on Saturday 9 May."
        type_keys(typed, "1" + "3")
        assert typed.session == SESSIONS[2]
        assert entry_of(typed).day == dt.date(2026, 5, 9)

    def test_of_another_number_it_is_asked(self) -> None:
        typed = sheet()
        type_keys(typed, "070805")
        assert typed.step.ask == "On Friday 8 May, your diary has session 3, not session 7."

    def test_a_planned_one_took_place(self) -> None:
        planned = replace(SESSIONS[2], state="planned")
        typed = sheet([planned])
        type_keys(typed, "030805")
        assert typed.session == SESSIONS[2]

    def test_a_planned_one_may_have_been_on_another_day(self) -> None:
        typed = sheet([replace(SESSIONS[2], state="planned")])
        type_keys(typed, "030905")
        assert typed.step.ask == "Session 3 was planned for Friday 8 May. Did it take place on Saturday 9 May?"
        type_keys(typed, "1")
        assert typed.session == replace(SESSIONS[2], day=dt.date(2026, 5, 9))

    def test_a_missed_one_is_asked_about(self) -> None:
        typed = sheet([replace(SESSIONS[2], state="missed")])
        type_keys(typed, "030805")
        assert "was missed" in typed.step.ask
        type_keys(typed, "1")
        assert typed.session == SESSIONS[2]

    def test_a_number_out_of_order_is_told(self) -> None:
        typed = sheet(SESSIONS[:2])
        type_keys(typed, "030505")
        assert typed.step.ask.endswith("Add it? Session 2 was on Wednesday 6 May, which is later.")

    def test_without_a_number_that_of_the_day_is_asked_about(self) -> None:
        typed = sheet()
        type_keys(typed, "\n0805")
        assert typed.step.ask == "The sheet has no number. On Friday 8 May, your diary has session 3."
        type_keys(typed, "2")
        assert typed.session is None

    def test_without_a_number_on_any_other_day_it_is_about_none(self) -> None:
        typed = sheet()
        type_keys(typed, "\n1005")
        assert (at(typed), typed.session) == ("moment", None)

    def test_another_number_is_another_question(self) -> None:
        typed = sheet()
        type_keys(typed, "041005" + "1")
        typed.jump("01")
        type_keys(typed, "05\n")
        assert at(typed) == "session.asked"
        assert typed.missing is not None

    def test_a_full_diary_takes_no_other(self) -> None:
        many = [ExchangeSession(f"m{at}", at + 1, dt.date(2020, 1, 1)) for at in range(SESSION_LIMIT)]
        typed = sheet([replace(one, number=500 + at) for at, one in enumerate(many)])
        type_keys(typed, "041005")
        assert typed.step.ask == "Session 4 on Sunday 10 May is not in your diary, and it is full."
        assert [answer.words for answer in typed.step.answers] == ["It is about no session", "Change what I typed"]

    def test_a_new_one_keeps_its_id_when_a_save_is_tried_again(self) -> None:
        typed = sheet()
        type_keys(typed, "041005" + "1")
        draft = Draft(id="e", begun=NOW, sheet=typed.said)
        typed.fill(draft)
        first = draft.session
        sheet(said=typed.said).fill(draft)
        assert first is not None
        assert draft.session == first


class TestNothingNew:
    def test_beside_rings_it_is_asked_about(self) -> None:
        typed = typed_back(Filled(nothing=True, levels={"tired": 2}))[0]
        assert entry_of(typed).none_noticed is False
        typed.back()
        assert at(typed) == "none-noticed.asked"
        type_keys(typed, "2")
        assert at(typed) == "none-noticed"
        typed.leave_empty()
        assert typed.missing is None

    def test_beside_rings_of_none_it_holds(self) -> None:
        typed, __ = typed_back(Filled(nothing=True, levels={"tired": 0}))
        assert entry_of(typed).none_noticed is True


@given(st.lists(st.sampled_from([*"0123456789", "\n", "back", "-", "+", "on", "11", "07", "words:abc"]), max_size=60))
def test_whatever_is_pressed_there_is_a_row_and_nothing_ends_it(keys: list[str]) -> None:
    typed = sheet()
    for key in keys:
        match key:
            case "-":
                typed.leave_empty()
            case "+":
                typed.skip_part()
            case "on":
                typed.go_on()
            case "11" | "07":
                typed.jump(key)
            case _ if key.startswith("words:") and typed.step.kind != "words":
                continue
            case _:
                type_keys(typed, [key])
        assert typed.step in (*typed.steps, typed.filled(typed.step)) or typed.step.is_first or typed.at_end
    if typed.missing is None:
        entry_of(typed)
