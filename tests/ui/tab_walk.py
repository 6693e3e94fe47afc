"""What the keyboard meets on a screen, by real presses of Tab, and what is wrong with that.

**The reading order** that Tab is held to: what stands in one box is gone through before the next box is begun. Of two
boxes in one box, the one that is higher comes first; where they stand beside one another, the one on the side where
reading begins. On a page of text the links come as the words do. The bars are boxes like any others, so that Tab comes
from the last of the screen round to the first of the window: the one step back that there is.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from shiboken6 import isValid

from tests.ui.stops import seen_in
from tpe_guide.ui.reading.reading_view import ReadingView

MANY = 400
SEEN = 40
"""px of it are in sight; of what is smaller, all."""
NO_ROLES = {
    QAccessible.Role.NoRole,
    QAccessible.Role.Client,
    QAccessible.Role.Window,
    QAccessible.Role.Whitespace,
    QAccessible.Role.Splitter,
}
"""They tell nobody what to do there; Qt's fillers are clients."""
FOR_FINGERS = {"more-below": "by keys, PgDn scrolls"}
"""What Tab does not come to, and why not."""
_OVERLAP = 4
"""px by which boxes may overlap and still stand one after the other."""
_OF_QT = "qt_"
"""So begin the names of parts that Qt makes for itself."""


class Place(NamedTuple):
    """Where the keyboard is."""

    widget: QWidget
    link: int = -1
    """Of a page of text: which of its links."""

    @property
    def name(self) -> str:
        """To tell which it is, in a message."""
        if not isValid(self.widget):
            return "what has gone"
        where = f" link {self.link}" if self.link >= 0 else ""
        return f"{type(self.widget).__name__} {self.widget.objectName()} “{self.said[:50]}”{where}"

    @property
    def said(self) -> str:
        """What a screen reader says first."""
        return self._spoken.text(QAccessible.Text.Name).strip()

    @property
    def role(self) -> QAccessible.Role:
        """What a screen reader takes it for."""
        return self._spoken.role()

    @property
    def _spoken(self) -> QAccessibleInterface:
        interface = QAccessible.queryAccessibleInterface(self.widget)
        return interface.focusChild() or interface

    @property
    def in_widget(self) -> QRect:
        """Its place in its widget, in px."""
        if isinstance(self.widget, ReadingView) and self.link >= 0:
            rects = [rect.toAlignedRect() for rect in self.widget._geometry().links[self.link]]
            return rects[0].translated(-self.widget._offset().toPoint())
        return self.widget.rect()

    def on(self, window: QWidget) -> QRect:
        """Its place on *window*."""
        inside = self.in_widget
        return QRect(self.widget.mapTo(window, inside.topLeft()), inside.size())


def settle(times: int = 3) -> None:
    """A layout or two."""
    for __ in range(times):
        QCoreApplication.processEvents()


def place_of_keyboard(window: QWidget) -> Place | None:
    """Where the keyboard is in *window*."""
    widget = window.focusWidget()
    if widget is None:
        return None
    return Place(widget, widget.focused_link if isinstance(widget, ReadingView) else -1)


