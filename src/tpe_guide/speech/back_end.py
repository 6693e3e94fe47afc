"""What every voice of a system can do, whichever it is: speak a text, stop, tell what became of it, name its voices.

All of it is for the one thread of ``Voice``, and may wait. Only ``wake`` is for everyone, and never waits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple, Protocol

_UNSPEAKABLE = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")
_UNHEARD = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
"""Where a word may break, or may not. Some voices say the name of the sign."""


class NoVoice(Exception):
    """Nothing can be heard on this computer. Its words are for the person who wanted to hear it."""


class Event(NamedTuple):
    """What happened to a message: it began, came to its end, was cut short by somebody, or could not be said."""

    message: str
    kind: Literal["begin", "end", "cancel", "failed"]


class Named(NamedTuple):
    """A voice, and the language that it speaks: ``en``, ``en-GB``, ``en_US``."""

    name: str
    language: str


class BackEnd(Protocol):
    """The voice of a system. Every method but ``wake`` may wait, and raises OSError where the other side is gone."""

    def open(self, language: str) -> tuple[str, ...]:
        """Begin, to speak *language*. Returns the names of its voices, the usual one first; none: they are not known.

        Raises NoVoice.
        """

    def speak(self, text: str, voice: str, speed: float) -> str:
        """Have *text* spoken; an empty *voice* is the usual one. Returns how events name it."""

    def stop(self) -> None:
        """Be silent."""

    def events(self, seconds: float | None) -> list[Event]:
        """What happened; waits for it so many *seconds*, None: until something does or someone calls ``wake``."""

    def wake(self) -> None:
        """Have ``events`` return."""

    def close(self) -> None:
        """Be silent and leave. It may be opened again."""


def one_line(text: str) -> str:
    """*text* without what could be taken for the end of it, and without signs that nobody is to hear."""
    # Half of a pair of signs, which a text typed elsewhere may hold, can be sent to nobody.
    whole = text.encode("utf-8", "replace").decode()
    return _UNSPEAKABLE.sub(" ", whole.translate(_UNHEARD))


def that_speak(language: str, voices: Iterable[Named], usual: Iterable[str] = ()) -> tuple[str, ...]:
    """The names of those of *voices* that speak *language*: the *usual* ones first, then those of no special place."""
    ranked = [*usual]

    def rank(voice: Named) -> tuple[int, int]:
        place = next((at for at, name in enumerate(ranked) if name in (voice.name, _tag(voice.language))), len(ranked))
        return place, _tag(voice.language).count("-")

    spoken = (voice for voice in voices if _tag(voice.language).partition("-")[0] == language)
    return tuple(dict.fromkeys(voice.name for voice in sorted(spoken, key=rank)))


def _tag(language: str) -> str:
    return language.replace("_", "-").lower()
