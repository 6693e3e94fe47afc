"""Every state of the log, of the night after and of what was saved fits, in any window and at any text size."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from tests.conftest import FixedClock
from tests.ui.diaries import begin_diary, log
from tests.ui.programs import OpenProgram, find, go
from tests.ui.stops import ALL, Stop
from tests.ui.test_fit import first_size, walk
from tpe_guide.app import Program
from tpe_guide.diary.model import Course, EffectReport, Entry, ExchangeSession, OwnEffect
from tpe_guide.diary.store import DiaryStore
from tpe_guide.settings import Settings

LAPTOP = (1366, 728)


@pytest.fixture
def had(data_dir: Path, clock: FixedClock) -> None:
    """Three sessions of this week, one that was missed, one that is planned; and an entry to fill in from."""
    clock.now = dt.datetime.fromisoformat("2026-05-09T09:12:00+02:00").astimezone(clock.now.tzinfo)
    with DiaryStore.create(data_dir, None) as store:
        store.set_course(Course("c", own_effects=(OwnEffect("a buzz in my ears"),)))
        for number, day in enumerate((4, 6, 8), start=1):
            store.add_session(ExchangeSession(f"s{number}", number, dt.date(2026, 5, day)))
        store.add_session(ExchangeSession("s4", 4, dt.date(2026, 5, 5), state="missed"))
        store.add_session(ExchangeSession("s5", 5, dt.date(2026, 5, 10), state="planned"))
        entry = Entry("e1", "s2", day=dt.date(2026, 5, 6), recorded_at=clock.now, effects=(EffectReport("tired", 1),))
        store.save_entry(entry)


def press(program: Program, *names: str) -> None:
    for name in names:
        find(program, name).click()


def as_it_is_filled_in(program: Program) -> Iterator[str]:
    yield "as it comes"
    press(program, "effect-tingling", "level-tingling-2", "effect-fever-chills", "effect-other", "own-0")
    find(program, "words-own-0", QPlainTextEdit).setPlainText("a hum, " * 60)
    yield "with four effects"
    press(program, "effect-more-signs", "began-each", "level-own-0-1", "level-fever-chills-3")
    press(program, "retire-own-1", "retire-own-1")
    yield "with all signs, and when for each"
    press(
        program,
        "unfold-own-0",
        "take-out-own-0",
        "open-told",
        "open-note",
        "open-function",
        "open-helper",
        "moment",
        "another-day",
    )
    find(program, "note", QPlainTextEdit).setPlainText("word " * 500)
    find(program, "temperature-plus").click()
    yield "with all of it open"
    program.diary.diary_session.drafts.throw_away()
    program.diary.diary_session.changed.emit()
    yield "thrown away"


def save(program: Program) -> None:
    go(program, "log")
    press(program, "effect-tingling", "level-tingling-3", "effect-fever-chills", "level-fever-chills-2", "began-during")
    press(program, "unlike-yes", "open-helper", "save")


LOG = [Stop("log", partial(go, place="log"), [*ALL, LAPTOP], as_it_is_filled_in), Stop("saved", save)]


@pytest.mark.parametrize(
    ("theme", "percent"),
    [
        ("dark", 400),
        *(pytest.param(*each, marks=pytest.mark.slow) for each in (("light", 100), ("light", 200), ("contrast", 150))),
    ],
)
def test_it_fits(open_program: OpenProgram, had: None, theme: str, percent: int) -> None:
    program = open_program(chosen=Settings(text_percent=percent, theme=theme, motion="still"))
    found = walk(program, LOG, first_size(percent, theme))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("percent", [100, pytest.param(200, marks=pytest.mark.slow)])
def test_it_fits_from_right_to_left(open_program: OpenProgram, had: None, percent: int) -> None:
    program = open_program(chosen=Settings(text_percent=percent, motion="still"))
    program.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    found = walk(program, LOG)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("percent", [100, 200, 400])
def test_the_night_after_fits(open_program: OpenProgram, had: None, clock: FixedClock, percent: int) -> None:
    clock.now = dt.datetime.fromisoformat("2026-05-09T00:40:00+02:00").astimezone(clock.now.tzinfo)
    program = open_program(chosen=Settings(text_percent=percent, motion="still"))
    found = walk(program, [Stop("night", partial(go, place="log"))])
    assert not found, "\n".join(found)


def test_all_three_taps_are_seen_at_once_on_a_laptop(open_program: OpenProgram) -> None:
    program = open_program(size=LAPTOP)
    begin_diary(program)
    log(program, "effect-tingling", "level-tingling-2", "effect-tired", "level-tired-3", "began-at-home")
    shown = program.window.rect()
    bar = find(program, "save").parentWidget()
    assert bar is not None
    for name in ("effect-tingling", "effect-fever-chills", "level-tired-3", "began-unknown", "open-note"):
        button = find(program, name)
        place = button.rect().translated(button.mapTo(program.window, button.rect().topLeft()))
        assert shown.contains(place), name
        assert place.bottom() < bar.mapTo(program.window, bar.rect().topLeft()).y(), name
