"""The sentences that were said and not yet closed: each is told, the one said last first."""

from __future__ import annotations

ANSWER = "info"
"""The icon of an answer to what one just did. A newer answer takes its place; a warning waits until it is closed."""


class Unread:
    """Sentences, each with the name of its icon, none twice."""

    def __init__(self) -> None:
        self._said: list[tuple[str, str]] = []

    def __len__(self) -> int:
        return len(self._said)

    @property
    def newest(self) -> tuple[str, str]:
        """The sentence to show, and its icon."""
        return self._said[-1]

    def add(self, sentence: str, icon: str) -> None:
        """*sentence* is said now, again or for the first time."""
        stale = ANSWER if icon == ANSWER else None
        self._said = [each for each in self._said if each[0] != sentence and each[1] != stale]
        self._said.append((sentence, icon))

    def take_back(self, sentence: str) -> bool:
        """*sentence* is not true any more. Whether it was waiting."""
        before = len(self._said)
        self._said = [each for each in self._said if each[0] != sentence]
        return len(self._said) < before

    def leave_answers(self) -> bool:
        """The screen of what was answered is left. Whether an answer was waiting."""
        before = len(self._said)
        self._said = [each for each in self._said if each[1] != ANSWER]
        return len(self._said) < before

    def close_newest(self) -> None:
        """It has been read."""
        self._said.pop()
