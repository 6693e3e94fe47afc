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
    QAccessibleActionInterface,
    QAccessibleAttributesInterface,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleObject,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import Shiboken, VoidPtr

from tpe_guide.i18n import _
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.several_bases import settle
from tpe_guide.ui.reading.document import Node, PageDocument, Role
from tpe_guide.ui.reading.link import Link

settle(QAccessibleWidget)

_ROLES: dict[Role, QAccessible.Role] = {
    "heading": QAccessible.Role.Heading,
    "paragraph": QAccessible.Role.Paragraph,
    "list": QAccessible.Role.List,
    "item": QAccessible.Role.ListItem,
    "table": QAccessible.Role.Table,
    "row": QAccessible.Role.Row,
    "header": QAccessible.Role.ColumnHeader,
    "cell": QAccessible.Role.Cell,
    "picture": QAccessible.Role.Graphic,
    "section": QAccessible.Role.Section,
    "link": QAccessible.Role.Link,
}
_NULL = cast(int, VoidPtr(0))  # PySide's own stubs call a C++ pointer an int
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
    """Say that the link with the ring has the keyboard."""
    if QAccessible.isActive() and view.focused_link >= 0:
        element = view.accessible_tree.link(view.focused_link)
        QAccessible.updateAccessibility(QAccessibleEvent(element, QAccessible.Event.Focus))


class AccessibleTree(QObject):
    """The elements of one shown page. Lives as long as *view* shows it."""

    def __init__(self, view: QObject, nodes: Sequence[Node]) -> None:
        super().__init__(view)
        self.view: Callable[[], ShowsPage | None] = weakref.ref(cast(Any, view))
        self._links: dict[int, Element] = {}
        self.elements = [Element(self, node, view, self) for node in nodes]

    def link(self, index: int) -> Element:
        """The element of the document's link number *index*."""
        return self._links[index]

    def add_link(self, index: int, element: Element) -> None:
        """Remember *element* as the link number *index*."""
        self._links[index] = element


class Element(QObject):
    """One node of the page, with its place in the tree."""

    def __init__(self, tree: AccessibleTree, node: Node, above: QObject, owner: QObject) -> None:
        super().__init__(owner)
        self.node = node
        self.view = tree.view
        self.above = weakref.ref(above)
        self.interface: QAccessibleInterface | None = None
        self.elements = [Element(tree, child, self, self) for child in node.children]
        if node.role == "link":
            tree.add_link(node.link, self)

    def holds(self, other: Element) -> bool:
        """Whether *other* is this one, or inside it."""
        return other is self or any(element.holds(other) for element in self.elements)


def _interface_for(kind: str, thing: QObject) -> QAccessibleInterface | None:
    if kind == "Element" and isinstance(thing, Element):
        thing.interface = _CLASSES.get(thing.node.role, _ElementInterface)(thing)
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


def _query(thing: QObject | None) -> QAccessibleInterface | None:
    return None if thing is None else QAccessible.queryAccessibleInterface(thing)


def _child(elements: Sequence[QObject], index: int) -> QAccessibleInterface | None:
    return _query(elements[index]) if 0 <= index < len(elements) else None


def _index_of(elements: Sequence[QObject], child: QAccessibleInterface) -> int:
    thing = child.object()
    return next((index for index, element in enumerate(elements) if element is thing), -1)


def _at(elements: Sequence[QObject], x: int, y: int) -> QAccessibleInterface | None:
    for element in elements:
        interface = _query(element)
        if interface is not None and interface.rect().contains(x, y):
            return interface
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
        return _child(self._elements, index)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return _index_of(self._elements, child)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return _at(self._elements, x, y)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        view = self._view
        if not view.hasFocus():
            return None
        return _query(view.accessible_tree.link(view.focused_link)) if view.focused_link >= 0 else self

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
        return _query(viewport.parentWidget()) if viewport is not None else None


class _ElementInterface(QAccessibleObject):
    """One node: its role, name, place on the screen, and what is inside it."""

    def role(self) -> QAccessible.Role:
        return _ROLES[self._element.node.role]

    def text(self, kind: QAccessible.Text) -> str:
        return self._element.node.name if kind == QAccessible.Text.Name else ""

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.readOnly = True
        view = self._element.view()
        if view is None or not view.is_in_sight(self._element.node.start, self._element.node.end):
            state.offscreen = True
        return state

    def rect(self) -> QRect:
        view, node = self._element.view(), self._element.node
        if view is None:
            return QRect()
        if node.role == "link":
            return view.link_rect_on_screen(node.link)
        return view.rect_on_screen(node.start, node.end)

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        return _query(self._element.above())

    def childCount(self) -> int:
        return len(self._element.elements)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return _child(self._element.elements, index)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return _index_of(self._element.elements, child)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return _at(self._element.elements, x, y)

    @property
    def _element(self) -> Element:
        return self.object()  # type: ignore[return-value]


def _pointer(interface: QAccessibleInterface) -> int:
    """Where C++ finds the second base class of *interface*."""
    return cast(int, VoidPtr(Shiboken.getCppPointer(interface)[1]))


class _HeadingInterface(_ElementInterface, QAccessibleAttributesInterface):
    """A heading that knows its level."""

    def __init__(self, element: Element) -> None:
        _ElementInterface.__init__(self, element)
        QAccessibleAttributesInterface.__init__(self)
        self._attributes = _pointer(self)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        return self._attributes if kind == QAccessible.InterfaceType.AttributesInterface else _NULL

    def attributeKeys(self) -> list[QAccessible.Attribute]:
        return [QAccessible.Attribute.Level]

    def attributeValue(self, key: QAccessible.Attribute) -> int | None:
        return self._element.node.level if key == QAccessible.Attribute.Level else None


class _LinkInterface(_ElementInterface, QAccessibleActionInterface):
    """A link that can be focused and pressed."""

    def __init__(self, element: Element) -> None:
        _ElementInterface.__init__(self, element)
        QAccessibleActionInterface.__init__(self)
        self._actions = _pointer(self)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        return self._actions if kind == QAccessible.InterfaceType.ActionInterface else _NULL

    def text(self, kind: QAccessible.Text) -> str:
        view = self._element.view()
        if view is None or kind not in (QAccessible.Text.Name, QAccessible.Text.Description):
            return ""
        words = self._element.node.name
        match view.links[self._element.node.link].kind:
            case "cite":
                name, description = _("Source {numbers}").format(numbers=words), _("Shows where this comes from")
            case "sources":
                name, description = words, _("Shows the sources, below")
            case "word":
                name, description = words, _("Explains this word")
            case _:
                name, description = words, _("Opens a page")
        return name if kind == QAccessible.Text.Name else description

    def state(self) -> QAccessible.State:
        state = super().state()
        view = self._element.view()
        state.focusable = True
        state.linked = True
        state.focused = view is not None and view.hasFocus() and view.focused_link == self._element.node.link
        return state

    def actionNames(self) -> list[str]:
        return [self.pressAction(), self.setFocusAction()]

    def doAction(self, name: str) -> None:
        view = self._element.view()
        if view is None:
            return
        if name == self.pressAction():
            view.activate_link(self._element.node.link)
        elif name == self.setFocusAction():
            view.focus_link(self._element.node.link)

    def keyBindingsForAction(self, name: str) -> list[str]:
        return []


_CLASSES: dict[Role, type[_ElementInterface]] = {"heading": _HeadingInterface, "link": _LinkInterface}
