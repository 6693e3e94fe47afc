"""Counts without people: by day, on this machine, and nothing finer; no report gives fewer than five away."""

from __future__ import annotations

import datetime as dt
import itertools
import json
from collections import defaultdict
from pathlib import Path

import pytest

from tpe_guide.errors import CannotWrite, OutOfReach, SetAside
from tpe_guide.kiosk import counts, counts_report
from tpe_guide.kiosk.counts import Day, Visit
from tpe_guide.kiosk.counts_report import LEAST, Month

TODAY = dt.date(2026, 12, 1)
NOVEMBER = dt.date(2026, 11, 12)


def visit(language: str = "en", *pages: str, printed: bool = False) -> Visit:
    made = Visit(language)
    made.pages.update(pages)
    made.printed = printed
    return made


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kiosk" / counts.FILE


def untold(fault: Exception) -> None:
    raise AssertionError(fault)


# What is kept


def test_visits_add_up_by_day(path: Path) -> None:
    assert counts.add(path, TODAY, [visit("en", "tingling", "cramps", printed=True)]) is None
    assert counts.add(path, TODAY, [visit("es", "tingling"), visit("en")]) is None
    assert counts.load(path, untold) == {TODAY: Day({"en": 2, "es": 1}, {"tingling": 2, "cramps": 1}, 1)}


def test_nothing_in_the_file_tells_an_hour_an_order_or_a_visit(path: Path) -> None:
    """Two mornings of the same visits in another order leave the same bytes, and a file of the same time."""
    visits = [visit("es", "tingling"), visit("en", "cramps", "access"), visit("en", printed=True)]
    for each in visits:
        counts.add(path, TODAY, [each])
    first = path.read_bytes()
    path.unlink()
    for each in reversed(visits):
        counts.add(path, TODAY, [each])
    assert path.read_bytes() == first
    assert dt.datetime.fromtimestamp(path.stat().st_mtime) == dt.datetime.combine(TODAY, dt.time())
    assert path.stat().st_mode & 0o077 == 0


def test_no_more_than_400_days_are_kept_and_the_oldest_month_goes_whole(path: Path) -> None:
    """A month that lost its days one by one would tell each of them to whoever kept the report before."""
    path.parent.mkdir()
    old = {TODAY - dt.timedelta(days=back): Day({"en": 1}) for back in range(1, 401)}
    path.write_bytes(json.dumps(counts._written(old)).encode())
    assert min(counts.load(path, untold)) == dt.date(2025, 10, 27)
    counts.add(path, TODAY, [visit()])
    kept = counts.load(path, untold)
    assert len(kept) <= counts.KEPT_DAYS == 400
    assert min(kept) == dt.date(2025, 11, 1)
    assert max(kept) == TODAY


