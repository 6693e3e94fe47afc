"""What a screen reader takes a widget for, where Qt would take it for less."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleAttributesInterface, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QLabel, QWidget
from shiboken6 import Shiboken, VoidPtr, isValid

from tpe_guide.ui.kit.one_press import Deliberate
from tpe_guide.ui.kit.several_bases import settle

settle(QAccessibleWidget)

_NULL = cast(int, VoidPtr(0))  # PySide's own stubs call a C++ pointer an int
_TICKED = (QAccessible.Role.RadioButton, QAccessible.Role.CheckBox)
_PRESSES = (QAccessibleActionInterface.pressAction(), QAccessibleActionInterface.toggleAction())
_installed = False


def give_role(widget: QWidget, role: QAccessible.Role) -> None:
    """Have screen readers take *widget* for a *role*. Before it has a name or words: Qt asks once, and then.

    A class may have the role from the start, as its ``accessible_role``.
    """
    global _installed  # noqa: PLW0603 - Qt keeps one list of factories for the process
    if not _installed:
        _installed = True
        QAccessible.installFactory(_interface_for)
    widget.accessible_role = role  # type: ignore[attr-defined]


def make_stop(widget: QWidget, words: str) -> None:
    """Let the keyboard stop at *widget*, which is read and not pressed: a screen reader then says *words*."""
    give_role(widget, QAccessible.Role.Grouping)
    widget.setAccessibleName(words)
    widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)


def make_choice(box: QWidget, question: str, answers: Iterable[QAbstractButton], *, maybe_none: bool = False) -> None:
    """Let a screen reader take *answers* for what they are: one of several, in *box*, to one *question*.

    *maybe_none*: whoever owns them says which one is picked, if any, and their class has the role of a radio button;
    else Qt sees to it that one is, and gives them the role.
    """
    give_role(box, QAccessible.Role.Grouping)
    box.setAccessibleName(question)
    for answer in answers:
        if not maybe_none:
            answer.setAutoExclusive(True)


def make_heading(label: QLabel, level: int) -> None:
    """Have screen readers take *label* for a heading of *level*. Before it has words."""
    label.heading_level = level  # type: ignore[attr-defined]
    give_role(label, QAccessible.Role.Heading)


def make_screen(screen: QWidget) -> None:
    """Have screen readers say the title of *screen* when the keyboard comes there. Before it is shown.

    That is its ``heard_as``, if it says so, or else its first heading. Of this role Orca says the name alone; of a
    group it would say that it is one, and read out all labels in it.
    """
    screen.is_screen = True  # type: ignore[attr-defined]
    give_role(screen, QAccessible.Role.LayeredPane)


def title_of(screen: QWidget) -> QLabel | None:
    """The first heading of the highest level on *screen*."""
    headings = [label for label in screen.findChildren(QLabel) if getattr(label, "heading_level", 0) and label.text()]
    return min(headings, key=_level, default=None)


def _level(label: QLabel) -> int:
    return label.heading_level  # type: ignore[attr-defined, no-any-return]


def _interface_for(kind: str, thing: QObject) -> QAccessibleInterface | None:
    """The interface of what was given a role. It is held by its widget, and Qt frees both together."""
    role = getattr(thing, "accessible_role", None)
    if not isinstance(thing, QWidget):
        return None
    widget: Any = thing
    if role is None and isinstance(thing, Deliberate):
        widget.accessible_interface = _PressInterface(thing, QAccessible.Role.Button)
        return widget.accessible_interface  # type: ignore[no-any-return]
    if role is None:
        return None
    widget.accessible_interface = _make_interface(thing, role)
    return widget.accessible_interface  # type: ignore[no-any-return]


def _make_interface(thing: QWidget, role: QAccessible.Role) -> QAccessibleInterface:
    if getattr(thing, "heading_level", 0):
        return _HeadingInterface(thing)
    if getattr(thing, "is_screen", False):
        return _ScreenInterface(thing, role)
    if isinstance(thing, QAbstractButton):
        return _ButtonInterface(thing, role)
    return QAccessibleWidget(thing, role)


class _ScreenInterface(QAccessibleWidget):
    """Named after its title, whatever that is just now; not if the keyboard stops at the title itself."""

    def role(self) -> QAccessible.Role:
        return super().role() if self._title else QAccessible.Role.Client

    def text(self, kind: QAccessible.Text) -> str:
        return self._title if kind == QAccessible.Text.Name else super().text(kind)

    @property
    def _title(self) -> str:
        screen: Any = self.object()
        said: str = getattr(screen, "heard_as", "")
        if said or (title := self._find()) is None:
            return said
        return "" if title.focusPolicy() & Qt.FocusPolicy.TabFocus else title.text()

    def _find(self) -> QLabel | None:
        """Looked for once: readers ask often, and a screen may have a thousand labels."""
        screen: Any = self.object()
        found: QLabel | None = getattr(screen, "title_found", None)
        if found is None or not isValid(found) or not found.text():
            found = screen.title_found = title_of(screen)
        return found


class _ButtonInterface(QAccessibleWidget):
    """A button that is taken for something else, and pressed all the same."""

    def state(self) -> QAccessible.State:
        state = super().state()
        state.checkable = self.role() in _TICKED
        state.checked = state.checkable and self._button.isChecked()
        return state

    def actionNames(self) -> list[str]:
        return [QAccessibleActionInterface.pressAction(), *super().actionNames()]

    def doAction(self, name: str) -> None:
        if name in _PRESSES:
            self._button.click()
        else:
            super().doAction(name)

    @property
    def _button(self) -> QAbstractButton:
        return cast(QAbstractButton, self.object())


class _PressInterface(_ButtonInterface):
    """What Qt takes for a button, a box to tick or one of several, pressed and ticked as by hand.

    Qt's own *toggle* turns the tick alone, and no press is told of: what was chosen so by a voice or a switch looked
    chosen, and was not. What it is, it may become only after Qt has asked who speaks for it.
    """

    def role(self) -> QAccessible.Role:
        button = self._button
        if not button.isCheckable():
            return super().role()
        return QAccessible.Role.RadioButton if button.autoExclusive() else QAccessible.Role.CheckBox

    def text(self, kind: QAccessible.Text) -> str:
        words = super().text(kind)
        return words or (self._button.text().replace("&", "") if kind == QAccessible.Text.Name else "")

    def actionNames(self) -> list[str]:
        toggle = [QAccessibleActionInterface.toggleAction()] if self._button.isCheckable() else []
        return [*toggle, *super().actionNames()]


class _HeadingInterface(QAccessibleWidget, QAccessibleAttributesInterface):
    """A label that is a heading, and knows of which level. See also ``reading.accessible``."""

    def __init__(self, label: QWidget) -> None:
        QAccessibleWidget.__init__(self, label, QAccessible.Role.Heading)
        QAccessibleAttributesInterface.__init__(self)
        self._attributes = cast(int, VoidPtr(Shiboken.getCppPointer(self)[1]))

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        if kind == QAccessible.InterfaceType.AttributesInterface:
            return self._attributes
        return super().interface_cast(kind) or _NULL

    def attributeKeys(self) -> list[QAccessible.Attribute]:
        return [QAccessible.Attribute.Level]

    def attributeValue(self, key: QAccessible.Attribute) -> int | None:
        return _level(self._label) if key == QAccessible.Attribute.Level else None

    def text(self, kind: QAccessible.Text) -> str:
        words = super().text(kind)
        return words or (self._label.text() if kind == QAccessible.Text.Name else "")

    @property
    def _label(self) -> QLabel:
        return self.object()  # type: ignore[return-value]
