"""Compare your options: a table of two or three of them, or one question at a time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from tpe_guide.guide.library import Library
from tpe_guide.i18n import _
from tpe_guide.navigation import Locator
from tpe_guide.pictures.comparison.table import Cell
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.paragraph import Paragraph
from tpe_guide.ui.kit.scrolling import KeptInSight, bar_width
from tpe_guide.ui.kit.tab_order import walk_in_order
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.pictures.comparison.cards import Cards, OptionCard
from tpe_guide.ui.pictures.comparison.chips import PickChips
from tpe_guide.ui.pictures.comparison.drawer import Drawer
from tpe_guide.ui.pictures.comparison.model import ComparisonModel
from tpe_guide.ui.pictures.comparison.options import Options
from tpe_guide.ui.pictures.comparison.reach import reach
from tpe_guide.ui.pictures.comparison.state import ComparisonState
from tpe_guide.ui.pictures.comparison.to_ask import ToAsk
from tpe_guide.ui.pictures.comparison.turner import QuestionTurner
from tpe_guide.ui.pictures.comparison.view import ComparisonView, TableFrame
from tpe_guide.ui.pictures.frame import PictureFrame
from tpe_guide.ui.printing.paper_buttons import PaperButtons
from tpe_guide.ui.shell.frame import is_narrow
from tpe_guide.ui.shell.session import Session

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
        self._options = Options(theme, state.table, state.options)
        self._unfold = Button(theme, "", "text", icon="star", size=reach(theme))
        self._unfold.setObjectName("unfold-matters")
        self._picks = self._make_picks() if state.unfolded else None
        self._model = ComparisonModel(state.table, state.rows, state.picks, state.columns, self)
        self._view = ComparisonView(theme, self._model)
        self._framed = TableFrame(theme, self._view)
        self._turner = QuestionTurner(theme)
        self._cards = Cards(theme, library, state.table.certainty, self._to_ask)
        self._no_winner = Paragraph(theme, state.table.no_winner, "small", color="ink2")
        self._drawer: Drawer | None = None
        self._paper: PaperButtons | None = None
        self._is_table: bool | None = None
        self._paper_above: bool | None = None
        self._least_width = self._view.least_width
        self._kept = KeptInSight(self.area, theme.px(12))
        self._build()
        # Before it can get the keyboard, which would put it into the first cell.
        self._view.go_to(state.question, state.treatment)
        self._connect()

    @property
    def is_table(self) -> bool:
        """Options stand side by side, with all questions."""
        return bool(self._is_table)

    @property
    def opened(self) -> Cell | None:
        """The cell whose sources are shown."""
        return self._state.opened

    def first_focus(self) -> QWidget:
        """What is open; else the table, or the question shown."""
        if self._drawer is not None:
            return self._drawer.words
        return self._view if self._is_table in (True, None) else self._turner.names

    def press_option(self, option: str) -> None:
        """Lay *option* beside the others or take it out; where that is refused, its chip says why."""
        if self._state.toggle_option(option):
            self._options.refuse(option)
            return
        self._options.show_picked(self._state.options)
        self._close_all()
        self._show_cells()
        names = ", ".join(each.name for each in self._state.columns)
        announce(self._options, _("Side by side now: {options}.").format(options=names))

    def pick(self, question: str) -> None:
        """Let *question* matter, or no more: its row goes to the top, or back to its place."""
        self._state.toggle(question)
        self._show_picks()
        row = self._state.table.question(question)
        if row is not None:
            picked = question in self._state.picks
            words = _("“{question}” is marked and stands at the top.") if picked else _("“{question}” is not marked.")
            announce(self._unfold, words.format(question=row.name))

    def cell(self, question: str, treatment: str) -> Cell:
        """The cell of these ids."""
        return self._state.table.cell(question, treatment)

    def open_cell(self, cell: Cell) -> None:
        """Show where *cell* comes from; once more puts it away."""
        if not self.is_table:
            self._state.question = cell.question.id
            self._show_question()
            if (card := self._cards.card_of(cell.treatment.id)) is not None:
                self._on_card(card)
        elif self._state.opened == cell:
            self.close_drawer()
        else:
            self._open_drawer(cell)

    def close_drawer(self) -> None:
        """The keyboard goes back to the cell."""
        self._state.opened = None
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._drop_drawer()

    def turn(self, step: int) -> None:
        """To the question *step* further on, where there is one at a time."""
        self._state.turn(step)
        self._show_question()
        cells = [f"{cell.treatment.name}: {cell.words} {cell.mark}" for cell in self._cells()]
        announce(self._cards, " ".join([self._turner.names.accessibleName(), *cells]))

    def arrange(self) -> None:
        """A table where every word has room in it, else one question; what lies over the table stays in its place."""
        room = self.width() - 2 * self.side - bar_width(self.area)
        is_table = room >= self._least_width and not is_narrow(self.theme, self.width())
        swaps, above = is_table != self._is_table, is_table and self.wide
        self._is_table = is_table
        if swaps or above != self._paper_above:
            self._paper_above = above
            self._place_parts()
        if swaps:
            self._swap()
        self._place_drawer()

    def showEvent(self, event: QShowEvent) -> None:
        """Be where one was, or where the link led."""
        super().showEvent(event)
        if self.is_table and self._view.currentIndex().row():
            self._kept.keep(self._view.place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What stands on the table moves with it, and gives way where it covers what the keyboard comes to."""
        if watched is self._framed and event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._keep_head()
            self._place_drawer()
        if event.type() == QEvent.Type.FocusIn and self._drawer is not None:
            QTimer.singleShot(0, self, self._give_way)  # focus moves as well while all is laid out
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts away what is open first. Left and Right turn the question where there is one."""
        ways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() == Qt.Key.Key_Escape and self._drawer is not None:
            self.close_drawer()
        elif event.key() == Qt.Key.Key_Escape and not self.is_table and (card := self._open_card) is not None:
            self._on_card(card)
        elif not self.is_table and event.key() in ways and not event.modifiers():
            step = ways[Qt.Key(event.key())]
            self.turn(-step if self.isRightToLeft() else step)
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        if self.session.policy.file_dialogs:
            self._paper = PaperButtons(self.theme, self._state.sheet, _("Print all options"))
        for part in (*self._parts(), self._turner, self._cards, self._no_winner, self._unfold):
            self.column.addWidget(part)
        self._framed.installEventFilter(self)
        self.add_bar()

    def _connect(self) -> None:
        self._options.pressed.connect(self.press_option)
        self._options.choose.connect(self._on_choose)
        self._unfold.clicked.connect(self._on_unfold)
        self._view.opened.connect(self.open_cell)
        self._view.moved.connect(self._on_moved)
        self._view.stepped.connect(self._on_stepped)
        self._view.page_wanted.connect(self._read)
        self._turner.turned.connect(self.turn)
        self._cards.toggled.connect(self._on_card)
        self._cards.page_wanted.connect(self._read)
        bar = self.area.verticalScrollBar()
        for moved in (bar.valueChanged, bar.rangeChanged):
            moved.connect(self._keep_head)

    def _parts(self) -> list[QWidget]:
        """What stands below the title, from above: in a table what changes it stands first, else what is read."""
        picks = [self._picks] if self._picks else []
        paper = [self._paper] if self._paper and not self._paper_above else []
        if self._is_table in (True, None):
            return [*picks, self._options, self._framed, *paper]
        return [self._options, self._turner, self._cards, self._no_winner, self._unfold, *picks, *paper]

    def _swap(self) -> None:
        """From table to cards, or back."""
        is_table = self.is_table
        focus = self.window().focusWidget()
        lost = (self._turner, self._cards) if is_table else (self._framed, self._drawer)
        was_here = focus is not None and any(each is not None and each.isAncestorOf(focus) for each in lost)
        self._framed.setVisible(is_table)
        for widget in (self._turner, self._cards, self._no_winner):
            widget.setVisible(not is_table)
        self._fold()
        self._drop_drawer()
        self._show_cells()
        if is_table and self._state.opened is not None:
            self._open_drawer(self._state.opened)
        elif was_here:
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _place_parts(self) -> None:
        """Each where it stands, without leaving the keyboard."""
        if self.is_table:
            self.head.insertWidget(1, self._unfold, 0, Qt.AlignmentFlag.AlignBottom)
        if self._paper is not None:
            self._paper.setMinimumWidth(self.theme.px(_PAPER_WIDTH) if self._paper_above else 0)
            if self._paper_above:
                self.head.addWidget(self._paper, 0, Qt.AlignmentFlag.AlignBottom)
        for at, part in enumerate(self._parts(), start=1):
            self.column.removeWidget(part)
            self.column.insertWidget(at, part)
        if not self.is_table:
            self.column.setAlignment(self._unfold, Qt.AlignmentFlag.AlignLeading)
        self._walk_as_seen()

    def _walk_as_seen(self) -> None:
        """Tab comes to what stands in the head first, then to the parts from above, last to the bar."""
        head: list[QWidget] = [self._unfold] if self.is_table else []
        if self._paper is not None and self._paper_above:
            head.append(self._paper)
        parts = [stop for part in self._parts() for stop in (self._turner.stops if part is self._turner else [part])]
        for stop in walk_in_order([*head, *parts, self.bar]):
            stop.installEventFilter(self)

    def _give_way(self) -> None:
        """Put the drawer away where it covers what has the keyboard. It never hides the cell where one is."""
        drawer, focus = self._drawer, self.window().focusWidget()
        if drawer is None or focus is None or focus is self._view or drawer.isAncestorOf(focus):
            return
        if drawer.geometry().intersects(QRect(focus.mapTo(self, QPoint()), focus.size())):
            self._close_all()

    def _show_cells(self) -> None:
        """The rows and columns there are now: in the table, or in the cards."""
        state = self._state
        if not self.is_table:
            self._show_question()
            return
        question, treatment = state.question, state.treatment
        if self._model.show(state.rows, state.picks, state.columns):
            self._view.renew()
        self._view.go_to(question, treatment)

    def _cells(self) -> list[Cell]:
        """Those of the question shown."""
        return [self.cell(self._state.question, each.id) for each in self._state.columns]

    def _show_question(self) -> None:
        state, cells = self._state, self._cells()
        row = cells[0].question
        number = state.rows.index(row) + 1
        self._turner.show_question(row, number, len(state.rows), picked=row.id in state.picks)
        self._cards.show_answers(cells, self._turner.after)
        if state.opened in cells and (card := self._cards.card_of(state.opened.treatment.id)):
            card.toggle()

    def _show_picks(self) -> None:
        if self._picks is not None:
            self._picks.show_picks(self._state.picks)
        self._fold()
        self._close_all()
        self._show_cells()

    def _fold(self) -> None:
        """What is put away, behind buttons that say so."""
        state, count = self._state, len(self._state.picks)
        self._options.fold(little_room=not self.is_table, choosing=state.choosing)
        if self._picks is not None:
            self._picks.setVisible(state.unfolded)
        marked = _("What matters to me ({count})").format(count=count)
        self._unfold.set_words(marked if count else _("What matters to me"))
        self._unfold.set_icon("chevron-up" if state.unfolded else "star")
        hides, shows = _("Hides what you may mark."), _("Shows what you may mark.")
        self._unfold.setAccessibleDescription(hides if state.unfolded else shows)

    def _make_picks(self) -> PickChips:
        picks = PickChips(self.theme, self._state.table.questions, self._state.picks)
        picks.pressed.connect(self.pick)
        picks.usual_wanted.connect(self._on_usual)
        return picks

    def _on_unfold(self) -> None:
        self._state.unfolded = not self._state.unfolded
        if self._picks is None:
            self._picks = self._make_picks()
            self._place_parts()
        self._fold()

    def _on_choose(self) -> None:
        self._state.choosing = not self._state.choosing
        self._fold()

    def _on_usual(self) -> None:
        self._state.forget_picks()
        self._show_picks()
        announce(self._unfold, _("All rows stand in their usual order."))

    @property
    def _open_card(self) -> OptionCard | None:
        opened = self._state.opened
        return self._cards.card_of(opened.treatment.id) if opened in self._cells() and opened is not None else None

    def _on_card(self, card: OptionCard) -> None:
        card.toggle()
        self._state.opened = card.cell if card.is_open else None
        if card.is_open:
            self._kept.keep(card)

    def _open_drawer(self, cell: Cell) -> None:
        """Over the table, and the keyboard goes in."""
        self._state.opened = cell
        self._view.go_to(cell.question.id, cell.treatment.id)
        self._view.show_opened(cell)
        before = self._drawer
        bar, certainty = self.area.verticalScrollBar(), self._state.table.certainty
        drawer = self._drawer = Drawer(self.theme, self.library, cell, certainty, bar, self._to_ask(cell), self)
        drawer.closed.connect(self.close_drawer)
        drawer.page_wanted.connect(self._read)
        drawer.arrow.connect(self._view.step)
        drawer.read_in = self._view
        self._place_drawer()
        drawer.show()
        drawer.words.setFocus(Qt.FocusReason.OtherFocusReason)
        if before is not None:
            before.put_away()
        self._kept.keep(self._view.place)

    def _to_ask(self, cell: Cell) -> ToAsk | None:
        """What to ask about *cell*, where questions can be put somewhere."""
        if self._state.questions is None or not cell.ask:
            return None
        to_ask = ToAsk(self.theme, cell.ask, self._state.questions, self._state.fail)
        to_ask.led_on.connect(self._go_to_questions)
        to_ask.keyboard_moved.connect(self._kept.keep)
        return to_ask

    def _place_drawer(self) -> None:
        if self._drawer is not None:
            cell = self._view.cell_rect()
            place = QRect(self._view.mapTo(self, QPoint()) + cell.topLeft(), cell.size())
            self._drawer.lie_over(self.area.geometry(), place)

    def _close_all(self) -> None:
        """What is about to change is not shown in a drawer any more; the keyboard stays where it is."""
        self._state.opened = None
        self._drop_drawer()

    def _drop_drawer(self) -> None:
        self._view.show_opened(None)
        if self._drawer is not None:
            self._drawer.put_away()
            self._drawer = None

    def _keep_head(self) -> None:
        """The names of the options stay in sight while the page scrolls."""
        self._view.keep_head(-self._view.mapTo(self.area.viewport(), QPoint()).y())

    def _on_moved(self, question: str, treatment: str) -> None:
        self._state.question, self._state.treatment = question, treatment

    def _on_stepped(self, cell: Cell) -> None:
        self._kept.keep(self._view.place)
        if self._drawer is not None:
            self._open_drawer(cell)

    def _go_to_questions(self) -> None:
        self.session.go(Locator("questions"))

    def _read(self, page: str) -> None:
        self.session.go(Locator("page", page))
