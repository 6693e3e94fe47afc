"""Watch the machine at work: by keyboard, by finger, by ear, and still."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.programs import OpenProgram, find, go, key, press, shown_names
from tests.ui.voices import WrittenVoice
from tpe_guide.app import Program
from tpe_guide.navigation import Locator
from tpe_guide.pictures.circuit.variant import Variant
from tpe_guide.pictures.circuit.words import Step
from tpe_guide.settings import Settings
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.pictures.circuit.legend import Numbers
from tpe_guide.ui.pictures.circuit.page import CircuitPage
from tpe_guide.ui.pictures.circuit.view import CircuitView
from tpe_guide.ui.reading.reading_view import ReadingView

STILL = Settings(motion="still")


def page_of(program: Program) -> CircuitPage:
    shown = program.window.screen_shown
    assert isinstance(shown, CircuitPage)
    return shown


def watch(open_program: OpenProgram, option: str = "", **how: object) -> Program:
    program: Program = open_program(**how)
    go(program, "circuit", option)
    return program


def step_shown(program: Program) -> int:
    picked = [number for number in range(1, 7) if find(program, f"step-{number}").isChecked()]
    assert len(picked) == 1
    return picked[0]


def type_key(program: Program, which: Qt.Key) -> None:
    QTest.keyClick(program.window.focusWidget() or program.window, which)
    QCoreApplication.processEvents()


def timers(program: Program) -> int:
    return sum(timer.isActive() and timer.interval() < 100 for timer in page_of(program).findChildren(QTimer))


def test_it_is_reached_from_a_page_and_shows_what_the_page_is_about(open_program: OpenProgram) -> None:
    program = open_program()
    go(program, "page", "spin-or-filter")
    view = program.window.findChild(ReadingView, "reading-view")
    links = [index for index, link in enumerate(view.links) if link.kind == "see"]
    view.activate_link(links[0])
    assert program.session.locator == Locator("circuit", "filter")
    assert find(program, "circuit-filter").isChecked()
    assert find(program, "circuit-spin").isEnabled()


def test_the_words_of_the_drawing_are_a_list_only_where_they_are_too_small_in_it(
    open_program: OpenProgram, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Numbers] = []

    def make(theme: Theme, steps: Sequence[Step]) -> Numbers:
        made.append(Numbers(theme, steps))
        return made[-1]

    monkeypatch.setattr("tpe_guide.ui.pictures.circuit.page.Numbers", make)
    program = watch(open_program, chosen=STILL)
    program.window.resize(1440, 900)
    QCoreApplication.processEvents()
    assert find(program, "circuit-view", CircuitView).shows_words
    assert not made
    program.window.resize(480, 800)
    QCoreApplication.processEvents()
    (shown,) = made
    assert shown.isVisible()


def test_arrow_keys_and_digits_go_from_step_to_step(open_program: OpenProgram) -> None:
    program = watch(open_program)
    assert step_shown(program) == 1
    type_key(program, Qt.Key.Key_Right)
    assert step_shown(program) == 2
    type_key(program, Qt.Key.Key_Left)
    type_key(program, Qt.Key.Key_Left)
    assert step_shown(program) == 6, "round and round"
    for number in range(1, 7):
        type_key(program, Qt.Key(Qt.Key.Key_0 + number))
        assert step_shown(program) == number


def test_keys_work_wherever_the_keyboard_is(open_program: OpenProgram) -> None:
    program = watch(open_program)
    for name in ("step-2", "circuit-before", "circuit-play", "circuit-after", "circuit-still"):
        find(program, name).setFocus()
        type_key(program, Qt.Key.Key_4)
        assert step_shown(program) == 4, name
        type_key(program, Qt.Key.Key_1)


def test_reading_from_right_to_left_the_left_key_goes_on(open_program: OpenProgram, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        program = watch(open_program)
        type_key(program, Qt.Key.Key_Left)
        assert step_shown(program) == 2
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)


def test_space_pauses_and_plays_and_paused_costs_nothing(open_program: OpenProgram) -> None:
    program = watch(open_program)
    assert timers(program) == 1, "it flows as it is opened"
    assert find(program, "circuit-play").text() == "Pause"
    type_key(program, Qt.Key.Key_Space)
    assert timers(program) == 0
    assert find(program, "circuit-play").text() == "Play"
    type_key(program, Qt.Key.Key_Space)
    assert timers(program) == 1
    go(program, "home")


def test_a_pause_holds_when_the_look_changes(open_program: OpenProgram) -> None:
    program = watch(open_program)
    press(program, "circuit-play")
    press(program, "step-5")
    press(program, "circuit-line")
    key(program, "F8")
    assert timers(program) == 0
    assert step_shown(program) == 5
    assert find(program, "circuit-line").isChecked()


def test_it_stands_still_when_left_and_when_the_window_is_left(open_program: OpenProgram) -> None:
    program = watch(open_program)
    other = QWidget()
    other.show()
    other.activateWindow()
    QTest.qWaitForWindowActive(other)
    QCoreApplication.processEvents()
    assert timers(program) == 0
    other.hide()
    other.deleteLater()


def test_kept_still_nothing_moves_and_the_choice_is_kept(open_program: OpenProgram) -> None:
    program = watch(open_program)
    press(program, "circuit-still")
    assert timers(program) == 0
    assert program.session.settings.motion == "still"
    assert {"circuit-play", "circuit-after"} & shown_names(program) == set()
    press(program, "circuit-next")
    assert step_shown(program) == 2
    type_key(program, Qt.Key.Key_Space)
    assert timers(program) == 0
    press(program, "circuit-still")
    assert program.session.settings.motion == "moving"
    assert timers(program) == 1
    go(program, "home")


def test_who_chose_stillness_before_never_sees_it_move(open_program: OpenProgram) -> None:
    program = watch(open_program, chosen=STILL)
    assert timers(program) == 0
    assert page_of(program).first_focus().objectName() == "circuit-next"


def test_stillness_can_be_chosen_among_the_looks_too(open_program: OpenProgram) -> None:
    program = open_program()
    go(program, "look")
    press(program, "motion-still")
    go(program, "circuit")
    assert timers(program) == 0
    assert find(program, "circuit-still").isChecked()


def test_esc_goes_back(open_program: OpenProgram) -> None:
    program = open_program()
    go(program, "page", "the-machine")
    go(program, "circuit")
    type_key(program, Qt.Key.Key_Escape)
    assert program.session.locator == Locator("page", "the-machine")


def test_back_and_next_lead_along_the_pictures(open_program: OpenProgram) -> None:
    program = watch(open_program)
    press(program, "next")
    assert program.session.locator == Locator("rehearsal")
    go(program, "circuit")
    press(program, "back")
    assert program.session.locator == Locator("access")


@pytest.mark.parametrize(("said", "drawn"), [("single-needle", "one-needle"), ("groin-line", "line"), ("", "arms")])
def test_it_draws_the_access_that_the_person_has(open_program: OpenProgram, said: str, drawn: str) -> None:
    program = watch(open_program, chosen=Settings(access=said, motion="still"))
    assert find(program, f"circuit-{drawn}").isChecked()


def test_it_follows_what_the_person_says_of_their_access(open_program: OpenProgram) -> None:
    program = watch(open_program, "filter", chosen=STILL)
    go(program, "home")
    program.session.set_access("single-needle")  # a filter does not go with it
    go(program, "circuit", "filter")
    assert find(program, "circuit-one-needle").isChecked()
    assert find(program, "circuit-spin").isChecked()


def test_what_cannot_be_had_together_is_not_offered_and_says_why(open_program: OpenProgram) -> None:
    program = watch(open_program, "one-needle")
    refused = find(program, "circuit-filter")
    assert not refused.isEnabled()
    assert refused.accessibleDescription() == "One needle goes with a machine that spins."
    press(program, "circuit-arms")
    assert find(program, "circuit-filter").isEnabled()
    press(program, "circuit-filter")
    assert not find(program, "circuit-one-needle").isEnabled()
    assert page_of(program)._state.variant == Variant("arms", "filter", "albumin")


def test_each_number_says_its_step_and_the_drawing_says_what_it_shows(open_program: OpenProgram) -> None:
    program = watch(open_program, "filter")
    for number in range(1, 7):
        button = find(program, f"step-{number}")
        assert button.accessibleName().startswith(f"Step {number} of 6: ")
        assert button.accessibleDescription()
        state = QAccessible.queryAccessibleInterface(button).state()
        assert bool(state.checked) == (number == 1)
    assert "sieve" in find(program, "circuit-view", CircuitView).accessibleName()


def test_a_step_is_announced_with_all_its_words(open_program: OpenProgram, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("tpe_guide.ui.pictures.circuit.page.announce", lambda panel, words: said.append(words))
    program = watch(open_program)
    type_key(program, Qt.Key.Key_3)
    assert said == [
        "Step 3 of 6. The bowl spins. The machine spins your blood in a bowl."
        " Heavy cells move to the outside. Light plasma stays near the middle."
    ]


def test_each_step_is_said_aloud(open_program: OpenProgram) -> None:
    voice = WrittenVoice("en")
    voice.available = True  # somebody looked before, elsewhere in the guide
    program = watch(open_program, chosen=STILL, make_voice=lambda language: voice)
    assert find(program, "say-it").text() == "Say it"
    press(program, "say-it")
    assert find(program, "say-it").text() == "Stop"
    press(program, "step-3")
    press(program, "say-it")
    steps = page_of(program)._words.steps(page_of(program)._state.variant)
    assert voice.said == [steps[0].spoken, "", steps[2].spoken]
