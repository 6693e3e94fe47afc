"""The one seam for what the program tells a person outside its pages. Nothing here blocks."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from tpe_guide.errors import TpeGuideError
from tpe_guide.wording import describe


class Messages(QObject):
    """Say a sentence; whoever owns the window shows it. The last one stays until closed or replaced."""

    said = Signal(str, str)
    """Sentence and the name of its icon."""

    def inform(self, sentence: str) -> None:
        """Something the person may want to know."""
        self.said.emit(sentence, "info")

    def warn(self, problem: TpeGuideError | str) -> None:
        """Something did not work; what they have is as it was."""
        sentence = problem if isinstance(problem, str) else describe(problem)
        self.said.emit(sentence, "triangle-alert")
