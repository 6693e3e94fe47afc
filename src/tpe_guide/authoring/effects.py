"""The words for what a person may notice, the table of signs and *Urgent help* (``effects.yaml``).

They are fixed: a person who reports a warning sign reads them exactly as they were written and checked here. A sign
stands once, in ``signs``; all else names it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from tpe_guide.authoring.evidence import Evidence
from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.inline import NO_CLAIM
from tpe_guide.authoring.source import Data, Keys
from tpe_guide.authoring.stated import Stated, facts_at
from tpe_guide.i18n import _
from tpe_guide.vocabulary.signs import SAID_BESIDES, SLOT, TIERS, filled, of_tier, signs_of
from tpe_guide.vocabulary.terms import ACCESSES_SAID, ONSETS, SEVERITIES

_NEEDED = {"effects": ("name", "hint", "icon"), "signs": ("tier", "text"), "warnings": ("name", "icon")}
_SIGN_KEYS = frozenset(("tier", "group", "text", *SAID_BESIDES, "when", "red_flag", "facts"))
_NOT_WORDS = ("icon", "tier", "facts", "red_flag", "number", "group", "when", "signs", "also")
_LINE = ("severe", "effects")
_FIRST = ("urgent", "first")


def check_effects(data: Data, slots: Collection[str], evidence: Evidence, faults: Faults) -> None:
    """Note what is missing, said twice, or named and not there. *slots*: those that the language declares."""
    if not data.value:
        return
    for part, needed in _NEEDED.items():
        entries = data.value.get(part)
        if not isinstance(entries, dict) or not entries:
            faults.add(data.line(part), "EFFECTS", _("“{key}” must list its entries").format(key=part))
            continue
        for name in entries:
            _need(data, (part, name), needed, faults)
    for name in _named(data, "signs"):
        _check_sign(data, name, evidence, faults)
    _check_said_once(data, faults)
    for name in _named(data, "warnings"):
        _check_tile(data, name, faults)
    _check_line(data, faults)
    _check_urgent(data, faults)
    for words, line in fixed_words(data):
        for slot in (slot for slot in SLOT.findall(words) if slot not in slots):
            faults.add(line, "BROKEN-LINK", _("slots.yaml has no slot “{id}”").format(id=slot))


def stated_in(data: Data, evidence: Evidence) -> Iterator[Stated]:
    """Each run of fixed words with the facts behind it: those of its own sign or effect, and no others."""
    for part in _NEEDED:
        for name in _named(data, part):
            facts = facts_at(data, (part, name), evidence)
            yield from (Stated(words, line, facts) for words, line in _words(data, (part, name)))
    for part in ("severe", "urgent"):
        yield from (Stated(words, line) for words, line in _words(data, (part,)))


def fixed_words(data: Data) -> Iterator[tuple[str, int]]:
    """The words of the signs and of *Urgent help*, each with its line."""
    for part in ("signs", "severe", "urgent"):
        yield from _words(data, (part,))


def compiled_effects(effects: Mapping[str, Any], slots: Mapping[str, str]) -> dict[str, Any]:
    """What the program reads: as written, with the neutral words of each slot that stands in them."""
    said = (entry.get(key, "") for entry in effects["signs"].values() for key in SAID_BESIDES)
    named = {slot for words in said for slot in SLOT.findall(words)}
    return {**effects, "slots": {slot: slots[slot] for slot in sorted(named)}}


def urgent_listed(effects: Mapping[str, Any]) -> dict[str, Any]:
    """*Urgent help* of compiled *effects* with its signs listed in each tier, in neutral words."""
    signs, urgent = signs_of(effects).values(), effects["urgent"]
    rows = {tier: [filled(sign.row, {}, effects["slots"]) for sign in of_tier(signs, tier)] for tier in TIERS}
    return {**urgent, **{tier: {**urgent[tier], "signs": rows[tier]} for tier in TIERS}}


def _named(data: Data, part: str) -> Sequence[str]:
    entries = data.value.get(part)
    return list(entries) if isinstance(entries, dict) else []


def _need(data: Data, place: Keys, keys: Sequence[str], faults: Faults) -> bool:
    entry = data.at(*place)
    words = entry if isinstance(entry, dict) else {}
    if all(isinstance(words.get(key), str) and words[key].strip() for key in keys):
        return True
    _amiss(data, place, _("“{id}” needs: {keys}").format(id=place[-1], keys=", ".join(keys)), faults)
    return False


def _check_sign(data: Data, name: str, evidence: Evidence, faults: Faults) -> None:
    place, sign = ("signs", name), data.at("signs", name)
    if not isinstance(sign, dict):
        return  # which has been told
    for key in (str(key) for key in sign if key not in _SIGN_KEYS):
        faults.add(data.line(*place, key), "UNKNOWN-KEY", _("unknown key “{key}”").format(key=key))
    for key in (key for key in SAID_BESIDES if not isinstance(sign.get(key, ""), str)):
        _amiss(data, (*place, key), _("“{key}” must be words").format(key=key), faults)
    if sign.get("tier") not in TIERS:
        _amiss(data, (*place, "tier"), _("“tier” is one of: {tiers}").format(tiers=", ".join(TIERS)), faults)
    else:
        groups = data.at("urgent", sign["tier"], "groups")
        _check_within(data, (*place, "group"), groups if isinstance(groups, dict) else ("",), faults)
    _check_within(data, (*place, "when"), ACCESSES_SAID, faults)
    names = sign.get("facts")
    if not isinstance(names, list) or not names:
        faults.add(data.line(*place), "NO-FACT", _("no fact stands behind this: “{text}”").format(text=name))
        return
    for fact in (str(fact) for fact in names if fact != NO_CLAIM):
        evidence.check(fact, data.line(*place, "facts"), faults)


def _check_within(data: Data, place: Keys, options: Collection[str], faults: Faults) -> None:
    """Note what stands at *place*, a value or a list of them, and is none of *options*."""
    value = data.at(*place)
    given = value if isinstance(value, list) else [value]
    if place[-1] == "when" and value is None:
        return
    if not all(one in options for one in (each or "" for each in given)):
        message = _("“{key}” is one of: {options}").format(key=place[-1], options=", ".join(options))
        _amiss(data, place, message, faults)


def _check_said_once(data: Data, faults: Faults) -> None:
    seen: dict[str, str] = {}
    for name in _named(data, "signs"):
        text = str(data.at("signs", name, "text")).casefold()
        if (first := seen.setdefault(text, name)) != name:
            message = _("“{id}” says the same as “{first}”: a sign stands once").format(id=name, first=first)
            _amiss(data, ("signs", name), message, faults)


def _check_tile(data: Data, name: str, faults: Faults) -> None:
    for key in ("signs", "also"):
        names = data.at("warnings", name, key)
        if key == "signs" and not names:
            _amiss(data, ("warnings", name), _("“{id}” needs: {keys}").format(id=name, keys=key), faults)
        for sign in names if isinstance(names, list) else ():
            check_sign_named(str(sign), data.line("warnings", name, key), data, faults)


def check_sign_named(sign: str, line: int, effects: Data, faults: Faults) -> bool:
    """Whether *sign*, named in *line* of the file of *faults*, is sound in *effects*; a fault if it is not there."""
    if sign not in _named(effects, "signs"):
        faults.add(line, "UNKNOWN-SIGN", _("effects.yaml has no sign “{id}”").format(id=sign))
        return False
    return isinstance(effects.at("signs", sign, "text"), str) and effects.at("signs", sign, "tier") in TIERS


def _check_line(data: Data, faults: Faults) -> None:
    _need(data, ("severe",), ("heading", "words"), faults)
    entries = data.at(*_LINE)
    for name in entries if isinstance(entries, dict) else ():
        if name not in _named(data, "effects"):
            _amiss(data, (*_LINE, name), _("there is no effect “{id}”").format(id=name), faults)
        elif data.at(*_LINE, name, "from") not in SEVERITIES[1:]:
            _amiss(data, (*_LINE, name), _("“from” is a severity: {levels}").format(levels="1, 2, 3"), faults)
        elif not set(data.at(*_LINE, name, "began") or ()) <= set(ONSETS):
            message = _("“{key}” is one of: {options}").format(key="began", options=", ".join(ONSETS))
            _amiss(data, (*_LINE, name, "began"), message, faults)


def _check_urgent(data: Data, faults: Faults) -> None:
    if not _need(data, ("urgent",), ("title", "lead", "also", "note"), faults):
        return
    _check_first(data, faults)
    tiers = {data.at("signs", name, "tier") for name in _named(data, "signs")}
    for tier in TIERS:
        _need(data, ("urgent", tier), ("heading",), faults)
        if tier not in tiers:
            _amiss(data, ("signs",), _("no sign has the tier “{tier}”").format(tier=tier), faults)


def _check_first(data: Data, faults: Faults) -> None:
    """What cannot wait for the call, where a language says so: each sign that it names says what to do."""
    if data.at(*_FIRST) is None or not _need(data, _FIRST, ("then",), faults):
        return
    named = data.at(*_FIRST, "signs")
    if not isinstance(named, list) or not named:
        _amiss(data, _FIRST, _("“{id}” needs: {keys}").format(id="first", keys="signs"), faults)
        return
    for sign in map(str, named):
        line = data.line(*_FIRST, "signs")
        if check_sign_named(sign, line, data, faults) and not data.at("signs", sign, "first_aid"):
            _amiss(data, _FIRST, _("“{id}” needs: {keys}").format(id=sign, keys="first_aid"), faults)


def _amiss(data: Data, place: Keys, message: str, faults: Faults) -> None:
    faults.add(data.line(*place), "EFFECTS", message)


def _words(data: Data, place: Keys) -> Iterator[tuple[str, int]]:
    value = data.at(*place)
    if isinstance(value, str):
        yield value, data.line(*place)
    elif isinstance(value, dict):
        for key in (key for key in value if key not in _NOT_WORDS and (*place, key) != _LINE):
            yield from _words(data, (*place, key))
    elif isinstance(value, list):
        for index in range(len(value)):
            yield from _words(data, (*place, index))
