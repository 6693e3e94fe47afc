"""The one seam for what the program tells a person outside its pages. Nothing here blocks."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from tpe_guide.errors import CannotWrite, TpeGuideError
from tpe_guide.i18n import _
from tpe_guide.wording import describe, describe_unsaved


class Messages(QObject):
    """Say a sentence; whoever owns the window shows it until it is closed."""

    said = Signal(str, str)
    """Sentence and the name of its icon."""

    untrue = Signal(str)
    """A sentence that was said, and holds no longer."""

    paid = Signal(bool)
    """No answer is owed any more; whether all went as it was asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._went_well = True
        self.owed = 0
        """Answers that are still to come to what the person asked for, such as a page for a printer, or a file."""
        self._unsaved = self._draft_unkept = ""
        self._unkept: set[object] = set()

    def inform(self, sentence: str) -> None:
        """Something the person may want to know."""
        self.said.emit(sentence, "info")

    def warn(self, problem: TpeGuideError | str) -> None:
        """Something did not work; what they have is as it was."""
        sentence = problem if isinstance(problem, str) else describe(problem)
        self.said.emit(sentence, "triangle-alert")

    def owe(self) -> None:
        """The person has asked for something, and will be told what became of it."""
        self._went_well = self._went_well or not self.owed
        self.owed += 1

    def pay(self, *, went_well: bool) -> None:
        """They have been told, or see it."""
        self.owed -= 1
        self._went_well = self._went_well and went_well
        if not self.owed:
            self.paid.emit(self._went_well)

    def warn_unsaved(self, problem: TpeGuideError) -> None:
        """An entry could not be saved; it is still on the screen."""
        self._unsaved = describe_unsaved(problem)
        self.warn(self._unsaved)

    def warn_draft_unkept(self, problem: TpeGuideError) -> None:
        """What is being written cannot be kept before it is saved."""
        words = _("What you write is only on the screen until you save it. {why}")
        self._draft_unkept = words.format(why=describe(problem))
        self.warn(self._draft_unkept)

    def tell_only_read(self) -> None:
        """Nothing can be written into the diary here."""
        self.inform(_("Your diary can only be read here. What you write now is gone when you close the guide."))

    def take_back_draft_unkept(self) -> None:
        """It is kept after all, or saved."""
        self.untrue.emit(self._draft_unkept)

    def take_back_unsaved(self) -> None:
        """The entry is saved after all."""
        self.untrue.emit(self._unsaved)

    def warn_unkept(self, problem: TpeGuideError) -> None:
        """Something cannot be kept on this computer: said once, for however many files that is so."""
        cause = (problem.path.parent, problem.reason) if isinstance(problem, CannotWrite) else problem
        if cause not in self._unkept:
            self._unkept.add(cause)
            self.warn(problem)
