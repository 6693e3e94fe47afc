"""A course before the present one, opened: read, printed, saved as a file. It stays as it was written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tpe_guide.diary.catalogue import Catalogue
from tpe_guide.diary.exchange import SUFFIX
from tpe_guide.errors import TpeGuideError
from tpe_guide.i18n import _, _n
from tpe_guide.navigation import Locator
from tpe_guide.ui.diary.earlier.sessions_card import SessionsCard
from tpe_guide.ui.diary.overview.bin_card import BinCard
from tpe_guide.ui.diary.overview.entries_card import EntriesCard
from tpe_guide.ui.diary.overview.function_card import FunctionCard
from tpe_guide.ui.diary.overview.grid_card import GridCard
from tpe_guide.ui.diary.overview.seen import look
from tpe_guide.ui.diary.overview.state import MORE_ENTRIES, OverviewState
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import beside_if, columns_if, tight
from tpe_guide.ui.kit.rebuild import focus_in, rebuild_column
from tpe_guide.ui.kit.screen import Screen
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.shell.file_dialogs import save_file
from tpe_guide.vocabulary.days import span_words

_BESIDE_FROM, _TITLE_FROM, _BUTTONS_FROM = 1080, 960, 560


class EarlierPage(Screen):
    """The course of the id *course*. Nothing in it is changed here, but what was removed can be put back."""

    chosen = Signal(Locator)
    saved = Signal(str)
    """The file in which it is to be saved."""

    def __init__(
        self,
        theme: Theme,
        state: OverviewState,
        course: str,
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
        self._fill()
        self._area = self._set_up(self._body)
        self._arrange()

    def first_focus(self) -> QWidget:
        """Print, which is what it is opened for."""
        return self._print

    def said(self) -> str:
        """Which course it is, and how much is in it."""
        return f"{self._title.text()}. {self._counts.text()}"

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side, or below one another."""
        self._arrange()

    # --- its parts --------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        theme, seen, today = self._theme, self._seen, self._state.today
        self._boxes: list[QBoxLayout] = []
        self._column.addWidget(self._head())
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
        entries.opened.connect(lambda entry: self.chosen.emit(Locator("entry", entry)))
        entries.more_asked_for.connect(self._show_more)
        self._beside(entries, SessionsCard(theme, seen.sessions, today) if seen.sessions else None)
        if seen.binned:
            bin_card = BinCard(theme, seen.binned, self._state.kept_until, seen.by_id, self._catalogue, today)
            bin_card.put_back.connect(self._put_back)
            self._column.addWidget(bin_card)
        self._column.addStretch(1)

    def _head(self) -> QWidget:
        theme, one = self._theme, next(one for one in self._seen.earlier if one.course.id == self._course)
        box = QWidget()
        self._head_row = tight(QBoxLayout(QBoxLayout.Direction.LeftToRight, box), theme.px(14))
        words = tight(QVBoxLayout(), 0)
        words.addWidget(Label(theme, _("My diary · earlier course"), "small-strong", color="straw800"))
        days = span_words(one.first, one.last) if one.first and one.last else _("An earlier course")
        self._title = Label(theme, days, "h1")
        self._title.setObjectName("page-title")
        words.addWidget(self._title)
        done = _n("{count} session done", "{count} sessions done", one.sessions).format(count=one.sessions)
        written = _n("{count} entry", "{count} entries", one.entries).format(count=f"{one.entries:,}")
        said = _("{done}, {written}. It stays as you wrote it.").format(done=done, written=written)
        self._counts = Label(theme, said, "body", color="ink2")
        words.addWidget(self._counts)
        self._head_row.addLayout(words, 1)
        self._print = Button(theme, _("Print for my nurse"), icon="printer", size="inner")
        self._print.setObjectName("print-for-nurse")
        self._print.clicked.connect(lambda: self.chosen.emit(Locator("nurse", self._course)))
        save = Button(theme, _("Save as a file…"), "secondary", icon="file-down", size="inner")
        save.setObjectName("save-course")
        save.clicked.connect(self._on_save)
        self._buttons = tight(QBoxLayout(QBoxLayout.Direction.LeftToRight), theme.px(12))
        for button in (save, self._print):
            self._buttons.addWidget(button)
        self._head_row.addLayout(self._buttons)
        return box

    def _beside(self, left: QWidget, right: QWidget | None) -> None:
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
        two = width >= theme.px(_BUTTONS_FROM)
        self._buttons.setDirection(beside_if(beside=True) if two else QBoxLayout.Direction.BottomToTop)
        self._fit_title(self._title)
        side = theme.px(40 if beside else 16 if width >= theme.px(300) else 8)
        self._column.setContentsMargins(side, theme.px(16), side, theme.px(20))

    # --- what is pressed --------------------------------------------------------------------------------------

    def _on_save(self) -> None:
        one = self._seen.sessions[0].day if self._seen.sessions else self._state.today
        name = f"{_('plasma-exchange')}-{one.isoformat()}{SUFFIX}"
        save_file(self.window(), self._theme, _("Save as a file"), name, self.saved.emit)

    def _turn_grid(self, end: int) -> None:
        visit = self._state.visit(self._course)
        was, visit.grid_end = visit.grid_end, end
        self._look_again("grid-later" if was is not None and end > was else "grid-earlier")

    def _show_more(self) -> None:
        visit = self._state.visit(self._course)
        shown = visit.entries_shown
        visit.entries_shown += MORE_ENTRIES
        self._look_again("")
        button = self._body.findChild(QWidget, f"open-{self._seen.entries[shown].id}")
        if button is not None:
            focus_in(self._area, button)

    def _put_back(self, entry: str) -> None:
        try:
            self._state.put_back(entry)
        except TpeGuideError as error:
            self._say(error)
            return
        if self._look_again(f"open-{entry}"):
            announce(self, _("The entry is back in your diary."))

    def _look_again(self, then: str) -> bool:
        """Show what there is now, and give the keyboard to the control called *then*."""
        try:
            self._seen = look(self._state, self._course)
        except TpeGuideError as error:
            self._say(error)
            return False
        rebuild_column(self._area, self._column, self._fill)
        self._arrange()
        focus_in(self._area, (self._body.findChild(QWidget, then) if then else None) or self._print)
        return True
