"""In which order Tab walks a window: as its screen is read, whatever was made first.

What stands in one box is gone through before the next. Boxes come row by row from the top; where they make no rows,
column by column from the side where reading begins. It is reckoned at each press from where things stand, so it holds
in each size of the window, in each direction, and for what has only just appeared. What lies over a screen and belongs
to something on it names that as its ``read_in``. A box whose parts are numbered names them in that order as its
``read_as``: the second of three questions may stand beside the other two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

_OVERLAP = 4
"""px by which boxes may overlap, and still stand one after the other."""


@runtime_checkable
class WalksInside(Protocol):
    """A stop with parts in it, that come before or after what it says itself, or by keys of its own."""

    def parts_around(self) -> tuple[list[QWidget], list[QWidget]]:
        """Those that Tab comes to before it, and those after it."""


class _Box(NamedTuple):
    """Where a part stands; from right to left its sides are reckoned from the right."""

    top: int
    bottom: int
    side: int
    far_side: int
    layer: int
    """What lies over others comes after them."""
    part: QWidget


def walk_on(window: QWidget, *, forwards: bool) -> bool:
    """Give the keyboard to the next stop of *window*, after the last to the first; tells whether there is one."""
    stops = stops_in_order(window)
    focused = window.focusWidget()
    if not stops or stops == [focused]:
        return False
    step = 1 if forwards else -1
    at = stops.index(focused) if focused is not None else min(0, -step)
    reason = Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason
    stops[(at + step) % len(stops)].setFocus(reason)
    return True


def stops_in_order(window: QWidget) -> list[QWidget]:
    """All that Tab stops at in *window*, and what has the keyboard, in the order in which they are read."""
    focused = window.focusWidget()
    stops = [each for each in window.findChildren(QWidget) if each is focused or _is_stop(each)]
    inside: dict[QWidget, list[QWidget]] = {}
    for stop in stops:
        _note_way(stop, window, inside)
    return list(_walk(window, set(stops), inside))


def _is_stop(widget: QWidget) -> bool:
    return (
        widget.isVisible()
        and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.isEnabled()
        and widget.focusProxy() is None
    )


def _note_way(stop: QWidget, window: QWidget, inside: dict[QWidget, list[QWidget]]) -> None:
    """Which boxes *stop* stands in."""
    part = stop
    while part is not window and (around := getattr(part, "read_in", None) or part.parentWidget()) is not None:
        siblings = inside.setdefault(around, [])
        if part in siblings:
            return
        siblings.append(part)
        part = around


def _walk(around: QWidget, stops: set[QWidget], inside: dict[QWidget, list[QWidget]]) -> Iterator[QWidget]:
    before, after = _parts_around(around, stops, inside)
    for part in before:
        yield from _walk(part, stops, inside)
    if around in stops:
        yield around
    for part in after:
        yield from _walk(part, stops, inside)


def _parts_around(
    around: QWidget, stops: set[QWidget], inside: dict[QWidget, list[QWidget]]
) -> tuple[list[QWidget], list[QWidget]]:
    if isinstance(around, QAbstractScrollArea) and isinstance(around, WalksInside):  # to ask each would take its time
        return around.parts_around()
    reads_left = around.layoutDirection() == Qt.LayoutDirection.RightToLeft
    parts = parts_in_order(inside.get(around, []), reads_left=reads_left)
    return [], _as_numbered(parts, getattr(around, "read_as", ()))


def _as_numbered(parts: list[QWidget], numbered: Sequence[QWidget]) -> list[QWidget]:
    """*parts* with those that are *numbered* in that order, from where the first of them stands."""
    there = [part for part in numbered if part in parts]
    if len(there) < 2:
        return parts
    at = min(map(parts.index, there))
    others = [part for part in parts[at:] if part not in there]
    return [*parts[:at], *there, *others]


def parts_in_order(parts: list[QWidget], *, reads_left: bool) -> list[QWidget]:
    """*parts* of one box as they are read."""
    if len(parts) < 2:
        return parts
    return [box.part for box in _in_order([_box(part, layer, reads_left) for layer, part in enumerate(parts)])]


def _box(part: QWidget, layer: int, reads_left: bool) -> _Box:
    place = part.geometry()
    sides = (-place.right(), -place.left()) if reads_left else (place.left(), place.right())
    return _Box(place.top(), place.bottom(), *sides, layer, part)


def _in_order(boxes: list[_Box]) -> list[_Box]:
    if len(boxes) < 2:
        return boxes
    for cut in (_rows, _columns):
        groups = _cut(boxes, cut)
        if len(groups) > 1:
            return [box for group in groups for box in _in_order(group)]
    return sorted(boxes, key=lambda box: box.layer)


def _rows(box: _Box) -> tuple[int, int]:
    return box.top, box.bottom


def _columns(box: _Box) -> tuple[int, int]:
    return box.side, box.far_side


def _cut(boxes: list[_Box], ends: Callable[[_Box], tuple[int, int]]) -> list[list[_Box]]:
    """*boxes*, parted wherever there is none along a whole line between them."""
    groups: list[list[_Box]] = []
    reached = 0
    for box in sorted(boxes, key=ends):
        begin, end = ends(box)
        if groups and begin <= reached - _OVERLAP:
            groups[-1].append(box)
            reached = max(reached, end)
        else:
            groups.append([box])
            reached = end
    return groups
