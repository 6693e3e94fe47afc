"""Files as a bad stick, a stray editor or another program leaves them: good ones, with a little changed by chance."""

from __future__ import annotations

import random
import re

_VALUE = re.compile(rb':\s*("(?:[^"\\]|\\.)*"|[\w.+-]+|\[[^\[\]]*\])')
_SPICE = (
    *(b"null", b"true", b"[]", b"{}", b'""', b"-1", b"1.5", b"1e999", b"NaN", b'"x"', b'["a", 1]', b'"\\ud800"'),
    b"9" * 400,
    b"9" * 5_000,
    b"[" * 40 + b"]" * 40,
    b"[" * 100_000,
)


def mutated(raw: bytes, chance: random.Random) -> bytes:
    """*raw* with bits flipped, parts cut out or doubled, and values of another kind."""
    for _time in range(chance.randint(1, 3)):
        raw = _changed(raw, chance)
    return raw


def _changed(raw: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(raw) + 1)
    end = min(len(raw), at + chance.randint(0, 30))
    match chance.randrange(6):
        case 0:
            return raw[:at] + bytes([chance.randrange(256)]) + raw[at + 1 :]
        case 1:
            return raw[:at] + raw[end:]
        case 2:
            return raw[:end] + raw[at:]
        case 3:
            return raw[:at]
        case _:
            values = [found.span(1) for found in _VALUE.finditer(raw)]
            start, stop = chance.choice(values) if values else (at, end)
            return raw[:start] + chance.choice(_SPICE) + raw[stop:]
