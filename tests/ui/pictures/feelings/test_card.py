"""A card: all its words, pressed as one, in every look."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.golden import assert_as_before
from tpe_guide.guide.library import load_compiled
from tpe_guide.pictures.feelings.cards import Card, Cards
from tpe_guide.settings import THEMES
from tpe_guide.ui.kit.theme import Theme, ThemeName
from tpe_guide.ui.pictures.feelings.card import FeelingCard, Onward

WIDTH = 420


@pytest.fixture(scope="module")
def tingling() -> Card:
    return Cards(load_compiled("feelings", "en")).cards[0]


def shown(qtbot: QtBot, card: Card, theme: Theme, width: int = WIDTH) -> FeelingCard:
    made = FeelingCard(theme, card)
    qtbot.addWidget(made)
    made.resize(width, made.heightForWidth(width))
    made.show()
    return made


def test_a_screen_reader_hears_all_of_it_as_one_button(qtbot: QtBot, tingling: Card) -> None:
    made = shown(qtbot, tingling, Theme())
    interface = QAccessible.queryAccessibleInterface(made)
    assert interface.role() == QAccessible.Role.Button
    assert interface.text(QAccessible.Text.Name) == tingling.spoken
    assert interface.text(QAccessible.Text.Description) == "Read more"


def test_it_is_pressed_wherever_it_is_touched(qtbot: QtBot, tingling: Card) -> None:
    made = shown(qtbot, tingling, Theme())
    presses: list[str] = []
    made.clicked.connect(lambda: presses.append(made.card.id))
    for share in (0.1, 0.3, 0.6, 0.95):
        place = QPoint(made.width() // 2, round(made.height() * share))
        assert made.childAt(place) is None, "nothing in it takes the touch"
        QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=place)
    assert presses == ["tingling"] * 4


@pytest.mark.parametrize("percent", [100, 150, 200, 300, 400])
@pytest.mark.parametrize("width", [400, 900])
def test_no_word_is_cut_off(qtbot: QtBot, tingling: Card, percent: int, width: int) -> None:
    made = FeelingCard(Theme("light", percent), tingling)
    qtbot.addWidget(made)
    made.set_stacked(True)
    made.resize(width, made.heightForWidth(width))
    made.show()
    assert made.minimumSizeHint().width() <= width
    labels = made.findChildren(QLabel)
    assert len(labels) == 6, "name, how often, two notes, why, what to do"
    for label in labels:
        assert label.height() >= label.heightForWidth(label.width())
    for part in (*labels, *made.findChildren(Onward)):
        corner = part.mapTo(made, part.rect().bottomRight())
        assert made.rect().contains(corner)


def test_the_name_stands_beside_the_icon_or_below_it(qtbot: QtBot, tingling: Card) -> None:
    made = shown(qtbot, tingling, Theme())
    name = made.findChildren(QLabel)[0]
    assert name.text() == "Tingling"
    beside = name.mapTo(made, QPoint()).x()
    made.set_stacked(True)
    made.layout().activate()
    assert name.mapTo(made, QPoint()).x() < beside
    made.set_stacked(False)
    made.layout().activate()
    assert name.mapTo(made, QPoint()).x() == beside


@pytest.mark.parametrize("theme", THEMES)
def test_it_looks_as_it_did(qtbot: QtBot, tingling: Card, theme: ThemeName) -> None:
    assert_as_before(shown(qtbot, tingling, Theme(theme)).grab().toImage(), f"feeling-{theme}")
