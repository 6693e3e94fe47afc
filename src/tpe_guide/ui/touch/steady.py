"""A filter for all that hands do to a window, by finger or mouse, so that a hand that shakes does what it means.

- What was pressed first is what is pressed, though the finger rolls away from it before it is lifted; however long
  that takes.
- A finger that goes further drags: what lies there scrolls, and nothing is pressed.
- A second press of the same place within a moment is part of the first; so is one where a drag has just ended. It may
  still drag.
- One that meets nothing is seen, and said aloud with the name of what it may have meant.

It listens to the window of the system, which Qt asks before any widget; so no widget has to know. What is pressed
by keys, by a screen reader or through the bus of the desktop does not come by here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import dist, inf
from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPointingDevice
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from tpe_guide import clock
from tpe_guide.i18n import _
from tpe_guide.settings import TOUCH_REACHES
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.one_press import SETTLE_SECONDS
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.touch import under
from tpe_guide.ui.touch.millimetres import px_per_mm
from tpe_guide.ui.touch.missed import Missed

if TYPE_CHECKING:
    from tpe_guide.ui.touch.drag import Drag

_Type = QEvent.Type
_LEFT = Qt.MouseButton.LeftButton
_FAR = QPointF(-10_000, -10_000)
_POINTERS = (QPointingDevice.DeviceType.Mouse, QPointingDevice.DeviceType.TouchPad)
"""What moves a pointer, and does not touch what it presses."""
_BLANK_MM = 3.0
"""Where nothing can be pressed, a drag need not be told from a finger that rolls."""


class Tuning(NamedTuple):
    """How much a hand shakes."""

    reach_mm: float = TOUCH_REACHES[0]
    """So far a finger rolls between press and lift."""
    settle_seconds: float = SETTLE_SECONDS
    """A second press that was not meant comes within this time."""


@dataclass(slots=True)
class _Press:
    """A finger that is down, or a button of the mouse."""

    at: QPointF
    meets: bool
    """There is something to press."""
    slop: float
    """px from which on it is a drag."""
    widget: QWidget | None
    """What it met, which may move: what gets the keyboard is scrolled into sight."""
    within: QPoint
    """Where on that."""
    kept: bool
    """The window does not know of it, so that it presses nothing; but it may drag."""
    dragged: bool = False


class _Last(NamedTuple):
    """What the hand did before, and from where a press within a moment belongs to it."""

    did: Literal["pressed", "dragged", "missed"]
    at: QPointF
    seconds: float


class SteadyHand(QObject):
    """Filters what comes to *window*, which is on a screen. *moves*: what is dragged may run on."""

    def __init__(
        self,
        window: QWidget,
        theme: Callable[[], Theme],
        *,
        tuning: Callable[[], Tuning] = Tuning,
        moves: Callable[[], bool] = bool,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._tuning = tuning
        self._moves = moves
        self._press: _Press | None = None
        self._drag: Drag | None = None
        self._sending = False
        self._last = _Last("missed", QPointF(), -inf)
        self._missed: Missed | None = None
        window.windowHandle().installEventFilter(self)

    @property
    def roll(self) -> float:
        """px that a finger may roll between press and lift."""
        return self._px(self._tuning().reach_mm)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whether *event* is kept from the window."""
        if self._sending or not isinstance(event, QMouseEvent):
            return False
        match event.type():
            case _Type.MouseButtonPress if event.button() == _LEFT:
                return self._on_press(event)
            case _Type.MouseButtonDblClick if event.button() == _LEFT:
                return self._press is not None and self._press.kept
            case _Type.MouseMove:
                return self._on_move(event)
            case _Type.MouseButtonRelease if event.button() == _LEFT:
                return self._on_release(event)
        return False

    def _on_press(self, event: QMouseEvent) -> bool:
        at, place = event.position(), event.position().toPoint()
        stands_still = self._stop_running()
        self._press = None
        if under.takes_drag(self._window, place, by_finger=_is_finger(event)):
            return False
        meets = under.can_be_pressed(self._window, place)
        widget = self._window.childAt(place)
        within = widget.mapFrom(self._window, place) if widget is not None else place
        slop = self.roll if meets else self._px(_BLANK_MM)
        kept = stands_still or self._is_echo(at, place, meets=meets)
        self._press = _Press(at, meets, slop, widget, within, kept)
        return kept

    def _is_echo(self, at: QPointF, place: QPoint, *, meets: bool) -> bool:
        """A press there and then is part of what the hand did before."""
        tuning, last = self._tuning(), self._last
        soon = clock.seconds() - last.seconds < tuning.settle_seconds
        if not soon or _between(at, last.at) > self.roll:
            return False
        match last.did:
            case "missed":
                return not meets  # what is met at last was meant all the time
            case "pressed":
                return not under.pressed_in_a_row(self._window, place)
            case _:
                return True

    def _on_move(self, event: QMouseEvent) -> bool:
        press = self._press
        if press is None:
            return False
        if not event.buttons() & _LEFT:  # it was let go of where this window did not see it
            self._press = None
            return False
        if not press.dragged and _between(event.position(), press.at) > press.slop:
            press.dragged = True
            if not press.kept:
                # What was pressed is let go of elsewhere, so that it does nothing.
                self._send(_Type.MouseButtonRelease, _FAR, event)
            self._begin_drag(press, event)
        elif press.dragged and self._drag is not None:
            self._drag.follow(event.globalPosition(), event.timestamp())
        return True

    def _begin_drag(self, press: _Press, event: QMouseEvent) -> None:
        area = under.scrolls(self._window, press.at.toPoint())
        self._drag = None
        if area is not None:
            from tpe_guide.ui.touch.drag import Drag  # that part of Qt is not needed before

            self._drag = Drag(area, event.globalPosition(), event.timestamp(), runs_on=self._moves())

    def _on_release(self, event: QMouseEvent) -> bool:
        press, self._press = self._press, None
        if press is None:
            return False
        if press.dragged:
            if self._drag is not None:
                self._drag.let_go(event.globalPosition(), event.timestamp())
            self._last = _Last("dragged", event.position(), clock.seconds())
            return True
        if press.kept:
            self._last = self._last._replace(seconds=clock.seconds())
            return True
        self._last = _Last("pressed" if press.meets else "missed", press.at, clock.seconds())
        if press.meets:
            self._send(_Type.MouseButtonRelease, self._where_now(press), event)
            return True
        self._tell_miss(press.at)
        return False

    def _where_now(self, press: _Press) -> QPointF:
        """Where that lies that was met by *press*."""
        widget = press.widget
        if widget is None or not isValid(widget) or not self._window.isAncestorOf(widget):
            return press.at
        return QPointF(widget.mapTo(self._window, press.within))

    def _send(self, kind: QEvent.Type, at: QPointF, like: QMouseEvent) -> None:
        """Give the window an event of *kind*, that is *like* another and *at* another place."""
        handle = self._window.windowHandle()
        place = handle.mapToGlobal(at)
        event = QMouseEvent(
            kind, at, at, place, like.button() if kind == like.type() else _LEFT, Qt.MouseButton.NoButton,
            like.modifiers(), like.pointingDevice(),
        )  # fmt: skip
        self._sending = True
        try:
            QCoreApplication.sendEvent(handle, event)
        finally:
            self._sending = False

    def _stop_running(self) -> bool:
        """What still runs after a drag stands still under the finger, which presses nothing then."""
        return self._drag is not None and self._drag.stop()

    def _tell_miss(self, at: QPointF) -> None:
        place = at.toPoint()
        off = under.switched_off(self._window, place)
        meant = off or under.beside(self._window, place, self.roll)
        if self._missed is None:
            self._missed = Missed(self._window)
        self._missed.show_at(place, under.place_of(self._window, meant) if meant else None, self._theme())
        name = (meant.accessibleName() or meant.text()) if meant is not None else ""
        if not name:
            announce(self._window, _("Nothing was pressed. There is nothing to press here."))
        elif off is not None:
            announce(self._window, _("Nothing was pressed. “{name}” cannot be pressed now.").format(name=name))
        else:
            announce(self._window, _("Nothing was pressed. “{name}” is close by.").format(name=name))

    def _px(self, mm: float) -> float:
        return mm * px_per_mm(self._window)


def roll(widget: QWidget) -> float:
    """px that a finger may roll on *widget*, which makes its own of a drag: as far as its window was tuned to."""
    hand = widget.window().findChild(SteadyHand, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return hand.roll if hand is not None else Tuning().reach_mm * px_per_mm(widget)


def _is_finger(event: QMouseEvent) -> bool:
    return event.pointingDevice().type() not in _POINTERS


def _between(one: QPointF, other: QPointF) -> float:
    return dist((one.x(), one.y()), (other.x(), other.y()))
