"""The whole window as one thing to touch: a tap, a hold, two fingers. What is said stands in it, as large as it fits.

A finger may come down anywhere but at the left edge, which a hand finds by its place in whatever direction one reads.
It may roll and shake as it likes: nothing is aimed at. So the window's filter for shaking hands leaves all of it to
here. What happens within a moment is one touch: a finger that loses the glass for a tenth of a second is still down,
and a tap at once after another is part of it.
"""

from __future__ import annotations

from collections.abc import Callable
from math import inf
from typing import cast

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QEventPoint, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QTouchEvent
from PySide6.QtWidgets import QWidget

from tpe_guide import clock
from tpe_guide.eyes_rest.hand import Hand, Order
from tpe_guide.i18n import _
from tpe_guide.ui.eyes_rest.before import Before
from tpe_guide.ui.eyes_rest.keys import is_alone, order_of
from tpe_guide.ui.kit.accessible_role import make_stop
from tpe_guide.ui.kit.fitted_text import FittedText, breakable
from tpe_guide.ui.kit.one_press import OnePress
from tpe_guide.ui.kit.paint_area import paint_area
from tpe_guide.ui.kit.theme import Theme, make_font

HOLD_MS, TOO_LONG_MS, JOIN_MS = 600, 4000, 120
EDGE = 0.2
"""Of the width, at the left: a tap there goes one thing back, a hold is for help."""
_LARGEST, _LEAST, _SMALL = 84, 16, 18
"""px of letters at 100 %."""
_FOOT_SHARE = 0.2
_TOUCH = (QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd)
_LEFT, _RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


