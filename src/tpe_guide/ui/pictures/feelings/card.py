"""A card about one feeling: how often, why, what to do now. Pressed, it leads to the page about it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.pictures.feelings.cards import Card
from tpe_guide.ui.kit.art import ours
from tpe_guide.ui.kit.drawing import Icon, Spot
from tpe_guide.ui.kit.fitted_text import FittedText
from tpe_guide.ui.kit.icons import draw_icon
from tpe_guide.ui.kit.layouts import Holder, higher_when_narrow, tight
from tpe_guide.ui.kit.paragraph import Paragraph
from tpe_guide.ui.kit.pressable import Pressable
from tpe_guide.ui.kit.theme import TYPE, Theme, make_font
from tpe_guide.ui.pictures.feelings.frequency_bar import FrequencyBar

_BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_SIDE, _STACKED_SIDE, _RADIUS = 22, 14, 18
_TILE, _BESIDE, _APART = 76, 16, 12
"""px at 100 %: the drawing, from it to the name, from the name to “More”."""
_SLACK = 2
_ARROW = 22
_ENDLESS = 10_000
_TOP = Qt.AlignmentFlag.AlignTop


class FeelingCard(Pressable):
    """Shows *card*. The whole of it is the button."""

    reached = Signal(QWidget)
    """The keyboard is here now."""

    def __init__(self, theme: Theme, card: Card, parent: QWidget | None = None) -> None:
        super().__init__(theme, card.name, parent=parent)
        self.card = card
        self.setObjectName(f"feeling-{card.id}")
        self.setAccessibleName(card.spoken)
        self.setAccessibleDescription(_("Read more"))
        self._stacked = False
        self._onward = Onward(theme, self)
        self._words = self._make_words()
        self._foot = self._make_foot()
        self._body = self._make_body()
        self._set_margins()
        column = tight(QVBoxLayout(self), 0)
        column.addLayout(self._body, 1)
        column.addLayout(self._foot)
        for inside in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            inside.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)  # nor does what lies in it hear of any
        self.setSizePolicy(higher_when_narrow(down=QSizePolicy.Policy.Preferred))

    def sizeHint(self) -> QSize:
        """The least. Left to itself, Qt would lay out all words a second time, in lines of any length."""
        return self.minimumSizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be seen by who came by keys."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEYS:
            self.reached.emit(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card, and the strip at its foot."""
        theme, near = self._theme, self.underMouse() or self.isDown()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = theme.border(1.5 if near else 1.0)
        inset = width / 2
        whole = QPainterPath()
        whole.addRoundedRect(
            QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), theme.px(_RADIUS), theme.px(_RADIUS)
        )
        painter.fillPath(whole, theme.color("teal-tint" if self.isDown() else "card"))
        strip = QPainterPath()
        strip.addRect(QRectF(self._foot.geometry()))
        painter.fillPath(whole.intersected(strip), theme.color("teal-tint"))
        top = self._foot.geometry().y() + theme.border() / 2
        painter.setPen(QPen(theme.color("line"), theme.border()))
        painter.drawLine(QPointF(0, top), QPointF(self.width(), top))
        painter.strokePath(whole, QPen(theme.color("teal" if near else "line2"), width))

    def width_beside(self) -> int:
        """px from which on the longest word of the name has room beside the icon."""
        theme = self._theme
        font = make_font(theme.text_px(TYPE["h3"].px), TYPE["h3"].weight)
        longest = FittedText(self.card.name, font).longest_word
        about = theme.px(2 * _SIDE + _TILE + _BESIDE + _APART)
        return about + longest + self._onward.width() + _SLACK

    def set_stacked(self, stacked: bool) -> None:
        """The name stands below the icon, where there is no room beside it."""
        if stacked == self._stacked:
            return
        self._stacked = stacked
        if stacked:
            self._body.insertWidget(1, self._words)
            self._head.addWidget(self._onward, 0, _TOP | Qt.AlignmentFlag.AlignTrailing)
        else:
            self._head.insertWidget(1, self._words, 1)
            self._title.addWidget(self._onward, 0, _TOP)
        self._words.setContentsMargins(0, self._theme.px(8) if stacked else 0, 0, 0)
        self._set_margins()

    def set_bare(self, bare: bool) -> None:
        """The arrow alone leads on: there is no room for its word."""
        self._onward.set_bare(bare)

    def _set_margins(self) -> None:
        theme = self._theme
        side = theme.px(_STACKED_SIDE if self._stacked else _SIDE)
        self._body.setContentsMargins(side, theme.px(18), side, theme.px(14))
        self._foot.setContentsMargins(side, theme.px(12), side, theme.px(14))

    def _make_body(self) -> QVBoxLayout:
        theme, card = self._theme, self.card
        body = QVBoxLayout()
        body.setSpacing(0)
        self._head = self._make_head()
        body.addLayout(self._head)
        body.addSpacing(theme.px(12))
        body.addWidget(FrequencyBar(theme, card.often, card.how_often))
        body.addSpacing(theme.px(6))
        for note in card.notes:
            body.addWidget(Paragraph(theme, note, "floor", color="ink2", running=True))
        body.addSpacing(theme.px(8))
        why = _("Why:")
        body.addWidget(Paragraph(theme, f"{why} {card.why}", "small", lead=why, running=True))
        body.addStretch(1)
        return body

    def _make_head(self) -> QHBoxLayout:
        theme = self._theme
        head = QHBoxLayout()
        head.setSpacing(theme.px(_BESIDE))
        if self.card.drawing:
            sign: QWidget = Spot(theme, ours(self.card.drawing), _TILE)
        else:
            sign = Icon(theme, self.card.icon, 28, tile="straw100", tile_size=_TILE)
        head.addWidget(sign, 0, _TOP | Qt.AlignmentFlag.AlignLeading)
        head.addWidget(self._words, 1)
        return head

    def _make_words(self) -> QWidget:
        """The name, and how often."""
        theme, card = self._theme, self.card
        words = Holder(self)
        column = tight(QVBoxLayout(words), 0)
        self._title = QHBoxLayout()
        self._title.setSpacing(theme.px(_APART))
        self._title.addWidget(Paragraph(theme, card.name, "h3", running=True), 1)
        self._title.addWidget(self._onward, 0, _TOP)
        column.addLayout(self._title)
        role = "small-strong" if card.often else "small"
        column.addWidget(Paragraph(theme, card.how_often, role, color="ink2", running=True))
        return words

    def _make_foot(self) -> QHBoxLayout:
        """What to do now."""
        theme = self._theme
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(Icon(theme, "hand", 22, color="teal"), 0, _TOP)
        now = _("Do now:")
        do = Paragraph(theme, f"{now} {self.card.all_to_do}", "small", lead=now, lead_color="teal", running=True)
        row.addWidget(do, 1)
        return row