@pytest.mark.parametrize(
    "spoilt",
    [b"", b"{", b'{"version": 1}', b'{"version": 1, "days": {"2026-11-12": {"languages": {"en": -4}, "pages": {}}}}'],
)
def test_a_damaged_file_is_set_aside_and_counting_goes_on(path: Path, spoilt: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(spoilt)
    assert isinstance(counts.add(path, TODAY, [visit()]), SetAside)
    assert path.with_name(counts.FILE + ".damaged").read_bytes() == spoilt
    assert counts.load(path, untold) == {TODAY: Day({"en": 1})}


def test_a_full_disk_is_told_to_the_staff_and_the_file_is_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts.add(path, TODAY, [visit()])
    before = path.read_bytes()

    def full(target: Path, data: bytes, *, private: bool) -> None:
        raise CannotWrite(target, "no space left on device")

    monkeypatch.setattr(counts, "write_whole", full)
    assert isinstance(counts.add(path, TODAY, [visit()]), CannotWrite)
    assert path.read_bytes() == before


def test_a_file_that_is_out_of_reach_is_not_written_over(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counts.add(path, TODAY, [visit()])
    before = path.read_bytes()

    def refuse(path: Path, limit: int) -> bytes:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as broken:
        broken.setattr("tpe_guide.side_file.read_bytes", refuse)
        assert isinstance(counts.add(path, TODAY, [visit()]), OutOfReach)
    assert path.read_bytes() == before


# What is told


def told(days: counts.Days, languages: tuple[str, ...] = ("en", "es", "fr")) -> Month:
    (only,) = counts_report.months(days, TODAY, languages)
    return only


def test_a_busy_month_is_told(path: Path) -> None:
    month = told({NOVEMBER: Day({"en": 40, "es": 7}, {"tingling": 12, "cramps": 4}, 6)}, ("en", "es"))
    assert month.languages == {"en": 40, "es": 7}
    assert month.visits == 47
    assert month.pages == {"tingling": 12}
    assert month.prints == {"2026-11-12": 6}


def test_the_days_of_a_month_that_is_not_over_are_not_told() -> None:
    """Else two reports, today's and tomorrow's, would give the one visit between them away."""
    assert counts_report.months({TODAY: Day({"en": 50})}, TODAY, ("en",)) == ()


def test_fewer_than_five_are_hidden_and_so_is_the_total_that_would_tell_them() -> None:
    month = told({NOVEMBER: Day({"en": 40, "es": 6, "fr": 3})})
    assert month.languages == {"en": 40, "es": 6}
    assert month.visits is None


def test_a_total_over_two_hidden_cells_that_must_both_be_full_is_hidden_too() -> None:
    assert told({NOVEMBER: Day({"en": 40, "es": 4, "fr": 4})}).visits is None


def test_a_total_over_many_hidden_cells_that_can_be_anything_is_told() -> None:
    month = told({NOVEMBER: Day({"en": 40, "es": 3, "fr": 2})}, ("en", "es", "fr", "el"))
    assert month.visits == 45


def test_a_page_that_more_visits_opened_than_are_shown_is_hidden() -> None:
    """Eleven opened the page and seven read English: so four read Spanish."""
    month = told({NOVEMBER: Day({"en": 7, "es": 4}, {"tingling": 11, "cramps": 7})})
    assert month.pages == {"cramps": 7}


def test_prints_that_tell_of_more_visits_than_are_shown_are_hidden() -> None:
    month = told({NOVEMBER: Day({"en": 7, "es": 4}, {}, 9)})
    assert month.prints == {}
    assert month.printed is None


def test_whoever_knows_all_the_rules_can_work_out_no_hidden_count() -> None:
    """Every small month there can be, sorted by its report: behind each report a hidden cell may be 0 and may be 4."""
    behind = defaultdict(list)
    for english, spanish, french, page in itertools.product(range(9), range(9), range(6), range(10)):
        if page <= english + spanish + french:
            day = Day({"en": english, "es": spanish, "fr": french}, {"tingling": page})
            month = told({NOVEMBER: day})
            key = str((month.languages, month.visits, month.pages))
            behind[key].append({"en": english, "es": spanish, "fr": french, "page": page})
    assert len(behind) > 50
    for tables in behind.values():
        for cell in ("en", "es", "fr"):
            values = {table[cell] for table in tables}
            assert (len(values) == 1 and min(values) >= LEAST) or values >= {0, 4}, (cell, values, tables[:3])
        pages = {table["page"] for table in tables}
        assert (len(pages) == 1 and min(pages) >= LEAST) or pages >= {0, 4}


def test_the_report_in_words_and_for_a_script_say_the_same() -> None:
    days = {NOVEMBER: Day({"en": 40, "es": 3}, {"tingling": 12, "cramps": 4}, 6)}
    months = counts_report.months(days, TODAY, ("en", "es"))
    assert list(counts_report.lines(months)) == [
        "November 2026",
        "  Visits by language",
        "    en: 40",
        "    in all: not told",
        "  Visits that opened a page, by page",
        "    tingling: 12",
        "  Visits that printed, by day",
        "    2026-11-12: 6",
        "    in all: not told",
        "",
        "Fewer than 5 visits are not told, nor what would give them away.",
    ]
    (one,) = counts_report.as_json(months)
    assert one["month"] == "2026-11"
    assert one["languages"] == {"en": 40}
    assert one["visits"] is None
    assert one["pages"] == {"tingling": 12}
    assert one["prints by day"] == {"2026-11-12": 6}


def test_before_the_first_month_is_over_it_says_so() -> None:
    assert list(counts_report.lines(())) == ["There is no whole month to tell of yet."]
