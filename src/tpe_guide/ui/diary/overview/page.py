"""My diary: the course at a glance, what was written, and the ways on from here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tpe_guide.diary.catalogue import Catalogue
from tpe_guide.diary.overview import tally
from tpe_guide.errors import TpeGuideError
from tpe_guide.i18n import _, _n
from tpe_guide.navigation import Locator
from tpe_guide.ui.diary.form_keeper import NEW
from tpe_guide.ui.diary.overview.course_card import CourseCard, DoneCard
from tpe_guide.ui.diary.overview.course_page import CoursePage, nothing
from tpe_guide.ui.diary.overview.earlier_card import EarlierCard, LongAgoCard
from tpe_guide.ui.diary.overview.first_entry import FirstEntry, WhatComesHere
from tpe_guide.ui.diary.overview.state import OverviewState
from tpe_guide.ui.diary.overview.words import title_words
from tpe_guide.ui.diary.undo_bar import UndoBar
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.drawing import Icon
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.wrap import Wrap
from tpe_guide.vocabulary.days import day_words

_UNDO_ROOM = 300


class Way(NamedTuple):
    """A way on from the diary: its words, what is said after them, its icon, where it leads."""

    words: str
    said: str
    icon: str
    leads_to: Locator


class OverviewPage(CoursePage):
    """*ways*: what stands beside the entries. *change*: the page about when a change may come; None: there is none."""

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
        super().__init__(theme, state, None, catalogue, say, parent)
        self._ways = ways
        self._change = change
        self._fill()
        removed = state.undoable
        self._undo_bar = self._undo(removed.words) if removed is not None else None
        self._area = self._set_up(self._body, self._undo_bar, least_room=_UNDO_ROOM)
        self._arrange()

    def first_focus(self) -> QWidget:
        """Undo, after something was removed; else what there is to do first."""
        return self._undo_bar.undo if self._undo_bar is not None else self._primary

    # --- its parts --------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        seen, state = self._seen, self._state
        done = seen.course.finished is not None
        self._column.addWidget(self._course_head(done=done))
        self._column.addWidget(self._course_card(done=done))
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
            self._fill_written(self._ways_card(along=False))
        else:
            self._fill_first()
        if seen.earlier and not seen.slip:
            self._fill_earlier()
        self._fill_end()

    def _fill_earlier(self) -> None:
        """The way to the courses before this one."""
        before = EarlierCard(self._theme, self._seen.earlier, slip=self._seen.slip)
        before.opened.connect(lambda course: self.chosen.emit(Locator("earlier", course)))
        before.taken_back.connect(self._take_back_course)
        self._column.addWidget(before)

    def _course_head(self, *, done: bool) -> QWidget:
        theme, today, seen = self._theme, self._state.today, self._seen
        above = _("My diary · {day}").format(day=day_words(today, today)) if done else _("My diary")
        count = tally(seen.sessions, seen.course.planned_sessions)
        title = title_words(count, seen.written, finished=done, first=not seen.earlier)
        log = Button(theme, _("Log how I feel"), "secondary" if done else "primary", icon="plus", size="inner")
        log.setObjectName("log-now")
        log.clicked.connect(lambda: self.chosen.emit(Locator("log")))
        to_print = self._to_print("primary" if done else "secondary", Locator("nurse"))
        self._primary = to_print if done else log
        return self._head(above, title, [], [log, to_print] if done else [to_print, log])

    def _course_card(self, *, done: bool) -> QWidget:
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

    # --- what is pressed --------------------------------------------------------------------------------------

    def _choose(self) -> None:
        self.chosen.emit(self.sender().property("locator"))

    def _go_to_change(self) -> None:
        if self._change is not None:
            self.chosen.emit(self._change)

    def _turn_strip(self, back: int) -> None:
        self._state.visit().strip_back += back
        self._act(nothing, "strip-earlier" if back > 0 else "strip-later")

    def _begin_course(self) -> None:
        if self._act(self._state.begin_course, "log-now"):
            announce(self, _("A new course has begun. The one before stays in your diary."))

    def _take_back_course(self) -> None:
        if self._act(self._state.take_back_course, "log-now"):
            announce(self, _("Your course is as it was before."))

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
        done = super()._act(do, then)
        if done and self._state.undoable is None:
            self._drop_undo()  # a button that does nothing would be a lie
        return done
