"""This moment has an offset, whatever the environment says of the time zone."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterator

import pytest

from tpe_guide.clock import local_now, moment_of_making
from tpe_guide.errors import WrongUsage


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    if not hasattr(time, "tzset"):
        pytest.skip("the zone of a process cannot be set here")
    yield monkeypatch
    monkeypatch.undo()
    time.tzset()


def test_now_is_told_with_the_offset_of_the_zone(zone: pytest.MonkeyPatch) -> None:
    zone.setenv("TZ", "XXX-5:30")
    time.tzset()
    assert local_now().utcoffset() == dt.timedelta(hours=5, minutes=30)


@pytest.mark.parametrize("impossible", ["UTC+25", "UTC-167", "UTC+24"])
def test_an_impossible_zone_is_utc(zone: pytest.MonkeyPatch, impossible: str) -> None:
    zone.setenv("TZ", impossible)
    time.tzset()
    assert local_now().utcoffset() == dt.timedelta(0)


def test_whoever_builds_says_which_moment_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1778742720")
    assert moment_of_making() == dt.datetime(2026, 5, 14, 7, 12, tzinfo=dt.UTC)


def test_otherwise_it_is_this_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert abs(moment_of_making() - local_now()) < dt.timedelta(minutes=1)


@pytest.mark.parametrize("words", ["", "yesterday", "-1", "1e9", "9" * 30])
def test_a_moment_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", words)
    with pytest.raises(WrongUsage) as refused:
        moment_of_making()
    assert "SOURCE_DATE_EPOCH" in str(refused.value)
