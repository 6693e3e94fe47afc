"""What a screen reader finds in a reading view: headings, paragraphs, lists, tables, pictures and links.

Qt offers a text browser as one flat text. Here each node of the shown page is a small object with an
interface of its own, made when something first asks for it.

Two rules keep Qt and Python from freeing each other's memory. An interface never holds its object: the object
holds the interface, and Qt frees both together. And `interface_cast` answers with a `VoidPtr`, null included:
None would crash.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeGuard, cast

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.several_bases import settle
from tpe_guide.ui.reading.document import Node, PageDocument
from tpe_guide.ui.reading.element_interfaces import at_point, child_of, index_of, interface_of, query
from tpe_guide.ui.reading.link import Link
from tpe_guide.ui.reading.reading_cursor import read_in

settle(QAccessibleWidget)

_installed = False


class ShowsPage(Protocol):
    """What a screen reader needs of a reading view."""

    @property
    def page_shown(self) -> PageDocument | None:
        """The page on show."""

    @property
    def links(self) -> Sequence[Link]:
        """Where it leads."""

    @property
    def focused_link(self) -> int:
        """The index of the link that has the ring; -1 if none has."""

    @property
    def node_read(self) -> Node | None:
        """Where the reading cursor is."""

    @property
    def accessible_tree(self) -> AccessibleTree:
        """Its elements."""

    @property
    def above(self) -> QWidget | None:
        """What stands above the text, and scrolls with it."""

    @property
    def within(self) -> QWidget | None:
        """What stands in the text, below the link that is opened."""

    @property
    def below(self) -> QWidget | None:
        """What stands below the text."""

    @property
    def opened_link(self) -> int:
        """The index of the link below which something is explained; -1 if none."""

    def hasFocus(self) -> bool:
        """The keyboard is here."""

    def is_in_sight(self, start: int, end: int) -> bool:
        """Whether any of the blocks from character *start* to *end* can be seen."""

    def rect_on_screen(self, start: int, end: int) -> QRect:
        """Those blocks, in global px."""

    def link_rect_on_screen(self, index: int) -> QRect:
        """Link *index*, in global px."""

    def activate_link(self, index: int) -> None:
        """Follow link *index*."""

    def focus_link(self, index: int) -> None:
        """Give it the keyboard."""


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


class AccessibleTree(QObject):
    """The elements of one shown page. Lives as long as *view* shows it."""

    def __init__(self, view: QObject, nodes: Sequence[Node]) -> None:
        super().__init__(view)
        self.view: Callable[[], ShowsPage | None] = weakref.ref(cast(Any, view))
        self._links: dict[int, Element] = {}
        self._elements: dict[Node, Element] = {}
        self._stops = read_in(nodes)
        self.elements = [Element(self, node, view, self) for node in nodes]

    def link(self, index: int) -> Element:
        """The element of the document's link number *index*."""
        return self._links[index]

    def of(self, node: Node) -> Element:
        """The element of *node*."""
        return self._elements[node]

    def beside(self, node: Node) -> tuple[Element | None, Element | None]:
        """What is read before and after *node*; nothing for what is not read by itself."""
        at = next((index for index, each in enumerate(self._stops) if each is node), None)
        if at is None:
            return None, None
        around = (self._stops[at - 1] if at else None, self._stops[at + 1] if at + 1 < len(self._stops) else None)
        before, after = (None if each is None else self._elements[each] for each in around)
        return before, after

    def add(self, element: Element) -> None:
        """Remember *element*, to be found by its node, and by its number if it is a link."""
        self._elements[element.node] = element
        if element.node.role == "link":
            self._links[element.node.link] = element


class Element(QObject):
    """One node of the page, with its place in the tree."""

    def __init__(self, tree: AccessibleTree, node: Node, above: QObject, owner: QObject) -> None:
        super().__init__(owner)
        self.node = node
        self.tree = tree
        self.view = tree.view
        self.above = weakref.ref(above)
        self.interface: QAccessibleInterface | None = None
        self.elements = [Element(tree, child, self, self) for child in node.children]
        tree.add(self)

    def holds(self, other: Element) -> bool:
        """Whether *other* is this one, or inside it."""
        return other is self or any(element.holds(other) for element in self.elements)


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
