"""The rail beside a page: the pages and pictures of its chapter; folded, where in the chapter one is."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from tpe_guide.guide.library import Library
from tpe_guide.i18n import _
from tpe_guide.navigation import Locator
from tpe_guide.pictures.registry import pictures_of
from tpe_guide.ui.guide.chapter_rows import HEIGHT, LEAST_HEIGHT, ChapterLine, PageLine, WayLine
from tpe_guide.ui.guide.rail_rows import ReadingProgress
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.paint_area import paint_area
from tpe_guide.ui.kit.theme import Theme

WIDTH, FOLDED_WIDTH = 272, 68
"""px at 100 %."""
_AIR = 8


class Rail(QWidget):
    """It has no scroll bar: a chapter too long for its window is seen part by part, by a press or the wheel.

    *at_right*: of the text.
    """

    chosen = Signal(Locator)
    fold_pressed = Signal()
    """It is to be folded, or opened again."""

    def __init__(
        self,
        theme: Theme,
        library: Library,
        progress: ReadingProgress,
        *,
        at_right: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._at_right = at_right
        self._library = library
        self._progress = progress
        self._chapter = ""
        self.folded = False
        self.rows: list[ChapterLine] = []
        self.setObjectName("rail")
        self._head = Label(theme, "", "small", wrap=True)
        self._head.setFont(theme.font("small", weight=700))
        self._place = Label(theme, "", "floor-strong")
        self._place.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._fold = Button(theme, "", "tool", icon=self._icon("close"), icon_only=True, size="tool", icon_size=24)
        self._fold.setObjectName("fold-rail")
        self._fold.clicked.connect(self.fold_pressed)
        self._more = Button(theme, _("More of this chapter"), "text", icon="chevron-down", size="tool", icon_size=20)
        self._more.setObjectName("more-of-chapter")
        self._more.clicked.connect(self._on_more)
        self._shelf = _shelf()
        self._shelf.verticalScrollBar().valueChanged.connect(self._offer_more)
        self._shelf.verticalScrollBar().rangeChanged.connect(self._offer_more)
        self._set_up()
        self.set_folded(False)
        self._fill()

    def set_folded(self, folded: bool) -> None:
        """Show where one is and no more; or all of the chapter."""
        self.folded = folded
        theme = self._theme
        self.setFixedWidth(theme.px(FOLDED_WIDTH if folded else WIDTH))
        self._head.setVisible(not folded)
        self._shelf.setVisible(not folded)
        self._place.setVisible(folded)
        self._fold.set_icon(self._icon("open" if folded else "close"))
        self._fold.setAccessibleName(
            _("Show the pages of this chapter") if folded else _("Hide the pages of this chapter")
        )
        side = (theme.px(FOLDED_WIDTH) - self._fold.sizeHint().width()) // 2
        self._top.setContentsMargins(side if folded else theme.px(16), 0, side if folded else theme.px(10), 0)
        self._share_height()

    def show_progress(self, progress: ReadingProgress) -> None:
        """The reader stands elsewhere, or has read or marked another page."""
        if progress != self._progress:
            self._progress = progress
            self._fill()

    def _icon(self, does: str) -> str:
        return f"panel-{'right' if self._at_right else 'left'}-{does}"

    def first_focus(self) -> QWidget:
        """The row of the page shown."""
        return next(row for row in self.rows if row.is_here)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page shown in sight."""
        super().resizeEvent(event)
        self._share_height()
        QTimer.singleShot(0, self, self._show_here)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sunken ground, with a line where the page begins."""
        painter = QPainter(self)
        paint_area(painter, self.rect(), self._theme.color("sunken"))
        width = self._theme.border()
        painter.setPen(QPen(self._theme.color("line"), width))
        edge = width / 2 if self._at_right else self.width() - width / 2
        painter.drawLine(QPointF(edge, 0), QPointF(edge, self.height()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The row that the keyboard comes to is in sight."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._shelf.ensureWidgetVisible(watched, 0, self._theme.px(4))
        return super().eventFilter(watched, event)

    def _set_up(self) -> None:
        theme = self._theme
        column = tight(QVBoxLayout(self), 0)
        column.setContentsMargins(0, theme.px(_AIR), round(theme.border()), theme.px(_AIR))
        self._top = QHBoxLayout()
        self._top.setSpacing(theme.px(8))
        self._top.addWidget(self._head, 1)
        self._top.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._top)
        column.addSpacing(theme.px(4))
        column.addWidget(self._place)
        column.addWidget(self._shelf, 1)
        column.addWidget(self._more)
        column.addStretch(0)

    def _fill(self) -> None:
        """Say where the reader stands; another chapter has other rows."""
        library, here = self._library, self._progress.here
        chapter, page, count = library.position(here)
        self._place.setText(_("Page {number} of {count}").format(number=page, count=count))
        if self._chapter != library.chapter_of(here).id:
            self._chapter = library.chapter_of(here).id
            title = library.chapter_of(here).title
            self._head.setText(_("{number} · {title}").format(number=chapter, title=title))
            self._make_rows()
        for row in self.rows:
            row.show_progress(self._progress)
        QTimer.singleShot(0, self, self._show_here)

    def _make_rows(self) -> None:
        self.rows = [*self._lines()]
        inside = QWidget()
        column = tight(QVBoxLayout(inside), 0)
        for row in self.rows:
            row.chosen.connect(self.chosen)
            row.installEventFilter(self)
            column.addWidget(row)
        column.addStretch(1)
        self._shelf.setWidget(inside)
        self._share_height()
        inside.setAutoFillBackground(False)

    def _share_height(self) -> None:
        """Rows as the design has them; a little lower where all of them then have room."""
        room = self.height() - self._shelf.y() - self._theme.px(_AIR)
        fits = any(self._height_of_rows(least) <= room for least in (HEIGHT, LEAST_HEIGHT))
        self._more.setVisible(not fits and not self.folded)

    def _height_of_rows(self, least: int) -> int:
        """px of all of them, each at least *least* px high at 100 %."""
        for row in self.rows:
            row.set_least(least)
        width = self._theme.px(WIDTH) - round(self._theme.border())
        return sum(row.heightForWidth(width) for row in self.rows)

    def _lines(self) -> Iterator[ChapterLine]:
        theme, library = self._theme, self._library
        chapter = library.chapter_of(self._progress.here)
        for index, page in enumerate(chapter.pages, 1):
            yield PageLine(theme, page, library.page_title(page), (index, len(chapter.pages)))
        for picture in pictures_of(chapter.pages):
            title = picture.title()
            row = WayLine(theme, title, Locator(picture.id), "image")
            row.setAccessibleName(_("See it in a picture: {title}").format(title=title))
            row.setObjectName(f"see-{picture.id}")
            yield row
        if chapter.id in library.checks:
            row = WayLine(theme, _("Check yourself"), Locator("check", chapter.id), "circle-question-mark")
            row.setAccessibleName(_("Check yourself: {title}").format(title=chapter.title))
            row.setObjectName(f"check-{chapter.id}")
            yield row

    def _show_here(self) -> None:
        if self.rows:
            self._shelf.ensureWidgetVisible(self.first_focus(), 0, self._theme.px(60))

    def _offer_more(self) -> None:
        """Say whether the rest of the chapter is below or above."""
        bar = self._shelf.verticalScrollBar()
        at_end = bar.value() == bar.maximum()
        self._more.set_words(
            _("Back to its beginning") if at_end else _("More of this chapter"),
            icon="chevron-up" if at_end else "chevron-down",
        )

    def _on_more(self) -> None:
        bar = self._shelf.verticalScrollBar()
        bar.setValue(0 if bar.value() == bar.maximum() else bar.value() + bar.pageStep())


def _shelf() -> QScrollArea:
    shelf = QScrollArea()
    shelf.setFrameShape(QFrame.Shape.NoFrame)
    shelf.setWidgetResizable(True)
    shelf.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    shelf.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    shelf.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    shelf.viewport().setAutoFillBackground(False)
    shelf.setAccessibleName(_("Pages of this chapter"))
    return shelf
