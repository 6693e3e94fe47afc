"""Urgent help: the numbers first, each in its card, and the one of the own unit written in where it is missed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from tests.ui.diaries import words_on_screen
from tests.ui.programs import OpenProgram, find, go, key, press, shown_names
from tests.ui.readers import listen
from tpe_guide.app import Program
from tpe_guide.clinic_pack.clinic import Clinic
from tpe_guide.guide.clinic_file import FILE
from tpe_guide.policy import CLINIC, HOME, KIOSK, Policy
from tpe_guide.settings import Settings
from tpe_guide.ui.kit.scrolling import main_area
from tpe_guide.ui.unit.call import LARGE
from tpe_guide.ui.unit.tier_card import TierCard
from tpe_guide.ui.unit.urgent import UrgentPage

LAPTOP = (1366, 728)
NUMBER = "020 7946 0958"
NO_NUMBER = "The number your unit gave you"


def urgent(program: Program) -> UrgentPage:
    go(program, "urgent")
    screen = program.window.screen_shown
    assert isinstance(screen, UrgentPage)
    return screen


def cards(page: UrgentPage) -> list[QRect]:
    """Where they stand: emergency, the unit now, the unit today."""
    return [QRect(card.mapTo(page, QPoint()), card.size()) for card in page.findChildren(TierCard)]


def label(page: QWidget, words: str) -> QLabel:
    """The first one that says *words*."""
    return next(each for each in page.findChildren(QLabel) if each.text() == words and each.isVisible())


def write(program: Program, words: str) -> None:
    line = find(program, "unit-phone", QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, words)
    press(program, "save-unit-phone")


def fill_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """No file gets its name any more."""

    def full(*__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)


def on_disk(data_dir: Path) -> str | None:
    file = data_dir / FILE
    return json.loads(file.read_bytes())["details"].get("unit-phone") if file.exists() else None


class TestWhereItStands:
    def test_on_a_laptop_both_numbers_are_seen_at_once_side_by_side(self, open_program: OpenProgram) -> None:
        program = open_program(size=LAPTOP)
        program.unit.fill_in("unit-phone", NUMBER)
        page = urgent(program)
        emergency, now, today = cards(page)
        assert (emergency.top(), emergency.height()) == (now.top(), now.height())
        assert emergency.right() < now.left()
        assert emergency.width() == now.width()
        assert today.top() > emergency.bottom()
        assert (today.left(), today.right()) == (emergency.left(), now.right())
        area = main_area(page)
        assert area is not None
        assert area.verticalScrollBar().value() == 0
        for number in ("112, 911 or 999", NUMBER):
            shown = label(page, number)
            assert shown.font().pixelSize() == LARGE.px == 38
            assert shown.font().bold()
            assert area.viewport().rect().contains(QRect(shown.mapTo(area.viewport(), QPoint()), shown.size()))

    @pytest.mark.parametrize(
        ("size", "percent"), [((480, 800), 100), ((360, 640), 100), (LAPTOP, 200), ((480, 800), 200), ((360, 640), 400)]
    )
    def test_where_there_is_less_room_they_stack_the_emergency_first(
        self, open_program: OpenProgram, size: tuple[int, int], percent: int
    ) -> None:
        program = open_program(size=size, chosen=Settings(text_percent=percent))
        program.unit.fill_in("unit-phone", NUMBER)
        page = urgent(program)
        emergency, now, today = cards(page)
        assert emergency.bottom() < now.top() < now.bottom() < today.top()
        area = main_area(page)
        assert area is not None
        assert area.horizontalScrollBar().maximum() == 0
        numbers = [each for each in page.findChildren(QLabel) if each.text() in ("112, 911 or 999", NUMBER)]
        for number, card in zip(numbers, (emergency, now, today), strict=True):
            below_the_top = number.mapTo(page, QPoint()).y() - card.top()
            assert below_the_top < 0.4 * card.height()

    def test_what_cannot_wait_for_the_call_stands_above_in_the_words_of_the_cards(
        self, open_program: OpenProgram
    ) -> None:
        program = open_program(size=LAPTOP)
        page = urgent(program)
        for sign in ("heavy-bleeding", "line-out"):
            row = program.diary.catalogue.signs[sign].row
            assert label(page, f"{row} Then call.").mapTo(page, QPoint()).y() < cards(page)[0].top()
            assert label(page, row)
        program.window.resize(480, 800)
        assert "Then call." not in words_on_screen(program)

    def test_it_never_pushes_the_numbers_out_of_sight(self, open_program: OpenProgram) -> None:
        program = open_program(size=LAPTOP, chosen=Settings(text_percent=150))
        urgent(program)
        assert "Then call." not in words_on_screen(program)

    def test_the_signs_for_today_stand_in_two_columns_and_are_one_stop(self, open_program: OpenProgram) -> None:
        program = open_program(size=LAPTOP)
        page = urgent(program)
        rows = program.diary.catalogue.urgent.today.signs
        places = [label(page, row).mapTo(page, QPoint()) for row in rows]
        half = len(rows) // 2
        assert len({place.x() for place in places[:half]}) == len({place.x() for place in places[half:]}) == 1
        assert places[0].y() == places[half].y()
        assert [place.y() for place in places[:half]] == sorted(place.y() for place in places[:half])
        assert "; ".join(rows) in [each.accessibleName() for each in page.findChildren(QWidget)]

    def test_the_numbers_begin_where_reading_begins(self, open_program: OpenProgram) -> None:
        program = open_program(size=LAPTOP)
        program.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        page = urgent(program)
        emergency, now, __ = cards(page)
        assert emergency.left() > now.right()


@pytest.mark.parametrize(
    ("size", "percent"),
    [
        ((1366, 728), 200),
        ((1366, 728), 400),
        ((480, 800), 400),
        ((360, 640), 400),
        ((640, 340), 100),
        ((640, 340), 400),
    ],
)
def test_the_emergency_number_is_seen_at_once_however_large_the_letters(
    open_program: OpenProgram, size: tuple[int, int], percent: int
) -> None:
    page = urgent(open_program(size=size, chosen=Settings(text_percent=percent)))
    number = label(page, "112, 911 or 999")
    assert number.visibleRegion().boundingRect().height() == number.height()


class TestNoNumberYet:
    def test_it_is_added_in_the_card_and_stands_there(self, open_program: OpenProgram, data_dir: Path) -> None:
        program = open_program(size=LAPTOP)
        page = urgent(program)
        assert words_on_screen(program).count(NO_NUMBER) == 2  # now, and today
        assert find(program, "add-unit-phone").height() >= 52
        press(program, "add-unit-phone")
        line = find(program, "unit-phone", QLineEdit)
        assert program.window.focusWidget() is line
        assert line.accessibleName() == "Number to call by day"
        assert cards(page)[1].contains(line.mapTo(page, QPoint()))
        assert "add-unit-phone" not in shown_names(program)
        write(program, NUMBER)
        assert on_disk(data_dir) == NUMBER
        assert NO_NUMBER not in words_on_screen(program)
        assert label(page, NUMBER).font().pixelSize() == LARGE.px
        assert words_on_screen(program).count(NUMBER) == 2
        assert not [each for each in page.findChildren(QLineEdit) if each.isVisible()]

    def test_whoever_hears_the_guide_is_told(self, open_program: OpenProgram, monkeypatch: pytest.MonkeyPatch) -> None:
        program = open_program()
        urgent(program)
        press(program, "add-unit-phone")
        heard = listen(monkeypatch)
        write(program, NUMBER)
        focused = program.window.focusWidget()
        assert focused is not None
        assert focused.accessibleName() == f"Call your unit now, at night too. {NUMBER}. Do not wait until tomorrow."
        assert heard == ["Saved"]
        assert "Saved" in words_on_screen(program)

    def test_in_a_small_window_the_field_and_then_the_number_come_into_sight(self, open_program: OpenProgram) -> None:
        program = open_program(size=(480, 800), chosen=Settings(text_percent=200))
        page = urgent(program)
        area = main_area(page)
        assert area is not None
        press(program, "add-unit-phone")
        for __ in range(10):
            QCoreApplication.processEvents()
        line = find(program, "unit-phone", QLineEdit)
        assert 0 <= line.mapTo(area.viewport(), QPoint()).y() <= area.viewport().height() - line.height()
        write(program, NUMBER)
        for __ in range(10):
            QCoreApplication.processEvents()
        assert 0 <= label(page, NUMBER).mapTo(area.viewport(), QPoint()).y() < area.viewport().height()

    def test_by_keys_alone(self, open_program: OpenProgram, data_dir: Path) -> None:
        program = open_program()
        urgent(program)
        find(program, "add-unit-phone").setFocus()
        QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_Space)
        line = find(program, "unit-phone", QLineEdit)
        QTest.keyClicks(line, NUMBER)
        assert on_disk(data_dir) is None
        QTest.keyClick(line, Qt.Key.Key_Tab)
        assert program.window.focusWidget() is find(program, "save-unit-phone")
        QTest.keyClick(line, Qt.Key.Key_Return)
        assert on_disk(data_dir) == NUMBER

    def test_what_is_no_number_is_said_and_the_field_stays(self, open_program: OpenProgram, data_dir: Path) -> None:
        program = open_program()
        urgent(program)
        press(program, "add-unit-phone")
        write(program, "call us")
        assert "Please write a number to call, such as 01632 960 123." in words_on_screen(program)
        assert program.window.focusWidget() is find(program, "unit-phone", QLineEdit)
        assert on_disk(data_dir) is None
        write(program, NUMBER)
        assert on_disk(data_dir) == NUMBER

    def test_a_full_disk_is_said_and_the_number_holds_for_now(
        self, open_program: OpenProgram, data_dir: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        program = open_program()
        urgent(program)
        press(program, "add-unit-phone")
        fill_disk(monkeypatch)
        write(program, NUMBER)
        monkeypatch.undo()
        words = words_on_screen(program).split("\n")
        assert "Not saved on this computer" in words
        assert "Saved" not in words
        assert NUMBER in words
        assert find(program, "banner-close").isVisible()
        assert on_disk(data_dir) is None

    def test_nothing_written_stores_nothing_and_is_said(self, open_program: OpenProgram, data_dir: Path) -> None:
        program = open_program()
        urgent(program)
        press(program, "add-unit-phone")
        press(program, "save-unit-phone")
        assert "Write the number first." in words_on_screen(program).split("\n")
        assert program.window.focusWidget() is find(program, "unit-phone", QLineEdit)
        assert find(program, "cancel-unit-phone").accessibleName() == "Do not add it"
        press(program, "cancel-unit-phone")
        assert "add-unit-phone" in shown_names(program)
        assert on_disk(data_dir) is None


def change(program: Program, words: str) -> None:
    """Somebody opens the field of the number that is there, and types *words* over it; nothing is pressed yet."""
    press(program, "change-unit-phone")
    line = find(program, "unit-phone", QLineEdit)
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    QTest.keyClicks(line, words)


def is_open(program: Program) -> bool:
    QCoreApplication.processEvents()
    lines = program.window.findChildren(QLineEdit, "unit-phone")
    return any(line.isVisible() for line in lines)


class TestOnlySaveStores:
    """A number is never taken away or replaced without a press that says so."""

    @pytest.mark.parametrize("words", ["", "077"])
    def test_esc_puts_the_old_one_back_and_closes_the_field(
        self, open_program: OpenProgram, data_dir: Path, words: str
    ) -> None:
        program = open_program()
        program.unit.fill_in("unit-phone", NUMBER)
        page = urgent(program)
        change(program, words)
        QTest.keyClick(find(program, "unit-phone", QLineEdit), Qt.Key.Key_Escape)
        assert program.session.locator.place == "urgent"
        assert not is_open(program)
        assert on_disk(data_dir) == program.unit.word("unit-phone") == NUMBER
        assert program.window.focusWidget() is find(program, "change-unit-phone")
        assert label(page, NUMBER)
        go(program, "home")
        urgent(program)
        assert not is_open(program)

    def test_so_does_a_press(self, open_program: OpenProgram, data_dir: Path) -> None:
        program = open_program()
        program.unit.fill_in("unit-phone", NUMBER)
        urgent(program)
        change(program, "077")
        cancel = find(program, "cancel-unit-phone")
        assert cancel.accessibleName() == "Keep the old number"
        assert cancel.height() >= 52
        press(program, "cancel-unit-phone")
        assert not is_open(program)
        assert on_disk(data_dir) == NUMBER
        press(program, "change-unit-phone")
        assert find(program, "unit-phone", QLineEdit).text() == NUMBER

    @pytest.mark.parametrize("keys", ["Ctrl++", "Ctrl+-", "F8"])
    @pytest.mark.parametrize("words", ["", "077", "call us"])
    def test_a_change_of_look_keeps_what_is_half_typed_in_the_field(
        self, open_program: OpenProgram, data_dir: Path, keys: str, words: str
    ) -> None:
        program = open_program(chosen=Settings(text_percent=150))
        program.unit.fill_in("unit-phone", NUMBER)
        urgent(program)
        change(program, words)
        key(program, keys)
        line = find(program, "unit-phone", QLineEdit)
        assert line.text() == words
        assert program.window.focusWidget() is line
        assert on_disk(data_dir) == program.unit.word("unit-phone") == NUMBER

    @pytest.mark.parametrize("words", ["", "077"])
    def test_so_does_leaving_and_coming_back(self, open_program: OpenProgram, data_dir: Path, words: str) -> None:
        program = open_program()
        program.unit.fill_in("unit-phone", NUMBER)
        urgent(program)
        change(program, words)
        go(program, "home")
        assert on_disk(data_dir) == program.unit.word("unit-phone") == NUMBER
        urgent(program)
        line = find(program, "unit-phone", QLineEdit)
        assert line.text() == words
        assert program.window.focusWidget() is line
        write(program, "01632 960 123")
        assert on_disk(data_dir) == "01632 960 123"
        go(program, "home")
        urgent(program)
        assert not is_open(program)

    def test_a_field_in_which_nothing_was_typed_lets_the_numbers_come_first(self, open_program: OpenProgram) -> None:
        program = open_program()
        urgent(program)
        press(program, "add-unit-phone")
        key(program, "Ctrl++")
        assert program.window.focusWidget() is find(program, "unit-phone", QLineEdit)
        go(program, "home")
        page = urgent(program)
        assert program.window.focusWidget() is page.first_focus() is not find(program, "unit-phone", QLineEdit)

    def test_closing_the_window_stores_nothing(self, open_program: OpenProgram, data_dir: Path) -> None:
        program = open_program()
        program.unit.fill_in("unit-phone", NUMBER)
        urgent(program)
        change(program, "077")
        program.window.close()
        assert on_disk(data_dir) == program.unit.word("unit-phone") == NUMBER

    def test_an_emptied_field_takes_no_number_away(self, open_program: OpenProgram, data_dir: Path) -> None:
        program = open_program()
        program.unit.fill_in("unit-phone", NUMBER)
        page = urgent(program)
        change(program, "")
        QTest.keyClick(find(program, "unit-phone", QLineEdit), Qt.Key.Key_Return)
        assert "Write the number first." in words_on_screen(program).split("\n")
        assert is_open(program)
        assert label(page, NUMBER)
        assert on_disk(data_dir) == NUMBER


UNSAVED = "Not saved on this computer"


class TestNotOnTheDisk:
    """What holds only for now is said for as long as that is true, and each *Save* tries the disk again."""

    @pytest.fixture
    def program(self, open_program: OpenProgram, monkeypatch: pytest.MonkeyPatch) -> Program:
        """With a number that could not be saved; the disk is still full."""
        program = open_program()
        urgent(program)
        press(program, "add-unit-phone")
        fill_disk(monkeypatch)
        write(program, NUMBER)
        assert UNSAVED in words_on_screen(program).split("\n")
        return program

    def test_the_same_number_is_tried_again_and_said_again(self, program: Program, data_dir: Path) -> None:
        press(program, "change-unit-phone")
        assert UNSAVED in words_on_screen(program).split("\n")
        QTest.keyClick(find(program, "unit-phone", QLineEdit), Qt.Key.Key_Return)
        assert not is_open(program)
        assert UNSAVED in words_on_screen(program).split("\n")
        assert on_disk(data_dir) is None

    def test_it_is_saved_once_there_is_room(
        self, program: Program, data_dir: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.undo()
        press(program, "change-unit-phone")
        QTest.keyClick(find(program, "unit-phone", QLineEdit), Qt.Key.Key_Return)
        assert not is_open(program)
        assert on_disk(data_dir) == NUMBER
        words = words_on_screen(program).split("\n")
        assert "Saved" in words
        assert UNSAVED not in words

    def test_keeping_the_number_keeps_the_notice(self, program: Program) -> None:
        press(program, "change-unit-phone")
        QTest.keyClick(find(program, "unit-phone", QLineEdit), Qt.Key.Key_Escape)
        assert not is_open(program)
        assert UNSAVED in words_on_screen(program).split("\n")

    def test_the_notice_is_there_again_after_coming_back(self, program: Program) -> None:
        go(program, "home")
        urgent(program)
        assert UNSAVED in words_on_screen(program).split("\n")
        key(program, "Ctrl++")
        assert UNSAVED in words_on_screen(program).split("\n")

    def test_it_stands_in_the_unit_s_details_too_and_goes_with_what_is_saved_there(
        self, program: Program, data_dir: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        go(program, "unit")
        assert words_on_screen(program).split("\n").count(UNSAVED) == 1
        monkeypatch.undo()
        program.unit.fill_in("out-of-hours", "999")  # one file for all of it
        assert on_disk(data_dir) == NUMBER
        urgent(program)
        assert UNSAVED not in words_on_screen(program).split("\n")


class TestWrong:
    SENTENCE = "Please write a number to call, such as 01632 960 123."

    def test_whoever_hears_the_field_hears_what_is_wrong_with_it(self, open_program: OpenProgram) -> None:
        program = open_program()
        urgent(program)
        press(program, "add-unit-phone")
        line = find(program, "unit-phone", QLineEdit)
        example = line.accessibleDescription()
        QTest.keyClicks(line, "call us")
        QTest.keyClick(line, Qt.Key.Key_Return)
        assert line.accessibleDescription() == f"{self.SENTENCE} {example}"
        line.clear()
        QTest.keyClick(line, Qt.Key.Key_Return)
        assert line.accessibleDescription() == f"Write the number first. {example}"

    @pytest.mark.parametrize(("size", "percent"), [((480, 800), 200), ((360, 640), 200), (LAPTOP, 200), (LAPTOP, 100)])
    def test_the_whole_sentence_comes_into_sight(
        self, open_program: OpenProgram, size: tuple[int, int], percent: int
    ) -> None:
        program = open_program(size=size, chosen=Settings(text_percent=percent))
        page = urgent(program)
        press(program, "add-unit-phone")
        line = find(program, "unit-phone", QLineEdit)
        QTest.keyClicks(line, "call us")
        QTest.keyClick(line, Qt.Key.Key_Return)
        for __ in range(10):
            QCoreApplication.processEvents()
        area, shown = main_area(page), label(page, self.SENTENCE)
        assert area is not None
        top = shown.mapTo(area.viewport(), QPoint()).y()
        assert 0 <= top <= area.viewport().height() - shown.height()


class TestPasted:
    def test_what_is_too_long_is_never_cut(self, open_program: OpenProgram, data_dir: Path) -> None:
        program = open_program()
        program.unit.fill_in("unit-phone", NUMBER)
        urgent(program)
        press(program, "change-unit-phone")
        line = find(program, "unit-phone", QLineEdit)
        pasted = "Plasma exchange day unit, call 01632 960 123"
        line.selectAll()
        line.insert(pasted)
        press(program, "save-unit-phone")
        assert "Please write at most 40 characters, not 44." in words_on_screen(program)
        assert line.text() == pasted
        assert is_open(program)
        assert on_disk(data_dir) == NUMBER

    @pytest.mark.parametrize("mark", ["\u200b", "\u202e", "\u2060", "\ufeff", "\x07"])
    def test_marks_that_nobody_sees_are_left_out(self, open_program: OpenProgram, data_dir: Path, mark: str) -> None:
        program = open_program()
        urgent(program)
        press(program, "add-unit-phone")
        find(program, "unit-phone", QLineEdit).insert(f"{mark}020\u00a07946{mark} 0958{mark}")
        press(program, "save-unit-phone")
        assert on_disk(data_dir) == program.unit.word("unit-phone") == NUMBER

    def test_raised_digits_are_no_number(self, open_program: OpenProgram, data_dir: Path) -> None:
        program = open_program()
        urgent(program)
        press(program, "add-unit-phone")
        find(program, "unit-phone", QLineEdit).insert("m²³")
        press(program, "save-unit-phone")
        assert "Please write a number to call, such as 01632 960 123." in words_on_screen(program)
        assert on_disk(data_dir) is None


class TestWithANumber:
    def test_it_can_be_changed(self, open_program: OpenProgram, data_dir: Path) -> None:
        program = open_program()
        program.unit.fill_in("unit-phone", NUMBER)
        urgent(program)
        assert "add-unit-phone" not in shown_names(program)
        press(program, "change-unit-phone")
        assert find(program, "unit-phone", QLineEdit).text() == NUMBER
        write(program, "999")
        assert on_disk(data_dir) == "999"

    def test_saved_as_it_was_it_closes_and_says_nothing(self, open_program: OpenProgram, data_dir: Path) -> None:
        program = open_program()
        program.unit.fill_in("unit-phone", NUMBER)
        urgent(program)
        press(program, "change-unit-phone")
        press(program, "save-unit-phone")
        assert not is_open(program)
        assert "Saved" not in words_on_screen(program).split("\n")
        assert on_disk(data_dir) == NUMBER

    def test_one_given_by_the_clinic_is_only_shown(self, open_program: OpenProgram, tmp_path: Path) -> None:
        program = open_program()
        ours = tmp_path / "ours.json"
        ours.write_text(json.dumps({"format": "tpe-guide-clinic", "version": 1, "details": {"unit-phone": NUMBER}}))
        program.unit.__dict__["clinic"] = Clinic(tmp_path / "data", program.library.slots, ours)
        urgent(program)
        words = words_on_screen(program)
        assert NUMBER in words
        assert "Filled in by your clinic." in words
        assert not {"add-unit-phone", "change-unit-phone"} & shown_names(program)
        assert "more-of-unit" in shown_names(program)

    def test_a_clinic_s_shared_computer_forgets_and_says_so(self, open_program: OpenProgram, data_dir: Path) -> None:
        program = open_program(CLINIC)
        urgent(program)
        press(program, "add-unit-phone")
        write(program, NUMBER)
        assert "Noted until the guide is closed" in words_on_screen(program)
        assert not data_dir.exists()

    def test_it_comes_with_the_next_change_elsewhere(self, open_program: OpenProgram) -> None:
        program = open_program()
        page = urgent(program)
        program.unit.fill_in("unit-phone", NUMBER)
        assert label(page, NUMBER)


@pytest.mark.parametrize(("policy", "said"), [(HOME, True), (KIOSK, False)], ids=["home", "kiosk"])
def test_who_answers_no_call_is_no_matter_where_the_staff_are_in_the_room(
    open_program: OpenProgram, policy: Policy, said: bool
) -> None:
    program = open_program(policy)
    page = urgent(program)
    words = [label.text() for label in page.findChildren(QLabel)]
    assert (program.diary.catalogue.urgent.note in words) is said
    assert ("112, 911 or 999" in words) is said
    assert ("add-unit-phone" in shown_names(program)) is said
    assert any("Then call." in each for each in words) is said


def test_every_sign_stands_there_in_the_order_of_the_table(open_program: OpenProgram) -> None:
    program = open_program()
    key(program, "F9")
    page = program.window.screen_shown
    assert isinstance(page, UrgentPage)
    catalogue = program.diary.catalogue
    rows = [catalogue.filled(row, {}) for row in catalogue.urgent.emergency.signs]
    rows += [*catalogue.urgent.now.signs, *catalogue.urgent.today.signs]
    shown = [each.text() for card in page.findChildren(TierCard) for each in card.findChildren(QLabel)]
    assert [words for words in shown if words in rows] == rows
