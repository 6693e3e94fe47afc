"""The pictures that have a screen of their own, and the states that outlive those screens.

Each is imported, and its words are read, when it is first opened.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tpe_guide.guide.library import Library, load_compiled
from tpe_guide.navigation import Locator, ScreenId
from tpe_guide.ui.kit.messages import Messages
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.shell.main_window import ScreenMaker
from tpe_guide.ui.shell.session import Session
from tpe_guide.ui.unit.unit_state import UnitState

if TYPE_CHECKING:
    from tpe_guide.pictures.access.words import AccessWords
    from tpe_guide.pictures.circuit.words import CircuitWords
    from tpe_guide.ui.kit.speaker import Speaker
    from tpe_guide.ui.pictures.access.state import AccessState
    from tpe_guide.ui.pictures.circuit.state import CircuitState
    from tpe_guide.ui.pictures.comparison.state import ComparisonState
    from tpe_guide.ui.pictures.feelings.state import FeelingsState
    from tpe_guide.ui.pictures.odds.state import OddsState
    from tpe_guide.ui.pictures.rehearsal.state import RehearsalState


class PictureScreens(QObject):
    """Makes each picture as the window asks for it. *speaker* gives the voice of this window.

    *what_matters*: what the open diary says matters to the person.
    """

    def __init__(
        self,
        library: Library,
        session: Session,
        messages: Messages,
        unit: UnitState,
        speaker: Callable[[], Speaker],
        now: Callable[[], dt.datetime],
        parent: QObject | None = None,
        *,
        what_matters: Callable[[], Sequence[str]] = tuple,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._session = session
        self._messages = messages
        self._unit = unit
        self._speaker = speaker
        self._now = now
        self._what_matters = what_matters

    def make(self, theme: Theme, locator: Locator) -> QWidget:
        """The screen of the picture at *locator*."""
        makers: dict[ScreenId, ScreenMaker] = {
            "access": self._access,
            "circuit": self._circuit,
            "comparison": self._comparison,
            "feelings": self._feelings,
            "odds": self._odds,
            "rehearsal": self._rehearsal,
        }
        return makers[locator.place](theme, locator)

    def _access(self, theme: Theme, locator: Locator) -> QWidget:
        from tpe_guide.ui.pictures.access.page import AccessPage

        self._access_state.come_by(locator)
        return AccessPage(theme, self._library, self._session, self._access_state)

    @cached_property
    def _access_state(self) -> AccessState:
        from tpe_guide.ui.pictures.access.state import AccessState

        return AccessState(self._access_words, self._library, self._session, self._messages, self._now, self)

    @cached_property
    def _access_words(self) -> AccessWords:
        from tpe_guide.pictures.access.words import AccessWords

        return AccessWords(load_compiled("access", self._library.language))

    def _circuit(self, theme: Theme, locator: Locator) -> QWidget:
        from tpe_guide.ui.pictures.circuit.page import CircuitPage

        self._circuit_state.come_by(locator)
        return CircuitPage(theme, self._library, self._session, self._circuit_state, self._speaker)

    @cached_property
    def _circuit_state(self) -> CircuitState:
        from tpe_guide.ui.pictures.circuit.state import CircuitState

        state = CircuitState(self._circuit_words, self._library.language, self._messages, self._now, self)
        state.take_access(self._session.settings.access)
        self._session.access_changed.connect(state.take_access)
        return state

    @cached_property
    def _circuit_words(self) -> CircuitWords:
        from tpe_guide.pictures.circuit.words import CircuitWords

        return CircuitWords(load_compiled("circuit", self._library.language))

    def _rehearsal(self, theme: Theme, locator: Locator) -> QWidget:
        from tpe_guide.ui.pictures.rehearsal.page import RehearsalPage

        self._rehearsal_state.come_by(locator)
        return RehearsalPage(theme, self._library, self._session, self._rehearsal_state, self._speaker)

    @cached_property
    def _rehearsal_state(self) -> RehearsalState:
        from tpe_guide.pictures.rehearsal.moments import RehearsalWords
        from tpe_guide.ui.pictures.rehearsal.state import RehearsalState

        language = self._library.language
        words = RehearsalWords(load_compiled("rehearsal", language))
        return RehearsalState(
            words,
            self._circuit_words,
            self._access_words,
            language,
            self._session,
            self._unit,
            self._messages,
            self._now,
            self,
        )

    def _feelings(self, theme: Theme, locator: Locator) -> QWidget:
        from tpe_guide.ui.pictures.feelings.page import FeelingsPage

        self._feelings_state.come_by(locator)
        return FeelingsPage(theme, self._library, self._session, self._feelings_state)

    @cached_property
    def _feelings_state(self) -> FeelingsState:
        from tpe_guide.pictures.feelings.cards import Cards
        from tpe_guide.ui.pictures.feelings.state import FeelingsState

        language = self._library.language
        return FeelingsState(Cards(load_compiled("feelings", language)), language, self._messages, self._now, self)

    def _odds(self, theme: Theme, locator: Locator) -> QWidget:
        from tpe_guide.ui.pictures.odds.page import OddsPage

        self._odds_state.come_by(locator)
        return OddsPage(theme, self._library, self._session, self._odds_state)

    @cached_property
    def _odds_state(self) -> OddsState:
        from tpe_guide.pictures.odds.words import OddsWords
        from tpe_guide.ui.pictures.odds.state import OddsState

        language = self._library.language
        return OddsState(OddsWords(load_compiled("odds", language)), language, self._messages, self._now, self)

    def _comparison(self, theme: Theme, locator: Locator) -> QWidget:
        from tpe_guide.ui.pictures.comparison.page import ComparisonPage

        self._comparison_state.come_by(locator)
        self._comparison_state.suggest(self._what_matters())
        return ComparisonPage(theme, self._library, self._session, self._comparison_state)

    @cached_property
    def _comparison_state(self) -> ComparisonState:
        from tpe_guide.pictures.comparison.table import Table
        from tpe_guide.ui.pictures.comparison.state import ComparisonState

        language = self._library.language
        return ComparisonState(Table(load_compiled("comparison", language)), language, self._messages, self._now, self)
