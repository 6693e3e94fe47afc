"""What people type, and what a diary makes of it: nothing that can be read is lost, and nothing is guessed."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from tpe_guide.diary.kinds import TEXT_LIMIT

COLDEST, WARMEST = 30.0, 45.0
"""°C: what the diary takes for a temperature."""
_CELSIUS: Final = re.compile(r"([0-9]{2}(?:[.,][0-9]+)?) ?°? ?[Cc]?")


def kept_text(text: str) -> str:
    """*text* as a diary can keep it: all that can be read of it, and neither U+0000 nor half a surrogate pair."""
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return whole.replace("\0", "")


def over(text: str) -> int:
    """By how many characters *text* is longer than an entry takes."""
    return max(0, len(text.strip()) - TEXT_LIMIT)


def celsius(text: str) -> float | None:
    """The temperature in *text*, such as “38.2”, “38,2 °C”; None where it is none of a body in °C."""
    found = _CELSIUS.fullmatch(unicodedata.normalize("NFKC", text).strip())
    value = float(found[1].replace(",", ".")) if found else 0.0
    return value if COLDEST <= value <= WARMEST else None
