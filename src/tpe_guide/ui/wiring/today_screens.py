"""Today, the paths that begin there, and what they stand on.

What is known of the diary is looked at and never opened: Today is the first screen, and waits for nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from tpe_guide.guide.library import Library
from tpe_guide.i18n import _
from tpe_guide.navigation import HOME, Locator, ScreenId
from tpe_guide.ui.guide.reading_state import ReadingState
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.shell.main_window import ScreenMaker
from tpe_guide.ui.shell.session import Session
from tpe_guide.ui.wiring.diary_screens import DiaryScreens

if TYPE_CHECKING:
    from tpe_guide.ui.today.known import Known
    from tpe_guide.ui.today.today import CarryOn
    from tpe_guide.ui.today.walking import Walking


def no_list() -> str | None:
    """There is no list of things to do."""
    return None


class TodayScreens(QObject):
    """Makes each screen as the window asks for it.

    *left_to_do* tells the first thing on the person's list that is not ticked; empty: all are; None: there is no list.
    """

    changed = Signal()
    """The screen that is shown should be made anew."""

    def __init__(
        self,
        library: Library,
        session: Session,
        diary: DiaryScreens,
        reading: ReadingState,
        now: Callable[[], dt.datetime],
        *,
        left_to_do: Callable[[], str | None] = no_list,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._session = session
        self._diary = diary
        self._reading = reading
        self._now = now
        self._left_to_do = left_to_do
        session.located.connect(self._on_located)

    def makers(self) -> dict[ScreenId, ScreenMaker]:
        """The screens by place."""
        return {"home": self._today, "path": self._path}

    def path_bar(self, theme: Theme) -> QWidget | None:
        """What stands above the step of a path; None where the person is on none."""
        from tpe_guide.ui.shell.steps import steps_at
        from tpe_guide.ui.today.path_bar import PathBar

        steps = steps_at(self._library, self._session)
        if steps is None:
            return None
        bar = PathBar(theme, steps, self._walking.done(steps.walk), self._walking.minutes(steps.here))
        bar.chosen.connect(self._session.go)
        return bar

    @cached_property
    def _midnight(self) -> QTimer:
        timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.VeryCoarseTimer)
        timer.timeout.connect(self._on_midnight)
        return timer

    @cached_property
    def _walking(self) -> Walking:
        from tpe_guide.ui.today.walking import Walking

        return Walking(self._library, self._session)

    def _on_located(self, locator: Locator) -> None:
        """Whoever has never been on a path needs nothing that keeps one."""
        choices = self._session.settings
        if locator.path or choices.stops:
            self._walking.arrive()

    def _today(self, theme: Theme, locator: Locator) -> QWidget:
        from tpe_guide.ui.today.today import TodayPage

        choices, known = self._session.settings, self._known()
        if known is not None:
            self._midnight.start(_ms_to_midnight(self._now()))
        screen = TodayPage(
            theme,
            self._library,
            self._session.policy,
            known=known,
            carry_on=self._carry_on(),
            marked=any(page in self._library.order for page in choices.bookmarks),
            changed=bool(self._reading.all_changes()),
        )
        screen.chosen.connect(self._session.go)
        screen.asked.connect(self._act)
        return screen

    def _on_midnight(self) -> None:
        """What was tomorrow is today."""
        if self._session.locator == HOME:
            self.changed.emit()

    def _path(self, theme: Theme, locator: Locator) -> QWidget:
        walk = self._walking.walk(locator.page)
        if walk is None:  # a guide of somebody else's may lack it
            return self._today(theme, locator)
        from tpe_guide.ui.today.path import PathPage, Progress

        walking, known = self._walking, self._known()
        here = walking.here(walk)
        to_come = known if known and known.when in ("ahead", "tomorrow", "today") and walk.id == "coming-up" else None
        # Asked at the end only: a diary without a passcode is opened by asking.
        left = self._left_to_do() if walking.is_done(walk) else None
        begun, minutes, kept = walking.is_begun(walk), walking.minutes(here), self._session.is_kept
        progress = Progress(walking.done(walk), here, begun, minutes, to_come, left, kept)
        screen = PathPage(theme, walk, progress)
        screen.chosen.connect(self._session.go)
        screen.started_again.connect(self._start_again)
        return screen

    def _start_again(self) -> None:
        walk = self._walking.walk(self._session.locator.page)
        if walk is not None:
            self._walking.start_again(walk)
            self.changed.emit()

    def _known(self) -> Known | None:
        """What may be said of the next session: nothing at a kiosk, nor while the diary is locked."""
        choices, diary = self._session.settings, self._session.policy.diary
        found = self._diary.next_up() if diary else None
        if found is None and not (diary and choices.next_session):
            return None
        from tpe_guide.ui.today.known import LOCKED, of_diary, of_statement

        if found is None:
            return of_statement(choices.next_session, self._now().date())
        return LOCKED if found == "locked" else of_diary(found)

    def _carry_on(self) -> CarryOn | None:
        """The path that was left last, or the page that was read last since."""
        from tpe_guide.ui.today.today import CarryOn

        choices, library = self._session.settings, self._library
        walk = self._walking.walk(choices.last_path) if choices.last_path else None
        if walk is not None and not self._walking.is_done(walk):
            from tpe_guide.ui.shell.steps import Steps, step_screen

            here = self._walking.here(walk)
            place = _("{path}, {step}").format(path=walk.title, step=Steps(walk, walk.steps.index(here)).place)
            return CarryOn(here.title, place, step_screen(walk, here))
        if choices.last_page not in library.order:
            return None
        chapter, number, count = library.position(choices.last_page)
        place = _("Chapter {chapter}, page {number} of {count}").format(chapter=chapter, number=number, count=count)
        return CarryOn(library.page_title(choices.last_page), place, Locator("page", choices.last_page))

    def _act(self, does: str) -> None:
        match does:
            case "get-ready" | "rehearse":
                self._session.go(self._way_to_be_ready(does))
            case "nothing-new":
                self._diary.log_nothing_new()
            case "diary":
                self._session.go(Locator("diary"))
            case "log":
                self._session.go(Locator("log"))
            case "my-session":
                self._session.go(Locator("my-session"))

    def _way_to_be_ready(self, does: str) -> Locator:
        """On the path to a session, if the guide has one."""
        from tpe_guide.ui.shell.steps import path_screen, step_screen

        walk = self._walking.walk("coming-up")
        rehearsal = next((step for step in walk.steps if step.place == "rehearsal"), None) if walk else None
        if walk and does == "get-ready":
            return path_screen(walk)
        return step_screen(walk, rehearsal) if walk and rehearsal else Locator("rehearsal")


def _ms_to_midnight(now: dt.datetime) -> int:
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    return int((today + dt.timedelta(days=1) - now).total_seconds() * 1000) + 1
