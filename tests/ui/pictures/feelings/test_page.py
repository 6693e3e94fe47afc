"""What you may feel: by keyboard, by finger, by link, at every size, on paper."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.ui.programs import OpenProgram, find, go, key, press
from tpe_guide.app import Program
from tpe_guide.guide.library import load_compiled
from tpe_guide.navigation import Locator
from tpe_guide.pictures.feelings.cards import Cards
from tpe_guide.settings import Settings
from tpe_guide.ui.pictures.feelings.body_card import BodyCard
from tpe_guide.ui.pictures.feelings.card import FeelingCard
from tpe_guide.ui.pictures.feelings.page import FeelingsPage
from tpe_guide.ui.pictures.numbered import NumberedDrawing

IDS = [card.id for card in Cards(load_compiled("feelings", "en")).cards]


def look(open_program: OpenProgram, card: str = "", **how: object) -> Program:
    program: Program = open_program(**how)
    go(program, "feelings", card)
    settle()
    return program


def settle() -> None:
    for __ in range(5):
        QCoreApplication.processEvents()


def page_of(program: Program) -> FeelingsPage:
    shown = program.window.screen_shown
    assert isinstance(shown, FeelingsPage)
    return shown


def card_of(program: Program, name: str) -> FeelingCard:
    return find(program, f"feeling-{name}", FeelingCard)


def here(program: Program) -> str:
    focused = program.window.focusWidget()
    return focused.objectName().removeprefix("feeling-") if focused is not None else ""


def type_key(program: Program, *keys: Qt.Key) -> None:
    for each in keys:
        QTest.keyClick(program.window.focusWidget() or program.window, each)
        settle()


def seen(program: Program, widget: QWidget) -> bool:
    """All of it, or as much as there is room for, from its top on."""
    page = page_of(program)
    viewport = page.area.viewport()
    top = widget.mapTo(viewport, QPoint()).y()
    return top >= 0 and (top + widget.height() <= viewport.height() or top <= page.theme.px(20))


def test_the_cards_are_read_in_their_order_and_shown_in_rows(open_program: OpenProgram) -> None:
    program = look(open_program)
    cards = page_of(program).findChildren(FeelingCard)
    assert [card.card.id for card in cards] == IDS
    places = [card.geometry() for card in cards]
    assert len({place.x() for place in places}) == 3
    for row in range(0, 9, 3):
        assert len({(place.y(), place.height()) for place in places[row : row + 3]}) == 1, "as high as each other"


def test_arrow_keys_go_from_card_to_card(open_program: OpenProgram) -> None:
    program = look(open_program)
    assert here(program) == IDS[0]
    type_key(program, Qt.Key.Key_Right)
    assert here(program) == IDS[1]
    type_key(program, Qt.Key.Key_Down)
    assert here(program) == IDS[4]
    type_key(program, Qt.Key.Key_Left, Qt.Key.Key_Up)
    assert here(program) == IDS[0]
    type_key(program, Qt.Key.Key_Up, Qt.Key.Key_Left)
    assert here(program) == IDS[0], "there is none before it"
    type_key(program, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert here(program) == IDS[6]
    assert seen(program, card_of(program, IDS[6]))


def test_in_one_column_down_is_the_next(open_program: OpenProgram) -> None:
    program = look(open_program, size=(480, 800))
    type_key(program, Qt.Key.Key_Down)
    assert here(program) == IDS[1]
    assert seen(program, card_of(program, IDS[1]))


def test_reading_from_right_to_left_the_left_key_goes_on(open_program: OpenProgram, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        program = look(open_program)
        assert card_of(program, IDS[1]).x() < card_of(program, IDS[0]).x()
        type_key(program, Qt.Key.Key_Left)
        assert here(program) == IDS[1]
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)


def test_tab_goes_through_all_cards_and_they_are_seen(open_program: OpenProgram) -> None:
    program = look(open_program)
    for name in IDS:
        assert here(program) == name
        assert seen(program, card_of(program, name))
        type_key(program, Qt.Key.Key_Tab)


def test_enter_opens_its_page_and_back_leads_to_the_same_card(open_program: OpenProgram) -> None:
    program = look(open_program)
    type_key(program, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert program.session.locator == Locator("page", IDS[6])
    program.session.back()
    settle()
    assert here(program) == IDS[6]
    assert seen(program, card_of(program, IDS[6]))


@pytest.mark.parametrize("name", IDS)
def test_a_touch_opens_its_page(open_program: OpenProgram, name: str) -> None:
    program = look(open_program)
    press(program, f"feeling-{name}")
    assert program.session.locator == Locator("page", name)


@pytest.mark.parametrize("size", [(480, 800), (1440, 900)])
@pytest.mark.parametrize("percent", [100, 400])
@pytest.mark.parametrize("name", [IDS[0], IDS[-1]])
def test_a_link_leads_to_one_card(open_program: OpenProgram, size: tuple[int, int], percent: int, name: str) -> None:
    program = look(open_program, name, size=size, chosen=Settings(text_percent=percent))
    assert here(program) == name
    assert seen(program, card_of(program, name))


def test_a_link_to_a_card_that_is_no_more_shows_the_first(open_program: OpenProgram) -> None:
    program = look(open_program, "no-such-card")
    assert here(program) == IDS[0]
    assert page_of(program).area.verticalScrollBar().value() == 0


def test_a_card_higher_than_the_window_is_read_to_its_end_before_the_next(open_program: OpenProgram) -> None:
    program = look(open_program, size=(1024, 700), chosen=Settings(text_percent=400))
    first = card_of(program, IDS[0])
    viewport = page_of(program).area.viewport()
    assert first.height() > viewport.height()
    first.setFocus(Qt.FocusReason.TabFocusReason)  # the title had the keyboard: of the card nothing was in sight
    bottoms = []
    while here(program) == IDS[0]:
        bottoms.append(first.mapTo(viewport, QPoint(0, first.height())).y())
        type_key(program, Qt.Key.Key_Down)
    assert bottoms == sorted(bottoms, reverse=True)
    assert bottoms[-1] <= viewport.height(), "its end was seen"
    assert max(one - two for one, two in pairwise(bottoms)) < viewport.height(), "and no line of it was left out"
    assert here(program) == IDS[1]
    type_key(program, Qt.Key.Key_Down)
    type_key(program, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert here(program) == IDS[0]


def test_arrows_scroll_on_after_the_last_card(open_program: OpenProgram) -> None:
    program = look(open_program, IDS[-1])
    bar = page_of(program).area.verticalScrollBar()
    before = bar.value()
    type_key(program, Qt.Key.Key_Down)
    assert here(program) == IDS[-1]
    assert bar.value() > before


def test_the_keyboard_stays_when_the_look_changes(open_program: OpenProgram) -> None:
    program = look(open_program)
    type_key(program, Qt.Key.Key_Right)
    key(program, "F8")
    assert here(program) == IDS[1]


def test_esc_goes_back(open_program: OpenProgram) -> None:
    program = open_program()
    go(program, "page", "tingling")
    go(program, "feelings")
    type_key(program, Qt.Key.Key_Escape)
    assert program.session.locator == Locator("page", "tingling")


def test_the_key_names_what_all_bars_count(open_program: OpenProgram) -> None:
    for size in ((1440, 900), (1024, 700), (480, 800)):
        program = look(open_program, size=size)
        (words,) = [
            label for label in page_of(program).findChildren(QLabel) if label.text() == "how many of 100 sessions"
        ]
        assert words.isVisible()
        first = card_of(program, IDS[0])
        assert words.mapTo(program.window, QPoint()).y() < first.mapTo(program.window, QPoint()).y()
        page_of(program).resize(page_of(program).width() + 1, page_of(program).height())
        settle()
        assert words.mapTo(program.window, QPoint()).y() < first.mapTo(program.window, QPoint()).y()


def test_below_the_cards_each_is_found_on_a_body(open_program: OpenProgram) -> None:
    program = open_program()
    go(program, "feelings")
    body = find(program, "feelings-body", BodyCard)
    view = body.findChild(NumberedDrawing)
    assert "Numbers stand where each feeling may be." in view.accessibleName()
    said = {label.text() for label in body.findChildren(QLabel)}
    assert {card.card.name for card in program.window.screen_shown._cards} <= said
    assert {badge.number for badge in view._badges} == set(range(1, 10))
