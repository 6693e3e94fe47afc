"""The sessions of a course that is over, each in a line or two: when, how it went, what went back in, its note."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.diary.model import ExchangeSession
from tpe_guide.i18n import _
from tpe_guide.ui.diary.card_head import CardHead
from tpe_guide.ui.diary.labels import duration_words
from tpe_guide.ui.diary.overview.words import session_on, state_words
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.theme import Theme

_ROOMY_FROM = 420


class SessionsCard(Card):
    """*sessions* in their order."""

    def __init__(
        self, theme: Theme, sessions: Sequence[ExchangeSession], today: dt.date, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self._theme = theme
        column = self._column = QVBoxLayout(self)
        column.setSpacing(theme.px(2))
        column.addWidget(CardHead(theme, _("Its sessions"), ""))
        for session in sessions:
            column.addSpacing(theme.px(6))
            column.addWidget(Label(theme, session_on(session, today), "small-strong"))
            for line in _lines(session):
                column.addWidget(Label(theme, line, "small", color="ink2"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The margins give way before the words do."""
        side = self._theme.px(22 if self.width() >= self._theme.px(_ROOMY_FROM) else 12)
        self._column.setContentsMargins(side, self._theme.px(14), side, self._theme.px(14))


def _lines(session: ExchangeSession) -> Iterator[str]:
    """“Done, albumin, 2 hours 40 minutes”, and the note as it was written."""
    fluids = {"albumin": _("Albumin"), "plasma": _("Donor plasma"), "mixed": _("Albumin and donor plasma")}
    state = state_words(session)
    said = [state[:1].upper() + state[1:]]
    if session.fluid in fluids:
        said.append(fluids[session.fluid])
    if session.minutes is not None:
        said.append(duration_words(session.minutes))
    yield ". ".join(said)
    if session.note:
        yield _("“{words}”").format(words=session.note)
