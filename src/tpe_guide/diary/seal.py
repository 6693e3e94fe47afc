"""The seal: a small file beside the store that knows what was acknowledged, so that a lost log is noticed.

The store cannot tell that its newest part is gone: what SQLite finds of a cut log is a whole diary, only a
shorter one. So each change, once it is on disk, is noted here as well: how many changes and entries there are
by now, and of the last changes which entry each added or removed, by a short number made from its id, and its day.

It is written after the store, never before. Killed between the two, or without power before this file reached
the disk, it is behind the store, and that is no fault; ahead of it, something is missing. Hence no save waits
for the disk a second time: what a killed program wrote is kept by the system, and the disk is waited for
whenever the log is emptied.

Once the diary is closed and each page of the store was read back, the seal also holds a digest of those bytes. As
long as they are the same the next opening need not read each page a second time.

Two slots, written in turn: a torn one leaves the other. Each is encrypted and sealed by ChaCha20-Poly1305
with a key made from the diary's own, since days and numbers are the person's, too.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import struct
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tpe_guide import side_file
from tpe_guide.errors import CannotWrite
from tpe_guide.files import write_whole

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

SLOT = 2048
NOTES_MOST = 150
"""So many changes fit into a slot; the log is emptied before more stand in it."""

_FORMAT = b"tpe-guide-seal 1"
_TO_LOOK = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
_NONCE, _TAG = 12, 16
_HEAD = struct.Struct(">QQI8sH")
_NOTE = struct.Struct(">III")
_REMOVED = 1 << 31
"""Set in the number of a day. Notes from before this version have it not, nor a tag."""
_DIGEST = 32
_ROOM = SLOT - _NONCE - _TAG - _DIGEST
assert _HEAD.size + NOTES_MOST * _NOTE.size <= _ROOM


class Note(NamedTuple):
    """One change: the *generation* that the diary had with it, and what became of which entry, if of one."""

    generation: int
    day: dt.date | None = None
    """That of the entry; None: it is of no entry, or of several."""
    removed: bool = False
    """The entry was removed, not added."""
    tag: int = 0
    """Of the entry's id, see ``tag_of``; 0: not known."""


class Seal(NamedTuple):
    """What was acknowledged. *notes*: the last changes, oldest first."""

    generation: int
    """How many changes the diary had seen."""
    entries: int
    log: bytes
    """The name of the log that they stood in, 8 bytes."""
    notes: tuple[Note, ...] = ()
    sequence: int = 0
    """Which of the two slots was written last."""
    whole: bytes | None = None
    """The SHA-256 of the store after it was closed, each page read and found good; None: that is not known."""


