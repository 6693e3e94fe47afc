"""The words of the comparison (``comparison.yaml``): treatments, questions, and a cell for each of both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import Any

from tpe_guide import paths
from tpe_guide.authoring.evidence import Evidence
from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.pictures.entries import amiss, is_words, need
from tpe_guide.authoring.source import Data, Keys
from tpe_guide.i18n import _

LEVELS = 3
"""How sure we are: so many words, and at most so many dots."""


def targets(data: Data) -> Collection[str]:
    """A ``comparison:`` link may lead to a treatment or to a question."""
    return (*_ids(data, "treatments"), *_ids(data, "questions"))


def check(data: Data, evidence: Evidence, faults: Faults) -> None:
    """Note what is missing or of the wrong kind."""
    need(data, ("no_winner",), ("text",), faults)
    need(data, ("certainty",), ("text",), faults)
    if not is_words(data.at("nothing")):
        amiss(data, (), _("“{id}” needs: {keys}").format(id="comparison", keys="nothing"), faults)
    levels = data.at("certainty", "words")
    if not isinstance(levels, list) or len(levels) != LEVELS or not all(map(is_words, levels)):
        amiss(data, ("certainty",), _("“words” are {count}, the least sure first").format(count=LEVELS), faults)
    for kind, keys in (("treatments", ("id", "name", "icon", "page")), ("questions", ("id", "name", "short"))):
        for index in range(_count(data, kind)):
            need(data, (kind, index), keys, faults)
        if not _count(data, kind):
            amiss(data, (kind,), _("“{id}” needs: {keys}").format(id=kind, keys="id"), faults)
    for name, count in Counter(targets(data)).items():
        if count > 1:
            amiss(data, (), _("“{id}” stands here twice").format(id=name), faults)
    _check_icons(data, faults)
    for index in range(_count(data, "questions")):
        _check_row(data, index, faults)
    _check_values(data, faults)


def _check_icons(data: Data, faults: Faults) -> None:
    for index in range(_count(data, "treatments")):
        icon = data.at("treatments", index, "icon")
        if is_words(icon) and not (paths.assets_dir() / "icons" / f"{icon}.svg").is_file():
            amiss(data, ("treatments", index, "icon"), _("there is no icon “{name}”").format(name=icon), faults)


def _check_row(data: Data, index: int, faults: Faults) -> None:
    """A cell for each treatment, and none besides; perhaps what to ask."""
    if data.at("questions", index, "ask") is not None:
        need(data, ("questions", index, "ask"), ("text",), faults)
    place, treatments = ("questions", index, "cells"), _ids(data, "treatments")
    cells = data.at(*place)
    cells = cells if isinstance(cells, dict) else {}
    missing = [name for name in treatments if not isinstance(cells.get(name), dict)]
    if missing:
        message = _("“{id}” needs: {keys}").format(id=data.at("questions", index, "id"), keys=", ".join(missing))
        amiss(data, ("questions", index), message, faults)
    for name, cell in cells.items():
        if name not in treatments:
            amiss(data, (*place, name), _("there is no treatment “{name}”").format(name=name), faults)
        elif isinstance(cell, dict):
            _check_cell(data, (*place, name), cell, faults)


def _check_cell(data: Data, place: Keys, cell: dict[str, Any], faults: Faults) -> None:
    """It begins in one of three ways, and says openly where nothing stands behind it."""
    need(data, place, ("text",), faults)
    begins = [key for key in ("lead", "sure", "nothing") if key in cell]
    if len(begins) != 1:
        amiss(data, place, _("a cell begins with one of: {keys}").format(keys="lead, sure, nothing"), faults)
    elif "lead" in cell:
        need(data, place, ("lead",), faults)
    elif "sure" in cell and cell["sure"] not in range(1, LEVELS + 1):
        amiss(data, (*place, "sure"), _("“sure” is 1 to {count}").format(count=LEVELS), faults)
    if "nothing" not in cell and cell.get("facts") == ["-"]:
        message = _("no fact stands behind this: “{text}”").format(text=str(cell.get("text"))[:40])
        faults.add(data.line(*place), "NO-FACT", message)


def _check_values(data: Data, faults: Faults) -> None:
    known = _ids(data, "questions")
    if "values" in data.value and not isinstance(data.at("values"), list):
        amiss(data, ("values",), _("“{id}” needs: {keys}").format(id="values", keys="value, rows"), faults)
    for index in range(_count(data, "values")):
        place = ("values", index)
        need(data, place, ("value",), faults)
        rows = data.at(*place, "rows")
        rows = rows if isinstance(rows, list) else []
        if not rows or not all(row in known for row in rows):
            amiss(data, place, _("“rows” are some of: {ids}").format(ids=", ".join(known)), faults)


def _count(data: Data, kind: str) -> int:
    entries = data.at(kind)
    return len(entries) if isinstance(entries, list) else 0


def _ids(data: Data, kind: str) -> list[str]:
    return [str(data.at(kind, index, "id")) for index in range(_count(data, kind))]
