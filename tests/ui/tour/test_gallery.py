"""The gallery: every part that screens are built from, in every state, for who changes the kit."""

from __future__ import annotations

import importlib
import inspect
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from tpe_guide.navigation import ScreenId
from tpe_guide.ui import kit
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.tour import draw as tour
from tpe_guide.ui.tour.gallery import GALLERY, Gallery
from tpe_guide.ui.tour.stage import Look, Openers

NOT_SHOWN = {
    "Column": "scrolls what is longer than its window",
    "Deliberate": "what every button is made from",
    "FocusRing": "follows the keyboard of a whole program; its ring is shown about the specimens",
    "Holder": "is not seen itself, only what it holds",
    "Line": "stands in each Field",
    "KeptLine": "looks as the Line in each Field does",
    "MoreBelow": "lies over a page that is longer than its window",
    "Pressable": "what every button is made from",
    "Problem": "stands below the Field that has one",
    "Screen": "what every page is made from",
}
"""Parts of the kit without a place of their own in the gallery, and why."""


@pytest.fixture
def gallery(qtbot: QtBot) -> Gallery:
    gallery = Gallery(Theme(), 1440)
    qtbot.addWidget(gallery)
    gallery.resize(1440, gallery.heightForWidth(1440))
    gallery.show()
    return gallery


def parts_of_the_kit() -> set[type[QWidget]]:
    modules = [path.stem for path in Path(kit.__path__[0]).glob("*.py") if path.stem != "__init__"]
    found = [importlib.import_module(f"{kit.__name__}.{name}") for name in modules]
    return {
        each
        for module in found
        for name, each in inspect.getmembers(module, inspect.isclass)
        if issubclass(each, QWidget) and each.__module__ == module.__name__ and not name.startswith("_")
    }


def test_no_part_of_the_kit_is_missing(gallery: Gallery) -> None:
    shown = {type(widget).__name__ for widget in gallery.findChildren(QWidget)}
    assert {part.__name__ for part in parts_of_the_kit()} - shown - {*NOT_SHOWN} == set()


def test_every_state_of_a_button_is_there(gallery: Gallery) -> None:
    buttons = [each for each in gallery.findChildren(QAbstractButton) if type(each) is Button]
    assert any(each.isDown() for each in buttons)
    assert any(each.underMouse() for each in buttons)
    assert any(not each.isEnabled() for each in buttons)
    assert any(each.layoutDirection() == Qt.LayoutDirection.RightToLeft for each in buttons)
    assert any(each.heightForWidth(each.width()) > each.minimumSizeHint().height() for each in buttons)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_its_picture_is_the_same_each_time_and_ends_below_its_last_part(
    qapp: QApplication, tmp_path: Path, theme: str
) -> None:
    (shot,) = (each for each in tour.gallery(tour.Wish()) if each.look.theme == theme)
    pictures = [tour.picture(qapp, NOBODY, tmp_path, shot) for _again in range(2)]
    assert pictures[0] == pictures[1]
    image = QImage.fromData(pictures[0])
    assert image.width() == 1440
    last_rows = {image.pixel(at, image.height() - row) for row in range(1, 20) for at in range(0, 1440, 9)}
    assert len(last_rows) == 1, "nothing but paper"
    bar = {image.pixel(at, image.height() - 90) for at in range(0, 1440, 9)}
    assert len(bar) > 1, "and the bar just above it"


NOBODY = Openers(lambda *_: pytest.fail("the gallery opens no program"), lambda: pytest.fail("nor a kiosk"))


def test_a_wish_holds_for_the_gallery_too() -> None:
    (shot,) = tour.gallery(tour.Wish((800, 600), 200, "dark"))
    assert (shot.name, shot.look) == (GALLERY[0].name, Look((800, 600), 200, "dark"))


def test_no_patient_comes_there() -> None:
    assert "gallery" not in str(ScreenId)
