"""The voice of the guide, as widgets know it: signals instead of a thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from tpe_guide.speech.voice import Voice


class Speaker(QObject):
    """Says one thing at a time. Belongs to one window, and is silent when that is gone."""

    changed = Signal()
    """There is a voice now or no more, or something else is being said."""
    _moved = Signal()

    def __init__(self, voice: Voice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.voice = voice
        self._text = ""
        # Queued: the voice tells from a thread of its own.
        self._moved.connect(self.changed, Qt.ConnectionType.QueuedConnection)
        voice.changed = self._moved.emit

    @property
    def available(self) -> bool:
        """There is a voice."""
        return self.voice.available

    @property
    def saying(self) -> str:
        """What is being said; empty: nothing."""
        return self._text if self.voice.speaking else ""

    def look(self) -> None:
        """See whether this computer has a voice; ``changed`` tells."""
        self.voice.look()

    def say(self, text: str) -> None:
        """Say *text* instead of what is being said."""
        self._text = text
        self.voice.say(text)

    def stop(self) -> None:
        """Be silent."""
        self.voice.stop()

    def close(self) -> None:
        """Be silent for good. Call when the window closes."""
        self.voice.close()
