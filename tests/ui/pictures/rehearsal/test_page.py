"""Rehearse your session: moment by moment, by keys, buttons and the timeline; and a turn to practise."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from tests.ui.programs import OpenProgram, find, go, press, said_by, shown_names
from tests.ui.voices import Mute, WrittenVoice
from tpe_guide.app import Program
from tpe_guide.navigation import Locator
from tpe_guide.policy import KIOSK
from tpe_guide.settings import Settings
from tpe_guide.ui.kit.drawing import Scene
from tpe_guide.ui.pictures.rehearsal.page import RehearsalPage
from tpe_guide.ui.pictures.rehearsal.timeline import Timeline
from tpe_guide.ui.pictures.rehearsal.tingle_view import TingleView
from tpe_guide.vocabulary.terms import ACCESSES_SAID

STILL = Settings(motion="still")


def rehearse(open_program: OpenProgram, moment: str = "start", **how: object) -> Program:
    program = open_program(**({"chosen": STILL} | how))
    go(program, "rehearsal", moment)
    return program


def page_of(program: Program) -> RehearsalPage:
    page = program.window.screen_shown
    assert isinstance(page, RehearsalPage)
    return page


def title(program: Program) -> str:
    return find(program, "page-title", QLabel).text()


def type_key(program: Program, which: Qt.Key) -> None:
    QTest.keyClick(program.window.focusWidget() or program.window, which)
    QCoreApplication.processEvents()


def words_shown(program: Program) -> str:
    return " ".join(label.text() for label in page_of(program).findChildren(QLabel) if label.isVisible())


def test_next_leads_from_arriving_to_going_home_and_on_to_the_next_picture(open_program: OpenProgram) -> None:
    program = rehearse(open_program, "arrive")
    seen = []
    while program.session.locator.place == "rehearsal":
        seen.append(title(program))
        press(program, "next")
    assert seen[0] == "40 minutes before the start: you arrive"
    assert seen[-1] == "30 minutes after the end: you go home"
    assert len(seen) == len(set(seen)) == 10
    assert program.session.locator == Locator("feelings")


def test_where_the_bar_has_no_room_for_that_it_takes_none(open_program: OpenProgram) -> None:
    heights = []
    for place in ("circuit", "rehearsal"):
        program = open_program(size=(480, 800), chosen=STILL)
        go(program, place)
        QCoreApplication.processEvents()
        heights.append(program.window.screen_shown.bar.height())
    assert heights[0] == heights[1]


def test_the_next_moment_begins_at_its_top(open_program: OpenProgram) -> None:
    program = rehearse(open_program, "start", size=(480, 800))
    bar = page_of(program).area.verticalScrollBar()
    bar.setValue(bar.maximum())
    press(program, "next")
    assert bar.value() == 0


def test_back_leads_to_the_moment_before_and_from_the_first_to_the_picture_before(open_program: OpenProgram) -> None:
    program = rehearse(open_program, "join")
    press(program, "back")
    assert title(program).endswith("you arrive")
    press(program, "back")
    assert program.session.locator == Locator("circuit")


def test_the_buttons_name_the_moments_they_lead_to(open_program: OpenProgram) -> None:
    program = rehearse(open_program, "start")
    assert find(program, "back").accessibleName() == "Previous moment: Needles in"
    assert find(program, "next").accessibleName() == "Next moment: First tingle may come"


def test_enter_alone_is_enough_to_see_all(open_program: OpenProgram) -> None:
    program = rehearse(open_program, "arrive")
    type_key(program, Qt.Key.Key_Space)
    assert title(program).endswith("the needles go in")


def test_arrow_keys_go_from_moment_to_moment(open_program: OpenProgram) -> None:
    program = rehearse(open_program, "start")
    timeline = find(program, "timeline", Timeline)
    timeline.setFocus()
    type_key(program, Qt.Key.Key_Right)
    assert title(program) == "25 minutes: the first tingle may come"
    type_key(program, Qt.Key.Key_End)
    assert title(program).endswith("you go home")
    QTest.keyClick(page_of(program), Qt.Key.Key_Left)
    assert title(program).endswith("the needles come out")


def test_each_moment_says_all_five_things_and_has_a_scene_with_its_words(open_program: OpenProgram) -> None:
    program = rehearse(open_program, "arrive")
    page = page_of(program)
    for index, moment in enumerate(page._moments):
        page._timeline.setValue(index)
        QCoreApplication.processEvents()
        shown = words_shown(program)
        for part in (moment.happens, moment.feel, moment.say, moment.nurse, moment.where):
            assert part in shown
        scene = find(program, "scene", Scene)
        assert scene.art.name == moment.shows
        assert scene.accessibleName()
        assert all(source in shown for source in moment.sources)


@pytest.mark.parametrize(
    ("said", "shown", "parts"),
    [
        ("chest-line", "scene-02-line", {"chest-line"}),
        ("single-needle", "scene-02-needle", set()),
        ("", "scene-02-needle", set()),
    ],
)
def test_at_first_it_shows_the_needles_or_the_line_that_one_has(
    open_program: OpenProgram, said: str, shown: str, parts: set[str]
) -> None:
    program = rehearse(open_program, "join", chosen=Settings(access=said, motion="still"))
    scene = find(program, "scene", Scene)
    assert (scene.art.name, scene.art.parts) == (shown, parts)


@pytest.mark.parametrize("access", [access for access in ACCESSES_SAID if access != "unknown"])
def test_every_scene_with_tubes_is_that_of_the_needles_or_the_line_one_has(
    open_program: OpenProgram, access: str
) -> None:
    program = rehearse(open_program, "start", chosen=Settings(access=access, motion="still"))
    for __ in range(6):
        assert find(program, "scene", Scene).art.parts == {access}
        press(program, "next")


def test_a_later_check_looks_otherwise(open_program: OpenProgram) -> None:
    program = rehearse(open_program, "check-1")
    assert find(program, "scene", Scene).art.name == "scene-05-check"
    go(program, "rehearsal", "check-2")
    assert find(program, "scene", Scene).art.name == "scene-07-light-headed"


def test_one_press_leads_to_the_step_of_the_machine_and_back(open_program: OpenProgram) -> None:
    program = rehearse(open_program, "half")
    press(program, "see-machine")
    assert program.session.locator.place == "circuit"
    labels = program.window.screen_shown.findChildren(QLabel)
    assert "Albumin comes in" in [label.text() for label in labels if label.isVisible()]
    program.session.back()
    QCoreApplication.processEvents()
    assert title(program) == "60 minutes: half-way"


def test_before_blood_flows_nothing_leads_to_the_machine(open_program: OpenProgram) -> None:
    program = rehearse(open_program, "arrive")
    assert "see-machine" not in shown_names(program)


@pytest.mark.parametrize("size", [(360, 640), (480, 800), (1366, 728)])
@pytest.mark.parametrize("percent", [100, 400])
def test_the_scene_is_as_wide_as_the_words_and_leaves_them_room(
    open_program: OpenProgram, size: tuple[int, int], percent: int
) -> None:
    program = rehearse(open_program, "start", size=size, chosen=Settings(text_percent=percent, motion="still"))
    scene, page = find(program, "scene", Scene), page_of(program)
    assert scene.width() == page._cards.width()
    assert scene.height() <= max(page.theme.px(150), page.area.height() // 2)


@pytest.mark.parametrize("size", [(480, 800), (1024, 700), (1440, 900)])
@pytest.mark.parametrize("percent", [100, 400])
def test_it_is_always_said_that_the_times_are_an_example(
    open_program: OpenProgram, size: tuple[int, int], percent: int
) -> None:
    program = rehearse(open_program, "arrive", size=size, chosen=Settings(text_percent=percent, motion="still"))
    for __ in range(9):
        QCoreApplication.processEvents()
        assert words_shown(program).count(page_of(program)._state.words.note) == 1
        press(program, "next")


@pytest.mark.parametrize(("said", "words"), [("groin-line", "tubes join your line"), ("single-needle", "needle in")])
def test_it_is_the_session_of_whoever_said_what_they_have(open_program: OpenProgram, said: str, words: str) -> None:
    program = rehearse(open_program, "join", chosen=Settings(access=said, motion="still"))
    assert words in (title(program) + words_shown(program)).lower()


def test_a_unit_s_own_times_are_shown_and_said_to_be_theirs(open_program: OpenProgram, data_dir: Path) -> None:
    session = {"minutes": 150, "access": "neck-line", "fluid": "donor-plasma", "checks": [60]}
    data = {"format": "tpe-guide-clinic", "version": 1, "details": {}, "session": session}
    data_dir.mkdir(parents=True, exist_ok=True)
    (data_dir / "clinic.json").write_text(json.dumps(data))
    program = rehearse(open_program, "check")
    assert title(program) == "60 minutes: time for a check"
    assert "The times are from your unit." in words_shown(program)
    press(program, "next")
    assert "Plasma from donors" in words_shown(program)
    go(program, "home")
    program.session.set_access("arm-veins")  # what the person has comes before what the unit does most
    go(program, "rehearsal", "join")
    assert title(program).endswith("the needles go in")


def test_the_moment_is_kept_through_a_change_of_look_and_a_visit_elsewhere(open_program: OpenProgram) -> None:
    program = rehearse(open_program, "half")
    press(program, "next")
    now = title(program)
    program.session.bigger()
    QCoreApplication.processEvents()
    assert title(program) == now
    go(program, "urgent")
    program.session.back()
    QCoreApplication.processEvents()
    assert title(program) == now


def test_what_to_say_is_said_aloud(open_program: OpenProgram) -> None:
    voice = WrittenVoice("en")
    voice.available = True  # somebody looked before, elsewhere in the guide
    program = rehearse(open_program, "tingle", make_voice=lambda language: voice)
    assert find(program, "say-for-me").text() == "Say it for me"
    press(program, "say-for-me")
    assert find(program, "say-for-me").text() == "Stop"
    assert voice.said == ["My lips are tingling. This is new."]
    press(program, "next")
    assert voice.said[-1] == ""


def test_without_a_voice_it_is_told_why_nothing_is_heard(open_program: OpenProgram) -> None:
    program = rehearse(open_program, "tingle", make_voice=Mute)
    press(program, "say-for-me")
    assert said_by(program) == "This computer has no voice yet."


class TestPractise:
    def test_it_is_offered_where_the_first_tingle_may_come(self, open_program: OpenProgram) -> None:
        program = rehearse(open_program, "tingle")
        assert "practise" in shown_names(program)
        press(program, "next")
        assert "practise" not in shown_names(program)

    def test_every_answer_teaches_and_any_may_be_tried(self, open_program: OpenProgram) -> None:
        program = rehearse(open_program, "tingle")
        press(program, "practise")
        answers = page_of(program)._state.words.practise.answers
        for index, answer in enumerate(answers):
            press(program, f"answer-{index}")
            feedback = [find(program, f"feedback-{other}", QWidget) for other in range(3) if other == index]
            assert feedback[0].accessibleName().endswith(f". {answer.feedback}")
            hidden = [page_of(program).findChild(QWidget, f"feedback-{other}") for other in range(3) if other != index]
            assert not any(each.isVisible() for each in hidden)

    def test_the_way_back_leads_to_the_same_moment(self, open_program: OpenProgram) -> None:
        program = rehearse(open_program, "tingle")
        press(program, "practise")
        assert title(program) == "Practise: what would you say?"
        press(program, "practise-done")
        assert title(program) == "25 minutes: the first tingle may come"
        press(program, "practise")
        type_key(program, Qt.Key.Key_Escape)
        assert title(program) == "25 minutes: the first tingle may come"
        type_key(program, Qt.Key.Key_Escape)
        assert program.session.locator.place != "rehearsal"

    def test_what_is_to_be_kept_still_does_not_tingle(self, open_program: OpenProgram) -> None:
        program = rehearse(open_program, "tingle")
        press(program, "practise")
        assert not page_of(program).findChild(TingleView).player.playing

    def test_else_it_tingles_while_it_is_seen_and_no_longer(self, open_program: OpenProgram) -> None:
        program = rehearse(open_program, "tingle", chosen=Settings(motion="moving"))
        press(program, "practise")
        view = page_of(program).findChild(TingleView)
        assert view.player.playing
        press(program, "practise-done")
        assert not view.player.playing


def test_at_a_kiosk_every_button_is_large_enough_and_nothing_is_printed(open_program: OpenProgram) -> None:
    program = rehearse(
        open_program, "tingle", policy=KIOSK, size=(1080, 1920), chosen=Settings(text_percent=150, motion="still")
    )
    assert "save-sheet" not in shown_names(program)
    for name in ("back", "next", "practise"):
        assert find(program, name, QAbstractButton).height() >= 80
