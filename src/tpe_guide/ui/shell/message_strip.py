"""Where a message stands: under the top bar, or where a screen that says something more urgent puts it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.ui.kit.tab_order import stop_below
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.shell.abilities import HoldsMessages
from tpe_guide.ui.shell.unread import Unread

if TYPE_CHECKING:
    from tpe_guide.ui.shell.banner import Banner

_SHARE = 0.4
"""A message takes at most this part of the window, if smaller letters can make it so."""


class MessageStrip:
    """The sentence of *unread* that was said last, in the *column* of a window, below the bars that are *above* it."""

    def __init__(
        self, column: QVBoxLayout, above: Callable[[], list[QWidget]], give_keyboard_back: Callable[[], None]
    ) -> None:
        self.unread = Unread()
        self._column = column
        self._above = above
        self._give_keyboard_back = give_keyboard_back
        self._theme = Theme()
        self._screen: QWidget | None = None
        self._banner: Banner | None = None

    def show_over(self, screen: QWidget | None, theme: Theme) -> None:
        """Show it over *screen* from now on."""
        self._screen, self._theme = screen, theme
        self.show()

    def show(self) -> None:
        """Show the sentence said last; once it is closed, the one before."""
        self._drop()
        if not self.unread:
            return
        from tpe_guide.ui.shell.banner import Banner

        sentence, icon = self.unread.newest
        self._banner = Banner(self._theme, sentence, icon=icon, more=len(self.unread) > 1)
        self._banner.closed.connect(self._close)
        self._column.insertWidget(1, self._banner)  # below the bar
        stop_below(self._above(), self._banner)
        if isinstance(self._screen, HoldsMessages):
            self._screen.hold_message(self._banner)
        else:
            self.fit()
        self._banner.show()

    def fit(self) -> None:
        """The window has another size."""
        window = self._column.parentWidget()
        if self._banner is not None and window is not None and not isinstance(self._screen, HoldsMessages):
            self._banner.fit(window.width(), round(window.height() * _SHARE))

    def say(self) -> None:
        """Have a screen reader say it."""
        if self._banner is not None:
            self._banner.announce()

    def leave_screen(self) -> None:
        """The screen goes: take it off the window. It stays unread, and the next screen shows it."""
        self._screen = None
        self._drop()

    def _drop(self) -> None:
        if self._banner is not None:
            self._column.removeWidget(self._banner)
            self._banner.hide()
            self._banner.deleteLater()
            self._banner = None

    def _close(self) -> None:
        self.unread.close_newest()
        self.show()
        if self._banner is not None:
            self._banner.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._give_keyboard_back()
