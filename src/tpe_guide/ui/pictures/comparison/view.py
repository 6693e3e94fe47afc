"""The table on screen, as high as its rows: arrow keys go from cell to cell, Enter opens one."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QFrame, QSizePolicy, QTableView, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.pictures.comparison.options import MOST
from tpe_guide.pictures.comparison.table import Cell
from tpe_guide.ui.kit.layouts import higher_when_narrow
from tpe_guide.ui.kit.one_press import OnePress
from tpe_guide.ui.kit.paint_area import paint_area
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.pictures.comparison.delegate import PAD_X, CellDelegate
from tpe_guide.ui.pictures.comparison.headers import LEAD, QuestionHeader, TreatmentHeader
from tpe_guide.ui.pictures.comparison.model import ComparisonModel, Index

_QUESTIONS = 236
"""px at 100 % for the questions."""
_LEAST_ROW = 52
_NEVER_BELOW = 660
"""px at 100 %: so narrow it is never shown. Layouts ask all the same, before they know how wide they are."""
_RADIUS = 18
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_OF_THE_SCREEN = (Qt.Key.Key_Escape, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class ComparisonView(QTableView):
    """Shows *model*. At least ``least_width`` wide, no word is broken. It does not scroll: what it lies in does."""

    opened = Signal(object)
    """The Cell whose sources are wanted."""
    page_wanted = Signal(str)
    """The page of a treatment."""
    moved = Signal(str, str)
    """The ids of the question and of the treatment where one is."""
    stepped = Signal(object)
    """The Cell where a key has led."""
    paints_own_ring = True

    def __init__(self, theme: Theme, model: ComparisonModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._shown: Cell | None = None
        self._known: dict[int, tuple[int, list[int]]] = {}
        self._delegate = CellDelegate(theme, model.is_picked, self._is_opened, self, mirrored=self.isRightToLeft())
        self._above = TreatmentHeader(theme, model, self)
        self._beside = QuestionHeader(theme, model, self)
        self._set_up()
        self.place = QWidget(self.viewport())
        """Lies where one is, and as far above it as the head may cover: to be kept in sight."""
        self.place.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._press = OnePress()
        self._above.sectionClicked.connect(self._on_header)
        self.clicked.connect(self._open)

    def _set_up(self) -> None:
        theme = self._theme
        self.setObjectName("comparison-table")
        self.setAccessibleName(self._model.table.title)
        self.setAccessibleDescription(_("Arrow keys go from cell to cell. Enter shows where a cell comes from."))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.setHorizontalHeader(self._above)
        self.setVerticalHeader(self._beside)
        self._beside.setFixedWidth(theme.px(_QUESTIONS))
        self.setItemDelegate(self._delegate)
        self.setModel(self._model)
        self.setSizePolicy(higher_when_narrow(QSizePolicy.Policy.Expanding))
        corner = self.findChild(QAbstractButton)
        assert corner is not None
        self._corner = _Corner(theme, corner)

    @property
    def least_width(self) -> int:
        """px at which no word is broken, whichever options stand side by side."""
        table = self._model.table
        cells = [table.cell(row.id, column.id) for row in table.questions for column in table.treatments]
        widest = max(self._delegate.least_width(cells), self._above.least_width())
        return self._beside.minimumWidth() + MOST * widest

    def sizeHint(self) -> QSize:
        """As wide as there is room, and then as high as ``heightForWidth``."""
        return QSize(self._beside.minimumWidth(), 0)

    def minimumSizeHint(self) -> QSize:
        """It gives way: where it has no room, it is not shown."""
        return self.sizeHint()

    def go_to(self, question: str, treatment: str) -> None:
        """Be at this cell."""
        self.setCurrentIndex(self._model.place_of(question, treatment))

    def step(self, event: QKeyEvent) -> None:
        """Go where *event*'s key leads, as if the keyboard were here."""
        self.keyPressEvent(event)

    def cell_rect(self) -> QRect:
        """Where one is, in px of this widget."""
        return self.visualRect(self.currentIndex()).translated(self.viewport().pos())

    def show_opened(self, cell: Cell | None) -> None:
        """Mark *cell* as the one whose sources are shown."""
        self._shown = cell
        self.viewport().update()

    def keep_head(self, top: int) -> None:
        """Have the head *top* px below the upper edge, which is out of sight; it stays above the last row."""
        last = self._beside.sectionSize(self._model.rowCount() - 1)
        top = max(0, min(top, self.height() - self._above.height() - last))
        self._above.stand_at(top)
        self._corner.stand_at(top)

    def heightForWidth(self, width: int) -> int:
        """The head and all rows."""
        head, rows = self._heights(width)
        return head + sum(rows)

    def renew(self) -> None:
        """The model has other rows or columns."""
        self._known.clear()
        self.updateGeometry()
        self._fit()

    def _heights(self, width: int) -> tuple[int, list[int]]:
        """px of the head and of each row, where all is *width* px wide: each as high as its words."""
        if width < self._theme.px(_NEVER_BELOW):
            return 0, [0] * self._model.rowCount()
        if width not in self._known:
            model, beside = self._model, self._beside.minimumWidth()
            columns = range(model.columnCount())
            each = (width - beside) // len(columns)
            rows = [
                max(
                    self._theme.px(_LEAST_ROW),
                    self._beside.height_for(row, beside),
                    *(self._delegate.height_of(model.cell(row, column), each) for column in columns),
                )
                for row in range(model.rowCount())
            ]
            self._known[width] = (self._above.height_for(each), rows)
        return self._known[width]

    def _fit(self) -> None:
        """Columns share the width; rows are as high as they are to be in it."""
        columns, room = self._model.columnCount(), self.width() - self._beside.minimumWidth()
        head, rows = self._heights(self.width())
        for column in range(columns):
            self._above.resizeSection(column, room * (column + 1) // columns - room * column // columns)
        self._above.setFixedHeight(head)
        for row, height in enumerate(rows):
            self._beside.resizeSection(row, height)
        self._mark_place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns and rows follow."""
        super().resizeEvent(event)
        self._fit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell where one is."""
        super().currentChanged(current, previous)
        if current.isValid():
            cell = self._model.cell(current.row(), current.column())
            self._mark_place()
            self.moved.emit(cell.question.id, cell.treatment.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open a cell. What leads nowhere here is for the screen, and letters do not search."""
        self._use_keyboard(True)
        if event.key() in _OPENING:
            self._open(self.currentIndex())
            return
        before = self.currentIndex()
        if event.key() not in _OF_THE_SCREEN and not (event.text().isprintable() and event.text()):
            super().keyPressEvent(event)
        current = self.currentIndex()
        if current == before:
            event.ignore()
        else:
            self.stepped.emit(self._model.cell(current.row(), current.column()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """By Tab: show which cell has the keyboard."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._use_keyboard(True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """By finger no ring is needed."""
        self._use_keyboard(False)
        super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls."""
        event.ignore()

    def _mark_place(self) -> None:
        head = self._above.height()
        self.place.setGeometry(self.visualRect(self.currentIndex()).adjusted(0, -head, 0, 0))

    def _use_keyboard(self, in_use: bool) -> None:
        self._delegate.keyboard = in_use
        self.viewport().update()

    def _is_opened(self, cell: Cell) -> bool:
        return self._shown == cell

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and self._press.is_meant():
            self.opened.emit(self._model.cell(index.row(), index.column()))

    def _on_header(self, section: int) -> None:
        self.page_wanted.emit(self._model.columns[section].page)


class TableFrame(QWidget):
    """*view* with round corners and a line about it."""

    def __init__(self, theme: Theme, view: ComparisonView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(view)
        self._rim = _Rim(theme, self)
        self.setSizePolicy(higher_when_narrow(QSizePolicy.Policy.Expanding))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The rim lies over the edge."""
        self._rim.setGeometry(self.rect())
        self._rim.raise_()


class _Rim(QWidget):
    """The line about a table; what lies outside of its round corners is covered by paper."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Four corners, and the line."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, radius = theme.border(), theme.px(_RADIUS)
        whole, inside = QPainterPath(), QPainterPath()
        box = QRectF(self.rect())
        whole.addRect(box)
        inset = width / 2
        inside.addRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("paper"))
        painter.drawPath(whole - inside)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("line"), width))
        painter.drawPath(inside)


