"""The comparison as the windows hold it: what was picked and opened stays when its screen is made anew."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tpe_guide.i18n import _
from tpe_guide.pictures.comparison.options import Refusal, first_options, in_table_order, refusal, with_option
from tpe_guide.pictures.comparison.order import in_order, toggled
from tpe_guide.pictures.comparison.table import Cell, Question, Table, Treatment
from tpe_guide.ui.kit.messages import Messages
from tpe_guide.ui.pictures.state import PictureState
from tpe_guide.ui.shell.takes_questions import TakesQuestions

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
        questions: TakesQuestions | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, _("compare-options.pdf"), messages, now, parent)
        self.table = table
        self.questions = questions
        """Where what to ask the team can be put."""
        self.fail = messages.warn
        """Tells what could not be done."""
        self.picks: tuple[str, ...] = ()
        """Questions that matter to the person, in the order they were picked."""
        self._all = tuple(each.id for each in table.treatments)
        self.options = first_options(self._all)
        """The treatments that are laid side by side."""
        self.treatment = self.options[0]
        """Where one is in the table."""
        self.question = table.questions[0].id
        """Where one is in the table; the one question where there is no room for all."""
        self.opened: Cell | None = None
        """The cell whose sources are shown."""
        self.unfolded = False
        """What may matter is shown."""
        self.choosing = False
        """The options are shown where there is little room."""
        self._touched = False

    @property
    def rows(self) -> tuple[Question, ...]:
        """The questions, those that were picked first."""
        return in_order(self.table.questions, self.picks)

    @property
    def columns(self) -> tuple[Treatment, ...]:
        """The treatments that are laid side by side."""
        return tuple(each for each in self.table.treatments if each.id in self.options)

    def show_asked(self, name: str) -> None:
        """A treatment, which then is one of those side by side, or a question."""
        self.opened = None
        if treatment := self.table.treatment(name):
            self.options = with_option(self._all, self.options, treatment.id)
            self.treatment = treatment.id
        elif question := self.table.question(name):
            self.question = question.id

    def toggle_option(self, option: str) -> Refusal:
        """Lay *option* beside the others, or take it out, unless that is refused."""
        if why := refusal(self.options, option):
            return why
        self.options = in_table_order(self._all, toggled(self.options, option))
        if self.treatment not in self.options:
            self.treatment = self.options[0]
        if self.opened is not None and self.opened.treatment.id not in self.options:
            self.opened = None
        return ""

    def turn(self, step: int) -> None:
        """To the question *step* rows further on, round and round."""
        ids = [row.id for row in self.rows]
        self.question = ids[(ids.index(self.question) + step) % len(ids)]
        self.opened = None

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
