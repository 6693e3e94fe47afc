"""The voice of the guide, as widgets know it: signals instead of a thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from tpe_guide.speech import troubles
from tpe_guide.speech.voice import Voice

LOOK_MS = 3000
"""So long a voice may take to answer before it is said that it did not yet; an old computer may need longer."""


class Sound(NamedTuple):
    """How a person wants to hear the voice."""

    voice: str = ""
    """Its name; empty, or not there: the usual one."""
    speed: float = 1.0
    """0.5 to 2."""


class Speaker(QObject):
    """Says one thing at a time. Belongs to one window, and is silent when that is gone.

    *sound*: asked anew for each thing that is said. *tells_why*: where there is no voice, words can be asked for all
    the same, and it is said why they are not heard; else there is nothing to press.
    """

    changed = Signal()
    """There is a voice now or no more, something else is being said, or there is trouble."""
    finished = Signal()
    """What was said came to its end: nobody stopped it, and nothing took its place."""
    unheard = Signal(str)
    """Words were asked for, and this is why they are not heard."""
    heard = Signal(str)
    """They are said after all, or asked for once more: that sentence holds no longer."""
    _moved = Signal()
    _ended = Signal()

    def __init__(
        self,
        voice: Voice,
        parent: QObject | None = None,
        *,
        sound: Callable[[], Sound] = Sound,
        tells_why: bool = True,
    ) -> None:
        super().__init__(parent)
        self.voice = voice
        self._sound = sound
        self._tells_why = tells_why
        self._text = ""
        self.wish = ""
        """Words that were asked for, and wait for a voice."""
        self._is_asked = False
        """So was what is being said: if it is not heard, that is told."""
        self._why = ""
        """What was told of that, and still holds."""
        self._awaited = False
        self._is_late = False
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self._on_late)
        # Queued: the voice tells from a thread of its own.
        self._moved.connect(self._on_moved, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        voice.changed = self._moved.emit
        voice.finished = self._ended.emit

    @property
    def available(self) -> bool:
        """There is a voice."""
        return self.voice.available

    @property
    def can_be_asked(self) -> bool:
        """Words can be asked for: they are heard, or it is told why not."""
        return self._tells_why or self.available

    @property
    def voices(self) -> tuple[str, ...]:
        """The names of the voices to choose from, the usual one first; empty until known."""
        return self.voice.voices

    @property
    def is_late(self) -> bool:
        """It has not answered in time, and is still waited for."""
        return self._is_late and not self._has_answered

    @property
    def trouble(self) -> str:
        """Why nothing is heard, in a sentence; empty: nothing is known to be wrong."""
        return troubles.not_yet_answering() if self.is_late else self.voice.trouble

    def number_of(self, name: str) -> int:
        """The index of the voice *name*; of one that is not there, that of the usual one, which speaks instead."""
        return self.voices.index(name) if name in self.voices else 0

    def next_after(self, name: str) -> str:
        """The voice that follows *name*; empty: none is known."""
        return self.voices[(self.number_of(name) + 1) % len(self.voices)] if self.voices else ""

    @property
    def saying(self) -> str:
        """What is being said; empty: nothing."""
        return self._text if self.voice.speaking else ""

    def look(self) -> None:
        """See whether this computer has a voice; ``changed`` tells, also that it takes long."""
        self._is_late = False
        self.voice.look()
        if not self._has_answered:
            self._patience.start(LOOK_MS)

    def say(self, text: str) -> None:
        """Say *text* instead of what is being said."""
        is_other = self.voice.speaking and text != self._text
        self._text = text
        self.wish, self._is_asked = "", False
        self._awaited = True
        self.voice.say(text, **self._sound()._asdict())
        if is_other:  # the voice tells only that it speaks
            self._moved.emit()

    def ask(self, text: str) -> None:
        """Say *text* as soon as there is a voice; or ``unheard`` tells why it is not heard."""
        self._take_back()
        self.wish = text
        if not self.available:
            self.look()
        self._answer()

    def stop(self) -> None:
        """Be silent."""
        self._awaited = False
        self.wish, self._is_asked = "", False
        self.voice.stop()

    def close(self) -> None:
        """Be silent for good. Call when the window closes."""
        self._patience.stop()
        self.voice.close()

    @property
    def _has_answered(self) -> bool:
        return self.voice.available or bool(self.voice.trouble)

    def _on_late(self) -> None:
        if not self._has_answered:
            self._is_late = True
            self._answer()
            self.changed.emit()

    def _on_moved(self) -> None:
        self._answer()
        self.changed.emit()

    def _answer(self) -> None:
        """Say what was asked for as soon as that can be, or tell why not."""
        if self.wish and self.available:
            self._take_back()
            self.say(self.wish)
            self._is_asked = True
        elif (self.wish or self._is_asked) and self.trouble and not self.saying:
            if self.trouble != self._why:
                self._take_back()
                self._why = self.trouble
                self.unheard.emit(self._why)
            if not self.is_late:  # that may yet come
                self.wish, self._is_asked = "", False

    def _take_back(self) -> None:
        why, self._why = self._why, ""
        if why:
            self.heard.emit(why)

    def _on_ended(self) -> None:
        """Told a moment late: by now it may have been stopped, or something else be said."""
        if self._awaited and not self.voice.speaking:
            self._awaited = self._is_asked = False
            self.finished.emit()
