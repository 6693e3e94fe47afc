"""The nurse's page as pictures; those that the next tap is likely to ask for are made ahead, beside the window.

To set a page takes three looks at how tightly it must be set, each as long as all the rest: no tap can wait for that
and feel like one. What is known is forgotten with the person whose page it is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage

from tpe_guide.errors import TpeGuideError
from tpe_guide.summary.papers import INCHES, Paper
from tpe_guide.summary.report import Report
from tpe_guide.summary.request import PARTS, Request
from tpe_guide.ui.kit.beside import LONGEST_SECONDS, Beside

MOST = 24
"""Pages of so many taps are kept, as files of pictures: some 200 KB each."""
REST_MS = 150
"""After a page is shown, so that nobody waits for another while this one is painted."""


class Asked(NamedTuple):
    """A page, its paper, and its pixels to the inch."""

    report: Report
    paper: Paper
    ppi: float

    @property
    def seen(self) -> Asked:
        """What the picture shows: the date of the document is not seen on it, only the minute at which it was made."""
        return self._replace(report=self.report._replace(printed_at=""), ppi=round(self.ppi, 3))


class MadeAhead(QObject):
    """Makes pages, and keeps the last ones."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: dict[Asked, list[bytes]] = {}
        self._wanted: list[Asked] = []
        self._turn = 0
        """How often all was forgotten: what was begun before is of nobody."""
        self._beside = Beside(self)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._make_next)

    @property
    def busy(self) -> bool:
        """There is something likely that is not made yet."""
        return self._rest.isActive() or bool(self._wanted) or self._beside.busy

    def pictures(self, report: Report, paper: Paper, ppi: float) -> list[QImage]:
        """Each page of *report* on *paper*, *ppi* pixels to the inch; made now, if it was not yet."""
        asked = Asked(report, paper, ppi)
        if asked.seen not in self._known:
            self._keep(asked, _pages(asked))
        return [QImage.fromData(page) for page in self._known[asked.seen]]

    def prepare(self, likely: Sequence[Asked]) -> None:
        """Make *likely* pages ahead, the likeliest first; of those before, which were not made yet, none."""
        self._wanted = [each for each in likely if each.seen not in self._known]
        self._rest.start()

    def forget(self) -> None:
        """The page is another person's from now on, or nobody's."""
        self._turn += 1
        self._rest.stop()
        self._wanted.clear()
        self._known.clear()

    def finish(self) -> None:
        """The window is closed: forget, and wait for the page that is being made."""
        self.forget()
        self._beside.wait(LONGEST_SECONDS)

    def _make_next(self) -> None:
        if self._wanted and not self._beside.busy:
            asked = self._wanted.pop(0)
            made = partial(self._on_made, self._turn, asked)
            self._beside.run(partial(_pages, asked), made, self._on_failed)

    def _on_made(self, turn: int, asked: Asked, pages: list[bytes]) -> None:
        if turn == self._turn:
            self._keep(asked, pages)
        self._make_next()

    def _on_failed(self, error: TpeGuideError) -> None:
        """Whoever asks for that page is told why."""
        self._make_next()

    def _keep(self, asked: Asked, pages: list[bytes]) -> None:
        self._known[asked.seen] = pages
        if len(self._known) > MOST:
            del self._known[next(iter(self._known))]


def likely(
    made: Callable[[Request], Report | None], request: Request, shown: Paper, ppi: float, *, parts: bool
) -> list[Asked]:
    """What the next tap may ask for: another paper; and with *parts*, which can be chosen, one more or one less.

    *made* makes the page of a request; that of *request* is shown at *ppi*, another paper as wide. Nothing where there
    is no page.
    """
    if not ppi:
        return []
    width = ppi * INCHES[shown][0]
    papers = [(request, paper) for paper in INCHES if paper != shown]
    toggled = [(request._replace(parts=request.parts ^ {part}), shown) for part in PARTS if parts]
    try:
        pages = [(made(each), paper) for each, paper in (*papers, *toggled)]
    except TpeGuideError:  # whoever taps is told
        return []
    return [Asked(report, paper, width / INCHES[paper][0]) for report, paper in pages if report is not None]


def _pages(asked: Asked) -> list[bytes]:
    from tpe_guide.summary import typeset

    return typeset.to_png(*asked)
