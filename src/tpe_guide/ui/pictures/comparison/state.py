"""The comparison as the windows hold it: what was picked and opened stays when its screen is made anew."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tpe_guide.i18n import _
from tpe_guide.pictures.comparison.order import in_order, toggled
from tpe_guide.pictures.comparison.table import Cell, Question, Table
from tpe_guide.ui.kit.messages import Messages
from tpe_guide.ui.pictures.state import PictureState

if TYPE_CHECKING:
    from tpe_guide.summary.sheet import Sheet


class ComparisonState(PictureState):
    """For the visit only: nothing of it is written down."""

    def __init__(
        self,
        table: Table,
        language: str,
        messages: Messages,
        now: Callable[[], dt.datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, _("compare-options.pdf"), messages, now, parent)
        self.table = table
        self.picks: tuple[str, ...] = ()
        """Questions that matter to the person, in the order they were picked."""
        self.treatment = table.treatments[0].id
        """Where one is in the table; the one treatment where there is no room for all."""
        self.question = table.questions[0].id
        self.asked = False
        """A link led to that question: have it in sight."""
        self.opened: Cell | None = None
        """The cell whose sources are shown."""
        self.unfolded = False
        """What may be picked is shown where there is little room."""
        self._touched = False

    @property
    def rows(self) -> tuple[Question, ...]:
        """The questions, those that were picked first."""
        return in_order(self.table.questions, self.picks)

    def show_asked(self, name: str) -> None:
        """A treatment or a question."""
        if treatment := self.table.treatment(name):
            self.treatment = treatment.id
        elif question := self.table.question(name):
            self.question = question.id
            self.asked = True

    def suggest(self, values: Iterable[str]) -> None:
        """Pick the questions about *values*, which the open diary holds, unless somebody picked here before."""
        if not self._touched:
            self.picks = self.table.about(values)

    def toggle(self, question: str) -> None:
        """Pick *question*, or no more."""
        self.picks = toggled(self.picks, question)
        self._touched = True

    def forget_picks(self) -> None:
        """Back to the usual order."""
        self.picks = ()
        self._touched = True

    def make_sheet(self) -> Sheet:
        """The table, with the picks."""
        from tpe_guide.summary.comparison_sheet import comparison_sheet

        return comparison_sheet(self.table, self.picks, self.language)
