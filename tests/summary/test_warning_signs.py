"""What a nurse reads first: never milder than what was said, and silence is no "no"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.summary.stories import DAYS, as_large_as_allowed, entry, of, report
from tpe_guide.diary.catalogue import Catalogue
from tpe_guide.diary.model import EffectReport
from tpe_guide.summary.plain import to_text
from tpe_guide.summary.report import Fact, WarningSigns
from tpe_guide.summary.warning_signs import LISTED, SHOWN_ONE_BY_ONE, TEMPERATURES
from tpe_guide.summary.web import to_html
from tpe_guide.summary.words import ASKED, QUOTED
from tpe_guide.vocabulary.signs import TIERS
from tpe_guide.vocabulary.terms import WARNING_SIGNS

FEVER = EffectReport("fever-chills", 2, "at-home", told_staff=True)
NO_CHEST_PAIN = EffectReport("chest-pain", 0)


def answers(signs: WarningSigns, name: str) -> list[str]:
    """What the table says of the sign *name*, session by session."""
    assert signs.table
    (row,) = [row for row in signs.table.rows if row.name == name]
    return [" ".join((answer.says, answer.day)).strip() for answer in row.answers]


class TestPressed:
    def test_a_sign_comes_with_all_that_was_said_of_it(self) -> None:
        signs = report(of(entry(3, FEVER, moment="evening", temperature_c=37.4))).warnings
        assert signs.title == "Warning signs pressed: 1"
        (item,) = signs.reports
        assert item.when == "Fever or shaking, after session 3, Fri 8 May:"
        assert item.says == "Moderate (2 of 3). Began at home, later. Temperature 37.4 °C."
        assert (item.told_label, item.told) == ("Staff told:", "yes.")

    @pytest.mark.parametrize(("told", "word"), [(True, "yes."), (False, "no."), (None, "not said.")])
    def test_silence_about_telling_staff_is_not_a_no(self, told: bool | None, word: str) -> None:
        signs = report(of(entry(1, replace(FEVER, told_staff=told)))).warnings
        assert signs.reports[0].told == word

    def test_each_sign_says_for_itself_whether_staff_were_told(self) -> None:
        chest = EffectReport("chest-pain", 3, told_staff=False)
        signs = report(of(entry(1, FEVER, chest, EffectReport("tingling", 1, told_staff=True)))).warnings
        assert [(item.when.split(",")[0], item.told) for item in signs.reports] == [
            ("Chest pain", "no."),
            ("Fever or shaking", "yes."),
        ]

    def test_the_order_is_clinical_and_only_then_by_day(self) -> None:
        weak, chest = EffectReport("new-weakness", 1, "at-home"), EffectReport("chest-pain", 3, "at-home")
        signs = report(of(entry(4, weak), entry(2, weak, chest), entry(5, FEVER))).warnings
        assert [item.when for item in signs.reports] == [
            "Chest pain, after session 2, Wed 6 May:",
            "Sudden new weakness, after session 4, Mon 11 May:",
            "Sudden new weakness, after session 2, Wed 6 May:",
            "Fever or shaking, after session 5, Wed 13 May:",
        ]

    def test_no_sign_stands_above_one_that_needs_a_more_urgent_call(self) -> None:
        catalogue = Catalogue.load("en")
        urgency = [TIERS.index(catalogue.warning(sign).tier) for sign in WARNING_SIGNS]
        assert urgency == sorted(urgency)

    def test_many_are_drawn_together_and_still_listed_one_by_one(self) -> None:
        days = [DAYS[0] + dt.timedelta(days=n) for n in range(SHOWN_ONE_BY_ONE)]
        chest = replace(FEVER, effect="chest-pain", severity=3, told_staff=None)
        signs = report(of(*(entry(1, FEVER, day=day) for day in days), entry(2, chest, day=days[-1]))).warnings
        assert signs.title == "Warning signs pressed: 7"
        chest_pain, fever = signs.reports
        assert fever.when == "Fever or shaking:"
        assert fever.says == "Reported 6 times. Worst: moderate (2 of 3). Last: after session 1, Sat 9 May."
        assert fever.told == "yes 6."
        assert (chest_pain.says.split(".")[0], chest_pain.told) == ("Reported once", "not said 1.")
        assert len(signs.listed) == 7
        assert signs.listed_title == "Each warning sign, one by one"

    def test_a_list_that_is_cut_says_so(self) -> None:
        page = report(as_large_as_allowed())
        assert len(page.warnings.reports) == len(WARNING_SIGNS)
        assert len(page.warnings.listed) == LISTED
        assert page.warnings.listed_title == "Each warning sign, the first 200 of 2550"
        assert page.words
        assert len(page.words.quotes) == QUOTED
        assert page.words.more == "140 more are in the diary file."
        assert len(page.questions.items) == ASKED
        assert page.questions.more == "140 more are in the diary file."


class TestMeasured:
    """A temperature was written down: it stands here whatever was pressed."""

    def test_a_fever_without_its_tile_stands_first_as_a_fact(self) -> None:
        page = report(of(entry(3, EffectReport("tired", 1), temperature_c=39.4)))
        assert page.warnings.title == "No warning sign was pressed"
        assert page.warnings.measured == Fact(
            "Measured 38 °C (100.4 °F) or more:", "39.4 °C after session 3, Fri 8 May, written down at 19:40."
        )
        assert "No warning sign was logged" not in to_text(page)
        for said in (to_text(page).replace("\n  ", " "), to_html(page).replace("</strong>", "")):
            assert said.index("Measured 38 °C") < said.index("39.4 °C after session 3") < said.index("Worst effect")

    @pytest.mark.parametrize(("celsius", "stands"), [(37.99, False), (38.0, True), (45.0, True)])
    def test_it_begins_at_38(self, celsius: float, stands: bool) -> None:
        assert bool(report(of(entry(1, temperature_c=celsius))).warnings.measured) == stands

    def test_readings_are_newest_first_and_those_left_out_are_counted(self) -> None:
        days = [dt.date(2026, 5, 4) + dt.timedelta(days=n) for n in range(TEMPERATURES + 2)]
        signs = report(of(*(entry(1, temperature_c=38.0 + n / 10, day=day) for n, day in enumerate(days)))).warnings
        assert signs.measured
        assert signs.measured.says.startswith("38.7 °C after session 1, Mon 11 May, written down at 19:40; 38.6 °C ")
        assert signs.measured.says.endswith("; 2 more.")

    def test_one_written_down_on_a_later_day_has_no_time_of_day(self) -> None:
        later = entry(1, temperature_c=38.5)
        later = replace(later, recorded_at=later.recorded_at + dt.timedelta(days=2))
        signs = report(of(later)).warnings
        assert signs.measured
        assert signs.measured.says == "38.5 °C after session 1, Mon 4 May, written 6 May 2026."


class TestNothingPressed:
    def test_the_heading_says_no_more_than_that_and_points_to_the_notes(self) -> None:
        signs = report(of(entry(1, note="The needle hole bled through two towels."))).warnings
        assert signs.title == "No warning sign was pressed"
        assert signs.pointer == "The patient’s own words may say more: please read them below."

    def test_without_notes_it_points_nowhere(self) -> None:
        assert report(of(entry(1, EffectReport("tired", 1)))).warnings.pointer == ""

    def test_notes_are_never_interpreted(self) -> None:
        signs = report(of(entry(1, note="chest pain, fever 40, fainted"))).warnings
        assert (signs.reports, signs.measured, signs.table) == ((), None, None)


class TestAnswersBySession:
    def test_a_no_is_said_of_its_own_session_alone(self) -> None:
        signs = report(of(entry(1, NO_CHEST_PAIN), sessions=3)).warnings
        assert signs.table
        assert signs.table.columns == (("3", "8 May"), ("2", "6 May"), ("1", "4 May"))
        assert answers(signs, "Chest pain") == ["–", "–", "No"]
        assert "– not asked" in signs.table.legend

    def test_an_answer_from_another_day_says_which(self) -> None:
        signs = report(of(entry(1, NO_CHEST_PAIN, day=DAYS[1]), entry(2, NO_CHEST_PAIN), sessions=2)).warnings
        assert answers(signs, "Chest pain") == ["No", "No 6 May"]

    def test_a_yes_is_not_taken_back_by_a_later_no(self) -> None:
        chest = EffectReport("chest-pain", 1)
        signs = report(of(entry(1, chest), entry(1, NO_CHEST_PAIN, day=DAYS[1]), sessions=1)).warnings
        assert answers(signs, "Chest pain") == ["YES"]

    def test_rows_stand_in_clinical_order_and_what_belongs_to_no_session_last(self) -> None:
        other = entry(0, FEVER, day=dt.date(2026, 5, 9))
        signs = report(of(entry(2, FEVER), entry(1, NO_CHEST_PAIN), other, sessions=2)).warnings
        assert signs.table
        assert [row.name for row in signs.table.rows] == ["Chest pain", "Fever or shaking"]
        assert signs.table.columns == (("2", "6 May"), ("1", "4 May"), ("Other", "9 May"))
        assert answers(signs, "Fever or shaking") == ["YES", "–", "YES 9 May"]

    def test_nothing_new_answers_no_sign(self) -> None:
        signs = report(of(entry(1, none_noticed=True))).warnings
        assert signs.table is None
        assert signs.silence[0].startswith("Not asked in any session: short of breath, ")

    def test_each_sign_is_either_in_the_table_or_not_asked(self) -> None:
        said = [EffectReport(sign, level % 2) for level, sign in enumerate(WARNING_SIGNS[:4])]
        signs = report(of(entry(1, *said))).warnings
        assert signs.table
        words = " ".join([*signs.silence, *(row.name for row in signs.table.rows)]).lower()
        names = ["short of breath", "wheeze", "chest pain", "swollen face", "fainted", "fit or seizure", "confused",
                 "sudden new", "loss of sight", "bleeding", "black stool", "line out", "frightening mood",
                 "fever or shaking", "fast or uneven", "swollen arm", "swollen or sore leg"]  # fmt: skip
        assert [words.count(name) for name in names] == [1] * len(WARNING_SIGNS)

    def test_text_and_html_say_the_same_and_a_reader_hears_not_asked(self) -> None:
        page = report(of(entry(1, NO_CHEST_PAIN), entry(2, FEVER), sessions=2))
        assert "Chest pain        –      No" in to_text(page)
        row = to_html(page).split('<th scope="row">Chest pain</th>')[1].split("</tr>")[0]
        assert row == '<td><span aria-hidden="true">–</span><i class="spoken">not asked</i></td><td>No</td>'
        assert "<td><b>YES</b></td>" in to_html(page)
