"""Reading: a page with its row, its rail and its bar, in windows of every size."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.programs import OpenProgram, find, go, key, press, shown_names
from tpe_guide.app import Program
from tpe_guide.navigation import HOME, Locator
from tpe_guide.policy import KIOSK
from tpe_guide.settings import Settings
from tpe_guide.ui.reading.reading_view import ReadingView

SIZES = [(1440, 900), (1366, 728), (1024, 700), (480, 800), (360, 640)]
PERCENTS = [100, 125, 150, 200, 300, 400]


def view_of(program: Program) -> ReadingView:
    return find(program, "reading-view", ReadingView)


def place_in(program: Program, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(program.window, QPoint(0, 0)), widget.size())


def place_of(program: Program, name: str) -> QRect:
    return place_in(program, find(program, name))


@contextmanager
def from_right_to_left() -> Iterator[None]:
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        yield
    finally:
        QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


class TestTurning:
    """Previous and Next turn in the order of the guide."""

    def test_next_walks_the_whole_guide_and_then_home(self, open_program: OpenProgram) -> None:
        program = open_program()
        order = program.library.order
        go(program, "page", order[0])
        walked = [program.session.locator.page]
        while program.session.locator.place == "page":
            press(program, "next")
            walked.append(program.session.locator.page)
        assert tuple(walked[:-1]) == order
        assert program.session.locator == HOME
        assert program.session.settings.read_pages == order

    def test_before_the_first_page_there_is_none(self, open_program: OpenProgram) -> None:
        program = open_program(page="what-a-relapse-is")
        assert "previous" not in shown_names(program)
        program.window.do("previous")
        assert program.session.locator.page == "what-a-relapse-is"

    def test_each_names_its_page_across_chapters_too(self, open_program: OpenProgram, qtbot: QtBot) -> None:
        program = open_program(page="sour-taste")
        titles = program.library.page_title
        before, after = program.library.neighbours("sour-taste")
        assert find(program, "next").accessibleName() == f"Next page: {titles(str(after))}"
        assert find(program, "previous").accessibleName() == f"Previous page: {titles(str(before))}"
        last, first = program.library.chapters[3].pages[-1], program.library.chapters[4].pages[0]
        go(program, "page", last)
        qtbot.waitUntil(lambda: find(program, "next").accessibleName() == f"Next page: {titles(first)}")

    def test_the_last_page_says_that_the_guide_ends(self, open_program: OpenProgram) -> None:
        program = open_program(page="what-this-is-not")
        order = program.library.order
        go(program, "page", order[-1])
        QTest.qWait(30)
        assert find(program, "next").accessibleName().startswith("The end of the guide")

    def test_a_page_left_by_next_counts_as_read_and_one_only_opened_does_not(self, open_program: OpenProgram) -> None:
        program = open_program(page="tingling")
        go(program, "page", "ivig")
        assert program.session.settings.read_pages == ()
        press(program, "next")
        assert program.session.settings.read_pages == ("ivig",)
        assert program.session.settings.last_page == program.library.neighbours("ivig")[1]

    def test_the_text_shown_is_that_of_the_page(self, open_program: OpenProgram) -> None:
        program = open_program(page="tingling")
        assert program.library.page_title("tingling") in view_of(program).toPlainText()
        after = program.library.neighbours("tingling")[1]
        press(program, "next")
        assert program.library.page_title(str(after)) in view_of(program).toPlainText()

    def test_turned_to_the_first_page_the_text_begins_at_its_top(self, open_program: OpenProgram) -> None:
        program = open_program(page="what-steroids-do", size=(480, 800))
        bar = view_of(program).verticalScrollBar()
        bar.setValue(bar.maximum())
        press(program, "previous")
        QTest.qWait(30)
        assert program.session.locator.page == program.library.order[0]
        assert bar.value() == 0


class TestBack:
    """Back is where one came from; it never turns pages by itself."""

    def test_it_leads_to_where_one_came_from_at_the_very_words(self, open_program: OpenProgram) -> None:
        program = open_program(page="tingling", chosen=Settings(depth="full"))
        view_of(program).verticalScrollBar().setValue(500)
        left = view_of(program).place
        go(program, "page", "ivig")
        press(program, "go-back")
        assert program.session.locator.page == "tingling"
        assert view_of(program).place == left

    def test_esc_is_back(self, open_program: OpenProgram) -> None:
        program = open_program(page="tingling")
        go(program, "page", "ivig")
        QTest.keyClick(view_of(program), Qt.Key.Key_Escape)
        assert program.session.locator.page == "tingling"


class TestRoom:
    """Bars give their room away to the text, and there is one scroll bar."""

    @pytest.mark.parametrize("size", SIZES, ids=str)
    @pytest.mark.parametrize("percent", PERCENTS)
    def test_most_of_the_window_is_text(self, open_program: OpenProgram, size: tuple[int, int], percent: int) -> None:
        program = open_program(page="swap-not-clean", size=size, chosen=Settings(text_percent=percent))
        QTest.qWait(1)
        assert program.window.size().toTuple() == size
        assert view_of(program).viewport().height() >= 0.7 * size[1]

    @pytest.mark.parametrize("size", [(1680, 1000), *SIZES], ids=str)
    def test_a_window_has_one_scroll_bar(self, open_program: OpenProgram, size: tuple[int, int]) -> None:
        program = open_program(page="swap-not-clean", size=size, chosen=Settings(depth="full"))
        view_of(program).activate_link(0)
        bars = [bar for bar in program.window.findChildren(QScrollBar) if bar.isVisible()]
        assert bars == [view_of(program).verticalScrollBar()]

    def test_the_bar_below_is_docked_only_where_the_text_keeps_its_room(self, open_program: OpenProgram) -> None:
        for size, percent, docked in (
            ((1366, 728), 100, True),
            ((1024, 700), 100, True),
            ((1366, 560), 100, False),
            ((1366, 728), 200, False),
            ((480, 800), 100, False),
        ):
            program = open_program(page="swap-not-clean", size=size, chosen=Settings(text_percent=percent))
            assert view_of(program).isAncestorOf(find(program, "next")) is not docked, size

    def test_it_moves_with_the_window(self, open_program: OpenProgram) -> None:
        program = open_program(page="swap-not-clean", size=(1366, 728))
        for height, docked in ((560, False), (728, True)):
            program.window.resize(1366, height)
            QTest.qWait(1)
            assert view_of(program).isAncestorOf(find(program, "next")) is not docked
        press(program, "next")
        assert program.session.locator.page == "the-machine"

    def test_at_the_end_of_a_page_next_stands_below_the_last_words(self, open_program: OpenProgram) -> None:
        program = open_program(page="swap-not-clean", size=(480, 800))
        view = view_of(program)
        bar = view.verticalScrollBar()
        assert place_of(program, "next").top() > 800
        bar.setValue(bar.maximum())
        assert program.window.rect().contains(place_of(program, "next"))
        assert program.window.rect().contains(place_of(program, "previous"))

    def test_the_row_above_scrolls_away_with_the_text(self, open_program: OpenProgram) -> None:
        program = open_program(page="swap-not-clean")
        before = place_of(program, "depth-minute").top()
        view_of(program).verticalScrollBar().setValue(200)
        assert place_of(program, "depth-minute").top() == before - 200

    @pytest.mark.parametrize(("percent", "told"), [(100, False), (125, False), (150, True), (200, True), (400, False)])
    def test_in_large_letters_it_is_told_that_there_is_more(
        self, open_program: OpenProgram, percent: int, told: bool
    ) -> None:
        program = open_program(page="swap-not-clean", size=(1366, 728), chosen=Settings(text_percent=percent))
        assert ("more-below" in shown_names(program)) is told
        bar = view_of(program).verticalScrollBar()
        if told:
            before = place_of(program, "more-below")
            press(program, "more-below")
            assert bar.value() > 0
            assert place_of(program, "more-below") == before, "the page passes beneath it"
        program.window.resize(360, 640)
        assert "more-below" not in shown_names(program), "it would lie on words"
        program.window.resize(1366, 728)
        QCoreApplication.processEvents()
        assert ("more-below" in shown_names(program)) is told
        bar = view_of(program).verticalScrollBar()
        bar.setValue(bar.maximum())
        assert "more-below" not in shown_names(program)

    def test_a_kiosk_reads_alike(self, open_program: OpenProgram, qtbot: QtBot) -> None:
        program = open_program(KIOSK, page="tingling", size=(1080, 1920), chosen=Settings(text_percent=150))
        bar = view_of(program).verticalScrollBar()
        bar.setValue(bar.maximum())
        press(program, "next")
        after = program.library.neighbours("tingling")[1]
        # The finger might have been about to drag the page: that is known a moment later.
        qtbot.waitUntil(lambda: program.session.locator.page == after)


class TestByKeyboard:
    """Row, text, buttons: in that order, each in sight when the keyboard is there."""

    def test_tab_walks_down_the_page(self, open_program: OpenProgram) -> None:
        program = open_program(page="swap-not-clean", size=(480, 800))
        view = view_of(program)
        find(program, "depth-minute").setFocus(Qt.FocusReason.TabFocusReason)
        walked = []
        for __ in range(4 + len(view.links)):
            QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_Tab)
            focused = program.window.focusWidget()
            assert focused is not None
            walked.append(focused.objectName())
            if focused is not view:
                assert (
                    view.viewport().rect().intersects(QRect(focused.mapTo(view.viewport(), QPoint()), focused.size()))
                )
        texts = ["reading-view"] * len(view.links)
        assert walked == ["listen", "bookmark", *texts, "next", "previous"], "in a narrow window next stands above"

    def test_the_depth_by_keys_and_the_bookmark(self, open_program: OpenProgram) -> None:
        program = open_program(page="swap-not-clean")
        key(program, "Ctrl+3")
        assert find(program, "depth-full").isChecked()
        key(program, "Ctrl+B")
        assert find(program, "bookmark").isChecked()


class TestMirrored:
    """For whoever reads from right to left."""

    @pytest.mark.parametrize("size", [(1366, 728), (480, 800)], ids=str)
    def test_all_is_mirrored_and_inside(self, open_program: OpenProgram, size: tuple[int, int]) -> None:
        with from_right_to_left():
            program = open_program(page="swap-not-clean", size=size)
            view = view_of(program)
            bar, text = (place_in(program, part) for part in (view.verticalScrollBar(), view.viewport()))
            assert bar.left() < text.left()
            for name in ("depth-facts", "bookmark"):
                assert 0 <= place_of(program, name).left() < place_of(program, name).right() < size[0]
            assert place_of(program, "bookmark").left() < place_of(program, "depth-full").left()


def test_no_other_view_of_text_is_made_for_a_page(open_program: OpenProgram) -> None:
    program = open_program(page="session-length", size=(1680, 1000), chosen=Settings(depth="full"))
    views = [each for each in program.window.findChildren(QAbstractScrollArea) if isinstance(each, ReadingView)]
    assert views == [view_of(program)]
    assert "How long is one session?" in views[0].toPlainText()


@pytest.mark.parametrize(
    ("said", "page", "told"),
    [
        ("arm-veins", "living-with-a-line", True),
        ("single-needle", "having-a-line-put-in", True),
        ("groin-line", "the-needle-site", True),
        ("groin-line", "living-with-a-line", False),
        ("arm-veins", "the-needle-site", False),
        ("unknown", "living-with-a-line", False),
        ("", "living-with-a-line", False),
        ("neck-line", "tingling", False),
    ],
)
def test_a_page_for_people_with_the_other_access_says_so(
    open_program: OpenProgram, said: str, page: str, told: bool
) -> None:
    program = open_program(page=page, chosen=Settings(access=said))
    view = find(program, "reading-view", ReadingView)
    hrefs = [link.href for link in view.links]
    assert ("You said that you have" in view.toPlainText()) is told
    if told:
        view.activate_link(hrefs.index("see:access:start"))
        assert program.session.locator == Locator("access", "start")
