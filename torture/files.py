"""Each file of a diary flipped and cut at every 512 bytes, missing, empty, stale or foreign; backups likewise."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from torture.diary import DAY, ZONE, Verdict, entry, judge, snapshots
from tpe_guide.diary import backup, backup_file
from tpe_guide.diary.store import DiaryStore
from tpe_guide.errors import BackupDamaged, FromNewerVersion

STEP = 512
PARTS = ("diary.db", "diary.db-wal", "diary.seal", "diary.key")
Case = tuple[str, str, Callable[[Path], object]]
"""The kind of damage, where exactly, and what does it to a folder."""


def diary_cases(where: Path, earlier: Path, cut: Path, random: Random, step: int = STEP) -> Iterator[Case]:
    """What may befall the diary in *cut*, which *earlier* was another; *where* is for what is needed besides."""
    foreign, __, ___ = snapshots(where / "foreign")
    for name in PARTS:
        size = (cut / name).stat().st_size
        for at in range(0, size, step):
            spot = at + random.randrange(min(step, size - at))
            yield f"{name}: a bit flipped", str(spot), lambda folder, n=name, s=spot: flip(folder / n, s)
        for at in range(0, size, step):
            yield f"{name}: cut", str(at), lambda folder, n=name, a=at: truncate(folder / n, a)
        yield f"{name}: missing", "", lambda folder, n=name: (folder / n).unlink()
        yield f"{name}: stale", "", lambda folder, n=name: shutil.copy2(earlier / n, folder / n)
        yield f"{name}: foreign", "", lambda folder, n=name: shutil.copy2(foreign / n, folder / n)
        yield f"{name}: alone with its key", "", lambda folder, n=name: only(folder, n)
    # Of a folder that is older as a whole nobody can know; here the seal knows.
    others = [other for other in PARTS if other != "diary.seal"]
    yield "all but the seal stale", "", lambda folder: [shutil.copy2(earlier / name, folder / name) for name in others]


def of_the_diary(where: Path, random: Random, step: int = STEP) -> Iterator[tuple[str, str, Verdict]]:
    """What came of each of these."""
    earlier, cut, acknowledged = snapshots(where)
    for number, (kind, spot, damage) in enumerate(diary_cases(where, earlier, cut, random, step)):
        folder = where / f"case-{number}"
        shutil.copytree(cut, folder)
        damage(folder)
        yield kind, spot, judge(folder, acknowledged)
        shutil.rmtree(folder)


def of_a_backup(where: Path, random: Random, step: int = STEP) -> Iterator[tuple[str, str, Verdict]]:
    """A backup flipped and cut at every *step* bytes: it is refused, or it is what it was."""
    with DiaryStore.create(where / "live", None) as store:
        for number in range(20):
            store.save_entry(entry(number))
        good = backup.back_up(store, dt.datetime.combine(DAY, dt.time(8), ZONE))
    torn, data = where / "torn.tpebackup", good.path.read_bytes()
    for at in range(0, len(data), step):
        spot = at + random.randrange(min(step, len(data) - at))
        for kind, damage in (("a bit flipped", flip), ("cut", truncate)):
            torn.write_bytes(data)
            damage(torn, spot)
            yield f"backup: {kind}", str(spot), _read(torn, good)


def _read(torn: Path, good: backup_file.Backup) -> Verdict:
    try:
        found = backup_file.read(torn)
    except (BackupDamaged, FromNewerVersion) as error:
        return Verdict("blocked", type(error).__name__)
    return Verdict("whole") if found.rows == good.rows else Verdict("SILENT", "another diary came out")


def flip(path: Path, spot: int) -> None:
    """Flip one bit of the byte at *spot*."""
    with path.open("r+b") as stream:
        stream.seek(spot)
        (byte,) = stream.read(1)
        stream.seek(spot)
        stream.write(bytes([byte ^ 1 << spot % 8]))


def truncate(path: Path, size: int) -> None:
    """Cut the file off after *size* bytes."""
    with path.open("r+b") as stream:
        stream.truncate(size)


def only(folder: Path, name: str) -> None:
    """Leave nothing but the part *name* and the key."""
    for other in folder.iterdir():
        if other.name not in (name, "diary.key"):
            other.unlink()
