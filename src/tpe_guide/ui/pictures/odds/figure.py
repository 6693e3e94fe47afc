"""A picture of how often in the flow of a page: its arrays without their words, which stand about it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap

from tpe_guide import paths
from tpe_guide.errors import CannotRunHere
from tpe_guide.guide.library import load_compiled
from tpe_guide.i18n import SOURCE_LANGUAGE
from tpe_guide.pictures.odds.array import Layout, laid_out
from tpe_guide.pictures.odds.words import OddsWords, Picture
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.pictures.odds.array_view import MOST_SIDE
from tpe_guide.ui.pictures.odds.painting import paint_lines, picture_of
from tpe_guide.ui.reading.figures import is_screen
from tpe_guide.ui.reading.measure import COLUMN

_PREFIX = "odds:"
_GAP = 24


def odds_figure(name: str, theme: Theme) -> OddsFigure | None:
    """The picture that ``odds:…`` names; None if there is none. Its numbers are those of any language."""
    compiled = paths.compiled_dir() / f"odds.{SOURCE_LANGUAGE}.json"
    try:
        words = _words(compiled, compiled.stat().st_mtime_ns)
    except (OSError, CannotRunHere):
        return None
    picture = words.picture(name.removeprefix(_PREFIX))
    return OddsFigure(picture, theme) if picture is not None else None


@lru_cache(maxsize=2)
def _words(path: Path, changed: int) -> OddsWords:
    """Of the file at *path*, which was *changed* at that time: an author may change it while we run."""
    return OddsWords(load_compiled("odds", SOURCE_LANGUAGE))


class OddsFigure:
    """The arrays of *picture* side by side; beyond 200 % they grow no more."""

    inset = 0.0

    def __init__(self, picture: Picture, theme: Theme) -> None:
        self._arrays = [group.array for group in picture.groups]
        self._mark = picture.mark
        self._theme = theme
        self._painted: dict[tuple[Layout, float], list[QPixmap]] = {}

    def size(self, width: float) -> QSizeF:
        """Its size in px where *width* px are free."""
        width = min(width, self._theme.px(COLUMN))
        return QSizeF(width, self._layout(width).height)

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """On a screen pixmaps made once; on paper their lines."""
        layout = self._layout(rect.width())
        places = [rect.topLeft() + QPointF(at * (layout.width + self._gap), 0) for at in range(len(self._arrays))]
        if not is_screen(painter):
            for array, place in zip(self._arrays, places, strict=True):
                paint_lines(painter, array, self._mark, layout, place, self._theme)
            return
        for pixmap, place in zip(self._pixmaps(layout, painter.device().devicePixelRatio()), places, strict=True):
            painter.drawPixmap(place, pixmap)

    def _pixmaps(self, layout: Layout, ratio: float) -> list[QPixmap]:
        if (layout, ratio) not in self._painted:
            mirrored = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
            made = [
                picture_of(array, self._mark, layout, self._theme, ratio, mirrored=mirrored) for array in self._arrays
            ]
            self._painted = {(layout, ratio): made}
        return self._painted[layout, ratio]

    @property
    def _gap(self) -> int:
        return self._theme.px(_GAP)

    def _layout(self, width: float) -> Layout:
        """No higher than wide."""
        whole, count = self._arrays[0].of, len(self._arrays)
        each = (width - (count - 1) * self._gap) / count
        return laid_out(whole, each, each, self._theme.px(MOST_SIDE[whole]))
