"""Words in a role of the type scale."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from tpe_guide.ui.kit.accessible_role import make_heading
from tpe_guide.ui.kit.fitted_text import BREAK, FittedText, breakable
from tpe_guide.ui.kit.theme import Role, Theme

_LEVELS: dict[Role, int] = {"h1": 1, "h2": 2, "h3": 3}
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class Label(QLabel):
    """Plain text in a type *role* and a colour *token*; wraps, never clips, never reads markup.

    In the type of a heading it is one for screen readers too, unless it is no *heading*, such as a large number.

    Lines begin where reading begins, in whatever language: left to itself, Qt goes by the letters.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        role: Role = "body",
        *,
        color: str = "ink",
        wrap: bool = True,
        heading: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        if heading and role in _LEVELS:
            make_heading(self, _LEVELS[role])
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

    def setFont(self, font: QFont | str | Sequence[str]) -> None:
        """The letters of the design: smaller ones are shown where a word would be cut."""
        self._full = QFont(font)
        super().setFont(self._full)
        self._fit()

    def setText(self, text: str) -> None:
        """Say something else."""
        super().setText(breakable(text))
        self._fit()

    def text(self) -> str:
        """What it says, as it was given."""
        return super().text().replace(BREAK, "")

    def minimumSizeHint(self) -> QSize:
        """As narrow as the longest word, which shrinks in a very narrow window: QLabel's own guess keeps wrapped words
        from ever getting narrow."""
        if not self.wordWrap():
            return super().minimumSizeHint()
        return QSize(self._words.least_room + 2, self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The letters follow the room."""
        super().resizeEvent(event)
        self._shrink()

    def _fit(self) -> None:
        """Anew for other words or other letters."""
        self._words = FittedText(super().text(), self._full)
        if self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self._shrink()

    def _shrink(self) -> None:
        if not self.wordWrap():
            return
        font = self._words.shrunk_to(max(self._words.least_room, self.width() - 2)).font
        if font.pixelSize() != self.font().pixelSize():
            super().setFont(font)
