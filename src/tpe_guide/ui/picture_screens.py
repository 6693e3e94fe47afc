"""The pictures that have a screen of their own, and the desks that outlive those screens.

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
from tpe_guide.guide.locator import Locator, Place
from tpe_guide.ui.main_window import ScreenMaker
from tpe_guide.ui.messages import Messages
from tpe_guide.ui.session import Session
from tpe_guide.ui.theme import Theme

if TYPE_CHECKING:
    from tpe_guide.ui.circuit.desk import CircuitDesk
    from tpe_guide.ui.comparison.desk import ComparisonDesk
    from tpe_guide.ui.speaker import Speaker


class PictureScreens(QObject):
    """Makes each picture as the window asks for it. *speaker* gives the voice of this window.

    *what_matters*: what the open diary says matters to the person.
    """

    def __init__(
        self,
        library: Library,
        session: Session,
        messages: Messages,
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
        self._speaker = speaker
        self._now = now
        self._what_matters = what_matters

    def make(self, theme: Theme, locator: Locator) -> QWidget:
        """The screen of the picture at *locator*."""
        makers: dict[Place, ScreenMaker] = {"circuit": self._circuit, "comparison": self._comparison}
        return makers[locator.place](theme, locator)

    def _circuit(self, theme: Theme, locator: Locator) -> QWidget:
        from tpe_guide.ui.pages.circuit import CircuitPage

        self._circuit_desk.come_by(locator)
        return CircuitPage(theme, self._library, self._session, self._circuit_desk)

    @cached_property
    def _circuit_desk(self) -> CircuitDesk:
        from tpe_guide.circuit.words import CircuitWords
        from tpe_guide.ui.circuit.desk import CircuitDesk

        language = self._library.language
        words = CircuitWords(load_compiled("circuit", language))
        return CircuitDesk(words, language, self._messages, self._now, self)

    def _comparison(self, theme: Theme, locator: Locator) -> QWidget:
        from tpe_guide.ui.pages.comparison import ComparisonPage

        self._comparison_desk.come_by(locator)
        self._comparison_desk.suggest(self._what_matters())
        return ComparisonPage(theme, self._library, self._session, self._comparison_desk)

    @cached_property
    def _comparison_desk(self) -> ComparisonDesk:
        from tpe_guide.comparison.table import Table
        from tpe_guide.ui.comparison.desk import ComparisonDesk

        language = self._library.language
        return ComparisonDesk(Table(load_compiled("comparison", language)), language, self._messages, self._now, self)
