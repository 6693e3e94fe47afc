"""The kiosk's screens on every screen a clinic may hang up: nothing cut off, nothing too small to hit."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetrics, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tpe_guide.settings import THEMES
from tpe_guide.ui.kiosk.chapter_list import ChapterList
from tpe_guide.ui.kiosk.countdown import Countdown
from tpe_guide.ui.kiosk.kiosk_attract import AttractPage, Language
from tpe_guide.ui.kiosk.kiosk_button import KioskButton
from tpe_guide.ui.kiosk.kiosk_erased import ErasedPage
from tpe_guide.ui.kiosk.kiosk_finish import FinishPage
from tpe_guide.ui.kiosk.kiosk_page import KioskPage
from tpe_guide.ui.kiosk.kiosk_still_there import StillTherePage
from tpe_guide.ui.kiosk.vessel import Vessel
from tpe_guide.ui.kiosk.words import Words
from tpe_guide.ui.kit.theme import LEAST_LETTERS, Theme, ThemeName, Type

ENGLISH = [Language("en", "English")]
SIX = [
    *ENGLISH,
    Language("es", "Español"),
    Language("fr", "Français"),
    Language("de", "Deutsch"),
    Language("pl", "Polski"),
    Language("tr", "Türkçe"),
]
CHAPTERS = [
    "Relapses and steroids",
    "How plasma exchange works",
    "What a session feels like",
    "Your options side by side",
]
TEN = [
    *CHAPTERS,
    "Getting ready",
    "Your session, step by step",
    "Risks and warning signs",
    "Afterwards",
    "My questions and what matters",
    "About this guide",
]
UPRIGHT = [(1080, 1920), (768, 1024), (600, 1024), (480, 800), (2160, 3840)]
WIDE = [(1920, 1080), (1366, 768), (1024, 768), (1280, 1024), (800, 600), (3840, 2160)]

every_size = pytest.mark.parametrize("size", [*UPRIGHT, *WIDE, (1000, 1000)], ids=lambda size: f"{size[0]}x{size[1]}")
every_height = pytest.mark.parametrize("lowered", [False, True], ids=["raised", "lowered"])


def attract(
    qtbot: QtBot,
    size: tuple[int, int],
    *,
    lowered: bool = False,
    languages: list[Language] = ENGLISH,
    theme: ThemeName = "light",
    chapters: list[str] = CHAPTERS,
) -> AttractPage:
    page = AttractPage(Theme(theme), languages, chapters)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    if lowered:
        button(page, "lower").click()
    return page


def still_there(
    qtbot: QtBot, size: tuple[int, int], *, lowered: bool = False, theme: ThemeName = "light"
) -> StillTherePage:
    page = StillTherePage(Theme(theme), 30, lowered=lowered)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    page.show_seconds(18)
    return page


def button(page: KioskPage, name: str) -> KioskButton:
    found = page.findChild(KioskButton, name)
    assert found is not None
    return found


def buttons(page: KioskPage) -> list[KioskButton]:
    return [each for each in page.findChildren(KioskButton) if each.isVisible()]


def shown(page: KioskPage) -> list[QWidget]:
    straight = page.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [each for each in straight if each.isVisible()]


def box(widget: QWidget) -> QRect:
    """Where *widget* stands; for words the lines themselves, without the room their letters may reach into."""
    if isinstance(widget, Words):
        height = widget.heightForWidth(widget.width())
        inset = (widget.height() - height) // 2
        return widget.geometry().adjusted(0, inset, 0, -inset)
    return widget.geometry()


def assert_well_laid_out(page: KioskPage) -> None:
    for widget in shown(page):
        assert page.rect().contains(widget.geometry()), f"{widget!r} reaches out of the screen"
        if isinstance(widget, Words):
            assert widget.heightForWidth(widget.width()) <= widget.height(), f"{widget.text()!r} is cut off"
    for one, other in combinations(shown(page), 2):
        assert not box(one).intersects(box(other)), f"{one!r} lies over {other!r}"
    for each in buttons(page):
        assert min(each.width(), each.height()) >= 80, f"{each.text()!r} is too small to hit"
        words = (each.short or "") if each._icon_only else each.text()
        assert QFontMetrics(each.drawn_font).horizontalAdvance(words) < each.width()
    for one, other in combinations(buttons(page), 2):
        grown = one.geometry().adjusted(-19, -19, 19, 19)
        assert not grown.intersects(other.geometry()), f"{one.text()!r} and {other.text()!r} are too close"


@every_size
@every_height
def test_attract_fits(qtbot: QtBot, size: tuple[int, int], lowered: bool) -> None:
    assert_well_laid_out(attract(qtbot, size, lowered=lowered))


@every_size
@every_height
def test_attract_with_six_languages_fits(qtbot: QtBot, size: tuple[int, int], lowered: bool) -> None:
    assert_well_laid_out(attract(qtbot, size, lowered=lowered, languages=SIX))


@every_size
@every_height
def test_still_there_fits(qtbot: QtBot, size: tuple[int, int], lowered: bool) -> None:
    assert_well_laid_out(still_there(qtbot, size, lowered=lowered))


@every_size
@every_height
def test_what_is_asked_and_said_at_the_end_fits(qtbot: QtBot, size: tuple[int, int], lowered: bool) -> None:
    for page in (FinishPage(Theme(), lowered=lowered), ErasedPage(Theme(), lowered=lowered)):
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        assert_well_laid_out(page)


@pytest.mark.parametrize("size", [(1080, 1920), (768, 1024), (1920, 1080), (1366, 768), (1024, 768)])
def test_lowered_the_buttons_stand_in_the_bottom_third(qtbot: QtBot, size: tuple[int, int]) -> None:
    page = attract(qtbot, size)
    raised = button(page, "begin").y()
    button(page, "lower").click()
    lowered = button(page, "begin").geometry()
    assert lowered.y() > raised
    assert lowered.center().y() > size[1] * 2 / 3
    button(page, "lower").click()
    assert button(page, "begin").y() == raised


def test_on_the_upright_kiosk_everything_pressable_is_in_the_lower_sixty_percent(qtbot: QtBot) -> None:
    pages: list[KioskPage] = [
        attract(qtbot, (1080, 1920)),
        attract(qtbot, (1080, 1920), languages=SIX),
        still_there(qtbot, (1080, 1920)),
    ]
    for page in pages:
        assert min(each.y() for each in buttons(page)) >= 0.4 * 1920


def test_the_upright_kiosk_has_the_sizes_of_the_picture(qtbot: QtBot) -> None:
    page = attract(qtbot, (1080, 1920))
    begin = button(page, "begin").geometry()
    assert (begin.x(), begin.width(), begin.height()) == (56, 968, 204)
    assert button(page, "lower").height() == 80


def test_one_language_shows_the_chapters_and_no_language_row(qtbot: QtBot) -> None:
    page = attract(qtbot, (1080, 1920))
    assert {each.objectName() for each in buttons(page)} == {"begin", "text-size", "colours", "lower"}
    chapters = page.findChild(ChapterList)
    assert chapters is not None
    assert [words.text() for words in chapters.findChildren(Words)] == CHAPTERS


@pytest.mark.parametrize(
    ("size", "listed"),
    [((1080, 1920), True), ((768, 1024), True), ((1366, 728), True), ((480, 800), False), ((600, 1024), False)],
)
def test_chapters_are_listed_where_most_of_them_have_a_line(qtbot: QtBot, size: tuple[int, int], listed: bool) -> None:
    page = attract(qtbot, size, chapters=TEN)
    chapters = page.findChild(ChapterList)
    assert chapters is not None
    assert chapters.isVisible() is listed
    assert_well_laid_out(page)


def test_without_the_list_the_drawing_has_its_room(qtbot: QtBot) -> None:
    page = attract(qtbot, (480, 800), chapters=TEN)
    vessel = page.findChild(Vessel)
    assert vessel is not None
    assert vessel.width() > 300


@every_size
def test_what_stands_beside_words_is_never_smaller_than_their_letters(qtbot: QtBot, size: tuple[int, int]) -> None:
    page = attract(qtbot, size)
    for each in buttons(page):
        assert each._icon_size >= each.font().pixelSize()
    theme = page._theme
    for sign, role in ((40, Type(28, 1.35, 400)), (34, Type(30, 1.35, 700))):
        assert theme.beside(sign, role) >= theme.letters(role.px) >= LEAST_LETTERS


def test_where_there_is_room_for_no_words_the_size_is_still_told(qtbot: QtBot) -> None:
    page = attract(qtbot, (480, 800))
    size = button(page, "text-size")
    assert size._icon_only
    assert size.short == "100%"
    assert size.width() == size.height()


def test_how_one_likes_to_read_can_be_said_first(qtbot: QtBot) -> None:
    page = attract(qtbot, (1080, 1920))
    with qtbot.waitSignal(page.look_changed) as wanted:
        button(page, "text-size").click()
    assert wanted.args == ["light", 150]
    with qtbot.waitSignal(page.look_changed) as wanted:
        button(page, "colours").click()
    assert wanted.args == ["dark", 100]


def test_each_language_begins_in_itself_and_the_large_button_in_the_first(qtbot: QtBot) -> None:
    page = attract(qtbot, (1080, 1920), languages=SIX)
    for code in ("pl", "en"):
        with qtbot.waitSignal(page.begun) as begun:
            button(page, f"language-{code}").click()
        assert begun.args == [code]
    with qtbot.waitSignal(page.begun) as begun:
        button(page, "begin").click()
    assert begun.args == ["en"]


def test_a_finger_beside_the_button_still_begins(qtbot: QtBot) -> None:
    page = attract(qtbot, (540, 960))
    with qtbot.waitSignal(page.begun):
        QTest.mouseClick(page, Qt.MouseButton.LeftButton, pos=page.findChild(Vessel).geometry().center())


@pytest.mark.parametrize("place", [QPoint(430, 50), QPoint(80, 900)], ids=["notice", "promise"])
def test_the_notice_and_the_promise_begin_nothing(qtbot: QtBot, place: QPoint) -> None:
    page = attract(qtbot, (540, 960))
    with qtbot.assertNotEmitted(page.begun):
        QTest.mouseClick(page, Qt.MouseButton.LeftButton, pos=place)


def test_tab_walks_every_button_once(qtbot: QtBot) -> None:
    page = attract(qtbot, (1080, 1920), languages=SIX)
    page.activateWindow()
    page.first_focus().setFocus()
    walked = []
    for __ in buttons(page):
        walked.append(page.focusWidget().objectName())
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert walked == ["begin", *(f"language-{each.code}" for each in SIX), "text-size", "colours", "lower"]


def test_a_screen_reader_finds_names_for_everything(qtbot: QtBot) -> None:
    for page in (attract(qtbot, (1080, 1920)), still_there(qtbot, (1080, 1920))):
        for widget in shown(page):
            if isinstance(widget, ChapterList):
                continue
            interface = QAccessible.queryAccessibleInterface(widget)
            assert interface.text(QAccessible.Text.Name), f"{widget!r} has no name"
    names = [QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name) for each in shown(page)]
    assert "18 seconds left" in names
    assert "Feeling unwell? Tell staff now." in names


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def at(image: QImage, x: float, y: float) -> QColor:
    return image.pixelColor(round(image.width() * x), round(image.height() * y))


@pytest.mark.parametrize("name", THEMES)
def test_the_vessel_has_plasma_above_and_cells_below(qtbot: QtBot, name: ThemeName) -> None:
    theme = Theme(name)
    page = attract(qtbot, (1080, 1920), theme=name)
    vessel = page.findChild(Vessel)
    assert vessel is not None
    drawn = picture(vessel)
    assert at(drawn, 0.5, 0.1) == theme.color("straw")
    assert at(drawn, 0.5, 0.64) == theme.color("cellbed")
    assert at(drawn, 0.505, 0.683) == theme.color("cell")


@pytest.mark.parametrize("name", THEMES)
def test_the_ring_empties_clockwise_with_the_seconds(qtbot: QtBot, name: ThemeName) -> None:
    theme = Theme(name)
    page = still_there(qtbot, (1080, 1920), theme=name)
    ring = page.findChild(Countdown)
    assert ring is not None
    right, left = (0.94, 0.5), (0.06, 0.5)
    page.show_seconds(30)
    assert at(picture(ring), *left) == at(picture(ring), *right) == theme.color("straw")
    page.show_seconds(18)
    assert at(picture(ring), *right) == theme.color("straw")
    assert at(picture(ring), *left) == theme.color("card")
    page.show_seconds(1)
    assert at(picture(ring), *right) == theme.color("card")


def test_one_second_is_said_as_one(qtbot: QtBot) -> None:
    page = still_there(qtbot, (1080, 1920))
    page.show_seconds(1)
    assert page.findChild(Countdown).accessibleName() == "1 second left"
