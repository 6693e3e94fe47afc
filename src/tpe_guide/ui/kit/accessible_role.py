"""What a screen reader takes a widget for, where Qt would take it for less."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget

from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.theme import Theme

_installed = False


def give_role(widget: QWidget, role: QAccessible.Role) -> None:
    """Have screen readers take *widget* for a *role*. Before it has a name or words: Qt asks once, and then."""
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


def make_choice(box: QWidget, question: str, answers: Iterable[QAbstractButton]) -> None:
    """Let a screen reader take *answers* for what they are: one of several, in *box*, to one *question*."""
    give_role(box, QAccessible.Role.Grouping)
    box.setAccessibleName(question)
    for answer in answers:
        answer.setAutoExclusive(True)


class Heading(Label):
    """The heading of a screen that is read. The keyboard starts there; *lead* is said with it."""

    def __init__(self, theme: Theme, text: str, lead: str) -> None:
        super().__init__(theme, "", "h1")
        give_role(self, QAccessible.Role.Heading)
        self.setText(text)
        self.setAccessibleName(f"{text}. {lead}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)


def _interface_for(kind: str, thing: QObject) -> QAccessibleInterface | None:
    """The interface of what was given a role. It is held by its widget, and Qt frees both together."""
    role = getattr(thing, "accessible_role", None)
    if role is None or not isinstance(thing, QWidget):
        return None
    widget: Any = thing
    widget.accessible_interface = QAccessibleWidget(thing, role)
    return widget.accessible_interface  # type: ignore[no-any-return]
