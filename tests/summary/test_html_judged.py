"""The page as HTML, judged by somebody else: by the standard, and by what is known to shut people out."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from tests.diary.strategies import diaries
from tests.judges import faults_of_html, what_node_lacks
from tests.summary.stories import five_sessions, of, report, seven_sessions
from tpe_guide.diary.demo import FIXED_DAY, demo_diary, finished_diary
from tpe_guide.diary.model import Course, Diary
from tpe_guide.summary.web import to_html

LACKS = what_node_lacks(20)
pytestmark = [pytest.mark.slow, pytest.mark.skipif(bool(LACKS), reason=LACKS)]


def page(diary: Diary) -> bytes:
    return to_html(report(diary)).encode()


@pytest.mark.parametrize(
    "diary",
    [five_sessions(), seven_sessions(), of(), Diary(Course("c")), demo_diary(FIXED_DAY), finished_diary(FIXED_DAY)],
)
def test_the_examples_are_valid(diary: Diary) -> None:
    assert faults_of_html(page(diary)) == []


@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(diaries())
def test_whatever_a_diary_may_hold_is_valid(diary: Diary) -> None:
    assert faults_of_html(page(diary)) == []


@pytest.mark.parametrize(
    "spoil", [("<th", "<thh"), ('lang="en"', ""), ("<table", "<table><p>"), ("<html", '<html lang="en"')]
)
def test_the_judge_sees(spoil: tuple[str, str]) -> None:
    html = page(five_sessions()).decode()
    assert spoil[0] in html
    assert faults_of_html(html.replace(*spoil, 1).encode())
