"""Numbers to call: whether what was written is one. Nobody is called; a number that is none is not shown as one."""

from __future__ import annotations

import re

LEAST_DIGITS, MOST_DIGITS = 3, 20
"""Of a number that a clinic writes into its pack: 112 has three."""
_LEAST_WRITTEN = 2
"""Of one that a person writes in: an extension may be 12."""
_NUMBER = re.compile(r"\+?[ ]?[0-9(][0-9 ()]*", re.ASCII)
_LEADS = re.compile(r"\W*(?:[^\W\d]+[.:]?\s+)?[+(]*\d")
"""At most one word before the first digit: “ext. 12, ask for Ana” is a number, “do not call anyone 00” is none."""


def is_number(text: str) -> bool:
    """Whether *text* is a number and nothing else: digits 0 to 9, spaces, brackets, and + before them."""
    if not _NUMBER.fullmatch(text) or not LEAST_DIGITS <= sum(map(str.isdecimal, text)) <= MOST_DIGITS:
        return False
    return re.fullmatch(r"[^()]*(?:\([^()]+\)[^()]*)*", text) is not None


def leads(text: str) -> bool:
    """Whether *text* begins with a number, in digits of any script; what to ask for may stand after it."""
    return has_digits(text) and _LEADS.match(text) is not None


def has_digits(text: str) -> bool:
    """Whether there are as many digits in *text* as a short number has."""
    return sum(map(str.isdecimal, text)) >= _LEAST_WRITTEN
