"""What is painted is what was counted: each mark is looked for in the picture, by its form and colour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.golden import assert_as_before
from tpe_guide.guide.library import load_compiled
from tpe_guide.pictures.odds.array import COUNTED, REST, Array
from tpe_guide.pictures.odds.words import OddsWords, Picture
from tpe_guide.settings import THEMES
from tpe_guide.ui.kit.theme import Theme, ThemeName
from tpe_guide.ui.pictures.odds.array_view import ArrayView

PICTURES = OddsWords(load_compiled("odds", "en")).pictures
GROUPS = [(picture, at) for picture in PICTURES for at in range(len(picture.groups))]
LARGE = 1000
Make = Callable[..., ArrayView]


def named(value: object) -> str:
    return value.id if isinstance(value, Picture) else str(value)


@pytest.fixture
def view(qtbot: QtBot) -> Make:
    """Makes a view on a card."""
    cards: list[QWidget] = []

    def make(array: Array, figure: str, theme: ThemeName = "light", size: QSize | None = None) -> ArrayView:
        card = QWidget()
        qtbot.addWidget(card)
        cards.append(card)
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Window, Theme(theme).color("card"))
        card.setPalette(palette)
        made = ArrayView(Theme(theme), array, figure, "All that it shows.", card)
        made.resize(size or QSize(LARGE, made.heightForWidth(LARGE)))
        card.resize(made.size())
        return made

    return make


def painted(view: ArrayView) -> QImage:
    card = view.parentWidget()
    assert card is not None
    return card.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def alike(one: QColor, two: QColor, by: int = 36) -> bool:
    return max(abs(one.red() - two.red()), abs(one.green() - two.green()), abs(one.blue() - two.blue())) <= by


class Looker:
    """Says what stands in a square of the picture, as somebody would who looks at it."""

    def __init__(self, view: ArrayView, figure: str, theme: ThemeName) -> None:
        self._view = view
        self._image = painted(view)
        self._figure = figure
        self._theme = Theme(theme)

    def kind_at(self, index: int) -> str:
        square = self._view.square(index)

        def shows(across: float, down: float, *tokens: str) -> bool:
            x, y = square.left() + across * square.width(), square.top() + down * square.height()
            color = self._image.pixelColor(int(x), int(y))
            return any(alike(color, self._theme.color(token)) for token in tokens)

        return self._dot(shows) if self._figure == "dot" else self._tile(shows)

    @staticmethod
    def _tile(shows: Callable[..., bool]) -> str:
        if shows(0.16, 0.5, "straw") and shows(0.5, 0.62, "on-straw"):
            return COUNTED
        return REST if shows(0.16, 0.5, "card") and shows(0.5, 0.62, "card") else "nothing"

    @staticmethod
    def _dot(shows: Callable[..., bool]) -> str:
        middle = (0.5, 0.55)
        if shows(*middle, "card"):
            return REST
        corner = shows(0.2, 0.85, "straw600", "ink")
        if shows(*middle, "ink") and corner and shows(0.15, 0.15, "ink"):
            return "severe"
        if corner and shows(*middle, "straw600") and shows(0.15, 0.15, "card"):
            return "moderate"
        return "mild" if shows(*middle, "straw") and shows(0.15, 0.85, "card") else "nothing"


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("picture", "at"), GROUPS, ids=named)
def test_as_many_marks_are_painted_as_were_counted(view: Make, picture: Picture, at: int, theme: ThemeName) -> None:
    array = picture.groups[at].array
    made = view(array, picture.mark, theme)
    looker = Looker(made, picture.mark, theme)
    wanted = [kind if picture.mark != "dot" or kind != COUNTED else "mild" for kind in array.kinds]
    seen = [looker.kind_at(index) for index in range(array.of)]
    assert Counter(seen) == Counter(wanted)
    assert seen == wanted


@pytest.mark.parametrize(("picture", "at"), GROUPS, ids=named)
def test_from_right_to_left_they_begin_at_the_right(view: Make, picture: Picture, at: int) -> None:
    array = picture.groups[at].array
    made = view(array, picture.mark)
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    looker = Looker(made, picture.mark, "light")
    assert made.square(0).right() == made.width()
    seen = [looker.kind_at(index) for index in range(array.of)]
    assert seen == [kind if picture.mark != "dot" or kind != COUNTED else "mild" for kind in array.kinds]


@pytest.mark.parametrize("width", [200, 333, 480, 1200])
@pytest.mark.parametrize("of", [100, 1000])
def test_it_is_as_high_as_it_says_and_no_mark_is_cut(view: Make, of: int, width: int) -> None:
    made = view(Array(of, ((COUNTED, 9),)), "dot" if of == 1000 else "person")
    made.resize(width, made.heightForWidth(width))
    layout = made.layout_shown
    assert layout.height == made.height()
    assert all(made.rect().contains(made.square(index).toRect()) for index in range(of))
    made.set_most_height(150)
    assert made.heightForWidth(width) <= 150


def test_it_says_all_that_it_shows(view: Make) -> None:
    assert view(PICTURES[0].groups[0].array, "dot").accessibleName() == "All that it shows."


@pytest.mark.parametrize("theme", THEMES)
def test_it_looks_as_it_did(view: Make, theme: ThemeName) -> None:
    trial = next(picture for picture in PICTURES if picture.id == "helped").groups[0].array
    made = view(trial, "drop", theme, QSize(260, 260))
    assert_as_before(painted(made), f"odds-{theme}")
    many = next(picture for picture in PICTURES if picture.id == "treatments").groups[0].array
    made = view(many, "dot", theme, QSize(400, 180))
    made.set_most_height(180)
    assert_as_before(painted(made), f"odds-parts-{theme}")
