"""The guide at a glance: what you may ask, and the chapters that answer it, one of them open."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tpe_guide.guide.library import Library
from tpe_guide.guide.model import Part
from tpe_guide.i18n import _, _n
from tpe_guide.navigation import Locator
from tpe_guide.settings import Settings
from tpe_guide.ui.guide.chapter_card import ChapterCard, ChapterSums
from tpe_guide.ui.guide.contents_rows import ContentsRow, PageLine
from tpe_guide.ui.guide.contents_state import ContentsState
from tpe_guide.ui.guide.part_block import PartBlock
from tpe_guide.ui.guide.rail_rows import ReadingProgress
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import NO_LIMIT, beside_if, tight
from tpe_guide.ui.kit.screen import Screen
from tpe_guide.ui.kit.scrolling import KeptInSight
from tpe_guide.ui.kit.theme import Theme

if TYPE_CHECKING:
    from tpe_guide.ui.guide.take_home import TakeHome

COLUMNS_FROM, BESIDE_FROM = 1240, 720
"""px at 100 %: the questions stand side by side; the title and the way to the search do."""
_SEARCH_WIDTH = 520
MARKED = "marked"
"""The name of the block of marked pages."""


class ContentsPage(Screen):
    """Two presses lead to any page: its chapter, then the page. *searches*: there is a search to lead to.

    *take_home* makes a booklet of it all; None: where no file may be saved.
    """

    chosen = Signal(Locator)

    def __init__(
        self,
        theme: Theme,
        library: Library,
        settings: Settings,
        state: ContentsState,
        *,
        searches: bool,
        take_home: TakeHome | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._library = library
        self._settings = settings
        self._state = state
        self._take_home = take_home
        self._progress = ReadingProgress(settings.read_pages, settings.last_page, settings.bookmarks)
        state.begin(library, settings.last_page)
        self._cards: list[ChapterCard] = []
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(theme.px(14))
        self._add_top(searches)
        self._marked = self._marked_block()
        if self._marked is not None:
            self._column.addWidget(self._marked)
        self._blocks = [self._block(number, part) for number, part in enumerate(self._parts())]
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._columns.setSpacing(theme.px(18))
        for block in self._blocks:
            self._columns.addWidget(block, 1, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(self._columns)
        self._add_below()
        self._column.addStretch(1)
        area = self._set_up(inside)
        self._sight = KeptInSight(area, theme.px(80))
        self._show_open()
        self._arrange()

    def first_focus(self) -> QWidget:
        """The line that was pressed last, or where the reader stopped, or the first chapter."""
        first = self._line_pressed() or self._opened_card() or self._cards[0].head
        self._sight.keep(first)
        return first

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns or blocks, by the room for words."""
        self._arrange()

    # --- its parts --------------------------------------------------------------------------------------------

    def _add_top(self, searches: bool) -> None:
        theme = self._theme
        title = Label(theme, _("The guide"), "h1")
        title.setObjectName("page-title")
        self._top = tight(QBoxLayout(QBoxLayout.Direction.LeftToRight), theme.px(12))
        self._top.addWidget(title, 1)
        self._search: Button | None = None
        if searches:
            self._search = Button(
                theme, _("A word, or what you feel"), "quiet", icon="search", size="inner", role="body"
            )
            self._search.setObjectName("search-the-guide")
            self._search.setAccessibleName(_("Search: a word, or what you feel"))
            self._search.setProperty("locator", Locator("search"))
            self._search.clicked.connect(self._choose)
            self._top.addWidget(self._search)
        self._column.addLayout(self._top)

    def _parts(self) -> Iterable[Part]:
        """The questions; of a guide that names none, all chapters in one."""
        everything = Part(_("All chapters"), "book-open", tuple(chapter.id for chapter in self._library.chapters))
        return self._library.parts or (everything,)

    def _block(self, number: int, part: Part) -> PartBlock:
        cards = [self._card(name) for name in part.chapters]
        spent = sum(self._sums(name).minutes for name in part.chapters)
        chapters = _n("{count} chapter", "{count} chapters", len(cards)).format(count=len(cards))
        sums = chapters + " · " + _("{count} min").format(count=spent)
        block = PartBlock(self._theme, f"question-{number}", part.question, part.icon, sums, cards)
        block.folded.connect(self._fold)
        return block

    def _card(self, name: str) -> ChapterCard:
        chapter = next(chapter for chapter in self._library.chapters if chapter.id == name)
        card = ChapterCard(self._theme, self._library, chapter, self._sums(name), self._progress)
        card.pressed.connect(self._press)
        card.chosen.connect(self._follow)
        self._cards.append(card)
        return card

    def _sums(self, name: str) -> ChapterSums:
        chapter = next(chapter for chapter in self._library.chapters if chapter.id == name)
        return ChapterSums.of(chapter, self._library, self._settings)

    def _marked_block(self) -> PartBlock | None:
        """The pages that the person marked, the latest first."""
        theme, library = self._theme, self._library
        marked = [page for page in reversed(self._settings.bookmarks) if page in library.order]
        if not marked:
            return None
        card = Card(theme)
        edge = theme.px(10)  # the lines stay clear of the round corners
        column = QVBoxLayout(card)
        column.setContentsMargins(2, edge, 2, edge)
        rows = []
        for number, page in enumerate(marked, 1):
            row = PageLine(theme, page, library.page_title(page), (number, len(marked)), self._progress, lined=False)
            row.setObjectName(f"marked-{page}")
            row.chosen.connect(self._follow)
            rows.append(row)
        column.addWidget(Flow(theme, rows, least=340, most=3, gap=0))
        pages = _n("{count} page", "{count} pages", len(marked)).format(count=len(marked))
        block = PartBlock(theme, MARKED, _("Pages you marked"), "bookmark", pages, [card])
        block.folded.connect(self._fold)
        return block

    def _add_below(self) -> None:
        """What is about the guide itself, and other ways into it."""
        theme = self._theme
        self._below = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._below.setSpacing(theme.px(18))
        self._below.addWidget(self._about(), 1, Qt.AlignmentFlag.AlignTop)
        ways = []
        for words, icon, place, name in (
            (_("All words"), "book-a", Locator("words"), "words"),
            (_("All pictures"), "image", Locator("pictures"), "contents-pictures"),
        ):
            ways.append(self._way(words, icon, place, name))
        ways += self._ways_home()
        others = QWidget()
        column = tight(QVBoxLayout(others), theme.px(8))
        column.addWidget(Flow(theme, ways, least=190, most=2, gap=18))
        done, total = sum(page in self._settings.read_pages for page in self._library.order), len(self._library.order)
        read = _("{done} of {total} pages read. Minutes are a guess.").format(done=done, total=total)
        column.addWidget(Label(theme, read, "small", color="ink2"))
        self._below.addWidget(others, 2, Qt.AlignmentFlag.AlignTop)
        self._column.addSpacing(theme.px(4))
        self._column.addLayout(self._below)

    def _about(self) -> QWidget:
        """What is about the guide itself."""
        about = QWidget()
        column = tight(QVBoxLayout(about), self._theme.px(18))
        for name in self._library.below:
            column.addWidget(self._card(name))
        column.addWidget(self._way(_("How this app helps you"), "person-standing", Locator("helps"), "contents-helps"))
        return about

    def _way(self, words: str, icon: str, place: Locator, name: str) -> Button:
        way = Button(self._theme, words, "quiet", icon=icon, size="snug")
        way.setObjectName(name)
        way.setProperty("locator", place)
        way.clicked.connect(self._choose)
        return way

    def _ways_home(self) -> list[Button]:
        """To have all of it on paper, or on a phone."""
        if self._take_home is None:
            return []
        ways = []
        for words, icon, save, name in (
            (_("Save a booklet (PDF)"), "file-down", self._save_pdf, "take-home-pdf"),
            (_("Save for a phone (EPUB)"), "book-open", self._save_epub, "take-home-epub"),
        ):
            way = Button(self._theme, words, "quiet", icon=icon, size="snug")
            way.setObjectName(name)
            way.clicked.connect(save)
            ways.append(way)
        return ways

    # --- what is shown ----------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        theme, width = self._theme, self.width()
        wide = width >= COLUMNS_FROM * theme.scale
        beside = width >= theme.px(BESIDE_FROM)
        side = theme.px(40 if beside else 16 if width >= theme.px(300) else 8)
        self._column.setContentsMargins(side, theme.px(16), side, theme.px(16))
        self._top.setDirection(beside_if(beside))
        if self._search is not None:
            self._search.setMaximumWidth(theme.px(_SEARCH_WIDTH) if beside else NO_LIMIT)
        for layout in (self._columns, self._below):
            layout.setDirection(beside_if(wide))
        for block in self._all_blocks():
            folds = not wide or block.name == MARKED
            block.show_as(folds=folds, folded=block.name in self._state.folded)

    def _all_blocks(self) -> list[PartBlock]:
        return [*self._blocks, self._marked] if self._marked is not None else self._blocks

    def _show_open(self) -> None:
        for card in self._cards:
            card.show_open(card.chapter.id == self._state.opened)

    def _line_pressed(self) -> ContentsRow | None:
        rows = [row for card in self._cards for row in card.rows]
        pressed = next((row for row in rows if row.leads_to == self._state.pressed), None)
        return pressed or next((card.here for card in self._cards if card.here is not None), None)

    def _opened_card(self) -> QWidget | None:
        return next((card.head for card in self._cards if card.is_open), None)

    # --- what is pressed --------------------------------------------------------------------------------------

    def _press(self, chapter: str) -> None:
        self._state.press(chapter)
        self._state.pressed = None
        self._show_open()
        self._sight.keep(next(card for card in self._cards if card.chapter.id == chapter))

    def _fold(self, name: str) -> None:
        self._state.fold(name)
        self._arrange()

    def _follow(self, locator: Locator) -> None:
        self._state.pressed = locator
        self.chosen.emit(locator)

    def _save_pdf(self) -> None:
        assert self._take_home is not None
        self._take_home.save_pdf(self.window(), self._theme)

    def _save_epub(self) -> None:
        assert self._take_home is not None
        self._take_home.save_epub(self.window(), self._theme)

    def _choose(self) -> None:
        self.chosen.emit(self.sender().property("locator"))
