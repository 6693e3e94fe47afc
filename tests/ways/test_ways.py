"""What people come for, in five ways: a person who hears it, one with keys alone, large letters, a hand that shakes.

Each cell is done by real hands in a real window, and proven by what is left of it: an entry in the diary, a page in
the tray of a printer. ``conftest`` prints the table of them. Nobody with a disability has tried any of it yet; a
program that plays a hand is no hand.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
import pytest

from tests.conftest import A_THURSDAY_MORNING
from tests.ui.printing.private_cups import private_queue
from tests.ui.printing.private_cups import what_is_missing as what_is_missing_to_print
from tests.ways.session import MOST_SECONDS, Scene, use, what_is_missing
from tests.ways.table import TASKS, WAYS, Outcome, table
from tpe_guide.diary.store import DiaryStore

NOW = A_THURSDAY_MORNING.isoformat()
SCENES = {
    "T1": Scene(page="tingling"),
    "T2": Scene(page="tingling"),
    "T3": Scene(diary="empty"),
    "T4": Scene(diary="demo"),
    "T5": Scene(),
}
A4 = (595, 842)


@pytest.mark.slow
@pytest.mark.timeout(MOST_SECONDS + 60)
@pytest.mark.parametrize("task", TASKS)
@pytest.mark.parametrize("way", WAYS)
def test_way(tmp_path: Path, way: str, task: str) -> None:
    why = what_is_missing(to_hear=way == "orca") or (what_is_missing_to_print() if task == "T4" else "")
    if why:
        pytest.skip(why)
    scene = SCENES[task]
    if way == "400 %":
        scene = scene._replace(size="480x800", percent=400)
    if task == "T4":
        with TemporaryDirectory() as spool:  # where the filters of the queue, which are not root, can come
            print_it(tmp_path, Path(spool), way, scene)
    else:
        use(tmp_path, way, task, scene, NOW, {})
    if task == "T3":
        with DiaryStore.open(tmp_path / "data", None) as store:
            (entry,) = store.entries()
        (effect,) = entry.effects
        assert (effect.effect, effect.severity, effect.began) == ("tingling", 1, "during")


def print_it(folder: Path, spool: Path, way: str, scene: Scene) -> None:
    """To a print queue of our own, below *spool*: one page of A4 comes out."""
    with private_queue(spool / "cups") as queue:
        use(folder, way, "T4", scene, NOW, {"CUPS_SERVER": queue.server})
        with pikepdf.open(queue.printed()) as pdf:
            (page,) = pdf.pages
            left, bottom, right, top = (float(value) for value in page.mediabox)
    assert (right - left, top - bottom) == pytest.approx(A4, abs=2)


SHOWN = {(task, way): Outcome("shown") for task in TASKS for way in WAYS}


def test_a_table_of_all_that_was_shown() -> None:
    lines = table(SHOWN)
    assert sum(line.count("✓") for line in lines) == 25
    assert lines[-1] == "25 of 25 shown."


def test_what_failed_is_shown_as_failed() -> None:
    lines = table(SHOWN | {("T3", "orca"): Outcome("failed", "“Saved” was not heard")})
    assert sum(line.count("✓") for line in lines) == 24
    assert "24 of 25 shown." in lines
    assert lines[-1] == "✗ failed: T3 by ear, with Orca: “Saved” was not heard"


def test_what_could_not_be_tried_is_no_pass_and_says_why() -> None:
    without = {("T4", way): Outcome("not run", "not installed: cupsd") for way in WAYS}
    lines = table(SHOWN | without)
    assert "20 of 25 shown." in lines
    assert lines[-1].startswith("– not run here: T4 by names, from outside, T4 by ear, with Orca, ")
    assert lines[-1].endswith(": not installed: cupsd")


def test_what_nobody_asked_for_is_told() -> None:
    lines = table({("T1", "bus"): Outcome("shown")})
    assert "1 of 25 shown." in lines
    assert lines[-1].endswith(": it was not asked for")
