"""Numbers to call, for the ear: digit by digit, with a rest where the number has one."""

from __future__ import annotations

import re

_APART = re.compile(r"(?<=\d)[\s()/.-]+(?=\d)")
_NEXT = re.compile(r"(?<=\d)(?=\d)")


def digit_by_digit(number: str) -> str:
    """“112, 911 or 999” as “1 1 2, 9 1 1 or 9 9 9”. Whatever somebody has written as their unit’s number."""
    return _NEXT.sub(" ", _APART.sub(", ", number))
