"""Signs of the table in ``effects.yaml``, where a picture names one: ``sign: ID`` in place of ``text`` and ``facts``.

So a picture cannot say another thing of a sign than *Urgent help* does. In ``warnings`` of the view of the body the
signs are listed by name alone, and stand under the headings of *Urgent help*.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from tpe_guide.authoring.effects import check_sign_named
from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.source import Data, Keys
from tpe_guide.vocabulary.signs import TIERS, UrgentSign, filled, signs_of

LISTED = ("warnings", "signs")


class SignTable(NamedTuple):
    """The words of *effects.yaml*, and the *neutral* words of each slot."""

    effects: Data
    neutral: Mapping[str, str]

    def sign(self, name: str) -> UrgentSign:
        """The sign called *name*, which the table must have."""
        return signs_of({"signs": {name: self.effects.at("signs", name)}})[name]

    def said(self, name: str) -> dict[str, Any]:
        """The sign called *name* as an entry of a picture: its row, its facts, and for whom it holds."""
        sign = self.sign(name)
        entry = {"text": filled(sign.row, {}, self.neutral), "facts": self.effects.at("signs", name, "facts")}
        return entry | ({"when": list(sign.when)} if sign.when else {})

    def answered(self, name: str) -> dict[str, Any]:
        """The same where no heading stands over it: with whom to call, which holds at home."""
        entry, heading = self.said(name), self.effects.at("urgent", self.sign(name).tier, "heading")
        return {"text": f"{entry['text'].removesuffix('.')}. {heading}.", "facts": entry["facts"], "at_home": True}


def with_signs(data: Data, table: SignTable, faults: Faults) -> None:
    """Put the words of the table where *data* names its signs. A sign that is not there is left, with a fault."""
    if isinstance(data.at("warnings"), dict):
        data.value["warnings"] = _by_tier(data, table, faults)
    _answer(data, data.value, (), table, faults)


def _by_tier(data: Data, table: SignTable, faults: Faults) -> dict[str, Any]:
    warnings, named = data.at("warnings"), data.at(*LISTED)
    tiers: dict[str, dict[str, Any]] = {}
    for tier in TIERS:
        card = table.effects.at("urgent", tier) or {}
        tiers[tier] = {key: card[key] for key in ("heading", "number") if key in card} | {"signs": []}
    for index, entry in enumerate(named if isinstance(named, list) else ()):
        name = str(entry.get("sign", "")) if isinstance(entry, dict) else ""
        if check_sign_named(name, data.line(*LISTED, index), table.effects, faults):
            own = {"when": entry["when"]} if "when" in entry else {}
            tiers[table.sign(name).tier]["signs"].append(table.said(name) | own)
    return {"title": warnings.get("title")} | tiers


def _answer(data: Data, value: object, place: Keys, table: SignTable, faults: Faults) -> None:
    if isinstance(value, dict):
        name = value.get("sign")
        if isinstance(name, str) and check_sign_named(name, data.line(*place), table.effects, faults):
            del value["sign"]
            value.update(table.answered(name))
        for key, part in value.items():
            _answer(data, part, (*place, key), table, faults)
    elif isinstance(value, list):
        for index, part in enumerate(value):
            _answer(data, part, (*place, index), table, faults)
