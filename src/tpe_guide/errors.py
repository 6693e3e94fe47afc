"""What can go wrong, as types. They carry facts; ``wording.describe`` turns them into one sentence.

The exit code of each kind is part of the command-line contract: 1 the input is bad, 3 it cannot run here.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, dataclass_transform

if TYPE_CHECKING:
    import datetime as dt


@dataclass_transform(eq_default=False)
class TpeGuideError(Exception):
    """Every error this program raises on purpose. A kind names its facts, and is given them in that order.

    As dataclasses would do it, but they would cost a start 3 ms: every module imports this one.
    """

    exit_code: ClassVar[int] = 1
    _facts: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        cls._facts = cls.__match_args__ = tuple(cls.__annotations__)  # type: ignore[attr-defined, misc]

    def __init__(self, *facts: object, **named: object) -> None:
        super().__init__(*facts, *named.values())
        given = dict(zip(self._facts, facts, strict=False)) | named
        if given.keys() != set(self._facts) or len(given) < len(facts) + len(named):
            raise TypeError(f"{type(self).__name__} is given {', '.join(self._facts) or 'nothing'}")
        self.__dict__.update(given)


class BadInput(TpeGuideError):
    """A file that a person gave us is not what we need. Nothing was written."""

    source: str
    """The file (or '<stdin>') as the person named it."""
    place: str
    """Where in it, such as ``entries[3].effects[0].severity`` or ``line 4``; empty for the whole file."""
    expected: str
    """What would have been right, as a short phrase: ``a whole number from 0 to 3``."""


class BadDiary(BadInput):
    """A diary file, or a thing of a diary, is not as it must be. *said*: the place in words, as a person finds it."""

    source: str
    place: str
    expected: str
    said: str


class WrongUsage(TpeGuideError):
    """A command was given in a way that cannot be meant, such as a diary as its own output."""

    what: str
    exit_code = 2


class CannotRunHere(TpeGuideError):
    """This machine or installation lacks something: a display, a printer, a newer version."""

    missing: str
    exit_code = 3


class FromNewerVersion(TpeGuideError):
    """A file was written by a newer tpe-guide. It is left untouched."""

    source: str
    found: int
    known: int
    exit_code = 3


class WrongPasscode(TpeGuideError):
    """The passcode does not open this diary."""

    exit_code = 3


class SheetMisread(TpeGuideError):
    """What was typed of a recovery sheet is not what stands on one; *what* says why, in a sentence."""

    what: str


class SheetOfAnother(TpeGuideError):
    """The words of a recovery sheet fit together and do not open this diary. *mark*: of the sheet that they make."""

    mark: str
    exit_code = 3


class TooSoon(TpeGuideError):
    """After several wrong passcodes the next one has to wait for so many *seconds*."""

    seconds: int
    exit_code = 3


class DiaryDamaged(TpeGuideError):
    """The diary file exists but cannot be read, or is not encrypted as it must be.

    It says nothing of what was changed: ``DiaryLeftAsItWas`` does.
    """

    path: Path
    reason: str
    exit_code = 3


class DiaryLeftAsItWas(DiaryDamaged):
    """The same, and each file of the diary was compared: its bytes are those from before."""

    path: Path
    reason: str


class DiaryAway(TpeGuideError):
    """The file of a diary is not where it should be; its key is."""

    path: Path
    exit_code = 3


class EntriesMissing(TpeGuideError):
    """The diary is open, and lacks what was saved in it.

    *days*: how many entries of which day, as far as that is known, at most *missing* together. *changes*: how many
    other changes are lost. *entries*: how many there are now. *kept*: what was found is in this folder; None: nowhere.
    *back*: how many were removed and are there again, and *back_days* of which days.
    """

    path: Path
    missing: int
    days: tuple[tuple[dt.date, int], ...]
    changes: int
    entries: int
    kept: Path | None
    back: int
    back_days: tuple[tuple[dt.date, int], ...]


class LogPutAside(TpeGuideError):
    """The diary is open. Beside it lay a log of another time or another copy; it is in the folder *kept* now."""

    path: Path
    entries: int
    kept: Path


class PartOfDiary(TpeGuideError):
    """The diary is open. Its file was copied while it was open, and what lay beside it did not come along."""

    path: Path
    entries: int
    newest: dt.date | None


class BackupDamaged(TpeGuideError):
    """A file is no good backup of a diary: torn, changed, from elsewhere. It was left as it is."""

    path: Path
    reason: str


class OtherDiary(BadInput):
    """A file of another course has ids (*place*) that stand for something else in this diary. Nothing was added."""

    source: str
    place: str
    expected: str


class DiaryFull(BadInput):
    """A diary takes no more sessions (*place*) or entries."""

    source: str
    place: str
    expected: str
    limit: int


class DiaryInUse(TpeGuideError):
    """Another copy of the program holds this diary."""

    path: Path
    exit_code = 3


class CannotWrite(TpeGuideError):
    """A file or folder cannot be written: full disk, no permission, read-only home."""

    path: Path
    reason: str
    exit_code = 3


class CannotWriteOutput(TpeGuideError):
    """Standard output is closed, or leads to a full disk."""

    reason: str
    exit_code = 3


class SystemRefused(TpeGuideError):
    """The operating system did not do what it was asked; *what* it was about may be empty."""

    what: str
    reason: str
    exit_code = 3


class NoHomeFolder(TpeGuideError):
    """This account has no home folder, and no data folder was named."""

    exit_code = 3


class NoSuchHome(TpeGuideError):
    """A folder was named that begins with ``~`` and somebody who is not known here."""

    folder: str
    exit_code = 2


class SetAside(TpeGuideError):
    """A file of the data folder could not be read. It was kept under another name; the program goes on without."""

    path: Path
    kept: Path


class ChoicesUnread(TpeGuideError):
    """Some values in the settings could not be read. The file as it was is *kept*; None if it could not be."""

    path: Path
    kept: Path | None


class OutOfReach(TpeGuideError):
    """A file of the data folder cannot be read now. It is left as it is, and nothing is written over it."""

    path: Path
    reason: str
    exit_code = 3


class ProgramFailed(TpeGuideError):
    """A bug. *report* is the file in which it is written down, empty if there is none.

    *typed*: words that were typed are on the screen, as they were.
    """

    report: str
    typed: bool
    exit_code = 70


class NoSuchPage(TpeGuideError):
    """A page id that the guide does not have."""

    page: str


class MisnamedPage(NoSuchPage):
    """The same; *nearest* is the id that is most like it."""

    page: str
    nearest: str
