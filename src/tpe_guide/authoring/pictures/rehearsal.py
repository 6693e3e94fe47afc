"""The words of the rehearsal (``rehearsal.yaml``): a session from arriving to going home.

Words that differ are written ``{option: words}``; a sentence that holds for one option names it in ``when``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import product
from typing import Any

from tpe_guide import paths
from tpe_guide.authoring.evidence import Evidence
from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.pictures.circuit import STEPS
from tpe_guide.authoring.pictures.entries import amiss, is_words, mappings, need
from tpe_guide.authoring.source import Data, Keys
from tpe_guide.i18n import _
from tpe_guide.vocabulary.terms import ACCESSES_SHOWN, FLUIDS_SHOWN

OPTIONS = (*ACCESSES_SHOWN, "needles", *FLUIDS_SHOWN)
CHECKS = "checks"
OWN_ACCESS = "access"
"""What ``shows`` says for the needles or the line of the reader."""
_SAID = ("happens", "feel", "nurse")
_MINUTES = range(-240, 241)
_MOMENT = frozenset(("id", "at", "share", "after", "label", "title", *_SAID, "say", "where", "circuit", "shows"))


def targets(data: Data) -> Collection[str]:
    """The moments, by id."""
    moments = data.at("moments")
    entries = moments if isinstance(moments, list) else []
    return [entry["id"] for entry in entries if isinstance(entry, dict) and is_words(entry.get("id"))]


def check(data: Data, evidence: Evidence, faults: Faults) -> None:
    """Note what is missing."""
    need(data, (), ("title", "note"), faults)
    moments = data.at("moments")
    if not isinstance(moments, list) or not moments:
        amiss(data, ("moments",), _("“{key}” must be a list").format(key="moments"), faults)
        return
    for index in range(len(moments)):
        if need(data, ("moments", index), ("id", "say"), faults):
            _check_moment(data, ("moments", index), faults)
    if len(set(targets(data))) != len(moments):
        amiss(data, ("moments",), _("each moment needs an id of its own"), faults)
    for place, entry in mappings(data):
        when = entry.get("when")
        if when is not None and not (is_words(when) and when in OPTIONS):
            message = _("“when” is one of: {options}").format(options=", ".join(OPTIONS))
            amiss(data, (*place, "when"), message, faults)
    _check_practise(data, faults)


def _check_moment(data: Data, place: Keys, faults: Faults) -> None:
    entry = data.at(*place)
    for key in (key for key in entry if key not in _MOMENT):
        faults.add(data.line(*place, key), "UNKNOWN-KEY", _("unknown key “{key}”").format(key=key))
    if not _is_time(entry):
        message = _("a moment needs one of: at (minutes, or “checks”), share (0 to 1), after (minutes)")
        amiss(data, place, message, faults)
    for key in _SAID:
        if not _is_said(data.at(*place, key)):
            message = _("“{id}” must say something to each of: {options}")
            amiss(
                data, (*place, key), message.format(id=key, options=", ".join((*ACCESSES_SHOWN, *FLUIDS_SHOWN))), faults
            )
    for keys in (("label",), ("title",), ("where", "text")):
        if not _covers(data.at(*place, *keys)):
            amiss(
                data,
                (*place, *keys),
                _("“{id}” needs: {keys}").format(id=keys[0], keys=", ".join(ACCESSES_SHOWN)),
                faults,
            )
    if "circuit" in entry and entry["circuit"] not in STEPS:
        amiss(data, place, _("“circuit” is one of: {options}").format(options=", ".join(STEPS)), faults)
    if "shows" in entry and not _is_shown(entry["shows"]):
        amiss(data, (*place, "shows"), _("“{key}” must be the name of a drawing").format(key="shows"), faults)


def _is_time(entry: dict[str, Any]) -> bool:
    given = [key for key in ("at", "share", "after") if key in entry]
    if len(given) != 1:
        return False
    value = entry[given[0]]
    if given[0] == "share":
        return type(value) in (int, float) and 0 <= value <= 1
    return value == CHECKS if isinstance(value, str) else type(value) is int and value in _MINUTES


def _is_said(said: object) -> bool:
    """Something is said to everybody."""
    if not isinstance(said, list) or not all(isinstance(each, dict) and is_words(each.get("text")) for each in said):
        return False
    whens = {when for each in said if (when := each.get("when")) is None or is_words(when)}
    return all(whens & {None, access, fluid, _group(access)} for access, fluid in product(ACCESSES_SHOWN, FLUIDS_SHOWN))


def _covers(words: object) -> bool:
    """Words, or words for each access, or for each fluid."""
    if not isinstance(words, dict):
        return is_words(words)
    given = {key for key, text in words.items() if is_words(text)}
    by_access = all(given & {access, _group(access)} for access in ACCESSES_SHOWN)
    return given == set(words) and (by_access or given >= set(FLUIDS_SHOWN)) and given <= set(OPTIONS)


def _is_shown(shows: object) -> bool:
    """The drawing of a moment, one for each access, or one for each time that it comes; all are there."""
    if not (_covers(shows) or (isinstance(shows, list) and shows and all(map(is_words, shows)))):
        return False
    names = shows.values() if isinstance(shows, dict) else shows if isinstance(shows, list) else [shows]
    folder = paths.assets_dir() / "illustrations"
    return all(name == OWN_ACCESS or (folder / f"{name}.svg").is_file() for name in names)


def _group(access: str) -> str:
    return access if access == "line" else "needles"


def _check_practise(data: Data, faults: Faults) -> None:
    need(data, ("practise",), ("title", "lead", "picture"), faults)
    answers = data.at("practise", "answers")
    entries: Iterator[Any] = iter(answers if isinstance(answers, list) else ())
    sound = [
        each
        for each in entries
        if isinstance(each, dict)
        and is_words(each.get("say"))
        and isinstance(each.get("fits"), bool)
        and isinstance(each.get("says"), list)
        and all(isinstance(said, dict) and is_words(said.get("text")) for said in each["says"])
    ]
    if not isinstance(answers, list) or len(sound) != len(answers) or sum(each["fits"] for each in sound) != 1:
        message = _("“answers” are: say, fits (true for one of them), says")
        amiss(data, ("practise", "answers"), message, faults)
