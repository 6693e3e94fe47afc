"""A warning sign is answered at once, before and regardless of saving."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect
from PySide6.QtWidgets import QScrollArea

from tests.ui.diaries import (
    begin_diary,
    log,
    words_on_screen,
)
from tests.ui.programs import OpenProgram, find, press
from tpe_guide.app import Program
from tpe_guide.settings import Settings
from tpe_guide.ui.diary.help_line import HelpLine
from tpe_guide.ui.diary.saved import SavedPage
from tpe_guide.ui.diary.warning_panel import WarningPanel
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.unit.urgent import UrgentPage

UNIT = "020 7946 0958"


def warning(program: Program) -> WarningPanel:
    return find(program, "warning-panel", WarningPanel)


def warns(program: Program) -> bool:
    QCoreApplication.processEvents()
    return any(panel.isVisible() for panel in program.window.findChildren(WarningPanel))


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
        log(program, "another-day", "session-arm-veins")
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
        log(program, "effect-fever-chills", "level-fever-chills-2", "began-at-home", "effect-tired")
        assert warns(program)
        log(program, "level-tired-1", "save")
        assert isinstance(program.window.screen_shown, SavedPage)

    def test_a_sign_that_was_not_there_warns_of_nothing(self, open_program: OpenProgram) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-fever-chills", "level-fever-chills-0")
        assert not warns(program)

    def test_an_ordinary_effect_warns_of_nothing(self, open_program: OpenProgram) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-tingling", "level-tingling-3", "began-during")
        assert not warns(program)


def help_line(program: Program) -> bool:
    QCoreApplication.processEvents()
    return any(line.isVisible() for line in program.window.findChildren(HelpLine))


class TestSevereEffects:
    @pytest.mark.parametrize("effect", ["headache", "cramps", "itch-rash"])
    def test_it_leads_to_urgent_help_as_soon_as_it_is_ticked(self, open_program: OpenProgram, effect: str) -> None:
        program = open_program()
        begin_diary(program)
        log(program, f"effect-{effect}", f"level-{effect}-2")
        assert not help_line(program)
        log(program, f"level-{effect}-3")
        assert help_line(program)
        line = program.diary.catalogue.help_line
        assert line.words in words_on_screen(program)
        press(program, "help-line-urgent")
        assert isinstance(program.window.screen_shown, UrgentPage)

    @pytest.mark.parametrize("began", ["at-home", "next-day"])
    def test_tingling_does_so_when_it_began_after_the_session(self, open_program: OpenProgram, began: str) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-tingling", "level-tingling-3", "began-during")
        assert not help_line(program)
        log(program, f"began-{began}")
        assert help_line(program)

    def test_it_stays_while_another_effect_is_added_and_is_said_again_when_saved(
        self, open_program: OpenProgram
    ) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-headache", "level-headache-3", "began-at-home", "effect-tired", "level-tired-1")
        assert help_line(program)
        log(program, "save")
        assert isinstance(program.window.screen_shown, SavedPage)
        assert help_line(program)
        assert "You ticked no warning sign" not in words_on_screen(program)
        press(program, "help-line-urgent")
        assert isinstance(program.window.screen_shown, UrgentPage)

    @pytest.mark.parametrize("size", [(1440, 900), (480, 800)])
    def test_it_is_in_view(self, open_program: OpenProgram, size: tuple[int, int]) -> None:
        program = open_program(size=size)
        begin_diary(program)
        log(program, "effect-headache", "level-headache-3")
        QCoreApplication.processEvents()
        area = program.window.screen_shown.findChild(QScrollArea)
        line = find(program, "help-line", HelpLine)
        seen = QRect(area.viewport().mapToGlobal(area.viewport().pos()), area.viewport().size())
        assert seen.contains(QRect(line.mapToGlobal(line.rect().topLeft()), line.size()))
