"""How far along: a straw bar with an ink end, or dots for the pages of a chapter."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tpe_guide.ui.kit.paint_area import paint_area
from tpe_guide.ui.kit.theme import Theme


class ProgressBar(QWidget):
    """A bar filled to a *share* (0–1). The words beside it say the same, so it carries no name."""

    def __init__(self, theme: Theme, share: float = 0.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share = share
        self.setFixedHeight(theme.px(12))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float) -> None:
        """Fill up to *share* (0–1)."""
        self._share = share
        self.update()

    def sizeHint(self) -> QSize:
        """As the rail shows it."""
        return QSize(self._theme.px(260), self._theme.px(12))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        shape = QPainterPath()
        shape.addRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        painter.fillPath(shape, theme.color("card"))
        if self._share:
            done = QPainterPath()
            done.addRect(QRectF(0, 0, self.width() * self._share, self.height()))
            painter.fillPath(shape.intersected(done), theme.color("straw"))
            if self._share < 1:
                end = self.width() * self._share
                painter.setPen(QPen(theme.color("ink"), 2))
                painter.drawLine(QPointF(end, rect.top()), QPointF(end, rect.bottom()))
        painter.strokePath(shape, QPen(theme.color("line2"), theme.border(1.2)))


class ProgressLine(QWidget):
    """A thin bar across a narrow window: how far into the chapter. The words below say the same."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share = 0.0
        self.setFixedHeight(6)

    def show_share(self, share: float) -> None:
        """Fill up to *share* (0–1)."""
        self._share = share
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line."""
        painter = QPainter(self)
        paint_area(painter, self.rect(), self._theme.color("sunken"))
        end = round(self.width() * self._share)
        paint_area(painter, QRect(0, 0, end, self.height()), self._theme.color("straw"))
        paint_area(painter, QRect(end - 2, 0, 2, self.height()), self._theme.color("ink"))


class PageDots(QWidget):
    """One dot a page: read, here, not yet. Decorative beside the words “Page 2 of 4”."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count, self._here, self._read = 0, 0, set[int]()

    def show_place(self, count: int, here: int, read: set[int]) -> None:
        """*count* pages, *here* the index of the one shown, *read* the indices of those read."""
        self._count, self._here, self._read = count, here, read
        self.setFixedSize(self._theme.px(22) * count - self._theme.px(8), self._theme.px(14))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dots."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in range(self._count):
            centre = QPointF(theme.px(7) + index * theme.px(22), self.height() / 2)
            if index == self._here:
                painter.setPen(QPen(theme.color("ink"), 2))
                painter.setBrush(theme.color("straw"))
                painter.drawEllipse(centre, theme.px(5.5), theme.px(5.5))
            elif index in self._read:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color("ink"))
                painter.drawEllipse(centre, theme.px(5.5), theme.px(5.5))
            else:
                painter.setPen(QPen(theme.color("line2"), 1.5))
                painter.setBrush(theme.color("card"))
                painter.drawEllipse(centre, theme.px(5), theme.px(5))
