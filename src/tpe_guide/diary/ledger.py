"""Every change of an open diary goes through here: counted inside the store, and acknowledged in the seal.

What a change is made of, in this order: it is on disk in the log; the files are still the ones that a person
would find; the seal knows of it. Only then is it said to be saved.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tpe_guide.diary import copies, database, proving
from tpe_guide.diary.folder import LOGS
from tpe_guide.diary.mark import Content, new_name
from tpe_guide.diary.seal import NOTES_MOST, Note, SealFile, tag_of
from tpe_guide.errors import CannotWrite, DiaryInUse, TpeGuideError
from tpe_guide.i18n import _

ADD_ENTRY = """
    INSERT INTO entries (id, session, body, generation) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
"""
"""Adds an entry to the present course, unless there is one of its id."""
ADD_TO = """
    INSERT INTO entries (id, session, body, generation, course) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
"""
"""The same, to whichever course."""


@dataclass(slots=True)
class Change:
    """A change being made. *entries*: how many more there are with it."""

    generation: int
    entries: int = 0
    entry: str = ""
    """The id of the one entry that it adds or removes."""
    day: dt.date | None = None
    """The day of that."""
    made: bool = False
    """The statements changed something. What did not is no change, and must not be missed later."""

    def note(self) -> Note:
        """As the seal knows it."""
        return Note(self.generation, self.day, self.entries < 0, tag_of(self.entry) if self.entry else 0)


class Ledger:
    """The changes of the store at *path*, whose *content* is known.

    *acknowledged*: the generation that the seal knew. *read_only*: every change is refused.
    """

    def __init__(
        self,
        path: Path,
        connection: database.Connection,
        seal: SealFile,
        content: Content,
        acknowledged: int,
        *,
        read_only: bool,
    ) -> None:
        self.read_only = read_only
        self.entries = content.entries
        """How many entries there are."""
        self.on_change: Callable[[], object] = _nobody
        """Told of each change."""
        self._path = path
        self._connection = connection
        self._seal = seal
        self._in_store = content.generation
        self._generation = max(content.generation, acknowledged)
        self._mark = content.mark
        self._begun = False
        self._log_is_empty = False
        self._in_log = 0
        # As text: both are looked up at each save, and a Path takes several times as long.
        self._place, self._log_place = str(path), str(path.with_name(LOGS[0]))
        self._file = _identity(self._place)
        self._log_file: tuple[int, int] | None = None
        self._log: int | None = None
        """The log, as it is while it has no name any more."""
        self._log_left = self._log_size()
        """Bytes of the log when it was last written here; None: that is not known."""
        self._is_taken = False
        self._is_settled = False
        """Closed, with all of it in the store."""

    def begin(self) -> None:
        """Make ready for changes, which else the first one does: a copy of the store alone can then be told from all.

        Raises CannotWrite.
        """
        if self._begun:
            return
        if self.read_only:
            raise CannotWrite(self._path, _("it may only be read"))
        self._check_place()
        self.check_alone()
        with database.writing(self._path):
            if not self._log_is_empty:
                self._empty_log()
            # Before the store, here alone: it says nothing but what the store already holds.
            self._seal.renew(self._in_store, self.entries, self._mark.log)
            with self._commit(Change(self._generation)):
                pass
            self._empty_log()
        self._begun = True

    def add_entry(self, entry_id: str, session: str | None, body: str, day: dt.date) -> bool:
        """Add an entry, unless there is one of that id. Raises BadInput, CannotWrite."""
        self.begin()
        self._check_place()
        self.check_alone()
        row = (entry_id, session, body, self._generation + 1)
        with database.writing(self._path):
            if not self._log_is_empty:
                self._log_left = None  # on a full disk the log grows, and the entry is not in it
                added = bool(self._connection.execute(ADD_ENTRY, row).rowcount)
                if added:
                    self._acknowledge(Change(self._generation + 1, 1, entry_id, day))
                return added
        with self.change() as change:
            change.entries = self._connection.execute(ADD_ENTRY, row).rowcount
            if change.entries:
                change.entry, change.day = entry_id, day
        return bool(change.entries)

    @contextlib.contextmanager
    def change(self) -> Iterator[Change]:
        """All the statements inside, or none of them; the change says what came of it. Raises BadInput, CannotWrite.

        Statements that change nothing are no change: nobody is told of them, and the seal neither.
        """
        self.begin()
        self._check_place()
        self.check_alone()
        change = Change(self._generation + 1)
        with database.writing(self._path), self._commit(change, if_made=True):
            yield change
        if change.made:
            self._acknowledge(change)

    def rest(self) -> None:
        """Nothing is being written: bring what stands in the log into the store. Raises CannotWrite."""
        if self._begun and not self._log_is_empty:
            self.check_alone()
            with database.writing(self._path):
                self._empty_log()
            self._seal.settle(self._generation, self.entries, self._mark.log)

    def end(self) -> bool:
        """Say in the store that it is closed, if it can still be written; then nothing more may be changed.

        Tells whether the connection may be closed, which can write, too: not where somebody else writes the diary.
        Then, with the connection closed, comes ``let_go``.
        """
        with contextlib.suppress(DiaryInUse):
            self.check_alone()
        if self._begun and not self._is_taken:
            with contextlib.suppress(TpeGuideError, database.Error), database.writing(self._path):
                with self._commit(Change(self._generation), is_open=False):
                    pass
                self._empty_log()
                self._seal.settle(self._generation, self.entries, self._mark.log)
                self._is_settled = True
        self._begun = False
        return not self._is_taken

    def let_go(self, key: bytes) -> None:
        """The connection is closed: vouch for what is on the disk, which opens with *key*, and let go of the files.

        May be called twice. Never raises: where nothing is vouched for, the next opening looks at each page itself.
        """
        if self._is_settled:
            with contextlib.suppress(TpeGuideError, OSError):
                self._vouch(key)
        self._is_settled = False
        self._seal.close()
        self._let_go_of_log()

    def _vouch(self, key: bytes) -> None:
        """Read the store back, page by page, and note the digest of those very bytes."""
        before = copies.bytes_of(self._path)
        content = proving.examine(self._path, key)
        is_ours = content == Content(self._mark, self._mark.generation, self._mark.entries, 0)
        match before:
            case (bytes() as digest,) if is_ours and copies.bytes_of(self._path) == before:
                self._seal.vouch(self._generation, self.entries, self._mark.log, digest)

    def empty_log(self) -> None:
        """Bring a log that was found, and found good, into the store; where the disk is full it stays a while."""
        with contextlib.suppress(DiaryInUse, database.Error):
            self._empty_log()
        self._hold_log(_identity(self._log_place))

    @contextlib.contextmanager
    def _commit(self, change: Change, *, is_open: bool = True, if_made: bool = False) -> Iterator[None]:
        """Commit the statements inside with the mark; *if_made*: only if they changed something."""
        left, self._log_left = self._log_left, None
        with database.transaction(self._connection):
            before = self._connection.total_changes
            yield
            change.made = self._connection.total_changes != before
            if if_made and not change.made:
                self._log_left = left
                return
            mark = self._mark._replace(
                generation=change.generation, entries=self.entries + change.entries, is_open=is_open
            )
            if self._log_is_empty:
                mark = mark._replace(log=new_name(), over=self._mark.log)
            self._connection.execute(database.KEEP_MARK, (database.MARK, mark.body()))
        self._mark = mark
        self._log_is_empty = False

    def _acknowledge(self, change: Change) -> None:
        self._generation = change.generation
        self.entries += change.entries
        self._in_log += 1
        self._check_log()
        self._seal.note(change.note(), self.entries, self._mark.log)
        if self._in_log >= NOTES_MOST:
            with contextlib.suppress(TpeGuideError):
                self.rest()
        self.on_change()

    def _empty_log(self) -> None:
        ((busy, *_rest),) = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        if busy:
            raise DiaryInUse(self._path)
        self._log_is_empty, self._in_log, self._log_left = True, 0, 0

    def _check_place(self) -> None:
        """Raise CannotWrite where the store that is written is not the file that a person would find."""
        if _identity(self._place) != self._file:
            raise CannotWrite(self._path, _("the file was removed, moved or replaced while it was open"))

    def check_alone(self) -> None:
        """Raise DiaryInUse, now and ever after, where somebody else has written the diary since it was written here.

        The lock keeps others away, but not those who do not see it: a folder that is reached on two ways, or from two
        machines. What they wrote is in the files; what is written over it would be lost to one of both.
        """
        size = self._log_size()
        others = self._log_left is not None and size is not None and size != self._log_left
        if self._is_taken or others or not self._seal.is_as_left():
            self._is_taken = True
            raise DiaryInUse(self._path)

    def _check_log(self) -> None:
        """A log that was removed while it was open ends with this program: it goes into the store at once.

        Raises CannotWrite where the store is gone, too.
        """
        log = _identity(self._log_place)
        if log is None or self._log_file not in (None, log):
            self._check_place()
            with database.writing(self._path):
                self._empty_log()
        self._hold_log(log)

    def _hold_log(self, log: tuple[int, int] | None) -> None:
        """Know the log that is written here from another that may stand in its place, and how long it was left."""
        if self._log_file is None and log is not None:
            self._log_file = log
            if sys.platform != "win32":  # there it could not be removed any more
                with contextlib.suppress(OSError):
                    self._log = os.open(self._log_place, os.O_RDONLY)
        self._log_left = self._log_size()

    def _log_size(self) -> int | None:
        try:
            return (os.stat(self._log_place) if self._log is None else os.fstat(self._log)).st_size  # noqa: PTH116
        except OSError:
            return None

    def _let_go_of_log(self) -> None:
        if self._log is not None:
            os.close(self._log)
            self._log = None


def _identity(place: str) -> tuple[int, int] | None:
    try:
        status = os.stat(place)  # noqa: PTH116
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _nobody() -> None:
    """Nobody wants to know."""
