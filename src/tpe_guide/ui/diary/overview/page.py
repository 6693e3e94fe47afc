"""My diary: the course at a glance, what was written, and the ways on from here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tpe_guide.diary.catalogue import Catalogue
from tpe_guide.diary.overview import tally
from tpe_guide.errors import TpeGuideError
from tpe_guide.i18n import _, _n
from tpe_guide.navigation import Locator
from tpe_guide.ui.diary.form_keeper import NEW
from tpe_guide.ui.diary.overview.bin_card import BinCard
from tpe_guide.ui.diary.overview.course_card import CourseCard, DoneCard
from tpe_guide.ui.diary.overview.earlier_card import EarlierCard, LongAgoCard
from tpe_guide.ui.diary.overview.entries_card import EntriesCard
from tpe_guide.ui.diary.overview.first_entry import FirstEntry, WhatComesHere
from tpe_guide.ui.diary.overview.function_card import FunctionCard
from tpe_guide.ui.diary.overview.grid_card import GridCard
from tpe_guide.ui.diary.overview.seen import look
from tpe_guide.ui.diary.overview.state import MORE_ENTRIES, OverviewState
from tpe_guide.ui.diary.overview.words import title_words
from tpe_guide.ui.diary.undo_bar import UndoBar
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.drawing import Icon
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import beside_if, columns_if, tight
from tpe_guide.ui.kit.rebuild import focus_in, rebuild_column
from tpe_guide.ui.kit.screen import Screen
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.wrap import Wrap
from tpe_guide.vocabulary.days import day_words

BESIDE_FROM = 1080
"""px at 100 %: the columns stand side by side."""
_TITLE_FROM, _BUTTONS_FROM = 960, 560
_UNDO_ROOM = 300


class Way(NamedTuple):
    """A way on from the diary: its words, what is said after them, its icon, where it leads."""

    words: str
    said: str
    icon: str
    leads_to: Locator


class OverviewPage(Screen):
    """*ways*: what stands beside the entries. *change*: the page about when a change may come; None: there is none."""

    chosen = Signal(Locator)

    def __init__(
        self,
        theme: Theme,
        state: OverviewState,
        catalogue: Catalogue,
        ways: Sequence[Way],
        change: Locator | None,
        say: Callable[[TpeGuideError], None],
        parent: QWidget | None = None,
    ) -> None:
        seen = look(state)  # before there is anything to be left half made
        super().__init__(theme, parent)
        self._state = state
        self._seen = seen
        self._catalogue = catalogue
        self._ways = ways
        self._change = change
        self._say = say
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setSpacing(theme.px(14))
        self._fill()
        removed = state.undoable
        self._undo_bar = self._undo(removed.words) if removed is not None else None
        self._area = self._set_up(self._body, self._undo_bar, least_room=_UNDO_ROOM)
        self._arrange()

    def first_focus(self) -> QWidget:
        """Undo, after something was removed; else what there is to do first."""
        return self._undo_bar.undo if self._undo_bar is not None else self._primary

    def said(self) -> str:
        """What was removed; else the title."""
        removed = self._state.undoable
        return removed.words if removed is not None else self._title.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side, or below one another."""
        self._arrange()

    # --- its parts --------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        seen, state = self._seen, self._state
        done = seen.course.finished is not None
        self._boxes: list[QBoxLayout] = []
        self._column.addWidget(self._head(done=done))
        self._column.addWidget(self._course(done=done))
        if done:
            card = DoneCard(self._theme)
            card.change_asked_for.connect(self._go_to_change)
            card.taken_back.connect(lambda: self._act(state.go_on, "finish-course"))
            card.begun.connect(self._begin_course)
            self._column.addWidget(card)
        last = seen.long_ago(state.today)
        if last is not None:
            ago = LongAgoCard(self._theme, last, state.today)
            ago.begun.connect(self._begin_course)
            self._column.addWidget(ago)
        if seen.slip:
            self._fill_earlier()
        if seen.written > 1:
            self._fill_many()
        else:
            self._fill_first()
        if seen.earlier and not seen.slip:
            self._fill_earlier()
        if seen.binned:
            bin_card = BinCard(self._theme, seen.binned, state.kept_until, seen.by_id, self._catalogue, state.today)
            bin_card.put_back.connect(self._put_back)
            self._column.addWidget(bin_card)
        self._column.addStretch(1)

    def _fill_earlier(self) -> None:
        """The way to the courses before this one."""
        before = EarlierCard(self._theme, self._seen.earlier, slip=self._seen.slip)
        before.opened.connect(lambda course: self.chosen.emit(Locator("earlier", course)))
        before.taken_back.connect(self._take_back_course)
        self._column.addWidget(before)

    def _head(self, *, done: bool) -> QWidget:
        theme, today, seen = self._theme, self._state.today, self._seen
        box = QWidget()
        self._head_row = tight(QBoxLayout(QBoxLayout.Direction.LeftToRight, box), theme.px(14))
        words = tight(QVBoxLayout(), 0)
        above = _("My diary · {day}").format(day=day_words(today, today)) if done else _("My diary")
        words.addWidget(Label(theme, above, "small-strong", color="straw800"))
        count = tally(seen.sessions, seen.course.planned_sessions)
        self._title = Label(theme, title_words(count, seen.written, finished=done, first=not seen.earlier), "h1")
        self._title.setObjectName("page-title")
        words.addWidget(self._title)
        self._head_row.addLayout(words, 1)
        log = Button(theme, _("Log how I feel"), "secondary" if done else "primary", icon="plus", size="inner")
        log.setObjectName("log-now")
        log.clicked.connect(lambda: self.chosen.emit(Locator("log")))
        to_print = Button(
            theme, _("Print for my nurse"), "primary" if done else "secondary", icon="printer", size="inner"
        )
        to_print.setObjectName("print-for-nurse")
        to_print.clicked.connect(lambda: self.chosen.emit(Locator("nurse")))
        self._primary = to_print if done else log
        self._buttons = tight(QBoxLayout(QBoxLayout.Direction.LeftToRight), theme.px(12))
        for button in (log, to_print) if done else (to_print, log):
            self._buttons.addWidget(button)
        self._head_row.addLayout(self._buttons)
        return box

    def _course(self, *, done: bool) -> QWidget:
        seen, state = self._seen, self._state
        there = {NEW, *seen.by_id}
        begun = {place: session for place, session in state.forms.sessions.items() if place in there}
        count = len(seen.sessions)
        card = CourseCard(self._theme, seen.strip, state.today, count, seen.swapped, done=done, begun=begun)
        card.opened.connect(lambda session: self.chosen.emit(Locator("exchange", session)))
        card.adding.connect(lambda: self.chosen.emit(Locator("exchange", NEW)))
        card.planning.connect(lambda: self.chosen.emit(Locator("plan")))
        card.finished.connect(lambda: self._act(state.finish, "course-goes-on"))
        card.turned.connect(self._turn_strip)
        return card

    def _fill_first(self) -> None:
        """One entry, or none yet."""
        comes = WhatComesHere(self._theme)
        if self._seen.entries:
            entry = self._seen.entries[0]
            session = self._seen.by_id.get(entry.session or "")
            first = FirstEntry(self._theme, entry, session, self._catalogue, self._state.today)
            first.opened.connect(self._open_entry)
            self._beside(first, comes)
        else:
            self._column.addWidget(comes)
        self._column.addWidget(self._ways_card(along=True))

    def _fill_many(self) -> None:
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
        self._beside(entries, self._ways_card(along=False))

    def _beside(self, left: QWidget, right: QWidget | None) -> None:
        """*left* twice as wide as *right* beside it, or one below the other."""
        both = QWidget()
        box = tight(QBoxLayout(QBoxLayout.Direction.LeftToRight, both), self._theme.px(16))
        box.addWidget(left, 2, Qt.AlignmentFlag.AlignTop)
        if right is not None:
            box.addWidget(right, 1, Qt.AlignmentFlag.AlignTop)
        self._boxes.append(box)
        self._column.addWidget(both)

    def _ways_card(self, *, along: bool) -> QWidget:
        """The ways on; *along*: side by side, where they stand below everything."""
        theme = self._theme
        box = QWidget()
        column = tight(QVBoxLayout(box), theme.px(10))
        buttons = []
        for way in self._ways:
            words = _("{way}: {said}").format(way=way.words, said=way.said) if way.said else way.words
            if along:
                button = Button(theme, words, "text", icon=way.icon, size="small")
            else:
                button = Button(
                    theme, words, "quiet", icon=way.icon, icon_after="chevron-right", spread=True, size="snug"
                )
            button.setObjectName(f"go-to-{way.leads_to.place}")
            button.setProperty("locator", way.leads_to)
            button.clicked.connect(self._choose)
            buttons.append(button)
        if along:
            column.addWidget(Wrap(theme, buttons, gap=8, row_gap=4))
        else:
            for button in buttons:
                column.addWidget(button)
        row = tight(QBoxLayout(QBoxLayout.Direction.LeftToRight), theme.px(10))
        row.addWidget(Icon(theme, "shield-check", 24), 0, Qt.AlignmentFlag.AlignTop)
        count = self._seen.held
        held = _n("Your diary holds {count} entry.", "Your diary holds {count} entries.", count)
        kept = Label(theme, held.format(count=f"{count:,}"), "small", color="ink2")
        kept.setObjectName("diary-state")
        row.addWidget(kept, 1)
        column.addLayout(row)
        return box

    def _undo(self, words: str) -> UndoBar:
        bar = UndoBar(self._theme, words)
        bar.undone.connect(self._undo_it)
        bar.closed.connect(self._close_undo)
        return bar

    def _arrange(self) -> None:
        theme, width = self._theme, self.width()
        beside = width >= BESIDE_FROM * theme.chrome
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

    def _choose(self) -> None:
        self.chosen.emit(self.sender().property("locator"))

    def _open_entry(self, entry: str) -> None:
        self.chosen.emit(Locator("entry", entry))

    def _go_to_change(self) -> None:
        if self._change is not None:
            self.chosen.emit(self._change)

    def _turn_strip(self, back: int) -> None:
        self._state.visit().strip_back += back
        self._act(_nothing, "strip-earlier" if back > 0 else "strip-later")

    def _turn_grid(self, end: int) -> None:
        visit = self._state.visit()
        was, visit.grid_end = visit.grid_end, end
        self._act(_nothing, "grid-later" if was is not None and end > was else "grid-earlier")

    def _show_more(self) -> None:
        visit = self._state.visit()
        shown = visit.entries_shown
        visit.entries_shown += MORE_ENTRIES
        self._act(_nothing, "")
        button = self._body.findChild(QWidget, f"open-{self._seen.entries[shown].id}")
        if button is not None:
            focus_in(self._area, button)

    def _begin_course(self) -> None:
        if self._act(self._state.begin_course, "log-now"):
            announce(self, _("A new course has begun. The one before stays in your diary."))

    def _take_back_course(self) -> None:
        if self._act(self._state.take_back_course, "log-now"):
            announce(self, _("Your course is as it was before."))

    def _put_back(self, entry: str) -> None:
        if self._act(lambda: self._state.put_back(entry), f"open-{entry}"):
            announce(self, _("The entry is back in your diary."))

    def _undo_it(self) -> None:
        done = self._state.undoable
        if done is not None and self._act(self._state.undo, "log-now"):
            announce(self, done.undone)

    def _close_undo(self) -> None:
        self._drop_undo()
        self._primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_undo(self) -> None:
        self._state.forget_undo()
        if self._undo_bar is not None:
            self._undo_bar.hide()

    def _act(self, do: Callable[[], None], then: str) -> bool:
        """Do it, show what came of it, and give the keyboard to the control called *then*. False if it failed."""
        try:
            do()
            self._seen = look(self._state)
        except TpeGuideError as error:
            self._say(error)
            return False
        if self._state.undoable is None:
            self._drop_undo()  # a button that does nothing would be a lie
        rebuild_column(self._area, self._column, self._fill)
        self._arrange()
        focus_in(self._area, (self._body.findChild(QWidget, then) if then else None) or self._primary)
        return True


def _nothing() -> None:
    """Only what is shown changes."""
