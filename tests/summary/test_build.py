from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings

from tests.diary.strategies import diaries
from tests.summary.stories import DAYS, ZONE, Names, entry, five_sessions, of, report, session
from tpe_guide import __version__
from tpe_guide.diary.model import Course, Diary, EffectReport, Matters, Question, Readiness, Value
from tpe_guide.summary.build import build
from tpe_guide.summary.grid import OWN_ROWS
from tpe_guide.summary.report import Grid, GridPart, Quote, SessionRow
from tpe_guide.summary.sessions import WORST

TINGLING = EffectReport("tingling", 1, "during", told_staff=True)
FEVER = EffectReport("fever-chills", 2, "at-home", told_staff=True)


def row(diary: Diary, number: str) -> SessionRow:
    table = report(diary).sessions
    assert table
    return next(row for row in table.rows if row.number == number)


# The head of the page


def test_the_head_says_what_the_page_is_made_from() -> None:
    page = report(five_sessions())
    assert page.title_line == "Plasma exchange: the patient’s own report"
    assert page.course == "Course 4 to 18 May 2026. Sessions 1 to 5 done, 2 planned."
    assert (page.made_from, page.printed) == (
        "Made from 5 diary entries, typed by the patient.",
        "Printed 14 May 2026, 09:12 (UTC+2).",
    )


def test_what_a_helper_typed_is_counted_and_marked() -> None:
    page = report(of(entry(1, FEVER, reporter="helper", note="She shook."), entry(2, TINGLING)))
    assert page.made_from == "Made from 2 diary entries, 1 typed by a helper."
    assert "Typed by a helper." in page.warnings.reports[0].says
    assert page.words
    assert page.words.quotes[0] == Quote("“She shook.”", "After session 1, Mon 4 May, typed by a helper")


def test_who_typed_is_said_whoever_it_was() -> None:
    mine, hers = entry(1, FEVER), entry(2, FEVER, reporter="helper")
    assert report(of(mine)).made_from == "Made from 1 diary entry, typed by the patient."
    assert report(of(hers)).made_from == "Made from 1 diary entry, typed by a helper."
    assert report(of(mine, hers)).made_from == "Made from 2 diary entries, 1 typed by a helper."
    assert report(of()).made_from == "Made from 0 diary entries."


def test_what_was_written_long_after_its_day_says_when() -> None:
    late = replace(entry(1, FEVER, note="I shook."), recorded_at=dt.datetime(2026, 11, 14, 9, 0, tzinfo=ZONE))
    page = report(of(late, entry(2, TINGLING)))
    assert page.made_from == "Made from 2 diary entries, typed by the patient, 1 written on a later day."
    assert page.words
    assert page.words.quotes[0].source == "After session 1, Mon 4 May, written 14 November 2026"
    assert page.warnings.reports[0].when == "Fever or shaking, after session 1, Mon 4 May, written 14 November 2026:"


@pytest.mark.parametrize(
    ("written", "late"),
    [((4, 23), False), ((5, 0), False), ((5, 4), False), ((5, 5), True), ((6, 1), True), ((3, 22), False)],
)
def test_the_night_after_a_session_is_not_late(written: tuple[int, int], late: bool) -> None:
    day, hour = written
    noted = replace(entry(1, FEVER), recorded_at=dt.datetime(2026, 5, day, hour, 40, tzinfo=ZONE))
    assert ("written" in report(of(noted)).warnings.reports[0].when) == late


def test_two_sessions_of_one_number_are_told_apart_everywhere() -> None:
    first, second, third = session(1), replace(session(2), number=1), replace(session(3), number=2)
    diary = Diary(Course("c1"), (third, second, first), (entry(1, TINGLING), entry(2, FEVER, TINGLING, note="Late.")))
    page = report(diary)
    assert page.course == "Course 4 to 8 May 2026. Sessions 1a, 1b and 2 done."
    assert page.sessions
    assert page.grid
    assert page.words
    assert page.warnings.table
    assert [row.number for row in page.sessions.rows] == ["2", "1b", "1a"]
    assert page.grid.columns == ("2", "1b", "1a")
    assert [number for number, __ in page.warnings.table.columns] == ["2", "1b", "1a"]
    assert page.words.quotes[0].source == "After session 1b, Wed 6 May"
    assert page.warnings.reports[0].when == "Fever or shaking, after session 1b, Wed 6 May:"


