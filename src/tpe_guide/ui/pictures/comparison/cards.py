"""One treatment at a time, where there is no room for a table: a card for each question."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.guide.library import Library
from tpe_guide.i18n import _
from tpe_guide.pictures.comparison.table import Cell, Question, Table
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.drawing import Icon
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.paragraph import Paragraph
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.pictures.comparison.dots import Dots
from tpe_guide.ui.pictures.comparison.sources import read_more, sources_words


class AnswerCard(Card):
    """What is known for one question. *picked*: straw, a bar and a star."""

    page_wanted = Signal(str)

    def __init__(
        self, theme: Theme, library: Library, cell: Cell, certainty: str, *, picked: bool, parent: QWidget | None = None
    ) -> None:
        look = {"fill": "straw100", "bar": "straw600"} if picked else {}
        super().__init__(theme, parent=parent, **look)  # type: ignore[arg-type]
        self._theme = theme
        self._library = library
        self.cell = cell
        self.setObjectName(f"answer-{cell.question.id}")
        self.setAccessibleName(_("{words} (matters to me)").format(words=cell.spoken) if picked else cell.spoken)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(20), theme.px(14), theme.px(16), theme.px(8))
        column.setSpacing(theme.px(6))
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        if picked:
            head.addWidget(Icon(theme, "star", 22), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Paragraph(theme, cell.question.name, "small-strong", color="straw800"), 1)
        column.addLayout(head)
        if cell.certainty is not None:
            column.addWidget(Dots(theme, cell.certainty, cell.mark))
        color = "ink" if cell.is_known else "ink2"
        column.addWidget(Paragraph(theme, cell.words, color=color, lead=cell.lead, running=True))
        self.button = Button(theme, _("Where this comes from"), "text", icon="chevron-down", size="fine", padding=4)
        self.button.setObjectName(f"sources-{cell.question.id}")
        self.button.setAccessibleName(_("Where this comes from: {question}").format(question=cell.question.name))
        self.button.clicked.connect(self.toggle)
        self._certainty = certainty
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        self._below: QWidget | None = None

    def toggle(self) -> None:
        """Show the sources, or put them away."""
        if self._below is None:
            self._below = self._sources()
            self._column.addWidget(self._below)
            QWidget.setTabOrder(self.button, self._more)
            announce(self, "; ".join(sources_words(self.cell).split("\n")))
        else:
            self._below.setVisible(self._below.isHidden())
        self.button.set_icon("chevron-down" if self._below.isHidden() else "chevron-up")

    def _sources(self) -> QWidget:
        theme, cell = self._theme, self.cell
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, theme.px(8))
        column.setSpacing(theme.px(4))
        lines = sources_words(cell).split("\n")
        for line in ([self._certainty] if cell.certainty is not None else []) + lines:
            column.addWidget(Paragraph(theme, line, "small", color="ink2"))
        self._more = read_more(theme, self._library, cell)
        self._more.clicked.connect(self._on_more)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)
        return below

    def _on_more(self) -> None:
        self.page_wanted.emit(self.cell.page)


class Cards(QWidget):
    """The answers of one treatment, in the order of *rows*."""

    page_wanted = Signal(str)

    def __init__(self, theme: Theme, library: Library, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._library = library
        self._table = table
        self._cards: dict[str, AnswerCard] = {}
        self._column = tight(QVBoxLayout(self), theme.px(12))
        self.setMaximumWidth(theme.px(820))

    def show_answers(self, treatment: str, rows: tuple[Question, ...], picks: tuple[str, ...], after: QWidget) -> None:
        """Show those of *treatment*. The keyboard comes to them from *after*."""
        while (item := self._column.takeAt(0)) is not None:
            before = item.widget()
            assert before is not None
            before.hide()
            before.deleteLater()
        self._cards = {}
        for row in rows:
            cell = self._table.cell(row.id, treatment)
            card = AnswerCard(self._theme, self._library, cell, self._table.certainty, picked=row.id in picks)
            card.page_wanted.connect(self.page_wanted)
            self._column.addWidget(card)
            self._cards[row.id] = card
            QWidget.setTabOrder(after, card.button)
            after = card.button

    def card_of(self, question: str) -> AnswerCard | None:
        """The card of this question."""
        return self._cards.get(question)
