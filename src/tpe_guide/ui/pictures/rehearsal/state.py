"""The rehearsal as the windows hold it: for which session, at which moment, and its sheet of paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from tpe_guide.i18n import _
from tpe_guide.pictures.drawing.words import DrawingWords
from tpe_guide.pictures.rehearsal.moments import Moment, RehearsalWords
from tpe_guide.pictures.rehearsal.plan import Plan
from tpe_guide.ui.kit.messages import Messages
from tpe_guide.ui.pictures.own_access import own_access
from tpe_guide.ui.pictures.state import PictureState
from tpe_guide.ui.shell.session import Session
from tpe_guide.ui.unit.unit_state import UnitState
from tpe_guide.vocabulary.terms import FluidShown, shown_as

if TYPE_CHECKING:
    from tpe_guide.summary.sheet import Sheet


class RehearsalState(PictureState):
    """What the person has said of their access comes before what their unit says; what the unit says before ours."""

    def __init__(
        self,
        words: RehearsalWords,
        drawings: DrawingWords,
        language: str,
        session: Session,
        unit: UnitState,
        messages: Messages,
        now: Callable[[], dt.datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, _("plasma-exchange-session.pdf"), messages, now, parent)
        self.words = words
        self.drawings = drawings
        self.practising = False
        self._at = ""
        self._session = session
        self._unit = unit

    @property
    def plan(self) -> Plan:
        """The session that is rehearsed."""
        said = self._unit.clinic.session
        usual = Plan()
        return Plan(
            said.minutes or usual.minutes,
            shown_as(self.access) or usual.access,
            cast(FluidShown, said.fluid) or usual.fluid,
            said.checks,
        )

    @property
    def access(self) -> str:
        """Needles or a line, one of ``terms.ACCESSES_SAID``."""
        return own_access(self._session, self._unit)

    @property
    def by_unit(self) -> bool:
        """The times are the unit's own."""
        said = self._unit.clinic.session
        return said.minutes is not None or said.checks is not None

    @property
    def moments(self) -> tuple[Moment, ...]:
        """Its moments."""
        return self.words.moments(self.plan)

    @property
    def at(self) -> int:
        """The number of the moment that is shown, from 0."""
        names = [moment.id for moment in self.moments]
        return names.index(self._at) if self._at in names else 0

    def go_to(self, index: int) -> None:
        """Show moment *index*."""
        self._at = self.moments[index].id

    def show_asked(self, name: str) -> None:
        """The first moment whose id begins like that."""
        named = [moment.id for moment in self.moments if name and moment.id.startswith(name)]
        if named:
            self._at = named[0]
            self.practising = False

    def make_sheet(self) -> Sheet:
        """All moments."""
        from tpe_guide.summary.rehearsal_sheet import rehearsal_sheet

        return rehearsal_sheet(self.words, self.drawings, self.plan, self.access, self.language, by_unit=self.by_unit)
