"""A sheet of paper on the screen: white in every theme, with a thin edge."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kit.scrolling import bar_width, scroll_bar_style
from tpe_guide.ui.kit.theme import Theme

WIDEST = 960
"""Px at 100 % text: a little larger than it comes out of the printer."""
_SETTLED_MS = 120
"""A window that is being dragged wider is typeset once it rests."""
_INK = "#13252D"
_WORDS = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


class PaperView(QScrollArea):
    """Shows one page, as wide as there is room at 100 % text, and larger with larger text: then it can be panned.

    It asks for the page's picture as soon as the empty sheet is on the screen, and again when its size has changed.
    """

    accessible_role = QAccessible.Role.Graphic
    needed = Signal(float)
    """A picture at so many pixels to the inch is needed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._inches = (1.0, 1.0)
        self._asked_ppi = 0.0
        self._sheet = _Sheet(theme)
        self._sheet.painted.connect(self._on_painted)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.timeout.connect(self._ask)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setWidget(self._sheet)
        self.viewport().setAutoFillBackground(False)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setStyleSheet(scroll_bar_style(theme))

    def sizeHint(self) -> QSize:
        """No more than the least height: the window gives what it has."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def set_sheet(self, inches: tuple[float, float]) -> None:
        """A sheet of *inches* (width, height) from now on."""
        self._inches = inches
        self._fit()

    def show_picture(self, picture: QImage, name: str, text: str) -> None:
        """Show *picture*; *name* and *text* say the same to who cannot see it."""
        self._sheet.picture = picture
        self._sheet.update()
        self.setAccessibleName(name)
        self.setAccessibleDescription(text)

    def say(self, words: str) -> None:
        """Show an empty sheet with *words* on it in place of a picture."""
        self._sheet.picture = None
        self._sheet.words = words
        self._sheet.update()
        self.setAccessibleName(words)
        self.setAccessibleDescription("")

    def picture_width(self) -> int:
        """Pixels from edge to edge of the picture shown; 0 without one."""
        return self._sheet.picture.width() if self._sheet.picture is not None else 0

    def ask_anew(self) -> None:
        """The page has changed: ask for its picture; the old one stays until then."""
        self._asked_ppi = 0.0
        self._sheet.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pan the sheet; where there is no more of it, the screen scrolls."""
        before = self._seen_from()
        super().keyPressEvent(event)
        if self._seen_from() == before:
            event.ignore()

    def showEvent(self, event: QShowEvent) -> None:
        """Below the edge of the window nothing is painted; who listens to the page waits for it all the same."""
        super().showEvent(event)
        self._settled.start(_SETTLED_MS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sheet takes the room there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - bar_width(self)
        width = max(1, round(min(room, WIDEST) * self._theme.scale))
        size = QSize(width, round(width * self._inches[1] / self._inches[0]))
        if size != self._sheet.size():
            self._sheet.setFixedSize(size)

    def _seen_from(self) -> tuple[int, int]:
        return self.horizontalScrollBar().value(), self.verticalScrollBar().value()

    def _ppi(self) -> float:
        return self._sheet.width() * self.devicePixelRatioF() / self._inches[0]

    def _on_painted(self) -> None:
        if self._ppi() != self._asked_ppi:
            self._settled.start(_SETTLED_MS if self._asked_ppi else 0)

    def _ask(self) -> None:
        if self._ppi() != self._asked_ppi:
            self._asked_ppi = self._ppi()
            self.needed.emit(self._asked_ppi)


class _Sheet(QWidget):
    painted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.picture: QImage | None = None
        self.words = _("Making the page …")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if self.picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(self.rect()), self.picture)
        else:
            painter.setPen(QColor(_INK))
            painter.setFont(self._theme.font("lead"))
            painter.drawText(self.rect(), _WORDS, self.words)
        painter.setPen(QPen(self._theme.color("line2"), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        self.painted.emit()