def test_the_page_says_which_program_and_which_words_made_it() -> None:
    assert report(five_sessions()).footer.version == f"TPE Guide {__version__}, words test"


def test_sessions_planned_without_a_date_are_counted() -> None:
    diary = of(entry(1, TINGLING), sessions=2)
    page = report(replace(diary, course=Course("c1", DAYS[0], planned_sessions=5)))
    assert page.course == "Course 4 to 6 May 2026. Sessions 1 and 2 done, 3 planned."
    assert page.sessions
    assert page.sessions.rows[-1].span == "3 more planned, no dates yet"


def test_an_empty_diary_says_that_nothing_was_logged() -> None:
    page = report(Diary(Course("c1")))
    assert page.course == "No session done yet."
    assert page.warnings.title == "Nothing was logged yet"
    assert page.warnings.reports == ()
    assert "says nothing about warning signs" in page.warnings.silence[0]
    assert page.warnings.table is None
    assert (page.sessions, page.grid, page.functions, page.words, page.notes) == (None, None, None, None, ())


def test_unknown_keys_are_named_and_not_dropped_in_silence() -> None:
    diary = replace(five_sessions(), extra={"mood": 3, "pulse": 80})
    assert report(diary).notes == ("The diary file also holds what this version cannot show: mood, pulse.",)


# The table of sessions


def test_a_session_row_says_when_how_long_where_and_the_worst() -> None:
    assert row(five_sessions(), "1").cells == (
        "Mon 4 May",
        "Arm veins",
        "Albumin",
        "2 h 40 min",
        "Tired, 2 moderate",
        "Yes",
    )


def test_a_row_with_a_warning_sign_is_marked() -> None:
    marked = row(five_sessions(), "3")
    assert marked.flagged
    assert marked.cells[WORST] == "Tired, 3 severe; fever or shaking, 2 (!)"


def test_planned_sessions_share_a_row() -> None:
    assert row(five_sessions(), "6, 7").span == "Planned for Fri 15 and Mon 18 May"


def test_many_planned_sessions_are_said_as_a_span() -> None:
    planned = tuple(replace(session(n), id=f"p{n}", number=n, state="planned") for n in range(1, 8))
    assert row(Diary(Course("c1"), planned), "1 to 7").span == "Planned from Mon 4 May to Mon 18 May"


def test_a_missed_session_and_one_stopped_early_are_told() -> None:
    missed = session(1, state="missed")
    stopped = session(2, minutes=70, stopped_early=True)
    unsaid = session(3, stopped_early=True)
    diary = Diary(Course("c1"), (missed, stopped, unsaid))
    assert row(diary, "1").span == "Missed on Mon 4 May"
    assert row(diary, "2").cells[3] == "1 h 10 min, stopped early"
    assert row(diary, "3").cells[3] == "Not said, stopped early"
    assert report(diary).course == "Course 4 to 8 May 2026. Sessions 2 and 3 done, 1 missed."


def test_the_line_of_the_course_stands_where_a_session_does_not_say() -> None:
    diary = Diary(Course("c1", access="neck-line"), (session(1), session(2, access="arm-veins"), session(3)))
    assert [row(diary, number).cells[1] for number in "123"] == ["Neck line", "Arm veins", "Neck line"]
    assert row(of(sessions=1), "1").cells[1] == "Not said"


def test_no_entry_is_a_dash_and_none_noticed_is_not() -> None:
    diary = of(entry(2, none_noticed=True), entry(3, EffectReport("cold", 0)), entry(4, note="Slept."))
    assert [row(diary, number).cells[WORST] for number in "1234"] == ["–", "Nothing new", "None of those asked", "–"]


