"""The table on screen: its headers stay in sight, arrow keys go from cell to cell, Enter opens one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QFrame, QSizePolicy, QTableView, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.pictures.comparison.table import Cell
from tpe_guide.ui.kit.paint_area import paint_area
from tpe_guide.ui.kit.scrolling import scroll_bar_style
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.pictures.comparison.delegate import PAD_X, CellDelegate
from tpe_guide.ui.pictures.comparison.headers import LEAD, QuestionHeader, TreatmentHeader
from tpe_guide.ui.pictures.comparison.model import ComparisonModel, Index

_QUESTIONS = 176
"""px at 100 % for the questions."""
_LEAST_HEIGHT = 300
_WITH_PANEL = 236
_RADIUS = 18
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ComparisonView(QTableView):
    """Shows *model*. Made at least ``least_width`` wide, no word is broken; it scrolls downwards only."""

    opened = Signal(object)
    """The Cell whose sources are wanted."""
    page_wanted = Signal(str)
    """The page of a treatment."""
    fitted = Signal(int)
    """So many px high nothing is left to scroll."""
    moved = Signal(str, str)
    """The ids of the question and of the treatment where one is."""

    def __init__(self, theme: Theme, model: ComparisonModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._shown: Cell | None = None
        self._fitted: tuple[object, ...] = ()
        self._delegate = CellDelegate(theme, model.is_picked, self._is_opened, self, mirrored=self.isRightToLeft())
        self._above = TreatmentHeader(theme, model, self)
        self._beside = QuestionHeader(theme, model, self)
        self._set_up()
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
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.verticalScrollBar().setStyleSheet(scroll_bar_style(theme, "card"))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.setHorizontalHeader(self._above)
        self.setVerticalHeader(self._beside)
        self._beside.setFixedWidth(theme.px(_QUESTIONS))
        self.setItemDelegate(self._delegate)
        self.setModel(self._model)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(theme.px(_LEAST_HEIGHT))
        corner = self.findChild(QAbstractButton)
        assert corner is not None
        _Corner(theme, corner)

    @property
    def least_width(self) -> int:
        """px at which no word is broken."""
        model, columns = self._model, self._model.columnCount()
        cells = [model.cell(row, column) for row in range(model.rowCount()) for column in range(columns)]
        widest = max(self._delegate.least_width(cells), self._above.least_width())
        return self._beside.minimumWidth() + columns * widest + self.verticalScrollBar().sizeHint().width()

    def sizeHint(self) -> QSize:
        """Small: it takes the room there is."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """A few rows."""
        return QSize(self._theme.px(_LEAST_HEIGHT), self.minimumHeight())

    def go_to(self, question: str, treatment: str) -> None:
        """Be at this cell, and have it in sight."""
        place = self._model.place_of(question, treatment)
        self.setCurrentIndex(place)
        self.scrollTo(place, QAbstractItemView.ScrollHint.EnsureVisible)

    def show_top(self) -> None:
        """Have the first row in sight."""
        self.verticalScrollBar().setValue(0)

    def show_opened(self, cell: Cell | None) -> None:
        """Mark *cell* as the one whose sources are shown."""
        self._shown = cell
        self.setMinimumHeight(self._theme.px(_LEAST_HEIGHT if cell is None else _WITH_PANEL))
        self.viewport().update()

    def fit(self) -> None:
        """Columns share the width; each row is as high as its words."""
        theme, model = self._theme, self._model
        columns, room = model.columnCount(), self.viewport().width()
        if self._fitted == (room, model.rows, model.picks):
            return
        self._fitted = (room, model.rows, model.picks)
        for column in range(columns):
            self._above.resizeSection(column, room * (column + 1) // columns - room * column // columns)
        self._above.setFixedHeight(self._above.height_for(room // columns))
        width, heads = room // columns, self._beside.minimumWidth()
        for row in range(model.rowCount()):
            cells = max(self._delegate.height_of(model.cell(row, column), width) for column in range(columns))
            self._beside.resizeSection(row, max(theme.px(52), cells, self._beside.height_for(row, heads)))
        self.fitted.emit(self._above.height() + self._beside.length())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns and rows follow."""
        super().resizeEvent(event)
        self.fit()
        if self._shown is not None:
            self.scrollTo(self.currentIndex())
            self._begin_with_a_whole_row()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell where one is."""
        super().currentChanged(current, previous)
        if current.isValid():
            cell = self._model.cell(current.row(), current.column())
            self.moved.emit(cell.question.id, cell.treatment.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open a cell; Esc is for the screen; letters do not search."""
        self._use_keyboard(True)
        if event.key() in _OPENING:
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape or (event.text().isprintable() and event.text()):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """By Tab: show which cell has the keyboard."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._use_keyboard(True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """By finger no ring is needed."""
        self._use_keyboard(False)
        super().mousePressEvent(event)

    def _begin_with_a_whole_row(self) -> None:
        """No words cut in half by the header, as long as where one is stays in sight."""
        bar, beside = self.verticalScrollBar(), self._beside
        starts = (beside.sectionPosition(row) for row in range(self.currentIndex().row() + 1))
        bar.setValue(next((start for start in starts if start >= bar.value()), bar.value()))

    def _use_keyboard(self, in_use: bool) -> None:
        self._delegate.keyboard = in_use
        self.viewport().update()

    def _is_opened(self, cell: Cell) -> bool:
        return self._shown == cell

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._model.cell(index.row(), index.column()))

    def _on_header(self, section: int) -> None:
        self.page_wanted.emit(self._model.table.treatments[section].page)


class TableFrame(QWidget):
    """*view* with round corners and a line about it."""

    def __init__(self, theme: Theme, view: ComparisonView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(view)
        view.fitted.connect(self._on_fitted)
        self._rim = _Rim(theme, self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The rim lies over the edge."""
        self._rim.setGeometry(self.rect())
        self._rim.raise_()

    def _on_fitted(self, height: int) -> None:
        """No empty ground below the last row."""
        self.setMaximumHeight(height + 2)


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
        button.setAccessibleName(self._words)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In place of Qt's own painting."""
        if event.type() != QEvent.Type.Paint:
            return False
        theme, rect = self._theme, self._button.rect()
        painter = QPainter(self._button)
        paint_area(painter, rect, theme.color("sunken"))
        paint_area(painter, QRect(0, rect.bottom() - 1, rect.width(), 2), theme.color("ink"))
        painter.setFont(theme.font("floor"))
        painter.setPen(theme.color("ink2"))
        before, after = theme.px(LEAD), theme.px(PAD_X)
        mirrored = self._button.layoutDirection() == Qt.LayoutDirection.RightToLeft
        room = rect.adjusted(after, 0, -before, 0) if mirrored else rect.adjusted(before, 0, -after, 0)
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        align = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.drawText(room, align, self._words)
        painter.end()
        return True
