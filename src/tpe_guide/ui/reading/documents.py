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
from tpe_guide.ui.reading.measure import BELOW_HEAD, Measure, measure_for
from tpe_guide.ui.reading.pages import FigureMaker, Personal, build_page, drawn
from tpe_guide.ui.reading.reading_view import ReadingView

CAPACITY = 24
AFTER_PAINT_MS = 30
"""Long enough for the page that was asked for to be on screen first."""


class Setting(NamedTuple):
    """How pages are set in a window, but for their width."""

    beside: bool = False
    """“Sources differ” stands beside the text."""
    brief: bool = False
    """The line above the title tells the place in numbers: no rail stands beside it."""


_IN_TEXT = Setting()
_Key = tuple[str, Depth, Measure, Setting]


def _nothing(page_id: str) -> Personal:
    return Personal()


class _Ahead(NamedTuple):
    """A document to build before it is asked for."""

    page_id: str
    view: ReadingView
    setting: Setting


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
        self._kept: OrderedDict[_Key, PageDocument] = OrderedDict()
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
        for key in [key for key in self._kept if key[0] == page_id]:
            del self._kept[key]

    def set_depth(self, depth: Depth) -> None:
        """Build at *depth* from now on; what was built at another one is kept."""
        if depth != self._depth:
            self._depth = depth
            self._ahead.clear()

    def main(self, page_id: str, width: float, setting: Setting = _IN_TEXT) -> PageDocument:
        """The text of a page.

        Raises NoSuchPage.
        """
        measure = measure_for(width, self._theme, beside=setting.beside)
        measure = measure._replace(top=min(measure.top, BELOW_HEAD))
        key = (page_id, self._depth, measure, setting)
        if key not in self._kept or not isValid(self._kept[key]):  # the one on show goes with its view
            self._kept[key] = self._build(page_id, measure, setting)
            if len(self._kept) > CAPACITY:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        document = self._kept[key]
        document.fit(width)
        return document

    def prebuild_neighbours(self, page_id: str, view: ReadingView, setting: Setting = _IN_TEXT) -> None:
        """Once this page is painted, make those after and before it ready for *view*: turning is then a swap.

        Raises NoSuchPage.
        """
        before, after = self._library.neighbours(page_id)
        self._ahead = [_Ahead(each, view, setting) for each in (after, before) if each is not None]
        if self._ahead:
            self._timer.start()

    def _build(self, page_id: str, measure: Measure, setting: Setting) -> PageDocument:
        return build_page(
            self._library.page(page_id),
            self._place(page_id, brief=setting.brief),
            self._library.version,
            self._theme,
            measure,
            depth=self._depth,
            personal=self._personal(page_id),
            figure=self._figure,
        )

    def _build_one_ahead(self) -> None:
        if not self._ahead:
            return
        ahead = self._ahead.pop(0)
        if not isValid(ahead.view):  # its window was closed meanwhile
            self._ahead.clear()
            return
        document = self.main(ahead.page_id, ahead.view.viewport().width(), ahead.setting)
        document.lay_out()
        ahead.view.prepare(document)
        if self._ahead:
            self._timer.start()

    def _place(self, page_id: str, *, brief: bool) -> str:
        chapter, number, count = self._library.position(page_id)
        if brief:
            return _("Chapter {chapter}, page {number} of {count}").format(chapter=chapter, number=number, count=count)
        title = self._library.chapter_of(page_id).title
        return _("Chapter {number} · {title}").format(number=chapter, title=title)


def sources_of(page: Page, facts: str) -> list[Source]:
    """The sources that the mark of *facts* on *page* stands for, in the order of their numbers."""
    numbers = {
        int(number)
        for span in spans_in(page)
        if span.kind == "cite" and span.target == facts
        for number in span.text.split(",")
    }
    return [source for source in page.sources if source.number in numbers]
