"""Sessions and entries to save."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from tpe_guide.diary import keys
from tpe_guide.diary.demo import FIXED_DAY, demo_diary
from tpe_guide.diary.folder import KEY
from tpe_guide.diary.model import EffectReport, Entry, ExchangeSession
from tpe_guide.diary.store import DiaryStore

ZONE = dt.timezone(dt.timedelta(hours=2))
DAY = dt.date(2026, 5, 4)
REMOVED = dt.datetime(2026, 5, 9, 10, 0, tzinfo=ZONE)
"""When something was put into the bin."""


def session(number: int = 1, **more: Any) -> ExchangeSession:
    return ExchangeSession(f"s{number}", number, DAY + dt.timedelta(days=2 * number - 2), **more)


def entry(number: int = 1, *, session: str | None = None, **more: Any) -> Entry:
    day = DAY + dt.timedelta(days=number % 300)
    told = {"effects": (EffectReport("tingling", 1, "during", told_staff=True), EffectReport("tired", 2))}
    at = dt.datetime.combine(day, dt.time(19, 40), ZONE)
    return Entry(f"e{number}", session, day=day, recorded_at=at, **(told | more))


def change_passcode(store: DiaryStore, old: str | None, new: str | None) -> None:
    store.wrap_anew(keys.rewrapped(store.path.with_name(KEY), old, new))


def fill(folder: Path, passcode: str | None) -> None:
    """The demo diary: six entries."""
    with DiaryStore.create(folder, passcode) as store:
        store.import_diary(demo_diary(FIXED_DAY))
