"""The screens of the course in an open diary: all of it, one session, one entry, a course before it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from tpe_guide.errors import TpeGuideError
from tpe_guide.i18n import _
from tpe_guide.navigation import Locator
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.wiring.diary_states import DiaryStates

if TYPE_CHECKING:
    from tpe_guide.diary.model import Entry
    from tpe_guide.ui.diary.overview.page import Way

_ASK, _MATTERS = "message-circle", Locator("matters")
_WHEN_CHANGE = "when-change-may-come"


class CourseScreens(DiaryStates):
    """Makes each, once the diary is open."""

    def _the_overview(self, theme: Theme) -> QWidget:
        from tpe_guide.ui.diary.overview.page import OverviewPage

        change = Locator("page", _WHEN_CHANGE) if _WHEN_CHANGE in self._library.order else None
        screen = OverviewPage(theme, self.overview, self.catalogue, self._ways_on(), change, self._messages.warn)
        screen.chosen.connect(self._session.go)
        return screen

    def _ways_on(self) -> list[Way]:
        """What belongs to the diary and is not in its entries."""
        from tpe_guide.ui.diary.overview.page import Way

        ask = sum(not question.asked for question in self.questions.all())
        picked = len(self.matters.matters.values)
        return [
            Way(_("My questions"), _("{count} to ask").format(count=ask) if ask else "", _ASK, Locator("questions")),
            Way(_("What matters to me"), _("{count} picked").format(count=picked) if picked else "", "scale", _MATTERS),
            Way(_("Backups, files, passcode"), "", "hard-drive", Locator("keeping")),
        ]

    def _one_entry(self, entry_id: str, theme: Theme) -> QWidget:
        """Where it is gone, as after Back: the overview."""
        from tpe_guide.ui.diary.entry.page import EntryPage

        entry = self.diary_session.store.glance().entry(entry_id)
        if entry is None:
            return self._the_overview(theme)
        screen = EntryPage(theme, self.overview, entry, self.catalogue, self._messages.warn)
        screen.chosen.connect(self._session.go)
        screen.edit_asked_for.connect(self._edit)
        return screen

    def _one_session(self, session_id: str, theme: Theme) -> QWidget:
        from tpe_guide.ui.diary.exchange.page import ExchangePage
        from tpe_guide.ui.diary.form_keeper import NEW

        known = {session.id for session in self.diary_session.store.sessions()}
        if session_id not in (*known, NEW):
            return self._the_overview(theme)
        screen = ExchangePage(theme, self.overview, session_id, self._messages.warn)
        screen.left.connect(self._go_to_diary)
        return screen

    def _a_plan(self, theme: Theme) -> QWidget:
        """Where there is no room for more, as after Back: the overview, which says so."""
        from tpe_guide.diary.planning import room_for
        from tpe_guide.ui.diary.plan.page import PlanPage

        if not room_for(self.diary_session.store.sessions()):
            return self._the_overview(theme)
        screen = PlanPage(theme, self.overview, self._messages.warn)
        screen.left.connect(self._go_to_diary)
        return screen

    def _one_course(self, course: str, theme: Theme) -> QWidget:
        """A course before the present one; where there is none of that id, as after Undo: the overview."""
        from tpe_guide.ui.diary.earlier.page import EarlierPage

        if not self._is_earlier(course):
            return self._the_overview(theme)
        screen = EarlierPage(theme, self.overview, course, self.catalogue, self._messages.warn)
        screen.chosen.connect(self._session.go)
        screen.saved.connect(partial(self._save_course, course))
        return screen

    def _save_course(self, course: str, chosen: str) -> None:
        """What came of it is told where files are looked after."""
        self.keeping.save_course(course, chosen)
        self._go_to_keeping()

    def _is_earlier(self, course: str) -> bool:
        return any(one.course.id == course for one in self.diary_session.store.earlier())

    def _edit(self, entry: Entry) -> None:
        """Open the log, filled in with what *entry* says."""
        try:
            self.diary_session.change(entry)
        except TpeGuideError as error:
            self._messages.warn(error)
            return
        self._session.go(Locator("log"))

    def _go_to_diary(self) -> None:
        self._session.go(Locator("diary"))

    def _go_to_keeping(self) -> None:
        self._session.go(Locator("keeping"))
