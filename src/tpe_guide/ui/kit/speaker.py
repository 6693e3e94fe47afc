"""The voice of the guide, as widgets know it: signals instead of a thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from tpe_guide.speech.voice import Voice


class Speaker(QObject):
    """Says one thing at a time. Belongs to one window, and is silent when that is gone."""

    changed = Signal()
    """There is a voice now or no more, something else is being said, or there is trouble."""
    finished = Signal()
    """What was said came to its end: nobody stopped it, and nothing took its place."""
    _moved = Signal()
    _ended = Signal()

    def __init__(self, voice: Voice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.voice = voice
        self._text = ""
        self._awaited = False
        # Queued: the voice tells from a thread of its own.
        self._moved.connect(self.changed, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        voice.changed = self._moved.emit
        voice.finished = self._ended.emit

    @property
    def available(self) -> bool:
        """There is a voice."""
        return self.voice.available

    @property
    def voices(self) -> tuple[str, ...]:
        """The names of the voices to choose from, the usual one first; empty until known."""
        return self.voice.voices

    @property
    def trouble(self) -> str:
        """Why nothing is heard, in a sentence; empty: nothing is known to be wrong."""
        return self.voice.trouble

    @property
    def saying(self) -> str:
        """What is being said; empty: nothing."""
        return self._text if self.voice.speaking else ""

    def look(self) -> None:
        """See whether this computer has a voice; ``changed`` tells."""
        self.voice.look()

    def say(self, text: str, *, voice: str = "", speed: float = 1.0) -> None:
        """Say *text* instead of what is being said, as *voice* does; empty: the usual one. *speed*: 0.5 to 2."""
        is_other = self.voice.speaking and text != self._text
        self._text = text
        self._awaited = True
        self.voice.say(text, voice=voice, speed=speed)
        if is_other:  # the voice tells only that it speaks
            self._moved.emit()

    def stop(self) -> None:
        """Be silent."""
        self._awaited = False
        self.voice.stop()

    def close(self) -> None:
        """Be silent for good. Call when the window closes."""
        self.voice.close()

    def _on_ended(self) -> None:
        """Told a moment late: by now it may have been stopped, or something else be said."""
        if self._awaited and not self.voice.speaking:
            self._awaited = False
            self.finished.emit()
