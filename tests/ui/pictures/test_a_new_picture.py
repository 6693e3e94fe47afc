"""A seventh picture, made up: its own files and a record, and the whole program knows of it."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

import tpe_guide.authoring.pictures
import tpe_guide.ui.pictures
from tests.authoring.small_guide import Content
from tests.ui.programs import OpenProgram, find, go, press
from tpe_guide import paths
from tpe_guide.app import Program
from tpe_guide.navigation import Locator, ScreenId
from tpe_guide.pictures.registry import PICTURES, PictureId, PictureRecord
from tpe_guide.settings import Settings
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.pictures.picture_door import PictureDoor
from tpe_guide.ui.tour.screens import picture_shots
from tpe_guide.ui.tour.stage import Stage

KETTLE = cast(PictureId, "kettle")
SCREEN = """
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.pictures.frame import PictureFrame
from tpe_guide.ui.pictures.state import PictureState

class KettleState(PictureState):
    asked = ""

    def show_asked(self, name):
        self.asked = name

class KettlePage(PictureFrame):
    def __init__(self, theme, context, state):
        super().__init__(theme, context.library, context.session, "kettle", "Water boils")
        label = Label(theme, f"Asked for: {state.asked}")
        label.setObjectName("asked")
        self.column.addWidget(label)
        self.add_bar()

    def first_focus(self):
        return self.onward

def state(context):
    return KettleState(context.library.language, "kettle.pdf", context.messages, context.now)

def screen(theme, context, state):
    return KettlePage(theme, context, state)
"""
WORDS = """
def check(data, evidence, faults):
    if not data.at("water"):
        faults.add(1, "EMPTY", "no water")

def targets(data):
    return ("steam",)
"""


@pytest.fixture
def kettle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PictureRecord:
    """The new picture: what would be its files, and its record after all others."""
    rooms = {
        "tpe_guide.ui.pictures.kettle.screen": ("ui/kettle/screen.py", SCREEN),
        "tpe_guide.authoring.pictures.kettle": ("authoring/kettle.py", WORDS),
    }
    for file, code in rooms.values():
        path = tmp_path / file
        path.parent.mkdir(parents=True)
        path.write_text(code)
    for name in (*rooms, "tpe_guide.ui.pictures.kettle"):  # those of an earlier test, whose files are gone
        monkeypatch.delitem(sys.modules, name, raising=False)
    (tmp_path / "ui" / "kettle" / "__init__.py").touch()
    monkeypatch.setattr(tpe_guide.ui.pictures, "__path__", [*tpe_guide.ui.pictures.__path__, str(tmp_path / "ui")])
    monkeypatch.setattr(
        tpe_guide.authoring.pictures,
        "__path__",
        [*tpe_guide.authoring.pictures.__path__, str(tmp_path / "authoring")],
    )
    assets = shutil.copytree(paths.assets_dir(), tmp_path / "assets-and-a-door")
    shutil.copy(assets / "illustrations" / "see-odds.svg", assets / "illustrations" / "see-kettle.svg")
    monkeypatch.setattr(paths, "assets_dir", lambda: assets)
    record = PictureRecord(KETTLE, "when-it-ends", lambda: "The kettle", lambda: "Water, and then steam.")
    monkeypatch.setitem(PICTURES, KETTLE, record)
    return record


@pytest.fixture
def program(kettle: PictureRecord, open_program: OpenProgram) -> Program:
    return open_program(page="when-it-ends", chosen=Settings(motion="still"))


def test_it_has_a_door_among_the_others(program: Program) -> None:
    go(program, "pictures")
    door = find(program, "see-kettle", PictureDoor)
    assert "The kettle" in door.accessibleName()
    press(program, "see-kettle")
    assert program.session.locator == Locator(KETTLE)


def test_it_stands_in_the_rail_of_its_chapter_and_in_the_contents(program: Program) -> None:
    assert find(program, "see-kettle").accessibleName() == "See it in a picture: The kettle"
    press(program, "see-kettle")
    assert program.session.locator == Locator(KETTLE)
    go(program, "contents")
    press(program, "see-kettle")
    assert program.session.locator == Locator(KETTLE)


def test_back_and_next_lead_through_it(program: Program) -> None:
    go(program, "comparison")
    assert find(program, "next").accessibleName() == "Next picture: The kettle"
    press(program, "next")
    assert program.session.locator == Locator(KETTLE)
    press(program, "back")
    assert program.session.locator == Locator("comparison")
    press(program, "next")
    press(program, "next")
    assert program.session.locator == Locator("page", "questions-to-ask")


def test_it_stands_in_its_chapter_shows_what_was_asked_for_and_esc_leads_back(program: Program) -> None:
    go(program, KETTLE, "steam")
    chapter = program.library.chapter_of("when-it-ends").title
    said = {label.text() for label in program.window.screen_shown.findChildren(Label)}
    assert {chapter, "Water boils", "Asked for: steam"} <= said
    QTest.keyClick(program.window.focusWidget() or program.window, Qt.Key.Key_Escape)
    assert program.session.locator == Locator("page", "when-it-ends")


def test_the_tour_takes_a_picture_of_it(kettle: PictureRecord) -> None:
    opened: list[ScreenId] = []

    class Opens:
        window = None

        def open(self, place: ScreenId, page: str = "") -> Opens:
            opened.append(place)
            return self

    *_, shot = picture_shots()
    shot.scene(cast(Stage, Opens()))
    assert (shot.name, shot.words(), opened) == ("kettle", "The kettle", ["kettle"])


class TestItsWords:
    """What an author writes about it."""

    @pytest.fixture
    def guide(self, content: Content, kettle: PictureRecord) -> Content:
        content.write("en/kettle.yaml", "water: {text: Plasma is part of your blood., facts: [F-1]}\n")
        return content

    @pytest.mark.parametrize(("target", "faults"), [("start", []), ("steam", []), ("ice", [(17, "BROKEN-LINK")])])
    def test_a_page_may_lead_to_what_it_shows(self, guide: Content, target: str, faults: list[tuple[int, str]]) -> None:
        guide.page(minute=f"See [the kettle](kettle:{target}). [@F-1]")
        assert guide.faults() == faults

    def test_its_file_is_checked(self, guide: Content) -> None:
        guide.write("en/kettle.yaml", "fire: {text: Plasma is part of your blood., facts: [F-1]}\n")
        assert guide.faults("en/kettle.yaml") == [(1, "EMPTY")]
