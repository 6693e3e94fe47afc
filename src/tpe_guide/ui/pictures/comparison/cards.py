"""One question at a time, where there is no room for a table: a card for each option."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.guide.library import Library
from tpe_guide.i18n import _
from tpe_guide.pictures.comparison.table import Cell
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.paragraph import Paragraph
from tpe_guide.ui.kit.tab_order import stop_in_order, walk_in_order
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.pictures.comparison.dots import Dots
from tpe_guide.ui.pictures.comparison.reach import reach
from tpe_guide.ui.pictures.comparison.sources import heard_sources, read_more, source_labels
from tpe_guide.ui.pictures.comparison.to_ask import ToAsk

MakeToAsk = Callable[[Cell], ToAsk | None]
"""Makes what to ask about a cell, if there is anything."""
_LEAST = 250
"""px at 100 %: with more than that for each, options stand side by side."""
_NEED, _BARE_BELOW = 120, 230
"""px at 100 %: a longer word shrinks; below that width no icons stand beside words."""


class OptionCard(Card):
    """What is known about one option. Its head shows where that comes from, or puts it away."""

    page_wanted = Signal(str)
    toggled = Signal(object)
    """This card, by a press on its head."""

    def __init__(
        self,
        theme: Theme,
        library: Library,
        cell: Cell,
        certainty: str,
        make_to_ask: MakeToAsk,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._library = library
        self._make_to_ask = make_to_ask
        self._certainty = certainty
        self.cell = cell
        self.setObjectName(f"answer-{cell.treatment.id}")
        self.setAccessibleName(cell.spoken)
        self._column = column = tight(QVBoxLayout(self), 0)
        self.head = self._make_head()
        column.addWidget(self.head)
        self._words = QVBoxLayout()
        self._words.setSpacing(theme.px(6))
        column.addLayout(self._words)
        column.addStretch(1)
        if cell.certainty is not None:
            self._words.addWidget(Dots(theme, cell.certainty, cell.mark))
        color = "ink" if cell.is_known else "ink2"
        self._words.addWidget(Paragraph(theme, cell.words, color=color, lead=cell.lead, running=True))
        self._below: QWidget | None = None

    @property
    def is_open(self) -> bool:
        """Where it comes from is shown."""
        return self._below is not None and not self._below.isHidden()

    def toggle(self) -> None:
        """Show where it comes from, or put that away."""
        if self._below is None:
            self._below = self._sources()
            self._words.addWidget(self._below)
            self._below.show()
            walk_in_order([self.head, self._below])
        else:
            self._below.setVisible(self._below.isHidden())
        if self.is_open:
            announce(self, heard_sources(self.cell))
        self._show_way()

    @property
    def _is_bare(self) -> bool:
        return self.width() < self._theme.px(_BARE_BELOW)

    def minimumSizeHint(self) -> QSize:
        """Where its longest word has no room, it shrinks: it must not make all that stands about it too wide."""
        least = super().minimumSizeHint()
        return QSize(min(least.width(), self._theme.px(_NEED)), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Icons beside words go, and so does most of the room about these, where there is room for words only."""
        bare = self._is_bare
        edge, side = self._theme.px(3 if bare else 6), self._theme.px(5 if bare else 12)
        self._column.setContentsMargins(edge, self._theme.px(6), edge, self._theme.px(14))
        self._words.setContentsMargins(side, 0, side, 0)
        for button in self.findChildren(Button):
            button.set_bare(bare)

    def _make_head(self) -> Button:
        treatment, size = self.cell.treatment, reach(self._theme, icon=26, role="title")
        head = Button(self._theme, treatment.name, "text", icon=treatment.icon, size=size, spread=True)
        head.set_icon_after("chevron-down")
        head.setObjectName(f"sources-{treatment.id}")
        head.setAccessibleName(self.cell.spoken)
        head.clicked.connect(self._on_head)
        head.setAccessibleDescription(_("Shows where this comes from."))
        return head

    def _show_way(self) -> None:
        """What a press on the head does now."""
        self.head.set_icon_after("chevron-up" if self.is_open else "chevron-down")
        hides, shows = _("Hides where this comes from."), _("Shows where this comes from.")
        self.head.setAccessibleDescription(hides if self.is_open else shows)

    def _sources(self) -> QWidget:
        theme, cell = self._theme, self.cell
        below = QWidget()
        column = tight(QVBoxLayout(below), theme.px(6))
        if cell.certainty is not None:
            column.addWidget(Paragraph(theme, self._certainty, "small", color="ink2"))
        column.addSpacing(theme.px(6))
        column.addWidget(Label(theme, _("Where this comes from"), "small-strong"))
        for label in source_labels(theme, cell):
            column.addWidget(label)
        column.addSpacing(theme.px(6))
        self._more = read_more(theme, self._library, cell)
        self._more.clicked.connect(self._on_more)
        self._more.set_bare(self._is_bare)
        column.addWidget(self._more)
        if (to_ask := self._make_to_ask(cell)) is not None:
            column.addSpacing(theme.px(6))
            column.addWidget(to_ask)
            for button in to_ask.buttons:
                button.set_bare(self._is_bare)
        return below

    def _on_head(self) -> None:
        self.toggled.emit(self)

    def _on_more(self) -> None:
        self.page_wanted.emit(self.cell.page)


class Cards(QWidget):
    """The answers to one question."""

    page_wanted = Signal(str)
    toggled = Signal(object)

    def __init__(
        self,
        theme: Theme,
        library: Library,
        certainty: str,
        make_to_ask: MakeToAsk,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._library = library
        self._certainty = certainty
        self._make_to_ask = make_to_ask
        self._cards: dict[str, OptionCard] = {}
        self._flow: Flow | None = None
        self._column = tight(QVBoxLayout(self))

    def show_answers(self, cells: list[Cell], after: QWidget) -> None:
        """Show *cells*. The keyboard comes to them from *after*."""
        if self._flow is not None:
            self._flow.hide()
            self._flow.deleteLater()
            self._column.removeWidget(self._flow)
        self._cards = {}
        for cell in cells:
            card = OptionCard(self._theme, self._library, cell, self._certainty, self._make_to_ask)
            self._cards[cell.treatment.id] = card
            card.page_wanted.connect(self.page_wanted)
            card.toggled.connect(self.toggled)
        self._flow = Flow(self._theme, [*self._cards.values()], least=_LEAST, most=len(cells), gap=12, even=True)
        self._column.addWidget(self._flow)
        stop_in_order([after, *(card.head for card in self._cards.values())])

    def card_of(self, treatment: str) -> OptionCard | None:
        """The card of this option."""
        return self._cards.get(treatment)
