"""The moments of a session: in order, whole for everybody, at the times that the plan gives."""

from __future__ import annotations

from itertools import pairwise, product
from typing import get_args

import pytest

from tpe_guide import paths
from tpe_guide.guide.library import load_compiled
from tpe_guide.pictures.rehearsal.moments import Moment, RehearsalWords
from tpe_guide.pictures.rehearsal.plan import Plan
from tpe_guide.vocabulary.terms import AccessShown, FluidShown

PLANS = [Plan(access=access, fluid=fluid) for access, fluid in product(get_args(AccessShown), get_args(FluidShown))]
SHORT, LONG = Plan(minutes=30), Plan(minutes=480, checks=(60, 120, 240, 360))


@pytest.fixture(scope="module")
def words() -> RehearsalWords:
    return RehearsalWords(load_compiled("rehearsal", "en"))


def named(moments: tuple[Moment, ...], name: str) -> Moment:
    return next(moment for moment in moments if moment.id == name)


@pytest.mark.parametrize("plan", [*PLANS, SHORT, LONG], ids=str)
def test_each_moment_is_whole_and_they_follow_one_another(words: RehearsalWords, plan: Plan) -> None:
    moments = words.moments(plan)
    assert moments[0].id == "arrive"
    assert moments[-1].id == "home"
    assert all(before.minute <= after.minute for before, after in pairwise(moments))
    assert len({moment.id for moment in moments}) == len(moments)
    for moment in moments:
        assert all((moment.label, moment.title, moment.happens, moment.feel, moment.say, moment.nurse, moment.where))
        drawing = paths.assets_dir() / "illustrations" / f"{moment.shows}.svg"
        assert drawing.is_file()
        for part in (moment.heading, moment.happens, moment.feel, moment.say, moment.nurse, moment.where):
            assert part in moment.spoken


def test_the_times_are_those_of_the_plan(words: RehearsalWords) -> None:
    moments = words.moments(Plan(minutes=150, checks=(30, 75, 110)))
    minutes = {moment.id: moment.minute for moment in moments}
    assert minutes == {
        "arrive": -40, "join": -15, "start": 0, "tingle": 25, "check-1": 30, "half": 75, "check-2": 75, "check-3": 110,
        "done": 150, "out": 160, "home": 180,
    }  # fmt: skip


def test_times_are_said_in_full(words: RehearsalWords) -> None:
    moments = words.moments(Plan())
    assert named(moments, "arrive").heading == "40 minutes before the start: you arrive"
    assert named(moments, "tingle").heading == "25 minutes: the first tingle may come"
    assert named(moments, "out").time == "10 minutes after the end"
    shown = [named(moments, name).short_time for name in ("arrive", "half", "home")]
    assert shown == ["before", "60 min", "after"]


def test_in_a_short_session_the_first_tingle_still_comes_early(words: RehearsalWords) -> None:
    assert named(words.moments(SHORT), "tingle").minute == 8


def test_one_check_has_no_number_and_none_is_left_out(words: RehearsalWords) -> None:
    assert "check" in {moment.id for moment in words.moments(Plan(checks=(50,)))}
    assert not [moment for moment in words.moments(Plan(checks=())) if moment.id.startswith("check")]


def test_with_a_line_no_needle_is_spoken_of(words: RehearsalWords) -> None:
    spoken = " ".join(moment.spoken for moment in words.moments(Plan(access="line"))).lower()
    assert "needle" not in spoken
    assert "line" in spoken


def test_with_needles_no_line_is_spoken_of(words: RehearsalWords) -> None:
    for access in ("arms", "one-needle"):
        spoken = " ".join(moment.spoken for moment in words.moments(Plan(access=access))).lower()
        assert "your line" not in spoken
        assert "the line" not in spoken


def test_with_donor_plasma_itch_and_shivers_are_spoken_of(words: RehearsalWords) -> None:
    assert "shiver" in named(words.moments(Plan(fluid="donor-plasma")), "half").feel
    assert "shiver" not in named(words.moments(Plan()), "half").feel


def test_each_step_of_the_circuit_is_met(words: RehearsalWords) -> None:
    assert {moment.step for moment in words.moments(Plan())} == {"", "out", "thin", "part", "away", "in", "back"}


def test_what_is_shown_fits_needles_and_a_line(words: RehearsalWords) -> None:
    assert named(words.moments(Plan(access="arms")), "join").shows == "scene-02-needle"
    assert named(words.moments(Plan(access="one-needle")), "out").shows == "scene-09-press"
    assert named(words.moments(Plan(access="line")), "out").shows == "scene-09-line"


def test_where_a_moment_comes_again_the_next_drawing_is_shown_and_the_last_of_them_stays(words: RehearsalWords) -> None:
    moments = words.moments(Plan(checks=(20, 60, 100)))
    shown = [named(moments, f"check-{number}").shows for number in (1, 2, 3)]
    assert shown == ["scene-05-check", "scene-07-light-headed", "scene-07-light-headed"]


def test_one_answer_fits_and_all_teach(words: RehearsalWords) -> None:
    assert [answer.fits for answer in words.practise.answers] == [True, False, False]
    assert all(answer.feedback for answer in words.practise.answers)
