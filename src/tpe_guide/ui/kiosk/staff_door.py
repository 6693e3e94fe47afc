"""The way out for staff: a finger held on a corner of the first page opens the pad for the code.

Only on the first page: a visitor who rests a hand somewhere never meets it, and staff press *Finish* first.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer, Signal
from PySide6.QtGui import QPointerEvent
from PySide6.QtWidgets import QApplication

from tpe_guide.i18n import _
from tpe_guide.ui.kiosk.exit_pad import ExitPad
from tpe_guide.ui.kiosk.kiosk_window import KioskWindow

HOLD_MS = 3_000
CORNER = 96
"""px from the top and the right edge of the screen. Languages from right to left have it there, too: staff know it."""

_Type = QEvent.Type
_DOWN = frozenset({_Type.MouseButtonPress, _Type.TouchBegin, _Type.TabletPress})
_MOVED = frozenset({_Type.MouseMove, _Type.TouchUpdate, _Type.TabletMove})
_UP = frozenset({_Type.MouseButtonRelease, _Type.TouchEnd, _Type.TouchCancel, _Type.TabletRelease})


class StaffDoor(QObject):
    """Watches the fingers on *kiosk*; without a code to *ask* for, holding the corner leads out at once."""

    entered = Signal(str)
    """This was typed as the code."""
    opened = Signal()
    """The corner was held where no code is asked for."""

    def __init__(self, application: QApplication, kiosk: KioskWindow, *, ask: bool) -> None:
        super().__init__(kiosk)
        self._kiosk, self._ask = kiosk, ask
        self._pad: ExitPad | None = None
        self._held = QTimer(self, singleShot=True, interval=HOLD_MS)
        self._held.timeout.connect(self._open)
        application.installEventFilter(self)

    def refuse(self, seconds: int) -> None:
        """What was typed is not the code; the next try is after *seconds*."""
        if self._pad is not None:
            self._pad.refuse(seconds)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Only look on."""
        kind = event.type()
        if kind in _UP:
            self._held.stop()
        elif kind in _DOWN and not self._held.isActive() and self._is_in_corner(event) and self._kiosk.waits():
            self._held.start()
        elif kind in _MOVED and self._held.isActive() and not self._is_in_corner(event):
            self._held.stop()
        return False

    def _is_in_corner(self, event: QEvent) -> bool:
        if not isinstance(event, QPointerEvent) or not event.points():
            return False
        at: QPointF = self._kiosk.mapFromGlobal(event.points()[0].globalPosition())
        return 0 <= self._kiosk.width() - at.x() <= CORNER and 0 <= at.y() <= CORNER

    def _open(self) -> None:
        if not self._kiosk.waits() or self._pad is not None:
            return
        if not self._ask:
            self.opened.emit()
            return
        pad = ExitPad(self._kiosk.theme, _("For staff: the code to leave"), parent=self._kiosk)
        pad.entered.connect(self.entered)
        pad.left.connect(self._kiosk.show_under)
        pad.destroyed.connect(self._forget)
        self._pad = pad
        self._kiosk.show_over(pad)

    def _forget(self) -> None:
        self._pad = None
