"""A calm page for when the guide cannot be shown: few words, and plain parts of Qt with little to break."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kit.theme import Theme

_LEAST, _SHARE = 20, 15
"""px of the sentence's letters: never less, and that part of the shorter side."""


class PlainNotice(QWidget):
    """*title*, and a *sentence* about it. Below both, what every screen of the kiosk says of feeling unwell."""

    def __init__(self, theme: Theme, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plain-notice")
        self.setAutoFillBackground(True)
        self.setPalette(theme.palette)
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lines = [
            (self._line(title, theme, "ink"), 1.7),
            (self._line(sentence, theme, "ink"), 1.0),
            (self._line(_("Feeling unwell? Tell staff now."), theme, "red"), 1.0),
        ]
        column = QVBoxLayout(self)
        column.addStretch()
        for label, _size in self._lines:
            column.addWidget(label)
        column.addStretch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The letters grow with the screen."""
        letters = max(_LEAST, min(self.width(), self.height()) // _SHARE)
        for label, size in self._lines:
            font = label.font()
            font.setPixelSize(round(letters * size))
            font.setBold(size > 1)
            label.setFont(font)
        layout = self.layout()
        assert layout is not None
        layout.setSpacing(letters)
        layout.setContentsMargins(letters, letters, letters, letters)

    def _line(self, words: str, theme: Theme, color: str) -> QLabel:
        label = QLabel(words, self)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        palette = label.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.color(color))
        label.setPalette(palette)
        return label


def resting(theme: Theme) -> PlainNotice:
    """Shown while the guide has failed too often."""
    return PlainNotice(theme, _("This screen is resting."), _("Please ask the staff."))


def closing(theme: Theme) -> PlainNotice:
    """Shown for a moment before the kiosk ends."""
    return PlainNotice(theme, _("This screen is closing."), _("What you chose here is wiped."))
