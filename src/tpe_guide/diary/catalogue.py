"""The fixed words for effects, warning signs and urgent help, as the guide's authors wrote them.

It looks words up and computes nothing: no score, no threshold, no advice of its own.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, Self

from tpe_guide import paths
from tpe_guide.errors import CannotRunHere
from tpe_guide.i18n import SOURCE_LANGUAGE, _
from tpe_guide.vocabulary.terms import EFFECTS, OTHER, WARNING_SIGNS

Tier = Literal["emergency", "now", "today"]
TIERS: tuple[Tier, ...] = ("emergency", "now", "today")


@dataclass(frozen=True, slots=True)
class EffectKind:
    """Something a person may notice, in plain words."""

    id: str
    name: str
    hint: str
    """A few words that tell it from its neighbours; empty where the name says it all."""
    icon: str


@dataclass(frozen=True, slots=True)
class WarningSign(EffectKind):
    """An effect that the unit or an ambulance must hear of, with the guide's own words for it."""

    tier: Tier
    """Whom to call: the emergency number, the unit now, or the unit today."""
    heading: str
    words: str
    facts: tuple[str, ...]
    """The facts that carry the words; empty where only general knowledge does."""


@dataclass(frozen=True, slots=True)
class UrgentTier:
    """One card of the *Urgent help* page."""

    heading: str
    number: str
    """The number to call; empty where it is the number of the person's own unit."""
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Urgent:
    """The *Urgent help* page, the worst first."""

    title: str
    lead: str
    emergency: UrgentTier
    now: UrgentTier
    today: UrgentTier
    note: str


@dataclass(frozen=True)
class Catalogue:
    """The fixed words of one language."""

    kinds: dict[str, EffectKind]
    urgent: Urgent

    @classmethod
    def load(cls, language: str) -> Self:
        """The words in *language*, or in English where it has none. Raises CannotRunHere without either."""
        for code in dict.fromkeys((language, SOURCE_LANGUAGE)):
            path = paths.compiled_dir() / f"effects.{code}.json"
            if path.is_file():
                return cls.read(path)
        raise CannotRunHere(_("The words for effects are missing. Please install tpe-guide again."))

    @classmethod
    def read(cls, path: Path) -> Self:
        """The words in the compiled file at *path*. Raises CannotRunHere where a word is missing."""
        try:
            data = json.loads(path.read_bytes())
            kinds = {name: _effect(name, data["effects"][name]) for name in (*EFFECTS, OTHER)}
            signs = {name: _sign(name, data["warnings"][name]) for name in WARNING_SIGNS}
            return cls({**kinds, **signs}, _urgent(data["urgent"]))
        except (OSError, ValueError, KeyError, TypeError) as error:
            words = _("The words for effects in {path} are damaged. Please install tpe-guide again.")
            raise CannotRunHere(words.format(path=path)) from error

    @cached_property
    def effects(self) -> tuple[EffectKind, ...]:
        """The ordinary effects in the order of the contract, without *something else*."""
        return tuple(self.kinds[name] for name in EFFECTS)

    @cached_property
    def warnings(self) -> tuple[WarningSign, ...]:
        """The warning signs in the order of the contract."""
        return tuple(self.warning(name) for name in WARNING_SIGNS)

    def kind(self, effect: str) -> EffectKind:
        """Any effect by its id. Raises KeyError."""
        return self.kinds[effect]

    def name(self, effect: str) -> str:
        """The plain name of any effect. Raises KeyError."""
        return self.kinds[effect].name

    def is_warning(self, effect: str) -> bool:
        """Whether *effect* is a warning sign."""
        return effect in WARNING_SIGNS

    def warning(self, effect: str) -> WarningSign:
        """A warning sign by its id. Raises KeyError where *effect* is none."""
        kind = self.kinds[effect]
        if not isinstance(kind, WarningSign):
            raise KeyError(effect)
        return kind


load: Callable[[str], Catalogue] = Catalogue.load


def _effect(name: str, data: dict[str, Any]) -> EffectKind:
    return EffectKind(name, data["name"], data.get("hint", ""), data["icon"])


def _sign(name: str, data: dict[str, Any]) -> WarningSign:
    if data["tier"] not in TIERS:
        raise ValueError(data["tier"])
    return WarningSign(
        id=name,
        name=data["name"],
        hint=data.get("hint", ""),
        icon=data["icon"],
        tier=data["tier"],
        heading=data["heading"],
        words=data["words"],
        facts=tuple(data["facts"]),
    )


def _urgent(data: dict[str, Any]) -> Urgent:
    tiers = {tier: _tier(data[tier]) for tier in TIERS}
    return Urgent(title=data["title"], lead=data["lead"], note=data["note"], **tiers)


def _tier(data: dict[str, Any]) -> UrgentTier:
    return UrgentTier(data["heading"], str(data.get("number", "")), tuple(data["signs"]))