class Zone(QWidget):
    """Tells what hands and keys mean. *wait*: seconds in which a second touch is not meant."""

    paints_own_ring = True
    """None: it is all there is."""
    ordered = Signal(str)
    cued = Signal(str)
    """What a finger that is still down would mean, in words."""

    def __init__(self, theme: Theme, wait: Callable[[], float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wait = wait
        self._hand = Hand()
        self._is_echo = False
        self._ended = -inf
        self._presses: dict[Order, OnePress] = {}
        self._title = self._cue = self._trouble = ""
        self.words = ""
        """What is said. No name or description of it: a screen reader would say each of them a second time."""
        self.setObjectName("eyes-rest-zone")
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        make_stop(self, _("Eyes-rest"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._stays = QTimer(self, singleShot=True)
        self._stays.timeout.connect(self._on_stay)
        self._stays_on = QTimer(self, singleShot=True)
        self._stays_on.timeout.connect(self._on_stay_on)
        self._left: dict[QTimer, int] = {}
        Before(self, self._takes)
        self._over = QTimer(self, singleShot=True)
        self._over.timeout.connect(self._on_over)

    def show_words(self, title: str, words: str, trouble: str) -> None:
        """Show what is said, and why it is not heard, if so."""
        self._title, self.words, self._trouble, self._cue = title, words, trouble, ""
        self.update()

    def takes_drag(self, at: QPoint, *, by_finger: bool) -> bool:
        """All that hands do here is for here to tell."""
        return True

    # --- hands --------------------------------------------------------------------------------------------------

    def _takes(self, event: QEvent) -> bool:
        """Fingers, which no mouse need be made of; and keys before they are the window's."""
        if event.type() in _TOUCH:
            self._on_touch(cast(QTouchEvent, event))
            event.accept()
            return True
        if event.type() == QEvent.Type.TouchCancel:
            self._cancel()
            return True
        if event.type() == QEvent.Type.ShortcutOverride and is_alone(cast(QKeyEvent, event)):
            event.accept()
            return True
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The left button is a finger, the right one two."""
        fingers = {_LEFT: 1, _RIGHT: 2}.get(event.button(), 0)
        if fingers:
            self._down(fingers, event.position().x())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt's name for the second of two presses."""
        self.mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if not event.buttons():
            self._up()

    def _on_touch(self, event: QTouchEvent) -> None:
        there = [point for point in event.points() if point.state() != QEventPoint.State.Released]
        if there:
            self._down(len(there), there[0].position().x())
        else:
            self._up()

    def _down(self, fingers: int, x: float) -> None:
        if not self._hand.is_down:
            self._is_echo = clock.seconds() - self._ended < self._wait()
        was_up = self._over.isActive()
        self._over.stop()
        if self._is_echo:
            self._hand.touch(fingers)
        elif self._hand.touch(fingers, at_edge=self._is_at_edge(x)):
            self._stays.start(HOLD_MS)
            self._stays_on.start(TOO_LONG_MS)
        elif was_up:
            for timer, left in self._left.items():
                timer.start(left)

    def _up(self) -> None:
        """How long they stayed so far still counts, if they come down again in a moment."""
        if not self._hand.is_down:
            return
        timers = (self._stays, self._stays_on)
        self._left = {timer: timer.remainingTime() for timer in timers if timer.isActive()}
        for timer in timers:
            timer.stop()
        self._over.start(JOIN_MS)

    def _on_stay(self) -> None:
        self._show_cue(self._hand.stay())

    def _on_stay_on(self) -> None:
        self._show_cue(self._hand.stay_on())

    def _show_cue(self, words: str) -> None:
        self._cue = words
        self.update()
        self.cued.emit(words)

    def _on_over(self) -> None:
        order = self._hand.end()
        self._stop_counting()
        if not self._is_echo:
            self._ended = clock.seconds()
            if order is not None:
                self.ordered.emit(order)

    def _cancel(self) -> None:
        self._hand.forget()
        self._over.stop()
        self._stop_counting()

    def _stop_counting(self) -> None:
        self._stays.stop()
        self._stays_on.stop()
        if self._cue:
            self._cue = ""
            self.update()

    def _is_at_edge(self, x: float) -> bool:
        return x < EDGE * self.width()

    # --- keys ---------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An order; nothing else that is pressed in the dark leads anywhere."""
        order = order_of(event)
        if order is not None:
            self.press(order, event.isAutoRepeat())
        elif event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)

    def press(self, order: Order, held: bool) -> None:
        """A key was pressed that means *order*; *held*: it repeats itself, which nobody means here."""
        if not held and self._presses.setdefault(order, OnePress()).is_meant():
            self.ordered.emit(order)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt calls it so
        """The keyboard stays: there is nothing else."""
        return True

    # --- what is seen -------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Where one is, what is said, and what can be done, on a ground that gives no light."""
        theme, laid = self._theme, self.laid_out()
        painter = QPainter(self)
        paint_area(painter, self.rect(), theme.color("sunken"))
        for words, place, token in laid:
            painter.setPen(theme.color(token))
            align = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
            words.paint(painter, place, align | Qt.AlignmentFlag.AlignAbsolute)

    def laid_out(self) -> list[tuple[FittedText, QRect, str]]:
        """The words, where each stands, and in which colour."""
        bars = self._theme.of_bars
        pad = bars.px(24 if self.width() >= bars.px(600) else 14)
        room = self.rect().adjusted(pad, pad, -pad, -pad)
        share = round(room.height() * _FOOT_SHARE)
        head = self._fitted(self._title, bars.px(_SMALL), QRect(0, 0, room.width(), share // 2))
        foot = self._fitted(_legend(), bars.px(_SMALL), QRect(0, 0, room.width(), share))
        top = room.top() + head.height_in(room.width()) + pad
        bottom = room.bottom() - foot.height_in(room.width())
        laid = [(head, QRect(room.left(), room.top(), room.width(), top - room.top()), "ink2")]
        if self._trouble:
            why = _("Nothing is heard. {why}").format(why=self._trouble)
            told = self._fitted(why, bars.px(22), QRect(0, 0, room.width(), (bottom - top) // 3))
            bottom -= told.height_in(room.width()) + pad
            laid.append((told, QRect(room.left(), bottom, room.width(), room.bottom() - bottom), "straw800"))
            bottom -= pad
        place = QRect(room.left(), top, room.width(), max(1, bottom - pad - top))
        words = self._fitted(self._cue or self.words, self._theme.text_px(_LARGEST), place)
        laid.append((words, place, "straw" if self._cue else "ink"))
        at = room.bottom() - foot.height_in(room.width())
        laid.append((foot, QRect(room.left(), at, room.width(), room.bottom() - at + 1), "ink2"))
        return laid

    def _fitted(self, words: str, largest: int, place: QRect) -> FittedText:
        """*words* in the largest letters, up to *largest* px, in which they stand in *place*, none of them cut."""
        words = breakable(words)
        low, high = _LEAST, max(_LEAST, largest)
        while low < high:
            middle = (low + high + 1) // 2
            text = FittedText(words, make_font(middle, 600))
            fits = text.height_in(place.width()) <= place.height() and text.longest_word <= place.width()
            low, high = (middle, high) if fits else (low, middle - 1)
        return FittedText(words, make_font(low, 600))


def _legend() -> str:
    return _(
        "Tap, or Down: next. Left edge, or Up: one back. Hold, or Enter: choose. "
        "Two fingers, or Esc: out. Hold at the left edge, or F1: help. F12: leave."
    )
