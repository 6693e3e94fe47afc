"""The one card of Today: the next session, the night after one, or a diary that is locked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.drawing import Icon
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import beside_if, tight
from tpe_guide.ui.kit.session_drop import SessionDrop
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.today.known import Known
from tpe_guide.ui.today.next_words import Act, card_words

BESIDE_FROM, TIGHT_BELOW = 640, 300
"""px at 100 %: from there on the buttons stand beside the words; there is room for words only."""
_ICONS = {"locked": "lock", "finished": "check"}


class NextCard(Card):
    """Says what is *known*. What is locked is no main thing of the page, so it is quieter."""

    pressed = Signal(str)
    """What is to be done: see ``next_words.Does``."""
    urgent = Signal()

    def __init__(self, theme: Theme, known: Known, parent: QWidget | None = None) -> None:
        locked = known.when == "locked"
        super().__init__(
            theme, fill="card" if locked else "teal-tint", edge="line" if locked else "teal", parent=parent
        )
        self.setObjectName("next-card")
        self._words = card_words(known)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setSpacing(theme.px(24))
        head = tight(QHBoxLayout(), theme.px(24))
        self._mark = _mark(theme, known)
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addLayout(self._make_words(theme), 1)
        self._row.addLayout(head, 1)
        self._row.addLayout(self._make_buttons(theme, locked=locked))

    def first_focus(self) -> QWidget:
        """The main button."""
        return self._first

    def set_room(self, width: int) -> None:
        """The buttons stand beside the words, or below them, where the page is *width* px wide."""
        theme, beside = self._theme, width >= self._theme.px(BESIDE_FROM)
        self._row.setDirection(beside_if(beside))
        tight = width < theme.px(TIGHT_BELOW)
        self._mark.setVisible(not tight)
        self._title.setFont(theme.font("h3" if tight else "h2"))
        for button in self.findChildren(Button):
            button.set_bare(tight)
        across, down = theme.px(28 if beside else 10 if tight else 18), theme.px(24 if beside else 16)
        self._row.setContentsMargins(across, down, across, down)

    def _make_words(self, theme: Theme) -> QVBoxLayout:
        column = tight(QVBoxLayout(), theme.px(2))
        words = self._words
        column.addStretch(1)
        if words.above:
            column.addWidget(Label(theme, words.above, "small-strong", color="teal"))
        self._title = Label(theme, words.title, "h2")
        self._title.setObjectName("next-title")
        column.addWidget(self._title)
        column.addWidget(Label(theme, words.line, "small"))
        if words.asks_urgent:
            line = _("Fever, shaking or bleeding? See Urgent help")
            urgent = Button(theme, line, "urgent-text", icon="phone-call", size="fine", padding=2)
            urgent.setObjectName("next-urgent")
            urgent.clicked.connect(self.urgent)
            column.addWidget(urgent, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return column

    def _make_buttons(self, theme: Theme, *, locked: bool) -> QVBoxLayout:
        column = tight(QVBoxLayout(), theme.px(10))
        column.addStretch(1)
        self._first = self._button(theme, self._words.first, main=not locked)
        column.addWidget(self._first)
        if self._words.second is not None:
            column.addWidget(self._button(theme, self._words.second, main=False))
        column.addStretch(1)
        return column

    def _button(self, theme: Theme, act: Act, *, main: bool) -> Button:
        button = Button(
            theme,
            act.words,
            "primary" if main else "secondary",
            icon=act.icon,
            icon_after="" if act.icon or not main else "arrow-right",
            size="large" if main else "small",
        )
        button.setObjectName(f"next-{act.does}")
        button.setProperty("does", act.does)
        button.clicked.connect(self._press)
        return button

    def _press(self) -> None:
        self.pressed.emit(self.sender().property("does"))


def _mark(theme: Theme, known: Known) -> QWidget:
    if known.number and known.when not in _ICONS:
        return SessionDrop(theme, known.number, "done" if known.done else "planned")
    return Icon(theme, _ICONS.get(known.when, "calendar-days"), 28, tile="straw100")
