"""A word of the glossary: what it means, what else it is called, and where to read about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tpe_guide.guide.model import Term
from tpe_guide.guide.word_list import as_heading, other_names
from tpe_guide.i18n import _
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.layouts import beside_if
from tpe_guide.ui.kit.paragraph import Paragraph
from tpe_guide.ui.kit.say_button import SayButton
from tpe_guide.ui.kit.speaker import Speaker
from tpe_guide.ui.kit.tab_order import stop_in_order
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.wrap import Wrap

_ROOM = 10
"""px left and right of the words of a link."""
_NARROW = 300


class TermCard(Card):
    """*pages* are ids and titles. *here*: this is the word that was looked for."""

    page_chosen = Signal(str)
    reached = Signal(QWidget)
    """The keyboard is here now."""

    def __init__(
        self,
        theme: Theme,
        term: Term,
        pages: Sequence[tuple[str, str]],
        speaker: Speaker,
        *,
        here: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, fill="straw50" if here else "card", bar="straw" if here else "", parent=parent)
        self.term = term
        word = as_heading(term.word)
        self.setObjectName(f"term-{term.id}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(word)
        self.setAccessibleDescription(term.meaning)
        self._theme = theme
        self._reading: Wrap | None = None
        self._narrow: bool | None = None
        column = QVBoxLayout(self)
        # Links have room about their words: these begin where those above them do.
        self._column = column
        column.setSpacing(theme.px(4))
        words = QVBoxLayout()
        words.setContentsMargins(theme.px(_ROOM), 0, 0, 0)
        words.setSpacing(theme.px(4))
        column.addLayout(words)
        self._say = SayButton(theme, speaker, word, f"{word}. {term.meaning}", parent=self)
        head = self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.addWidget(Paragraph(theme, word, "h3"), 1)
        head.addWidget(self._say, 0, Qt.AlignmentFlag.AlignTop)
        words.addLayout(head)
        words.addWidget(Paragraph(theme, term.meaning, running=True))
        if names := other_names(term):
            also = _("Also called: {names}").format(names=", ".join(names))
            words.addWidget(Paragraph(theme, also, "small", color="ink2"))
        self._links = [self._link(theme, *page) for page in pages]
        if pages:
            self._reading = Wrap(theme, self._links, gap=4, row_gap=0)
            column.addWidget(self._reading)
        self._say.follow()

    def follow_in_tab_order(self, before: TermCard) -> None:
        """Let Tab come here, and to what is pressed here, from the card *before*, whenever this one was made."""
        stop_in_order([before.stops[-1], *self.stops])

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order: the word, *Say it*, the pages to read."""
        return [self, self._say, *self._links]

    def can_be_pressed(self, at: QPoint) -> bool:
        """Only its buttons can: it takes the keyboard, and does nothing."""
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be seen."""
        super().focusInEvent(event)
        self.reached.emit(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words before icons, where there is room for one of them only; *Say it* below the word, not beside it."""
        narrow = self.width() < self._theme.px(_NARROW)
        if narrow == self._narrow:
            return
        self._narrow = narrow
        theme = self._theme
        left, across = (14, 4) if narrow else (26, 16)
        self._column.setContentsMargins(theme.px(left - _ROOM), theme.px(14), theme.px(across), theme.px(16))
        self._say.set_icon_only(narrow)
        self._head.setDirection(beside_if(not narrow))
        self._head.setSpacing(theme.px(2 if narrow else 12))
        if self._reading is not None:
            self._reading.set_bare(narrow)

    def _link(self, theme: Theme, page: str, title: str) -> Button:
        link = Button(theme, title, "text", icon="book-open", size="fine", padding=_ROOM)
        link.setObjectName(f"read-{page}")
        link.setAccessibleName(_("Read the page: {title}").format(title=title))
        link.setProperty("page", page)
        link.clicked.connect(self._on_link)
        return link

    def _on_link(self) -> None:
        self.page_chosen.emit(self.sender().property("page"))
