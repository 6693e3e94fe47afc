"""Shows one page of the guide: text that can be selected, cards beneath it, links for keys, touch and mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from tpe_guide.ui.icons import draw_icon
from tpe_guide.ui.reading import accessible
from tpe_guide.ui.reading.cards import paint_card
from tpe_guide.ui.reading.document import Geometry, Link, PageDocument
from tpe_guide.ui.reading.writer import OBJECT
from tpe_guide.ui.scrolling import scroll_bar_style
from tpe_guide.ui.theme import Theme

_RING = 3
_KEY_STEP = 62
"""px at 100 % that an arrow key scrolls: two lines."""


class ReadingView(QTextBrowser):
    """Paints a PageDocument. Tab walks its links, Enter follows them, arrow keys and Space scroll.

    It paints its own focus ring, around a link. *selectable*: words can be marked and copied (not at a kiosk).
    """

    word_activated = Signal(str)
    """A glossary term id."""
    page_activated = Signal(str)
    """A page id."""
    cite_activated = Signal(str)
    """Fact ids, space-separated."""
    width_changed = Signal(int)
    """The viewport has another width, in px: another measure may fit it better."""

    def __init__(self, theme: Theme, *, selectable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        accessible.install()
        self._selectable = selectable
        self._page: PageDocument | None = None
        self._focused = -1
        self._keys_in_use = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there, or a page that needs it would be laid out for another width than its neighbours.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setContextMenuPolicy(
            Qt.ContextMenuPolicy.DefaultContextMenu if selectable else Qt.ContextMenuPolicy.NoContextMenu
        )
        flags = Qt.TextInteractionFlag.LinksAccessibleByMouse
        if selectable:
            flags |= Qt.TextInteractionFlag.TextSelectableByMouse
        self.setTextInteractionFlags(flags)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.anchorClicked.connect(self._on_anchor_clicked)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        self.set_theme(theme)
