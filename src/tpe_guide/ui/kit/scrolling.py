"""Scroll areas and scroll bars as the design has them."""

from __future__ import annotations

from typing import NamedTuple, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QWidget,
)
from shiboken6 import isValid

from tpe_guide.ui.kit.accessible_role import title_of
from tpe_guide.ui.kit.theme import Theme

STEP = 62
"""px at 100 % that an arrow key scrolls: two lines."""
_Key = Qt.Key
SCROLLING = frozenset(
    {_Key.Key_Up, _Key.Key_Down, _Key.Key_PageUp, _Key.Key_PageDown, _Key.Key_Space, _Key.Key_Home, _Key.Key_End}
)
_OF_QT = SCROLLING - {_Key.Key_Space, _Key.Key_Home, _Key.Key_End}
"""What a scroll area takes from what lies in it; the others are first for the screen around it."""
_HANDLE, _EDGE = 8, 3
"""px at 100 %: how wide the handle of a scroll bar is, and from it to the edges of the bar."""
_SHOWN, _NOT_SHOWN = Qt.ScrollBarPolicy.ScrollBarAlwaysOn, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
_HAS_NO_SIZE = Qt.WidgetAttribute.WA_PendingResizeEvent
"""It was not shown yet: the size it will have comes with that, and to fit another is for nobody."""
_SURELY = 1.25
"""Times the height there is: from there on it needs a bar, and need not be asked whether it would without one."""
_ABOUT = 50
"""px above and below what the keyboard comes to."""
_TURNS = 4
"""Of the event loop, until a screen stands as it will."""
_ENOUGH = 40
"""px of something that is in sight; of what is smaller, all."""
_NOT_OURS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


@runtime_checkable
class ScrollsByKey(Protocol):
    """Something that keys scroll."""

    def scroll_by_key(self, event: QKeyEvent) -> bool:
        """Scroll if *event*'s key is one that does."""


def scroll_by_key(screen: QWidget, event: QKeyEvent) -> bool:
    """Scroll what the keyboard is in and has more to show, or else what takes most of *screen*, if *event*'s key is one
    that scrolls."""
    if event.key() not in SCROLLING or (area := _area_of_keyboard(screen) or main_area(screen)) is None:
        return False
    if isinstance(area, ScrollsByKey):
        return area.scroll_by_key(event)
    return scroll_bar_by_key(area.verticalScrollBar(), event, STEP, area.viewport().height())


def _area_of_keyboard(screen: QWidget) -> QAbstractScrollArea | None:
    """The innermost column with more to show that holds what has the keyboard, as what lies over a screen does."""
    within: QWidget | None = screen.focusWidget()
    while within is not None and within is not screen:
        within = within.parentWidget()
        if isinstance(within, QScrollArea) and has_more(within):
            return within
    return None


def show_focused(screen: QWidget) -> None:
    """Scroll to what has the keyboard, where that lies in a column of *screen* with more to show.

    To all of it, and of what is higher than the view to its top: Qt would show no more of a field than its cursor.
    """
    focused, area = screen.focusWidget(), _area_of_keyboard(screen)
    if focused is not None and isinstance(area, QScrollArea) and (inside := area.widget()) is not None:
        top = focused.mapTo(inside, QPoint()).y()
        for y in (top + focused.height(), top):
            area.ensureVisible(0, y, 0, _ABOUT)


def begin_in_sight(screen: QWidget, first: QWidget, margin: int) -> None:
    """Where *first*, which has the keyboard, is out of sight once *screen* is laid out: begin at the title instead.

    A screen begins at its top. But to a field, with *margin* px about it, it scrolls: one is there to write.
    """

    def look(turns: int) -> None:
        if not isValid(first) or not first.hasFocus():
            return
        if turns:  # what is put in place now is laid out later, and what is kept in sight is scrolled to after that
            QTimer.singleShot(0, screen, lambda: look(turns - 1))
        elif not _is_in_sight(first):
            _begin_elsewhere(screen, first, margin)

    look(_TURNS)


def _begin_elsewhere(screen: QWidget, first: QWidget, margin: int) -> None:
    area = _area_of_keyboard(screen)
    if isinstance(first, QLineEdit | QPlainTextEdit) and isinstance(area, QScrollArea):
        KeptInSight(area, margin).keep(first)
    elif (title := title_of(screen)) is not None and _is_in_sight(title):
        title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        title.setFocus(Qt.FocusReason.OtherFocusReason)


