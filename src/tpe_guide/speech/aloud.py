"""How the voice is to say what is written: eSpeak NG, the voice of most Linux desktops, stumbles over some of it.

It reads “IVIG” as one word, 112 as a hundred and twelve, “5–7” as “five seven”, and “close the clamp” like “close to
the clamp”. ``aloud`` spells these for the ear. ``stumbles`` names what is left: an author writes that in other words,
which the content check sees to.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple


class _Rule(NamedTuple):
    written: re.Pattern[str]
    said: str | Callable[[re.Match[str]], str]


def aloud(text: str, language: str) -> str:
    """*text* as the voice is to have it: the same words, spelled for the ear."""
    for written, said in (*_EVERYWHERE, *_IN.get(language, ())):
        text = written.sub(said, text)
    return text


def stumbles(text: str, language: str) -> list[str]:
    """The parts of *text* that the voice would say wrongly all the same. Known for English only."""
    if language not in _IN:
        return []
    said = aloud(text, language)
    return [found for pattern in _WRONG for found in pattern.findall(said) if found not in SAID_RIGHT]


def _digits(match: re.Match[str]) -> str:
    """Digit by digit, with a rest where the number has one: a number to call."""
    return re.sub(r"(?<=\d)(?=\d)", " ", re.sub(r"[\s()-]+", ", ", match[0]).strip(", "))


def _letters(match: re.Match[str]) -> str:
    """Letter by letter; a digit stands apart."""
    return re.sub(r"\D", r"\g<0>.", match[0]).replace(".4", ". 4")


def _counted(match: re.Match[str]) -> str:
    return str(("I", "II", "III", "IV").index(match[0]) + 1)


def _unit(match: re.Match[str]) -> str:
    return f"{match[1]} {_UNITS[match[2]]}{'' if match[1] == '1' else 's'}"


def _rule(written: str, said: str | Callable[[re.Match[str]], str]) -> _Rule:
    return _Rule(re.compile(written), said)


_UNITS = {"mg": "milligram", "g": "gram", "kg": "kilogram", "ml": "millilitre", "mL": "millilitre", "l": "litre"}
_UNITS |= {"L": "litre", "mm": "millimetre", "cm": "centimetre", "m": "metre", "min": "minute", "h": "hour"}
_EVERYWHERE = (
    _rule(r"(?<![\w,.])(?:112|911|999)(?![\w%]|[.,]\d| of\b)", _digits),
    # Telephone numbers, as they are grouped in North America and elsewhere.
    _rule(r"(?<![\w,.])\(?\d{3}\)?[\s-](?:\d{3}[\s-])?\d{4}(?!\w|[.,]\d)", _digits),
    _rule(r"(?<![\w,.])(?:\+|\(?0)(?:[\s()-]*\d){6,}(?!\w|[.,]\d)", _digits),
)
_IN = {
    "en": (
        _rule(r"(?<=\d)\s?[–-]\s?(?=\d)", " to "),
        _rule(r"(?<![\d,.])19(?=[1-9]\d(?!\w|[.,]\d))", "19 "),  # else “nineteen hundred and eighty-five”
        _rule(r"(?<=\d)\s?°\s?C\b", " degrees Celsius"),
        _rule(r"(?<=\d)\s?°\s?F\b", " degrees Fahrenheit"),
        _rule(r"(?<=\d)½", " and a half"),
        _rule(rf"(?<![\w.,])([\d.,]*\d) ?({'|'.join(_UNITS)})\b(?![/-])", _unit),
        _rule(r"(?<=[Cc]ategory )(?:III?|I|IV)\b", _counted),
        _rule(r"\b(?:ACTH|AQP4|CIS|EDSS|IV|IVIG|NMOSD)\b", _letters),
        _rule(r"\bACE\b", "ace"),
        _rule(r"\bMOGAD\b", "Mo-gad"),
        _rule(r"\bGuillain-Barré\b", "Ghee-yon Barray"),
        # Verbs that are said like the adjective or the noun.
        _rule(r"\b([Cc])lose(?= (?:it|the|your)\b)", r"\1loze"),
        _rule(r"\b([Uu])se(?= (?:a|an|it|the|them|this|your)\b)", r"\1ze"),
    ),
}
_WRONG = (
    re.compile(r"\+(?!\d)|[^\w\s.,:;?!()“”‘’'\"…–—%+-]|[_²³¼½¾]|(?<=\w)[–—]|[–—](?=\w)"),
    # Letters that the voice may read as a word, or the other way round; words that are shouted are none.
    re.compile(r"(?<![A-Z]{5}\s)\b(?=\d*[A-Z])[A-Z0-9]{2,5}\b(?!\s[A-Z]{5})"),
    re.compile(r"\b\d+(?!st\b|nd\b|rd\b|th\b)[A-Za-z]\w*"),
    re.compile(r"\b(?:approx|i\.e|incl|no|No|resp|vs)\.(?= (?:\d|[a-z]))"),
)
SAID_RIGHT = frozenset(("ASFA", "DMT", "GP", "HIV", "MOG", "MRI", "MS", "NHS", "PML", "RRMS", "TPE", "UK", "US"))
"""Short forms that the voice says as people do; of these ASFA and MOG as words."""
