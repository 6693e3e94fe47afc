"""The diary on paper asks all that the diary can hold, each once, under a number that never means anything else."""

from __future__ import annotations

from collections import Counter

import pytest

from tpe_guide.diary import catalogue
from tpe_guide.diary.paper_form import (
    FUNCTION_CODES,
    LEVEL_CODES,
    MOMENT_CODES,
    ONSET_CODES,
    OWN_ROWS,
    REPORTER_CODES,
    ROW_CODES,
    YES_NO_CODES,
    PaperForm,
    paper_form,
)
from tpe_guide.vocabulary.terms import (
    EFFECTS,
    FUNCTION_RANGE,
    FUNCTIONS,
    MOMENTS,
    ONSETS,
    OTHER,
    REPORTERS,
    SEVERITIES,
    WARNING_SIGNS,
)

D1 = (
    "session 01 day 02 moment 03 reporter 04 onset 05 temperature 06 note 07 unlike-usual 08 none-noticed 09 "
    "tingling 11 light-headed 12 taste 13 cold 14 nausea 15 tired 16 headache 17 cramps 18 itch-rash 19 bruising 20 "
    "sore-site 21 other-1 28 other-2 29 breathless 31 wheeze 32 chest-pain 33 face-swelling 34 fainted 35 fit 36 "
    "confused 37 new-weakness 38 sight-loss 39 bleeding 40 black-stool 41 line-problem 42 mood 43 fever-chills 44 "
    "heartbeat 45 arm-swelling 46 leg-swelling 47 vision 61 walking 62 hands 63 energy 64 thinking 65"
)
"""What sheets of the form D1 that lie in drawers say."""


@pytest.fixture(scope="module")
def form() -> PaperForm:
    return paper_form(catalogue.load("en"))


def test_each_effect_sign_and_function_is_on_it_once_in_the_order_of_the_screen(form: PaperForm) -> None:
    assert [row.id for row in form.effects] == [*EFFECTS]
    assert Counter(row.id for group in form.signs for row in group.rows) == Counter(WARNING_SIGNS)
    assert [row.id for row in form.functions] == [*FUNCTIONS]
    assert [row.id for row in form.own] == [*OWN_ROWS]
    assert len({row.id for row in form.rows}) == len(form.rows)


def test_each_moment_onset_level_and_reporter_is_on_it_once(form: PaperForm) -> None:
    assert [answer.value for answer in form.moments] == [*MOMENTS]
    assert [answer.value for answer in form.onsets] == [*ONSETS]
    assert [answer.value for answer in form.levels] == [*SEVERITIES]
    assert [answer.value for answer in form.reporters] == [*REPORTERS]
    assert [answer.value for answer in form.function_values] == [*FUNCTION_RANGE]
    assert [answer.value for answer in form.told] == [True, False]


def test_its_words_are_those_of_the_screen(form: PaperForm) -> None:
    words = catalogue.load("en")
    for row in (*form.effects, *(row for group in form.signs for row in group.rows)):
        assert (row.words, row.hint) == (words.kind(row.id).name, words.kind(row.id).hint)
    assert {row.words for row in form.own} == {words.kind(OTHER).name}
    assert len(form.anchors) == len(form.levels)


def test_signs_stand_under_the_call_that_they_need(form: PaperForm) -> None:
    words = catalogue.load("en")
    assert [group.tier for group in form.signs] == ["emergency", "now"]
    for group in form.signs:
        assert group.heading == words.urgent.tier(group.tier).heading
        assert {words.warning(row.id).tier for row in group.rows} == {group.tier}


def test_no_number_means_two_things(form: PaperForm) -> None:
    assert len(set(ROW_CODES.values())) == len(ROW_CODES)
    assert {len(code) for code in ROW_CODES.values()} == {2}
    for codes in (MOMENT_CODES, ONSET_CODES, REPORTER_CODES, YES_NO_CODES, LEVEL_CODES, FUNCTION_CODES):
        assert len(set(codes.values())) == len(codes)
        assert len({len(code) for code in codes.values()}) == 1, "no digit more needs to be waited for"
    for row in form.rows:
        assert ROW_CODES[row.id] == row.code


def test_sheets_that_lie_in_drawers_keep_their_meaning() -> None:
    """A number may be added; none is given away. Who must change one makes another form."""
    said = D1.split()
    assert {name: ROW_CODES[name] for name in said[::2]} == dict(zip(said[::2], said[1::2], strict=True))
    assert MOMENT_CODES == {"during": "1", "evening": "2", "next-day": "3", "later": "4"}
    assert ONSET_CODES == {"during": "1", "way-home": "2", "at-home": "3", "next-day": "4", "unknown": "5"}
    assert REPORTER_CODES == {"self": "1", "helper": "2"}
    assert YES_NO_CODES == {True: "1", False: "2"}
    assert [*LEVEL_CODES.values()] == ["0", "1", "2", "3"]
    assert [*FUNCTION_CODES.values()] == [f"{value:02}" for value in range(11)]