def _is_in_sight(widget: QWidget) -> bool:
    seen = widget.visibleRegion().boundingRect()
    return seen.height() >= min(widget.height(), _ENOUGH) and not seen.isEmpty()


def main_area(screen: QWidget) -> QAbstractScrollArea | None:
    """Of the areas that have more to show and lie in no other, the one that takes most of *screen*."""
    areas = [each for each in screen.findChildren(QAbstractScrollArea) if each.isVisible() and has_more(each)]
    outer = [area for area in areas if not any(each is not area and each.isAncestorOf(area) for each in areas)]
    return max(outer, key=lambda area: area.width() * area.height(), default=None)


def has_more(area: QAbstractScrollArea) -> bool:
    """Whether *area* has more to show than there is room for, downwards."""
    return area.verticalScrollBar().maximum() > area.verticalScrollBar().minimum()


def scroll_bar_by_key(bar: QScrollBar, event: QKeyEvent, step: int, seen: int) -> bool:
    """Move *bar* if *event*'s key is one that does: by *step* px, or by the *seen* ones without a step."""
    page = max(step, seen - step)
    up = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    goals = {
        _Key.Key_Down: bar.value() + step,
        _Key.Key_Up: bar.value() - step,
        _Key.Key_PageDown: bar.value() + page,
        _Key.Key_PageUp: bar.value() - page,
        _Key.Key_Space: bar.value() + (-page if up else page),
        _Key.Key_Home: bar.minimum(),
        _Key.Key_End: bar.maximum(),
    }
    goal = goals.get(_Key(event.key()))
    if goal is None or event.modifiers() & _NOT_OURS:
        return False
    bar.setValue(goal)
    return True


def _style_width(theme: Theme, handle: int) -> int:
    return theme.of_bars.px(24 if theme.is_contrast else handle + 2 * _EDGE)


def scroll_bar_style(theme: Theme, ground: str = "paper", *, handle: int = _HANDLE) -> str:
    """The style sheet of scroll bars: a round *handle*, wide enough for a shaking hand; wider in high contrast."""
    margin = _EDGE
    width = _style_width(theme, handle)
    radius = (width - 2 * margin) // 2
    edge = f"border: 2px solid {theme.hex('ink')};" if theme.is_contrast else "border: none;"
    return f"""
    QScrollBar:vertical {{ width: {width}px; background: {theme.hex(ground)}; margin: 0; {edge} }}
    QScrollBar::handle:vertical {{ background: {theme.hex("line2")}; border-radius: {radius}px;
        margin: {margin}px; min-height: {theme.px(48)}px; }}
    QScrollBar:horizontal {{ height: {width}px; background: {theme.hex("paper")}; margin: 0; {edge} }}
    QScrollBar::handle:horizontal {{ background: {theme.hex("line2")}; border-radius: {radius}px;
        margin: {margin}px; min-width: {theme.px(48)}px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """


def bar_width(area: QAbstractScrollArea) -> int:
    """px that the bar of *area* takes beside what scrolls, also before it was ever shown."""
    bar = area.verticalScrollBar()
    bar.ensurePolished()  # its style is wider in high contrast
    return bar.sizeHint().width()


def scrolling(theme: Theme, inside: QWidget) -> Column:
    """*inside*, scrollable downwards only, on the paper ground."""
    area = Column(inside, theme.text_px(STEP), _style_width(theme, _HANDLE))
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setMinimumHeight(1)  # it gives its room before anything that stands beside it is cut
    area.viewport().setAutoFillBackground(False)
    inside.setAutoFillBackground(False)
    area.verticalScrollBar().setStyleSheet(scroll_bar_style(theme))
    return area


class KeptInSight(QObject):
    """Scrolls *area* so that a widget in it is seen, and again while the column finds its size.

    Whoever scrolls by hand is left alone from then on. *margin* px of what stands about it are seen too.
    """

    def __init__(self, area: QScrollArea, margin: int) -> None:
        super().__init__(area)
        self._area = area
        self._margin = margin
        self._kept: QWidget | None = None
        self._at_top = False
        self._moving = self._finds_size = False
        bar = area.verticalScrollBar()
        bar.valueChanged.connect(self._on_moved)
        bar.rangeChanged.connect(self._on_range)

    def keep(self, widget: QWidget, *, at_top: bool = False) -> None:
        """From now on *widget*, once it has its place; *at_top*: as far up as it goes, not merely somewhere."""
        self._kept = widget
        self._at_top = at_top
        self._soon()

    def _on_range(self) -> None:
        self._finds_size = True  # a column that gets shorter moves by itself
        self._soon()

    def _soon(self) -> None:
        if self._kept is not None:
            QTimer.singleShot(0, self, self._scroll)

    def _scroll(self) -> None:
        self._finds_size = False
        kept, inside, bar = self._kept, self._area.widget(), self._area.verticalScrollBar()
        if kept is None or not isValid(kept) or inside is None or not inside.isAncestorOf(kept):
            return
        room = self._area.viewport().height()
        top = kept.mapTo(inside, QPoint(0, 0)).y() - self._margin
        bottom = top + kept.height() + 2 * self._margin
        self._moving = True
        if self._at_top or top < bar.value() or bottom - top > room:
            bar.setValue(top)
        elif bottom > bar.value() + room:
            bar.setValue(bottom - room)
        self._moving = False

    def _on_moved(self) -> None:
        if not self._moving and not self._finds_size:
            self._kept = None


