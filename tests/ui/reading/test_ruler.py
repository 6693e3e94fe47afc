"""A reading ruler: some lines stand clear, the others are dimmed and can still be read."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.programs import OpenProgram, find, key
from tests.ui.sample_guide import RICH, make_library
from tpe_guide.settings import THEMES, Settings
from tpe_guide.ui.kit.theme import Theme, ThemeName
from tpe_guide.ui.reading.document import PageDocument, line_rects
from tpe_guide.ui.reading.documents import PageDocuments
from tpe_guide.ui.reading.reading_view import ReadingView
from tpe_guide.ui.reading.ruler import Ruler, dimmed, lines_in
from tpe_guide.ui.reading.spoken import sentences

WORDS = ("ink", "ink2", "teal", "red", "straw800")
GROUNDS = ("paper", "card", "sunken", "straw50", "red-tint")


@pytest.fixture
def view(qtbot: QtBot) -> ReadingView:
    """A page with a ruler of three lines, at its top."""
    return shown(qtbot, Theme(ruler=3))


def shown(qtbot: QtBot, theme: Theme) -> ReadingView:
    view = ReadingView(theme)
    qtbot.addWidget(view)
    documents = PageDocuments(make_library(), theme, view)
    view.resize(760, 500)
    with qtbot.waitExposed(view):
        view.show()
    view.show_document(documents.main(RICH, view.viewport().width()))
    return view


def band(view: ReadingView) -> QRectF:
    """What is clear, in px of the viewport."""
    assert view._ruler is not None
    top, bottom = view._ruler.band
    return QRectF(0, top - view._offset().y(), view.viewport().width(), bottom - top)


def page_of(view: ReadingView) -> PageDocument:
    assert view.page_shown is not None
    return view.page_shown


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: QColor) -> float:
    parts = [
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in (color.redF(), color.greenF(), color.blueF())
    ]
    return sum(part * weight for part, weight in zip(parts, (0.2126, 0.7152, 0.0722), strict=True))


@pytest.mark.parametrize("name", THEMES)
def test_what_is_dimmed_can_still_be_read(name: ThemeName) -> None:
    theme = Theme(name)
    for ground in GROUNDS:
        for words in WORDS:
            if words != "red" or ground in ("paper", "red-tint"):  # red stands on no other
                assert contrast(dimmed(theme.color(words)), dimmed(theme.color(ground))) >= 4.5, (words, ground)


def test_lines_stand_below_one_another_and_hold_all_words(view: ReadingView) -> None:
    lines = lines_in(page_of(view))
    assert all(above.bottom - 1 <= below.top for above, below in pairwise(lines))
    for node in page_of(view).nodes:
        for rect in line_rects(page_of(view), node.start, node.start + 1):
            middle = rect.center().y()
            assert any(line.top <= middle <= line.bottom for line in lines), node.name


def test_the_cells_of_a_row_are_one_line(view: ReadingView) -> None:
    page = page_of(view)
    assert len(lines_in(page)) < sum(
        block.layout().lineCount()
        for number in range(page.blockCount())
        if (block := page.findBlockByNumber(number)).length() > 1
    )


def test_without_a_ruler_nothing_is_dimmed_and_arrows_scroll(qtbot: QtBot) -> None:
    view = shown(qtbot, Theme())
    paper = Theme().color("paper")
    assert view.viewport().grab().toImage().pixelColor(2, 490) == paper
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.verticalScrollBar().value() > 0


def test_what_is_clear_is_as_it_was_and_the_rest_is_darker(view: ReadingView) -> None:
    picture, clear = view.viewport().grab().toImage(), band(view)
    paper = Theme().color("paper")
    assert picture.pixelColor(2, round(clear.center().y())) == paper
    below = picture.pixelColor(2, round(clear.bottom()) + 40)
    assert abs(below.red() - dimmed(paper).red()) <= 1
    edge = picture.pixelColor(2, round(clear.bottom()) + 1)
    assert contrast(edge, paper) >= 3


def test_arrow_keys_move_it_by_a_line_and_the_page_follows(view: ReadingView) -> None:
    lines = lines_in(page_of(view))
    for __ in range(12):
        QTest.keyClick(view, Qt.Key.Key_Down)
    assert band(view).translated(view._offset()).contains(QRectF(0, lines[12].top, 1, 1))
    assert view.viewport().rect().contains(band(view).toRect())
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert band(view).translated(view._offset()).center().y() == pytest.approx(
        (lines[10].top + lines[12].bottom) / 2, abs=1
    )


def test_below_its_last_line_arrows_scroll_on(view: ReadingView) -> None:
    view.verticalScrollBar().setValue(0)
    for ___ in lines_in(page_of(view)):
        QTest.keyClick(view, Qt.Key.Key_Down)
    assert view._ruler is not None
    assert not view._ruler.step(1)
    for __ in range(9):
        QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()


def test_it_goes_where_a_finger_taps(view: ReadingView) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(700, 300))
    assert band(view).top() <= 300 + 40
    assert band(view).bottom() >= 300 - 40


def test_it_goes_with_the_reading_cursor_and_with_tab(view: ReadingView) -> None:
    view.setFocus()
    view.read_on("heading", forwards=True)
    view.read_on("heading", forwards=True)
    assert view.node_read is not None
    assert (
        band(view)
        .translated(view._offset())
        .contains(line_rects(page_of(view), view.node_read.start, view.node_read.end)[0].center())
    )
    view.focus_link(4)
    assert band(view).translated(view._offset()).contains(view._geometry().links[4][0].center())


def test_a_sentence_that_is_said_stands_clear_as_a_whole(view: ReadingView) -> None:
    said = max(sentences(page_of(view)), key=lambda each: each.end - each.start)
    view.mark_spoken(said)
    clear = band(view).translated(view._offset())
    for rect in line_rects(page_of(view), said.start, said.end):
        assert clear.contains(rect.center())


def test_a_page_that_is_scrolled_takes_it_along(view: ReadingView) -> None:
    bar = view.verticalScrollBar()
    for value in (bar.maximum(), 0, bar.maximum() // 2):
        bar.setValue(value)
        assert band(view).intersects(QRectF(view.viewport().rect())), value


@pytest.mark.parametrize("lines", [1, 3])
def test_so_many_lines_are_clear(qtbot: QtBot, lines: int) -> None:
    view = shown(qtbot, Theme(ruler=lines))
    QTest.keyClick(view, Qt.Key.Key_Down)
    clear = band(view).translated(view._offset())
    assert sum(clear.contains(QRectF(0, line.top, 1, line.bottom - line.top)) for line in lines_in(page_of(view))) == (
        lines
    )


def test_a_page_of_no_lines_has_none(qapp: object) -> None:
    ruler = Ruler(Theme(ruler=1))
    assert not ruler.step(1)
    assert ruler.band == (0, 0)


def test_one_key_switches_it_and_it_is_kept(open_program: OpenProgram) -> None:
    program = open_program(page="tingling", chosen=Settings())
    seen = []
    for __ in range(3):
        key(program, "Ctrl+R")
        seen.append(program.session.settings.ruler)
        assert (find(program, "reading-view", ReadingView)._ruler is not None) is bool(seen[-1])
    assert seen == [1, 3, 0]


@pytest.mark.parametrize("how", ["colours", "size", "window", "depth"])
def test_in_another_look_it_stands_at_the_same_words(open_program: OpenProgram, how: str) -> None:
    """It went back to the top of what is seen: whoever reads by it had to find the line again."""
    program = open_program(page="tingling", chosen=Settings(ruler=1))

    def ruled() -> str:
        view = find(program, "reading-view", ReadingView)
        assert view._ruler is not None
        position = view._ruler.position
        assert lines_in(page_of(view))
        return view.toPlainText()[position : position + 12]

    view = find(program, "reading-view", ReadingView)
    view.setFocus()
    for __ in range(7):
        QTest.keyClick(view, Qt.Key.Key_Down)
    before = ruled()
    match how:
        case "colours":
            program.session.next_theme()
        case "size":
            program.session.bigger()
        case "window":
            program.window.resize(1440, 880)
        case "depth":
            program.session.set_depth("full")
    after = ruled()
    page = find(program, "reading-view", ReadingView).toPlainText()
    back = page.index(before) - page.index(after)
    assert 0 <= back <= (100 if how in ("size", "depth") else 0), "in other lines, or other words, its paragraph"
