"""The window: every place is one press or one key away, and nothing a person does to its look loses their place."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QScrollBar, QWidget

from tests.ui.programs import OpenProgram, find, go, key, press, shown_names
from tpe_guide.app import Program
from tpe_guide.errors import CannotWrite
from tpe_guide.navigation import Locator, ScreenId
from tpe_guide.policy import CLINIC, HOME, KIOSK, Policy
from tpe_guide.settings import Settings, load
from tpe_guide.ui.guide.guide import GuidePage
from tpe_guide.ui.kit.scrolling import main_area
from tpe_guide.ui.shell.actions import ACTIONS, allowed_actions
from tpe_guide.ui.shell.banner import Banner
from tpe_guide.ui.today.today import TodayPage
from tpe_guide.ui.unit.urgent import UrgentPage


def test_it_opens_at_home(open_program: OpenProgram) -> None:
    program = open_program()
    assert isinstance(program.window.screen_shown, TodayPage)


def test_it_opens_at_a_page(open_program: OpenProgram) -> None:
    program = open_program(page="tingling")
    assert program.session.locator == Locator("page", "tingling")
    assert isinstance(program.window.screen_shown, GuidePage)


def test_a_page_that_does_not_exist_means_home_with_a_note(open_program: OpenProgram) -> None:
    program = open_program(page="nowhere")
    assert isinstance(program.window.screen_shown, TodayPage)
    assert "nowhere" in find(program, "", Banner).accessibleName()


@pytest.mark.parametrize("place", ["home", "page", "contents", "log", "nurse", "look", "keys"])
def test_urgent_help_is_one_key_and_one_press_away_from_everywhere(open_program: OpenProgram, place: str) -> None:
    program = open_program()
    go(program, place, "tingling" if place == "page" else "")  # type: ignore[arg-type]
    key(program, "F9")
    assert isinstance(program.window.screen_shown, UrgentPage)
    program.session.back()
    press(program, "urgent")
    assert isinstance(program.window.screen_shown, UrgentPage)


@pytest.mark.parametrize("action", [action.id for action in ACTIONS if action.id != "quit"])
def test_every_action_of_the_table_can_be_carried_out(open_program: OpenProgram, action: str) -> None:
    program = open_program(page="tingling")
    program.window.do(action)
    assert program.window.screen_shown is not None


@pytest.mark.parametrize("policy", [HOME, CLINIC, KIOSK], ids=lambda policy: policy.place)
def test_a_place_has_keys_only_for_what_it_allows(open_program: OpenProgram, policy: Policy) -> None:
    program = open_program(policy)
    keys = {shortcut.key().toString() for shortcut in program.window.findChildren(QShortcut)}
    allowed = {keys for action in allowed_actions(policy) for keys in action.keys}
    assert len(keys) == len(allowed)
    assert ("Ctrl+P" in keys) is policy.diary
    assert ("Ctrl+Q" in keys) is policy.may_quit


def test_bigger_text_keeps_the_place_and_the_keyboard(open_program: OpenProgram) -> None:
    program = open_program(page="tingling")
    find(program, "next").setFocus()
    key(program, "Ctrl++")
    assert program.session.theme.percent == 125
    assert program.session.locator == Locator("page", "tingling")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "next"


def bar_of(program: Program) -> QScrollBar:
    assert program.window.screen_shown is not None
    area = main_area(program.window.screen_shown)
    assert area is not None
    return area.verticalScrollBar()


@pytest.mark.parametrize("keys", ["F8", "Ctrl++"])
def test_a_new_look_leaves_one_where_one_was(open_program: OpenProgram, keys: str) -> None:
    program = open_program(size=(1024, 700))
    go(program, "urgent")
    bar = bar_of(program)
    bar.setValue(bar.maximum() // 2)
    key(program, keys)
    QCoreApplication.processEvents()
    bar = bar_of(program)
    assert bar.value() == pytest.approx(bar.maximum() / 2, rel=0.1)
    find(program, "more-of-unit").setFocus()
    bar.setValue(bar.maximum())
    key(program, keys)
    for __ in range(3):
        QCoreApplication.processEvents()
    more = find(program, "more-of-unit")
    assert more.hasFocus()
    assert more.visibleRegion().boundingRect().height() == more.height()


def test_text_grows_to_400_and_no_further(open_program: OpenProgram) -> None:
    program = open_program()
    sizes = []
    for _ in range(9):
        key(program, "Ctrl++")
        sizes.append(program.session.theme.percent)
    assert sizes == [125, 150, 175, 200, 300, 400, 400, 400, 400]
    key(program, "Ctrl+0")
    assert program.session.theme.percent == 100


def test_the_themes_follow_one_another(open_program: OpenProgram) -> None:
    program = open_program()
    names = []
    for _ in range(4):
        key(program, "F8")
        names.append(program.session.theme.name)
    assert names == ["dim", "dark", "contrast", "light"]


def test_choices_are_kept_for_next_time(open_program: OpenProgram, data_dir: Path) -> None:
    program = open_program()
    program.session.set_look(text_percent=200, theme="dark")
    program.session.save_now()
    assert load(data_dir / "settings.json") == Settings(text_percent=200, theme="dark")
    assert open_program().session.theme.percent == 200


@pytest.mark.parametrize("policy", [CLINIC, KIOSK], ids=lambda policy: policy.place)
def test_a_shared_computer_keeps_nothing(open_program: OpenProgram, data_dir: Path, policy: Policy) -> None:
    program = open_program(policy)
    program.session.set_look(text_percent=200)
    program.session.mark_read("tingling")
    program.session.save_now()
    assert not data_dir.exists()


def test_a_read_only_home_is_said_once_and_the_guide_stays_readable(open_program: OpenProgram, data_dir: Path) -> None:
    data_dir.write_text("a file where the folder should be")
    program = open_program(page="tingling")
    said: list[CannotWrite] = []
    program.session.could_not_save.connect(said.append)
    for percent in (125, 150):
        program.session.set_look(text_percent=percent)
        program.session.save_now()
    assert len(said) == 1
    assert find(program, "", Banner).accessibleName()
    press(program, "banner-close")
    assert not [banner for banner in program.window.findChildren(Banner) if not banner.isHidden()]
    press(program, "next")
    assert program.session.locator == Locator("page", "light-headed")


def test_back_goes_the_way_the_person_came(open_program: OpenProgram) -> None:
    program = open_program()
    for page in ("tingling", "ivig"):
        go(program, "page", page)
    key(program, "Alt+Left")
    assert program.session.locator.page == "tingling"
    key(program, "Alt+Right")
    assert program.session.locator.page == "ivig"


PAGES = {"page": "tingling", "words": "citrate"}


def type_esc(program: Program) -> None:
    QTest.keyClick(program.window.focusWidget() or program.window, Qt.Key.Key_Escape)
    QApplication.processEvents()


@pytest.mark.parametrize("policy", [HOME, KIOSK], ids=lambda policy: policy.place)
def test_esc_closes_a_word_or_goes_back_on_every_screen(open_program: OpenProgram, policy: Policy) -> None:
    program = open_program(policy)
    for place in program.window._screens:
        if place == "home":
            continue
        page = program.library.chapters[0].id if place == "check" else PAGES.get(place, "")
        go(program, "home")
        go(program, place, page)
        type_esc(program)
        if program.session.locator.place == place:  # a word was closed
            type_esc(program)
        assert program.session.locator == Locator(), place


def test_esc_goes_back_though_a_screen_reader_has_qt_ask_twice(open_program: OpenProgram) -> None:
    program = open_program()
    go(program, "look")
    focused = program.window.focusWidget()
    assert focused is not None
    again = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(focused, again)
    type_esc(program)
    assert program.session.locator == Locator()


@pytest.mark.parametrize("policy", [HOME, KIOSK], ids=lambda policy: policy.place)
def test_esc_does_nothing_at_home(open_program: OpenProgram, policy: Policy) -> None:
    program = open_program(policy)
    go(program, "look")
    go(program, "home")
    screen = program.window.screen_shown
    type_esc(program)
    assert program.window.screen_shown is screen
    assert program.session.locator == Locator()


def test_esc_takes_nothing_away_that_is_being_typed(open_program: OpenProgram) -> None:
    program = open_program()
    go(program, "urgent")
    press(program, "add-unit-phone")
    field = next(each for each in program.window.findChildren(QLineEdit) if each.isVisible())
    field.setFocus()
    QTest.keyClicks(field, "01632")
    type_esc(program)
    assert program.session.locator.place == "urgent"
    assert field.text() == "01632"


@pytest.mark.parametrize(("place", "size"), [("keys", (480, 800)), ("home", (1024, 700))])
@pytest.mark.parametrize("percent", [100, 200, 400])
def test_no_button_sticks_out_where_not_all_has_room_yet(
    open_program: OpenProgram, place: ScreenId, size: tuple[int, int], percent: int
) -> None:
    """All other screens fit whole, see ``test_fit.py``."""
    program = open_program(size=size, chosen=Settings(text_percent=percent))
    go(program, place)
    window = program.window
    assert window.size().toTuple() == size
    for button in window.findChildren(QAbstractButton):
        if button.isVisible():
            left = button.mapTo(window, button.rect().topLeft()).x()
            assert left >= 0, button.objectName()
            assert left + button.width() <= size[0], f"{button.objectName()} ends at {left + button.width()}"


class ShownWindows(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def test_no_part_of_a_screen_flashes_up_as_a_window(open_program: OpenProgram, qapp: QApplication) -> None:
    watcher = ShownWindows()
    qapp.installEventFilter(watcher)
    program = open_program()
    for place in ("page", "contents", "urgent", "look", "log", "nurse", "keys", "home"):
        go(program, place, "session-length" if place == "page" else "")
        program.session.bigger()
    program.messages.inform("A sentence.")
    qapp.removeEventFilter(watcher)
    assert watcher.seen == ["MainWindow"]


def test_every_control_has_a_name_for_the_screen_reader(open_program: OpenProgram) -> None:
    program = open_program()
    for place in ("home", "page", "contents", "urgent", "look", "log", "nurse"):
        go(program, place, "session-length" if place == "page" else "")
        for button in program.window.findChildren(QAbstractButton):
            if button.isVisible():
                assert button.accessibleName() or button.text(), f"{place}: {button.objectName()}"


def test_a_home_can_be_walked_by_tab_alone(open_program: OpenProgram) -> None:
    program = open_program()
    QTest.qWaitForWindowActive(program.window)
    find(program, "home").setFocus(Qt.FocusReason.TabFocusReason)
    visited = set()
    for _ in range(20):
        QTest.keyClick(program.window.focusWidget() or program.window, Qt.Key.Key_Tab)
        focused = program.window.focusWidget()
        visited.add(focused.objectName() if focused else "")
    assert {"urgent", "to-guide", "settings", "door-deciding", "door-log", "door-nurse", "text-larger"} <= visited


@pytest.mark.parametrize("width", [360, 480, 1024])
@pytest.mark.parametrize("percent", [100, 150, 200, 400])
def test_every_tool_of_the_bar_is_in_the_window(open_program: OpenProgram, width: int, percent: int) -> None:
    program = open_program(size=(width, 700))
    program.session.set_look(text_percent=percent)
    QCoreApplication.processEvents()
    narrow = "tab-today" in shown_names(program)
    places = [f"{'tab' if narrow else 'to'}-{place}" for place in ("today", "guide", "session", "diary")]
    for name in ("home", *places, "tab-search" if narrow else "search", "settings", "urgent"):
        tool = find(program, name)
        assert tool.visibleRegion().boundingRect() == tool.rect(), name


@pytest.mark.parametrize("place", ["home", "contents", "urgent", "look", "log", "circuit"])
def test_300_and_400_percent_change_every_screen(open_program: OpenProgram, place: ScreenId) -> None:
    """Not the text of a page alone: where the window has room, all words grow but those of bars."""
    heights = []
    for percent in (200, 300, 400):
        program = open_program(size=(1440, 900), chosen=Settings(text_percent=percent))
        go(program, place)
        screen = program.window.screen_shown
        assert screen is not None
        heights.append(sum(label.font().pixelSize() for label in screen.findChildren(QLabel)))
    assert heights == sorted(set(heights))
    assert heights[2] > 1.5 * heights[0]


def test_a_small_window_keeps_buttons_that_fit_it(open_program: OpenProgram) -> None:
    program = open_program(size=(480, 800), chosen=Settings(text_percent=400))
    assert program.session.theme.chrome == 2
    program.window.resize(1440, 900)
    QCoreApplication.processEvents()
    assert program.session.theme.chrome == 4


def test_a_message_leaves_with_its_screen_and_a_warning_stays(open_program: OpenProgram) -> None:
    program = open_program()
    go(program, "urgent")
    program.messages.inform("Saved as page.pdf.")
    assert program.window.findChildren(Banner)
    go(program, "home")
    assert not [each for each in program.window.findChildren(Banner) if each.isVisible()]
    program.messages.warn("The disk is full.")
    go(program, "urgent")
    assert [each.accessibleName() for each in program.window.findChildren(Banner) if each.isVisible()] == [
        "The disk is full."
    ]
