"""What a screen reader finds on each screen as the keyboard comes there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QWidget

from tests.ui.diaries import begin_diary
from tests.ui.programs import OpenProgram, go
from tpe_guide.app import Program
from tpe_guide.policy import HOME, KIOSK, Policy

Role, Name = QAccessible.Role, QAccessible.Text.Name
PAGES = {"page": "tingling", "words": "citrate", "path": "deciding"}
NEEDS_MORE = ("entry", "exchange", "earlier", "plan", "saved", "type-back", "changed")
"""Screens that show something which is only there in a diary that is kept."""


def interface(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def visit_all(program: Program) -> Iterator[tuple[str, QWidget]]:
    """Every screen, one after the other."""
    for place in program.window._screens:
        if place not in NEEDS_MORE:
            page = program.library.chapters[0].id if place == "check" else PAGES.get(place, "")
            go(program, place, page)
            assert program.window.screen_shown is not None
            yield place, program.window.screen_shown


def says_its_name(screen: QWidget) -> bool:
    """By itself; or what has the keyboard is the title, or the page."""
    focused = screen.focusWidget()
    if interface(screen).text(Name):
        return interface(screen).role() == Role.LayeredPane
    return focused is not None and interface(focused).role() in (Role.Heading, Role.Document)


def group_of(button: QAbstractButton) -> str:
    """The name of the innermost group around *button* that has one."""
    around = button.parentWidget()
    while around is not None and not (around.accessibleName() and interface(around).role() == Role.Grouping):
        around = around.parentWidget()
    return around.accessibleName() if around is not None else ""


def is_one_of_several(button: QAbstractButton) -> bool:
    group = button.group()
    return button.isCheckable() and group is not None and group.exclusive() and len(group.buttons()) > 1


@pytest.mark.parametrize("policy", [HOME, KIOSK], ids=lambda policy: policy.place)
def test_every_screen_says_what_it_is_and_what_it_asks(open_program: OpenProgram, policy: Policy) -> None:
    program = open_program(policy)
    if policy.diary:
        begin_diary(program)
    silent: list[str] = []
    boxes: list[tuple[str, str]] = []
    hidden: list[tuple[str, QWidget | None]] = []
    for place, screen in visit_all(program):
        focused = program.window.focusWidget()
        if not says_its_name(screen):
            silent.append(place)
        if focused is None or not screen.isAncestorOf(focused) or focused.visibleRegion().isEmpty():
            hidden.append((place, focused))
        boxes += [
            (place, each.objectName())
            for each in screen.findChildren(QAbstractButton)
            if is_one_of_several(each) and not (interface(each).role() == Role.RadioButton and group_of(each))
        ]
    assert (silent, boxes, hidden) == ([], [], [])
