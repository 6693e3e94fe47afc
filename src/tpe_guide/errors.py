"""What can go wrong, as types. They carry facts; ``wording.describe`` turns them into one sentence.

The exit code of each kind is part of the command-line contract: 1 the input is bad, 3 it cannot run here.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


class TpeGuideError(Exception):
    """Every error this program raises on purpose."""

    exit_code = 1


@dataclass(eq=False)
class BadInput(TpeGuideError):
    """A file that a person gave us is not what we need. Nothing was written."""

    source: str
    """The file (or '<stdin>') as the person named it."""
    place: str
    """Where in it, such as ``entries[3].effects[0].severity`` or ``line 4``; empty for the whole file."""
    expected: str
    """What would have been right, as a short phrase: ``a whole number from 0 to 3``."""


@dataclass(eq=False)
class WrongUsage(TpeGuideError):
    """A command was given in a way that cannot be meant, such as a diary as its own output."""

    what: str
    exit_code = 2


@dataclass(eq=False)
class CannotRunHere(TpeGuideError):
    """This machine or installation lacks something: a display, a printer, a newer version."""

    missing: str
    exit_code = 3


@dataclass(eq=False)
class FromNewerVersion(TpeGuideError):
    """A file was written by a newer tpe-guide. It is left untouched."""

    source: str
    found: int
    known: int
    exit_code = 3


@dataclass(eq=False)
class WrongPasscode(TpeGuideError):
    """The passcode does not open this diary."""

    exit_code = 3


@dataclass(eq=False)
class DiaryDamaged(TpeGuideError):
    """The diary file exists but cannot be read, or is not encrypted as it must be."""

    path: Path
    reason: str
    exit_code = 3


@dataclass(eq=False)
class DiaryInUse(TpeGuideError):
    """Another copy of the program holds this diary."""

    path: Path
    exit_code = 3


@dataclass(eq=False)
class CannotWrite(TpeGuideError):
    """A file or folder cannot be written: full disk, no permission, read-only home."""

    path: Path
    reason: str
    exit_code = 3


@dataclass(eq=False)
class NoSuchPage(TpeGuideError):
    """A page id that the guide does not have."""

    page: str
