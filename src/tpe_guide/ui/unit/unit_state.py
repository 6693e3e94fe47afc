"""What the person's unit says of itself, as the windows hold it: read when first needed, saved as it is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tpe_guide.errors import TpeGuideError
from tpe_guide.guide import slots
from tpe_guide.i18n import _

if TYPE_CHECKING:
    from tpe_guide.clinic_pack.at_kiosk import KioskClinic
    from tpe_guide.clinic_pack.clinic import Clinic
    from tpe_guide.guide.library import Library
    from tpe_guide.ui.kit.messages import Messages
    from tpe_guide.ui.shell.session import Session

PHONE, OUT_OF_HOURS = slots.PHONE, slots.OUT_OF_HOURS


class UnitState(QObject):
    """*open_clinic* reads the files. Survives a change of look."""

    changed = Signal()
    """The unit says something else."""

    def __init__(
        self,
        session: Session,
        messages: Messages,
        open_clinic: Callable[[], Clinic],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._messages = messages
        self._open_clinic = open_clinic
        self._unsaved = set[str]()
        self._written: dict[str, str] = {}
        self.half_typed: str | None = None
        """What stands in the field for the number in Urgent help; None: it is closed."""

    @cached_property
    def clinic(self) -> Clinic:
        """The files."""
        return self._open_clinic()

    def write(self, slot: str, text: str) -> None:
        """*text* stands in the field for *slot* now."""
        self._written[slot] = text

    def written(self, slot: str) -> str:
        """What stands in the field for *slot*: as it was typed, also what may not be kept yet."""
        stored, text = self.word(slot), self._written.get(slot)
        if text is None:
            return stored
        tidy = self.clinic.slots[slot].tidy(text)
        return text if tidy == stored or self.clinic.slots[slot].expected(tidy) else stored

    def words(self) -> dict[str, str]:
        """What the unit says, by slot."""
        words = self.clinic.words
        if before := self._phone_from_before:
            words[PHONE] = before
        return words

    def word(self, slot: str) -> str:
        """What the unit says in *slot*; empty if nothing."""
        return self.words().get(slot, "")

    def is_saved(self, slot: str) -> bool:
        """False while what was last written in *slot* holds only until the program ends, against its will."""
        return slot not in self._unsaved

    def unsaved(self, slot: str) -> str:
        """What is to be said beside the words in *slot*, for as long as it is true."""
        return "" if self.is_saved(slot) else not_saved()

    def fill_in(self, slot: str, text: str) -> bool:
        """The unit says *text*, which the slot must allow. False, with a message, if that cannot be kept on disk."""
        if self.clinic.slots[slot].tidy(self._written.get(slot, text)) != text:
            self._written.pop(slot, None)  # it was filled in somewhere else
        if text == self.word(slot) and self.is_saved(slot):
            return True
        phone = self._phone_from_before
        try:
            if phone and slot != PHONE:  # one file for all of it from now on
                self.clinic.fill_in(PHONE, phone, on_disk=False)
            self._write(slot, text)
            self._session.keep(self._session.settings._replace(unit_phone=""))
            self._unsaved.clear()  # one file for all of it
        except TpeGuideError as error:
            self._unsaved.add(slot)
            self._messages.warn(error)
            return False
        finally:
            self.changed.emit()
        return True

    def settle(self) -> None:
        """Say what was wrong with the files, and keep a copy of good ones. To be called when nobody waits."""
        if self.clinic.problems:
            self._messages.warn(self.clinic.problems[0])
        if self._session.policy.remembers:
            try:
                self.clinic.keep()
            except TpeGuideError as error:
                self._messages.warn(error)

    @property
    def _phone_from_before(self) -> str:
        """The number as versions without ``clinic.json`` kept it."""
        return "" if self.clinic.knows(PHONE) else self._session.settings.unit_phone

    def _write(self, slot: str, text: str) -> None:
        self.clinic.fill_in(slot, text, on_disk=self._session.policy.remembers)


def not_saved() -> str:
    """Words hold only until the program ends, against its will."""
    return _("Not saved on this computer")


def open_for_kiosk(kept: Path, guides: Sequence[Library], given: Path | None) -> KioskClinic:
    """What a kiosk's unit says, in a pack that is followed; see ``KioskClinic``."""
    from tpe_guide.clinic_pack.at_kiosk import KioskClinic

    return KioskClinic(kept, guides, given)
