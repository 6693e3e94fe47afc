"""Compare your options: a table of treatments and questions, or one treatment at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tpe_guide.guide.library import Library
from tpe_guide.i18n import _, _n
from tpe_guide.navigation import Locator
from tpe_guide.pictures.comparison.table import Cell
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.scrolling import KeptInSight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.pictures.comparison.cards import Cards
from tpe_guide.ui.pictures.comparison.chips import PickChips, TreatmentChips
from tpe_guide.ui.pictures.comparison.model import ComparisonModel
from tpe_guide.ui.pictures.comparison.sources import SourcesPanel
from tpe_guide.ui.pictures.comparison.state import ComparisonState
from tpe_guide.ui.pictures.comparison.view import ComparisonView, TableFrame
from tpe_guide.ui.pictures.frame import PictureFrame
from tpe_guide.ui.printing.paper_buttons import PaperButtons
from tpe_guide.ui.shell.session import Session

CARDS_FROM = 3.0
"""From this text size on one treatment at a time is shown, however wide the window is."""

_PAPER_WIDTH = 470


class ComparisonPage(PictureFrame):
    """Arrow keys go from cell to cell, Enter shows where a cell comes from, Esc puts that away, then goes back."""

    def __init__(
        self,
        theme: Theme,
        library: Library,
        session: Session,
        state: ComparisonState,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, library, session, "comparison", state.table.title, parent)
        self._state = state
        self._model = ComparisonModel(state.table, state.rows, state.picks, self)
        self._treatments = TreatmentChips(theme, state.table.treatments, state.treatment)
        self._unfold = Button(theme, "", "secondary", icon="star", size="link", padding=14)
        self._unfold.setObjectName("unfold-matters")
        self._picks = PickChips(theme, state.table.questions, state.picks)
        self._view = ComparisonView(theme, self._model)
        self._framed = TableFrame(theme, self._view)
        self._cards = Cards(theme, library, state.table)
        self._panel: SourcesPanel | None = None
        self._paper: PaperButtons | None = None
        self._is_table: bool | None = None
        self._least_width = self._view.least_width
        self._kept = KeptInSight(self.area, theme.px(16))
        self._build()
        # Before it can get the keyboard, which would put it into the first cell.
        self._view.go_to(state.question, state.treatment)
        self._treatments.pressed.connect(self.show_treatment)
        self._picks.pressed.connect(self.pick)
        self._unfold.clicked.connect(self._on_unfold)
        self._picks.usual_wanted.connect(self._on_usual)
        self._view.opened.connect(self.open_cell)
        self._view.moved.connect(self._on_moved)
        self._view.page_wanted.connect(self._read)
        self._cards.page_wanted.connect(self._read)

    @property
    def is_table(self) -> bool:
        """All treatments stand side by side."""
        return bool(self._is_table)

    def first_focus(self) -> QWidget:
        """The table, or the treatment shown."""
        return self._view if self._is_table in (True, None) else self._treatments.chips[self._state.treatment]

    def show_treatment(self, treatment: str) -> None:
        """Show this one, where only one has room."""
        self._state.treatment = treatment
        self._treatments.show_picked(treatment)
        self._fill_cards()
        named = self._state.table.treatment(treatment)
        announce(self._cards, _("Now: {treatment}").format(treatment=named.name if named else ""))

    def pick(self, question: str) -> None:
        """Let *question* matter, or no more: its row goes to the top, or back to its place."""
        self._state.toggle(question)
        self._show_picks()
        row = self._state.table.question(question)
        if row is not None:
            picked = question in self._state.picks
            words = _("“{question}” is marked and stands at the top.") if picked else _("“{question}” is not marked.")
            announce(self._picks, words.format(question=row.name))

    def cell(self, question: str, treatment: str) -> Cell:
        """The cell of these ids."""
        return self._state.table.cell(question, treatment)

    def open_cell(self, cell: Cell) -> None:
        """Show where *cell* comes from; once more puts it away."""
        if not self.is_table:
            if (card := self._cards.card_of(cell.question.id)) is not None:
                card.toggle()
                self._kept.keep(card)
        elif self._state.opened == cell:
            self._close_panel()
        else:
            self._state.opened = cell
            self._show_panel(cell).tell()

    def arrange(self) -> None:
        """A table where every word has room in it, cards elsewhere."""
        # The bar beside all may come with the sources of a cell: the table is not to fall apart then.
        room = self.width() - 2 * self.side - self.area.verticalScrollBar().sizeHint().width()
        is_table = room >= self._least_width and self.theme.scale < CARDS_FROM
        if is_table != self._is_table:
            self._is_table = is_table
            self._swap()

    def showEvent(self, event: QShowEvent) -> None:
        """Be where one was, or where the link led."""
        super().showEvent(event)
        if self._is_table:
            self._view.go_to(self._state.question, self._state.treatment)
        elif self._state.asked and (card := self._cards.card_of(self._state.question)):
            self._kept.keep(card, at_top=True)
        self._state.asked = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts the sources away first."""
        if event.key() == Qt.Key.Key_Escape and self._panel is not None and self._is_table:
            self._close_panel()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        theme = self.theme
        self.column.addWidget(self._treatments)
        self.column.addWidget(self._unfold, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addWidget(self._picks)
        self.column.addWidget(self._framed, 1000)
        # In a row: a column would ask how high they are at its own width, and they may be narrower than that.
        row = QHBoxLayout()
        row.addWidget(self._cards, 1)
        row.addStretch(0)
        self.column.addLayout(row)
        if self.session.policy.file_dialogs:
            self._paper = PaperButtons(theme, self._state.sheet, _("Print this table"))
            self.column.addWidget(self._paper)
        self.add_bar(Label(theme.of_bars, self._state.table.no_winner, "small", color="ink2", wrap=False))

    def _swap(self) -> None:
        """From table to cards, or back."""
        is_table = bool(self._is_table)
        focus = self.window().focusWidget()
        lost: tuple[QWidget, ...] = (self._treatments, self._cards) if is_table else (self._framed,)
        was_here = focus is not None and any(each.isAncestorOf(focus) for each in lost)
        self._framed.setVisible(is_table)
        for widget in (self._treatments, self._unfold, self._cards):
            widget.setVisible(not is_table)
        self._show_fold()
        if is_table:
            if self._state.opened is not None:
                self._show_panel(self._state.opened)
        else:
            self._drop_panel()
            self._treatments.show_picked(self._state.treatment)
            self._fill_cards()
        if self._paper is not None:
            self._paper.setMinimumWidth(self.theme.px(_PAPER_WIDTH) if is_table else 0)
            if is_table:
                self.head.addWidget(self._paper, 0, Qt.AlignmentFlag.AlignBottom)
            else:
                self.column.addWidget(self._paper)
        if was_here:
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_picks(self) -> None:
        state = self._state
        question, treatment = state.question, state.treatment
        self._picks.show_picks(state.picks)
        self._show_fold()
        self._model.show_rows(state.rows, state.picks)
        self._view.fit()
        self._view.go_to(question, treatment)
        self._view.show_top()
        if not self._is_table:
            self._fill_cards()

    def _show_fold(self) -> None:
        """Where there is little room the chips are put away behind a button that says how many are picked."""
        unfolded, count = self._state.unfolded, len(self._state.picks)
        self._picks.setVisible(self.is_table or unfolded)
        marked = _n("What matters to me: {count} marked", "What matters to me: {count} marked", count)
        self._unfold.set_words(marked.format(count=count) if count else _("What matters to me"))
        self._unfold.set_icon("chevron-up" if unfolded else "star")
        self._unfold.setAccessibleDescription(
            _("Hides what you may mark.") if unfolded else _("Shows what you may mark.")
        )

    def _on_unfold(self) -> None:
        self._state.unfolded = not self._state.unfolded
        self._show_fold()

    def _fill_cards(self) -> None:
        self._cards.show_answers(self._state.treatment, self._state.rows, self._state.picks, self._picks.usual)

    def _show_panel(self, cell: Cell) -> SourcesPanel:
        self._drop_panel()
        self._view.show_opened(cell)
        panel = self._panel = SourcesPanel(self.theme, self.library, cell, self._state.table.certainty)
        panel.closed.connect(self._close_panel)
        panel.page_wanted.connect(self._read)
        self.column.insertWidget(self.column.indexOf(self._framed) + 1, panel)
        self._kept.keep(panel)
        before: QWidget = self._view
        for each in panel.reached_by:
            QWidget.setTabOrder(before, each)
            before = each
        self._view.go_to(cell.question.id, cell.treatment.id)
        return panel

    def _drop_panel(self) -> None:
        if self._panel is not None:
            self._panel.hide()
            self._panel.deleteLater()
            self._panel = None

    def _close_panel(self) -> None:
        self._state.opened = None
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._drop_panel()
        self._view.show_opened(None)

    def _on_usual(self) -> None:
        self._state.forget_picks()
        self._show_picks()
        announce(self._picks, _("All rows stand in their usual order."))

    def _on_moved(self, question: str, treatment: str) -> None:
        self._state.question, self._state.treatment = question, treatment

    def _read(self, page: str) -> None:
        self.session.go(Locator("page", page))
