"""``python -m torture.app FOLDER SEED``: the real program, logging entries by its own buttons until it is killed.

Prints the id of each entry once *Saved* is on the screen: from then on it is acknowledged.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
from pathlib import Path
from random import Random

EFFECTS = ("tingling", "tired", "cold", "nausea", "headache", "cramps")
BEGAN = ("during", "way-home", "at-home", "next-day", "unknown")
START = dt.datetime(2026, 5, 8, 10, 0, tzinfo=dt.timezone(dt.timedelta(hours=2)))


def main(folder: Path, seed: int) -> None:
    """Log entries until killed."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from tpe_guide import app
    from tpe_guide.navigation import Locator
    from tpe_guide.policy import HOME
    from tpe_guide.ui.shell.application import make_application

    random = Random(seed)
    # A clock that people set back and forth.
    now = [START + dt.timedelta(hours=random.randrange(-200, 200))]
    application = make_application()
    program = app.Program(HOME, data_dir=folder, now=lambda: now[0])
    hand = Hand(application, program.window)
    program.window.show()
    while True:
        program.session.go(Locator("log"))
        hand.press_if_there("start-without", "begin-anew", "last-night")
        hand.press_if_there("session-none", "session-new-today")
        effect = random.choice(EFFECTS)
        hand.press(f"effect-{effect}")
        hand.press(f"level-{effect}-{random.randrange(1, 4)}")
        hand.press(f"began-{random.choice(BEGAN)}")
        hand.press("save")
        hand.see("done")
        print(program.diary.diary_session.saved[-1].id, flush=True)
        now[0] += dt.timedelta(minutes=random.randrange(1, 300))


class Hand:
    """Presses what is on the screen, by its name."""

    def __init__(self, application: object, window: object) -> None:
        self._application = application
        self._window = window

    def press(self, name: str) -> None:
        """Press the button *name*, which is there."""
        self.see(name)
        self._find(name).click()
        self._application.processEvents()

    def press_if_there(self, *names: str) -> None:
        """Press each of *names* that is there."""
        for name in names:
            self._application.processEvents()
            if self._find(name) is not None:
                self._find(name).click()

    def see(self, name: str) -> None:
        """Wait for the button *name*."""
        for __ in range(2000):
            self._application.processEvents()
            if self._find(name) is not None:
                return
        sys.exit(f"there is no {name}")

    def _find(self, name: str):
        from PySide6.QtWidgets import QAbstractButton

        found = self._window.findChildren(QAbstractButton, name)
        return next((one for one in reversed(found) if one.isVisible() and one.isEnabled()), None)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
