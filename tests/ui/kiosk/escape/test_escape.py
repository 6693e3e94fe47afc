"""Strangers try to get out of the kiosk, or to leave something behind; afterwards it stands there as before."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.kiosk.escape.attempts import ATTEMPTS, NOT_TRIED, Attempt
from tests.ui.kiosk.escape.stage import MANAGERS, CageStage, Stage
from tests.ui.kiosk.visits import begun
from tpe_guide.kiosk_app import make_kiosk
from tpe_guide.ui.kiosk.kiosk_window import KioskWindow

OPEN_TO = {
    # It draws this menu itself, and keeps the keyboard meanwhile; and it starts these programs before we hear of it.
    "openbox as it comes": {"press alt+space", "press Print", "press alt+Print"},
}
_QT_NAMES = {"super": "Meta", "Escape": "Esc", "grave": "`", "comma": ",", "period": ".", "backslash": "\\"}


def test_the_table_is_long_and_names_each_attempt_once() -> None:
    assert len({each.name for each in ATTEMPTS}) == len(ATTEMPTS) > 71


@pytest.fixture
def kiosk(qapp: QApplication) -> Iterator[KioskWindow]:
    """The kiosk with the guide that everybody reads, begun."""
    now = [0.0]

    def later() -> float:
        now[0] += 1.0
        return now[0]

    window = make_kiosk(qapp, now=later)
    window.resize(1366, 768)
    window.show()
    begun(window)
    yield window
    window.leave()
    window.deleteLater()


def test_no_key_of_the_table_opens_a_window_or_closes_the_kiosk(kiosk: KioskWindow, data_dir: Path) -> None:
    """The short form of the table: what a window manager leaves to us, and no real one."""
    pressed = 0
    for each in ATTEMPTS:
        for chord in each.does.split()[2:] if each.name.startswith("press ") else ():
            sequence = QKeySequence("+".join(_QT_NAMES.get(part, part) for part in chord.split("+")))
            if sequence.count() and sequence[0].key() != Qt.Key.Key_unknown:  # type: ignore[index]
                QTest.keySequence(QApplication.focusWidget() or kiosk, sequence)
                pressed += 1

    assert pressed > 71
    assert others(kiosk) == []
    assert kiosk.isVisible()
    assert not data_dir.exists() or not [*data_dir.rglob("*")]


def test_no_number_of_fingers_opens_a_window_or_closes_the_kiosk(kiosk: KioskWindow) -> None:
    touchscreen = QTest.createTouchDevice()
    for fingers in (1, 2, 3, 5):
        places = [QPoint(100 + 90 * number, 300) for number in range(fingers)]
        touch = QTest.touchEvent(kiosk, touchscreen)
        for number, place in enumerate(places):
            touch.press(number, place, kiosk)
        touch.commit()
        for far in (100, 300):
            for number, place in enumerate(places):
                touch.move(number, place + QPoint(0, far), kiosk)
            touch.commit()
        for number, place in enumerate(places):
            touch.release(number, place + QPoint(0, 300), kiosk)
        touch.commit()

    assert others(kiosk) == []
    assert kiosk.isVisible()


def others(kiosk: KioskWindow) -> list[str]:
    """The windows that are shown, and are not the kiosk's."""
    shown = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not kiosk]
    return [each.metaObject().className() for each in shown]


@pytest.mark.slow
@pytest.mark.parametrize("manager", [*MANAGERS, "cage"])
def test_whatever_strangers_try_the_kiosk_stands_there_as_before(
    manager: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Real keys and a real pointer on a real screen, then a look at who has screen and keyboard, and what was left."""
    needed = ["Xvfb", "xdotool", *(["cage"] if manager == "cage" else MANAGERS[manager][:1])]
    missing = [each for each in needed if not shutil.which(each)]
    if missing or sys.platform != "linux":
        pytest.skip(f"needs Linux and: {', '.join(missing)}")

    with TemporaryDirectory() as folder:  # where every account may enter, as cage's does
        Path(folder).chmod(0o711)
        results = dict(tried(Path(folder), manager))

    with capsys.disabled():
        print(*table(manager, results), sep="\n")
    assert {each.name for each, result in results.items() if result} == OPEN_TO.get(manager, set())


def tried(folder: Path, manager: str) -> Iterator[tuple[Attempt, str]]:
    """How each attempt went; after one that led out, the rest begins in a new session."""
    # In cage there is no other program that could move a window.
    left = [each for each in ATTEMPTS if manager != "cage" or each.group != "another program"]
    session = 0
    while left:
        session += 1
        (folder / str(session)).mkdir()
        with (CageStage if manager == "cage" else Stage)(folder / str(session), manager) as stage:
            stage.begin()
            while left and not stage.trouble():
                yield left[0], stage.tried(left.pop(0))


def table(manager: str, results: dict[Attempt, str]) -> Iterator[str]:
    """What ``make proofs`` prints."""
    held = sum(not result for result in results.values())
    yield f"\nAttempts to get out, {manager}: {held} of {len(results)} held"
    for group in dict.fromkeys(each.group for each in results):
        of_group = {each: result for each, result in results.items() if each.group == group}
        yield f"  {group}: {sum(not result for result in of_group.values())} of {len(of_group)}"
        yield from (f"    OUT  {each.name}: {result}" for each, result in of_group.items() if result)
    yield from (f"  not tried  {name}: {why}" for name, why in NOT_TRIED.items())
