"""What is said: by the voice of the guide, or by the person's own screen reader; or it is told why nothing is heard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.speaker import Speaker
from tpe_guide.ui.shell.session import Session


class Mouth(QObject):
    """Says one thing at a time: each stops the one before."""

    ended = Signal()
    """What was said has come to its end. Nobody tells that of a screen reader."""
    troubled = Signal()
    """Why nothing is heard is known, or holds no longer."""

    def __init__(self, session: Session, speaker: Callable[[], Speaker], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._make_speaker = speaker
        self._speaker: Speaker | None = None
        self._waiting = ""
        """It is said as soon as there is a voice."""
        self._by_voice = False
        self._ends = True
        self._last = ""
        self.trouble = ""
        """Why nothing is heard, in a sentence; empty: nothing is known to be wrong."""
        self.about: QWidget | None = None
        """What a screen reader is told the words of."""

    @property
    def speaks(self) -> Literal["voice", "reader"]:
        """Two voices at once are no help: where a screen reader runs, it has the word, unless the person says else."""
        chosen = self._session.settings.eyes_rest_speaks
        if chosen == "voice" or not QAccessible.isActive():
            return "voice"
        return "reader"

    def say(self, words: str, *, by_voice: bool = False, ends: bool = True) -> None:
        """Say *words* now, instead of what is being said; *by_voice*: whoever speaks else. *ends*: ``ended`` tells."""
        self._ends = ends
        if self.speaks == "reader" and not by_voice:
            self.hush()
            if self.about is not None:
                announce(self.about, words)
            return
        speaker = self._found()
        if speaker.available:
            self._waiting = ""
            self._last = words
            speaker.say(words)
        else:
            self._waiting = words
            self._by_voice = by_voice
            speaker.look()
            self._on_changed()

    def hush(self) -> None:
        """Be silent."""
        self._waiting = self._last = ""
        if self._speaker is not None:
            self._speaker.stop()

    def _found(self) -> Speaker:
        if self._speaker is None:
            self._speaker = self._make_speaker()
            self._speaker.changed.connect(self._on_changed)
            self._speaker.finished.connect(self._on_finished)
        return self._speaker

    def _on_changed(self) -> None:
        speaker = self._found()
        if self._waiting and speaker.available:
            self.say(self._waiting, by_voice=self._by_voice, ends=self._ends)
        if speaker.saying:
            self._tell("")
        elif speaker.trouble and (self._waiting or self._last):
            self._tell(speaker.trouble)

    def _tell(self, trouble: str) -> None:
        if trouble != self.trouble:
            self.trouble = trouble
            self.troubled.emit()

    def _on_finished(self) -> None:
        if self._ends and self._last and self._speaker is not None and not self._speaker.saying:
            self.ended.emit()
