"""Notes on a page: the “Sources differ” cards and word help beside the text, or word help alone below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.guide.help_card import HelpCard
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.reading.document import PageDocument
from tpe_guide.ui.reading.link import Link
from tpe_guide.ui.reading.reading_view import ReadingView

ASIDE_WIDTH = 314
RIGHT_MARGIN = 30
TOP_MARGIN = 40


class SideNotes(QWidget):
    """Holds one aside and one help card at a time."""

    followed = Signal(Link)
    """In a “Sources differ” card."""
    help_closed = Signal()

    def __init__(self, theme: Theme, *, selectable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.is_beside = False
        self._help: HelpCard | None = None
        self.aside = ReadingView(theme, selectable=selectable)
        self.aside.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.aside.setObjectName("aside")
        self.aside.setAccessibleName(_("Sources differ"))
        self.aside.followed.connect(self.followed)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._help_box = QVBoxLayout()
        self._column.addLayout(self._help_box)
        self._column.addWidget(self.aside, 1)
        self._column.addStretch(0)
        self.aside.hide()
        self.set_beside(False)

    @property
    def beside_width(self) -> int:
        """px of its column beside the text."""
        return self._theme.px(ASIDE_WIDTH + RIGHT_MARGIN)

    @property
    def helping(self) -> bool:
        """Word help is open."""
        return self._help is not None

    def set_beside(self, beside: bool) -> None:
        """Stand in a column of its own beside the text, or in a strip below it."""
        self.is_beside = beside
        if beside:
            self.setFixedWidth(self.beside_width)
        else:
            self.setMinimumWidth(0)
            self.setMaximumWidth(16_777_215)
            self.aside.hide()
        self._place_help()
        self._show_or_hide()

    def show_aside(self, document: PageDocument | None) -> None:
        """Show the “Sources differ” cards of a page; None: it has none, or they stand in the text."""
        self.aside.setVisible(document is not None)
        if document is not None:
            self.aside.show_document(document)

    def show_help(self, kind: str, heading: str, lines: list[str], tools: Sequence[Button] = ()) -> None:
        """Show what a word means, or which sources a mark stands for; the keyboard goes there."""
        self.close_help()
        self._help = HelpCard(self._theme, kind, heading, lines, tools)
        self._help.setObjectName("word-help")
        self._help.closed.connect(self._on_close)
        self._help_box.addWidget(self._help, 0, Qt.AlignmentFlag.AlignTop)
        self._place_help()
        self._show_or_hide()
        self._help.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._help.announce()

    def close_help(self) -> None:
        """Put word help away."""
        if self._help is not None:
            self._help_box.removeWidget(self._help)
            self._help.hide()
            self._help.deleteLater()
            self._help = None
        self._place_help()
        self._show_or_hide()

    def _on_close(self) -> None:
        self.close_help()
        self.help_closed.emit()

    def _place_help(self) -> None:
        """Beside the text the help card begins where the text does; below it, it takes the whole width."""
        theme = self._theme
        side = theme.px(8) if self.is_beside else theme.of_bars.px(12)
        if self.is_beside:
            self._help_box.setContentsMargins(side, theme.px(TOP_MARGIN) if self.helping else 0, side, 0)
        else:
            self._help_box.setContentsMargins(side, side, side, side)

    def _show_or_hide(self) -> None:
        self.setVisible(self.is_beside or self.helping)
