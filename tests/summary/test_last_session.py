"""The box a nurse reads first: what was said of the last session and since, and what was not asked."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.summary.stories import DAYS, entry, five_sessions, of, report, session
from tpe_guide.diary.model import Course, Diary, EffectReport, Entry
from tpe_guide.summary.plain import to_text
from tpe_guide.summary.report import LastSession
from tpe_guide.summary.web import to_html

TINGLING = EffectReport("tingling", 1, "during", told_staff=True)


def last_of(diary: Diary) -> LastSession:
    last = report(diary).last
    assert last
    return last


def answer(label: str, *entries: Entry, **more: object) -> str:
    """What the box says under *label*."""
    return dict(last_of(of(*entries, **more)).items)[label]  # type: ignore[arg-type]


def test_it_answers_what_a_nurse_asks_in_fixed_order() -> None:
    last = last_of(five_sessions())
    assert last.title == "Last session: 5, Wed 13 May"
    assert last.fluid == ("Fluid, in the patient’s word:", "Albumin")
    assert last.items == (
        ("Needles or line", "Arm veins"),
        ("Stopped early", "Not said"),
        ("Tingling in the session", "Mild (1 of 3). Staff told: no"),
        ("Cramps in the session", "Not asked"),
        ("Fainted", "Not asked"),
        ("Bleeding since", "Not asked"),
        ("Fever or shaking since", "No"),
        ("Line problem since", "No line used"),
    )


def test_no_answer_is_made_up_for_what_was_not_said() -> None:
    last = last_of(Diary(Course("c1"), (session(1),)))
    assert last.fluid.says == "Not said"
    assert [fact.says for fact in last.items] == ["Not said"] * 2 + ["Not asked"] * 6
    assert last.note == "The diary has no entry about this session or after it."


def test_a_session_that_was_stopped_early_says_so() -> None:
    stopped = replace(session(1, stopped_early=True, fluid="plasma"), access="neck-line")
    last = last_of(Diary(Course("c1", access="arm-veins"), (stopped,)))
    assert dict(last.items)["Stopped early"] == "Yes"
    assert dict(last.items)["Needles or line"] == "Neck line"
    assert dict(last.items)["Line problem since"] == "Not asked"
    assert last.fluid.says == "Donor plasma"


@pytest.mark.parametrize(
    ("reports", "says"),
    [
        ((), "Not asked"),
        ((EffectReport("tingling", 0),), "No"),
        ((TINGLING,), "Mild (1 of 3). Staff told: yes"),
        ((replace(TINGLING, began="at-home"),), "After it: mild (1 of 3). Staff told: yes"),
        ((replace(TINGLING, began="unknown"),), "When: not said. Mild (1 of 3). Staff told: yes"),
        ((replace(TINGLING, unlike_usual=True),), "Mild (1 of 3). Staff told: yes. Unlike their usual MS"),
        ((replace(TINGLING, unlike_usual=False),), "Mild (1 of 3). Staff told: yes. Like their usual MS"),
        ((TINGLING, replace(TINGLING, severity=3, told_staff=None)), "Severe (3 of 3). Staff told: yes 1, not said 1"),
    ],
)
def test_tingling_in_the_session_is_not_tingling_after_it(reports: tuple[EffectReport, ...], says: str) -> None:
    assert answer("Tingling in the session", entry(5, *reports)) == says


def test_what_was_written_in_the_session_without_a_time_began_in_it() -> None:
    cramps = EffectReport("cramps", 2)
    assert answer("Cramps in the session", entry(5, cramps, moment="during")).startswith("Moderate (2 of 3).")


def test_a_warning_sign_since_is_a_yes_with_who_was_told() -> None:
    bled = EffectReport("bleeding", 2, "at-home", told_staff=False)
    assert answer("Bleeding since", entry(5, bled)) == "YES, moderate (2 of 3). Staff told: no"


def test_since_reaches_to_days_without_a_session_and_not_back_before_it() -> None:
    bled = EffectReport("bleeding", 1)
    two_days_on = entry(0, bled, day=dt.date(2026, 5, 15))
    before = entry(0, bled, day=dt.date(2026, 5, 12))
    assert answer("Bleeding since", two_days_on).startswith("YES")
    assert answer("Bleeding since", before) == "Not asked"
    assert answer("Bleeding since", entry(4, bled)) == "Not asked"
    late_about_the_fourth = entry(4, bled, day=dt.date(2026, 5, 14))
    assert answer("Bleeding since", late_about_the_fourth).startswith("YES")


def test_a_temperature_stands_beside_fever_whatever_was_pressed() -> None:
    said = answer("Fever or shaking since", entry(5, temperature_c=37.2), entry(5, temperature_c=39.4))
    assert said == "Not asked. Highest measured: 39.4 °C"


def test_the_last_session_is_the_newest_that_came() -> None:
    missed = session(5, state="missed")
    planned = session(6, state="planned")
    diary = Diary(Course("c1"), (planned, missed, session(4), session(3)))
    assert last_of(diary).title == "Last session: 4, Mon 11 May"
    written_about = replace(diary, entries=(entry(6, TINGLING, day=DAYS[5]),))
    assert last_of(written_about).title == "Last session: 6, Fri 15 May"


def test_a_diary_without_a_session_has_no_such_box() -> None:
    assert report(Diary(Course("c1"))).last is None
    assert report(of(entry(0, TINGLING), sessions=0)).last is None


def test_text_and_html_say_it_first() -> None:
    page = report(five_sessions())
    for said in (to_text(page), to_html(page)):
        assert said.index("Last session: 5") < said.index("Warning signs pressed")
    assert "Tingling in the session:  Mild (1 of 3). Staff told: no" in to_text(page)
    assert "<dt>Tingling in the session</dt><dd>Mild (1 of 3). Staff told: no</dd>" in to_html(page)
