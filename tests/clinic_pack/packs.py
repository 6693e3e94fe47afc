"""Packs as clinics write them, and the guide that they are about."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from pathlib import Path

from tpe_guide.clinic_pack import container, reading
from tpe_guide.clinic_pack.pack import Known, Pack
from tpe_guide.guide.slots import Slot
from tpe_guide.wording import describe

SLOTS = {
    "unit-phone": Slot("unit-phone", "Number to call by day", "the number", "phone", 40, "01632 960 123"),
    "out-of-hours": Slot("out-of-hours", "Number at night", "the night number", "phone", 80, "01632 960 456"),
    "where-to-come": Slot("where-to-come", "Where to come", "Ask where.", "sentence", 240, "Come to Day Unit B."),
    "fluid": Slot("fluid", "The fluid", "Ask which.", "sentence", 40, "We use albumin."),
}
KNOWN = Known(SLOTS, {"tingling": "Tingling", "cramps": "Cramps", "needles": "Needles or a line"}, ("en", "de"))
HEAD = 'format = "tpe-guide-pack"\nversion = 1\n'
GOOD = f"""{HEAD}
[unit]
name = "Day Unit B"
expires = 2027-03-31

[numbers]
unit = "01632 960 123"
out-of-hours = "+44 (0)1632 960456"
out-of-hours-note = "ask for the ward"

[hours]
monday = "08:00-12:00, 13:00-18:00"
sunday = "closed"

[words]
fluid = "We use albumin."

[kiosk]
languages = ["en"]
pages = ["tingling", "needles"]
title = "Plasma exchange"
line = "Touch to begin"
idle-seconds = 90
countdown-seconds = 45

[print]
printer = "ward-b"
pages-per-visit = 4

[session]
minutes = 150
checks = [30, 75]
"""


def png(width: int = 32, height: int = 32, *extra: bytes) -> bytes:
    """A grey picture, with the parts *extra* (a name and what is in it)."""
    rows = zlib.compress(b"".join(b"\0" + b"\x80" * min(width, 64) for _row in range(min(height, 64))))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = [b"IHDR" + head, *extra, b"IDAT" + rows, b"IEND"]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part)) for part in parts
    )


def good_files() -> dict[str, bytes]:
    """A pack that says all that can be said."""
    return {
        "clinic.toml": GOOD.encode(),
        "logo.png": png(),
        "words/where-to-come.md": b"Come to Day Unit B\non the second floor.\n\nPark at the east door.\n",
    }


def put(folder: Path, files: Mapping[str, bytes]) -> Path:
    """*files* as a folder on the disk."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def read(files: Mapping[str, bytes]) -> Pack:
    """What *files* say; nothing is wrong with them."""
    pack, problems = reading.read(files, "pack", KNOWN)
    assert [describe(problem) for problem in problems] == []
    return pack


def faults(files: Mapping[str, bytes], known: Known = KNOWN) -> list[str]:
    """Each fault of *files* in a line, without the name of the pack; nothing of it is given then."""
    pack, problems = reading.read(files, "pack", known)
    assert pack == Pack() or not problems
    return [describe(problem).removeprefix("pack/").removeprefix("clinic.toml: ") for problem in problems]


def toml_faults(text: str) -> list[str]:
    """The same of a ``clinic.toml`` with *text* below its head."""
    return faults({container.TOML: (HEAD + text).encode()})
