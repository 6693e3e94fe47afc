"""The codes of the diary's words: one data file, ``codes.json``, with a source to each, checked as it is read.

It is JSON and not TOML because each PDF carries a bundle: ``tomllib`` would cost every summary 15 ms.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from tpe_guide.vocabulary.terms import ACCESSES, ALL_EFFECTS, FLUIDS, FUNCTIONS, MOMENTS, ONSETS, SESSION_STATES

FILE = Path(__file__).with_name("codes.json")
SURE = "sure"
HOW_SURE = (SURE, "fairly sure", "unsure")
_LISTS: Mapping[str, tuple[str, ...]] = {
    "moment": MOMENTS,
    "began": ONSETS,
    "access": ACCESSES,
    "fluid": FLUIDS,
    "state": SESSION_STATES,
    "function": FUNCTIONS,
}


class Concept(NamedTuple):
    """A word of the diary: in plain English, and as a code where that is surely right."""

    text: str
    system: str = ""
    code: str = ""
    """Empty where no code is surely right."""
    display: str = ""


class Codes(NamedTuple):
    """All of the file."""

    systems: Mapping[str, str]
    observations: Mapping[str, Concept]
    severities: tuple[Concept, ...]
    effects: Mapping[str, Concept]
    session: Concept
    terms: Mapping[str, Mapping[str, str]]


@cache
def codes() -> Codes:
    """The file that is shipped."""
    return read(json.loads(FILE.read_text(encoding="utf-8")))


def read(data: Mapping[str, Any]) -> Codes:
    """*data* as the file has it. Raises ValueError: a word without a text, a code without a source, a wrong digit."""
    systems = data["systems"]
    _check_same("effects", data["effects"], ALL_EFFECTS)
    for name, words in _LISTS.items():
        _check_same(name, data["terms"][name], words)
    return Codes(
        systems,
        {name: _concept(name, entry, systems) for name, entry in data["observations"].items()},
        tuple(_concept(f"severity {number}", entry, systems) for number, entry in enumerate(data["severities"])),
        {name: _concept(name, entry, systems) for name, entry in data["effects"].items()},
        _concept("session", data["session"], systems),
        data["terms"],
    )


def _check_same(name: str, found: Iterable[str], wanted: Iterable[str]) -> None:
    if set(found) != set(wanted):
        raise ValueError(f"{name}: not the words of the diary: {sorted(set(found) ^ set(wanted))}")


def _concept(name: str, entry: Mapping[str, str], systems: Mapping[str, str]) -> Concept:
    text = entry.get("text") or entry.get("display", "")
    if not text:
        raise ValueError(f"{name}: no text")
    if "sure" in entry and (entry["sure"] not in HOW_SURE or not entry.get("source")):
        raise ValueError(f"{name}: how sure, and by which source?")
    for system in ("snomed", "loinc"):
        if code := entry.get(system):
            _check_code(name, system, code, entry)
            if entry["sure"] == SURE:
                return Concept(text, systems[system], code, entry["display"])
    return Concept(text)


def _check_code(name: str, system: str, code: str, entry: Mapping[str, str]) -> None:
    if not entry.get("display") or "sure" not in entry:
        raise ValueError(f"{name}: a code with no display, or not said how sure")
    digits = code.replace("-", "", 1) if system == "loinc" else code
    if not digits.isascii() or not digits.isdigit() or not _CHECKS[system](digits):
        raise ValueError(f"{name}: {code} is no {system} code: its check digit is wrong")


def _is_verhoeff(digits: str) -> bool:
    """Whether the last of *digits* is right for the others, as SNOMED CT has it."""
    check = 0
    for place, digit in enumerate(reversed(digits)):
        check = _TIMES[check][_TURNED[place % 8][int(digit)]]
    return check == 0


def _is_mod_10(digits: str) -> bool:
    """The same, as LOINC has it."""
    doubled = (int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(digits)))
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0


def _times(one: int, other: int) -> int:
    """In the group of the turns and flips of a pentagon."""
    turn, flip = one % 5, one >= 5
    turned, flipped = other % 5, other >= 5
    return (turn + (-turned if flip else turned)) % 5 + (0 if flip == flipped else 5)


_TIMES = [[_times(one, other) for other in range(10)] for one in range(10)]
_TURNED = [list(range(10))]
for _ in range(7):
    _TURNED.append([(1, 5, 7, 6, 2, 8, 3, 0, 9, 4)[digit] for digit in _TURNED[-1]])
_CHECKS = {"snomed": _is_verhoeff, "loinc": _is_mod_10}
