"""Above the page: what it is made from, where that must not be mistaken."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.drawing import Icon
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.nurse.summary_state import SummaryState


class SourceNote(Card):
    """Says whose page is shown, and *more* by which it is told from another's on paper."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, fill="straw50", edge="straw600", edge_width=1.5, radius=12, parent=parent)
        self.setObjectName("source-note")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), theme.px(8), theme.px(14), theme.px(8))
        row.setSpacing(theme.px(10))
        row.addWidget(Icon(theme, "info", 22))
        column = tight(QVBoxLayout(), 0)
        self._words = Label(theme, "", "small-strong")
        self._more = Label(theme, "", "small")
        column.addWidget(self._words)
        column.addWidget(self._more)
        row.addLayout(column, 1)

    def tell(self, summary: SummaryState, file: str, *, empty: bool) -> None:
        """Say of what *summary* makes the page, from a file called *file*. *empty*: there is next to nothing on it."""
        if summary.source == "example":
            self.say(_("An example. This person is made up."))
        elif summary.source == "file":
            self.say(_("From the file {name}").format(name=file) if file else "", summary.chosen.whose)
        elif summary.source == "scan" and summary.available:
            self.say(_("From paper, scanned now"))
        elif empty:
            self.say(_("Nothing is logged yet: there is little to print."))
        else:
            self.say(summary.earlier_words())

    def say(self, words: str, more: str = "") -> None:
        """Say them from now on; without words it is not there."""
        self._words.setText(words)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self.setAccessibleName(". ".join(filter(None, (words, more))))
        self.setVisible(bool(words))