class SealFile:
    """The file at *path*, written with the *key* of the diary. It is made when it is first written."""

    def __init__(self, path: Path, key: bytes) -> None:
        self.path = path
        self._place = str(path)
        self._cipher = _cipher(key)
        self._stream: int | None = None
        self._sequence = 0
        self._left: bytes | None = None
        """All that stood in the file after it was last read or written here; None: that is not known."""
        # Packed as they come: to pack 150 of them at each save would take a tenth of it.
        self._notes = bytearray()

    def read(self) -> Seal | None:
        """What the file says; None where it is not there or not to be read."""
        try:
            data = self._left = side_file.read_bytes(self.path, 2 * SLOT)
        except (OSError, side_file.Fault) as error:
            self._left = b"" if isinstance(error, FileNotFoundError) else None
            return None
        seals = [seal for at in (0, SLOT) if (seal := self._unsealed(data[at : at + SLOT]))]
        newest = max(seals, key=lambda seal: seal.sequence, default=None)
        self._sequence = newest.sequence if newest else 0
        self._notes = bytearray().join(map(_packed, newest.notes)) if newest else bytearray()
        return newest

    def renew(self, generation: int, entries: int, log: bytes) -> None:
        """Put a new seal on disk, in a new file, in place of what was there. Raises CannotWrite.

        Of its notes stay those of changes that the store has: the others are lost, and that was told.
        """
        self.close()
        self._notes = bytearray().join(
            _NOTE.pack(*row) for row in _NOTE.iter_unpack(self._notes) if row[1] <= generation
        )
        self._sequence += 1
        slots = [self._sealed(generation, entries, log), bytes(SLOT)]
        if self._sequence % 2:
            slots.reverse()
        data = self._left = b"".join(slots)
        try:
            write_whole(self.path, data, private=True)
        except CannotWrite:
            if not self._holds(data):  # some disks write, and then say that they could not
                raise
        with contextlib.suppress(OSError):
            self._stream = os.open(self.path, os.O_RDWR | getattr(os, "O_BINARY", 0))

    def note(self, change: Note, entries: int, log: bytes) -> None:
        """Note a change that is on disk. Never raises: a seal that stays behind does no harm."""
        self._notes += _packed(change)
        if len(self._notes) > NOTES_MOST * _NOTE.size:
            del self._notes[: _NOTE.size]
        self._write(change.generation, entries, log)

    def settle(self, generation: int, entries: int, log: bytes) -> None:
        """The log was emptied: wait until that is on disk. Never raises."""
        self._write(generation, entries, log)
        if self._stream is not None:
            with contextlib.suppress(OSError):
                os.fsync(self._stream)

    def vouch(self, generation: int, entries: int, log: bytes, whole: bytes) -> None:
        """The store is closed, and bytes whose SHA-256 is *whole* were found good. Never raises."""
        self._write(generation, entries, log, whole)

    def is_as_left(self) -> bool:
        """Nobody else wrote the file since; also where that cannot be known.

        It is opened anew each time, since only then another machine's words are seen. At each save: hence no more
        calls than these, and none that waits for a pipe in its place.
        """
        if self._left is None:
            return True
        try:
            stream = os.open(self._place, _TO_LOOK)
            try:
                data = os.read(stream, 2 * SLOT + 1)
            finally:
                os.close(stream)
        except OSError:
            return True
        return len(data) > 2 * SLOT or data == self._left

    def close(self) -> None:
        """Let go of the file. May be called twice."""
        if self._stream is not None:
            os.close(self._stream)
            self._stream = None

    def _holds(self, data: bytes) -> bool:
        try:
            return side_file.read_bytes(self.path, len(data)) == data
        except (OSError, side_file.Fault):
            return False

    def _write(self, generation: int, entries: int, log: bytes, whole: bytes = b"") -> None:
        if self._stream is None:
            return
        self._sequence += 1
        at, left = SLOT * (self._sequence % 2), self._left
        slot = self._sealed(generation, entries, log, whole)
        try:
            os.lseek(self._stream, at, os.SEEK_SET)
            os.write(self._stream, slot)
        except OSError:
            self._left = None
        else:
            self._left = left and left[:at] + slot + left[at + SLOT :]

    def _sealed(self, generation: int, entries: int, log: bytes, whole: bytes = b"") -> bytes:
        count = len(self._notes) // _NOTE.size
        text = _HEAD.pack(self._sequence, generation, entries, log, count) + self._notes
        nonce = os.urandom(_NONCE)
        # Before there were digests zeros stood in their place.
        text = text.ljust(_ROOM, b"\0") + whole.ljust(_DIGEST, b"\0")
        return nonce + self._cipher.encrypt(nonce, text, _FORMAT)

    def _unsealed(self, slot: bytes) -> Seal | None:
        from cryptography.exceptions import InvalidTag

        if len(slot) < SLOT:
            return None
        try:
            text = self._cipher.decrypt(slot[:_NONCE], slot[_NONCE:], _FORMAT)
        except InvalidTag:
            return None
        sequence, generation, entries, log, count = _HEAD.unpack_from(text)
        rows = text[_HEAD.size : _HEAD.size + count * _NOTE.size]
        notes = tuple(_unpacked(*row) for row in _NOTE.iter_unpack(rows))
        whole = text[_ROOM:] if any(text[_ROOM:]) else None
        return Seal(generation, entries, log, notes, sequence, whole)


def tag_of(entry_id: str) -> int:
    """A short number for *entry_id*, never 0."""
    return zlib.crc32(entry_id.encode()) or 1


def _cipher(key: bytes) -> ChaCha20Poly1305:
    import hashlib

    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    return ChaCha20Poly1305(hashlib.blake2b(key=key, person=_FORMAT, digest_size=32).digest())


def _packed(note: Note) -> bytes:
    day = note.day.toordinal() if note.day else 0
    return _NOTE.pack(note.tag, note.generation, day | _REMOVED if note.removed else day)


def _unpacked(tag: int, generation: int, told: int) -> Note:
    ordinal = told & ~_REMOVED
    return Note(generation, dt.date.fromordinal(ordinal) if ordinal else None, bool(told & _REMOVED), tag)
