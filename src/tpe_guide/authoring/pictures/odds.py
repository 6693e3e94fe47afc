"""The words of the icon arrays (``odds.yaml``): how often, in so many of the same whole.

What stands at a ``count`` holds no number of its own: ``{n}``, ``{of}``, ``{rest}`` and the others stand for it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from string import Formatter
from typing import Any

from tpe_guide.authoring.counts import Count
from tpe_guide.authoring.evidence import Evidence
from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.numbers import counts_in
from tpe_guide.authoring.pictures.entries import amiss, is_words, need, need_list
from tpe_guide.authoring.source import Data, Keys
from tpe_guide.i18n import _

MARKS = ("dot", "drop", "person")
PARTS = ("mild", "moderate", "severe")
"""As ``odds.marks`` and ``odds.array`` have them; a test holds them together."""
MOST_ARRAYS, MOST_FIGURES = 2, 100
_HOLDERS = {"n", "of", "rest"}
_BAND_HOLDERS = {"low", "high", "seen", "seen_of"}
_ARRAY = ("group", "head", "text", "rest")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def targets(data: Data) -> Collection[str]:
    """Where an ``odds:`` link may lead: to each picture by its id."""
    return tuple(str(entry["id"]) for __, entry in _entries(data, ("pictures",)) if "id" in entry)


def check(data: Data, evidence: Evidence, faults: Faults) -> None:
    """Note what is missing, and each array that could not be drawn."""
    need(data, ("how",), ("title",), faults)
    need_list(data, ("how", "says"), ("text",), faults)
    need(data, ("urgent",), ("title", "text"), faults)
    pictures = list(_entries(data, ("pictures",)))
    need_list(data, ("pictures",), ("id",), faults)
    ids: set[str] = set()
    for place, picture in pictures:
        if need(data, place, ("id", "part", "name", "title", "each", "page"), faults):
            if picture["id"] in ids:
                amiss(data, (*place, "id"), _("“{id}” stands here twice").format(id=picture["id"]), faults)
            ids.add(picture["id"])
        _check_picture(data, place, evidence, faults)


def _check_picture(data: Data, place: Keys, evidence: Evidence, faults: Faults) -> None:
    if data.at(*place, "mark") not in MARKS:
        amiss(data, place, _("“mark” is one of: {marks}").format(marks=", ".join(MARKS)), faults)
    caution = data.at(*place, "caution")
    has_lead = isinstance(caution, dict) and "lead" in caution
    need(data, (*place, "caution"), ("text", "lead") if has_lead else ("text",), faults)
    about = need_list(data, (*place, "about"), ("name", "text"), faults)
    arrays = list(_entries(data, (*place, "arrays")))
    if not (about and need_list(data, (*place, "arrays"), (), faults)) or len(arrays) > MOST_ARRAYS:
        amiss(data, place, _("a picture holds one or two “arrays”, and “about”: who, when, what"), faults)
    wholes = set()
    for at, array in arrays:
        need(data, at, _ARRAY, faults)
        count = _count(data, at, array, evidence, faults)
        wholes |= {count.of} if count else set()
        _check_parts(data, at, count, evidence, faults)
        _check_marks(data, at, array, data.at(*place, "mark"), count, faults)
    if len(wholes) > 1:
        amiss(data, place, _("all arrays of a picture count the same whole"), faults)


def _check_marks(
    data: Data, place: Keys, array: dict[str, Any], mark: object, count: Count | None, faults: Faults
) -> None:
    """What the array shows can be drawn with its *mark*: see ``odds.marks``."""
    if mark == "dot" and count and count.low is not None:
        amiss(data, place, _("a count with a range is drawn with “drop” or “person”"), faults)
    if mark in ("drop", "person") and count and count.of > MOST_FIGURES:
        amiss(data, place, _("more than {most} are drawn with “dot”").format(most=MOST_FIGURES), faults)
    if mark in ("drop", "person") and array.get("parts"):
        amiss(data, place, _("“parts” are drawn with “dot”"), faults)


def _check_parts(data: Data, place: Keys, whole: Count | None, evidence: Evidence, faults: Faults) -> None:
    if data.at(*place, "parts") is not None:
        need_list(data, (*place, "parts"), ("kind", "text", "count"), faults)
    parts = list(_entries(data, (*place, "parts")))
    counts = [_count(data, at, part, evidence, faults) for at, part in parts]
    for at, part in parts:
        if part.get("kind") not in PARTS:
            amiss(data, at, _("“kind” is one of: {kinds}").format(kinds=", ".join(PARTS)), faults)
    together = sum(count.n for count in counts if count)
    if parts and whole and (together != whole.n or any(count and count.of != whole.of for count in counts)):
        amiss(data, (*place, "parts"), _("the parts do not add up to {count}").format(count=whole.words), faults)


def _count(data: Data, place: Keys, entry: dict[str, Any], evidence: Evidence, faults: Faults) -> Count | None:
    """The numbers of *entry*; words beside them that are not fit for them are noted. ``entries`` notes a wrong name."""
    name = entry.get("count")
    count = evidence.count(name) if isinstance(name, str) else None
    if not is_words(name):
        amiss(data, place, _("“{id}” needs: {keys}").format(id=place[-1], keys="count"), faults)
    if count is None:
        return None
    if count.under:
        amiss(data, (*place, "count"), _("“fewer than” cannot be drawn: name another count"), faults)
    holders = _HOLDERS | (_BAND_HOLDERS if count.low is not None else set())
    for key in (key for key, words in entry.items() if isinstance(words, str) and key not in ("count", "kind")):
        _check_holders(data, (*place, key), entry[key], holders, faults)
    if (count.low is not None) != (is_words(entry.get("low")) and is_words(entry.get("high"))):
        amiss(data, place, _("“low” and “high” stand where the count has a range, and only there"), faults)
    return count


def _check_holders(data: Data, place: Keys, words: str, allowed: set[str], faults: Faults) -> None:
    try:
        named = [(name, spec, turned) for __, name, spec, turned in Formatter().parse(words) if name is not None]
    except ValueError:
        amiss(data, place, _("a curly bracket is left open"), faults)
        return
    for name, spec, turned in named:
        if name not in allowed or spec or turned:
            message = _("“{name}” is none of: {names}").format(name=name, names=", ".join(sorted(allowed)))
            amiss(data, place, message, faults)
    for quantity in counts_in(_YEAR.sub("", words)):
        message = _("write {{n}}, {{of}} or {{rest}}, not “{number}”").format(number=quantity.text)
        amiss(data, place, message, faults)


def _entries(data: Data, place: Keys) -> Iterator[tuple[Keys, dict[str, Any]]]:
    """Each mapping in the list at *place*, and where it stands."""
    listed = data.at(*place)
    for index, entry in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(entry, dict):
            yield (*place, index), entry