def test_several_effects_that_were_equally_bad_are_all_named_or_counted() -> None:
    same = [EffectReport(effect, 1) for effect in ("tired", "cold", "tingling")]
    assert row(of(entry(1, *same)), "1").cells[WORST] == "Tingling, feeling cold and tired, 1 mild"
    same.append(EffectReport("headache", 1))
    assert row(of(entry(1, *same)), "1").cells[WORST] == "Tingling, feeling cold, tired and 1 more, 1 mild"


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ((True, True), "Yes"),
        ((False, False), "No"),
        ((None, None), "Not said"),
        ((True, False), "Yes 1, no 1"),
        ((True, None), "Yes 1, not said 1"),
        ((False, None), "No 1, not said 1"),
    ],
)
def test_told_staff_does_not_claim_more_than_was_said(told: tuple[bool | None, ...], words: str) -> None:
    effects = [EffectReport(effect, 1, told_staff=t) for effect, t in zip(("cold", "tired"), told, strict=True)]
    assert row(of(entry(1, *effects)), "1").cells[5] == words


def test_told_staff_is_said_for_each_warning_sign() -> None:
    chest = EffectReport("chest-pain", 3, told_staff=False)
    assert row(of(entry(1, TINGLING, chest)), "1").cells[5] == "Chest pain: no; others: yes"
    fever = replace(FEVER, told_staff=None)
    assert row(of(entry(1, fever, chest)), "1").cells[5] == "Chest pain: no; fever or shaking: not said"


def test_the_newest_session_stands_first() -> None:
    table = report(five_sessions()).sessions
    assert table
    assert [row.number for row in table.rows] == ["5", "4", "3", "2", "1", "6, 7"]


def test_an_entry_without_a_session_has_a_row_and_a_column_of_its_own() -> None:
    diary = of(entry(1, TINGLING), entry(0, FEVER, day=dt.date(2026, 5, 9)), sessions=1)
    other = row(diary, "Other")
    assert other.flagged
    assert other.cells == ("Sat 9 May", "–", "–", "–", "Fever or shaking, 2 (!)", "Yes")
    page = report(diary)
    assert page.grid
    assert page.grid.columns == ("1", "Other")
    assert page.warnings.reports[0].when == "Fever or shaking, Sat 9 May:"


def test_a_session_that_was_written_about_is_shown_though_it_was_only_planned() -> None:
    diary = Diary(Course("c1"), (session(1, state="planned"),), (entry(1, TINGLING),))
    assert row(diary, "1").cells[1:5] == ("Not said", "Not said", "Planned", "Tingling, 1 mild")


def test_temperatures_below_a_fever_are_listed_newest_first() -> None:
    page = report(of(entry(1, temperature_c=36.9), entry(2, temperature_c=38.0), entry(3, temperature_c=37.95)))
    assert page.sessions
    assert page.sessions.notes == ("Temperatures below 38 °C: 37.95 °C on Fri 8 May, 36.9 °C on Mon 4 May.",)


# The grid and the functions


def test_the_grid_keeps_the_order_of_the_contract_and_the_worst_level_newest_first() -> None:
    diary = of(
        entry(1, EffectReport("tired", 1), EffectReport("tingling", 1)),
        entry(1, EffectReport("tired", 3), FEVER, day=dt.date(2026, 5, 5)),
        entry(2, EffectReport("tired", 0)),
        sessions=2,
    )
    grid = report(diary).grid
    assert grid
    assert grid.columns == ("2", "1")
    during, after = grid.parts
    assert (during.rows, during.none) == ((), "No effect was logged for this time.")
    assert [(row.name, row.levels) for row in after.rows] == [("Tingling", (None, 1)), ("Tired", (0, 3))]


def grid_of(diary: Diary) -> Grid:
    grid = report(diary).grid
    assert grid
    return grid


def levels(part: GridPart) -> dict[str, tuple[int | None, ...]]:
    return {row.name: row.levels for row in part.rows}


def test_what_began_during_the_session_stands_apart_from_what_came_after_it() -> None:
    diary = of(
        entry(2, EffectReport("tingling", 2, "during"), EffectReport("nausea", 1, "way-home")),
        entry(2, EffectReport("tingling", 1, "next-day"), day=DAYS[2]),
        entry(1, EffectReport("tingling", 0), EffectReport("nausea", 3, "at-home")),
        sessions=2,
    )
    during, after = grid_of(diary).parts
    assert (during.title, after.title) == ("During the session", "After the session")
    assert levels(during) == {"Tingling": (2, 0)}
    assert levels(after) == {"Tingling": (1, 0), "Feeling sick": (1, 3)}


