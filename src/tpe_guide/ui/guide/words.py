"""All words: the glossary, to browse or to jump about in."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.guide.library import Library
from tpe_guide.guide.model import Term
from tpe_guide.guide.word_list import letter, pages_about
from tpe_guide.i18n import _, _n
from tpe_guide.navigation import Locator
from tpe_guide.ui.guide.term_card import TermCard
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.centred import sides_of_text
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.scrolling import KeptInSight, scrolling
from tpe_guide.ui.kit.speaker import Speaker
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.wrap import Wrap

WIDEST = 940
MOST_PAGES = 3
"""To read about one word."""
TYPING_MS = 1200
"""Letters that follow each other sooner belong to one word."""
_MOST_OF_THE_HEIGHT = 0.18
"""For letters that stay while the words below them scroll."""
_SOON_MS = 10
"""Not 0, which is not a timer: Qt would have it before the paint."""
_AT_ONCE = 8
"""Cards made in one go: more than a window shows, and no more than a key press may wait for."""


class WordsPage(QWidget):
    """Every word with its meaning. A letter key, or its button, jumps to the words that begin so.

    The first screenful is made at once, the rest while the person looks at it; whatever asks for all has all.
    """

    chosen = Signal(Locator)
    back = Signal()

    def __init__(
        self, theme: Theme, library: Library, speaker: Speaker, locator: Locator, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._library = library
        self._arrived = False
        self._typed = ""
        self._since_typed = QElapsedTimer()
        self._speaker = speaker
        self._here = locator.page
        self._pages = pages_about(library)
        self._terms = library.terms
        self._to_make = deque(self._terms)
        self._made: list[TermCard] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._make_more)
        self._groups: dict[str, QWidget] = {}
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(theme.px(12))
        self._add_title()
        self._words = QVBoxLayout()
        self._words.setSpacing(theme.px(12))
        self._column.addLayout(self._words)
        self._column.addStretch(1)
        self._letters = self._make_letters()
        self._top = QVBoxLayout()
        self._area = scrolling(theme, inside)
        self._area.installEventFilter(self)
        self._sight = KeptInSight(self._area, theme.px(20))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._top)
        whole.addWidget(self._area, 1)
        self._arrange()
        self._make_first()
        speaker.look()

    def first_focus(self) -> QWidget:
        """The word that was looked for, or the first."""
        card = self._card_of(self._here)
        # The first word needs no scrolling: above it stands what this place is.
        self._arrived = card is None
        return card or self._made[0]

    def build_rest(self) -> None:
        """Make the cards that are still to come."""
        while self._to_make:
            self._make_card(self._to_make.popleft())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The letters stay above the words while there is room for that."""
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys are for this page first: the column would scroll by arrows."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self.keyPressEvent(event)
            return event.isAccepted()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from word to word, letters jump, Esc goes back."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None:
            self._step(step)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._reach(self._cards[0 if event.key() == Qt.Key.Key_Home else -1])
        elif event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        elif event.text().isalnum() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self._jump(event.text())
        else:
            super().keyPressEvent(event)

    # --- building -----------------------------------------------------------------------------------------

    @property
    def _cards(self) -> list[TermCard]:
        """All cards, those not yet made among them."""
        self.build_rest()
        return self._made

    def _add_title(self) -> None:
        self._column.addWidget(Label(self._theme, _("All words"), "h1"))
        count = len(self._terms)
        line = _n("{count} word, in plain language.", "{count} words, in plain language.", count)
        self._column.addWidget(Label(self._theme, line.format(count=count), "body", color="ink2"))

    def _make_first(self) -> None:
        """A screenful; all, if one of them was looked for: it is scrolled to, and must not move then."""
        looked_for = any(term.id == self._here for term in self._terms)
        self._make(len(self._terms) if looked_for else _AT_ONCE)

    def _make_more(self) -> None:
        self._make(_AT_ONCE)

    def _make(self, count: int) -> None:
        for __ in range(min(count, len(self._to_make))):
            self._make_card(self._to_make.popleft())
        if self._to_make:
            self._soon.start()

    def _make_card(self, term: Term) -> None:
        first = letter(term.word)
        if first not in self._groups:
            heading = self._groups[first] = Label(self._theme, first, "h2", color="straw800")
            heading.setContentsMargins(self._theme.px(4), self._theme.px(16), 0, 0)
            self._words.addWidget(heading)
        titled = [(page, self._library.page_title(page)) for page in self._pages[term.id][:MOST_PAGES]]
        card = TermCard(self._theme, term, titled, self._speaker, here=term.id == self._here)
        card.page_chosen.connect(self._go_to_page)
        card.reached.connect(self._keep_in_sight)
        self._words.addWidget(card)
        if self._made:
            card.follow_in_tab_order(self._made[-1])
        self._made.append(card)

    def _make_letters(self) -> Wrap:
        buttons = []
        for first in dict.fromkeys(letter(term.word) for term in self._terms):
            button = Button(self._theme, first, "quiet", size="key", parent=self)
            button.setObjectName(f"letter-{first}")
            button.setMinimumWidth(self._theme.px(self._theme.finger))
            button.setAccessibleName(_("Words that begin with {letter}").format(letter=first))
            button.clicked.connect(self._on_letter)
            buttons.append(button)
        return Wrap(self._theme, buttons, gap=6, row_gap=6, parent=self)

    def _arrange(self) -> None:
        theme = self._theme
        left, right = sides_of_text(theme, self.width(), WIDEST)
        stay = self._letters.heightForWidth(self.width() - left - right) <= self.height() * _MOST_OF_THE_HEIGHT
        self._column.setContentsMargins(left, theme.px(24), right, theme.px(32))
        if stay:
            self._top.addWidget(self._letters)
            self._top.setContentsMargins(left, theme.px(14), right, theme.px(10))
        else:
            self._column.insertWidget(2, self._letters)
            self._top.setContentsMargins(0, 0, 0, 0)

    # --- what is pressed ------------------------------------------------------------------------------------

    def _card_of(self, term: str) -> TermCard | None:
        return next((card for card in self._made if card.term.id == term), None)

    def _go_to_page(self, page: str) -> None:
        self.chosen.emit(Locator("page", page))

    def _on_letter(self) -> None:
        first = self.sender().text()  # type: ignore[attr-defined]
        card = next(card for card in self._cards if letter(card.term.word) == first)
        self._column.activate()  # what was only made now has its place
        card.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.verticalScrollBar().setValue(self._groups[first].y())

    def _step(self, step: int) -> None:
        focused = self.focusWidget()
        at = next((index for index, card in enumerate(self._cards) if card is focused or card.isAncestorOf(focused)), 0)
        self._reach(self._cards[max(0, min(at + step, len(self._cards) - 1))])

    def _jump(self, text: str) -> None:
        """To the first word that begins as typed; letters that come soon after each other make one beginning."""
        soon = self._since_typed.isValid() and self._since_typed.elapsed() < TYPING_MS
        self._typed = (self._typed if soon else "") + text.casefold()
        self._since_typed.start()
        for card in self._cards:
            if card.term.word.casefold().startswith(self._typed):
                self._reach(card)
                return

    def _keep_in_sight(self, card: QWidget) -> None:
        self._sight.keep(card, at_top=not self._arrived)
        self._arrived = True

    def _reach(self, card: TermCard) -> None:
        card.setFocus(Qt.FocusReason.TabFocusReason)
