"""The grid on screen, as high as its rows. It does not scroll: what it lies in does."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from tpe_guide.diary.overview import COLUMNS, Cell
from tpe_guide.i18n import _
from tpe_guide.ui.diary.level_mark import HEIGHT, WIDTH, paint_level, paint_tick
from tpe_guide.ui.diary.overview.grid_model import CELL_ROLE, GridModel
from tpe_guide.ui.kit.fitted_text import FittedText
from tpe_guide.ui.kit.icons import draw_icon
from tpe_guide.ui.kit.layouts import higher_when_narrow
from tpe_guide.ui.kit.theme import Theme

_ROW, _HEAD, _LEAST_CELL, _ICON, _GAP, _RING = 40, 34, 50, 24, 8, 3
_SLACK = 4
"""px: Qt measures a wrapped line a hair wider than the same words on one line."""
_NAMES_SHARE = 0.44
"""Of the width, at most, for the names of effects."""


class GridView(QTableView):
    """Shows the sessions of *model* that have room: the last of the first *had*, which are what there is to see."""

    paints_own_ring = True

    def __init__(self, theme: Theme, model: GridModel, had: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._had = had
        self._above = _Sessions(theme, model, self)
        self._beside = _Effects(theme, model, self)
        self._cells = _Cells(theme, self)
        self.setObjectName("grid")
        self.setAccessibleName(_("What you felt, worst level of each session"))
        self.setAccessibleDescription(_("Arrow keys go from cell to cell."))
        self.setStyleSheet("QTableView, QTableCornerButton::section { background: transparent; border: none; }")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalHeader(self._above)
        self.setVerticalHeader(self._beside)
        self.setItemDelegate(self._cells)
        self.setModel(model)
        self.setSizePolicy(higher_when_narrow(QSizePolicy.Policy.Expanding))
        corner = self.findChild(QAbstractButton)
        assert corner is not None
        corner.setAccessibleName(_("Effects"))

    def columns_in(self, width: int) -> range:
        """Which sessions stand side by side in *width* px."""
        room = width - self._beside.width_in(width)
        count = max(1, min(self._model.columnCount(), COLUMNS, room // self._theme.px(_LEAST_CELL)))
        end = self._model.columnCount() if count == self._model.columnCount() else max(count, self._had)
        return range(end - count, end)

    def sizeHint(self) -> QSize:
        """As wide as there is room, and then as high as ``heightForWidth``."""
        return QSize(self._theme.px(2 * _LEAST_CELL), 0)

    def minimumSizeHint(self) -> QSize:
        """Names, and one session."""
        return self.sizeHint()

    def heightForWidth(self, width: int) -> int:
        """The head and all rows."""
        return self._theme.px(_HEAD) + sum(self._heights(width))

    def _heights(self, width: int) -> list[int]:
        names = self._beside.width_in(width)
        least = self._theme.px(_ROW)
        return [max(least, self._beside.height_of(row, names)) for row in range(self._model.rowCount())]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns and rows follow; sessions that have no room are hidden."""
        super().resizeEvent(event)
        width, model = self.width(), self._model
        names, shown = self._beside.width_in(width), self.columns_in(width)
        self._beside.setFixedWidth(names)
        self._above.setFixedHeight(self._theme.px(_HEAD))
        for column in range(model.columnCount()):
            self.setColumnHidden(column, column not in shown)
        room, count = width - names, len(shown)
        for at, column in enumerate(shown):
            self.setColumnWidth(column, room * (at + 1) // count - room * at // count)
        for row, height in enumerate(self._heights(width)):
            self.setRowHeight(row, height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from cell to cell; what leads nowhere here is for the screen."""
        self._cells.keyboard = True
        before = self.currentIndex()
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            super().keyPressEvent(event)
        self.viewport().update()
        event.setAccepted(self.currentIndex() != before)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """By Tab: show which cell has the keyboard."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0, self.columns_in(self.width())[0]))
        super().focusInEvent(event)
        self._cells.keyboard = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)

    def can_be_pressed(self, at: QPoint) -> bool:
        """Nothing of it can."""
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """There is nothing to press: the page may be dragged."""
        event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls."""
        event.ignore()


class _Cells(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: GridView) -> None:
        super().__init__(view)
        self._theme = theme
        self.keyboard = False

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The level in the middle of its room."""
        theme, rect, cell = self._theme, QRectF(option.rect), index.data(CELL_ROLE)
        width = min(float(theme.px(WIDTH)), rect.width() - theme.px(8))
        height = min(float(theme.px(HEIGHT)), rect.height() - theme.px(5))
        place = QRectF(rect.center().x() - width / 2, rect.center().y() - height / 2, width, height)
        if isinstance(cell, Cell):
            mirrored = option.direction == Qt.LayoutDirection.RightToLeft
            paint_level(painter, place, theme, cell, mirrored=mirrored)
        elif cell:
            paint_tick(painter, place, theme)
        if self.keyboard and option.state & QStyle.StateFlag.State_HasFocus:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("focus"), _RING))
            inset = _RING / 2
            painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), theme.px(8), theme.px(8))
            painter.restore()


