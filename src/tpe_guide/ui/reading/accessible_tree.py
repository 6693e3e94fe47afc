"""The things on a page that a screen reader finds: an object for each, in the tree that the writer has noted."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Sequence
from typing import Any, Protocol, cast

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessibleInterface
from PySide6.QtWidgets import QWidget

from tpe_guide.ui.reading.document import Node, PageDocument
from tpe_guide.ui.reading.link import Link
from tpe_guide.ui.reading.reading_cursor import read_in


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

    def read_at(self, node: Node) -> None:
        """Bring the reading cursor, and the keyboard, to *node*."""


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
