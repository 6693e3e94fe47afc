"""The table as Qt's views and screen readers read it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tpe_guide.i18n import _
from tpe_guide.pictures.comparison.table import Cell, Question, Table, Treatment

CELL_ROLE = int(Qt.ItemDataRole.UserRole)
_WORDS = (int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole))
Index = QModelIndex | QPersistentModelIndex


class ComparisonModel(QAbstractTableModel):
    """Questions as *rows* and treatments as *columns*, as they are given. *picks* are named in the row's header."""

    def __init__(
        self,
        table: Table,
        rows: tuple[Question, ...],
        picks: tuple[str, ...],
        columns: tuple[Treatment, ...],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.table = table
        self.rows = rows
        self.picks = picks
        self.columns = columns

    def show(self, rows: tuple[Question, ...], picks: tuple[str, ...], columns: tuple[Treatment, ...]) -> bool:
        """Have *rows* in this order, and these *columns*. Returns whether that is another table."""
        if (rows, picks, columns) == (self.rows, self.picks, self.columns):
            return False
        self.beginResetModel()
        self.rows, self.picks, self.columns = rows, picks, columns
        self.endResetModel()
        return True

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """One for each question."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """One for each treatment."""
        return 0 if parent.isValid() else len(self.columns)

    def cell(self, row: int, column: int) -> Cell:
        """The cell there."""
        return self.table.cell(self.rows[row].id, self.columns[column].id)

    def place_of(self, question: str, treatment: str) -> QModelIndex:
        """Where the cell of these ids stands now."""
        row = next((at for at, each in enumerate(self.rows) if each.id == question), 0)
        column = next((at for at, each in enumerate(self.columns) if each.id == treatment), 0)
        return self.index(row, column)

    def is_picked(self, row: int) -> bool:
        """Whether this row matters to the person."""
        return self.rows[row].id in self.picks

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401 - as Qt has it
        """The words of a cell, dots told as a number."""
        if not index.isValid():
            return None
        cell = self.cell(index.row(), index.column())
        if role == CELL_ROLE:
            return cell
        if role in _WORDS:
            return f"{cell.words} {cell.mark}." if cell.mark else cell.words
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> Any:  # noqa: ANN401 - as Qt has it
        """The treatment; the question, and whether it is picked."""
        if role not in _WORDS:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self.columns[section].name
        name = self.rows[section].name
        return _("{question} (matters to me)").format(question=name) if self.is_picked(section) else name
