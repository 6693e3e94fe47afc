"""A strip under the top bar for one plain sentence. It never blocks: the page below stays usable."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.drawing import Icon
from tpe_guide.ui.kit.fitted_text import FittedText, breakable
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import NO_LIMIT, beside_if
from tpe_guide.ui.kit.paint_area import paint_area
from tpe_guide.ui.kit.theme import Theme, make_font, type_of

_ROLE = "small-strong"
_BESIDE_FROM = 560
"""px at 100 %: from where on the words have an icon and the button beside them."""
_ICON = 24
_STEP = 2
"""px of the letters."""


class Banner(QWidget):
    """*sentence* with a Close button, or a Next button if *more* wait; a screen reader says it.

    Whoever shows it says with ``fit`` what room there is: a word of it is never cut.
    """

    closed = Signal()

    def __init__(
        self, theme: Theme, sentence: str, *, icon: str = "info", more: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        bars = theme.of_bars
        self.setAccessibleName(sentence)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setSpacing(bars.px(12))
        self._icon = Icon(bars, icon, _ICON)
        self._row.addWidget(self._icon)
        self._words = Label(theme, sentence, _ROLE)
        self._row.addWidget(self._words, 1)
        words, name = _("Close"), _("Close this message")
        if more:
            words, name = _("Next"), _("Close this message and read the next")
        self._close = Button(bars, words, "quiet", icon="x", size="slim")
        self._close.setObjectName("banner-close")
        self._close.setAccessibleName(name)
        self._close.setAccessibleDescription(sentence)
        self._close.clicked.connect(self.closed)
        self.setFocusProxy(self._close)
        self._row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def announce(self) -> None:
        """Have a screen reader say it, once the banner is on screen."""
        announce(self, self.accessibleName())

    def fit(self, width: int, most: int = NO_LIMIT) -> None:
        """Stand in *width* px, in letters that leave it *most* px high, though never smaller than at 100 %."""
        bars = self._theme.of_bars
        beside = width >= bars.px(_BESIDE_FROM)
        side = bars.px(32 if beside else 12)
        self._row.setDirection(beside_if(beside))
        self._row.setContentsMargins(side, bars.px(10), side, bars.px(10))
        self._icon.setVisible(beside)
        room, button = width - 2 * side - 2, self._close.sizeHint()
        if beside:
            room -= bars.px(_ICON) + button.width() + 2 * self._row.spacing()
        kind = type_of(_ROLE)
        letters = self._theme.of_words.letters(kind.px)
        while (height := self._height(letters, room, button.height(), beside=beside)) > most and letters > kind.px:
            letters = max(kind.px, letters - _STEP)
        self._words.setFont(make_font(letters, kind.weight))
        self.setFixedHeight(height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Straw tint with a line below."""
        painter = QPainter(self)
        paint_area(painter, self.rect(), self._theme.color("straw50"))
        width = self._theme.border()
        painter.setPen(QPen(self._theme.color("line2"), width))
        bottom = self.height() - width / 2
        painter.drawLine(QPointF(0, bottom), QPointF(self.width(), bottom))

    def _height(self, letters: int, room: int, button: int, *, beside: bool) -> int:
        """All of it, with *room* px for each line of its words."""
        font = make_font(letters, type_of(_ROLE).weight)
        words = FittedText(breakable(self.accessibleName()), font).shrunk_to(room).height_in(room)
        margins = self._row.contentsMargins()
        inside = max(words, button) if beside else words + self._row.spacing() + button
        return margins.top() + inside + margins.bottom()
