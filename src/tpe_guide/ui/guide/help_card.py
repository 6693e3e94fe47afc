"""What a word means, or where a sentence comes from: opened in the text, below the sentence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kit.accessible_role import make_stop
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.layouts import higher_when_narrow, tight
from tpe_guide.ui.kit.paint_area import paint_area
from tpe_guide.ui.kit.paragraph import Paragraph
from tpe_guide.ui.kit.theme import Theme, Type

_EDGE, _BAR, _RADIUS = 2, 8, 18
_POINTER = 20
"""px: the pointer is so wide at its foot, and half as high."""
_HEADING = Type(26, 1.3, 700)
_NARROW = 280


class HelpCard(QWidget):
    """A pointer to the words that it is about, a small line saying what this is, a heading, a few lines, *tools*."""

    closed = Signal()
    left = Signal(bool)
    """The keyboard goes on with Tab (True) or back with Shift+Tab."""

    def __init__(
        self,
        theme: Theme,
        kind: str,
        heading: str,
        lines: Sequence[str],
        tools: Sequence[Button] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("word-help")
        make_stop(self, ". ".join(filter(None, (kind, heading, " ".join(lines)))))
        self.setSizePolicy(higher_when_narrow())
        self._theme = theme
        self._points_at = 0.0
        px = theme.px
        column = QVBoxLayout(self)
        # Tools have room about their words: these begin where those above them do.
        room = self._room = px(6) if tools else 0
        column.setSpacing(px(2))
        self.close_button = Button(theme, _("Close"), "tool", icon="x", icon_only=True, size="tool", icon_size=26)
        self.close_button.setObjectName("close-help")
        self.close_button.setAccessibleName(_("Close what is explained"))
        self.close_button.clicked.connect(self.closed)
        self._kind = Paragraph(theme, kind, "small-strong", color="teal", running=True)
        self._heading = Paragraph(theme, heading, _HEADING, running=True) if heading else None
        self._top = tight(QGridLayout(), px(2))
        self._top.setContentsMargins(room, 0, 0, 0)
        self._top.setColumnStretch(0, 1)
        column.addLayout(self._top)
        below = tight(QVBoxLayout(), px(6))
        below.setContentsMargins(room, 0, 0, 0)
        for line in lines:
            below.addWidget(Paragraph(theme, line, "body", running=True))
        column.addLayout(below)
        self._tools = tools
        if tools:
            row = tight(QHBoxLayout(), px(12))
            for tool in tools:
                row.addWidget(tool)
            row.addStretch(1)
            column.addLayout(row)
        self._is_narrow: bool | None = None
        self._fold(px(_NARROW))

    def point_at(self, x: float) -> None:
        """Point at the words whose middle is *x* px from the left edge."""
        if x != self._points_at:
            self._points_at = x
            self.update()

    def hasHeightForWidth(self) -> bool:
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its words need."""
        self._fold(width)
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room."""
        self._fold(self.width())

    def _fold(self, width: int) -> None:
        """Where there is little room, the meaning needs it more than anything else."""
        narrow = width < self._theme.px(_NARROW)
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        px, top = self._theme.px, self._top
        side = px(_BAR + (8 if narrow else 22))
        above = px(_POINTER) // 2 + px(4 if narrow else 14)
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(side - self._room, above, px(4 if narrow else 14), px(10))
        top.addWidget(self._kind, 0, 0)
        self._kind.setHidden(narrow)  # only once it stands here: shown before, it would be a window of its own
        top.addWidget(self.close_button, 0, 1, 1 if narrow else 2, 1, Qt.AlignmentFlag.AlignTop)
        if self._heading is not None:
            top.addWidget(self._heading, 1, 0, 1, 2 if narrow else 1)
        for tool in self._tools:
            tool.set_icon_only(narrow)

    def announce(self) -> None:
        """Have a screen reader say it, once the card is on screen."""
        announce(self, self.accessibleName())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab walks what can be pressed here, then goes on in the text."""
        stops = [self.close_button, *(tool for tool in self._tools if tool.isVisible())]
        at = next((index for index, stop in enumerate(stops) if stop.hasFocus()), -1)
        goal = at + (1 if forwards else -1)
        if 0 <= goal < len(stops):
            stops[goal].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.left.emit(forwards)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """A card with a bar where reading begins, and the pointer on its edge."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = max(_EDGE, theme.border(_EDGE))
        body = QRectF(self.rect()).adjusted(edge / 2, theme.px(_POINTER) / 2, -edge / 2, -edge / 2)
        shape = QPainterPath()
        radius = theme.px(_RADIUS)
        shape.addRoundedRect(body, radius, radius)
        square = QPainterPath()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        start = body.right() - radius if mirrored else body.left()
        square.addRect(QRectF(start, body.top(), radius, body.height()))
        shape = shape.united(square).united(self._pointer(body))
        painter.setPen(QPen(theme.color("teal"), edge))
        painter.setBrush(theme.color("card"))
        painter.drawPath(shape)
        bar = theme.px(_BAR)
        left = self.width() - bar if mirrored else 0
        paint_area(painter, QRectF(left, body.top() - edge / 2, bar, body.height() + edge), theme.color("teal"))

    def _pointer(self, body: QRectF) -> QPainterPath:
        half = self._theme.px(_POINTER) / 2
        least = self._theme.px(_BAR) + half + 2
        middle = min(max(self._points_at, least), max(least, self.width() - self._theme.px(_RADIUS) - half))
        path = QPainterPath()
        top = body.top()
        corners = [QPointF(middle - half, top + 1), QPointF(middle, top - half + 1), QPointF(middle + half, top + 1)]
        path.addPolygon(QPolygonF(corners))
        path.closeSubpath()
        return path
