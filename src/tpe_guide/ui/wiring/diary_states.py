"""What the screens of the diary stand on: the diary itself, and what a visit to them keeps.

Nothing of it is made before it is first asked for: reading the guide waits for none of it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal

from tpe_guide.errors import CannotWrite, TpeGuideError
from tpe_guide.i18n import _
from tpe_guide.navigation import Locator, ScreenId
from tpe_guide.ui.kit.messages import Messages
from tpe_guide.ui.shell.session import Session
from tpe_guide.ui.unit.unit_state import PHONE, UnitState
from tpe_guide.vocabulary.terms import kept_as

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtWidgets import QWidget

    from tpe_guide.diary.catalogue import Catalogue
    from tpe_guide.diary.next_up import NextUp
    from tpe_guide.guide.library import Library
    from tpe_guide.ui.diary.diary_session import DiarySession
    from tpe_guide.ui.diary.keeping.automatic import AutomaticBackup
    from tpe_guide.ui.diary.keeping.state import KeepingState
    from tpe_guide.ui.diary.overview.state import OverviewState
    from tpe_guide.ui.diary.recovery.state import RecoveryState
    from tpe_guide.ui.my_session.state import MySessionState
    from tpe_guide.ui.nurse.summary_state import SummaryState
    from tpe_guide.ui.printing.print_service import PrintService
    from tpe_guide.ui.questions.matters_state import MattersState
    from tpe_guide.ui.questions.questions_state import QuestionsState

_OF_THE_DIARY: tuple[ScreenId, ...] = (
    "diary",
    "entry",
    "exchange",
    "earlier",
    "plan",
    "log",
    "type-back",
    "saved",
    "keeping",
    "nurse",
    "questions",
    "matters",
    "my-session",
)
"""Places where the diary may be begun or opened."""
_OVERVIEW: tuple[ScreenId, ...] = (
    "diary",
    "entry",
    "exchange",
    "earlier",
    "plan",
    "nurse",
    "questions",
    "matters",
    "keeping",
)
"""Places from which one comes back to the overview as it was left."""
_TELL_OF_IT: tuple[ScreenId, ...] = ("home", "path", "comparison")
"""Places that show what the open diary says."""
_SHORT_TRIPS: tuple[ScreenId, ...] = ("look", "keys", "helps", "urgent", "unit")
"""Places one visits to come back: what was typed or opened waits."""


class DiaryStates(QObject):
    """Makes each as it is asked for; they outlive the screens."""

    changed = Signal()
    """The screen that is shown should be made anew."""

    def __init__(
        self,
        session: Session,
        messages: Messages,
        unit: UnitState,
        folder: Path,
        now: Callable[[], dt.datetime],
        language: str,
        library: Library,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._messages = messages
        self._unit = unit
        self._folder = folder
        self._now = now
        self._language = language
        self._library = library
        self.automatic: AutomaticBackup
        """Made with ``diary_session``."""
        self._window: QWidget | None = None
        session.located.connect(self._on_located)
        session.access_changed.connect(self._on_access_changed)

    @cached_property
    def diary_session(self) -> DiarySession:
        """The diary."""
        from tpe_guide.ui.diary.diary_session import DiarySession
        from tpe_guide.ui.diary.keeping.automatic import AutomaticBackup

        diary_session = DiarySession(self._folder, self._now, self)
        diary_session.changed.connect(self._on_diary_changed)
        diary_session.found.connect(self._messages.warn)
        for keeper in (diary_session.drafts, diary_session.forms):
            keeper.unkept.connect(self._messages.warn_draft_unkept)
            keeper.kept.connect(self._messages.take_back_draft_unkept)
        diary_session.forms.only_read.connect(self._messages.tell_only_read)  # the log says so before
        diary_session.access = kept_as(self._session.settings.access)
        self.automatic = AutomaticBackup(diary_session, self._now, self)
        self.automatic.failed.connect(self._messages.warn)
        if self._window is not None:
            self._watch_over(diary_session, self._window)
        self._remind(diary_session)
        return diary_session

    def _remind(self, diary_session: DiarySession) -> None:
        from tpe_guide.ui.diary.reminding import Reminding

        session = self._session
        reminding = Reminding(diary_session, self._now, lambda: session.settings.remind, self)
        reminding.told.connect(self._messages.inform)

    def watch(self, window: QWidget) -> None:
        """A diary with a passcode is locked when nobody is at *window*, and covered while that is small."""
        self._window = window
        if "diary_session" in self.__dict__:
            self._watch_over(self.diary_session, window)

    def _watch_over(self, diary_session: DiarySession, window: QWidget) -> None:
        from tpe_guide.ui.diary.keeping.watch import Watch

        session = self._session
        self.watcher = Watch(window, diary_session, lambda: session.settings.lock_minutes, lambda: session.theme)

    @cached_property
    def keeping(self) -> KeepingState:
        """What can be done to keep the diary."""
        from tpe_guide.ui.diary.keeping.state import KeepingState

        keeping = KeepingState(self.diary_session, self.automatic, self.recovery, self._now, self)
        keeping.told.connect(self._messages.inform)
        return keeping

    @cached_property
    def recovery(self) -> RecoveryState:
        """The recovery sheet of the diary."""
        from tpe_guide.ui.diary.recovery.state import RecoveryState

        return RecoveryState(self.diary_session, self._messages, self._now, self._language, self)

    @cached_property
    def overview(self) -> OverviewState:
        """What a visit to the overview keeps."""
        from tpe_guide.ui.diary.overview.state import OverviewState

        return OverviewState(self.diary_session, self)

    @cached_property
    def questions(self) -> QuestionsState:
        """The questions for the team."""
        from tpe_guide.ui.questions.questions_state import QuestionsState

        return QuestionsState(self.diary_session, self)

    def question_status(self, text: str) -> str:
        """Where the question *text* of a page stands. A diary that nobody has asked for is not even looked for."""
        return self.questions.status(text) if "diary_session" in self.__dict__ else "add"

    def add_question(self, text: str) -> bool:
        """Add a question; False if it has to wait until the diary is open. Raises CannotWrite."""
        self.questions.add(text)
        return not self.questions.waiting

    @cached_property
    def matters(self) -> MattersState:
        """What matters to the person."""
        from tpe_guide.ui.questions.matters_state import MattersState

        return MattersState(self.diary_session, self)

    @cached_property
    def my_session(self) -> MySessionState:
        """The next session, and what is ready for it."""
        from tpe_guide.guide import my_session
        from tpe_guide.ui.my_session.state import MySessionState

        rows = my_session.load(self._language)
        return MySessionState(self._session, self.diary_session, rows, self._now, self)

    def left_to_do(self) -> str | None:
        """One thing to have ready that is not ticked; empty: nothing is left; None: that cannot be known."""
        if not self._session.policy.diary:  # then there is no list either, nor a screen that shows it
            return None
        try:
            return None if self.my_session.is_locked else self.my_session.first_left() or ""
        except TpeGuideError:
            return None

    def what_matters(self) -> tuple[str, ...]:
        """What the open diary says matters to the person; nothing while it is closed or cannot be read."""
        if "diary_session" not in self.__dict__ or not self.diary_session.is_open:
            return ()
        try:
            return tuple(value.text for value in self.matters.matters.values)
        except TpeGuideError:
            return ()

    @cached_property
    def catalogue(self) -> Catalogue:
        """The fixed words."""
        from tpe_guide.diary.catalogue import Catalogue

        return Catalogue.load(self._language)

    @cached_property
    def summary(self) -> SummaryState:
        """The nurse's page."""
        from tpe_guide.ui.nurse.summary_state import SummaryState

        return SummaryState(
            self.diary_session,
            self._catalogue_of_now,
            self._language,
            self._messages,
            self,
            unit_phone=partial(self._unit.word, PHONE),
        )

    @cached_property
    def printer(self) -> PrintService:
        """The way to a printer."""
        from tpe_guide.ui.printing.print_service import PrintService

        return PrintService(self.summary, self._messages, self)

    def next_up(self) -> NextUp | Literal["locked"] | None:
        """What the open diary says is next; of one that is not open only whether it is locked. Opens nothing."""
        if "diary_session" in self.__dict__ and self.diary_session.is_open:
            return self._next_in_diary()
        from tpe_guide.diary import folder

        try:
            return "locked" if folder.exists(self._folder) and folder.needs_passcode(self._folder) else None
        except TpeGuideError:
            return None

    def _next_in_diary(self) -> NextUp | None:
        from tpe_guide.diary.next_up import next_up

        store = self.diary_session.store
        try:
            planned = store.course().planned_sessions
            return next_up(store.sessions(), lambda: store.glance().newest(1), planned, self._now())
        except TpeGuideError:
            return None

    def _catalogue_of_now(self) -> Catalogue:
        return self.catalogue

    def _on_access_changed(self, access: str) -> None:
        if "diary_session" in self.__dict__:
            self.diary_session.access = kept_as(access)

    def _on_located(self, locator: Locator) -> None:
        """A passcode half typed, or a page from somebody's file, is not left for the next person."""
        if "diary_session" in self.__dict__ and locator.place not in (*_OF_THE_DIARY, *_SHORT_TRIPS):
            self.diary_session.forget_typed()
        if "summary" in self.__dict__ and locator.place not in ("nurse", *_SHORT_TRIPS):
            self.summary.reset()
        if "overview" in self.__dict__ and locator.place not in (*_OVERVIEW, *_SHORT_TRIPS):
            self.overview.forget()
        if "keeping" in self.__dict__ and locator.place not in ("keeping", *_SHORT_TRIPS):
            self.keeping.clear()

    def _on_diary_changed(self) -> None:
        if self._session.locator.place not in (*_OF_THE_DIARY, *_TELL_OF_IT):
            return
        self.changed.emit()
        if self.diary_session.state == "open" and self.diary_session.store.read_only:
            self._messages.warn(CannotWrite(self.diary_session.folder, _("your diary can only be read here")))
