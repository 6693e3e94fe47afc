"""What was removed, until it is gone for good; each entry can be put back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tpe_guide.diary.catalogue import Catalogue
from tpe_guide.diary.model import ExchangeSession
from tpe_guide.diary.past import Binned
from tpe_guide.i18n import _, _n
from tpe_guide.ui.diary.overview.words import about_words, entry_lines
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import beside_if, tight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.vocabulary.days import short_day

_BESIDE_FROM = 520


class BinCard(Card):
    """*binned*, newest first; *until*: the last day of each."""

    put_back = Signal(str)
    """The id of an entry."""

    def __init__(
        self,
        theme: Theme,
        binned: Sequence[Binned],
        until: Callable[[Binned], dt.date],
        sessions: Mapping[str, ExchangeSession],
        catalogue: Catalogue,
        today: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, fill="paper", edge="line2", parent=parent)
        self._theme = theme
        column = self._column = QVBoxLayout(self)
        column.setSpacing(theme.px(8))
        count = len(binned)
        title = _n("Removed: {count} entry", "Removed: {count} entries", count).format(count=count)
        column.addWidget(Label(theme, title, "title"))
        self._rows: list[QBoxLayout] = []
        for one in binned:
            known = sessions if one.session is None else {**sessions, one.session.id: one.session}
            about = about_words(one.entry, known, today)
            row = tight(QBoxLayout(QBoxLayout.Direction.LeftToRight), theme.px(10))
            words = tight(QVBoxLayout(), 0)
            words.addWidget(Label(theme, about, "small-strong"))
            words.addWidget(Label(theme, ". ".join(entry_lines(one.entry, catalogue)), "small", color="ink2"))
            last = until(one)
            kept = _("Kept until {day}.").format(day=short_day(last, today))
            if last < today:
                kept = _("Kept a while longer.")
            words.addWidget(Label(theme, kept, "small", color="ink2"))
            row.addLayout(words, 1)
            button = Button(theme, _("Put back"), "quiet", icon="undo-2", size="small")
            button.setObjectName(f"put-back-{one.entry.id}")
            button.setAccessibleName(_("Put back: {entry}").format(entry=about))
            button.setAccessibleDescription(kept)
            button.setProperty("entry", one.entry.id)
            button.clicked.connect(self._put_back)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            self._rows.append(row)
            column.addLayout(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The button stands beside the words, or below them."""
        beside = self.width() >= self._theme.px(_BESIDE_FROM)
        for row in self._rows:
            row.setDirection(beside_if(beside))
        side = self._theme.px(22 if beside else 12)
        self._column.setContentsMargins(side, self._theme.px(14), side, self._theme.px(14))

    def _put_back(self) -> None:
        self.put_back.emit(self.sender().property("entry"))
