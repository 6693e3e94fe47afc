"""What a screen reader finds in a reading view: headings, paragraphs, lists, tables, pictures and links.

Qt offers a text browser as one flat text. Here each node of the shown page is a small object with an
interface of its own, made when something first asks for it.

Two rules keep Qt and Python from freeing each other's memory. An interface never holds its object: the object
holds the interface, and Qt frees both together. And `interface_cast` answers with a `VoidPtr`, null included:
None would crash.
"""

from __future__ import annotations

from typing import Any, TypeGuard, cast

from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.several_bases import settle
from tpe_guide.ui.reading.accessible_tree import Element, ShowsPage
from tpe_guide.ui.reading.element_interfaces import at_point, child_of, index_of, interface_of, query

settle(QAccessibleWidget)

_installed = False


def install() -> None:
    """Tell Qt, once per process, who speaks for reading views."""
    global _installed  # noqa: PLW0603 - Qt keeps one list of factories for the process
    if not _installed:
        _installed = True
        QAccessible.installFactory(_interface_for)


def tell_page(view: QWidget, title: str) -> None:
    """Have a screen reader say the *title* of the new page, and look at it."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(view, QAccessible.Event.NameChanged))
        QAccessible.updateAccessibility(QAccessibleEvent(view, QAccessible.Event.DocumentLoadComplete))
        announce(view, title)


def tell_focus(view: ShowsPage) -> None:
    """Say that the link with the ring has the keyboard, or what is read."""
    if QAccessible.isActive() and (element := _focused_in(view)) is not None:
        QAccessible.updateAccessibility(QAccessibleEvent(element, QAccessible.Event.Focus))


def _focused_in(view: ShowsPage) -> Element | None:
    if view.node_read is not None:
        return view.accessible_tree.of(view.node_read)
    return view.accessible_tree.link(view.focused_link) if view.focused_link >= 0 else None


def _interface_for(kind: str, thing: QObject) -> QAccessibleInterface | None:
    if kind == "Element" and isinstance(thing, Element):
        thing.interface = interface_of(thing)
        return thing.interface
    if kind == "ReadingView":
        view: Any = thing
        view.accessible_interface = _ViewInterface(view)
        return view.accessible_interface  # type: ignore[no-any-return]
    if kind == "Inset":
        inset: Any = thing
        inset.accessible_interface = _InsetInterface(inset)
        return inset.accessible_interface  # type: ignore[no-any-return]
    return None


class _ViewInterface(QAccessibleWidget):
    """The view as a document named after its page."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view, QAccessible.Role.Document)

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Name:
            page = self._view.page_shown
            return page.title if page else ""
        return super().text(kind)

    def childCount(self) -> int:
        return len(self._elements)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return child_of(self._elements, index)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return index_of(self._elements, child)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return at_point(self._elements, x, y)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        view = self._view
        if not view.hasFocus():
            return None
        focused = _focused_in(view)
        return self if focused is None else query(focused)

    @property
    def _view(self) -> ShowsPage:
        return self.object()  # type: ignore[return-value]

    @property
    def _elements(self) -> list[QObject]:
        """In the order of reading: what is explained follows the part of the page that its words stand in."""
        view = self._view
        parts: list[QObject] = []
        opened = view.accessible_tree.link(view.opened_link) if view.within is not None else None
        for element in view.accessible_tree.elements:
            parts.append(element)
            if opened is not None and element.holds(opened):
                parts.append(cast(QObject, view.within))
        return [*filter(_is_there, (view.above,)), *parts, *filter(_is_there, (view.below,))]


def _is_there(part: QWidget | None) -> TypeGuard[QWidget]:
    return part is not None and not part.isHidden()


class _InsetInterface(QAccessibleWidget):
    """A part of the program in the flow of a page: found among the parts of the page."""

    def __init__(self, inset: QWidget) -> None:
        super().__init__(inset, QAccessible.Role.Grouping)

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        viewport = cast(QWidget, self.object()).parentWidget()
        return query(viewport.parentWidget()) if viewport is not None else None
