"""Where the parts of the nurse's page stand: beside one another as far as there is room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from tpe_guide.ui.kit.layouts import NO_LIMIT, tight
from tpe_guide.ui.kit.theme import Theme

TWO_FROM, THREE_FROM = 960, 1240
"""px at 100 %; three columns only where there are files to list."""
SIDE_WIDTH = 348
_Cell = tuple[int, int, int, int]


class NurseColumns(QWidget):
    """*head*, the list of *files*, the *page*, and the *choices* about it.

    In one column the page stands near its file. With two, the list stands over the choices; with three, at the other
    side of the page.
    """

    def __init__(
        self,
        theme: Theme,
        head: QWidget,
        files: QWidget,
        page: QWidget,
        choices: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._head, self._files, self._page, self._choices = head, files, page, choices
        self._stand: tuple[int, bool] | None = None
        self._grid = QGridLayout(self)
        self._grid.setVerticalSpacing(theme.px(14))
        self._grid.setHorizontalSpacing(theme.px(28))

    def arrange(self, width: int, side: int, *, has_files: bool) -> int:
        """Lay them out for a window *width* px wide, with margins of *side* px. Returns in how many columns."""
        theme = self._theme
        self._grid.setContentsMargins(side, theme.px(16), side, theme.px(16))
        columns = 1 + (width >= theme.px(TWO_FROM)) + (has_files and width >= theme.px(THREE_FROM))
        if (columns, has_files) != self._stand:
            self._stand = columns, has_files
            self._files.setVisible(has_files)
            self._place(columns, has_files=has_files)
        return columns

    def _place(self, columns: int, *, has_files: bool) -> None:
        if columns == 2:
            _column_of(self._choices).insertWidget(0, self._files)
        else:
            _column_of(self._head).addWidget(self._files)
        pages: dict[int, _Cell] = {1: (1 if has_files else 2, 0, 1, 1), 2: (1, 0, 1, 1), 3: (0, 1, 1, 1)}
        choices: dict[int, _Cell] = {1: (2 if has_files else 1, 0, 1, 1), 2: (0, 1, 2, 1), 3: (0, 2, 1, 1)}
        for part in (self._head, self._page, self._choices):
            self._grid.removeWidget(part)
        top, whole = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag(0)
        self._grid.addWidget(self._head, 0, 0, 1, 1, top if columns == 3 else whole)
        self._grid.addWidget(self._page, *pages[columns])
        self._grid.addWidget(self._choices, *choices[columns], top if columns > 1 else whole)
        for line in range(3):
            self._grid.setRowStretch(line, int(line == pages[columns][0]))
            self._grid.setColumnStretch(line, int(line == pages[columns][1]))
        side = self._theme.px(SIDE_WIDTH)
        _fix_width(self._choices, side if columns > 1 else 0)
        _fix_width(self._head, side if columns == 3 else 0)


def stacked(*parts: QWidget, gap: int) -> QWidget:
    """*parts* below one another."""
    box = QWidget()
    column = tight(QVBoxLayout(box), gap)
    for part in parts:
        column.addWidget(part)
    return box


def _column_of(box: QWidget) -> QVBoxLayout:
    column = box.layout()
    assert isinstance(column, QVBoxLayout)
    return column


def _fix_width(part: QWidget, width: int) -> None:
    """*width* px across; 0: what there is."""
    part.setMinimumWidth(width)
    part.setMaximumWidth(width or NO_LIMIT)
