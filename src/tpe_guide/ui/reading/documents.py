"""The pages of a guide as documents: the ones just read and the ones next to come are kept ready."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from tpe_guide.guide.depth import Depth, spans_in
from tpe_guide.guide.library import Library
from tpe_guide.guide.model import Page, Source
from tpe_guide.i18n import _
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.reading.document import PageDocument
from tpe_guide.ui.reading.measure import ASIDE, Measure, measure_for
from tpe_guide.ui.reading.pages import FigureMaker, Personal, build_aside, build_page, drawn
from tpe_guide.ui.reading.reading_view import ReadingView

CAPACITY = 24
AFTER_PAINT_MS = 30
"""Long enough for the page that was asked for to be on screen first."""

_Key = tuple[str, str, Depth, Measure, bool]


def _nothing(page_id: str) -> Personal:
    return Personal()


class _Ahead(NamedTuple):
    """A document to build before it is asked for."""

    page_id: str
    view: ReadingView
    inline_asides: bool
    is_aside: bool = False


class PageDocuments(QObject):
    """Builds documents when they are asked for, and the neighbours of a page before they are.

    Every *width* is that of the view's viewport in px; a document is returned laid out for it.
    """

    def __init__(
        self,
        library: Library,
        theme: Theme,
        parent: QObject | None = None,
        *,
        personal: Callable[[str], Personal] = _nothing,
        figure: FigureMaker = drawn,
    ) -> None:
        super().__init__(parent)
        self._personal = personal
        """What a page says to this reader alone."""
        self._figure = figure
        self._library = library
        self._theme = theme
        self._depth: Depth = "full"
        self._kept: OrderedDict[_Key, PageDocument | None] = OrderedDict()
        self._ahead: list[_Ahead] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_PAINT_MS)
        self._timer.timeout.connect(self._build_one_ahead)

    def set_theme(self, theme: Theme) -> None:
        """Build in *theme* from now on."""
        if theme != self._theme:
            self._theme = theme
            self._ahead.clear()
            self._kept.clear()

    def forget(self, page_id: str) -> None:
        """Build the page anew when it is next asked for."""
        for key in [key for key in self._kept if key[1] == page_id]:
            del self._kept[key]

    def set_depth(self, depth: Depth) -> None:
        """Build at *depth* from now on; what was built at another one is kept."""
        if depth != self._depth:
            self._depth = depth
            self._ahead.clear()

    def main(self, page_id: str, width: float, *, inline_asides: bool) -> PageDocument:
        """The text of a page. *inline_asides*: with its “Sources differ” cards, as nothing stands beside it.

        Raises NoSuchPage.
        """
        measure, depth = measure_for(width, self._theme), self._depth

        def build() -> PageDocument:
            page = self._library.page(page_id)
            return build_page(
                page,
                self._place(page_id),
                self._library.version,
                self._theme,
                measure,
                depth=depth,
                inline_asides=inline_asides,
                personal=self._personal(page_id),
                figure=self._figure,
            )

        document = self._kept_or(("main", page_id, depth, measure, inline_asides), build, width)
        assert document is not None
        return document

    def aside(self, page_id: str, width: float) -> PageDocument | None:
        """The “Sources differ” cards of a page, for the column beside it; None if it has none.

        Raises NoSuchPage.
        """

        depth = self._depth

        def build() -> PageDocument | None:
            return build_aside(self._library.page(page_id), self._theme, ASIDE, depth)

        return self._kept_or(("aside", page_id, depth, ASIDE, False), build, width)

    def prebuild_neighbours(
        self, page_id: str, view: ReadingView, *, inline_asides: bool, aside: ReadingView | None = None
    ) -> None:
        """Once this page is painted, make those after and before it ready for *view*: turning is then a swap.

        Their asides too, where the view *aside* shows them. Raises NoSuchPage.
        """
        self._ahead.clear()
        before, after = self._library.neighbours(page_id)
        for neighbour in (after, before):
            if neighbour is not None:
                self._ahead.append(_Ahead(neighbour, view, inline_asides))
                if aside is not None:
                    self._ahead.append(_Ahead(neighbour, aside, inline_asides, is_aside=True))
        if self._ahead:
            self._timer.start()

    def _build_one_ahead(self) -> None:
        if not self._ahead:
            return
        ahead = self._ahead.pop(0)
        if not isValid(ahead.view):  # its window was closed meanwhile
            self._ahead.clear()
            return
        width = ahead.view.viewport().width()
        document = (
            self.aside(ahead.page_id, width)
            if ahead.is_aside
            else self.main(ahead.page_id, width, inline_asides=ahead.inline_asides)
        )
        if document is not None:
            document.lay_out()
            ahead.view.prepare(document)
        if self._ahead:
            self._timer.start()

    def _kept_or(self, key: _Key, build: Callable[[], PageDocument | None], width: float) -> PageDocument | None:
        if not self._has(key):
            self._kept[key] = build()
            if len(self._kept) > CAPACITY:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        document = self._kept[key]
        if document is not None:
            document.fit(width)
        return document

    def _has(self, key: _Key) -> bool:
        if key not in self._kept:
            return False
        document = self._kept[key]
        return document is None or isValid(document)  # the one on show goes with its view

    def _place(self, page_id: str) -> str:
        number = self._library.position(page_id)[0]
        title = self._library.chapter_of(page_id).title
        return _("Chapter {number} · {title}").format(number=number, title=title)


def sources_of(page: Page, facts: str) -> list[Source]:
    """The sources that the mark of *facts* on *page* stands for, in the order of their numbers."""
    numbers = {
        int(number)
        for span in spans_in(page)
        if span.kind == "cite" and span.target == facts
        for number in span.text.split(",")
    }
    return [source for source in page.sources if source.number in numbers]
