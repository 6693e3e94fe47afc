"""A sheet of the paper diary is typed back by digits, and nothing of it is lost, guessed or saved unseen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.conftest import FixedClock
from tests.diary.filled_sheets import BOXES, FULL, PLAIN, SESSIONS, Filled, filled_sheets
from tests.ui.diaries import PASSCODE, log, on_disk, put_demo_diary, sentence, type_in, words_on_screen
from tests.ui.diary.test_draft_keeper import close, kept, pause
from tests.ui.programs import OpenProgram, find, go, key, press, primary
from tests.ui.readers import listen
from tpe_guide.app import Program
from tpe_guide.diary.model import Entry
from tpe_guide.diary.paper_form import ROW_CODES
from tpe_guide.diary.sheet import Sheet
from tpe_guide.diary.store import DiaryStore
from tpe_guide.errors import CannotWrite, WrongUsage
from tpe_guide.navigation import Locator
from tpe_guide.policy import KIOSK
from tpe_guide.settings import Settings
from tpe_guide.ui.diary.log.page import LogPage
from tpe_guide.ui.diary.log.pick_button import PickButton
from tpe_guide.ui.diary.saved import SavedPage
from tpe_guide.ui.diary.type_back.look_over import LookOverPage
from tpe_guide.ui.diary.type_back.page import TypeBackPage
from tpe_guide.ui.diary.warning_panel import WarningPanel
from tpe_guide.ui.shell import physical_keys

KEYS = {
    "enter": Qt.Key.Key_Return,
    "back": Qt.Key.Key_Up,
    "rub": Qt.Key.Key_Backspace,
    "end": Qt.Key.Key_End,
    "esc": Qt.Key.Key_Escape,
}


@pytest.fixture
def had(data_dir: Path) -> None:
    """A diary with three sessions."""
    with DiaryStore.create(data_dir, None) as store:
        for session in SESSIONS:
            store.add_session(session)


@pytest.fixture
def program(had: None, open_program: OpenProgram) -> Program:
    opened = open_program()
    go(opened, "type-back")
    return opened


def sheet(program: Program) -> Sheet:
    page = program.window.screen_shown
    assert isinstance(page, TypeBackPage)
    return page._sheet


def hit(program: Program, *keys: str) -> int:
    """Press each key in whatever has the keyboard: a digit or sign, one of ``KEYS``, or words. Tells how many."""
    for name in keys:
        target = program.window.focusWidget()
        assert target is not None
        if name in KEYS:
            QTest.keyClick(target, KEYS[name])
        else:
            QTest.keyClicks(target, name.removeprefix("words:"))
    return len(keys)


def type_all(program: Program, filled: Filled) -> int:
    """Type the sheet to its end; tells in how many keys, letters of words not counted."""
    page = program.window.screen_shown
    assert isinstance(page, TypeBackPage)
    return sum(hit(program, each) * (not each.startswith("words:")) for each in filled.typing(page._sheet))


def at(program: Program) -> str:
    return sheet(program).step.id


def warnings(program: Program) -> list[WarningPanel]:
    QCoreApplication.processEvents()
    return [panel for panel in program.window.findChildren(WarningPanel) if panel.isVisible()]


def only_entry(data_dir: Path, tmp_path: Path) -> Entry:
    (entry,) = on_disk(data_dir, tmp_path / "copy").entries
    return entry


def like(entry: Entry, filled: Filled) -> Entry:
    return replace(filled.entry, id=entry.id, recorded_at=entry.recorded_at)


class TestAWholeSheet:
    @pytest.mark.parametrize("filled", [PLAIN, FULL], ids=["plain", "full"])
    def test_is_typed_looked_over_and_saved(
        self, program: Program, data_dir: Path, tmp_path: Path, filled: Filled, clock: FixedClock
    ) -> None:
        count = type_all(program, filled)
        assert count <= BOXES + filled.digits
        if filled is PLAIN:
            assert count + 1 <= 60
        assert isinstance(program.window.screen_shown, LookOverPage)
        QCoreApplication.processEvents()
        assert primary(program) == ["save"]
        press(program, "save")
        assert isinstance(program.window.screen_shown, SavedPage)
        entry = only_entry(data_dir, tmp_path)
        assert entry == like(entry, filled)
        assert entry.recorded_at == clock.now
        assert kept(program) is None or sheet_is_gone(program)

    @settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
    @given(filled_sheets)
    def test_any_sheet_by_real_keys(self, program: Program, filled: Filled) -> None:
        session = program.diary.diary_session
        session.drafts.throw_away()
        go(program, "urgent")
        go(program, "type-back")
        type_all(program, filled)
        page = program.window.screen_shown
        assert isinstance(page, LookOverPage)
        draft = session.drafts.draft
        page._sheet.fill(draft)
        entry = draft.entry(session.now())
        assert entry == like(entry, filled)

    def test_then_the_next_one_begins(self, program: Program) -> None:
        type_all(program, PLAIN)
        press(program, "save")
        assert "Type the next session" in find(program, "type-next").text()
        press(program, "type-next")
        assert at(program) == "session"
        assert not sheet(program).said.get("session")

    def test_back_from_saved_is_a_new_sheet(self, program: Program) -> None:
        type_all(program, PLAIN)
        press(program, "save")
        program.session.back()
        assert at(program) == "session"


def sheet_is_gone(program: Program) -> bool:
    pause(program)
    return kept(program) is None


class TestEachRow:
    @pytest.mark.parametrize(("row", "code"), ROW_CODES.items())
    def test_is_gone_to_by_the_number_of_its_box(self, program: Program, row: str, code: str) -> None:
        hit(program, "/", *code)
        assert at(program) == row

    @pytest.mark.parametrize("name", ["esc", "enter", "rub"])
    def test_a_number_of_a_box_can_be_left(self, program: Program, name: str) -> None:
        hit(program, ".", name)
        assert program.session.locator.place == "type-back"
        hit(program, "0", "3")
        assert (at(program), sheet(program).said["session"]) == ("day", "03")

    def test_has_a_name_for_who_cannot_see_it(self, program: Program) -> None:
        hit(program, ".", "1", "1")
        line = find(program, "answer-line", QWidget)
        assert line.accessibleName() == "Box 11, Tingling: 0 to 3. Enter if there is no ring."

    def test_what_it_does_not_take_is_told_and_stays(self, program: Program) -> None:
        hit(program, ".", "1", "1", "4")
        assert "Type a number from 0 to 3. Enter if there is no ring." in words_on_screen(program)
        assert (at(program), sheet(program).typed) == ("tingling", "4")
        hit(program, "2")
        assert at(program) == "tingling.told"

    def test_the_point_of_a_temperature_may_be_typed(self, program: Program) -> None:
        hit(program, ".", "0", "6", "3", "8", ".", "2")
        assert sheet(program).said["temperature"] == "382"

    @pytest.mark.parametrize("name", ["end", "rub", "back"])
    def test_where_there_is_nothing_to_go_to_keys_do_nothing(self, program: Program, name: str) -> None:
        hit(program, name)
        assert at(program) == "session"

    def test_a_hand_that_stays_on_a_key_has_answered_once(self, program: Program) -> None:
        hit(program, ".", "1", "2", "0")
        line = find(program, "answer-line", QWidget)
        held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_0, Qt.KeyboardModifier.NoModifier, "0", autorep=True)
        QCoreApplication.sendEvent(line, held)
        assert at(program) == "taste"

    def test_the_number_row_of_a_french_keyboard_needs_no_shift(self, program: Program) -> None:
        hit(program, ".", "1", "2")
        line = find(program, "answer-line", QWidget)
        code = physical_keys._CODES["2"] + physical_keys._OFFSET
        e_acute = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Eacute, Qt.KeyboardModifier.NoModifier, code, 0, 0, "é")
        QCoreApplication.sendEvent(line, e_acute)
        assert sheet(program).said["light-headed"] == "2"

    def test_digits_of_other_scripts_count(self, program: Program) -> None:
        hit(program, ".", "1", "2")
        line = find(program, "answer-line", QWidget)
        three = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "٣")
        QCoreApplication.sendEvent(line, three)
        assert sheet(program).said["light-headed"] == "3"

    def test_esc_leaves_words_too(self, program: Program) -> None:
        go(program, "diary")
        go(program, "type-back")
        hit(program, ".", "0", "7")
        hit(program, "words:a night", "esc")
        assert program.session.locator.place == "diary"

    def test_a_shortcut_is_no_answer(self, program: Program) -> None:
        key(program, "Ctrl++")
        assert at(program) == "session"
        assert program.session.settings.text_percent == 125


class TestByFinger:
    def test_a_sheet_needs_no_key(self, program: Program) -> None:
        for name in ("answer-0", "answer-3", "answer-0", "answer-8", "answer-0", "answer-5"):
            tap(program, name)
        assert at(program) == "moment"
        for name in ("answer-2", "answer-1", "answer-empty", "answer-empty", "answer-2", "answer-1"):
            tap(program, name)
        assert at(program) == "light-headed"
        tap(program, "row-nausea")
        tap(program, "answer-0")
        tap(program, "part-3")
        tap(program, "answer-07")
        tap(program, "skip-part")
        assert isinstance(program.window.screen_shown, LookOverPage)

    def test_its_answers_are_those_of_the_paper(self, program: Program) -> None:
        for box, said in (
            ("03", ["1 In the session", "2 That evening", "3 The next morning", "4 Later", "No ring"]),
            ("04", ["1 I write", "2 A helper writes", "No ring"]),
            ("11", ["0 None", "1 Mild", "2 Moderate", "3 Severe", "No ring"]),
            ("08", ["1 Yes", "2 No", "No ring"]),
            ("61", [*map(str, range(11))]),
        ):
            hit(program, ".", *box)
            assert [button.text() for button in shown_answers(program)] == said
        hit(program, ".", "1", "1", "2")
        assert [button.text() for button in shown_answers(program)] == ["1 Yes", "2 No", "No ring"]

    def test_a_row_is_changed_from_the_last_look(self, program: Program) -> None:
        type_all(program, PLAIN)
        press(program, "row-tired")
        assert at(program) == "tired"

    def test_each_box_can_be_come_to(self, program: Program) -> None:
        hit(program, *"030805")
        come = set()
        for part in range(4):
            tap(program, f"part-{part}")
            while sheet(program).step.part == part and at(program) not in come:
                come.add(at(program))
                sheet(program).down()
                program.window.screen_shown._after(moved=True)
                if not isinstance(program.window.screen_shown, TypeBackPage):
                    break
            if not isinstance(program.window.screen_shown, TypeBackPage):
                break
        assert {name for name in come if name in ROW_CODES} | {"session", "day"} == {*ROW_CODES}


def shown_answers(program: Program) -> list[PickButton]:
    QCoreApplication.processEvents()
    return [button for button in program.window.findChildren(PickButton) if button.isVisible()]


def tap(program: Program, name: str) -> None:
    """Press as a finger does, a moment after whatever came before."""
    find(program, name).click()
    QCoreApplication.processEvents()


class TestAWarningSign:
    def test_is_answered_at_once_and_before_anything_is_saved(self, program: Program) -> None:
        hit(program, ".", "3", "1", "1")
        (panel,) = warnings(program)
        assert "112" in panel.accessibleName() or "emergency" in panel.accessibleName().lower()
        assert at(program) == "breathless.told"

    def test_that_was_not_there_is_not(self, program: Program) -> None:
        hit(program, ".", "3", "1", "0")
        assert not warnings(program)

    def test_taken_back_its_words_go(self, program: Program) -> None:
        hit(program, ".", "3", "1", "1", "back", "0")
        assert not warnings(program)

    @pytest.mark.parametrize("size", [(1366, 728), (480, 800), (360, 640)])
    def test_its_words_and_number_are_seen(self, program: Program, size: tuple[int, int]) -> None:
        program.window.resize(*size)
        hit(program, ".", "4", "7", "2")
        for __ in range(20):
            QCoreApplication.processEvents()
        (panel,) = warnings(program)
        seen = panel.visibleRegion().boundingRect()
        assert seen.top() == 0
        assert seen.height() >= min(panel.height(), 200)

    def test_it_is_there_when_the_sheet_is_found_again(self, program: Program) -> None:
        hit(program, ".", "3", "3", "2")
        go(program, "urgent")
        go(program, "type-back")
        assert len(warnings(program)) == 1

    def test_and_at_the_last_look(self, program: Program) -> None:
        hit(program, *"030805")
        hit(program, ".", "3", "3", "2")
        press(program, "look-over")
        assert len(warnings(program)) == 1


class TestNothingIsLost:
    def test_esc_goes_back_and_keeps_it(self, program: Program) -> None:
        go(program, "diary")
        go(program, "type-back")
        hit(program, "0", "3", "0", "esc")
        assert program.session.locator.place == "diary"
        go(program, "type-back")
        assert (at(program), sheet(program).said["session"], sheet(program).typed) == ("day", "03", "0")

    def test_it_goes_to_disk_at_each_pause(self, program: Program) -> None:
        hit(program, "0", "3")
        pause(program)
        draft = kept(program)
        assert draft is not None
        assert draft.sheet["session"] == "03"

    def test_after_a_restart_it_is_there_and_said(self, program: Program, open_program: OpenProgram) -> None:
        hit(program, *"030805", *"21")
        close(program)
        again = open_program()
        go(again, "type-back")
        assert "You began this on" in words_on_screen(again)
        assert at(again) == "temperature"
        press(again, "go-on")
        hit(again, "3")
        assert sheet(again).typed == "3"

    def test_the_next_day_nobody_asks_which_day_it_is_for(self, program: Program, clock: FixedClock) -> None:
        go(program, "log")
        go(program, "type-back")
        hit(program, *"030805")
        press(program, "leave")
        clock.now += dt.timedelta(days=1)
        go(program, "type-back")
        assert "Which day is it for?" not in words_on_screen(program)
        assert find(program, "go-on").isVisible()

    def test_where_one_was_is_kept_before_anything_is_typed(self, program: Program) -> None:
        hit(program, ".", "1", "1")
        program.session.next_theme()
        assert at(program) == "tingling"

    def test_in_a_diary_that_can_only_be_read_it_is_told_that_nothing_is_saved(
        self, had: None, open_program: OpenProgram
    ) -> None:
        program = open_program()
        assert program.diary.diary_session.state == "open"
        program.diary.diary_session.store._ledger.read_only = True
        go(program, "type-back")
        type_all(program, PLAIN)
        press(program, "save")
        assert isinstance(program.window.screen_shown, LookOverPage)
        assert sentence(program)

    def test_to_begin_anew_can_be_taken_back(self, program: Program, open_program: OpenProgram) -> None:
        hit(program, *"030805")
        press(program, "leave")
        go(program, "type-back")
        press(program, "begin-anew")
        assert at(program) == "session"
        press(program, "bring-back")
        assert at(program) == "moment"

    def test_a_change_of_look_loses_nothing(self, program: Program) -> None:
        hit(program, ".", "0", "7")
        hit(program, "words:a long night")
        program.session.next_theme()
        QCoreApplication.processEvents()
        assert sheet(program).said["note"] == "a long night"
        assert find(program, "sheet-words", QWidget).toPlainText() == "a long night"  # type: ignore[attr-defined]

    def test_what_is_being_tapped_waits_and_so_does_the_sheet(
        self, program: Program, data_dir: Path, tmp_path: Path
    ) -> None:
        go(program, "log")
        log(program, "effect-tired")
        press(program, "type-back")
        hit(program, *"030805")
        go(program, "log")
        assert find(program, "level-tired-1").isVisible()
        log(program, "level-tired-1", "began-during", "session-new-today", "save")
        assert isinstance(program.window.screen_shown, SavedPage)
        go(program, "log")
        go(program, "type-back")
        assert (at(program), sheet(program).said["day"]) == ("moment", "0805")

    def test_a_sheet_that_waits_while_nothing_is_tapped_is_on_disk(
        self, program: Program, open_program: OpenProgram
    ) -> None:
        hit(program, *"030805")
        go(program, "log")
        go(program, "home")
        close(program)
        again = open_program()
        go(again, "log")
        go(again, "type-back")
        assert (at(again), sheet(again).said["day"]) == ("moment", "0805")

    def test_no_other_course_begins_while_a_sheet_waits(self, program: Program) -> None:
        hit(program, *"030805")
        go(program, "log")
        with pytest.raises(WrongUsage, match="You have begun an entry"):
            program.diary.overview.begin_course()

    def test_what_cannot_be_saved_stays(self, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
        type_all(program, PLAIN)

        def full(*__: object) -> None:
            raise CannotWrite(Path("diary.db"), "no room")

        monkeypatch.setattr(DiaryStore, "save_entry", full)
        press(program, "save")
        assert isinstance(program.window.screen_shown, LookOverPage)
        assert sentence(program)
        monkeypatch.undo()
        press(program, "save")
        assert isinstance(program.window.screen_shown, SavedPage)


class TestTheLastLook:
    def test_says_all_of_it_in_words(self, program: Program) -> None:
        type_all(program, FULL)
        words = "\n".join([words_on_screen(program), *rows(program)])
        for said in (
            "Session 3, Friday 8 May 2026.",
            "When was it? The next morning",
            "Who writes? A helper writes",
            "Temperature, °C: 38.2 °C",
            "Tingling: 3 Severe · told the staff",
            "Something else: 3 Severe · told the staff · “cold feet”",
            "When did it begin? During the session",
            "Seeing: 10 of 10",
            "“It was a long night”",
        ):
            assert said in words

    def test_says_what_is_kept_where_there_is_no_ring(self, program: Program) -> None:
        type_all(program, Filled(moment=None, reporter=None, levels={"tired": 1}))
        words = words_on_screen(program)
        assert "When it was has no ring. It is kept as “Later”." in words
        assert "Who writes has no ring. It is kept as written by you." in words
        assert "When it began has no ring. It is kept as “I don’t know”." in words

    def test_esc_goes_back_to_the_rows(self, program: Program) -> None:
        type_all(program, FULL)
        QTest.keyClick(program.window, Qt.Key.Key_Escape)
        assert at(program) == "note"

    def test_without_a_day_nothing_can_be_saved(self, program: Program) -> None:
        hit(program, ".", "1", "1", "2")
        press(program, "look-over")
        assert not find(program, "save").isEnabled()
        assert "To save: type the day, box 02." in words_on_screen(program)
        press(program, "mend")
        assert at(program) == "day"

    def test_a_session_that_is_not_there_must_be_answered_first(self, program: Program) -> None:
        hit(program, *"041005", ".", "1", "1", "2")
        press(program, "look-over")
        assert "Session 4 on Sunday 10 May is not in your diary. Add it?" in words_on_screen(program)
        press(program, "mend")
        hit(program, "1")
        press(program, "look-over")
        assert find(program, "save").isEnabled()

    def test_when_and_who_alone_are_no_entry(self, program: Program) -> None:
        type_all(program, Filled())
        assert not find(program, "save").isEnabled()


def rows(program: Program) -> Iterable[str]:
    from tpe_guide.ui.diary.type_back.sheet_row import SheetRow

    return [row.text() for row in program.window.findChildren(SheetRow) if row.isVisibleTo(program.window)]


class TestAScreenReader:
    def test_hears_each_row_as_it_comes(self, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
        hit(program, *"030805")
        heard = listen(monkeypatch)
        hit(program, "2", ".", "1", "1", "0")
        assert heard == [
            "Box 04, Who writes?: 1 or 2. Enter if there is no ring.",
            "Type the number of the box.",
            "Box 11, Tingling: 0 to 3. Enter if there is no ring.",
            "Box 12, Light-headed: 0 to 3. Enter if there is no ring.",
        ]

    def test_hears_what_is_not_taken(self, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
        hit(program, ".", "1", "1")
        heard = listen(monkeypatch)
        hit(program, "4")
        assert heard == ["Type a number from 0 to 3. Enter if there is no ring."]

    def test_hears_of_a_warning_sign_before_the_next_row(
        self, program: Program, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        hit(program, ".", "3", "1")
        heard = listen(monkeypatch)
        hit(program, "1")
        assert "Call your emergency number now" in heard[0]
        assert heard[1].startswith("Box 31, Short of breath: Told staff?")


def test_no_part_of_a_screen_ever_shows_as_a_window(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    windows = []
    shown = QWidget.setVisible

    def show(self: QWidget, visible: bool) -> None:
        if visible and self.isWindow():
            windows.append(self)
        shown(self, visible)

    monkeypatch.setattr(QWidget, "setVisible", show)
    monkeypatch.setattr(QWidget, "show", lambda self: show(self, visible=True))
    for place in ("log", "keeping", "type-back"):
        go(program, place)
    hit(program, ".", "3", "1", "2")
    press(program, "look-over")
    press(program, "type-on")
    press(program, "leave")
    go(program, "type-back")
    assert not windows


class TestWaysToIt:
    @pytest.mark.parametrize("place", ["log", "keeping"])
    def test_from_the_log_and_from_files(self, had: None, open_program: OpenProgram, place: str) -> None:
        program = open_program()
        go(program, place)  # type: ignore[arg-type]
        find(program, "type-back").click()
        assert program.session.locator == Locator("type-back")

    def test_a_locked_diary_is_opened_first(self, open_program: OpenProgram, data_dir: Path) -> None:
        put_demo_diary(data_dir, PASSCODE)
        program = open_program()
        go(program, "type-back")
        type_in(program, "passcode", PASSCODE)
        press(program, "open-diary")
        assert isinstance(program.window.screen_shown, TypeBackPage)

    def test_without_a_diary_one_is_begun_first(self, open_program: OpenProgram) -> None:
        program = open_program()
        go(program, "type-back")
        press(program, "start-without")
        assert isinstance(program.window.screen_shown, TypeBackPage)

    def test_a_kiosk_has_none(self, open_program: OpenProgram) -> None:
        program = open_program(KIOSK)
        assert "type-back" not in program.diary.makers()

    def test_the_log_is_still_the_log(self, program: Program) -> None:
        hit(program, *"030805")
        go(program, "log")
        assert isinstance(program.window.screen_shown, LogPage)
        assert not program.diary.diary_session.drafts.draft.sheet


def test_large_letters_change_nothing(had: None, open_program: OpenProgram) -> None:
    program = open_program(chosen=Settings(text_percent=400), size=(480, 800))
    go(program, "type-back")
    type_all(program, PLAIN)
    assert isinstance(program.window.screen_shown, LookOverPage)


def test_the_year_is_shown_and_asked(program: Program) -> None:
    hit(program, *"031505")
    assert "That is Thursday 15 May 2025, 364 days ago. Is that right?" in words_on_screen(program)
    assert sheet(program).day == dt.date(2025, 5, 15)
