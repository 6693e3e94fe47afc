"""What the page of the present course and that of one before it share: how they look, are filled, and change."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from tpe_guide.diary.catalogue import Catalogue
from tpe_guide.errors import TpeGuideError
from tpe_guide.i18n import _
from tpe_guide.navigation import Locator
from tpe_guide.ui.diary.overview.bin_card import BinCard
from tpe_guide.ui.diary.overview.entries_card import EntriesCard
from tpe_guide.ui.diary.overview.function_card import FunctionCard
from tpe_guide.ui.diary.overview.grid_card import GridCard
from tpe_guide.ui.diary.overview.seen import look
from tpe_guide.ui.diary.overview.state import MORE_ENTRIES, OverviewState
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.button import Button, Kind
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import beside_if, columns_if, tight
from tpe_guide.ui.kit.rebuild import focus_in, rebuild_column
from tpe_guide.ui.kit.screen import Screen
from tpe_guide.ui.kit.theme import Theme

_BESIDE_FROM = 1080
"""px at 100 %: the columns stand side by side."""
_TITLE_FROM, _BUTTONS_FROM = 960, 560


class CoursePage(Screen):
    """The course of the id *course*; None: the present one. Subclasses set ``_area``, and ``_primary`` as they fill."""

    chosen = Signal(Locator)
    _area: QScrollArea
    _primary: Button

    def __init__(
        self,
        theme: Theme,
        state: OverviewState,
        course: str | None,
        catalogue: Catalogue,
        say: Callable[[TpeGuideError], None],
        parent: QWidget | None = None,
    ) -> None:
        seen = look(state, course)  # before there is anything to be left half made
        super().__init__(theme, parent)
        self._state = state
        self._course = course
        self._seen = seen
        self._catalogue = catalogue
        self._say = say
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setSpacing(theme.px(14))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side, or below one another."""
        self._arrange()

    # --- its parts --------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        """Fill the column, of which nothing is there."""
        raise NotImplementedError

    def _head(self, above: str, title: str, below: Sequence[QWidget], buttons: Sequence[Button]) -> QWidget:
        theme = self._theme
        self._boxes: list[QBoxLayout] = []
        box = QWidget()
        self._head_row = tight(QBoxLayout(QBoxLayout.Direction.LeftToRight, box), theme.px(14))
        words = tight(QVBoxLayout(), 0)
        words.addWidget(Label(theme, above, "small-strong", color="straw800"))
        self._title = Label(theme, title, "h1")
        self._title.setObjectName("page-title")
        for part in (self._title, *below):
            words.addWidget(part)
        self._head_row.addLayout(words, 1)
        self._buttons = tight(QBoxLayout(QBoxLayout.Direction.LeftToRight), theme.px(12))
        for button in buttons:
            self._buttons.addWidget(button)
        self._head_row.addLayout(self._buttons)
        return box

    def _to_print(self, kind: Kind, leads_to: Locator) -> Button:
        button = Button(self._theme, _("Print for my nurse"), kind, icon="printer", size="inner")
        button.setObjectName("print-for-nurse")
        button.clicked.connect(lambda: self.chosen.emit(leads_to))
        return button

    def _fill_written(self, beside: QWidget | None) -> None:
        """How it felt, and the entries, with *beside* next to them."""
        theme, seen, today = self._theme, self._seen, self._state.today
        felt = GridCard(
            theme,
            seen.grid,
            self._catalogue,
            today,
            begin=seen.begin,
            count=len(seen.sessions),
            had=seen.had,
            loose=seen.loose,
        )
        felt.moved.connect(self._turn_grid)
        self._beside(felt, FunctionCard(theme, seen.grid) if seen.grid.functions else None)
        entries = EntriesCard(theme, seen.entries, seen.written, seen.by_id, self._catalogue, today)
        entries.opened.connect(self._open_entry)
        entries.more_asked_for.connect(self._show_more)
        self._beside(entries, beside)

    def _fill_end(self) -> None:
        """What was removed, and the room below."""
        seen, state = self._seen, self._state
        if seen.binned:
            bin_card = BinCard(self._theme, seen.binned, state.kept_until, seen.by_id, self._catalogue, state.today)
            bin_card.put_back.connect(self._put_back)
            self._column.addWidget(bin_card)
        self._column.addStretch(1)

    def _beside(self, left: QWidget, right: QWidget | None) -> None:
        """*left* twice as wide as *right* beside it, or one below the other."""
        both = QWidget()
        box = tight(QBoxLayout(QBoxLayout.Direction.LeftToRight, both), self._theme.px(16))
        box.addWidget(left, 2, Qt.AlignmentFlag.AlignTop)
        if right is not None:
            box.addWidget(right, 1, Qt.AlignmentFlag.AlignTop)
        self._boxes.append(box)
        self._column.addWidget(both)

    def _arrange(self) -> None:
        theme, width = self._theme, self.width()
        beside = width >= _BESIDE_FROM * theme.chrome
        for box in self._boxes:
            columns_if(beside, box)
        with_title = width >= theme.px(_TITLE_FROM)
        self._head_row.setDirection(beside_if(with_title))
        self._head_row.setAlignment(self._buttons, Qt.AlignmentFlag.AlignVCenter if with_title else Qt.AlignmentFlag(0))
        # One below the other, the first comes first.
        two = width >= theme.px(_BUTTONS_FROM)
        self._buttons.setDirection(beside_if(beside=True) if two else QBoxLayout.Direction.BottomToTop)
        self._fit_title(self._title)
        side = theme.px(40 if beside else 16 if width >= theme.px(300) else 8)
        self._column.setContentsMargins(side, theme.px(16), side, theme.px(20))

    # --- what is pressed --------------------------------------------------------------------------------------

    def _open_entry(self, entry: str) -> None:
        self.chosen.emit(Locator("entry", entry))

    def _turn_grid(self, end: int) -> None:
        visit = self._state.visit(self._course)
        was, visit.grid_end = visit.grid_end, end
        self._act(nothing, "grid-later" if was is not None and end > was else "grid-earlier")

    def _show_more(self) -> None:
        visit = self._state.visit(self._course)
        shown = visit.entries_shown
        visit.entries_shown += MORE_ENTRIES
        self._act(nothing, "")
        button = self._body.findChild(QWidget, f"open-{self._seen.entries[shown].id}")
        if button is not None:
            focus_in(self._area, button)

    def _put_back(self, entry: str) -> None:
        if self._act(lambda: self._state.put_back(entry), f"open-{entry}"):
            announce(self, _("The entry is back in your diary."))

    def _act(self, do: Callable[[], None], then: str) -> bool:
        """Do it, show what came of it, and give the keyboard to the control called *then*. False if it failed."""
        try:
            do()
            self._seen = look(self._state, self._course)
        except TpeGuideError as error:
            self._say(error)
            return False
        rebuild_column(self._area, self._column, self._fill)
        self._arrange()
        focus_in(self._area, (self._body.findChild(QWidget, then) if then else None) or self._primary)
        return True


def nothing() -> None:
    """Only what is shown changes."""
