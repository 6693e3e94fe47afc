"""The fixed words for effects, warning signs and urgent help, as the guide's authors wrote them.

It looks words up and computes nothing: no score, no threshold, no advice of its own.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, Self

from tpe_guide import paths
from tpe_guide.errors import CannotRunHere
from tpe_guide.i18n import SOURCE_LANGUAGE, _
from tpe_guide.vocabulary.signs import TIERS, Tier, UrgentSign, filled, of_tier, signs_of
from tpe_guide.vocabulary.terms import EFFECTS, OTHER, WARNING_SIGNS


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
    """An effect that the unit or an ambulance must hear of: a tile of the diary, and what the table says to it."""

    signs: tuple[UrgentSign, ...]
    """The signs that it stands for. Which of them hold may depend on how blood goes out and in."""
    also: tuple[UrgentSign, ...]
    """What would make the call another one."""

    @property
    def tier(self) -> Tier:
        """The most urgent call that it may need."""
        return min((sign.tier for sign in self.signs), key=TIERS.index)


class Advice(NamedTuple):
    """Whom to call about some signs, and their words: looked up, never worked out."""

    tier: Tier
    heading: str
    number: str
    """Empty where it is the number of the person's own unit."""
    lead: str
    condition: str
    """Where it holds only if more is true than was reported: the words that say so."""
    lines: tuple[str, ...]
    """Each sign with its first aid, and the reason where there is one."""


class SignGroup(NamedTuple):
    """Signs under one plain heading, which may be empty."""

    title: str
    signs: tuple[UrgentSign, ...]


@dataclass(frozen=True, slots=True)
class UrgentTier:
    """One card of the *Urgent help* page."""

    heading: str
    number: str
    """The number to call; empty where it is the number of the person's own unit."""
    lead: str
    """What to do besides; may be empty."""
    groups: tuple[SignGroup, ...]

    @property
    def signs(self) -> tuple[str, ...]:
        """The rows of all groups, in order."""
        return tuple(sign.row for group in self.groups for sign in group.signs)


class First(NamedTuple):
    """What cannot wait for the call."""

    signs: tuple[UrgentSign, ...]
    """Each says what to do."""
    then: str


@dataclass(frozen=True, slots=True)
class Urgent:
    """The *Urgent help* page, the worst first."""

    title: str
    lead: str
    also: str
    """What stands over signs that were not reported, but would make the call another one."""
    emergency: UrgentTier
    now: UrgentTier
    today: UrgentTier
    note: str
    first: First | None = None

    def tier(self, name: Tier) -> UrgentTier:
        """The card called *name*."""
        return {"emergency": self.emergency, "now": self.now, "today": self.today}[name]


@dataclass(frozen=True, slots=True)
class HelpLine:
    """The fixed line that leads from an ordinary effect to *Urgent help*."""

    heading: str
    words: str
    effects: Mapping[str, tuple[int, tuple[str, ...]]]
    """From which severity on, and for which beginnings; none named: for any."""

    def is_for(self, effect: str, severity: int | None, began: str | None) -> bool:
        """Whether the line stands beside *effect*, as far as it has been answered."""
        least, begins = self.effects.get(effect, (None, ()))
        return least is not None and severity is not None and severity >= least and (not begins or began in begins)


@dataclass(frozen=True)
class Catalogue:
    """The fixed words of one language."""

    kinds: dict[str, EffectKind]
    signs: dict[str, UrgentSign]
    urgent: Urgent
    help_line: HelpLine
    neutral: dict[str, str]
    """What stands in each slot of the words where a unit says nothing of its own."""
    version: str = ""
    """Which words of the guide these are."""

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
            signs = signs_of(data)
            tiles = {name: _warning(name, data["warnings"][name], signs) for name in WARNING_SIGNS}
            urgent, line = _urgent(data["urgent"], signs), _help_line(data["severe"])
            return cls({**kinds, **tiles}, signs, urgent, line, dict(data["slots"]), str(data.get("version", "")))
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
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

    def advice(self, effect: str, access: str, own: Mapping[str, str]) -> tuple[Advice, ...]:
        """Whom to call about the warning sign *effect*: for itself first, then for what would change the call.

        *access* as the diary keeps it. *own*: the unit's words by slot. Raises KeyError where *effect* is no sign.
        """
        tile = self.warning(effect)
        signs = [sign for sign in tile.signs if sign.holds_for(access)] or tile.signs
        also = [sign for sign in tile.also if sign.tier not in {sign.tier for sign in signs}]
        whole = [*signs, *(sign for sign in tile.also if sign not in also)]
        parts = [(self._advice(tier, of_tier(whole, tier), "", own)) for tier in TIERS if of_tier(whole, tier)]
        more = [self._advice(tier, of_tier(also, tier), self.urgent.also, own) for tier in TIERS if of_tier(also, tier)]
        return (*parts, *more)

    def filled(self, words: str, own: Mapping[str, str]) -> str:
        """*words* as they are shown to someone whose unit says *own*."""
        return filled(words, own, self.neutral)

    def _advice(self, tier: Tier, signs: Iterable[UrgentSign], condition: str, own: Mapping[str, str]) -> Advice:
        card = self.urgent.tier(tier)
        lines = tuple(self.filled(_line(sign), own) for sign in signs)
        return Advice(tier, card.heading, card.number, "" if condition else card.lead, condition, lines)


load: Callable[[str], Catalogue] = Catalogue.load


def _effect(name: str, data: dict[str, Any]) -> EffectKind:
    return EffectKind(name, data["name"], data.get("hint", ""), data["icon"])


def _warning(name: str, data: dict[str, Any], signs: Mapping[str, UrgentSign]) -> WarningSign:
    own, also = (tuple(signs[sign] for sign in data.get(key, ())) for key in ("signs", "also"))
    if not own:
        raise ValueError(name)
    return WarningSign(name, data["name"], data.get("hint", ""), data["icon"], own, also)


def _line(sign: UrgentSign) -> str:
    return f"{sign.row.removesuffix('.')}. {sign.why}" if sign.why else sign.row


def _help_line(data: dict[str, Any]) -> HelpLine:
    effects = {name: (int(one["from"]), tuple(one.get("began", ()))) for name, one in data["effects"].items()}
    return HelpLine(data["heading"], data["words"], effects)


def _urgent(data: dict[str, Any], signs: Mapping[str, UrgentSign]) -> Urgent:
    tiers = {tier: _tier(data[tier], of_tier(signs.values(), tier)) for tier in TIERS}
    said = data.get("first")
    first = First(tuple(signs[name] for name in said["signs"]), said["then"]) if said else None
    return Urgent(title=data["title"], lead=data["lead"], also=data["also"], note=data["note"], first=first, **tiers)


def _tier(data: dict[str, Any], signs: list[UrgentSign]) -> UrgentTier:
    titles = {"": ""} | data.get("groups", {})
    groups = (SignGroup(title, tuple(sign for sign in signs if sign.group == name)) for name, title in titles.items())
    shown = tuple(group for group in groups if group.signs)
    return UrgentTier(data["heading"], str(data.get("number", "")), data.get("lead", ""), shown)
