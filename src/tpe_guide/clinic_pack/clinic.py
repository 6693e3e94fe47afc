"""The unit's own words as the program uses them: from a clinic's pack, and as the person wrote them in.

The clinic's pack wins. Of whatever was read without a fault a copy is kept: a bad one leaves its words as they were.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from tpe_guide import side_file
from tpe_guide.errors import CannotWrite, TpeGuideError
from tpe_guide.files import make_private_folder, write_whole
from tpe_guide.guide import clinic_file
from tpe_guide.guide.clinic_file import Details
from tpe_guide.guide.slots import Slot
from tpe_guide.guide.unit_session import UnitSession

if TYPE_CHECKING:
    from tpe_guide.clinic_pack.given import Given

KEPT_OWN = "clinic.last-good.json"
REFUSED = "clinic.refused.json"
"""Where a ``clinic.json`` with faults is put when words must be written in its place."""


class Clinic:
    """Reads and writes in the data *folder*. *given* is a clinic's own pack, which is never written.

    *own*: what a person wrote in on this computer counts as well; at a kiosk it does not.
    """

    def __init__(
        self, folder: Path, slots: Mapping[str, Slot], given: Given | Path | None = None, *, own: bool = True
    ) -> None:
        self.slots = slots
        self._reads_own = own
        self.problems: list[TpeGuideError] = []
        """What was wrong with the files that were read last."""
        self._folder = folder
        self._given = _opened(given, folder, slots) if isinstance(given, Path) else given
        self._own = Details()
        self._unwritten: dict[str, str] = {}
        """What was filled in since the file was written last."""
        self._own_is_good = False
        self.read()

    @property
    def words(self) -> dict[str, str]:
        """The words by slot; a slot that nobody filled in is left out."""
        own, given = self._own.words, self._given_details.words
        return {name: text for name, text in ({**own} | {**given}).items() if text}

    @property
    def session(self) -> UnitSession:
        """How a session usually goes, as far as the unit says."""
        return self._own.session.overruled_by(self._given_details.session)

    def is_given(self, slot: str) -> bool:
        """The clinic's pack says it; the person cannot change it."""
        return bool(self._given_details.words.get(slot))

    def knows(self, slot: str) -> bool:
        """Somebody has filled in *slot*, or has emptied it."""
        return slot in self._own.words or self.is_given(slot)

    def read(self) -> None:
        """Read the files now. Words of a file with a fault are those of its last good copy."""
        self.problems = []
        self._own, self._own_is_good = Details(), False
        own = self._folder / clinic_file.FILE
        if self._reads_own and _is_there(own):
            self._own, self._own_is_good = self._read(own, KEPT_OWN)
        if self._given is not None:
            self._given.read()
            self.problems += self._given.problems

    def keep(self) -> None:
        """Keep a copy of what was read without a fault. Raises CannotWrite."""
        if self._own_is_good:
            self._write(KEPT_OWN, self._own)
        if self._given is not None:
            self._given.keep()

    @property
    def _given_details(self) -> Details:
        return Details() if self._given is None else self._given.details

    def fill_in(self, slot: str, text: str, *, on_disk: bool = True) -> None:
        """*text*, which the slot must allow, is what the person's unit says; empty: nothing. Raises CannotWrite."""
        self._unwritten[slot] = text
        self._own = self._own._replace(words={**self._own.words, slot: text})
        if not on_disk:
            return
        file = self._folder / clinic_file.FILE
        if _is_there(file):
            self._look_again_at(file)
        self._write(clinic_file.FILE, self._own)
        self._own_is_good = True
        self._unwritten.clear()

    def _look_again_at(self, file: Path) -> None:
        """Another window may have written into *file* meanwhile: what it says stays, beside what was filled in here.

        One with faults is put aside. Raises CannotWrite.
        """
        there, problems = clinic_file.read(file, self.slots)
        if problems:
            self._set_aside(file, REFUSED)
        else:
            self._own = there._replace(words={**there.words, **self._unwritten})

    def _read(self, path: Path, kept: str) -> tuple[Details, bool]:
        """What is said, and whether the file itself says it."""
        details, problems = clinic_file.read(path, self.slots)
        if not problems:
            return details, True
        self.problems += problems
        details, damaged = clinic_file.read(self._folder / kept, self.slots)
        return (Details() if damaged else details), False

    def _write(self, name: str, details: Details) -> None:
        file, data = self._folder / name, clinic_file.encoded(details)
        try:
            if side_file.read_bytes(file, clinic_file.SIZE_LIMIT) == data:
                return
        except side_file.NotAFile:
            self._set_aside(file, name + side_file.SPOILT)
        except (OSError, side_file.TooLarge):  # it is not there yet, or writing will say why it cannot be
            pass
        make_private_folder(self._folder)
        write_whole(file, data, private=True)

    def _set_aside(self, file: Path, name: str) -> None:
        """Raises CannotWrite: what cannot be kept is not written over."""
        try:
            side_file.set_aside(file, name)
        except OSError as error:
            raise CannotWrite(file, (error.strerror or str(error)).lower()) from error


def _opened(pack: Path, folder: Path, slots: Mapping[str, Slot]) -> Given:
    from tpe_guide.clinic_pack.given import OnePack  # most homes have none, and need not wait for what reads one

    return OnePack(pack, folder, slots)


def _is_there(path: Path) -> bool:
    try:
        path.lstat()
    except (OSError, ValueError):
        return False
    return True
