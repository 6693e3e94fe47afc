"""A few large words, with the line height of the design, set where the screen has room for them."""

from __future__ import annotations

from math import ceil

from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget

from tpe_guide.ui.kit.marked_words import MarkedWords
from tpe_guide.ui.kit.paragraph import Paragraph
from tpe_guide.ui.kit.theme import Role, Theme


class Words(Paragraph):
    """*text* in a type *role*, at the size of the theme: where it has no room the whole screen gets smaller.

    Lines set closer than the font's own height let letters reach above the first and below the last:
    ``place`` gives them that room around the rectangle in which the words are laid out.
    """

    def __init__(
        self, theme: Theme, text: str, role: Role, *, color: str = "ink", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, text, role, color=color, parent=parent)
        self._role, self._color = role, color
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Look like *theme* from now on, at its size."""
        self._words = MarkedWords(theme, self._role, self._color, fixed=True)
        self.setFont(self._words.font)
        self.setText(self.text())

    def width_of_one_line(self) -> int:
        """The width at which nothing needs to wrap."""
        metrics = QFontMetricsF(self.font())
        return ceil(max(metrics.horizontalAdvance(line) for line in self.text().split("\n"))) + 1

    def place(self, left: int, top: int, width: int) -> int:
        """Stand at (*left*, *top*), *width* wide; gives the bottom."""
        height, over = self.heightForWidth(width), self._overhang
        self.setGeometry(left, top - over, width, height + 2 * over)
        return top + height

    @property
    def _overhang(self) -> int:
        return max(0, ceil((QFontMetricsF(self.font()).height() - self._words.line_height) / 2))
