"""What is painted is what the table says: straw, bar and star where picked, dots as many, no word cut off."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from tests.ui.golden import assert_as_before
from tpe_guide.guide.library import load_compiled
from tpe_guide.pictures.comparison.order import in_order
from tpe_guide.pictures.comparison.table import Table, Treatment
from tpe_guide.settings import THEMES
from tpe_guide.ui.kit.theme import Theme, ThemeName
from tpe_guide.ui.pictures.comparison.delegate import PAD_X, PAD_Y
from tpe_guide.ui.pictures.comparison.dots import dots_size
from tpe_guide.ui.pictures.comparison.model import ComparisonModel
from tpe_guide.ui.pictures.comparison.view import ComparisonView, TableFrame

PICKS = ("sure", "when")
OPTIONS = ("exchange", "steroids", "ivig")


@pytest.fixture(scope="module")
def table() -> Table:
    return Table(load_compiled("comparison", "en"))


def columns_of(table: Table, options: tuple[str, ...] = OPTIONS) -> tuple[Treatment, ...]:
    return tuple(each for each in table.treatments if each.id in options)


class Views:
    """Makes views."""

    def __init__(self, qtbot: QtBot, table: Table) -> None:
        self._qtbot = qtbot
        self._table = table

    def __call__(
        self,
        theme: ThemeName = "light",
        picks: tuple[str, ...] = PICKS,
        width: int = 1240,
        percent: int = 100,
        options: tuple[str, ...] = OPTIONS,
    ) -> ComparisonView:
        rows = in_order(self._table.questions, picks)
        model = ComparisonModel(self._table, rows, picks, columns_of(self._table, options))
        view = ComparisonView(Theme(theme, percent), model)
        model.setParent(view)
        self._qtbot.addWidget(view)
        view.resize(width, view.heightForWidth(width))
        view.show()
        QCoreApplication.processEvents()
        return view


@pytest.fixture
def views(qtbot: QtBot, table: Table) -> Views:
    return Views(qtbot, table)


def cell_rect(view: ComparisonView, row: int, column: int) -> QRect:
    """In px of the viewport."""
    return view.visualRect(view.model().index(row, column))


def painted(view: ComparisonView) -> QImage:
    return view.viewport().grab().toImage()


def heads(view: ComparisonView) -> QImage:
    return view.verticalHeader().viewport().grab().toImage()


def row_top(view: ComparisonView, row: int) -> int:
    return view.verticalHeader().sectionViewportPosition(row)


@pytest.mark.parametrize("theme", THEMES)
def test_picked_rows_and_only_those_are_straw_with_a_bar_and_a_star(views: Views, theme: ThemeName) -> None:
    look = Theme(theme)
    view = views(theme)
    picture, beside = painted(view), heads(view)
    for row in range(8):
        ground = picture.pixelColor(cell_rect(view, row, 0).bottomRight() - QPoint(8, 8))
        assert ground == look.color("straw50" if row < len(PICKS) else "card"), row
        middle = row_top(view, row) + view.rowHeight(row) // 2
        bar = [beside.pixelColor(x, middle) for x in (1, look.px(6))]
        assert (bar == [look.color("straw600")] * 2) == (row < len(PICKS)), row
        star = QRect(look.px(18), row_top(view, row) + look.px(PAD_Y), look.px(22), look.px(22))
        assert has_ink(beside, star, look) or row >= len(PICKS)


def has_ink(picture: QImage, box: QRect, look: Theme) -> bool:
    ink = look.color("ink")
    places = ((x, y) for x in range(box.left(), box.right()) for y in range(box.top(), box.bottom()))
    return any(near(picture.pixelColor(x, y), ink) for x, y in places)


def near(one: QColor, two: QColor) -> bool:
    return max(abs(one.red() - two.red()), abs(one.green() - two.green()), abs(one.blue() - two.blue())) < 50


@pytest.mark.parametrize("theme", THEMES)
def test_as_many_dots_are_full_as_the_table_says(views: Views, table: Table, theme: ThemeName) -> None:
    look = Theme(theme)
    view = views(theme)
    picture = painted(view)
    for column, treatment in enumerate(columns_of(table)):
        corner = cell_rect(view, 0, column).topLeft()
        y = corner.y() + look.px(PAD_Y) + dots_size(look).height() // 2
        xs = (corner.x() + look.px(PAD_X) + look.px(7.4 + at * 19) for at in range(3))
        full = [near(picture.pixelColor(x, y), look.color("ink")) for x in xs]
        count = table.cell("sure", treatment.id).certainty
        assert count is not None
        assert full == [at < count for at in range(3)], treatment.id


@pytest.mark.parametrize("options", [OPTIONS, ("immunoadsorption", "ivig", "waiting"), ("steroids", "waiting")])
@pytest.mark.parametrize("percent", [100, 125, 150, 200])
def test_no_word_is_cut_off_at_the_least_width(views: Views, percent: int, options: tuple[str, ...]) -> None:
    view = views(percent=percent, options=options)
    view.resize(view.least_width, view.heightForWidth(view.least_width))
    QCoreApplication.processEvents()
    delegate, model = view.itemDelegate(), view.model()
    assert view.horizontalHeader().sectionSize(0) >= view.horizontalHeader().least_width()  # type: ignore[attr-defined]
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            width = view.columnWidth(column)
            cell = model.cell(row, column)  # type: ignore[attr-defined]
            assert delegate.least_width([cell]) <= width + 1, cell.spoken  # type: ignore[attr-defined]
            assert delegate.height_of(cell, width) <= view.rowHeight(row)  # type: ignore[attr-defined]
    assert view.horizontalHeader().length() == view.viewport().width(), "nothing to scroll sideways"


@pytest.mark.parametrize("options", [OPTIONS, OPTIONS[:2]])
def test_it_is_as_high_as_its_rows_and_has_nothing_to_scroll(views: Views, options: tuple[str, ...]) -> None:
    view = views(options=options)
    last = view.model().rowCount() - 1
    assert row_top(view, last) + view.rowHeight(last) == view.viewport().height()
    assert view.height() == view.horizontalHeader().height() + view.viewport().height()
    for bar in (view.verticalScrollBar(), view.horizontalScrollBar()):
        assert bar.maximum() == 0
        assert not bar.isVisible()


def test_the_head_goes_down_as_far_as_it_is_told_and_stays_above_the_last_row(views: Views) -> None:
    view = views()
    head = view.horizontalHeader()
    corner = view.findChild(QAbstractButton)
    for told, top in ((300, 300), (-40, 0), (9_000, view.height() - head.height() - view.rowHeight(11))):
        view.keep_head(told)
        assert (head.y(), corner.y()) == (top, top)
    view.keep_head(300)
    view.updateGeometries()  # as Qt does whenever rows or columns change
    assert (head.y(), corner.y()) == (300, 300)
    assert head.isVisible()


def test_keys_go_from_cell_to_cell(views: Views) -> None:
    view = views()
    view.setFocus()
    view.go_to("sure", "exchange")
    places = []
    for pressed in (
        Qt.Key.Key_Right,
        Qt.Key.Key_Down,
        Qt.Key.Key_End,
        Qt.Key.Key_Home,
        Qt.Key.Key_Up,
    ):
        QTest.keyClick(view, pressed)
        places.append((view.currentIndex().row(), view.currentIndex().column()))
    assert places == [(0, 1), (1, 1), (1, 2), (1, 0), (0, 0)]


@pytest.mark.parametrize("pressed", [Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Up, Qt.Key.Key_A])
def test_a_key_that_leads_nowhere_in_it_is_for_the_page(views: Views, pressed: Qt.Key) -> None:
    view = views()
    view.go_to("sure", "exchange")
    event = QKeyEvent(QEvent.Type.KeyPress, pressed, Qt.KeyboardModifier.NoModifier)
    view.step(event)
    assert not event.isAccepted()
    assert view.currentIndex().row() == 0


def test_reading_from_right_to_left_the_left_key_goes_on_and_the_bar_is_right(views: Views, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        view = views()
        view.setFocus()
        view.go_to("sure", "exchange")
        QTest.keyClick(view, Qt.Key.Key_Left)
        assert view.currentIndex().column() == 1
        assert cell_rect(view, 0, 1).left() < cell_rect(view, 0, 0).left()
        beside = heads(view)
        middle = row_top(view, 0) + view.rowHeight(0) // 2
        assert beside.pixelColor(beside.width() - 2, middle) == Theme().color("straw600")
        assert beside.pixelColor(1, middle) != Theme().color("straw600")
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)


@pytest.mark.parametrize("pressed", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_opens_the_cell_where_one_is(views: Views, table: Table, pressed: Qt.Key, qtbot: QtBot) -> None:
    view = views()
    view.go_to("when", "ivig")
    with qtbot.waitSignal(view.opened) as opened:
        QTest.keyClick(view, pressed)
    assert opened.args == [table.cell("when", "ivig")]


def test_a_press_on_a_cell_opens_it_and_on_a_head_leads_to_its_page(views: Views, table: Table, qtbot: QtBot) -> None:
    view = views()
    with qtbot.waitSignal(view.opened) as opened:
        QTest.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, cell_rect(view, 1, 2).center()
        )
    assert opened.args == [table.cell("when", "ivig")]
    above = view.horizontalHeader()
    place = QPoint(above.sectionViewportPosition(2) + 20, above.height() // 2)
    with qtbot.waitSignal(view.page_wanted) as wanted:
        QTest.mouseClick(above.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert wanted.args == ["ivig"]


def test_a_ring_shows_where_the_keyboard_is_and_none_for_a_finger(views: Views) -> None:
    view = views()
    view.activateWindow()
    QTest.qWaitForWindowActive(view)
    view.setFocus()
    view.go_to("sure", "steroids")
    edge = QPoint(cell_rect(view, 0, 1).center().x(), cell_rect(view, 0, 1).top() + 2)
    assert painted(view).pixelColor(edge) != Theme().color("focus")
    QTest.keyClick(view, Qt.Key.Key_Home)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert painted(view).pixelColor(edge) == Theme().color("focus")


@pytest.mark.parametrize("theme", THEMES)
def test_it_looks_as_before(qtbot: QtBot, table: Table, theme: ThemeName) -> None:
    model = ComparisonModel(table, in_order(table.questions, PICKS), PICKS, columns_of(table))
    view = ComparisonView(Theme(theme), model)
    model.setParent(view)
    framed = TableFrame(Theme(theme), view)
    qtbot.addWidget(framed)
    framed.resize(1180, framed.heightForWidth(1180))
    framed.show()
    QCoreApplication.processEvents()
    view.show_opened(table.cell("when", "steroids"))
    top = framed.grab(QRect(0, 0, 1180, 420)).toImage()
    assert_as_before(top.scaledToWidth(590, Qt.TransformationMode.SmoothTransformation), f"comparison-{theme}")
