"""A diary to be tortured, and the verdict on what is left of it."""

from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tpe_guide.diary import copies
from tpe_guide.diary.model import EffectReport, Entry
from tpe_guide.diary.store import DiaryStore
from tpe_guide.errors import DiaryLeftAsItWas, EntriesMissing, TpeGuideError

DAY = dt.date(2026, 5, 4)
ZONE = dt.timezone(dt.timedelta(hours=2))
Outcome = Literal["whole", "told", "blocked", "SILENT", "UNTRUE"]
"""All is there; what is missing was told; it does not open, and says why; nobody was told of an absence; a sentence was
said that the bytes prove wrong."""


@dataclass(frozen=True)
class Verdict:
    """What came of one try."""

    outcome: Outcome
    why: str = ""

    @property
    def ok(self) -> bool:
        """Nothing is silently absent, and nothing untrue was said."""
        return self.outcome not in ("SILENT", "UNTRUE")


def entry(number: int) -> Entry:
    """The entry *number* of an invented course."""
    at = dt.datetime.combine(DAY + dt.timedelta(days=number % 20), dt.time(19, 40), ZONE)
    effects = (EffectReport("tingling", number % 4), EffectReport("tired", 1))
    return Entry(f"e{number}", day=at.date(), recorded_at=at, effects=effects, note=f"Entry {number}. " * 8)


def snapshots(where: Path) -> tuple[Path, Path, set[str]]:
    """A diary as a power cut leaves it: in the second folder, with a log; in the first as it was some entries earlier.

    And the ids of what was acknowledged in the second.
    """
    earlier, cut = where / "earlier", where / "cut"
    with DiaryStore.create(where / "live", None) as store:
        for number in range(12):
            store.save_entry(entry(number))
        shutil.copytree(store.path.parent, earlier)
        store.rest()
        for number in range(12, 40):
            store.save_entry(entry(number))
        shutil.copytree(store.path.parent, cut)
        acknowledged = {one.id for one in store.entries()}
    return earlier, cut, acknowledged


def judge(where: Path, acknowledged: set[str]) -> Verdict:
    """Open the diary in *where*: is all there that was *acknowledged*, or was it told?"""
    before = copies.fingerprint(where)
    try:
        with DiaryStore.open(where, None) as store:
            there, found = {one.id for course in store.diaries() for one in course.entries}, store.found
    except DiaryLeftAsItWas as error:
        same = copies.fingerprint(where) == before
        return Verdict("blocked", error.reason) if same else Verdict("UNTRUE", "it was not left as it was")
    except TpeGuideError as error:
        return Verdict("blocked", type(error).__name__)
    absent = len(acknowledged - there)
    if not absent:
        return Verdict("whole", type(found).__name__ if found else "")
    if isinstance(found, EntriesMissing):
        told = f"{absent} absent, {found.missing} told"
        return Verdict("told", told) if found.missing >= absent else Verdict("UNTRUE", told)
    return Verdict("told" if found else "SILENT", f"{absent} absent, {type(found).__name__}")