class Scrolled(NamedTuple):
    """Where one is on a screen that scrolls as a whole; a page keeps its own place."""

    share: float = 0.0
    """How far down: 0 at its top, 1 at its end."""
    sees_keyboard: bool = False
    """What has the keyboard is in sight."""


def scrolled(screen: QWidget) -> Scrolled:
    """Where one is on *screen*."""
    area, focused = main_area(screen), screen.focusWidget()
    if not isinstance(area, QScrollArea):
        return Scrolled()
    bar = area.verticalScrollBar()
    seen = focused is not None and area.isAncestorOf(focused) and not focused.visibleRegion().isEmpty()
    return Scrolled(bar.value() / bar.maximum(), seen)


def scroll_again(screen: QWidget, before: Scrolled, margin: int) -> None:
    """Be there again on *screen*, made anew; with *margin* px about what has the keyboard."""
    area, focused = main_area(screen), screen.focusWidget()
    if not isinstance(area, QScrollArea):
        return
    bar = area.verticalScrollBar()
    if not bar.value():
        bar.setValue(round(before.share * bar.maximum()))
    if before.sees_keyboard and focused is not None and area.isAncestorOf(focused):
        KeptInSight(area, margin).keep(focused)


class Column(QScrollArea):
    """Makes *inside* as wide as there is room and as high as its words then need.

    Qt's own ``widgetResizable`` makes it as high as its words would need at the narrowest: a scroll bar for nothing.
    """

    def __init__(self, inside: QWidget, step: int, bar: int) -> None:
        super().__init__()
        self._inside = inside
        self._step = step
        self._bar = bar
        inside.setAttribute(Qt.WidgetAttribute.WA_Resized)  # else Qt would lay it out in the size that it wishes for
        self.setWidget(inside)

    def scroll_by_key(self, event: QKeyEvent) -> bool:
        """Scroll if *event*'s key is one that does."""
        return scroll_bar_by_key(self.verticalScrollBar(), event, self._step, self.viewport().height())

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab and Shift+Tab. Qt would show the end of what is higher than the view; it is read from its beginning."""
        moved = super().focusNextPrevChild(forwards)
        focused = self._inside.focusWidget()
        if moved and focused is not None and focused.height() > self.viewport().height():
            self.verticalScrollBar().setValue(focused.mapTo(self._inside, QPoint(0, 0)).y())
        return moved

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What does not scroll is for the screen around it."""
        if event.key() not in _OF_QT or not self.scroll_by_key(event):
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new size."""
        super().resizeEvent(event)
        self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl it changes the text size, which is not for one column alone to do."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().wheelEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit again when what is inside has changed."""
        if event.type() == QEvent.Type.LayoutRequest and not self.testAttribute(_HAS_NO_SIZE):
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """With the bar, where it will be needed, from the first: it comes when all is laid out, and Qt would show it
        after the first paint."""
        inside, whole = self._inside, self.contentsRect().size()
        least = inside.minimumSizeHint().width()
        width, needs_bar = max(whole.width() - self._bar, least), True
        height = self._height_in(width)
        if height <= _SURELY * whole.height():
            full = max(whole.width(), least)
            height_without = self._height_in(full)
            if height_without <= whole.height():
                width, height, needs_bar = full, whole.height(), False
        inside.resize(width, height if needs_bar else whole.height())
        self.setVerticalScrollBarPolicy(_SHOWN if needs_bar else _NOT_SHOWN)

    def _height_in(self, width: int) -> int:
        inside = self._inside
        return inside.heightForWidth(width) if inside.hasHeightForWidth() else inside.sizeHint().height()
