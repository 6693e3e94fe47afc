"""All words of one cell, and where they come from: below the table, not over it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.guide.library import Library
from tpe_guide.i18n import _
from tpe_guide.pictures.comparison.table import Cell
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import beside_if
from tpe_guide.ui.kit.paragraph import Paragraph
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.pictures.comparison.dots import Dots

_BESIDE_FROM = 860


def sources_words(cell: Cell) -> str:
    """Where *cell* comes from, a source a line."""
    return "\n".join(cell.sources) or _("We found no source. It is a question to ask.")


def read_more(theme: Theme, library: Library, cell: Cell) -> Button:
    """A button that leads to the page of *cell*."""
    title = library.page_title(cell.page)
    button = Button(theme, _("Read more: {page}").format(page=title), "text", icon="book-open", size="fine", padding=8)
    button.setObjectName("read-more")
    button.setProperty("page", cell.page)
    return button


class SourcesPanel(Card):
    """Shows *cell*. *certainty* says what its dots mean."""

    closed = Signal()
    page_wanted = Signal(str)

    def __init__(
        self, theme: Theme, library: Library, cell: Cell, certainty: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, fill="straw50", edge="line2", bar="straw600", parent=parent)
        self._theme = theme
        self.cell = cell
        self.setObjectName("sources-panel")
        self.setAccessibleName(cell.spoken)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(10), theme.px(12), theme.px(12))
        column.setSpacing(theme.px(4))
        more = read_more(theme, library, cell)
        more.clicked.connect(self._on_more)
        column.addLayout(self._head(more))
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._halves.setSpacing(theme.px(16))
        self._halves.addLayout(self._words(certainty), 1)
        self._halves.addLayout(self._sources(), 1)
        column.addLayout(self._halves)

    def tell(self) -> None:
        """Have a screen reader say what is shown."""
        sources = _("Where this comes from: {sources}").format(sources="; ".join(sources_words(self.cell).split("\n")))
        announce(self, f"{self.cell.spoken} {sources}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words and sources side by side where there is room."""
        beside = self.width() >= self._theme.px(_BESIDE_FROM)
        self._halves.setDirection(beside_if(beside))

    def _head(self, more: Button) -> QHBoxLayout:
        theme, cell = self._theme, self.cell
        head = QHBoxLayout()
        where = _("{treatment}: {question}").format(treatment=cell.treatment.name, question=cell.question.name)
        head.addWidget(Paragraph(theme, where, "small-strong", color="straw800"), 1)
        head.addWidget(more)
        close = Button(theme, _("Close"), "text", icon="x", icon_only=True, size="fine", icon_size=24)
        close.setObjectName("close-sources")
        close.clicked.connect(self.closed)
        self.reached_by = (more, close)
        """What the keyboard comes to, one after the other."""
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _words(self, certainty: str) -> QVBoxLayout:
        theme, cell = self._theme, self.cell
        words = QVBoxLayout()
        words.setSpacing(theme.px(6))
        if cell.certainty is not None:
            words.addWidget(Dots(theme, cell.certainty, cell.mark))
        words.addWidget(Paragraph(theme, cell.words, color="ink" if cell.is_known else "ink2", lead=cell.lead))
        if cell.certainty is not None:
            words.addWidget(Paragraph(theme, certainty, "small", color="ink2"))
        words.addStretch(1)
        return words

    def _sources(self) -> QVBoxLayout:
        theme = self._theme
        column = QVBoxLayout()
        column.setSpacing(theme.px(2))
        column.addWidget(Label(theme, _("Where this comes from"), "small-strong"))
        for source in sources_words(self.cell).split("\n"):
            column.addWidget(Paragraph(theme, source, "small", color="ink2"))
        column.addStretch(1)
        return column

    def _on_more(self) -> None:
        self.page_wanted.emit(self.cell.page)
