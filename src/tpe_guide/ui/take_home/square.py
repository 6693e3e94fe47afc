"""A square code on the screen: dark on white in every theme, its white rim about it, whole px to a module."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tpe_guide.ui.kit.accessible_role import give_role

LEAST_MODULE = 4
"""px: what phones still read from an arm's length."""
RIM = 4
"""Modules of white about a code, as its standard has it."""


class Square(QWidget):
    """The code for *text*; *words* tell a screen reader what it is. As large as there is room, up to *most* px."""

    def __init__(self, text: str, words: str, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        import segno

        # Level M at the least, and better where the same size holds it: glass mirrors, and hands shake.
        code = segno.make_qr(text, error="m", encoding="utf-8")
        self._picture = _picture([bytes(row) for row in code.matrix])
        self._most = most
        give_role(self, QAccessible.Role.Graphic)
        self.setAccessibleName(words)
        self.setObjectName("square")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def modules(self) -> int:
        """From edge to edge, with the rim."""
        return self._picture.width()

    @property
    def module(self) -> int:
        """px of one as it is shown."""
        return self._module_in(self.width())

    def set_most(self, most: int) -> None:
        """There is room for so many px."""
        if most != self._most:
            self._most = most
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As large as it may be."""
        side = self._module_in(self._most) * self.modules
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """What a phone still reads."""
        side = LEAST_MODULE * self.modules
        return QSize(side, side)

    def heightForWidth(self, width: int) -> int:
        """As high as wide."""
        return self._module_in(width) * self.modules

    def paintEvent(self, event: QPaintEvent) -> None:
        """White, and the dark modules; no theme changes that."""
        side = self.module * self.modules
        left, top = (self.width() - side) // 2, (self.height() - side) // 2
        QPainter(self).drawImage(QRect(left, top, side, side), self._picture)

    def _module_in(self, width: int) -> int:
        return max(LEAST_MODULE, min(width, self._most) // self.modules)


def _picture(rows: Sequence[bytes]) -> QImage:
    """A dot for each module, and the rim: painted larger, it stays as sharp."""
    side = len(rows) + 2 * RIM
    picture = QImage(side, side, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    for y, row in enumerate(rows, start=RIM):
        for x, dark in enumerate(row, start=RIM):
            if dark:
                picture.setPixel(x, y, 0)
    return picture
