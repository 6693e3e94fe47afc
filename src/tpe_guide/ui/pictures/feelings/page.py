"""What you may feel: a card for each feeling, with how often it comes, why, and what to do now."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tpe_guide.guide.library import Library
from tpe_guide.i18n import _
from tpe_guide.navigation import Locator
from tpe_guide.pictures.feelings.body import DRAWING
from tpe_guide.pictures.feelings.frequency import Frequency
from tpe_guide.ui.kit.bottom_bar import BottomBar
from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.paragraph import Paragraph
from tpe_guide.ui.kit.scrolling import KeptInSight, bar_width
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.pictures.feelings.at_once import AtOnceWords
from tpe_guide.ui.pictures.feelings.body_card import BodyCard
from tpe_guide.ui.pictures.feelings.card import FeelingCard
from tpe_guide.ui.pictures.feelings.frequency_bar import FrequencyBar
from tpe_guide.ui.pictures.feelings.state import FeelingsState
from tpe_guide.ui.pictures.frame import PictureFrame
from tpe_guide.ui.printing.paper_buttons import PaperButtons
from tpe_guide.ui.shell.session import Session

_LEAST, _MOST, _GAP = 380, 3, 20
_BAR_SIDE = 13
"""px left and right in a narrow bar."""
_MOST_OF = 0.8
"""Of the height there is: how far an arrow key scrolls at once."""
_MARGIN = 16
"""px above and below a card that are seen along with it."""


class FeelingsPage(PictureFrame):
    """Arrow keys go from card to card, Enter reads more; Esc goes back."""

    def __init__(
        self, theme: Theme, library: Library, session: Session, state: FeelingsState, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, library, session, "feelings", state.cards.title, parent)
        self._state = state
        dials = session.policy.dials  # where staff are in the room there is nothing else to do than to tell them
        cards = [card if dials else card._replace(at_home="") for card in state.cards.cards]
        self._cards = [FeelingCard(theme, card) for card in cards]
        for card in self._cards:
            card.clicked.connect(self._read_more)
            card.reached.connect(self._keep)
        self._widest = max(card.width_beside() for card in self._cards)
        self._key = self._make_key()
        self._flow = Flow(theme, self._cards, least=_LEAST, most=_MOST, gap=_GAP)
        self.column.addWidget(self._key)
        self.column.addWidget(self._flow)
        self._body = self._add_body()
        self._add_sources()
        self._at_once = AtOnceWords(theme.of_bars, state.cards.at_once)
        self.add_bar(self._at_once)
        self.area.installEventFilter(self)
        self._sight = KeptInSight(self.area, theme.px(_MARGIN))
        if state.at:
            self._keep(self.first_focus())

    def first_focus(self) -> QWidget:
        """The card that was asked for, or the first."""
        return next((card for card in self._cards if card.card.id == self._state.at), self._cards[0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows are for the cards first: the column would scroll by them."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def bar_moved(self, docked: bool) -> None:
        """What must not wait never scrolls away with the bar: it then stands below the picture alone."""
        self.bar.set_middle(self._at_once if docked else None)
        if not docked:
            self._whole.addWidget(self._at_once)
            self._at_once.show()

    def arrange(self) -> None:
        """The key stands beside the title, or below it; names beside their icons, or below them."""
        stacked = self._narrowest() < self._widest
        for card in self._cards:
            card.set_stacked(stacked)
            card.set_bare(self.tight)
        if self._body is not None:
            self._body.set_beside(self.beside)
        self._at_once.fit(self.width() - 2 * self.theme.of_bars.px(_BAR_SIDE))
        for bar in self.findChildren(BottomBar):
            bar.fold()
        self._key_words.setWordWrap(not self.wide)
        if self.wide:
            self.head.addWidget(self._key, 0, Qt.AlignmentFlag.AlignBottom)
        elif self.column.indexOf(self._key) < 0:
            self.column.insertWidget(self.column.indexOf(self._flow), self._key)

    def _narrowest(self) -> int:
        """px: a card is at least as wide as that."""
        room = self.width() - 2 * self.side - bar_width(self.area)
        least = self.theme.px(_LEAST)
        return least if room >= 2 * least + self.theme.px(_GAP) else room

    def _steps(self) -> dict[Qt.Key, int]:
        """How many cards on each key leads: as they lie, and as one reads."""
        row = sum(card.y() == self._cards[0].y() for card in self._cards)
        onward = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        return {
            Qt.Key.Key_Right: onward,
            Qt.Key.Key_Left: -onward,
            Qt.Key.Key_Down: row,
            Qt.Key.Key_Up: -row,
        }

    def _take_key(self, key: Qt.Key) -> bool:
        """Whether *key* led to another card, or to more of a card that is higher than the window."""
        at = next((number for number, card in enumerate(self._cards) if card.hasFocus()), None)
        step = self._steps().get(key)
        if at is None or step is None:
            return False
        if self._shows_more(self._cards[at], key):
            return True
        if not 0 <= at + step < len(self._cards):
            return False
        card = self._cards[at + step]
        card.setFocus(Qt.FocusReason.OtherFocusReason)
        self._keep(card)
        return True

    def _shows_more(self, card: QWidget, key: Qt.Key) -> bool:
        bar, room = self.area.verticalScrollBar(), self.area.viewport().height()
        top = card.mapTo(self.area.viewport(), QPoint()).y()
        below = top + card.height() - room
        if card.height() <= room or key not in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return False
        hidden = below if key == Qt.Key.Key_Down else -top
        if hidden <= 0:
            return False
        far = min(hidden + self.theme.px(_MARGIN), round(room * _MOST_OF))
        bar.setValue(bar.value() + (far if key == Qt.Key.Key_Down else -far))
        return True

    def _keep(self, card: QWidget) -> None:
        self._sight.keep(card)

    def _read_more(self) -> None:
        card = cast(FeelingCard, self.sender()).card
        self._state.at = card.id
        self.session.go(Locator("page", card.id))

    def _make_key(self) -> QWidget:
        theme = self.theme
        words = _("how many of {of} sessions").format(of=self._state.cards.of)
        key = QWidget()
        row = tight(QHBoxLayout(key), theme.px(10))
        sign = FrequencyBar(theme, [_SIGN], words)
        sign.setFixedWidth(sign.sizeHint().width())
        row.addWidget(sign)
        self._key_words = Label(theme, words, "small", color="ink2")
        row.addWidget(self._key_words, 1)
        return key

    def _add_body(self) -> BodyCard | None:
        """Below the cards, which are what one comes for; a guide of somebody else's may lack its words."""
        cards = self._state.cards
        if not cards.on_body:
            return None
        self.column.addSpacing(self.theme.px(8))
        body = BodyCard(self.theme, cards.on_body, cards.cards, self._state.drawings.of(DRAWING))
        self.column.addWidget(body)
        return body

    def _add_sources(self) -> None:
        theme = self.theme
        self.column.addSpacing(theme.px(8))
        if self.session.policy.file_dialogs:
            self.column.addWidget(PaperButtons(theme, self._state.sheet, _("Print the cards")))
            self.column.addSpacing(theme.px(8))
        self.column.addWidget(Label(theme, _("Where these cards come from"), "small-strong"))
        for card in self._state.cards.cards:
            words = _("{name}: {sources}").format(name=card.name, sources="; ".join(card.sources))
            self.column.addWidget(Paragraph(theme, words, "floor", color="ink2"))


_SIGN = Frequency(10, 45, 100)
"""What is marked in the key: a sign, not a count."""
