"""The bars: where one is, where else one can go, and nothing that moves away from under a finger."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from tests.ui.programs import OpenProgram, find, go, press, shown_names
from tpe_guide.app import Program
from tpe_guide.navigation import Locator, ScreenId
from tpe_guide.policy import KIOSK
from tpe_guide.settings import TEXT_PERCENTS, Settings
from tpe_guide.ui.guide.guide import GuidePage
from tpe_guide.ui.guide.page_turner import PageTurner
from tpe_guide.ui.shell.bars import Bars
from tpe_guide.ui.shell.places import PlaceButton, Places, Tabs
from tpe_guide.ui.shell.top_bar import TopBar

PLACES: dict[str, tuple[ScreenId, ...]] = {
    "today": ("home",),
    "guide": ("contents", "page", "words", "pictures", "circuit", "check"),
    "session": ("questions", "matters", "unit"),
    "diary": ("diary", "log", "nurse"),
}
OVER: tuple[ScreenId, ...] = ("search", "urgent", "look", "keys")
OF_TOOLS: dict[ScreenId, list[str]] = {"search": ["search"], "look": ["settings"]}
"""What is lit there instead of a place."""
PAGES: dict[ScreenId, str] = {"page": "tingling", "check": "session"}


def here(program: Program) -> set[str]:
    """The places that say “you are here”."""
    names = {f"{kind}-{place}" for kind in ("to", "tab") for place in (*PLACES, "search")} & shown_names(program)
    buttons = (find(program, name) for name in names)
    return {each.objectName().partition("-")[2] for each in buttons if isinstance(each, PlaceButton) and each.is_here}


def point_at(bar: TopBar) -> None:
    """The pointer comes to the bar, as it does before anything is pressed there."""
    at = QPointF(10, 10)
    QCoreApplication.sendEvent(bar, QEnterEvent(at, at, at))


def leave(bar: TopBar) -> None:
    """The pointer goes."""
    QCoreApplication.sendEvent(bar, QEvent(QEvent.Type.Leave))
    QCoreApplication.processEvents()


def on_window(program: Program, name: str) -> QPoint:
    button = find(program, name)
    return button.mapTo(program.window, button.rect().center())


@pytest.mark.parametrize("size", [(1366, 728), (480, 800)])
def test_one_place_says_you_are_here(open_program: OpenProgram, size: tuple[int, int]) -> None:
    program = open_program(size=size)
    for place, screens in PLACES.items():
        for screen in screens:
            go(program, screen, PAGES.get(screen, ""))
            assert here(program) == {place}, screen
            assert (
                find(program, f"{'to' if size[0] > 1000 else 'tab'}-{place}").accessibleName().endswith("you are here")
            )


@pytest.mark.parametrize("over", OVER)
def test_what_opens_over_a_place_leaves_one_there(open_program: OpenProgram, over: ScreenId) -> None:
    program = open_program(page="tingling")
    go(program, over)
    tools = [name for name in ("search", "settings") if find(program, name).accessibleName().endswith("you are here")]
    assert tools == OF_TOOLS.get(over, [])
    assert here(program) == (set() if tools else {"guide"})
    press(program, "to-guide")
    assert not any(find(program, name).accessibleName().endswith("here") for name in ("search", "settings"))
    assert program.session.locator == Locator("page", "tingling")


def test_in_a_narrow_window_search_is_a_tab(open_program: OpenProgram) -> None:
    program = open_program(size=(480, 800), page="tingling")
    press(program, "tab-search")
    assert program.session.locator.place == "search"
    assert here(program) == {"search"}


def test_a_place_remembers_where_one_was_in_it(open_program: OpenProgram) -> None:
    program = open_program(page="tingling", size=(1366, 500))
    page = program.window.screen_shown
    assert isinstance(page, GuidePage)
    scroll = page._view.verticalScrollBar()
    scroll.setValue(scroll.maximum() // 2)
    press(program, "to-today")
    press(program, "to-guide")
    assert program.session.locator._replace(spot="") == Locator("page", "tingling")
    again = program.window.screen_shown
    assert isinstance(again, GuidePage)
    assert again._view.verticalScrollBar().value() > 0


def test_pressed_again_it_goes_to_its_first_screen(open_program: OpenProgram) -> None:
    program = open_program(page="tingling")
    press(program, "to-guide")
    assert program.session.locator == Locator("contents")


def test_back_is_there_only_where_there_is_somewhere_to_go_back_to(open_program: OpenProgram) -> None:
    program = open_program()
    assert "go-back" not in shown_names(program)
    go(program, "contents")
    assert "home" not in shown_names(program)
    press(program, "go-back")
    assert program.session.locator.place == "home"
    assert "go-back" not in shown_names(program)


@pytest.mark.parametrize("size", [(1366, 728), (480, 800)])
def test_a_bar_that_hides_under_the_pointer_is_replaced_once(
    open_program: OpenProgram, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    """On a screen, Qt tells a widget that is hidden that the pointer has left it: two bars stood there for good."""
    drop, dropped = Bars._drop, set[int]()

    def drop_under_the_pointer(bars: Bars, part: QWidget) -> None:
        if isinstance(part, TopBar) and id(part) not in dropped:
            dropped.add(id(part))
            part.pointer_left.emit()
        drop(bars, part)

    monkeypatch.setattr(Bars, "_drop", drop_under_the_pointer)
    program = open_program(size=size)
    for __ in range(2):
        bar = find(program, "", TopBar)
        point_at(bar)
        press(program, "text-larger")
        leave(bar)
        for kind in (TopBar, Tabs):
            assert len([each for each in program.window.findChildren(kind) if each.isVisible()]) <= 1


@pytest.mark.parametrize("size", [(1440, 900), (1366, 728), (1024, 700), (480, 800)])
def test_a_plus_stays_under_the_finger_that_presses_it(open_program: OpenProgram, size: tuple[int, int]) -> None:
    program = open_program(size=size)
    bar = find(program, "", TopBar)
    point_at(bar)
    at = on_window(program, "text-larger")
    for percent in TEXT_PERCENTS[1:]:
        target = program.window.childAt(at)
        assert target is not None
        assert target.objectName() == "text-larger"
        QTest.mouseClick(target, Qt.MouseButton.LeftButton)
        QCoreApplication.processEvents()
        assert program.session.theme.percent == percent
        assert find(program, "text-larger").accessibleName() == (
            "This is the largest text" if percent == TEXT_PERCENTS[-1] else "Larger text"
        )
    leave(bar)
    assert find(program, "", TopBar) is not bar
    assert program.session.theme.percent == TEXT_PERCENTS[-1]


def test_the_places_stand_still_whatever_screen_is_shown(open_program: OpenProgram) -> None:
    program = open_program(size=(1366, 728))
    names = ("to-today", "to-diary", "search", "text-smaller", "text-larger", "settings", "urgent")
    stood = {name: on_window(program, name) for name in names}
    for screen in ("contents", "page", "log", "urgent", "look"):
        go(program, screen, PAGES.get(screen, ""))
        assert {name: on_window(program, name) for name in names} == stood, screen


@pytest.mark.parametrize(("kind", "size"), [(Places, (1366, 728)), (Tabs, (480, 800))])
def test_to_turn_a_page_paints_no_bar_anew(
    open_program: OpenProgram, monkeypatch: pytest.MonkeyPatch, kind: type[QWidget], size: tuple[int, int]
) -> None:
    painted: list[QWidget] = []
    monkeypatch.setattr(kind, "paintEvent", lambda bar, event: painted.append(bar))
    program = open_program(page="session-length", size=size)
    QCoreApplication.processEvents()
    assert painted
    painted.clear()
    program.window.do("next")
    QCoreApplication.processEvents()
    assert not painted
    go(program, "log")
    QCoreApplication.processEvents()
    assert painted


def test_by_keys_the_bar_follows_at_once(open_program: OpenProgram) -> None:
    program = open_program()
    bar = find(program, "", TopBar)
    leave(bar)
    find(program, "settings").setFocus()
    program.session.bigger()
    QCoreApplication.processEvents()
    assert find(program, "", TopBar) is not bar
    focused = program.window.focusWidget()
    assert focused is not None
    assert focused.objectName() == "settings"


def test_at_a_kiosk_there_is_no_diary_to_go_to(open_program: OpenProgram) -> None:
    program = open_program(KIOSK, size=(1080, 1920), chosen=Settings(text_percent=150))
    assert {"tab-today", "tab-guide"} <= shown_names(program)
    assert not {"tab-session", "tab-diary", "tab-search"} & shown_names(program)


@pytest.mark.parametrize("percent", TEXT_PERCENTS)
@pytest.mark.parametrize("width", [360, 480, 979, 980, 1100, 1366, 1440, 2600])
def test_all_of_it_is_in_the_window_and_large_enough(open_program: OpenProgram, width: int, percent: int) -> None:
    program = open_program(size=(width, 640), chosen=Settings(text_percent=percent))
    names = shown_names(program) & {
        *(f"{kind}-{place}" for kind in ("to", "tab") for place in (*PLACES, "search")),
        *("home", "search", "text-smaller", "text-larger", "settings", "urgent"),
    }
    assert len(names) == 10
    boxes = []
    for name in names:
        button = find(program, name, QWidget)
        assert min(button.width(), button.height()) >= 48, name
        assert button.visibleRegion().boundingRect() == button.rect(), name
        boxes.append(button.rect().translated(button.mapTo(program.window, QPoint())))
    for index, box in enumerate(boxes):
        assert not any(box.intersects(other) for other in boxes[:index])


class TestAtAKiosk:
    """What ends a visit, and where the bar stands for whoever sits."""

    def test_what_ends_a_visit_stands_away_from_what_calls_for_help(self, open_program: OpenProgram) -> None:
        program = open_program(KIOSK)
        for width in (1366, 1080, 600, 480):
            program.window.resize(width, 1000)
            QCoreApplication.processEvents()
            finish, urgent = (find(program, name).geometry() for name in ("finish", "urgent"))
            assert urgent.left() - finish.right() > 100, width

    @pytest.mark.parametrize("low", [False, True])
    def test_the_bar_stands_where_it_is_reached(self, open_program: OpenProgram, low: bool) -> None:
        program = open_program(KIOSK._replace(bars_low=low))
        program.window.resize(1080, 1920)
        QCoreApplication.processEvents()
        bar = find(program, "urgent").parentWidget()
        assert isinstance(bar, TopBar)
        screen = program.window.screen_shown
        assert screen is not None
        assert (bar.y() > screen.y()) is low
        assert bar.geometry().bottom() == 1919 if low else bar.y() == 0

    @pytest.mark.parametrize(
        "size", [(1024, 600), (1280, 720), (1366, 768), (1920, 1080), (600, 1024), (1080, 1920)], ids=str
    )
    def test_most_of_any_screen_is_the_guides(self, open_program: OpenProgram, size: tuple[int, int]) -> None:
        program = open_program(KIOSK, page="tingling", size=size, chosen=Settings(text_percent=150, motion="still"))
        parts = [find(program, "urgent").parentWidget(), program.window.findChild(Tabs)]
        bars = [part for part in parts if part is not None and part.isVisible()]
        assert bars
        screen = program.window.screen_shown
        assert isinstance(screen, GuidePage)
        turner = screen.findChild(PageTurner)
        assert turner is not None
        docked = turner.height() if turner.isVisible() and turner.parentWidget() is turner.window() else 0
        assert sum(bar.height() for bar in bars) + docked <= 0.3 * size[1]
        fingers = [each for bar in bars for each in bar.findChildren(QAbstractButton) if each.isVisible()]
        small = {each.objectName(): each.size().toTuple() for each in fingers if min(each.size().toTuple()) < 76}
        assert not small
