"""A diary with a passcode is locked when nobody is there, and covered while its window is small.

It costs nothing while no such diary is open: only then are keys and touches listened to.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QWindow
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.diary.diary_session import DiarySession
from tpe_guide.ui.kit.drawing import Icon
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.paint_area import paint_area
from tpe_guide.ui.kit.theme import Theme

_SOMEBODY = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
    )
)
_MS_A_MINUTE = 60_000


class Watch(QObject):
    """Watches over *window*. *minutes*: so long may nobody be there, 0: for ever. *theme*: the look of now."""

    def __init__(
        self,
        window: QWidget,
        diary_session: DiarySession,
        minutes: Callable[[], int],
        theme: Callable[[], Theme],
        now: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._diary_session = diary_session
        self._minutes = minutes
        self._theme = theme
        self._now = now
        self._native: QWindow | None = None
        self._cover: Cover | None = None
        self._last = now()
        self._alone = QTimer(self)
        self._alone.setSingleShot(True)
        self._alone.timeout.connect(diary_session.lock)
        diary_session.changed.connect(self._on_changed)
        diary_session.closing.connect(self.stop)
        self._on_changed()

    def stop(self) -> None:
        """There is nothing to watch over."""
        self._alone.stop()
        if self._native is not None:
            self._native.removeEventFilter(self)
            self._window.removeEventFilter(self)
            self._native = None
        self._uncover()

    def look_again(self) -> None:
        """Another number of minutes was chosen."""
        if self._native is not None:
            self._somebody_is_here()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever comes back too late, as to a computer that slept, finds the diary locked."""
        kind = event.type()
        if watched is self._window:
            if kind == QEvent.Type.WindowStateChange:
                self._cover_if_small()
        elif kind in _SOMEBODY:
            if self._is_late():
                self._diary_session.lock()
                return True
            self._somebody_is_here()
        return False

    def _on_changed(self) -> None:
        is_private = self._diary_session.is_open and self._diary_session.guarded
        if not is_private:
            self.stop()
        elif self._native is None:
            self._native = self._window.windowHandle()
            if self._native is not None:
                self._native.installEventFilter(self)
                self._window.installEventFilter(self)
            self._somebody_is_here()
            self._cover_if_small()

    def _is_late(self) -> bool:
        minutes = self._minutes()
        return bool(minutes) and self._now() - self._last > minutes * 60

    def _somebody_is_here(self) -> None:
        self._last = self._now()
        minutes = self._minutes()
        if minutes:
            self._alone.start(minutes * _MS_A_MINUTE)
        else:
            self._alone.stop()

    def _cover_if_small(self) -> None:
        if self._window.windowState() & Qt.WindowState.WindowMinimized:
            if self._cover is None:
                self._cover = Cover(self._theme(), self._window)
        else:
            self._uncover()

    def _uncover(self) -> None:
        if self._cover is not None:
            self._cover.hide()
            self._cover.deleteLater()
            self._cover = None


class Cover(QWidget):
    """Lies over all of *window*, and says nothing of the diary."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("cover")
        self._fill = theme.color("paper")
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(Icon(theme, "lock", 40), 0, Qt.AlignmentFlag.AlignHCenter)
        words = Label(theme, _("Your diary is covered while this window is small."), "lead")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(words)
        column.addStretch(1)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """All of it."""
        paint_area(QPainter(self), self.rect(), self._fill)
