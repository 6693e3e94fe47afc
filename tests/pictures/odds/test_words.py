"""How often in words: every number from the evidence, said both ways."""

from __future__ import annotations

import pytest

from tpe_guide import paths
from tpe_guide.authoring.evidence import read_evidence
from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.pictures import odds as checked
from tpe_guide.guide.library import load_compiled
from tpe_guide.pictures.odds.array import PARTS, REST
from tpe_guide.pictures.odds.marks import FIGURES
from tpe_guide.pictures.odds.words import OddsWords, Picture


@pytest.fixture(scope="module")
def words() -> OddsWords:
    return OddsWords(load_compiled("odds", "en"))


def picture(words: OddsWords, name: str) -> Picture:
    found = words.picture(name)
    assert found is not None
    return found


def test_what_the_check_allows_is_what_can_be_drawn() -> None:
    assert (checked.MARKS, checked.PARTS) == (FIGURES, PARTS)


def test_the_numbers_are_those_of_the_evidence(words: OddsWords) -> None:
    evidence = read_evidence(paths.content_dir() / "evidence", Faults(paths.content_dir()))
    shown = {
        "course": ["L-S01.people"],
        "both": ["L-S40.hundred", "L-D16.cycles"],
        "treatments": ["L-S35.any"],
        "first": ["L-S33.first", "L-S33.later"],
        "then": ["L-S04.any", "L-S35.any"],
        "serious": ["L-S39.bleeding", "L-S54.major"],
        "tingling": ["L-S14.simple", "L-S14.drip"],
        "helped": ["L-B01.exchange", "L-B01.sham"],
        "recovered": ["L-B04.exchange", "L-B04.sham"],
    }
    assert [each.id for each in words.pictures] == [*shown]
    for name, counts in shown.items():
        for group, count in zip(picture(words, name).groups, map(evidence.count, counts), strict=True):
            assert count is not None
            array = group.array
            assert (array.n, array.of, array.low, array.high) == (count.n, count.of, count.low, count.high)


def test_a_whole_course_is_seen_first_and_it_is_said_that_the_count_is_old(words: OddsWords) -> None:
    first = words.pictures[0]
    assert [group.head for group in first.groups] == ["40 of 100 people"]
    assert (first.id, first.caution_lead) == ("course", "This is an old count.")
    assert first.caution.startswith("This is an old count. Ask your unit")
    session, course = picture(words, "both").groups
    assert ("sessions" in session.head, "courses" in course.head) == (True, True)


def test_what_helps_stands_apart_from_what_harms(words: OddsWords) -> None:
    harm, help_ = words.parts
    assert (harm, help_) == ("What can go wrong", "How often it helped")
    assert [each.id for each in words.in_part(help_)] == ["helped", "recovered"]
    assert words.in_part(harm) + words.in_part(help_) == words.pictures


def test_both_ways_are_said_of_the_same_whole(words: OddsWords) -> None:
    for each in words.pictures:
        assert len({group.array.of for group in each.groups}) == 1
        for group in each.groups:
            n, of = group.array.n, group.array.of
            assert f"{n:,} of {of:,}" in group.head
            (rest,) = [row.text for row in group.rows if row.kind == REST]
            assert f"{of - n:,} of {of:,}" in rest


def test_a_small_trial_says_how_low_and_how_high_it_may_be(words: OddsWords) -> None:
    assert {each.id for each in words.pictures if each.is_small} == {"both", "serious", "helped", "recovered"}
    exchange, sham = picture(words, "helped").groups
    assert exchange.band == (
        "The true number may be as low as 20. It may be as high as 67: only 19 courses were counted."
    )
    assert "as high as 29: only 17 courses" in sham.spoken
    assert "small trial" in picture(words, "helped").caution
    assert "missed its main goal" in picture(words, "recovered").caution
    assert "Only 12 of them had MS" in picture(words, "helped").about[0].text


def test_each_picture_says_who_when_and_what(words: OddsWords) -> None:
    for each in words.pictures:
        assert [about.name for about in each.about] == ["Who", "When", "What was counted"]
        assert each.sources
        for group in each.groups:
            assert group.spoken in each.spoken
            assert all(row.text in group.spoken for row in group.rows)
            assert group.band in group.spoken
            assert bool(group.band) == (group.array.low is not None)
    assert words.picture("tuesday") is None


def test_no_number_is_left_open(words: OddsWords) -> None:
    for each in words.pictures:
        assert "{" not in each.spoken
        assert "None" not in each.spoken
