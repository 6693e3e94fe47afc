"""How good a passcode is: four bars and a word."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.theme import Theme

BARS = 4
_BAR = 44
_HEIGHT = 14
_GAP = 4


class StrengthMeter(QWidget):
    """Shows a strength from 0 (too short) to 4. It gives a hint and forbids nothing."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(4), 0, 0)
        row.setSpacing(theme.px(14))
        self._bars = _Bars(theme)
        row.addWidget(self._bars, 2)
        self._word = Label(theme, "", "small-strong")
        row.addWidget(self._word, 1)
        self.set_strength(0, typed=False)

    def set_strength(self, strength: int, *, typed: bool) -> None:
        """Show *strength*; not *typed*: nothing to judge yet, so no word."""
        words = (_("Too short"), _("Weak"), _("Fair"), _("Strong"), _("Very strong"))
        self._bars.filled = strength
        self._bars.update()
        self._word.setText(words[strength] if typed else "")
        self.setAccessibleName(_("Strength: {word}").format(word=words[strength]) if typed else "")


class _Bars(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.filled = 0
        self.setFixedHeight(theme.px(_HEIGHT))
        self.setMinimumWidth(BARS * theme.px(_BAR) // 3)
        self.setMaximumWidth(BARS * theme.px(_BAR) + (BARS - 1) * theme.px(_GAP))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = theme.color("ink")
        painter.setPen(QPen(ink, 1.5))
        gap = theme.px(_GAP)
        width = (self.width() - (BARS - 1) * gap) / BARS
        for bar in range(BARS):
            painter.setBrush(ink if bar < self.filled else Qt.BrushStyle.NoBrush)
            rect = QRectF(bar * (width + gap), 0, width, self.height()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
