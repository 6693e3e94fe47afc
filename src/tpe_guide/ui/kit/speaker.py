"""The voice of the guide, as widgets know it: signals instead of a thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from tpe_guide.speech.voice import Voice


class Speaker(QObject):
    """Says one thing at a time. Belongs to one window, and is silent when that is gone."""

    changed = Signal()
    """There is a voice now or no more, or something else is being said."""
    finished = Signal()
    """What was said came to its end."""
    _moved = Signal()
    _ended = Signal()

    def __init__(self, voice: Voice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.voice = voice
        self._text = ""
        # Queued: the voice tells from a thread of its own.
        self._moved.connect(self.changed, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self.finished, Qt.ConnectionType.QueuedConnection)
        voice.changed = self._moved.emit
        voice.finished = self._ended.emit  # type: ignore[attr-defined]

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

    @property
    def voices(self) -> tuple[str, ...]:
        """The names."""
        return getattr(self.voice, "voices", ())

    @property
    def trouble(self) -> str:
        """Why nothing is heard."""
        return getattr(self.voice, "trouble", "")

    def say(self, text: str, *, voice: str = "", speed: float = 1.0) -> None:
        """Say *text* instead of what is being said."""
        self._text = text
        self.voice.say(text, voice=voice, speed=speed)  # type: ignore[call-arg]

    def stop(self) -> None:
        """Be silent."""
        self.voice.stop()

    def close(self) -> None:
        """Be silent for good. Call when the window closes."""
        self.voice.close()
