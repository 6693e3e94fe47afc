"""The words for what a person may notice, the warning signs and *Urgent help* (``effects.yaml``).

They are fixed: a person who reports a warning sign reads them exactly as they were written and checked here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from tpe_guide.authoring.evidence import Evidence, Fact
from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.source import Data, Keys, read_yaml
from tpe_guide.authoring.stated import Stated, check_facts, facts_at
from tpe_guide.i18n import _

TIERS = ("emergency", "now", "today")
"""How soon to call, the most urgent first."""
_NEEDED = {"effects": ("name", "hint", "icon"), "warnings": ("name", "icon", "tier", "heading", "words")}
_NOT_WORDS = ("icon", "tier", "facts", "red_flag", "number")


def read_effects(path: Path, evidence: Evidence, faults: Faults) -> Data:
    """``effects.yaml`` as written; empty, with a fault, if it cannot be read."""
    data = read_yaml(path, faults)
    if not data.value:
        return data
    for part, needed in _NEEDED.items():
        entries = data.value.get(part)
        if not isinstance(entries, dict) or not entries:
            faults.add(data.line(part), "EFFECTS", _("“{key}” must list its entries").format(key=part))
            continue
        for name in entries:
            _check_entry(data, (part, name), needed, faults)
            check_facts(data, (part, name), evidence, faults)
    _check_urgent(data, evidence, faults)
    return data


def stated_in(data: Data, evidence: Evidence) -> Iterator[Stated]:
    """Each run of fixed words with the facts behind it. *Urgent help* rests on those of all signs."""
    behind_all: list[Fact] = []
    for part in _NEEDED:
        entries = data.value.get(part)
        for name in entries if isinstance(entries, dict) else ():
            facts = facts_at(data, (part, name), evidence)
            behind_all += facts
            yield from (Stated(words, line, facts) for words, line in _words(data, (part, name)))
    behind_all += facts_at(data, ("urgent",), evidence)
    yield from (Stated(words, line, behind_all) for words, line in _words(data, ("urgent",)))


def urgent_words(data: Data) -> Iterator[str]:
    """The words of *Urgent help*."""
    return (words for words, __ in _words(data, ("urgent",)))


def _check_entry(data: Data, place: Keys, needed: Sequence[str], faults: Faults) -> None:
    entry = data.at(*place)
    words = entry if isinstance(entry, dict) else {}
    if not all(isinstance(words.get(key), str) and words[key].strip() for key in needed):
        message = _("“{id}” needs: {keys}").format(id=place[-1], keys=", ".join(needed))
        faults.add(data.line(*place), "EFFECTS", message)
    elif words.get("tier", TIERS[0]) not in TIERS:
        message = _("“tier” is one of: {tiers}").format(tiers=", ".join(TIERS))
        faults.add(data.line(*place, "tier"), "EFFECTS", message)


def _check_urgent(data: Data, evidence: Evidence, faults: Faults) -> None:
    urgent = data.at("urgent")
    if not isinstance(urgent, dict) or not all(isinstance(urgent.get(key), str) for key in ("title", "lead", "note")):
        faults.add(
            data.line("urgent"),
            "EFFECTS",
            _("“{id}” needs: {keys}").format(id="urgent", keys="title, lead, note"),
        )
        return
    for tier in TIERS:
        heading, signs = (data.at("urgent", tier, key) for key in ("heading", "signs"))
        listed = isinstance(signs, list) and signs and all(isinstance(sign, str) for sign in signs)
        if not (isinstance(heading, str) and listed):
            message = _("“{id}” needs: {keys}").format(id=tier, keys="heading, signs")
            faults.add(data.line("urgent", tier), "EFFECTS", message)
    check_facts(data, ("urgent",), evidence, faults)


def _words(data: Data, place: Keys) -> Iterator[tuple[str, int]]:
    value = data.at(*place)
    if isinstance(value, str):
        yield value, data.line(*place)
    elif isinstance(value, dict):
        for key in (key for key in value if key not in _NOT_WORDS):
            yield from _words(data, (*place, key))
    elif isinstance(value, list):
        for index in range(len(value)):
            yield from _words(data, (*place, index))
