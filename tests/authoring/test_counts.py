"""Counts: a picture shows only numbers that a fact carries, and an interval that follows from what was counted."""

from __future__ import annotations

import pytest

from tests.authoring.small_guide import FACTS, Content
from tpe_guide import paths
from tpe_guide.authoring.counts import Count, exact_interval
from tpe_guide.authoring.evidence import Evidence, read_evidence
from tpe_guide.authoring.fault import Faults

FILE = "evidence/facts.yaml"
PLACE = "certainty: seen, figure: '8/14 (57.1%)'"


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    folder = paths.content_dir() / "evidence"
    return read_evidence(folder, Faults(folder))


def counting(content: Content, count: str) -> list[tuple[int, str]]:
    content.write(FILE, FACTS.replace(PLACE, f"{PLACE}, derived: 29 to 82 per 100, counts: {count}"))
    return content.faults(FILE)


@pytest.mark.parametrize(
    "count",
    [
        "{any: {n: 57, of: 100}}",
        "{any: {n: 571, of: 1000}}",
        "{any: {n: 57, of: 100, seen: [8, 14]}}",
        "{any: {n: 57, of: 100, seen: [8, 14], low: 29, high: 82}}",
        "{any: {n: 57, of: 100, under: true}}",
    ],
)
def test_a_count_that_the_fact_carries_is_sound(content: Content, count: str) -> None:
    assert counting(content, count) == []


@pytest.mark.parametrize(
    "count",
    [
        "{any: {n: 58, of: 100}}",  # another number
        "{any: {n: 57, of: 99}}",  # no denominator of ours
        "{any: {n: 57}}",
        "{any: {n: 57, of: 100, low: 29}}",  # half an interval
        "{any: {n: 57, of: 100, low: 29, high: 82}}",  # of what?
        "{any: {n: 57, of: 100, seen: [8, 14], low: 35, high: 82}}",  # does not follow from what was counted
        "{any: {n: true, of: 100}}",
        "{any: {n: 57, of: 100, seen: 8}}",
        "{any: {n: 57, of: 100, what: 1}}",
        "{any: 57}",
        "57",
    ],
)
def test_any_other_is_named_and_left_out(content: Content, count: str) -> None:
    assert [code for __, code in counting(content, count)] == ["COUNT"]


def test_a_count_is_named_by_its_fact(evidence: Evidence) -> None:
    assert evidence.count("L-S35.any") == Count(38, 1000)
    assert evidence.count("L-S35.none-such") is None
    assert evidence.count("L-XX.any") is None


def test_the_interval_is_the_exact_one() -> None:
    """As tables of binomial intervals have them: 8 of 19, 1 of 17, none of 10, all of 10."""
    assert exact_interval(8, 19) == pytest.approx((0.2025, 0.6650), abs=5e-4)
    assert exact_interval(1, 17) == pytest.approx((0.0015, 0.2869), abs=5e-4)
    assert exact_interval(0, 10) == pytest.approx((0, 0.3085), abs=5e-4)
    assert exact_interval(10, 10) == pytest.approx((0.6915, 1), abs=5e-4)


def test_each_count_of_the_guide_fits_what_was_counted(evidence: Evidence) -> None:
    counts = [count for fact in evidence.facts.values() for count in fact.counts.values()]
    assert counts
    for count in counts:
        if count.seen:
            assert count.n == round(count.of * count.seen[0] / count.seen[1])
