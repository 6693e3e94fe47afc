"""The contents of the guide: every chapter with its pages, and how much is read."""

from __future__ import annotations

from collections.abc import Container

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tpe_guide.guide.library import Library
from tpe_guide.guide.model import Chapter
from tpe_guide.i18n import _
from tpe_guide.navigation import Locator
from tpe_guide.pictures.registry import PictureRecord, pictures_of
from tpe_guide.ui.guide.rail_rows import ChapterRow, PageRow, ReadingProgress, Row, WayRow
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.paint_area import paint_area
from tpe_guide.ui.kit.progress import ProgressBar
from tpe_guide.ui.kit.scrolling import scroll_bar_style
from tpe_guide.ui.kit.theme import Theme


class ContentsList(QScrollArea):
    """All pages of the guide by chapter; those that are marked stand before them all."""

    chosen = Signal(Locator)

    def __init__(
        self,
        theme: Theme,
        library: Library,
        progress: ReadingProgress,
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
        self.rows: list[Row] = []
        self._progress = progress
        self._build()

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
        self._head.show_read(self._progress.read)
        column.addWidget(self._head)
        column.addLayout(self._make_words())
        self._add_marked(column)
        for number, chapter in enumerate(self._library.chapters, 1):
            self._add_chapter(column, chapter, number)
        column.addStretch(1)
        self.setWidget(inside)

    def _make_words(self) -> QHBoxLayout:
        words = Button(self._theme, _("All words"), "text", icon="book-a", size="link", padding=8)
        words.setObjectName("words")
        words.setAccessibleName(_("All words, with what they mean"))
        words.clicked.connect(self._choose_words)
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

    def _add_marked(self, column: QVBoxLayout) -> None:
        library, theme = self._library, self._theme
        marked = [page for page in reversed(self._progress.marked) if page in library.order]
        if not marked:
            return
        head = Label(theme, _("Pages you marked"), "small-strong")
        head.setContentsMargins(theme.px(32), 0, 0, theme.px(8))
        column.addWidget(head)
        for index, page in enumerate(marked, 1):
            self._add(column, PageRow(theme, page, library.page_title(page), (index, len(marked)), barred=False))
        column.addWidget(_Tail(theme, False))
        column.addSpacing(theme.px(16))

    def _add_chapter(self, column: QVBoxLayout, chapter: Chapter, number: int) -> None:
        library = self._library
        current = self._progress.here in chapter.pages
        self._add(column, ChapterRow(self._theme, chapter, number, len(library.chapters)))
        for index, page in enumerate(chapter.pages, 1):
            place = (index, len(chapter.pages))
            self._add(column, PageRow(self._theme, page, library.page_title(page), place, barred=current))
        for picture in pictures_of(chapter.pages):
            self._add_picture(column, picture, barred=current)
        if chapter.id in library.checks:
            self._add_check(column, chapter, barred=current)
        column.addWidget(_Tail(self._theme, current))

    def _add_picture(self, column: QVBoxLayout, picture: PictureRecord, *, barred: bool) -> None:
        title = picture.title()
        row = WayRow(self._theme, title, Locator(picture.id), "eye", barred=barred)
        row.setAccessibleName(_("See it in a picture: {title}").format(title=title))
        row.setObjectName(f"see-{picture.id}")
        self._add(column, row)

    def _add_check(self, column: QVBoxLayout, chapter: Chapter, *, barred: bool) -> None:
        place = Locator("check", chapter.id)
        row = WayRow(self._theme, _("Check yourself"), place, "circle-question-mark", barred=barred)
        row.setAccessibleName(_("Check yourself: {title}").format(title=chapter.title))
        row.setObjectName(f"check-{chapter.id}")
        self._add(column, row)

    def _add(self, column: QVBoxLayout, row: Row) -> None:
        row.show_progress(self._progress)
        row.chosen.connect(self.chosen)
        self.rows.append(row)
        column.addWidget(row)

    def _choose_words(self) -> None:
        self.chosen.emit(Locator("words"))


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
        paint_area(painter, self.rect(), self._theme.color("sunken"))
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
        paint_area(painter, QRectF(self.rect()).adjusted(0, 0, -self._theme.border(), 0), self._theme.color("card"))
        if self._current:
            paint_area(painter, QRectF(0, 0, self._theme.px(5), self.height()), self._theme.color("straw"))
