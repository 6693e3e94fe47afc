"""Three taps and Save: on disk and encrypted before anything says so, and a warning sign is answered at once."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QScrollArea

from tests.conftest import FixedClock
from tests.ui.diaries import PASSCODE, begin_diary, log, on_disk, put_demo_diary, sentence, type_in, words_on_screen
from tests.ui.programs import OpenProgram, find, go, press, shown_names
from tpe_guide.app import Program
from tpe_guide.diary.model import SESSION_LIMIT, Course, Diary, EffectReport, ExchangeSession
from tpe_guide.diary.store import DiaryStore
from tpe_guide.errors import CannotWrite
from tpe_guide.navigation import Locator
from tpe_guide.settings import Settings
from tpe_guide.ui.diary.help_line import HelpLine
from tpe_guide.ui.diary.log import LogPage
from tpe_guide.ui.diary.saved import SavedPage
from tpe_guide.ui.diary.warning_panel import WarningPanel
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.shell.banner import Banner
from tpe_guide.ui.unit.urgent import UrgentPage

UNIT = "020 7946 0958"
SECRET = "The zebra in the waiting room scared me."
TAPS = ("effect-", "severity-", "began-")


def picked(program: Program) -> set[str]:
    QCoreApplication.processEvents()
    chips = program.window.findChildren(QAbstractButton)
    return {
        chip.objectName()
        for chip in chips
        if chip.isChecked() and chip.isVisible() and chip.objectName().startswith(TAPS)
    }


def warning(program: Program) -> WarningPanel:
    return find(program, "warning-panel", WarningPanel)


def warns(program: Program) -> bool:
    QCoreApplication.processEvents()
    return any(panel.isVisible() for panel in program.window.findChildren(WarningPanel))


class TestThreeTaps:
    def test_the_entry_is_on_disk_and_encrypted_before_saved_is_shown(
        self, open_program: OpenProgram, data_dir: Path, tmp_path: Path
    ) -> None:
        put_demo_diary(data_dir, PASSCODE)
        program = open_program()
        go(program, "log")
        type_in(program, "passcode", PASSCODE)
        press(program, "open-diary")
        on_disk_when_said = []

        def look(locator: Locator) -> None:
            assert not isinstance(program.window.screen_shown, SavedPage)
            on_disk_when_said.append(on_disk(data_dir, tmp_path / "copy", PASSCODE))

        program.session.located.disconnect()
        program.session.located.connect(look)
        log(program, "effect-tingling", "severity-1", "began-during")
        find(program, "note", QPlainTextEdit).setPlainText(SECRET)
        press(program, "save")

        (diary,) = on_disk_when_said
        entry = diary.entries[-1]
        assert entry.effects == (EffectReport("tingling", 1, "during"),)
        assert entry.note == SECRET
        assert any(session.id == entry.session for session in diary.sessions)
        for file in data_dir.iterdir():
            assert SECRET[4:9].encode() not in file.read_bytes()

    def test_then_it_says_saved(self, open_program: OpenProgram) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-tired", "severity-2", "began-way-home", "save")
        assert isinstance(program.window.screen_shown, SavedPage)

    def test_save_waits_for_the_third_tap_and_says_what_is_missing(self, open_program: OpenProgram) -> None:
        program = open_program()
        begin_diary(program)
        save = find(program, "save")
        for tap, missing in (
            ("effect-cold", "Tap what you noticed."),
            ("severity-3", "Tap how bad it was."),
            ("began-next-day", "Tap when it began."),
        ):
            assert not save.isEnabled()
            assert save.accessibleDescription() == missing
            assert missing in words_on_screen(program)
            press(program, tap)
        assert save.isEnabled()

    def test_what_was_not_there_needs_no_when(self, open_program: OpenProgram, data_dir: Path, tmp_path: Path) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-nausea", "severity-0", "save")
        (entry,) = on_disk(data_dir, tmp_path / "copy").entries
        assert entry.effects == (EffectReport("nausea", 0, "unknown"),)

    def test_a_session_knows_the_line_that_the_person_has_told_of(
        self, open_program: OpenProgram, data_dir: Path, tmp_path: Path
    ) -> None:
        program = open_program(chosen=Settings(access="chest-line"))
        begin_diary(program)
        log(program, "effect-nothing", "save")
        (session,) = on_disk(data_dir, tmp_path / "copy").sessions
        assert session.access == "chest-line"

    def test_a_line_that_is_told_of_in_the_diary_is_not_asked_for_again(self, open_program: OpenProgram) -> None:
        program = open_program()
        begin_diary(program)
        press(program, "change-session")
        press(program, "session-neck-line")
        assert program.session.settings.access == "neck-line"
        press(program, "session-arm-veins")  # of this session: what was said of oneself stays
        assert program.session.settings.access == "neck-line"

    def test_nothing_new_is_one_tap(self, open_program: OpenProgram, data_dir: Path, tmp_path: Path) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-nothing", "save")
        (entry,) = on_disk(data_dir, tmp_path / "copy").entries
        assert entry.none_noticed
        assert entry.effects == ()

    def test_who_does_not_know_when_says_so(self, open_program: OpenProgram, data_dir: Path, tmp_path: Path) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-cramps", "severity-1", "began-unknown", "save")
        (entry,) = on_disk(data_dir, tmp_path / "copy").entries
        assert entry.effects[0].began == "unknown"


class TestMore:
    def test_several_effects_own_words_and_telling_staff_go_into_one_entry(
        self, open_program: OpenProgram, data_dir: Path, tmp_path: Path
    ) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-tingling", "severity-1", "began-during", "told-staff", "add-another")
        log(program, "effect-other", "severity-2", "began-at-home")
        type_in(program, "own-words", "a buzz in my ears")
        press(program, "save")
        (entry,) = on_disk(data_dir, tmp_path / "copy").entries
        assert entry.effects == (
            EffectReport("tingling", 1, "during", told_staff=True),
            EffectReport("other", 2, "at-home", words="a buzz in my ears"),
        )

    def test_an_effect_put_aside_can_be_taken_out_again(self, open_program: OpenProgram) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-tingling", "severity-1", "began-during", "add-another", "take-out-tingling")
        assert not find(program, "save").isEnabled()

    def test_how_they_function_is_empty_until_touched(
        self, open_program: OpenProgram, data_dir: Path, tmp_path: Path
    ) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-nothing", "show-functions", "plus-vision", "plus-vision", "minus-walking", "save")
        (entry,) = on_disk(data_dir, tmp_path / "copy").entries
        assert entry.function == {"vision": 6, "walking": 5}

    def test_another_session_can_be_chosen(self, open_program: OpenProgram, data_dir: Path, tmp_path: Path) -> None:
        put_demo_diary(data_dir)
        program = open_program()
        go(program, "log")
        log(program, "change-session", "session-s3", "effect-tired", "severity-1", "began-next-day", "save")
        diary = on_disk(data_dir, tmp_path / "copy")
        newest = max(diary.entries, key=lambda entry: entry.recorded_at)
        assert newest.session == "s3"
        assert len(diary.sessions) == 7


def had(folder: Path, *days: str) -> None:
    """A diary with a session on each of *days*."""
    with DiaryStore.create(folder, None) as store:
        for number, day in enumerate(days, start=1):
            store.add_session(ExchangeSession(f"s{number}", number, dt.date.fromisoformat(day)))


def at(clock: FixedClock, moment: str) -> None:
    clock.now = dt.datetime.fromisoformat(moment).astimezone(clock.now.tzinfo)


class TestNoSessionIsMadeUp:
    @pytest.fixture
    def sunday(self, open_program: OpenProgram, data_dir: Path, clock: FixedClock) -> Program:
        """The log on Sunday 10 May 2026, two days after session 1."""
        had(data_dir, "2026-05-08")
        at(clock, "2026-05-10T15:00:00+02:00")
        program = open_program()
        go(program, "log")
        return program

    def test_two_days_after_a_session_it_is_asked(self, sunday: Program, data_dir: Path, tmp_path: Path) -> None:
        log(sunday, "effect-nothing")
        assert not find(sunday, "save").isEnabled()
        assert "Tap which session this is about, at the top." in words_on_screen(sunday)
        assert "Which session is this about?" in words_on_screen(sunday)
        press(sunday, "session-s1")
        press(sunday, "save")
        diary = on_disk(data_dir, tmp_path / "copy")
        assert [session.id for session in diary.sessions] == ["s1"]
        assert diary.entries[0].session == "s1"

    def test_one_tap_says_that_it_is_about_none(self, sunday: Program, data_dir: Path, tmp_path: Path) -> None:
        log(sunday, "effect-nothing", "session-none")
        assert "My diary · Not about a session" in words_on_screen(sunday)
        assert "Needles or a line?" not in words_on_screen(sunday)
        press(sunday, "save")
        diary = on_disk(data_dir, tmp_path / "copy")
        assert len(diary.sessions) == 1
        assert diary.entries[0].session is None

    def test_one_tap_says_that_there_was_a_new_one(self, sunday: Program, data_dir: Path, tmp_path: Path) -> None:
        log(sunday, "effect-nothing", "session-new-today", "save")
        new = on_disk(data_dir, tmp_path / "copy").sessions[-1]
        assert (new.number, new.day) == (2, dt.date(2026, 5, 10))

    def test_the_rest_is_asked_where_the_person_wants_to_tell_it(self, sunday: Program) -> None:
        press(sunday, "session-s1")
        assert "About how long?" not in words_on_screen(sunday)
        press(sunday, "change-session")
        assert "About how long?" in words_on_screen(sunday)
        press(sunday, "change-session")
        assert "Which session is this about?" not in words_on_screen(sunday)

    def test_what_was_said_outlives_a_change_of_look(self, sunday: Program) -> None:
        press(sunday, "session-none")
        sunday.session.bigger()
        log(sunday, "effect-nothing")
        assert find(sunday, "save").isEnabled()

    @pytest.mark.parametrize("day", ["2026-05-08", "2026-05-09"])
    def test_on_its_day_and_the_next_it_is_not_asked(
        self, open_program: OpenProgram, data_dir: Path, tmp_path: Path, clock: FixedClock, day: str
    ) -> None:
        had(data_dir, "2026-05-08")
        at(clock, f"{day}T15:00:00+02:00")
        program = open_program()
        go(program, "log")
        log(program, "effect-nothing", "save")
        assert on_disk(data_dir, tmp_path / "copy").entries[0].session == "s1"

    def test_a_clock_set_back_is_not_believed_without_a_word(
        self, open_program: OpenProgram, data_dir: Path, clock: FixedClock
    ) -> None:
        had(data_dir, "2026-05-08")
        at(clock, "2026-05-07T15:00:00+02:00")
        program = open_program()
        go(program, "log")
        assert "Is the date of this computer right?" not in words_on_screen(program)
        press(program, "session-new-today")
        said = "Session 1 was on Friday 8 May, which is later. Is the date of this computer right?"
        assert said in words_on_screen(program)

    def test_the_year_is_said_where_it_is_another(
        self, open_program: OpenProgram, data_dir: Path, clock: FixedClock
    ) -> None:
        had(data_dir, "2026-12-31")
        at(clock, "2027-01-01T15:00:00+02:00")
        program = open_program()
        go(program, "log")
        assert "My diary · Session 1 · Thursday 31 December 2026" in words_on_screen(program)

    def test_a_diary_full_of_sessions_takes_an_entry_and_offers_no_new_one(
        self, open_program: OpenProgram, data_dir: Path, tmp_path: Path, clock: FixedClock
    ) -> None:
        with DiaryStore.create(data_dir, None) as store:
            day = dt.date(2025, 1, 1)
            sessions = [ExchangeSession(f"s{n}", n, day + dt.timedelta(days=n)) for n in range(1, SESSION_LIMIT + 1)]
            store.import_diary(Diary(Course("c"), sessions=tuple(sessions)))
        at(clock, "2026-05-10T15:00:00+02:00")
        program = open_program()
        go(program, "log")
        assert "session-new-today" not in shown_names(program)
        log(program, "effect-nothing", "session-s200", "save")
        press(program, "add-another")
        log(program, "effect-nothing", "session-none", "save")
        diary = on_disk(data_dir, tmp_path / "copy")
        assert {entry.session for entry in diary.entries} == {"s200", None}


class TestWarningSigns:
    def test_the_guides_own_words_and_the_number_stand_there_at_once(self, open_program: OpenProgram) -> None:
        program = open_program(chosen=Settings(unit_phone=UNIT))
        begin_diary(program)
        press(program, "effect-fever-chills")
        words = words_on_screen(program)
        first, *__ = program.diary.catalogue.advice("fever-chills", "unknown", {})
        assert first.heading in words
        for line in first.lines:
            assert line in words
            assert line in warning(program).accessibleName()
        assert UNIT in words

    def test_without_a_number_it_says_whose_number(self, open_program: OpenProgram) -> None:
        program = open_program()
        begin_diary(program)
        press(program, "effect-fever-chills")
        assert "the number your unit gave you" in words_on_screen(program)

    def test_an_emergency_shows_the_emergency_number(self, open_program: OpenProgram) -> None:
        program = open_program(chosen=Settings(unit_phone=UNIT))
        begin_diary(program)
        log(program, "effect-more-signs", "effect-chest-pain")
        assert program.diary.catalogue.urgent.emergency.number in warning(program).accessibleName()
        assert UNIT not in warning(program).accessibleName()

    def test_bleeding_is_answered_by_place_as_soon_as_that_is_known(self, open_program: OpenProgram) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-more-signs", "effect-bleeding")
        assert "needle place in an arm" not in warning(program).accessibleName()
        log(program, "change-session", "session-arm-veins")
        said = warning(program).accessibleName()
        assert "Heavy bleeding" in said
        assert "needle place in an arm" in said
        assert "Bleeding from a neck, chest or groin line" not in said

    @pytest.mark.parametrize("sign", ["fit", "black-stool", "sight-loss", "wheeze", "mood"])
    def test_each_of_the_dangers_that_had_no_tile_has_one(self, open_program: OpenProgram, sign: str) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-more-signs", f"effect-{sign}")
        assert "112, 911 or 999" in warning(program).accessibleName()

    def test_mood_shows_the_crisis_line_of_the_unit(self, open_program: OpenProgram) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-more-signs", "effect-mood")
        assert "You can also call the crisis line where you live." in words_on_screen(program)
        program.unit.fill_in("crisis-line", "01632 960 789, day and night")
        log(program, "effect-mood", "effect-mood")
        assert "You can also call 01632 960 789, day and night." in words_on_screen(program)

    @pytest.mark.parametrize("size", [(1440, 900), (1024, 700), (480, 800)])
    def test_it_is_in_view_wherever_the_page_was_scrolled(
        self, open_program: OpenProgram, size: tuple[int, int]
    ) -> None:
        program = open_program(size=size)
        begin_diary(program)
        press(program, "effect-fever-chills")
        area = program.window.screen_shown.findChild(QScrollArea)
        panel = warning(program)
        seen = QRect(area.viewport().mapToGlobal(area.viewport().pos()), area.viewport().size())
        assert seen.contains(QRect(panel.mapToGlobal(panel.rect().topLeft()), panel.size()))

    def test_its_number_is_in_view_at_large_letters_in_a_narrow_window(self, open_program: OpenProgram) -> None:
        program = open_program(size=(480, 800), chosen=Settings(text_percent=200))
        begin_diary(program)
        log(program, "effect-more-signs", "effect-bleeding")
        QCoreApplication.processEvents()
        area = program.window.screen_shown.findChild(QScrollArea)
        number = next(label for label in warning(program).findChildren(Label) if "112" in label.text())
        seen = QRect(area.viewport().mapToGlobal(QPoint(0, 0)), area.viewport().size())
        assert seen.contains(QRect(number.mapToGlobal(QPoint(0, 0)), number.size()))

    def test_it_blocks_nothing_and_stays_while_another_effect_is_added(self, open_program: OpenProgram) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-fever-chills", "severity-2", "began-at-home", "add-another", "effect-tired")
        assert warns(program)
        log(program, "severity-1", "began-at-home", "save")
        assert isinstance(program.window.screen_shown, SavedPage)

    def test_a_sign_that_was_not_there_warns_of_nothing(self, open_program: OpenProgram) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-fever-chills", "severity-0")
        assert not warns(program)

    def test_an_ordinary_effect_warns_of_nothing(self, open_program: OpenProgram) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-tingling", "severity-3", "began-during")
        assert not warns(program)


def help_line(program: Program) -> bool:
    QCoreApplication.processEvents()
    return any(line.isVisible() for line in program.window.findChildren(HelpLine))


class TestSevereEffects:
    @pytest.mark.parametrize("effect", ["headache", "cramps", "itch-rash"])
    def test_it_leads_to_urgent_help_as_soon_as_it_is_ticked(self, open_program: OpenProgram, effect: str) -> None:
        program = open_program()
        begin_diary(program)
        log(program, f"effect-{effect}", "severity-2")
        assert not help_line(program)
        log(program, "severity-3")
        assert help_line(program)
        line = program.diary.catalogue.help_line
        assert line.words in words_on_screen(program)
        press(program, "help-line-urgent")
        assert isinstance(program.window.screen_shown, UrgentPage)

    @pytest.mark.parametrize("began", ["at-home", "next-day"])
    def test_tingling_does_so_when_it_began_after_the_session(self, open_program: OpenProgram, began: str) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-tingling", "severity-3", "began-during")
        assert not help_line(program)
        log(program, f"began-{began}")
        assert help_line(program)

    def test_it_stays_while_another_effect_is_added_and_is_said_again_when_saved(
        self, open_program: OpenProgram
    ) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-headache", "severity-3", "began-at-home", "add-another", "effect-tired", "severity-1")
        assert help_line(program)
        log(program, "began-at-home", "save")
        assert isinstance(program.window.screen_shown, SavedPage)
        assert help_line(program)
        assert "You ticked no warning sign" not in words_on_screen(program)
        press(program, "help-line-urgent")
        assert isinstance(program.window.screen_shown, UrgentPage)

    @pytest.mark.parametrize("size", [(1440, 900), (480, 800)])
    def test_it_is_in_view(self, open_program: OpenProgram, size: tuple[int, int]) -> None:
        program = open_program(size=size)
        begin_diary(program)
        log(program, "effect-headache", "severity-3")
        QCoreApplication.processEvents()
        area = program.window.screen_shown.findChild(QScrollArea)
        line = find(program, "help-line", HelpLine)
        seen = QRect(area.viewport().mapToGlobal(area.viewport().pos()), area.viewport().size())
        assert seen.contains(QRect(line.mapToGlobal(line.rect().topLeft()), line.size()))


class TestNothingIsLost:
    def test_a_change_of_look_keeps_every_answer(self, open_program: OpenProgram) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-fever-chills", "severity-2", "began-at-home")
        find(program, "note", QPlainTextEdit).setPlainText(SECRET)
        program.session.bigger()
        assert picked(program) == {"effect-fever-chills", "severity-2", "began-at-home"}
        assert find(program, "note", QPlainTextEdit).toPlainText() == SECRET
        assert warns(program)

    def test_leaving_by_a_slip_and_coming_back_finds_it_as_it_was(self, open_program: OpenProgram) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-other", "severity-2")
        type_in(program, "own-words", "a buzz")
        press(program, "leave")
        go(program, "log")
        assert picked(program) == {"effect-other", "severity-2"}
        assert find(program, "own-words", QLineEdit).text() == "a buzz"

    def test_a_full_disk_is_one_sentence_and_the_entry_waits(
        self, open_program: OpenProgram, monkeypatch: pytest.MonkeyPatch, data_dir: Path, tmp_path: Path
    ) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-tired", "severity-2", "began-way-home")

        def full(*__: object) -> None:
            raise CannotWrite(data_dir / "diary.db", "no space left on device")

        with monkeypatch.context() as patch:
            patch.setattr(DiaryStore, "save_entry", full)
            press(program, "save")
        assert sentence(program).startswith("Your entry is not saved. It is still on the screen.")
        assert "no space left on device" in sentence(program)
        assert isinstance(program.window.screen_shown, LogPage)
        assert picked(program) == {"effect-tired", "severity-2", "began-way-home"}
        assert on_disk(data_dir, tmp_path / "copy").entries == ()

        press(program, "save")
        (entry,) = on_disk(data_dir, tmp_path / "copy").entries
        assert entry.effects == (EffectReport("tired", 2, "way-home"),)
        assert not [each for each in program.window.findChildren(Banner) if not each.isHidden()], "it is saved now"

    @pytest.mark.skipif(os.name == "nt", reason="files that are open can be removed")
    def test_a_folder_that_was_taken_away_is_said_and_the_entry_waits(
        self, open_program: OpenProgram, data_dir: Path, tmp_path: Path
    ) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-tired", "severity-2", "began-way-home")
        data_dir.rename(tmp_path / "away")
        press(program, "save")
        assert sentence(program).startswith("Your entry is not saved. It is still on the screen.")
        assert "removed, moved or replaced" in sentence(program)
        assert isinstance(program.window.screen_shown, LogPage)
        (tmp_path / "away").rename(data_dir)
        press(program, "save")
        assert isinstance(program.window.screen_shown, SavedPage)
        (entry,) = on_disk(data_dir, tmp_path / "copy").entries
        assert entry.effects == (EffectReport("tired", 2, "way-home"),)

    def test_the_next_entry_begins_from_nothing(self, open_program: OpenProgram) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-tired", "severity-2", "began-way-home", "save")
        press(program, "add-another")
        assert isinstance(program.window.screen_shown, LogPage)
        assert picked(program) == set()
