"""The rail: chapters, the pages of the open one, and how much is read."""

from __future__ import annotations

from collections.abc import Container

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tpe_guide.guide.library import Library
from tpe_guide.guide.model import Chapter
from tpe_guide.i18n import _
from tpe_guide.ui.fill import fill
from tpe_guide.ui.icons import draw_icon
from tpe_guide.ui.scrolling import scroll_bar_style
from tpe_guide.ui.theme import Theme
from tpe_guide.ui.widgets.button import Button
from tpe_guide.ui.widgets.label import Label
from tpe_guide.ui.widgets.progress import ProgressBar

_WRAP = Qt.TextFlag.TextWordWrap


class Rail(QScrollArea):
    """The contents of the guide beside the page; with *all_open* the pages of every chapter are listed."""

    page_chosen = Signal(str)
    words = Signal()
    """All words, please."""

    def __init__(
        self,
        theme: Theme,
        library: Library,
        read: Container[str],
        here: str,
        *,
        all_open: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("Contents of the guide"))
        self.verticalScrollBar().setStyleSheet(scroll_bar_style(theme, "sunken"))
        self._library = library
        self._all_open = all_open
        self.rows: list[_Row] = []
        self._place = (read, here)
        self._build()

    def show_place(self, read: Container[str], here: str) -> None:
        """The person is on page *here* now, and has read *read*."""
        (read_before, before), self._place = self._place, (read, here)
        if (read_before, before) == (read, here):
            return
        if here in self._library.chapter_of(before).pages:
            self._head.show_read(read)
            for row in self.rows:
                row.show_place(read, here)
            QTimer.singleShot(0, self, self.show_here)
            return
        focused = next((row.page for row in self.rows if row.hasFocus()), "")
        self._build()
        for row in self.rows:
            if focused and row.page == focused:
                row.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self.show_here)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the page shown, once the rows have their places."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self.show_here)

    def _build(self) -> None:
        theme = self._theme
        self.rows = []
        inside = _Ground(theme)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, theme.px(26), 0, theme.px(16))
        column.setSpacing(0)
        self._head = _Head(theme, self._library)
        self._head.show_read(self._place[0])
        column.addWidget(self._head)
        column.addLayout(self._make_words())
        for number, chapter in enumerate(self._library.chapters, 1):
            self._add_chapter(column, chapter, number)
        column.addStretch(1)
        self.setWidget(inside)

    def _make_words(self) -> QHBoxLayout:
        words = Button(
            self._theme, _("All words"), "text", icon="book-a", role="small-strong", height=48, padding=8, radius=12
        )
        words.setObjectName("words")
        words.setAccessibleName(_("All words, with what they mean"))
        words.clicked.connect(self.words)
        row = QHBoxLayout()
        row.setContentsMargins(self._theme.px(26), 0, self._theme.px(24), self._theme.px(6))
        row.addWidget(words)
        row.addStretch(1)
        return row

    def first_focus(self) -> QWidget:
        """The row of the page shown, or the first."""
        return next((row for row in self.rows if row.is_here), self.rows[0])

    def show_here(self) -> None:
        """Scroll to the row of the page shown."""
        self.ensureWidgetVisible(self.first_focus(), 0, self._theme.px(80))

    def _add_chapter(self, column: QVBoxLayout, chapter: Chapter, number: int) -> None:
        library = self._library
        current = self._place[1] in chapter.pages
        self._add(column, _ChapterRow(self._theme, chapter, number, len(library.chapters)), chapter.pages[0])
        if not (current or self._all_open):
            return
        for index, page in enumerate(chapter.pages, 1):
            place = (index, len(chapter.pages))
            self._add(column, _PageRow(self._theme, library.page_title(page), place, barred=current), page)
        column.addWidget(_Tail(self._theme, current))

    def _add(self, column: QVBoxLayout, row: _Row, page: str) -> None:
        row.page = page
        row.show_place(*self._place)
        row.chosen.connect(self.page_chosen)
        self.rows.append(row)
        column.addWidget(row)


class _Head(QWidget):
    """How much of the guide is read."""

    def __init__(self, theme: Theme, library: Library) -> None:
        super().__init__()
        self._pages = library.order
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(32), 0, theme.px(24), theme.px(18))
        column.setSpacing(theme.px(10))
        line = QHBoxLayout()
        line.addWidget(Label(theme, _("Your guide"), "small-strong"), 1)
        self._words = Label(theme, "", "small", color="ink2", wrap=False)
        line.addWidget(self._words)
        column.addLayout(line)
        self._bar = ProgressBar(theme)
        column.addWidget(self._bar)

    def show_read(self, read: Container[str]) -> None:
        done, total = sum(page in read for page in self._pages), len(self._pages)
        self._words.setText(_("{done} of {total} read").format(done=done, total=total))
        self._bar.show_share(done / max(1, total))


