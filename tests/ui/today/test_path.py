"""Paths: five steps in any order; the place is kept; what is done is only what one has gone on from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget

from tests.ui.diaries import put_demo_diary
from tests.ui.programs import OpenProgram, find, go, key, press, shown_names
from tpe_guide.app import Program
from tpe_guide.navigation import HOME, Locator, place_of
from tpe_guide.policy import KIOSK
from tpe_guide.settings import Settings
from tpe_guide.ui.guide.rail import Rail
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.shell.frame import bar_height, is_narrow, tabs_height
from tpe_guide.ui.today.path_bar import LEAST_SHARE, PathBar, height_in

PATH = "coming-up"
STEPS = ("rehearsal", "feelings", "what-to-pack", "on-the-machine", "questions-to-ask")
ALL_DONE = tuple(f"{PATH}/{step}" for step in STEPS)
PACK = Locator("page", "what-to-pack", path=PATH)


def walk(program: Program, locator: Locator) -> None:
    program.session.go(locator)
    QCoreApplication.processEvents()


def words(widget: QWidget | None) -> str:
    assert widget is not None
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def bar(program: Program) -> PathBar | None:
    QCoreApplication.processEvents()
    return next((each for each in program.window.findChildren(PathBar) if each.isVisible()), None)


class TestTheList:
    def test_before_it_is_begun(self, open_program: OpenProgram) -> None:
        program = open_program()
        press(program, "door-coming-up")
        assert find(program, "carry-on").text() == "Start: Rehearse it"
        assert "start-again" not in shown_names(program)
        assert bar(program) is None

    def test_each_step_can_be_taken_first(self, open_program: OpenProgram) -> None:
        for number, step in enumerate(STEPS[:-1], start=1):
            program = open_program()
            go(program, "path", PATH)
            press(program, f"step-{number}")
            assert (program.session.locator.page or program.session.locator.place) == step
            assert program.session.locator.path == PATH

    def test_it_knows_where_the_person_is(self, open_program: OpenProgram) -> None:
        program = open_program(chosen=Settings(walked=ALL_DONE[:1], stops=("coming-up/feelings",)))
        go(program, "path", PATH)
        names = [find(program, f"step-{number}").accessibleName() for number in (1, 2, 3)]
        assert names == ["Step 1: Rehearse it. Seen", "Step 2: What you may feel. You are here", "Step 3: What to pack"]
        press(program, "carry-on")
        assert program.session.locator == Locator("feelings", path=PATH)

    def test_it_can_be_started_again(self, open_program: OpenProgram) -> None:
        kept = ("deciding/odds",)
        program = open_program(chosen=Settings(walked=(*ALL_DONE[:2], *kept), stops=("coming-up/what-to-pack", *kept)))
        go(program, "path", PATH)
        press(program, "start-again")
        assert (program.session.settings.walked, program.session.settings.stops) == (kept, kept)
        assert find(program, "carry-on").text() == "Start: Rehearse it"

    def test_a_path_that_the_guide_has_not_is_today(self, open_program: OpenProgram) -> None:
        program = open_program()
        go(program, "path", "dancing")
        assert "door-deciding" in shown_names(program)


class TestWalking:
    def test_going_on_is_what_counts_as_done(self, open_program: OpenProgram) -> None:
        program = open_program()
        walk(program, PACK)
        assert program.session.settings.walked == ()
        press(program, "next")
        assert program.session.locator == Locator("page", "on-the-machine", path=PATH)
        assert program.session.settings.walked == ("coming-up/what-to-pack",)

    def test_neither_a_step_that_is_left_nor_one_jumped_from_is_done(self, open_program: OpenProgram) -> None:
        program = open_program()
        walk(program, PACK)
        press(program, "previous")
        press(program, "step-5")
        press(program, "step-3")
        press(program, "leave-path")
        assert program.session.settings.walked == ()

    def test_the_place_is_kept_when_the_path_is_left(self, open_program: OpenProgram) -> None:
        program = open_program()
        walk(program, PACK)
        press(program, "leave-path")
        assert program.session.locator == HOME
        go(program, "path", PATH)
        assert find(program, "carry-on").text() == "Carry on: What to pack"

    def test_it_is_kept_for_next_time(self, open_program: OpenProgram, data_dir: Path) -> None:
        program = open_program()
        walk(program, PACK)
        press(program, "next")
        program.session.save_now()
        kept = json.loads((data_dir / "settings.json").read_bytes())
        assert (kept["walked"], kept["stops"]) == (["coming-up/what-to-pack"], ["coming-up/on-the-machine"])

    def test_keys_turn_steps_as_they_turn_pages(self, open_program: OpenProgram) -> None:
        program = open_program()
        walk(program, PACK)
        key(program, "Ctrl+PgDown")
        assert program.session.locator == Locator("page", "on-the-machine", path=PATH)
        key(program, "Ctrl+PgUp")
        assert program.session.locator == PACK

    def test_the_place_is_today_for_as_long_as_the_path_lasts(self, open_program: OpenProgram) -> None:
        program = open_program()
        walk(program, PACK)
        assert program.session.place == place_of(PACK) == "today"
        walk(program, Locator("page", "feeling-cold"))
        assert program.session.place == "guide"
        assert bar(program) is None
        program.session.back()
        assert program.session.locator._replace(spot="") == PACK
        assert bar(program) is not None

    def test_the_reader_has_no_rail_on_it(self, open_program: OpenProgram) -> None:
        program = open_program()
        walk(program, PACK)
        assert not [rail for rail in program.window.findChildren(Rail) if rail.isVisible()]
        walk(program, PACK._replace(path=""))
        assert [rail for rail in program.window.findChildren(Rail) if rail.isVisible()]

    def test_in_the_rehearsal_the_moments_come_first(self, open_program: OpenProgram) -> None:
        program = open_program()
        walk(program, Locator("rehearsal", path=PATH))
        assert find(program, "next").accessibleName().startswith("Next moment: ")
        walk(program, Locator("rehearsal", "home", path=PATH))
        assert find(program, "next").accessibleName() == "Next step: What you may feel"
        press(program, "next")
        assert program.session.locator == Locator("feelings", path=PATH)

    def test_the_last_step_leads_to_what_is_left(self, open_program: OpenProgram) -> None:
        """Without a diary, too: a passcode was asked for in the place of the questions."""
        program = open_program()
        walk(program, Locator("page", "questions-to-ask", path=PATH))
        press(program, "next")
        assert program.session.locator.place == "path"
        assert program.session.settings.walked == ("coming-up/questions-to-ask",)
        assert find(program, "carry-on").text() == "Carry on: Rehearse it"

    def test_what_matters_is_a_step_too(self, open_program: OpenProgram) -> None:
        program = open_program()
        walk(program, Locator("matters", path="deciding"))
        press(program, "back")
        assert program.session.locator == Locator("comparison", path="deciding")

    def test_a_kiosk_leaves_out_what_needs_a_diary_and_keeps_nothing(
        self, open_program: OpenProgram, data_dir: Path
    ) -> None:
        program = open_program(KIOSK, size=(1080, 1920))
        press(program, "door-deciding")
        assert "step-4" in shown_names(program)
        assert "step-5" not in shown_names(program)
        press(program, "carry-on")
        program.session.save_now()
        assert not (data_dir / "settings.json").exists()


class TestTheEnd:
    @pytest.fixture
    def at_the_end(self, open_program: OpenProgram) -> Program:
        return open_program(chosen=Settings(walked=ALL_DONE, stops=("coming-up/questions-to-ask",)))

    def test_without_a_list_nothing_is_said_of_what_is_left(self, at_the_end: Program) -> None:
        at_the_end.today._left_to_do = lambda: None
        go(at_the_end, "path", PATH)
        said = words(at_the_end.window.screen_shown)
        assert "You have seen what comes next." in said
        assert "left" not in said
        press(at_the_end, "to-today")
        assert at_the_end.session.locator == HOME

    def test_a_kiosk_has_no_list_and_no_screen_of_one(self, open_program: OpenProgram) -> None:
        program = open_program(KIOSK, size=(1080, 1920), chosen=Settings(walked=ALL_DONE, text_percent=150))
        go(program, "path", PATH)
        assert "to-my-session" not in shown_names(program)
        press(program, "to-today")
        assert program.session.locator == HOME

    def test_no_diary_is_opened_before_the_end(self, open_program: OpenProgram, data_dir: Path) -> None:
        put_demo_diary(data_dir)
        program = open_program()
        go(program, "path", PATH)
        assert "diary_session" not in program.diary.__dict__

    def test_one_thing_is_named(self, at_the_end: Program) -> None:
        at_the_end.today._left_to_do = lambda: "Someone to take you home"
        go(at_the_end, "path", PATH)
        assert "Not ticked yet\nSomeone to take you home" in words(at_the_end.window.screen_shown)

    def test_where_all_is_ticked_nothing_is_left(self, at_the_end: Program) -> None:
        at_the_end.today._left_to_do = str
        go(at_the_end, "path", PATH)
        assert "Nothing is left to do." in words(at_the_end.window.screen_shown)

    def test_a_path_that_is_done_is_nothing_to_carry_on(self, open_program: OpenProgram) -> None:
        program = open_program(chosen=Settings(walked=ALL_DONE, stops=("coming-up/questions-to-ask",), last_path=PATH))
        assert "continue" not in shown_names(program)


class TestTheBar:
    def test_it_names_all_steps_where_they_have_room(self, open_program: OpenProgram) -> None:
        program = open_program(chosen=Settings(walked=ALL_DONE[:2]), size=(1366, 728))
        walk(program, PACK)
        said = [find(program, f"step-{number}").accessibleName() for number in range(1, 6)]
        assert said == [
            "Step 1: Rehearse it. Seen",
            "Step 2: What you may feel. Seen",
            "Step 3: What to pack. You are here",
            "Step 4: On the machine",
            "Step 5: What to ask",
        ]
        wide = [find(program, f"step-{number}").width() for number in range(1, 6)]
        assert min(wide) > 100
        program.window.resize(1024, 700)
        QCoreApplication.processEvents()
        wide = [find(program, f"step-{number}").width() for number in range(1, 6)]
        assert [width > 100 for width in wide] == [False, False, True, False, False]

    def test_a_narrow_window_has_one_line_that_leads_to_all_steps(self, open_program: OpenProgram) -> None:
        program = open_program(size=(480, 800))
        walk(program, PACK)
        assert find(program, "path-line").text() == "Step 3 of 5: What to pack"
        press(program, "path-line")
        assert program.session.locator == Locator("path", PATH)
        assert program.session.settings.walked == ()

    def test_where_it_has_no_room_the_keyboard_does_not_find_it(self, open_program: OpenProgram) -> None:
        program = open_program(size=(360, 640), chosen=Settings(text_percent=400))
        walk(program, PACK)
        assert not {"path-line", "leave-path", "step-3"} & shown_names(program)
        assert {"previous", "next", "tab-today"} <= shown_names(program)

    def test_larger_letters_make_it_anew_and_the_keyboard_stays(self, open_program: OpenProgram) -> None:
        program = open_program(size=(1440, 900))
        walk(program, PACK)
        find(program, "leave-path").setFocus(Qt.FocusReason.TabFocusReason)
        program.session.bigger()
        assert program.window.focusWidget() is find(program, "leave-path")

    def test_a_bar_that_cannot_be_made_is_told_and_the_step_is_shown(
        self, open_program: OpenProgram, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        told: list[Exception] = []
        program = open_program(report=told.append)

        def broken(*__: object) -> None:
            raise ValueError("broken")

        monkeypatch.setattr(PathBar, "__init__", broken)
        walk(program, PACK)
        assert [str(error) for error in told] == ["broken"]
        assert program.session.locator == PACK
        assert bar(program) is None

    @pytest.mark.parametrize("percent", [100, 150, 200, 300, 400])
    @pytest.mark.parametrize("size", [(360, 640), (480, 800), (1024, 700), (1366, 728), (1440, 900)])
    def test_it_leaves_the_step_its_share(self, size: tuple[int, int], percent: int) -> None:
        theme, window = Theme("light", percent), QSize(*size)
        narrow = is_narrow(theme, window.width())
        height = height_in(theme, window)
        about = bar_height(theme, narrow=narrow) + tabs_height(theme, narrow=narrow)
        left = (window.height() - about - height) / window.height()
        assert left >= LEAST_SHARE or height == 0
        assert not narrow or height <= theme.of_bars.px(44)