class Walk:
    """Once round *window* by Tab, from where the keyboard is. *arrives*: one has just come there."""

    def __init__(self, window: QWidget, *, arrives: bool = True) -> None:
        self.window = window
        self.first = place_of_keyboard(window)
        self.met: list[Place] = []
        self.faults: list[str] = []
        if self.first is None:
            self.faults.append("nothing has the keyboard")
            return
        self._look_at(self.first, also_where=arrives)
        self._go_round()
        self.faults += self._order()
        self.faults += self._unreached()

    def _go_round(self) -> None:
        """From the stop after the first, which may be no stop of Tab itself (a title), until one comes again."""
        while len(self.met) < MANY:
            here = self.window.focusWidget() or self.window
            QTest.keyClick(here, Qt.Key.Key_Tab)
            settle()
            place = place_of_keyboard(self.window)
            if place is None or place in self.met:
                break
            self.met.append(place)
            self._look_at(place)
        if place is None or len(self.met) == MANY:
            self.faults.append(f"it does not come round: {self.met[-1].name}")
        elif place != self.met[0] and is_there(self.met[0]):
            self.faults.append(f"a trap: from {self.met[-1].name} to {place.name}")

    def back(self) -> list[str]:
        """Whether Shift+Tab goes the same way back, from the first that was met twice."""
        if not all(map(is_there, self.met)):
            return []
        for expected in (*reversed(self.met[1:]), self.met[0]):
            before = self.window.focusWidget() or self.window
            if before is expected.widget and isinstance(before, ReadingView):
                continue  # backwards, a page is taken up at those of its links that are in sight
            QTest.keyClick(before, Qt.Key.Key_Backtab)
            settle()
            while self.window.focusWidget() is before and isinstance(before, ReadingView):
                QTest.keyClick(before, Qt.Key.Key_Backtab)
            place = place_of_keyboard(self.window)
            if place is None or place.widget is not expected.widget:
                return [f"Shift+Tab from {Place(before).name} to {place and place.name}, not {expected.name}"]
            if not self._is_in_sight(place):
                return [f"backwards out of sight: {expected.name}"]
        return []

    def _look_at(self, place: Place, *, also_where: bool = True) -> None:
        if not any(letter.isalnum() for letter in place.said):
            self.faults.append(f"without a name: {place.name}")
        if place.role in NO_ROLES:
            self.faults.append(f"without a role: {place.name} is {place.role.name}")
        if also_where and not self._is_in_sight(place):
            self.faults.append(f"out of sight: {place.name} at {place.on(self.window).getRect()}")

    def _is_in_sight(self, place: Place) -> bool:
        whole = place.in_widget
        seen = place.widget.visibleRegion().boundingRect()
        if isinstance(place.widget, QAbstractScrollArea):  # its ground covers it, and is what is seen of it
            port = place.widget.viewport()
            seen = port.visibleRegion().boundingRect().translated(port.pos())
        part = whole.intersected(seen)
        if part.height() < min(SEEN, whole.height()) or part.width() < min(SEEN, whole.width()):
            return False
        front = self.window.childAt(place.widget.mapTo(self.window, part.center()))
        return front is not None and (front is place.widget or place.widget.isAncestorOf(front))

    def _order(self) -> Iterator[str]:
        """One step back is allowed: round the end, to the first of the window."""
        alive = [place for place in self.met if is_there(place)]
        for before, after in pairwise([*alive, *alive[:1]]):
            if not self._follows(before, after) and any(
                other != after and not self._follows(after, other) and self._follows(other, after) for other in alive
            ):
                yield (
                    f"out of order: {before.name} {before.on(self.window).getRect()}, "
                    f"then {after.name} {after.on(self.window).getRect()}"
                )

    def _line(self, widget: QWidget) -> list[QWidget]:
        """From the window down to *widget*."""
        line = [widget]
        while line[-1] is not self.window and (around := line[-1].parentWidget()) is not None:
            line.append(around)
        return line[::-1]

    def _follows(self, before: Place, after: Place) -> bool:
        one, other = self._line(before.widget), self._line(after.widget)
        depth = 0
        while depth + 1 < min(len(one), len(other)) and one[depth + 1] is other[depth + 1]:
            depth += 1
        around = one[depth]
        if before.widget is after.widget:
            return after.link > before.link
        first = self._box(before, one, depth, around)
        then = self._box(after, other, depth, around)
        if around is after.widget or around is before.widget:
            return around is before.widget or isinstance(around, ReadingView)
        return comes_after(first, then, around.layoutDirection())

    @staticmethod
    def _box(place: Place, line: list[QWidget], depth: int, around: QWidget) -> QRect:
        if depth + 1 < len(line):
            child = line[depth + 1]
            return QRect(child.mapTo(around, QPoint()), child.size())
        return QRect(place.widget.mapTo(around, place.in_widget.topLeft()), place.in_widget.size())

    def _unreached(self) -> Iterator[str]:
        """Neither by Tab nor by the arrows of the group that one of them is in, which Qt has go to all of it."""
        reached = {id(place.widget) for place in self.met} | ({id(self.first.widget)} if self.first else set())
        groups = {id(group_of(place.widget)) for place in self.met if is_there(place)} - {id(None)}
        for widget in seen_in(self.window):
            if can_be_pressed(widget) and id(widget) not in reached and id(group_of(widget)) not in groups:
                yield f"not reached: {Place(widget).name}"


def is_there(place: Place) -> bool:
    """Whether it still is: what was explained gives way as the keyboard goes on, and is made anew as it comes back."""
    return isValid(place.widget) and place.widget.isVisible()


def comes_after(one: QRect, other: QRect, direction: Qt.LayoutDirection) -> bool:
    """Whether the box *other* is read after *one*."""
    if other.top() > one.bottom() - _OVERLAP:
        return True
    if one.top() > other.bottom() - _OVERLAP:
        return False
    if direction == Qt.LayoutDirection.RightToLeft:
        return other.right() <= one.left() + _OVERLAP or other.right() < one.right()
    return other.left() > one.left()


def can_be_pressed(widget: QWidget) -> bool:
    """Whether a hand can do something there."""
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QAbstractItemView, QAbstractSlider)
    return (
        isinstance(widget, kinds)
        and widget.isEnabled()
        and not widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        and widget.objectName() not in FOR_FINGERS
        and not widget.objectName().startswith(_OF_QT)
        and not isinstance(widget.parentWidget(), QAbstractScrollArea)
        and not (isinstance(widget, QAbstractSlider) and widget.focusPolicy() == Qt.FocusPolicy.NoFocus)
        and not isinstance(widget.parentWidget(), QLineEdit)
    )


def group_of(widget: QWidget) -> object | None:
    """What arrows go through: one of several."""
    if not isinstance(widget, QAbstractButton):
        return None
    if (group := widget.group()) is not None and group.exclusive():
        return group
    return widget.parentWidget() if widget.autoExclusive() else None
