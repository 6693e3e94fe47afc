"""How have you felt since your session? Three taps and Save; everything else is there for who wants it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from tpe_guide.diary import offers
from tpe_guide.diary.calendar import current_session, meant_day
from tpe_guide.diary.catalogue import Advice, Catalogue
from tpe_guide.errors import TpeGuideError
from tpe_guide.i18n import _
from tpe_guide.ui.diary.diary_session import DiarySession
from tpe_guide.ui.diary.log.effect_cards import EffectCards
from tpe_guide.ui.diary.log.effect_chips import EffectChips
from tpe_guide.ui.diary.log.extras import Extras
from tpe_guide.ui.diary.log.head import LogHead
from tpe_guide.ui.diary.log.left_strip import LeftStrip
from tpe_guide.ui.diary.log.missing import missing_words
from tpe_guide.ui.diary.log.session_question import SessionQuestion
from tpe_guide.ui.diary.log.when import WhenQuestion
from tpe_guide.ui.kit.bottom_bar import BottomBar
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.rebuild import bring_into_view
from tpe_guide.ui.kit.screen import Screen
from tpe_guide.ui.kit.tab_order import stop_below, walk_in_order
from tpe_guide.ui.kit.theme import Theme

if TYPE_CHECKING:
    from tpe_guide.ui.shell.banner import Banner

BESIDE_FROM = 1240
"""px at 100 %: the two columns stand side by side."""
"""Until words that wrap have their height, and all below them its place."""
ALL_SIGNS = "all-signs"
_MESSAGE_SHARE = 0.4
"""Of the height, which a message takes at most."""


class LogPage(Screen):
    """Writes one entry. What is tapped lives in the draft of *diary_session*, so leaving the screen loses nothing."""

    saved = Signal()
    left = Signal()
    access_said = Signal(str)
    """Needles or a line: the person has just said which."""
    urgent_asked_for = Signal()
    paper_asked_for = Signal()
    """It was written on paper, and is to be typed back."""

    def __init__(
        self,
        theme: Theme,
        diary_session: DiarySession,
        catalogue: Catalogue,
        advise: Callable[[str, str], Sequence[Advice]],
        say: Callable[[TpeGuideError], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._diary_session = diary_session
        self._drafts = diary_session.drafts
        self._catalogue = catalogue
        self._say = say
        self._known = diary_session.store.sessions()
        self._drafts.get_ready(self._known)
        self._draft = self._drafts.draft
        self._today = meant_day(diary_session.now())
        self._last = offers.last_reports(diary_session.store, self._draft)
        self._walked: tuple[object, ...] = ()
        self._banner: Banner | None = None
        self._body = QWidget()
        self._page_column = QVBoxLayout(self._body)
        self._page_column.setSpacing(theme.px(4))
        self._left_strip = self._make_left_strip()
        self._page_column.addWidget(self._left_strip)
        self._head = LogHead(theme, self._today)
        self._page_column.addWidget(self._head)
        self._session = SessionQuestion(theme, self._drafts, self._known, self._today, diary_session.access)
        self._page_column.addWidget(self._session)
        self._own = offers.own_effects(diary_session.store)
        offered = [words for words, is_offered in self._own.items() if is_offered]
        self._effects = EffectChips(
            theme,
            catalogue,
            offered,
            self._diary_session.access_of(self._draft.session),
            all_signs=ALL_SIGNS in self._drafts.shown,
        )
        self._cards = EffectCards(theme, self._drafts, catalogue, advise)
        self._when = WhenQuestion(theme, self._draft, catalogue)
        self._extras = Extras(theme, self._drafts, catalogue)
        self._connect()
        self._lay_out()
        self._paper.read_in = self._body  # type: ignore[attr-defined]
        self._body.read_as = (self._effects, self._right, self._below, self._paper)  # type: ignore[attr-defined]
        self._area = self._set_up(self._body, self._bottom())
        self._arrange()
        self._refresh()

    def first_focus(self) -> QWidget:
        """What is asked about an entry that was begun before; which session, where that is asked; the first effect."""
        if not self._left_strip.isHidden():
            return self._left_strip
        return self._session.first_focus() or self._effects.first()

    def hold_message(self, banner: Banner) -> None:
        """Below the answers: above them it would push them away from under the hand that is about to tap."""
        self._banner = banner
        whole = self.layout()
        assert isinstance(whole, QVBoxLayout)
        whole.insertWidget(whole.indexOf(self._area) + 1, banner)
        self._fit_message()
        stop_below((self._paper,), banner)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The levels stand beside the effects, or below them."""
        self._arrange()
        self._fit_message()
        QTimer.singleShot(0, self, self._say_missing_in_page)

    def hideEvent(self, event: QHideEvent) -> None:
        """Another place, another look, or a window that closes: what is there goes to disk."""
        super().hideEvent(event)
        if not self._drafts.draft.is_empty:  # else it is saved, and *Saved* does not wait for more
            self._drafts.keep()

    # --- building -----------------------------------------------------------------------------------------

    def _make_left_strip(self) -> LeftStrip:
        strip = LeftStrip(self._theme, self._drafts, self._today)
        strip.for_its_day.connect(lambda: self._go_on(for_today=False))
        strip.for_today.connect(lambda: self._go_on(for_today=True))
        strip.go_on.connect(lambda: self._go_on(for_today=False))
        strip.begin_anew.connect(self._diary_session.throw_away)
        strip.bring_back.connect(self._diary_session.bring_back)
        return strip

    def _connect(self) -> None:
        self._head.same.connect(self._on_same)
        self._head.nothing.connect(self._on_nothing)
        self._session.changed.connect(self._after_session)
        self._session.access_said.connect(self.access_said)
        self._effects.picked.connect(self._on_effect)
        self._effects.own_picked.connect(self._on_own)
        self._effects.other_picked.connect(self._on_other)
        self._effects.unfolded.connect(self._on_signs)
        for part in (self._cards, self._when, self._extras):
            part.changed.connect(self._on_change)
        self._cards.taken_out.connect(self._on_taken_out)
        self._cards.put_back.connect(self._on_put_back)
        self._cards.retired.connect(self._on_retired)
        self._cards.appeared.connect(self._show_soon)
        self._extras.appeared.connect(self._show_soon)
        self._session.appeared.connect(self._show_soon)
        self._cards.urgent_asked_for.connect(self.urgent_asked_for)

    def _lay_out(self) -> None:
        theme = self._theme
        self._grid = tight(QGridLayout(), theme.px(8))
        self._grid.setHorizontalSpacing(theme.px(20))
        self._below = QWidget()
        column = tight(QVBoxLayout(self._below), theme.px(8))
        column.addWidget(self._when)
        column.addWidget(self._extras)
        self._missing = Label(theme, "", "small", color="ink2")
        column.addWidget(self._missing)
        self._below_column = column
        self._right = QWidget()
        self._right_column = tight(QVBoxLayout(self._right), theme.px(8))
        self._right_column.addWidget(self._cards)
        self._paper = self._paper_link()
        self._right_column.addStretch(1)
        column.addStretch(1)
        self._page_column.addLayout(self._grid)
        self._page_column.addStretch(1)
        self._beside: bool | None = None

    def _paper_link(self) -> Button:
        paper = Button(self._theme, _("I filled in the paper: type it back"), "text", icon="keyboard", size="tool")
        paper.setObjectName("type-back")
        paper.clicked.connect(self.paper_asked_for)
        if self._draft.changes is not None:
            paper.hide()
        return paper

    def _bottom(self) -> BottomBar:
        theme = self._theme.of_bars
        leave = Button(theme, _("Leave"), "secondary", icon="x", short=_("Leave"), size="inner")
        leave.setObjectName("leave")
        leave.clicked.connect(self._on_leave)
        self._save_button = Button(theme, _("Save this entry"), icon_after="check", short=_("Save"), size="inner")
        self._save_button.setObjectName("save")
        self._save_button.clicked.connect(self._save)
        self._hint = Label(theme, "", "small", color="ink2", wrap=False)
        self._bar = BottomBar(self._theme, leave, self._hint, self._save_button, keep_middle=True)
        return self._bar

    # --- what is tapped -----------------------------------------------------------------------------------

    def _on_change(self) -> None:
        self._drafts.touch()
        self._refresh()

    def _on_effect(self, effect: str) -> None:
        self._draft.pick(effect)
        self._on_change()

    def _on_own(self, words: str) -> None:
        self._draft.pick_own(words)
        self._on_change()

    def _on_other(self) -> None:
        before = self._draft.picks
        self._draft.pick_other()
        self._on_change()
        if len(self._draft.picks) > len(before):
            field = self._cards.card(self._draft.picks[-1].key).first()
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            self._show_soon(self._cards.card(self._draft.picks[-1].key))

    def _on_taken_out(self, key: str) -> None:
        self._draft.take_out(key)
        self._on_change()
        self._effects.other().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_put_back(self, key: str) -> None:
        self._draft.put_back(key)
        self._on_change()
        self._cards.card(key).first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_retired(self, words: str) -> None:
        try:
            offers.retire_own(self._diary_session.store, words, retired=self._own[words])
        except TpeGuideError as error:
            self._say(error)
        self._own = offers.own_effects(self._diary_session.store)
        self._refresh()

    def _on_signs(self) -> None:
        shown = self._drafts.shown
        (shown.add if self._effects.shows_all_signs else shown.discard)(ALL_SIGNS)
        self._refresh()

    def _on_same(self) -> None:
        self._draft.fill_same(self._last)
        self._on_change()

    def _on_nothing(self) -> None:
        self._draft.fill_nothing(self._last)
        self._on_change()

    def _on_leave(self) -> None:
        self._drafts.leave()
        self.left.emit()

    def _save(self) -> None:
        """“Saved” is shown only after the entry is on disk; when it cannot be, all that was tapped stays."""
        if self._drafts.asks_day or not self._draft.ready:
            self._ask_again()
            return
        try:
            self._diary_session.save()
        except TpeGuideError as error:
            self._say(error)
            return
        self.saved.emit()

    # --- the session and the day --------------------------------------------------------------------------

    def _after_session(self) -> None:
        """Something was said about session or day: what follows from it is shown."""
        self._last = offers.last_reports(self._diary_session.store, self._draft)
        self._on_change()

    # --- what was begun before ----------------------------------------------------------------------------

    def _go_on(self, *, for_today: bool) -> None:
        draft = self._draft
        if for_today and not draft.session_said:
            draft.session = current_session(self._known, self._today)
        if for_today or draft.day is None:
            draft.say_day(self._today)
        draft.day_said = True
        self._drafts.go_on()
        self._renew_left_strip()
        self._session.renew()
        self._after_session()
        self._effects.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _renew_left_strip(self) -> None:
        old, self._left_strip = self._left_strip, self._make_left_strip()
        for part in (old, *old.findChildren(QWidget)):
            part.setObjectName("")
        self._page_column.replaceWidget(old, self._left_strip)
        old.hide()
        old.deleteLater()

    def _ask_again(self) -> None:
        """It became another day while it was written."""
        self._today = meant_day(self._diary_session.now())
        self._renew_left_strip()
        self._refresh()
        self._left_strip.announce()
        self._show_soon(self._left_strip)

    # --- showing what is tapped ---------------------------------------------------------------------------

    def _refresh(self) -> None:
        draft = self._draft
        self._head.refresh(draft, has_last=bool(self._last))
        self._effects.refresh(draft)
        self._session.refresh()
        self._cards.refresh(self._diary_session.access_of(self._draft.session), self._own)
        self._when.refresh()
        self._extras.refresh()
        self._refresh_bar()
        self._walk()

    def _refresh_bar(self) -> None:
        asks_day = self._drafts.asks_day
        words = missing_words(self._draft, self._catalogue, asks_day=asks_day)
        self._hint.setText(words or _("You can add another entry later."))
        self._bar.fold()
        self._missing.setText(words)
        self._say_missing_in_page()
        self._save_button.setEnabled(not words)
        self._save_button.setAccessibleDescription(words)

    def _say_missing_in_page(self) -> None:
        """Where the bar has no room for it."""
        self._missing.setVisible(bool(self._missing.text()) and self._hint.isHidden())

    def _walk(self) -> None:
        """Tab goes through all of it from top to bottom, the levels between the effects and when they began."""
        draft, shown = self._draft, self._drafts.shown
        walked = (tuple(pick.key for pick in draft.picks), frozenset(shown), draft.began_each, self._session.panel)
        if walked == self._walked:
            return
        self._walked = walked
        parts = (self._left_strip, self._head, self._session, self._effects, self._cards, self._when, self._extras)
        message = (self._banner,) if self._banner is not None and isValid(self._banner) else ()
        walk_in_order((*parts, self._paper, *message, self._bar))

    def _show_soon(self, part: QWidget) -> None:
        # It gets its place only when the layout has run; then it must be seen, whatever was scrolled.
        QTimer.singleShot(0, part, lambda: bring_into_view(self._area, part, self._theme.px(12)))

    def _fit_message(self) -> None:
        if self._banner is not None and isValid(self._banner):
            self._banner.fit(self.width(), round(self.height() * _MESSAGE_SHARE))

    def _arrange(self) -> None:
        theme = self._theme
        beside = self.width() >= theme.px(BESIDE_FROM)
        side = self._side(32)
        self._page_column.setContentsMargins(side, theme.px(5), side, theme.px(5))
        if beside == self._beside:
            return
        self._beside = beside
        for part in (self._effects, self._right, self._below):
            self._grid.removeWidget(part)
        self._grid.addWidget(self._effects, 0, 0)
        if beside:
            self._grid.addWidget(self._right, 0, 1, 2, 1)
            self._grid.addWidget(self._below, 1, 0)
        else:
            self._grid.addWidget(self._right, 1, 0)
            self._grid.addWidget(self._below, 2, 0)
        holder = self._right_column if beside else self._below_column
        holder.insertWidget(holder.count() - 1, self._paper, 0, Qt.AlignmentFlag.AlignLeft)
        self._grid.setColumnStretch(0, 800 if beside else 1)
        self._grid.setColumnStretch(1, 480 if beside else 0)
        self._grid.setRowStretch(1, int(beside))
