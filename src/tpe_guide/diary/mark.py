"""What the store itself says of its generation, its log and its entries; and which log belongs to which store.

Every log has a name of its own. The first change that goes into it says, in the row ``mark`` of the table
``about``: this log is X, and it goes on from a store whose log was Y. So a log that lies beside a store and does
not go on from it is from another time or another copy, whatever else is right about it.
"""

from __future__ import annotations

import json
import os
from typing import NamedTuple

NAME_BYTES = 8


class Mark(NamedTuple):
    """The row itself. *is_open*: a program had the store open for writing when it was written."""

    generation: int = 0
    entries: int = 0
    log: bytes = bytes(NAME_BYTES)
    over: bytes = bytes(NAME_BYTES)
    is_open: bool = False

    def body(self) -> str:
        """As it stands in the store."""
        return json.dumps([self.generation, self.entries, self.log.hex(), self.over.hex(), self.is_open])

    @classmethod
    def read(cls, body: str) -> Mark:
        """What ``body`` wrote. Raises ValueError, TypeError."""
        generation, entries, log, over, is_open = json.loads(body)
        return cls(int(generation), int(entries), bytes.fromhex(log), bytes.fromhex(over), bool(is_open))


class Content(NamedTuple):
    """What a store holds, as it was read: with its log, or without."""

    mark: Mark
    """All zero for a store of the first version, which had none."""
    generation: int
    """That of the newest change: the mark's, or that of an entry added since."""
    entries: int
    added: int
    """So many of them since the mark."""

    @property
    def lacking(self) -> int:
        """How many entries it should have by its own mark and has not."""
        return max(0, self.mark.entries + self.added - self.entries)

    def goes_on_from(self, alone: Content) -> bool:
        """Whether this, read with a log, is what *alone* and a log of its own make. Part of it may be in *alone*."""
        if alone.mark.log not in (self.mark.log, self.mark.over) or self.lacking > alone.lacking:
            return False
        if not self.generation:  # both of the first version: only their numbers tell the older
            return self.entries >= alone.entries
        return self.generation >= alone.generation


def new_name() -> bytes:
    """A name that no other log has."""
    return os.urandom(NAME_BYTES)
