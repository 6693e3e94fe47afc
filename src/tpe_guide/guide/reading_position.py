"""A place on a page that outlives another text size, width or depth: a block and how many characters into it.

Written ``minute.3+57``: character 57 of the fourth block of the minute. The empty string is the top of the page.
"""

from __future__ import annotations

from typing import NamedTuple


class ReadingPosition(NamedTuple):
    """*block* is ``part.number``; *offset* counts characters from its beginning."""

    block: str = ""
    offset: int = 0

    def __str__(self) -> str:
        return f"{self.block}+{self.offset}" if self.offset else self.block

    @property
    def part(self) -> str:
        """``in_short``, ``minute``, ``full`` or ``end``."""
        return self.block.partition(".")[0]

    @classmethod
    def read(cls, text: str) -> ReadingPosition:
        """The place that was written as *text*; the top for anything else."""
        block, __, offset = text.partition("+")
        return cls(block, int(offset) if offset.isascii() and offset.isdigit() else 0)
