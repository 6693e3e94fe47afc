"""The number lock: which numbers a text states, and whether the facts behind it carry them.

A number is carried if a fact states it: as it is, rounded, in another unit (120 minutes, 2 hours) or as
another way to say the same share (57.1%, “57 of 100”, 8 of 14).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

_UNITS = {
    "minute": ("min", 1),
    "min": ("min", 1),
    "hour": ("min", 60),
    "h": ("min", 60),
    "day": ("min", 1440),
    "week": ("min", 10080),
    "month": ("month", 1),
    "year": ("month", 12),
    "ml": ("ml", 1),
    "millilitre": ("ml", 1),
    "milliliter": ("ml", 1),
    "litre": ("ml", 1000),
    "liter": ("ml", 1000),
    "l": ("ml", 1000),
    "mg": ("mg", 1),
    "g": ("mg", 1000),
    "kg": ("mg", 1_000_000),
    "c": ("°c", 1),
    "f": ("°f", 1),
}
_UNDER_20 = (
    "zero one two three four five six seven eight nine ten"
    " eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_COUNTED = "first second third fourth fifth sixth seventh eighth ninth tenth"
_WORDS = {word: value for value, word in enumerate(_UNDER_20.split())}
_WORDS |= {word: 10 * value for value, word in enumerate(_TENS.split(), start=2)}
_ORDINALS = {word: value for value, word in enumerate(_COUNTED.split(), start=1)}
_SHARE_WORDS = {"half": 1 / 2, "one third": 1 / 3, "a third": 1 / 3, "two thirds": 2 / 3, "three quarters": 3 / 4}
_SHARE_WORDS |= {"quarter": 1 / 4, "one fifth": 1 / 5, "a fifth": 1 / 5}
_LARGE = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12}
_SMALLEST_WORD = 11
"""Number words up to ten read as ordinary English (“one of you”) and are left alone, unless a unit follows."""

_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d*\.\d+|\d*[½¼¾]|\d+"
_WORD_NUMBER = "|".join(sorted((*_WORDS, *_LARGE), key=len, reverse=True))
_QUANTITY = re.compile(
    rf"(?P<number>{_NUMBER})(?:st|nd|rd|th)?(?![\w])|(?P<glued>{_NUMBER})(?P<tail>ml|mg|kg|g|h|min)\b"
    rf"|\b(?P<word>{_WORD_NUMBER})(?:-(?P<second>one|two|three|four|five|six|seven|eight|nine))?\b",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"[\s -]*(?:more |whole |full )?(?:°\s?)?"
    r"(%|percent|per cent|minutes?|min|hours?|h|days?|weeks?|months?|years?"
    r"|ml|millilit(?:re|er)s?|lit(?:re|er)s?|l|mg|kg|g|c|f)(?![\w])",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\s*(?:–|-|to|or|and)\s*(?=[\d.])", re.IGNORECASE)
_SHARE = re.compile(
    rf"(?P<part>{_NUMBER}|one|two|three|four|five|six|seven|eight|nine)\s*"
    r"(?P<how>/|(?:people |person |patients |sessions )?(?:out of(?: every)?|in every|of every|of|in|per))\s*"
    rf"(?:about |the )?(?P<whole>{_NUMBER}|two|three|four|five|ten)(?![\w%])",
    re.IGNORECASE,
)
_PERCENT = re.compile(
    rf"((?:(?:{_NUMBER})\s*(?:/|-|–|to|and|vs)\s*)*(?:{_NUMBER}))\s*(?:%|percent|per cent)", re.IGNORECASE
)
_PER = re.compile(r"\bper (100|1,000|10,000)(?![\d,])")
_SHARE_WORD = re.compile(r"\b(?:" + "|".join(_SHARE_WORDS) + r")\b", re.IGNORECASE)
_SHARE_OF = re.compile(r"\b(" + "|".join(_SHARE_WORDS) + r") of\b", re.IGNORECASE)
_ORDINAL = re.compile(r"\b(" + "|".join(_ORDINALS) + r")\b", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"[^\W\d_][-–]?\Z")
_EMERGENCY = re.compile(r"(?<![\d,.])(?:112|911|999)\b(?![,.]\d)")
_LABEL_BEFORE = re.compile(r"\b(?:step|part|page|level|no\.|number) $", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DENOMINATORS = (10.0, 100.0, 1000.0, 10_000.0)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text. *unit* is ``min``, ``month``, ``ml``, ``mg``, ``°c``, ``°f``, ``%`` or empty."""

    value: float
    step: float
    """How finely it is given: 1 for 57, 0.1 for 57.1, 1000 for 51,000."""
    unit: str
    factor: float
    """How many of *unit* one of the written unit is: 60 for hours."""
    text: str
    start: int


