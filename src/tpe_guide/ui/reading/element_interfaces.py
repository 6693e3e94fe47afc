"""What a screen reader is told of each thing on a page: its role, name and place, what it holds, what can be done.

An interface never holds its object: see ``accessible``. One that has more than the usual to offer extends further
classes of Qt, and tells where C++ finds them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias, cast, overload

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleAttributesInterface,
    QAccessibleInterface,
    QAccessibleObject,
    QAccessibleTextInterface,
)
from shiboken6 import Shiboken, VoidPtr

from tpe_guide.i18n import _
from tpe_guide.ui.kit.announce import is_on_the_bus
from tpe_guide.ui.reading.document import Role
from tpe_guide.ui.reading.reading_cursor import READ

if TYPE_CHECKING:
    from tpe_guide.ui.reading.accessible_tree import Element

_Related: TypeAlias = tuple[QAccessibleInterface, QAccessible.RelationFlag]
_ALL = QAccessible.RelationFlag.AllRelations
_FLOWS = (QAccessible.RelationFlag.FlowsTo, QAccessible.RelationFlag.FlowsFrom)
"""What one read before and one read after is to a thing: to Qt, a relation is that of the other one."""
_NULL = cast(int, VoidPtr(0))  # PySide's own stubs call a C++ pointer an int
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


def query(thing: QObject | None) -> QAccessibleInterface | None:
    """The interface of *thing*."""
    return None if thing is None else QAccessible.queryAccessibleInterface(thing)


def child_of(elements: Sequence[QObject], index: int) -> QAccessibleInterface | None:
    """That of the one at *index*, if there is one."""
    return query(elements[index]) if 0 <= index < len(elements) else None


def index_of(elements: Sequence[QObject], child: QAccessibleInterface) -> int:
    """Where *child* is among *elements*; -1: nowhere."""
    thing = child.object()
    return next((index for index, element in enumerate(elements) if element is thing), -1)


def at_point(elements: Sequence[QObject], x: int, y: int) -> QAccessibleInterface | None:
    """The first of *elements* at a point of the screen."""
    for element in elements:
        interface = query(element)
        if interface is not None and interface.rect().contains(x, y):
            return interface
    return None


class _ElementInterface(QAccessibleObject):
    """One node: its role, name, place on the screen, and what is inside it."""

    def role(self) -> QAccessible.Role:
        return _ROLES[self._element.node.role]

    def text(self, kind: QAccessible.Text) -> str:
        return self._element.node.name if kind == QAccessible.Text.Name else ""

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        view = self._element.view()
        state.focusable = self._element.node.role in READ
        state.focused = view is not None and view.hasFocus() and view.node_read is self._element.node
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
        return query(self._element.above())

    def childCount(self) -> int:
        return len(self._element.elements)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return child_of(self._element.elements, index)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return index_of(self._element.elements, child)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return at_point(self._element.elements, x, y)

    @property
    def _element(self) -> Element:
        return self.object()  # type: ignore[return-value]


def _pointer(interface: QAccessibleInterface, base: int) -> int:
    """Where C++ finds the base class number *base* of *interface*, of which the first is 0."""
    return cast(int, VoidPtr(Shiboken.getCppPointer(interface)[base]))


class _Words(_ElementInterface, QAccessibleTextInterface, QAccessibleActionInterface):
    """Words to review letter by letter or word by word. They flow on to what is read next: all is read in one go.
    What reads them may bring the keyboard there, as it can by keys.

    What may be selected in them, the view knows; here they are only read.
    """

    def __init__(self, element: Element) -> None:
        _ElementInterface.__init__(self, element)
        QAccessibleTextInterface.__init__(self)
        QAccessibleActionInterface.__init__(self)
        self._parts = {
            QAccessible.InterfaceType.TextInterface: _pointer(self, 1),
            QAccessible.InterfaceType.ActionInterface: _pointer(self, 2),
        }

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        return self._parts.get(kind, _NULL)

    def actionNames(self) -> list[str]:
        return [self.setFocusAction()]

    def doAction(self, name: str) -> None:
        view = self._element.view()
        if view is not None and name == self.setFocusAction():
            view.read_at(self._element.node)

    def keyBindingsForAction(self, name: str) -> list[str]:
        return []

    @overload
    def text(self, kind: QAccessible.Text, /) -> str: ...
    @overload
    def text(self, start: int, end: int, /) -> str: ...
    def text(self, kind_or_start: QAccessible.Text | int, end: int = 0, /) -> str:
        """Of two classes of Qt: what it is called, and a part of its words."""
        if isinstance(kind_or_start, QAccessible.Text):
            return self.called(kind_or_start)
        return self._element.node.name[kind_or_start:end]

    def called(self, kind: QAccessible.Text) -> str:
        return super().text(kind)

    def relations(self, match: QAccessible.RelationFlag = _ALL) -> list[_Related]:
        return [
            (interface, flag)
            for flag, element in zip(_FLOWS, self._element.tree.beside(self._element.node), strict=True)
            if match & flag and (interface := query(element)) is not None
        ]

    def characterCount(self) -> int:
        return len(self._element.node.name)

    def cursorPosition(self) -> int:
        return 0

    def setCursorPosition(self, position: int) -> None:
        pass

    def characterRect(self, offset: int) -> QRect:
        return self.rect()

    def offsetAtPoint(self, point: QPoint) -> int:
        return 0

    def scrollToSubstring(self, start: int, end: int) -> None:
        pass

    def selectionCount(self) -> int:
        return 0

    def addSelection(self, start: int, end: int) -> None:
        pass

    def removeSelection(self, index: int) -> None:
        pass

    def setSelection(self, index: int, start: int, end: int) -> None:
        pass


class _Paragraph(_Words):
    """Of one that may have the keyboard Orca would say that it is “read only”: it has it all the same."""

    def state(self) -> QAccessible.State:
        state = super().state()
        state.focusable = not is_on_the_bus()
        return state


class _Cell(_Words):
    """A cell that says of what it is, after what it says."""

    def called(self, kind: QAccessible.Text) -> str:
        return ". ".join(self._element.node.heads) if kind == QAccessible.Text.Description else super().called(kind)


class _Heading(_Words, QAccessibleAttributesInterface):
    """A heading that knows its level."""

    def __init__(self, element: Element) -> None:
        _Words.__init__(self, element)
        QAccessibleAttributesInterface.__init__(self)
        self._parts[QAccessible.InterfaceType.AttributesInterface] = _pointer(self, 3)

    def attributeKeys(self) -> list[QAccessible.Attribute]:
        return [QAccessible.Attribute.Level]

    def attributeValue(self, key: QAccessible.Attribute) -> int | None:
        return self._element.node.level if key == QAccessible.Attribute.Level else None


class _Link(_ElementInterface, QAccessibleActionInterface):
    """A link that can be focused and pressed."""

    def __init__(self, element: Element) -> None:
        _ElementInterface.__init__(self, element)
        QAccessibleActionInterface.__init__(self)
        self._actions = _pointer(self, 1)

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
        state.focusable = state.linked = True
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


_CLASSES: dict[Role, type[_ElementInterface]] = {
    "heading": _Heading,
    "paragraph": _Paragraph,
    "item": _Words,
    "header": _Words,
    "cell": _Cell,
    "picture": _Words,
    "link": _Link,
}


def interface_of(element: Element) -> QAccessibleInterface:
    """A new one for *element*."""
    return _CLASSES.get(element.node.role, _ElementInterface)(element)
