"""Your unit's details: written in once, kept at once, shown as the unit's own words wherever they are needed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.clinic_pack.at_once import AtOnce
from tests.ui.diaries import put_demo_diary, words_on_screen
from tests.ui.programs import OpenProgram, find, go, press, shown_names
from tpe_guide.app import Program
from tpe_guide.clinic_pack.clinic import Clinic
from tpe_guide.clinic_pack.watch import PackWatch
from tpe_guide.guide.clinic_file import FILE
from tpe_guide.kiosk_app import make_kiosk
from tpe_guide.navigation import Locator
from tpe_guide.policy import CLINIC, KIOSK
from tpe_guide.settings import Settings
from tpe_guide.ui.guide.help_card import HelpCard
from tpe_guide.ui.kiosk.kiosk_window import KioskWindow
from tpe_guide.ui.reading.reading_view import ReadingView
from tpe_guide.ui.shell.main_window import MainWindow
from tpe_guide.ui.unit.unit import UnitPage
from tpe_guide.ui.unit.urgent import UrgentPage

NUMBER, NIGHT = "020 7946 0958", "01632 960 456, ask for the ward"
BLEEDING = "Press for 10 minutes without looking."


def on_disk(data_dir: Path) -> dict[str, str]:
    details: dict[str, str] = json.loads((data_dir / FILE).read_bytes())["details"]
    return details


def line(program: Program, slot: str) -> QLineEdit:
    return find(program, slot, QLineEdit)


def box(program: Program, slot: str) -> QPlainTextEdit:
    return find(program, slot, QPlainTextEdit)


def write(program: Program, slot: str, words: str) -> None:
    """Type *words* and go on to the next field."""
    editor = find(program, slot, QWidget)
    editor.setFocus()
    QTest.keyClicks(editor, words)
    find(program, "go-back", QWidget).setFocus()


def page_text(program: Program, page: str) -> str:
    go(program, "page", page)
    program.session.set_depth("full")
    return find(program, "reading-view", ReadingView).toPlainText()


class TestWritingIn:
    @pytest.mark.parametrize(("place", "button"), [("urgent", "more-of-unit"), ("look", "to-unit")])
    def test_the_way_there_and_back(self, open_program: OpenProgram, place: str, button: str) -> None:
        program = open_program()
        go(program, place)  # type: ignore[arg-type]
        press(program, button)
        assert isinstance(program.window.screen_shown, UnitPage)
        press(program, "go-back")
        assert program.session.locator.place == place

    def test_there_is_a_field_with_an_example_for_each_slot(self, open_program: OpenProgram) -> None:
        program = open_program()
        go(program, "unit")
        words = words_on_screen(program)
        for slot in program.library.slots.values():
            assert slot.what in words
            assert slot.example in words
            assert find(program, slot.id, QWidget).accessibleName() == slot.what

    def test_it_is_on_the_disk_when_the_field_is_left(self, open_program: OpenProgram, data_dir: Path) -> None:
        program = open_program()
        go(program, "unit")
        write(program, "unit-phone", NUMBER)
        assert on_disk(data_dir)["unit-phone"] == NUMBER
        assert "Saved" in words_on_screen(program)

    def test_or_a_moment_after_the_last_key(self, open_program: OpenProgram, data_dir: Path, qtbot: QtBot) -> None:
        program = open_program()
        go(program, "unit")
        QTest.keyClicks(box(program, "bleeding"), BLEEDING)
        qtbot.waitUntil((data_dir / FILE).exists)
        assert on_disk(data_dir)["bleeding"] == BLEEDING

    def test_or_when_the_page_goes_with_words_half_typed(self, open_program: OpenProgram, data_dir: Path) -> None:
        program = open_program()
        go(program, "unit")
        QTest.keyClicks(box(program, "bleeding"), BLEEDING)
        go(program, "home")
        assert on_disk(data_dir)["bleeding"] == BLEEDING

    def test_undo_brings_back_what_was_there(self, open_program: OpenProgram, data_dir: Path) -> None:
        program = open_program()
        program.unit.fill_in("unit-phone", NUMBER)
        go(program, "unit")
        assert "undo-unit-phone" not in shown_names(program)
        write(program, "unit-phone", "99")
        assert on_disk(data_dir)["unit-phone"] == NUMBER + "99"
        press(program, "undo-unit-phone")
        assert line(program, "unit-phone").text() == NUMBER
        assert on_disk(data_dir)["unit-phone"] == NUMBER
        assert "undo-unit-phone" not in shown_names(program)

    def test_what_cannot_stand_there_is_said_and_what_was_saved_stays(
        self, open_program: OpenProgram, data_dir: Path
    ) -> None:
        program = open_program()
        go(program, "unit")
        write(program, "unit-phone", NUMBER)
        line(program, "unit-phone").clear()
        write(program, "unit-phone", "call us")
        assert "Please write a number to call, such as 01632 960 123." in words_on_screen(program)
        assert on_disk(data_dir)["unit-phone"] == NUMBER

    def test_a_number_just_begun_outlives_a_change_of_colours(self, open_program: OpenProgram, data_dir: Path) -> None:
        """The computer may turn dark while somebody still looks for the rest of it."""
        program = open_program()
        go(program, "unit")
        find(program, "unit-phone", QLineEdit).setFocus()
        QTest.keyClicks(program.window.focusWidget(), "+")
        program.session.next_theme()
        assert find(program, "unit-phone", QLineEdit).text() == "+"
        QTest.keyClicks(program.window.focusWidget(), "44 1632 960 123")
        find(program, "go-back").setFocus()
        assert program.unit.word("unit-phone") == "+44 1632 960 123"
        program.unit.fill_in("unit-phone", "01632 960 999")
        program.session.next_theme()
        assert find(program, "unit-phone", QLineEdit).text() == "01632 960 999"

    def test_lines_become_one_and_too_many_words_are_said(self, open_program: OpenProgram, data_dir: Path) -> None:
        program = open_program()
        go(program, "unit")
        box(program, "fluid").setPlainText("We use\nalbumin.\t")
        go(program, "home")
        assert on_disk(data_dir)["fluid"] == "We use albumin."
        go(program, "unit")
        box(program, "fluid").setPlainText("x" * 400)
        box(program, "schedule").setFocus()
        find(program, "go-back", QWidget).setFocus()
        go(program, "home")
        assert on_disk(data_dir)["fluid"] == "We use albumin."

    def test_a_pasted_number_that_is_too_long_is_not_cut(self, open_program: OpenProgram, data_dir: Path) -> None:
        program = open_program()
        program.unit.fill_in("unit-phone", NUMBER)
        go(program, "unit")
        pasted = "Plasma exchange day unit, call 01632 960 123"
        line(program, "unit-phone").clear()
        write(program, "unit-phone", pasted)
        assert "Please write at most 40 characters, not 44." in words_on_screen(program)
        assert line(program, "unit-phone").text() == pasted
        assert on_disk(data_dir)["unit-phone"] == NUMBER

    def test_a_full_disk_is_said_and_the_words_hold_for_now(
        self, open_program: OpenProgram, data_dir: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        program = open_program()
        go(program, "unit")

        def full(*__: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(Path, "replace", full)
        write(program, "unit-phone", NUMBER)
        monkeypatch.undo()
        assert "Not saved on this computer" in words_on_screen(program)
        assert find(program, "banner-close").isVisible()
        assert program.unit.word("unit-phone") == NUMBER
        assert not (data_dir / FILE).exists()

    def test_a_clinic_s_shared_computer_forgets(self, open_program: OpenProgram, data_dir: Path) -> None:
        program = open_program(CLINIC)
        go(program, "unit")
        write(program, "unit-phone", NUMBER)
        assert "Noted until the guide is closed" in words_on_screen(program)
        assert program.unit.word("unit-phone") == NUMBER
        assert not data_dir.exists()

    def test_a_kiosk_has_no_such_page(self, open_program: OpenProgram) -> None:
        program = open_program(KIOSK)
        go(program, "look")
        assert "to-unit" not in shown_names(program)
        go(program, "urgent")
        assert "more-of-unit" not in shown_names(program)
        assert "unit" not in program.screens.makers()


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_cut_off_in_a_narrow_window(open_program: OpenProgram, percent: int) -> None:
    program = open_program(size=(480, 800), chosen=Settings(text_percent=percent))
    go(program, "unit")
    write(program, "unit-phone", NUMBER)
    write(program, "out-of-hours", "ask")
    QCoreApplication.processEvents()
    screen = program.window.screen_shown
    assert screen is not None
    for widget in screen.findChildren(QWidget):
        if widget.isVisible():
            right = widget.mapTo(program.window, widget.rect().topRight()).x()
            assert right < 480, f"{type(widget).__name__} {widget.objectName()} ends at {right}"


class TestOneNumber:
    def test_of_an_older_version_is_still_there_and_moves_with_the_first_change(
        self, open_program: OpenProgram, data_dir: Path
    ) -> None:
        program = open_program(chosen=Settings(unit_phone=NUMBER))
        go(program, "unit")
        assert line(program, "unit-phone").text() == NUMBER
        write(program, "out-of-hours", NIGHT)
        assert on_disk(data_dir) == {"unit-phone": NUMBER, "out-of-hours": NIGHT}
        assert program.session.settings.unit_phone == ""

    def test_of_an_older_version_does_not_push_out_what_a_full_disk_cannot_take(
        self, open_program: OpenProgram, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        program = open_program(chosen=Settings(unit_phone=NUMBER))

        def full(*__: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(Path, "replace", full)
        assert not program.unit.fill_in("out-of-hours", NIGHT)
        assert program.unit.word("out-of-hours") == NIGHT
        assert program.unit.word("unit-phone") == NUMBER

    def test_that_was_taken_away_does_not_come_back(self, open_program: OpenProgram, data_dir: Path) -> None:
        program = open_program(chosen=Settings(unit_phone=NUMBER))
        go(program, "unit")
        line(program, "unit-phone").clear()
        go(program, "home")
        assert on_disk(data_dir)["unit-phone"] == ""
        again = open_program(chosen=Settings(unit_phone=NUMBER))  # as if the settings could not be written
        assert again.unit.word("unit-phone") == ""

    def test_is_the_same_in_urgent_help(self, open_program: OpenProgram, data_dir: Path) -> None:
        program = open_program()
        go(program, "urgent")
        assert "The number your unit gave you" in words_on_screen(program)
        press(program, "add-unit-phone")
        QTest.keyClicks(line(program, "unit-phone"), NUMBER)
        press(program, "save-unit-phone")
        assert words_on_screen(program).count(NUMBER) == 2  # now, and today
        assert on_disk(data_dir)["unit-phone"] == NUMBER
        press(program, "more-of-unit")
        assert line(program, "unit-phone").text() == NUMBER

    def test_at_night_stands_below_the_one_by_day(self, open_program: OpenProgram) -> None:
        program = open_program()
        program.unit.fill_in("out-of-hours", NIGHT)
        go(program, "urgent")
        assert isinstance(program.window.screen_shown, UrgentPage)
        assert words_on_screen(program).count(f"At night and at weekends: {NIGHT}") == 2


class TestShown:
    def test_pages_say_it_in_the_unit_s_name(self, open_program: OpenProgram) -> None:
        program = open_program()
        assert "Ask your unit how long to press." in page_text(program, "the-needle-site")
        program.unit.fill_in("bleeding", BLEEDING)
        go(program, "home")
        text = page_text(program, "the-needle-site")
        assert f"Your unit says: “{BLEEDING}”" in text
        assert "Ask your unit how long to press." not in text

    def test_a_press_says_that_it_is_not_from_the_sources(self, open_program: OpenProgram) -> None:
        program = open_program(size=(1440, 900))
        program.unit.fill_in("bleeding", BLEEDING)
        page_text(program, "the-needle-site")
        view = find(program, "reading-view", ReadingView)
        (own,) = [index for index, link in enumerate(view.links) if link.href.startswith("go:unit:")]
        node = next(node for node in _nodes(view) if node.link == own)
        assert node.name.endswith("(your unit’s own words)")
        view.activate_link(own)
        card = find(program, "word-help", HelpCard)
        assert "do not come from the sources" in card.accessibleName()

    def test_so_do_notes_beside_the_text(self, open_program: OpenProgram) -> None:
        program = open_program(size=(1680, 950))
        program.unit.fill_in("access", "Most have arm needles.")
        page_text(program, "needles-or-a-line")
        view = find(program, "reading-view", ReadingView)
        (own,) = [index for index, link in enumerate(view.links) if link.href.startswith("go:unit:")]
        view.activate_link(own)
        assert find(program, "word-help", HelpCard).isVisible()


class TestUrgentHelp:
    def test_the_crisis_line_of_the_unit_stands_beside_mood(self, open_program: OpenProgram) -> None:
        program = open_program()
        go(program, "urgent")
        assert "You can also call the crisis line where you live." in words_on_screen(program)
        program.unit.fill_in("crisis-line", "01632 960 789")
        go(program, "home")
        go(program, "urgent")
        assert "You can also call 01632 960 789." in words_on_screen(program)

    def test_signs_stand_under_plain_headings_with_their_first_aid(self, open_program: OpenProgram) -> None:
        program = open_program()
        go(program, "urgent")
        words = words_on_screen(program).split("\n")
        assert words.index("112, 911 or 999") < words.index("Bleeding and lines")
        row = "A line that is out, or open with no cap. Lie flat. Press on the place, or close the clamp."
        assert words.index("Bleeding and lines") < words.index(row) < words.index("Mood and thoughts")


class TestAClinicsFile:
    def test_fills_the_pages_and_its_fields_cannot_be_changed(self, open_program: OpenProgram, tmp_path: Path) -> None:
        program = open_program()
        ours = tmp_path / "ours.json"
        ours.write_text(json.dumps({"format": "tpe-guide-clinic", "version": 1, "details": {"unit-phone": NUMBER}}))
        program.unit.__dict__["clinic"] = Clinic(tmp_path / "data", program.library.slots, ours)
        go(program, "unit")
        assert line(program, "unit-phone").isReadOnly()
        assert "Filled in by your clinic." in words_on_screen(program)
        assert not line(program, "out-of-hours").isReadOnly()
        assert NUMBER in page_text(program, "warning-signs")

    def test_a_bad_one_is_said_once_the_page_is_there(self, open_program: OpenProgram, tmp_path: Path) -> None:
        program = open_program()
        (tmp_path / "ours.json").write_text("{")
        program.unit.__dict__["clinic"] = Clinic(tmp_path / "data", program.library.slots, tmp_path / "ours.json")
        program.unit.settle()
        assert "line 1: expected well-formed JSON" in find(program, "banner-close").parentWidget().accessibleName()


def test_a_first_page_without_slots_does_not_open_the_file(open_program: OpenProgram) -> None:
    program = open_program(page="what-a-relapse-is")
    assert "clinic" not in program.unit.__dict__
    program.session.go(Locator("page", "the-needle-site"))
    assert "clinic" in program.unit.__dict__


def _nodes(view: ReadingView) -> list:  # type: ignore[type-arg]
    assert view.page_shown is not None
    found, waiting = [], [*view.page_shown.nodes]
    while waiting:
        node = waiting.pop()
        found.append(node)
        waiting += node.children
    return found


class TestElsewhere:
    def test_the_nurse_sees_on_paper_which_number_the_patient_would_call(
        self, open_program: OpenProgram, data_dir: Path
    ) -> None:
        put_demo_diary(data_dir)
        program = open_program()
        program.unit.fill_in("unit-phone", NUMBER)
        go(program, "nurse")
        line = f"Number to call, as filled in on the patient’s computer: {NUMBER}."
        report = program.diary.summary.report()
        assert report is not None
        assert line in report.warnings.silence
        program.diary.summary.show_example()
        example = program.diary.summary.report()
        assert example is not None
        assert line not in example.warnings.silence

    def test_a_warning_sign_shows_the_number(self, open_program: OpenProgram, data_dir: Path) -> None:
        put_demo_diary(data_dir)
        program = open_program()
        program.unit.fill_in("unit-phone", NUMBER)
        go(program, "log")
        press(program, "effect-fever-chills")
        assert f": {NUMBER}" in words_on_screen(program)


class TestKiosk:
    @pytest.fixture(autouse=True)
    def followed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A kiosk looks at its unit's file when the test says so, and not beside it."""
        self.watches: list[PackWatch] = []

        def start(watch: PackWatch, wait: float = 0.0) -> None:
            self.watches.append(watch)
            watch._fetch = AtOnce
            watch.look()

        monkeypatch.setattr(PackWatch, "start", start)

    def kiosk(self, qapp: QApplication, qtbot: QtBot, ours: Path, kept: Path) -> KioskWindow:
        kiosk = make_kiosk(qapp, "en", ours, kept)
        self.look = self.watches[-1].look
        qtbot.addWidget(kiosk, before_close_func=lambda window: window.leave())
        kiosk.show()
        return kiosk

    def visit(self, kiosk: KioskWindow) -> str:
        """What a visitor reads on a page with the unit's number; then they leave."""
        begin = kiosk.findChild(QAbstractButton, "begin")
        assert begin is not None
        begin.click()
        QCoreApplication.processEvents()
        (window,) = kiosk.findChildren(MainWindow)
        window._session.go(Locator("page", "warning-signs"))
        QCoreApplication.processEvents()
        view = window.findChild(ReadingView, "reading-view")
        assert view is not None
        text = view.toPlainText()
        kiosk.finish()
        done = kiosk.findChild(QAbstractButton, "done")  # everything is erased
        assert done is not None
        done.click()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        return text

    def test_says_what_its_unit_says_and_follows_its_file_from_visit_to_visit(
        self, qapp: QApplication, qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str], data_dir: Path
    ) -> None:
        ours = tmp_path / "clinic.json"
        write_file(ours, NUMBER)
        kiosk = self.kiosk(qapp, qtbot, tmp_path, tmp_path / "kept")
        assert NUMBER in self.visit(kiosk)
        write_file(ours, "020 7946 0999")
        self.look()
        self.look()
        assert "020 7946 0999" in self.visit(kiosk)
        assert capsys.readouterr().err.count(": a new pack is in use") == 2
        assert not data_dir.exists()

    def test_a_bad_file_leaves_the_last_good_words_and_a_line_for_staff(
        self, qapp: QApplication, qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        ours = tmp_path / "clinic.json"
        write_file(ours, NUMBER)
        self.kiosk(qapp, qtbot, ours, tmp_path / "kept").leave()
        ours.write_text("{")
        capsys.readouterr()
        kiosk = self.kiosk(qapp, qtbot, ours, tmp_path / "kept")
        assert capsys.readouterr().err.count("\n") == 1
        assert NUMBER in self.visit(kiosk)


def write_file(path: Path, number: str) -> None:
    path.write_text(json.dumps({"format": "tpe-guide-clinic", "version": 1, "details": {"unit-phone": number}}))
