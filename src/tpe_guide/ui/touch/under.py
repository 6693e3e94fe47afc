"""What lies under a finger: something to press, something that makes its own of a drag, or neither."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from tpe_guide.ui.kit.scrolling import has_more, main_area

_OF_ITS_OWN = (QAbstractSpinBox, QComboBox, QAbstractSlider)
_WITH_WORDS = (QLineEdit, QPlainTextEdit, QTextEdit)
"""A mouse marks them."""


@runtime_checkable
class TakesDrags(Protocol):
    """Something that makes its own of a drag, such as words that are marked with a mouse."""

    def takes_drag(self, at: QPoint, *, by_finger: bool) -> bool:
        """Whether it does of one that begins *at*, in global px. *by_finger*: not with a mouse."""


@runtime_checkable
class HasPlaces(Protocol):
    """Something that can be pressed in places, such as a page with links."""

    def can_be_pressed(self, at: QPoint) -> bool:
        """Whether it can *at*, in global px."""


def takes_drag(window: QWidget, at: QPoint, *, by_finger: bool) -> bool:
    """Whether a press *at*, in px of *window*, is to be left to what lies there, drag and all."""
    place = window.mapToGlobal(at)
    of_its_own = _OF_ITS_OWN if by_finger else (*_OF_ITS_OWN, *_WITH_WORDS)
    return any(
        isinstance(each, of_its_own) or (isinstance(each, TakesDrags) and each.takes_drag(place, by_finger=by_finger))
        for each in _from(window, at)
    )


def can_be_pressed(window: QWidget, at: QPoint) -> bool:
    """Whether something can be pressed *at*, in px of *window*."""
    for each in _from(window, at):
        if isinstance(each, HasPlaces):
            return each.isEnabled() and each.can_be_pressed(window.mapToGlobal(at))
        if isinstance(each, QHeaderView):  # it lies in a table, and has a mind of its own
            return each.sectionsClickable()
        if each.isEnabled() and _is_pressed(each):
            return True
    return False


def switched_off(window: QWidget, at: QPoint) -> QAbstractButton | None:
    """The button *at* that place which can be seen, and not be pressed now."""
    buttons = (each for each in _from(window, at) if isinstance(each, QAbstractButton))
    return next((each for each in buttons if not each.isEnabled()), None)


def pressed_in_a_row(window: QWidget, at: QPoint) -> bool:
    """Whether what lies *at* is there to be pressed many times in a row."""
    return any(getattr(each, "repeats", False) for each in _from(window, at))


def scrolls(window: QWidget, at: QPoint) -> QAbstractScrollArea | None:
    """What a drag that begins *at* moves: the innermost column about it with more to show, or that of the screen."""
    areas = (each for each in _from(window, at) if isinstance(each, QAbstractScrollArea))
    return next((area for area in areas if has_more(area)), None) or main_area(window)


def beside(window: QWidget, at: QPoint, reach: float) -> QAbstractButton | None:
    """The button closest to *at* of those that lie within *reach* px of it, and under nothing else."""
    buttons = filter(_is_on, window.findChildren(QAbstractButton))
    near = sorted(((_distance(at, place_of(window, each)), each) for each in buttons), key=lambda one: one[0])
    return next((each for distance, each in near if distance <= reach and _is_in_front(window, each)), None)


def place_of(window: QWidget, widget: QWidget) -> QRect:
    """Where *widget* lies in *window*, as far as it is not scrolled away."""
    seen = widget.visibleRegion().boundingRect()
    return QRect(widget.mapTo(window, seen.topLeft()), seen.size())


def _from(window: QWidget, at: QPoint) -> Iterator[QWidget]:
    """What lies *at*, from the front to *window*."""
    each: QWidget | None = window.childAt(at)
    while each is not None and each is not window:
        yield each
        each = each.parentWidget()


def _is_pressed(widget: QWidget) -> bool:
    if isinstance(widget, (QAbstractButton, QAbstractItemView, *_WITH_WORDS)):
        return True
    takes_clicks = widget.focusPolicy() & Qt.FocusPolicy.ClickFocus == Qt.FocusPolicy.ClickFocus
    return takes_clicks and not isinstance(widget, QAbstractScrollArea)


def _is_on(button: QAbstractButton) -> bool:
    return button.isEnabled() and button.isVisible() and not button.visibleRegion().isEmpty()


def _is_in_front(window: QWidget, button: QAbstractButton) -> bool:
    front = window.childAt(place_of(window, button).center())
    return front is not None and (front is button or button.isAncestorOf(front))


def _distance(at: QPoint, place: QRect) -> float:
    across = max(place.left() - at.x(), 0, at.x() - place.right())
    down = max(place.top() - at.y(), 0, at.y() - place.bottom())
    return float((across**2 + down**2) ** 0.5)
