"""Killed by the system in the middle of a backup, of making room, of a restore: all is whole, and nothing half is left.

Nobody knows where in its work the other process is when its time is over; a timer of the system ends it as ``kill -9``
would, without a word to it.
"""

from __future__ import annotations

import random
import signal
import sys
import tempfile
from pathlib import Path

import pytest

from tests.conftest import FixedClock
from tests.diary.conftest import start
from tests.diary.stories import entry
from tpe_guide import paths
from tpe_guide.diary import backup, backup_file
from tpe_guide.diary.folder import PENDING
from tpe_guide.diary.rotation import DAYS, NEWEST, WEEKS
from tpe_guide.diary.store import DiaryStore

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such timers here")

SHORT = [*range(6)]
LONG = [pytest.param(seed, marks=pytest.mark.slow) for seed in range(100, 200)]
"""As many again as `make proofs` has time for."""

BACK_UP = """
import datetime as dt, signal, sys
from pathlib import Path
from tests.conftest import A_THURSDAY_MORNING
from tests.diary.stories import entry
from tpe_guide.diary import backup
from tpe_guide.diary.store import DiaryStore
with DiaryStore.open(Path(sys.argv[1]), None) as store:
    count = len(store.entries())
    day = A_THURSDAY_MORNING + dt.timedelta(days=count)
    backup.back_up(store, day)
    signal.setitimer(signal.ITIMER_REAL, float(sys.argv[2]))
    while True:
        store.save_entry(entry(count))
        count, day = count + 1, day + dt.timedelta(days=1)
        print("saved", count, flush=True)
        print("kept", backup.back_up(store, day).entries, flush=True)
"""

RESTORE = """
import itertools, signal, sys
from pathlib import Path
from tpe_guide.diary import restore
where, *saved = map(Path, sys.argv[1:4])
signal.setitimer(signal.ITIMER_REAL, float(sys.argv[4]))
for path in itertools.cycle(saved):
    with restore.preview(where, path, None) as what:
        pass
    print("restored", what.now().entries, flush=True)
"""


def told_by(script: str, *arguments: object) -> dict[str, int]:
    """What another process said last, of each kind, before its time was over."""
    said, complained = start(script, *arguments).communicate(timeout=60)
    assert not complained
    whole = said.split("\n")[:-1]  # its time may be over in the middle of a line
    return {kind: int(number) for kind, number in (line.split() for line in whole)}


@pytest.mark.parametrize("seed", [*SHORT, *LONG])
def test_in_the_middle_of_backups_that_make_room(folder: Path, clock: FixedClock, seed: int) -> None:
    random.seed(seed)
    with DiaryStore.create(folder, None) as store:
        for number in range(12):
            store.save_entry(entry(number))
            backup.back_up(store, clock.advance(days=1))
    said = {"saved": 12, "kept": 12} | told_by(BACK_UP, folder, 0.02 + random.random() / 8)
    found = backup.newest_good(folder)
    assert found is not None
    assert found.entries >= said["kept"]
    assert backup.found(folder)[0].path == found.path, "each that has a name is good"
    for one in backup.found(folder):
        assert backup_file.read(one.path).entries <= found.entries
    with DiaryStore.open(folder, None) as store:
        assert store.found is None
        assert len(store.entries()) >= said["saved"]
        store.save_entry(entry(200))
        backup.back_up(store, clock.advance(days=400))
    left = {path.name for path in paths.backups_dir(folder).iterdir()}
    assert left == {one.path.name for one in backup.found(folder)}, "nothing half is left"
    assert len(left) <= DAYS + WEEKS + NEWEST


@pytest.mark.parametrize("seed", [*SHORT, *LONG])
def test_in_the_middle_of_restores(
    folder: Path, tmp_path: Path, clock: FixedClock, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    random.seed(seed)
    passing = tmp_path / "passing"
    passing.mkdir()
    monkeypatch.setenv("TMPDIR", str(passing))
    monkeypatch.setattr(tempfile, "tempdir", str(passing))
    saved = []
    for number, where in ((3, folder), (5, tmp_path / "other" / "data")):
        with DiaryStore.create(where, None) as store:
            for one in range(number):
                store.save_entry(entry(one, note="x" * 1900))
            saved.append(backup.back_up(store, clock()))
    told_by(RESTORE, folder, saved[1].path, saved[0].path, 0.01 + random.random() / 4)
    with DiaryStore.open(folder, None) as store:
        assert store.found is None
        assert store.rows() in [each.rows for each in saved]
        store.save_entry(entry(9))
    assert not [*folder.glob(f"{PENDING}*")]
    assert not [*folder.glob("*.part*")]
    backup_file.read(saved[0].path)
    assert not [*passing.iterdir()]


def test_the_timer_does_end_a_process(folder: Path) -> None:
    other = start("import signal; signal.setitimer(signal.ITIMER_REAL, 0.01)\nwhile True: pass")
    other.communicate(timeout=60)
    assert other.returncode == -signal.SIGALRM