def test_one_side_that_was_answered_says_nothing_of_the_other() -> None:
    """Tingling that began in the session: whether it was there later was not asked, and is no nought."""
    during, after = grid_of(of(entry(2, TINGLING), entry(1, replace(TINGLING, began="at-home")), sessions=2)).parts
    assert levels(during) == {"Tingling": (1, None)}
    assert levels(after) == {"Tingling": (None, 1)}


def test_none_said_in_the_session_is_no_answer_for_the_time_after_it() -> None:
    tired = EffectReport("tired", 1, "at-home")
    diary = of(entry(2, EffectReport("tired", 0), moment="during"), entry(1, tired), sessions=2)
    assert levels(grid_of(diary).parts[1]) == {"Tired": (None, 1)}


def test_an_effect_without_its_time_stands_under_words_that_say_so() -> None:
    during, after = grid_of(of(entry(1, EffectReport("tired", 2)), sessions=1)).parts
    assert after.title == "After the session, or not said when"
    assert (levels(during), levels(after)) == ({}, {"Tired": (2,)})
    written_in_it = entry(1, EffectReport("tired", 2), moment="during")
    during, after = grid_of(of(written_in_it, sessions=1)).parts
    assert (after.title, levels(during), levels(after)) == ("After the session", {"Tired": (2,)}, {})


def test_effects_that_the_patient_named_have_a_row_in_their_own_words() -> None:
    mine = [EffectReport("other", n % 3 + 1, "at-home", words=f"Ear {n}") for n in range(OWN_ROWS + 2)]
    rows = levels(grid_of(of(entry(1, *mine, EffectReport("other", 1, words="long " * 20)), sessions=1)).parts[1])
    assert list(rows) == [*(f"“Ear {n}”" for n in range(OWN_ROWS)), "Something else"]


def test_nothing_new_is_told_and_is_no_nought() -> None:
    grid = grid_of(of(entry(2, none_noticed=True), entry(1, TINGLING), sessions=2))
    assert levels(grid.parts[0]) == {"Tingling": (None, 1)}
    assert grid.notes == ("“Nothing new” was said of: session 2.",)


def test_tingling_unlike_the_usual_is_told_with_its_sessions() -> None:
    odd = replace(TINGLING, unlike_usual=True)
    diary = of(entry(1, odd), entry(2, replace(TINGLING, unlike_usual=False)), entry(3, odd), sessions=3)
    assert grid_of(diary).notes == ("Tingling, unlike the patient’s usual MS: session 3 and session 1.",)


def test_warning_signs_are_in_their_own_table_and_not_in_the_grid() -> None:
    assert report(of(entry(1, FEVER))).grid is None


def test_an_effect_that_was_always_none_has_no_row_but_is_told() -> None:
    asked = (EffectReport("cramps", 0), EffectReport("chest-pain", 0))
    grid = grid_of(of(entry(1, TINGLING, *asked), entry(2, *asked), sessions=2))
    assert grid.notes == ("Asked, always none: cramps.",)


def test_one_that_was_none_once_is_not_said_to_be_none_always() -> None:
    cramps, itch = EffectReport("cramps", 0), EffectReport("itch-rash", 0)
    grid = grid_of(of(entry(1, TINGLING, cramps, itch), *(entry(n, cramps) for n in (2, 3, 4)), sessions=5))
    assert grid.notes == (
        "Asked only about 4 of 5 sessions, none: cramps.",
        "Asked only about session 1, none: itch or rash.",
    )


def test_gaps_in_a_function_stay_gaps() -> None:
    answers = [{"vision": 3}, {"vision": None}, {}, {"vision": 6, "hands": 5}]
    functions = report(of(*(entry(n, function=f) for n, f in enumerate(answers, 1)), sessions=4)).functions
    assert functions
    vision, hands = functions.series
    assert (vision.values, vision.change) == ((3, None, None, 6), "from 3 to 6")
    assert (hands.values, hands.change) == ((None, None, None, 5), "one answer")
    assert vision.spoken == (
        "Vision, 0 worst to 10 best. Session 1: 3; Session 2: not asked; Session 3: not asked; Session 4: 6."
    )


