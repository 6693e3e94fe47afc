"""The guide as its author writes it: each save shows, and the place is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QFileSystemWatcher, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from tpe_guide.authoring.live import LiveGuide
from tpe_guide.errors import TpeGuideError
from tpe_guide.guide.library import Library
from tpe_guide.i18n import _
from tpe_guide.navigation import HOME, Locator
from tpe_guide.settings import Settings
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.messages import Messages
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.preview.faults import FaultsPage
from tpe_guide.ui.preview.preview_strip import PreviewStrip, StripState
from tpe_guide.ui.shell.main_window import MainWindow
from tpe_guide.ui.shell.session import Session

QUIET_MS = 150
"""An editor writes a file in several steps; this long after the last one it is read."""
CHECK_AFTER_MS = 30
"""Long enough for the page to be on screen first."""


class Shown(Protocol):
    """The guide's window and what it stands on."""

    window: MainWindow
    session: Session
    messages: Messages
    library: Library


class PreviewWindow(QWidget):
    """*open_guide* opens the compiled guide with these choices; None while there is no page that could be shown.

    For each save a new one is opened where the person was: so all that stands on the guide is as new as its pages.
    """

    def __init__(
        self,
        theme: Theme,
        live: LiveGuide,
        open_guide: Callable[[Settings], Shown | None],
        remedies: Mapping[str, str],
        page: str = "",
    ) -> None:
        super().__init__()
        self._theme = theme
        self._live = live
        self._open_guide = open_guide
        self._remedies = remedies
        self._guide: Shown | None = None
        self._faults: FaultsPage | None = None
        self._locator = Locator("page", page) if page else HOME
        self.setObjectName("preview")
        self.setWindowTitle(_("TPE Guide: preview"))
        self._strip = PreviewStrip(theme)
        self._strip.pressed.connect(self._switch)
        self._column = tight(QVBoxLayout(self), 0)
        self._column.addWidget(self._strip)
        self._stack = QStackedLayout()
        self._column.addLayout(self._stack, 1)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._on_saved)
        self._watcher.directoryChanged.connect(self._on_saved)
        self._soon = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._soon.timeout.connect(self.renew)
        self._after_paint = QTimer(self, singleShot=True, interval=CHECK_AFTER_MS)
        self._after_paint.timeout.connect(self.look_for_faults)
        self.setPalette(theme.palette)
        self.renew()
        self.look_for_faults()
        if self._on_this_page() or (self._live.faults and not page):
            self._show_faults()

    @property
    def guide(self) -> Shown | None:
        """The guide that is shown."""
        return self._guide

    @property
    def on_faults(self) -> bool:
        """All faults are shown, not a page."""
        return self._faults is not None and self._stack.currentWidget() is self._faults

    def renew(self) -> None:
        """Read the folder as it is now, and show it from where the person is."""
        self._soon.stop()
        try:
            self._live.compile()
        except TpeGuideError as error:
            if self._guide is not None:
                self._guide.messages.warn(error)
        was_on_faults = self.on_faults
        self._replace_guide()
        self._watch()
        if not was_on_faults:
            self._show_pages()
        self._after_paint.start()

    def look_for_faults(self) -> None:
        """Check the folder: the words are on screen by now."""
        self._after_paint.stop()
        was_on_faults = self.on_faults
        self._live.check()
        self._replace_faults()
        if was_on_faults or self._guide is None:
            self._show_faults()
        self._say()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing more is read."""
        self._soon.stop()
        self._after_paint.stop()
        self._drop_guide()
        super().closeEvent(event)

    def _on_saved(self) -> None:
        self._soon.start()

    def _watch(self) -> None:
        """Everything there is now; a file that was put in the place of another is a new one to the watcher."""
        known = {*self._watcher.files(), *self._watcher.directories()}
        new = [path for path in map(str, self._live.watched()) if path not in known]
        if new:
            self._watcher.addPaths(new)

    def _replace_guide(self) -> None:
        """Open the guide anew at the same place; if that cannot be, keep the one there is."""
        before = self._guide
        choices = Settings()
        if before is not None:
            if before.window.screen_shown is not None:
                before.window.screen_shown.hide()  # so that it notes the place
            choices, self._locator = before.session.settings, before.session.locator
        guide = self._open_guide(choices)
        if guide is None:
            return
        self._drop_guide()
        self._guide = guide
        self._stack.addWidget(guide.window)
        if self._locator.place != "page" or self._locator.page in guide.library.order:
            guide.session.go(self._locator._replace(spot=choices.last_place))
        guide.session.located.connect(self._say)
        guide.window.show()

    def _drop_guide(self) -> None:
        if self._guide is not None:
            window, self._guide = self._guide.window, None
            window.closed.emit()
            self._stack.removeWidget(window)
            window.hide()
            window.deleteLater()

    def _replace_faults(self) -> None:
        before = self._faults
        pages = self._guide.library.order if self._guide else ()
        self._faults = FaultsPage(self._theme, self._live.faults, self._remedies, pages)
        self._faults.chosen.connect(self._show_page)
        self._stack.addWidget(self._faults)
        if before is not None:
            self._stack.removeWidget(before)
            before.hide()
            before.deleteLater()

    def _switch(self) -> None:
        if self.on_faults:
            self._show_pages()
        else:
            self._show_faults()

    def _show_page(self, page: str) -> None:
        if self._guide is not None:
            self._guide.session.go(Locator("page", page))
            self._show_pages()

    def _show_faults(self) -> None:
        if self._faults is not None:
            self._stack.setCurrentWidget(self._faults)
        self._say()

    def _show_pages(self) -> None:
        if self._guide is not None:
            self._stack.setCurrentWidget(self._guide.window)
        self._say()

    def _on_this_page(self) -> bool:
        """The page that was asked for cannot be shown."""
        at = self._locator
        return at.place == "page" and (self._guide is None or at.page not in self._guide.library.order)

    def _say(self) -> None:
        at = self._guide.session.locator if self._guide else HOME
        is_page = at.place == "page" and not self.on_faults
        state = StripState(
            len(self._live.faults),
            self._live.faults_at(at.page) if is_page else [],
            as_it_was=is_page and self._live.is_as_it_was(at.page),
            on_faults=self.on_faults,
            can_switch=self._guide is not None,
        )
        self._strip.show_state(state)
