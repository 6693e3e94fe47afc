"""The screen that is tested here, driven as by a person."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from tests.ui.programs import OpenProgram, find, go
from tpe_guide.app import Program
from tpe_guide.ui.pictures.comparison.cards import OptionCard
from tpe_guide.ui.pictures.comparison.drawer import Drawer
from tpe_guide.ui.pictures.comparison.options import OptionChip
from tpe_guide.ui.pictures.comparison.page import ComparisonPage
from tpe_guide.ui.pictures.comparison.view import ComparisonView

LAPTOP, NARROW = (1366, 728), (480, 800)
QUESTIONS = ("what", "used", "get", "when", "good", "bad", "feel", "wrong", "harmed", "sure", "where", "advised")
OPTIONS = ("exchange", "steroids", "immunoadsorption", "ivig", "waiting")


def compare(open_program: OpenProgram, target: str = "", **how: object) -> Program:
    program: Program = open_program(**how)
    go(program, "comparison", target)
    settle()
    return program


def settle() -> None:
    """What scrolls finds its place one layout after the other."""
    for __ in range(5):
        QCoreApplication.processEvents()


def page_of(program: Program) -> ComparisonPage:
    shown = program.window.screen_shown
    assert isinstance(shown, ComparisonPage)
    return shown


def table_of(program: Program) -> ComparisonView:
    return find(program, "comparison-table", ComparisonView)


def rows_shown(program: Program) -> list[str]:
    """The ids of the questions, as they stand in the table."""
    return [row.id for row in table_of(program).model().rows]  # type: ignore[attr-defined]


def columns_shown(program: Program) -> tuple[str, ...]:
    """The ids of the options side by side, in the table or in the cards."""
    settle()
    if page_of(program).is_table:
        return tuple(column.id for column in table_of(program).model().columns)  # type: ignore[attr-defined]
    return tuple(card.cell.treatment.id for card in answers(program))


def chip(program: Program, option: str) -> OptionChip:
    return find(program, f"option-{option}", OptionChip)


def answers(program: Program) -> list[OptionCard]:
    """The cards in the order of reading."""
    cards = [card for card in page_of(program).findChildren(OptionCard) if card.isVisible()]
    return sorted(cards, key=lambda card: (card.y(), card.x()))


def question_shown(program: Program) -> str:
    """The id of the one question."""
    (question,) = {card.cell.question.id for card in answers(program)}
    return question


def drawers(program: Program) -> list[Drawer]:
    settle()
    return [drawer for drawer in page_of(program).findChildren(Drawer) if drawer.isVisible()]


def focused(program: Program) -> str:
    """The name of what has the keyboard."""
    focus = program.window.focusWidget()
    return focus.objectName() if focus is not None else ""


def type_key(program: Program, which: Qt.Key) -> None:
    QTest.keyClick(program.window.focusWidget() or program.window, which)
    settle()
