"""What to have ready before a session (``my-session.yaml``), as its authors wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from tpe_guide.authoring.evidence import Evidence
from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.source import Data
from tpe_guide.authoring.stated import Stated, check_facts, check_grade, check_stated, facts_at
from tpe_guide.guide.my_session import PLACES
from tpe_guide.i18n import _

LONGEST, LONGEST_LINK = 60, 24
"""Letters: a row is read at a glance, and its link stands beside it."""
NO_FACT = "-"
_KEYS = {"id", "text", "facts", "link"}
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def check_my_session(data: Data, pages: Set[str], evidence: Evidence, language: str, faults: Faults) -> None:
    """Note every fault in *data*; *pages* are the ids of all pages. An empty *data* has been noted already."""
    rows = data.at("before")
    if data.value and (not isinstance(rows, list) or not rows):
        _add(data, ("before",), _("“{key}” must be a list").format(key="before"), faults)
        return
    before = len(faults)
    for index in range(len(rows or ())):
        _check_row(data, index, pages, evidence, faults)
    names = [row["id"] for row in rows or () if len(faults) == before]
    for index, name in enumerate(names):
        if name in names[:index]:
            _add(data, ("before", index, "id"), _("“{key}” stands here twice").format(key=name), faults)
    if data.value and len(faults) == before:
        check_stated(stated(data, evidence), evidence, language, faults)
        if language == "en":
            check_grade([words.text for words in stated(data, evidence)], data.line("before"), frozenset(), faults)


def stated(data: Data, evidence: Evidence) -> Iterator[Stated]:
    """The words of *data*, which has no fault, each with the facts behind its row."""
    for index, row in enumerate(data.at("before")):
        facts = facts_at(data, ("before", index), evidence)
        for key in ("text", "link"):
            yield Stated(row[key], data.line("before", index, key), facts)


def _check_row(data: Data, index: int, pages: Set[str], evidence: Evidence, faults: Faults) -> None:
    place, row = ("before", index), data.at("before", index)
    if not isinstance(row, dict) or not _is_whole(row):
        message = _("a row needs: {keys}").format(keys="id, text, facts, link, page (or place)")
        _add(data, place, message, faults)
        return
    for key, limit in (("text", LONGEST), ("link", LONGEST_LINK)):
        if len(row[key]) > limit:
            message = _("{count} letters; at most {limit}").format(count=len(row[key]), limit=limit)
            _add(data, (*place, key), message, faults)
    if row.get("place", PLACES[0]) not in PLACES:
        message = _("leads to one of: {options}").format(options=", ".join(PLACES))
        _add(data, (*place, "place"), message, faults)
    if row.get("page", "") not in (*pages, ""):
        message = _("there is no page “{id}”").format(id=row["page"])
        faults.add(data.line(*place, "page"), "BROKEN-LINK", message)
    if not row["facts"]:
        faults.add(data.line(*place, "facts"), "NO-FACT", _("no fact stands behind these words"))
    elif row["facts"] != [NO_FACT]:
        check_facts(data, place, evidence, faults)


def _is_whole(row: dict[str, object]) -> bool:
    """All keys are there, one place to lead to, and words where words should be."""
    keys, goals = set(row), {"page", "place"} & set(row)
    words = [value for key, value in row.items() if key != "facts"]
    return (
        keys == _KEYS | goals
        and len(goals) == 1
        and all(isinstance(value, str) and value.strip() for value in words)
        and bool(_ID.fullmatch(str(row["id"])))
        and isinstance(row["facts"], list)
    )


def _add(data: Data, place: tuple[str | int, ...], message: str, faults: Faults) -> None:
    faults.add(data.line(*place), "MY-SESSION", message)
