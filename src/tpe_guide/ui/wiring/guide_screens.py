"""The screens of the guide: reading, finding, what is kept of it, and how it looks; and what they stand on.

Each screen is imported when it is first opened: the first page must not wait for the others.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tpe_guide import __version__
from tpe_guide.guide.library import Library
from tpe_guide.navigation import Locator, ScreenId
from tpe_guide.pictures.registry import PICTURES
from tpe_guide.ui.guide.reading_state import ReadingState
from tpe_guide.ui.kit.messages import Messages
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.shell.main_window import ScreenMaker
from tpe_guide.ui.shell.session import Session
from tpe_guide.ui.unit.unit_state import UnitState
from tpe_guide.ui.wiring.diary_screens import DiaryScreens

if TYPE_CHECKING:
    from tpe_guide.speech.voice import Voice
    from tpe_guide.ui.guide.contents_state import ContentsState
    from tpe_guide.ui.guide.take_home import TakeHome
    from tpe_guide.ui.kit.speaker import Sound, Speaker
    from tpe_guide.ui.pictures.screens import PictureScreens
    from tpe_guide.ui.search.search_state import SearchState
    from tpe_guide.ui.wiring.eyes_rest_screens import EyesRestScreens
    from tpe_guide.ui.wiring.take_home_screens import KioskDesk, TakeHomeScreens


class GuideScreens(QObject):
    """Makes each screen as the window asks for it. DiaryScreens and TodayScreens make the others."""

    def __init__(
        self,
        library: Library,
        session: Session,
        messages: Messages,
        diary: DiaryScreens,
        reading: ReadingState,
        unit: UnitState,
        now: Callable[[], dt.datetime],
        *,
        make_voice: Callable[[str], Voice] | None = None,
        desk: KioskDesk | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._session = session
        self._messages = messages
        self._diary = diary
        self._reading = reading
        self._unit_state = unit
        self._now = now
        self._make_voice = make_voice
        self._desk = desk
        self._speaker: Speaker | None = None
        self._search_state: SearchState | None = None

    def makers(self) -> dict[ScreenId, ScreenMaker]:
        """The screens by place; those with a field to type in only where one may type."""
        typing: dict[ScreenId, ScreenMaker] = {"search": self._search, "unit": self._unit}
        # Not at a kiosk: strangers have no diary there, and a waiting room would hear all of it.
        rest: dict[ScreenId, ScreenMaker] = {"eyes-rest": self._rest} if self._session.policy.diary else {}
        home: dict[ScreenId, ScreenMaker] = {"take-home": self._to_take_home} if self._session.policy.takes_home else {}
        return {
            "page": self._guide,
            "contents": self._contents,
            "keys": self._keys,
            "helps": self._helps,
            "words": self._words,
            "changed": self._changed,
            "check": self._check,
            "look": self._look,
            "dots": self._dots,
            "first-start": self._first_start,
            "pictures": self._all_pictures,
            **dict.fromkeys(PICTURES, self._picture),
            **rest,
            **home,
            **(typing if self._session.policy.typing else {}),
        }

    def speaker(self) -> Speaker:
        """The voice of this window, made when something that could be said is first shown."""
        if self._speaker is None:
            from tpe_guide.speech.voice import Voice
            from tpe_guide.ui.kit.speaker import Speaker

            self._speaker = Speaker(
                (self._make_voice or Voice)(self._library.language),
                self,
                sound=self._sound,
                tells_why=self._session.policy.may_quit,  # strangers can add no voice
            )
            self._speaker.unheard.connect(self._messages.inform)
            self._speaker.heard.connect(self._messages.untrue)
            self.destroyed.connect(self._speaker.voice.close)
        return self._speaker

    def _sound(self) -> Sound:
        from tpe_guide.ui.kit.speaker import Sound

        choices = self._session.settings
        return Sound(choices.speech_voice, choices.speech_speed / 100)

    def close(self) -> None:
        """Be silent, and end what is being made: the window is closed."""
        from tpe_guide.ui.printing.saving import finish_all

        finish_all(self)
        if self._speaker is not None:
            self._speaker.close()

    def _guide(self, theme: Theme, locator: Locator) -> QWidget:
        from tpe_guide.ui.guide.guide import GuidePage
        from tpe_guide.ui.pictures.figures import page_figure
        from tpe_guide.ui.pictures.own_access import own_access

        screen = GuidePage(
            theme,
            self._library,
            self._session,
            self._reading,
            locator,
            self.speaker,
            questions=self._diary if self._session.policy.diary else None,
            figure=partial(page_figure, access=partial(own_access, self._session, self._unit_state)),
        )
        screen.failed.connect(self._messages.warn)
        return screen

    @cached_property
    def _contents_state(self) -> ContentsState:
        from tpe_guide.ui.guide.contents_state import ContentsState

        return ContentsState()

    @cached_property
    def _take_home(self) -> TakeHome:
        from tpe_guide.ui.guide.take_home import TakeHome
        from tpe_guide.ui.pictures.own_access import own_access

        access = partial(own_access, self._session, self._unit_state)
        return TakeHome(self._library, self._unit_state, access, self._messages, self._now, self)

    @cached_property
    def _pictures(self) -> PictureScreens:
        from tpe_guide.ui.pictures.context import PictureContext
        from tpe_guide.ui.pictures.screens import PictureScreens

        context = PictureContext(
            self._library,
            self._session,
            self._messages,
            self._unit_state,
            self.speaker,
            self._now,
            self._diary.what_matters if self._session.policy.diary else tuple,
            self._diary if self._session.policy.diary else None,
        )
        return PictureScreens(context, self)

    def _all_pictures(self, theme: Theme, locator: Locator) -> QWidget:
        from tpe_guide.ui.pictures.overview import PicturesPage

        screen = PicturesPage(theme)
        screen.chosen.connect(self._session.go)
        return screen

    def _picture(self, theme: Theme, locator: Locator) -> QWidget:
        return self._pictures.make(theme, locator)

    def _contents(self, theme: Theme, locator: Locator) -> QWidget:
        from tpe_guide.ui.guide.contents import ContentsPage

        session = self._session
        screen = ContentsPage(
            theme,
            self._library,
            session.settings,
            self._contents_state,
            searches=session.policy.typing,
            take_home=self._take_home if session.policy.file_dialogs else None,
        )
        screen.chosen.connect(self._session.go)
        return screen

    def _search(self, theme: Theme, locator: Locator) -> QWidget:
        from tpe_guide.ui.search.search import SearchPage
        from tpe_guide.ui.search.search_state import SearchState

        if self._search_state is None:
            self._search_state = SearchState(self._library.language)
        screen = SearchPage(theme, self._library, self._search_state, self._messages.warn)
        screen.chosen.connect(self._session.go)
        screen.back.connect(self._session.back)
        return screen

    def _words(self, theme: Theme, locator: Locator) -> QWidget:
        from tpe_guide.ui.guide.words import WordsPage

        screen = WordsPage(theme, self._library, self.speaker(), locator)
        screen.chosen.connect(self._session.go)
        screen.back.connect(self._session.back)
        return screen

    def _look(self, theme: Theme, locator: Locator) -> QWidget:
        from tpe_guide.ui.settings.settings_page import SettingsPage

        return SettingsPage(theme, self._session, self.speaker, locator.page)

    def _dots(self, theme: Theme, locator: Locator) -> QWidget:
        from tpe_guide.ui.settings.dots import DotsPage

        return DotsPage(theme, self._session)

    def _first_start(self, theme: Theme, locator: Locator) -> QWidget:
        from tpe_guide.ui.settings.first_start import FirstStartPage

        self._session.keep_as_it_is()
        return FirstStartPage(theme, self._session)

    def _unit(self, theme: Theme, locator: Locator) -> QWidget:
        from tpe_guide.ui.unit.unit import UnitPage

        return UnitPage(theme, self._unit_state, keeps=self._session.policy.remembers)

    def _check(self, theme: Theme, locator: Locator) -> QWidget:
        from tpe_guide.guide import check_yourself
        from tpe_guide.ui.guide.check import CheckPage

        chapter = next(each for each in self._library.chapters if each.id == locator.page)
        screen = CheckPage(theme, self._library, chapter, check_yourself.load(self._library.language)[chapter.id])
        screen.chosen.connect(self._session.go)
        return screen

    @cached_property
    def _eyes_rest(self) -> EyesRestScreens:
        from tpe_guide.ui.wiring.eyes_rest_screens import EyesRestScreens

        return EyesRestScreens(
            self._library,
            self._session,
            self._messages,
            self._diary,
            self._reading,
            self._unit_state,
            self.speaker,
            self,
        )

    def _rest(self, theme: Theme, locator: Locator) -> QWidget:
        return self._eyes_rest.make(theme)

    @cached_property
    def to_take_home(self) -> TakeHomeScreens:
        """Of a kiosk's visit."""
        from tpe_guide.ui.wiring.take_home_screens import KioskDesk, TakeHomeScreens

        desk = self._desk or KioskDesk(parent=self)
        return TakeHomeScreens(self._library, self._session, self._unit_state, self._now, desk, self)

    def _to_take_home(self, theme: Theme, locator: Locator) -> QWidget:
        return self.to_take_home.make(theme, locator)

    def _changed(self, theme: Theme, locator: Locator) -> QWidget:
        from tpe_guide.ui.guide.changed import ChangedPage

        screen = ChangedPage(theme, self._reading, selectable=self._session.policy.typing)
        screen.chosen.connect(self._session.go)
        return screen

    def _helps(self, theme: Theme, locator: Locator) -> QWidget:
        from tpe_guide.ui.helps.page import HelpsPage

        screen = HelpsPage(theme, self._session.policy)
        screen.chosen.connect(self._session.go)
        return screen

    def _keys(self, theme: Theme, locator: Locator) -> QWidget:
        from tpe_guide.ui.shell.keys import KeysPage

        return KeysPage(theme, self._session.policy, __version__)
