"""Each file of a diary flipped and cut at every 512 bytes, missing, empty, stale or foreign; backups likewise."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Iterator, Sequence
from functools import partial
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
            yield f"{name}: a bit flipped", str(spot), partial(_damage, name, flip, spot)
            yield f"{name}: cut", str(at), partial(_damage, name, truncate, at)
        yield f"{name}: missing", "", partial(_damage, name, Path.unlink, None)
        yield f"{name}: stale", "", partial(_bring, earlier, [name])
        yield f"{name}: foreign", "", partial(_bring, foreign, [name])
        yield f"{name}: alone with its key", "", partial(only, name)
    # Of a folder that is older as a whole nobody can know; here the seal knows.
    yield "all but the seal stale", "", partial(_bring, earlier, [name for name in PARTS if name != "diary.seal"])


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


def only(name: str, folder: Path) -> None:
    """Leave nothing but the part *name* and the key."""
    for other in folder.iterdir():
        if other.name not in (name, "diary.key"):
            other.unlink()


def _damage(name: str, damage: Callable[..., object], spot: int | None, folder: Path) -> None:
    damage(folder / name) if spot is None else damage(folder / name, spot)


def _bring(others: Path, names: Sequence[str], folder: Path) -> None:
    for name in names:
        shutil.copy2(others / name, folder / name)
