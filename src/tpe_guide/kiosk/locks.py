"""A lock of a kiosk's machine: whether it is on, in one sentence that says what to do where it is not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class State(Enum):
    """Never ``ON`` without a look: what could not be looked at is ``UNSEEN``."""

    ON = "on"
    OFF = "off"
    UNSEEN = "not seen"


@dataclass(frozen=True, slots=True)
class Lock:
    """*subject* names it to a script, *words* say to a person how it stands."""

    subject: str
    state: State
    words: str


def judged(subject: str, locked: bool, on: str, off: str) -> Lock:
    """It was looked at: *on* and *off* are the words for both."""
    return Lock(subject, State.ON if locked else State.OFF, on if locked else off)


def unseen(subject: str, words: str) -> Lock:
    """It could not be looked at, and *words* say what to look at by hand."""
    return Lock(subject, State.UNSEEN, words)
