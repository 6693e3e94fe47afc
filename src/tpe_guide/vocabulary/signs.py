"""The signs that need a call: one table (``effects.yaml``), so that a sign has one answer wherever it is named.

It says whom to call, and what to do first, in the words that were written and checked. Nothing is worked out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Literal, NamedTuple, get_args

Tier = Literal["emergency", "now", "today"]
"""Whom to call: the emergency number, the unit now, or the unit today."""
TIERS: tuple[Tier, ...] = get_args(Tier)
"""The most urgent first."""
SAID_BESIDES = ("first_aid", "instead", "besides", "why")
"""What a sign may say beyond its own text."""
SLOT = re.compile(r"\{\{slot:([a-z][a-z-]*)\}\}")
"""Where the unit's own words may stand."""


class UrgentSign(NamedTuple):
    """One sign."""

    id: str
    tier: Tier
    group: str
    """The plain heading that it stands under in *Urgent help*; empty without one."""
    text: str
    first_aid: str
    """What to do before or while help comes; empty where there is nothing to say."""
    instead: str
    """Whom to call instead of those of its tier; empty: it is those."""
    besides: str
    """Whom one may call besides; empty: nobody."""
    why: str
    """The reason, for whoever has this sign; empty where no fact gives one."""
    when: tuple[str, ...]
    """The ways in and out of the blood (``ACCESSES_SAID``) for which it holds; empty: for all."""

    @property
    def row(self) -> str:
        """The sign, its first aid, and who else is to be called, as every list says them."""
        return _said(f"{self.text}: {self.instead}" if self.instead else self.text, self.first_aid, self.besides)

    @property
    def to_tell(self) -> str:
        """The sign and its first aid, where there is one thing to do: to tell those who are there."""
        return _said(self.text, self.first_aid)

    def holds_for(self, access: str) -> bool:
        """Whether someone with *access* can have it. What is not known, or is something else, counts as a line."""
        known = access if access in _KNOWN else "unknown"
        return not self.when or known in self.when


_KNOWN = ("arm-veins", "single-needle", "neck-line", "chest-line", "groin-line")


def signs_of(effects: Mapping[str, Any]) -> dict[str, UrgentSign]:
    """The table in ``effects.yaml`` or what was compiled from it, in its order. Raises KeyError, ValueError."""
    return {name: _sign(name, entry) for name, entry in effects["signs"].items()}


def of_tier(signs: Iterable[UrgentSign], tier: str) -> list[UrgentSign]:
    """Those of *signs* in *tier*, in order."""
    return [sign for sign in signs if sign.tier == tier]


def filled(words: str, own: Mapping[str, str], neutral: Mapping[str, str]) -> str:
    """*words* with the unit's *own* in each slot, or the *neutral* ones."""
    return SLOT.sub(lambda found: own.get(found[1]) or neutral[found[1]], words)


def _sign(name: str, entry: Mapping[str, Any]) -> UrgentSign:
    if entry["tier"] not in TIERS:
        raise ValueError(entry["tier"])
    words = {key: str(entry.get(key, "")) for key in ("group", *SAID_BESIDES)}
    return UrgentSign(id=name, tier=entry["tier"], text=entry["text"], when=tuple(entry.get("when", ())), **words)


def _said(sign: str, *sentences: str) -> str:
    after = " ".join(filter(None, sentences))
    return f"{sign}. {after}" if after else sign
