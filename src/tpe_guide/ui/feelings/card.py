"""A card about one feeling: how often, why, what to do now. Pressed, it leads to the page about it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tpe_guide.feelings.cards import Card
from tpe_guide.i18n import _
from tpe_guide.ui.feelings.frequency_bar import FrequencyBar
from tpe_guide.ui.theme import Theme
from tpe_guide.ui.widgets.drawing import Icon
from tpe_guide.ui.widgets.paragraph import Paragraph
from tpe_guide.ui.widgets.wrap import ARROWS

_BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_SIDE, _STACKED_SIDE, _RADIUS = 22, 14, 18
_TOP = Qt.AlignmentFlag.AlignTop


class FeelingCard(QAbstractButton):
    """Shows *card*. The whole of it is the button."""

    reached = Signal(QWidget)
    """The keyboard is here now."""

    def __init__(self, theme: Theme, card: Card, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = card
        self._theme = theme
        self.setObjectName(f"feeling-{card.id}")
        self.setText(card.name)
        self.setAccessibleName(card.spoken)
        self.setAccessibleDescription(_("Read more"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._stacked = False
        self._name = self._make_name()
        self._do = self._make_do()
        self._body = self._make_body()
        self._set_margins()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._body, 1)
        column.addWidget(self._do)
        for inside in self.findChildren(QWidget):
            inside.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be seen by who came by keys."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEYS:
            self.reached.emit(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows are for the screen; Qt would go wherever the next button is."""
        if event.key() in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

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
        strip.addRect(QRectF(self._do.geometry()))
        painter.setPen(QPen(theme.color("line"), theme.border()))
        painter.setBrush(theme.color("teal-tint"))
        painter.drawPath(whole.intersected(strip))
        painter.strokePath(whole, QPen(theme.color("teal" if near else "line"), width))

    def set_stacked(self, stacked: bool) -> None:
        """The name stands below the icon, where there is no room beside it."""
        if stacked == self._stacked:
            return
        self._stacked = stacked
        if stacked:
            self._body.insertWidget(1, self._name)
            self._name.setContentsMargins(0, self._theme.px(8), 0, 0)
        else:
            self._head.insertWidget(1, self._name, 1)
            self._name.setContentsMargins(0, 0, 0, 0)
        self._set_margins()

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
        body.addWidget(Paragraph(theme, card.why, "small", lead=_("Why:"), running=True))
        body.addStretch(1)
        return body

    def _make_head(self) -> QHBoxLayout:
        theme = self._theme
        head = QHBoxLayout()
        head.setSpacing(theme.px(16))
        head.addWidget(Icon(theme, self.card.icon, 28, tile="straw100"), 0, _TOP | Qt.AlignmentFlag.AlignLeading)
        head.addWidget(self._name, 1)
        onward = "arrow-left" if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else "arrow-right"
        head.addWidget(Icon(theme, onward, 24, color="teal"), 0, _TOP | Qt.AlignmentFlag.AlignTrailing)
        return head

    def _make_name(self) -> QWidget:
        theme, card = self._theme, self.card
        name = QWidget(self)
        words = QVBoxLayout(name)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(Paragraph(theme, card.name, "h3", running=True))
        role = "small-strong" if card.often else "small"
        words.addWidget(Paragraph(theme, card.how_often, role, color="ink2", running=True))
        return name

    def _make_do(self) -> QWidget:
        theme = self._theme
        strip = QWidget(self)
        row = self._foot = QHBoxLayout(strip)
        row.setSpacing(theme.px(12))
        row.addWidget(Icon(theme, "hand", 22, color="teal"), 0, _TOP)
        do = Paragraph(theme, self.card.do, "small", lead=_("Do now:"), lead_color="teal", running=True)
        row.addWidget(do, 1)
        return strip