class Onward(QWidget):
    """That there is more, and which way. Decorative: the card says it. Painted, since each part of a card is made nine
    times before anything is seen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = FittedText(_("More"), theme.font("small-strong"))
        self._shown = self._words
        self._resize()

    def set_bare(self, bare: bool) -> None:
        """The arrow alone."""
        shown = self._words._replace(words="") if bare else self._words
        if shown != self._shown:
            self._shown = shown
            self._resize()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Words, then the arrow, as one reads."""
        painter, color = QPainter(self), self._theme.color("teal")
        reads_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        icon = self._theme.px(_ARROW)
        left = 0 if reads_left else self.width() - icon
        place = QRectF(left, (self.height() - icon) // 2, icon, icon)
        draw_icon(painter, "arrow-left" if reads_left else "arrow-right", place, color)
        painter.setPen(color)
        wide = self._words_size.width()
        words = QRect(self.width() - wide if reads_left else 0, 0, wide, self.height())
        self._shown.paint(painter, words, Qt.AlignmentFlag.AlignVCenter)

    def _resize(self) -> None:
        icon, gap = self._theme.px(_ARROW), self._theme.px(6) if self._shown.words else 0
        self._words_size = self._shown.size_in(_ENDLESS) if self._shown.words else QSize()
        self.setFixedSize(self._words_size.width() + gap + icon, max(self._words_size.height(), icon))
