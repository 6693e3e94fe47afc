"""The grid as Qt's views and screen readers read it: effects as rows, sessions as columns, each cell in words."""

from __future__ import annotations

import datetime as dt
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tpe_guide.diary.catalogue import Catalogue
from tpe_guide.diary.overview import Cell, Grid
from tpe_guide.i18n import _
from tpe_guide.ui.diary.labels import session_words
from tpe_guide.ui.diary.level_mark import level_words
from tpe_guide.ui.diary.overview.words import row_name, session_on

CELL_ROLE = int(Qt.ItemDataRole.UserRole)
_SHOWN, _SPOKEN = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)
Index = QModelIndex | QPersistentModelIndex
NOTHING_NEW = "smile"
"""The icon of the row that says so."""


class GridModel(QAbstractTableModel):
    """A cell is a ``Cell``, or in the last row, if there is such an answer, whether *nothing new* was said (a bool)."""

    def __init__(self, grid: Grid, catalogue: Catalogue, today: dt.date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.grid = grid
        self.names = [row_name(row, catalogue) for row in grid.rows]
        self.icons = [catalogue.kind(row.effect).icon for row in grid.rows]
        if grid.nothing_new:
            self.names.append(_("Nothing new"))
            self.icons.append(NOTHING_NEW)
        self._today = today

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """One for each effect."""
        return 0 if parent.isValid() else len(self.names)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """One for each session."""
        return 0 if parent.isValid() else len(self.grid.sessions)

    def cell(self, row: int, column: int) -> Cell | bool:
        """What stands there."""
        if row < len(self.grid.rows):
            return self.grid.rows[row].cells[column]
        return self.grid.sessions[column].id in self.grid.nothing_new

    def data(self, index: Index, role: int = _SHOWN) -> Any:  # noqa: ANN401 - as Qt has it
        """The level in words."""
        if not index.isValid():
            return None
        cell = self.cell(index.row(), index.column())
        if role == CELL_ROLE:
            return cell
        if role not in (_SHOWN, _SPOKEN):
            return None
        if isinstance(cell, Cell):
            return level_words(cell)
        return _("Nothing new") if cell else _("Not said")

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _SHOWN) -> Any:  # noqa: ANN401 - as Qt has it
        """The effect; the session, with its day for who hears it."""
        if orientation == Qt.Orientation.Vertical:
            return self.names[section] if role in (_SHOWN, _SPOKEN) else None
        session = self.grid.sessions[section]
        if role == _SPOKEN:
            return session_on(session, self._today)
        return session_words(session) if role == _SHOWN else None
