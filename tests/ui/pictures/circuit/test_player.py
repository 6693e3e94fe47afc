"""It flows only while somebody can see it, and never for long: else no timer runs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tpe_guide.ui.pictures.circuit.player import FRAME_MS, LONGEST_SECONDS, Player


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Stage:
    """A window with something in it that plays."""

    def __init__(self, *, still: bool = False) -> None:
        self.window = QWidget()
        self.shown = QWidget(self.window)
        self.clock = Clock()
        self.player = Player(self.shown, still=still, now=self.clock)
        self.flowed: list[float] = []
        self.player.flowed.connect(self.flowed.append)

    @property
    def timers(self) -> list[QTimer]:
        return [timer for timer in self.player.findChildren(QTimer) if timer.isActive()]

    def frame(self, seconds: float = FRAME_MS / 1000) -> None:
        """One frame, *seconds* after the last."""
        self.clock.now += seconds
        self.player.findChild(QTimer).timeout.emit()


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    made = Stage()
    qtbot.addWidget(made.window)
    made.window.show()
    return made


def test_nothing_runs_until_it_plays_and_nothing_after_a_pause(stage: Stage) -> None:
    assert stage.timers == []
    stage.player.play()
    assert len(stage.timers) == 1
    stage.frame()
    assert stage.flowed == [pytest.approx(0.033)]
    stage.player.pause()
    assert stage.timers == []


def test_it_flows_on_where_it_paused(stage: Stage) -> None:
    stage.player.play()
    stage.frame()
    stage.player.pause()
    stage.clock.now += 1000
    stage.player.play()
    stage.frame()
    assert stage.flowed[-1] == pytest.approx(0.066)


def test_it_stops_by_itself_after_a_minute(stage: Stage) -> None:
    stage.player.play()
    for __ in range(round(LONGEST_SECONDS / 0.1) + 1):
        stage.frame(0.1)
    assert stage.timers == []
    assert stage.flowed[-1] == pytest.approx(LONGEST_SECONDS, abs=0.2)
    stage.player.play()
    assert stage.player.playing, "and plays on when asked again"
    stage.player.pause()


def test_it_stops_when_it_is_hidden(stage: Stage) -> None:
    stage.player.play()
    stage.shown.hide()
    assert stage.timers == []
    stage.player.play()
    assert stage.timers == [], "what cannot be seen does not play"


def test_it_stops_when_the_window_is_left(stage: Stage) -> None:
    stage.player.play()
    QApplication.sendEvent(stage.window, QEvent(QEvent.Type.WindowDeactivate))
    assert stage.timers == []


def test_it_never_plays_where_it_is_to_keep_still(qtbot: QtBot) -> None:
    stage = Stage(still=True)
    qtbot.addWidget(stage.window)
    stage.window.show()
    stage.player.play()
    assert stage.timers == []
    stage.player.set_still(False)
    stage.player.play()
    assert len(stage.timers) == 1
    stage.player.set_still(True)
    assert stage.timers == []


def test_blood_does_not_jump_after_the_computer_slept(stage: Stage) -> None:
    stage.player.play()
    stage.frame(3600)
    assert stage.flowed[-1] < 0.2
    stage.player.pause()


def test_each_change_is_told_once(stage: Stage) -> None:
    told: list[bool] = []
    stage.player.playing_changed.connect(told.append)
    for act in (stage.player.play, stage.player.play, stage.player.pause, stage.player.pause):
        act()
    assert told == [True, False]
