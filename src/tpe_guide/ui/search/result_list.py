"""What a search found, one row below the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from tpe_guide.search.hit import Hit
from tpe_guide.ui.kit.layouts import higher_when_narrow
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.search.result_row import ResultRow

_GAP = 10


class ResultList(QWidget):
    """Keeps its rows: a keystroke changes what they say and makes no widget anew.

    *chapter_of* names the chapter of a page.
    """

    opened = Signal(int)
    """The number of a hit."""
    reached = Signal(QWidget)

    def __init__(self, theme: Theme, chapter_of: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chapter_of = chapter_of
        self._rows: list[ResultRow] = []
        self._count = 0
        self.setSizePolicy(higher_when_narrow())

    @property
    def rows(self) -> list[ResultRow]:
        """The rows in use."""
        return self._rows[: self._count]

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Show *hits*; rows that are not needed now wait."""
        while len(self._rows) < len(hits):
            row = ResultRow(self._theme, len(self._rows), self)
            row.clicked.connect(self._on_clicked)
            row.reached.connect(self.reached)
            self._rows.append(row)
        self._count = len(hits)
        for row, hit in zip(self._rows, hits, strict=False):
            row.show_hit(hit, self._chapter_of(hit.target) if hit.kind == "page" else "")
        self._place()
        for number, row in enumerate(self._rows):
            row.setVisible(number < self._count)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """All rows."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """One narrow column."""
        return QSize(self._theme.px(140), 0)

    def heightForWidth(self, width: int) -> int:
        """The rows and the gaps between them."""
        gaps = self._theme.px(_GAP) * max(0, self._count - 1)
        return sum(row.heightForWidth(width) for row in self.rows) + gaps

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Every row takes the whole width."""
        self._place()

    def _place(self) -> None:
        top, width = 0, self.width()
        for row in self.rows:
            height = row.heightForWidth(width)
            row.setGeometry(0, top, width, height)
            top += height + self._theme.px(_GAP)

    def _on_clicked(self) -> None:
        self.opened.emit(self._rows.index(self.sender()))  # type: ignore[arg-type]
