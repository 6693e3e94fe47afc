"""Notes on a page: the “Sources differ” cards and word help, beside the text, or word help alone below it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.reading.document import PageDocument
from tpe_guide.ui.theme import Theme
from tpe_guide.ui.widgets.button import Button
from tpe_guide.ui.widgets.reading_view import ReadingView

ASIDE_WIDTH = 314
RIGHT_MARGIN = 30
TOP_MARGIN = 40
MOST_BELOW = 300
"""px at 100 %: below the text, word help never takes more than this; it scrolls."""


class SideNotes(QWidget):
    """Holds one aside and one help card at a time."""

    cite_activated = Signal(str)
    help_closed = Signal()

    def __init__(self, theme: Theme, *, selectable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.is_beside = False
        self.helping = False
        self._aside = _fitted(ReadingView(theme, selectable=selectable))
        self._aside.setObjectName("aside")
        self._aside.setAccessibleName(_("Sources differ"))
        self._aside.cite_activated.connect(self.cite_activated)
        self._help = _fitted(ReadingView(theme, selectable=selectable))
        self._help.setObjectName("word-help")
        self._help.setAccessibleName(_("Word help"))
        self._close = Button(
            theme, _("Close"), "quiet", icon="x", role="small-strong", height=48, padding=16, icon_size=20
        )
        self._close.setObjectName("close-help")
        self._close.setAccessibleName(_("Close word help"))
        self._close.clicked.connect(self._on_close)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(theme.px(24))
        self._column.addWidget(self._aside)
        self._column.addWidget(self._help)
        self._column.addWidget(self._close, 0, Qt.AlignmentFlag.AlignRight)
        self._column.addStretch(1)
        for widget in (self._aside, self._help, self._close):
            widget.hide()
        self.set_beside(False)

    @property
    def text_width(self) -> int:
        """px a document has here."""
        if self.is_beside:
            return self._theme.px(ASIDE_WIDTH)
        parent = self.parentWidget()
        room = parent.width() if parent is not None else self._theme.px(ASIDE_WIDTH)
        return max(1, room - 2 * self._theme.px(20))

    def set_beside(self, beside: bool) -> None:
        """Stand in a column of its own beside the text, or in a strip below it."""
        self.is_beside = beside
        theme = self._theme
        if beside:
            self._column.setContentsMargins(0, theme.px(TOP_MARGIN), theme.px(RIGHT_MARGIN), theme.px(16))
            self.setFixedWidth(theme.px(ASIDE_WIDTH + RIGHT_MARGIN))
        else:
            side = theme.px(20)
            self._column.setContentsMargins(side, theme.px(8), side, theme.px(8))
            self.setMinimumWidth(0)
            self.setMaximumWidth(16_777_215)
        self._show_or_hide()

    def show_aside(self, document: PageDocument | None) -> None:
        """Show the “Sources differ” cards of a page; None: it has none, or they stand in the text."""
        self._aside.setVisible(document is not None)
        if document is not None:
            self._fit(self._aside, document)
        self._show_or_hide()

    def show_help(self, document: PageDocument) -> None:
        """Show what a word means, or which sources a mark stands for."""
        self.helping = True
        self._fit(self._help, document)
        self._help.show()
        self._close.show()
        self._show_or_hide()
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_help(self) -> None:
        """Put word help away."""
        self.helping = False
        self._help.hide()
        self._close.hide()
        self._show_or_hide()

    def _on_close(self) -> None:
        self.close_help()
        self.help_closed.emit()

    def _fit(self, view: ReadingView, document: PageDocument) -> None:
        view.show_document(document)
        height = round(document.size().height())
        view.setFixedHeight(height if self.is_beside else min(height, self._theme.px(MOST_BELOW)))

    def _show_or_hide(self) -> None:
        self.setVisible(self.is_beside or self.helping)


def _fitted(view: ReadingView) -> ReadingView:
    """A view as high as its document, without a scroll bar of its own until there is no room."""
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    view.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    return view
