"""A message: whole in every window, and never between anybody and the emergency number."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from tests.ui.programs import OpenProgram, find, go, press
from tpe_guide.app import Program
from tpe_guide.navigation import ScreenId
from tpe_guide.settings import Settings
from tpe_guide.ui.kit.fitted_text import FittedText
from tpe_guide.ui.kit.tab_order import stops_of
from tpe_guide.ui.shell.banner import Banner
from tpe_guide.ui.unit.call import Call

LONG = (
    "WARD-3 has not answered. It may have the page, or not: please look at the printer before you print again. "
    "You can save the page as a PDF instead."
)
SIZES = [(1440, 900), (1366, 728), (1024, 600), (800, 600), (480, 800), (360, 640), (640, 340)]
PERCENTS = [100, 200, 300, 400]


def settle() -> None:
    for __ in range(4):
        QCoreApplication.processEvents()


def said(program: Program, sentence: str = LONG) -> Banner:
    program.messages.warn(sentence)
    settle()
    return find(program, "", Banner)


@pytest.mark.parametrize("percent", PERCENTS)
@pytest.mark.parametrize("size", SIZES)
def test_no_word_of_it_is_cut_and_most_of_the_window_stays_the_page_s(
    open_program: OpenProgram, size: tuple[int, int], percent: int
) -> None:
    program = open_program(size=size, chosen=Settings(text_percent=percent))
    go(program, "keys")
    banner = said(program)
    words = next(each for each in banner.findChildren(QLabel) if each.text() == LONG)
    assert words.height() >= FittedText(LONG, words.font()).height_in(words.width())
    for part in (words, find(program, "banner-close")):
        place = QRect(part.mapTo(banner, QPoint()), part.size())
        assert banner.rect().contains(place)
        assert not part.visibleRegion().isEmpty()
    close = find(program, "banner-close")
    assert close.height() >= max(48, close.heightForWidth(close.width()))
    assert banner.height() <= 0.45 * size[1]


@pytest.mark.parametrize("size", [(1366, 728), (480, 800)])
@pytest.mark.parametrize("place", ["keys", "urgent"])
def test_tab_comes_to_it_where_it_is_seen(open_program: OpenProgram, size: tuple[int, int], place: ScreenId) -> None:
    program = open_program(size=size)
    go(program, place)
    said(program)
    close = find(program, "banner-close")
    shown = [stop for stop in stops_of([program.window]) if stop.isVisible() and stop is not close]
    above = [stop for stop in shown if lower_edge(stop, program) <= lower_edge(close, program) - close.height()]
    close.setFocus()
    QTest.keyClick(close, Qt.Key.Key_Backtab)
    assert focused(program) in above
    close.setFocus()
    QTest.keyClick(close, Qt.Key.Key_Tab)
    assert focused(program) not in above


def focused(program: Program) -> QWidget:
    widget = program.window.focusWidget()
    assert widget is not None
    return widget


def lower_edge(widget: QWidget, program: Program) -> int:
    return widget.mapTo(program.window, widget.rect().bottomLeft()).y()


def test_it_keeps_its_words_while_the_window_gets_narrow(open_program: OpenProgram) -> None:
    program = open_program(size=(1440, 900), chosen=Settings(text_percent=200))
    banner = said(program)
    program.window.resize(480, 800)
    settle()
    words = next(each for each in banner.findChildren(QLabel) if each.text() == LONG)
    assert words.height() >= FittedText(LONG, words.font()).height_in(words.width())


class TestOverUrgentHelp:
    @pytest.mark.parametrize("percent", PERCENTS)
    @pytest.mark.parametrize("size", SIZES)
    def test_the_emergency_number_is_where_it_was(
        self, open_program: OpenProgram, size: tuple[int, int], percent: int
    ) -> None:
        program = open_program(size=size, chosen=Settings(text_percent=percent))
        go(program, "urgent")
        settle()
        before = _seen(program)
        said(program)
        assert _seen(program) >= before

    def test_so_it_is_for_whoever_comes_with_a_message_that_still_waits(self, open_program: OpenProgram) -> None:
        program = open_program(size=(1366, 728), chosen=Settings(text_percent=400))
        said(program)
        go(program, "urgent")
        settle()
        number = _number(program)
        assert number.visibleRegion().boundingRect().height() == number.height()
        assert find(program, "", Banner).accessibleName() == LONG
        press(program, "go-back")
        assert find(program, "", Banner).accessibleName() == LONG

    def test_it_can_be_read_and_closed_there(self, open_program: OpenProgram) -> None:
        program = open_program(size=(360, 640), chosen=Settings(text_percent=400))
        go(program, "urgent")
        said(program, "One.")
        said(program, "Two.")
        for left in ("One.", ""):
            find(program, "banner-close").click()
            settle()
            shown = [each.accessibleName() for each in program.window.findChildren(Banner) if not each.isHidden()]
            assert "".join(shown) == left

    def test_the_second_of_two_follows_the_window_as_well(self, open_program: OpenProgram) -> None:
        program = open_program(size=(1440, 900), chosen=Settings(text_percent=100))
        go(program, "urgent")
        said(program, "One.")
        said(program)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        program.window.resize(480, 800)
        settle()
        banner = find(program, "", Banner)
        assert _number(program).mapTo(program.window, QPoint()).y() < banner.mapTo(program.window, QPoint()).y()
        words = next(each for each in banner.findChildren(QLabel) if each.text() == LONG)
        assert words.height() >= FittedText(LONG, words.font()).height_in(words.width())

    def test_other_colours_leave_it_there(self, open_program: OpenProgram) -> None:
        program = open_program(size=(1024, 600), chosen=Settings(text_percent=300))
        go(program, "urgent")
        said(program)
        program.session.next_theme()
        settle()
        assert find(program, "", Banner).accessibleName() == LONG
        number = _number(program)
        assert number.visibleRegion().boundingRect().height() == number.height()


def _number(program: Program) -> QLabel:
    screen = program.window.screen_shown
    assert screen is not None
    call = screen.findChildren(Call)[0]
    return next(each for each in call.findChildren(QLabel) if each.text() == "112, 911 or 999" and each.isVisible())


def _seen(program: Program) -> float:
    """How much of the emergency number is in sight."""
    number = _number(program)
    return number.visibleRegion().boundingRect().height() / number.height()
