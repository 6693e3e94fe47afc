"""A chapter in the contents: how much of it is read, how long it takes; open, its pages and pictures too."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from tpe_guide.guide.depth import Depth
from tpe_guide.guide.library import Library
from tpe_guide.guide.model import Chapter
from tpe_guide.guide.pace import minutes
from tpe_guide.i18n import _, _n
from tpe_guide.navigation import Locator
from tpe_guide.pictures.registry import PictureRecord, pictures_of
from tpe_guide.settings import Settings
from tpe_guide.ui.guide.contents_rows import ContentsRow, PageLine
from tpe_guide.ui.guide.rail_rows import ReadingProgress
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.fitted_text import FittedText
from tpe_guide.ui.kit.icons import draw_icon
from tpe_guide.ui.kit.paint_area import paint_area
from tpe_guide.ui.kit.pressable import Pressable
from tpe_guide.ui.kit.tab_order import stop_in_order
from tpe_guide.ui.kit.theme import Theme

_LEAST, _PAD, _RING, _GAP, _CHEVRON = 80, 16, 36, 12, 24
_RING_FROM = 220
"""px at 100 %: in less, the words need the room, which say the same."""
_RADIUS = 18


class ChapterSums(NamedTuple):
    """What is counted of a chapter."""

    read: int
    pages: int
    minutes: int
    """To read all of it at the depth that is shown."""
    pictures: int

    @classmethod
    def of(cls, chapter: Chapter, library: Library, settings: Settings) -> ChapterSums:
        """Those of *chapter* for one who has chosen *settings*."""
        depth: Depth = settings.depth  # type: ignore[assignment]
        words = sum(library.words(page, depth) for page in chapter.pages)
        read = sum(page in settings.read_pages for page in chapter.pages)
        pictures = sum(1 for __ in pictures_of(chapter.pages))
        return cls(read, len(chapter.pages), minutes(words, settings.paces), pictures)

    def say(self) -> str:
        """All of it in one line."""
        parts = [
            _("{done} of {total} read").format(done=self.read, total=self.pages),
            _("{count} min").format(count=self.minutes),
        ]
        if self.pictures:
            parts.append(_n("{count} picture", "{count} pictures", self.pictures).format(count=self.pictures))
        return " · ".join(parts)


class ChapterCard(Card):
    """Pressed, it opens below its head; who holds the cards closes the others."""

    chosen = Signal(Locator)
    pressed = Signal(str)
    """The id of the chapter."""

    def __init__(
        self,
        theme: Theme,
        library: Library,
        chapter: Chapter,
        sums: ChapterSums,
        progress: ReadingProgress,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, edge="line2", radius=_RADIUS, parent=parent)
        self.chapter = chapter
        self._library = library
        self._progress = progress
        self.head = _Head(theme, chapter, sums)
        self.head.clicked.connect(self._press)
        self.rows: list[ContentsRow] = []
        edge = round(theme.border(2))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        self._list: QWidget | None = None

    @property
    def is_open(self) -> bool:
        """Its pages are shown."""
        return self._list is not None

    @property
    def here(self) -> ContentsRow | None:
        """The line of the page where the reader stopped, if it is shown."""
        return next((row for row in self.rows if isinstance(row, PageLine) and row.is_here), None)

    def show_open(self, open_: bool) -> None:
        """Show its pages, or only its head."""
        if open_ == self.is_open:
            return
        self.head.show_open(open_)
        self._edge = "ink" if open_ else "line2"
        self._edge_width = self._theme.border(2 if open_ else 1)
        if open_:
            self._list = self._make_list()
            self._column.addWidget(self._list)
            stop_in_order([self.head, *self.rows])  # made last, they would come last by keyboard
        elif self._list is not None:
            self._column.removeWidget(self._list)
            self._list.hide()
            self._list.deleteLater()
            self._list = None
            self.rows = []
        self.update()

    def _make_list(self) -> QWidget:
        theme, library, chapter = self._theme, self._library, self.chapter
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, theme.px(10))  # the last line stays clear of the round corners
        column.setSpacing(0)
        for number, page in enumerate(chapter.pages, 1):
            place = (number, len(chapter.pages))
            self.rows.append(PageLine(theme, page, library.page_title(page), place, self._progress))
        self.rows += [self._picture(picture) for picture in pictures_of(chapter.pages)]
        if chapter.id in library.checks:
            self.rows.append(self._check())
        for row in self.rows:
            row.chosen.connect(self.chosen)
            column.addWidget(row)
        return box

    def _picture(self, picture: PictureRecord) -> ContentsRow:
        row = ContentsRow(self._theme, picture.title(), Locator(picture.id), "image")
        row.setAccessibleName(_("See it in a picture: {title}").format(title=picture.title()))
        row.setObjectName(f"see-{picture.id}")
        return row

    def _check(self) -> ContentsRow:
        place = Locator("check", self.chapter.id)
        row = ContentsRow(self._theme, _("Check yourself"), place, "circle-question-mark")
        row.setAccessibleName(_("Check yourself: {title}").format(title=self.chapter.title))
        row.setObjectName(f"check-{self.chapter.id}")
        return row

    def _press(self) -> None:
        self.pressed.emit(self.chapter.id)


class _Head(Pressable):
    """Ring, title, what is counted of the chapter, and whether it is open."""

    def __init__(self, theme: Theme, chapter: Chapter, sums: ChapterSums) -> None:
        super().__init__(theme, chapter.title, "strong", across=QSizePolicy.Policy.Ignored)
        self.setObjectName(f"chapter-{chapter.id}")
        self._sums = sums
        self._line = FittedText(sums.say(), theme.font("floor"))
        self._open = False
        self.show_open(False)

    def show_open(self, open_: bool) -> None:
        """Its pages are shown below."""
        self._open = open_
        state = _("open") if open_ else _("closed")
        self.setAccessibleName(f"{self.text()}, {self._line.words.replace(' · ', ', ')}, {state}")
        self.update()

    def sizeHint(self) -> QSize:
        """All on one line each."""
        width = self._chrome(10_000) + max(self._title(10_000).width, self._line.width)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A few letters: longer words shrink."""
        return QSize(self._chrome(0) + self._theme.px(40), self._theme.px(_LEAST))

    def heightForWidth(self, width: int) -> int:
        """Grows as the words wrap."""
        return max(self._theme.px(_LEAST), self._words_height(width) + self._theme.px(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        """All of it."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            self._paint_hover(painter)
        if self._shows_ring(self.width()):
            side = theme.px(_RING)
            ring = self._mirrored(QRect(theme.px(_PAD), (self.height() - side) // 2, side, side))
            self._paint_ring(painter, QRectF(ring).adjusted(1, 1, -1, -1))
        room = self._room(self.width())
        title, line = self._title(room), self._line.shrunk_to(room)
        height, gap = title.height_in(room), theme.px(2)
        left, top = self._left(self.width()), (self.height() - self._words_height(self.width())) // 2
        painter.setPen(theme.color("ink"))
        title.paint(painter, self._mirrored(QRect(left, top, room, height)), self._start)
        painter.setPen(theme.color("ink2"))
        below = QRect(left, top + height + gap, room, line.height_in(room))
        line.paint(painter, self._mirrored(below), self._start)
        size = theme.px(_CHEVRON)
        end = self._mirrored(QRect(self.width() - theme.px(_PAD) - size, (self.height() - size) // 2, size, size))
        draw_icon(painter, "chevron-up" if self._open else "chevron-down", QRectF(end), theme.color("teal"))

    def _paint_hover(self, painter: QPainter) -> None:
        theme = self._theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("teal-tint"))
        radius = theme.px(_RADIUS) - 2
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        if self._open:  # the lines follow without a gap
            paint_area(painter, self.rect().adjusted(0, self.height() // 2, 0, 0), theme.color("teal-tint"))

    def _paint_ring(self, painter: QPainter, ring: QRectF) -> None:
        """How many pages are read; a tick when all are."""
        theme, sums = self._theme, self._sums
        done = sums.read == sums.pages
        painter.setPen(QPen(theme.color("ink"), 2))
        painter.setBrush(theme.color("ink" if done else "straw" if sums.read else "card"))
        painter.drawEllipse(ring)
        if done:
            inset = ring.width() * 0.22
            inside = ring.adjusted(inset, inset, -inset, -inset)
            draw_icon(painter, "check", inside, theme.color("card"), line=theme.px(3))
            return
        painter.setPen(theme.color("on-straw" if sums.read else "ink"))
        painter.setFont(theme.font("floor-strong", weight=700))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(sums.read))

    def _title(self, room: int) -> FittedText:
        return FittedText(self.text(), self.font()).shrunk_to(room)

    def _words_height(self, width: int) -> int:
        room = self._room(width)
        return self._title(room).height_in(room) + self._theme.px(2) + self._line.shrunk_to(room).height_in(room)

    def _shows_ring(self, width: int) -> bool:
        return width >= self._theme.px(_RING_FROM)

    def _left(self, width: int) -> int:
        """Where the words begin."""
        return self._theme.px(_PAD + _RING + _GAP if self._shows_ring(width) else _PAD)

    def _chrome(self, width: int) -> int:
        return self._left(width) + self._theme.px(_GAP // 2 + _CHEVRON + _PAD)

    def _room(self, width: int) -> int:
        return max(1, width - self._chrome(width))
