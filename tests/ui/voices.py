"""A voice for tests: nothing sounds, all is written down."""

from __future__ import annotations

from tpe_guide.speech.voice import Voice


class WrittenVoice(Voice):
    """Says everything into ``said``; an empty string is silence. There as soon as someone looks."""

    def __init__(self, language: str) -> None:
        super().__init__(language)
        self.said: list[str] = []
        self.asked: list[tuple[str, float]] = []
        """The voice and the speed of each that was said."""

    def look(self) -> None:
        """There it is."""
        self._tell(available=True)

    def say(self, text: str, *, voice: str = "", speed: float = 1.0) -> None:
        """Write it down, if there is anyone who could say it."""
        if not self.available:
            return
        self.said.append(text)
        self.asked.append((voice, speed))
        self._tell(speaking=True, trouble="")

    def stop(self) -> None:
        """Write silence down, where there was something to silence."""
        if self.speaking:
            self.said.append("")
        self._tell(speaking=False)

    def end(self) -> None:
        """What was said is at its end."""
        self._tell(speaking=False)
        if self.finished is not None:
            self.finished()

    def fail(self, trouble: str) -> None:
        """Nothing was heard, for that reason."""
        self._tell(speaking=False, trouble=trouble)


class Choir(WrittenVoice):
    """Three voices."""

    def look(self) -> None:
        """There they are."""
        self._tell(available=True, voices=("anna", "ben", "cleo"))


class Mute(WrittenVoice):
    """A computer without a voice, which says so."""

    def look(self) -> None:
        """There is none."""
        self._tell(trouble="This computer has no voice yet.")


class Dumb(WrittenVoice):
    """One that never answers."""

    def look(self) -> None:
        """Nothing comes."""
