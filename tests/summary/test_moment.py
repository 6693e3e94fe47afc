"""The moment that a document is dated with."""

from __future__ import annotations

import datetime as dt

import pytest

from tpe_guide.clock import local_now
from tpe_guide.errors import WrongUsage
from tpe_guide.summary import moment


def test_whoever_builds_says_which_moment_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1778742720")
    assert moment.of_document() == dt.datetime(2026, 5, 14, 7, 12, tzinfo=dt.UTC)


def test_otherwise_it_is_this_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert abs(moment.of_document() - local_now()) < dt.timedelta(minutes=1)


@pytest.mark.parametrize("words", ["", "yesterday", "-1", "1e9", "9" * 30])
def test_a_moment_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", words)
    with pytest.raises(WrongUsage) as refused:
        moment.of_document()
    assert "SOURCE_DATE_EPOCH" in str(refused.value)
