"""Words in a role of the type scale."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from tpe_guide.ui.kit.fitted_text import FittedText
from tpe_guide.ui.kit.theme import Theme

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
BREAK = "\u200b"
"""Zero-width space: a place where a line may end."""


def breakable(sentence: str) -> str:
    """*sentence* with places to break inside file paths, which have no spaces and may be wider than a screen."""
    return sentence.replace("/", f"/{BREAK}").replace("\\", f"\\{BREAK}")


class Label(QLabel):
    """Plain text in a type *role* and a colour *token*; wraps, never clips, never reads markup.

    Lines begin where reading begins, in whatever language: left to itself, Qt goes by the letters.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        role: str = "body",
        *,
        color: str = "ink",
        wrap: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(role))
        self.setWordWrap(wrap)
        self.setSizePolicy(
            QSizePolicy.Policy.Preferred if wrap else QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum
        )
        if self.isRightToLeft():
            self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | _MIDDLE)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.color(color))
        self.setPalette(palette)
        self.setText(text)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the longest word: QLabel's own guess keeps wrapped words from ever getting narrow."""
        if not self.wordWrap():
            return super().minimumSizeHint()
        words = FittedText(self.text().replace(BREAK, " "), self.font())
        return QSize(words.longest_word + 2, self.fontMetrics().height())
