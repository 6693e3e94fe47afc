"""The contents as a screen of their own: every chapter and page."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.guide.library import Library
from tpe_guide.i18n import _
from tpe_guide.navigation import Locator
from tpe_guide.ui.guide.contents_list import ContentsList
from tpe_guide.ui.guide.rail_rows import ReadingProgress
from tpe_guide.ui.kit.bottom_bar import BottomBar
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.theme import Theme


class ContentsPage(QWidget):
    """All chapters open."""

    chosen = Signal(Locator)

    def __init__(
        self, theme: Theme, library: Library, progress: ReadingProgress, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._list = ContentsList(theme, library, progress)
        self._list.chosen.connect(self.chosen)
        self._list.setMaximumWidth(theme.px(960))
        see = Button(theme.of_bars, _("See it in pictures"), "secondary", icon="eye", size="low")
        see.setObjectName("contents-pictures")
        see.clicked.connect(self._see)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._list, 100)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(BottomBar(theme, None, None, see))

    def first_focus(self) -> QWidget:
        """The page read last, or the first row."""
        return self._list.first_focus()

    def _see(self) -> None:
        self.chosen.emit(Locator("pictures"))