@dataclass(slots=True)
class Carried:
    """What a set of facts carries."""

    quantities: list[Quantity] = field(default_factory=list)
    shares: list[float] = field(default_factory=list)
    alone: set[float] = field(default_factory=set)
    """The numbers that are not stated as a share: “22 people, 12 with MS”."""
    years: frozenset[str] = frozenset()


def uncarried(text: str, facts: Iterable[str], years_from: Iterable[str] = ()) -> Iterator[Quantity]:
    """The numbers of *text* that none of the *facts* carries. A year may stand in *years_from* instead."""
    parts = [_carried(fact) for fact in facts]
    carried = Carried(
        [quantity for part in parts for quantity in part.quantities],
        [share for part in parts for share in part.shares],
        set().union(*(part.alone for part in parts)),
        frozenset(_YEAR.findall("\n".join(years_from))),
    )
    stated = [quantity for quantity in quantities(text) if _counts(quantity)]
    denominators = {quantity.value for quantity in stated if quantity.value in _DENOMINATORS}
    in_pairs = {place: _is_pair(part, whole, carried) for part, whole, places in _pairs(text) for place in places}
    for quantity in stated:
        if not in_pairs.get(quantity.start, _is_carried(quantity, carried, denominators)):
            yield quantity


def counts_in(text: str) -> Iterator[Quantity]:
    """The numbers of *text* that say how much, how many or how long: “14 people”, “twelve”, “three weeks”."""
    yield from filter(_counts, quantities(text))
    for match in _SHARE_OF.finditer(text):
        yield Quantity(_SHARE_WORDS[match[1].lower()], 0, "", 1, match[1], match.start())


def quantities(text: str) -> Iterator[Quantity]:
    """The numbers that *text* states. One that is part of a name (IL-6) or a number to call is left out."""
    emergency = {match.start() for match in _EMERGENCY.finditer(text)}
    for match in _QUANTITY.finditer(text):
        before = text[: match.start()]
        if not match["word"] and _NAME_BEFORE.search(before):
            continue
        if match.start() in emergency or _LABEL_BEFORE.search(before):
            continue
        unit, factor = _unit_after(text, match)
        written = match["number"] or match["glued"]
        value = _value(written) if written else _word_value(match["word"], match["second"])
        yield Quantity(value, _step(written or str(int(value))), unit, factor, match[0], match.start())


def _is_carried(stated: Quantity, carried: Carried, denominators: set[float]) -> bool:
    if stated.text in carried.years or any(_agree(stated, fact) for fact in carried.quantities):
        return True
    if stated.unit == "%":
        return any(abs(stated.value - 100 * share) <= stated.step / 2 for share in carried.shares)
    if stated.value in denominators:
        return bool(carried.shares)
    return any(_is_share(stated.value, whole, carried) for whole in denominators)


def _is_pair(part: float, whole: float, carried: Carried) -> bool:
    """A share, or two counts of the same people: “12 of 22” where 22 took part, 12 with MS."""
    counted = whole not in _DENOMINATORS and {part, whole} <= carried.alone
    return counted or _is_share(part, whole, carried)


def _is_share(part: float, whole: float, carried: Carried) -> bool:
    """Some fact gives the share *part* of *whole*, rounded to whole people."""
    for share in carried.shares:
        if part == 1 and share:
            near = abs(whole - 1 / share) <= max(0.5, whole / 10)
        elif whole < _DENOMINATORS[0]:
            near = abs(part / whole - share) <= 0.03
        else:
            near = abs(part - share * whole) <= 0.5
        if near:
            return True
    return False


def _pairs(text: str) -> Iterator[tuple[float, float, tuple[int, int]]]:
    """“8 of 14” and the like: part, whole, and where both stand. “5 sessions in 14 days” is no share."""
    for match in _SHARE.finditer(text):
        part, whole = _value(match["part"]), _value(match["whole"])
        written = _QUANTITY.match(text, match.start("whole"))
        has_unit = written is not None and _unit_after(text, written)[0]
        in_a_year = match["how"] == "in" and _YEAR.fullmatch(match["whole"])
        if not has_unit and not in_a_year and 0 < part <= whole:
            yield part, whole, (match.start("part"), match.start("whole"))


