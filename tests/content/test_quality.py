"""``content/QUALITY.md``: every page has its row, and each percentage follows from its points."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest

from tpe_guide import paths
from tpe_guide.guide.library import Library

AIMS = (90, 85, 90)
"""Per cent: PEMAT-P understandability, PEMAT-P actionability, CDC Clear Communication Index."""
_SUM = re.compile(r"\| (?:PEMAT-P \w+|CDC [\w ]+) \| (\d+) \| ([\d.]+) \| (\d+) of 60 \|")
_ROW = re.compile(r"\| ([a-z-]+)( \*\*below\*\*)? \|" + r" (\d+)/(\d+) = (\d+) \|" * 3 + r" (.+) \|")


class Row(NamedTuple):
    """One page: points, points that apply and percentage for each checklist."""

    page: str
    marked: bool
    scores: tuple[tuple[int, int, int], ...]
    reason: str


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    text = (paths.content_dir() / "QUALITY.md").read_text(encoding="utf-8")
    return [_row(match) for line in text.splitlines() if (match := _ROW.fullmatch(line))]


def _row(match: re.Match[str]) -> Row:
    numbers = [int(number) for number in match.groups()[2:11]]
    scores = tuple((numbers[at], numbers[at + 1], numbers[at + 2]) for at in (0, 3, 6))
    return Row(match[1], bool(match[2]), scores, match[12])


def test_every_page_has_one_row_in_reading_order(rows: list[Row]) -> None:
    assert [row.page for row in rows] == list(Library.load("en").order)


def test_each_percentage_follows_from_its_points(rows: list[Row]) -> None:
    for row in rows:
        for points, applicable, percent in row.scores:
            assert percent == round(100 * points / applicable), row.page


def test_a_page_below_an_aim_is_marked_as_such(rows: list[Row]) -> None:
    for row in rows:
        below = any(percent < aim for (__, __, percent), aim in zip(row.scores, AIMS, strict=True))
        assert row.marked == below, row.page


def test_each_page_reaches_the_aims(rows: list[Row]) -> None:
    assert [row.page for row in rows if row.marked] == []


def test_the_sums_follow_from_the_pages(rows: list[Row]) -> None:
    text = (paths.content_dir() / "QUALITY.md").read_text(encoding="utf-8")
    sums = [(int(aim), float(mean), int(good)) for aim, mean, good in _SUM.findall(text)]
    expected = []
    for checklist, aim in enumerate(AIMS):
        scores = [row.scores[checklist] for row in rows]
        mean = 100 * sum(points for points, __, __ in scores) / sum(applicable for __, applicable, __ in scores)
        expected.append((aim, round(mean, 1), sum(percent >= aim for __, __, percent in scores)))
    assert sums == expected


def test_the_whole_guide_meets_every_item_of_ipdas() -> None:
    text = (paths.content_dir() / "QUALITY.md").read_text(encoding="utf-8")
    items = dict(re.findall(r"^\| ([12]\.\d\.\d) [^|]+\| (yes|no)\b", text, re.MULTILINE))
    assert len([item for item in items if item.startswith("1")]) == 6
    assert len([item for item in items if item.startswith("2")]) == 6
    assert set(items.values()) == {"yes"}


def test_a_lost_point_has_its_reason(rows: list[Row]) -> None:
    for row in rows:
        lost = any(points < applicable for points, applicable, __ in row.scores)
        assert (row.reason == "none") is not lost, row.page
