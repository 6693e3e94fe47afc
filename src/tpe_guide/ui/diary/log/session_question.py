"""Which session, and which day: the week at a glance, and what is asked of it in place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.diary.model import ExchangeSession
from tpe_guide.ui.diary.draft_keeper import DraftKeeper
from tpe_guide.ui.diary.log.session_panel import SessionPanel
from tpe_guide.ui.diary.log.session_strip import SessionStrip
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.tab_order import walk_in_order
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.vocabulary.terms import Access

DAY, MOMENT = "day", "moment"


class SessionQuestion(QWidget):
    """Writes into the draft of *drafts*. *known*: the sessions of the diary; *access*: of a new one."""

    changed = Signal()
    access_said = Signal(str)
    """Needles or a line: the person has just said which."""
    appeared = Signal(QWidget)

    def __init__(
        self,
        theme: Theme,
        drafts: DraftKeeper,
        known: Sequence[ExchangeSession],
        today: dt.date,
        access: Access,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._drafts = drafts
        self._known = known
        self._today = today
        self._access = access
        self._column = tight(QVBoxLayout(self), theme.px(4))
        self._strip = SessionStrip(theme, drafts.draft, known, today)
        self._strip.picked.connect(self._on_session)
        self._strip.day_asked_for.connect(lambda: self._toggle(DAY))
        self._strip.moment_asked_for.connect(lambda: self._toggle(MOMENT))
        self._column.addWidget(self._strip)
        self.panel = self._make_panel()

    def first_focus(self) -> QWidget | None:
        """The first answer, where it must be asked which session it was."""
        draft = self._drafts.draft
        return self.panel.first_focus() if draft.session is None and not draft.session_said else None

    def refresh(self) -> None:
        """Show what is said."""
        self._strip.refresh()

    def renew(self) -> None:
        """Ask anew: something else has changed what is asked."""
        old = self.panel
        for part in (old, *old.findChildren(QWidget)):
            part.setObjectName("")
        self._column.removeWidget(old)
        old.hide()
        old.deleteLater()
        self.panel = self._make_panel()

    def _make_panel(self) -> SessionPanel:
        parts = frozenset(self._drafts.shown & {DAY, MOMENT})
        panel = SessionPanel(self._theme, self._drafts.draft, self._known, self._today, self._access, parts)
        panel.changed.connect(self._on_answer)
        panel.closed.connect(self._on_closed)
        panel.access_said.connect(self.access_said)
        self._column.addWidget(panel)
        panel.setHidden(panel.is_empty)
        return panel

    def _on_session(self, session: ExchangeSession) -> None:
        self._drafts.draft.say_session(replace(session, state="done"))  # who felt something since has had it
        self._on_answer()

    def _on_answer(self) -> None:
        """Something was said. The keyboard stays where it was."""
        focused = self.panel.focusWidget()
        name = focused.objectName() if focused is not None else ""
        self.renew()
        self.changed.emit()
        there = self.panel.findChild(QWidget, name) if name else None
        if there is not None:
            there.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle(self, part: str) -> None:
        self._drafts.shown.symmetric_difference_update({part})
        self.renew()
        walk_in_order((self._strip, self.panel))
        if part in self._drafts.shown:
            self.panel.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
            self.appeared.emit(self.panel)

    def _on_closed(self) -> None:
        self._drafts.shown -= {DAY, MOMENT}
        self.renew()
        self._strip.another.setFocus(Qt.FocusReason.OtherFocusReason)
