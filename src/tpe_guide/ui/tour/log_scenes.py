"""The log in each of its states, and what was saved."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QWidget

from tpe_guide.navigation import Locator
from tpe_guide.ui.tour.stage import NOW, Stage

TWO_EFFECTS = ("effect-tingling", "level-tingling-2", "effect-tired", "level-tired-3", "began-at-home")
FOUR_EFFECTS = (
    *("effect-tingling", "level-tingling-1", "effect-tired", "level-tired-2"),
    *("effect-nausea", "level-nausea-1", "effect-light-headed", "began-during"),
)
WARNING = (
    *("effect-fever-chills", "level-fever-chills-2", "temperature-plus", "effect-tired", "level-tired-3"),
    "began-at-home",
)
ALL_OF_IT = (*TWO_EFFECTS, "began-each", "open-told", "told-tired-yes", "open-note", "open-function", "vision-6")


def log(taps: tuple[str, ...], stage: Stage) -> QWidget:
    """The log, with *taps* made in it."""
    window = stage.open("open", "log").window
    stage.press(window, *taps)
    return window


def log_of_last_night(stage: Stage) -> QWidget:
    """Forty minutes after midnight, in the night after the last session."""
    program = stage.open("open")
    night = dt.datetime.combine(NOW.date(), dt.time(0, 40), NOW.tzinfo)
    diary = program.diary.diary_session
    diary.now = diary.drafts.now = lambda: night
    program.session.go(Locator("log"))
    stage.settle()
    return program.window


def saved(stage: Stage) -> QWidget:
    """Two effects, saved."""
    window = log(TWO_EFFECTS, stage)
    stage.press(window, "save")
    return window