def _agree(stated: Quantity, fact: Quantity) -> bool:
    if stated.unit and fact.unit and stated.unit != fact.unit:
        percent = "%" in (stated.unit, fact.unit)
        return stated.value == fact.value if percent else _same_temperature(stated, fact)
    value = fact.value
    if stated.unit and fact.unit:
        value *= fact.factor / stated.factor
    slack = stated.step / 2 if value != fact.value or fact.step < stated.step else 0
    return abs(stated.value - value) <= slack + 1e-9


def _same_temperature(stated: Quantity, fact: Quantity) -> bool:
    if (stated.unit, fact.unit) == ("°f", "°c"):
        return abs(stated.value - (fact.value * 9 / 5 + 32)) <= stated.step / 2
    if (stated.unit, fact.unit) == ("°c", "°f"):
        return abs(stated.value - (fact.value - 32) * 5 / 9) <= stated.step / 2
    return False


@lru_cache(maxsize=1024)
def _carried(fact: str) -> Carried:
    found = list(quantities(fact))
    found += [
        Quantity(float(_ORDINALS[match[0].lower()]), 1, "", 1, match[0], match.start())
        for match in _ORDINAL.finditer(fact)
    ]
    shares = [_SHARE_WORDS[match[0].lower()] for match in _SHARE_WORD.finditer(fact.replace("-", " "))]
    for match in _PERCENT.finditer(fact):
        shares += [_value(number) / 100 for number in re.findall(_NUMBER, match[1])]
    for line in fact.splitlines():
        shares += _shares_per(line)
    pairs = list(_pairs(fact))
    shares += [part / whole for part, whole, __ in pairs]
    in_pairs = {place for __, __, places in pairs for place in places}
    alone = {quantity.value for quantity in found if quantity.start not in in_pairs}
    return Carried(found, shares + [1 - share for share in shares], alone)


def _shares_per(line: str) -> Iterator[float]:
    """“mild 16, moderate 20 per 1,000”: each number of the line is a share of that many."""
    if per := _PER.search(line):
        whole = _value(per[1])
        for number in quantities(line):
            if not number.unit and number.value < whole:
                yield number.value / whole


def _unit_after(text: str, match: re.Match[str]) -> tuple[str, float]:
    if match["tail"]:
        return _UNITS[match["tail"].lower()]
    end = match.end()
    following = _RANGE.match(text, end)  # “1 to 2 hours”: both are hours
    second = _QUANTITY.match(text, following.end()) if following else None
    if second and second["tail"]:
        return _UNITS[second["tail"].lower()]
    end = second.end() if second else end
    unit = _UNIT.match(text, end)
    if unit is None:
        return "", 1
    name = unit[1].lower()
    if name in ("%", "percent", "per cent"):
        return "%", 1
    return _UNITS.get(name) or _UNITS[name.removesuffix("s")]


def _counts(quantity: Quantity) -> bool:
    """It says how much, how many or how long; a small number word alone (“one of you”) is ordinary English."""
    return _has_digit(quantity) or quantity.value >= _SMALLEST_WORD or bool(quantity.unit and quantity.value > 1)


def _has_digit(quantity: Quantity) -> bool:
    return any(character.isdigit() for character in quantity.text)


def _value(written: str) -> float:
    if written[-1] in _FRACTIONS:
        return float(written[:-1] or 0) + _FRACTIONS[written[-1]]
    word = written.lower()
    return float(_WORDS[word]) if word in _WORDS else float(written.replace(",", ""))


def _word_value(word: str, second: str | None) -> float:
    value = _LARGE.get(word.lower()) or _WORDS[word.lower()]
    return float(value + (_WORDS[second.lower()] if second else 0))


def _step(written: str) -> float:
    if written[-1] in _FRACTIONS:
        return 0.25
    digits = written.replace(",", "")
    if "." in digits:
        return float(10 ** -len(digits.partition(".")[2]))
    zeros = len(digits) - len(digits.rstrip("0"))
    return float(10 ** min(zeros, len(digits) - 2)) if len(digits) >= 4 else 1.0
