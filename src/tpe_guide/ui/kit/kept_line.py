"""A line whose way back (Ctrl+Z) outlives it: it is made anew when the look changes, and what was in it is not."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeyEvent, QKeySequence

from tpe_guide.ui.kit.field import Line

_MOST = 200


class History:
    """What stood in a line, one after the other, *text* at first."""

    def __init__(self, text: str) -> None:
        self._texts = [text]
        self._at = 0

    @property
    def text(self) -> str:
        """What stands in it now."""
        return self._texts[self._at]

    def note(self, text: str) -> None:
        """*text* stands in it now; what was taken back before that is gone."""
        if text != self.text:
            self._texts = [*self._texts[: self._at + 1], text][-_MOST:]
            self._at = len(self._texts) - 1

    def go(self, step: int) -> str | None:
        """One back (-1) or on again (1); None: there is none."""
        if not 0 <= self._at + step < len(self._texts):
            return None
        self._at += step
        return self.text


class KeptLine(Line):
    """Shows what *history* has, and goes its way back; *changed* is told of what stands there after each key."""

    def __init__(self, history: History, changed: Callable[[str], object]) -> None:
        super().__init__(history.text)
        self._history = history
        self._changed = changed
        self.textEdited.connect(self._on_edited)

    def say(self, text: str) -> None:
        """Let *text* stand in it, said by a button: that can be taken back, too."""
        self._history.note(text)
        self.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Back and on again, across all the lines that this one was."""
        step = -1 if event.matches(QKeySequence.StandardKey.Undo) else 0
        step = 1 if event.matches(QKeySequence.StandardKey.Redo) else step
        if not step:
            super().keyPressEvent(event)
            return
        event.accept()
        text = self._history.go(step)
        if text is not None:
            self.setText(text)
            self._changed(text)

    def _on_edited(self, text: str) -> None:
        self._history.note(text)
        self._changed(text)
