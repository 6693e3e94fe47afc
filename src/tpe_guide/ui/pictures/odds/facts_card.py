"""What stands beside the arrays: who was counted, when, what; what to be careful about; where to go from here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.pictures.odds.words import Picture
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.paragraph import Paragraph
from tpe_guide.ui.kit.theme import Theme

_SIDE = 18
_BUTTON = 54


class Caution(Card):
    """What keeps a number from being read for more than it is."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, fill="straw50", bar="straw", parent=parent)
        column = QVBoxLayout(self)
        side, top = theme.px(_SIDE + 2), theme.px(14)
        column.setContentsMargins(side, top, theme.px(_SIDE), top)
        column.addWidget(Paragraph(theme, text, "small-strong", running=True))


class FactsCard(Card):
    """Of *picture*. *page_title*: of the page that says more."""

    page_pressed = Signal()
    urgent_pressed = Signal()

    def __init__(
        self, theme: Theme, picture: Picture, page_title: str, urgent: tuple[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        column = QVBoxLayout(self)
        side = theme.px(_SIDE)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(theme.px(2))
        for about in picture.about:
            column.addWidget(Paragraph(theme, about.name, "small-strong", color="straw800"))
            column.addWidget(Paragraph(theme, about.text, "small", running=True))
            column.addSpacing(theme.px(6))
        column.addStretch(1)
        column.addSpacing(theme.px(4))
        self._more = more = Button(theme, page_title, "text", icon="book-open", size="figure", padding=6)
        more.setAccessibleName(_("Read: {title}").format(title=page_title))
        more.setObjectName("odds-page")
        more.clicked.connect(self.page_pressed)
        help_now = Button(theme, urgent[0], "urgent-outline", icon="phone-call", size="figure", icon_size=26)
        help_now.setObjectName("odds-urgent")
        help_now.setAccessibleDescription(urgent[1])
        help_now.clicked.connect(self.urgent_pressed)
        column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(theme.px(8))
        column.addWidget(help_now)

    def set_bare(self, bare: bool) -> None:
        """Leave the icon of the page out: the words need all the room."""
        self._more.set_bare(bare)
