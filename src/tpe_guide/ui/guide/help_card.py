"""What a word means, or where a sentence comes from: opened in the text, below the sentence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStyle, QWidget

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
_Part = QWidget | QHBoxLayout


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
        make_stop(self, _spoken(kind, heading, lines))
        self.setSizePolicy(higher_when_narrow())
        self._theme = theme
        self._points_at = 0.0
        self._is_narrow = False
        self._places: list[tuple[_Part, QRect]] = []
        self._height_at = (-1, 0)
        """The width that the places are for, and the height of all there."""
        self.installEventFilter(self)
        self.close_button = Button(
            theme, _("Close"), "tool", icon="x", icon_only=True, size="tool", icon_size=26, parent=self
        )
        self.close_button.setObjectName("close-help")
        self.close_button.setAccessibleName(_("Close what is explained"))
        self.close_button.clicked.connect(self.closed)
        self._kind = Paragraph(theme, kind, "small-strong", color="teal", running=True, parent=self)
        self._heading = Paragraph(theme, heading, _HEADING, running=True, parent=self) if heading else None
        self._lines = [Paragraph(theme, line, "body", running=True, parent=self) for line in lines]
        self._tools: list[Button] = []
        self._row = tight(QHBoxLayout(), theme.px(12))
        self._row.addStretch(1)
        for tool in reversed(tools):
            self.put_first(tool)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            self._row.setDirection(QHBoxLayout.Direction.RightToLeft)  # it stands in no widget that would tell it

    def put_first(self, tool: Button) -> None:
        """Have *tool* before the others."""
        tool.setParent(self)
        tool.set_icon_only(self._is_narrow)
        self._tools.insert(0, tool)
        self._row.insertWidget(0, tool)
        self._forget_places()

    def say(self, heading: str, lines: Sequence[str]) -> None:
        """Explain something else: *heading*, and as many *lines* as before."""
        assert self._heading is not None
        self._heading.setText(heading)
        for paragraph, line in zip(self._lines, lines, strict=True):
            paragraph.setText(line)
        self.setAccessibleName(_spoken(self._kind.text(), heading, lines))
        self._height_at = (-1, 0)

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
        if self._height_at[0] != width:
            self._fold(width)
            self._places, height = self._lay_out(width)
            self._height_at = (width, height)
        return self._height_at[1]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A tool has come, or has gone."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._forget_places()
            self._place()
            self.updateGeometry()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room."""
        self._place()

    def _fold(self, width: int) -> None:
        """Where there is little room, the meaning needs it more than anything else."""
        narrow = width < self._theme.px(_NARROW)
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._kind.setHidden(narrow)
            for tool in self._tools:
                tool.set_icon_only(narrow)
            self._row.invalidate()

    def _forget_places(self) -> None:
        self._row.invalidate()
        self._height_at = (-1, 0)

    def _place(self) -> None:
        """By hand: Qt's layouts would ask each part for its height four times, while a reader waits."""
        self.heightForWidth(self.width())
        for part, place in self._places:
            part.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))

    def _lay_out(self, width: int) -> tuple[list[tuple[_Part, QRect]], int]:
        """Where each part lies in a card *width* px wide, reckoned from where reading begins; and how high all is."""
        px, narrow = self._theme.px, self._is_narrow
        left, air = px(_BAR + (8 if narrow else 22)), px(4 if narrow else 14)
        room, close = width - left - air, self.close_button.sizeHint()
        top = px(_POINTER) // 2 + air
        below_close = top + close.height()
        places: list[tuple[_Part, QRect]] = [
            (self.close_button, QRect(QPoint(left + room - close.width(), top), close))
        ]

        def add(part: Paragraph | QHBoxLayout, gap: int, width: int, indent: int = 0) -> None:
            nonlocal top
            places.append((part, QRect(left - indent, top + gap, width, part.heightForWidth(width))))
            top = places[-1][1].bottom() + 1

        beside = room if narrow else room - close.width() - px(2)
        if narrow:
            top = below_close
        else:
            add(self._kind, 0, beside)
        if self._heading is not None:
            add(self._heading, px(2), beside)
        top = max(top, below_close)
        for number, line in enumerate(self._lines):
            add(line, px(6 if number else 2), room)
        if self._tools:
            # Tools have room about their words: these begin where those above them do.
            add(self._row, px(2), room + px(6), indent=px(6))
        return places, top + px(10)

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
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        painter.setPen(QPen(theme.color("teal"), edge))
        painter.setBrush(theme.color("card"))
        painter.drawPath(self._outline(body))
        bar = theme.px(_BAR)
        paint_area(painter, QRectF(0, body.top() - edge / 2, bar, body.height() + edge), theme.color("teal"))

    def _outline(self, body: QRectF) -> QPainterPath:
        """Square where reading begins, round at the other side, with the pointer on its upper edge."""
        half, round_ = self._theme.px(_POINTER) / 2, 2 * self._theme.px(_RADIUS)
        top, right = body.top(), body.right()
        path = QPainterPath(body.topLeft())
        middle = self._middle_of_pointer(half)
        for x, y in ((middle - half, top), (middle, top - half), (middle + half, top)):
            path.lineTo(x, y)
        path.arcTo(right - round_, top, round_, round_, 90, -90)
        path.arcTo(right - round_, body.bottom() - round_, round_, round_, 0, -90)
        path.lineTo(body.bottomLeft())
        path.closeSubpath()
        return path

    def _middle_of_pointer(self, half: float) -> float:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        wanted = self.width() - self._points_at if mirrored else self._points_at
        least = self._theme.px(_BAR) + half + 2
        return min(max(wanted, least), max(least, self.width() - self._theme.px(_RADIUS) - half))


def _spoken(kind: str, heading: str, lines: Sequence[str]) -> str:
    return ". ".join(filter(None, (kind, heading, " ".join(lines))))
