"""Where the questions that the guide suggests can be put."""

from __future__ import annotations

from typing import Protocol


class TakesQuestions(Protocol):
    """The person's own questions for the team."""

    def question_status(self, text: str) -> str:
        """``add``, ``waiting`` or ``added``."""

    def add_question(self, text: str) -> bool:
        """Add a question; False if it has to wait until the diary is open. Raises CannotWrite."""