def test_the_last_answer_of_a_session_is_shown_and_the_page_says_so() -> None:
    evening = entry(1, function={"energy": 2})
    functions = report(of(entry(1, function={"energy": 4}, day=DAYS[1]), evening, sessions=1)).functions
    assert functions
    assert functions.series[0].values == (4,)
    assert functions.notes == ("Oldest on the left.", "Asked more than once: the last answer is shown.")


def test_a_day_between_sessions_takes_no_part_in_from_first_to_last() -> None:
    days = [entry(n, function={"energy": n}) for n in (1, 2)]
    functions = report(of(*days, entry(0, function={"energy": 9}, day=DAYS[2]), sessions=2)).functions
    assert functions
    assert functions.last_apart
    assert (functions.series[0].values, functions.series[0].change) == ((1, 2, 9), "from 1 to 2")


# Words and questions


def test_own_words_are_unedited_newest_first_with_their_date() -> None:
    words = report(five_sessions()).words
    assert words
    assert words.quotes == (
        Quote("“I can read the clock on the wall again.”", "After session 5, Wed 13 May"),
        Quote("“I shook for an hour that night and it scared me.”", "After session 3, Fri 8 May"),
        Quote("“Calcium helped the tingling in my lips.”", "After session 2, Wed 6 May"),
    )


def test_words_about_an_effect_and_about_a_session_are_quoted_too() -> None:
    other = EffectReport("other", 2, words="My ears *ring*")
    diary = Diary(Course("c1"), (session(1, note="Two needles at first."),), (entry(1, other, moment="during"),))
    words = report(diary).words
    assert words
    assert words.quotes == (
        Quote("“My ears *ring*”", "During session 1, Mon 4 May, about: something else, 2 moderate"),
        Quote("“Two needles at first.”", "About session 1, Mon 4 May"),
    )


def test_questions_already_asked_come_last() -> None:
    items = report(of(questions=(Question("Why?", asked=True), Question("When?")))).questions.items
    assert [(item.text, item.asked) for item in items] == [("When?", False), ("Why?", True)]


def test_what_matters_is_shown_in_the_patients_order_and_only_if_it_was_said() -> None:
    matters = Matters(
        (Value("I want to see again."), Value(" ")),
        (Readiness("Do I know my choices?", yes=True), Readiness("Have I had enough help?", yes=False)),
    )
    shown = report(of(matters=matters)).matters
    assert shown
    assert shown.values == ("I want to see again.",)
    assert [(item.text, item.asked) for item in shown.ready] == [
        ("Do I know my choices?", True),
        ("Have I had enough help?", False),
    ]
    assert report(of()).matters is None


@settings(max_examples=60, deadline=None)
@given(diaries())
def test_any_diary_the_format_holds_has_a_page(diary: Diary) -> None:
    page = report(diary)
    assert page.footer.disclaimer == "The patient’s own report. Not a clinical record. Not reviewed."
    if page.grid:
        assert all(len(row.levels) == len(page.grid.columns) for part in page.grid.parts for row in part.rows)
    if page.warnings.table:
        assert all(len(row.answers) == len(page.warnings.table.columns) for row in page.warnings.table.rows)


def test_the_page_says_when_it_was_printed_in_the_offset_of_that_place() -> None:
    at = dt.datetime(2026, 5, 14, 23, 59, 59, 999, tzinfo=ZONE)
    page = build(five_sessions(), Names(), printed_at=at)
    assert (page.printed, page.printed_at) == ("Printed 14 May 2026, 23:59 (UTC+2).", "2026-05-14T23:59:59+02:00")


def test_each_page_says_whose_it_is_the_first_one_too() -> None:
    """Three patients with the same dates had first pages alike."""
    diary = five_sessions()
    footer = report(diary).footer
    assert footer.page_of.endswith(f" · diary {diary.course.id[:8]}")
    assert footer.diary == f"Diary {diary.course.id[:8]}"
