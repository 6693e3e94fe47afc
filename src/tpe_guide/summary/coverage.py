"""Which signs a font can draw."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import cache
from pathlib import Path


@cache
def coverage(font: Path) -> frozenset[int]:
    """The code points that a TrueType *font* has a glyph for, from its character maps of formats 4 and 12."""
    data = font.read_bytes()
    tables = struct.unpack_from(">H", data, 4)[0]
    records = (data[start : start + 16] for start in range(12, 12 + 16 * tables, 16))
    offsets = {record[:4]: struct.unpack_from(">I", record, 8)[0] for record in records}
    cmap: int = offsets[b"cmap"]
    covered: set[int] = set()
    for i in range(struct.unpack_from(">H", data, cmap + 2)[0]):
        start = cmap + struct.unpack_from(">I", data, cmap + 8 + 8 * i)[0]
        for first, last in _segments(data, start):
            covered.update(range(first, last + 1))
    # The last segment of format 4 is the end mark.
    return frozenset(covered - {0xFFFF})


def _segments(data: bytes, start: int) -> Iterator[tuple[int, int]]:
    kind = struct.unpack_from(">H", data, start)[0]
    if kind == 4:
        count = struct.unpack_from(">H", data, start + 6)[0] // 2
        ends = struct.unpack_from(f">{count}H", data, start + 14)
        starts = struct.unpack_from(f">{count}H", data, start + 16 + 2 * count)
        yield from zip(starts, ends, strict=True)
    elif kind == 12:
        for group in range(struct.unpack_from(">I", data, start + 12)[0]):
            first, last, __ = struct.unpack_from(">III", data, start + 16 + 12 * group)
            yield first, last
