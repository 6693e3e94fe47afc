"""The screens of the diary, the nurse's page and urgent help, and what happens between them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from tpe_guide.errors import TpeGuideError
from tpe_guide.i18n import _
from tpe_guide.navigation import HOME, Locator, ScreenId
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.shell.main_window import ScreenMaker
from tpe_guide.ui.unit.unit_state import PHONE
from tpe_guide.ui.wiring.course_screens import CourseScreens
from tpe_guide.vocabulary.terms import ACCESSES_SAID

if TYPE_CHECKING:
    import datetime as dt

    from tpe_guide.diary.catalogue import Advice
    from tpe_guide.diary.model import ExchangeSession
    from tpe_guide.ui.shell.steps import Steps

KEEP = "keep"
"""At the places ``matters`` and ``my-session``: first open the diary, to keep what was said there."""
LOOK_OVER = "look-over"
"""At the place ``type-back``: what was typed, before it is saved."""
GET_READY = Locator("path", "coming-up")
"""Where one gets ready for a session."""


class DiaryScreens(CourseScreens):
    """Makes each screen as the window asks for it. *contents* is where “Read the guide” leads."""

    def log_nothing_new(self) -> None:
        """Log that nothing new was noticed after the session of yesterday, and show what was saved."""
        after = self._next_in_diary()
        if after is None or after.when != "after":
            self._session.go(Locator("log"))
            return
        try:
            self.diary_session.save_nothing_new(after.session)
        except TpeGuideError as error:
            self._messages.warn_unsaved(error)
            return
        self._messages.take_back_unsaved()
        self._go_to_saved()

    def makers(self) -> dict[ScreenId, ScreenMaker]:
        """The screens by place; where there is no diary, only urgent help."""
        if not self._session.policy.diary:
            return {"urgent": self._urgent}
        return {
            "diary": self._diary,
            "entry": self._entry,
            "exchange": self._exchange,
            "earlier": self._earlier,
            "plan": self._plan,
            "log": self._log,
            "type-back": self._type_back,
            "saved": self._saved,
            "keeping": self._keeping,
            "nurse": self._nurse,
            "questions": self._questions,
            "matters": self._matters,
            "my-session": self._my_session,
            "urgent": self._urgent,
        }

    def close(self) -> None:
        """Close the diary, if it was opened; its last backup is written when the window is gone (see ``finish``)."""
        if "diary_session" in self.__dict__:
            self.automatic.leave()
            self.diary_session.close()

    def finish(self) -> None:
        """Wait for the disk, for a short time: no window is left that could freeze."""
        if "diary_session" in self.__dict__:
            self.automatic.finish()
            self.diary_session.deriving.finish()
        if "keeping" in self.__dict__:
            self.keeping.finish()
        if "summary" in self.__dict__:
            self.summary.all.finish()
            self.summary.ahead.finish()
        from tpe_guide.ui.printing.saving import finish_all

        finish_all(self)

    # --- the screens ----------------------------------------------------------------------------------------

    def _diary(self, theme: Theme, locator: Locator) -> QWidget:
        return self._in_the_diary(theme, self._the_overview)

    def _entry(self, theme: Theme, locator: Locator) -> QWidget:
        return self._in_the_diary(theme, partial(self._one_entry, locator.page))

    def _exchange(self, theme: Theme, locator: Locator) -> QWidget:
        return self._in_the_diary(theme, partial(self._one_session, locator.page))

    def _earlier(self, theme: Theme, locator: Locator) -> QWidget:
        return self._in_the_diary(theme, partial(self._one_course, locator.page))

    def _plan(self, theme: Theme, locator: Locator) -> QWidget:
        return self._in_the_diary(theme, self._a_plan)

    def _log(self, theme: Theme, locator: Locator) -> QWidget:
        return self._in_the_diary(theme, self._open)

    def _keeping(self, theme: Theme, locator: Locator) -> QWidget:
        if self.diary_session.state == "none":
            return self._keep(theme)
        return self._in_the_diary(theme, self._keep)

    def _keep(self, theme: Theme) -> QWidget:
        from tpe_guide.ui.diary.keeping.page import KeepingPage

        chosen = self._session.settings
        screen = KeepingPage(theme, self.keeping, chosen.lock_minutes, chosen.remind, self._messages.warn)
        screen.minutes_chosen.connect(self._on_minutes_chosen)
        screen.remind_chosen.connect(self._session.set_remind)
        screen.paper_asked_for.connect(self._go_to_type_back)
        return screen

    def _on_minutes_chosen(self, minutes: int) -> None:
        self._session.set_lock_minutes(minutes)
        if self._window is not None:
            self.watcher.look_again()

    def _questions(self, theme: Theme, locator: Locator) -> QWidget:
        if self.questions.waiting and self.diary_session.state != "open":
            words = _("Your question waits here. When your diary is open, it is kept. Close the guide, and it is gone.")
            self._messages.inform(words)
        return self._in_the_diary(theme, self._my_questions)

    def _matters(self, theme: Theme, locator: Locator) -> QWidget:
        if locator.page == KEEP or self.diary_session.state == "open":
            return self._in_the_diary(theme, self._what_matters)
        return self._what_matters(theme)

    def _my_session(self, theme: Theme, locator: Locator) -> QWidget:
        if self.diary_session.state == "locked" and locator.page == KEEP:
            return self._unlock(theme)
        self._take_in()
        return self._unless_damaged(theme, self._next_session)

    def _next_session(self, theme: Theme) -> QWidget:
        from tpe_guide.guide.library import load_compiled
        from tpe_guide.pictures.access.words import AccessWords
        from tpe_guide.ui.my_session.page import MySessionPage

        said = self._session.settings.access
        access = AccessWords(load_compiled("access", self._language)).name(said) if said else ""
        keeps = self._session.policy.remembers
        state = self.my_session
        screen = MySessionPage(theme, state, self._unit, access, GET_READY, self._messages.warn, keeps=keeps)
        screen.chosen.connect(self._session.go)
        return screen

    def _in_the_diary(self, theme: Theme, make: Callable[[Theme], QWidget]) -> QWidget:
        """What *make* makes, once the diary is open; until then, the way to open it."""
        match self.diary_session.state:
            case "none":
                return self._start(theme)
            case "locked":
                return self._unlock(theme)
            case "blocked" | "away":
                return self._blocked(theme)
        self._take_in()
        if self.diary_session.offers_sheet:
            make = self._offer_sheet
        return self._unless_damaged(theme, make)

    def _offer_sheet(self, theme: Theme) -> QWidget:
        from tpe_guide.ui.diary.recovery.offer_page import SheetOfferPage

        return SheetOfferPage(theme, self.recovery)

    def _by_sheet(self, theme: Theme) -> QWidget:
        from tpe_guide.ui.diary.recovery.open_page import OpenBySheetPage

        return OpenBySheetPage(theme, self.diary_session, self._messages.warn, self._messages.inform)

    def _my_questions(self, theme: Theme) -> QWidget:
        from tpe_guide.ui.questions.questions import QuestionsPage

        read = self._session.settings.read_pages
        screen = QuestionsPage(theme, self.questions, self._library, read, self._messages.warn, self._steps())
        screen.chosen.connect(self._session.go)
        return screen

    def _what_matters(self, theme: Theme) -> QWidget:
        from tpe_guide.guide import deciding
        from tpe_guide.ui.questions.matters import MattersPage

        words = deciding.load(self._language)
        screen = MattersPage(
            theme, self.matters, self.questions, words, self._library, self._messages.warn, self._steps()
        )
        screen.chosen.connect(self._session.go)
        return screen

    def _steps(self) -> Steps | None:
        from tpe_guide.ui.shell.steps import steps_at

        return steps_at(self._library, self._session)

    def _take_in(self) -> None:
        """What was wanted before the diary was open goes into it now."""
        try:
            self.questions.take_in()
            self.matters.take_in()
            self.my_session.take_in()
        except TpeGuideError as error:
            self._messages.warn(error)

    def _start(self, theme: Theme) -> QWidget:
        from tpe_guide.ui.diary.diary_start import DiaryStartPage

        screen = DiaryStartPage(theme, self.diary_session, self._messages.warn)
        screen.left.connect(self._go_home)
        screen.has_one.connect(self._go_to_keeping)
        return screen

    def _unlock(self, theme: Theme) -> QWidget:
        if self.diary_session.typed.by_sheet:
            return self._by_sheet(theme)
        from tpe_guide.ui.diary.diary_unlock import DiaryUnlockPage

        screen = DiaryUnlockPage(theme, self.diary_session, self._messages.warn)
        screen.left.connect(self._go_home)
        return screen

    def _blocked(self, theme: Theme) -> QWidget:
        if self.diary_session.typed.by_sheet:
            return self._by_sheet(theme)
        from tpe_guide.ui.diary.diary_blocked import DiaryBlockedPage

        problem = self.diary_session.problem or TpeGuideError()
        screen = DiaryBlockedPage(theme, self.diary_session, problem, self.keeping)
        screen.read.connect(self._go_to_contents)
        return screen

    def _open(self, theme: Theme) -> QWidget:
        from tpe_guide.ui.diary.log.page import LogPage

        self.diary_session.drafts.turn_to(paper=False)
        night = self.diary_session.drafts.asks_last_night(self.diary_session.store.sessions())
        if night is not None:
            return self._last_night(theme, night)
        screen = LogPage(theme, self.diary_session, self.catalogue, self.advise, self._messages.warn_unsaved)
        self.diary_session.expect_change()
        if not self.diary_session.drafts.can_be_kept:
            self._messages.tell_only_read()
        screen.left.connect(self._on_log_left)
        screen.saved.connect(self._messages.take_back_unsaved)
        screen.saved.connect(self._go_to_saved)
        screen.urgent_asked_for.connect(self._go_to_urgent)
        screen.access_said.connect(self._on_access_said)
        screen.paper_asked_for.connect(self._go_to_type_back)
        return screen

    def _type_back(self, theme: Theme, locator: Locator) -> QWidget:
        return self._in_the_diary(theme, self._look_over if locator.page == LOOK_OVER else self._type_sheet)

    def _type_sheet(self, theme: Theme) -> QWidget:
        from tpe_guide.ui.diary.type_back.page import TypeBackPage

        screen = TypeBackPage(theme, self.diary_session, self.catalogue, self.advise)
        self.diary_session.expect_change()
        screen.left.connect(self._on_log_left)
        screen.typed.connect(self._go_to_look_over)
        screen.urgent_asked_for.connect(self._go_to_urgent)
        return screen

    def _look_over(self, theme: Theme) -> QWidget:
        from tpe_guide.ui.diary.type_back.look_over import LookOverPage

        self.diary_session.drafts.turn_to(paper=True)
        if self.diary_session.drafts.draft.is_empty:  # it was saved, as after Back
            return self._type_sheet(theme)
        screen = LookOverPage(theme, self.diary_session, self.catalogue, self.advise, self._messages.warn_unsaved)
        screen.row_asked_for.connect(self._go_to_type_back)
        screen.urgent_asked_for.connect(self._go_to_urgent)
        screen.saved.connect(self._messages.take_back_unsaved)
        screen.saved.connect(self._go_to_saved)
        return screen

    def _last_night(self, theme: Theme, session: ExchangeSession) -> QWidget:
        from tpe_guide.ui.diary.log.last_night import LastNightPage

        screen = LastNightPage(theme, self.diary_session.now(), session)
        screen.answered.connect(partial(self._on_night, session))
        screen.left.connect(self._go_home)
        return screen

    def _on_night(self, session: ExchangeSession, day: dt.date) -> None:
        self.diary_session.drafts.say_night(session, day)
        self.changed.emit()

    def _on_log_left(self) -> None:
        self._go_home()
        drafts = self.diary_session.drafts
        if drafts.was_left and drafts.is_on_disk:
            self._messages.inform(_("What you began is kept in your diary. You can go on with it later."))
        elif drafts.was_left:
            self._messages.inform(_("What you began stays until you close the guide. It could not be kept."))

    def _on_access_said(self, access: str) -> None:
        """Asked once: who says it in the diary is not asked again, unless they have said it elsewhere.

        Of a diary with a passcode nothing stands outside it.
        """
        if self.diary_session.guarded:
            return
        if self._session.settings.access in ("", "unknown") and access in ACCESSES_SAID:
            self._session.set_access(access)

    def _saved(self, theme: Theme, locator: Locator) -> QWidget:
        if not self.diary_session.saved:
            return self._log(theme, locator)
        return self._unless_damaged(theme, self._what_was_saved)

    def _what_was_saved(self, theme: Theme) -> QWidget:
        from tpe_guide.ui.diary.saved import SavedPage

        if not self.diary_session.has(self.diary_session.saved[-1].id):  # removed since then, as after Back
            return self._the_overview(theme)
        screen = SavedPage(theme, self.diary_session, self.catalogue, self.advise, self._unit.word(PHONE))
        screen.chosen.connect(self._session.go)
        screen.edited.connect(self._edit)
        return screen

    def _unless_damaged(self, theme: Theme, make: Callable[[Theme], QWidget]) -> QWidget:
        """A diary may be open and still hold what cannot be read."""
        try:
            return make(theme)
        except TpeGuideError as error:
            self.diary_session.problem = error
            return self._blocked(theme)

    def _nurse(self, theme: Theme, locator: Locator) -> QWidget:
        from tpe_guide.ui.nurse.nurse import NursePage

        if self.diary_session.state == "open":
            self.summary.course = locator.page if self._is_earlier(locator.page) else None
        screen = NursePage(
            theme,
            self.diary_session,
            self.summary,
            self.printer,
            self._messages.warn,
            file_dialogs=self._session.policy.file_dialogs,
        )
        screen.left.connect(self._go_home)
        return screen

    def _urgent(self, theme: Theme, locator: Locator) -> QWidget:
        from tpe_guide.ui.unit.urgent import UrgentPage

        screen = UrgentPage(theme, self.catalogue, self._session.policy, self._unit)
        screen.unit_asked_for.connect(self._go_to_unit)
        return screen

    # --- what happens between them ----------------------------------------------------------------------------

    def advise(self, sign: str, access: str) -> tuple[Advice, ...]:
        """Whom to call about the warning *sign*, with the number: the emergency number, or the person's own unit's."""
        unit = self._unit.word(PHONE) or _("the number your unit gave you")
        said = self.catalogue.advice(sign, access, self._unit.words())
        return tuple(advice._replace(number=advice.number or unit) for advice in said)

    def _go_home(self) -> None:
        self._session.go(HOME)

    def _go_to_unit(self) -> None:
        self._session.go(Locator("unit"))

    def _go_to_urgent(self) -> None:
        self._session.go(Locator("urgent"))

    def _go_to_contents(self) -> None:
        self._session.go(Locator("contents"))

    def _go_to_type_back(self) -> None:
        self._session.go(Locator("type-back"))

    def _go_to_look_over(self) -> None:
        self._session.go(Locator("type-back", LOOK_OVER))

    def _go_to_saved(self) -> None:
        self._session.go(Locator("saved"))