class _Corner(QObject):
    """Paints *button*, which Qt has above the questions and which does nothing here: it says what a press does."""

    def __init__(self, theme: Theme, button: QAbstractButton) -> None:
        super().__init__(button)
        self._theme = theme
        self._button = button
        self._words = _("Press a cell to see its sources.")
        self._top = 0
        button.setAccessibleName(self._words)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.installEventFilter(self)

    def stand_at(self, top: int) -> None:
        """Stand *top* px below the upper edge of the table."""
        self._top = top
        self._button.move(self._button.x(), top)
        self._button.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In place of Qt's own painting and place."""
        # Not the button that is kept: PySide lets go of that before a window that ends hides what is in it.
        button = cast(QAbstractButton, watched)
        if event.type() == QEvent.Type.Move and button.y() != self._top:
            button.move(button.x(), self._top)
        if event.type() != QEvent.Type.Paint:
            return False
        theme, rect = self._theme, button.rect()
        painter = QPainter(button)
        paint_area(painter, rect, theme.color("sunken"))
        paint_area(painter, QRect(0, rect.bottom() - 1, rect.width(), 2), theme.color("ink"))
        painter.setFont(theme.font("floor"))
        painter.setPen(theme.color("ink2"))
        before, after = theme.px(LEAD), theme.px(PAD_X)
        mirrored = button.layoutDirection() == Qt.LayoutDirection.RightToLeft
        room = rect.adjusted(after, 0, -before, 0) if mirrored else rect.adjusted(before, 0, -after, 0)
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        align = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.drawText(room, align, self._words)
        painter.end()
        return True
