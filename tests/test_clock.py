"""This moment has an offset, whatever the environment says of the time zone."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterator

import pytest

from tpe_guide.clock import EPOCH_VARIABLE, local_now, printing_now


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


def test_a_moment_that_is_set_from_outside_is_printed_and_never_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(EPOCH_VARIABLE, "1778750000")
    assert printing_now() == dt.datetime(2026, 5, 14, 9, 13, 20, tzinfo=dt.UTC)
    assert abs(local_now() - dt.datetime.now(dt.UTC)) < dt.timedelta(minutes=1)


@pytest.mark.parametrize("unset", ["", None])
def test_else_what_is_printed_is_now_in_whole_seconds(monkeypatch: pytest.MonkeyPatch, unset: str | None) -> None:
    if unset is None:
        monkeypatch.delenv(EPOCH_VARIABLE, raising=False)
    else:
        monkeypatch.setenv(EPOCH_VARIABLE, unset)
    now = printing_now()
    assert now.microsecond == 0
    assert abs(now - local_now()) < dt.timedelta(minutes=1)
