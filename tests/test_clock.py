"""This moment has an offset, whatever the environment says of the time zone."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterator

import pytest

from tpe_guide.clock import local_now


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
