"""Words to be read, as large as the person asked for: up to 400 %, where the controls stop at 200 %."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QWidget

from tpe_guide.ui.theme import TYPE, Theme, make_font
from tpe_guide.ui.widgets.label import Label


class ReadingLabel(Label):
    """A wrapping label. Its letters are only made smaller where the longest word would not fit on a line."""

    def __init__(
        self, theme: Theme, text: str, role: str = "body", *, color: str = "ink", parent: QWidget | None = None
    ) -> None:
        self._theme = theme
        self._kind = TYPE[role]
        super().__init__(theme, text, role, color=color, parent=parent)

    def setText(self, text: str) -> None:
        """Show *text*, and fit it."""
        super().setText(text)
        self._fit(self.width())

    def minimumSizeHint(self) -> QSize:
        """As narrow as the longest word in the smallest letters."""
        size = super().minimumSizeHint()
        smallest, shown = self._theme.px(self._kind.px), self.font().pixelSize()
        return QSize(min(size.width(), -(-size.width() * smallest // shown)), size.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: other letters may fit."""
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, room: int) -> None:
        theme, kind = self._theme, self._kind
        wanted = make_font(theme.text_px(kind.px), kind.weight)
        words = self.text().split()
        metrics = QFontMetrics(wanted)
        longest = max((metrics.horizontalAdvance(word) for word in words), default=0)
        pixels = theme.text_px(kind.px)
        if longest > room > 0:
            pixels = max(theme.px(kind.px), int(pixels * room / longest))
        if pixels != self.font().pixelSize():
            self.setFont(make_font(pixels, kind.weight))
