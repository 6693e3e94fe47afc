"""With little room: one question at a time, a card for each option, an arrow at either side."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.ui.pictures.comparison.compared import (
    NARROW,
    QUESTIONS,
    answers,
    columns_shown,
    compare,
    drawers,
    focused,
    page_of,
    question_shown,
    settle,
    table_of,
    type_key,
)
from tests.ui.programs import OpenProgram, find, press
from tests.ui.readers import listen
from tpe_guide.app import Program
from tpe_guide.navigation import Locator
from tpe_guide.settings import THEMES, Settings
from tpe_guide.ui.kit.fitted_text import FittedText, breakable
from tpe_guide.ui.kit.paragraph import Paragraph
from tpe_guide.ui.kit.theme import make_font


def words_shown(program: Program, option: str) -> set[str]:
    (card,) = (card for card in answers(program) if card.cell.treatment.id == option)
    return {label.text() for label in card.findChildren(QLabel) if label.isVisible()}


def left_of(program: Program, name: str) -> int:
    return find(program, name, QWidget).mapTo(program.window, QPoint()).x()


def test_each_option_has_a_card_and_the_arrows_lead_round_all_questions(open_program: OpenProgram) -> None:
    program = compare(open_program, size=NARROW)
    seen = []
    for number, __ in enumerate(QUESTIONS, start=1):
        seen.append(question_shown(program))
        assert columns_shown(program) == ("exchange", "steroids", "waiting")
        said = find(program, "question-shown", QWidget).accessibleName()
        assert said.startswith(f"Question {number} of {len(QUESTIONS)}. ")
        for card in answers(program):
            assert card.cell.words in words_shown(program, card.cell.treatment.id)
        press(program, "question-after")
    assert seen == list(QUESTIONS)
    assert question_shown(program) == "what"
    press(program, "question-before")
    assert question_shown(program) == "advised"


def test_the_arrows_are_56_and_stand_at_both_sides(open_program: OpenProgram) -> None:
    program = compare(open_program, size=NARROW)
    for name in ("question-before", "question-after"):
        assert find(program, name).size().toTuple() == (56, 56)
    assert left_of(program, "question-before") < left_of(program, "question-shown") < left_of(program, "question-after")


def test_a_turn_is_heard_with_its_answers(open_program: OpenProgram, monkeypatch: pytest.MonkeyPatch) -> None:
    program = compare(open_program, size=NARROW)
    heard = listen(monkeypatch)
    press(program, "question-after")
    (said,) = heard
    assert said.startswith("Question 2 of 12. When is it used in a relapse? Plasma exchange: In severe relapses")
    for card in answers(program):
        assert f"{card.cell.treatment.name}: {card.cell.words}" in said


def test_left_and_right_turn_the_question(open_program: OpenProgram) -> None:
    program = compare(open_program, size=NARROW)
    assert focused(program) == "question-shown"
    type_key(program, Qt.Key.Key_Right)
    assert question_shown(program) == "used"
    type_key(program, Qt.Key.Key_Left)
    type_key(program, Qt.Key.Key_Left)
    assert question_shown(program) == "advised"
    assert focused(program) == "question-shown"


def test_from_right_to_left_the_arrows_change_places(open_program: OpenProgram, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        program = compare(open_program, size=NARROW)
        assert left_of(program, "question-after") < left_of(program, "question-before")
        type_key(program, Qt.Key.Key_Left)
        assert question_shown(program) == "used"
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)


def test_tab_goes_from_the_question_down_the_cards(open_program: OpenProgram) -> None:
    program = compare(open_program, size=NARROW)
    for name in ("question-after", "sources-exchange", "sources-steroids"):
        type_key(program, Qt.Key.Key_Tab)
        assert focused(program) == name
    type_key(program, Qt.Key.Key_Space)
    type_key(program, Qt.Key.Key_Tab)
    assert focused(program) == "read-more"
    type_key(program, Qt.Key.Key_Tab)
    assert focused(program) == "add-question"
    type_key(program, Qt.Key.Key_Tab)
    assert focused(program) == "sources-waiting"


def test_a_card_shows_where_it_comes_from_and_leads_to_the_page(
    open_program: OpenProgram, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = compare(open_program, size=NARROW)
    cell = page_of(program).cell("what", "exchange")
    heard = listen(monkeypatch)
    press(program, "sources-exchange")
    assert set(cell.sources) <= words_shown(program, "exchange")
    assert heard == [f"Where this comes from: {'; '.join(cell.sources)}"]
    assert drawers(program) == []
    find(program, "sources-exchange").click()
    assert not words_shown(program, "exchange") & set(cell.sources)
    find(program, "sources-exchange").click()
    find(program, "read-more").click()
    assert program.session.locator == Locator("page", "the-machine")
    program.session.back()
    settle()
    assert set(cell.sources) <= words_shown(program, "exchange"), "as it was left"


def test_a_card_says_its_answer_and_what_a_press_does(open_program: OpenProgram) -> None:
    program = compare(open_program, "sure", size=NARROW)
    head = find(program, "sources-steroids")
    cell = page_of(program).cell("sure", "steroids")
    assert head.accessibleName() == cell.spoken
    assert head.accessibleDescription() == "Shows where this comes from."
    press(program, "sources-steroids")
    assert head.accessibleDescription() == "Hides where this comes from."
    assert page_of(program)._state.table.certainty in words_shown(program, "steroids")


@pytest.mark.parametrize(("target", "question"), [("sure", "sure"), ("ivig", "what"), ("start", "what")])
def test_a_link_shows_its_question_or_brings_its_option_in(
    open_program: OpenProgram, target: str, question: str
) -> None:
    program = compare(open_program, target, size=NARROW)
    assert question_shown(program) == question
    assert ("ivig" in columns_shown(program)) == (target == "ivig")


def test_what_matters_comes_first_with_a_star(open_program: OpenProgram) -> None:
    program = compare(open_program, size=NARROW)
    page_of(program).pick("sure")
    settle()
    assert question_shown(program) == "what", "one stays where one is"
    press(program, "question-before")
    assert question_shown(program) == "sure"
    said = find(program, "question-shown", QWidget).accessibleName()
    assert said == "Question 1 of 12. How sure are we? (matters to me)"


def test_it_turns_into_a_table_and_back_at_the_same_place(open_program: OpenProgram) -> None:
    program = compare(open_program, "feel")
    program.window.resize(*NARROW)
    settle()
    assert question_shown(program) == "feel"
    press(program, "question-after")
    program.window.resize(1440, 900)
    settle()
    assert page_of(program).is_table
    assert QUESTIONS[table_of(program).currentIndex().row()] == "wrong"
    assert focused(program) == "comparison-table", "the arrow that had the keyboard is gone"


@pytest.mark.parametrize("percent", [100, 200, 400])
def test_in_the_least_window_the_question_stands_above_its_arrows(open_program: OpenProgram, percent: int) -> None:
    program = compare(open_program, "harmed", size=(360, 640), chosen=Settings(text_percent=percent))
    arrows = [find(program, name) for name in ("question-before", "question-after")]
    names = find(program, "question-shown", QWidget)
    below = names.mapTo(program.window, QPoint(0, names.height())).y()
    stacked = below <= arrows[0].mapTo(program.window, QPoint()).y()
    assert stacked == (percent > 100)
    assert arrows[0].width() == 56 * min(2, percent // 100)
    assert left_of(program, "question-after") + arrows[1].width() <= program.window.width()


@pytest.mark.parametrize("theme", THEMES)
def test_no_word_is_cut_in_the_largest_letters_and_the_least_window(open_program: OpenProgram, theme: str) -> None:
    program = compare(open_program, size=(360, 640), chosen=Settings(text_percent=400, theme=theme))
    for option in ("steroids", "ivig", "waiting", "immunoadsorption"):  # one goes out, another comes in
        page_of(program).press_option(option)
        for __ in QUESTIONS:
            page_of(program).turn(1)
            for card in answers(program):
                card.head.click()
            settle()
            labels = [label for card in answers(program) for label in card.findChildren(QLabel)]
            assert [label.text() for label in labels if widest_word(label) > label.width()] == []


def widest_word(label: QLabel) -> int:
    """px, in the letters that it has in its width."""
    if isinstance(label, Paragraph):
        label._words.lay_out(label.width())
        bold = make_font(label._words.font.pixelSize(), 700)
        return FittedText(breakable(label.text()), bold).longest_word
    return FittedText(breakable(label.text()), label.font()).longest_word


def test_esc_puts_an_opened_card_away_before_it_leads_back(open_program: OpenProgram) -> None:
    program = compare(open_program, size=NARROW)
    press(program, "sources-exchange")
    card = answers(program)[0]
    assert card.is_open
    type_key(program, Qt.Key.Key_Escape)
    assert not card.is_open
    assert page_of(program).is_table is False
    type_key(program, Qt.Key.Key_Escape)
    assert program.session.locator == Locator()
