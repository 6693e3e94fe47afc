"""Opens the overview of a short diary and of a long one, in turns. Arguments: folder, rounds.

Prints JSON: seconds until it is painted, from a press (``overview-…``) and from the passcode (``unlock-…``); from the
press on Save until *Saved* is painted, which waits for the disk (``saved-…``); and of three taps and that (``taps-…``).
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import sys
import time
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from _window import Stopwatch, become_quiet, open_window
from PySide6.QtWidgets import QAbstractButton, QApplication

from tpe_guide.app import Program
from tpe_guide.diary.demo import demo_diary
from tpe_guide.diary.model import Diary
from tpe_guide.diary.store import DiaryStore
from tpe_guide.navigation import Locator
from tpe_guide.policy import HOME
from tpe_guide.ui.diary.diary_session import DiarySession
from tpe_guide.ui.diary.overview.course_card import CourseCard
from tpe_guide.ui.diary.saved_entry import SavedEntry

SIZES = {"short": 20, "long": 19_800}
"""The longest that still takes what is saved here."""
PASSCODE = "three calm words"
TODAY = dt.date.today()
TAPS = ("effect-tired", "level-tired-2", "began-at-home")


def diary(count: int) -> Diary:
    """The demo course with *count* entries about its sessions."""
    demo = demo_diary(TODAY)
    entries = (dataclasses.replace(demo.entries[at % len(demo.entries)], id=f"e{at}") for at in range(count))
    return dataclasses.replace(demo, entries=tuple(entries))


def unlock(diary_session: DiarySession) -> None:
    """Type the passcode; the key is derived beside the window, which has nothing else to do."""
    diary_session.unlock(PASSCODE)
    diary_session.deriving.finish()


def main(folder: Path, rounds: int) -> dict[str, list[float]]:
    """Begin both diaries, and open each many times."""
    programs = {}
    application: QApplication | None = None
    for name, count in SIZES.items():
        with DiaryStore.create(folder / name, PASSCODE) as store:
            store.import_diary(diary(count), name)
    for name in SIZES:
        if application is None:
            application, programs[name] = open_window("home", folder / name)
        else:
            programs[name] = Program(HOME, data_dir=folder / name, page="home")
            programs[name].window.resize(1440, 900)
            programs[name].window.show()
    assert application is not None
    watch, card = Stopwatch(application, CourseCard), Stopwatch(application, SavedEntry)
    acts = ("unlock", "overview", "saved", "taps")
    times: dict[str, list[float]] = {f"{act}-{name}": [] for act in acts for name in SIZES}
    for number in range(rounds + 1):
        for name, program in programs.items():
            diary_session, session = program.diary.diary_session, program.session
            if number % 5 == 0:
                diary_session.close()
                session.go(Locator("diary"))
                become_quiet(application)
                taken = watch.seconds(partial(unlock, diary_session))
                act = "unlock"
            else:
                taken = watch.seconds(lambda: session.go(Locator("diary")))  # noqa: B023
                act = "overview"
            if number:  # the first imports what it needs
                times[f"{act}-{name}"].append(taken)
            become_quiet(application)
            session.go(Locator("keys"))
            become_quiet(application)
    for number in range(rounds + 1):
        for name, program in programs.items():
            program.session.go(Locator("log"))
            become_quiet(application)
            began = time.perf_counter()
            for tap in TAPS:
                button(program, tap).click()
                application.processEvents()
            saved = card.seconds(button(program, "save").click)
            if number:
                times[f"saved-{name}"].append(saved)
                times[f"taps-{name}"].append(time.perf_counter() - began)
            become_quiet(application)
    for program in programs.values():
        program.window.closed.emit()
    return times


def button(program: Program, name: str) -> QAbstractButton:
    """The one called *name* on the screen that is shown."""
    found = program.window.findChildren(QAbstractButton, name)
    return next(one for one in reversed(found) if one.isVisible())


print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]))))
