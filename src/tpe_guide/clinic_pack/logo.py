"""The logo of a pack: a PNG that is whole and small, looked at before anything draws it.

No SVG: it can hold scripts, links and entities. A picture that says it is 30,000 pixels wide would take gigabytes once
it is unpacked: so its size is read from its head, and each part held against its checksum.
"""

from __future__ import annotations

import struct
import zlib

from tpe_guide.i18n import _

SIDE_LIMIT, SIDE_LEAST = 2_000, 16
"""Pixels."""
_BEGIN = b"\x89PNG\r\n\x1a\n"
_ANIMATED = b"acTL"


def expected(data: bytes) -> str:
    """What the picture would have to be, as a short phrase; empty if it is right."""
    if not data.startswith(_BEGIN):
        return _("a picture of the kind PNG")
    names = _parts(data)
    if names is None or names[0] != b"IHDR" or names[-1] != b"IEND" or b"IDAT" not in names:
        return _("a whole PNG; this one is cut off or damaged")
    if _ANIMATED in names:
        return _("a picture that does not move")
    width, height = struct.unpack(">II", data[16:24])
    if not (SIDE_LEAST <= width <= SIDE_LIMIT and SIDE_LEAST <= height <= SIDE_LIMIT):
        return _("a picture of {least} to {most} pixels each way, not {width}×{height}").format(
            least=SIDE_LEAST, most=SIDE_LIMIT, width=width, height=height
        )
    return ""


def _parts(data: bytes) -> list[bytes] | None:
    """The names of its parts, in order; None where one is cut off or is not what its checksum says."""
    names: list[bytes] = []
    at = len(_BEGIN)
    while at < len(data):
        if at + 12 > len(data):
            return None
        (length,) = struct.unpack(">I", data[at : at + 4])
        name, end = data[at + 4 : at + 8], at + 8 + length
        if end + 4 > len(data):
            return None
        if zlib.crc32(data[at + 4 : end]) != struct.unpack(">I", data[end : end + 4])[0]:
            return None
        names.append(name)
        at = end + 4
    has_head = bool(names) and names[0] == b"IHDR" and data[8:12] == b"\0\0\0\r"
    return names if has_head else None