class _Head(QHeaderView):
    def __init__(self, theme: Theme, model: GridModel, way: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(way, parent)
        self.theme = theme
        self.grid = model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSectionSize(1)
        self.viewport().setAutoFillBackground(False)


class _Sessions(_Head):
    """Numbers above the cells."""

    def __init__(self, theme: Theme, model: GridModel, parent: QWidget) -> None:
        super().__init__(theme, model, Qt.Orientation.Horizontal, parent)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        """The number alone: what is above says that these are sessions."""
        painter.save()
        painter.setPen(self.theme.color("ink"))
        words = FittedText(
            str(self.grid.grid.sessions[logicalIndex].number), self.theme.font("small-strong", weight=700)
        )
        painter.setFont(words.in_one_line(rect.width() - 2).font)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words.words)
        painter.restore()


class _Effects(_Head):
    """Icon and name before the cells; where there is little room, the name alone."""

    def __init__(self, theme: Theme, model: GridModel, parent: QWidget) -> None:
        super().__init__(theme, model, Qt.Orientation.Vertical, parent)
        self._font = theme.font("small-strong")

    def width_in(self, width: int) -> int:
        """px of the names where all is *width* px wide."""
        widest = max((FittedText(name, self._font).width for name in self.grid.names), default=0)
        return min(self._before() + widest + self.theme.px(_GAP) + _SLACK, round(width * _NAMES_SHARE))

    def height_of(self, row: int, width: int) -> int:
        """px that a name needs."""
        words, room = self._words(row, width)
        return words.height_in(room) + self.theme.px(8)

    def sizeHint(self) -> QSize:
        """As wide as the view sets it."""
        return QSize(self.minimumWidth(), 0)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        """From where reading begins."""
        theme = self.theme
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words, room = self._words(logicalIndex, rect.width())
        before = rect.width() - room - theme.px(_GAP)
        if before:
            side = theme.px(_ICON)
            left = rect.right() - side if mirrored else rect.left()
            place = QRectF(left, rect.center().y() - side / 2, side, side)
            draw_icon(painter, self.grid.icons[logicalIndex], place, theme.color("ink"))
        painter.setPen(theme.color("ink"))
        height = words.height_in(room)
        start = rect.left() + (theme.px(_GAP) if mirrored else before)
        align = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        place_of_words = QRect(start, rect.top() + (rect.height() - height) // 2, room, height)
        words.paint(painter, place_of_words, align | Qt.AlignmentFlag.AlignAbsolute)
        painter.restore()

    def _before(self) -> int:
        return self.theme.px(_ICON + _GAP)

    def _words(self, row: int, width: int) -> tuple[FittedText, int]:
        """The name as it is shown in *width* px, and the px it has: the icon goes before a word is made smaller."""
        words = FittedText(self.grid.names[row], self._font)
        room = width - self.theme.px(_GAP)
        if words.longest_word + self._before() <= room:
            room -= self._before()
        room = max(1, room)
        return words.shrunk_to(room), room
