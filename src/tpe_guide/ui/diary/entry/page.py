"""An entry opened: what was written, word for word, with the ways to change it and to take it out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tpe_guide.diary.catalogue import Catalogue
from tpe_guide.diary.model import Entry, ExchangeSession
from tpe_guide.errors import TpeGuideError
from tpe_guide.i18n import _, _n
from tpe_guide.navigation import Locator
from tpe_guide.ui.diary.entry.cards import FeltCard, FormersCard, FunctionsCard, NoteCard
from tpe_guide.ui.diary.entry.words import about_words, title_of, when_words
from tpe_guide.ui.diary.overview.state import OverviewState
from tpe_guide.ui.diary.overview.words import about_words as entry_words
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import beside_if, columns_if, tight
from tpe_guide.ui.kit.screen import Screen
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.wrap import Wrap
from tpe_guide.vocabulary.days import short_day

_BESIDE_FROM, _TITLE_FROM = 900, 760
_WIDEST = 1200


class EntryPage(Screen):
    """*entry* of the open diary."""

    chosen = Signal(Locator)
    edit_asked_for = Signal(object)
    """The Entry."""

    def __init__(
        self,
        theme: Theme,
        state: OverviewState,
        entry: Entry,
        catalogue: Catalogue,
        say: Callable[[TpeGuideError], None],
        parent: QWidget | None = None,
    ) -> None:
        store = state.diary_session.store
        course = self._course = store.glance().course_of(entry.id)
        sessions, formers = store.sessions(course), store.formers(entry.id)
        before, after = store.glance(course).beside(entry)
        super().__init__(theme, parent)
        self._state = state
        self._entry = entry
        self._say = say
        self._sessions = {session.id: session for session in sessions}
        self._session = self._sessions.get(entry.session or "")
        self._formers = formers
        self._body = QWidget()
        column = self._column = QVBoxLayout(self._body)
        column.setSpacing(theme.px(12))
        column.addWidget(self._ways(before, after))
        column.addWidget(self._head())
        both = QWidget()
        self._sides = tight(QBoxLayout(QBoxLayout.Direction.LeftToRight, both), theme.px(20))
        self._sides.addWidget(FeltCard(theme, entry, self._session, catalogue, state.today), 7)
        self._sides.addWidget(self._aside(catalogue), 3)
        column.addWidget(both)
        column.addStretch(1)
        self._set_up(self._body)
        self._arrange()

    def first_focus(self) -> QWidget:
        """*Edit*; of an earlier course the way to it."""
        return self._first

    def said(self) -> str:
        """When it was written."""
        return self._when.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side, or below one another."""
        self._arrange()

    # --- its parts --------------------------------------------------------------------------------------------

    def _ways(self, before: Entry | None, after: Entry | None) -> QWidget:
        theme = self._theme
        ways: list[Button] = []
        for entry, name, icon, words in (
            (before, "entry-before", "chevron-left", _("Before: {entry}")),
            (after, "entry-after", "chevron-right", _("After: {entry}")),
        ):
            if entry is not None:
                about = entry_words(entry, self._sessions, self._state.today)
                ways.append(self._way(words.format(entry=about), icon, name, Locator("entry", entry.id)))
        return Wrap(theme, ways, gap=10, row_gap=4)

    def _way(self, words: str, icon: str, name: str, leads_to: Locator) -> Button:
        way = Button(self._theme, words, "text", icon=icon, size="link")
        way.setObjectName(name)
        way.setProperty("locator", leads_to)
        way.clicked.connect(self._choose)
        return way

    def _head(self) -> QWidget:
        theme, entry, today = self._theme, self._entry, self._state.today
        box = QWidget()
        self._head_row = tight(QBoxLayout(QBoxLayout.Direction.LeftToRight, box), theme.px(14))
        words = tight(QVBoxLayout(), 0)
        self._when = Label(theme, when_words(entry, self._session, today), "small-strong", color="straw800")
        words.addWidget(self._when)
        self._title = Label(theme, title_of(entry, self._session, today), "h1")
        self._title.setObjectName("page-title")
        words.addWidget(self._title)
        over = () if self._course is None else (_("Of an earlier course. It stays as you wrote it."),)
        for line in (*about_words(entry, self._session, today), *over):
            words.addWidget(Label(theme, line, "small", color="ink2"))
        self._head_row.addLayout(words, 1)
        self._head_row.addWidget(self._acts() if self._course is None else self._to_course(self._course))
        return box

    def _to_course(self, course: str) -> QWidget:
        """What is over is read, and not changed."""
        self._first = Button(self._theme, _("Back to that course"), "secondary", icon="arrow-left", size="inner")
        self._first.setObjectName("to-course")
        self._first.setProperty("locator", Locator("earlier", course))
        self._first.clicked.connect(self._choose)
        return Wrap(self._theme, (self._first,))

    def _acts(self) -> QWidget:
        theme = self._theme
        remove = Button(theme, _("Remove"), "quiet", icon="trash-2", size="inner")
        remove.setObjectName("remove-entry")
        remove.clicked.connect(self._remove)
        self._first = Button(theme, _("Edit this entry"), "primary", icon="pencil", size="inner")
        self._first.setObjectName("edit-entry")
        self._first.clicked.connect(self._on_edit)
        return Wrap(theme, (remove, self._first), gap=12, row_gap=8)

    def _aside(self, catalogue: Catalogue) -> QWidget:
        theme, entry = self._theme, self._entry
        box = QWidget()
        column = tight(QVBoxLayout(box), theme.px(14))
        if any(value is not None for value in entry.function.values()):
            column.addWidget(FunctionsCard(theme, entry))
        if entry.note:
            column.addWidget(NoteCard(theme, entry.note))
        if self._formers:
            column.addWidget(self._before(catalogue))
        column.addStretch(1)
        return box

    def _before(self, catalogue: Catalogue) -> QWidget:
        """What it said before it was changed, behind one press."""
        theme, count = self._theme, len(self._formers)
        box = QWidget()
        column = tight(QVBoxLayout(box), theme.px(10))
        words = _n("Changed once. What it said before", "Changed {count} times. What it said before", count)
        self._show = Button(theme, words.format(count=count), "text", icon_after="chevron-down", size="small")
        self._show.setObjectName("show-formers")
        self._show.clicked.connect(self._show_formers)
        column.addWidget(self._show)
        self._old = FormersCard(theme, self._formers, catalogue, self._state.today)
        self._old.hide()
        column.addWidget(self._old)
        return box

    def _arrange(self) -> None:
        theme, width = self._theme, self.width()
        beside = width >= _BESIDE_FROM * theme.chrome
        columns_if(beside, self._sides)
        self._head_row.setDirection(beside_if(width >= theme.px(_TITLE_FROM)))
        self._fit_title(self._title)
        least = theme.px(40 if beside else 16 if width >= theme.px(300) else 8)
        side = max(least, (width - theme.px(_WIDEST)) // 2)
        self._column.setContentsMargins(side, theme.px(10), side, theme.px(20))

    # --- what is pressed --------------------------------------------------------------------------------------

    def _choose(self) -> None:
        self.chosen.emit(self.sender().property("locator"))

    def _on_edit(self) -> None:
        self.edit_asked_for.emit(self._entry)

    def _show_formers(self) -> None:
        shown = self._old.isHidden()
        self._old.setVisible(shown)
        self._show.set_icon_after("chevron-up" if shown else "chevron-down")
        if shown:
            announce(self, self._old.words)

    def _remove(self) -> None:
        words = _("{entry} was removed from your diary.").format(entry=_called(self._entry, self._session, self._state))
        try:
            self._state.remove(self._entry, words)
        except TpeGuideError as error:
            self._say(error)
            return
        self.chosen.emit(Locator("diary"))


def _called(entry: Entry, session: ExchangeSession | None, state: OverviewState) -> str:
    """“The entry of Fri 8 May about session 3”."""
    day = short_day(entry.day, state.today)
    if session is None:
        return _("The entry of {day}").format(day=day)
    return _("The entry of {day} about session {number}").format(day=day, number=session.number)