class _Ground(QWidget):
    """The sunken ground of the rail, with a line at its right edge."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill(painter, self.rect(), self._theme.color("sunken"))
        width = self._theme.border()
        painter.setPen(QPen(self._theme.color("line"), width))
        right = self.width() - width / 2
        painter.drawLine(QPointF(right, 0), QPointF(right, self.height()))


class _Tail(QWidget):
    """Closes the list of pages of an open chapter."""

    def __init__(self, theme: Theme, current: bool) -> None:
        super().__init__()
        self._theme, self._current = theme, current
        self.setFixedHeight(theme.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill(painter, QRectF(self.rect()).adjusted(0, 0, -self._theme.border(), 0), self._theme.color("card"))
        if self._current:
            fill(painter, QRectF(0, 0, self._theme.px(5), self.height()), self._theme.color("straw"))


class _Row(QAbstractButton):
    """A pressable line of the rail."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, words: str, role: str, least: int, left: int) -> None:
        super().__init__()
        self.page = ""
        self.is_here = False
        self._theme = theme
        self._role = role
        self._least = theme.px(least)
        self._left = theme.px(left)
        self._heights: dict[int, int] = {}
        self.setText(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._choose)

    def sizeHint(self) -> QSize:
        """One line of words."""
        return QSize(self._theme.px(300), self._least)

    def heightForWidth(self, width: int) -> int:
        """Grows as the words wrap."""
        if width not in self._heights:
            self._heights[width] = max(self._least, self._words_rect(width).height() + self._theme.px(12))
        return self._heights[width]

    def show_place(self, read: Container[str], here: str) -> None:
        """The person is on page *here* now, and has read *read*."""
        raise NotImplementedError

    def _say(self, name: str, state: str) -> None:
        """Show the state that has just changed, and say it."""
        self.setAccessibleName(f"{name}, {state}" if state else name)
        self._heights.clear()
        self.updateGeometry()
        self.update()

    def _choose(self) -> None:
        self.chosen.emit(self.page)

    def _words_rect(self, width: int) -> QRect:
        room = QRect(0, 0, max(1, width - self._left - self._theme.px(16)), 10_000)
        return QFontMetrics(self._font()).boundingRect(room, _WRAP, self.text())

    def _font(self) -> QFont:
        return self._theme.font(self._role, weight=700 if self._bold() else 400)

    def _bold(self) -> bool:
        return self.is_here

    def _paint_words(self, painter: QPainter, token: str) -> None:
        rect = self._words_rect(self.width())
        top = (self.height() - rect.height()) // 2
        painter.setFont(self._font())
        painter.setPen(self._theme.color(token))
        painter.drawText(
            QRect(self._left, top, self.width() - self._left - self._theme.px(16), rect.height()),
            _WRAP,
            self.text(),
        )

    def _fill(self, painter: QPainter, token: str) -> None:
        rect = QRectF(self.rect()).adjusted(0, 0, -self._theme.border(), 0)
        fill(painter, rect, self._theme.color(token))

    def _hovered(self) -> bool:
        return self.underMouse() or self.isDown()


class _ChapterRow(_Row):
    def __init__(self, theme: Theme, chapter: Chapter, number: int, count: int) -> None:
        super().__init__(theme, chapter.title, "small", 51, 76)
        self._pages, self._number, self._count = chapter.pages, number, count
        self._current = self._done = False

    def show_place(self, read: Container[str], here: str) -> None:
        self._current = here in self._pages
        self._done = all(page in read for page in self._pages)
        name = _("Chapter {number} of {count}: {title}")
        name = name.format(number=self._number, count=self._count, title=self.text())
        self._say(name, _("current") if self._current else _("read") if self._done else "")

    def _bold(self) -> bool:
        return self._current

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._current:
            self._fill(painter, "card")
            fill(painter, QRectF(0, 0, theme.px(5), self.height()), theme.color("straw"))
        elif self._hovered():
            self._fill(painter, "teal-tint")
        side = theme.px(32)
        disc = QRectF(theme.px(33), (self.height() - side) / 2, side, side).adjusted(1, 1, -1, -1)
        self._paint_disc(painter, disc)
        self._paint_words(painter, "ink")

    def _paint_disc(self, painter: QPainter, disc: QRectF) -> None:
        theme = self._theme
        if self._done and not self._current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("ink"))
            painter.drawEllipse(disc)
            size = theme.px(20)
            inset = (disc.width() - size) / 2
            rect = QRectF(disc.left() + inset, disc.top() + inset, size, size)
            draw_icon(painter, "check", rect, theme.color("card"), line=2.6)
            return
        painter.setPen(QPen(theme.color("ink" if self._current else "line2"), 2 if self._current else 1.5))
        painter.setBrush(theme.color("straw" if self._current else "card"))
        painter.drawEllipse(disc)
        painter.setPen(theme.color("on-straw" if self._current else "ink"))
        painter.setFont(theme.font("floor-strong", weight=700 if self._current else 600))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self._number))


class _PageRow(_Row):
    def __init__(self, theme: Theme, title: str, place: tuple[int, int], *, barred: bool) -> None:
        super().__init__(theme, title, "small", 48, 73)
        self._number, self._count = place
        self._read = False
        self._barred = barred

    def show_place(self, read: Container[str], here: str) -> None:
        self.is_here, self._read = self.page == here, self.page in read
        name = _("Page {number} of {count}: {title}")
        name = name.format(number=self._number, count=self._count, title=self.text())
        self._say(name, _("current") if self.is_here else _("read") if self._read else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._fill(painter, "straw100" if self.is_here else "teal-tint" if self._hovered() else "card")
        if self._barred:
            fill(painter, QRectF(0, 0, theme.px(5), self.height()), theme.color("straw"))
        if self.is_here and theme.is_contrast:
            painter.setPen(QPen(theme.color("straw"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(theme.px(9), 2, -theme.px(8), -2))
        middle = self.height() / 2
        size = theme.px(18)
        mark = QRectF(theme.px(45), middle - size / 2, size, size)
        if self.is_here:
            draw_icon(painter, "chevron-right", mark, theme.color("ink"), line=3)
        elif self._read:
            draw_icon(painter, "check", mark, theme.color("ink"), line=2.4)
        else:
            painter.setPen(QPen(theme.color("line2"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(mark.center(), theme.px(4), theme.px(4))
        self._paint_words(painter, "ink" if self.is_here else "ink2")
